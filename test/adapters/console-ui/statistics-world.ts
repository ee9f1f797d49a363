import { regionTiles } from '../../../bots/amin/region-tiles.ts'
import { openTexts } from '../../../bots/texts.ts'
import { LANGUAGES } from '../../../core/base/language.ts'
import { optionKey } from '../../../core/model/keys.ts'
import { DIMENSIONS } from '../../../core/services/statistics/tally.ts'
import type { Statistics } from '../../../adapters/console/contract/statistics.ts'

const lines = (table: Readonly<Record<string, number | 'few'>>) =>
  Object.entries(table).map(([key, cases]) => ({ key, name: key, cases }))

const TABLES: Partial<Record<(typeof DIMENSIONS)[number], ReturnType<typeof lines>>> = {
  week: lines({ '2026-11-02': 31, '2026-11-09': 44, '2026-11-16': 52, '2026-11-23': 'few' }),
  severity: lines({ P1: 12, P2: 35, P3: 60, P4: 22 }),
  team: lines({ financial: 61, minors: 'few', 'women-family': 40 }),
  governorate: lines({
    baghdad: 70,
    sulaymaniyah: 24,
    basra: 18,
    nineveh: 11,
    'dhi-qar': 'few',
    wasit: 'few',
  }),
  channel: lines({ telegram: 99, whatsapp: 20, webchat: 10 }),
  language: lines({ ar: 100, ckb: 24, en: 5 }),
  status: lines({ agent: 'few', waiting: 'few', closed: 113 }),
  outcome: lines({ resolved: 80, not_a_case: 6 }),
}

const FIGURES: Omit<Statistics, 'map'> = {
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

const phrases = openTexts()

/** Numbers of a busy month, the governorates by their names in a language. */
export const statisticsIn = (asked: string | null): Statistics => {
  const language = LANGUAGES.find((one) => one === asked) ?? 'ar'
  const nameOf = (key: string): string => phrases.say(language, optionKey('governorate', key))
  const governorate = FIGURES.by.governorate.map((line) => ({ ...line, name: nameOf(line.key) }))
  return {
    ...FIGURES,
    by: { ...FIGURES.by, governorate },
    map: Object.entries(regionTiles).map(([key, tile]) => ({ key, name: nameOf(key), ...tile })),
  }
}
