import type { AgentId, Sha256Hex } from '../base/ids.ts'
import type { BundleScope } from './bundle-scope.ts'
import type { Bytes } from '../base/units.ts'
import type { ErasureGround } from './erasure-request.ts'

/** The bundle for others (core/custody/bundle), orders that stop erasing, and the end of the case. */
export type CustodyEvent =
  /**
   * With a two-person rule: one asks, another agrees or refuses. `by` is an agent's id or who used
   * the command line.
   */
  | {
      readonly type: 'export_requested'
      readonly by: string
      readonly reason: string
      readonly scope?: BundleScope
      /** Public keys that the bundle is to be sealed to; none where it is to leave open. */
      readonly recipients?: readonly string[]
    }
  | {
      readonly type: 'export_approved' | 'export_refused'
      readonly by: string
      readonly request: number
      readonly reason?: string
    }
  /** The case as it is handed on stands as of this entry; bundles made again from it are the same bytes. */
  | { readonly type: 'export_prepared'; readonly by: string; readonly scope: BundleScope }
  /**
   * A bundle left: its SHA-256, and the `recipients` it was sealed to (public keys), none where it
   * left open. `prepared` is the seq of what it shows.
   */
  | {
      readonly type: 'case_exported'
      readonly by: string
      readonly prepared: number
      readonly sha256: Sha256Hex
      readonly size: Bytes
      readonly recipients: readonly string[]
    }
  /**
   * Nothing erases the case by itself, nor by a command, while it is held: a court or a prosecutor
   * asked for it.
   */
  | { readonly type: 'hold_set' | 'hold_lifted'; readonly by: string; readonly reason: string }
  /**
   * Two members of the team have the case erased (core/services/erasure/erasure-desk): one asks,
   * another agrees or refuses.
   */
  | {
      readonly type: 'erasure_requested'
      readonly by: AgentId
      readonly ground: ErasureGround
      readonly reason: string
    }
  | {
      readonly type: 'erasure_refused'
      readonly by: AgentId
      readonly request: number
      readonly reason: string
    }
  /**
   * Only named by the tombstone, beside `case_erased`: there is no key any more that it could be
   * sealed under.
   */
  | { readonly type: 'erasure_approved'; readonly by: AgentId; readonly request: number }
  | { readonly type: 'messages_wiped'; readonly by: 'exit' | 'erase' }
  | { readonly type: 'case_erased'; readonly by: string }
