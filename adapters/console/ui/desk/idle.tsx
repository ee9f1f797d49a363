import { Alert } from '@mantine/core'
import { IconZzz } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { meQuery } from '../api/reads.ts'
import { watchActivity } from '../browser/activity.ts'
import { MoreTexts, useT } from '../language/language.tsx'

/** How long before the end it is said. */
const WARNED_MS = 120_000
const LOOK_MS = 5_000

const Watch = (): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const minutes = useQuery(meQuery).data?.idleMinutes
  const [ends, setEnds] = useState(false)
  useEffect(() => {
    if (minutes === undefined) return undefined
    const activity = watchActivity()
    const look = (): void => {
      const left = minutes * 60_000 - (Date.now() - activity.last())
      setEnds(left <= WARNED_MS)
      if (left <= 0) void queries.invalidateQueries({ queryKey: meQuery.queryKey })
    }
    const timer = setInterval(look, LOOK_MS)
    // What ends it takes the line away at once, and not at the next look.
    const wake = (): void => setEnds(false)
    window.addEventListener('keydown', wake)
    window.addEventListener('pointerdown', wake)
    return () => {
      activity.stop()
      clearInterval(timer)
      window.removeEventListener('keydown', wake)
      window.removeEventListener('pointerdown', wake)
    }
  }, [minutes, queries])
  return ends ? (
    <Alert className="banner" color="yellow" role="alert" icon={<IconZzz size={18} />}>
      {t('banner-idle')}
    </Alert>
  ) : null
}

/**
 * Says that the session is about to end, as nobody did anything; any key or touch is enough. When
 * it is over, the page asks who is there. Its words come with it, before they are needed.
 */
export const Idle = (): ReactNode => (
  <MoreTexts of="account">
    <Watch />
  </MoreTexts>
)
