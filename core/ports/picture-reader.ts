/** A character as it was read from a picture. Likelihoods lie between 0 and 1. */
export type ReadCharacter = {
  readonly character: string
  readonly likelihood: number
  /** What else it may be, the likeliest first: check sums choose among them. */
  readonly others: readonly string[]
}

/** A line of a bubble, in the order in which it is written (not shown). */
export type ReadLine = {
  readonly characters: readonly ReadCharacter[]
  /** What a second look at another size read; nothing where the line holds no code and there was none. */
  readonly second?: string
}

/**
 * Who wrote a bubble: who holds the phone, or who writes to them. `unknown`: its signs contradict each other.
 */
export type Side = 'me' | 'them' | 'unknown'

export type ReadBubble = {
  readonly side: Side
  /** In pixels of the copy that was read. */
  readonly box: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  readonly lines: readonly ReadLine[]
}

/** Why nothing was read; each is a reason that the locales can word. */
export const UNREAD = [
  'not_a_picture',
  'not_a_chat',
  'unsupported',
  'damaged',
  'too_large',
  'too_slow',
  'failed',
] as const
export type Unread = (typeof UNREAD)[number]

export type PictureReading =
  | {
      readonly status: 'read'
      /** Name and version of what read it. */
      readonly tool: string
      /** Of the copy that was read, which may be smaller than the picture: boxes are in its pixels. */
      readonly size: { readonly width: number; readonly height: number }
      /** Which way the screen runs: in a right-to-left one whoever holds the phone writes on the left. */
      readonly direction: 'ltr' | 'rtl' | 'unknown'
      /** With whom the chat is, as its head says. */
      readonly header?: ReadLine
      /** From the top. */
      readonly bubbles: readonly ReadBubble[]
    }
  | { readonly status: 'none'; readonly why: Unread; readonly tool: string }

/**
 * Reads pictures of chats where a hostile one can do no harm: another process, without network, limits on
 * memory, pixels and time.
 */
export type PictureReader = {
  /**
   * Never throws for what is in the bytes; one picture at a time. Rejects with `part_unavailable` where no
   * child can be started or after `close`.
   */
  readonly read: (picture: Uint8Array) => Promise<PictureReading>
  readonly close: () => Promise<void>
}
