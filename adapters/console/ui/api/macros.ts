import { queryOptions } from '@tanstack/react-query'
import type { Done } from '../../contract/index.ts'
import type { Macros, NewMacros, PlannedMacros, RunMacro } from '../../contract/macros.ts'
import { call } from './call.ts'
import { casePath } from './reads.ts'

export const macrosQuery = queryOptions({
  queryKey: ['macros'],
  queryFn: ({ signal }) => call<Macros>('GET', '/api/v1/macros', { signal }),
})

/** Throws ApiFault; `outdated` where somebody else changed them since `version`. */
export const keepMacros = (list: NewMacros): Promise<Macros> =>
  call<Macros>('PUT', '/api/v1/macros', { body: list })

/** What each would do to the case now: read anew whenever it is looked at. */
export const plannedQuery = (code: string) =>
  queryOptions({
    queryKey: ['planned', code, document.documentElement.lang],
    queryFn: ({ signal }) => call<PlannedMacros>('GET', casePath(code, '/macros'), { signal }),
    staleTime: 0,
    gcTime: 0,
  })

/** Throws ApiFault; its `step` is the one that failed, and then nothing was done. */
export const runMacro = (code: string, id: string, run: RunMacro, key: string): Promise<Done> =>
  call<Done>('POST', casePath(code, `/macros/${id}`), { body: run, key })
