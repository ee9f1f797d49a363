import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { networkIdOf, type CaseCode, type CaseId, type NetworkId } from '../../../../core/base/ids.ts'
import type { DeskAgent } from '../../../../core/base/member.ts'
import { hours } from '../../../../core/base/units.ts'
import { verifyStore } from '../../../../core/custody/verify-case.ts'
import { emptyNetwork, type NetworkState } from '../../../../core/model/network.ts'
import type { CaseRow } from '../../../../core/ports/store/views.ts'
import { rebuildViews } from '../../../../core/services/casebook/rebuild.ts'
import { BONDS, seenOf, type Bond, type NetworkNode } from '../../../../core/services/linkage/networks.ts'
import { arrange, type NetworkShown } from '../../../../core/services/networks/arrange.ts'
import { makeNetworkBook, type NetworkRead } from '../../../../core/services/networks/book.ts'
import type { NetworkAct } from '../../../../core/services/networks/desk.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'
import { runs } from '../../../property/runs.ts'

type Told = Person & { readonly caseId: CaseId; readonly caseCode: CaseCode }

describe('a network that people decide of', () => {
  const mona = agent('mona')
  let stage: Stage
  let people = 0
  beforeEach(async () => {
    stage = await openStage()
    people = 0
  })
  const tells = async (text: string): Promise<Told> => {
    people += 1
    const who = stage.person(String(people))
    await reachStory(who)
    await who.says(text)
    await stage.workAll()
    const { row } = await who.book()
    return { ...who, caseId: row.caseId, caseCode: row.code }
  }
  const codes = (...all: readonly Told[]) => all.map(({ caseCode }) => caseCode)
  const list = (reader?: DeskAgent) => stage.desk.networks.list(reader)
  const told = async (reader?: DeskAgent) =>
    (await list(reader)).map(
      ({ standing, members, proposed }) =>
        [
          standing,
          members.map(({ row }) => row.code),
          ...(proposed.length === 0 ? [] : [proposed.map(({ row }) => row.code)]),
        ] as const,
    )
  const confirm = async (...all: readonly Told[]): Promise<NetworkId> => {
    const outcome = await stage.desk.networks.confirm(mona, codes(...all), 'the same number')
    if (outcome.status !== 'done') throw new Error(outcome.status)
    return outcome.key
  }
  const act = (key: NetworkId, what: NetworkAct) => stage.desk.networks.act(mona, key, what)
  const one = async (key: NetworkId): Promise<NetworkShown> => {
    const found = await stage.desk.networks.find(undefined, key)
    if (found === undefined) throw new Error('not found')
    return found
  }
  const three = async (): Promise<readonly [Told, Told, Told]> => [
    await tells('he writes from 0770 123 4567'),
    await tells('his number is 07701234567'),
    await tells('it is 0770 123 4567 who wants money'),
  ]
  const hide = (who: Told) =>
    stage.casebook.append(who.caseId, () => ({
      actor: 'system',
      events: [{ type: 'case_transferred', agent: mona.id, to: { team: 'elsewhere' } }],
    }))

  test('stands as they decided it, whatever the computer suspects of its cases', async () => {
    const [amal, sara, noor] = await three()
    expect(await told()).toEqual([['suspected', codes(amal, sara, noor)]])
    const key = await confirm(amal, sara)
    expect(await told()).toEqual([['confirmed', codes(amal, sara), codes(noor)]])
    await act(key, { do: 'add', code: noor.caseCode, reason: 'the same voice' })
    expect(await told()).toEqual([['confirmed', codes(amal, sara, noor)]])
    await act(key, { do: 'remove', code: sara.caseCode, reason: 'another matter' })
    expect(await told()).toEqual([['confirmed', codes(amal, noor)]])
  })

  test('goes from state to state with who decided it and why, and who looks is written down once a shift', async () => {
    const [amal, sara] = [await tells('it is 0770 123 4567'), await tells('07701234567 again')]
    const key = await confirm(amal, sara)
    await act(key, { do: 'lead', agent: mona.id })
    await act(key, { do: 'investigate', reason: 'we asked the bank' })
    expect((await one(key)).standing).toBe('investigated')
    await act(key, { do: 'give', authority: 'Court of Karkh', reference: '12/2026' })
    await act(key, { do: 'dismantle', day: '2025-12-30', source: 'the police' })
    const begun = stage.clock.now()
    for (let n = 0; n < 3; n += 1) await stage.desk.networks.show(mona, key, begun)
    const { decided, standing, lead } = await one(key)
    expect([standing, lead, decided?.given?.reference, decided?.dismantled?.day]).toEqual([
      'dismantled',
      mona.id,
      '12/2026',
      '2025-12-30',
    ])
    const kinds = (await stage.store.ledger.read(key)).map(({ header }) => JSON.parse(header).kinds[0])
    expect(kinds).toEqual([
      'network_confirmed',
      'network_led',
      'network_investigated',
      'network_given',
      'network_dismantled',
      'network_viewed',
    ])
    const entries = async () => (await stage.store.ledger.read(key)).length
    await stage.desk.networks.show(agent('noor'), key, begun)
    expect(await entries()).toBe(7)
    stage.clock.advance(hours(24))
    await stage.desk.networks.show(mona, key, stage.clock.now())
    expect(await entries()).toBe(8)
  })

  test('is refused what makes no sense, and nothing is written then', async () => {
    const [amal, sara, noor] = await three()
    const key = await confirm(amal, sara)
    const entries = async () => (await stage.store.ledger.read(key)).length
    const refusals: readonly (readonly [NetworkAct, string])[] = [
      [{ do: 'remove', code: sara.caseCode, reason: 'x' }, 'too_few'],
      [{ do: 'split', codes: codes(amal, sara), reason: 'x' }, 'too_few'],
      [{ do: 'add', code: sara.caseCode, reason: 'x' }, 'already'],
      [{ do: 'add', code: noor.caseCode, reason: ' ' }, 'reason_required'],
      [{ do: 'dismantle', day: '2031-01-01', source: 'x' }, 'day_invalid'],
      [{ do: 'dismantle', day: '2026-02-31', source: 'x' }, 'day_invalid'],
    ]
    for (const [what, why] of refusals)
      expect(await act(key, what), JSON.stringify(what)).toEqual({ status: 'refused', why })
    expect(await act(key, { do: 'add', code: 'ZZZZZZZZ' as CaseCode, reason: 'x' })).toEqual({
      status: 'unknown',
    })
    expect(await entries()).toBe(1)
    await act(key, { do: 'dissolve', reason: 'two matters' })
    expect(await act(key, { do: 'investigate', reason: 'x' })).toEqual({ status: 'refused', why: 'ended' })
  })

  test('that was dissolved is not suspected again, until another case comes to it', async () => {
    const amal = await tells('he writes from 0770 123 4567')
    const sara = await tells('his number is 07701234567')
    await act(await confirm(amal, sara), { do: 'dissolve', reason: 'a shop that both use' })
    expect(await told()).toEqual([['dissolved', codes(amal, sara)]])
    const noor = await tells('it is 0770 123 4567 who wants money')
    expect((await told()).map(([standing, members]) => [standing, members.length])).toEqual([
      ['suspected', 3],
      ['dissolved', 2],
    ])
    expect(noor.caseCode).toBeDefined()
  })

  test('splits and merges, also where the work ended between its two ledgers', async () => {
    const [a, b, c] = await three()
    const d = await tells('07701234567 again')
    const key = await confirm(a, b, c, d)
    const split = await act(key, { do: 'split', codes: codes(c, d), reason: 'another voice' })
    expect(split.status).toBe('done')
    expect(new Set((await told()).map(([, members]) => members.join(' ')))).toEqual(
      new Set([codes(a, b), codes(c, d)].map((members) => members.join(' '))),
    )
    const other = split.status === 'done' ? split.key : key
    await act(key, { do: 'merge', other, reason: 'the same after all' })
    expect(await told()).toEqual([['confirmed', codes(a, b, c, d)]])

    const book = makeNetworkBook(stage.ports)
    const into = networkIdOf(stage.ports.random.id())
    const half = { type: 'network_split', cases: [c.caseId, d.caseId], into, reason: 'x' } as const
    await book.append(key, () => ({ actor: `agent:${mona.id}`, events: [half] }))
    expect(await told()).toHaveLength(2)
    const cases = [c.caseId, d.caseId]
    const merged = { type: 'network_merged', other: into, cases, reason: 'x' } as const
    await makeNetworkBook(stage.ports).append(key, () => ({ actor: 'system', events: [merged] }))
    expect(await told()).toEqual([['confirmed', codes(a, b, c, d)]])
    expect((await stage.store.networks.byId(into))?.members).toEqual([])
  })

  test('survives that all views are made again, and its chain verifies with those of the cases', async () => {
    const [amal, sara, noor] = await three()
    const key = await confirm(amal, sara, noor)
    await act(key, { do: 'remove', code: noor.caseCode, reason: 'x' })
    const before = await told()
    await rebuildViews(stage.ports, stage.casebook, () => undefined)
    expect(await makeNetworkBook(stage.ports).rebuild()).toBe(1)
    expect(await told()).toEqual(before)
    const faults: unknown[] = []
    for await (const fault of verifyStore(stage.ports)) faults.push(fault)
    expect(faults).toEqual([])
    await stage.store.networks.clear()
    for await (const fault of verifyStore(stage.ports)) faults.push(fault)
    expect(faults).toEqual([{ what: 'head', caseId: key, fault: 'view_missing' }])
  })

  test('loses an erased case in the commit of its tombstone, and is dissolved when one is left', async () => {
    const [amal, sara, noor] = await three()
    const key = await confirm(amal, sara, noor)
    await stage.desk.erase(noor.caseCode, 'an operator', 'asked')
    expect((await stage.store.networks.byId(key))?.members.toSorted()).toEqual(
      [amal.caseId, sara.caseId].toSorted(),
    )
    expect(await told()).toEqual([['confirmed', codes(amal, sara)]])
    await makeNetworkBook(stage.ports).rebuild()
    expect((await stage.store.networks.byId(key))?.members).toHaveLength(2)
    await stage.desk.erase(sara.caseCode, 'an operator', 'asked')
    expect(await told()).toEqual([])
    expect((await makeNetworkBook(stage.ports).load(key))?.state.standing).toBe('dissolved')
  })

  test('is nothing to who may see fewer than two of its cases, and whole cases less to who misses some', async () => {
    const [amal, sara, noor] = await three()
    const key = await confirm(amal, sara, noor)
    const { row } = await amal.book()
    const reader = { ...agent('layla'), teams: [row.team] }
    await hide(noor)
    expect(await told(reader)).toEqual([['confirmed', codes(amal, sara)]])
    await hide(sara)
    expect(await told(reader)).toEqual([])
    expect(await stage.desk.networks.show(reader, key, stage.clock.now())).toBeUndefined()
    expect(await stage.desk.networks.act(reader, key, { do: 'dissolve', reason: 'x' })).toEqual({
      status: 'unknown',
    })
    expect(await stage.desk.networks.confirm(reader, codes(amal, sara), 'x')).toEqual({ status: 'unknown' })
  })

  test('that was dismantled raises an alarm for a case that comes after, once, until somebody answers', async () => {
    const [amal, sara] = [
      await tells('he writes from 0770 123 4567'),
      await tells('his number is 07701234567'),
    ]
    const key = await confirm(amal, sara)
    const day = new Date(stage.clock.now()).toISOString().slice(0, 10)
    await act(key, { do: 'dismantle', day, source: 'the police' })
    stage.clock.advance(hours(48))
    const noor = await tells('it is 0770 123 4567 who wants money')
    await noor.says('07701234567 again')
    await stage.workAll()
    const alarms = async () => (await one(key)).alarms.map(({ row }) => row.code)
    expect(await alarms()).toEqual(codes(noor))
    await act(key, { do: 'answer', code: noor.caseCode, reason: 'an old chat' })
    expect(await alarms()).toEqual([])
    await noor.says('0770 123 4567 once more')
    await stage.workAll()
    expect(await alarms()).toEqual([])
  })
})

