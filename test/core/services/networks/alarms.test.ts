import { beforeEach, describe, expect, test } from 'vitest'
import { dayOf } from '../../../../core/base/calendar.ts'
import type { CaseCode } from '../../../../core/base/ids.ts'
import { hours } from '../../../../core/base/units.ts'
import { codes, mona, openNetworks, type Networks } from './world.ts'

describe('what came after a network was dismantled', () => {
  let world: Networks
  beforeEach(async () => {
    world = await openNetworks()
  })
  const alarms = async () =>
    (await world.stage.desk.networks.alarms(mona)).map(({ row, to }) => [row.code, to.code])

  test('calls nobody any more once the network was dissolved after all', async () => {
    const { act, dismantled, one } = world
    const { key, late } = await dismantled()
    expect((await alarms()).map(([code]) => code)).toEqual(codes(late))
    await act(key, { do: 'dissolve', reason: 'a shop that both use' })
    expect(await alarms()).toEqual([])
    expect((await one(key)).alarms).toEqual([])
  })

  test('does not vanish with the case that it came with: another case of the network stands for that', async () => {
    const { act, dismantled, one } = world
    const { key, inside, late } = await dismantled()
    const [[, first] = []] = await alarms()
    await act(key, { do: 'remove', code: first as CaseCode, reason: 'another matter' })
    const left = codes(...inside).filter((code) => code !== first)
    expect(await alarms()).toEqual([[late.caseCode, expect.toBeOneOf(left)]])
    expect((await one(key)).alarms.map(({ to }) => to.code)).toEqual([expect.toBeOneOf(left)])
    await act(key, { do: 'answer', code: late.caseCode, reason: 'an old chat' })
    expect(await alarms()).toEqual([])
  })

  test('is told by the day of dismantling, also where that was noted days later', async () => {
    const { act, confirm, stage, tells } = world
    const key = await confirm(await tells(), await tells())
    const before = await tells()
    stage.clock.advance(hours(25))
    const between = await tells()
    const day = dayOf(stage.clock.now())
    stage.clock.advance(hours(25))
    await act(key, { do: 'dismantle', day, source: 'the police' })
    expect((await alarms()).map(([code]) => code)).toEqual(codes(between))
    await between.says('07701234567 once more')
    await before.says('0770 123 4567 once more')
    await stage.workAll()
    expect((await alarms()).map(([code]) => code)).toEqual(codes(between))
  })

  test('is told as well where it is a case of the network that says the number, and not the case that came', async () => {
    const { dismantled, tells, stage } = world
    const { inside, late } = await dismantled()
    const other = await tells('somebody else, 0750 111 2233')
    expect((await alarms()).map(([code]) => code)).toEqual(codes(late))
    await inside[0].says('now he writes from 07501112233')
    await stage.workAll()
    expect((await alarms()).map(([code]) => code)).toEqual(codes(late, other))
  })

  test('does not vanish with the network: one that was dismantled goes into no other', async () => {
    const { act, confirm, dismantled, tells } = world
    const { key } = await dismantled()
    const other = await confirm(await tells('0750 111 2233'), await tells('07501112233'))
    expect(await act(other, { do: 'merge', other: key, reason: 'one voice' })).toEqual({
      status: 'refused',
      why: 'dismantled',
    })
    expect(await alarms()).toHaveLength(1)
  })
})
