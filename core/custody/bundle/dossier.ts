import type { CaseId, NetworkId, Sha256Hex } from '../../base/ids.ts'
import { bytes, type Bytes } from '../../base/units.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'
import { isLive } from '../../model/network.ts'
import type { CaseState } from '../../model/state.ts'
import { burdensOf } from '../../policy/visibility/care.ts'
import type { Bundles, BundleFile } from '../../ports/bundles.ts'
import { isErased, type Casebook } from '../../services/casebook/casebook.ts'
import type { CasePorts } from '../../services/casebook/ports.ts'
import { caseFacts } from '../../services/linkage/case-facts.ts'
import { LEAST_MEMBERS } from '../../services/networks/arrange.ts'
import type { NetworkBook, NetworkRead } from '../../services/networks/book.ts'
import type { Proofs } from '../proof.ts'
import type { BagPorts } from './bag.ts'
import { dossierFiles } from './dossier-files.ts'
import type { Named } from './dossier-links.ts'
import type { Statement } from './facts.ts'
import { forbids } from './forbids.ts'
import { runLinking } from './linking.ts'
import { prepare, type Who } from './prepare.ts'
import type { Order, OrderFault } from './request.ts'

export type DossierPorts = BagPorts &
  Pick<CasePorts, 'flow' | 'store' | 'random'> & {
    readonly bundles: Bundles
    /** See core/custody/proof.ts. */
    readonly proofs: (networkId: CaseId, seq: number) => Promise<Proofs>
    readonly statement: Statement
  }

/**
 * `two_persons`: the operator wants two people to agree to what leaves, and they have not agreed to this.
 * `too_few`: fewer than two of its cases may be named. `ended`: it was dissolved. `taken_back`: since it was
 * made somebody whom it names wants it no more, or everything of them erased.
 */
export type DossierFault = OrderFault | 'two_persons' | 'too_few' | 'ended' | 'taken_back'

export type Dossier =
  | {
      readonly status: 'open'
      readonly code: string
      readonly files: readonly BundleFile[]
      readonly entries: number
      readonly named: number
      readonly unnamed: number
      readonly isSealed: boolean
      /** The bytes, sealed where there are recipients. */
      readonly read: () => AsyncIterable<Uint8Array>
      /**
       * Writes into the chain of each case that it names that it leaves, as of a bundle of that case; to be
       * asked once it was read to its end, and before anybody gets it. Nothing where that is so now.
       */
      readonly settle: () => Promise<DossierFault | undefined>
    }
  | { readonly status: 'unknown' }
  | { readonly status: 'refused'; readonly why: DossierFault }

const CODE_LENGTH = 6

/** As people call a network, `N-4F7K2M`, in letters and digits only. */
export const codeOfNetwork = (networkId: NetworkId): string => `N${networkId.slice(1, 1 + CODE_LENGTH)}`

/**
 * Dossiers of networks for somebody outside: the cases that may be handed on by their codes, links among them
 * with method and threshold, who judged, what was decided, and what all that does not prove. Who is under 18
 * stands nowhere; who did not agree is counted. That it was made stands in the chain of the network before it
 * leaves, and in the chain of each case that it names that the case was handed on.
 */
