import { inflateSync } from 'node:zlib'
import type { File } from './file.ts'

/** A text that stands in a file beside its pixels. */
export type Text = { readonly key: string; readonly text: string }

const MAX_CHUNKS = 50_000
const MAX_TEXTS = 200
const MAX_INFLATED = 1_048_576
/** Where a file is too large to be read as a whole, what its makers add stands at its ends. */
const EDGE = 8 * 1_048_576
const PACKET = '<x:xmpmeta'
const PACKET_END = '</x:xmpmeta>'
const MAX_PACKET = 1_048_576

/** Nothing of what unfolds to more than a megabyte, or does not unfold; its name is still told. */
const inflate = (packed: Buffer): Buffer => {
  try {
    return inflateSync(packed, { maxOutputLength: MAX_INFLATED })
  } catch {
    return Buffer.alloc(0)
  }
}

const readText = (type: string, data: Buffer): Text | undefined => {
  const end = data.indexOf(0)
  if (end < 1 || end > 79) return undefined
  const key = data.toString('latin1', 0, end)
  switch (type) {
    case 'tEXt':
      return { key, text: data.toString('latin1', end + 1, end + 1 + MAX_INFLATED) }
    case 'zTXt':
      return { key, text: inflate(data.subarray(end + 2)).toString('latin1') }
    case 'iTXt': {
      const language = data.indexOf(0, end + 3)
      const translated = language < 0 ? -1 : data.indexOf(0, language + 1)
      if (translated < 0) return undefined
      const body = data.subarray(translated + 1)
      const text = data[end + 1] === 1 ? inflate(body) : body.subarray(0, MAX_INFLATED)
      return { key, text: text.toString('utf8') }
    }
    default:
      return undefined
  }
}

/** Text chunks of a PNG, in order; none of any other file. */
export const readTexts = (file: File, mime: string | undefined): readonly Text[] => {
  const bytes = mime === 'image/png' || mime === 'image/apng' ? file.whole() : undefined
  const texts: Text[] = []
  let at = 8
  if (bytes === undefined) return texts
  for (let n = 0; n < MAX_CHUNKS && texts.length < MAX_TEXTS && at + 12 <= bytes.length; n += 1) {
    const length = bytes.readUInt32BE(at)
    const text = readText(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length))
    if (text !== undefined) texts.push(text)
    at += 12 + length
  }
  return texts
}

/** XMP packets as they stand, wherever they stand. */
export const readPackets = (file: File, texts: readonly Text[]): readonly string[] => {
  const whole = file.whole()
  const places =
    whole === undefined
      ? [file.read(0, EDGE), file.read(Math.max(EDGE, file.size - EDGE), file.size)]
      : [whole]
  const packets = texts.filter(({ key }) => key === 'XML:com.adobe.xmp').map(({ text }) => text)
  for (const bytes of places) {
    for (
      let at = bytes.indexOf(PACKET);
      at >= 0 && packets.length < MAX_TEXTS;
      at = bytes.indexOf(PACKET, at + 1)
    ) {
      const end = bytes.indexOf(PACKET_END, at)
      packets.push(bytes.toString('utf8', at, end < 0 ? at + MAX_PACKET : Math.min(end, at + MAX_PACKET)))
    }
  }
  return packets
}
