import { describe, expect, test } from 'vitest'
import { makeMemoryStore } from '../../../adapters/memory/store.ts'
import { toHex } from '../../../core/base/bytes.ts'
import { logEntry, logHeads, makeCheckpoint, signLog } from '../../../core/custody/checkpoint.ts'
import { makeKeeper } from '../../../core/custody/keeper.ts'
import { leafData } from '../../../core/custody/leaf.ts'
import { verifyConsistency } from '../../../core/custody/merkle.ts'
import { openNote, originOf, readCheckpoint } from '../../../core/custody/note.ts'
import { proveConsistency } from '../../../core/custody/proof.ts'
import { makeStanding } from '../../../core/custody/standing.ts'
import type { Anchor, AnchorFault } from '../../../core/ports/anchor.ts'
import type { Checkpoint } from '../../../core/ports/store/custody.ts'
import { hours, instant, minutes, seconds, type Instant } from '../../../core/base/units.ts'
import { collect } from '../../contract/store-builders.ts'
import { A, aKey, B, C, grow, hasher, logFaults, openCustodyWorld, type CustodyWorld } from './world.ts'

const raw = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))

const places = async ({ store }: CustodyWorld): Promise<readonly string[]> =>
  (await collect(store.custody.leaves(0, 999))).map(({ caseId, seq }) => `${caseId.slice(0, 1)}${seq}`)

const make = async (world: CustodyWorld): Promise<Checkpoint> => {
  const made = await makeCheckpoint(world, { anchors: world.anchors })
  if (made === undefined) throw new Error('no checkpoint was made')
  return made.checkpoint
}

/** An authority that answers as told. */
const anAnchor = (
  id: string,
  answer: () => AnchorFault | undefined,
): Anchor & { readonly asked: () => number; readonly clock: { now: () => Instant } } => {
  let asked = 0
  const clock = { now: () => instant(0) }
  return {
    id,
    every: hours(24),
    clock,
    asked: () => asked,
    stamp: async () => {
      asked += 1
      const fault = answer()
      return fault === undefined
        ? { stamp: { anchor: id, at: clock.now(), token: hasher.utf8('token'), certificates: 'pem' } }
        : { fault }
    },
    check: async () => ({ at: clock.now() }),
  }
}

describe('the log of heads', () => {
  test('takes the newest entry of every case that changed, and nothing twice', async () => {
    const world = await openCustodyWorld()
    await grow(world, A, 2)
    await grow(world, B)
    expect(await logHeads(world)).toBe(2)
    expect((await places(world)).toSorted()).toEqual(['A2', 'B1'])
    expect(await logHeads(world)).toBe(0)
    await grow(world, A)
    await grow(world, C)
    await logHeads(world)
    expect((await places(world)).slice(2).toSorted()).toEqual(['A3', 'C1'])
    expect(await logFaults(world)).toEqual([])
  })

  test('an entry that is asked for becomes a leaf, though a later one is a leaf already', async () => {
    const world = await openCustodyWorld()
    await grow(world, A, 3)
    await logHeads(world)
    await logEntry(world, A, 2)
    await logEntry(world, A, 2)
    expect(await places(world)).toEqual(['A3', 'A2'])
    await expect(logEntry(world, A, 4)).rejects.toMatchObject({ code: 'store_broken' })
    await expect(logEntry(world, B, 1)).rejects.toMatchObject({ code: 'store_broken' })
  })

  test('a leaf says the hash and the number of an entry, and nothing of whose case it is', async () => {
    const world = await openCustodyWorld()
    await grow(world, A)
    const [entry] = await world.store.ledger.read(A)
    const data = leafData(hasher, { seq: 1, hash: entry?.hash ?? ('' as never) })
    expect(new TextDecoder().decode(data)).toBe(`{"hash":"${entry?.hash ?? ''}","seq":1,"v":1}`)
  })
})

