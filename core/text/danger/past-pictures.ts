import * as said from './age-words.ts'
import { numberAt, Words } from './age-numbers.ts'
import { foldWord } from './tokens.ts'

const words = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ').map((word) => foldWord(said.ageLetters, word))))

const PICTURES = words(
  'photo photos picture pictures pic pics image images nude nudes video videos selfie selfies',
  'صوره صور صوري صورتي صورها صورته الصور الصوره صورنا بصوري بصورتي بالصور بالصوره بالفيديو فيديو فيديوهات فيديوهاتي الفيديو مقطع مقاطع مقطعي',
  'وێنە وێنەم وێنەی وێنەکان وێنەکانم وێنەکانی وێنەکە وێنەکەم وێنەکاندا وێنەکانمدا وێنەکەدا وێنانە ڤیدیۆ ڤیدیۆم ڤیدیۆکەم ڤیدیۆکان ڤیدیۆکانم ڤیدیۆی ڕەسم ڕەسمم وێنەکەدایە ڤیدیۆکەدایە وێنەکاندایە ڤیدیۆکاندایە',
  'suwar sowar swar swari suwari sowari wena wenam wenakanm wenay vidyo vidiyo video',
)
/** "I was" in one word. */
const I_WAS = words('كنت چنت جنت kint chint chinit chnt')
/** "I was" in two, in the order in which they stand. */
const WAS = words('was')
/** "My age was": the word for it, where one of the age follows. */
const IT_WAS = words('كان چان جان kan chan من min')
/** "I was", after the age. */
const WAS_I = words('بووم bum bwm')
/** May stand between these and the age. */
const BETWEEN = words(
  'only just about around like barely still even a an the maybe',
  'بس يمكن حوالي تقريبا بعدني لسه بعمر عمري سني 3umri 3omri umri omri',
  'تەنها نزیکەی هێشتا',
)
/** Who was a child, without a number. */
const CHILDHOOD = words(
  'kid child minor underage teen teenager teenage',
  'طفل طفله قاصر قاصره مراهق مراهقه',
  'منداڵ مێردمنداڵ هەرزەکار',
)

const BEFORE_ADULT = 17
const YOUNGEST = 3
/** So many words at most stand between an age and the word that says it was. */
const NEAR = 4

/**
 * Whether an age, or the word for a child, is what the writer was: "when I was only fifteen", «من كنت ١٥»,
 * «١٥ ساڵ بووم». What others were, asked for or did ("he was asking for 5") says nothing of it.
 */
const wasI = (text: Words, from: number, next: number): boolean => {
  let at = from - 1
  let ofAge = false
  while (from - at <= NEAR && at > 0 && !text.begins(at + 1) && text.is(at, BETWEEN)) {
    ofAge ||= text.is(at, said.ARABIC_AGE)
    at -= 1
  }
  if (at >= 0 && !text.begins(at + 1)) {
    if (text.is(at, I_WAS) || (ofAge && text.is(at, IT_WAS))) return true
    if (text.is(at, WAS) && !text.begins(at) && text.is(at - 1, said.I)) return true
  }
  let after = next
  while (after - next < 2 && !text.begins(after) && text.is(after, said.KURDISH_YEARS)) after += 1
  return after < text.length && !text.begins(after) && text.is(after, WAS_I)
}

/** "The girl in the photos is 16": an age of whoever is in them. */
const IN_PICTURE =
  /(?:in|on) (?:the|this|that|these|those|my|his) (?:photo|picture|pic|video|image|clip)s? (?:is|are|was|were|looks?) (?:only |about |just |maybe |like )?(\d{1,2})(?!\d)/i

/** Whether somebody in a picture is said to be under 18. */
export const tellsOfChildInPicture = (text: string): boolean => {
  const age = Number(IN_PICTURE.exec(text)?.[1] ?? BEFORE_ADULT + 1)
  return age >= YOUNGEST && age <= BEFORE_ADULT
}

/** Whether words speak of pictures or recordings at all. */
export const speaksOfPictures = (text: string): boolean => {
  const read = new Words(text)
  for (let at = 0; at < read.length; at += 1) if (read.is(at, PICTURES)) return true
  return false
}

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
    if (isAge ? wasI(read, age.from, age.next) : read.is(at, CHILDHOOD) && wasI(read, at, at + 1))
      hasPast = true
    if (hasPicture && hasPast) return true
  }
  return false
}
