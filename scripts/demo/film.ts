import sharp from 'sharp'

/** One frame each fifth of a second, of which each shows a little more of the chat. */
const FRAME_MS = 200
const FRAMES = 12
const WIDTH = 360
const HEIGHT = 480

/** An element of EBML (RFC 8794): its id, its length in eight bytes, what is in it. */
const element = (id: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(12)
  head.writeUInt32BE(id)
  head.writeBigUInt64BE(0x0100_0000_0000_0000n | BigInt(body.length), 4)
  return Buffer.concat([head.subarray(head.findIndex((byte) => byte !== 0)), body])
}
const number = (id: number, value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return element(id, bytes)
}
const text = (id: number, value: string): Buffer => element(id, Buffer.from(value))

/** The key frame of VP8 in a WebP of one picture: the data of its only chunk. */
const frameOf = (webp: Buffer): Buffer => {
  if (webp.toString('latin1', 12, 16) !== 'VP8 ') throw new Error('not a WebP of one lossy picture')
  return webp.subarray(20, 20 + webp.readUInt32LE(16))
}

const block = (frame: Buffer, n: number): Buffer => {
  const head = Buffer.from([0x81, 0, 0, 0x80])
  head.writeUInt16BE(n * FRAME_MS, 1)
  return element(0xa3, head, frame)
}

/**
 * Somebody scrolls through a chat while the screen is recorded: a WebM of key frames, made without
 * any tool for films.
 */
export const recordScreen = async (chat: Buffer): Promise<Buffer> => {
  const whole = sharp(await sharp(chat).resize({ width: WIDTH }).png().toBuffer())
  const { height } = await whole.metadata()
  const frames = await Promise.all(
    Array.from({ length: FRAMES }, async (_, i) => {
      const top = Math.round(((height - HEIGHT) * i) / (FRAMES - 1))
      const cut = whole.clone().extract({ left: 0, top, width: WIDTH, height: HEIGHT })
      return frameOf(await cut.webp({ quality: 60 }).toBuffer())
    }),
  )
  const duration = Buffer.alloc(4)
  duration.writeFloatBE(FRAMES * FRAME_MS)
  const video = element(0xe0, number(0xb0, WIDTH), number(0xba, HEIGHT))
  const track = element(0xae, number(0xd7, 1), number(0x73c5, 1), number(0x83, 1), text(0x86, 'V_VP8'), video)
  return Buffer.concat([
    element(0x1a45dfa3, text(0x4282, 'webm'), number(0x4287, 2), number(0x4285, 2)),
    element(
      0x18538067,
      element(
        0x1549a966,
        number(0x2ad7b1, 1_000_000),
        element(0x4489, duration),
        text(0x4d80, 'practice'),
        text(0x5741, 'practice'),
      ),
      element(0x1654ae6b, track),
      element(0x1f43b675, number(0xe7, 0), ...frames.map(block)),
    ),
  ])
}
