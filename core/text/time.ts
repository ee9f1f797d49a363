import { daysFromCivil } from '../base/calendar.ts'
import type { Instant } from '../base/units.ts'
import { instant } from '../base/units.ts'
import { fold, latinDigits } from './fold.ts'
import { readNumber, spellThree } from './number-words.ts'

/** Iraq keeps UTC+3 all year (no summer time since 2008; IANA tz, Asia/Baghdad). */
const BAGHDAD = 3 * 3_600_000
const DAY = 86_400_000
const HOUR = 3_600_000
const MINUTE = 60_000
const WINDOW = 1000
/**
 * When a day that was named without an hour begins: at first light. "By tomorrow", said at half
 * past ten in the evening, gives somebody the night; read as midnight it would be a matter of 90
 * minutes, and the same words would be graver in the evening than at noon.
 */
const DAYBREAK = 6 * HOUR

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' ').map(fold))

const UNITS: ReadonlyArray<readonly [length: number, count: number, words: ReadonlySet<string>]> = [
  [MINUTE, 1, wordsOf('دقيقة دقايق دقائق خولەک دەقە minute minutes min mins')],
  [MINUTE, 2, wordsOf('دقيقتين دقيقتان')],
  [HOUR, 1, wordsOf('ساعة ساعات سعات کاتژمێر کاتژمێری سەعات سەعاتی hour hours hr hrs h')],
  [HOUR, 2, wordsOf('ساعتين ساعتان')],
  [DAY, 1, wordsOf('يوم ايام أيام ڕۆژ ڕۆژی day days')],
  [DAY, 2, wordsOf('يومين يومان')],
  [7 * DAY, 1, wordsOf('اسبوع أسبوع اسابيع هەفتە week weeks')],
  [7 * DAY, 2, wordsOf('اسبوعين')],
]
/** Phrases first, since "سبەی" is the beginning of "دوو سبەی". */
const DAYS: ReadonlyArray<readonly [ahead: number, phrases: readonly string[]]> = [
  [2, ['بعد غد', 'بعد باجر', 'عقب باجر', 'دوو سبەی', 'دووسبەی', 'day after tomorrow'].map(fold)],
  [1, ['غدا', 'غد', 'باجر', 'بكرة', 'سبەی', 'سبەینێ', 'سبەینی', 'tomorrow'].map(fold)],
  [0, ['اليوم', 'هليوم', 'الليلة', 'هالليلة', 'ئەمڕۆ', 'ئەمشەو', 'today', 'tonight'].map(fold)],
]
const NIGHT = wordsOf(
  'ليل بالليل الليل الليلة مساء المسا العصر عصر pm tonight ئێوارە شەو ئەمشەو evening night ظهرا',
)
const MORNING = wordsOf('صبح الصبح صباحا صباح am morning بەیانی فجر')
const MIDNIGHT = ['منتصف الليل', 'نص الليل', 'نیوەشەو', 'midnight'].map(fold)
const NOON = ['الظهر', 'نیوەڕۆ', 'noon'].map(fold)
const NOW = ['الان', 'هسه', 'هسة', 'حالا', 'ئێستا', 'now', 'right now'].map(fold)
const CLOCK = wordsOf('ساعة الساعة عالساعة کاتژمێر سەعات at')

const monthLength = (year: number, month: number): number =>
  daysFromCivil(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) -
  daysFromCivil(year, month, 1)

const localDay = (now: Instant): number => Math.floor((now + BAGHDAD) / DAY)
const localTime = (day: number, ofDay: number): Instant => instant(day * DAY + ofDay - BAGHDAD)

/**
 * A day written in digits: 2026-01-05, 5/1/2026, 5/1 (day first, as in Iraq; without a year the
 * next such day).
 */
const readDate = (text: string, now: Instant): number | undefined => {
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text)
  const local = /(?<!\d)(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}))?(?!\d)/.exec(text)
  const parts =
    iso !== null ? [iso[1], iso[2], iso[3]] : local !== null ? [local[3], local[2], local[1]] : undefined
  if (parts === undefined) return undefined
  const [, month, day] = parts.map(Number) as [number, number, number]
  const today = localDay(now)
  const named = parts[0] === undefined ? undefined : Number(parts[0])
  for (const year of named === undefined ? candidateYears(today) : [named]) {
    if (year < 2000 || year > 2100 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month))
      return undefined
    const date = daysFromCivil(year, month, day)
    if (named !== undefined || date >= today) return date
  }
  return undefined
}

/**
 * This year and the next, from the day number (exact enough: the year turns at most a day off, and
 * the later one is tried too).
 */
const candidateYears = (today: number): readonly number[] => {
  const year = 1970 + Math.floor(today / 365.2425)
  return [year, year + 1]
}

