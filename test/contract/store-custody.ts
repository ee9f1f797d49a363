import { describe, expect, test } from 'vitest'
import type { CaseId, Sha256Hex } from '../../core/base/ids.ts'
import type { CaseHead, Checkpoint, CustodyLog, NewLeaf } from '../../core/ports/store/custody.ts'
import { aCase, aCommit, anEntry, at, bytesOf, collect, type StoreWorld } from './store-builders.ts'

const A = aCase('a')
const B = aCase('b')
const C = aCase('c')

export const aLeaf = (caseId: CaseId, seq: number): NewLeaf => ({
  caseId,
  seq,
  hash: anEntry(caseId, seq).hash,
  leaf: bytesOf(`${caseId}.${seq}`.padEnd(32, '.').slice(-32)),
})

export const aCheckpoint = (no: number, size: number, named: Partial<Checkpoint> = {}): Checkpoint => ({
  no,
  size,
  root: `${no}`.padStart(64, 'a') as Sha256Hex,
  peaks: [`${no}`.padStart(64, 'b') as Sha256Hex, `${no}`.padStart(64, 'c') as Sha256Hex],
  at: at(no),
  text: `checkpoint ${no}\n`,
  publicKey: 'd'.repeat(64),
  stamps: [],
  ...named,
})

const places = (heads: readonly CaseHead[]): readonly string[] =>
  heads.map(({ caseId, seq }) => `${caseId}.${seq}`).sort()

