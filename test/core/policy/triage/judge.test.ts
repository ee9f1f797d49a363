import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { triageRules } from '../../../../bots/amin/triage.ts'
import { judgeAgain } from '../../../../core/policy/triage/judge.ts'
import { evolve } from '../../../../core/model/evolve.ts'
import { emptyCase, type CaseState } from '../../../../core/model/state.ts'
import type { CrisisHit } from '../../../../core/base/danger.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import type { AgentId, CaseId, InboundId } from '../../../../core/base/ids.ts'
import { after, hours, type Instant } from '../../../../core/base/units.ts'
import { NOW } from '../../services/casebook/known.ts'

const answered = (step: string, option: string): CaseEvent => ({
  type: 'answer_given',
  step,
  answer: { kind: 'choice', option },
})
const found = (label: CrisisHit['label'], rule = `${label}-1`): CaseEvent => ({
  type: 'crisis_found',
  inbound: 'I' as InboundId,
  hits: [{ label, hard: true, rule, start: 0, end: 1, about: 'self' }],
  sentences: [],
})
const set = (severity: 'P1' | 'P2' | 'P3' | 'P4'): CaseEvent => ({
  type: 'severity_set',
  severity,
  agent: 'a' as AgentId,
  why: 'a reason',
})

/** What the casebook does: events, and what the rules make of them, in one entry. */
const tell = (state: CaseState, events: readonly CaseEvent[], now: Instant = NOW): CaseState => {
  const place = { seq: state.seq + 1, at: now }
  const reached = events.reduce((before, event) => evolve(before, event, place), state)
  return judgeAgain({ flow, triage: triageRules }, reached, now, events).reduce(
    (before, event) => evolve(before, event, place),
    reached,
  )
}
const begin = (...events: readonly CaseEvent[]): CaseState => tell(emptyCase('C' as CaseId), events)

describe('rules', () => {
  test('say nothing where nothing is new', () => {
    const state = begin(answered('material', 'chats'))
    expect(judgeAgain({ flow, triage: triageRules }, state, NOW)).toEqual([])
  })

  test('raise, and do not lower where an answer is taken back', () => {
    const state = begin(answered('danger', 'hurt'))
    expect(state.severity).toBe('P1')
    const corrected = tell(state, [answered('danger', 'none')])
    expect(corrected).toMatchObject({ severity: 'P1', ruled: 'P1', reasons: [] })
  })

  test('know the copies of a case, also where the team stays', () => {
    const state = begin(answered('danger', 'hurt'))
    expect(state).toMatchObject({ team: 'violence', copies: [] })
    const woman = tell(state, [answered('person', 'woman')])
    expect(woman).toMatchObject({ team: 'violence', copies: ['women-family'] })
    expect(tell(woman, [answered('person', 'man')]).copies).toEqual([])
  })

  test('leave alone a team that a person chose', () => {
    const moved = tell(begin(answered('danger', 'hurt'), answered('person', 'woman')), [
      { type: 'case_transferred', agent: 'a' as AgentId, to: { team: 'women-family' } },
    ])
    expect(moved).toMatchObject({ team: 'women-family', copies: [] })
    expect(tell(moved, [answered('age', 'me-13-15')]).team).toBe('women-family')
  })

  test('see a deadline come near without a word of anybody', () => {
    const state = begin(answered('deadline', 'today'))
    expect(state.severity).toBe('P2')
    expect(tell(state, [], after(NOW, hours(22))).severity).toBe('P1')
  })

  test('say nothing of an erased case', () => {
    expect(
      judgeAgain(
        { flow, triage: triageRules },
        { ...begin(answered('danger', 'hurt')), hands: { status: 'erased', at: NOW } },
        NOW,
      ),
    ).toEqual([])
  })
})

describe('what a person of the team lowered', () => {
  const lowered = (): CaseState => tell(begin(found('self_harm')), [set('P3')])

  test('stays lowered by what was known', () => {
    expect(lowered()).toMatchObject({ severity: 'P3', ruled: 'P1' })
    expect(tell(lowered(), [answered('demand', 'money')]).severity).toBe('P3')
  })

  test('is raised by the same words said again', () => {
    expect(tell(lowered(), [found('self_harm')]).severity).toBe('P1')
  })

  test('is raised by another danger, to that danger’s own floor and no further', () => {
    expect(tell(lowered(), [answered('spread', 'family')]).severity).toBe('P2')
    expect(tell(lowered(), [answered('danger', 'hurt')]).severity).toBe('P1')
    expect(tell(lowered(), [found('deadline')]).severity).toBe('P2')
  })

  test('is raised by a cry for help', () => {
    expect(tell(lowered(), [{ type: 'handoff_requested', why: 'danger' }]).severity).toBe('P2')
    expect(tell(lowered(), [{ type: 'handoff_requested', why: 'submitted' }]).severity).toBe('P3')
  })

  test('is never lowered further by rules', () => {
    expect(tell(tell(begin(), [set('P1')]), [answered('material', 'chats')]).severity).toBe('P1')
  })
})
