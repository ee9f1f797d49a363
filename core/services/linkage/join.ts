import type { CaseId } from '../../base/ids.ts'
import type { CaseFacts } from './case-facts.ts'
import { findHeld, type Held } from './held.ts'
import { findShared, makeGroups, type LinkKind, type Pair, type Thing } from './things.ts'

/**
 * Two cases that belong together by one kind of evidence. `strength`: all that they share of it, between 0
 * and 1, for order only.
 */
export type Link = {
  readonly a: CaseId
  readonly b: CaseId
  readonly kind: LinkKind
  readonly strength: number
  readonly things: readonly string[]
}

export type Joined = {
  readonly links: readonly Link[]
  /** What is shown with the cases that have it, and joins them not. */
  readonly held: ReadonlyMap<string, Held>
  readonly things: ReadonlyMap<string, Thing>
  /** Each case that hangs together with others, and the least of them, which names the network. */
  readonly network: ReadonlyMap<CaseId, CaseId>
}

/** Of two cases what is shared by few says more than what many have. */
const rarity = (cases: number, all: number): number =>
  Math.min(1, Math.log(1 + all / cases) / Math.log(1 + all / 2))

const key = (a: CaseId, b: CaseId): string => `${a} ${b}`

/**
 * What may join two cases: not what is held, not where somebody said that they are another matter, and what
 * is weak not alone.
 */
const sound = (
  pairs: readonly Pair[],
  held: ReadonlyMap<string, Held>,
  apart: ReadonlySet<string>,
): readonly Pair[] => {
  const free = pairs.filter(({ a, b, thing }) => !held.has(thing) && !apart.has(key(a, b)))
  const firm = new Set(free.filter(({ weak }) => !weak).map(({ a, b }) => key(a, b)))
  return free.filter(({ a, b, weak }) => !weak || firm.has(key(a, b)))
}

/**
 * What belongs together among these cases, and nothing of any other: whoever asks gives the cases that they
 * may see.
 */
export const joinCases = (all: readonly CaseFacts[]): Joined => {
  const { things, pairs } = findShared(all)
  const own = new Map(
    all.map(({ caseId, named, pictures, scripts, voices }) => [
      caseId,
      new Set(named.filter(({ spoken }) => !spoken).map(({ normal }) => normal)).size +
        pictures.length +
        scripts.filter(({ own: told }) => !told).length +
        voices.length,
    ]),
  )
  const held = findHeld(things, own)
  const apart = new Set(
    all.flatMap(({ caseId, apart: others }) =>
      others.flatMap((other) => [key(caseId, other), key(other, caseId)]),
    ),
  )
  const links = new Map<string, { a: CaseId; b: CaseId; kind: LinkKind; rest: number; things: Set<string> }>()
  const groups = makeGroups()
  const joined = new Set<CaseId>()
  for (const { a, b, kind, thing, strength } of sound(pairs, held, apart)) {
    const id = `${kind} ${key(a, b)}`
    const link = links.get(id) ?? { a, b, kind, rest: 1, things: new Set<string>() }
    if (!link.things.has(thing))
      link.rest *= 1 - strength * rarity(things.get(thing)?.cases.size ?? 2, all.length)
    link.things.add(thing)
    links.set(id, link)
    groups.join(a, b)
    joined.add(a).add(b)
  }
  const present = new Set(all.map(({ caseId }) => caseId))
  for (const { caseId, together } of all)
    for (const other of together)
      if (present.has(other) && !apart.has(key(caseId, other))) {
        groups.join(caseId, other)
        joined.add(caseId).add(other)
      }
  return {
    links: [...links.values()].map(({ rest, things: shared, ...link }) => ({
      ...link,
      strength: 1 - rest,
      things: [...shared],
    })),
    held,
    things,
    network: new Map([...joined].map((one) => [one, groups.root(one) as CaseId])),
  }
}
