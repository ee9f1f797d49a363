/** Base direction of a line: the way in which its words follow each other. */
export type Direction = 'ltr' | 'rtl'

const RIGHT_TO_LEFT = /[\u0590-\u065F\u066E-\u06EF\u06FA-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const ARABIC_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/
const LEFT_TO_RIGHT = /[A-Za-z\u00C0-\u024F]/
const DIGIT = /[0-9\u0660-\u0669\u06F0-\u06F9]/
const MIRRORED: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  [')', '('],
  ['<', '>'],
  ['>', '<'],
  ['[', ']'],
  [']', '['],
])

/**
 * The direction that most of its letters have; nothing where there are none. Arabic digits alone tell it too.
 */
export const directionOf = (text: string): Direction | undefined => {
  let [right, left] = [0, 0]
  for (const character of text) {
    if (RIGHT_TO_LEFT.test(character)) right += 1
    else if (LEFT_TO_RIGHT.test(character)) left += 1
  }
  if (right === 0 && left === 0) return ARABIC_DIGIT.test(text) ? 'rtl' : undefined
  // A wallet has more letters than the sentence around it.
  return right > 0 && right * 3 >= left ? 'rtl' : 'ltr'
}

type Kind = 'rtl' | 'ltr' | 'digit' | 'between'

const kindOf = (character: string): Kind => {
  if (DIGIT.test(character)) return 'digit'
  if (RIGHT_TO_LEFT.test(character)) return 'rtl'
  return LEFT_TO_RIGHT.test(character) ? 'ltr' : 'between'
}

/** Signs that keep digits together where they stand between them: one number, as UAX 9 has it. */
const INSIDE_NUMBER = /^[.,:/+-]$/

/**
 * Runs that were printed from left to right: words in Latin letters with what is between them, and numbers.
 */
const leftwardRuns = (characters: readonly string[]): readonly (readonly [from: number, to: number])[] => {
  const kinds = characters.map(kindOf)
  const runs: (readonly [number, number])[] = []
  for (let at = 0; at < characters.length; at += 1) {
    const kind = kinds[at]
    if (kind !== 'ltr' && kind !== 'digit') continue
    let end = at + 1
    let hasLetter = kind === 'ltr'
    for (let next = end; next < characters.length && kinds[next] !== 'rtl'; next += 1) {
      const here = kinds[next]
      if (here === 'between') continue
      const gap = characters.slice(end, next)
      // Between two numbers only one sign, and no space, holds them together; beside a letter everything
      // does.
      const joins =
        gap.length === 0 ||
        here === 'ltr' ||
        hasLetter ||
        (gap.length === 1 && INSIDE_NUMBER.test(gap[0] ?? ''))
      if (!joins) break
      hasLetter ||= here === 'ltr'
      end = next + 1
    }
    runs.push([at, end])
    at = end - 1
  }
  return runs
}

/** Place of a character in what was shown; `mirrored`: brackets are painted the other way round there. */
type Place = { readonly at: number; readonly mirrored: boolean }

const backwards = (from: number, to: number): readonly Place[] =>
  Array.from({ length: to - from }, (_, i) => ({ at: to - 1 - i, mirrored: true }))
const forwards = (from: number, to: number): readonly Place[] =>
  Array.from({ length: to - from }, (_, i) => ({ at: from + i, mirrored: false }))

const fromRight = (characters: readonly string[]): readonly Place[] => {
  const places: Place[] = []
  let end = characters.length
  for (const [from, to] of leftwardRuns(characters).toReversed()) {
    places.push(...backwards(to, end), ...forwards(from, to))
    end = from
  }
  return [...places, ...backwards(0, end)]
}

/**
 * In a line that runs from left to right, stretches of Arabic words run backwards as wholes, numbers between
 * them too.
 */
const fromLeft = (characters: readonly string[]): readonly Place[] => {
  const places: Place[] = []
  for (let at = 0; at < characters.length;) {
    let end = at
    for (let next = at; next < characters.length && kindOf(characters[next] ?? '') !== 'ltr'; next += 1)
      if (kindOf(characters[next] ?? '') === 'rtl') end = next + 1
    if (kindOf(characters[at] ?? '') !== 'rtl' || end === at) {
      places.push({ at, mirrored: false })
      at += 1
      continue
    }
    const start = at
    places.push(
      ...fromRight(characters.slice(start, end)).map(({ at: place, mirrored }) => ({
        at: place + start,
        mirrored,
      })),
    )
    at = end
  }
  return places
}

/** On the right of the line stands what the line before broke off, whole and from left to right. */
const fromBroken = (characters: readonly string[]): readonly Place[] => {
  const last = characters.findLastIndex((character) => kindOf(character) === 'rtl')
  const begin = characters.findIndex((character, at) => at > last && kindOf(character) !== 'between')
  if (begin < 0) return fromRight(characters)
  return [...forwards(begin, characters.length), ...fromRight(characters.slice(0, begin))]
}

/**
 * Places of what stands on a screen from left to right, in the order in which it is written: the way back
 * from the order in which the Unicode
 * Bidirectional Algorithm (UAX 9) shows a line. Exact for a line of one embedding level below numbers and
 * foreign words, which chats are.
 * `broken`: the line before ended within a foreign word or code, which this one goes on with.
 */
export const logicalOrder = (
  shown: readonly string[],
  direction: Direction,
  broken = false,
): readonly Place[] => {
  if (direction === 'ltr') return fromLeft(shown)
  return broken ? fromBroken(shown) : fromRight(shown)
}

/**
 * The character as it is written: a bracket in a stretch that runs backwards is painted the other way round.
 */
export const written = (character: string, { mirrored }: Place): string =>
  mirrored ? (MIRRORED.get(character) ?? character) : character

/** Whether a line ends, as it is written, within a word or code in Latin letters. */
export const endsForeign = (text: string): boolean => /[A-Za-z][^\u0590-\u08FF]*$/.test(text)
