import type { CaseId } from '../../base/ids.ts'
import type { Identifier } from '../../text/identifiers/identifier.ts'
import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { caseFacts, type CaseFacts } from './case-facts.ts'
import { joinCases } from './join.ts'
import type { LinkKind } from './things.ts'

/**
 * A thing that some of these cases have in common and that joins them. `named`: of an identifier, as the case
 * that was opened first has it. `strength`: the most that it says of two of them, for order only.
 */
export type Shared = {
  readonly kind: LinkKind
  readonly cases: readonly CaseId[]
  readonly named?: Identifier
  readonly strength: number
}

/** More cases are not opened for one page. */
const MOST_OPENED = 150

/** What these cases have in common, read in their ledgers while they open; nothing of it is stored. */
export const makeEvidence =
  (ports: Pick<CasePorts, 'hasher'>, casebook: Casebook) =>
  async (cases: readonly CaseId[]): Promise<readonly Shared[]> => {
    const facts: CaseFacts[] = []
    const named = new Map<CaseId, readonly Identifier[]>()
    for (const caseId of cases.slice(0, MOST_OPENED)) {
      try {
        const book = await casebook.show(caseId)
        facts.push(caseFacts(ports.hasher, book.state, book.opened.events.flat()))
        named.set(caseId, book.state.identifiers)
      } catch (error) {
        if (!isErased(error)) throw error
      }
    }
    const joined = joinCases(facts)
    return [...joined.things.values()]
      .flatMap((thing): readonly Shared[] => {
        const links = joined.links.filter(({ things }) => things.includes(thing.id))
        const [first] = cases.filter((one) => thing.cases.has(one))
        if (links.length === 0 || first === undefined || joined.held.has(thing.id)) return []
        const one = named.get(first)?.find(({ normal }) => normal === thing.parts.get(first))
        return [
          {
            kind: thing.kind,
            cases: cases.filter((caseId) => thing.cases.has(caseId)),
            ...(one === undefined ? {} : { named: one }),
            strength: Math.max(...links.map(({ strength }) => strength)),
          },
        ]
      })
      .toSorted((a, b) => b.cases.length - a.cases.length || b.strength - a.strength)
  }