const MOST = 10
const row = (n: number): CaseRow =>
  ({ caseId: `C${n}`, code: `CODE${n}`, openedAt: n, lastAt: n }) as unknown as CaseRow
const idOf = (n: number): CaseId => row(n).caseId
const pairs = fc.array(
  fc.tuple(fc.nat(MOST - 1), fc.nat(MOST - 1), fc.constantFrom<Bond>(...BONDS)).filter(([a, b]) => a !== b),
  { maxLength: 25 },
)
const decisions = fc.array(
  fc.record({
    members: fc.uniqueArray(fc.nat(MOST - 1), { minLength: 2 }),
    removed: fc.uniqueArray(fc.nat(MOST - 1), { maxLength: 2 }),
    standing: fc.constantFrom<NetworkState['standing']>('confirmed', 'dismantled', 'dissolved', 'over'),
  }),
  { maxLength: 3 },
)

test('whatever cases somebody may see, a case out of their sight changes nothing of any network', () => {
  fc.assert(
    fc.property(pairs, decisions, fc.uniqueArray(fc.nat(MOST - 1)), (edges, decided, sight) => {
      const nodes = new Map<CaseId, NetworkNode>()
      for (const [a, b, by] of edges) {
        const node = nodes.get(idOf(a)) ?? { bonds: new Map(), figures: {}, services: [] }
        nodes.set(idOf(a), { ...node, bonds: new Map([...node.bonds, [idOf(b), new Set([by])]]) })
      }
      const seen = seenOf(sight.map(row), nodes)
      const readsOf = (isKnown: (n: number) => boolean): readonly NetworkRead[] =>
        decided.map(({ members, removed, standing }, n) => ({
          state: {
            ...emptyNetwork(networkIdOf(`0${n}`)),
            standing,
            members: members.filter(isKnown).map(idOf),
            removed: removed.filter(isKnown).map(idOf),
          },
          live: members.filter(isKnown).map(idOf),
        }))
      const plain = (reads: readonly NetworkRead[]) =>
        arrange(seen, reads).map(({ decided: _state, ...shown }) => shown)
      expect(plain(readsOf(() => true))).toEqual(plain(readsOf((n) => sight.includes(n))))
    }),
    runs(250),
  )
})
