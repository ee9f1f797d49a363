import { expect, test } from 'vitest'
import { makeRandom } from '../../../adapters/crypto/random.ts'

const random = makeRandom()

test('ids have 26 characters of Crockford base32 and do not repeat', () => {
  const ids = Array.from({ length: 10_000 }, random.id)
  expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})

test('codes have the asked length and use every character about equally', () => {
  expect(random.code(8)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  const counts = new Map<string, number>()
  for (const character of random.code(64_000)) counts.set(character, (counts.get(character) ?? 0) + 1)
  expect(counts.size).toBe(32)
  // 2,000 of each expected, standard deviation 44: eight of them.
  for (const count of counts.values()) expect(Math.abs(count - 2_000)).toBeLessThan(352)
})
