import { fileURLToPath } from 'node:url'
import { Failure } from '../../core/base/failure.ts'
import { DEFAULT_LANGUAGE } from '../../core/base/language.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Phrases } from '../../core/ports/phrases.ts'
import type { Report } from '../../core/custody/bundle/reporter.ts'
import type { MonthlyPrinter } from '../../core/services/statistics/monthly-desk.ts'
import { secondLanguage } from './document.ts'
import { writeOrder } from './frame.ts'
import { writeMonthlyDocument } from './monthly/document.ts'
import { writeMonthlyOrder } from './monthly/order.ts'
import { setReport } from './process.ts'
import type { Limits, Setting } from './process.ts'
import { gatherWords } from './words.ts'

/** The folder of the locales of a case's report. */
export const REPORT_LOCALES = fileURLToPath(new URL('locales', import.meta.url))
/** What the report of a month says besides. */
export const MONTHLY_LOCALES = fileURLToPath(new URL('monthly/locales', import.meta.url))

const DEFAULTS: Limits = { reportMs: 180_000, residentBytes: 3_221_225_472, pdfBytes: 536_870_912 }

const PART = 'the process that makes reports'

/**
 * Reports are set one at a time, in the order they were asked for, each in a process of its own
 * that ends with it: a long one holds up nobody, and nothing of a case stays in memory. `phrases`
 * are those of `REPORT_LOCALES` and `MONTHLY_LOCALES`.
 */
export const openReport = (options: {
  readonly phrases: Phrases
  readonly log?: Log
  readonly limits?: Partial<Limits>
}): Report & MonthlyPrinter & { readonly close: () => Promise<void> } => {
  const limits = { ...DEFAULTS, ...options.limits }
  let closed = false
  let current: Setting | undefined
  let queue: Promise<unknown> = Promise.resolve()

  const set = async (order: () => readonly Uint8Array[]): Promise<Uint8Array> => {
    if (closed) throw new Failure('part_unavailable', PART)
    current = setReport(order(), limits)
    const pdf = await current.result
    current = undefined
    if (pdf !== undefined) return pdf
    if (!closed) options.log?.error('a report could not be set')
    throw new Failure('part_unavailable', PART)
  }
  const inTurn = (order: () => readonly Uint8Array[]): Promise<Uint8Array> => {
    const turn = queue.then(() => set(order))
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    render: (input) =>
      inTurn(() => {
        const a = gatherWords(options.phrases, DEFAULT_LANGUAGE)
        const b = gatherWords(options.phrases, secondLanguage(input))
        return writeOrder(input, { a, b })
      }),
    print: (input) => inTurn(() => writeMonthlyOrder(writeMonthlyDocument(options.phrases, input))),
    close: async () => {
      closed = true
      current?.kill()
      await queue
    },
  }
}
