import { queryOptions } from '@tanstack/react-query'
import type { Done } from '../../contract/index.ts'
import type { BundleScope, ExportState } from '../../contract/exports.ts'
import { call } from './call.ts'
import { casePath } from './reads.ts'

/** Read anew with everything of the case: whatever happens to a request is in its chain. */
export const exportsQuery = (code: string) =>
  queryOptions({
    queryKey: ['case', code, 'exports'],
    queryFn: ({ signal }) => call<ExportState>('GET', casePath(code, '/exports'), { signal }),
  })

export type Asked = {
  readonly reason: string
  readonly scope: BundleScope
  readonly recipients: readonly string[]
}

/** All throw ApiFault. */
export const askExport = (code: string, asked: Asked): Promise<Done> =>
  call<Done>('POST', casePath(code, '/exports'), { body: asked })
export const answerExport = (
  code: string,
  request: number,
  how: 'approve' | 'refuse',
  reason: string,
): Promise<Done> => call<Done>('POST', casePath(code, `/exports/${request}/${how}`), { body: { reason } })

/** Where the bundle is saved from. */
export const exportUrl = (code: string, request: number): string => casePath(code, `/exports/${request}`)
