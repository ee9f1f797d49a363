import type { Message, MessagePage } from '../../contract/messages.ts'

/**
 * The newest stretch of a conversation, without gaps, oldest first. `older` is the cursor of what
 * stands before it.
 */
export type Thread = {
  readonly messages: readonly Message[]
  /** Of the newest message shown: what a reply must carry. */
  readonly version: number
  readonly older?: string
}

/** The page's own limit (contract: at most 200). */
export const PAGE = 50
export const LARGEST_PAGE = 200

const withOlder = (thread: Omit<Thread, 'older'>, older: string | undefined): Thread =>
  older === undefined ? thread : { ...thread, older }

/**
 * What is the same as before stays the same object, whatever came before it or after: only what
 * changed is drawn again.
 */
const keepSame = (before: readonly Message[], page: readonly Message[]): readonly Message[] => {
  const known = new Map(before.slice(-2 * LARGEST_PAGE).map((message) => [message.id, message]))
  return page.map((message) => {
    const same = known.get(message.id)
    return same !== undefined && JSON.stringify(same) === JSON.stringify(message) ? same : message
  })
}

/**
 * Puts the newest page at the end of what is already there. Where they do not meet, more was said
 * than a page holds (a machine that slept): what was there is let go, as a thread with a hole would
 * mislead.
 */
export const joinNewest = (thread: Thread | undefined, page: MessagePage): Thread => {
  const first = page.messages[0]
  const meet =
    first === undefined || thread === undefined
      ? -1
      : thread.messages.findIndex((message) => message.id === first.id)
  if (thread === undefined || meet < 0)
    return withOlder({ messages: page.messages, version: page.version }, page.older)
  const newest = keepSame(thread.messages, page.messages)
  return withOlder(
    { messages: [...thread.messages.slice(0, meet), ...newest], version: page.version },
    meet === 0 ? page.older : thread.older,
  )
}

/** Puts an older page before what is there. */
export const joinOlder = (thread: Thread, page: MessagePage): Thread => {
  const known = new Set(thread.messages.map((message) => message.id))
  const older = page.messages.filter((message) => !known.has(message.id))
  return withOlder({ messages: [...older, ...thread.messages], version: thread.version }, page.older)
}

/** Whether something the agent said is still on its way: its fate comes without an event of the case. */
export const isUnderway = (thread: Thread): boolean =>
  thread.messages
    .slice(-PAGE)
    .some((message) => message.delivery === 'queued' || message.delivery === 'sending')
