import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { CaseFile, CasePage, Custody, Evidence } from '../../contract/index.ts'
import type { MessagePage } from '../../contract/messages.ts'
import type { AgentRow, Colleagues, Me } from '../../contract/people.ts'
import type { Counts } from '../../contract/statistics.ts'
import type { MyShift, Timeline } from '../../contract/shift.ts'
import type { Translate } from '../language/bundles.ts'
import { call } from './call.ts'
import { queryOf, type Filter } from './search.ts'
import { isUnderway, joinNewest, joinOlder, LARGEST_PAGE, PAGE, type Thread } from './thread.ts'

export const VIEWS = ['waiting', 'mine', 'snoozed', 'all', 'bot', 'closed'] as const
/** What of the queue is shown. */
export type View = (typeof VIEWS)[number]

const VIEW_QUERY: Readonly<Record<View, string>> = {
  waiting: 'status=waiting',
  mine: 'assignee=me&status=agent',
  // What is set aside is told apart by the page: nobody holds more cases than a few.
  snoozed: 'assignee=me&status=agent',
  bot: 'status=bot',
  all: 'status=waiting&status=agent&status=bot',
  closed: 'status=closed&status=erased',
}

export const casePath = (code: string, rest = ''): string => `/api/v1/cases/${code}${rest}`

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call<Me>('GET', '/api/v1/me', { signal }),
  staleTime: 60_000,
})

/** Analysts and auditors see no words, and who must set up a second factor sees nothing yet. */
export const mayRead = (me: Me | undefined): boolean => me?.rights.includes('read') === true

export const mayWork = (me: Me | undefined): boolean => me?.rights.includes('work') === true

/** May see networks of cases and decide of them. */
export const mayJudge = (me: Me | undefined): boolean => me?.rights.includes('networks') === true

export const maySupervise = (me: Me | undefined): boolean => me?.rights.includes('supervise') === true

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: async ({ signal }) => (await call<Counts>('GET', '/api/v1/counts', { signal })).counts,
  refetchInterval: 30_000,
})

export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: ({ signal }) => call<Colleagues>('GET', '/api/v1/colleagues', { signal }),
  staleTime: 60_000,
})

/**
 * A team's name; of one that is switched off or that a newer server has, its id. Cases that no rule
 * sent anywhere are with the intake.
 */
export const teamName = (t: Translate, colleagues: Colleagues | undefined, id: string): string =>
  id === 'intake' ? t('team-intake') : (colleagues?.teams.find((team) => team.id === id)?.name ?? id)

const NARROWED_BY_NOTHING: Filter = {}

/**
 * Rows of the queue, 100 at a time. A search looks everywhere, whatever view is chosen; filters, where
 * there are any, take the place of the view.
 */
export const queueQuery = (view: View, team: string, search: string, narrowed = NARROWED_BY_NOTHING) =>
  infiniteQueryOptions({
    queryKey: ['queue', view, team, search, narrowed],
    queryFn: ({ signal, pageParam }) => {
      const ofTeam = team === '' ? '' : `&${new URLSearchParams({ team }).toString()}`
      const shown = Object.keys(narrowed).length > 0 ? queryOf(narrowed) : `${VIEW_QUERY[view]}${ofTeam}`
      const filter = search === '' ? shown : new URLSearchParams({ q: search }).toString()
      const cursor = pageParam === '' ? '' : `&${new URLSearchParams({ cursor: pageParam }).toString()}`
      return call<CasePage>('GET', `/api/v1/cases?${filter}&limit=100${cursor}`, { signal })
    },
    initialPageParam: '',
    getNextPageParam: (page: CasePage) => page.cursor,
  })

/** What the agent holds and how their shift goes. */
export const shiftQuery = queryOptions({
  queryKey: ['queue', 'shift'],
  queryFn: ({ signal }) => call<MyShift>('GET', '/api/v1/me/shift', { signal }),
})

export const timelineQuery = (code: string) =>
  queryOptions({
    queryKey: ['timeline', code],
    queryFn: ({ signal }) => call<Timeline>('GET', casePath(code, '/timeline'), { signal }),
  })

/** The waiting cases, for counting and ringing, whatever view is open. */
export const waitingQuery = queryOptions({
  queryKey: ['queue', 'ring'],
  queryFn: ({ signal }) => call<CasePage>('GET', '/api/v1/cases?status=waiting&limit=50', { signal }),
})

export const caseQuery = (code: string) =>
  queryOptions({
    queryKey: ['case', code],
    queryFn: ({ signal }) => call<CaseFile>('GET', casePath(code), { signal }),
  })

const threadKey = (code: string): readonly [string, string] => ['thread', code]

const readMessages = (
  code: string,
  query: Record<string, string>,
  signal?: AbortSignal,
): Promise<MessagePage> =>
  call<MessagePage>(
    'GET',
    casePath(code, `/messages?${new URLSearchParams(query).toString()}`),
    signal === undefined ? {} : { signal },
  )

/**
 * The thread of a case. A refresh asks for as much as is shown, up to one page of the largest size,
 * so that edits arrive too.
 */
export const threadQuery = (code: string, queries: QueryClient) =>
  queryOptions({
    queryKey: threadKey(code),
    // Compared by id where it is joined; by place, as is usual, everything would seem new whenever
    // older messages come.
    structuralSharing: false,
    queryFn: async ({ signal }): Promise<Thread> => {
      const shown = queries.getQueryData<Thread>(threadKey(code))
      const limit = Math.min(LARGEST_PAGE, Math.max(PAGE, shown?.messages.length ?? 0))
      const page = await readMessages(code, { limit: String(limit) }, signal)
      return joinNewest(queries.getQueryData<Thread>(threadKey(code)), page)
    },
    refetchInterval: (query) =>
      query.state.data !== undefined && isUnderway(query.state.data) ? 2_000 : false,
  })

/** Fetches one page before what is shown. */
export const loadOlder = async (code: string, queries: QueryClient): Promise<void> => {
  const before = queries.getQueryData<Thread>(threadKey(code))?.older
  if (before === undefined) return
  const page = await readMessages(code, { before, limit: String(PAGE) })
  queries.setQueryData<Thread>(threadKey(code), (thread) =>
    thread === undefined ? thread : joinOlder(thread, page),
  )
}

export const evidenceQuery = (code: string) =>
  queryOptions({
    queryKey: ['evidence', code],
    queryFn: async ({ signal }) =>
      (await call<{ evidence: Evidence[] }>('GET', casePath(code, '/evidence'), { signal })).evidence,
  })

export const custodyQuery = (code: string) =>
  queryOptions({
    queryKey: ['custody', code],
    queryFn: ({ signal }) => call<Custody>('GET', casePath(code, '/custody'), { signal }),
  })

export const agentsQuery = queryOptions({
  queryKey: ['agents'],
  queryFn: async ({ signal }) =>
    (await call<{ agents: AgentRow[] }>('GET', '/api/v1/agents', { signal })).agents,
})
