import { lazy, Suspense, useState, type ReactNode } from 'react'

export type DialogProps = { readonly opened: boolean; readonly close: () => void }
export type DialogParts = DialogProps & {
  readonly title: string
  readonly size?: string
  readonly children: ReactNode
}

/**
 * Fetched before the first dialog is wanted where it can be: a line that breaks later must not take
 * dialogs away.
 */
export const fetchDialogs = () => import('./modal.tsx')
const Modal = lazy(async () => ({ default: (await fetchDialogs()).Modal }))

/**
 * A dialog whose inside exists only while it is open, so that it starts afresh each time; it may be
 * fetched then.
 */
export const Dialog = (parts: DialogParts): ReactNode => {
  const [wanted, setWanted] = useState(parts.opened)
  if (parts.opened && !wanted) setWanted(true)
  return wanted ? (
    <Suspense fallback={null}>
      <Modal {...parts} />
    </Suspense>
  ) : null
}
