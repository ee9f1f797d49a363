import type { Agent } from 'node:https'
import webpush from 'web-push'
import type { Log } from '../../core/ports/log.ts'
import { openPushKeys, type PushKeys } from './keys.ts'

/** A browser that asked to be woken, as its push service knows it. */
export type PushTarget = { readonly endpoint: string; readonly p256dh: string; readonly auth: string }

/**
 * Wakes browsers that are closed, through the services of those who make them. They see that
 * somebody is woken and when, never why.
 */
export type Push = {
  /** What a browser subscribes with, base64url; made when it is first asked for. Throws `data_unwritable`. */
  readonly publicKey: () => string
  /**
   * Whether an address is one of a service that we would call: anything else could be a machine of
   * our own network.
   */
  readonly takes: (endpoint: string) => boolean
  /**
   * One fixed word, sealed for the browser. `gone`: it asked no longer and never will. `failed`:
   * the service did not take it, or cannot be reached; another time it may. Never throws.
   */
  readonly send: (target: PushTarget, word: string) => Promise<'taken' | 'gone' | 'failed'>
}

/** Google, Mozilla, Apple and Microsoft. */
const SERVICES: readonly RegExp[] = [
  /^fcm\.googleapis\.com$/,
  /^updates\.push\.services\.mozilla\.com$/,
  /^(?:[a-z0-9-]+\.)*push\.apple\.com$/,
  /^(?:[a-z0-9-]+\.)*notify\.windows\.com$/,
]
/** A call that comes hours later wakes somebody for nothing. */
const TTL_SECONDS = 600
const TIMEOUT_MS = 10_000

type PushParts = {
  /** A file of the data folder; made where there is none. */
  readonly keyFile: string
  /** Whom a service may turn to: an https address, or `mailto:`. */
  readonly contact: string
  readonly log: Log
  /** Others than the four; for networks with a service of their own. */
  readonly services?: readonly RegExp[]
  readonly agent?: Agent
}

export const openPush = ({ keyFile, contact, log, services = SERVICES, agent }: PushParts): Push => {
  let opened: PushKeys | undefined
  const keys = (): PushKeys => (opened ??= openPushKeys(keyFile))
  const takes = (endpoint: string): boolean => {
    if (!URL.canParse(endpoint)) return false
    const { protocol, hostname, username, password } = new URL(endpoint)
    return (
      protocol === 'https:' &&
      username === '' &&
      password === '' &&
      services.some((service) => service.test(hostname))
    )
  }
  return {
    publicKey: () => keys().publicKey,
    takes,
    send: async ({ endpoint, p256dh, auth }, word) => {
      if (!takes(endpoint)) return 'gone'
      try {
        await webpush.sendNotification({ endpoint, keys: { p256dh, auth } }, word, {
          vapidDetails: { subject: contact, ...keys() },
          contentEncoding: 'aes128gcm',
          urgency: 'high',
          topic: 'waiting',
          TTL: TTL_SECONDS,
          timeout: TIMEOUT_MS,
          ...(agent === undefined ? {} : { agent }),
        })
        return 'taken'
      } catch (error) {
        const status = error instanceof webpush.WebPushError ? error.statusCode : undefined
        // The error itself names the browser's address.
        log.info('a push service took nothing', status === undefined ? {} : { status })
        return status === 404 || status === 410 ? 'gone' : 'failed'
      }
    },
  }
}
