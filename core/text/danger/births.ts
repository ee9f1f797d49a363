import type { Words } from './age-numbers.ts'
import { DIGITS } from './age-numbers.ts'
import * as said from './age-words.ts'
import { foldWord } from './tokens.ts'

const words = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ').map((word) => foldWord(said.ageLetters, word))))

/** Say by themselves that the year beside them is one of birth. */
const BORN = words(
  'مواليد مواليدي بمواليد مواليدنا تولد تولدي تولدها تولده مواليدها مواليده ولدت انولدت مولود مولوده ميلادي ميلادها ميلاده الميلاد بميلاد',
  'born birthyear birth birthday birthdate dob',
  'mawalid mwalid mawaleed mwaleed muwalid mawlid mewalid mawalidi mwalidi tawalud tawallud twlod tawalod tawllod tewelud',
  'لەدایکبووی لەدایکبووم لەدایکبوو لەدایکبوونم لەدایکبوون لەدایکبوومە تەوەلود تەوەلودم',
  'ledaykbuy ledaykbum ledaykbwi ladaykbuy ladaykbum ladaykbwy ladaykbwm ladaykbw ladayikbuy ledaikbuy ladaikbuy lidaykbuy lahdaykbuy',
)
/** «عيد ميلادي ١٨». */
const FEAST = words('عيد بعيد')
/** "لە دایک بووی", "ladayk buy": the first, or the first two, of several words for it. */
const MOTHER = words('لەدایک دایک ladayk ladaik ledayk ledaik lidayk dayk daik')
const CAME = words('بووی بووم بوو بوویمە بوومە buy bum buwm bwm bwy bwi bu bw')
/** "lady 2010": short for it, where the text or the writer begins with it. */
const SHORT = words('lady ledy ladi ledi')
/** Between such a word and the year. */
const BETWEEN: ReadonlySet<string> = new Set([
  ...said.BORN_IN,
  ...words('ال الـ el al il the back is year years date of my sanat sanet sana salî sali sal saly la le li'),
  ...words('بسنة لسنة سنتي هي هو انا اني ساڵ ی يوم بتاريخ تاريخ شهر مانگی ڕۆژی من ه'),
  ...words('january february march april may june july august september october november december'),
  ...words('jan feb mar apr jun jul aug sep sept oct nov dec'),
])
/** So many of them at most. */
const PASSED = 6
/** "A 2010 baby", "2010 kid". */
const OF_YEAR = words('baby kid born child girl boy model gen مواليد')
/** "A 2010 model" is a thing. */
const FROM = words('from مال من')
/** "Twenty" of a century, said: «الفين وعشرة». */
const THOUSANDS = words('الفين alfen alfain alfayn')
const THOUSAND = words('هەزار hazar')
const TWO = words('دوو du dw')
/** After such a name it is somebody's account. */
const NAMES = words('is was account page instagram facebook حساب')

const YEAR = /^(?:19|20)\d\d$/
const GLUED = /^((?:19|20)\d\d)m$/

/** A year that may be one of birth, and what follows it. `short`: its last two digits. */
type Year = { readonly born: number; readonly next: number; readonly short: boolean }

/** "2010", "98", «الفين وعشرة», «دوو هەزار و دە». */
const yearAt = (read: Words, at: number, now: number): Year | undefined => {
  const word = read.word(at)
  const glued = GLUED.exec(word)
  if (glued !== null) return { born: Number(glued[1]), next: at + 1, short: false }
  if (YEAR.test(word)) return { born: Number(word), next: at + 1, short: false }
  if (DIGITS.test(word) && word.length === 2) {
    const short = Number(word)
    return { born: short + 2000 <= now ? short + 2000 : short + 1900, next: at + 1, short: true }
  }
  const arabic = read.is(at, THOUSANDS)
  const kurdish = read.is(at, TWO) && read.is(at + 1, THOUSAND)
  if (!arabic && !kurdish) return undefined
  const from = at + (arabic ? 1 : 2)
  const parted = said.AND.has(read.word(from))
  const more = read.word(from + (parted ? 1 : 0))
  const value = said.AGE_NUMBERS.get(more) ?? said.AGE_NUMBERS.get(more.replace(/^و/, ''))
  return value === undefined ? undefined : { born: 2000 + value, next: from + (parted ? 2 : 1), short: false }
}

