import { VisuallyHidden } from '@mantine/core'
import { IconBellRinging } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, type ReactNode } from 'react'
import type { WantedLine } from '../../contract/wanted.ts'
import { mayRead, meQuery } from '../api/reads.ts'
import { wantedQuery } from '../api/wanted.ts'
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

/** Above the queue: what waits for this agent, where something does. */
export const WantedBox = (): ReactNode => {
  const wanted = useWanted() ?? []
  return wanted.length === 0 ? null : (
    <Suspense fallback={null}>
      <WantedLines wanted={wanted} />
    </Suspense>
  )
}

/** In the bar of every page: how much waits, and the way to it. */
export const WantedMark = (): ReactNode => {
  const t = useT()
  const count = useWanted()?.length ?? 0
  if (count === 0) return null
  const name = t('wanted-title', { count })
  return (
    <Link to="/" className="wanted-mark" title={name}>
      <IconBellRinging size={18} aria-hidden />
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{name}</VisuallyHidden>
    </Link>
  )
}
