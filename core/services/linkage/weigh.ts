import type { CaseId } from '../../base/ids.ts'
import type { CaseState } from '../../model/state.ts'
import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { caseFacts } from './case-facts.ts'
import { joinCases } from './join.ts'

/**
 * Cases of one mark that are looked at: some more than a thing may join, so that those which it joined before
 * are let go when it becomes one of many.
 */
const MOST_LOOKED = 60

type Ports = Pick<CasePorts, 'store' | 'hasher'>

/**
 * `joined`: cases that the case belongs with by an identifier. `ended`: pairs that are linked still, by
 * nothing but what is held back now.
 */
export type Weighed = {
  readonly joined: readonly CaseId[]
  readonly ended: readonly (readonly [CaseId, CaseId])[]
}

const loadAll = async (casebook: Casebook, cases: Iterable<CaseId>): Promise<readonly CaseState[]> => {
  const states: CaseState[] = []
  for (const one of cases)
    try {
      states.push(await casebook.load(one))
    } catch (error) {
      // It was erased meanwhile: it has nothing in common with anybody any more.
      if (!isErased(error)) throw error
    }
  return states
}

/** The cases of these marks, those that a mark has too many of left out. */
const casesOf = async ({ store }: Ports, marks: readonly string[]): Promise<ReadonlySet<CaseId>> => {
  const cases = new Set<CaseId>()
  for (const mark of marks) {
    const found = await store.views.marked([mark], MOST_LOOKED + 1)
    if (found.length <= MOST_LOOKED) for (const one of found) cases.add(one)
  }
  return cases
}

/**
 * What these marks of a case say of it and others, whatever people said of single links: whom they join, and
 * which links they do not hold any more (core/services/linkage/held).
 */
export const weigh = async (
  ports: Ports,
  casebook: Casebook,
  caseId: CaseId,
  marks: readonly string[],
): Promise<Weighed> => {
  const cases = await casesOf(ports, marks)
  if (cases.size < 2) return { joined: [], ended: [] }
  const states = await loadAll(casebook, cases)
  const { links, held, things } = joinCases(
    states.map((state) => ({ ...caseFacts(ports.hasher, state, []), apart: [] })),
  )
  const named = links.filter(({ kind }) => kind === 'identifier')
  const together = new Set(named.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  const withheld = [...things.values()].filter(({ id, kind }) => kind === 'identifier' && held.has(id))
  const ended = states.flatMap((state) =>
    state.links
      .filter((other) => !together.has(`${state.caseId} ${other}`))
      .filter((other) => withheld.some((thing) => thing.cases.has(state.caseId) && thing.cases.has(other)))
      .map((other) => [state.caseId, other] as const),
  )
  const joined = named.flatMap(({ a, b }) => (a === caseId ? [b] : b === caseId ? [a] : []))
  return { joined: [...new Set(joined)], ended }
}
