/**
 * A secret of one side for one run of an exchange (core/custody/exchange): points of a group of prime order in
 * which nobody tells what was hidden from what is random, and what both sides hid comes out the same whoever
 * did so first. It ends with the run, and stands nowhere.
 */
export type Blind = {
  /** Each item as a point under this secret, in their order, and after them so many that stand for nothing. */
  readonly hide: (items: readonly string[], fillers: number) => Promise<readonly Uint8Array[]>
  /**
   * Points of the other side under this secret as well, in their order. Nothing where one of them is no point
   * in its one form of 32 bytes, or the neutral one, which hides nothing.
   */
  readonly over: (points: readonly Uint8Array[]) => Promise<readonly Uint8Array[] | undefined>
}

export type Blinding = { readonly begin: () => Blind }

/** Of a point, in bytes. */
export const POINT_BYTES = 32
