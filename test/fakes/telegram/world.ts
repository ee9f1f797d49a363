import type { BotCommand, InlineKeyboardMarkup, Message, Update, User, UserFromGetMe } from '@grammyjs/types'
import type { VirtualClock } from './clock.ts'
import type { Files } from './files.ts'
import type { Queue } from './queue.ts'

/** One line of the ledger: what the bot did, in the order the fake did it. */
export type SentEntry =
  | {
      readonly kind: 'message'
      readonly chat: number
      readonly message: number
      readonly text: string
      readonly at: number
      readonly method: string
    }
  | {
      readonly kind: 'edit'
      readonly chat: number
      readonly message: number
      readonly text: string
      readonly at: number
    }
  | {
      readonly kind: 'delete'
      readonly chat: number
      readonly messages: readonly number[]
      readonly at: number
    }
  | { readonly kind: 'action'; readonly chat: number; readonly action: string; readonly at: number }
  | { readonly kind: 'answer'; readonly chat: number; readonly press: string; readonly at: number }

/** One message of a chat as both phones hold it. */
export type ChatMessage = {
  readonly id: number
  readonly from: 'bot' | 'person'
  readonly date: number
  /** Newest version. */
  message: Message
  deleted: boolean
}

export type ChatState = {
  readonly user: User
  blocked: boolean
  deactivated: boolean
  /** A bot cannot write first. */
  started: boolean
  readonly messages: Map<number, ChatMessage>
}

/** All that the fake server knows. */
export type World = {
  readonly clock: VirtualClock
  readonly random: () => number
  readonly me: UserFromGetMe
  readonly queue: Queue
  readonly files: Files
  readonly chats: Map<number, ChatState>
  readonly sent: SentEntry[]
  /** `<scope type>/<language>` -> commands. */
  readonly commands: Map<string, readonly BotCommand[]>
  /** Open button presses: id -> chat and when it can no longer be answered. */
  readonly presses: Map<string, { readonly chat: number; readonly until: number; answered: boolean }>
  readonly names: Map<string, string>
  webhook: string
  nextMessageId: number
  /** Something happened that a test may be waiting for. */
  readonly changed: () => void
  /** Queues an update of a person. */
  readonly push: (body: Omit<Update, 'update_id'>) => void
}

/** The bot as other people's updates name it; `me` has more. */
export const botUser = ({ me }: World): User => ({
  id: me.id,
  is_bot: true,
  first_name: me.first_name,
  username: me.username,
})

export const privateChat = (
  user: User,
): { id: number; type: 'private'; first_name: string; last_name?: string; username?: string } => ({
  id: user.id,
  type: 'private',
  first_name: user.first_name,
  ...(user.last_name === undefined ? {} : { last_name: user.last_name }),
  ...(user.username === undefined ? {} : { username: user.username }),
})

export const chatOf = (world: World, id: number): ChatState => {
  const known = world.chats.get(id)
  if (known !== undefined) return known
  const user: User = { id, is_bot: false, first_name: 'V', language_code: 'en' }
  const made: ChatState = { user, blocked: false, deactivated: false, started: true, messages: new Map() }
  world.chats.set(id, made)
  return made
}

export const keyboardOf = (message: Message): InlineKeyboardMarkup['inline_keyboard'] =>
  message.reply_markup?.inline_keyboard ?? []
