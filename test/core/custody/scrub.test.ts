import { describe, expect, test } from 'vitest'
import { makeScrub, type ScrubNote } from '../../../core/custody/scrub.ts'
import type { ObjectId } from '../../../core/base/ids.ts'
import type { Vault } from '../../../core/ports/vault.ts'
import { hours, minutes } from '../../../core/base/units.ts'
import { openStage, reachStory, type Stage } from '../../build/stage.ts'

const MONTH = hours(24 * 30)

const filled = async (people: number): Promise<Stage> => {
  const stage = await openStage()
  for (let n = 1; n <= people; n += 1) {
    const person = stage.person(String(n))
    await reachStory(person)
    await person.sendsFile(new Uint8Array(1000).fill(n))
    await stage.workAll()
  }
  return stage
}

/** A vault that counts how often each object is read. */
const counting = (vault: Vault) => {
  const reads = new Map<ObjectId, number>()
  const open: Vault['open'] = async (object) => {
    reads.set(object, (reads.get(object) ?? 0) + 1)
    return vault.open(object)
  }
  return { vault: { ...vault, open }, reads }
}

const objectsOf = async ({ vault }: Stage): Promise<ObjectId[]> => {
  const ids: ObjectId[] = []
  for await (const id of vault.list()) ids.push(id)
  return ids
}

const spoil = async ({ vault }: Pick<Stage, 'vault'>, object: ObjectId): Promise<() => Promise<void>> => {
  const source = (await vault.open(object))!
  const whole = (await source.read(0, source.size)).slice()
  const put = (bytes: Uint8Array) =>
    vault.put(
      object,
      (async function* () {
        yield bytes
      })(),
    )
  await put(whole.map((byte, i) => (i === 300 ? byte ^ 4 : byte)))
  return async () => void (await put(whole))
}

describe('reading the vault again', () => {
  test('reads every object once in a round, a little at a time, whatever restarts lie between', async () => {
    const stage = await filled(12)
    const { vault, reads } = counting(stage.vault)
    let note: ScrubNote | undefined
    const most: number[] = []
    for (let hour = 0; hour < 24 * 30; hour += 6) {
      const before = reads.size
      // Made anew each time, as after a restart: all it knows is its note.
      note = await makeScrub({ ...stage.ports, vault }, MONTH).turn(
        note === undefined ? undefined : (JSON.parse(JSON.stringify(note)) as ScrubNote),
      )
      most.push(reads.size - before)
      stage.clock.advance(hours(6))
    }
    expect([...reads.keys()].sort()).toEqual((await objectsOf(stage)).sort())
    expect(Math.max(...reads.values())).toBe(1)
    expect(Math.max(...most)).toBeLessThan(reads.size / 4)
    expect(note?.ended).toBeDefined()
    expect(note?.faults).toEqual([])
  })

  test('begins a new round when its time has come, and takes new cases along', async () => {
    const stage = await filled(1)
    const { vault, reads } = counting(stage.vault)
    const scrub = makeScrub({ ...stage.ports, vault }, MONTH)
    let note = await scrub.turn(undefined)
    const first = reads.size
    expect(first).toBeGreaterThan(0)
    const person = stage.person('new')
    await reachStory(person)
    await person.sendsFile(new Uint8Array([1]))
    await stage.workAll()
    note = await scrub.turn(note)
    expect(reads.size).toBe(first)
    stage.clock.advance(MONTH)
    note = await scrub.turn(note)
    stage.clock.advance(MONTH)
    note = await scrub.turn(note)
    expect(reads.size).toBe((await objectsOf(stage)).length)
  })

  test('names what turned and what is gone, once, and forgets it when it is mended or its case is erased', async () => {
    const stage = await filled(3)
    const scrub = makeScrub(stage.ports, minutes(1))
    const [turned, gone] = (await objectsOf(stage)) as [ObjectId, ObjectId]
    const mend = await spoil(stage, turned)
    await stage.vault.remove(gone)
    let note: ScrubNote | undefined
    const turn = async (): Promise<ScrubNote> => {
      note = await scrub.turn(note)
      stage.clock.advance(minutes(1))
      return note
    }
    await turn()
    const { faults } = await turn()
    expect(faults.map(({ object, fault }) => [object, fault])).toEqual(
      expect.arrayContaining([
        [turned, 'differs'],
        [gone, 'missing'],
      ]),
    )
    expect(faults).toHaveLength(2)
    const again = (await turn()).faults
    expect(again).toHaveLength(2)
    expect(again).toEqual(expect.arrayContaining([...faults]))
    await mend()
    expect((await turn()).faults.map(({ object }) => object)).toEqual([gone])
    const row = (await stage.store.views.byId(faults.find(({ object }) => object === gone)!.caseId))!
    await stage.desk.erase(row.code, 'operator', 'r')
    expect((await turn()).faults).toEqual([])
  })

  test('calls nothing missing whose case is erased while it is read', async () => {
    const stage = await filled(1)
    const [row] = (await stage.store.views.list({}, { limit: 1 })).rows
    const open: Vault['open'] = async () => {
      await stage.desk.erase(row!.code, 'operator', 'r')
      return undefined
    }
    expect(
      (await makeScrub({ ...stage.ports, vault: { ...stage.vault, open } }, MONTH).turn(undefined)).faults,
    ).toEqual([])
  })
})
