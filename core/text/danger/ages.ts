import * as said from './age-words.ts'
import type { Instant } from '../../base/units.ts'
import { type FoundAge, numberAt, Words } from './age-numbers.ts'
import { birthAt, bornAge } from './births.ts'
import { wholeYears } from './halves.ts'
import { isNotYet } from './not-yet.ts'
import { isOfChild, namesChild, namesFriend, namesWriter } from './relatives.ts'

/**
 * Of the Gregorian calendar, in the mean: nearer than a day, and a year of birth is no nearer than
 * a year.
 */
const YEAR_MS = 31_556_952_000

export const yearOf = (now: Instant): number => 1970 + Math.floor(now / YEAR_MS)

/** An age that a text tells, whose it is, and where its number stands. */
export type SaidAge = {
  readonly age: number
  readonly about: 'self' | 'other'
  readonly start: number
  readonly end: number
}

const OLDEST = 99
/** Younger writers are none; a child that is spoken of may be. */
const YOUNGEST = 6
const YOUNGEST_CHILD = 1
/** A bare number after "I" or "I have" is an age from here on: below it, it mostly counts something. */
const LEAST_BARE = 9
/** Under age is so many years at most. */
const BEFORE_ADULT = 17
/** Who says an age that they have not reached yet means the one of adults, or one near it. */
const OLDEST_SOON = 21
/** Words looked back at for whom a sentence is about. */
const BACK = 6

const SMALL_WORDS: ReadonlySet<string> = new Set([...said.FILL, ...said.SMALL])

const LETTERED = /^[fm](\d\d)$/
/** "I'm 14m". */
const LETTERED_AFTER = /^(\d\d)m$/

