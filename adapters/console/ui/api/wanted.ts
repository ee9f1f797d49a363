import { queryOptions } from '@tanstack/react-query'
import type { WantedList } from '../../contract/wanted.ts'
import { call } from './call.ts'

/** Beside the feed: an hour that passes is no change of any case. */
const SOONEST = 1_000
const LATEST = 60_000

/**
 * What waits for this agent to answer. Read anew with every change of a case, and when time alone
 * adds something.
 */
export const wantedQuery = queryOptions({
  queryKey: ['queue', 'wanted'],
  queryFn: ({ signal }) => call<WantedList>('GET', '/api/v1/me/wanted', { signal }),
  refetchInterval: ({ state }) => {
    const next = state.data?.next
    return next === undefined ? LATEST : Math.min(LATEST, Math.max(SOONEST, Date.parse(next) - Date.now()))
  },
})
