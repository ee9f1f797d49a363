import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const wave = async (addressOf: (i: number) => string): Promise<number> => {
  let taken = 0
  for (let i = 0; i < 100; i += 1) {
    const { statusCode } = await world.signIn(`nobody-${i}@example.org`, 'not the password', addressOf(i))
    if (statusCode !== 429) taken += 1
  }
  return taken
}

test('sign-ins from many addresses of one /64 are counted as one, those of a /48 or a /24 together', async () => {
  expect(await wave((i) => `2001:db8:1:1::${i.toString(16)}`)).toBe(20)
  expect(await wave((i) => `2001:db8:2:${i.toString(16)}::1`)).toBe(80)
  expect(await wave((i) => `198.51.100.${i}`)).toBe(80)
  expect((await world.signIn('amal@example.org', 'not the password', '2001:db8:3::1')).statusCode).toBe(401)
})
