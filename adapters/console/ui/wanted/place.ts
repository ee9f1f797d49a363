import type { WantedLine } from '../../contract/wanted.ts'

type Place = {
  readonly to: '/cases/$code' | '/cases/$code/file'
  readonly params: { readonly code: string }
  readonly hash?: string
}

/** What stands after the address of a conversation that leads to one of its notes. */
export const hashOf = (note: string): string => `note-${note}`

/** Where it is answered: in the conversation, or at its request in the case file (file/arrive.ts). */
export const placeOf = ({ kind, code, note }: WantedLine): Place => {
  const params = { code }
  if (note !== undefined) return { to: '/cases/$code', params, hash: hashOf(note) }
  if (kind === 'task') return { to: '/cases/$code/file', params }
  return kind === 'erasure' || kind === 'export'
    ? { to: '/cases/$code/file', params, hash: kind }
    : { to: '/cases/$code', params }
}
