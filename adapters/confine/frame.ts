/**
 * What passes between Amin and a reader of hostile files, both ways: `length (u32, big-endian) |
 * head (JSON) | length (u32) | body`. The confined child imports it, so it imports nothing itself.
 */
export type Frame = { readonly head: unknown; readonly body: Buffer }

/** `body` bounds what is read into memory because the other side says so. */
export type FrameLimits = { readonly head: number; readonly body: number }

export const encodeHead = (head: unknown, bodyLength: number): Buffer => {
  const text = Buffer.from(JSON.stringify(head), 'utf8')
  const frame = Buffer.alloc(8 + text.length)
  frame.writeUInt32BE(text.length, 0)
  text.copy(frame, 4)
  frame.writeUInt32BE(bodyLength, 4 + text.length)
  return frame
}

/**
 * Gives frame after frame, then nothing at the end of `source`. Throws where the other side breaks
 * the rules.
 */
export const makeFrameReader = (
  source: AsyncIterable<Uint8Array>,
  limits: FrameLimits,
): (() => Promise<Frame | undefined>) => {
  const pieces = source[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array()

  const take = async (length: number): Promise<Buffer | undefined> => {
    const taken = Buffer.allocUnsafe(length)
    let filled = 0
    while (filled < length) {
      if (rest.length === 0) {
        const next = await pieces.next()
        if (next.done === true) return undefined
        rest = next.value
      }
      const part = rest.subarray(0, length - filled)
      taken.set(part, filled)
      filled += part.length
      rest = rest.subarray(part.length)
    }
    return taken
  }

  const takeLong = async (limit: number): Promise<Buffer | undefined> => {
    const length = (await take(4))?.readUInt32BE(0)
    if (length === undefined) return undefined
    if (length > limit) throw new RangeError('a frame is too long')
    return take(length)
  }

  return async () => {
    const head = await takeLong(limits.head)
    const body = head === undefined ? undefined : await takeLong(limits.body)
    if (head === undefined || body === undefined) return undefined
    return { head: JSON.parse(head.toString('utf8')) as unknown, body }
  }
}
