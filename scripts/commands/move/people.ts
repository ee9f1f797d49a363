import { isDeepStrictEqual } from 'node:util'
import { Refusal } from './refusal.ts'
import type { People } from './side.ts'

/**
 * What lasts: members of the team and how they sign in, the keys of programs, links that were not
 * used yet, what administrators did, which hotlines they called, the ready texts of the team and of
 * each member, browsers that want to be woken, and what is counted of a shift: a move within one
 * must not let anybody begin to count anew.
 */
export const MOVED = [
  'user',
  'account',
  'twoFactor',
  'passkey',
  'apikey',
  'verification',
  'deed',
  'hotlineCheck',
  'teamReplies',
  'ownReplies',
  'pushBrowser',
  'shift',
  'reveal',
] as const
/**
 * What is over when Amin stops, or within minutes: who is signed in, who is at which case, what was
 * tried.
 */
export const LEFT = ['session', 'presence', 'tries', 'rateLimit'] as const
type Model = (typeof MOVED)[number]
/** More than any team has. */
const MOST = 1_000_000

type Row = { readonly id: string } & Readonly<Record<string, unknown>>

/**
 * What is not set is absent in one engine and null in the other. It is written as null: a limit
 * that is absent counts as used up.
 */
const plain = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null])) as Row

const rowsOf = async (people: People, model: Model): Promise<ReadonlyMap<string, Row>> => {
  const rows = await people.findMany<Row>({ model, limit: MOST })
  return new Map(rows.map((row) => [row.id, plain(row)]))
}

/** Throws a `Refusal` where the target has members that this store does not know. */
export const checkPeople = async (source: People, target: People): Promise<void> => {
  const [ours, theirs] = [await rowsOf(source, 'user'), await rowsOf(target, 'user')]
  const strange = [...theirs.keys()].filter((id) => !ours.has(id))
  if (strange.length > 0)
    throw new Refusal(`the target has ${strange.length} members of a team that this store does not know`)
}

/** Copies people, their ids unchanged: ledgers name them. Returns how many rows there are of each kind. */
export const copyPeople = async (
  source: People,
  target: People,
): Promise<Readonly<Record<Model, number>>> => {
  const counts = Object.fromEntries(MOVED.map((model) => [model, 0])) as Record<Model, number>
  for (const model of MOVED) {
    const [ours, theirs] = [await rowsOf(source, model), await rowsOf(target, model)]
    const drop = async (id: string): Promise<void> =>
      target.delete({ model, where: [{ field: 'id', value: id }] })
    for (const id of theirs.keys()) if (!isDeepStrictEqual(theirs.get(id), ours.get(id))) await drop(id)
    for (const [id, row] of ours)
      if (!isDeepStrictEqual(theirs.get(id), row))
        await target.create({ model, data: { ...row }, forceAllowId: true })
    counts[model] = ours.size
  }
  return counts
}

/** The kinds of rows in which the ends differ. */
export const differingPeople = async (source: People, target: People): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const model of MOVED)
    if (!isDeepStrictEqual(await rowsOf(source, model), await rowsOf(target, model)))
      faults.push(`people: ${model} differs`)
  return faults
}
