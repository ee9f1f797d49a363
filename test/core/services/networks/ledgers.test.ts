import { beforeEach, describe, expect, test } from 'vitest'
import { Failure } from '../../../../core/base/failure.ts'
import type { NetworkId } from '../../../../core/base/ids.ts'
import { makeDesk } from '../../../../core/services/desk/make-desk.ts'
import { makeNetworkBook } from '../../../../core/services/networks/book.ts'
import type { NetworkAct } from '../../../../core/services/networks/desk.ts'
import { agent } from '../../../build/stage.ts'
import { codes, mona, openNetworks, type Networks, type Told } from './world.ts'

describe('ledgers of networks', () => {
  let world: Networks
  beforeEach(async () => {
    world = await openNetworks()
  })
  const errors = () => world.stage.log.lines.filter(({ level }) => level === 'error')

  test('of which one does not open: it is passed over and reported once, and the others stay as they are', async () => {
    const { stage, tells, confirm } = world
    const broken = await confirm(await tells(), await tells())
    const whole = await confirm(await tells(), await tells())
    const { sealer } = stage.ports
    const forCase: typeof sealer.forCase = (caseId) =>
      caseId === broken ? Promise.reject(new Failure('keys_missing')) : sealer.forCase(caseId)
    const ports = { ...stage.ports, sealer: { ...sealer, forCase } }
    const { networks } = makeDesk(ports, stage.casebook)
    for (let n = 0; n < 2; n += 1)
      expect((await networks.list(undefined)).map(({ key }) => key)).toContain(whole)
    expect(await networks.find(undefined, broken)).toBeUndefined()
    expect(await networks.alarms(mona)).toEqual([])
    expect(errors().map(({ fields }) => fields.caseId)).toEqual([broken])
    expect(await makeNetworkBook(ports).rebuild()).toBe(1)
  })

  test('none of which can be read stop neither a case nor the list of what waits, and the log says so', async () => {
    const { stage } = world
    const networks = { ...stage.store.networks, list: () => Promise.reject(new Error('no rows')) }
    const desk = makeDesk({ ...stage.ports, store: { ...stage.store, networks } }, stage.casebook)
    expect(await desk.networks.alarms(mona)).toEqual([])
    expect(errors()).toHaveLength(1)
  })

  describe('that two people change at once', () => {
    /** Another process writes this at the last moment: after the first was shown the network, before it writes. */
    const meanwhile = async (key: NetworkId, first: NetworkAct, other: () => Promise<unknown>) => {
      const { stage } = world
      let isLeft = true
      const commit: typeof stage.store.ledger.commit = async (what) => {
        if (isLeft && what.entry.caseId === key) {
          isLeft = false
          await other()
        }
        return stage.store.ledger.commit(what)
      }
      const store = { ...stage.store, ledger: { ...stage.store.ledger, commit } }
      return makeDesk({ ...stage.ports, store }, stage.casebook).networks.act(mona, key, first)
    }

    test('of two that take in each other one is left, with all the cases', async () => {
      const { tells, confirm, act, live } = world
      const people = [await tells(), await tells(), await tells(), await tells()] as const
      const [a, b] = [await confirm(people[0], people[1]), await confirm(people[2], people[3])]
      const merged = await meanwhile(a, { do: 'merge', other: b, reason: 'one voice' }, async () => {
        // The first half alone: that process ends there.
        const cases = people.slice(0, 2).map(({ caseId }) => caseId)
        const half = { type: 'network_merged', other: a, cases, reason: 'one number' } as const
        await makeNetworkBook(world.stage.ports).append(b, () => ({ actor: 'system', events: [half] }))
      })
      expect(merged).toEqual({ status: 'done', key: [a, b].toSorted()[0] })
      expect((await live()).map((one) => one.toSorted())).toEqual([codes(...people).toSorted()])
      const left = [a, b].toSorted()
      expect(await act(left[1] as NetworkId, { do: 'investigate', reason: 'x' })).toEqual({
        status: 'unknown',
      })
    })

    test('a case that came to one just before it went over into another goes with it', async () => {
      const { tells, confirm, act, live } = world
      const people = [await tells(), await tells(), await tells(), await tells()] as const
      const late = await tells()
      const [a, b] = [await confirm(people[0], people[1]), await confirm(people[2], people[3])]
      await meanwhile(a, { do: 'merge', other: b, reason: 'one voice' }, () =>
        act(b, { do: 'add', code: late.caseCode, reason: 'the same number' }),
      )
      expect((await live()).map((one) => one.toSorted())).toEqual([codes(...people, late).toSorted()])
    })

    test('what is left is judged by the cases that are in it then, not by those that were shown', async () => {
      const { tells, confirm, act, one } = world
      const [amal, sara, noor] = [await tells(), await tells(), await tells()]
      const key = await confirm(amal, sara, noor)
      const remove = { do: 'remove', code: sara.caseCode, reason: 'another matter' } as const
      expect(await meanwhile(key, remove, () => act(key, { ...remove, code: noor.caseCode }))).toEqual({
        status: 'refused',
        why: 'too_few',
      })
      expect((await one(key)).members.map(({ row }) => row.code)).toEqual(codes(amal, sara))
    })

    test('a case that is taken out is not split off as well', async () => {
      const { tells, confirm, act, live } = world
      const people = [await tells(), await tells(), await tells(), await tells(), await tells()] as const
      const key = await confirm(...people)
      const split = { do: 'split', codes: codes(...people.slice(2)), reason: 'another voice' } as const
      await meanwhile(key, split, () =>
        act(key, { do: 'remove', code: people[4].caseCode, reason: 'another matter' }),
      )
      expect(await live()).toEqual(
        expect.arrayContaining([codes(people[0], people[1]), codes(people[2], people[3])]),
      )
      expect(await live()).toHaveLength(2)
    })
  })

  test('are opened once for the same cases: said again it is the same network, said by another it is refused', async () => {
    const { stage, tells, confirm, act } = world
    const people = [await tells(), await tells(), await tells()] as const
    const noor = agent('noor')
    const { networks } = makeDesk(stage.ports, stage.casebook)
    const said = (who: typeof mona, reason: string, ...all: readonly Told[]) =>
      networks.confirm(who, codes(...all), reason)
    const both = await Promise.all([
      stage.desk.networks.confirm(mona, codes(...people), 'the same number'),
      said(noor, 'one voice', ...people),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['done', 'refused'])
    const key = await confirm(...people).catch(() => undefined)
    const [first] = both
    if (first.status !== 'done') throw new Error('mona came first')
    expect(key).toBe(first.key)
    expect(await said(noor, 'one voice', people[0], people[1])).toEqual({ status: 'refused', why: 'already' })
    expect(await stage.store.networks.list()).toHaveLength(1)
    await act(first.key, { do: 'dissolve', reason: 'two matters' })
    expect(await said(noor, 'one voice', ...people)).toMatchObject({ status: 'done' })
    expect(await stage.store.networks.list()).toHaveLength(2)
  })
})
