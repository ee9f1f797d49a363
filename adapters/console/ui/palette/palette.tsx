import { Kbd, Loader, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { explain } from '../api/explain.ts'
import { isPalettePress } from '../browser/shortcuts.ts'
import { searchClass } from '../language/bidi.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import type { Item, Section } from './items.tsx'
import { paletteOpen } from './open.ts'
import { useItems, type FoundItems } from './use-items.tsx'
import '../styles/palette.css'

const LONGEST = 200

const Line = ({
  item,
  id,
  chosen,
  choose,
  run,
}: {
  readonly item: Item
  readonly id: string
  readonly chosen: boolean
  readonly choose: () => void
  readonly run: () => void
}): ReactNode => (
  <li
    id={id}
    role="option"
    aria-selected={chosen}
    className="palette-item"
    // The cursor stays in the field.
    onMouseDown={(event) => event.preventDefault()}
    onMouseMove={chosen ? undefined : choose}
    onClick={run}
  >
    <span className="palette-icon">{item.icon}</span>
    <span className="palette-text">{item.text}</span>
    {item.note !== undefined && <span className="palette-note soft">{item.note}</span>}
    {item.keys !== undefined && (
      <span className="palette-keys" dir="ltr">
        {item.keys.map((key) => (
          <Kbd key={key} size="xs">
            {key}
          </Kbd>
        ))}
      </span>
    )}
  </li>
)

const Sections = ({
  sections,
  code,
  idOf,
  chosen,
  choose,
  run,
}: {
  readonly sections: readonly Section[]
  readonly code: string | undefined
  readonly idOf: (item: Item) => string
  readonly chosen: Item | undefined
  readonly choose: (item: Item) => void
  readonly run: (item: Item) => void
}): ReactNode => {
  const t = useT()
  const name = useId()
  return sections.map(({ group, items }) => (
    <ul key={group} role="group" aria-labelledby={`${name} ${group}`.replaceAll(' ', '-')}>
      <li role="presentation" id={`${name} ${group}`.replaceAll(' ', '-')} className="palette-group">
        {t(`palette-${group}`, { code: code ?? '' })}
      </li>
      {items.map((item) => (
        <Line
          key={item.id}
          item={item}
          id={idOf(item)}
          chosen={item === chosen}
          choose={() => choose(item)}
          run={() => run(item)}
        />
      ))}
    </ul>
  ))
}

const Hints = (): ReactNode => {
  const t = useT()
  const hints = [
    ['↑↓', 'palette-move'],
    ['↵', 'palette-do'],
    ['Esc', 'palette-leave'],
  ] as const
  return (
    <p className="palette-hints soft" aria-hidden>
      {hints.map(([key, does]) => (
        <span key={does}>
          <Kbd size="xs">{key}</Kbd> {t(does)}
        </span>
      ))}
    </p>
  )
}

const Nothing = ({ found }: { readonly found: FoundItems }): ReactNode => {
  const t = useT()
  if (found.asking) return <Loader size="sm" m="md" role="status" aria-label={t('loading')} />
  return (
    <p className="palette-none">
      {found.error === null
        ? t(found.asked === undefined ? 'palette-none' : 'palette-none-found')
        : explain(t, found.error)}
    </p>
  )
}

const Inside = ({ leave }: { readonly leave: () => void }): ReactNode => {
  const t = useT()
  const name = useId()
  const list = `${name}-list`
  const [query, setQuery] = useState('')
  const [at, setAt] = useState('')
  const found = useItems(query)
  const items = found.sections.flatMap((section) => section.items)
  const index = Math.max(
    0,
    items.findIndex(({ id }) => id === at),
  )
  const chosen = items[index]
  const idOf = (item: Item): string => `${name}-${item.id.replaceAll(/[^\w-]/g, '-')}`
  const place = chosen === undefined ? undefined : idOf(chosen)
  useEffect(() => {
    if (place !== undefined) document.getElementById(place)?.scrollIntoView({ block: 'nearest' })
  }, [place])
  const run = (item: Item | undefined): void => {
    if (item === undefined) return
    // First: whatever opens next gives the focus back to where it was before the palette.
    if (item.stays !== true) leave()
    item.run()
  }
  const move = (by: 1 | -1): void => setAt(items[(index + by + items.length) % items.length]?.id ?? '')
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (isPalettePress(event)) leave()
    else if (event.code === 'ArrowDown') move(1)
    else if (event.code === 'ArrowUp') move(-1)
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') run(chosen)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="palette-field">
        <IconSearch size={20} aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={place}
          aria-label={t('palette-field')}
          placeholder={t('palette-field')}
          className={searchClass(query)}
          autoComplete="off"
          spellCheck={false}
          maxLength={LONGEST}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setAt('')
          }}
          onKeyDown={press}
        />
      </div>
      <VisuallyHidden role="status">
        {found.asking ? t('loading') : t('palette-count', { count: items.length })}
      </VisuallyHidden>
      <div id={list} role="listbox" aria-label={t('palette-list')} className="palette-list">
        <Sections
          sections={found.sections}
          code={found.code}
          idOf={idOf}
          chosen={chosen}
          choose={({ id }) => setAt(id)}
          run={run}
        />
      </div>
      {items.length === 0 && <Nothing found={found} />}
      <Hints />
    </>
  )
}

/**
 * One field from which everything is reached: cases, people, pages, and what can be done here. It
 * is the browser's own dialog, which keeps the focus in and gives it back.
 */
export const Palette = (): ReactNode => {
  const t = useT()
  const box = useRef<HTMLDialogElement>(null)
  const from = useRef<Element | null>(null)
  useEffect(() => {
    const dialog = box.current
    if (dialog?.open !== false) return
    from.current = document.activeElement
    dialog.showModal()
  }, [])
  const leave = (): void => {
    box.current?.close()
    // Chromium gives a field the focus back and none of its keys, until it is focused anew.
    if (!(from.current instanceof HTMLElement)) return
    from.current.blur()
    from.current.focus({ preventScroll: true })
  }
  return (
    <dialog
      ref={box}
      className="palette"
      aria-label={t('palette-open')}
      onClose={() => paletteOpen.set(false)}
      onCancel={(event) => {
        event.preventDefault()
        leave()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) leave()
      }}
    >
      <MoreTexts of="palette">
        <Inside leave={leave} />
      </MoreTexts>
    </dialog>
  )
}
