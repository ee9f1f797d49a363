import type { Done } from '../../contract/index.ts'
import { callWith } from './call.ts'
import { casePath } from './reads.ts'

/** Sends a file to the person; the same key again sends nothing twice. Throws ApiFault. */
export const sendFile = (
  code: string,
  { file, name, key }: { readonly file: Blob; readonly name: string; readonly key: string },
  expectedVersion: number,
): Promise<Done> =>
  callWith<Done>(casePath(code, `/files?expectedVersion=${expectedVersion}`), file, {
    key,
    headers: { 'x-file-name': encodeURIComponent(name.slice(0, 200)) },
  })
