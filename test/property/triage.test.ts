import {
  array,
  assert as assertLaw,
  constantFrom,
  integer,
  option,
  property,
  record,
  shuffledSubarray,
  subarray,
  tuple,
} from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { flow } from '../../bots/amin/flow.ts'
import { triageRules } from '../../bots/amin/triage.ts'
import { alarmJobs } from '../../core/policy/triage/alarm.ts'
import { judgeAgain } from '../../core/policy/triage/judge.ts'
import { evolve } from '../../core/model/evolve.ts'
import { emptyCase, type CaseState } from '../../core/model/state.ts'
import { pageOf, replyDue } from '../../core/model/targets.ts'
import { judge } from '../../core/policy/triage/triage.ts'
import type { Answer } from '../../core/model/answer.ts'
import { CRISIS_LABELS, type CrisisHit } from '../../core/base/danger.ts'
import type { CaseEvent } from '../../core/model/events.ts'
import type { AgentId, CaseId, InboundId } from '../../core/base/ids.ts'
import { after, instant, minutes, ms, type Instant } from '../../core/base/units.ts'
import { aKnown, factsAt, NOW } from '../core/services/casebook/known.ts'
import { runs } from './runs.ts'

const OPTIONS = {
  device: ['mine', 'shared', 'watched', 'unsure'],
  age: ['me-18', 'me-16-17', 'me-13-15', 'me-under-13', 'other-adult', 'other-minor', 'no-answer'],
  demand: ['money', 'photos', 'meet', 'relation', 'password', 'other'],
  paid: ['yes', 'no', 'again'],
  deadline: ['hours', 'today', 'later', 'none', 'published'],
  relation: ['stranger', 'ex', 'relative', 'work', 'powerful'],
  person: ['woman', 'man'],
  wish: ['woman', 'man', 'any'],
  'fast-safe': ['yes', 'no', 'cant-say'],
} as const
const SEVERAL = {
  danger: ['hurt', 'self-harm', 'deadline', 'meeting', 'abuse'],
  material: ['private', 'fake', 'chats', 'account', 'none-shown'],
  spread: ['family', 'work', 'public'],
} as const

/** Facts of danger, as the rules know them. */
const FACTS = [
  ...CRISIS_LABELS.flatMap((label) => ['crisis', 'soft'].map((kind) => `${kind}-${label.replace('_', '-')}`)),
  ...'threat fear meeting-soon abuse-continues has-taken has-wound has-burn minor minor-under-13 deadline-2h deadline-24h deadline-72h'.split(
    ' ',
  ),
  ...'paid paid-again paid-million linked duress contact-known person-asked voice'.split(' '),
]

const oneOf = Object.entries(OPTIONS).map(([step, options]) =>
  option(constantFrom<string>(...options)).map((picked): readonly (readonly [string, Answer])[] =>
    picked === null ? [] : [[step, { kind: 'choice', option: picked }]],
  ),
)
const someOf = Object.entries(SEVERAL).map(([step, options]) =>
  subarray<string>([...options]).map((picked): readonly (readonly [string, Answer])[] =>
    picked.length === 0 ? [] : [[step, { kind: 'choices', options: picked }]],
  ),
)
const answersGiven: Arbitrary<readonly (readonly [string, Answer])[]> = tuple(...oneOf, ...someOf).map(
  (parts) => parts.flat(),
)
const hit: Arbitrary<CrisisHit> = record({
  label: constantFrom(...CRISIS_LABELS),
  hard: constantFrom(true, false),
  about: constantFrom('self' as const, 'other' as const),
  age: option(integer({ min: 5, max: 17 })),
  hours: option(integer({ min: 1, max: 90 })),
  flag: constantFrom(true, false),
}).map(({ label, hard, about, age, hours, flag }) => ({
  label,
  hard,
  about,
  rule: `${label}-${hard}-${about}-${age}-${hours}-${flag}`,
  start: 0,
  end: 1,
  detail: {
    threat: flag,
    soon: flag,
    continues: flag,
    ...(flag ? { done: 'taken' as const } : {}),
    ...(age === null ? {} : { age }),
    ...(hours === null ? {} : { hours }),
  },
}))

test('law: one more fact never makes a case less urgent, whatever else is known', () => {
  assertLaw(
    property(answersGiven, subarray(FACTS), constantFrom(...FACTS), (answers, facts, more) => {
      const known = { answers: Object.fromEntries(answers) }
      const before = judge(triageRules, { ...known, facts: new Set(facts) })
      const behind = judge(triageRules, { ...known, facts: new Set([...facts, more]) })
      expect(
        behind.severity <= before.severity,
        `${before.severity} became ${behind.severity} by ${more}`,
      ).toBe(true)
      expect(behind.points).toBeGreaterThanOrEqual(before.points)
    }),
    runs(500),
  )
})

test('law: one more danger in words, or one more thing that is true, never makes a case less urgent', () => {
  assertLaw(
    property(
      answersGiven,
      array(hit, { maxLength: 4 }),
      hit,
      constantFrom(...Object.entries(SEVERAL)),
      (answers, hits, more, [step, options]) => {
        const of = (given: Record<string, Answer>, heard: readonly CrisisHit[]) => {
          const known = aKnown(given, heard)
          return judge(triageRules, { ...known.conversation, facts: factsAt(known) }).severity
        }
        const given = Object.fromEntries(answers)
        const before = of(given, hits)
        expect(of(given, [...hits, more]) <= before).toBe(true)
        const picked = given[step]
        for (const extra of options) {
          const options = [...(picked?.kind === 'choices' ? picked.options : []), extra]
          expect(of({ ...given, [step]: { kind: 'choices', options } }, hits) <= before, extra).toBe(true)
        }
      },
    ),
    runs(250),
  )
})

