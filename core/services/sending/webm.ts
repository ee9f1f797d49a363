/**
 * Sound as packets of Opus: `head` is the codec's own header, each packet a frame or several of at
 * most 120 ms.
 */
export type Opus = { readonly head: Uint8Array; readonly packets: readonly Uint8Array[] }

/** Elements of WebM that are read into, and those that are looked at (ids of RFC 9559). */
const SEGMENT = 0x18538067
const CLUSTER = 0x1f43b675
const TRACKS = 0x1654ae6b
const TRACK = 0xae
const GROUP = 0xa0
const CODEC = 0x86
const CODEC_PRIVATE = 0x63a2
const SIMPLE_BLOCK = 0xa3
const BLOCK = 0xa1
const INSIDE: ReadonlySet<number> = new Set([SEGMENT, CLUSTER, TRACKS, TRACK, GROUP])

/** No recording that is sent has more: an hour and a half at 20 ms. */
const MOST_PACKETS = 300_000
/** Of one packet: no 120 ms of Opus have more (RFC 6716, 3.2.1: 1,275 a frame). */
const MOST_BYTES = 61_440

type Number = { readonly value: number; readonly length: number; readonly unknown: boolean }

/** A number of EBML: as many bytes as its first says. `marked`: with its length's own bit, as ids are. */
const numberAt = (bytes: Uint8Array, at: number, marked: boolean): Number | undefined => {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  if (first === 0 || at + length > bytes.length) return undefined
  let value = marked ? first : first & (0xff >> length)
  let ones = (first | (0xff << (8 - length))) & 0xff
  for (let n = 1; n < length; n += 1) {
    const byte = bytes[at + n] ?? 0
    value = value * 256 + byte
    ones &= byte
  }
  return { value, length, unknown: ones === 0xff && (first & (0xff >> length)) === 0xff >> length }
}

/**
 * The sound of a browser's recording (WebM with one track of Opus, which is what they write);
 * nothing where it is none. Reads no more than it needs and nothing twice, whatever the bytes are.
 */
export const readOpus = (bytes: Uint8Array): Opus | undefined => {
  const packets: Uint8Array[] = []
  let head: Uint8Array | undefined
  let codec = ''
  let at = 0
  while (at < bytes.length && packets.length < MOST_PACKETS) {
    const id = numberAt(bytes, at, true)
    const size = id === undefined ? undefined : numberAt(bytes, at + id.length, false)
    if (id === undefined || size === undefined) break
    at += id.length + size.length
    // What holds others is walked through: where it ends says nothing that is needed.
    if (INSIDE.has(id.value)) continue
    if (size.unknown || at + size.value > bytes.length) break
    const body = bytes.subarray(at, at + size.value)
    at += size.value
    if (id.value === CODEC && codec === '') codec = String.fromCharCode(...body.subarray(0, 32))
    if (id.value === CODEC_PRIVATE) head ??= body
    if (id.value === SIMPLE_BLOCK || id.value === BLOCK) {
      const track = numberAt(body, 0, false)
      const start = track === undefined ? body.length : track.length + 3
      // Frames that are laced together are written by no browser.
      const packet = body.subarray(start)
      if (packet.length > MOST_BYTES) return undefined
      if (packet.length > 0 && ((body[start - 1] ?? 0) & 0x06) === 0) packets.push(packet)
    }
  }
  if (head === undefined || head.length < 19 || !codec.startsWith('A_OPUS')) return undefined
  return packets.length > 0 ? { head, packets } : undefined
}
