import type { CaseId, NetworkId, Sha256Hex } from '../../base/ids.ts'

/**
 * A network of cases, as far as it has to be found: what people decided of it stands in its ledger, under
 * its own key. Rebuilt from ledgers at any time (law 2).
 */
export type NetworkRow = {
  readonly networkId: NetworkId
  /** Of the newest entry. A row never replaces one of a higher seq, by commit or by `put`. */
  readonly seq: number
  readonly hash: Sha256Hex
  /** The cases in it, sorted, none twice; of what is put none that is erased. */
  readonly members: readonly CaseId[]
}

/** The commit that erases a case takes it out of every row (core/ports/store/ledger). */
export type Networks = {
  readonly byId: (networkId: NetworkId) => Promise<NetworkRow | undefined>
  /** All, by their ids. There are few: each is a decision of people. */
  readonly list: () => Promise<readonly NetworkRow[]>
  /** Those that have one of these cases in them, by their ids. */
  readonly having: (cases: readonly CaseId[]) => Promise<readonly NetworkRow[]>
  readonly put: (row: NetworkRow) => Promise<void>
  /** Removes every row; for rebuilding only. */
  readonly clear: () => Promise<void>
}
