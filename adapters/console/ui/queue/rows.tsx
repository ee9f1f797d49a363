import { Skeleton } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { CaseRow } from '../../contract/index.ts'
import { usePreferences, type Density } from '../browser/preferences.tsx'
import { useShortcuts } from '../browser/shortcuts.ts'
import { useT } from '../language/language.tsx'
import { Legend, useLegend } from './legend.tsx'
import { Row } from './row.tsx'

/** Height of a row in pixels; three lines, or two where it is dense. */
const ROWS: Readonly<Record<Density, number>> = { dense: 44, normal: 100, large: 132 }
/** Room that the words of a row's signs may need. */
const LEGEND = 150
/** Rows before the end at which the next page is asked for. */
const AHEAD = 20

const Waiting = (): ReactNode => {
  const t = useT()
  return (
    <div className="queue-skeleton" role="status" aria-label={t('loading')}>
      {[0, 1, 2, 3, 4].map((each) => (
        <Skeleton key={each} height={72} animate={false} />
      ))}
    </div>
  )
}

/** The list itself: only what is on the screen exists, whatever its length. */
export const Rows = ({
  rows,
  pending,
  more,
  loadMore,
  selected,
  empty,
  offset,
  keepOffset,
  picked,
  pick,
}: {
  readonly rows: readonly CaseRow[]
  readonly pending: boolean
  readonly more: boolean
  readonly loadMore: () => void
  readonly selected: string | undefined
  readonly empty: string
  readonly offset: number
  readonly keepOffset: (offset: number) => void
  /** Where several are being chosen: those that are. */
  readonly picked?: ReadonlySet<string> | undefined
  readonly pick?: (code: string) => void
}): ReactNode => {
  const t = useT()
  const { letterKeys, discreet, density } = usePreferences()
  const height = ROWS[density]
  const legend = useLegend()
  const box = useRef<HTMLDivElement>(null)
  const wanted = useRef<number | undefined>(undefined)
  const scrolled = useRef(offset)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.code ?? index,
    overscan: 6,
    initialOffset: offset,
    onChange: ({ scrollOffset }) => {
      scrolled.current = scrollOffset ?? 0
    },
  })
  const measure = list.measure
  useEffect(() => measure(), [height, measure])
  const shown = list.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0

  useEffect(() => {
    if (more && last >= rows.length - AHEAD) loadMore()
  })
  // A phone that opens a case and comes back stands where it was.
  const keep = useRef(keepOffset)
  useEffect(() => () => keep.current(scrolled.current), [])
  // The row to focus may not exist before the list has scrolled to it.
  useEffect(() => {
    if (wanted.current === undefined) return
    const row = box.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`)
    if (row === null || row === undefined) return
    wanted.current = undefined
    row.focus({ preventScroll: true })
  })

  const move = (by: 1 | -1): void => {
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset['index'] : undefined
    const chosen = rows.findIndex((row) => row.code === selected)
    const from =
      focused === undefined ? (chosen < 0 ? (by === 1 ? -1 : rows.length) : chosen) : Number(focused)
    const to = Math.min(rows.length - 1, Math.max(0, from + by))
    const row = box.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)
    list.scrollToIndex(to)
    if (row === null || row === undefined) wanted.current = to
    else row.focus({ preventScroll: true })
  }
  useShortcuts(letterKeys, { KeyJ: () => move(1), KeyK: () => move(-1) })
  const press = (event: KeyboardEvent): void => {
    if (event.code !== 'ArrowDown' && event.code !== 'ArrowUp') return
    event.preventDefault()
    move(event.code === 'ArrowDown' ? 1 : -1)
  }

  if (pending) return <Waiting />
  if (rows.length === 0) return <p className="queue-empty">{empty}</p>
  const told = legend.index === undefined ? undefined : rows[legend.index]
  const place = shown.find(({ index }) => index === legend.index)
  const below = (place?.start ?? 0) + height
  const isAbove = below + LEGEND > (list.scrollOffset ?? 0) + (list.scrollRect?.height ?? Infinity)
  return (
    <div
      ref={box}
      className="queue-list"
      data-density={density}
      onKeyDown={press}
      role="presentation"
      {...legend.watch}
    >
      <ul style={{ height: list.getTotalSize() }} aria-label={t('queue-title')}>
        {shown.map((item) => {
          const row = rows[item.index]
          return row === undefined ? null : (
            <li
              key={item.key}
              style={{ transform: `translateY(${item.start}px)`, height }}
              aria-setsize={more ? -1 : rows.length}
              aria-posinset={item.index + 1}
            >
              <Row
                row={row}
                index={item.index}
                selected={row.code === selected}
                hidden={discreet}
                picked={picked?.has(row.code)}
                pick={() => pick?.(row.code)}
              />
            </li>
          )
        })}
      </ul>
      {told !== undefined && place !== undefined && (
        <Legend row={told} hidden={discreet} above={isAbove} top={isAbove ? place.start : below} />
      )}
    </div>
  )
}
