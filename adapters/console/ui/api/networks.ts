import { queryOptions } from '@tanstack/react-query'
import type { NetworkAct, NetworkDone, NetworkList, NetworkPage } from '../../contract/networks.ts'
import { call } from './call.ts'

const PATH = '/api/v1/networks'
const FRESH = 30_000

export const networksQuery = (language: string) =>
  queryOptions({
    queryKey: ['networks', language],
    queryFn: ({ signal }) => call<NetworkList>('GET', `${PATH}?lang=${language}`, { signal }),
    staleTime: FRESH,
  })

/** That it is read is written down. */
export const networkQuery = (network: string, language: string) =>
  queryOptions({
    queryKey: ['networks', language, network],
    queryFn: ({ signal }) => call<NetworkPage>('GET', `${PATH}/${network}?lang=${language}`, { signal }),
    staleTime: FRESH,
  })

export const decide = (network: string, act: NetworkAct): Promise<NetworkDone> =>
  call<NetworkDone>('POST', `${PATH}/${network}`, { body: act })

export const confirmNetwork = (codes: readonly string[], reason: string): Promise<NetworkDone> =>
  call<NetworkDone>('POST', PATH, { body: { codes, reason } })
