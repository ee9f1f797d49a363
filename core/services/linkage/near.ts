import type { CaseId } from '../../base/ids.ts'

/**
 * Bits of 256 at which two pictures are taken for the same (the authors' own figure). Never more:
 * chats of one design come as near as 36.
 */
export const RADIUS = 31
/**
 * 32 bytes each and their case: 7 MB. Fourteen queries over as many (the turns of a picture and its
 * parts) take some 30 ms.
 */
const MOST_PRINTS = 200_000
const WORDS = 8
const DIGITS = 8
const FIRST_ROOM = 1_024

const HASH = /^[0-9a-f]{64}$/

export type Neighbour = { readonly caseId: CaseId; readonly distance: number }

/** Fingerprints of pictures with the cases that hold them, in memory. */
export type PrintIndex = {
  /** False where there is no room for more, or the hash is none. */
  readonly add: (caseId: CaseId, hash: string) => boolean
  /** Forgets everything of a case. */
  readonly remove: (caseId: CaseId) => void
  /**
   * Every case with a picture within `RADIUS` bits of one of these hashes, the nearest first, each
   * once with its least distance. Exact.
   */
  readonly search: (hashes: readonly string[]) => readonly Neighbour[]
  readonly size: () => number
}

const ones = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const wordsOf = (hash: string): Uint32Array =>
  Uint32Array.from({ length: WORDS }, (_, i) => parseInt(hash.slice(i * DIGITS, (i + 1) * DIGITS), 16))

export const makePrintIndex = (most: number = MOST_PRINTS): PrintIndex => {
  let words = new Uint32Array(FIRST_ROOM * WORDS)
  const owners: CaseId[] = []

  const grow = (): void => {
    if (owners.length * WORDS < words.length) return
    const larger = new Uint32Array(words.length * 2)
    larger.set(words)
    words = larger
  }

  /**
   * Bits apart, or more than `RADIUS` as soon as that is sure: of strangers three words of eight
   * are looked at.
   */
  const apart = (query: Uint32Array, at: number): number => {
    let bits = 0
    for (let i = 0; i < WORDS && bits <= RADIUS; i += 1)
      bits += ones((words[at + i] as number) ^ (query[i] as number))
    return bits
  }

  return {
    add: (caseId, hash) => {
      if (!HASH.test(hash) || owners.length >= most) return false
      grow()
      words.set(wordsOf(hash), owners.length * WORDS)
      owners.push(caseId)
      return true
    },
    remove: (caseId) => {
      for (let i = owners.length - 1; i >= 0; i -= 1) {
        if (owners[i] !== caseId) continue
        const last = owners.length - 1
        words.copyWithin(i * WORDS, last * WORDS, (last + 1) * WORDS)
        owners[i] = owners[last] as CaseId
        owners.pop()
      }
    },
    search: (hashes) => {
      const found = new Map<CaseId, number>()
      for (const query of hashes.filter((hash) => HASH.test(hash)).map(wordsOf)) {
        for (let i = 0; i < owners.length; i += 1) {
          const bits = apart(query, i * WORDS)
          if (bits > RADIUS) continue
          const owner = owners[i] as CaseId
          found.set(owner, Math.min(bits, found.get(owner) ?? bits))
        }
      }
      return [...found]
        .map(([caseId, distance]) => ({ caseId, distance }))
        .toSorted((a, b) => a.distance - b.distance)
    },
    size: () => owners.length,
  }
}
