/**
 * Items that a third turns into others with its key, without seeing any of them, and proves that it used that
 * key for each: the VOPRF of RFC 9497 over ristretto255. Whoever has not asked the third cannot tell what an item
 * becomes.
 */
export type Veil = {
  /** One for each item, ascending: neither they nor their order tell what stands behind them. */
  readonly points: readonly Uint8Array[]
  /**
   * What each item became, in their order, as 64 bytes in hexadecimal; nothing where the proofs are none of this
   * key for these points. `answered`: in the order of `points`.
   */
  readonly open: (
    key: Uint8Array,
    answered: readonly Uint8Array[],
    proofs: readonly Uint8Array[],
  ) => Promise<readonly string[] | undefined>
}

/** The third's side. `proofs`: 32 bytes each. Nothing for what is no point, or the neutral one. */
export type Evaluator = {
  readonly key: Uint8Array
  readonly evaluate: (
    points: readonly Uint8Array[],
  ) => Promise<{ readonly points: readonly Uint8Array[]; readonly proofs: readonly Uint8Array[] } | undefined>
}

export type Oblivious = {
  readonly veil: (items: readonly string[]) => Promise<Veil>
  /** With a key of its own, which ends with it. */
  readonly evaluator: () => Evaluator
}
