import { Loader, Modal as Mantine } from '@mantine/core'
import { Suspense, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
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

/** The dialogs that are open, the uppermost last: each as what closes it. */
const open: { readonly close: () => void }[] = []

/**
 * Escape closes the uppermost dialog alone. Mantine lets every dialog hear it, in the order of their
 * last drawing, so that one press could also close the form below with everything typed in it. What
 * is open inside a dialog (a list of choices) keeps its own Escape, marked as Mantine marks it, and
 * so does a dialog of the browser's above it.
 */
const hearEscape = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape' || event.isComposing || !(event.target instanceof Element)) return
  if (event.target.closest('dialog, [data-mantine-stop-propagation="true"]') !== null) return
  open.at(-1)?.close()
}

const useEscape = (shown: boolean, close: () => void): void => {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  // With its first picture, so that no press is heard by the dialog below it.
  useLayoutEffect(() => {
    if (!shown) return
    const mine = { close: () => latest.current() }
    if (open.push(mine) === 1) window.addEventListener('keydown', hearEscape, { capture: true })
    return () => {
      open.splice(open.indexOf(mine), 1)
      if (open.length === 0) window.removeEventListener('keydown', hearEscape, { capture: true })
    }
  }, [shown])
}

/** What a dialog is drawn with. */
export const Modal = ({ opened, close, title, size, children }: DialogParts): ReactNode => {
  const t = useT()
  // Opened only after it is there: so it knows where the focus was, and gives it back.
  const [shown, setShown] = useState(false)
  useEffect(() => setShown(opened), [opened])
  useEscape(shown, close)
  return (
    <Mantine.Root opened={shown} onClose={close} size={size ?? 'md'} closeOnEscape={false}>
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
