import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../language/language.tsx'

type Way = 'up' | 'down'

const WAY_OF: Readonly<Record<string, Way>> = { ArrowUp: 'up', ArrowDown: 'down' }

/** The list with one of its lines a place on; as it is where that line is gone, or stands at this end. */
export const movedIn = <Line extends { readonly id: string }>(
  list: readonly Line[],
  id: string,
  way: Way,
): readonly Line[] => {
  const place = list.findIndex((line) => line.id === id)
  const to = way === 'up' ? place - 1 : place + 1
  const [here, there] = [list[place], list[to]]
  return here === undefined || there === undefined ? list : list.with(place, there).with(to, here)
}

type Line = { readonly id: string; readonly name: string }
type Moving = {
  /** For the element of a line: Alt with an arrow moves it from anywhere in it but a field. */
  readonly line: (id: string) => {
    readonly 'data-line': string
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
  /** Its two buttons. */
  readonly keys: (id: string) => ReactNode
  /** Where the line that was moved stands now, for who cannot see it; empty before. */
  readonly said: string
}

/**
 * Lines that are put in another order, one place at a time. `says`: the beginning of the keys of its
 * words. `move` is done before the next press counts; false where nothing was moved.
 */
export const useMoving = (
  lines: readonly Line[],
  says: string,
  move: (id: string, way: Way) => boolean | Promise<boolean>,
): Moving => {
  const t = useT()
  const busy = useRef(false)
  const pressed = useRef<HTMLElement>(undefined)
  const [moved, setMoved] = useState<string>()
  const order = lines.map(({ id }) => id).join(' ')
  // A line that is moved in the page loses the focus; at the end of the list its other button has it.
  useEffect(() => {
    const [from, now] = [pressed.current, document.activeElement]
    const isLost = now === null || now === document.body || now.matches(':disabled')
    if (from === undefined || !isLost) return
    const other = from.closest('[data-line]')?.querySelector<HTMLElement>('[data-way]:not(:disabled)')
    ;(from.matches(':disabled') ? other : from)?.focus()
  }, [order])
  const press = async (id: string, way: Way, from: HTMLElement): Promise<void> => {
    const at = lines.findIndex((line) => line.id === id)
    if (busy.current || lines[way === 'up' ? at - 1 : at + 1] === undefined) return
    busy.current = true
    pressed.current = from
    setMoved(undefined)
    if (await move(id, way)) setMoved(id)
    busy.current = false
  }
  const key = (id: string, way: Way): ReactNode => {
    const at = lines.findIndex((line) => line.id === id)
    return (
      <ActionIcon
        variant="default"
        size="lg"
        data-way={way}
        disabled={at === (way === 'up' ? 0 : lines.length - 1)}
        aria-label={t(`${says}-${way}`, { name: lines[at]?.name ?? '' })}
        aria-keyshortcuts={way === 'up' ? 'Alt+ArrowUp' : 'Alt+ArrowDown'}
        title={way === 'up' ? 'Alt ↑' : 'Alt ↓'}
        onClick={(event) => void press(id, way, event.currentTarget)}
      >
        {way === 'up' ? <IconArrowUp size={18} /> : <IconArrowDown size={18} />}
      </ActionIcon>
    )
  }
  const place = lines.findIndex(({ id }) => id === moved)
  return {
    line: (id) => ({
      'data-line': id,
      onKeyDown: (event) => {
        const way = WAY_OF[event.key]
        const { target } = event
        if (way === undefined || !event.altKey || event.ctrlKey || event.metaKey) return
        if (!(target instanceof HTMLElement) || target.matches('input:not([type=checkbox]), textarea')) return
        event.preventDefault()
        void press(id, way, target)
      },
    }),
    keys: (id) => (
      <>
        {key(id, 'up')}
        {key(id, 'down')}
      </>
    ),
    said:
      place < 0
        ? ''
        : t(`${says}-place`, { name: lines[place]?.name ?? '', place: place + 1, of: lines.length }),
  }
}
