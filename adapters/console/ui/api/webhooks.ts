import { queryOptions } from '@tanstack/react-query'
import type { WebhooksState, WebhookTest } from '../../contract/webhooks.ts'
import { call } from './call.ts'

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => call<WebhooksState>('GET', '/api/v1/webhooks', { signal }),
  refetchInterval: 10_000,
})

/** Throws ApiFault. */
export const testWebhook = (id: string): Promise<WebhookTest> =>
  call<WebhookTest>('POST', `/api/v1/webhooks/${id}/test`)
