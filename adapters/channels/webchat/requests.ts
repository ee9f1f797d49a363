import type { FastifyRequest } from 'fastify'
import type { ChatAddress, Command, Inbound, InboundBody, MediaKind } from '../../../core/base/message.ts'
import type { Sha256Hex } from '../../../core/base/ids.ts'
import { isPdqHash } from '../../../core/base/fingerprint/distance.ts'
import { untrusted, type Untrusted } from '../../../core/base/untrusted.ts'
import { writeToken } from '../../../core/policy/conversation/token.ts'
import { LANGUAGES, type Language } from '../../../core/base/language.ts'
import type { Instant } from '../../../core/base/units.ts'
import { MESSAGE_ID } from './session.ts'

/** Reading of what a browser sent. Nothing here throws: what does not fit is `undefined`. */

const COMMANDS: readonly Command[] = ['exit', 'help', 'human', 'language', 'stop', 'back', 'skip', 'restart']
const KINDS: readonly MediaKind[] = [
  'photo',
  'document',
  'video',
  'voice',
  'audio',
  'animation',
  'video_note',
]
/** Button tokens are the core's own (`<step>:<option>`), short and printable. */
const TOKEN = /^[\x21-\x7e]{1,200}$/
const MIME = /^[\w.+-]{1,100}\/[\w.+-]{1,100}(;[\w.+\-=; "]{0,100})?$/
/** Longest file name any usual file system takes, in UTF-16 code units. */
const FILE_NAME_LENGTH = 255
const MAX_SECONDS = 86_400

export const fieldOf = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, name)
    ? (body as Record<string, unknown>)[name]
    : undefined

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.find((each) => each === value)

export const readId = (value: unknown): string | undefined =>
  typeof value === 'string' && MESSAGE_ID.test(value) ? value : undefined

export const readLanguage = (value: unknown): Language | undefined => oneOf(LANGUAGES, value)

export type Write = { readonly id: string; readonly body: InboundBody; readonly language?: Language }

const withId = (
  sent: unknown,
  body: InboundBody | undefined,
  id = readId(fieldOf(sent, 'id')),
): Write | undefined => {
  const language = readLanguage(fieldOf(sent, 'language'))
  if (id === undefined || body === undefined) return undefined
  return { id, body, ...(language === undefined ? {} : { language }) }
}

/** Half a surrogate pair cannot be hashed or stored as UTF-8, so it becomes U+FFFD. */
const textOf = (value: unknown): Untrusted | undefined =>
  typeof value === 'string' ? untrusted(value.toWellFormed()) : undefined

export const readMessage = (sent: unknown): Write | undefined => {
  const text = textOf(fieldOf(sent, 'text'))
  return withId(sent, text === undefined ? undefined : { kind: 'text', text })
}

export const readPress = (sent: unknown): Write | undefined => {
  const token = fieldOf(sent, 'token')
  return withId(sent, typeof token === 'string' && TOKEN.test(token) ? { kind: 'press', token } : undefined)
}

/**
 * `language` with a language chooses it, as the core's own language buttons do; without one it asks
 * for them.
 */
export const readCommand = (sent: unknown): Write | undefined => {
  const command = oneOf(COMMANDS, fieldOf(sent, 'command'))
  const language = readLanguage(fieldOf(sent, 'language'))
  if (command === 'language' && language !== undefined) {
    return withId(sent, { kind: 'press', token: writeToken({ kind: 'language', language }) })
  }
  return withId(sent, command === undefined ? undefined : { kind: 'command', command })
}

/** A start needs no id; one that is sent makes it count once. */
export const readStart = (sent: unknown, freshId: string): Write | undefined =>
  withId(sent, { kind: 'start' }, fieldOf(sent, 'id') === undefined ? freshId : undefined) ??
  withId(sent, { kind: 'start' })

export const readExit = (sent: unknown, freshId: string): string => readId(fieldOf(sent, 'id')) ?? freshId

const SHA256 = /^[0-9a-f]{64}$/
const PRINT_FIELDS: ReadonlySet<string> = new Set(['id', 'language', 'sha256', 'pdq', 'quality'])
const isQuality = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100

/**
 * What the page computed of a file that stays on the device: nothing else may come with it, neither
 * name nor size. With a PDQ comes its quality; without one it is whatever the device could not see.
 */
export const readPrint = (sent: unknown): Write | undefined => {
  if (typeof sent !== 'object' || sent === null || !Object.keys(sent).every((name) => PRINT_FIELDS.has(name)))
    return undefined
  const sha256 = fieldOf(sent, 'sha256')
  const hash = fieldOf(sent, 'pdq')
  const quality = fieldOf(sent, 'quality')
  if (typeof sha256 !== 'string' || !SHA256.test(sha256)) return undefined
  const print = { sha256: sha256 as Sha256Hex }
  const media = { capture: 'as_sent', ref: '' } as const
  if (hash === undefined && quality === undefined)
    return withId(sent, { kind: 'media', media: { ...media, kind: 'document', print } })
  if (typeof hash !== 'string' || !isPdqHash(hash) || !isQuality(quality)) return undefined
  return withId(sent, {
    kind: 'media',
    media: { ...media, kind: 'photo', print: { ...print, pdq: { hash, quality } } },
  })
}

/**
 * What is said of a file beside its bytes. Its name travels in a header, for URLs are written down
 * by proxies (law 8).
 */
export type FileHead = {
  readonly id: string
  readonly kind: MediaKind
  readonly fileName?: Untrusted
  readonly mime?: Untrusted
  readonly duration?: number
  /** As declared; absent where the body is sent in chunks, or left out since files are not taken. */
  readonly length?: number
}

const decoded = (value: string): string | undefined => {
  try {
    return decodeURIComponent(value).toWellFormed().slice(0, FILE_NAME_LENGTH)
  } catch {
    return undefined
  }
}

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const readFileHead = (request: FastifyRequest): FileHead | undefined => {
  const id = readId(fieldOf(request.query, 'id'))
  const kind = oneOf(KINDS, fieldOf(request.query, 'kind'))
  const sentName = headerOf(request, 'x-file-name')
  const fileName = sentName === undefined ? undefined : decoded(sentName)
  if (id === undefined || kind === undefined || (sentName !== undefined && fileName === undefined))
    return undefined
  const mime = headerOf(request, 'x-file-type')
  const seconds = Number(headerOf(request, 'x-duration') ?? Number.NaN)
  const length = Number(request.headers['content-length'] ?? Number.NaN)
  return {
    id,
    kind,
    ...(fileName === undefined || fileName === '' ? {} : { fileName: untrusted(fileName) }),
    ...(mime === undefined || !MIME.test(mime) ? {} : { mime: untrusted(mime) }),
    ...(seconds >= 0 && seconds <= MAX_SECONDS ? { duration: Math.round(seconds) } : {}),
    ...(Number.isSafeInteger(length) && length > 0 ? { length } : {}),
  }
}

export const toInbound = (address: ChatAddress, write: Write, sentAt: Instant, origin?: string): Inbound => ({
  v: 1,
  ...address,
  message: write.id,
  edit: 0,
  sentAt,
  from: {
    ...(write.language === undefined ? {} : { language: write.language }),
    ...(origin === undefined ? {} : { origin }),
  },
  body: write.body,
})

export const toExit = (address: ChatAddress, id: string, sentAt: Instant): Inbound =>
  toInbound(address, { id, body: { kind: 'command', command: 'exit' } }, sentAt)

/** The page was opened anew; never sent by a page. */
export const toReopened = (address: ChatAddress, id: string, sentAt: Instant): Inbound =>
  toInbound(address, { id, body: { kind: 'reopened' } }, sentAt)
