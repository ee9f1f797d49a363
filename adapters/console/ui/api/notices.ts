import { queryOptions } from '@tanstack/react-query'
import type { Notice } from '../../contract/notices.ts'
import { call } from './call.ts'

/**
 * What others changed of my way in and rights. Looked at again now and then: it may happen while I
 * am here.
 */
export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: async ({ signal }) =>
    (await call<{ notices: Notice[] }>('GET', '/api/v1/me/notices', { signal })).notices,
  refetchInterval: 60_000,
})
export const noticesRead = (no: number): Promise<unknown> =>
  call('POST', '/api/v1/me/notices/seen', { body: { no } })
