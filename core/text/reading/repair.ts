import type { Checks } from '../../ports/checks.ts'
import type { ReadCharacter } from '../../ports/picture-reader.ts'
import { textOf } from './lines.ts'

type Characters = readonly ReadCharacter[]

/** Letters and digits that look alike on a screen, each group both ways. */
const ALIKE = [
  '0OoQD',
  '1Il|iL',
  '5Ss',
  '8B',
  '2Zz',
  '6Gb',
  '9gq',
  'Cc',
  'Uu',
  'Vv',
  'Ww',
  'Xx',
  'Kk',
  'Pp',
  'Yy',
  'Mm',
  'rn',
  'uv',
  '4A',
  '7T',
  'FE',
  'hb',
  'ec',
]
/** Places that are doubted at most, and how many of them may be wrong together: more would be guessing. */
const MOST_DOUBTED = 9
const MOST_CHANGED = 3
/** A code of which the reader was this sure at every place is not tried again. */
const DOUBTED = 0.995

const BASE58 = /[1-9A-HJ-NP-Za-km-z]/
const BECH32 = /[02-9ac-hj-np-z]/

const alike = (character: string): readonly string[] =>
  ALIKE.filter((group) => group.includes(character)).flatMap((group) =>
    Array.from(group).filter((other) => other !== character),
  )

type Place = {
  readonly at: number
  readonly candidates: readonly string[]
  readonly forced: boolean
  readonly likelihood: number
}

const placesOf = (characters: Characters, alphabet: RegExp): readonly Place[] =>
  characters
    .map(({ character, others, likelihood }, at): Place => ({
      at,
      candidates: [...new Set([...others, ...alike(character)])].filter((other) => alphabet.test(other)),
      forced: !alphabet.test(character),
      likelihood,
    }))
    .filter(({ forced, likelihood, candidates }) => candidates.length > 0 && (forced || likelihood < DOUBTED))
    .toSorted((a, b) => Number(b.forced) - Number(a.forced) || a.likelihood - b.likelihood)
    .slice(0, MOST_DOUBTED)

/**
 * All texts that differ at up to `MOST_CHANGED` of the places, the forced ones always; the first that passes
 * and is the only one.
 */
const search = (
  text: string,
  places: readonly Place[],
  passes: (text: string) => boolean,
): string | undefined => {
  const found = new Set<string>()
  const letters = Array.from(text)
  const visit = (from: number, changed: number): void => {
    if (found.size > 1) return
    if (!places.slice(from).some(({ forced }) => forced)) {
      const candidate = letters.join('')
      if (passes(candidate)) found.add(candidate)
    }
    if (changed === MOST_CHANGED) return
    for (let i = from; i < places.length; i += 1) {
      const place = places[i]
      if (place === undefined) return
      const before = letters[place.at] ?? ''
      for (const other of place.candidates) {
        letters[place.at] = other
        visit(i + 1, changed + 1)
      }
      letters[place.at] = before
      if (place.forced) return
    }
  }
  visit(0, 0)
  return found.size === 1 ? [...found][0] : undefined
}

/**
 * A wallet with letters misread, by its check sum of 32 bits; nothing where none fits, or two do. Ethereum in
 * one case has no check sum.
 */
const repairWallet = (word: Characters, checks: Checks): string | undefined => {
  const text = textOf(word)
  const isBech = /^[bB8][cC]1/.test(text)
  const passes = (candidate: string): boolean => {
    const wallet = checks.wallet(candidate)
    return wallet !== undefined && wallet.chain !== 'eth'
  }
  const alphabet = isBech ? BECH32 : BASE58
  const head = isBech ? 3 : 0
  const places = placesOf(word, alphabet).filter(({ at }) => at >= head)
  return search(isBech ? `bc1${text.slice(3)}` : text, places, passes)
}

