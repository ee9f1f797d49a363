import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { openPhrases } from '../../../adapters/phrases/index.ts'
import { openReport, REPORT_LOCALES } from '../../../adapters/report/index.ts'
import { isFailure } from '../../../core/base/failure.ts'
import { aLine, aReport } from '../../build/report-input.ts'

const phrases = openPhrases({ resources: REPORT_LOCALES })
const open = (limits = {}) => openReport({ phrases, limits })
const fault = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => undefined).catch((error: unknown) => error)

test('reports asked for at once come one after the other, each its own', async () => {
  const report = open()
  const [first, second, third] = await Promise.all([
    report.render(aReport('ar')),
    report.render(aReport('ckb')),
    report.render(aReport('ar')),
  ])
  expect(Buffer.from(first ?? [])).toEqual(Buffer.from(third ?? []))
  expect(Buffer.from(first ?? [])).not.toEqual(Buffer.from(second ?? []))
  await report.close()
})

test.each([
  ['is late', { reportMs: 1 }],
  ['takes too much memory', { residentBytes: 1 }],
  ['writes too much', { pdfBytes: 1_000 }],
])('a process that %s is ended, with a failure that tells nothing of the case', async (_, limits) => {
  const report = open(limits)
  const messages = Array.from({ length: 300 }, (__, i) => aLine(i, 'كلمات كثيرة '.repeat(50)))
  const error = await fault(report.render(aReport('ar', { messages })))
  expect(isFailure(error, 'part_unavailable')).toBe(true)
  expect(String(error)).not.toContain('كلمات')
  await report.close()
})

test('after one that failed the next is made', async () => {
  const report = open()
  const broken = { ...aReport('ar'), messages: undefined } as unknown as ReturnType<typeof aReport>
  expect(isFailure(await fault(report.render(broken)), 'part_unavailable')).toBe(true)
  expect((await report.render(aReport('ar'))).length).toBeGreaterThan(100_000)
  await report.close()
})

test('closing ends what is under way and refuses what comes after', async () => {
  const report = open()
  const under = fault(report.render(aReport('ar')))
  const waiting = fault(report.render(aReport('ar')))
  await report.close()
  expect(isFailure(await under, 'part_unavailable')).toBe(true)
  expect(isFailure(await waiting, 'part_unavailable')).toBe(true)
  expect(isFailure(await fault(report.render(aReport('ar'))), 'part_unavailable')).toBe(true)
})

test('no process is left behind', async () => {
  const report = open()
  await report.render(aReport('ar'))
  await report.close()
  const mine = execFileSync('ps', ['--ppid', String(process.pid), '-o', 'args='], { encoding: 'utf8' })
  expect(mine).not.toContain('adapters/report/child.ts')
})