export const describeCustody = (world: () => StoreWorld): void =>
  void describe('custody log', () => {
    const log = (): CustodyLog => world().store.custody
    const commit = async (caseId: CaseId, ...seqs: readonly number[]): Promise<void> => {
      for (const seq of seqs) expect(await world().store.ledger.commit(aCommit(caseId, seq))).toBe('done')
    }

    test('an empty log has no leaves, no checkpoints and nothing to add', async () => {
      expect(await log().size()).toBe(0)
      expect(await collect(log().leaves(0, 10))).toEqual([])
      expect(await log().leafOf(A, 1)).toBeUndefined()
      expect(await collect(log().changed())).toEqual([])
      expect(await log().latest()).toBeUndefined()
      expect(await log().covering(1)).toBeUndefined()
      expect(await collect(log().checkpoints())).toEqual([])
      expect(await log().append(0, [])).toBe('done')
    })

    test('leaves stand in the order in which they were added, after opening it again as well', async () => {
      expect(await log().append(0, [aLeaf(A, 1), aLeaf(B, 3)])).toBe('done')
      expect(await log().append(2, [aLeaf(A, 2)])).toBe('done')
      const again = (await world().reopen()).custody
      expect(await again.size()).toBe(3)
      expect(await collect(again.leaves(0, 3))).toStrictEqual([
        { index: 0, ...aLeaf(A, 1) },
        { index: 1, ...aLeaf(B, 3) },
        { index: 2, ...aLeaf(A, 2) },
      ])
      expect((await collect(again.leaves(1, 2))).map(({ index }) => index)).toEqual([1])
      expect((await collect(again.leaves(2, 99))).map(({ index }) => index)).toEqual([2])
      expect(await collect(again.leaves(3, 99))).toEqual([])
    })

    test('who does not know how long the log is adds nothing', async () => {
      await log().append(0, [aLeaf(A, 1)])
      expect(await log().append(0, [aLeaf(B, 1)])).toBe('moved')
      expect(await log().append(2, [aLeaf(B, 1)])).toBe('moved')
      expect((await collect(log().leaves(0, 9))).map(({ caseId }) => caseId)).toEqual([A])
    })

    test('an entry is a leaf once', async () => {
      await log().append(0, [aLeaf(A, 1)])
      expect(await log().append(1, [aLeaf(A, 1)])).toBe('moved')
      expect(await log().append(1, [aLeaf(A, 2), aLeaf(A, 1)])).toBe('moved')
      expect(places(await collect(log().leaves(0, 9))).filter((place) => place === `${A}.1`)).toHaveLength(1)
    })

    test('of two that add at the same time the log has no leaf twice and no hole', async () => {
      const two = [0, 1].map((n) =>
        log().append(
          0,
          Array.from({ length: 20 }, (_, i) => aLeaf(n === 0 ? A : B, i + 1)),
        ),
      )
      expect((await Promise.all(two)).filter((outcome) => outcome === 'done').length).toBeLessThanOrEqual(1)
      const leaves = await collect(log().leaves(0, 99))
      expect(leaves.map(({ index }) => index)).toEqual(leaves.map((_, i) => i))
      expect(leaves.length).toBe(await log().size())
    })

    test('the leaf of an entry is its own, or the next of the case', async () => {
      await log().append(0, [aLeaf(A, 2), aLeaf(B, 1), aLeaf(A, 9), aLeaf(A, 5)])
      const found = async (caseId: CaseId, seq: number): Promise<number | undefined> =>
        (await log().leafOf(caseId, seq))?.seq
      expect(await found(A, 1)).toBe(2)
      expect(await found(A, 2)).toBe(2)
      expect(await found(A, 3)).toBe(5)
      expect(await found(A, 6)).toBe(9)
      expect(await found(A, 10)).toBeUndefined()
      expect(await found(C, 1)).toBeUndefined()
      expect(await log().leafOf(B, 1)).toStrictEqual({ index: 1, ...aLeaf(B, 1) })
    })

    test('a case is told of as long as its newest entry is no leaf', async () => {
      await commit(A, 1, 2)
      await commit(B, 1)
      expect(places(await collect(log().changed()))).toEqual([`${A}.2`, `${B}.1`])
      expect(await collect(log().changed())).toContainEqual({ caseId: A, seq: 2, hash: anEntry(A, 2).hash })
      await log().append(0, [aLeaf(A, 1), aLeaf(B, 1)])
      expect(places(await collect(log().changed()))).toEqual([`${A}.2`])
      await log().append(2, [aLeaf(A, 2)])
      expect(await collect(log().changed())).toEqual([])
      await commit(B, 2)
      expect(places(await collect((await world().reopen()).custody.changed()))).toEqual([`${B}.2`])
    })

    test('many cases are all told of', async () => {
      const cases = Array.from({ length: 520 }, (_, i) => aCase(`m${i}x`))
      await Promise.all(cases.map((caseId) => world().store.ledger.commit(aCommit(caseId, 1))))
      expect(await collect(log().changed())).toHaveLength(520)
      const [page, rest] = [cases.slice(0, 500), cases.slice(500)]
      expect(
        await log().append(
          0,
          page.map((caseId) => aLeaf(caseId, 1)),
        ),
      ).toBe('done')
      expect(places(await collect(log().changed()))).toEqual(rest.map((caseId) => `${caseId}.1`).sort())
      expect(
        await log().append(
          500,
          rest.map((caseId) => aLeaf(caseId, 1)),
        ),
      ).toBe('done')
      expect((await collect(log().leaves(0, 1000))).map(({ index }) => index)).toEqual(cases.map((_, i) => i))
    })

    test('checkpoints are kept one after the other, as they were made', async () => {
      const stamp = { anchor: 'one', at: at(5), token: bytesOf('token'), certificates: 'pem' }
      const first = aCheckpoint(0, 2)
      const second = aCheckpoint(1, 2, { stamps: [stamp, { ...stamp, anchor: 'two' }] })
      expect(await log().keep(aCheckpoint(1, 2))).toBe('moved')
      expect(await log().keep(first)).toBe('done')
      expect(await log().keep({ ...first, text: 'other' })).toBe('moved')
      expect(await log().keep(second)).toBe('done')
      expect(await log().keep(aCheckpoint(3, 9))).toBe('moved')
      expect(await log().keep(aCheckpoint(2, 7))).toBe('done')
      const again = (await world().reopen()).custody
      expect(await collect(again.checkpoints())).toStrictEqual([first, second, aCheckpoint(2, 7)])
      expect(await collect(again.checkpoints(1))).toStrictEqual([aCheckpoint(2, 7)])
      expect(await again.latest()).toStrictEqual(aCheckpoint(2, 7))
    })

    test('of two checkpoints of one number at the same time one is kept', async () => {
      const outcomes = await Promise.all(
        [0, 1].map((n) => log().keep(aCheckpoint(0, 1, { text: `by ${n}\n` }))),
      )
      expect(outcomes.toSorted()).toEqual(['done', 'moved'])
      expect((await log().latest())?.text).toBe(`by ${outcomes.indexOf('done')}\n`)
    })

    test('what covers a leaf is the first checkpoint that is long enough', async () => {
      for (const [no, size] of [2, 2, 5, 9].entries()) await log().keep(aCheckpoint(no, size))
      const found = async (size: number): Promise<number | undefined> => (await log().covering(size))?.no
      expect([
        await found(1),
        await found(2),
        await found(3),
        await found(5),
        await found(6),
        await found(10),
      ]).toEqual([0, 0, 2, 2, 3, undefined])
    })
  })
