import {
  array,
  assert as assertLaw,
  asyncProperty,
  constantFrom,
  integer,
  option,
  record,
  subarray,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitsFilter } from '../../core/services/agents/filter.ts'
import { SEVERITIES } from '../../core/base/severity.ts'
import type { CaseCode, CaseId } from '../../core/base/ids.ts'
import type { CaseFilter, CaseRow, Views } from '../../core/ports/store/views.ts'
import { aCase, aCaseRow, aCommit, anAgent, at, type StoreWorld } from './store-builders.ts'

export const describeViews = (world: () => StoreWorld): void =>
  void describe('views', () => {
    const views = (): Views => world().store.views
    const put = async (name: string, named: Partial<CaseRow>, seq = 1): Promise<CaseId> => {
      await views().put(aCaseRow(aCase(name), seq, named))
      return aCase(name)
    }
    const listed = async (filter: CaseFilter = {}, limit = 100): Promise<string> =>
      (await views().list(filter, { limit })).rows.map(({ caseId }) => caseId.replace(/0+$/, '')).join(' ')
    /** Every page, one after the other. */
    const paged = async (filter: CaseFilter, limit: number): Promise<readonly CaseRow[]> => {
      const all: CaseRow[] = []
      let cursor: string | undefined
      do {
        const page = await views().list(filter, { limit, ...(cursor === undefined ? {} : { cursor }) })
        expect(page.rows.length).toBeLessThanOrEqual(limit)
        all.push(...page.rows)
        cursor = page.cursor
      } while (cursor !== undefined)
      return all
    }

    test('the queue goes by severity, then longest waiting, then those who do not wait by newest activity, then id', async () => {
      await put('I', { severity: 'P1', lastAt: at(9) })
      await put('H', { severity: 'P1', waitingSince: at(8), status: 'waiting' })
      await put('G', { severity: 'P1', waitingSince: at(7), status: 'agent' })
      await put('F', { severity: 'P2', lastAt: at(5) })
      await put('E', { severity: 'P2', lastAt: at(6), status: 'closed' })
      await put('C', { severity: 'P4', lastAt: at(6) })
      await put('B', { severity: 'P4', lastAt: at(6), status: 'agent' })
      expect(await listed()).toBe('G H I E F B C')
    })

    test('filters narrow the queue, alone and together', async () => {
      await put('A', { status: 'waiting', severity: 'P1', team: 'north', assignee: anAgent('layla') })
      await put('B', { status: 'waiting', severity: 'P2', team: 'south' })
      await put('C', { status: 'bot', severity: 'P2', team: 'north' })
      await put('D', { status: 'closed', severity: 'P3', team: 'north', assignee: anAgent('omar') })
      expect(await listed({ status: ['waiting'] })).toBe('A B')
      expect(await listed({ status: ['closed', 'bot', 'bot'] })).toBe('C D')
      expect(await listed({ status: [] })).toBe('')
      expect(await listed({ severity: ['P2', 'P3'] })).toBe('B C D')
      expect(await listed({ severity: [] })).toBe('')
      expect(await listed({ team: 'north' })).toBe('A C D')
      expect(await listed({ assignee: anAgent('omar') })).toBe('D')
      expect(await listed({ status: ['waiting', 'bot'], severity: ['P2'], team: 'north' })).toBe('C')
      expect(await listed({ team: "north' OR 1=1 --" })).toBe('')
    })

    test('filters by language and by the time of a case: opened before the end, something happened since the beginning', async () => {
      await put('A', { openedAt: at(0), lastAt: at(10), language: 'ckb' })
      await put('B', { openedAt: at(20), lastAt: at(30), status: 'waiting' })
      expect(await listed({ language: 'ckb' })).toBe('A')
      expect(await listed({ from: at(10) })).toBe('B A')
      expect(await listed({ from: at(11) })).toBe('B')
      expect(await listed({ to: at(20) })).toBe('A')
      expect(await listed({ to: at(21), from: at(30) })).toBe('B')
      expect(await listed({ language: 'en', from: at(0) })).toBe('')
    })

    test('several rows are given at once, each once, without those that are not there', async () => {
      const [a, b] = [await put('A', { team: 'north' }), await put('B', {})]
      const rows = await views().byIds([b, a, b, aCase('unknown')])
      expect(rows.map(({ caseId }) => caseId).sort()).toEqual([a, b])
      expect(rows.find(({ caseId }) => caseId === a)).toEqual(await views().byId(a))
      expect(await views().byIds([])).toEqual([])
    })

    test('cases are found by the marks they share, while they have them', async () => {
      await put('A', { marks: ['m1', 'm2'] }, 1)
      await put('B', { marks: ['m2'] }, 1)
      await put('C', { marks: [] }, 1)
      expect([...(await views().marked(['m2'], 9))].sort()).toEqual([aCase('A'), aCase('B')].sort())
      expect(await views().marked(['m1', 'm2'], 9)).toHaveLength(2)
      expect(await views().marked(['m1', 'm2'], 1)).toHaveLength(1)
      expect(await views().marked(['m'], 9)).toEqual([])
      expect(await views().marked([], 9)).toEqual([])
      await put('A', { marks: ['m1'] }, 2)
      await put('B', { marks: ['m1'] }, 0)
      expect(await views().marked(['m2'], 9)).toEqual([aCase('B')])
      expect((await views().byId(aCase('A')))?.marks).toEqual(['m1'])
      await views().clear()
      expect(await views().marked(['m1', 'm2'], 9)).toEqual([])
    })

    test('a team sees what it leads and what it has a copy of, and nothing that only reads like it', async () => {
      await put('A', { team: 'north', copies: ['south', 'west'] })
      await put('B', { team: 'south', status: 'waiting' })
      await put('C', { team: 'west', copies: ['southern', 'no"rth'], status: 'closed' })
      expect(await listed({ team: 'south' })).toBe('A B')
      expect(await listed({ team: 'west' })).toBe('A C')
      expect(await listed({ team: 'no"rth' })).toBe('C')
      expect(await listed({ team: 'south', status: ['bot'] })).toBe('A')
      for (const team of ['sou', 'south,west', '["south","west"]', 'south","west', '%', ''])
        expect(await listed({ team })).toBe('')
    })

    test('a member sees cases of their teams and what they hold, and nothing of a team that is kept from them', async () => {
      const [layla, omar] = [anAgent('layla'), anAgent('omar')]
      await put('A', { team: 'north' })
      await put('B', { team: 'south', copies: ['north'] })
      await put('C', { team: 'south' })
      await put('D', { team: 'south', status: 'agent', assignee: layla })
      await put('E', { team: 'north', copies: ['small'], status: 'waiting' })
      await put('F', { team: 'small', copies: ['north'], status: 'closed' })
      await put('G', { team: 'small', status: 'agent', assignee: layla })
      await put('H', { team: 'north', status: 'agent', assignee: omar })
      const sight = { teams: ['north'], without: ['small'], agent: layla }
      expect(await listed({ sight })).toBe('A B D G H')
      expect(await listed({ sight: { ...sight, without: [] } })).toBe('A B D E F G H')
      expect(await listed({ sight: { ...sight, teams: [] } })).toBe('D G')
      expect(await listed({ sight: { ...sight, teams: ['small', 'north'], without: [], agent: omar } })).toBe(
        'A B E F G H',
      )
      expect(await listed({ sight, team: 'south' })).toBe('B D')
      expect(await listed({ sight, status: ['agent'], assignee: omar })).toBe('H')
      expect(await listed({ sight: { ...sight, teams: ['nor', 'north" OR 1=1'] } })).toBe('D G')
    })

    test('pages of what a member may see are full although most cases are kept from them', async () => {
      for (let i = 0; i < 30; i++)
        await put(`p${i}q`, { team: i % 10 === 0 ? 'north' : 'south', severity: i % 2 === 0 ? 'P2' : 'P3' })
      const sight = { teams: ['north'], without: [], agent: anAgent('layla') }
      expect((await views().list({ sight }, { limit: 2 })).rows).toHaveLength(2)
      expect(await paged({ sight }, 2)).toHaveLength(3)
    })

    test('a copy that was taken back shows the case no more', async () => {
      await put('A', { team: 'north', copies: ['south'] }, 1)
      await put('A', { team: 'north', copies: [] }, 2)
      expect(await listed({ team: 'south' })).toBe('')
      expect((await views().byId(aCase('A')))?.copies).toEqual([])
    })

    test('a case is found by the beginning of its code, and by nothing that only looks like one', async () => {
      await put('A', { code: 'ABCD2345' as CaseCode })
      await put('B', { code: 'ABCE2345' as CaseCode, status: 'closed' })
      await put('C', { code: 'ZZZZ2345' as CaseCode })
      expect(await listed({ code: 'ABC' })).toBe('A B')
      expect(await listed({ code: 'ABCE2345' })).toBe('B')
      expect(await listed({ code: 'ABC', status: ['closed'] })).toBe('B')
      expect(await listed({ code: '' })).toBe('A B C')
      for (const code of ['%', '_BC', 'A*', 'BCD', 'ABCD2345X']) expect(await listed({ code })).toBe('')
    })

    test('byCode and byId give the whole row, with what is not set left out', async () => {
      const row = aCaseRow(aCase('A'), 3, {
        waitingSince: at(1),
        dueAt: at(300),
        assignee: anAgent('layla'),
        copies: ['west', 'east'],
      })
      const bare = aCaseRow(aCase('B'), 1)
      await views().put(row)
      await views().put(bare)
      expect(await views().byId(row.caseId)).toEqual(row)
      expect(await views().byCode(bare.code)).toEqual(bare)
      expect(Object.keys((await views().byId(bare.caseId))!)).not.toContain('assignee')
      expect(Object.keys((await views().byId(bare.caseId))!)).not.toContain('dueAt')
      expect(await views().byId(aCase('unknown'))).toBeUndefined()
      expect(await views().byCode('NONE0000' as CaseCode)).toBeUndefined()
    })

    test('pages cover the queue without a gap or a repeat, of whatever size and filter', async () => {
      for (let i = 0; i < 57; i++) {
        await put(`p${i}q`, {
          severity: (['P1', 'P2', 'P3'] as const)[i % 3]!,
          status: (['bot', 'waiting', 'agent', 'closed'] as const)[i % 4]!,
          ...(i % 2 === 0 ? { waitingSince: at(i % 5) } : {}),
          lastAt: at(i % 7),
        })
      }
      for (const filter of [
        {},
        { status: ['waiting', 'closed'] },
        { severity: ['P2'] },
        { team: 'first', status: ['agent'] },
      ] as CaseFilter[]) {
        const whole = (await views().list(filter, { limit: 1000 })).rows
        for (const limit of [1, 2, 19, 57]) expect(await paged(filter, limit)).toEqual(whole)
      }
    })

    test('no cursor is given after the last row', async () => {
      await put('A', {})
      await put('B', {})
      expect((await views().list({}, { limit: 2 })).cursor).toBeUndefined()
      expect((await views().list({}, { limit: 1 })).cursor).toBeDefined()
    })

    test('a cursor stays good where its row has moved or gone ahead', async () => {
      await put('A', { lastAt: at(30) })
      await put('B', { lastAt: at(20) })
      await put('C', { lastAt: at(10) })
      const { cursor } = await views().list({}, { limit: 2 })
      await put('B', { lastAt: at(99) }, 2)
      const { rows } = await views().list({}, { limit: 2, cursor: cursor! })
      expect(rows.map(({ caseId }) => caseId)).toEqual([aCase('C')])
    })

    test.each(['', 'nonsense', '{}', "P1.0.1.x' --", 'null'])(
      'a cursor that cannot be read (%s) gives nothing, and that is told',
      async (cursor) => {
        await put('A', {})
        expect(await views().list({}, { limit: 9, cursor })).toEqual({ rows: [], stray: true })
      },
    )

    test('a row never replaces one of a higher seq; of an equal one it does', async () => {
      await put('A', { team: 'new' }, 5)
      await put('A', { team: 'old' }, 4)
      expect((await views().byId(aCase('A')))?.team).toBe('new')
      await put('A', { team: 'same' }, 5)
      expect((await views().byId(aCase('A')))?.team).toBe('same')
      expect(await listed({ team: 'new' })).toBe('')
    })

    test('what is no longer so is no longer shown', async () => {
      await put(
        'A',
        { assignee: anAgent('layla'), waitingSince: at(1), dueAt: at(9), copies: ['west'], status: 'agent' },
        1,
      )
      await put('A', { status: 'closed' }, 2)
      expect(await views().byId(aCase('A'))).toEqual(aCaseRow(aCase('A'), 2, { status: 'closed' }))
      expect(await listed({ status: ['agent'] })).toBe('')
    })

    test('counts tell every status', async () => {
      expect(await views().counts()).toEqual({ bot: 0, waiting: 0, agent: 0, closed: 0, erased: 0 })
      await put('A', { status: 'waiting' })
      await put('B', { status: 'waiting' })
      await put('C', { status: 'erased' })
      await put('B', { status: 'agent' }, 2)
      expect(await views().counts()).toEqual({ bot: 0, waiting: 1, agent: 1, closed: 0, erased: 1 })
    })

    test('open cases are counted for a team, and for who sees them, and closed ones never', async () => {
      const of = async (of: Parameters<Views['openCounts']>[0]) =>
        Object.values(await views().openCounts(of)).join()
      await put('A', { status: 'waiting', team: 'violence' })
      await put('B', { status: 'waiting', team: 'minors', copies: ['violence'] })
      await put('C', { status: 'agent', team: 'account', assignee: anAgent('noor') })
      await put('D', { status: 'bot', team: 'intake' })
      await put('E', { status: 'closed', team: 'violence' })
      await put('F', { status: 'erased', team: 'violence' })
      expect(await views().openCounts({})).toEqual({ bot: 1, waiting: 2, agent: 1 })
      expect(await of({ team: 'violence' })).toBe('0,2,0')
      const sight = { teams: ['intake', 'violence'], without: ['minors'], agent: anAgent('noor') }
      expect(await of({ sight })).toBe('1,1,1')
      expect(await of({ sight, team: 'account' })).toBe('0,0,1')
      expect(await of({ sight: { ...sight, agent: anAgent('reem') } })).toBe('1,1,0')
    })

    test('law: open cases are counted as if each were looked at, whatever became of them', async () => {
      const team = constantFrom('first', 'second', 'third')
      const change = record({
        name: constantFrom('A', 'B', 'C', 'D'),
        status: constantFrom('bot', 'waiting', 'agent', 'closed', 'erased'),
        team,
        copies: subarray(['first', 'second']),
        assignee: option(constantFrom(anAgent('noor'), anAgent('reem'))),
      })
      const agent = anAgent('noor')
      const asked = record({
        team: option(team),
        teams: option(subarray(['first', 'second'])),
        without: subarray(['third', 'second']),
      })
      await assertLaw(
        asyncProperty(
          array(change, { maxLength: 12 }),
          asked,
          async (changes, { team: wanted, teams, without }) => {
            await views().clear()
            const rows = new Map<string, CaseRow>()
            for (const [n, { name, assignee, ...rest }] of changes.entries()) {
              const row = aCaseRow(aCase(name), n + 1, {
                ...rest,
                ...(assignee === null ? {} : { assignee }),
              })
              await views().put(row)
              rows.set(name, row)
            }
            const of = {
              ...(wanted === null ? {} : { team: wanted }),
              ...(teams === null ? {} : { sight: { teams, without, agent } }),
            }
            const looked = [...rows.values()].filter((row) => fitsFilter(row, of))
            const count = (status: CaseRow['status']): number =>
              looked.filter((row) => row.status === status).length
            expect(await views().openCounts(of)).toEqual({
              bot: count('bot'),
              waiting: count('waiting'),
              agent: count('agent'),
            })
          },
        ),
        { numRuns: 60 },
      )
    })

    test('views can be dropped and filled again, and follow commits afterwards', async () => {
      await world().store.ledger.commit(aCommit(aCase('A'), 1))
      await views().clear()
      expect(await listed()).toBe('')
      await put('A', {}, 1)
      await world().store.ledger.commit(aCommit(aCase('A'), 2))
      expect((await views().byId(aCase('A')))?.seq).toBe(2)
    })

    test('law: any queue, read in pages, is the sorted whole of what the filter asks for and the member sees', async () => {
      const row = record({
        severity: constantFrom(...SEVERITIES),
        status: constantFrom('bot', 'waiting', 'agent', 'closed', 'erased'),
        waiting: option(integer({ min: 0, max: 3 })),
        last: integer({ min: 0, max: 3 }),
        team: constantFrom('first', 'second', 'third'),
        copies: subarray(['first', 'second']),
        assignee: option(constantFrom(anAgent('noor'), anAgent('reem'))),
      })
      const asked = record({
        severity: option(subarray([...SEVERITIES])),
        team: option(constantFrom('first', 'second', 'third')),
        from: option(integer({ min: 0, max: 4 })),
        sight: option(
          record({
            teams: subarray(['first', 'second']),
            without: subarray(['second', 'third']),
            agent: constantFrom(anAgent('noor')),
          }),
        ),
      })
      const key = ({ severity, waitingSince, lastAt, caseId }: CaseRow): readonly (string | number)[] => [
        severity,
        waitingSince === undefined ? 1 : 0,
        waitingSince ?? 0 - lastAt,
        caseId,
      ]
      const order = (a: CaseRow, b: CaseRow): number => {
        const [one, two] = [key(a), key(b)]
        const i = one.findIndex((part, n) => part !== two[n])
        return i === -1 ? 0 : one[i]! < two[i]! ? -1 : 1
      }
      await assertLaw(
        asyncProperty(
          array(row, { maxLength: 12 }),
          integer({ min: 1, max: 5 }),
          asked,
          async (rows, limit, { severity: wanted, team: named, from, sight }) => {
            await views().clear()
            const kept: CaseRow[] = rows.map(
              ({ severity, status, waiting, last, team, copies, assignee }, i) => ({
                ...aCaseRow(aCase(`R${(i * 7) % 13}V`), 1),
                severity,
                status,
                team,
                copies,
                lastAt: at(last),
                ...(waiting === null ? {} : { waitingSince: at(waiting) }),
                ...(assignee === null ? {} : { assignee }),
              }),
            )
            for (const each of kept) await views().put(each)
            const filter: CaseFilter = {
              ...(wanted === null ? {} : { severity: wanted }),
              ...(named === null ? {} : { team: named }),
              ...(from === null ? {} : { from: at(from) }),
              ...(sight === null ? {} : { sight }),
            }
            expect(await paged(filter, limit)).toEqual(
              kept.filter((each) => fitsFilter(each, filter)).sort(order),
            )
          },
        ),
        { numRuns: 60 },
      )
    })

    test('views outlive a restart', async () => {
      await put('A', { team: 'north' })
      expect((await (await world().reopen()).views.byId(aCase('A')))?.team).toBe('north')
    })
  })
