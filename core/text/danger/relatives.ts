import * as said from './age-words.ts'
import { NEAR_ENGLISH, NEAR_OTHER } from './kin-words.ts'
import type { Words } from './age-numbers.ts'

/** Stands between whom a word names and whose they are. */
const PASSED: ReadonlySet<string> = new Set([...said.FILL, ...said.SMALL])

/** "A girl", "a pupil": nobody's by itself. */
const isKind = (words: Words, at: number): boolean =>
  at >= 0 && (words.is(at, said.PERSON) || words.is(at, said.KIND))

/** Whether a word names the writer: "I am a student", "من کچم", and "girl, 15" of nobody named. */
export const namesWriter = (words: Words, at: number): boolean => {
  const isMineOrMe = at >= 0 && words.is(at, said.ME_OR_MINE)
  if (!isKind(words, at) && !isMineOrMe) return false
  const before = words.before(at, PASSED)
  if (before < 0) return !isMineOrMe
  const word = words.word(before)
  return (
    words.is(before, said.I) ||
    words.is(before, said.I_AM) ||
    (word === 'am' && words.word(before - 1) === 'i') ||
    (word === 'm' && words.word(before - 1) === 'i') ||
    (words.is(before, said.OF_ME) && (isMineOrMe || words.is(at, said.KURDISH_KIND)))
  )
}

/** Whether the words that end here say whose somebody is, after who they are. */
const isOwnedAfter = (words: Words, at: number): boolean => {
  const is = (back: number, known: ReadonlySet<string>): boolean =>
    at - back >= 0 && words.is(at - back, known)
  const isOfOther = (one: number): boolean => isKind(words, one) && !isLedByWriter(words, one)
  // "A pupil of mine", "a child I teach", "a girl in my class".
  if (is(0, said.MINE)) return is(1, said.OF) && isOfOther(at - 2)
  if (is(0, said.TEACH)) return is(1, said.I) && isOfOther(at - 2)
  if (is(0, said.CLASS)) return is(1, said.MY) && is(2, said.WITHIN) && isOfOther(at - 3)
  // "طالبة عندي", "طالبة بصفي", "بنت عمي", "قوتابیا من".
  if (is(0, said.I_HAVE) || is(0, said.WITH_US) || is(0, said.KIN)) return isOfOther(at - 1)
  // "کچی مامم", "کچێک دەناسم".
  if (is(0, said.KURDISH_KIN)) return is(1, said.CHILD_OF)
  if (is(0, said.KNOW)) return is(1, said.SOMEBODY)
  return is(0, said.OF_ME) && (is(1, said.CHILD) || is(1, said.CHILD_OF))
}

/** "I am a girl in my class": who it is was said before. */
const isLedByWriter = (words: Words, at: number): boolean =>
  words.before(at, PASSED) >= 0 && namesWriter(words, at)

const isOwnedBefore = (words: Words, at: number): boolean => {
  const before = words.before(at, PASSED)
  return before >= 0 && (words.is(before, said.MY) || words.is(before, said.I_HAVE))
}

/** "Soon" and "son" are one word once a lengthened letter counts once. */
const isSoon = (words: Words, at: number): boolean =>
  /^so{2,}n$/i.test(words.text.slice(words.start(at), words.end(at)))

/**
 * Whether the words that end here name a child or pupil that is not the writer: by themselves ("my
 * daughter" is one word in Arabic and Kurdish), or by whose they are ("a pupil of mine", "طالبة
 * عندي", "قوتابیا من"). `near`: the age follows at once, and "a girl, 15" of nobody's is the writer.
 */
export const namesChild = (words: Words, at: number, near = false): boolean => {
  if (at < 0) return false
  if (isOwnedAfter(words, at)) return true
  const isChild = words.is(at, said.CHILD) && !isSoon(words, at)
  if ((!isChild && !isKind(words, at)) || namesWriter(words, at)) return false
  return isOwnedBefore(words, at) || (isChild && !(near && words.is(at, said.PERSON)))
}

/**
 * "I have a 10 year old son", "my 10 year old": the age of somebody whom they have is that one's. Nowhere
 * else: "I am 17, brother will kill me" gives their own.
 */
const OF_CHILD =
  /^[ -]?(?:years?|yrs?)[ -]?olds? (?:(?:little|small|young|baby) )?(?:son|daughter|brother|sister|nephew|niece|cousin|grandson|granddaughter|boy|girl|kid|child|baby)s?(?![a-z])/i
const HAS = /(?:have|has|got|with|my|our) (?:an? |one |my )?$/i

export const isOfChild = (text: string, start: number, end: number): boolean =>
  OF_CHILD.test(text.slice(end, end + 40)) && HAS.test(text.slice(Math.max(0, start - 16), start))

const WHICH_FRIEND: ReadonlySet<string> = new Set([...said.SMALL, ...said.BEST])

/** "My friend", "my best friend", «صديقتي», «هاوڕێکەم»: an age right after them is theirs. */
export const namesFriend = (words: Words, at: number): boolean =>
  at >= 0 &&
  (words.is(at, NEAR_OTHER) ||
    (words.is(at, said.KURDISH_BEST) && words.is(at - 1, said.KURDISH_FRIEND)) ||
    ((words.is(at, NEAR_ENGLISH) || words.is(at, said.FRIEND)) &&
      words.is(words.before(at, WHICH_FRIEND), said.MY)))
