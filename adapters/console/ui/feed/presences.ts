import type { Presence } from '../../contract/presence.ts'

/** Who is at which case, as the stream told it last; nothing is remembered beyond it. */
export type Presences = ReadonlyMap<string, Presence>

/** What is known after one more frame was heard. */
export const heardIn = (known: Presences, data: string): Presences => {
  const told = JSON.parse(data) as Presence
  const next = new Map(known)
  if (told.agents.length === 0 && told.person === undefined) next.delete(told.code)
  else next.set(told.code, told)
  return next
}

const idsAt = (known: Presences, code: string): string =>
  (known.get(code)?.agents ?? []).map(({ id }) => id).join()

/**
 * The cases that a colleague came to or left; that somebody only began to write is no news of who
 * looks on.
 */
export const turnedIn = (before: Presences, after: Presences): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (code) => idsAt(before, code) !== idsAt(after, code),
  )
