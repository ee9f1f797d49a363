import { describe, expect, test } from 'vitest'
import { accessRules } from '../../../../bots/amin/access.ts'
import { retentionOf } from '../../../../bots/operator-rules.ts'
import { expiresAt, lookAgain } from '../../../../core/policy/access/expiry.ts'
import type { Retention } from '../../../../core/model/access-rules.ts'
import { SEVERITIES, type Severity } from '../../../../core/base/severity.ts'
import { emptyCase, type CaseState } from '../../../../core/model/state.ts'
import type { AgentId, CaseId } from '../../../../core/base/ids.ts'
import { after, hours, instant } from '../../../../core/base/units.ts'

const NOW = instant(1_760_000_000_000)
const DAY = hours(24)

const state = (severity: Severity, more: Partial<CaseState> = {}): CaseState => ({
  ...emptyCase('case' as CaseId),
  openedAt: NOW,
  lastAt: NOW,
  severity,
  ...more,
})
const idle = (severity: Severity, more: Partial<CaseState> = {}): CaseState => {
  const base = state(severity, more)
  return { ...base, conversation: { ...base.conversation, submitted: true } }
}
const closed = (severity: Severity): CaseState =>
  state(severity, { hands: { status: 'closed', at: NOW, outcome: 'resolved' } })

const TABLE: Retention = {
  P1: { draftHours: 1, idleDays: 2, closedDays: 3 },
  P2: { draftHours: 4, idleDays: 5, closedDays: 6 },
  P3: { draftHours: 7, idleDays: 8, closedDays: 9 },
  P4: { draftHours: 10, idleDays: 11, closedDays: 12 },
}

describe('the end of a case', () => {
  test.each(SEVERITIES)('%s: follows its own row of the table in each state', (severity) => {
    const { draftHours, idleDays, closedDays } = TABLE[severity]
    expect(expiresAt(TABLE, state(severity))).toBe(after(NOW, hours(draftHours as number)))
    expect(expiresAt(TABLE, idle(severity))).toBe(after(NOW, hours(24 * (idleDays as number))))
    expect(expiresAt(TABLE, closed(severity))).toBe(after(NOW, hours(24 * (closedDays as number))))
  })

  test('never comes where the table says never, an agent has it, a hold stands, or the person asked to erase already', () => {
    const never: Retention = { ...TABLE, P1: { draftHours: 'never', idleDays: 'never', closedDays: 'never' } }
    for (const one of [state('P1'), idle('P1'), closed('P1')]) expect(expiresAt(never, one)).toBeUndefined()
    const hands = { status: 'agent', agent: 'a' as AgentId, alias: 'Noor', since: NOW } as const
    expect(expiresAt(TABLE, idle('P3', { hands }))).toBeUndefined()
    expect(expiresAt(TABLE, { ...closed('P3'), hold: { by: 'a', reason: 'r', since: NOW } })).toBeUndefined()
    const base = state('P3')
    expect(expiresAt(TABLE, { ...base, access: { ...base.access, erasing: true } })).toBeUndefined()
  })

  test('is looked for at least as often as the shortest term, and every three days where all are longer', () => {
    expect(lookAgain(TABLE, NOW)).toBe(after(NOW, hours(1)))
    const long = { draftHours: 'never', idleDays: 'never', closedDays: 500 } as const
    expect(lookAgain({ P1: long, P2: long, P3: long, P4: long }, NOW)).toBe(after(NOW, hours(72)))
  })
})

describe('what the operator says of keeping', () => {
  const usual = accessRules.retention

  test('nothing: 72 hours, 30 and 180 days, and what is grave stays three years after its closing', () => {
    const said = retentionOf({ official: {} }, usual)
    expect(said).toEqual(usual)
    expect(expiresAt(said, state('P4'))).toBe(after(NOW, hours(72)))
    expect(expiresAt(said, idle('P3'))).toBeUndefined()
    expect(expiresAt(said, idle('P4'))).toBe(after(NOW, hours(24 * 30)))
    expect(expiresAt(said, closed('P3'))).toBe(after(NOW, hours(24 * 180)))
    expect(expiresAt(said, state('P1'))).toBeUndefined()
    expect(expiresAt(said, idle('P2'))).toBeUndefined()
    expect((expiresAt(said, closed('P2')) ?? 0) - NOW).toBeGreaterThanOrEqual(3 * 365 * DAY)
  })

  test('of all cases makes no draft of a grave one; of one severity it goes before', () => {
    const said = retentionOf(
      {
        official: {},
        retention: {
          draftHours: 24,
          P4days: 10,
          closedDays: 90,
          P1: { closedDays: 'never' },
          P3: { idleDays: 365 },
        },
      },
      usual,
    )
    expect(said.P1).toEqual({ draftHours: 'never', idleDays: 'never', closedDays: 'never' })
    expect(said.P2).toEqual({ draftHours: 'never', idleDays: 'never', closedDays: 90 })
    expect(said.P3).toEqual({ draftHours: 24, idleDays: 365, closedDays: 90 })
    expect(said.P4).toEqual({ draftHours: 24, idleDays: 10, closedDays: 90 })
  })
})
