import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePrintIndex } from '../../../../core/services/linkage/near.ts'
import type { CaseId } from '../../../../core/base/ids.ts'
import { runs } from '../../../property/runs.ts'

const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'))
/** The hash with exactly these bits turned over. */
const flipped = (of: string, bits: readonly number[]): string => {
  const raw = Buffer.from(of, 'hex')
  for (const bit of bits) raw[bit >> 3] = (raw[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return raw.toString('hex')
}
const bitsOf = (count: number) => fc.uniqueArray(fc.nat(255), { minLength: count, maxLength: count })
const caseOf = (n: number): CaseId => `case ${n}` as CaseId

describe('the index of pictures', () => {
  test('finds every neighbour at 5, 12, 20, 28 and 31 bits, with its distance, and none at 32', () => {
    fc.assert(
      fc.property(
        hash,
        fc.array(hash, { maxLength: 40 }),
        fc.tuple(...[5, 12, 20, 28, 31, 32].map(bitsOf)),
        fc.nat(7),
        (query, strangers, planted, turn) => {
          const index = makePrintIndex()
          strangers.forEach((one, i) => index.add(caseOf(1_000 + i), one))
          for (const bits of planted) index.add(caseOf(bits.length), flipped(query, bits))
          const asked = [
            ...strangers.slice(0, turn).map((one) =>
              flipped(
                one,
                Array.from({ length: 128 }, (_, i) => 2 * i),
              ),
            ),
            query,
          ]
          const found = index.search(asked).filter(({ caseId }) => Number(caseId.slice(5)) < 1_000)
          expect(found).toEqual(
            expect.arrayContaining([5, 12, 20, 28, 31].map((n) => ({ caseId: caseOf(n), distance: n }))),
          )
          expect(found.map(({ caseId }) => caseId)).not.toContain(caseOf(32))
        },
      ),
      runs(50),
    )
  })

  test('agrees with comparing each by each, whatever was added and removed before', () => {
    const distance = (a: string, b: string): number =>
      [...Buffer.from(a, 'hex')].reduce((sum, byte, i) => {
        const differing = byte ^ (Buffer.from(b, 'hex')[i] ?? 0)
        return sum + differing.toString(2).replaceAll('0', '').length
      }, 0)
    const step = fc.record({
      case: fc.nat(5),
      remove: fc.boolean(),
      base: fc.nat(2),
      bits: fc.uniqueArray(fc.nat(255), { maxLength: 40 }),
    })
    fc.assert(
      fc.property(fc.tuple(hash, hash, hash), fc.array(step, { maxLength: 30 }), (bases, steps) => {
        const index = makePrintIndex()
        let kept: { readonly caseId: CaseId; readonly print: string }[] = []
        for (const one of steps) {
          const caseId = caseOf(one.case)
          if (one.remove) {
            index.remove(caseId)
            kept = kept.filter((each) => each.caseId !== caseId)
          } else {
            const print = flipped(bases[one.base] ?? '', one.bits)
            index.add(caseId, print)
            kept.push({ caseId, print })
          }
        }
        expect(index.size()).toBe(kept.length)
        const query = bases[0]
        const near = kept.filter(({ print }) => distance(print, query) <= 31)
        expect(new Set(index.search([query]).map(({ caseId }) => caseId))).toEqual(
          new Set(near.map(({ caseId }) => caseId)),
        )
      }),
      runs(50),
    )
  })

  test('grows, but not for ever, and takes nothing that is no hash', () => {
    const index = makePrintIndex(3_000)
    const numbered = (n: number): string => createHash('sha256').update(String(n)).digest('hex')
    const taken = Array.from({ length: 3_500 }, (_, n) => index.add(caseOf(n), numbered(n)))
    expect(taken.filter(Boolean)).toHaveLength(3_000)
    expect(index.add(caseOf(1), 'x'.repeat(64))).toBe(false)
    for (const n of [3, 1_500, 2_999])
      expect(index.search([numbered(n)])).toEqual([{ caseId: caseOf(n), distance: 0 }])
    expect(index.search(['not a hash'])).toEqual([])
  })
})
