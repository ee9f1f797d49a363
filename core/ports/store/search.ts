import type { CaseId } from '../../base/ids.ts'

/**
 * Most tokens of a case: a long conversation has about 2,000 different words, and some dozens of copied
 * texts have as many pieces; a flood has more.
 */
export const MOST_TOKENS = 6_000
/** Most words of one commit, and most pieces of one copied text. */
export const MOST_WORDS = 2_000
export const MOST_PIECES = 800

/**
 * What stands in which case, as tokens: keyed hashes of words (core/model/search-words) and of pieces
 * of copied texts (core/model/scripts), 11 characters of base64url. Made of ledgers at any time
 * (law 2); what a commit carries (`Commit.words`) is put with it.
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
  /**
   * Cases that have at least `least` of these tokens, those with the most first, at most `limit`.
   * Tokens that more than `most` cases have say nothing and are passed over.
   */
  readonly sharing: (
    tokens: readonly string[],
    bounds: { readonly least: number; readonly most: number; readonly limit: number },
  ) => Promise<readonly Sharing[]>
  readonly remove: (caseId: CaseId) => Promise<void>
  /** Removes everything; for rebuilding only. */
  readonly clear: () => Promise<void>
}

/** `common`: how many of the tokens the case has. */
export type Sharing = { readonly caseId: CaseId; readonly common: number }
