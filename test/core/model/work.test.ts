import { describe, expect, test } from 'vitest'
import { roles } from '../../../bots/amin/roles.ts'
import { burdensOf } from '../../../core/policy/visibility/care.ts'
import { beginWork, evolveWork, MOST_TASKS, type Work } from '../../../core/model/work.ts'
import type { CaseEvent } from '../../../core/model/events.ts'
import type { AgentId } from '../../../core/base/ids.ts'
import { instant } from '../../../core/base/units.ts'

const noor = 'agent-noor' as AgentId
const reem = 'agent-reem' as AgentId
/** Each event is an entry of its own, a second after the one before. */
const workOf = (...events: readonly CaseEvent[]): Work =>
  events.reduce(
    (work, event, i) => evolveWork(work, event, { seq: i + 1, at: instant((i + 1) * 1000) }),
    beginWork(),
  )

const snoozed: CaseEvent = {
  type: 'case_snoozed',
  agent: noor,
  until: instant(90_000),
  promise: 'We write again at nine.',
}
const helped: CaseEvent = { type: 'help_asked', agent: noor, alias: 'Noor', text: 'what now?' }
const task = (text: string): CaseEvent => ({ type: 'task_added', agent: noor, alias: 'Noor', text })
const written = {
  type: 'message_received',
  inbound: 'I1',
  message: { body: { kind: 'text', text: 'hello' } },
} as unknown as CaseEvent

describe('a case that was set aside', () => {
  test('says until when, by whom and what was promised; a later time replaces it', () => {
    expect(workOf(snoozed).snooze).toEqual({ until: 90_000, agent: noor, promise: 'We write again at nine.' })
    expect(workOf(snoozed, { type: 'case_snoozed', agent: noor, until: instant(120_000) }).snooze).toEqual({
      until: 120_000,
      agent: noor,
    })
  })

  test.each<readonly [string, CaseEvent]>([
    ['its time is over', { type: 'snooze_ended', why: 'due' }],
    ['the person writes', written],
    ['it is passed on', { type: 'case_transferred', agent: noor, to: {} }],
    ['it is given back', { type: 'case_released', agent: noor, to: 'queue' }],
    ['it is closed', { type: 'case_closed', agent: noor, outcome: 'resolved' }],
  ])('is so no more when %s', (_why, event) => {
    expect(workOf(snoozed, event)).not.toHaveProperty('snooze')
  })

  test('stays so while others only note something', () => {
    expect(
      workOf(snoozed, { type: 'note_added', agent: reem, alias: 'Reem', text: 'x' }, task('call')),
    ).toHaveProperty('snooze')
  })
})

describe('tasks', () => {
  test('are known by their place, two of one entry too', () => {
    const place = { seq: 7, at: instant(7) }
    const work = [task('one'), task('two')].reduce(
      (before, event) => evolveWork(before, event, place),
      beginWork(),
    )
    expect(work.tasks.map(({ id, text, by }) => [id, text, by])).toEqual([
      ['7.0', 'one', 'Noor'],
      ['7.1', 'two', 'Noor'],
    ])
  })

  test('are done and opened again; one that is not there changes nothing', () => {
    const done = workOf(task('call'), { type: 'task_done', agent: noor, task: '1.0' })
    expect(done.tasks[0]?.doneAt).toBe(2000)
    const again = workOf(
      task('call'),
      { type: 'task_done', agent: noor, task: '1.0' },
      { type: 'task_reopened', agent: noor, task: '1.0' },
    )
    expect(again.tasks[0]).not.toHaveProperty('doneAt')
    expect(workOf(task('call'), { type: 'task_done', agent: noor, task: '9.9' }).tasks).toEqual(
      workOf(task('call')).tasks,
    )
  })

  test('are at most so many, and keep when they are due', () => {
    expect(workOf(...Array.from({ length: MOST_TASKS + 5 }, (_, i) => task(`${i}`))).tasks).toHaveLength(
      MOST_TASKS,
    )
    expect(
      workOf({ type: 'task_added', agent: noor, alias: 'Noor', text: 'x', dueAt: instant(5) }).tasks[0]
        ?.dueAt,
    ).toBe(5)
  })
})

describe('a call for help', () => {
  test('stands until it is answered, or the case leaves who called', () => {
    expect(workOf(helped).help).toMatchObject({ agent: noor, alias: 'Noor', text: 'what now?', at: 1000 })
    expect(workOf(helped, { type: 'help_given', agent: reem })).not.toHaveProperty('help')
    expect(
      workOf(helped, { type: 'case_transferred', agent: noor, to: { agent: reem, alias: 'Reem' } }),
    ).not.toHaveProperty('help')
    expect(workOf(helped, written)).toHaveProperty('help')
  })
})

test('who is named in a note waits for that until they saw it, or the case is closed', () => {
  const named: CaseEvent = { type: 'colleague_mentioned', agent: noor, alias: 'Noor', whom: reem }
  expect(workOf(named).mentions).toMatchObject([{ whom: reem, by: noor, note: '1.0' }])
  expect(workOf(named, { type: 'mention_seen', agent: reem, note: '1.0' }).mentions).toEqual([])
  expect(workOf(named, { type: 'case_closed', agent: noor, outcome: 'resolved' }).mentions).toEqual([])
})

describe('who looked', () => {
  test('is kept once as each, with the last time, the newest hundred', () => {
    const look = (agent: AgentId, as: 'member' | 'watch'): CaseEvent => ({ type: 'case_viewed', agent, as })
    expect(workOf(look(reem, 'member'), look(reem, 'watch'), look(reem, 'member')).viewed).toEqual([
      { agent: reem, as: 'watch', at: 2000 },
      { agent: reem, as: 'member', at: 3000 },
    ])
    const many = workOf(...Array.from({ length: 120 }, (_, i) => look(`a${i}` as AgentId, 'member'))).viewed
    expect([many.length, many[0]?.agent]).toEqual([100, 'a20'])
  })
})

describe('what to be ready for', () => {
  const known = (
    answers: Readonly<Record<string, string>>,
    labels: readonly string[] = [],
    teams: { team?: string; copies?: readonly string[] } = {},
  ) =>
    burdensOf(roles, {
      team: 'violence',
      copies: [],
      ...teams,
      conversation: {
        answers: Object.fromEntries(
          Object.entries(answers).map(([step, option]) => [step, { kind: 'choices', options: [option] }]),
        ),
        crisis: labels.map((label) => ({ label })),
      },
    } as never)
  test.each([
    [known({}), []],
    [known({ age: 'me-13-15' }), ['minor']],
    [known({ age: 'other-minor' }), ['minor']],
    [known({}, ['minor']), ['minor']],
    [known({}, [], { team: 'minors' }), ['minor']],
    [known({}, [], { copies: ['minors'] }), ['minor']],
    [known({ age: 'me-18', material: 'chats', danger: 'none' }), []],
    [known({ material: 'private' }), ['intimate']],
    [known({ material: 'fake' }), ['intimate']],
    [known({}, ['sexual_abuse']), ['intimate']],
    [known({ danger: 'self-harm' }), ['self_harm']],
    [known({ soft: 'ending' }), ['self_harm']],
    [known({ material: 'private', age: 'me-16-17' }, ['self_harm']), ['minor', 'self_harm', 'intimate']],
  ])('%j', (found, expected) => {
    expect(found).toEqual(expected)
  })
})
