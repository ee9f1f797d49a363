import { queryOptions } from '@tanstack/react-query'
import type { HealthState } from '../../contract/health.ts'
import type { CalledHotline, OperatorState } from '../../contract/operator.ts'
import type { BotTexts } from '../../contract/texts.ts'
import { call } from './call.ts'

export const operatorQuery = queryOptions({
  queryKey: ['operator'],
  queryFn: ({ signal }) => call<OperatorState>('GET', '/api/v1/operator', { signal }),
})

/** Throws ApiFault; `outdated` where the operator states another number by now. */
export const confirmHotline = (id: string, called: CalledHotline): Promise<OperatorState> =>
  call<OperatorState>('POST', `/api/v1/operator/hotlines/${id}/confirm`, { body: called })

/** They change with a new version of the program only. */
export const textsQuery = queryOptions({
  queryKey: ['bot-texts'],
  queryFn: ({ signal }) => call<BotTexts>('GET', '/api/v1/texts', { signal }),
  staleTime: Infinity,
})

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => call<HealthState>('GET', '/api/v1/health', { signal }),
  refetchInterval: 10_000,
})
