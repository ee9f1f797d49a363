import type { DeskAgent } from '../../base/member.ts'
import type { Language } from '../../base/language.ts'
import type { Instant } from '../../base/units.ts'
import { optionKey } from '../../model/keys.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { StatisticsDesk } from './desk.ts'
import { monthBefore, spanOf, type Month } from './month.ts'
import { writeMonthly, type MonthlyReport } from './monthly.ts'

/** A month's report, with what else stands on its sheet. */
export type MonthlyInput = {
  readonly report: MonthlyReport
  readonly language: Language
  /** Who runs this service; nothing where they named nobody. */
  readonly organisation?: Readonly<Record<Language, string>>
  /** With its version. */
  readonly software: string
  /** Everything here is invented. */
  readonly practice: boolean
  /** What a governorate is called in the language. */
  readonly governorate: (key: string) => string
}

export type MonthlyPrinter = {
  /** A PDF; the same input gives the same bytes. Throws `part_unavailable` where it cannot be made. */
  readonly print: (input: MonthlyInput) => Promise<Uint8Array>
}

/** `ahead`: no week of the month has begun; the first one does at `from`. */
export type MonthlyMade =
  { readonly status: 'made'; readonly pdf: Uint8Array } | { readonly status: 'ahead'; readonly from: Instant }

/** `reader`: as of `StatisticsDesk`; what is out of their sight hides as on their page. */
export type MonthlyDesk = {
  readonly make: (month: Month, language: Language, reader: DeskAgent | undefined) => Promise<MonthlyMade>
}

/** Makes the report of a month out of the same figures as the page of statistics. */
export const makeMonthly = (
  ports: Pick<CasePorts, 'clock' | 'phrases' | 'triage' | 'flow'>,
  statistics: StatisticsDesk,
  { print }: MonthlyPrinter,
  about: { readonly software: string; readonly practice: () => boolean },
): MonthlyDesk => ({
  make: async (month, language, reader) => {
    const { from } = spanOf(month)
    const madeAt = ports.clock.now()
    if (madeAt < from) return { status: 'ahead', from }
    const now = await statistics.read(spanOf(month), reader)
    const earlier = await statistics.read(spanOf(monthBefore(month)), reader)
    const { operator, roles } = ports.flow
    const report = writeMonthly(month, { now, earlier }, { targets: ports.triage.targets, madeAt })
    const pdf = await print({
      report,
      language,
      ...(operator === undefined ? {} : { organisation: operator.name }),
      software: about.software,
      practice: about.practice(),
      governorate: (key) => ports.phrases.say(language, optionKey(roles.region ?? '', key)),
    })
    return { status: 'made', pdf }
  },
})
