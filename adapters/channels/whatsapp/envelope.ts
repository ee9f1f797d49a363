import {
  decodeMessageNode,
  getBinaryNodeChild,
  isHostedLidUser,
  isHostedPnUser,
  isLidUser,
  isPnUser,
  jidNormalizedUser,
  proto,
  unpadRandomMax16,
  type BinaryNode,
  type WAMessage,
} from '@whiskeysockets/baileys'
import type { JournalFacts, JournalKind } from './journal-row.ts'
import type { JournalEntry } from './journal.ts'

/** What a stanza says about the message in it, before that is opened. */
export type Envelope = {
  readonly id: string
  /** Key, time and name, without content. */
  readonly outside: WAMessage
  readonly facts: JournalFacts
  /** Between our own devices: settings and answers, nothing a person wrote. */
  readonly peer: boolean
}

export type Me = { readonly id: string; readonly lid?: string | undefined }

const isPerson = (jid: string | undefined): boolean =>
  jid !== undefined && [isPnUser, isLidUser, isHostedPnUser, isHostedLidUser].some((is) => is(jid) === true)

/**
 * Groups, status posts, newsletters and broadcasts: never answered, never read. Our own server jid
 * is nobody's.
 */
export const isIgnored = (jid: string): boolean => /@(g\.us|broadcast|newsletter|bot)$/.test(jid)

/** Nothing where the stanza is no message of or to one person. */
export const readEnvelope = (stanza: BinaryNode, me: Me): Envelope | undefined => {
  if (!isPerson(stanza.attrs['from'])) return undefined
  let outside: WAMessage
  try {
    outside = decodeMessageNode(stanza, me.id, me.lid ?? '').fullMessage
  } catch {
    return undefined
  }
  const { remoteJid, id, remoteJidAlt, fromMe } = outside.key
  if (typeof remoteJid !== 'string' || typeof id !== 'string' || !isPerson(remoteJid)) return undefined
  const chat = jidNormalizedUser(remoteJid)
  const alt =
    typeof remoteJidAlt === 'string' && isPerson(remoteJidAlt) ? jidNormalizedUser(remoteJidAlt) : undefined
  return {
    id,
    outside: { ...outside, key: { ...outside.key, remoteJid: chat } },
    peer: stanza.attrs['category'] === 'peer',
    facts: {
      endToEnd: true,
      offline: stanza.attrs['offline'] !== undefined,
      chat,
      ...(alt === undefined ? {} : { alt }),
      fromMe: fromMe === true,
    },
  }
}

/**
 * What begins a call, and what says that one was missed while we were away. Both name the same
 * call, which counts once.
 */
const CALLS: ReadonlySet<string> = new Set(['offer', 'terminate', 'timeout'])

/**
 * Nothing where the stanza is no call of one person to us: a call of a group, one that our own
 * phone makes, or a step of one that is known.
 */
export const fromCall = (stanza: BinaryNode, me: Me, receivedAt: number): readonly JournalEntry[] => {
  const step = Array.isArray(stanza.content) ? stanza.content[0] : undefined
  const id = step?.attrs['call-id']
  const from = stanza.attrs['from']
  if (step === undefined || !CALLS.has(step.tag) || id === undefined || from === undefined || !isPerson(from))
    return []
  if (step.attrs['type'] === 'group' || step.attrs['group-jid'] !== undefined) return []
  const chat = jidNormalizedUser(from)
  const creator = jidNormalizedUser(step.attrs['call-creator'] ?? from)
  const own = [me.id, me.lid].flatMap((jid) => (jid === undefined ? [] : [jidNormalizedUser(jid)]))
  if (own.includes(chat) || own.includes(creator)) return []
  const pn = step.attrs['caller_pn']
  const alt =
    pn !== undefined && isPerson(pn) && jidNormalizedUser(pn) !== chat ? jidNormalizedUser(pn) : undefined
  const name = `call:${id}`
  return [
    {
      id: name,
      kind: 'call',
      receivedAt,
      facts: {
        endToEnd: false,
        offline: stanza.attrs['offline'] !== undefined,
        chat,
        ...(alt === undefined ? {} : { alt }),
        fromMe: false,
        ...(getBinaryNodeChild(step, 'video') === undefined ? {} : { video: true as const }),
      },
      bytes: toBytes({
        key: { remoteJid: chat, fromMe: false, id: name },
        messageTimestamp: Number(stanza.attrs['t']) || 0,
      }),
    },
  ]
}

const toBytes = (outside: WAMessage, message?: proto.IMessage): Uint8Array =>
  proto.WebMessageInfo.encode(
    proto.WebMessageInfo.create({
      key: {
        remoteJid: outside.key.remoteJid ?? null,
        fromMe: outside.key.fromMe ?? false,
        id: outside.key.id ?? null,
      },
      ...(message === undefined ? {} : { message }),
      messageTimestamp: outside.messageTimestamp ?? 0,
      ...(typeof outside.pushName === 'string' ? { pushName: outside.pushName } : {}),
    }),
  ).finish()

