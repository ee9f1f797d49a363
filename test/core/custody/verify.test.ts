import { describe, expect, test } from 'vitest'
import { makeCheckpoint } from '../../../core/custody/checkpoint.ts'
import type { Anchor } from '../../../core/ports/anchor.ts'
import type { Checkpoint, CustodyLog, Leaf } from '../../../core/ports/store/custody.ts'
import type { Store } from '../../../core/ports/store/store.ts'
import { hours, instant } from '../../../core/base/units.ts'
import { A, aKey, B, C, grow, hasher, logFaults, openCustodyWorld, type CustodyWorld } from './world.ts'

const filled = async (anchors: readonly Anchor[] = []): Promise<CustodyWorld> => {
  const world = await openCustodyWorld({ anchors })
  for (const caseId of [A, B, C, A, B]) {
    await grow(world, caseId)
    await makeCheckpoint(world, { anchors })
  }
  return world
}

const mapped = async function* <T>(
  items: AsyncIterable<T>,
  change: (item: T) => readonly T[],
): AsyncIterable<T> {
  for await (const item of items) yield* change(item)
}

/** The world as a store tells it that was changed behind our back. */
const tampered = (
  world: CustodyWorld,
  {
    leaf = (each) => [each],
    checkpoint = (each) => [each],
    entries,
  }: {
    leaf?: (leaf: Leaf) => readonly Leaf[]
    checkpoint?: (c: Checkpoint) => readonly Checkpoint[]
    entries?: Store['transfer']['readEntries']
  },
): CustodyWorld => {
  const log = world.store.custody
  const custody: CustodyLog = {
    ...log,
    leaves: (from, to) => mapped(log.leaves(from, to), leaf),
    checkpoints: (no) => mapped(log.checkpoints(no), checkpoint),
  }
  return {
    ...world,
    store: {
      ...world.store,
      custody,
      ...(entries === undefined ? {} : { transfer: { ...world.store.transfer, readEntries: entries } }),
    },
  }
}

const other = async (): Promise<Checkpoint> => {
  const world = await filled()
  const latest = await world.store.custody.latest()
  if (latest === undefined) throw new Error('no checkpoint')
  return latest
}

const checkpointOf = async (world: Awaited<ReturnType<typeof filled>>, no: number): Promise<Checkpoint> => {
  for await (const one of world.store.custody.checkpoints(no - 1)) return one
  throw new Error(`there is no checkpoint ${no}`)
}
const said = ({ no, at, size }: Checkpoint): string =>
  `checkpoint ${no}, of ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC over ${size} ${size === 1 ? 'leaf' : 'leaves'}`

