import { describe, expect, test } from 'vitest'
import { MOST_TOKENS, type Search } from '../../core/ports/store/search.ts'
import { aCase, aCaseRow, aCommit, collect, type StoreWorld } from './store-builders.ts'

const token = (name: string): string => name.padEnd(11, '_')

export const describeSearch = (world: () => StoreWorld): void =>
  void describe('search', () => {
    const search = (): Search => world().store.search
    const found = async (...names: string[]): Promise<string> =>
      [...(await search().find(names.map(token), 100)).cases]
        .sort()
        .map((caseId) => caseId.replace(/0+$/, ''))
        .join(' ')
    const left = async (): Promise<number> => (await collect(world().store.transfer.read('words'))).length

    test('a case is found by all of its tokens together, and by none that it lacks', async () => {
      await search().put(aCase('A'), ['one', 'two', 'three'].map(token))
      await search().put(aCase('B'), ['two', 'three'].map(token))
      expect(await found('two', 'three')).toBe('A B')
      expect(await found('three', 'one', 'one')).toBe('A')
      expect(await found('two', 'four')).toBe('')
      expect(await found('tw')).toBe('')
      expect(await found()).toBe('')
    })

    test('tokens are added to those before, and the same again changes nothing', async () => {
      await world().store.views.put(aCaseRow(aCase('A'), 1))
      await search().put(aCase('A'), [token('one')])
      await search().put(aCase('A'), ['one', 'two', 'two'].map(token))
      await search().put(aCase('A'), [])
      expect(await found('one', 'two')).toBe('A')
      expect(await collect(world().store.transfer.read('words'))).toEqual([
        { caseId: aCase('A'), tokens: ['one', 'two'].map(token) },
      ])
    })

    test('it says whether there may be more than were asked for', async () => {
      for (const name of ['A', 'B', 'C']) await search().put(aCase(name), ['one', 'two'].map(token))
      for (const tokens of [['one'], ['one', 'two']]) {
        const some = await search().find(tokens.map(token), 2)
        expect(some.cases).toHaveLength(2)
        expect(some.whole).toBe(false)
        expect((await search().find(tokens.map(token), 3)).whole).toBe(true)
      }
    })

    const sharing = async (names: readonly string[], bounds = { least: 2, most: 9, limit: 9 }) =>
      (await search().sharing(names.map(token), bounds)).map(
        ({ caseId, common }) => `${caseId.replace(/0+$/, '')} ${common}`,
      )

    test('cases are found by how many of the tokens they share, those that share most first', async () => {
      await search().put(aCase('A'), ['one', 'two'].map(token))
      await search().put(aCase('B'), ['one', 'two', 'three', 'four'].map(token))
      await search().put(aCase('C'), ['three', 'else'].map(token))
      const asked = ['one', 'two', 'three', 'three', 'nobody']
      expect(await sharing(asked)).toEqual(['B 3', 'A 2'])
      expect(await sharing(asked, { least: 1, most: 9, limit: 9 })).toEqual(['B 3', 'A 2', 'C 1'])
      expect(await sharing(asked, { least: 1, most: 9, limit: 1 })).toEqual(['B 3'])
      expect(await sharing([])).toEqual([])
    })

    test('a token that too many cases have does not count as shared', async () => {
      for (const name of ['A', 'B', 'C']) await search().put(aCase(name), ['all', name].map(token))
      await search().put(aCase('D'), ['A', 'all'].map(token))
      const asked = ['all', 'A', 'B']
      expect((await sharing(asked, { least: 1, most: 3, limit: 9 })).toSorted()).toEqual([
        'A 1',
        'B 1',
        'D 1',
      ])
      expect((await sharing(asked, { least: 1, most: 4, limit: 9 })).toSorted()).toEqual([
        'A 2',
        'B 2',
        'C 1',
        'D 2',
      ])
    })

    test('what an erased case shared is found no more', async () => {
      for (const name of ['A', 'B'])
        await world().store.ledger.commit(aCommit(aCase(name), 1, { words: ['one', 'two'].map(token) }))
      await world().store.ledger.commit(
        aCommit(aCase('A'), 2, { kinds: ['case_erased'], view: { status: 'erased' } }),
      )
      expect(await sharing(['one', 'two'])).toEqual(['B 2'])
    })

    test('a flood of words leaves a case with a bounded number of them', async () => {
      await world().store.views.put(aCaseRow(aCase('A'), 1))
      const flood = Array.from({ length: MOST_TOKENS + 50 }, (_, i) => token(`w${i}`))
      await search().put(aCase('A'), flood.slice(0, MOST_TOKENS - 10))
      await search().put(aCase('A'), flood)
      await search().put(aCase('A'), [token('late'), token('w3')])
      expect(await found('w3', `w${MOST_TOKENS - 1}`)).toBe('A')
      expect(await found('late')).toBe('')
      expect((await collect(world().store.transfer.read('words')))[0]?.tokens).toHaveLength(MOST_TOKENS)
    })

    test('what a commit carries is found with it, and nothing is found of a commit that was not done', async () => {
      await world().store.ledger.commit(aCommit(aCase('A'), 1, { words: [token('one')] }))
      await world().store.ledger.commit(aCommit(aCase('A'), 2, { words: [token('two')] }))
      expect(await world().store.ledger.commit(aCommit(aCase('A'), 2, { words: [token('lost')] }))).toBe(
        'conflict',
      )
      expect(await found('one', 'two')).toBe('A')
      expect(await found('lost')).toBe('')
    })

    test('the commit that erases a case leaves none of its words', async () => {
      await world().store.ledger.commit(aCommit(aCase('A'), 1, { words: ['one', 'two'].map(token) }))
      await world().store.ledger.commit(aCommit(aCase('B'), 1, { words: [token('one')] }))
      await world().store.ledger.commit(
        aCommit(aCase('A'), 2, { kinds: ['case_erased'], view: { status: 'erased' } }),
      )
      expect(await found('one')).toBe('B')
      expect(await left()).toBe(1)
    })

    test('a case, or all, can be removed, and filled again', async () => {
      await world().store.ledger.commit(aCommit(aCase('A'), 1, { words: [token('one')] }))
      await world().store.ledger.commit(aCommit(aCase('B'), 1, { words: [token('one')] }))
      await search().remove(aCase('A'))
      await search().remove(aCase('never'))
      expect(await found('one')).toBe('B')
      await search().clear()
      expect(await left()).toBe(0)
      await search().put(aCase('A'), [token('one')])
      expect(await found('one')).toBe('A')
    })

    test('what cases are found by outlives a restart', async () => {
      await search().put(aCase('A'), [token('one')])
      expect((await (await world().reopen()).search.find([token('one')], 9)).cases).toEqual([aCase('A')])
    })
  })
