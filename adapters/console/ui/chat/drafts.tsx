import { createContext, use, type ReactNode } from 'react'
import type { Preferences } from '../browser/preferences.tsx'
import { makeStore, useStore, type Store } from '../browser/store.ts'

export type DraftKind = 'reply' | 'note'
/**
 * Unsent text by case and kind. It never reaches another case or another agent. The tab keeps it
 * over a reload, and no longer than the tab is open; not where the machine is said to be shared.
 */
export type Drafts = Store<ReadonlyMap<string, string>> & {
  /** Whose drafts these are: what another one left behind is let go. */
  readonly admit: (agent: string) => void
  readonly forget: () => void
}

const PLACE = 'amin-draft '
const places = (): readonly string[] => Object.keys(sessionStorage).filter((key) => key.startsWith(PLACE))

const readKept = (agent: string): ReadonlyMap<string, string> =>
  new Map(
    places().flatMap((place): readonly (readonly [string, string])[] => {
      const { by, text } = JSON.parse(sessionStorage.getItem(place) ?? '{}') as {
        readonly by?: unknown
        readonly text?: unknown
      }
      return by === agent && typeof text === 'string' ? [[place.slice(PLACE.length), text]] : []
    }),
  )

/** A browser that keeps nothing (a full disk, a setting) leaves drafts in memory. */
const tried = <T,>(run: () => T, otherwise: T): T => {
  try {
    return run()
  } catch {
    return otherwise
  }
}

export const makeDrafts = (preferences: Store<Preferences>): Drafts => {
  const store = makeStore<ReadonlyMap<string, string>>(new Map())
  let owner: string | undefined
  const keep = (): void => {
    if (owner === undefined) return
    const kept = preferences.get().sharedMachine ? new Map<string, string>() : store.get()
    for (const place of places()) if (!kept.has(place.slice(PLACE.length))) sessionStorage.removeItem(place)
    for (const [key, text] of kept) sessionStorage.setItem(PLACE + key, JSON.stringify({ by: owner, text }))
  }
  const save = (): void => tried(keep, undefined)
  store.watch(save)
  preferences.watch(save)
  return {
    ...store,
    admit: (agent) => {
      if (owner === agent) return
      const kept = tried(() => readKept(agent), new Map<string, string>())
      owner = agent
      store.set(kept)
    },
    forget: () => {
      store.set(new Map())
      tried(() => places().forEach((place) => sessionStorage.removeItem(place)), undefined)
      owner = undefined
    },
  }
}

const DraftsContext = createContext<Drafts | undefined>(undefined)

export const DraftsProvider = ({
  drafts,
  children,
}: {
  readonly drafts: Drafts
  readonly children: ReactNode
}): ReactNode => <DraftsContext value={drafts}>{children}</DraftsContext>

const useDrafts = (): Drafts => {
  const drafts = use(DraftsContext)
  if (drafts === undefined) throw new Error('no drafts around this')
  return drafts
}

/** Cases in which something is written and not sent. */
export const useDraftCodes = (): ReadonlySet<string> =>
  new Set([...useStore(useDrafts()).keys()].map((key) => key.slice(key.indexOf(' ') + 1)))

/** The draft of one case, or of a macro's reply in it, and how to change it. */
export const useDraft = (
  code: string,
  kind: DraftKind | `macro-${string}`,
): readonly [text: string, change: (text: string) => void] => {
  const drafts = useDrafts()
  const key = `${kind} ${code}`
  const change = (text: string): void => {
    const next = new Map(drafts.get())
    if (text === '') next.delete(key)
    else next.set(key, text)
    drafts.set(next)
  }
  return [useStore(drafts).get(key) ?? '', change]
}
