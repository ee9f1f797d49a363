import { createHash } from 'node:crypto'

const length = (size: number): Buffer => {
  if (size < 0x80) return Buffer.of(size)
  const digits = size < 0x100 ? [size] : [size >> 8, size & 255]
  return Buffer.of(0x80 | digits.length, ...digits)
}

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const inner = Buffer.concat(parts)
  return Buffer.concat([Buffer.of(tag), length(inner.length), inner])
}

const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const SHA_256 = der(0x30, oid('608648016503040201'))

/**
 * An answer of a time stamping authority (RFC 3161) over `data`, in form only: there is no
 * signature in it.
 */
export const makeToken = (data: Uint8Array, time: string): Buffer => {
  const imprint = der(0x30, SHA_256, der(0x04, createHash('sha256').update(data).digest()))
  const info = der(
    0x30,
    der(0x02, Buffer.of(1)),
    oid('2a0304'),
    imprint,
    der(0x02, Buffer.of(7)),
    der(0x18, Buffer.from(time)),
  )
  const encapsulated = der(0x30, oid('2a864886f70d0109100104'), der(0xa0, der(0x04, info)))
  const signed = der(0x30, der(0x02, Buffer.of(3)), der(0x31, SHA_256), encapsulated, der(0x31))
  return der(
    0x30,
    der(0x30, der(0x02, Buffer.of(0))),
    der(0x30, oid('2a864886f70d010702'), der(0xa0, signed)),
  )
}
