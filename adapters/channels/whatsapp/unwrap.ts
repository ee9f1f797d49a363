import { count, filled, record, text, type Fields } from './fields.ts'

/** Envelopes around a message; each says something about it that is lost once it is opened. */
const WRAPPERS: readonly string[] = [
  'ephemeralMessage',
  'viewOnceMessage',
  'viewOnceMessageV2',
  'viewOnceMessageV2Extension',
  'documentWithCaptionMessage',
  'editedMessage',
  'associatedChildMessage',
  'lottieStickerMessage',
  'pollCreationMessageV4',
  'pollCreationOptionImageMessage',
  'groupMentionedMessage',
  'botForwardedMessage',
  'questionMessage',
  'questionReplyMessage',
  'deviceSentMessage',
]
/** Real messages have three; a hostile one may have thousands. */
const MOST_WRAPPERS = 8

const VIEW_ONCE = /^viewOnceMessage/

/** What a message holds besides its content: keys, settings, secrets. */
const ABOUT: ReadonlySet<string> = new Set([
  'messageContextInfo',
  'senderKeyDistributionMessage',
  'fastRatchetKeySenderKeyDistributionMessage',
])

/** Seconds of a disappearing timer; more than a year is no setting of any app. */
const MOST_TIMER = 31_622_400

const MOST_ID = 256

export type Unwrapped = {
  readonly content: Fields
  /** The field that holds the content; nothing where there is none. */
  readonly field: string | undefined
  /** Whether that is all there is. */
  readonly alone: boolean
  readonly wrappers: readonly string[]
  readonly viewOnce: boolean
  /** Quotes, forwards, timer. */
  readonly context: Fields
  /**
   * Seconds after which the message disappears in this chat, 0 where it stays, nothing where it
   * does not say.
   */
  readonly timer?: number
  /** Which message this one belongs to, and how. */
  readonly parent?: { readonly id: string; readonly association: number }
}

export const readTimer = (value: unknown): number | undefined => {
  const seconds = count(value)
  return seconds === undefined || seconds > MOST_TIMER ? undefined : seconds
}

const parentOf = (associated: Fields | undefined): Unwrapped['parent'] => {
  const id = text(record(associated?.['parentMessageKey'])?.['id'], MOST_ID)
  const association = count(associated?.['associationType'])
  return id === undefined || id === '' || association === undefined ? undefined : { id, association }
}

/** Opens the envelopes around a message and says what they were. */
export const unwrap = (message: Fields): Unwrapped => {
  const wrappers: string[] = []
  let content = message
  let about: Fields | undefined
  for (;;) {
    about = record(content['messageContextInfo']) ?? about
    const wrapper = WRAPPERS.find((name) => record(content[name]) !== undefined)
    const inner = wrapper === undefined ? undefined : record(record(content[wrapper])?.['message'])
    if (wrapper === undefined || wrappers.length >= MOST_WRAPPERS) break
    wrappers.push(wrapper)
    if (inner === undefined) {
      content = {}
      break
    }
    content = inner
  }
  const fields = filled(content).filter((name) => !ABOUT.has(name))
  const [field] = fields
  const value = field === undefined ? undefined : record(content[field])
  const context = record(value?.['contextInfo']) ?? {}
  const timer = readTimer(context['expiration'])
  const parent = parentOf(record(about?.['messageAssociation']))
  return {
    content,
    field,
    alone: fields.length <= 1,
    wrappers,
    viewOnce: wrappers.some((name) => VIEW_ONCE.test(name)) || value?.['viewOnce'] === true,
    context,
    ...(timer === undefined ? {} : { timer }),
    ...(parent === undefined ? {} : { parent }),
  }
}
