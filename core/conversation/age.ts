import { fold } from './fold.ts'
import { readNumber } from './number-words.ts'

/** Only the beginning of a text is searched: people say their age early, and a long paste is somebody else's. */
const WINDOW = 1500
const YOUNGEST = 6
const OLDEST = 99

const MINE = new Set('عمري سني تەمەنم 3umri 3omri omri umri'.split(' ').map(fold))
const YEARS = new Set('سنه سنة سنين عام عاما ساڵ ساڵم ساڵە ساڵمە ساڵانم years year yrs yo'.split(' ').map(fold))
/** "اني 17 سنة", "I am 17": the word before the number, where "years" need not follow. */
const I_AM = [['im'], ['i', 'am'], ['i', 'm']] as const

const inRange = (age: number | undefined): number | undefined =>
  age !== undefined && Number.isInteger(age) && age >= YOUNGEST && age <= OLDEST ? age : undefined

/** "شازدەیە": Sorani writes "is" in one with the number. */
const IS = /(?:يه|ه)$/

/** The number at a place and the place after it. */
const numberAt = (words: readonly string[], at: number): { readonly age: number; readonly next: number } | undefined => {
  const read = readNumber(words, at) ?? readNumber([(words[at] ?? '').replace(IS, '')], 0)
  const age = inRange(read?.value)
  return read === undefined || age === undefined ? undefined : { age, next: at + read.used }
}

/** An age that is all there is: "25 سنة", "٢٥ ساڵم". An answer where the age is asked for, and nowhere else. */
export const readBareAge = (text: string): number | undefined => {
  const words = fold(text.slice(0, WINDOW)).split(' ')
  const found = numberAt(words, 0)
  return found !== undefined && found.next === words.length - 1 && YEARS.has(words[found.next] ?? '') ? found.age : undefined
}

/**
 * The age a person gives for themselves: "عمري 17", "اني 17 سنة", "تەمەنم شازدەیە", "I'm seventeen". Nothing where they name none: an age of
 * somebody else is none of theirs.
 */
export const readAge = (text: string): number | undefined => {
  const words = fold(text.slice(0, WINDOW).replace(/['’`]/g, ' ')).split(' ')
  for (const [at, word] of words.entries()) {
    if (MINE.has(word)) {
      const found = numberAt(words, at + 1) ?? numberAt(words, at + 2)
      if (found !== undefined) return found.age
    }
    const first = I_AM.find((said) => said.every((part, i) => words[at + i] === part))
    if (first !== undefined) {
      const found = numberAt(words, at + first.length)
      // "I'm 20 minutes late": a number alone is an age only where nothing follows that it could count.
      if (found !== undefined && (YEARS.has(words[found.next] ?? '') || found.next === words.length)) return found.age
    }
    const mine = word === 'اني' || word === 'انا' || word === 'من' || word === 'ani'
    if (mine) {
      for (const ahead of [1, 2]) {
        const found = numberAt(words, at + ahead)
        if (found !== undefined && YEARS.has(words[found.next] ?? '')) return found.age
      }
    }
  }
  return undefined
}
