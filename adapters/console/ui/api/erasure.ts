import { queryOptions, skipToken } from '@tanstack/react-query'
import type { ErasureCertificate, Erased } from '../../contract/erasure.ts'
import { call } from './call.ts'
import { casePath } from './reads.ts'

/** Of a case that was erased from this page; nothing asks the server for it again. */
export const certificateQuery = (code: string) =>
  queryOptions<ErasureCertificate>({ queryKey: ['erased', code], queryFn: skipToken, gcTime: Infinity })

/** Erases the case. Throws ApiFault. */
export const agreeToErase = (code: string, request: number): Promise<Erased> =>
  call<Erased>('POST', casePath(code, `/erasure/${request}/approve`))
