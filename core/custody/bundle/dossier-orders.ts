import type { CaseId, NetworkId } from '../../base/ids.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'
import { isLive, type DossierEvent, type DossierRequest, type NetworkState } from '../../model/network.ts'
import type { Bundles } from '../../ports/bundles.ts'
import type { CasePorts } from '../../services/casebook/ports.ts'
import type { Casebook } from '../../services/casebook/casebook.ts'
import { LEAST_MEMBERS } from '../../services/networks/arrange.ts'
import type { NetworkBook, NetworkRead } from '../../services/networks/book.ts'
import {
  codeOfNetwork,
  makeDossierWriter,
  type Dossier,
  type DossierFault,
  type DossierPorts,
} from './dossier.ts'
import type { Who } from './prepare.ts'
import {
  judgeAnswer,
  judgeCommand,
  judgeFetch,
  judgeOrder,
  type AnswerFault,
  type ExportRule,
  type FetchFault,
  type Order,
} from './request.ts'

/** Somebody of the team, and the cases of the network that they see: what they do not see never leaves by them. */
export type Seer = Who & { readonly sees: readonly CaseId[] }

export type DossierRefusal =
  | { readonly status: 'unknown' }
  | { readonly status: 'refused'; readonly why: DossierFault | AnswerFault | FetchFault }
export type DossierAsked = DossierRefusal | { readonly status: 'done'; readonly seq: number }

/** How many cases a dossier would name now, and of how many it would tell a number alone. */
export type DossierCount = { readonly named: number; readonly unnamed: number }

/**
 * Dossiers of networks: who asks, who agrees, who fetches. A request is for the cases that who asks sees; a
 * case that came since is in none. Whoever does not see all of them is not told that there is one, and
 * neither agrees to it nor fetches it.
 */
export type Dossiers = {
  readonly rule: ExportRule
  readonly count: (cases: readonly CaseId[], scope: BundleScope) => Promise<DossierCount>
  /** The newest request, where the reader sees every case of it that is still in the network. */
  readonly requestFor: (networkId: NetworkId, sees: readonly CaseId[]) => Promise<DossierRequest | undefined>
  /** `seq` names the request. */
  readonly request: (networkId: NetworkId, who: Seer, reason: string, order: Order) => Promise<DossierAsked>
  /** Agrees to a request of somebody else's, or refuses it. */
  readonly answer: (
    networkId: NetworkId,
    who: Seer,
    answer: { readonly request: number; readonly agreed: boolean; readonly reason: string },
  ) => Promise<DossierAsked>
  readonly fetch: (
    networkId: NetworkId,
    who: Seer,
    request: number,
  ) => Promise<DossierRefusal | Extract<Dossier, { status: 'open' }>>
  /**
   * For whoever runs the command line; `network`: its id, or its code with or without the hyphen. Where two
   * people have to agree, they agree in the console to exactly this.
   */
  readonly command: (network: string, by: string, order: Order) => Promise<Dossier>
}

const UNKNOWN = { status: 'unknown' } as const

export const makeDossiers = (
  ports: DossierPorts & {
    readonly bundles: Bundles
    readonly clock: CasePorts['clock']
    readonly rule: ExportRule
  },
  casebook: Casebook,
  book: NetworkBook,
): Dossiers => {
  const { rule, bundles, clock } = ports
  const writer = makeDossierWriter(ports, casebook, book)
  const refused = <T extends DossierFault | AnswerFault | FetchFault>(why: T) =>
    ({ status: 'refused', why }) as const

  const shownOf = ({ state, live }: NetworkRead, sees: readonly CaseId[]): DossierRequest | undefined => {
    const { dossier } = state
    const left = dossier?.cases.filter((one) => live.includes(one)) ?? []
    return left.length > 0 && left.every((one) => sees.includes(one)) ? dossier : undefined
  }
  const handoverOf = (dossier: DossierRequest | undefined) =>
    dossier === undefined ? {} : { request: dossier }

  const count: Dossiers['count'] = async (cases, scope) => {
    const { named, unnamed } = await writer.nameCases(cases, scope)
    return { named: named.length, unnamed }
  }

  /** Appends what was decided on the newest state; its seq, or why nothing was. */
  const record = async (
    networkId: NetworkId,
    who: Who,
    decide: (state: NetworkState) => Parameters<typeof refused>[0] | DossierEvent,
  ): Promise<DossierAsked> => {
    let outcome: DossierAsked = UNKNOWN
    await book.append(networkId, (state) => {
      const chosen = isLive(state) ? decide(state) : 'ended'
      outcome = typeof chosen === 'string' ? refused(chosen) : { status: 'done', seq: state.seq + 1 }
      return typeof chosen === 'string' ? undefined : { actor: who.actor, events: [chosen] }
    })
    return outcome
  }

  return {
    rule,
    count,
    requestFor: async (networkId, sees) => {
      const found = await book.load(networkId)
      return found === undefined ? undefined : shownOf(found, sees)
    },

    request: async (networkId, who, reason, { scope, recipients }) => {
      const fault = judgeOrder(rule, { scope, recipients }, bundles.isRecipient)
      if (fault !== undefined) return refused(fault)
      const found = await book.load(networkId)
      if (found === undefined) return UNKNOWN
      const cases = found.live.filter((one) => who.sees.includes(one))
      if ((await count(cases, scope)).named < LEAST_MEMBERS) return refused('too_few')
      const { by } = who
      return record(networkId, who, (state) => {
        const inside = cases.filter((one) => state.members.includes(one))
        return { type: 'network_dossier_requested', by, reason, scope, recipients, cases: inside }
      })
    },

    answer: async (networkId, who, { request, agreed, reason }) => {
      const found = await book.load(networkId)
      if (found === undefined || shownOf(found, who.sees) === undefined) return UNKNOWN
      const type = agreed ? 'network_dossier_approved' : 'network_dossier_refused'
      return record(
        networkId,
        who,
        ({ dossier }) =>
          judgeAnswer(handoverOf(dossier), request, who.by) ?? { type, by: who.by, request, reason },
      )
    },

    fetch: async (networkId, who, request) => {
      const found = await book.load(networkId)
      const asked = found === undefined ? undefined : shownOf(found, who.sees)
      if (found === undefined || asked === undefined) return UNKNOWN
      const why =
        judgeFetch(rule, handoverOf(asked), request, who.by, clock.now()) ??
        judgeOrder(rule, asked, bundles.isRecipient)
      return why === undefined ? writer.write(found, who, asked, asked.cases) : refused(why)
    },

    command: async (network, by, order) => {
      const asked = network.toUpperCase().replace('-', '')
      const found = (await book.all()).find(
        ({ state }) => state.networkId === asked || codeOfNetwork(state.networkId) === asked,
      )
      if (found === undefined) return UNKNOWN
      const { dossier } = found.state
      const why =
        judgeOrder(rule, order, bundles.isRecipient) ??
        judgeCommand(rule, handoverOf(dossier), order, clock.now())
      if (why !== undefined) return refused(why)
      const among = rule.twoPersons ? (dossier?.cases ?? []) : found.live
      return writer.write(found, { by, actor: 'system' }, order, among)
    },
  }
}