/** Iraq's have `IQ`, two digits, four letters of the bank and fifteen digits. */
const IRAQI = /^[I1l|i][Q0Oq]/
const IRAQI_LENGTH = 23
const isDigitPlace = (at: number): boolean => (at >= 2 && at < 4) || at >= 8
const TO_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  G: '6',
  b: '6',
  B: '8',
  g: '9',
  q: '9',
  A: '4',
  T: '7',
}
const TO_LETTER: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '8': 'B',
  '4': 'A',
  '7': 'T',
}

const byPlace = (text: string): string =>
  Array.from(text)
    .map((character, at) => {
      if (at < 2) return 'IQ'[at] ?? ''
      return isDigitPlace(at)
        ? (TO_DIGIT[character] ?? character)
        : (TO_LETTER[character] ?? character.toUpperCase())
    })
    .join('')

/**
 * An Iraqi account number, letters and digits where they belong. Its check sum passes one wrong number in 97,
 * so that one letter at most is
 * changed beyond that, and the result is `guessed`.
 */
const repairIban = (
  word: Characters,
  checks: Checks,
): { readonly text: string; readonly guessed: boolean } | undefined => {
  const text = byPlace(textOf(word))
  if (checks.iban(text) !== undefined) return { text, guessed: false }
  const found = new Set<string>()
  for (const [at, { likelihood, others }] of word.entries()) {
    if (at < 2 || likelihood >= DOUBTED) continue
    for (const other of others) {
      const candidate = byPlace(text.slice(0, at) + other + text.slice(at + 1))
      if (checks.iban(candidate) !== undefined) found.add(candidate)
    }
  }
  const [only] = found
  return found.size === 1 && only !== undefined ? { text: only, guessed: true } : undefined
}

/** What was put right, and codes that are right by a weak check sum only. */
export type Repaired = { readonly characters: Characters; readonly guessed: ReadonlySet<string> }

const replace = (characters: Characters, places: readonly number[], text: string): Characters => {
  const changed = [...characters]
  for (const [i, place] of places.entries()) {
    const before = changed[place]
    if (before !== undefined) changed[place] = { ...before, character: text[i] ?? before.character }
  }
  return changed
}

/** The places of an account number from here: letters and digits, with at most one space between. */
const ibanPlaces = (characters: Characters, from: number): readonly number[] => {
  const places: number[] = []
  for (let at = from; at < characters.length && places.length < IRAQI_LENGTH; at += 1) {
    const character = characters[at]?.character ?? ''
    if (/[A-Za-z0-9|]/.test(character)) places.push(at)
    else if (character !== ' ' || characters[at + 1]?.character === ' ') break
  }
  return places
}

/** Wallets and account numbers that were misread, put right where their check sum leaves one way only. */
export const repairCodes = (characters: Characters, checks: Checks): Repaired => {
  let done = characters
  const guessed = new Set<string>()
  const text = textOf(characters)
  for (const { index, 0: word } of text.matchAll(
    /(?<![A-Za-z0-9@._/])[A-Za-z0-9|]{26,64}(?![A-Za-z0-9@])/g,
  )) {
    if (/^[0oO]x/.test(word) || !/\d/.test(word)) continue
    const places = Array.from(word, (_, i) => index + i)
    const right = repairWallet(characters.slice(index, index + word.length), checks)
    if (right !== undefined) done = replace(done, places, right)
  }
  for (const { index } of text.matchAll(/(?<![A-Za-z0-9])[I1l|i][Q0Oq](?=[A-Za-z0-9 ]{8})/g)) {
    const places = ibanPlaces(characters, index)
    const word = places.flatMap((place) => characters[place] ?? [])
    if (places.length !== IRAQI_LENGTH || !IRAQI.test(textOf(word))) continue
    const right = repairIban(word, checks)
    if (right === undefined) continue
    done = replace(done, places, right.text)
    if (right.guessed) guessed.add(right.text)
  }
  return { characters: done, guessed }
}
