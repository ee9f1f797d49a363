import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Notice } from '../../../adapters/console/contract/notices.ts'
import { minutes } from '../../../core/base/units.ts'
import { aCase, openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const noticesOf = async (cookie: string) =>
  (await world.get('/api/v1/me/notices', { cookie })).json<{ notices: Notice[] }>().notices

test('who opens more than forty files in an hour waits until the first is an hour old; supervisors are told once, others open on', async () => {
  const noor = await world.member('noor')
  const dana = await world.member('dana')
  const samer = await world.member('samer', 'supervisor')
  const built = await aCase(world)
  const evidence = await built.seal(Buffer.from('x'), { mime: 'image/png' })
  const reveal = (cookie: string) =>
    world.post(
      `/api/v1/cases/${built.code}/evidence/${evidence}/reveal`,
      { reason: 'to look at it' },
      { cookie },
    )
  for (let i = 0; i < 40; i += 1) expect((await reveal(noor.cookie)).statusCode).toBe(200)
  const begun = world.clock.now()
  world.clock.advance(minutes(20))
  for (let i = 0; i < 3; i += 1) {
    const slowed = await reveal(noor.cookie)
    expect(slowed.json()).toMatchObject({
      status: 429,
      code: 'slowed',
      until: new Date(begun + minutes(60)).toISOString(),
    })
    expect(slowed.headers['retry-after']).toBe(String(40 * 60))
  }
  expect((await reveal(dana.cookie)).statusCode).toBe(200)
  expect((await noticesOf(samer.cookie)).map(({ kind, about, detail }) => [kind, about, detail])).toEqual([
    ['member_slowed', 'noor', { what: 'reveal' }],
  ])
  expect(await noticesOf(noor.cookie)).toEqual([])
  expect(await noticesOf(dana.cookie)).toEqual([])
  world.clock.advance(minutes(41))
  expect((await reveal(noor.cookie)).statusCode).toBe(200)
})

test('who searches more than two hundred times in an hour waits, and so does a key; each has an hour of their own', async () => {
  const noor = await world.member('noor')
  const samer = await world.member('samer', 'supervisor')
  const { key } = await world.console.agents.createKey({ name: 'crawler', scopes: ['read'], teams: null })
  const search = (as: { readonly cookie?: string; readonly key?: string }) =>
    world.post('/api/v1/search', { q: '' }, as)
  for (const as of [{ cookie: noor.cookie }, { key }]) {
    for (let i = 0; i < 200; i += 1) expect((await search(as)).statusCode).toBe(200)
    expect((await search(as)).json()).toMatchObject({ status: 429, code: 'slowed' })
  }
  expect((await search({ cookie: samer.cookie })).statusCode).toBe(200)
  expect((await noticesOf(samer.cookie)).map(({ about, detail }) => [about, detail['what']])).toEqual([
    ['crawler', 'search'],
    ['noor', 'search'],
  ])
  world.clock.advance(minutes(61))
  expect((await search({ key })).statusCode).toBe(200)
})
