import { queryOptions } from '@tanstack/react-query'
import type { SectionChange, SectionName, SettingsPreview, SettingsState } from '../../contract/settings.ts'
import { call } from './call.ts'

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => call<SettingsState>('GET', '/api/v1/settings', { signal }),
})

/** Throws ApiFault: `outdated`, `stated`, or `unfit` with its `faults`. */
export const putSection = (section: SectionName, change: SectionChange): Promise<SettingsState> =>
  call<SettingsState>('PUT', `/api/v1/settings/${section}`, { body: change })

/** What an operator file would change; nothing is changed by asking. Throws ApiFault. */
export const previewFile = (file: Record<string, unknown>): Promise<SettingsPreview> =>
  call<SettingsPreview>('POST', '/api/v1/settings/preview', { body: { file } })
