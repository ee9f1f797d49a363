import type { CrisisHit } from '../base/danger.ts'
import type { KnownCrisis } from './conversation.ts'

const withoutPlace = (hit: CrisisHit): KnownCrisis => {
  const { start: _, end: __, ...known } = hit
  return known
}

/** The same rule twice is one danger; the newer detail counts. */
export const withCrisis = (
  known: readonly KnownCrisis[],
  hits: readonly CrisisHit[],
): readonly KnownCrisis[] => {
  const fresh = hits.map(withoutPlace)
  const same = (a: KnownCrisis, b: KnownCrisis): boolean =>
    a.rule === b.rule && a.hard === b.hard && a.about === b.about
  return [...known.filter((old) => !fresh.some((hit) => same(hit, old))), ...fresh]
}
