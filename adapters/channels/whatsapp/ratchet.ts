import {
  DEFAULT_CONNECTION_CONFIG,
  getBinaryNodeChildren,
  type proto,
  type BinaryNode,
  type SignalKeyStoreWithTransaction,
  type SocketConfig,
} from '@whiskeysockets/baileys'
import { AsyncResource } from 'node:async_hooks'
import { Failure } from '../../../core/base/failure.ts'
import {
  fromBare,
  fromCall,
  fromPlaintext,
  historyIn,
  readEnvelope,
  unreadable,
  type Envelope,
  type Me,
} from './envelope.ts'
import type { JournalEntry } from './journal.ts'
import { JOURNAL_TYPE, type Fence } from './session-store.ts'
import { toFailure } from './session-file.ts'

/** Baileys' words for a ciphertext that was opened before: WhatsApp repeats what it saw no receipt for. */
const REPEATED = /Key used already or never filled/

export type RatchetParts = {
  readonly fence: Fence
  /** Writes entries in a transaction of their own. */
  readonly add: (entries: readonly JournalEntry[]) => void
  /** Something new is durable. */
  readonly wake: () => void
  readonly now: () => number
  readonly me: () => Me | undefined
  /** What our own phone tells of its chats; the next message waits until it was read. Never throws. */
  readonly history: (told: proto.Message.IHistorySyncNotification) => Promise<void>
}

export type Ratchet = {
  /**
   * To be called with each message stanza before Baileys sees it. Throws where it could not be made
   * durable.
   */
  readonly meet: (stanza: BinaryNode) => void
  /** The same with each stanza of a call. */
  readonly meetCall: (stanza: BinaryNode) => void
  readonly makeSignalRepository: SocketConfig['makeSignalRepository']
}

/**
 * Puts the journal under Baileys' decryption (adapters/channels/whatsapp/README.md, What the library does).
 * Baileys tells WhatsApp that a message arrived before anybody has seen it; so the plaintext is
 * written in the very transaction that steps the ratchet, which is committed before
 * `decryptMessage` returns and so before a receipt can leave. Where it cannot be written, the fence
 * breaks and no receipt leaves at all.
 */
export const makeRatchet = ({ fence, add, wake, now, me, history }: RatchetParts): Ratchet => {
  const outside = new AsyncResource('whatsapp ratchet')
  const envelopes = new WeakMap<Uint8Array, Envelope>()

  const keep = (entries: readonly JournalEntry[]): void => {
    if (entries.length === 0) return
    try {
      if (fence.broken()) throw new Failure('store_unavailable', 'the socket gave up the session')
      add(entries)
    } catch (error) {
      const failure = toFailure(error)
      fence.break(failure)
      throw failure
    }
    wake()
  }

  const meet = (stanza: BinaryNode): void => {
    const self = me()
    const envelope = self === undefined ? undefined : readEnvelope(stanza, self)
    if (envelope === undefined) return
    const sealed = getBinaryNodeChildren(stanza, 'enc').flatMap(({ content }) =>
      content instanceof Uint8Array ? [content] : [],
    )
    for (const content of sealed) envelopes.set(content, envelope)
    if (sealed.length === 0) keep(fromBare(envelope, stanza, now()))
  }

  const meetCall = (stanza: BinaryNode): void => {
    const self = me()
    if (self !== undefined) keep(fromCall(stanza, self, now()))
  }

  const makeSignalRepository: SocketConfig['makeSignalRepository'] = (auth, logger, pnToLID) => {
    const inner = DEFAULT_CONNECTION_CONFIG.makeSignalRepository(auth, logger, pnToLID)
    const keys = auth.keys as SignalKeyStoreWithTransaction

    const decryptMessage: typeof inner.decryptMessage = async (options) => {
      const envelope = envelopes.get(options.ciphertext)
      if (envelope === undefined) {
        const failure = new Failure('store_broken', 'a ciphertext came past the journal')
        fence.break(failure)
        throw failure
      }
      let refused = true
      try {
        const padded = await keys.transaction(async () => {
          const plain = await inner.decryptMessage(options)
          refused = false
          const entries = fromPlaintext(envelope, plain, now())
          for (const [n, entry] of entries.entries())
            await keys.set({ [JOURNAL_TYPE]: { [`${entry.id} ${n}`]: entry } } as never)
          return plain
        }, options.jid)
        wake()
        const told = historyIn(envelope, padded)
        if (told !== undefined) await history(told)
        return padded
      } catch (error) {
        // A fault of ours has broken the fence: it comes again. A fault of the ciphertext does not
        // mend by itself.
        if (refused && !fence.broken() && !envelope.peer && !REPEATED.test(String(error)))
          keep([unreadable(envelope, now())])
        throw error
      }
    }
    /**
     * Baileys sends a message inside the transaction that steps the ratchet for it, and commits
     * after. A crash in between would use the same message key again. Run outside of it, each step
     * is a transaction of its own, committed before the stanza leaves.
     */
    const encryptMessage: typeof inner.encryptMessage = (options) =>
      outside.runInAsyncScope(() => inner.encryptMessage(options))
    const injectE2ESession: typeof inner.injectE2ESession = (options) =>
      outside.runInAsyncScope(() => inner.injectE2ESession(options))
    // Methods of the inner repository do not use `this`.
    return { ...inner, decryptMessage, encryptMessage, injectE2ESession }
  }
  return { meet, meetCall, makeSignalRepository }
}
