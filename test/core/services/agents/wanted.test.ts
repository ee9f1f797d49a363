import { expect, test } from 'vitest'
import { makeMemoryStore } from '../../../../adapters/memory/store.ts'
import type { AgentId, CaseCode, CaseId } from '../../../../core/base/ids.ts'
import { instant } from '../../../../core/base/units.ts'
import { emptyCase, type CaseState } from '../../../../core/model/state.ts'
import { rowOf } from '../../../../core/services/casebook/view.ts'
import { makeWanted } from '../../../../core/services/agents/wanted.ts'

const gone = 'agent-gone' as AgentId
const noor = 'agent-noor' as AgentId
const AT = instant(1000)
const MAY = { work: true, supervise: true, approve: true }

/** One look of Noor, who looks into no more cases than `most`. */
const look = async (most: number, works: readonly Partial<CaseState['work']>[]) => {
  const store = makeMemoryStore()
  const states = new Map<CaseId, CaseState>()
  for (const [i, work] of works.entries()) {
    const empty = emptyCase(`case-${i}` as CaseId)
    const state = { ...empty, code: `C${i}` as CaseCode, seq: 1, work: { ...empty.work, ...work } }
    states.set(state.caseId, state)
    await store.views.put(rowOf(state, {} as never, { sealed: new Uint8Array() } as never))
  }
  const wanted = makeWanted({
    store,
    casebook: { load: async (id) => states.get(id)! },
    rows: async () => ({ rows: [] }),
    isHiddenRow: async () => false,
    alarms: async () => [],
    most,
  })
  const found = await wanted({ id: noor, alias: 'Noor' }, MAY, { now: instant(2000), twoPersons: false })
  return found.wanted.map(({ kind, code }) => [kind, code])
}
const named = (whom: AgentId) => ({ mentions: [{ whom, by: 'agent-reem' as AgentId, note: '1.0', at: AT }] })
const help = { help: { agent: 'agent-reem' as AgentId, alias: 'Reem', text: 'come', at: AT } }

test('names of a member who is gone, however many, displace no call for help and nobody else’s names', async () => {
  expect(await look(1, [named(gone), named(gone), help, named(noor)])).toEqual([
    ['help', 'C2'],
    ['mention', 'C3'],
  ])
})

test('calls for help, however many, displace no name, and a case with both stands once as each', async () => {
  expect(await look(1, [help, help, named(noor)])).toEqual([
    ['help', 'C0'],
    ['mention', 'C2'],
  ])
  expect(await look(5, [{ ...help, ...named(noor) }])).toEqual([
    ['help', 'C0'],
    ['mention', 'C0'],
  ])
})
