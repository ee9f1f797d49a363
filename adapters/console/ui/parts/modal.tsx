import { Loader, Modal as Mantine } from '@mantine/core'
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { useT } from '../language/language.tsx'
import type { DialogParts } from './dialog.tsx'

const FIELD = 'input:not([type=hidden]):not(:disabled), textarea:not(:disabled), select:not(:disabled)'

/**
 * Where a dialog begins: its first field, or what it does. Its cross stands last, so that Enter
 * never means the opposite of what was asked for.
 */
const beginningOf = (inside: HTMLElement): HTMLElement | null =>
  inside.querySelector<HTMLElement>('[data-autofocus]') ??
  inside.querySelector<HTMLElement>(FIELD) ??
  inside.querySelector<HTMLElement>('button[data-does]:not(:disabled), button[type=submit]:not(:disabled)')

/**
 * Stands in the dialog once everything in it is there: what comes later than the dialog itself has
 * the focus all the same.
 */
const Inside = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const inside = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = inside.current === null ? null : beginningOf(inside.current)
    if (first === null) return
    // For the trap of the dialog, which looks a moment later.
    first.dataset['autofocus'] = ''
    first.focus()
  }, [])
  return <div ref={inside}>{children}</div>
}

/** What a dialog is drawn with. */
export const Modal = ({ opened, close, title, size, children }: DialogParts): ReactNode => {
  const t = useT()
  // Opened only after it is there: so it knows where the focus was, and gives it back.
  const [shown, setShown] = useState(false)
  useEffect(() => setShown(opened), [opened])
  return (
    <Mantine.Root opened={shown} onClose={close} size={size ?? 'md'}>
      <Mantine.Overlay />
      <Mantine.Content>
        {/* Mantine's own is a <header>, which out here would be a second banner of the page. */}
        <div className="dialog-head">
          <Mantine.Title>{title}</Mantine.Title>
          <Mantine.CloseButton aria-label={t('close-dialog')} />
        </div>
        <Mantine.Body>
          <Suspense fallback={<Loader role="status" aria-label={t('loading')} />}>
            <Inside>{children}</Inside>
          </Suspense>
        </Mantine.Body>
      </Mantine.Content>
    </Mantine.Root>
  )
}
