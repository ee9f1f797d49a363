import { describe, expect, test } from 'vitest'
import { verifyDeep } from '../../../core/custody/verify-objects.ts'
import { findOrphans } from '../../../core/services/erasure/orphans.ts'
import { verifyStore, type Checked } from '../../../core/custody/verify-case.ts'
import { describeFault } from '../../../core/custody/store-fault.ts'
import type { CaseId, ObjectId } from '../../../core/base/ids.ts'
import type { CaseRow } from '../../../core/ports/store/views.ts'
import { after, hours } from '../../../core/base/units.ts'
import { agent, openStage, reachStory, type Stage } from '../../build/stage.ts'

const NOOR = agent('Noor')

/** Three people with files; the first case is erased, the second on hold. */
const filled = async () => {
  const stage = await openStage()
  const codes = []
  for (const chat of ['1', '2', '3']) {
    const person = stage.person(chat)
    await reachStory(person)
    await person.says('He has my pictures and wants money until tomorrow')
    await person.sendsFile(new Uint8Array(70_000).fill(Number(chat)))
    await person.sendsFile(new Uint8Array([Number(chat)]))
    await stage.workAll()
    codes.push(await person.code())
  }
  await stage.desk.erase(codes[0]!, 'operator', 'r')
  await stage.desk.hold(codes[1]!, NOOR, 'letter 9')
  const row = (await stage.store.views.byCode(codes[2]!))!
  return { stage, codes, row }
}

const check = async (stage: Stage, after?: CaseId) => {
  const { ports, keys, casebook } = stage
  const faults: string[] = []
  const named = new Set<ObjectId>()
  let done: Checked | undefined
  const deep = verifyDeep({ ...ports, keys, viewRow: casebook.viewRow }, true)
  const options = {
    deep,
    named: (object: ObjectId) => void named.add(object),
    ...(after === undefined ? {} : { after }),
  }
  for await (const fault of verifyStore({ ...ports, keys }, (progress) => void (done = progress), options))
    faults.push(describeFault(fault))
  return { faults, named, done }
}

const objectsOf = async ({ vault }: Stage): Promise<ObjectId[]> => {
  const ids: ObjectId[] = []
  for await (const id of vault.list()) ids.push(id)
  return ids
}

describe('a look with the keys', () => {
  test('finds nothing where nothing was changed, and counts what is erased and on hold', async () => {
    const { stage } = await filled()
    const { faults, done } = await check(stage)
    expect(faults).toEqual([])
    expect(done).toMatchObject({ cases: 3, erased: 1, held: 1 })
  })

  test('names an object that opens under its key to other bytes than its entry states', async () => {
    const { stage, row } = await filled()
    // Sealed anew under the case's own key: what only who holds the keys can do.
    const { entries } = await stage.casebook.read(row.caseId)
    const objects = entries.flatMap(
      ({ header }) => (JSON.parse(header) as { objects?: { id: ObjectId }[] }).objects ?? [],
    )
    const sealer = await stage.sealer.forCase(row.caseId)
    await stage.vault.put(
      objects[0]!.id,
      sealer.sealStream(
        objects[0]!.id,
        (async function* () {
          yield new Uint8Array(70_000).fill(9)
        })(),
      ),
    )
    const { faults } = await check(stage)
    expect(faults.filter((fault) => fault.endsWith(`object ${objects[0]!.id}: plain_differs`))).toHaveLength(
      1,
    )
    expect(faults.some((fault) => new RegExp(`object ${objects[0]!.id}: (size_)?differs$`).test(fault))).toBe(
      true,
    )
  })

  test('names a key that is gone, and one that should be', async () => {
    const { stage, codes, row } = await filled()
    await stage.keys.destroy(row.caseId)
    const erased = (await stage.store.views.byCode(codes[0]!))!.caseId
    const { get } = stage.keys
    Object.assign(stage.keys, {
      get: (caseId: CaseId) => (caseId === erased ? Promise.resolve(new Uint8Array(60)) : get(caseId)),
    })
    const { faults } = await check(stage)
    expect(faults).toEqual(
      expect.arrayContaining([`case ${row.caseId} key: destroyed`, `case ${erased} key: left`]),
    )
    expect(faults).toHaveLength(2)
  })

  test('names an object of an erased case that lies there again', async () => {
    const { stage, codes } = await filled()
    const { entries } = (await stage.desk.custody(codes[0]!))!
    const object = entries.flatMap(
      ({ header }) => (JSON.parse(header) as { objects?: { id: ObjectId }[] }).objects ?? [],
    )[0]!.id
    await stage.vault.put(
      object,
      (async function* () {
        yield new Uint8Array(10)
      })(),
    )
    expect((await check(stage)).faults).toEqual([
      expect.stringMatching(new RegExp(`object ${object}: left$`)),
    ])
  })

  const changes: readonly (readonly [string, (row: CaseRow) => CaseRow])[] = [
    ['severity', (row) => ({ ...row, severity: row.severity === 'P1' ? 'P4' : 'P1' })],
    ['status', (row) => ({ ...row, status: 'closed' })],
    ['team', (row) => ({ ...row, team: row.team === 'minors' ? 'account' : 'minors' })],
    ['code', (row) => ({ ...row, code: 'ZZZZ9999' as CaseRow['code'] })],
    ['unread messages', (row) => ({ ...row, unread: row.unread + 1 })],
    ['evidence', (row) => ({ ...row, evidence: 0 })],
    ['marks', (row) => ({ ...row, marks: ['x'] })],
    [
      'sealed words',
      (row) => ({ ...row, sealed: row.sealed.map((byte, i) => (i === 20 ? byte ^ 1 : byte)) }),
    ],
  ]
  test.each(changes)('names a row of the queue whose %s differs', async (_, change) => {
    const { stage, row } = await filled()
    const { byId } = stage.store.views
    Object.assign(stage.store.views, {
      byId: async (caseId: CaseId) => {
        const found = await byId(caseId)
        return found?.caseId === row.caseId ? change(found) : found
      },
    })
    expect((await check(stage)).faults).toEqual([`case ${row.caseId} head: view_differs`])
  })

  test('goes on after the case where it was cut, and still knows what the others name', async () => {
    const { stage } = await filled()
    const whole = await check(stage)
    const ids: CaseId[] = []
    for await (const caseId of stage.store.ledger.cases()) ids.push(caseId)
    const second = await check(stage, ids.sort()[1])
    expect(second.done).toMatchObject({ cases: 1, last: ids[2] })
    expect(second.named).toEqual(whole.named)
  })
})

describe('objects that belong to nothing', () => {
  test('are named once they are a day old, and nothing else is', async () => {
    const { stage } = await filled()
    const { named } = await check(stage)
    const stray = '0'.repeat(26) as ObjectId
    await stage.vault.put(
      stray,
      (async function* () {
        yield new Uint8Array(10)
      })(),
    )
    const orphans = async (since: Parameters<typeof findOrphans>[2]): Promise<ObjectId[]> => {
      const found: ObjectId[] = []
      for await (const object of findOrphans(stage.vault, named, since)) found.push(object)
      return found
    }
    expect((await objectsOf(stage)).length).toBeGreaterThan(4)
    const written = (await stage.vault.writtenAt(stray))!
    expect(await orphans(after(written, hours(23)))).toEqual([])
    expect(await orphans(after(written, hours(25)))).toEqual([stray])
  })
})
