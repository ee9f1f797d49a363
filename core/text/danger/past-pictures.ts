import * as said from './age-words.ts'
import { numberAt, Words } from './age-numbers.ts'
import { foldWord } from './tokens.ts'

const words = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ').map((word) => foldWord(said.ageLetters, word))))

const PICTURES = words(
  'photo photos picture pictures pic pics image images nude nudes video videos selfie selfies',
  'صوره صور صوري صورتي صورها صورته الصور الصوره صورنا بصوري بصورتي فيديو فيديوهات فيديوهاتي الفيديو مقطع مقاطع مقطعي',
  'وێنە وێنەم وێنەی وێنەکان وێنەکانم وێنەکانی وێنەکە وێنەکەم وێنانە ڤیدیۆ ڤیدیۆم ڤیدیۆکەم ڤیدیۆکان ڤیدیۆکانم ڤیدیۆی ڕەسم ڕەسمم',
  'suwar sowar swar swari suwari sowari wena wenam wenakanm wenay vidyo vidiyo video',
)
/** "I was", "she was": of now where an adult's age stands beside it, and of then where a child's does. */
const WAS = words(
  'was were aged turned',
  'كنت چنت جنت كان كانت چان جان چانت جانت',
  'بووم بوو بووین بوون بوه',
  'kint chint chinit kan chan kanat bum bu bwm buw',
)
/** Who was a child, without a number. */
const CHILDHOOD = words(
  'kid child minor underage teen teenager teenage',
  'طفل طفله قاصر قاصره مراهق مراهقه',
  'منداڵ مێردمنداڵ هەرزەکار',
)

const BEFORE_ADULT = 17
const YOUNGEST = 3
/** Between an age and the word that says it was: "when I was only fifteen years old". */
const NEAR = 4

const inSentence = (text: Words, at: number, by: number, among: ReadonlySet<string>): boolean => {
  const step = Math.sign(by)
  for (let one = at + step; Math.abs(one - at) <= Math.abs(by); one += step) {
    if (one < 0 || one >= text.length) return false
    if (step > 0 ? text.begins(one) : one + 1 < text.length && text.begins(one + 1)) return false
    if (text.is(one, among)) return true
  }
  return false
}

const isPast = (text: Words, from: number, next: number): boolean =>
  inSentence(text, from, -NEAR, WAS) ||
  inSentence(text, next - 1, NEAR, words('بووم بوو بووین bum bu bwm buw'))

/**
 * Whether words tell of pictures from when whoever is on them was under 18: "photos of me from when I was
 * 15", «صوري من چان عمري ١٥», «وێنەکانم کە ١٥ ساڵ بووم». One sentence has to hold both: an age of long ago
 * alone says nothing of a picture.
 */
export const tellsOfChildPictures = (text: string): boolean => {
  const read = new Words(text)
  let hasPicture = false
  let hasPast = false
  for (let at = 0; at < read.length; at += 1) {
    if (read.begins(at)) {
      hasPicture = false
      hasPast = false
    }
    if (read.is(at, PICTURES)) hasPicture = true
    const found = numberAt(read, at)
    const age = found === undefined || found === 'count' ? undefined : found
    const isAge =
      age !== undefined && age.age >= YOUNGEST && age.age <= BEFORE_ADULT && !read.is(age.next, said.UNITS)
    if (isAge ? isPast(read, age.from, age.next) : read.is(at, CHILDHOOD) && isPast(read, at, at + 1))
      hasPast = true
    if (hasPicture && hasPast) return true
  }
  return false
}
