import type { Language } from '../base/language.ts'
import type { ChatAddress } from '../base/message.ts'
import type { Button } from './channel.ts'
import type { SentFile } from '../base/sent-file.ts'
import type { Bytes, Instant } from '../base/units.ts'

/** One line of a conversation as the person may see it. `id` is stable: `<seq>.<n>`. */
export type ChatLine = {
  readonly id: string
  readonly at: Instant
  readonly from: 'person' | 'bot' | 'agent'
  /** The agent's alias. */
  readonly alias?: string
  /** Of a person's own line: the id under which their page sent it. */
  readonly sent?: string
  readonly text?: string
  readonly buttons?: readonly Button[]
  readonly media?: {
    readonly kind: string
    readonly size?: Bytes
    readonly state: 'pending' | 'sealed' | 'fingerprint' | 'refused' | 'failed'
    readonly fileName?: string
  }
  /** What an agent sent; its bytes are asked for by the line's id. */
  readonly file?: Pick<SentFile, 'kind' | 'size' | 'mime' | 'name'>
}

export type ChatView = {
  /** Rises whenever `lines` would read differently. 0 where nobody wrote yet. */
  readonly version: number
  readonly lines: readonly ChatLine[]
  /** The line whose buttons wait to be pressed; those of all others are over. */
  readonly open?: string
  readonly language: Language
  /** `reading`: the team reads what comes, and nobody joins, since the person wants nobody to. */
  readonly mode: 'bot' | 'waiting' | 'reading' | 'agent' | 'closed'
  /** Law 10, before a byte is taken: `open`, or why not; `unknown` where the age was not said yet. */
  readonly media: 'open' | 'age' | 'unknown' | 'consent'
  /** The person left, and nothing may tell that there was anything. */
  readonly hidden?: true
  /** What is written next may be a secret. */
  readonly secret?: true
  /** Nothing would bring the person back to this conversation from elsewhere. */
  readonly stranded?: true
  /** The phone may be another's: who opens the page anew has to show by code or PIN that it is theirs. */
  readonly guarded?: true
}

/**
 * What a channel without a memory of its own (the web chat) shows a person of their own
 * conversation. Reading only: a channel never calls the core to change something (core/README.md,
 * Three ways through the house).
 */
export type ChatHistory = {
  readonly read: (address: ChatAddress) => Promise<ChatView>
  /** The file of a line that the person sees now; nothing where they see no such line. */
  readonly open: (
    address: ChatAddress,
    line: string,
  ) => Promise<{ readonly file: SentFile; readonly bytes: Uint8Array } | undefined>
  /** Called soon after a chat's view may have changed. Returns the end of it. */
  readonly subscribe: (address: ChatAddress, wake: () => void) => () => void
}
