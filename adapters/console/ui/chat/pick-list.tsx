import { Loader, VisuallyHidden } from '@mantine/core'
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react'
import { explain } from '../api/explain.ts'
import { useT } from '../language/language.tsx'
import { PICK_LIST, type PickerProps } from './use-picker.ts'
import './replies.css'

const idOf = (index: number): string => `${PICK_LIST}-${index}`

type Props<One> = Omit<PickerProps, 'code'> & {
  /** What is found; nothing while it is read. */
  readonly found: readonly One[] | undefined
  readonly error: unknown
  readonly label: string
  /** How many there are, for who does not see the list. */
  readonly count: (count: number) => string
  readonly none: string
  readonly keyOf: (one: One) => string
  readonly line: (one: One) => ReactNode
  /** It is shown and cannot be chosen. */
  readonly isOff?: (one: One) => boolean
  readonly pick: (one: One) => void
}

/**
 * A list to choose from while typing goes on in the field. Keys by their place: an Arabic layout
 * changes letters, not arrows.
 */
export const PickList = <One,>({
  query,
  keys,
  mark,
  close,
  found,
  error,
  label,
  count,
  none,
  keyOf,
  line,
  isOff = () => false,
  pick,
}: Props<One>): ReactNode => {
  const t = useT()
  const choose = (one: One): void => {
    if (!isOff(one)) pick(one)
  }
  const [at, setAt] = useState(0)
  const all = found ?? []
  const chosen = Math.min(at, all.length - 1)

  useEffect(() => setAt(0), [query])
  useEffect(() => {
    mark(chosen < 0 ? undefined : idOf(chosen))
    document.getElementById(idOf(chosen))?.scrollIntoView({ block: 'nearest' })
    return () => mark(undefined)
  }, [chosen, mark])
  useEffect(() => {
    keys.current = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      const one = all[chosen]
      if (event.code === 'ArrowDown') setAt(Math.min(all.length - 1, chosen + 1))
      else if (event.code === 'ArrowUp') setAt(Math.max(0, chosen - 1))
      else if (event.code === 'Escape') close()
      else if (
        one !== undefined &&
        (event.code === 'Enter' || event.code === 'NumpadEnter' || event.code === 'Tab')
      )
        choose(one)
      else return false
      return true
    }
    return () => {
      keys.current = undefined
    }
  })

  return (
    <>
      <VisuallyHidden role="status">{found === undefined ? '' : count(all.length)}</VisuallyHidden>
      {error !== null && found === undefined ? (
        <p className="replies-empty">{explain(t, error)}</p>
      ) : found === undefined ? (
        <Loader size="sm" role="status" aria-label={t('loading')} />
      ) : all.length === 0 ? (
        <p className="replies-empty">{none}</p>
      ) : (
        <ul id={PICK_LIST} role="listbox" aria-label={label} tabIndex={0} /* it scrolls */>
          {all.map((one, index) => (
            <li
              key={keyOf(one)}
              id={idOf(index)}
              role="option"
              aria-selected={index === chosen}
              // The cursor stays in the field.
              onMouseDown={(event) => event.preventDefault()}
              aria-disabled={isOff(one) ? true : undefined}
              onClick={() => choose(one)}
            >
              {line(one)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