const PAUSE = /[,،;؛()\-–—:"«»]/

/** Who a sentence is about, by the words before a place of it. */
const subject = (words: Words, at: number): 'self' | 'child' | 'they' | 'thing' | undefined => {
  for (let one = at - 1; one >= Math.max(0, at - BACK) && !words.begins(one + 1); one -= 1) {
    if (namesChild(words, one)) return 'child'
    if (words.is(one, said.THINGS)) return 'thing'
    if (words.is(one, said.THEY) || words.is(one, said.THEIR_AGE)) return 'they'
    if (
      words.is(one, said.I_AM) ||
      words.is(one, said.I) ||
      words.is(one, said.I_AM_PUPIL) ||
      (words.is(one, said.OF_ME) && words.is(one - 1, said.AGE_OF)) ||
      words.is(one, said.MY_AGE) ||
      words.is(one, said.I_HAVE)
    )
      return 'self'
  }
  return undefined
}

/** Whether nothing follows a bare number that it could count. */
const stands = (words: Words, next: number): boolean => {
  if (words.begins(next) || PAUSE.test(words.gap(next)) || /\p{Extended_Pictographic}/u.test(words.gap(next)))
    return true
  const word = words.word(next)
  return (
    words.is(next, said.AND) ||
    (word.startsWith('و') && word.length > 2) ||
    words.is(next, said.FEELS) ||
    words.is(next, said.PERSON)
  )
}

/** A number in its sentence, with all that is asked of it. */
type Place = FoundAge & {
  readonly words: Words
  /**
   * Years follow ("15 years", "15 سنة", "١٥ ساڵم"), said as old ("years old", "yo"), said as the
   * writer's own ("ساڵم").
   */
  readonly years: boolean
  readonly old: boolean
  readonly mine: boolean
  /** After the number and its years. */
  readonly after: number
  /** The nearest words before that say something, and the one before that: -1 where the sentence begins. */
  readonly lead: number
  readonly two: number
  readonly who: ReturnType<typeof subject>
}

const placeOf = (words: Words, found: FoundAge): Place => {
  const { from, next } = found
  const mine = words.is(next, said.MY_YEARS)
  const yo = words.word(next) === 'y' && words.word(next + 1) === 'o'
  const years = mine || yo || words.is(next, said.YEARS)
  let after = next + (yo ? 2 : years ? 1 : 0)
  const old = years && (yo || words.word(next) === 'yo' || words.is(after, said.OLD))
  if (years) while (!words.begins(after) && words.is(after, said.OLD)) after += 1
  const lead = words.before(from, said.FILL)
  const two = words.begins(lead) ? -1 : lead - 1
  return { ...found, words, years, old, mine, after, lead, two, who: subject(words, from) }
}

/** What is no age of now: a count, a length of time, what somebody was, the age of a thing. */
const isNone = ({ words, from, next, years, mine, after, lead, two, who, old }: Place): boolean => {
  if (words.is(next, said.UNITS) && words.end(next - 1) <= words.start(next)) return true
  // "24 years in Erbil" is a length of time, "my years are 24, in Erbil" is none.
  const lasted = years && !(mine && words.is(lead, said.FROM_OR_I)) && words.is(after, said.NOT_LIVED)
  if (!words.begins(after) && (lasted || words.is(after, said.WAS_AFTER))) return true
  if (who === 'thing' && old && !namesFriend(words, words.before(from, SMALL_WORDS))) return true
  if (lead < 0) return false
  if (words.is(lead, said.SINCE)) return true
  // "When I was 15", "since I am 15", "من كان عمري 15".
  return (
    two >= 0 &&
    (words.is(two, said.SINCE) || (words.is(two, said.FROM_OR_I) && words.is(lead, said.ARABIC_AGE)))
  )
}

const isIAm = ({ words, lead, two }: Place): boolean => {
  const word = words.word(lead)
  return (
    words.is(lead, said.I_AM) ||
    (word === 'am' && (two < 0 || words.word(two) === 'i')) ||
    (word === 'm' && words.word(two) === 'i')
  )
}

/** "My 13 year old", "my 15 year old daughter", "اخوي الصغير ١٦", "عمرها 14", "she is 15". */
const isOthers = (place: Place, plain: boolean): boolean => {
  const { words, from, years, mine, after, lead, who } = place
  if (mine) return false
  if (words.is(lead, said.THEIR_AGE))
    return !(words.is(from - 1, said.OF_ME) && words.is(from - 2, said.AGE_OF))
  if (
    words.is(lead, said.MY) &&
    (years || words.is(after, said.CHILD)) &&
    (words.begins(after) || !words.is(after, said.THINGS))
  )
    return true
  if (plain && words.is(lead, said.THEY)) return true
  // Nothing but small words between.
  const nearest = words.before(from, SMALL_WORDS)
  const theirs = namesChild(words, nearest, true) || namesFriend(words, nearest)
  if (theirs && (years || stands(words, place.next))) return true
  if (words.is(lead, said.AGE) || words.is(lead, said.TURNED))
    return plain && (who === 'child' || who === 'they')
  return years && who === 'child' && !isIAm(place)
}

/** "I'm 15", "عمري 15", "ژیێ من ١٥", "عندي 16 سنة", "15f", "15 years old", "girl, 16". */
const isMine = (place: Place, plain: boolean): boolean => {
  const { words, from, next, years, old, mine, after, lead, two, who } = place
  if (mine || words.is(lead, said.MY_AGE) || isIAm(place)) return true
  if (two >= 0 && words.is(lead, said.OF_ME) && words.is(two, said.AGE_OF)) return true
  if (words.is(lead, said.AGE)) return who !== 'thing'
  if (words.is(lead, said.TURNED)) return plain && who !== 'thing'
  if (plain && [said.I, said.I_HAVE, said.I_AM_PUPIL].some((known) => words.is(lead, known))) return true
  if (words.is(lead, said.FROM_OR_I) && words.is(next, said.KURDISH_YEARS)) return true
  const glued =
    words.end(from) === words.start(next) &&
    (words.word(next) === 'f' || (words.word(next) === 'm' && who === 'self'))
  if (glued) return true
  if (plain && namesWriter(words, lead)) return true
  if (plain && words.is(lead, said.PERSON))
    return words.before(lead, SMALL_WORDS) < 0 || subject(words, lead) === 'self'
  const opens = lead < 0 || words.is(lead, said.GREETING)
  const ends = words.begins(after) || words.is(after, said.PERSON)
  if (opens && place.age >= LEAST_BARE && !words.begins(after) && words.is(after, said.PERSON)) return true
  if (old && who === 'self') return true
  return years && opens && who !== 'they' && (old || ends || stands(words, after))
}

/** "I will be 16", «اصير 17», «دەبم بە ١٧», and "17 in two weeks" where nothing stands before it. */
const isBecoming = ({ words, from, who, age }: Place): boolean => {
  const before = words.is(from - 1, said.TO_BE) ? from - 2 : from - 1
  if (from > 0 && words.is(before, said.I_BECOME)) return who !== 'child' && who !== 'they' && who !== 'thing'
  if (from === 0) return age >= LEAST_BARE
  // "I'll" is one word; nobody is named before "turning 17 tomorrow" and it is the writer.
  const isSelf =
    who === 'self' || words.is(from - 2, said.I_WILL) || (who === undefined && words.begins(from - 1))
  return (isSelf && words.is(from - 1, said.BECOME)) || (from > 0 && words.is(from - 1, said.I_WILL))
}

const isNearAdult = ({ age }: Place): boolean => age > BEFORE_ADULT && age <= OLDEST_SOON

/** Nothing that it could count follows, or what tells when it comes. */
const isSoonAfter = ({ words, next, after, years }: Place): boolean =>
  years || stands(words, next) || said.SOON.has(words.word(after))

/**
 * An age that is not reached yet: one near that of adults, of the writer where nobody else is named for it; a younger
 * one where they say that they will be it ("I will be 16 in may").
 */
const isMineSoon = (place: Place): boolean => {
  const { words, from, age, who } = place
  // «دەبێتە ١٨» of nobody named is whoever comes of age.
  if (who !== 'self' && words.is(words.is(from - 1, said.TO_BE) ? from - 2 : from - 1, said.BECOMES))
    return false
  return (
    (age > BEFORE_ADULT ? isNearAdult(place) && (who === undefined || who === 'self') : isBecoming(place)) &&
    isSoonAfter(place)
  )
}

/** Whose age a number is; `none` where it is known to be none, nothing where nobody can say. */
const whose = (words: Words, found: FoundAge): 'self' | 'other' | 'none' | undefined => {
  const place = placeOf(words, found)
  if (isNone(place)) return 'none'
  const isSoon = isNotYet(words.text, words.start(found.from), words.end(found.next - 1))
  if (!isSoon && words.is(place.lead, said.NOT) && place.lead >= 0) return undefined
  if (found.age < YOUNGEST && place.who !== 'child') return undefined
  const plain = place.years || (found.age >= LEAST_BARE && stands(words, found.next))
  if (isOthers(place, plain)) return 'other'
  if (isMine(place, plain) || (isSoon && isMineSoon(place))) return 'self'
  // "My sister is almost 18": whoever is named as theirs is under age as well.
  return isSoon && place.who === 'child' && isNearAdult(place) && isSoonAfter(place) ? 'other' : undefined
}

const bornAt = (
  words: Words,
  at: number,
  year: number,
): (SaidAge & { readonly next: number }) | undefined => {
  const found = birthAt(words, at, year)
  const age = found === undefined ? undefined : bornAge(found.born, year)
  if (found === undefined || age === undefined) return undefined
  const { lead, next } = found
  const who = subject(words, lead)
  if (who === 'thing') return undefined
  const isOther = who === 'child' || who === 'they'
  return {
    age,
    about: isOther ? 'other' : 'self',
    start: words.start(at),
    end: words.end(next - 1),
    next,
  }
}

/** A year less where it is not reached yet. */
const toldAt = (words: Words, { age, from, next }: FoundAge, about: SaidAge['about']): SaidAge => {
  const [start, end] = [words.start(from), words.end(next - 1)]
  const whose = about === 'self' && isOfChild(words.text, start, end) ? 'other' : about
  return { age: isNotYet(words.text, start, end) ? age - 1 : age, about: whose, start, end }
}

const letteredAt = (words: Words, at: number): RegExpExecArray | null => {
  const isAfter = subject(words, at) === 'self' && stands(words, at + 1)
  return LETTERED.exec(words.word(at)) ?? (isAfter ? LETTERED_AFTER.exec(words.word(at)) : null)
}

/** The ages of a text, and where a number stands that is certainly none: in UTF-16 units of the text. */
export type AgesTold = { readonly ages: readonly SaidAge[]; readonly counts: ReadonlySet<number> }

/**
 * Every age that a text tells as one of now, of the writer or of somebody they speak of: "I'm 15
 * and ...", "عندي ١٦ سنة", "کچەکەم ١٤ ساڵە", "15f", "مواليد 2010" where the year of now is given.
 * Numbers that count something, and ages of long ago, are none. The question for the age and the
 * rules of danger both read here, so that they cannot disagree. Linear in the text.
 */
export const readAges = (text: string, year?: number): AgesTold => {
  const words = new Words(wholeYears(text))
  const ages: SaidAge[] = []
  const counts = new Set<number>()
  for (let at = 0; at < words.length; at += 1) {
    const born = year === undefined ? undefined : bornAt(words, at, year)
    const lettered = born === undefined ? letteredAt(words, at) : null
    if (born !== undefined) {
      const { next, ...told } = born
      ages.push(told)
      at = next - 1
    } else if (lettered !== null)
      ages.push({ age: Number(lettered[1]), about: 'self', start: words.start(at), end: words.end(at) })
    else {
      const found = numberAt(words, at)
      if (found === undefined) continue
      if (found === 'count') {
        counts.add(words.start(at))
        continue
      }
      const about = found.age >= YOUNGEST_CHILD && found.age <= OLDEST ? whose(words, found) : undefined
      if (about === 'none') counts.add(words.start(at))
      else if (about !== undefined) ages.push(toldAt(words, found, about))
      at = found.next - 1
    }
  }
  return { ages, counts }
}
