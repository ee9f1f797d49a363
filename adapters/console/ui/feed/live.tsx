import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react'
import type { FeedEvent } from '../../contract/index.ts'
import { mayRead, meQuery, waitingQuery } from '../api/reads.ts'
import { makeStore, type Store } from '../browser/store.ts'
import { openFeed, type Feed } from './feed.ts'
import { heardIn, turnedIn, type Presences } from './presences.ts'
import type { FeedMessage, FeedState } from './stream.ts'

/** Lists are read at most once in this time however many cases change, or a busy night floods the server. */
const LIST_PAUSE = 1_000

/** A colleague asked for a case, for the `times`-th time since this page was opened. */
type Asking = { readonly code: string; readonly times: number }
/** `pages` counts how often people were called again for a case that waits, since this page was opened. */
type Live = {
  readonly state: FeedState
  readonly pages: number
  readonly asked: Asking | undefined
  readonly presences: Store<Presences>
  readonly stop: () => void
}

const openPresences = (): Store<Presences> => makeStore<Presences>(new Map())

const LiveContext = createContext<Live>({
  state: 'opening',
  pages: 0,
  asked: undefined,
  presences: openPresences(),
  stop: () => undefined,
})

export const useLive = (): Live => use(LiveContext)

/**
 * What else there is to a case, read once its conversation is there: an agent waits for the words
 * and not for these.
 */
const PER_CASE = ['case', 'evidence', 'custody', 'timeline'] as const

const changeIn = (message: FeedMessage): FeedEvent | undefined =>
  message.type === 'change' ? (JSON.parse(message.data) as FeedEvent) : undefined

const isPage = (message: FeedMessage): boolean => changeIn(message)?.kinds.includes('paged') === true

/**
 * What is read for the first time may be older than what was just heard of: it is waited for, and
 * read again.
 */
const readAgain = async (queries: QueryClient, queryKey: readonly string[]): Promise<void> => {
  const first = queries
    .getQueryCache()
    .findAll({ queryKey, predicate: ({ state }) => state.data === undefined && state.fetchStatus !== 'idle' })
  await queries.invalidateQueries({ queryKey })
  if (first.length > 0) await queries.invalidateQueries({ queryKey })
}

const makeRefresher = (
  queries: QueryClient,
): { readonly hear: (message: FeedMessage) => void; readonly quiet: () => void } => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let words: Promise<void> = Promise.resolve()
  const refreshLists = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      void words.then(() => readAgain(queries, ['queue']))
    }, LIST_PAUSE)
  }
  const refreshCase = (code: string): void => {
    words = readAgain(queries, ['thread', code])
    void words.then(() => Promise.all(PER_CASE.map((kind) => readAgain(queries, [kind, code]))))
  }
  return {
    hear: (message) => {
      if (message.type === 'reset') void queries.invalidateQueries()
      const change = changeIn(message)
      if (change === undefined) return
      // That a colleague looked in changes nothing of the case but its chain.
      if (change.kinds.every((kind) => kind === 'case_viewed')) {
        for (const kind of ['custody', 'timeline'])
          void queries.invalidateQueries({ queryKey: [kind, change.code] })
        return
      }
      refreshCase(change.code)
      refreshLists()
    },
    quiet: () => clearTimeout(timer),
  }
}

/**
 * Keeps everything inside up to date without reloading. The feed carries codes only; what changed
 * is fetched, and so is allowed.
 */
export const LiveProvider = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const queries = useQueryClient()
  const [state, setState] = useState<FeedState>('opening')
  const [pages, setPages] = useState(0)
  const [asked, setAsked] = useState<Asking>()
  const [presences] = useState(openPresences)
  const feed = useRef<Feed | undefined>(undefined)
  const started = useRef(false)
  const live = state === 'live'
  // While the feed is down, asking now and then is better than an old picture.
  const { data: me } = useQuery(meQuery)
  const { data } = useQuery({ ...waitingQuery, enabled: mayRead(me), refetchInterval: live ? false : 15_000 })
  const position = data?.position

  useEffect(() => {
    const { hear, quiet } = makeRefresher(queries)
    const opened = openFeed((message) => {
      if (message.type === 'state') {
        setState(message.state)
        presences.set(new Map())
      } else if (message.type === 'presence') {
        const before = presences.get()
        presences.set(heardIn(before, message.data))
        for (const code of turnedIn(before, presences.get()))
          void queries.invalidateQueries({ queryKey: ['case', code], exact: true })
      } else {
        hear(message)
        if (isPage(message)) setPages((before) => before + 1)
        const change = changeIn(message)
        if (change?.kinds.includes('case_asked') === true)
          setAsked((before) => ({ code: change.code, times: (before?.times ?? 0) + 1 }))
      }
    })
    feed.current = opened
    const poke = (): void => {
      if (document.visibilityState === 'visible') opened.poke()
    }
    document.addEventListener('visibilitychange', poke)
    window.addEventListener('online', poke)
    const leave = (event: PageTransitionEvent): void => {
      if (!event.persisted) opened.close()
    }
    window.addEventListener('pagehide', leave)
    return () => {
      document.removeEventListener('visibilitychange', poke)
      window.removeEventListener('online', poke)
      window.removeEventListener('pagehide', leave)
      quiet()
      opened.close()
    }
  }, [queries, presences])

  useEffect(() => {
    if (position === undefined || started.current) return
    started.current = true
    feed.current?.start(position)
  }, [position])

  useEffect(() => {
    if (state === 'signed_out') void queries.invalidateQueries({ queryKey: ['me'] })
  }, [state, queries])

  return (
    <LiveContext value={{ state, pages, asked, presences, stop: () => feed.current?.stop() }}>
      {children}
    </LiveContext>
  )
}
