import type { CaseId, InboundId } from '../../base/ids.ts'
import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { Hasher } from '../../ports/hasher.ts'
import { caseFacts } from './case-facts.ts'
import { joinCases, type Joined } from './join.ts'
import { COMMON_TOKEN, type LinkKind } from './things.ts'

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

/** Of each case what is asked for; one that was erased meanwhile has nothing in common with anybody. */
const ofEach = async <T>(
  cases: Iterable<CaseId>,
  ask: (caseId: CaseId) => Promise<T>,
): Promise<readonly T[]> => {
  const found: T[] = []
  for (const one of cases)
    try {
      found.push(await ask(one))
    } catch (error) {
      if (!isErased(error)) throw error
    }
  return found
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
  const states = await ofEach(cases, (one) => casebook.load(one))
  const joined = joinCases(states.map((state) => ({ ...caseFacts(ports.hasher, state, []), apart: [] })))
  return follow(caseId, 'identifier', joined, new Map(states.map(({ caseId: id, links }) => [id, links])))
}

/**
 * Of cases as they are joined now: whom one of them belongs with by this kind of evidence, and which links
 * that stand (`linked`) rest on nothing but what is held.
 */
const follow = (
  caseId: CaseId,
  kind: LinkKind,
  { links, held, things }: Joined,
  linked: ReadonlyMap<CaseId, readonly CaseId[]>,
): Weighed => {
  const named = links.filter((link) => link.kind === kind)
  const together = new Set(named.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  const withheld = [...things.values()].filter((thing) => thing.kind === kind && held.has(thing.id))
  const ended = [...linked].flatMap(([one, others]) =>
    others
      .filter((other) => !together.has(`${one} ${other}`))
      .filter((other) => withheld.some((thing) => thing.cases.has(one) && thing.cases.has(other)))
      .map((other) => [one, other] as const),
  )
  const joined = named.flatMap(({ a, b }) => (a === caseId ? [b] : b === caseId ? [a] : []))
  return { joined: [...new Set(joined)], ended }
}

/** Fewer common pieces are not enough of even the shortest script. */
const LEAST_COMMON = 8

/** A hasher for one look: copies of one script have the same pieces, and each is hashed once. */
const remembering = ({ keyed }: Pick<Hasher, 'keyed'>): Pick<Hasher, 'keyed'> => {
  const known = new Map<string, string>()
  return {
    keyed: (purpose, ...parts) => {
      const name = JSON.stringify([purpose, ...parts])
      const found = known.get(name) ?? keyed(purpose, ...parts)
      known.set(name, found)
      return found
    },
  }
}

/**
 * Cases into which the words of this message were copied too. The store finds which cases have enough of the
 * pieces; whether one text of theirs is the same is seen in their ledgers.
 */
export const weighScript = async (
  ports: Ports,
  casebook: Casebook,
  caseId: CaseId,
  message: InboundId,
): Promise<Weighed> => {
  const hasher = remembering(ports.hasher)
  // Case by case: all at once would hold up everybody's messages.
  const show = async (one: CaseId) => {
    const { state, opened } = await casebook.show(one)
    return { state, facts: { ...caseFacts(hasher, state, opened.events.flat()), apart: [] } }
  }
  const own = await show(caseId)
  const tokens = own.facts.scripts.find(({ inbound }) => inbound === message)?.tokens
  if (tokens === undefined) return { joined: [], ended: [] }
  const near = await ports.store.search.sharing([...tokens], {
    least: LEAST_COMMON,
    most: COMMON_TOKEN,
    limit: MOST_LOOKED + 1,
  })
  const others = near.map((one) => one.caseId).filter((one) => one !== caseId)
  if (others.length === 0) return { joined: [], ended: [] }
  const books = [own, ...(await ofEach(others, show))]
  const joined = joinCases(books.map(({ facts }) => facts))
  return follow(caseId, 'script', joined, new Map(books.map(({ state }) => [state.caseId, state.sameScript])))
}
