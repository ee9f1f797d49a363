import { queryOptions } from '@tanstack/react-query'
import type { CaseTies, CommonTexts } from '../../contract/ties.ts'
import { call } from './call.ts'
import { casePath } from './reads.ts'

/** Why a case belongs with others; read anew with everything of the case. */
export const tiesQuery = (code: string) =>
  queryOptions({
    queryKey: ['case', code, 'ties'],
    queryFn: ({ signal }) => call<CaseTies>('GET', casePath(code, '/ties'), { signal }),
  })

/** The copied texts of two cases beside each other. That they are read is written down in both. */
export const commonTextsQuery = (code: string, other: string) =>
  queryOptions({
    queryKey: ['case', code, 'ties', other],
    queryFn: ({ signal }) => call<CommonTexts>('GET', casePath(code, `/ties/${other}/texts`), { signal }),
  })
