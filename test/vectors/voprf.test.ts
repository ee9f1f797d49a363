import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeOblivious } from '../../adapters/crypto/oblivious.ts'
import { toHex } from '../../core/base/bytes.ts'

/** A batch of RFC 9497 under one proof, as it is published; all hexadecimal, scalars little-endian. */
type Vector = {
  readonly secretKey: string
  readonly publicKey: string
  readonly inputs: readonly string[]
  readonly blinds: readonly string[]
  readonly blinded: readonly string[]
  readonly evaluated: readonly string[]
  readonly proofScalar: string
  readonly proof: string
  readonly outputs: readonly string[]
}

const vector = JSON.parse(readFileSync(new URL('./voprf.json', import.meta.url), 'utf8')) as Vector

const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))
const textOf = (hex: string): string => Buffer.from(hex, 'hex').toString('utf8')

/** Chance of which these scalars are made, one after the other: a scalar is chance modulo (order - 1), plus one. */
const chanceOf = (...scalars: readonly string[]) => {
  const left = scalars.map((hex) => {
    const bytes = bytesOf(hex)
    // None of these ends in 00: one less borrows nothing.
    bytes[0] = (bytes[0] ?? 0) - 1
    return bytes
  })
  return (length = 0): Uint8Array => {
    const made = new Uint8Array(length)
    made.set(left.shift() ?? [])
    return made
  }
}

test('what a third proves of a batch, and what becomes of the items, is what RFC 9497 publishes, to the byte', async () => {
  const keys = { secretKey: bytesOf(vector.secretKey), publicKey: bytesOf(vector.publicKey) }
  const veil = await makeOblivious({ chance: chanceOf(...vector.blinds) }).veil(vector.inputs.map(textOf))
  expect(veil.points.map(toHex)).toEqual(vector.blinded)
  const third = makeOblivious({ chance: chanceOf(vector.proofScalar), keys }).evaluator()
  const answered = await third.evaluate(veil.points)
  expect(answered?.points.map(toHex)).toEqual(vector.evaluated)
  // One proof for both points, in two halves.
  expect(answered?.proofs.map(toHex).join('')).toBe(vector.proof)
  const { points = [], proofs = [] } = answered ?? {}
  expect(await veil.open(third.key, points, proofs)).toEqual(vector.outputs)
  expect(await veil.open(third.key, points.toReversed(), proofs)).toBeUndefined()
})

test('a batch of 130 items takes three proofs, and not one for each', async () => {
  const oblivious = makeOblivious()
  const veil = await oblivious.veil(Array.from({ length: 130 }, (_, n) => `item ${n}`))
  const third = oblivious.evaluator()
  const { points = [], proofs = [] } = (await third.evaluate(veil.points)) ?? {}
  expect(proofs).toHaveLength(2 * 3)
  const opened = await veil.open(third.key, points, proofs)
  expect(new Set(opened).size).toBe(130)
  const changed = proofs.map((half, n) => (n === 5 ? (proofs[3] ?? half) : half))
  expect(await veil.open(third.key, points, changed)).toBeUndefined()
})
