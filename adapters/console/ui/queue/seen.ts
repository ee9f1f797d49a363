import type { CaseRow } from '../../contract/index.ts'
import { makeStore } from '../browser/store.ts'

/** What an agent saw of a case when they last had it open; nothing that anybody said. */
export type Seen = Pick<CaseRow, 'lastAt' | 'severity' | 'evidence'>

/** More than anybody has in mind; the oldest go first. */
const MOST = 500
const PLACE = 'amin-read'

type Kept = { readonly by: string; readonly seen: readonly (readonly [string, Seen])[] }

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'by' in value && 'seen' in value && Array.isArray(value.seen)

/** By case code. What another agent of this browser saw is let go. */
const read = (agent: string): ReadonlyMap<string, Seen> => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? 'null')
    return isKept(kept) && kept.by === agent ? new Map(kept.seen) : new Map()
  } catch {
    return new Map()
  }
}

let owner: string | undefined
export const seenCases = makeStore<ReadonlyMap<string, Seen>>(new Map())

export const admitReader = (agent: string): void => {
  if (owner === agent) return
  owner = agent
  seenCases.set(read(agent))
}

/** The agent has this case before them now. `keep`: also over a reload. */
export const see = (code: string, { lastAt, severity, evidence }: Seen, keep: boolean): void => {
  const before = seenCases.get().get(code)
  if (before?.lastAt === lastAt && before.severity === severity && before.evidence === evidence) return
  const others = [...seenCases.get()].filter(([each]) => each !== code)
  const next = new Map([...others, [code, { lastAt, severity, evidence }] as const].slice(-MOST))
  seenCases.set(next)
  try {
    if (keep && owner !== undefined)
      localStorage.setItem(PLACE, JSON.stringify({ by: owner, seen: [...next] } satisfies Kept))
    else localStorage.removeItem(PLACE)
  } catch {
    // A browser that keeps nothing knows it as long as the page.
  }
}

/** What is other than at the last look; nothing of a case that was never open here. */
export type Changes = {
  readonly severity?: readonly [before: CaseRow['severity'], now: CaseRow['severity']]
  readonly files?: number
  readonly words?: true
}

export const changesOf = (seen: Seen | undefined, row: Seen): Changes | undefined => {
  if (seen === undefined) return undefined
  const files = row.evidence - seen.evidence
  const changes: Changes = {
    ...(seen.severity === row.severity ? {} : { severity: [seen.severity, row.severity] as const }),
    ...(files > 0 ? { files } : {}),
    ...(row.lastAt > seen.lastAt ? { words: true as const } : {}),
  }
  return Object.keys(changes).length === 0 ? undefined : changes
}
