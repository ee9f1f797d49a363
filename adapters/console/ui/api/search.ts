import { infiniteQueryOptions } from '@tanstack/react-query'
import { endOfDay, startOfDay } from '../../contract/days.ts'
import type { Severity, Status } from '../../contract/index.ts'
import type { SearchAsked, SearchPage } from '../../contract/search.ts'
import type { ORDERS } from '../../contract/orders.ts'
import type { Language } from '../language/bundles.ts'
import { call } from './call.ts'

/** Days are those of Baghdad, `YYYY-MM-DD`; both count. */
export type Filter = {
  readonly team?: string
  /** Held by this member. */
  readonly assignee?: string
  readonly language?: Language
  readonly status?: readonly Status[]
  readonly severity?: readonly Severity[]
  readonly from?: string
  readonly to?: string
  /** In place of the queue's own order. */
  readonly order?: (typeof ORDERS)[number]
}

/** Days of a filter as moments. */
const span = ({ from, to }: Filter): { readonly from?: string; readonly to?: string } => ({
  ...(from === undefined ? {} : { from: startOfDay(from) }),
  ...(to === undefined ? {} : { to: endOfDay(to) }),
})

/** What is found by words is in an order of its own. */
const askedOf = (
  q: string,
  { team, assignee, language, status = [], severity = [], ...days }: Filter,
): SearchAsked => ({
  q,
  ...(team === undefined ? {} : { team }),
  ...(assignee === undefined ? {} : { assignee }),
  ...(language === undefined ? {} : { language }),
  ...(status.length === 0 ? {} : { status: [...status] }),
  ...(severity.length === 0 ? {} : { severity: [...severity] }),
  ...span(days),
})

/** The same for the queue's address, which holds no word that anybody searched for. */
export const queryOf = (filter: Filter): string =>
  new URLSearchParams(
    Object.entries({ ...filter, ...span(filter) }).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each]),
    ),
  ).toString()

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
