import { queryOptions } from '@tanstack/react-query'
import type { DossierAsked, DossierState } from '../../contract/dossiers.ts'
import { call } from './call.ts'
import type { Asked } from './exports.ts'

const pathOf = (network: string, rest = ''): string => `/api/v1/networks/${network}/dossier${rest}`

/** Read anew with everything of networks: whatever happens to a request is in the network's chain. */
export const dossierQuery = (network: string) =>
  queryOptions({
    queryKey: ['networks', 'dossier', network],
    queryFn: ({ signal }) => call<DossierState>('GET', pathOf(network), { signal }),
  })

/** All throw ApiFault. */
export const askDossier = (network: string, asked: Asked): Promise<DossierAsked> =>
  call<DossierAsked>('POST', pathOf(network), { body: asked })
export const answerDossier = (
  network: string,
  request: number,
  how: 'approve' | 'refuse',
  reason: string,
): Promise<DossierAsked> =>
  call<DossierAsked>('POST', pathOf(network, `/${request}/${how}`), { body: { reason } })

/** Where the dossier is saved from. */
export const dossierUrl = (network: string, request: number): string => pathOf(network, `/${request}`)
