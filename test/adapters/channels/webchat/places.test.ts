import { expect, test } from 'vitest'
import { makeMemoryClock } from '../../../../adapters/memory/clock.ts'
import { DEFAULT_LIMITS } from '../../../../adapters/channels/webchat/limits.ts'
import { LOOK_EVERY, makePlaces, type Runner } from '../../../../adapters/channels/webchat/places.ts'
import { groupsOf } from '../../../../core/services/limits/address.ts'
import { ms, seconds } from '../../../../core/base/units.ts'

/** Uploads that send so many bytes a second for as long as time passes. */
const open = () => {
  const clock = makeMemoryClock()
  const places = makePlaces(DEFAULT_LIMITS.uploads, clock)
  const cut: string[] = []
  const runner = (name: string, address: string, perSecond: number): Runner => {
    const since = clock.now()
    return {
      chat: name,
      client: groupsOf(address),
      read: () => ((clock.now() - since) / 1000) * perSecond,
      cut: () => void cut.push(name),
    }
  }
  const pass = (length: number): void => {
    for (let passed = 0; passed < length; passed += LOOK_EVERY) {
      clock.advance(LOOK_EVERY)
      places.look()
    }
  }
  return { places, cut, runner, pass, clock }
}

test('one address or /64 has a quarter of the places and its neighbours half, however many chats it opens', () => {
  const { places, runner } = open()
  const taken = (addressOf: (i: number) => string): number =>
    Array.from({ length: 64 }, (_, i) =>
      places.take(runner(addressOf(i), addressOf(i) + String(i), 100_000)),
    ).filter(Boolean).length
  const { all, perAddress, perNeighbours } = DEFAULT_LIMITS.uploads
  const flood = Array.from({ length: 64 }, (_, i) =>
    places.take(runner(`a${i}`, `2001:db8:1:1::${i}`, 100_000)),
  )
  expect(flood.filter(Boolean)).toHaveLength(perAddress)
  const around = Array.from({ length: 64 }, (_, i) =>
    places.take(runner(`b${i}`, `2001:db8:1:${i + 2}::1`, 100_000)),
  )
  expect(around.filter(Boolean)).toHaveLength(perNeighbours - perAddress)
  expect(places.take(runner('victim', '198.51.100.7', 100_000))).toBe(true)
  expect(taken((i) => `c${i}`)).toBe(all - perNeighbours - 1)
})

test('a body of one byte in twenty seconds is cut after half a minute', () => {
  const { places, cut, runner, pass } = open()
  places.take(runner('slow', '198.51.100.7', 0.05))
  pass(seconds(25))
  expect(cut).toEqual([])
  pass(seconds(5))
  expect(cut).toEqual(['slow'])
  expect(places.count()).toBe(0)
})

test('one that began fast and then only drips is cut, too', () => {
  const { places, cut, runner, pass, clock } = open()
  const since = clock.now()
  places.take({
    ...runner('drips', '198.51.100.7', 0),
    read: () => Math.min(1_000_000, ((clock.now() - since) / 1000) * 100_000),
  })
  pass(seconds(35))
  expect(cut).toEqual([])
  pass(seconds(35))
  expect(cut).toEqual(['drips'])
})

test('the weakest connection of a phone manages while there is room, for as long as it takes', () => {
  const { places, cut, runner, pass } = open()
  places.take(runner('gprs', '198.51.100.7', 1_130))
  pass(seconds(3_600))
  expect(cut).toEqual([])
})

test('where all are taken the slowest gives way, once it had time to show what it can; fast ones never do', () => {
  const { places, cut, runner, pass, clock } = open()
  const { all } = DEFAULT_LIMITS.uploads
  for (let i = 0; i < all; i += 1)
    places.take(runner(`r${i}`, `198.51.${i}.1`, i === 40 ? 1_500 : i === 41 ? 3_000 : 50_000))
  expect(places.take(runner('new', '203.0.113.1', 50_000))).toBe(false)
  clock.advance(ms(15_000))
  pass(seconds(15))
  expect(places.take(runner('new', '203.0.113.1', 50_000))).toBe(true)
  expect(places.take(runner('next', '203.0.113.2', 50_000))).toBe(true)
  expect(cut).toEqual(['r40', 'r41'])
  pass(seconds(30))
  expect(places.take(runner('last', '203.0.113.3', 50_000))).toBe(false)
})
