import { readFileSync } from 'node:fs'
import * as mupdf from 'mupdf'
import { afterAll, expect, test } from 'vitest'
import type { ReportInput, ReportLine } from '../../../core/custody/bundle/report-input.ts'
import { openPhrases } from '../../../adapters/phrases/index.ts'
import { MONTHLY_LOCALES, openReport, REPORT_LOCALES } from '../../../adapters/report/index.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { aMonthly, busyMonth, OCTOBER } from '../../build/monthly.ts'
import { aReport } from '../../build/report-input.ts'
import { inOrder, RUNS, sentencesAround } from '../../reading-order.ts'
import { openReading } from './reading.ts'

const reading = openReading()
afterAll(() => reading.close())

type Sign = { readonly sign: string; readonly x: number; readonly y: number }

/** Every line of a report as the eye has it: its signs from left to right, blanks left out. */
const linesOf = (file: string): readonly string[] => {
  const document = mupdf.Document.openDocument(readFileSync(file), 'application/pdf')
  return Array.from({ length: document.countPages() }, (_, n) => {
    const signs: Sign[] = []
    document
      .loadPage(n)
      .toStructuredText('preserve-whitespace')
      .walk({
        onChar: (sign, origin) => {
          if (/[^\s\u200b]/.test(sign)) signs.push({ sign, x: origin[0], y: origin[1] })
        },
      })
    const lines: Sign[][] = []
    for (const one of signs.toSorted((a, b) => a.y - b.y)) {
      const last = lines.at(-1)
      if (last !== undefined && Math.abs((last[0]?.y ?? 0) - one.y) < 2) last.push(one)
      else lines.push([one])
    }
    return lines.map((line) =>
      line
        .toSorted((a, b) => a.x - b.x)
        .map(({ sign }) => sign)
        .join(''),
    )
  }).flat()
}

test('a handle, number, link or file name is printed from left to right, in Arabic, Kurdish and English words', async () => {
  const input = aReport('ar')
  const [like] = input.messages
  if (like === undefined) throw new Error('no message')
  // A message is set in the direction of most of its letters, so each stands alone.
  const messages = RUNS.flatMap((run, n) =>
    sentencesAround(run).map((text, m): ReportLine => ({
      ...like,
      id: `${n}.${m}`,
      who: 'person',
      text,
      edits: [],
    })),
  )
  const lines = linesOf(await reading.keep({ ...input, messages }))
  for (const run of RUNS)
    expect([run, lines.filter((line) => line.includes(inOrder(run))).length]).toEqual([
      run,
      sentencesAround(run).length,
    ])
})

test('so is the name of a file among Arabic and Kurdish words, where the report lists what was sent', async () => {
  const input = aReport('ar')
  const like = input.evidence[1]
  if (like === undefined) throw new Error('no item')
  const evidence = RUNS.flatMap((run, n) =>
    [run, `صورة ${run}`, `(${run}) وێنە`].map((originalName, m) => ({
      ...like,
      id: `E1${n}0${m}`,
      originalName,
    })),
  )
  const lines = linesOf(await reading.keep({ ...input, messages: [], evidence }))
  for (const run of RUNS)
    expect([run, lines.filter((line) => line.includes(inOrder(run))).length]).toEqual([run, 3])
})

const PARTS: readonly [string, (input: ReportInput, run: string) => Partial<ReportInput>, number, number?][] =
  [
    [
      'of the identifiers, as they are and as they were written',
      (_, run) => ({
        identifiers: [{ type: 'url', value: run, raw: untrusted(`حسابه ${run}`), owner: 'perpetrator' }],
      }),
      2,
    ],
    [
      'of the story',
      ({ narrative }, run) => ({
        narrative: narrative.map((one) => ({ ...one, text: untrusted(sentencesAround(run).join('\n')) })),
      }),
      sentencesAround('').length,
    ],
    [
      'of the answers',
      ({ answers }, run) => ({
        answers: answers
          .slice(0, 1)
          .map((one) => ({ ...one, answer: { kind: 'words', text: untrusted(`حسابه ${run} هناك`) } })),
      }),
      1,
    ],
    [
      'of the timeline, by names of the team',
      ({ timeline }, run) => ({
        timeline: timeline.slice(0, 1).map((one) => ({ ...one, what: 'case_claimed', detail: `نور ${run}` })),
      }),
      1,
    ],
    [
      'of who looked and why, with what fits a narrow column',
      ({ custody }, run) => ({
        custody: {
          ...custody,
          steps: custody.steps
            .filter(({ reason }) => reason !== undefined)
            .map((one) => ({ ...one, actor: `agent نور ${run}`, reason: `للتحقق من ${run} الآن` })),
        },
      }),
      2,
      16,
    ],
  ]

test.each(PARTS)('so is it in the lines %s', async (_, part, times, most = Infinity) => {
  const input = { ...aReport('ar'), messages: [], evidence: [] }
  const turned: unknown[] = []
  for (const run of RUNS.filter((one) => one.length <= most)) {
    const lines = linesOf(await reading.keep({ ...input, ...part(input, run) }))
    const found = lines.filter((line) => line.includes(inOrder(run))).length
    if (found < times) turned.push([run, found])
  }
  expect(turned).toEqual([])
})

test('so is it in the name of who made the report of a month', async () => {
  const phrases = openPhrases({ resources: [REPORT_LOCALES, MONTHLY_LOCALES] })
  const report = openReport({ phrases })
  try {
    for (const language of ['ar', 'ckb'] as const)
      for (const run of RUNS) {
        const name = `جمعية ${run} للمساعدة`
        const organisation = { ar: name, ckb: name, en: name }
        const sheet = aMonthly(language, busyMonth(OCTOBER), { organisation })
        const lines = linesOf(reading.write(await report.print(sheet)))
        expect([language, run, lines.some((line) => line.includes(inOrder(run)))]).toEqual([
          language,
          run,
          true,
        ])
      }
  } finally {
    await report.close()
  }
})
