import type { CaseId } from '../../base/ids.ts'
import type { LinkKind, Thing } from './things.ts'

/**
 * Why a thing is shown and joins nobody: too many have it; words of those who have it say that it is somebody
 * else's; those who have it have nothing else in common.
 */
export type Held = 'many' | 'words' | 'structure'

/** What more cases have than this belongs to nobody, or to a network that is seen already. */
const MOST_JOINED = 50
/** Share of the cases whose words say that it is somebody else's. */
const SPOKEN = 0.4
/**
 * Fewer cases show no structure. Of a number that nobody calls somebody else's more are needed than where a
 * single one does: the best number of a gang looks the same until somebody looks.
 */
const LEAST_CASES: Readonly<Record<LinkKind, number>> = { identifier: 8, image: 6, script: 6, voice: 6 }
const LEAST_SPOKEN = 4
/** Share of cases that have things of their own and nothing else in common with the rest. */
const STRANGERS = 0.5

const byWords = ({ cases, spoken }: Thing): boolean =>
  (spoken.size >= 2 && spoken.size >= SPOKEN * cases.size) || (spoken.size === 1 && cases.size === 2)

/**
 * Things that join nobody. What somebody of the team said to be the blackmailer's is held only where
 * too many have it. `own`: how many things a case has that can tell it apart, shared or not. By
 * structure the worst is held first, and all others are counted anew: what is held is nothing that cases have
 * in common.
 */
export const findHeld = (
  things: ReadonlyMap<string, Thing>,
  own: ReadonlyMap<CaseId, number>,
): ReadonlyMap<string, Held> => {
  const held = new Map<string, Held>()
  const thingsOf = new Map<CaseId, Thing[]>()
  for (const thing of things.values()) {
    if (thing.cases.size > MOST_JOINED) held.set(thing.id, 'many')
    else if (!thing.known && byWords(thing)) held.set(thing.id, 'words')
    for (const one of thing.cases) thingsOf.set(one, [...(thingsOf.get(one) ?? []), thing])
  }
  const strangers = (thing: Thing): number => {
    let count = 0
    for (const one of thing.cases) {
      const others = (thingsOf.get(one) ?? []).filter(({ id }) => id !== thing.id && !held.has(id))
      const common = others.some(({ cases }) =>
        [...cases].some((other) => other !== one && thing.cases.has(other)),
      )
      if (!common && (own.get(one) ?? 0) > 1) count += 1
    }
    return count / thing.cases.size
  }
  for (;;) {
    let worst: { readonly id: string; readonly share: number } | undefined
    for (const thing of things.values()) {
      if (
        held.has(thing.id) ||
        thing.known ||
        thing.cases.size < (thing.spoken.size > 0 ? LEAST_SPOKEN : LEAST_CASES[thing.kind])
      )
        continue
      const share = strangers(thing)
      if (share >= STRANGERS && share > (worst?.share ?? 0)) worst = { id: thing.id, share }
    }
    if (worst === undefined) return held
    held.set(worst.id, 'structure')
  }
}