const entry = (
  envelope: Envelope,
  kind: JournalKind,
  receivedAt: number,
  message?: proto.IMessage,
  endToEnd = true,
): JournalEntry => ({
  id: envelope.id,
  kind,
  receivedAt,
  facts: { ...envelope.facts, endToEnd: envelope.facts.endToEnd && endToEnd },
  bytes: toBytes(envelope.outside, message),
})

/**
 * Nobody wrote these: key exchange, device settings. Only edits, deletions and the disappearing
 * timer are somebody's doing.
 */
const { REVOKE, MESSAGE_EDIT, EPHEMERAL_SETTING } = proto.Message.ProtocolMessage.Type
const SOMEBODYS: ReadonlySet<number> = new Set([REVOKE, MESSAGE_EDIT, EPHEMERAL_SETTING])
const NOBODYS: ReadonlySet<string> = new Set([
  'senderKeyDistributionMessage',
  'fastRatchetKeySenderKeyDistributionMessage',
  'messageContextInfo',
])

const isSomebodys = (message: proto.IMessage): boolean => {
  const type = message.protocolMessage?.type
  if (message.protocolMessage !== undefined && message.protocolMessage !== null)
    return SOMEBODYS.has(type ?? REVOKE)
  return Object.entries(message).some(
    ([name, value]) => value !== null && value !== undefined && !NOBODYS.has(name),
  )
}

/** Our phone hands over what came to us without content: each result is a whole message. */
const fromPhone = (message: proto.IMessage, receivedAt: number): readonly JournalEntry[] => {
  const results =
    message.protocolMessage?.peerDataOperationRequestResponseMessage?.peerDataOperationResult ?? []
  return results.flatMap(({ placeholderMessageResendResponse: resend }) => {
    if (resend?.webMessageInfoBytes === undefined || resend.webMessageInfoBytes === null) return []
    const outside = proto.WebMessageInfo.decode(resend.webMessageInfoBytes) as WAMessage
    const { remoteJid, id, fromMe } = outside.key
    if (typeof remoteJid !== 'string' || typeof id !== 'string' || !isPerson(remoteJid) || !outside.message)
      return []
    const chat = jidNormalizedUser(remoteJid)
    const facts: JournalFacts = { endToEnd: true, offline: false, chat, fromMe: fromMe === true }
    return [
      entry(
        { id, outside: { ...outside, key: { ...outside.key, remoteJid: chat } }, facts, peer: false },
        'message',
        receivedAt,
        outside.message,
      ),
    ]
  })
}

const opened = (
  envelope: Envelope,
  plain: Uint8Array,
  receivedAt: number,
  endToEnd: boolean,
): readonly JournalEntry[] => {
  const outer = proto.Message.decode(plain)
  const message = outer.deviceSentMessage?.message ?? outer
  if (envelope.peer) return envelope.facts.fromMe ? fromPhone(message, receivedAt) : []
  return isSomebodys(message) ? [entry(envelope, 'message', receivedAt, message, endToEnd)] : []
}

/**
 * What was decrypted, as what the journal keeps of it: nothing where nobody wrote it, `unreadable`
 * where it is no message.
 */
export const fromPlaintext = (
  envelope: Envelope,
  padded: Uint8Array,
  receivedAt: number,
): readonly JournalEntry[] => {
  try {
    return opened(envelope, unpadRandomMax16(padded), receivedAt, true)
  } catch {
    return [unreadable(envelope, receivedAt)]
  }
}

const { INITIAL_BOOTSTRAP } = proto.Message.HistorySyncType

/** Where our own phone says what chats it has: nobody else may. Later parts of its history are left alone. */
export const historyIn = (
  { peer, facts }: Envelope,
  padded: Uint8Array,
): proto.Message.IHistorySyncNotification | undefined => {
  if (!peer || !facts.fromMe) return undefined
  try {
    const outer = proto.Message.decode(unpadRandomMax16(padded))
    const told = (outer.deviceSentMessage?.message ?? outer).protocolMessage?.historySyncNotification
    return told?.syncType === INITIAL_BOOTSTRAP ? told : undefined
  } catch {
    return undefined
  }
}

export const unreadable = (envelope: Envelope, receivedAt: number): JournalEntry =>
  entry(envelope, 'unreadable', receivedAt)

/**
 * What a stanza without a ciphertext brings: content in clear (which the server could have written,
 * so it is marked), or a note that there is none for us.
 */
export const fromBare = (
  envelope: Envelope,
  stanza: BinaryNode,
  receivedAt: number,
): readonly JournalEntry[] => {
  if (envelope.peer) return []
  const clear = getBinaryNodeChild(stanza, 'plaintext')?.content
  if (clear instanceof Uint8Array) {
    try {
      return opened(envelope, clear, receivedAt, false)
    } catch {
      return [unreadable(envelope, receivedAt)]
    }
  }
  const kind =
    getBinaryNodeChild(stanza, 'unavailable')?.attrs['type']?.startsWith('view_once') === true
      ? 'view_once'
      : 'unreadable'
  return [entry(envelope, kind, receivedAt)]
}
