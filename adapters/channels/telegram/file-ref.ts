import { int, record, text } from '../../kit/json.ts'

/**
 * What is needed to fetch a file later: `file_id` is its download key for this bot,
 * `file_unique_id` its stable name, `size` as declared.
 */
export type FileRef = { readonly file_id: string; readonly file_unique_id: string; readonly size?: number }

export const writeFileRef = (ref: FileRef): string => JSON.stringify(ref)

export const readFileRef = (written: string): FileRef | undefined => {
  let value
  try {
    value = record(JSON.parse(written))
  } catch {
    return undefined
  }
  const file_id = text(value?.['file_id'])
  const file_unique_id = text(value?.['file_unique_id'])
  const size = int(value?.['size'])
  if (file_id === undefined || file_unique_id === undefined) return undefined
  return { file_id, file_unique_id, ...(size === undefined ? {} : { size }) }
}
