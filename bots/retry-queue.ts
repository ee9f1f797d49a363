import { isFailure } from '../core/base/failure.ts'

type Word = () => Promise<void>

/**
 * What the store is still to be told, for it was away: said again before anything new is claimed,
 * so that nobody waits for a claim to end.
 */
export type RetryQueue = {
  /** Says it now and, where the store is away, again at `settle`. Rejects with what went wrong. */
  readonly tell: (word: Word) => Promise<void>
  /** Rejects while the store is away: then nothing new is to be claimed either. */
  readonly settle: () => Promise<void>
}

export const makeRetryQueue = (): RetryQueue => {
  const owed = new Set<Word>()
  const say = async (word: Word): Promise<void> => {
    try {
      owed.delete(word)
      await word()
    } catch (error) {
      // Anything else would be refused again and again: what was claimed is then given out again
      // when its claim ends.
      if (isFailure(error, 'store_unavailable')) owed.add(word)
      throw error
    }
  }
  return {
    tell: say,
    settle: async () => {
      for (const word of owed) await say(word)
    },
  }
}
