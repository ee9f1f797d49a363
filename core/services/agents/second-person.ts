import { after, hours, type Instant } from '../../base/units.ts'

/**
 * Who signs in may be somebody else since: by a link to a new password, a second factor taken away,
 * a first invitation, or more is theirs to do.
 */
export type WayIn = {
  readonly how: 'invited' | 'invited_again' | 'factor_reset' | 'role'
  /** Who did it: a member's id; nothing where the operator's own command line or the first setup did. */
  readonly by?: string
  readonly at: Instant
}

/** A member as the second of two people: what was done to how they come in. */
export type Person = { readonly id: string; readonly ways: readonly WayIn[] }

/**
 * Why somebody is not the second of two people. `too_new`: their way in or their role was changed
 * not long ago, and it may not be they who sit there. `made_by_asker`: whoever asks made the way in
 * themselves, and would agree with themselves. `asker_too_new`: the other way round.
 */
export type Barred =
  { readonly why: 'too_new' | 'asker_too_new'; readonly until: Instant } | { readonly why: 'made_by_asker' }

/**
 * Long enough that the member has signed in again or failed to, and over a weekend; short enough
 * that a team with a new supervisor is not stuck. The operator's own command line waits for nobody:
 * whoever has the server erases with `amin erase` as well.
 */
export const SETTLES = hours(72)

const lastUntil = (ways: readonly WayIn[]): Instant | undefined => {
  const ends = ways.filter(({ by }) => by !== undefined).map(({ at }) => after(at, SETTLES))
  return ends.length === 0 ? undefined : ends.reduce((a, b) => (a > b ? a : b))
}

/** Until when somebody agrees to nothing yet; nothing where they may. */
export const settlesAt = (ways: readonly WayIn[], now: Instant): Instant | undefined => {
  const until = lastUntil(ways)
  return until !== undefined && now < until ? until : undefined
}

/** Why `second` may not agree to what `asker` asked for. */
export const judgeSecond = (second: Person, asker: Person, now: Instant): Barred | undefined => {
  if (second.ways.some(({ by, how }) => by === asker.id && how !== 'role')) return { why: 'made_by_asker' }
  const own = settlesAt(second.ways, now)
  if (own !== undefined) return { why: 'too_new', until: own }
  // Whoever agrees made the one who asks, a moment ago: the same one person, the other way round.
  const theirs = settlesAt(
    asker.ways.filter(({ by }) => by === second.id),
    now,
  )
  return theirs === undefined ? undefined : { why: 'asker_too_new', until: theirs }
}
