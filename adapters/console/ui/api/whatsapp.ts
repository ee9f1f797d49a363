import { queryOptions } from '@tanstack/react-query'
import type { WhatsappAccount, WhatsappPairing } from '../../contract/whatsapp.ts'
import { call } from './call.ts'

/** Whether a pairing is under way: something to scan or to type, or about to be. */
export const isPairing = (pairing: WhatsappPairing | undefined): boolean =>
  pairing?.status === 'asked' || pairing?.status === 'qr' || pairing?.status === 'code'

export const whatsappQuery = queryOptions({
  queryKey: ['whatsapp'],
  queryFn: ({ signal }) => call<WhatsappAccount>('GET', '/api/v1/whatsapp', { signal }),
  // A QR code is good for twenty seconds.
  refetchInterval: ({ state }) => (isPairing(state.data?.pairing) ? 1_000 : 5_000),
})

export type WhatsappAct = 'look' | 'connect' | 'unlink' | 'pairing/cancel'

/** All throw ApiFault. */
export const actOnWhatsapp = (act: WhatsappAct): Promise<unknown> => call('POST', `/api/v1/whatsapp/${act}`)
/** Only after the person ticked that the number is this service's alone. */
export const pairWhatsapp = (phone?: string): Promise<unknown> =>
  call('POST', '/api/v1/whatsapp/pairing', {
    body: { ownNumber: true, ...(phone === undefined ? {} : { phone }) },
  })
