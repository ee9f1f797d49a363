import { queryOptions } from '@tanstack/react-query'
import type { Brief } from '../../contract/brief.ts'
import { call } from './call.ts'
import { casePath } from './reads.ts'

/** Read anew with everything of the case; the server words it in the language of the page. */
export const briefQuery = (code: string) =>
  queryOptions({
    queryKey: ['case', code, 'brief', document.documentElement.lang],
    queryFn: ({ signal }) => call<Brief>('GET', casePath(code, '/brief'), { signal }),
  })
