import type { Capture, InboundMedia, MediaKind } from '../../../core/base/message.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { words } from './json.ts'
import { record, type Json } from '../../kit/json.ts'
import { isMediaId, readDigest, writeMediaRef } from './media-ref.ts'

/**
 * What a kind of message carries. WhatsApp re-encodes photos and videos before it sends them;
 * documents, voice notes and music keep their bytes (adapters/channels/whatsapp-cloud/README.md, What Meta
 * does).
 */
const CARRIERS: Readonly<Record<string, readonly [kind: MediaKind, capture: Capture]>> = {
  image: ['photo', 'recompressed'],
  video: ['video', 'recompressed'],
  document: ['document', 'as_sent'],
  audio: ['audio', 'as_sent'],
}

/** The file of a message of this type, or nothing where it carries none that could be fetched. */
export const mediaOf = (type: string, message: Json): InboundMedia | undefined => {
  const carrier = Object.hasOwn(CARRIERS, type) ? CARRIERS[type] : undefined
  const file = record(message[type])
  const id = file?.['id']
  if (carrier === undefined || file === undefined || !isMediaId(id)) return undefined
  const [kind, capture] = carrier
  const sha256 = readDigest(file['sha256'])
  const fileName = words(file['filename'])
  const mime = words(file['mime_type'])
  return {
    kind: kind === 'audio' && file['voice'] === true ? 'voice' : kind,
    capture,
    ref: writeMediaRef({ id, ...(sha256 === undefined ? {} : { sha256 }) }),
    ...(fileName === undefined ? {} : { fileName: untrusted(fileName) }),
    ...(mime === undefined ? {} : { mime: untrusted(mime) }),
    facts: { media_id: id, ...(sha256 === undefined ? {} : { sha256 }) },
  }
}
