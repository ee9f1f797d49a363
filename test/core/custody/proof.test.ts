import { describe, expect, test } from 'vitest'
import { fromHex } from '../../../core/base/bytes.ts'
import { logHeads, makeCheckpoint } from '../../../core/custody/checkpoint.ts'
import { leafHash, verifyInclusion } from '../../../core/custody/merkle.ts'
import { openNote, readCheckpoint, readPublicKey } from '../../../core/custody/note.ts'
import { makeProofs, makeSign, proveEntry, type Proofs } from '../../../core/custody/proof.ts'
import type { CaseId } from '../../../core/base/ids.ts'
import type { Anchor } from '../../../core/ports/anchor.ts'
import { hours, instant } from '../../../core/base/units.ts'
import { aCase, collect } from '../../contract/store-builders.ts'
import { A, aKey, B, C, grow, hasher, openCustodyWorld, type CustodyWorld } from './world.ts'

const hexes = (list: readonly string[]): readonly Uint8Array[] =>
  list.map((hex) => fromHex(hex) ?? new Uint8Array())

/** As a reader of a bundle does it: nothing but what the bundle holds. */
const holds = ({ checkpointText, inclusion, publicKey }: Proofs): boolean => {
  const key = readPublicKey(hasher, publicKey) ?? new Uint8Array()
  const verify = {
    verify: (by: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
      anybody.verify(by, message, signature),
  }
  const stated = readCheckpoint(openNote(verify, hasher, checkpointText, key) ?? '')
  const data = fromHex(inclusion.leaf) ?? new Uint8Array()
  if (stated === undefined || stated.size !== inclusion.treeSize) return false
  if (new TextDecoder().decode(data) !== `{"hash":"${inclusion.hash}","seq":${inclusion.seq},"v":1}`)
    return false
  const leaf = leafHash(hasher.digest, data)
  return verifyInclusion(hasher.digest, {
    leaf,
    index: inclusion.leafIndex,
    size: stated.size,
    proof: hexes(inclusion.proof),
    root: stated.root,
  })
}
const anybody = await aKey()

const hashOf = async ({ store }: CustodyWorld, caseId: CaseId, seq: number): Promise<string | undefined> =>
  (await store.ledger.read(caseId, seq - 1))[0]?.hash

describe('proofs for a bundle', () => {
  test('prove the very entry, in a checkpoint that is made for it', async () => {
    const world = await openCustodyWorld()
    await grow(world, A, 3)
    await grow(world, B, 2)
    const proofs = await makeProofs(world)(A, 3)
    expect(proofs.inclusion).toMatchObject({ seq: 3, hash: await hashOf(world, A, 3), treeSize: 2 })
    expect(holds(proofs)).toBe(true)
    expect(proofs.timestamps).toEqual([])
  })

  test('are the same for ever, whatever comes after', async () => {
    const world = await openCustodyWorld()
    await grow(world, A, 3)
    const first = await makeProofs(world)(A, 3)
    for (const caseId of [A, B, C]) {
      await grow(world, caseId)
      world.clock.advance(hours(2))
      await makeCheckpoint(world, { anchors: [] })
    }
    expect(await makeProofs({ ...world, anchors: [] })(A, 3)).toStrictEqual(first)
  })

  test('of an entry that is passed already prove that one, not a later one', async () => {
    const world = await openCustodyWorld()
    await grow(world, A, 2)
    await grow(world, A, 2)
    await makeCheckpoint(world, { anchors: [] })
    const proofs = await makeProofs(world)(A, 2)
    expect(proofs.inclusion).toMatchObject({ seq: 2, hash: await hashOf(world, A, 2) })
    expect(holds(proofs)).toBe(true)
  })

  test('of many cases at once all hold, and show nothing of each other', async () => {
    const world = await openCustodyWorld()
    const cases = Array.from({ length: 30 }, (_, i) => aCase(`n${i}x`))
    for (const caseId of cases) await grow(world, caseId, 2)
    const made = await Promise.all(cases.map((caseId) => makeProofs(world)(caseId, 2)))
    expect(made.every(holds)).toBe(true)
    const [first] = made
    for (const caseId of cases) expect(JSON.stringify(first)).not.toContain(caseId)
    for (const caseId of cases.slice(1))
      expect(JSON.stringify(first)).not.toContain(await hashOf(world, caseId, 2))
  })

  test('carry the tokens that were given when the checkpoint was made', async () => {
    const stamp = { anchor: 'one', at: instant(7), token: hasher.utf8('token'), certificates: 'pem' }
    const anchor: Anchor = {
      id: 'one',
      every: hours(24),
      stamp: async () => ({ stamp }),
      check: async () => ({ at: instant(7) }),
    }
    const world = await openCustodyWorld({ anchors: [anchor] })
    await grow(world, A)
    expect((await makeProofs(world)(A, 1)).timestamps).toEqual([
      { name: 'one', token: stamp.token, certificates: 'pem' },
    ])
  })

  test('are not made of an entry that is not there, nor of a log that was changed', async () => {
    const world = await openCustodyWorld()
    await grow(world, A)
    await expect(makeProofs(world)(A, 2)).rejects.toMatchObject({ code: 'store_broken' })
    await grow(world, B)
    await makeProofs(world)(A, 1)
    const forged: CustodyWorld = {
      ...world,
      store: {
        ...world.store,
        custody: {
          ...world.store.custody,
          leaves: async function* (from, to) {
            for await (const leaf of world.store.custody.leaves(from, to))
              yield leaf.caseId === B ? { ...leaf, leaf: hasher.digest('x') } : leaf
          },
        },
      },
    }
    await expect(makeProofs(forged)(A, 1)).rejects.toMatchObject({ code: 'store_broken' })
    const [checkpoint] = await collect(world.store.custody.checkpoints())
    const text = checkpoint?.text.replace('time 2', 'time 3') ?? ''
    const lying: CustodyWorld = {
      ...world,
      store: {
        ...world.store,
        custody: {
          ...world.store.custody,
          covering: async () => (checkpoint === undefined ? undefined : { ...checkpoint, text }),
        },
      },
    }
    await expect(makeProofs(lying)(A, 1)).rejects.toMatchObject({ code: 'store_broken' })
  })

  test('a signature is a note of the key of the checkpoints', async () => {
    const world = await openCustodyWorld()
    const note = makeSign(world)('amin-bundle/1\nABCD2345\n')
    expect(openNote(world.signer, hasher, note, world.signer.publicKey)).toBe('amin-bundle/1\nABCD2345\n')
  })
})

describe('the proof of any entry', () => {
  test('is of the entry, or of the first one after it that is a leaf, and says which', async () => {
    const world = await openCustodyWorld()
    await grow(world, A, 4)
    expect(await proveEntry(world, A, 2)).toBeUndefined()
    await logHeads(world)
    expect(await proveEntry(world, A, 2)).toBeUndefined()
    await makeCheckpoint(world, { anchors: [] })
    expect((await proveEntry(world, A, 2))?.inclusion.seq).toBe(4)
    expect((await proveEntry(world, A, 4))?.inclusion.seq).toBe(4)
    expect(await proveEntry(world, A, 5)).toBeUndefined()
  })
})
