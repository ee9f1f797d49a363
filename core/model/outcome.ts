import type { AgentId } from '../base/ids.ts'
import type { Instant } from '../base/units.ts'
import type { AgreementFault } from './erasure-request.ts'

/** What came of a command. `version` is the case's conversation version after it, see CaseState. */
export type DeskOutcome =
  | { readonly status: 'done'; readonly version: number; readonly seq: number }
  | { readonly status: 'unknown' }
  | { readonly status: 'erased' }
  /** Another agent holds the case. */
  | { readonly status: 'held'; readonly by: AgentId; readonly alias: string }
  /** The caller does not hold the case, and the command needs it. */
  | { readonly status: 'not_yours' }
  /** Something was said or the case changed hands since `expectedVersion`. */
  | { readonly status: 'moved'; readonly version: number }
  | {
      readonly status: 'refused'
      readonly why:
        | 'blocked'
        | 'reason_required'
        | 'no_chat'
        /** The person's channel takes no such file, or none so large. */
        | 'file_kind'
        | 'file_size'
        | 'already'
        | 'conflict'
        | 'quiet'
        | 'time_invalid'
        | 'answer_invalid'
        | 'full'
        /** The caller's key stands for something else that was done before. */
        | 'key_reused'
        | Exclude<AgreementFault, 'unknown'>
    }
  /** Named in a note, and not to be told of the case: by name. */
  | { readonly status: 'refused'; readonly why: 'unseen'; readonly names: readonly string[] }
  /** The person asked for a woman; others may claim from `until`. */
  | { readonly status: 'refused'; readonly why: 'wish'; readonly until: Instant }
