import type { Decision } from '../casebook/decision.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { CaseState } from '../../model/state.ts'

/**
 * Members of the team who are called by a name that a note gives: one of a name alone, all of a name
 * that several have.
 */
export type Named = { readonly name: string; readonly members: readonly DeskAgent[] }

/** A name in a note ends where its letters and digits do: `@Sara's`, but not `@Sarah`. */
const GOES_ON = /^[\p{L}\p{M}\p{N}]/u

const plain = (text: string): string => text.toLowerCase().normalize('NFKC')

/**
 * Of these members those whom a note names as `@name`: of two names that begin alike the longer one,
 * whatever the case of its letters.
 */
export const namedIn = (text: string, members: readonly DeskAgent[]): readonly Named[] => {
  const byName = new Map<string, { readonly name: string; readonly members: DeskAgent[] }>()
  for (const member of members) {
    const name = plain(member.alias.trim())
    if (name === '') continue
    const known = byName.get(name) ?? { name: member.alias.trim(), members: [] }
    known.members.push(member)
    byName.set(name, known)
  }
  const longest = [...byName.keys()].toSorted((a, b) => b.length - a.length)
  const found = new Set<string>()
  // What follows each sign: an address (`a@b`) is no name.
  for (const { index } of plain(text).matchAll(/(?<![\p{L}\p{M}\p{N}._-])@/gu)) {
    const rest = plain(text).slice(index + 1)
    const name = longest.find((each) => rest.startsWith(each) && !GOES_ON.test(rest.slice(each.length)))
    if (name !== undefined) found.add(name)
  }
  return [...found].flatMap((name) => byName.get(name) ?? [])
}

/**
 * A note, and a word to the colleagues whom it names. Refused as `unseen` where it names somebody
 * who must not be told of the case: nothing is kept then, and whoever writes takes the name out.
 * `hides`: whether the case is hidden from a member.
 */
export const decideNote = (
  state: CaseState,
  agent: DeskAgent,
  {
    text,
    named,
    hides,
  }: {
    readonly text: string
    readonly named: readonly Named[]
    readonly hides: (member: DeskAgent, state: CaseState) => boolean
  },
): Decision | DeskOutcome => {
  const who = { agent: agent.id, alias: agent.alias }
  const told = named.map(({ name, members }) => ({
    name,
    members: members.filter((one) => !hides(one, state)),
  }))
  const unseen = told.filter(({ members }) => members.length === 0).map(({ name }) => name)
  if (unseen.length > 0) return { status: 'refused', why: 'unseen', names: unseen }
  const whom = told.flatMap(({ members }) => members).filter(({ id }) => id !== agent.id)
  return {
    actor: `agent:${agent.id}`,
    events: [
      { type: 'note_added', ...who, text },
      ...whom.map(({ id }) => ({ type: 'colleague_mentioned', ...who, whom: id }) as const),
    ],
  }
}

/** Whoever was named has seen the note. Refused as `already` where nobody waits for that. */
export const decideMentionSeen = (
  { work }: CaseState,
  agent: DeskAgent,
  note: string,
): Decision | DeskOutcome =>
  work.mentions.some((one) => one.whom === agent.id && one.note === note)
    ? { actor: `agent:${agent.id}`, events: [{ type: 'mention_seen', agent: agent.id, note }] }
    : { status: 'refused', why: 'already' }
