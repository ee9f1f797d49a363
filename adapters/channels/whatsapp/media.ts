import type { Capture, InboundMedia, MediaKind } from '../../../core/base/message.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { bytes } from '../../../core/base/units.ts'
import { blob, count, text, type Fields } from './fields.ts'
import { HASH_BYTES, KEY_BYTES, MOST_ADDRESS, writeMediaRef, type MediaType } from './media-ref.ts'

type Carrier = {
  readonly type: MediaType
  readonly kind: (file: Fields) => MediaKind
  readonly capture: Capture
}

/**
 * Phones re-encode photos and moving pictures before they send them; everything else goes as it is
 * (adapters/channels/whatsapp/README.md, Media).
 */
const CARRIERS: Readonly<Record<string, Carrier>> = {
  imageMessage: { type: 'image', kind: () => 'photo', capture: 'recompressed' },
  videoMessage: {
    type: 'video',
    kind: (file) => (file['gifPlayback'] === true ? 'animation' : 'video'),
    capture: 'recompressed',
  },
  ptvMessage: { type: 'video', kind: () => 'video_note', capture: 'recompressed' },
  audioMessage: {
    type: 'audio',
    kind: (file) => (file['ptt'] === true ? 'voice' : 'audio'),
    capture: 'as_sent',
  },
  documentMessage: { type: 'document', kind: () => 'document', capture: 'as_sent' },
  stickerMessage: {
    type: 'image',
    kind: (file) => (file['isAnimated'] === true ? 'animation' : 'photo'),
    capture: 'as_sent',
  },
}
export const MEDIA_FIELDS: readonly string[] = Object.keys(CARRIERS)

/** Longest that is kept of what a sender chose, in UTF-16 units. */
const MOST_FILE_NAME = 1_024
const MOST_MIME = 255
/** Seconds: four days. What is longer is no duration. */
const MOST_SECONDS = 345_600

/** Where the library's own re-upload knows no field for a note, it knows the same file as a video. */
const fieldFor = (field: string): string => (field === 'ptvMessage' ? 'videoMessage' : field)

const NUMBERS: readonly (readonly [field: string, fact: string])[] = [
  ['width', 'width'],
  ['height', 'height'],
  ['seconds', 'seconds'],
  ['pageCount', 'pages'],
  ['mediaKeyTimestamp', 'media_key_at'],
]
const FLAGS: readonly (readonly [field: string, fact: string])[] = [
  ['gifPlayback', 'gif'],
  ['isAnimated', 'animated'],
  ['isLottie', 'lottie'],
  ['isAvatar', 'avatar'],
  ['isAiSticker', 'ai_sticker'],
  ['viewOnce', 'view_once'],
]
const BYTES: readonly (readonly [field: string, fact: string])[] = [
  ['fileSha256', 'sha256'],
  ['fileEncSha256', 'enc_sha256'],
]

type Facts = Readonly<Record<string, string | number>>

/** Everything that the sender's device attested of the file, by our own names. */
const attested = (file: Fields, field: string): Facts => {
  const facts: Record<string, string | number> = {}
  for (const [name, fact] of NUMBERS) {
    const value = count(file[name])
    if (value !== undefined) facts[fact] = value
  }
  for (const [name, fact] of FLAGS) if (file[name] === true) facts[fact] = 1
  for (const [name, fact] of BYTES) {
    const value = blob(file[name])
    if (value !== undefined) facts[fact] = Buffer.from(value).toString('hex')
  }
  const waveform = blob(file['waveform'])
  if (waveform !== undefined) facts['waveform_length'] = waveform.length
  if (field === 'stickerMessage') facts['sticker'] = 1
  return facts
}

/**
 * The file in `field` of a message, or nothing where it could not be fetched and checked: without
 * its key, both hashes and a place it is a claim about a file. `more`: what else is known of the
 * message it came in.
 */
export const mediaOf = (
  field: string,
  file: Fields,
  place: { readonly chat: string; readonly message: string },
  more: Facts,
): InboundMedia | undefined => {
  const carrier = CARRIERS[field]
  const key = blob(file['mediaKey'], KEY_BYTES)
  const sha256 = blob(file['fileSha256'], HASH_BYTES)
  const encSha256 = blob(file['fileEncSha256'], HASH_BYTES)
  // Cut off, an address would lead nowhere.
  const [path, url] = ['directPath', 'url'].map((name) => {
    const address = text(file[name], MOST_ADDRESS + 1)
    return address === undefined || address === '' || address.length > MOST_ADDRESS ? undefined : address
  })
  if (carrier === undefined || key === undefined || sha256 === undefined || encSha256 === undefined)
    return undefined
  if (path === undefined && url === undefined) return undefined
  const base64 = (part: Uint8Array): string => Buffer.from(part).toString('base64')
  const size = count(file['fileLength'])
  const fileName = text(file['fileName'], MOST_FILE_NAME) ?? text(file['title'], MOST_FILE_NAME)
  const mime = text(file['mimetype'], MOST_MIME)
  const duration = count(file['seconds'])
  return {
    kind: carrier.kind(file),
    capture: carrier.capture,
    ref: writeMediaRef({
      v: 1,
      type: carrier.type,
      ...(path === undefined ? {} : { path }),
      ...(url === undefined ? {} : { url }),
      key: base64(key),
      sha256: base64(sha256),
      encSha256: base64(encSha256),
      ...(size === undefined ? {} : { size }),
      ...place,
      field: fieldFor(field),
    }),
    ...(fileName === undefined || fileName === '' ? {} : { fileName: untrusted(fileName) }),
    ...(mime === undefined || mime === '' ? {} : { mime: untrusted(mime) }),
    ...(size === undefined ? {} : { size: bytes(size) }),
    ...(duration === undefined || duration > MOST_SECONDS ? {} : { duration }),
    facts: { ...attested(file, field), ...more },
  }
}
