import type { BundleScope } from './bundle-scope.ts'
import type { AgentId, CaseId, NetworkId, Sha256Hex } from '../base/ids.ts'

/** A day as people say it: `2026-03-31`. */
export type Day = string & { readonly of: 'day' }

/** A run of the linking: digest of what it says (core/custody/bundle/linking), and the salt of its commitment. */
export type Linking = { readonly sha256: Sha256Hex; readonly salt: string }

/**
 * What people decided of a network of cases; the only thing that is stored of it (law 2). It names cases by
 * their ids, which say nothing once a case is erased, and never a number, a name or words of a case: those
 * are read where they stand, while it opens. Who did it, and when, stands in the entry's header. The payload
 * is that of a case's entry, with these events in it.
 */
export type NetworkEvent =
  /** What the computer suspected is one network: a person says so. `from`: what it was split off. */
  | { readonly type: 'network_confirmed'; readonly cases: readonly CaseId[]; readonly reason: string }
  | {
      readonly type: 'network_split_off'
      readonly cases: readonly CaseId[]
      readonly from: NetworkId
      readonly reason: string
    }
  | { readonly type: 'network_case_added'; readonly case: CaseId; readonly reason: string }
  | { readonly type: 'network_case_removed'; readonly case: CaseId; readonly reason: string }
  /** Who leads the work on it; nobody where no `agent` stands. */
  | { readonly type: 'network_led'; readonly agent?: AgentId }
  | { readonly type: 'network_investigated'; readonly reason: string }
  | { readonly type: 'network_given'; readonly authority: string; readonly reference: string }
  /** `source`: who says so. */
  | { readonly type: 'network_dismantled'; readonly day: Day; readonly source: string }
  | { readonly type: 'network_dissolved'; readonly reason: string }
  /** Fewer than two cases are left that are not erased. */
  | { readonly type: 'network_emptied' }
  /** These cases are a network of their own from now on. */
  | {
      readonly type: 'network_split'
      readonly cases: readonly CaseId[]
      readonly into: NetworkId
      readonly reason: string
    }
  /** The cases of another network came in; that one is no more. */
  | {
      readonly type: 'network_merged'
      readonly other: NetworkId
      readonly cases: readonly CaseId[]
      readonly reason: string
    }
  | { readonly type: 'network_went_over'; readonly into: NetworkId; readonly reason: string }
  /** After it was dismantled a case came that hangs together with `to`, one of its cases. */
  | { readonly type: 'network_matched'; readonly case: CaseId; readonly to: CaseId }
  /** Somebody looked at what came after it was dismantled. */
  | { readonly type: 'network_alarm_answered'; readonly case: CaseId; readonly reason: string }
  /**
   * A dossier of these cases, which `by` sees, is to go to somebody outside. It can be fetched within a day:
   * at once, or after somebody else agreed to it where the operator wants two people.
   */
  | {
      readonly type: 'network_dossier_requested'
      readonly by: string
      readonly reason: string
      readonly scope: BundleScope
      /** Public keys that it is sealed to; open where there are none. */
      readonly recipients: readonly string[]
      readonly cases: readonly CaseId[]
    }
  /** `request`: seq of the entry that asks. */
  | {
      readonly type: 'network_dossier_approved' | 'network_dossier_refused'
      readonly by: string
      readonly request: number
      readonly reason: string
    }
  /**
   * It was written out for somebody outside, with these cases by their codes. `by`: who asked. `linking`: the
   * run that found its links, to which the header commits; dossiers of before that was so have none.
   */
  | {
      readonly type: 'network_dossier_made'
      readonly cases: readonly CaseId[]
      readonly scope: BundleScope
      readonly by: string
      readonly linking?: Linking
    }
  | { readonly type: 'network_viewed' }
