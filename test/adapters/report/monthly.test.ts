import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FluentResource } from '@fluent/bundle'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPhrases } from '../../../adapters/phrases/index.ts'
import { MONTHLY_LOCALES, openReport, REPORT_LOCALES } from '../../../adapters/report/index.ts'
import { writeMonthlyDocument } from '../../../adapters/report/monthly/document.ts'
import { LANGUAGES, type Language } from '../../../core/base/language.ts'
import { isFailure } from '../../../core/base/failure.ts'
import { hours, instant } from '../../../core/base/units.ts'
import { spanOf } from '../../../core/services/statistics/month.ts'
import type { MonthlyInput } from '../../../core/services/statistics/monthly-desk.ts'
import { aMonthly, busyMonth, casesIn, OCTOBER } from '../../build/monthly.ts'
import { infoOf, pagesOf, run, textOf } from './reading.ts'

const phrases = openPhrases({ resources: [REPORT_LOCALES, MONTHLY_LOCALES] })
const report = openReport({ phrases })
const folder = mkdtempSync(join(tmpdir(), 'amin-monthly-'))
afterAll(async () => {
  await report.close()
  rmSync(folder, { recursive: true, force: true })
})

let files = 0
const keep = async (input: MonthlyInput): Promise<string> => {
  const file = join(folder, `${++files}.pdf`)
  writeFileSync(file, await report.print(input))
  return file
}

/** In points. */
const A4_WIDTH = 595.28

const SEPTEMBER = { year: 2026, month: 9 }
const NETWORKS = {
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
  money: [],
  moneyPaid: [],
} as const
const busy = (language: Language) =>
  aMonthly(language, [...busyMonth(OCTOBER), ...casesIn(SEPTEMBER, 70)], { networks: NETWORKS })

/**
 * Words and numbers of a text: readers of the file put marks of vowels, and what stands between a
 * number and letters that run the other way, in places of their own. The order is looked at in English.
 */
const wordsIn = (text: string): readonly string[] =>
  text.replaceAll(/\p{M}/gu, '').match(/[\d.,:%]*\d%?|\p{L}+/gu) ?? []

/** A word of each language that only it has, and what must be read back on the sheet. */
const SAID: Readonly<Record<Language, readonly string[]>> = {
  ar: [
    'التقرير الشهري',
    'تشرين الأول 2026',
    'مركز الأمان الرقمي',
    'أيلول: 70 في 4 أسابيع',
    'بغداد',
    'ساعتان',
    'الهدف: 5 دقائق',
    '45,000,000 في 30 حالة',
    'أكّدها أشخاص',
    'ما لا تقوله هذه الأرقام',
  ],
  ckb: [
    'ڕاپۆرتی مانگانە',
    'تشرینی یەکەم 2026',
    'ناوەندی ئاسایشی دیجیتاڵی',
    'ئەیلوول: 70 لە 4 هەفتەدا',
    'بەغدا',
    '2 کاتژمێر',
    'ئامانج: 5 خولەک',
    '45,000,000 لە 30 کەیسدا',
    'ئەوەی ئەم ژمارانە نایڵێن',
  ],
  en: [
    'Monthly report',
    'October 2026',
    'Centre for Digital Safety',
    'Cases opened from 28 September 2026 to 1 November 2026: 5 whole weeks.',
    'Made on 5 November 2026, 15:05 (Baghdad), by Amin 0.1.0.',
    'About half as many again, counted by the week',
    'September: 70 in 4 weeks',
    'Target: 30 minutes, at night 1 hour',
    '45,000,000 in 30 cases',
    'Confirmed by people 6 41',
    'What these numbers do not say',
  ],
}
const NOT_SHOWN: Readonly<Record<Language, string>> = { ar: 'لا يُعرض', ckb: 'پیشان نادرێت', en: 'not shown' }

describe.each(LANGUAGES)('the report of a month in %s', (language) => {
  let file = ''
  let text = ''
  beforeAll(async () => {
    file = await keep(busy(language))
    text = textOf(file)
  })

  test('is a whole PDF of two pages, A4, archival, tagged, in its language, and titled by month and operator', () => {
    expect(() => run('qpdf', '--check', file)).not.toThrow()
    expect(pagesOf(file)).toBe(2)
    expect(infoOf(file, 'Page size')).toContain('A4')
    expect(infoOf(file, 'Tagged')).toBe('yes')
    const [title = '', month = '', owner = ''] = SAID[language]
    expect(infoOf(file, 'Title')).toBe([title, month, owner].join(' · '))
    const objects = run('qpdf', '--qdf', '--object-streams=disable', file, '-')
    expect(objects).toContain(`/Lang (${language})`)
    expect(objects).toMatch(/pdfaid:part>2</)
    expect(objects).toMatch(/pdfaid:conformance>A</)
  })

  test('says what, whose, of when, and each figure in its words', () => {
    const read = new Set(wordsIn(text))
    for (const words of SAID[language])
      if (language === 'en') expect(text).toContain(words)
      else
        expect(
          wordsIn(words).filter((word) => !read.has(word)),
          words,
        ).toEqual([])
    for (const number of ['129', '18', '79%', '59', '71', '40', '67%', '77%', '84%', '4,500', '1,080'])
      expect(text).toContain(number)
  })

  test('hides what the page hides: nowhere does a hidden number stand', () => {
    // WhatsApp 15 and the call 3, Basra 6 and Halabja 3, passed on 6 and no case 3, two networks.
    const plain = wordsIn(text).join(' ')
    expect(plain.split(wordsIn(NOT_SHOWN[language]).join(' ')).length - 1).toBeGreaterThanOrEqual(8)
    const [first = '', second = ''] = run('pdftotext', '-layout', file, '-').split('\f')
    const numbersIn = (page: string) => new Set(page.match(/(?<![\d.,:-])\d+(?![\d.,:%-])/g))
    expect(numbersIn(first)).not.toContain('15')
    expect(numbersIn(second)).toContain('42')
    expect(numbersIn(second)).not.toContain('3')
  })

  test('mirrors with its language: what comes first in a line stands where reading begins', () => {
    const boxes = run('pdftotext', '-bbox', file, '-')
    const placeOf = (word: string): number =>
      Number(new RegExp(`xMin="([\\d.]+)"[^>]*>${word}<`).exec(boxes)?.[1] ?? Number.NaN)
    // The figure of all cases; the name of the first channel is in the second half, its number at the end.
    const [total, most] = [placeOf('129'), placeOf('71')]
    if (language === 'en') expect(total).toBeLessThan(most)
    else expect(total).toBeGreaterThan(most)
    // A number alone in its cell stands at the edge where its column begins: after three quarters of the line.
    const [, left = '', right = ''] = /xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>41</.exec(boxes) ?? []
    const fromEdge = language === 'en' ? Number(left) : A4_WIDTH - Number(right)
    expect(fromEdge).toBeGreaterThan(420)
    expect(fromEdge).toBeLessThan(440)
  })
})

