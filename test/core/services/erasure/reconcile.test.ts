import { describe, expect, test } from 'vitest'
import { makeMemoryKeys } from '../../../../adapters/memory/keys.ts'
import { reconcileErased } from '../../../../core/services/erasure/reconcile.ts'
import { verifyStore } from '../../../../core/custody/verify-case.ts'
import { describeFault } from '../../../../core/custody/store-fault.ts'
import type { CaseId } from '../../../../core/base/ids.ts'
import type { KeyStore } from '../../../../core/ports/sealer.ts'
import { agent, openStage, reachStory, type Stage } from '../../../build/stage.ts'

const filled = async () => {
  const stage = await openStage()
  const cases = []
  for (const chat of ['1', '2']) {
    const person = stage.person(chat)
    await reachStory(person)
    await person.sendsFile(new Uint8Array(1000))
    await stage.workAll()
    cases.push((await person.book()).row)
  }
  return { stage, erased: cases[0]!, kept: cases[1]! }
}

const run = ({ ports, casebook, keys }: Stage, other: KeyStore = keys) =>
  reconcileErased(ports, casebook, other)

const faultsOf = async ({ ports, keys }: Stage): Promise<string[]> => {
  const faults: string[] = []
  for await (const fault of verifyStore({ ...ports, keys })) faults.push(describeFault(fault))
  return faults
}

describe('store and keys of different days', () => {
  test('of one day are left as they are', async () => {
    const { stage, erased, kept } = await filled()
    await stage.desk.erase(erased.code, 'operator', 'r')
    expect(await run(stage)).toEqual({ destroyed: [], buried: [], listed: 0 })
    expect(await stage.keys.get(kept.caseId)).toBeInstanceOf(Uint8Array)
  })

  test('older keys: what the ledger says is erased is destroyed again, and nothing else', async () => {
    const { stage, erased, kept } = await filled()
    const old = makeMemoryKeys()
    for (const { caseId } of [erased, kept])
      await old.keep(caseId, (await stage.keys.get(caseId)) as Uint8Array)
    await stage.desk.erase(erased.code, 'operator', 'r')
    const { destroy } = stage.sealer
    Object.assign(stage.sealer, {
      destroy: async (caseId: CaseId) => (await destroy(caseId), old.destroy(caseId)),
    })
    expect(await run(stage, old)).toEqual({ destroyed: [erased.caseId], buried: [], listed: 0 })
    expect(await old.get(erased.caseId)).toBe('destroyed')
    expect(await old.get(kept.caseId)).toBeInstanceOf(Uint8Array)
    expect(await run(stage, old)).toEqual({ destroyed: [], buried: [], listed: 0 })
  })

  test('keys that never knew an erased case are told that it is', async () => {
    const { stage, erased } = await filled()
    await stage.desk.erase(erased.code, 'operator', 'r')
    const empty = makeMemoryKeys()
    const { destroy } = stage.sealer
    Object.assign(stage.sealer, {
      destroy: async (caseId: CaseId) => (await destroy(caseId), empty.destroy(caseId)),
    })
    expect((await run(stage, empty)).destroyed).toEqual([erased.caseId])
    expect(await empty.get(erased.caseId)).toBe('destroyed')
  })

  test('an older store: a case whose key is gone gets its tombstone, and its objects go, also where a hold stood then', async () => {
    const { stage, erased, kept } = await filled()
    await stage.desk.hold(erased.code, agent('Noor'), 'letter 9')
    await stage.keys.destroy(erased.caseId)
    stage.casebook.forget(erased.caseId)
    expect(await run(stage)).toEqual({ destroyed: [], buried: [erased.caseId], listed: 0 })
    expect(await stage.store.views.byId(erased.caseId)).toMatchObject({ status: 'erased' })
    const header = JSON.parse((await stage.store.ledger.read(erased.caseId)).at(-1)!.header) as object
    expect(header).toMatchObject({ kinds: ['case_erased'], by: 'restore', reason: 'key destroyed elsewhere' })
    expect(await faultsOf(stage)).toEqual([])
    expect(await stage.desk.open(kept.code)).not.toBe('erased')
    expect(await run(stage)).toEqual({ destroyed: [], buried: [], listed: 0 })
  })

  test('a row of the queue alone erases nothing: the ledger has to say so', async () => {
    const { stage, kept } = await filled()
    await stage.store.views.put({ ...kept, seq: kept.seq + 1, status: 'erased' })
    expect(await run(stage)).toEqual({ destroyed: [], buried: [], listed: 0 })
    expect(await stage.keys.get(kept.caseId)).toBeInstanceOf(Uint8Array)
  })

  test('a key that was destroyed for a case this store never had is passed over', async () => {
    const { stage } = await filled()
    await stage.keys.destroy('0'.repeat(26) as CaseId)
    expect(await run(stage)).toEqual({ destroyed: [], buried: [], listed: 0 })
  })
})
