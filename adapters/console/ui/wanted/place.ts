import type { WantedLine } from '../../contract/wanted.ts'
import { noteHash } from '../file/arrive.ts'

type Place = {
  readonly to: '/cases/$code' | '/cases/$code/file'
  readonly params: { readonly code: string }
  readonly hash?: string
}

/** Where it is answered: in the conversation, or at its request in the case file (file/arrive.ts). */
export const placeOf = ({ kind, code, note }: WantedLine): Place => {
  const params = { code }
  if (note !== undefined) return { to: '/cases/$code/file', params, hash: noteHash(note) }
  if (kind === 'task') return { to: '/cases/$code/file', params }
  if (kind === 'hold') return { to: '/cases/$code/file', params, hash: 'erasure' }
  return kind === 'erasure' || kind === 'export'
    ? { to: '/cases/$code/file', params, hash: kind }
    : { to: '/cases/$code', params }
}
