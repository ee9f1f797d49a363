import { beforeEach, describe, expect, test } from 'vitest'
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
