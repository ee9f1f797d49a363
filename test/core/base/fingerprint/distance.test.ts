import { expect, test } from 'vitest'
import { distance, isPdqHash, SAME_PICTURE } from '../../../../core/base/fingerprint/distance.ts'
import { readLines, readRows } from './vectors.ts'

test('needles are found in the haystack as the reference finds them', () => {
  const haystack = readLines('reg-test-input/haystack.txt')
  const needles = [...new Set(readLines('reg-test-input/needles.txt'))].sort()
  const found = needles.flatMap((needle) =>
    haystack
      .map((hash) => [needle, hash, distance(needle, hash)] as const)
      .filter(([, , bits]) => bits <= SAME_PICTURE),
  )
  const byName = (rows: readonly (readonly [string, string, number])[]): readonly string[] =>
    rows.map((row) => row.join()).sort()
  const expected = readRows('cpp-matches.csv').map(
    ([needle = '', hash = '', bits]) => [needle, hash, Number(bits)] as const,
  )
  expect(byName(found)).toEqual(byName(expected))
})

test('only 64 hexadecimal digits in lower case are a hash', () => {
  expect(isPdqHash('0'.repeat(64))).toBe(true)
  for (const text of [
    '',
    '0'.repeat(63),
    '0'.repeat(65),
    'G'.repeat(64),
    'A'.repeat(64),
    `${'0'.repeat(64)}\n`,
  ]) {
    expect(isPdqHash(text)).toBe(false)
    expect(() => distance(text, '0'.repeat(64))).toThrow(RangeError)
    expect(() => distance('0'.repeat(64), text)).toThrow(RangeError)
  }
})