describe('a checkpoint', () => {
  test('states the root of all leaves, signed', async () => {
    const world = await openCustodyWorld()
    await grow(world, A)
    await grow(world, B)
    const checkpoint = await make(world)
    const text = openNote(world.signer, hasher, checkpoint.text, world.signer.publicKey)
    expect(readCheckpoint(text ?? '')).toMatchObject({
      origin: originOf(hasher, world.signer.publicKey),
      size: 2,
      root: raw(checkpoint.root),
    })
    expect(checkpoint).toMatchObject({ no: 0, size: 2, publicKey: toHex(world.signer.publicKey), stamps: [] })
    expect(await logFaults(world)).toEqual([])
  })

  test('is not made of nothing', async () => {
    const world = await openCustodyWorld()
    expect(await makeCheckpoint(world, { anchors: [] })).toBeUndefined()
    expect(await world.store.custody.latest()).toBeUndefined()
  })

  test('goes on from the one before: each is the beginning of the next', async () => {
    const world = await openCustodyWorld()
    const made: Checkpoint[] = []
    for (let n = 0; n < 9; n++) {
      await grow(world, n % 2 === 0 ? A : B)
      if (n % 3 === 0) await grow(world, C)
      made.push(await make(world))
    }
    for (const [i, first] of made.entries()) {
      for (const second of made.slice(i)) {
        const proof = (await proveConsistency(world, first.size, second.size)) ?? []
        const roots = { firstRoot: raw(first.root), secondRoot: raw(second.root) }
        expect(
          verifyConsistency(hasher.digest, { first: first.size, second: second.size, proof, ...roots }),
        ).toBe(true)
      }
    }
    expect(await logFaults(world)).toEqual([])
  })

  test('of a clock that went back does not fall before the one before', async () => {
    const world = await openCustodyWorld()
    await grow(world, A)
    world.clock.advance(hours(5))
    const first = await make(world)
    world.clock.advance(hours(-4))
    await grow(world, A)
    expect((await make(world)).at).toBe(first.at)
    expect(await logFaults(world)).toEqual([])
  })

  test('after a crash between leaves and checkpoint covers what was left', async () => {
    const world = await openCustodyWorld()
    await grow(world, A)
    await grow(world, B)
    const broken: CustodyWorld = {
      ...world,
      store: {
        ...world.store,
        custody: { ...world.store.custody, keep: async () => Promise.reject(new Error('cut')) },
      },
    }
    await expect(makeCheckpoint(broken, { anchors: [] })).rejects.toThrow('cut')
    expect(await world.store.custody.latest()).toBeUndefined()
    expect(await logFaults(world)).toEqual([])
    await grow(world, A)
    expect(await make(world)).toMatchObject({ no: 0, size: 3 })
    expect(await logFaults(world)).toEqual([])
  })

  test('by two processes at once is two in a row, and no leaf stands twice', async () => {
    const store = makeMemoryStore()
    const signer = await aKey()
    const [one, two] = [await openCustodyWorld({ store, signer }), await openCustodyWorld({ store, signer })]
    for (let round = 0; round < 5; round++) {
      for (const caseId of [A, B, C]) await grow(one, caseId)
      await Promise.all([make(one), make(two)])
    }
    const checkpoints = await collect(store.custody.checkpoints())
    expect(checkpoints.map(({ no }) => no)).toEqual(checkpoints.map((_, i) => i))
    expect(await store.custody.size()).toBe(15)
    expect(await logFaults(one)).toEqual([])
  })

  test('is not signed where the log contradicts the newest one', async () => {
    const world = await openCustodyWorld()
    await grow(world, A)
    await make(world)
    await grow(world, A)
    await logHeads(world)
    const latest = await world.store.custody.latest()
    const over = (changed: Partial<Checkpoint>): CustodyWorld => ({
      ...world,
      store: {
        ...world.store,
        custody: {
          ...world.store.custody,
          latest: async () => (latest === undefined ? latest : { ...latest, ...changed }),
        },
      },
    })
    const root = 'e'.repeat(64) as Checkpoint['root']
    await expect(signLog(over({ root }), { anchors: [] })).rejects.toMatchObject({ code: 'store_broken' })
    await expect(signLog(over({ text: `${latest?.text ?? ''}\n` }), { anchors: [] })).rejects.toMatchObject({
      code: 'store_broken',
    })
    await expect(signLog(over({ size: 3 }), { anchors: [] })).rejects.toMatchObject({ code: 'store_broken' })
    // Peaks that do not give the root are computed again, from leaves that must give it.
    const noPeaks = over({ peaks: [root] })
    const forged: CustodyWorld = {
      ...noPeaks,
      store: {
        ...noPeaks.store,
        custody: {
          ...noPeaks.store.custody,
          leaves: async function* (from, to) {
            for await (const leaf of world.store.custody.leaves(from, to))
              yield { ...leaf, leaf: hasher.digest('forged') }
          },
        },
      },
    }
    await expect(signLog(forged, { anchors: [] })).rejects.toMatchObject({ code: 'store_broken' })
    expect(await signLog(over({ peaks: [root] }), { anchors: [] })).toMatchObject({
      checkpoint: { no: 1, size: 2 },
    })
    expect(await logFaults(world)).toEqual([])
  })

  test('is not signed over leaves that were changed under an older checkpoint: what was signed stands, and the change is found', async () => {
    const world = await openCustodyWorld()
    await grow(world, A)
    await grow(world, B)
    const first = await make(world)
    await grow(world, C)
    const forged: CustodyWorld = {
      ...world,
      store: {
        ...world.store,
        custody: {
          ...world.store.custody,
          leaves: async function* (from, to) {
            for await (const leaf of world.store.custody.leaves(from, to))
              yield leaf.index === 0 ? { ...leaf, leaf: hasher.digest('forged') } : leaf
          },
        },
      },
    }
    const second = await make(forged)
    const proof = (await proveConsistency(world, first.size, second.size)) ?? []
    const roots = { firstRoot: raw(first.root), secondRoot: raw(second.root) }
    expect(
      verifyConsistency(hasher.digest, { first: first.size, second: second.size, proof, ...roots }),
    ).toBe(true)
    expect(await logFaults(forged)).toEqual([
      'checkpoint 0: root_differs',
      'checkpoint 1: root_differs',
      `custody log leaf 0 (case ${A} entry 1): leaf_differs`,
    ])
  })

  test('under another key is only made when the operator says so', async () => {
    const world = await openCustodyWorld()
    await grow(world, A)
    await make(world)
    const changed: CustodyWorld = { ...world, signer: await aKey() }
    await expect(makeCheckpoint(changed, { anchors: [] })).rejects.toMatchObject({ code: 'settings_invalid' })
    const made = await makeCheckpoint(changed, { anchors: [], newKey: true })
    expect(made?.checkpoint).toMatchObject({ no: 1, size: 1, publicKey: toHex(changed.signer.publicKey) })
    await expect(makeCheckpoint(world, { anchors: [] })).rejects.toMatchObject({ code: 'settings_invalid' })
    expect(await logFaults(world, [world.signer.publicKey, changed.signer.publicKey])).toEqual([])
    expect(await logFaults(world)).toEqual(['checkpoint 1: key_unknown'])
  })
})