const tell = (state: CaseState, events: readonly CaseEvent[], at: Instant = NOW): CaseState => {
  const place = { seq: state.seq + 1, at }
  const reached = events.reduce((before, event) => evolve(before, event, place), state)
  return judgeAgain({ flow, triage: triageRules }, reached, at, events).reduce(
    (before, event) => evolve(before, event, place),
    reached,
  )
}
const found = (hits: readonly CrisisHit[]): CaseEvent => ({
  type: 'crisis_found',
  inbound: 'I' as InboundId,
  hits,
  sentences: [],
})

test('law: the order in which things are told does not matter', () => {
  assertLaw(
    property(
      tuple(answersGiven, array(hit, { maxLength: 4 })).chain(([answers, hits]) => {
        const events: readonly CaseEvent[] = [
          ...answers.map(([step, answer]): CaseEvent => ({ type: 'answer_given', step, answer })),
          ...hits.map((one) => found([one])),
        ]
        return shuffledSubarray([...events], { minLength: events.length }).map(
          (other) => [events, other] as const,
        )
      }),
      ([events, other]) => {
        const outcome = (told: readonly CaseEvent[]) => {
          const { severity, ruled, reasons, team, copies } = told.reduce(
            (state, event) => tell(state, [event]),
            emptyCase('C' as CaseId),
          )
          return { severity, ruled, reasons, team, copies }
        }
        expect(outcome(other)).toEqual(outcome(events))
        // Nor does it matter whether it is told at once.
        const { severity, ruled, reasons, team, copies } = tell(emptyCase('C' as CaseId), events)
        expect({ severity, ruled, reasons, team, copies }).toEqual(outcome(events))
      },
    ),
    runs(150),
  )
})

test('law: rules never lower what stands, and people who are not waited for are not called', () => {
  const agent = 'a' as AgentId
  const step: Arbitrary<CaseEvent> = constantFrom<CaseEvent>(
    { type: 'handoff_requested', why: 'person' },
    { type: 'handoff_requested', why: 'danger' },
    { type: 'case_claimed', agent, alias: 'N' },
    { type: 'case_released', agent, to: 'queue' },
    { type: 'case_released', agent, to: 'bot' },
    { type: 'case_closed', agent, outcome: 'resolved' },
    { type: 'case_reopened' },
    { type: 'severity_set', severity: 'P1', agent, why: 'x' },
    { type: 'severity_set', severity: 'P4', agent, why: 'x' },
    { type: 'paged', step: 0, to: 'team', severity: 'P2' },
    { type: 'answer_given', step: 'danger', answer: { kind: 'choices', options: ['hurt'] } },
    { type: 'answer_given', step: 'deadline', answer: { kind: 'choice', option: 'today' } },
  )
  const moment = tuple(step, integer({ min: 0, max: 600 }))
  assertLaw(
    property(array(moment, { maxLength: 12 }), (moments) => {
      let now: Instant = NOW
      let state = emptyCase('C' as CaseId)
      for (const [event, later] of moments) {
        now = after(now, minutes(later))
        const before = state
        state = tell(state, [event], now)
        if (event.type !== 'severity_set') expect(state.severity <= before.severity).toBe(true)
        // In the queue, or with a member who has not answered a danger.
        const isHeld = state.hands.status === 'agent' && state.alarmedAt !== undefined
        expect(state.wait !== undefined).toBe(state.hands.status === 'waiting' || isHeld)
        const jobs = alarmJobs({ flow, targets: triageRules.targets }, before, state, now)
        const pages = jobs.filter(
          ({ kind, payload }) => kind === 'page' && 'do' in payload && payload.do === 'page',
        )
        expect(pages.length).toBeLessThanOrEqual(state.wait === undefined ? 0 : 1)
        // Whoever begins to wait, or waits under another severity, has a call to come; it is never
        // earlier than what it counts from.
        const mark = state.wait?.marks.at(-1)
        const fresh = mark !== undefined && JSON.stringify(mark) !== JSON.stringify(before.wait?.marks.at(-1))
        if (fresh) expect(pages).toHaveLength(1)
        if (state.wait !== undefined && mark !== undefined) {
          expect(pageOf(triageRules.targets, state.wait, state.wait.paged).at).toBeGreaterThan(mark.at)
          expect(replyDue(triageRules.targets, state.wait)).toBeGreaterThan(
            state.hands.status === 'waiting' ? state.hands.since : instant(0),
          )
        }
        for (const { dueAt, payload } of jobs)
          if ('do' in payload && payload.do === 'look') expect(dueAt).toBeGreaterThan(now)
      }
    }),
    runs(200),
  )
})

test('law: time alone never makes a case less urgent', () => {
  assertLaw(
    property(
      answersGiven,
      array(hit, { maxLength: 4 }),
      integer({ min: 0, max: 1e9 }),
      integer({ min: 0, max: 1e9 }),
      (answers, hits, a, b) => {
        const known = aKnown(Object.fromEntries(answers), hits)
        const of = (by: number) =>
          judge(triageRules, { ...known.conversation, facts: factsAt(known, after(NOW, ms(by))) }).severity
        expect(of(Math.max(a, b)) <= of(Math.min(a, b))).toBe(true)
      },
    ),
    runs(200),
  )
})
