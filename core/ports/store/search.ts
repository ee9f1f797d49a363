import type { CaseId } from '../../base/ids.ts'

/** Most tokens of a case: a long conversation has about this many different words, a flood has more. */
export const MOST_TOKENS = 2_000

/**
 * Which words stand in which case, as tokens: keyed hashes of words (core/model/search-words), 11
 * characters of base64url. Made of ledgers at any time (law 2); what a commit carries
 * (`Commit.words`) is put with it.
 */
export type Search = {
  /**
   * Adds tokens to a case; known ones change nothing. Of what would be more than `MOST_TOKENS`, as
   * near as the engine can tell, the later ones are passed over.
   */
  readonly put: (caseId: CaseId, tokens: readonly string[]) => Promise<void>
  /**
   * Cases that have all these tokens, at most `limit`, each once. Not `whole`: there may be more.
   * An engine need not look for all of them where each token stands in very many cases.
   */
  readonly find: (
    tokens: readonly string[],
    limit: number,
  ) => Promise<{ readonly cases: readonly CaseId[]; readonly whole: boolean }>
  readonly remove: (caseId: CaseId) => Promise<void>
  /** Removes everything; for rebuilding only. */
  readonly clear: () => Promise<void>
}
