import type { CaseId } from '../../base/ids.ts'
import type { Figures } from '../../policy/figures.ts'
import type { NetworkShown } from '../networks/arrange.ts'
import { hideSmall, LEAST, type Counted } from './cells.ts'
import { moneyOf, type Sum } from './tally.ts'

/** How networks are counted: what is under investigation or with an authority is confirmed; the dissolved are none. */
export const NETWORK_STATES = ['suspected', 'confirmed', 'dismantled'] as const
type Counting = (typeof NETWORK_STATES)[number]

/** By state how many networks there are now and how many cases are in them; money of all these cases. */
export type NetworkFigures = {
  readonly networks: readonly Counted[]
  readonly cases: readonly Counted[]
  readonly money: readonly Sum[]
  readonly moneyPaid: readonly Sum[]
}

const countedAs = ({ standing }: NetworkShown): Counting | undefined => {
  if (standing === 'dissolved') return undefined
  return standing === 'suspected' || standing === 'dismantled' ? standing : 'confirmed'
}

type Told = Pick<Figures, 'demanded' | 'paidSum'>

/**
 * Money of cases in networks, without a currency that a few cases outside of them named: taken from the sum of
 * all cases, what is left would tell of those few.
 */
const moneyAmong = (
  of: keyof Told,
  inside: readonly { readonly figures: Told }[],
  everywhere: readonly { readonly figures: Told }[],
): readonly Sum[] =>
  moneyOf(of, inside).filter(({ currency, cases }) => {
    const all = everywhere.filter(({ figures }) => figures[of]?.currency === currency).length
    return all <= cases || all - cases >= LEAST
  })

/**
 * A case counts once for each state, and once for money, however many networks it is in. `everywhere`: all
 * cases that statistics count.
 */
export const tallyNetworks = (
  all: readonly NetworkShown[],
  everywhere: readonly { readonly figures: Told }[],
): NetworkFigures => {
  const networks = new Map<string, number>()
  const cases = new Map<string, Set<CaseId>>()
  const told = new Map<CaseId, NetworkShown['told'][number]>()
  for (const one of all) {
    const state = countedAs(one)
    if (state === undefined) continue
    networks.set(state, (networks.get(state) ?? 0) + 1)
    const inside = cases.get(state) ?? new Set<CaseId>()
    for (const { row } of one.members) inside.add(row.caseId)
    cases.set(state, inside)
    for (const each of one.told) told.set(each.caseId, each)
  }
  return {
    networks: hideSmall(networks),
    cases: hideSmall(new Map([...cases].map(([state, inside]) => [state, inside.size]))),
    money: moneyAmong('demanded', [...told.values()], everywhere),
    moneyPaid: moneyAmong('paidSum', [...told.values()], everywhere),
  }
}
