import { proto } from '@whiskeysockets/baileys'
import { createHash } from 'node:crypto'
import type { Inbound, InboundBody } from '../../../core/base/message.ts'
import { untrusted, type Untrusted } from '../../../core/base/untrusted.ts'
import { hours, instant, minutes, type Instant } from '../../../core/base/units.ts'
import { readBody, type Read } from './body.ts'
import { describe } from './describe.ts'
import { count, filled, record, text, type Fields } from './fields.ts'
import type { Identity } from './identity.ts'
import type { JournalRow } from './journal-row.ts'
import { readTimer, unwrap, type Unwrapped } from './unwrap.ts'

export type ToInboundOptions = {
  readonly identity: Identity
  /**
   * A poll that a person sends counts as if they had written it as a numbered list; otherwise it is
   * a kind that is not read.
   */
  readonly pollsAsText?: boolean
  /**
   * Whether this program sent the message of this id: what it said comes back to it when a phone
   * hands over what another device wrote.
   */
  readonly isOurs?: (message: string) => boolean
  /** When the account was linked to its phone; nothing where that was before this was noted. */
  readonly linkedAt?: () => number | undefined
}

/** WhatsApp's clock and ours differ by less. */
const SKEW = minutes(5)

/**
 * One person, by number or by hidden id: no group, no status post, no newsletter, and not WhatsApp
 * itself (0).
 */
const PERSON = /^(?!0@)[0-9._:-]{1,40}@(?:s\.whatsapp\.net|lid|hosted|hosted\.lid)$/

const MOST_ID = 256
const MOST_NAME = 512
/**
 * UTF-16 units of a message written down. A stanza has at most 16 MiB; no message of an official
 * app comes near this.
 */
const MOST_RAW = 1_048_576
/** Clocks differ by so much at most; what is later is nonsense. */
const AHEAD = hours(1)
const MOST_SECONDS = 2 ** 32
const FORWARD = [
  'isForwarded',
  'forwardingScore',
  'forwardedNewsletterMessageInfo',
  'forwardOrigin',
  'forwardedAiBotMessageInfo',
] as const
/**
 * Beside the timer, and marks on our own side, what a context says is worth keeping: quotes,
 * mentions, advertisements.
 */
const DULL: ReadonlySet<string> = new Set(['expiration', 'ephemeralSettingTimestamp', 'disappearingMode'])

const { REVOKE, EPHEMERAL_SETTING, MESSAGE_EDIT } = proto.Message.ProtocolMessage.Type

const decode = (bytes: Uint8Array): Fields | undefined => {
  try {
    return record(proto.WebMessageInfo.decode(bytes))
  } catch {
    return undefined
  }
}

/** WhatsApp's times are seconds. */
const momentOf = (seconds: unknown, receivedAt: Instant): Instant => {
  const date = count(seconds)
  return date !== undefined && date > 0 && date < MOST_SECONDS && date * 1000 <= receivedAt + AHEAD
    ? instant(date * 1000)
    : receivedAt
}

/**
 * Names one change of a message: rises with its second, and differs for two changes in one second.
 * Made of the change's own id, so that the same change has the same number however often it comes.
 */
const changeNumber = (id: string, at: Instant): number =>
  Math.floor(at / 1000) * 2 ** 20 + 1 + (createHash('sha256').update(id).digest().readUInt32BE() >>> 12)

const writeDown = (value: Fields): Untrusted => {
  const json = JSON.stringify(value)
  return untrusted(json.length <= MOST_RAW ? json : JSON.stringify({ tooLong: json.length }))
}

/** What a `protocolMessage` does to an earlier message, or to the chat. */
type Act =
  | { readonly kind: 'edited' | 'deleted'; readonly target: string; readonly now: Fields | undefined }
  | { readonly kind: 'timer'; readonly seconds: number }
  | { readonly kind: 'said' }
  | { readonly kind: 'nothing' }

