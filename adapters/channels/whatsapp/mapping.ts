import type { AnyMessageContent, MiscMessageGenerationOptions } from '@whiskeysockets/baileys'
import type { Inbound } from '../../../core/base/message.ts'
import type { OutboundContent } from '../../../core/ports/channel.ts'
import type { JournalRow } from './journal-row.ts'
import type { Privates } from './privates.ts'

/** One message each, in this order, to one address. */
export type Outgoing = {
  readonly jid: string
  readonly parts: readonly {
    readonly content: AnyMessageContent
    readonly options?: MiscMessageGenerationOptions
  }[]
}

/** What is plainly private is looked at and left alone, unless somebody in it needs help. */
export type PrivateMapping = Pick<Privates, 'learn' | 'left'> & {
  /** Whether a row is of such a chat, and of nobody's case. */
  readonly covers: (row: JournalRow) => boolean
  /** What is in it, to be judged and forgotten: nobody is met by it. */
  readonly glimpse: (row: JournalRow) => readonly Inbound[]
  readonly open: (row: JournalRow) => void
  readonly leave: (row: JournalRow) => void
}

/** What the session needs to know of the meaning of what it carries. */
export type Mapping = {
  /** The same row gives the same items. */
  readonly toInbound: (row: JournalRow) => readonly Inbound[]
  /**
   * `chat` is the address that `toInbound` gave; `bytes` are a file's. Nothing where no such chat
   * is known.
   */
  readonly fromOutbound: (chat: string, content: OutboundContent, bytes?: Uint8Array) => Outgoing | undefined
  /** The account was linked to a phone at this moment: what was written before is nobody's case. */
  readonly linked: (at: number) => void
  /** Chats of the owner's own; absent where nobody asks. */
  readonly privates?: PrivateMapping
  readonly mapped: (mapping: { readonly lid: string; readonly pn: string }) => void
}
