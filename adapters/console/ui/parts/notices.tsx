import { CloseButton } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { useStore } from '../browser/store.ts'
import { useT } from '../language/language.tsx'
import { LinkButton } from './link-button.tsx'
import { dismiss, notices, type Notice } from './notice.ts'

/** Goes by itself, but not while somebody reads it: under the pointer or the focus it stays. */
const Line = ({ notice: { id, text, fault, stays, place } }: { readonly notice: Notice }): ReactNode => {
  const t = useT()
  const [read, setRead] = useState(false)
  useEffect(() => {
    if (read) return
    const timer = setTimeout(() => dismiss(id), stays)
    return () => clearTimeout(timer)
  }, [id, stays, read])
  return (
    <li
      className="notice"
      data-fault={fault}
      onPointerEnter={() => setRead(true)}
      onPointerLeave={() => setRead(false)}
      onFocus={() => setRead(true)}
      onBlur={() => setRead(false)}
    >
      <p role={fault ? 'alert' : undefined}>{text}</p>
      {place !== undefined && (
        <LinkButton {...place} size="compact-sm" variant="default" onClick={() => dismiss(id)}>
          {t('notice-open')}
        </LinkButton>
      )}
      <CloseButton aria-label={t('close-dialog')} onClick={() => dismiss(id)} />
    </li>
  )
}

/** What happened, for a moment, at the foot of the page. */
export const Notices = (): ReactNode => {
  const t = useT()
  const shown = useStore(notices)
  return (
    <div className="notices" role="region" aria-label={t('notices')}>
      {/* Only what is added is said: a notice that goes must not have the others said again. */}
      <div role="status" aria-atomic="false">
        <ul>
          {shown.map((notice) => (
            <Line key={notice.id} notice={notice} />
          ))}
        </ul>
      </div>
    </div>
  )
}
