import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { CaseRow } from '../../contract/index.ts'
import { mayRead, meQuery, waitingQuery } from '../api/reads.ts'
import { useLive } from '../feed/live.tsx'
import plainIcon from '../icon.svg'
import waitingIcon from '../icon-waiting.svg'
import { useT } from '../language/language.tsx'
import { useWanted } from '../wanted/wanted.tsx'
import { makeBell } from './bell.ts'
import { notify } from './notify.ts'
import { usePreferences } from './preferences.tsx'
import { watch, type Watched } from './unseen.ts'

/** A P1 that nobody noticed rings again. */
const AGAIN = 20_000
const SEEN = 'amin-seen'

/** One of several tabs rings: the first that gets the lock, which it keeps for a moment. */
const ringOnce = (ring: () => void): void => {
  void navigator.locks.request('amin-bell', { ifAvailable: true }, async (lock) => {
    if (lock === null) return
    ring()
    await new Promise((resolve) => setTimeout(resolve, 2_000))
  })
}

const showCount = (waiting: number, brand: string): void => {
  document.title = waiting > 0 ? `(${waiting}) ${brand}` : brand
  document.querySelector('link[rel=icon]')?.setAttribute('href', waiting > 0 ? waitingIcon : plainIcon)
  // Where the console is installed; not every browser has it, and none needs it.
  const app = navigator as Navigator & {
    readonly setAppBadge?: (count: number) => Promise<void>
    readonly clearAppBadge?: () => Promise<void>
  }
  void (waiting > 0 ? app.setAppBadge?.(waiting) : app.clearAppBadge?.())?.catch(() => undefined)
}

/**
 * Counts in the tab what waits for this agent, and waiting cases where the agent switched that on.
 * It rings for new ones and for those that nobody came to, where the agent switched that on: one
 * quiet tune for each severity, the gravest again and again until somebody is there. No names, no
 * words.
 */
export const Alerts = (): ReactNode => {
  const t = useT()
  const { alerts } = usePreferences()
  const { data: me } = useQuery(meQuery)
  const { data } = useQuery({ ...waitingQuery, enabled: mayRead(me) })
  const bell = useMemo(makeBell, [])
  const watched = useRef<Watched | undefined>(undefined)
  const { pages } = useLive()
  const heard = useRef(pages)
  const wanted = useWanted() ?? []
  // Who waits in danger stands among the waiting already.
  const waiting = alerts
    ? (data?.counts.waiting ?? 0) + wanted.filter(({ kind }) => kind !== 'late').length
    : wanted.length

  useEffect(() => showCount(waiting, t('brand')), [waiting, t])

  useEffect(() => {
    if (!alerts) return
    const others = new BroadcastChannel(SEEN)
    const see = (): void => {
      if (watched.current !== undefined) watched.current = { ...watched.current, unseen: new Set() }
    }
    // Browsers let a page sound only after a press; the switch itself is one, and after a reload
    // the first press anywhere.
    bell.unlock()
    const press = (): void => {
      bell.unlock()
      if ((watched.current?.unseen.size ?? 0) === 0) return
      see()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast reaches this origin only, and takes no target
      others.postMessage('seen')
    }
    others.addEventListener('message', see)
    document.addEventListener('pointerdown', press)
    document.addEventListener('keydown', press)
    const timer = setInterval(() => {
      if ((watched.current?.unseen.size ?? 0) > 0) ringOnce(() => bell.ring('P1'))
    }, AGAIN)
    return () => {
      clearInterval(timer)
      others.close()
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('keydown', press)
    }
  }, [alerts, bell])

  useEffect(() => {
    const tell = (severity: CaseRow['severity']): void =>
      ringOnce(() => {
        bell.ring(severity)
        void notify(t('alert-note'))
      })
    if (data !== undefined) {
      const { next, rings } = watch(watched.current, data.rows)
      // What came while it was switched off is not rung for later.
      watched.current = alerts ? next : { ...next, unseen: new Set() }
      if (alerts && rings !== undefined) tell(rings)
    }
    // A case that rang before rings again where people are called again: nobody has come yet.
    if (alerts && pages > heard.current)
      tell(data?.rows.map(({ severity }) => severity).toSorted()[0] ?? 'P4')
    heard.current = pages
  }, [data, pages, alerts, bell, t])

  return null
}
