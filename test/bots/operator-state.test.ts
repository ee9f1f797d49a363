import { describe, expect, test } from 'vitest'
import { OperatorState } from '../../adapters/console/contract/operator.ts'
import { accessRules } from '../../bots/amin/access.ts'
import { teams } from '../../bots/amin/teams.ts'
import { triageRules } from '../../bots/amin/triage.ts'
import type { Operator } from '../../bots/operator.ts'
import { describeOperator } from '../../bots/operator-state.ts'
import { hotlinesFor, retentionOf, rulesOf } from '../../bots/operator-rules.ts'
import { openTexts } from '../../bots/texts.ts'
import { instant } from '../../core/base/units.ts'

const phrases = openTexts()
const NOW = instant(Date.parse('2026-04-01T10:00:00Z'))
const names = (en: string) => ({ ar: `${en} ar`, ckb: `${en} ckb`, en })
const hotline = (id: string, lastChecked: string) => ({
  id,
  name: names(id),
  number: '104',
  for: ['emergency' as const],
  source: 'a letter',
  lastChecked,
})

const describeOf = (operator: Operator, now = NOW) =>
  describeOperator(
    operator,
    {
      targets: rulesOf(operator, triageRules, teams).targets,
      retention: retentionOf(operator, accessRules.retention),
      teams,
      secondFactor: operator.secondFactor ?? 'required',
    },
    phrases,
    now,
  )

describe('without a file', () => {
  const state = describeOf({ official: {} })

  test('what holds is told as the usual, not as said', () => {
    expect(OperatorState.parse(state)).toEqual(state)
    expect(state.targets.P1).toMatchObject({ replyMinutes: 5, againMinutes: 10, stated: false })
    expect(state.targets.P2).toMatchObject({ replyMinutes: 30, nightReplyMinutes: 60 })
    expect(state.retention.P1).toEqual({
      draftHours: 'never',
      idleDays: 'never',
      closedDays: 1096,
      stated: false,
    })
    expect(state.secondFactor).toEqual({ rule: 'required', stated: false })
    expect(state.export).toEqual({ twoPersons: false, onlySealed: false })
    expect([state.scrubDays, state.reserveMegabytes]).toEqual([
      { days: 30, stated: false },
      { megabytes: 200, stated: false },
    ])
    expect(state.teams).toHaveLength(6)
    expect(state.teams.every(({ on, stated, name }) => on && !stated && name.ckb !== '')).toBe(true)
  })

  test('nobody is said to be a woman or not, and no number is shown', () => {
    expect(state.women).toBeUndefined()
    expect(state.hotlines).toEqual([])
  })
})

describe('hotlines', () => {
  test('are counted down by days from their last check, and told apart where they are shown no more', () => {
    const { hotlines } = describeOf({
      official: {},
      hotlines: [
        hotline('fresh', '2026-03-31'),
        hotline('old', '2025-12-01'),
        hotline('ahead', '2026-06-01'),
        hotline('last', '2026-01-01'),
      ],
    })
    expect(hotlines.map(({ id, state, daysLeft }) => [id, state, daysLeft])).toEqual([
      ['fresh', 'shown', 90],
      ['old', 'lapsed', 0],
      ['ahead', 'future', 0],
      ['last', 'shown', 1],
    ])
  })

  test('are told to be shown exactly as long as people get them', () => {
    for (let hour = 0; hour < 24 * 100; hour += 6) {
      const operator = { official: {}, hotlines: [hotline('x', '2026-04-01')] }
      const now = instant(NOW + (hour - 48) * 3_600_000)
      expect(describeOf(operator, now).hotlines[0]?.state === 'shown', String(hour)).toBe(
        hotlinesFor(operator, 'emergency', now).length === 1,
      )
    }
  })
})

test('what the file says of all severities counts as said of each that it changes', () => {
  const { retention } = describeOf({ official: {}, retention: { draftHours: 48, P4days: 10 } })
  expect([retention.P1.stated, retention.P3, retention.P4]).toEqual([
    false,
    { draftHours: 48, idleDays: 'never', closedDays: 180, stated: true },
    { draftHours: 48, idleDays: 10, closedDays: 180, stated: true },
  ])
})

test('no secret, no address of a web hook and no name of a colleague is told', () => {
  const state = describeOf({
    official: {},
    alarm: {
      webhook: 'https://hooks.example/services/T0KEN-IN-PATH',
      secret: Buffer.from('a very long shared secret'),
    },
    anchors: [
      {
        id: 'tsa',
        url: 'https://tsa.example/private-path',
        certificates: '-----BEGIN CERTIFICATE-----',
        everyHours: 24,
      },
    ],
    conflicts: [{ agent: 'noor@amin.example', governorates: ['basra'], names: ['A Surname'] }],
    women: ['noor@amin.example'],
  })
  const told = JSON.stringify(state)
  for (const secret of ['T0KEN', 'private-path', 'shared secret', 'CERTIFICATE', 'noor', 'Surname', 'basra'])
    expect(told).not.toContain(secret)
  expect(state).toMatchObject({ alarm: { host: 'hooks.example' }, conflicts: 1, women: 1 })
  expect(state.anchors).toEqual([{ id: 'tsa', host: 'tsa.example', everyHours: 24 }])
})

test('a team that is switched off is told as off, under its own name and languages', () => {
  const { teams: told } = describeOf({
    official: {},
    teams: [{ id: 'deepfake', on: false, name: names('Pictures'), languages: ['ckb'] }],
  })
  expect(told.find(({ id }) => id === 'deepfake')).toEqual({
    id: 'deepfake',
    name: names('Pictures'),
    languages: ['ckb'],
    on: false,
    stated: true,
  })
})
