import type { Inbound } from '../../../core/base/message.ts'
import type { ToChild, ToParent } from './protocol.ts'

type Row = Extract<ToParent, { readonly type: 'row' }>

/**
 * Where rows of the child come in: what is anybody's goes on to the inbox; what is private is looked at here,
 * opens a case where `opens` says so of any of it, and else is gone from memory and from the journal.
 */
export const makeDoor = (parts: {
  readonly opens: (item: Inbound) => boolean
  readonly add: (row: Row) => void
  readonly say: (message: ToChild) => void
}): ((row: Row) => void) => {
  const { opens, add, say } = parts
  return (row) => {
    if (row.private !== true) return add(row)
    say(row.items.some(opens) ? { type: 'take', row: row.row } : { type: 'done', rows: [row.row] })
  }
}
