import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { meQuery } from '../api/reads.ts'
import { useStore } from '../browser/store.ts'
import { useLive } from '../feed/live.tsx'
import { useT } from '../language/language.tsx'

/** Who writes in this conversation right now: the person where their channel tells it, and colleagues. */
export const Typing = ({ code }: { readonly code: string }): ReactNode => {
  const t = useT()
  const here = useStore(useLive().presences).get(code)
  const { data: me } = useQuery(meQuery)
  const colleagues = here?.agents.filter(({ id, state }) => id !== me?.id && state === 'typing') ?? []
  const lines = [
    ...(here?.person === 'typing' ? [t('person-types')] : []),
    ...colleagues.map(({ name }) => t('here-typing-short', { name })),
  ]
  return (
    <p className="typing" role="status">
      {lines.join(' ')}
    </p>
  )
}
