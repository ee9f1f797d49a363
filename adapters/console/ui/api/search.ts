import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Severity, Status } from '../../contract/index.ts'
import type { SearchAsked, SearchPage } from '../../contract/search.ts'
import type { Language } from '../language/bundles.ts'
import { call } from './call.ts'

/** Days as the agent's calendar has them, `YYYY-MM-DD`; both count. */
export type Filter = {
  readonly team?: string
  /** Held by this member. */
  readonly assignee?: string
  readonly language?: Language
  readonly status?: readonly Status[]
  readonly severity?: readonly Severity[]
  readonly from?: string
  readonly to?: string
}

const DAY = 86_400_000

const startOf = (day: string): number => new Date(`${day}T00:00:00`).getTime()

const askedOf = (q: string, { from, to, status = [], severity = [], ...rest }: Filter): SearchAsked => ({
  q,
  ...rest,
  ...(status.length === 0 ? {} : { status: [...status] }),
  ...(severity.length === 0 ? {} : { severity: [...severity] }),
  ...(from === undefined ? {} : { from: new Date(startOf(from)).toISOString() }),
  ...(to === undefined ? {} : { to: new Date(startOf(to) + DAY).toISOString() }),
})

/**
 * What was found stays as it was found until something else is asked: each question is counted in
 * the log.
 */
export const searchQuery = (q: string, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['search', q, filter],
    queryFn: ({ signal, pageParam }) =>
      call<SearchPage>('POST', '/api/v1/search', {
        body: { ...askedOf(q, filter), ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page: SearchPage) => page.cursor,
    staleTime: Infinity,
    gcTime: 10 * 60_000,
  })
