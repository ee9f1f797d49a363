import type { PushState } from '../../contract/push.ts'
import { call } from '../api/call.ts'
import type { Language } from '../language/bundles.ts'
import { openShell } from '../shell/shell.ts'

const PLACE = '/api/v1/me/push'

/**
 * Whether this browser is woken while the console is closed. `unable`: it cannot be, or this server
 * wakes nobody.
 */
export type Waking = 'on' | 'off' | 'unable'

const subscriptionOf = async (): Promise<PushSubscription | null> =>
  (await (await openShell())?.pushManager?.getSubscription()) ?? null

export const readWaking = async (): Promise<Waking> => {
  const shell = await openShell()
  if (shell?.pushManager === undefined || !('Notification' in globalThis)) return 'unable'
  const { publicKey } = await call<PushState>('GET', PLACE)
  if (publicKey === undefined) return 'unable'
  return (await shell.pushManager.getSubscription()) === null ? 'off' : 'on'
}

/** Throws ApiFault, or what the browser throws where its maker's service cannot be reached. */
export const wakeThisBrowser = async (language: Language): Promise<void> => {
  const shell = await openShell()
  const { publicKey } = await call<PushState>('GET', PLACE)
  if (shell === undefined || publicKey === undefined) return
  // Another key's subscription, of a server that was set up anew, stands in the way of a new one.
  await (await shell.pushManager.getSubscription())?.unsubscribe()
  const made = await shell.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  const { endpoint, keys } = made.toJSON()
  try {
    await call('POST', PLACE, {
      body: { endpoint, keys: { p256dh: keys?.['p256dh'], auth: keys?.['auth'] }, language },
    })
  } catch (error) {
    await made.unsubscribe()
    throw error
  }
}

/**
 * Nobody who leaves is called after. Never throws: what cannot be told to the server is ended in
 * the browser, which its service then knows.
 */
export const letSleep = async (): Promise<void> => {
  const made = await subscriptionOf().catch(() => null)
  if (made === null) return
  await Promise.allSettled([
    call('POST', `${PLACE}/end`, { body: { endpoint: made.endpoint } }),
    made.unsubscribe(),
  ])
}
