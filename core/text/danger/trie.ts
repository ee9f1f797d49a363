/** What may follow a known word inside a longer one: nothing, an Arabic pronoun, anything. */
export type Rest = 'nothing' | 'pronoun' | 'anything'
type End = { readonly label: number; readonly rest: Rest }

/** Pronouns and endings that Arabic glues to a word, folded. */
const PRONOUNS = new Set([
  'ني',
  'ه',
  'ها',
  'هم',
  'ك',
  'ج',
  'نا',
  'كم',
  'ي',
  'ت',
  'لي',
  'لك',
  'له',
  'لها',
  'لج',
  'ون',
  'وا',
  'ين',
  'هن',
])
/** More letters than all three languages and digits have, so that node and letter fit one small integer. */
const ALPHABET = 256

/** Known words, letter by letter: looking one up costs its length, however many there are. */
export type Trie = {
  readonly add: (word: string, label: number, rest: Rest) => void
  /** Whether the word is known exactly. */
  readonly knows: (word: string) => boolean
  /**
   * Labels of the known words that `word.slice(from)` is, or begins with as far as they let
   * something follow, into `into`.
   */
  readonly read: (word: string, from: number, into: number[]) => void
  /** Ends of the known words that begin at `from`, shortest first. */
  readonly ends: (word: string, from: number) => readonly number[]
}

/**
 * Edges by node and letter in flat arrays, half of them free: a tenth of the time of a Map, and
 * this is where reading spends its time.
 */
const makeEdges = () => {
  let size = 1 << 12
  let keys = new Int32Array(size)
  let nodes = new Int32Array(size)
  let used = 0

  /**
   * Where a key is, or where it would be put. Zero is no key, since none leads from letter nought
   * of the root.
   */
  const slot = (key: number): number => {
    let at = (Math.imul(key, 0x9e3779b1) >>> 8) & (size - 1)
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & (size - 1)
    return at
  }
  const grow = (): void => {
    const old = { keys, nodes }
    size *= 2
    keys = new Int32Array(size)
    nodes = new Int32Array(size)
    old.keys.forEach((key, at) => {
      if (key === 0) return
      const to = slot(key)
      keys[to] = key
      nodes[to] = old.nodes[at] ?? 0
    })
  }

  return {
    /** The node a key leads to, or nought. */
    get: (key: number): number => nodes[slot(key)] ?? 0,
    set: (key: number, node: number): void => {
      if (used * 2 >= size) grow()
      const at = slot(key)
      keys[at] = key
      nodes[at] = node
      used += 1
    },
  }
}

export const makeTrie = (count: (() => void) | undefined): Trie => {
  /** Letters as small numbers from one. */
  const letters = new Map<number, number>()
  const edges = makeEdges()
  const marks: (End[] | undefined)[] = [undefined]

  const step = (node: number, code: number): number | undefined => {
    count?.()
    const letter = letters.get(code)
    const next = letter === undefined ? 0 : edges.get(node * ALPHABET + letter)
    return next === 0 ? undefined : next
  }

  const find = (word: string): End[] | undefined => {
    let node: number | undefined = 0
    for (let at = 0; at < word.length && node !== undefined; at += 1) node = step(node, word.charCodeAt(at))
    return node === undefined ? undefined : marks[node]
  }

  return {
    add: (word, label, rest) => {
      let node = 0
      for (let at = 0; at < word.length; at += 1) {
        const code = word.charCodeAt(at)
        const letter = letters.get(code) ?? letters.size + 1
        letters.set(code, letter)
        const key = node * ALPHABET + letter
        let next = edges.get(key)
        if (next === 0) {
          next = marks.push(undefined) - 1
          edges.set(key, next)
        }
        node = next
      }
      const ends = (marks[node] ??= [])
      if (!ends.some((end) => end.label === label && end.rest === rest)) ends.push({ label, rest })
    },
    knows: (word) => find(word) !== undefined,
    read: (word, from, into) => {
      let node: number | undefined = 0
      for (let at = from; node !== undefined; at += 1) {
        const ends = marks[node]
        if (ends !== undefined)
          for (const { label, rest } of ends) {
            const fits =
              at === word.length ||
              rest === 'anything' ||
              (rest === 'pronoun' && PRONOUNS.has(word.slice(at)))
            if (fits && !into.includes(label)) into.push(label)
          }
        if (at >= word.length) return
        node = step(node, word.charCodeAt(at))
      }
    },
    ends: (word, from) => {
      const out: number[] = []
      let node: number | undefined = 0
      for (let at = from; node !== undefined; at += 1) {
        if (at > from && marks[node] !== undefined) out.push(at)
        if (at >= word.length) return out
        node = step(node, word.charCodeAt(at))
      }
      return out
    },
  }
}