export const makeDossierWriter = (ports: DossierPorts, casebook: Casebook, book: NetworkBook) => {
  const isChild = (state: CaseState): boolean => burdensOf(ports.flow.roles, state).includes('minor')

  const nameCases = async (
    cases: readonly CaseId[],
    scope: BundleScope,
  ): Promise<{ readonly named: readonly Named[]; readonly unnamed: number }> => {
    const named: Named[] = []
    let unnamed = 0
    for (const caseId of cases) {
      try {
        const { state, opened } = await casebook.show(caseId)
        if (isChild(state)) continue
        if (forbids(state, scope) === undefined)
          named.push({
            code: state.code,
            state,
            facts: caseFacts(ports.hasher, state, opened.events.flat()),
          })
        else unnamed += 1
      } catch (error) {
        if (!isErased(error)) throw error
      }
    }
    return { named: named.toSorted((a, b) => a.state.openedAt - b.state.openedAt), unnamed }
  }

  type Leaving = { readonly prepared: number; readonly sha256: Sha256Hex; readonly size: Bytes }

  /** Whether a case may still be named: decided on its newest state, where it leaves in the same entry. */
  const hand = async (caseId: CaseId, order: Order, who: Who, left?: Leaving): Promise<boolean> => {
    let isAllowed = false
    try {
      await casebook.append(caseId, (state) => {
        isAllowed = !isChild(state) && forbids(state, order.scope) === undefined
        return left === undefined || !isAllowed
          ? undefined
          : {
              actor: who.actor,
              events: [{ type: 'case_exported', by: who.by, ...left, recipients: order.recipients }],
            }
      })
      return isAllowed
    } catch (error) {
      if (isErased(error)) return false
      throw error
    }
  }

  const leaves = (
    files: readonly BundleFile[],
    cases: ReadonlyMap<CaseId, number>,
    order: Order,
    who: Who,
  ): Pick<Extract<Dossier, { status: 'open' }>, 'read' | 'settle'> => {
    const { recipients } = order
    let left: Omit<Leaving, 'prepared'> | undefined
    const pack = async function* (): AsyncIterable<Uint8Array> {
      const hash = ports.hasher.stream()
      let size = 0
      for await (const piece of ports.bundles.pack(files)) {
        hash.update(piece)
        size += piece.length
        yield piece
      }
      left = { sha256: hash.digest(), size: bytes(size) }
    }
    return {
      read: () => (recipients.length === 0 ? pack() : ports.bundles.seal(recipients, pack())),
      settle: async () => {
        if (left === undefined) throw new Error('a dossier leaves that nobody read to its end')
        // All are asked before anything is written: a case does not say that it left where another one stays.
        for (const caseId of cases.keys()) if (!(await hand(caseId, order, who))) return 'taken_back'
        for (const [caseId, prepared] of cases)
          if (!(await hand(caseId, order, who, { prepared, ...left }))) return 'taken_back'
        return undefined
      },
    }
  }

  const prepareAll = async (
    cases: readonly CaseId[],
    { scope }: Order,
    who: Who,
  ): Promise<ReadonlyMap<CaseId, number> | undefined> => {
    const prepared = new Map<CaseId, number>()
    try {
      for (const caseId of cases) {
        const seq = await prepare(ports, casebook, caseId, scope, who, false)
        if (typeof seq !== 'number') return undefined
        prepared.set(caseId, seq)
      }
      return prepared
    } catch (error) {
      if (isErased(error)) return undefined
      throw error
    }
  }

  return {
    nameCases,
    /** Of those cases of the network that are `among` these. */
    write: async (found: NetworkRead, who: Who, order: Order, among: readonly CaseId[]): Promise<Dossier> => {
      const { networkId } = found.state
      if (!isLive(found.state)) return { status: 'refused', why: 'ended' }
      const { named, unnamed } = await nameCases(
        found.live.filter((one) => among.includes(one)),
        order.scope,
      )
      if (named.length < LEAST_MEMBERS) return { status: 'refused', why: 'too_few' }
      const cases = named.map(({ state }) => state.caseId)
      const prepared = await prepareAll(cases, order, who)
      if (prepared === undefined) return { status: 'refused', why: 'taken_back' }
      const { links, text, linking } = runLinking(ports, named, ports.statement.software)
      const made = { cases, scope: order.scope, by: who.by, linking }
      const event = { type: 'network_dossier_made', ...made } as const
      const state = await book.append(networkId, () => ({ actor: who.actor, events: [event] }))
      if (state === undefined) return { status: 'unknown' }
      const { entries, events } = await book.read(networkId)
      const slice = { entries: entries.slice(0, state.seq), events: events.slice(0, state.seq) }
      const proofs = await ports.proofs(networkId, state.seq)
      const code = codeOfNetwork(networkId)
      const input = { code, state, ...slice, scope: order.scope, named, unnamed, run: { links, text } }
      const files = await dossierFiles(ports, input, proofs, ports.statement)
      return {
        status: 'open',
        code,
        files,
        entries: state.seq,
        named: named.length,
        unnamed,
        isSealed: order.recipients.length > 0,
        ...leaves(files, prepared, order, who),
      }
    },
  }
}
