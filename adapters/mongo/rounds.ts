/** Rounds of a claim: each passes over what was found before. */
const ROUNDS = 8

/** What a round began, or nothing where there is no more to find. */
export type Round<T> = (room: number) => Promise<readonly T[] | undefined>

/**
 * Rounds until there are `limit`. What the first ones began is given out even where a later one
 * fails, else nobody would work on it until its claim ends; whatever failed is met again by the
 * next claim.
 */
export const inRounds = async <T>(limit: number, round: Round<T>): Promise<readonly T[]> => {
  const begun: T[] = []
  for (let count = 0; count < ROUNDS && begun.length < limit; count++) {
    try {
      const more = await round(limit - begun.length)
      if (more === undefined) break
      begun.push(...more)
    } catch (error) {
      if (begun.length === 0) throw error
      break
    }
  }
  return begun
}
