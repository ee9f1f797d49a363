import { Loader, Modal as Mantine } from '@mantine/core'
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import { useT } from '../language/language.tsx'
import type { DialogParts } from './dialog.tsx'

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
          <Suspense fallback={<Loader role="status" aria-label={t('loading')} />}>{children}</Suspense>
        </Mantine.Body>
      </Mantine.Content>
    </Mantine.Root>
  )
}