const readClock = (
  text: string,
  tokens: readonly string[],
): { readonly ofDay: number; readonly half: boolean } | undefined => {
  const digits = /(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])/.exec(text)
  const hourWord = tokens.findIndex((token, i) => CLOCK.has(token) && readNumber(tokens, i + 1) !== undefined)
  const suffix = /(?<!\d)(\d{1,2}) ?(?:am|pm|ص|م)(?!\p{L})/u.exec(text)
  const part = tokens.findIndex(
    (token, i) =>
      i > 0 && (NIGHT.has(token) || MORNING.has(token)) && readNumber(tokens, i - 1) !== undefined,
  )
  const spoken =
    hourWord !== -1
      ? readNumber(tokens, hourWord + 1)
      : part !== -1
        ? readNumber(tokens, part - 1)
        : undefined
  const hour = digits?.[1] ?? suffix?.[1] ?? spoken?.value
  if (hour === undefined) return undefined
  const minute = Number(digits?.[2] ?? 0)
  const night = tokens.some((token) => NIGHT.has(token)) || /\d ?(?:pm|م)(?!\p{L})/u.test(text)
  const morning = tokens.some((token) => MORNING.has(token)) || /\d ?(?:am|ص)(?!\p{L})/u.test(text)
  let h = Math.floor(Number(hour))
  if (h > 24 || minute > 59) return undefined
  if (h === 12 && (morning || night))
    h = morning || tokens.includes('ليل') || tokens.includes('بالليل') ? 24 : 12
  else if (night && h < 12) h += 12
  return { ofDay: h * HOUR + minute * MINUTE, half: !night && !morning && h <= 12 && h > 0 }
}

const readSpan = (tokens: readonly string[]): number | undefined => {
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] ?? ''
    const alone = UNITS.find(([, , words]) => words.has(token))
    if (alone !== undefined && (alone[1] === 2 || i === 0 || readNumber(tokens, i - 1) === undefined)) {
      const [length, count] = alone
      const half = readNumber(tokens, i + 1)?.value === 0.5 || tokens[i + 1] === 'ونص' ? length / 2 : 0
      // "الساعة 10" is a clock, "ساعة" alone a span of one.
      if (count === 1 && readNumber(tokens, i + 1) !== undefined && half === 0) continue
      return length * count + half
    }
    const number = readNumber(tokens, i)
    if (number === undefined) continue
    const unit = UNITS.find(([, count, words]) => count === 1 && words.has(tokens[i + number.used] ?? ''))
    if (unit !== undefined && number.value <= 1000) return number.value * unit[0]
    i += number.used - 1
  }
  return undefined
}

/**
 * The moment a person meant, as a guess that stands beside their words: "بعد ساعتين", "tomorrow",
 * "2026-01-05 22:00", in Baghdad time. Where the words leave room the earlier moment is taken,
 * since it is a deadline that is asked for: a day without an hour begins at its first light (today
 * ends at midnight). Nothing where no time was found.
 */
export const readTime = (text: string, now: Instant): Instant | undefined => {
  const plain = spellThree(latinDigits(text.slice(0, WINDOW))).toLowerCase()
  const folded = fold(plain.replace(/(\d)(?=\p{L})/gu, '$1 '))
  const tokens = folded.split(' ')
  const padded = ` ${folded} `
  const has = (phrase: string): boolean => padded.includes(` ${phrase} `)
  const stamp = /(\d{4})-(\d{2})-(\d{2})t(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(z|[+-]\d{2}:?\d{2})?/.exec(
    plain,
  )
  if (stamp !== null) return readStamp(stamp)
  const today = localDay(now)
  const date = readDate(plain, now)
  const ahead = DAYS.find(([, phrases]) => phrases.some(has))?.[0]
  const clock = readClock(plain, tokens)
  const day = date ?? (ahead === undefined ? undefined : today + ahead)
  if (clock !== undefined) return placeClock(clock, day, now)
  if (MIDNIGHT.some(has)) return localTime((day ?? today) + 1, 0)
  if (NOON.some(has)) return placeClock({ ofDay: 12 * HOUR, half: false }, day, now)
  const span = day === undefined ? readSpan(tokens) : undefined
  if (span !== undefined) return instant(now + Math.round(span))
  if (day !== undefined) return day === today ? localTime(today + 1, -MINUTE) : localTime(day, DAYBREAK)
  return NOW.some(has) ? now : undefined
}

const readStamp = (stamp: RegExpExecArray): Instant | undefined => {
  const [year, month, day, hour, minute, second] = stamp.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month) || hour > 24 || minute > 59)
    return undefined
  const at = daysFromCivil(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * 1000
  const zone = stamp[7]
  if (zone === undefined) return instant(at - BAGHDAD)
  if (zone === 'z') return instant(at)
  const sign = zone.startsWith('-') ? -1 : 1
  const digits = zone.slice(1).replace(':', '')
  return instant(at - sign * (Number(digits.slice(0, 2)) * HOUR + Number(digits.slice(2)) * MINUTE))
}

/** An hour that could be of the morning or the evening is the next one to come. */
const placeClock = (
  clock: { readonly ofDay: number; readonly half: boolean },
  day: number | undefined,
  now: Instant,
): Instant => {
  const today = localDay(now)
  const first = localTime(day ?? today, clock.ofDay)
  if (first > now) return first
  const second = clock.half ? instant(first + 12 * HOUR) : first
  if (second > now) return second
  return day === undefined ? instant(first + DAY) : first
}
