import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPhrases } from '../../../adapters/phrases/index.ts'
import { openReport, REPORT_LOCALES } from '../../../adapters/report/index.ts'
import type { ReportInput } from '../../../core/custody/bundle/report-input.ts'

export const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1_048_576,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

const MARKS = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** Where a line ends is the page's affair. */
export const textOf = (file: string): string =>
  run('pdftotext', file, '-').replaceAll(MARKS, '').replaceAll(/\s+/g, ' ')
export const infoOf = (file: string, name: string): string =>
  new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(run('pdfinfo', file))?.[1] ?? ''
export const pagesOf = (file: string): number => Number(infoOf(file, 'Pages'))

/**
 * Reports as files, to be read with Debian's poppler and qpdf, which are not ours: a second opinion
 * on what was written.
 */
export const openReading = () => {
  const report = openReport({ phrases: openPhrases({ resources: REPORT_LOCALES }) })
  const folder = mkdtempSync(join(tmpdir(), 'amin-report-'))
  let files = 0
  const write = (data: Uint8Array): string => {
    const file = join(folder, `${++files}.pdf`)
    writeFileSync(file, data)
    return file
  }
  return {
    render: report.render,
    keep: async (input: ReportInput): Promise<string> => write(await report.render(input)),
    write,
    close: async (): Promise<void> => {
      await report.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
