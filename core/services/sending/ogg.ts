import { join } from '../../base/stream.ts'
import type { Opus } from './webm.ts'

/** Bytes of a page are counted by at most so many segments of at most 255. */
const MOST_SEGMENTS = 255
/** Samples of a second, whatever the sound was recorded at (RFC 7845). */
const RATE = 48_000
/** One stream is in the file; any number names it. */
const SERIAL = 1
const FIRST = 2
const LAST = 4

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n << 24
  for (let bit = 0; bit < 8; bit += 1) value = (value << 1) ^ (value < 0 ? 0x04c11db7 : 0)
  return value >>> 0
})

const crcOf = (bytes: Uint8Array): number => {
  let crc = 0
  for (const byte of bytes) crc = ((crc << 8) ^ (CRC[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0
  return crc
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** Lengths of a packet as segments: each 255 goes on, what is less ends it. */
const lacingOf = (length: number): readonly number[] => [
  ...Array<number>(Math.floor(length / 255)).fill(255),
  length % 255,
]

/** Samples that a packet plays: frames by its first byte and their number (RFC 6716, 3.1). */
const samplesOf = (packet: Uint8Array): number => {
  const toc = packet[0] ?? 0
  const config = toc >> 3
  const frame =
    config < 12
      ? ([10, 20, 40, 60][config & 3] ?? 20)
      : config < 16
        ? ([10, 20][config & 1] ?? 20)
        : ([2.5, 5, 10, 20][config & 3] ?? 20)
  const frames = (toc & 3) === 0 ? 1 : (toc & 3) === 3 ? (packet[1] ?? 1) & 63 : 2
  return (frame * frames * RATE) / 1000
}

/** The same sound in Ogg, which is what messengers play: nothing is decoded, and no tag is written. */
export const oggOf = ({ head, packets }: Opus): Uint8Array => {
  const pages: Uint8Array[] = []
  const write = (flags: number, granule: number, content: readonly Uint8Array[]): void => {
    const lacing = content.flatMap((packet) => lacingOf(packet.length))
    const header = new Uint8Array(27 + lacing.length)
    const view = new DataView(header.buffer)
    header.set(ascii('OggS'))
    header[5] = flags
    view.setBigInt64(6, BigInt(Math.round(granule)), true)
    view.setUint32(14, SERIAL, true)
    view.setUint32(18, pages.length, true)
    header[26] = lacing.length
    header.set(lacing, 27)
    const page = join([header, ...content])
    new DataView(page.buffer).setUint32(22, crcOf(page), true)
    pages.push(page)
  }
  const tags = new Uint8Array(20)
  tags.set(ascii('OpusTags'))
  new DataView(tags.buffer).setUint32(8, 4, true)
  tags.set(ascii('Amin'), 12)
  write(FIRST, 0, [head])
  write(0, 0, [tags])
  let granule = 0
  let waiting: Uint8Array[] = []
  let segments = 0
  for (const [index, packet] of packets.entries()) {
    const needs = lacingOf(packet.length).length
    if (segments + needs > MOST_SEGMENTS) {
      write(0, granule, waiting)
      waiting = []
      segments = 0
    }
    waiting.push(packet)
    segments += needs
    granule += samplesOf(packet)
    if (index === packets.length - 1) write(LAST, granule, waiting)
  }
  return join(pages)
}
