import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { meQuery } from '../api/reads.ts'
import { usePreferences } from '../browser/preferences.tsx'
import { admitReader, see, type Seen } from './seen.ts'

/** Has what this agent saw of cases at hand. */
export const useReader = (): void => {
  const { data: me } = useQuery(meQuery)
  useEffect(() => {
    if (me !== undefined) admitReader(me.id)
  }, [me])
}

/** Keeps what this agent has seen of the case that is open, as long as the page is looked at. */
export const useRead = (file: (Seen & { readonly code: string }) | undefined): void => {
  const { data: me } = useQuery(meQuery)
  const { sharedMachine } = usePreferences()
  useEffect(() => {
    if (me === undefined || file === undefined) return
    admitReader(me.id)
    const look = (): void => {
      if (document.visibilityState === 'visible') see(file.code, file, !sharedMachine)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [me, file, sharedMachine])
}
