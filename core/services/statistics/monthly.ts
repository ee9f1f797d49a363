import { SEVERITIES, type Severity } from '../../base/severity.ts'
import type { Instant, Ms } from '../../base/units.ts'
import type { Targets } from '../../model/targets.ts'
import type { Cell, Counted } from './cells.ts'
import { changeOfCount, changeOfLength, changeOfShare, percentOf, type Change } from './change.ts'
import { monthBefore, spanOf, weeksIn, type Month } from './month.ts'
import type { NetworkFigures } from './networks.ts'
import type { Durations } from './replies.ts'
import { WEEK, type Dimension, type Statistics, type Sum } from './tally.ts'

export type Figures = Statistics & { readonly networks: NetworkFigures }

/** A count, or a share in hundredths or a length where it is one; nothing where it is not shown. */
export type Headline = { readonly now: number | undefined; readonly change: Change }

export type SeverityLine = {
  readonly key: Severity
  readonly cases: Cell
  readonly target: Pick<Targets[Severity], 'reply' | 'replyAtNight'>
  /** Who of them was answered by a person. */
  readonly answered: Cell
  /** Of those answered, in hundredths: as soon as the target asks. */
  readonly soon?: number
  readonly median?: Ms
}

/**
 * What a month comes to, for who reads one sheet of it: numbers and nothing worded. All of them are
 * those of `tally`, hidden as there.
 */
export type MonthlyReport = {
  readonly month: Month
  readonly before: Month
  readonly from: Instant
  /** Without it. */
  readonly to: Instant
  readonly weeks: number
  readonly weeksBefore: number
  readonly madeAt: Instant
  /** It is not over yet. */
  readonly running: boolean
  readonly headlines: Readonly<Record<'cases' | 'urgent' | 'reply' | 'soon' | 'closed', Headline>>
  readonly severities: readonly SeverityLine[]
  /** Nine of ten of those who were answered waited no longer. */
  readonly longest?: Ms
  /** Every week of the month that has begun, those without a case too; from the first on. */
  readonly byWeek: readonly { readonly week: Instant; readonly cases: Cell }[]
  readonly outcomes: readonly Counted[]
  readonly governorates: readonly Counted[]
  readonly channels: readonly Counted[]
  readonly money: readonly Sum[]
  readonly moneyPaid: readonly Sum[]
  /** As they stood when it was made. */
  readonly networks: Pick<NetworkFigures, 'networks' | 'cases'>
}

const cellIn = (lines: readonly Counted[], key: string): Cell =>
  lines.find((line) => line.key === key)?.cases ?? 0

const shown = (cell: Cell): number | undefined => (cell === 'few' ? undefined : cell)

/** The most first; what is hidden comes last and by its key, so that its place says nothing of it. */
const mostFirst = (lines: readonly Counted[]): readonly Counted[] =>
  lines.toSorted(
    (a, b) => (shown(b.cases) ?? -1) - (shown(a.cases) ?? -1) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  )

const severitiesOf = ({ by, firstReplyBy }: Figures, targets: Targets): readonly SeverityLine[] =>
  SEVERITIES.map((key) => {
    const replies: Durations = firstReplyBy.find((line) => line.key === key) ?? { of: 0 }
    const soon = percentOf(replies)
    const { reply, replyAtNight } = targets[key]
    return {
      key,
      cases: cellIn(by.severity, key),
      target: replyAtNight === undefined ? { reply } : { reply, replyAtNight },
      answered: replies.of,
      ...(soon === undefined ? {} : { soon }),
      ...(replies.median === undefined ? {} : { median: replies.median }),
    }
  })

/** `now` and `earlier`: of the weeks of the month and of the month before. */
export const writeMonthly = (
  month: Month,
  { now, earlier }: { readonly now: Figures; readonly earlier: Figures },
  { targets, madeAt }: { readonly targets: Targets; readonly madeAt: Instant },
): MonthlyReport => {
  const span = spanOf(month)
  const before = monthBefore(month)
  const [weeks, weeksBefore] = [weeksIn(span), weeksIn(spanOf(before))]
  const running = madeAt < span.to
  const against = (change: Change): Change => (running ? { kind: 'running' } : change)
  const count = (of: (figures: Figures) => Cell): Headline => ({
    now: shown(of(now)),
    change: against(changeOfCount({ count: of(now), weeks }, { count: of(earlier), weeks: weeksBefore })),
  })
  const line = (dimension: Dimension, key: string) => (figures: Figures) => cellIn(figures.by[dimension], key)
  const starts = Array.from({ length: weeks }, (_, i) => (span.from + i * WEEK) as Instant)
  return {
    month,
    before,
    ...span,
    weeks,
    weeksBefore,
    madeAt,
    running,
    headlines: {
      cases: count(({ cases }) => cases),
      urgent: count(line('severity', 'P1')),
      reply: {
        now: now.firstReply.median,
        change: against(changeOfLength(now.firstReply.median, earlier.firstReply.median)),
      },
      soon: {
        now: percentOf(now.firstReply),
        change: against(changeOfShare(now.firstReply, earlier.firstReply)),
      },
      // The cases of the month before had a month more to be closed in.
      closed: {
        now: shown(cellIn(now.by.status, 'closed')),
        change: { kind: running ? 'running' : 'unfinished' },
      },
    },
    severities: severitiesOf(now, targets),
    ...(now.firstReply.p90 === undefined ? {} : { longest: now.firstReply.p90 }),
    byWeek: starts
      .filter((week) => week <= madeAt)
      .map((week) => ({ week, cases: cellIn(now.by.week, String(week)) })),
    outcomes: mostFirst(now.by.outcome),
    governorates: mostFirst(now.by.governorate),
    channels: mostFirst(now.by.channel),
    money: now.money,
    moneyPaid: now.moneyPaid,
    networks: { networks: now.networks.networks, cases: now.networks.cases },
  }
}
