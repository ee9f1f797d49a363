import { Agent } from 'node:https'
import {
  Browsers,
  WA_CERT_DETAILS,
  type AuthenticationCreds,
  type UserFacingSocketConfig,
} from '@whiskeysockets/baileys'
import type { Log } from '../../../core/ports/log.ts'
import { isIgnored } from './envelope.ts'
import { makeLibraryLog } from './logger.ts'
import type { Endpoint } from './protocol.ts'
import type { makeRatchet } from './ratchet.ts'
import type { Sent } from './sent.ts'
import type { Fence, SessionStore } from './session-store.ts'

export type SocketParts = {
  readonly creds: AuthenticationCreds
  readonly store: SessionStore
  readonly sent: Sent
  readonly endpoint?: Endpoint | undefined
  readonly version?: readonly [number, number, number] | undefined
  readonly log: Log
}

/** The only place that trusts anything else than WhatsApp, and only for a server on this machine. */
const pointAt = ({ url, root }: Endpoint): string => {
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'ws:' || hostname !== '127.0.0.1')
    throw new TypeError('another server is for tests, on this machine')
  WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(root)
  return url
}

/**
 * How Baileys opens its socket: nothing marked as read or online, no history, and every key behind the
 * fence.
 */
export const configOf = (
  parts: SocketParts,
  fence: Fence,
  ratchet: ReturnType<typeof makeRatchet>,
): UserFacingSocketConfig => ({
  auth: { creds: parts.creds, keys: parts.store.keysFor(fence) },
  logger: makeLibraryLog(parts.log),
  browser: Browsers.ubuntu('Chrome'),
  markOnlineOnConnect: false,
  emitOwnEvents: false,
  syncFullHistory: false,
  // It would keep the numbers and tokens of all chats of the phone; known-chats.ts reads what is needed.
  shouldSyncHistoryMessage: () => false,
  shouldIgnoreJid: isIgnored,
  generateHighQualityLinkPreview: false,
  // A fault of the store ends the socket; a later try of its transaction would step a ratchet
  // behind its successor's back.
  transactionOpts: { maxCommitRetries: 1, delayBetweenTriesMs: 1 },
  makeSignalRepository: ratchet.makeSignalRepository,
  getMessage: async ({ id }) => (typeof id === 'string' ? parts.sent.find(id) : undefined),
  ...(parts.version === undefined ? {} : { version: [...parts.version] as [number, number, number] }),
  ...(parts.endpoint === undefined ? {} : { waWebSocketUrl: pointAt(parts.endpoint) }),
  ...(parts.endpoint?.media === undefined ? {} : { fetchAgent: new Agent({ ca: parts.endpoint.media }) }),
})
