import { describe, expect, test } from 'vitest'
import { verifyStore } from '../../../../core/custody/verify-case.ts'
import { describeFault } from '../../../../core/custody/store-fault.ts'
import { rebuildViews } from '../../../../core/services/casebook/rebuild.ts'
import type { CaseCode } from '../../../../core/base/ids.ts'
import { agent, openStage, reachStory, type Stage } from '../../../build/stage.ts'

const faultsOf = async (ports: Parameters<typeof verifyStore>[0]): Promise<string[]> => {
  const faults: string[] = []
  for await (const fault of verifyStore(ports)) faults.push(describeFault(fault))
  return faults
}

const objects = async ({ vault }: Stage): Promise<string[]> => {
  const ids: string[] = []
  for await (const id of vault.list()) ids.push(id)
  return ids
}

describe('erasing a case', () => {
  test('destroys its key and objects, leaves a tombstone, and the chain still verifies', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('a story that is long enough to be told')
    await stage.workAll()
    const code = await person.code()
    const { caseId } = (await person.book()).row
    const certificate = await stage.desk.erase(code, 'operator', 'asked by the person')
    expect(certificate).toMatchObject({ status: 'erased', objects: 1 })
    expect(await stage.desk.open(code)).toBe('erased')
    expect(await stage.keys.get(caseId)).toBe('destroyed')
    expect(await objects(stage)).toEqual([])
    expect(await faultsOf(stage.ports)).toEqual([])
    expect(await stage.desk.custody(code)).toMatchObject({ intact: true })
  })

  test.each([
    ['by the operator', async (stage: Stage, code: CaseCode) => stage.desk.erase(code, 'operator', 'r')],
    [
      'by two of the team',
      async (stage: Stage, code: CaseCode) => {
        const [noor, reem] = [agent('Noor'), agent('Reem')]
        const asked = await stage.desk.erasure.ask(code, noor, { ground: 'mistake', reason: 'a trial' }, true)
        return stage.desk.erasure.approve(code, reem, asked.status === 'done' ? asked.seq : 0)
      },
    ],
  ] as const)('%s lets go what a channel still holds of files that were not sealed yet', async (_, erase) => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.sendsFile(new Uint8Array([1, 2, 3]))
    await person.sendsFile(new Uint8Array([4, 5, 6]))
    const code = await person.code()
    expect(stage.channel.files.size).toBe(2)
    expect((await erase(stage, code)).status).toMatch(/^(erased|gone)$/)
    await stage.workAll()
    expect([...stage.channel.files]).toEqual([])
    expect(await objects(stage)).toEqual([])
  })

  test('lets go what a channel holds also while the key is still there', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.sendsFile(new Uint8Array([1, 2, 3]))
    const { destroy } = stage.sealer
    Object.assign(stage.sealer, { destroy: () => Promise.reject(new Error('cut')) })
    await expect(stage.desk.erase(await person.code(), 'operator', 'r')).rejects.toThrow('cut')
    const jobs = await stage.store.jobs.claim(stage.claim(), 20)
    for (const job of jobs.filter(({ kind }) => kind === 'discard')) await stage.doJob(job)
    expect([...stage.channel.files]).toEqual([])
    Object.assign(stage.sealer, { destroy })
  })

  test('lets go what a channel holds also where an entry does not open any more', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.sendsFile(new Uint8Array([1, 2, 3]))
    const code = await person.code()
    const { read } = stage.store.ledger
    Object.assign(stage.store.ledger, {
      read: async (...of: Parameters<typeof read>) =>
        (await read(...of)).map((entry) =>
          entry.seq === 2 ? { ...entry, sealed: new Uint8Array(entry.sealed.length) } : entry,
        ),
    })
    expect((await stage.desk.erase(code, 'operator', 'r')).status).toBe('erased')
    await stage.workAll()
    expect([...stage.channel.files]).toEqual([])
  })

  test('asked for twice is done once', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const code = await person.code()
    await stage.desk.erase(code, 'operator', 'r')
    expect(await stage.desk.erase(code, 'operator', 'r')).toEqual({ status: 'already' })
  })

  test('lets who writes again begin anew, and nothing ties the two cases together', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const code = await person.code()
    await stage.desk.erase(code, 'operator', 'r')
    await person.says('hello')
    expect(await person.code()).not.toBe(code)
    expect((await person.book()).state.seq).toBe(2)
  })

  test('is noticed by a process that still held the key', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const code = await person.code()
    // Another process erases: this one keeps its cached state and learns of it from the chain.
    const { makeCasebook } = await import('../../../../core/services/casebook/casebook.ts')
    const { makeDesk } = await import('../../../../core/services/desk/make-desk.ts')
    const other = makeDesk(stage.ports, makeCasebook(stage.ports))
    await other.erase(code, 'operator', 'r')
    await person.says('hello')
    expect(await person.code()).not.toBe(code)
  })

  test('survives a rebuild of the queue', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const other = stage.person('2')
    await reachStory(other)
    const code = await person.code()
    await stage.desk.erase(code, 'operator', 'r')
    const before = (await stage.desk.list({}, { limit: 10 })).rows
    expect(await rebuildViews(stage.ports, stage.casebook, () => undefined)).toBe(2)
    const after = (await stage.desk.list({}, { limit: 10 })).rows
    const unsealed = (rows: typeof after) => rows.map((row) => ({ ...row, sealed: undefined }))
    expect(unsealed(after)).toEqual(unsealed(before))
    expect(await faultsOf(stage.ports)).toEqual([])
  })
})