const targetOf = (key: unknown): string | undefined => {
  const id = text(record(key)?.['id'], MOST_ID)
  return id === '' ? undefined : id
}

const actOf = ({ content, field }: Unwrapped): Act => {
  const secret = field === 'secretEncryptedMessage' ? record(content[field]) : undefined
  if (secret !== undefined) {
    // An edit under a key of its own, which only the original's holder could open.
    const target = targetOf(secret['targetMessageKey'])
    return target === undefined ? { kind: 'nothing' } : { kind: 'edited', target, now: undefined }
  }
  if (field !== 'protocolMessage') return { kind: 'said' }
  const protocol = record(content[field])
  const type = protocol?.['type'] ?? REVOKE
  const target = targetOf(protocol?.['key'])
  if (type === EPHEMERAL_SETTING)
    return { kind: 'timer', seconds: readTimer(protocol?.['ephemeralExpiration']) ?? 0 }
  if (target === undefined || (type !== REVOKE && type !== MESSAGE_EDIT)) return { kind: 'nothing' }
  return type === REVOKE
    ? { kind: 'deleted', target, now: undefined }
    : { kind: 'edited', target, now: record(protocol?.['editedMessage']) }
}

const forwardOf = (context: Fields): Untrusted | undefined => {
  const score = count(context['forwardingScore']) ?? 0
  if (context['isForwarded'] !== true && score === 0) return undefined
  return writeDown(Object.fromEntries(FORWARD.map((name) => [name, describe(context[name], name)] as const)))
}

/** What is worth knowing beside a file: how it was wrapped, and what it belongs to. */
const besides = (
  { viewOnce, timer, context, parent }: Unwrapped,
  { facts }: JournalRow,
): Readonly<Record<string, string | number>> => ({
  ...(viewOnce ? { view_once: 1 } : {}),
  ...(timer === undefined || timer === 0 ? {} : { disappears_after: timer }),
  ...(count(context['forwardingScore']) === undefined
    ? {}
    : { forwarding_score: count(context['forwardingScore']) ?? 0 }),
  ...(parent === undefined ? {} : { belongs_to: parent.id, association: parent.association }),
  ...(facts.endToEnd ? {} : { end_to_end: 0 }),
})

const isPlain = (from: Unwrapped, { facts }: JournalRow): boolean =>
  facts.endToEnd &&
  from.alone &&
  from.wrappers.length === 0 &&
  !from.viewOnce &&
  (from.timer ?? 0) === 0 &&
  filled(from.context).every((name) => DULL.has(name))

/**
 * Rows of the journal as inbound items. Total: whatever a row holds, it never throws for it, so no
 * row can block those behind it; it throws only where the table of contacts cannot be read or
 * written (`store_unavailable`, `disk_full`, `seal_broken`), and then the row must come again. The
 * same row gives the same items. A message of a kind that is not understood, or that never arrived,
 * is kept as `unsupported`.
 *
 * A deletion is a revision like an edit: `edit` > 0 of the message it names, with the body
 * `unsupported`, what `deleted`. What was said stays.
 */
