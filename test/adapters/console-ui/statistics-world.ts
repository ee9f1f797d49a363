import { DIMENSIONS } from '../../../core/services/statistics/tally.ts'
import type { Statistics } from '../../../adapters/console/contract/statistics.ts'

const lines = (table: Readonly<Record<string, number | 'few'>>) =>
  Object.entries(table).map(([key, cases]) => ({ key, name: key, cases }))

const TABLES: Partial<Record<(typeof DIMENSIONS)[number], ReturnType<typeof lines>>> = {
  week: lines({ '2026-11-02': 31, '2026-11-09': 44, '2026-11-16': 52, '2026-11-23': 'few' }),
  severity: lines({ P1: 12, P2: 35, P3: 60, P4: 22 }),
  team: lines({ financial: 61, minors: 'few', 'women-family': 40 }),
  governorate: lines({ بغداد: 70, السليمانية: 24, 'ذي قار': 'few', واسط: 'few' }),
  channel: lines({ telegram: 99, whatsapp: 20, webchat: 10 }),
  language: lines({ ar: 100, ckb: 24, en: 5 }),
  status: lines({ agent: 'few', waiting: 'few', closed: 113 }),
  outcome: lines({ resolved: 80, not_a_case: 6 }),
}

/** Numbers of a busy month. */
export const STATISTICS: Statistics = {
  from: '2026-11-02T00:00:00.000Z',
  to: '2026-11-30T00:00:00.000Z',
  cases: 129,
  by: Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, TABLES[dimension] ?? []]),
  ) as Statistics['by'],
  firstReply: { of: 100, medianSeconds: 540, p90Seconds: 100_000, within: 88 },
  firstReplyBy: [
    { key: 'P1', of: 'few' },
    { key: 'P2', of: 30, medianSeconds: 900, p90Seconds: 3_400, within: 25 },
    { key: 'P3', of: 48, medianSeconds: 3_600, p90Seconds: 100_000, within: 41 },
    { key: 'P4', of: 'few' },
  ],
  resolution: { of: 'few' },
  money: [{ currency: 'IQD', hundredths: 45_500_000_00, cases: 31 }],
  moneyPaid: [{ currency: 'USD', hundredths: 2_400_00, cases: 6 }],
  stopped: lines({ age: 7, review: 'few', danger: 'few' }),
  networks: {
    networks: [
      { key: 'confirmed', cases: 6 },
      { key: 'dismantled', cases: 'few' },
      { key: 'suspected', cases: 'few' },
    ],
    cases: [
      { key: 'confirmed', cases: 41 },
      { key: 'dismantled', cases: 9 },
      { key: 'suspected', cases: 12 },
    ],
    money: [{ currency: 'USD', hundredths: 31_000_00, cases: 22 }],
    moneyPaid: [],
  },
}
