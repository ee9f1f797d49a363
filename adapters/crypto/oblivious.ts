import { setImmediate } from 'node:timers/promises'
import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import type { Oblivious } from '../../core/ports/oblivious.ts'
import { elementOf } from './blinding.ts'
import { inParts } from '../../core/base/parts.ts'

const { voprf } = ristretto255_oprf
/** Points that share a proof; between two of them others have their turn. Part of what is agreed on the wire. */
const A_PROOF = 64
const PROOF_BYTES = 64

const chunks = <T>(all: readonly T[]): readonly (readonly T[])[] => inParts(all, A_PROOF)

const halves = (proof: Uint8Array): readonly Uint8Array[] => [proof.slice(0, 32), proof.slice(32)]

/** What noble throws for a proof or a point that does not hold. */
const orNothing = <T>(make: () => T): T | undefined => {
  try {
    return make()
  } catch {
    return undefined
  }
}

type Veiled = {
  readonly at: number
  readonly input: Uint8Array
  readonly blind: Uint8Array
  readonly blinded: Uint8Array
}

/** For frozen vectors: where chance comes from, and the keys of the third. Elsewhere neither is given. */
type Fixed = {
  readonly chance?: (length?: number) => Uint8Array
  readonly keys?: { readonly secretKey: Uint8Array; readonly publicKey: Uint8Array }
}

export const makeOblivious = ({ chance, keys }: Fixed = {}): Oblivious => ({
  veil: async (items) => {
    const made: Veiled[] = []
    for (const part of chunks(items)) {
      await setImmediate()
      for (const item of part) {
        const input = new Uint8Array(Buffer.from(item, 'utf8'))
        made.push({ at: made.length, input, ...voprf.blind(input, chance) })
      }
    }
    const veiled = made.toSorted((one, other) => Buffer.compare(one.blinded, other.blinded))
    return {
      points: veiled.map(({ blinded }) => blinded),
      open: async (key, answered, proofs) => {
        const parts = chunks(veiled)
        if (answered.length !== veiled.length || proofs.length !== 2 * parts.length) return undefined
        if (elementOf(key) === undefined || answered.some((point) => elementOf(point) === undefined))
          return undefined
        const opened: string[] = []
        for (const [no, part] of parts.entries()) {
          await setImmediate()
          const proof = new Uint8Array(PROOF_BYTES)
          proof.set(proofs[2 * no] ?? [])
          proof.set(proofs[2 * no + 1] ?? [], 32)
          const given = part.map((one, at) => ({
            ...one,
            evaluated: answered[no * A_PROOF + at] ?? new Uint8Array(),
          }))
          const outputs = orNothing(() => voprf.finalizeBatch(given, key, proof))
          if (outputs === undefined) return undefined
          outputs.forEach((output, n) => {
            opened[part[n]?.at ?? 0] = Buffer.from(output).toString('hex')
          })
        }
        return opened
      },
    }
  },
  evaluator: () => {
    const { secretKey, publicKey } = keys ?? voprf.generateKeyPair()
    return {
      key: publicKey,
      evaluate: async (points) => {
        if (points.some((point) => elementOf(point) === undefined)) return undefined
        const answered: Uint8Array[] = []
        const proofs: Uint8Array[] = []
        for (const part of chunks(points)) {
          await setImmediate()
          const { evaluated, proof } = voprf.blindEvaluateBatch(secretKey, publicKey, [...part], chance)
          answered.push(...evaluated)
          proofs.push(...halves(proof))
        }
        return { points: answered, proofs }
      },
    }
  },
})
