import type { Change, Size } from '../../../core/services/statistics/change.ts'
import type { Headline, MonthlyReport } from '../../../core/services/statistics/monthly.ts'
import type { Ms } from '../../../core/base/units.ts'
import type { Sheet } from './sheet.ts'
import type { Words } from './words.ts'

type Compared = Extract<Change, { readonly before: number }>
type Said = { readonly change: string | null; readonly before: string | null }

/** How each kind of figure is written, and what its change is called. */
type Kind = {
  readonly write: (now: number) => string
  readonly changed: (change: Compared) => string
  /** Months have four weeks or five: of numbers that grow with them that is said. */
  readonly weekly?: true
}

const countChanged =
  (w: Words, { before }: MonthlyReport) =>
  (change: Compared): string => {
    if (change.kind === 'unclear') return w.say('monthly-unclear')
    return change.before === 0
      ? w.say('monthly-from-none', { month: w.nameOfMonth(before) })
      : w.say(`monthly-${change.kind}-${change.size}`)
  }

/** Sizes of a change that are much of a length. */
const MUCH = { more: new Set<Size>(['twice', 'beyond']), less: new Set<Size>(['half', 'beyond']) } as const

const lengthChanged =
  (w: Words) =>
  (change: Compared): string => {
    if (change.kind === 'unclear') return w.say('monthly-long-unclear')
    const { more, less } = MUCH
    return change.kind === 'more'
      ? w.say(more.has(change.size) ? 'monthly-long-much' : 'monthly-long-more')
      : w.say(less.has(change.size) ? 'monthly-long-far' : 'monthly-long-less')
  }

const shareChanged =
  (w: Words) =>
  ({ kind }: Compared): string =>
    w.say(kind === 'unclear' ? 'monthly-unclear' : `monthly-share-${kind}`)

const sayChange = (w: Words, report: MonthlyReport, { change }: Headline, kind: Kind): Said => {
  const month = w.nameOfMonth(report.before)
  if (!('before' in change))
    return {
      change: change.kind === 'running' ? null : w.say(`monthly-${change.kind}`, { month }),
      before: null,
    }
  const value = kind.write(change.before)
  const words = kind.changed(change)
  const uneven = kind.weekly === true && report.weeks !== report.weeksBefore
  return uneven
    ? {
        change: change.before === 0 ? words : w.say('monthly-weekly', { change: words }),
        before: w.say('monthly-before-weeks', { month, value, weeks: report.weeksBefore }),
      }
    : { change: words, before: w.say('monthly-before', { month, value }) }
}

/** The five figures that are read first, each with its change against the month before. */
export const writeShort = (w: Words, report: MonthlyReport): NonNullable<Sheet<string>['short']> => {
  const count: Kind = { write: w.number, changed: countChanged(w, report), weekly: true }
  const kinds: ReadonlyArray<readonly [keyof MonthlyReport['headlines'], Kind]> = [
    ['cases', count],
    ['urgent', count],
    ['reply', { write: (now) => w.length(now as Ms), changed: lengthChanged(w) }],
    ['soon', { write: w.percent, changed: shareChanged(w) }],
    ['closed', count],
  ]
  return {
    title: w.say('monthly-short'),
    rows: kinds.map(([name, kind]) => {
      const headline = report.headlines[name]
      return {
        figure: w.figure(headline.now === undefined ? undefined : kind.write(headline.now)),
        label: w.say(`monthly-${name}-label`),
        ...sayChange(w, report, headline, kind),
      }
    }),
  }
}
