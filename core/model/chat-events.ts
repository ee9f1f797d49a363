import type { AgentId, CaseCode, InboundId } from '../base/ids.ts'
import type { Button } from '../ports/channel.ts'
import type { ChannelName, ChatAddress, Inbound } from '../base/message.ts'
import type { Instant } from '../base/units.ts'
import type { Language } from '../base/language.ts'
import type { PhraseArgs, PhraseKey } from '../ports/phrases.ts'
import type { SentFile } from '../base/sent-file.ts'
import type { Untrusted } from '../base/untrusted.ts'

/**
 * The case and its chat: what the person sent there, and what was said to them. A row `n` of what
 * was said is that of the outbox in the same entry.
 */
export type ChatEvent =
  /** `origin`: see Inbound. `elsewhere`: it was kept somewhere else before, and brought in. */
  | {
      readonly type: 'case_opened'
      readonly code: CaseCode
      readonly channel: ChannelName
      readonly language: Language
      readonly origin?: string
      readonly elsewhere?: true
    }
  | {
      readonly type: 'chat_attached'
      readonly address: ChatAddress
      readonly name?: Untrusted
      readonly handle?: Untrusted
    }
  /** `by` is missing where the person chose it themselves: then no words change it. */
  | { readonly type: 'language_chosen'; readonly language: Language; readonly by?: 'words' }
  | { readonly type: 'person_blocked' }
  | { readonly type: 'person_unblocked' }
  /** The person left by quick exit: the conversation is hidden from the chat, the case stays. */
  /**
   * `reopened`: not left by themselves: the page was opened anew on a phone that others look at,
   * and asks for the code or the PIN first.
   */
  | { readonly type: 'person_exited'; readonly reopened?: true }
  /**
   * `redacted`: something the person keeps secret was taken out of it before it was written here.
   * `by`: the person said it on a call, and this agent typed it.
   */
  | {
      readonly type: 'message_received'
      readonly inbound: InboundId
      readonly message: Inbound
      readonly redacted?: true
      readonly by?: AgentId
    }
  /** The words of this message are answered once no more of them come (core/services/inbound/quiet). */
  | { readonly type: 'reply_owed'; readonly inbound: InboundId }
  /** What these messages say together was decided; what was answered stands beside it. */
  | { readonly type: 'reply_settled'; readonly inbounds: readonly InboundId[] }
  /** A message came that could not be handled, however often it was tried. It is kept nowhere. */
  | { readonly type: 'message_lost'; readonly inbound: InboundId; readonly arrivedAt: Instant }
  /** A newer version of an earlier message; the earlier one stays (law 6). */
  | {
      readonly type: 'message_edited'
      readonly inbound: InboundId
      readonly message: Inbound
      readonly redacted?: true
    }
  | {
      readonly type: 'bot_said'
      readonly n: number
      readonly key: PhraseKey
      readonly args?: PhraseArgs
      readonly text: string
      readonly buttons?: readonly Button[]
      /** No row yet: it waits until the person writes, or until it is safe to write to them. */
      readonly held?: true
      /** Under it stands the app's own key for a place; with `placeOver` an earlier one went away. */
      readonly place?: true
      readonly placeOver?: true
      /** It took the place of what an earlier row said: that one is gone, and its buttons with it. */
      readonly instead?: { readonly seq: number; readonly n: number }
    }
  | {
      readonly type: 'agent_said'
      readonly n: number
      readonly agent: AgentId
      readonly alias: string
      readonly text: string
      readonly key?: string
      readonly held?: true
      readonly placeOver?: true
      /** It began as a draft of a language model; what went out is what the agent sent. */
      readonly helped?: true
      /** No words but this file; `text` is empty then. */
      readonly file?: SentFile
    }
  /** What was held, now rows of this entry: `row` is the row of what was said at (seq, n). */
  | {
      readonly type: 'words_released'
      readonly lines: readonly { readonly seq: number; readonly n: number; readonly row: number }[]
    }
  /**
   * A member of the team wrote to the person on the linked phone itself, past this program: nobody
   * knows who. An edit of theirs is one more. Until somebody takes the case over the bot is silent.
   */
  | { readonly type: 'phone_said'; readonly inbound: InboundId; readonly message: Inbound }
  /** Another bot handed the chat over, see InboundBody. `title`: what that bot calls the matter. */
  | {
      readonly type: 'handed_over'
      readonly inbound: InboundId
      readonly session: string
      readonly texts: 'ours' | 'theirs'
      readonly title?: Untrusted
    }
  /**
   * The other bot took the chat back, by itself or as the person asked: nothing reaches the person
   * here until it hands over again.
   */
  | { readonly type: 'chat_ended'; readonly inbound: InboundId; readonly session: string }
  /** What the other bot said to the person, or a notice of its: no word of the person's, and no evidence. */
  | { readonly type: 'other_bot_said'; readonly inbound: InboundId; readonly message: Inbound }
