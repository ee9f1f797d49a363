import { fold } from '../fold.ts'

/**
 * Words of a text as they are compared, in columns: word `i` stood at `starts[i]`..`ends[i]`, and a
 * sentence ended before it where `stops[i]`.
 */
export type Words = {
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly stops: readonly boolean[]
}

/**
 * The signs of one word by itself, with the word before it, and with the one before that: a window
 * that begins between them has only the first.
 */
export type WordSigns = {
  readonly own: readonly number[]
  readonly after: readonly number[]
  readonly over: readonly number[]
}

/** Words of a text that are read; what comes after was read by the rules. */
const MOST_WORDS = 2_000
/** Letters of a word that are compared: a longer one is no word. */
const LONGEST = 24
const DIGITS = /^\d+$/
/**
 * Digits that stand together in one piece or several are a telephone number or an account from here
 * on: an age, an hour or a sum has fewer.
 */
const LONG_NUMBER = 7
const ENDS_SENTENCE = /[.!?؟؛۔…]["')\]»]*$/

/** The age of a child, that of an adult, or another number: which one it is says nothing more. */
const numberKind = (digits: string): string => {
  const value = Number(digits)
  if (digits.length > 2 || value < 5) return '0'
  return value < 18 ? '1' : '2'
}

/**
 * A number is hardly more than a number, and a long one is none: it says who somebody is, never
 * what happens to anybody.
 */
export const wordsOf = (text: string): Words => {
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const stops: boolean[] = []
  let digits: number[] = []
  let stop = false
  let last = 0
  const endNumber = (): void => {
    const count = digits.reduce((sum, each) => sum + each, 0)
    if (count >= LONG_NUMBER) for (const list of [words, starts, ends, stops]) list.splice(-digits.length)
    digits = []
  }
  for (const { 0: written, index } of text.matchAll(/\S+/g)) {
    stop = stop || text.slice(last, index).includes('\n')
    last = index + written.length
    for (const word of fold(written.slice(0, 64)).split(' ')) {
      if (word === '') continue
      const isNumber = DIGITS.test(word)
      if (isNumber) digits.push(word.length)
      else endNumber()
      words.push(isNumber ? numberKind(word) : word.slice(0, LONGEST))
      starts.push(index)
      ends.push(last)
      stops.push(stop)
      stop = false
    }
    stop = stop || ENDS_SENTENCE.test(written)
    if (words.length >= MOST_WORDS) break
  }
  endNumber()
  return { words, starts, ends, stops }
}

/**
 * What a folded word sounds like, by consonants, in one alphabet for Arabic and Latin letters:
 * "yiktilni", "yktlny" and "يكتلني" are one. Vowels, half vowels and what is hardly heard (h, ع)
 * are left out; c is sh, h the deep one, g gh, z the four of th, dh and z, k also q and g, j also
 * ch.
 */
const SOUNDS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['bبp', 'b'],
      ['tتط6', 't'],
      ['zثذزضظ4', 'z'],
      ['jج', 'j'],
      ['7ح', 'h'],
      ['xخ5', 'x'],
      ['dد', 'd'],
      ['rر', 'r'],
      ['sسص', 's'],
      ['ش', 'c'],
      ['غ8', 'g'],
      ['fفv', 'f'],
      ['kقكqgc9', 'k'],
      ['lل', 'l'],
      ['mم', 'm'],
      ['nن', 'n'],
    ] as const
  ).flatMap(([letters, sound]) => Array.from(letters, (letter) => [letter, sound] as const)),
)
const PAIRS: ReadonlyMap<string, string> = new Map(
  Object.entries({ th: 'z', dh: 'z', kh: 'x', gh: 'g', sh: 'c', ch: 'j', zh: 'z' }),
)

export const soundsOf = (word: string): string => {
  let out = ''
  for (let at = 0; at < word.length; at += 1) {
    const pair = PAIRS.get(word.slice(at, at + 2))
    if (pair !== undefined) at += 1
    const sound = pair ?? SOUNDS.get(word[at] ?? '') ?? ''
    if (sound !== '' && !out.endsWith(sound)) out += sound
  }
  return out
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const MIX = 0x2c1b3c6d

/**
 * FNV-1a over UTF-16 units, mixed once more so that its low bits are as good as its high ones;
 * `kind` keeps a word and a piece of one apart.
 */
const sign = (kind: number, text: string): number => {
  let hash = FNV_OFFSET ^ Math.imul(kind, 0x9e3779b1)
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  hash = Math.imul(hash ^ (hash >>> 15), MIX)
  return (hash ^ (hash >>> 12)) >>> 0
}

const pieces = (kind: number, word: string, shortest: number, longest: number): readonly number[] => {
  const padded = ` ${word} `
  const out: number[] = []
  for (let size = shortest; size <= longest; size += 1)
    for (let from = 0; from + size <= padded.length; from += 1)
      out.push(sign(kind + size, padded.slice(from, from + size)))
  return out
}

const KIND = {
  piece: 0,
  word: 11,
  after: 12,
  over: 13,
  sounds: 21,
  soundsAfter: 22,
  soundsOver: 23,
  soundPiece: 25,
} as const

/**
 * The signs of each word: its pieces, itself and its sounds, and how it stands to the two words
 * before it.
 */
export const signsOf = (words: readonly string[]): readonly WordSigns[] => {
  const sounds = words.map(soundsOf)
  return words.map((word, at) => {
    const sound = sounds[at] ?? ''
    const heard = sound.length < 2 ? [] : [sign(KIND.sounds, sound), ...pieces(KIND.soundPiece, sound, 3, 4)]
    const [before, sooner] = [words[at - 1], words[at - 2]]
    return {
      own: [...pieces(KIND.piece, word, 2, 5), sign(KIND.word, word), ...heard],
      after:
        before === undefined
          ? []
          : [sign(KIND.after, `${before} ${word}`), sign(KIND.soundsAfter, `${sounds[at - 1]} ${sound}`)],
      over:
        sooner === undefined
          ? []
          : [sign(KIND.over, `${sooner} _ ${word}`), sign(KIND.soundsOver, `${sounds[at - 2]} _ ${sound}`)],
    }
  })
}