describe('the rhythm of checkpoints', () => {
  test('is one at once, then one an hour while something changes', async () => {
    const world = await openCustodyWorld()
    const keep = makeKeeper(world)
    expect(await keep()).toBeUndefined()
    await grow(world, A)
    expect((await keep())?.checkpoint.no).toBe(0)
    await grow(world, A)
    world.clock.advance(minutes(59))
    expect(await keep()).toBeUndefined()
    world.clock.advance(minutes(1))
    expect((await keep())?.checkpoint.no).toBe(1)
    world.clock.advance(hours(30))
    expect(await keep()).toBeUndefined()
    await grow(world, B)
    expect((await keep())?.checkpoint).toMatchObject({ no: 2, size: 3 })
  })

  test('asks an authority once in its hours, and only while something changes', async () => {
    const anchor = anAnchor('one', () => undefined)
    const world = await openCustodyWorld({ anchors: [anchor] })
    anchor.clock.now = world.clock.now
    const keep = makeKeeper(world)
    await grow(world, A)
    expect((await keep())?.checkpoint.stamps).toHaveLength(1)
    for (let hour = 0; hour < 23; hour++) {
      world.clock.advance(hours(1))
      await grow(world, A)
      await keep()
    }
    expect(anchor.asked()).toBe(1)
    // What came since its last token is vouched for, though nothing came in this hour.
    world.clock.advance(hours(1))
    expect((await keep())?.checkpoint).toMatchObject({ size: 24, stamps: [{ anchor: 'one' }] })
    world.clock.advance(hours(48))
    expect(await keep()).toBeUndefined()
    expect(anchor.asked()).toBe(2)
    await grow(world, A)
    expect((await keep())?.checkpoint.stamps).toHaveLength(1)
    expect(anchor.asked()).toBe(3)
  })

  test('goes on while an authority fails, and asks it again until it gives a token', async () => {
    let fault: AnchorFault | undefined = 'timeout'
    const failing = anAnchor('bad', () => fault)
    const anchors = [failing, anAnchor('good', () => undefined)]
    const world = await openCustodyWorld({ anchors })
    for (const { clock } of anchors) clock.now = world.clock.now
    const keep = makeKeeper(world)
    await grow(world, A)
    const first = await keep()
    expect(first?.checkpoint.stamps.map(({ anchor }) => anchor)).toEqual(['good'])
    expect(first?.faults).toEqual([{ anchor: 'bad', fault: 'timeout' }])
    world.clock.advance(hours(1))
    expect(await keep()).toBeUndefined()
    expect(failing.asked()).toBe(2)
    world.clock.advance(seconds(30))
    expect(await keep()).toBeUndefined()
    expect(failing.asked()).toBe(2)
    fault = undefined
    world.clock.advance(minutes(15))
    // Nothing changed, but a token is worth a checkpoint of its own: what was kept is never added to.
    expect((await keep())?.checkpoint).toMatchObject({ no: 1, size: 1, stamps: [{ anchor: 'bad' }] })
    expect(await makeStanding(world)()).toMatchObject({
      latest: { no: 1 },
      anchors: [
        { id: 'bad', last: { no: 1, size: 1 } },
        { id: 'good', last: { no: 0, size: 1 } },
      ],
    })
    world.clock.advance(hours(1))
    expect(await keep()).toBeUndefined()
    expect(failing.asked()).toBe(3)
  })

  test('knows what others made before and meanwhile', async () => {
    const anchor = anAnchor('one', () => undefined)
    const world = await openCustodyWorld({ anchors: [anchor] })
    anchor.clock.now = world.clock.now
    const standing = makeStanding(world)
    const keep = makeKeeper(world)
    expect(await standing()).toEqual({ anchors: [{ id: 'one', every: hours(24) }] })
    await grow(world, A)
    await make(world)
    await grow(world, B)
    expect(await keep()).toBeUndefined()
    expect((await standing()).latest?.no).toBe(0)
    await make(world)
    const twice = await Promise.all([standing(), standing()])
    expect(twice.map(({ latest }) => latest?.no)).toEqual([1, 1])
  })
})
