import { queryOptions } from '@tanstack/react-query'
import type { PictureWords } from '../../contract/evidence.ts'
import { call } from './call.ts'
import { isFault } from './fault.ts'
import { casePath } from './reads.ts'

/** The words of an opened picture; nothing where none were read, or it is not open any more. */
export const readingQuery = (code: string, evidence: string) =>
  queryOptions({
    queryKey: ['reading', code, evidence],
    queryFn: async ({ signal }) => {
      try {
        return await call<PictureWords>('GET', casePath(code, `/evidence/${evidence}/reading`), { signal })
      } catch (error) {
        if (isFault(error, 'not_found') || isFault(error, 'reveal_first')) return null
        throw error
      }
    },
  })
