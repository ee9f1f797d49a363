import { describe, expect, test } from 'vitest'
import { makeRefresh, startRefresh } from '../../bots/refresh.ts'
import { describeFault } from '../../core/custody/store-fault.ts'
import { verifyStore } from '../../core/custody/verify-case.ts'
import { verifyDeep } from '../../core/custody/verify-objects.ts'
import { putWords } from '../../core/services/casebook/refresh.ts'
import { eraseCase } from '../../core/services/erasure/erase.ts'
import { tokensOf } from '../../core/model/search-words.ts'
import { openSummary } from '../../core/services/casebook/summary.ts'
import { hours, instant } from '../../core/base/units.ts'
import { openStage, reachStory, type Stage } from '../build/stage.ts'
import { eventually } from '../patience.ts'

const faultsOf = async ({ ports, keys, casebook }: Stage): Promise<readonly string[]> => {
  const deep = verifyDeep({ ...ports, keys, viewRow: casebook.viewRow }, false)
  const faults: string[] = []
  for await (const fault of verifyStore({ ...ports, keys }, () => undefined, { deep }))
    faults.push(describeFault(fault))
  return faults
}

const rowOf = async (stage: Stage, chat: string) => {
  const row = await stage.store.views.byCode(await stage.person(chat).code())
  if (row === undefined) throw new Error('a case without a row')
  return row
}

/** Two people with a story each; the row of the first counts its words as a file, as `v` did. */
const stored = async (v: 2 | 'today') => {
  const stage = await openStage()
  for (const chat of ['1', '2']) {
    const person = stage.person(chat)
    await reachStory(person)
    await person.says('He has my pictures and wants money until tomorrow')
    await stage.workAll()
  }
  const row = await rowOf(stage, '1')
  const sealer = await stage.sealer.forCase(row.caseId)
  const summary = openSummary(row, sealer)
  const sealed = sealer.seal(`view:${row.caseId}`, v === 2 ? { ...summary, v } : summary)
  await stage.store.views.put({ ...row, evidence: row.evidence + 1, sealed })
  return { stage, row }
}

describe('a row of the queue that an earlier version wrote', () => {
  test('is named as such by whoever verifies, and is made again by a start, with no rebuild', async () => {
    const { stage, row } = await stored(2)
    expect(await faultsOf(stage)).toEqual([
      `case ${row.caseId} head: view_old (made by an earlier version; a running Amin makes it again)`,
    ])
    const running = startRefresh({ foundation: stage, owner: 'one' })
    await eventually(async () => expect((await rowOf(stage, '1')).evidence).toBe(row.evidence))
    await running.stop()
    expect(await faultsOf(stage)).toEqual([])
    expect((await makeRefresh({ foundation: stage, owner: 'two' }).turn()) && 'over').toBe('over')
  })

  test('is left to the process that is at it, and found by the next one where that is gone', async () => {
    const { stage, row } = await stored(2)
    const now = stage.clock.now()
    await stage.store.leases.take('refresh', { owner: 'other', now, until: instant(now + hours(1)) })
    const { turn } = makeRefresh({ foundation: stage, owner: 'one' })
    expect(await turn()).toBe(false)
    expect((await rowOf(stage, '1')).evidence).toBe(row.evidence + 1)
    stage.clock.advance(hours(2))
    expect(await turn()).toBe(false)
    expect((await rowOf(stage, '1')).evidence).toBe(row.evidence)
    expect(await turn()).toBe(true)
  })

  test('of a case that is erased while its words are read leaves nothing by which it could be found', async () => {
    const { stage, row } = await stored(2)
    const events = (await stage.casebook.read(row.caseId)).events.flat()
    const tokens = tokensOf(stage.ports.hasher, events).slice(0, 1)
    expect((await stage.store.search.find(tokens, 9)).cases).toContain(row.caseId)
    const put: typeof stage.store.search.put = async (...given) => {
      await eraseCase(stage.ports, stage.casebook, row.code, 'admin', 'asked for')
      await stage.store.search.put(...given)
    }
    const store = { ...stage.store, search: { ...stage.store.search, put } }
    await putWords({ store, hasher: stage.ports.hasher }, row.caseId, events)
    expect((await stage.store.search.find(tokens, 9)).cases).not.toContain(row.caseId)
  })

  test('never takes the place of a newer one, and what this version wrote is not touched: a fault in it stays found', async () => {
    const { stage, row } = await stored('today')
    expect(await makeRefresh({ foundation: stage, owner: 'one' }).turn()).toBe(true)
    expect(await faultsOf(stage)).toEqual([`case ${row.caseId} head: view_differs`])
  })
})
