import { readFile, readdir } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { Sharp } from 'sharp'

/** A picture with sharp edges and many colours, so that a blur is seen and bytes do not shrink to nothing. */
export const draw = (width = 640, height = 400): Sharp => {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      const light = ((x >> 3) + (y >> 3)) % 2 === 0 ? 255 : 0
      pixels[at] = light
      pixels[at + 1] = (x * 255) / width
      pixels[at + 2] = (y * 255) / height
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(8 + body.length)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), 4 + body.length)
  return framed
}

/**
 * A PNG of this size, all black: some hundred kilobytes that want `width * height` bytes. Valid
 * where all its rows are there.
 */
export const makeBomb = (width: number, height: number, rows = height): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc(rows * (width + 1)), { level: 9 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Process ids of our picture processes, as Linux shows them. */
export const findChildren = async (): Promise<readonly number[]> => {
  const found: number[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'latin1').catch(() => '')
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const command = await readFile(`/proc/${name}/cmdline`, 'latin1').catch(() => '')
    if (Number(parent) === process.pid && state !== 'Z' && command.includes('imaging/child.ts'))
      found.push(Number(name))
  }
  return found
}

/** Waits until `look` gives something. */
export const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await setImmediate()
  }
}
