import { randomFillSync } from 'node:crypto'
import { CROCKFORD, ID_LENGTH } from '../../core/base/ids.ts'
import type { Random } from '../../core/ports/random.ts'

// A call of the generator costs as much as a whole id, and ids are made for every message.
const pool = Buffer.alloc(4_096)
let used = pool.length

/** Each byte of the pool is handed out once. */
const freshByte = (): number => {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 1
  return pool[used - 1] ?? 0
}

/** 256 is a multiple of 32, so each character is as likely as any other. */
const draw = (length: number): string => {
  let text = ''
  for (let i = 0; i < length; i += 1) text += CROCKFORD.charAt(freshByte() & 31)
  return text
}

export const makeRandom = (): Random => ({ id: () => draw(ID_LENGTH), code: draw })
