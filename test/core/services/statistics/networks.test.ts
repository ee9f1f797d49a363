import { describe, expect, test } from 'vitest'
import type { NetworkShown } from '../../../../core/services/networks/arrange.ts'
import { tallyNetworks } from '../../../../core/services/statistics/networks.ts'

type Standing = NetworkShown['standing']

/** A network of these cases, in each of which the same sum was demanded. */
const network = (standing: Standing, ...cases: readonly number[]): NetworkShown =>
  ({
    standing,
    members: cases.map((n) => ({ row: { caseId: `C${n}` }, bonds: [] })),
    told: cases.map((n) => ({
      caseId: `C${n}`,
      figures: { demanded: { hundredths: 100, currency: 'USD' } },
      services: [],
    })),
  }) as unknown as NetworkShown
const upTo = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, n) => first + n)

describe('networks are counted', () => {
  test('by state, what is under investigation or with an authority as confirmed, the dissolved not at all', () => {
    const all = upTo(0, 4).flatMap((n) => [
      network('confirmed', 100 * n + 1, 100 * n + 2),
      network('given', 100 * n + 3, 100 * n + 4),
      network('suspected', 100 * n + 5, 100 * n + 6),
      network('dissolved', 100 * n + 7, 100 * n + 8),
    ])
    const { networks, cases } = tallyNetworks(all, [])
    expect(networks).toEqual([
      { key: 'confirmed', cases: 10 },
      { key: 'suspected', cases: 5 },
    ])
    expect(cases).toEqual([
      { key: 'confirmed', cases: 20 },
      { key: 'suspected', cases: 10 },
    ])
  })

  test('under the rule of small numbers: a few cases are not told, nor what would give them away', () => {
    const { networks, cases, money } = tallyNetworks(
      [network('dismantled', 1, 2), network('confirmed', ...upTo(10, 40)), network('suspected', 50, 51)],
      [],
    )
    expect(networks.map((one) => one.cases)).toEqual(['few', 'few', 'few'])
    expect(cases).toEqual([
      { key: 'confirmed', cases: 'few' },
      { key: 'dismantled', cases: 'few' },
      { key: 'suspected', cases: 'few' },
    ])
    expect(money).toEqual([{ currency: 'USD', hundredths: 3_500, cases: 35 }])
    expect(tallyNetworks([network('confirmed', 1, 2)], []).money).toEqual([])
  })

  test.each([
    [0, 1],
    [1, 0],
    [4, 0],
    [5, 1],
  ])('with their money, unless %i cases outside could be worked out of the sum of all', (outside, told) => {
    const among = network('confirmed', ...upTo(1, 6))
    const everywhere = network('suspected', ...upTo(1, 6 + outside)).told
    expect(tallyNetworks([among], everywhere).money).toHaveLength(told)
  })

  test('with each case once, however many networks it is in', () => {
    const shared = upTo(1, 6)
    const { cases, money } = tallyNetworks([network('confirmed', ...shared), network('given', ...shared)], [])
    expect(cases).toEqual([{ key: 'confirmed', cases: 6 }])
    expect(money).toEqual([{ currency: 'USD', hundredths: 600, cases: 6 }])
  })
})
