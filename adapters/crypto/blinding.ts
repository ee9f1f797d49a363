import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js'
import { POINT_BYTES, type Blind, type Blinding } from '../../core/ports/blinding.ts'

/**
 * Part of what is agreed between two Amins: another name here, and nothing is in common any more. The suite is
 * that of RFC 9380 for ristretto255.
 */
const DST = 'amin-psi-v1-ristretto255_XMD:SHA-512_R255MAP_RO_'
const { Point } = ristretto255
type Element = InstanceType<typeof Point>

/** A point takes some two milliseconds: after so many others have their turn. */
const AT_ONCE = 16

const each = async <T, U>(all: readonly T[], make: (one: T) => U): Promise<U[]> => {
  const made: U[] = []
  for (const [at, one] of all.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate()
    made.push(make(one))
  }
  return made
}

const hashed = (item: Uint8Array): Element => ristretto255_hasher.hashToCurve(item, { DST })

/** Nothing where the bytes are no point, another form of one, or the neutral one. */
export const elementOf = (bytes: Uint8Array): Element | undefined => {
  if (bytes.length !== POINT_BYTES) return undefined
  try {
    const point = Point.fromBytes(bytes)
    return point.equals(Point.ZERO) ? undefined : point
  } catch {
    return undefined
  }
}

/** Between 1 and the order: of 64 random bytes, so that none is likelier than another. */
const scalarOf = (seed: Uint8Array): bigint =>
  (BigInt(`0x${Buffer.from(seed).toString('hex')}`) % (Point.Fn.ORDER - 1n)) + 1n

/** `seed`: 64 bytes that nobody else knows; `fill`: what stands for nothing, the same bytes never twice. */
const beginWith = (seed: Uint8Array, fill: () => Uint8Array): Blind => {
  const secret = scalarOf(seed)
  return {
    hide: async (items, fillers) => [
      ...(await each(items, (item) => hashed(Buffer.from(item, 'utf8')).multiply(secret).toBytes())),
      // Under the secret as well, which nothing needs: else the time that a set takes tells how much of it is real.
      ...(await each(Array.from({ length: fillers }), () => hashed(fill()).multiply(secret).toBytes())),
    ],
    over: async (points) => {
      const elements = await each(points, elementOf)
      if (elements.includes(undefined)) return undefined
      return each(elements as Element[], (element) => element.multiply(secret).toBytes())
    },
  }
}

/** `seedOf`, `fill`: where secrets and fillers come from; what tests and vectors put in the place of chance. */
export const makeBlinding = (
  seedOf: () => Uint8Array = () => randomBytes(64),
  fill: () => Uint8Array = () => randomBytes(64),
): Blinding => ({
  begin: () => beginWith(seedOf(), fill),
})
