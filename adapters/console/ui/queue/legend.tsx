import { useEffect, useRef, useState, type FocusEvent, type PointerEvent, type ReactNode } from 'react'
import type { CaseRow } from '../../contract/index.ts'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { changesText, useChanges } from './changed.tsx'
import { useFacts } from './facts.tsx'
import { useMarkWords } from './marks.tsx'

/** Who only passes over a row reads nothing. */
const LINGER_MS = 350

/**
 * Which row the words are shown of: the one that is pointed at for a moment, or that has the focus
 * of the keyboard.
 */
export const useLegend = () => {
  const [index, setIndex] = useState<number>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const ask = (next: number | undefined, wait: number): void => {
    clearTimeout(timer.current)
    if (next === undefined) setIndex(undefined)
    else timer.current = setTimeout(() => setIndex(next), wait)
  }
  const rowAt = (target: EventTarget): HTMLElement | undefined =>
    target instanceof Element ? (target.closest<HTMLElement>('[data-index]') ?? undefined) : undefined
  const numberOf = (row: HTMLElement | undefined): number | undefined =>
    row?.dataset['index'] === undefined ? undefined : Number(row.dataset['index'])
  return {
    index,
    watch: {
      onPointerOver: (event: PointerEvent): void => {
        if (event.pointerType === 'mouse') ask(numberOf(rowAt(event.target)), LINGER_MS)
      },
      onPointerLeave: (): void => ask(undefined, 0),
      onFocus: (event: FocusEvent): void => {
        const row = rowAt(event.target)
        ask(row?.matches(':focus-visible') === true ? numberOf(row) : undefined, 0)
      },
      onBlur: (): void => ask(undefined, 0),
    },
  }
}

/** What the signs of a row mean, and its facts in whole where the line cuts them. */
export const Legend = ({
  row,
  hidden,
  top,
  above,
}: {
  readonly row: CaseRow
  readonly hidden: boolean
  /** In pixels from the beginning of the list; of the edge that touches the row. */
  readonly top: number
  readonly above: boolean
}): ReactNode => {
  const t = useT()
  const changes = useChanges(row)
  const facts = useFacts()(row)
  const words = useMarkWords()(row)
  return (
    // The signs have their words for who hears them.
    <div className="row-legend" data-above={above} style={{ top }} aria-hidden>
      {!hidden && facts.length > 0 && (
        <ul className="legend-facts">
          {facts.map((each) => (
            <li key={each}>
              <Words text={each} />
            </li>
          ))}
        </ul>
      )}
      {changes !== undefined && <p className="legend-changed">{changesText(t, changes)}</p>}
      <ul>
        <li>{t(`severity-${row.severity}`)}</li>
        {row.unread > 0 && <li>{t('row-unread', { count: row.unread })}</li>}
        {words.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  )
}
