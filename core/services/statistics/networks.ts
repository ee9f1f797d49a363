import type { CaseId } from '../../base/ids.ts'
import type { Figures } from '../../policy/figures.ts'
import type { NetworkShown } from '../networks/arrange.ts'
import { hideSmall, LEAST, type Counted, type IsUnseen } from './cells.ts'
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

type Told = { readonly figures: Pick<Figures, 'demanded' | 'paidSum'> }
type Inside = NetworkShown['told'][number]
type Row = NetworkShown['members'][number]['row']

/**
 * Money of cases in networks, without a currency that a few cases outside of them named: taken from the sum of
 * all cases, what is left would tell of those few.
 */
const moneyAmong = (
  of: keyof Told['figures'],
  inside: readonly Inside[],
  everywhere: readonly Told[],
  isUnseen: IsUnseen<Inside>,
): readonly Sum[] =>
  moneyOf(of, inside, isUnseen).filter(({ currency, cases }) => {
    const all = everywhere.filter(({ figures }) => figures[of]?.currency === currency).length
    return all <= cases || all - cases >= LEAST
  })

/**
 * A case counts once for each state, and once for money, however many networks it is in. `everywhere`: all
 * cases that statistics count. A network of which who looks sees no case is out of their sight.
 */
export const tallyNetworks = (
  all: readonly NetworkShown[],
  everywhere: readonly Told[],
  isUnseen: IsUnseen<Row> = () => false,
): NetworkFigures => {
  const networks = new Map<string, number>()
  const unseenNetworks = new Map<string, number>()
  const cases = new Map<string, Set<CaseId>>()
  const unseen = new Set<CaseId>()
  const told = new Map<CaseId, Inside>()
  for (const one of all) {
    const state = countedAs(one)
    if (state === undefined) continue
    networks.set(state, (networks.get(state) ?? 0) + 1)
    if (one.members.every(({ row }) => isUnseen(row)))
      unseenNetworks.set(state, (unseenNetworks.get(state) ?? 0) + 1)
    const inside = cases.get(state) ?? new Set<CaseId>()
    for (const { row } of one.members) {
      inside.add(row.caseId)
      if (isUnseen(row)) unseen.add(row.caseId)
    }
    cases.set(state, inside)
    for (const each of one.told) told.set(each.caseId, each)
  }
  const isUnseenInside: IsUnseen<Inside> = ({ caseId }) => unseen.has(caseId)
  const sizes = (counted: (caseId: CaseId) => boolean) =>
    new Map([...cases].map(([state, inside]) => [state, [...inside].filter(counted).length]))
  return {
    networks: hideSmall(networks, unseenNetworks),
    cases: hideSmall(
      sizes(() => true),
      sizes((caseId) => unseen.has(caseId)),
    ),
    money: moneyAmong('demanded', [...told.values()], everywhere, isUnseenInside),
    moneyPaid: moneyAmong('paidSum', [...told.values()], everywhere, isUnseenInside),
  }
}