export const makeToInbound = ({
  identity,
  pollsAsText = false,
  isOurs = () => false,
  linkedAt = () => undefined,
}: ToInboundOptions) => {
  const describeRow = (
    row: JournalRow,
    from: Unwrapped | undefined,
    message: Fields | undefined,
  ): Untrusted =>
    writeDown({
      endToEnd: row.facts.endToEnd,
      offline: row.facts.offline,
      ...(from === undefined ? {} : { wrappers: from.wrappers }),
      ...(message === undefined ? {} : { message: describe(message) }),
    })

  return (row: JournalRow): readonly Inbound[] => {
    const { facts, account } = row
    if (!PERSON.test(facts.chat)) return []
    const receivedAt = instant(row.receivedAt)
    const info = decode(row.bytes)
    const stanza = targetOf(info?.['key']) ?? `row-${row.row}`
    const sentAt = momentOf(info?.['messageTimestamp'], receivedAt)
    // Before the account was this service's it may have been anybody's: what was written to it then
    // is theirs.
    if (sentAt < (linkedAt() ?? 0) - SKEW || (facts.fromMe && isOurs(stanza))) return []
    // Of our own phone the name is our own.
    const name = facts.fromMe ? undefined : text(info?.['pushName'], MOST_NAME)
    const message = record(info?.['message'])

    const sighting = {
      row: row.row,
      chat: facts.chat,
      ...(facts.alt === undefined ? {} : { alt: facts.alt }),
    }
    // Whom the phone wrote to is no case by that, and nothing of them is remembered.
    const written = facts.fromMe ? identity.known(sighting) : undefined
    if (facts.fromMe && written === undefined) return []
    const meet = (): string => written ?? identity.meet(sighting)
    const item = (
      chat: string,
      id: string,
      edit: number,
      body: InboundBody,
      more: { readonly forward?: Untrusted | undefined; readonly raw?: Untrusted | undefined },
    ): readonly Inbound[] => [
      {
        v: 1,
        channel: 'whatsapp',
        account,
        chat,
        message: id,
        edit,
        sentAt,
        from: name === undefined || name === '' ? {} : { name: untrusted(name) },
        body,
        ...(facts.fromMe ? { by: 'phone' as const } : {}),
        ...(more.forward === undefined ? {} : { forward: more.forward }),
        ...(more.raw === undefined ? {} : { raw: more.raw }),
      },
    ]

    // The real message may still come under its own id, so this takes another.
    const missing = (what: 'view_once' | 'unreadable'): readonly Inbound[] =>
      item(
        meet(),
        `${what}:${stanza}`,
        0,
        { kind: 'unsupported', what },
        { raw: describeRow(row, undefined, undefined) },
      )
    if (row.kind === 'call')
      return item(
        meet(),
        stanza,
        0,
        { kind: 'call', ...(facts.video === undefined ? {} : { video: facts.video }) },
        {},
      )
    // What our own phone says and we cannot read is no message of theirs.
    if (row.kind !== 'message') return facts.fromMe ? [] : missing(row.kind)
    if (message === undefined) return facts.fromMe ? [] : missing('unreadable')

    const from = unwrap(message)
    const act = actOf(from)
    if (act.kind === 'nothing') return []
    if (act.kind === 'timer') {
      identity.setTimer(meet(), act.seconds)
      return []
    }
    const place = { chat: facts.chat, message: stanza }
    if (act.kind === 'said') {
      const read = readBody(from, place, besides(from, row), pollsAsText)
      // A mark that the team set on the phone is no word of theirs: it takes the case out of nobody's hands.
      if (read === undefined || (facts.fromMe && read.body.kind === 'reaction')) return []
      const chat = meet()
      if (from.timer !== undefined) identity.setTimer(chat, from.timer)
      const forward = forwardOf(from.context)
      const plain = read.whole && forward === undefined && isPlain(from, row)
      return item(chat, stanza, 0, read.body, {
        forward,
        raw: plain ? undefined : describeRow(row, from, message),
      })
    }
    const read = revised(act.now, { ...place, message: act.target }, row, pollsAsText)
    const body: InboundBody =
      act.kind === 'deleted' ? { kind: 'unsupported', what: 'deleted' } : (read?.body ?? EDITED)
    return item(meet(), act.target, changeNumber(stanza, sentAt), body, {
      raw: describeRow(row, from, message),
    })
  }
}

/** An edit whose new words cannot be read. */
const EDITED: InboundBody = { kind: 'unsupported', what: 'edited' }

const revised = (
  now: Fields | undefined,
  place: { readonly chat: string; readonly message: string },
  row: JournalRow,
  polls: boolean,
): Read | undefined => {
  const inner = now === undefined ? undefined : unwrap(now)
  const read = inner === undefined ? undefined : readBody(inner, place, besides(inner, row), polls)
  return read?.body.kind === 'unsupported' ? undefined : read
}