describe('the whole log', () => {
  test('holds as it was written, and after a case was erased', async () => {
    expect(await logFaults(await filled())).toEqual([])
    expect(await logFaults(await openCustodyWorld())).toEqual([])
  })

  test('an entry that is gone, or is another one, is named', async () => {
    const world = await filled()
    const { readEntries } = world.store.transfer
    const gone = tampered(world, {
      entries: (spans) => mapped(readEntries(spans), (entry) => (entry.caseId === B ? [] : [entry])),
    })
    expect(await logFaults(gone)).toEqual([
      `custody log leaf 1 (case ${B} entry 1): entry_missing`,
      `custody log leaf 4 (case ${B} entry 2): entry_missing`,
    ])
    const hash = 'f'.repeat(64) as Leaf['hash']
    const changed = tampered(world, {
      entries: (spans) =>
        mapped(readEntries(spans), (entry) => [entry.caseId === C ? { ...entry, hash } : entry]),
    })
    expect(await logFaults(changed)).toEqual([`custody log leaf 2 (case ${C} entry 1): entry_differs`])
  })

  test('a leaf that was changed is named, and so is every checkpoint over it', async () => {
    const world = await filled()
    const changed = tampered(world, {
      leaf: (leaf) => [leaf.index === 2 ? { ...leaf, leaf: hasher.digest('x') } : leaf],
    })
    expect(await logFaults(changed)).toEqual([
      'checkpoint 2: root_differs',
      'checkpoint 3: root_differs',
      'checkpoint 4: root_differs',
      `custody log leaf 2 (case ${C} entry 1): leaf_differs`,
    ])
  })

  test('leaves and entries that were changed together are found by what was signed', async () => {
    const world = await filled()
    const { makeLeaf } = await import('../../../core/custody/leaf.ts')
    const hash = 'f'.repeat(64) as Leaf['hash']
    const { readEntries } = world.store.transfer
    const changed = tampered(world, {
      leaf: (leaf) => [
        leaf.index === 3
          ? { index: 3, ...makeLeaf(hasher, { caseId: leaf.caseId, seq: leaf.seq, hash }) }
          : leaf,
      ],
      entries: (spans) =>
        mapped(readEntries(spans), (entry) => [
          entry.caseId === A && entry.seq === 2 ? { ...entry, hash } : entry,
        ]),
    })
    expect(await logFaults(changed)).toEqual(['checkpoint 3: root_differs', 'checkpoint 4: root_differs'])
  })

  test('leaves that are gone, within or at the end, are found', async () => {
    const world = await filled()
    const within = await logFaults(tampered(world, { leaf: (leaf) => (leaf.index === 1 ? [] : [leaf]) }))
    expect(within[0]).toBe(`custody log leaf 2 (case ${C} entry 1): gap`)
    expect(within).toContain('checkpoint 4: leaves_missing')
    expect(await logFaults(tampered(world, { leaf: (leaf) => (leaf.index === 4 ? [] : [leaf]) }))).toEqual([
      'checkpoint 4: leaves_missing',
    ])
  })

  test('a checkpoint that is gone, changed, swapped or of another key is found', async () => {
    const world = await filled()
    const at =
      (no: number, change: (checkpoint: Checkpoint) => readonly Checkpoint[]) => (checkpoint: Checkpoint) =>
        checkpoint.no === no ? change(checkpoint) : [checkpoint]
    const faults = (change: (checkpoint: Checkpoint) => readonly Checkpoint[]): Promise<readonly string[]> =>
      logFaults(tampered(world, { checkpoint: change }))
    const [one, three] = [await checkpointOf(world, 1), await checkpointOf(world, 3)]
    expect(await faults(at(2, () => []))).toEqual([
      `checkpoint 3: gap, 2 is not here; before stands ${said(one)}, after it ${said(three)}`,
    ])
    expect(await faults((checkpoint) => (checkpoint.no < 3 ? [] : [checkpoint]))).toEqual([
      `checkpoint 3: gap, 0 to 2 are not here; before stands nothing, after it ${said(three)}`,
    ])
    expect(await faults(at(2, (one) => [{ ...one, at: instant(one.at + 1) }]))).toContain(
      'checkpoint 2: signature_wrong',
    )
    expect(await faults(at(2, (one) => [{ ...one, size: 2 }]))).toEqual([
      'checkpoint 2: signature_wrong',
      'checkpoint 2: root_differs',
    ])
    expect(await faults(at(4, (one) => [{ ...one, size: 2 }]))).toEqual([
      'checkpoint 4: falls_back',
      'checkpoint 4: signature_wrong',
    ])
    const root = 'c'.repeat(64) as Checkpoint['root']
    expect(await faults(at(4, (one) => [{ ...one, root }]))).toEqual([
      'checkpoint 4: signature_wrong',
      'checkpoint 4: root_differs',
    ])
    const strange = await other()
    expect(await faults(at(4, (one) => [{ ...strange, no: one.no, at: one.at }]))).toContain(
      'checkpoint 4: key_unknown',
    )
    expect(await faults(at(4, (one) => [{ ...one, publicKey: 'zz' }]))).toEqual([
      'checkpoint 4: key_unknown',
      'checkpoint 4: signature_wrong',
    ])
    const key = await aKey()
    expect(await logFaults(world, [key.publicKey])).toContain('checkpoint 0: key_unknown')
  })

  test('a token that does not verify any more is named, one of an authority that nobody names is passed over', async () => {
    const stamp = { anchor: 'one', at: instant(7), token: hasher.utf8('token'), certificates: 'pem' }
    const anchor: Anchor = {
      id: 'one',
      every: hours(24),
      stamp: async () => ({ stamp }),
      check: async (_data, token) =>
        Buffer.from(token).toString() === 'token' ? { at: instant(7) } : { fault: 'signature_wrong' },
    }
    const world = await filled([anchor])
    expect(await logFaults(world)).toEqual([])
    const broken = tampered(world, {
      checkpoint: (one) => [
        one.no === 3 ? { ...one, stamps: [{ ...stamp, token: hasher.utf8('other') }] } : one,
      ],
    })
    expect(await logFaults(broken)).toEqual(['checkpoint 3 time stamp one: does not verify'])
    expect(await logFaults({ ...broken, anchors: [] })).toEqual([])
    const moved = tampered(world, {
      checkpoint: (one) => [one.no === 0 ? { ...one, stamps: [{ ...stamp, at: instant(8) }] } : one],
    })
    expect(await logFaults(moved)).toEqual(['checkpoint 0 time stamp one: does not verify'])
  })
})
