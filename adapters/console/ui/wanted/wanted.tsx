import { VisuallyHidden } from '@mantine/core'
import { IconBellRinging } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import type { WantedLine } from '../../contract/wanted.ts'
import { mayRead, meQuery } from '../api/reads.ts'
import { wantedQuery } from '../api/wanted.ts'
import { makeStore, useStore } from '../browser/store.ts'
import { useT } from '../language/language.tsx'
import '../styles/wanted.css'

const WantedLines = lazy(async () => ({ default: (await import('./wanted-lines.tsx')).WantedLines }))

/** What waits for this agent's own answer; nothing while it is read for the first time. */
export const useWanted = (): readonly WantedLine[] | undefined => {
  const { data: me } = useQuery(meQuery)
  return useQuery({ ...wantedQuery, enabled: mayRead(me) }).data?.wanted
}

/** Notes of this case that name the agent and wait to be seen. */
export const useMentions = (code: string): readonly WantedLine[] =>
  (useWanted() ?? []).filter((one) => one.code === code && one.kind === 'mention')

/** How many lists of it stand on this page: where one does, nothing else has to lead to it. */
export const lists = makeStore(0)

/** Above the queue: what waits for this agent, where something does. */
export const WantedBox = (): ReactNode => {
  const wanted = useWanted() ?? []
  useEffect(() => {
    lists.set(lists.get() + 1)
    return () => lists.set(lists.get() - 1)
  }, [])
  return wanted.length === 0 ? null : (
    <Suspense fallback={null}>
      <WantedLines wanted={wanted} />
    </Suspense>
  )
}

/** In the bar of a page without the list: how much waits, and the way to it. */
export const WantedMark = (): ReactNode => {
  const t = useT()
  const count = useWanted()?.length ?? 0
  if (useStore(lists) > 0 || count === 0) return null
  const name = t('wanted-title', { count })
  return (
    <Link to="/" className="wanted-mark" title={name}>
      <IconBellRinging size={18} aria-hidden />
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{name}</VisuallyHidden>
    </Link>
  )
}
