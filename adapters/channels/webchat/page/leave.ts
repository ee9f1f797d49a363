import { makeId, type Settings } from './settings.ts'
import type { Language } from '../../../../core/base/language.ts'

/** Two presses of Esc count as one wish within this time (milliseconds). */
const TWICE = 1_500

export type Leave = {
  /**
   * Away from here, at once and whatever the network does. The mark that the person left is set
   * here first: the server's own cookie cannot be deleted by a script, and without a connection
   * nobody else would delete it.
   */
  readonly now: () => void
  /**
   * The same to whoever looks, where the conversation was left in words: this browser keeps its
   * cookie, so that code or PIN open it here again.
   */
  readonly quietly: () => void
}

export const makeLeave = (
  settings: Settings,
  hasSession: () => boolean,
  language: () => Language,
  blank: () => void,
): Leave => {
  let leaving = false

  const tell = (): void => {
    const id = makeId()
    document.cookie = `left=${id}; Path=${settings.base}; SameSite=Strict${location.protocol === 'https:' ? '; Secure' : ''}`
    const headers = { 'content-type': 'application/json', 'x-chat': '1' }
    const body = JSON.stringify({ id })
    fetch(`${settings.base}/api/exit`, {
      method: 'POST',
      credentials: 'same-origin',
      headers,
      body,
      keepalive: true,
    }).catch(() => undefined)
  }

  const go = (telling: boolean): void => {
    if (leaving) return
    leaving = true
    blank()
    if (telling) tell()
    location.replace(`${settings.away}${settings.away.charAt(0) === '/' ? `?lang=${language()}` : ''}`)
  }

  return { now: () => go(hasSession()), quietly: () => go(false) }
}

export const onTwice = (key: string, run: () => void): void => {
  let before = 0
  document.addEventListener('keydown', (event) => {
    if (event.key !== key || event.repeat) return
    const now = Date.now()
    if (now - before < TWICE) run()
    before = now
  })
}
