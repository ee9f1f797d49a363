import { useCallback, useEffect, useRef } from 'react'
import type { Beat } from '../../contract/presence.ts'
import { call } from '../api/call.ts'
import { casePath } from '../api/reads.ts'

/** The server forgets after 25 s (contract/presence): two beats may be lost. */
const BEAT = 10_000
/** Who has not touched a key for this long is not writing any more. */
const IDLE = 6_000

/**
 * Says to colleagues that this tab's agent looks at the case while it is on the screen. Gives what
 * to call at every key that is pressed. Nobody is told of a failure: the others see one face less.
 */
export const useBeing = (code: string, on: boolean): (() => void) => {
  const touched = useRef<() => void>(() => undefined)
  useEffect(() => {
    if (!on) return
    let state: Beat['state'] = 'left'
    let idle: ReturnType<typeof setTimeout> | undefined
    const say = (next: Beat['state']): void => {
      state = next
      void call('PUT', casePath(code, '/presence'), { body: { state } satisfies Beat }).catch(() => undefined)
    }
    const look = (): void => {
      if (document.visibilityState === 'visible') say(state === 'typing' ? state : 'viewing')
      else if (state !== 'left') say('left')
    }
    touched.current = () => {
      clearTimeout(idle)
      idle = setTimeout(() => say('viewing'), IDLE)
      if (state !== 'typing') say('typing')
    }
    look()
    const timer = setInterval(look, BEAT)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      clearTimeout(idle)
      document.removeEventListener('visibilitychange', look)
      touched.current = () => undefined
      if (state !== 'left') say('left')
    }
  }, [code, on])
  return useCallback(() => touched.current(), [])
}
