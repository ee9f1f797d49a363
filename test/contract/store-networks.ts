import { describe, expect, test } from 'vitest'
import type { NetworkRow } from '../../core/ports/store/networks.ts'
import type { Store } from '../../core/ports/store/store.ts'
import {
  aCase,
  aCaseRow,
  aCommit,
  aNetwork,
  aNetworkCommit,
  aNetworkRow,
  collect,
  type StoreWorld,
} from './store-builders.ts'

const [A, B, C] = [aCase('A'), aCase('B'), aCase('C')]
const [N, M] = [aNetwork('N'), aNetwork('M')]

const named = (rows: readonly NetworkRow[]): readonly string[] =>
  rows.map(
    ({ networkId, seq, members }) =>
      `${networkId.replaceAll(/^U|0+$/g, '')} ${seq} ${members.map((one) => one[0]).join('')}`,
  )

export const describeNetworks = (world: () => StoreWorld): void =>
  void describe('networks', () => {
    const store = (): Store => world().store
    const all = async (): Promise<readonly string[]> => named(await store().networks.list())

    test('a network is found by each case in it, and by no other', async () => {
      await store().ledger.commit(aNetworkCommit(N, 1, [B, A, B]))
      await store().ledger.commit(aNetworkCommit(M, 1, [C]))
      expect(await all()).toEqual(['M 1 C', 'N 1 AB'])
      expect(named(await store().networks.having([A]))).toEqual(['N 1 AB'])
      expect(named(await store().networks.having([A, B, C]))).toEqual(['M 1 C', 'N 1 AB'])
      expect(await store().networks.having([aCase('D')])).toEqual([])
      expect(await store().networks.having([])).toEqual([])
      expect(await store().networks.byId(N)).toStrictEqual(aNetworkRow(N, 1, [A, B]))
      expect(await store().networks.byId(aNetwork('never'))).toBeUndefined()
    })

    test('its ledger keeps one order, as that of a case does', async () => {
      expect(await store().ledger.commit(aNetworkCommit(N, 1, [A, B]))).toBe('done')
      expect(await store().ledger.commit(aNetworkCommit(N, 1, [C]))).toBe('conflict')
      expect(await store().ledger.commit(aNetworkCommit(N, 2, [A, C]))).toBe('done')
      expect((await store().ledger.read(N)).map(({ seq }) => seq)).toEqual([1, 2])
      expect(await all()).toEqual(['N 2 AC'])
      expect(await collect(store().ledger.cases())).toEqual([N])
    })

    test('a row never replaces one of a later entry', async () => {
      await store().networks.put(aNetworkRow(N, 2, [A, B]))
      await store().networks.put(aNetworkRow(N, 1, [C]))
      expect(await all()).toEqual(['N 2 AB'])
    })

    test('the commit that erases a case takes it out of every network', async () => {
      await store().ledger.commit(aCommit(A, 1))
      for (const id of [N, M]) await store().ledger.commit(aNetworkCommit(id, 1, [A, B]))
      await store().ledger.commit(aCommit(A, 2, { kinds: ['case_erased'], view: { status: 'erased' } }))
      expect(await all()).toEqual(['M 1 B', 'N 1 B'])
      expect(await store().networks.having([A])).toEqual([])
    })

    test('a case that is erased comes into no network again', async () => {
      await store().views.put(aCaseRow(A, 1, { status: 'erased' }))
      await store().ledger.commit(aNetworkCommit(N, 1, [A, B]))
      await store().networks.put(aNetworkRow(N, 2, [A, B, C]))
      expect(await all()).toEqual(['N 2 BC'])
    })

    test('its newest entry goes into the log of heads like that of a case', async () => {
      await store().ledger.commit(aCommit(A, 1))
      await store().ledger.commit(aNetworkCommit(N, 1, [A]))
      await store().ledger.commit(aNetworkCommit(N, 2, [A]))
      const changed = (await collect(store().custody.changed())).map(({ caseId, seq }) => `${caseId} ${seq}`)
      expect(new Set(changed)).toEqual(new Set([`${A} 1`, `${N} 2`]))
    })

    test('what a console reads of cases tells nothing of a network', async () => {
      await store().ledger.commit(aNetworkCommit(N, 1, [A, B]))
      expect(await store().feed.head()).toBe(0)
      expect((await store().views.list({}, { limit: 9 })).rows).toEqual([])
    })

    test('networks outlive a restart, can be removed, and put again', async () => {
      await store().ledger.commit(aNetworkCommit(N, 1, [A, B]))
      const after = await world().reopen()
      expect(named(await after.networks.list())).toEqual(['N 1 AB'])
      await after.networks.clear()
      expect(await after.networks.list()).toEqual([])
      expect(await after.networks.having([A])).toEqual([])
      await after.networks.put(aNetworkRow(N, 1, [A, B]))
      expect(named(await after.networks.having([B]))).toEqual(['N 1 AB'])
    })
  })
