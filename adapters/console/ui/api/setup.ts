import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { SetupState } from '../../contract/people.ts'
import { call } from './call.ts'

/** Whether nobody can sign in yet. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => call<z.infer<typeof SetupState>>('GET', '/api/v1/setup', { signal }),
})
