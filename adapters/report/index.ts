import { fileURLToPath } from 'node:url'
import type { ReportInput } from '../../core/custody/bundle/report-input.ts'
import { Failure } from '../../core/base/failure.ts'
import { DEFAULT_LANGUAGE } from '../../core/base/language.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Phrases } from '../../core/ports/phrases.ts'
import type { Report } from '../../core/custody/bundle/reporter.ts'
import { secondLanguage } from './document.ts'
import { writeOrder } from './frame.ts'
import { setReport } from './process.ts'
import type { Limits, Setting } from './process.ts'
import { gatherWords } from './words.ts'

/** The folder of the report's own locales, to open `phrases` with. */
export const REPORT_LOCALES = fileURLToPath(new URL('locales', import.meta.url))

const DEFAULTS: Limits = { reportMs: 180_000, residentBytes: 3_221_225_472, pdfBytes: 536_870_912 }

const PART = 'the process that makes reports'

/**
 * Reports are set one at a time, in the order they were asked for, each in a process of its own
 * that ends with it: a long one holds up nobody, and nothing of a case stays in memory. `phrases`
 * are those of `REPORT_LOCALES`.
 */
export const openReport = (options: {
  readonly phrases: Phrases
  readonly log?: Log
  readonly limits?: Partial<Limits>
}): Report & { readonly close: () => Promise<void> } => {
  const limits = { ...DEFAULTS, ...options.limits }
  let closed = false
  let current: Setting | undefined
  let queue: Promise<unknown> = Promise.resolve()

  const render = async (input: ReportInput): Promise<Uint8Array> => {
    if (closed) throw new Failure('part_unavailable', PART)
    const a = gatherWords(options.phrases, DEFAULT_LANGUAGE)
    const b = gatherWords(options.phrases, secondLanguage(input))
    current = setReport(writeOrder(input, { a, b }), limits)
    const pdf = await current.result
    current = undefined
    if (pdf !== undefined) return pdf
    if (!closed) options.log?.error('a report could not be set')
    throw new Failure('part_unavailable', PART)
  }

  return {
    render: (input) => {
      const turn = queue.then(() => render(input))
      queue = turn.catch(() => undefined)
      return turn
    },
    close: async () => {
      closed = true
      current?.kill()
      await queue
    },
  }
}
