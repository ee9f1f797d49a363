import type { CaseId, ObjectId } from '../base/ids.ts'
import type { ChainFault } from '../model/entry.ts'
import type { JobKind } from '../ports/store/jobs.ts'
import { describeLogFault, type LogFault } from './verify.ts'

/** Something in the store that is not as it was written. Names places, never content. */
export type StoreFault =
  | ({ readonly what: 'entry' } & ChainFault)
  /** `view_old`: an earlier version made it, of other rules; a running Amin makes it again. */
  | {
      readonly what: 'head'
      readonly caseId: CaseId
      readonly fault: 'view_differs' | 'view_old' | 'view_missing' | 'view_unreadable' | 'entries_missing'
    }
  | {
      readonly what: 'object'
      readonly caseId: CaseId
      readonly seq: number
      readonly object: ObjectId
      /** `left`: of an erased case. `seal_broken`, `plain_differs`: found only with keys. */
      readonly fault:
        'missing' | 'differs' | 'size_differs' | 'unreadable' | 'left' | 'seal_broken' | 'plain_differs'
    }
  /** `missing`, `destroyed`: of a case that has no tombstone. `left`: of one that has. */
  | { readonly what: 'key'; readonly caseId: CaseId; readonly fault: 'missing' | 'destroyed' | 'left' }
  /** The chain holds, but what is sealed in this entry does not open, or is no list of events. */
  | { readonly what: 'seal'; readonly caseId: CaseId; readonly seq: number }
  /** A timer that every case like this has is not there: nobody would be called, or nothing would end. */
  | { readonly what: 'job'; readonly caseId: CaseId; readonly kind: JobKind }
  /** What an entry says was sent, or is to be sent, has no row. */
  | { readonly what: 'outbox'; readonly caseId: CaseId; readonly seq: number; readonly n: number }
  /** A guard of the engine, or a table, is not as this version makes it. */
  | { readonly what: 'schema'; readonly name: string; readonly fault: 'missing' | 'differs' | 'strange' }
  /** A case stands in the list of erasures, and is there. */
  | { readonly what: 'erasure'; readonly caseId: CaseId }
  | LogFault

const OLD = ' (made by an earlier version; a running Amin makes it again)'

/** One line for an operator. */
export const describeFault = (fault: StoreFault): string => {
  switch (fault.what) {
    case 'entry':
      return `case ${fault.caseId} entry ${fault.seq}: ${fault.fault}`
    case 'head':
      return `case ${fault.caseId} head: ${fault.fault}${fault.fault === 'view_old' ? OLD : ''}`
    case 'object':
      return `case ${fault.caseId} entry ${fault.seq} object ${fault.object}: ${fault.fault}`
    case 'key':
      return `case ${fault.caseId} key: ${fault.fault}`
    case 'seal':
      return `case ${fault.caseId} entry ${fault.seq}: seal_broken`
    case 'job':
      return `case ${fault.caseId} timer ${fault.kind}: missing`
    case 'outbox':
      return `case ${fault.caseId} entry ${fault.seq} outbox row ${fault.n}: missing`
    case 'schema':
      return `schema ${fault.name}: ${fault.fault}`
    case 'erasure':
      return `case ${fault.caseId}: was erased, and is there again`
    default:
      return describeLogFault(fault)
  }
}
