import { VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { meQuery } from '../api/reads.ts'
import { useStore } from '../browser/store.ts'
import { useLive } from '../feed/live.tsx'
import { useT } from '../language/language.tsx'
import { initialsOf } from './initials.ts'

/** Faces beyond these are counted. */
const MOST = 3

/** Colleagues who have the case open, and which of them write: initials to see, whole names to hear. */
export const Here = ({ code }: { readonly code: string }): ReactNode => {
  const t = useT()
  const { presences } = useLive()
  const { data: me } = useQuery(meQuery)
  const others =
    useStore(presences)
      .get(code)
      ?.agents.filter(({ id }) => id !== me?.id) ?? []
  if (others.length === 0) return null
  return (
    <span className="here">
      {others.slice(0, MOST).map(({ id, name, state }) => (
        <span key={id} className="avatar" data-state={state} title={t(`here-${state}`, { name })}>
          <VisuallyHidden>{t(`here-${state}`, { name })}</VisuallyHidden>
          <bdi aria-hidden>{initialsOf(name)}</bdi>
        </span>
      ))}
      {others.length > MOST && <span className="avatar">+{others.length - MOST}</span>}
    </span>
  )
}
