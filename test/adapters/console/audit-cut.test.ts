import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Audit } from '../../../adapters/console/contract/audit.ts'
import { MOST_DEEDS } from '../../../adapters/console/server/administration/deeds.ts'
import { aroundNow, openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test('where there are more deeds than are read at once the audit says that it was cut', async () => {
  const { cookie } = await world.member('admin', 'admin')
  const look = async (): Promise<Audit> =>
    (await world.get(`/api/v1/audit?${aroundNow()}`, { cookie })).json<Audit>()
  const { deeds } = world.console.agents
  const { cut, deeds: shown } = await look()
  expect([cut, shown.length > 0]).toEqual([false, true])
  const read = deeds.read.bind(deeds)
  vi.spyOn(deeds, 'read').mockImplementation(async (from, to) => {
    const [one] = await read(from, to)
    return one === undefined ? [] : Array.from({ length: MOST_DEEDS }, () => one)
  })
  expect((await look()).cut).toBe(true)
})