/** Whether a word for birth ends at this place, and where it begins. */
const bornBefore = (read: Words, at: number): number | undefined => {
  if (at < 0) return undefined
  // The birthday is the day, and a number beside it may be the age that it brings.
  if (read.is(at, BORN)) return read.is(at - 1, FEAST) ? undefined : at
  if (read.is(at, CAME) && at > 0 && read.is(at - 1, MOTHER)) return at - 1
  return undefined
}

/** Whether a word for birth follows. */
const bornAfter = (read: Words, at: number): boolean => {
  if (read.begins(at)) return false
  if (read.is(at, BORN)) return true
  const from = read.word(at) === 'لە' || read.word(at) === 'la' || read.word(at) === 'le' ? at + 1 : at
  return read.is(from, MOTHER) && !read.begins(from + 1) && read.is(from + 1, CAME)
}

/** The word for birth that a year belongs to, back over a day and a month. */
const leadOf = (read: Words, at: number): number | undefined => {
  for (let one = at - 1, left = PASSED; one >= 0 && left >= 0; one -= 1, left -= 1) {
    if (read.begins(one + 1)) return undefined
    const born = bornBefore(read, one)
    if (born !== undefined) return born
    if (!read.is(one, BETWEEN) && !DIGITS.test(read.word(one))) return undefined
  }
  return undefined
}

const isIAm = (read: Words, at: number): boolean => {
  const word = read.word(at)
  if (at < 0) return false
  if (word === 'm' || word === 'am') return read.word(at - 1) === 'i'
  return read.is(at, said.I_AM) || (read.is(at, said.I) && word !== 'i')
}

/** "I'm 2010", «اني 2010», "I'm a 2010 baby", "im from 2010", "lady 2010". */
const isSaidShort = (read: Words, at: number, next: number): boolean => {
  if (at === 0 || read.begins(at)) return false
  const ends = read.begins(next) || /[,،;؛()\n]/.test(read.gap(next)) || read.is(next, said.AND)
  const stands = ends || read.is(next, said.FEELS) || /^و./.test(read.word(next))
  const lead = at - 1
  if (read.is(lead, SHORT))
    return (
      (read.begins(lead) || read.is(lead - 1, said.OF_ME) || read.is(lead - 1, said.I)) &&
      (read.begins(next) || !read.is(next, NAMES))
    )
  if (isIAm(read, lead)) return stands || (!read.begins(next) && read.is(next, OF_YEAR))
  if (read.word(lead) === 'a' && isIAm(read, lead - 1)) return !read.begins(next) && read.is(next, OF_YEAR)
  return read.word(lead) === 'from' && read.is(lead, FROM) && isIAm(read, lead - 1) && stands
}

/**
 * The year of birth that stands at a place of a text, by the words around it: "born in 2010", "born 3/5/2010",
 * «مواليد الـ2010», «لە ٢٠١٠ لەدایک بووم», "ladayk buy 2010". `lead`: where the words for it begin.
 */
export const birthAt = (
  read: Words,
  at: number,
  now: number,
): { readonly born: number; readonly lead: number; readonly next: number } | undefined => {
  const year = yearAt(read, at, now)
  if (year === undefined) return undefined
  const { born, next, short } = year
  const lead = leadOf(read, at)
  // "Born 12 of may 2010": of a date only its year counts.
  if (lead !== undefined)
    return short && (YEAR.test(read.word(at + 1)) || YEAR.test(read.word(at + 2)) || isDated(read, at))
      ? undefined
      : { born, lead, next }
  if (short) return undefined
  return bornAfter(read, next) || isSaidShort(read, at, next) ? { born, lead: at, next } : undefined
}

/** "15/3", "15-03": a day or a month, no year. */
const isDated = (read: Words, at: number): boolean =>
  (DIGITS.test(read.word(at + 1)) || YEAR.test(read.word(at + 1))) && /^[ ./\-–]$/.test(read.gap(at + 1))

const OLDEST = 99
const YOUNGEST = 1
const BEFORE_ADULT = 17

/**
 * The year somebody was born in tells the age but for a birthday: nothing is read where that
 * birthday would decide.
 */
export const bornAge = (born: number, year: number): number | undefined => {
  const most = year - born
  if (most < YOUNGEST || most > OLDEST) return undefined
  return most <= BEFORE_ADULT ? most : most - 1 > BEFORE_ADULT ? most - 1 : undefined
}
