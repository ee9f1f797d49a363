import { queryOptions } from '@tanstack/react-query'
import type { Audit } from '../../contract/audit.ts'
import type { KeyRow, MadeKey, SessionRow, Me } from '../../contract/people.ts'
import { call } from './call.ts'

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) =>
    (await call<{ sessions: SessionRow[] }>('GET', '/api/v1/me/sessions', { signal })).sessions,
})
export const endSession = (id: string): Promise<unknown> => call('POST', `/api/v1/me/sessions/${id}/end`)
export const endOtherSessions = (): Promise<unknown> => call('POST', '/api/v1/me/sessions/end-others')

export const memberSessionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', id],
    queryFn: async ({ signal }) =>
      (await call<{ sessions: SessionRow[] }>('GET', `/api/v1/agents/${id}/sessions`, { signal })).sessions,
  })

export type MemberAct = 'unlock' | 'second-factor/reset' | 'sessions/end' | 'disable'
export const actOnMember = (id: string, act: MemberAct): Promise<unknown> =>
  call('POST', `/api/v1/agents/${id}/${act}`)
export const changeRights = (
  id: string,
  changes: { readonly role: Me['role']; readonly teams: readonly string[] | null },
): Promise<unknown> => call('POST', `/api/v1/agents/${id}/rights`, { body: changes })

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: async ({ signal }) => (await call<{ keys: KeyRow[] }>('GET', '/api/v1/keys', { signal })).keys,
})
export const makeKey = (key: {
  readonly name: string
  readonly scopes: readonly string[]
  readonly teams: readonly string[] | null
  readonly days?: number
}): Promise<MadeKey> => call('POST', '/api/v1/keys', { body: key })
export const endKey = (id: string): Promise<unknown> => call('POST', `/api/v1/keys/${id}/end`)

export const auditQuery = (query: string) =>
  queryOptions({
    queryKey: ['audit', query],
    queryFn: ({ signal }) => call<Audit>('GET', `/api/v1/audit?${query}`, { signal }),
  })
