import type { Capture, InboundMedia, MediaKind } from '../../../core/base/message.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { bytes } from '../../../core/base/units.ts'
import { writeFileRef } from './file-ref.ts'
import { int, record, text, type Json } from '../../kit/json.ts'

/**
 * Where a message carries a file, in the order in which to look: an animation has a `document` as
 * well, a live photo a `photo`. Telegram re-encodes photos and moving pictures; files, music and
 * voice notes keep the bytes that were sent (adapters/channels/telegram/README.md, What the Bot API does).
 */
const CARRIERS: readonly (readonly [field: string, kind: MediaKind, capture: Capture])[] = [
  ['animation', 'animation', 'recompressed'],
  ['live_photo', 'video', 'recompressed'],
  ['photo', 'photo', 'recompressed'],
  ['document', 'document', 'as_sent'],
  ['video', 'video', 'recompressed'],
  ['video_note', 'video_note', 'recompressed'],
  ['voice', 'voice', 'as_sent'],
  ['audio', 'audio', 'as_sent'],
]

const NUMBERS = ['width', 'height', 'length'] as const

const area = (size: Json): number => (int(size['width']) ?? 0) * (int(size['height']) ?? 0)

/** A photo comes in several sizes; the largest is what there is of it. */
const largest = (sizes: readonly unknown[]): Json | undefined =>
  sizes
    .map(record)
    .filter((size) => size !== undefined)
    .reduce<Json | undefined>(
      (best, size) => (best === undefined || area(size) >= area(best) ? size : best),
      undefined,
    )

const describe = (file: Json, kind: MediaKind, capture: Capture): InboundMedia | undefined => {
  const id = text(file['file_id'])
  const uniqueId = text(file['file_unique_id'])
  if (id === undefined || uniqueId === undefined) return undefined
  const size = int(file['file_size'])
  const fileName = text(file['file_name'])
  const mime = text(file['mime_type'])
  const duration = int(file['duration'])
  const known = size !== undefined && size >= 0
  return {
    kind,
    capture,
    ref: writeFileRef({ file_id: id, file_unique_id: uniqueId, ...(known ? { size } : {}) }),
    ...(fileName === undefined ? {} : { fileName: untrusted(fileName) }),
    ...(mime === undefined ? {} : { mime: untrusted(mime) }),
    ...(known ? { size: bytes(size) } : {}),
    ...(duration === undefined ? {} : { duration }),
    facts: {
      file_unique_id: uniqueId,
      ...Object.fromEntries(
        NUMBERS.flatMap((name) => (int(file[name]) === undefined ? [] : [[name, int(file[name]) ?? 0]])),
      ),
    },
  }
}

/** The file of a message, or nothing where it carries none that could be fetched. */
export const mediaOf = (message: Json): InboundMedia | undefined => {
  for (const [field, kind, capture] of CARRIERS) {
    const value = message[field]
    const file = Array.isArray(value) ? largest(value) : record(value)
    const media = file === undefined ? undefined : describe(file, kind, capture)
    if (media !== undefined) return media
  }
  return undefined
}
