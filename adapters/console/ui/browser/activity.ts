import { call } from '../api/call.ts'

/** The server is told at most this often. */
const PAUSE = 60_000
/** Kept for all tabs: who works in one of them sits in front of the others as well. */
const PLACE = 'amin-active'
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

const read = (): number => {
  try {
    return Number(localStorage.getItem(PLACE) ?? 0)
  } catch {
    return 0
  }
}

export type Activity = {
  /** When somebody last did something in any tab of this browser. */
  readonly last: () => number
  readonly stop: () => void
}

/**
 * Tells the server that somebody sits here while they type, point or scroll. What the page does by
 * itself is no sign of it.
 */
export const watchActivity = (): Activity => {
  let here = Date.now()
  let told = 0
  const note = (): void => {
    here = Date.now()
    if (here - told < PAUSE) return
    told = here
    try {
      localStorage.setItem(PLACE, String(here))
    } catch {
      // A browser that keeps nothing: each tab stands for itself.
    }
    // What did not arrive is said again with the next sign.
    call('POST', '/api/v1/me/active').catch(() => (told = 0))
  }
  for (const sign of SIGNS) window.addEventListener(sign, note, { passive: true, capture: true })
  return {
    last: () => Math.max(here, read()),
    stop: () => {
      for (const sign of SIGNS) window.removeEventListener(sign, note, { capture: true })
    },
  }
}
