import { count, record, text } from './fields.ts'

/**
 * Which of WhatsApp's four key schedules a file is under; pictures and stickers share one, and so
 * do videos and notes.
 */
export type MediaType = 'image' | 'video' | 'audio' | 'document'

/**
 * What is needed to fetch a file later, and to ask the sender's phone for it once more. Bytes in
 * base64. Holds a key: sealed like text.
 */
export type MediaRef = {
  readonly v: 1
  readonly type: MediaType
  /**
   * Path on the media host, with its signature; and the address the sender's device named, which
   * may be anything. One of them is there.
   */
  readonly path?: string
  readonly url?: string
  /** 32 bytes. */
  readonly key: string
  /** SHA-256 of the file, and of the file as encrypted, as the sender's device attested them. */
  readonly sha256: string
  readonly encSha256: string
  /** Bytes of the file, as attested. */
  readonly size?: number
  /** The message, as the sender's phone knows it. */
  readonly chat: string
  readonly message: string
  /** The field of the message that held the file. */
  readonly field: string
}

export const KEY_BYTES = 32
export const HASH_BYTES = 32
/** UTF-16 units; a signed path has about 400. */
export const MOST_ADDRESS = 2_048
const MOST_NAME = 512
const BASE64_OF_32 = /^[A-Za-z0-9+/]{43}=$/
const TYPES: ReadonlySet<string> = new Set<MediaType>(['image', 'video', 'audio', 'document'])

export const writeMediaRef = (ref: MediaRef): string => JSON.stringify(ref)

/** Nothing where it is no reference, or one that nothing can be fetched with. */
export const readMediaRef = (written: string): MediaRef | undefined => {
  let fields
  try {
    fields = record(JSON.parse(written))
  } catch {
    return undefined
  }
  if (fields?.['v'] !== 1) return undefined
  const type = text(fields['type'], MOST_NAME)
  const [key, sha256, encSha256] = ['key', 'sha256', 'encSha256'].map((name) => text(fields[name], MOST_NAME))
  const [path, url] = ['path', 'url'].map((name) => text(fields[name], MOST_ADDRESS))
  const [chat, message, field] = ['chat', 'message', 'field'].map((name) => text(fields[name], MOST_NAME))
  const size = count(fields['size'])
  if (type === undefined || !TYPES.has(type) || (path === undefined && url === undefined)) return undefined
  if (key === undefined || sha256 === undefined || encSha256 === undefined) return undefined
  if (![key, sha256, encSha256].every((bytes) => BASE64_OF_32.test(bytes))) return undefined
  if (chat === undefined || message === undefined || field === undefined) return undefined
  return {
    v: 1,
    type: type as MediaType,
    ...(path === undefined ? {} : { path }),
    ...(url === undefined ? {} : { url }),
    key,
    sha256,
    encSha256,
    ...(size === undefined ? {} : { size }),
    chat,
    message,
    field,
  }
}
