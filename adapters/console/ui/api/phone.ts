import { queryOptions } from '@tanstack/react-query'
import type { Done } from '../../contract/index.ts'
import type { Call, Calls, GivenAnswer } from '../../contract/phone.ts'
import type { Language } from '../language/bundles.ts'
import { call } from './call.ts'
import { casePath } from './reads.ts'

export const callsQuery = queryOptions({
  queryKey: ['calls'],
  queryFn: async ({ signal }) => (await call<Calls>('GET', '/api/v1/calls', { signal })).calls,
  staleTime: 0,
})

/** Nobody but this page moves a call on; what it said last is kept with the answers (`echo`). */
export const callQuery = (code: string) =>
  queryOptions({
    queryKey: ['call', code],
    queryFn: ({ signal }) => call<Call>('GET', casePath(code, '/call'), { signal }),
    staleTime: Infinity,
    gcTime: 0,
  })

export const openCall = (language: Language, note: string, key: string): Promise<Done> =>
  call<Done>('POST', '/api/v1/cases', { body: { language, story: '', note }, key })

export const giveAnswer = (code: string, given: GivenAnswer): Promise<Call> =>
  call<Call>('POST', casePath(code, '/answers'), { body: given })

export const keepPin = (code: string, pin: string): Promise<Done> =>
  call<Done>('POST', casePath(code, '/pin'), { body: { pin } })
