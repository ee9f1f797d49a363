/**
 * What the session's journal holds of one stanza, as the mapping sees it. The row was durable
 * before WhatsApp was told that it arrived (law 1); it goes to the inbox at least once, so mapping
 * the same row twice must give the same items.
 *
 * Mapping (`toInbound`, `fromOutbound`, identity) runs in the child process, which owns the
 * library; `openMedia` runs in the parent, which never loads it.
 */
export type JournalKind =
  /**
   * Content is there: anything a person (or our own phone) sent, edits and deletions included (as
   * `protocolMessage`).
   */
  | 'message'
  /** WhatsApp keeps view-once content from linked devices: it never comes. */
  | 'view_once'
  /**
   * Came without content, or could not be decrypted, and no content followed for a minute. The real
   * message may still come later under the same id: this row must not take its natural key.
   */
  | 'unreadable'
  /** They called, or tried to; `bytes` hold no message. */
  | 'call'

export type JournalFacts = {
  /**
   * Decrypted here with the sender's own keys. False for a stanza in clear, which WhatsApp's server
   * could have written.
   */
  readonly endToEnd: boolean
  /** Waited at the server while we were away. */
  readonly offline: boolean
  /** The chat as addressed, without device: `…@lid` or `…@s.whatsapp.net`. The same as `key.remoteJid`. */
  readonly chat: string
  /** The same person's other address, where the stanza named it. */
  readonly alt?: string
  /** Written by us on the phone itself or another linked device. */
  readonly fromMe: boolean
  /** Of a call: with video. */
  readonly video?: true
}

export type JournalRow = {
  /** Rises with arrival; never given again. */
  readonly row: number
  /** Which of our accounts. */
  readonly account: string
  /** Our clock, milliseconds since 1970. */
  readonly receivedAt: number
  readonly kind: JournalKind
  /**
   * `proto.WebMessageInfo`, encoded: key, message (unwrapped from `deviceSentMessage` only),
   * messageTimestamp, pushName.
   */
  readonly bytes: Uint8Array
  readonly facts: JournalFacts
}

/**
 * A small sealed table in the account's session file for what must outlive a re-pairing (contacts
 * and their addresses). Ids are blinded, values sealed; each call is durable when it returns.
 * Throws `store_unavailable`, `disk_full`, `seal_broken`.
 */
export type SealedTable = {
  readonly get: (id: string) => Uint8Array | undefined
  readonly put: (entries: readonly (readonly [id: string, value: Uint8Array | undefined])[]) => void
}