test('it is dated by when it was made, and made again it is the same bytes', async () => {
  const [one, other] = await Promise.all([report.print(busy('ar')), report.print(busy('ar'))])
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  const file = await keep(busy('ar'))
  expect(run('pdfinfo', '-isodates', file)).toMatch(/CreationDate: +2026-11-05T12:05:00/)
})

test('two that are asked for at once are made one after the other, each its own', async () => {
  const [arabic, english] = await Promise.all([keep(busy('ar')), keep(busy('en'))])
  expect([infoOf(arabic, 'Title'), infoOf(english, 'Title')].map((title) => title.split(' · ')[0])).toEqual([
    'التقرير الشهري',
    'Monthly report',
  ])
})

test('a month without a case is one honest page without a figure', async () => {
  const file = await keep(aMonthly('en', []))
  const text = textOf(file)
  expect(pagesOf(file)).toBe(1)
  expect(text).toContain('In these weeks no case was opened here.')
  expect(text).toContain('What these numbers do not say')
  for (const words of ['In short', 'By urgency', 'Money', '%']) expect(text).not.toContain(words)
})

test('a month that is not over says so, until when it runs, and compares nothing', async () => {
  const madeAt = instant(spanOf(OCTOBER).from + hours(24 * 9))
  const text = textOf(
    await keep(aMonthly('en', [...busyMonth(OCTOBER), ...casesIn(SEPTEMBER, 70)], { madeAt })),
  )
  expect(text).toContain('This month is not over: its last week ends on 1 November 2026.')
  for (const words of ['September:', 'change', 'compared with']) expect(text).not.toContain(words)
})

test('practice is called practice, and an operator who named nobody is not invented', async () => {
  const { organisation: _, ...unnamed } = busy('en')
  const text = textOf(await keep({ ...unnamed, practice: true }))
  expect(text).toContain('Practice: everything that is counted here is invented.')
  expect(text).toContain('Operator not stated')
})

test('what an operator is called stands as it is, whatever is in it, and a sign that no font has by its code', async () => {
  const name = '#set page(fill: red) [حماية] \u202eمركز 🛡 “A&B”'
  const file = await keep({ ...busy('ar'), organisation: { ar: name, ckb: name, en: name } })
  const text = textOf(file)
  expect(pagesOf(file)).toBe(2)
  for (const words of ['#set page', '(fill: red)', 'حماية', 'مركز', 'U+1F6E1', 'U+202E', '“A&B'])
    expect(text).toContain(words)
  expect(text).not.toContain('\u202e')
})

test('where it cannot be typeset that is a failure that may pass, and the next is made', async () => {
  const slow = openReport({ phrases, limits: { reportMs: 1 } })
  const error: unknown = await slow.print(busy('en')).catch((fault: unknown) => fault)
  expect(isFailure(error, 'part_unavailable')).toBe(true)
  await slow.close()
  expect((await report.print(busy('en'))).length).toBeGreaterThan(20_000)
})

describe.each(LANGUAGES)('the words of the report of a month in %s', (language) => {
  const body = new FluentResource(readFileSync(join(MONTHLY_LOCALES, `${language}.ftl`), 'utf8')).body
  const source = readFileSync(join(MONTHLY_LOCALES, `${language}.ftl`), 'utf8')

  test('are all used, each by a sheet, and have Latin digits and letters of that language only', () => {
    expect(source).not.toMatch(/[٠-٩۰-۹]/)
    if (language === 'ckb') expect(source).not.toMatch(/[ةيك]/)
    if (language === 'ar') expect(source).not.toMatch(/[ەێۆڕڵ]/)
    expect(new Set(body.map(({ id }) => id)).size).toBe(body.length)
  })

  test('a sheet of any month is worded without a gap', () => {
    const sheets = [
      busy(language),
      aMonthly(language, []),
      aMonthly(language, [...casesIn(OCTOBER, 3), ...busyMonth(SEPTEMBER)]),
      aMonthly(language, [...busyMonth(OCTOBER), ...busyMonth(SEPTEMBER)], { madeAt: spanOf(OCTOBER).from }),
    ].map((input) => JSON.stringify(writeMonthlyDocument(phrases, input)))
    for (const sheet of sheets) expect(sheet).not.toMatch(/undefined|NaN|\{ ?\$|monthly-/)
  })
})
