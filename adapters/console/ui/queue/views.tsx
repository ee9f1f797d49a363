import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import type { CasePage } from '../../contract/index.ts'
import { mayWork, meQuery, shiftQuery, VIEWS, type View } from '../api/reads.ts'
import { useT } from '../language/language.tsx'

const SavedView = lazy(async () => ({ default: (await import('./saved-view.tsx')).SavedView }))

type Counts = Partial<Record<View, number>>

/** How many there are of each, where that is known: what is closed is not counted. */
export const useCounts = (open: CasePage['counts'] | undefined): Counts => {
  const { data: me } = useQuery(meQuery)
  const { data: shift } = useQuery({ ...shiftQuery, enabled: mayWork(me) })
  const held = shift?.held ?? []
  const snoozed = held.filter(({ snoozedUntil }) => snoozedUntil !== undefined).length
  const rest =
    open === undefined
      ? {}
      : { waiting: open.waiting, bot: open.bot, all: open.waiting + open.bot + open.agent }
  return { mine: held.length - snoozed, snoozed, ...rest }
}

/** Which cases: in as many lines as there is room for, each with how many there are. */
export const Views = ({
  view,
  saved,
  choose,
  counts,
  disabled,
}: {
  readonly view: View
  /** The id of the saved view that is shown in its place. */
  readonly saved: string
  readonly choose: (view: View) => void
  readonly counts: Counts
  readonly disabled: boolean
}): ReactNode => {
  const t = useT()
  return (
    <div className="queue-views" role="radiogroup" aria-label={t('queue-views')}>
      {VIEWS.map((each) => (
        <label key={each} data-chosen={each === view && !disabled && saved === ''}>
          <input
            type="radio"
            name="queue-view"
            checked={each === view && saved === ''}
            disabled={disabled}
            onChange={() => choose(each)}
          />
          <span>{t(`view-${each}`)}</span>
          {(counts[each] ?? 0) > 0 && <span className="view-count">{counts[each]}</span>}
        </label>
      ))}
      {saved !== '' && (
        <Suspense fallback={null}>
          <SavedView id={saved} disabled={disabled} />
        </Suspense>
      )}
    </div>
  )
}
