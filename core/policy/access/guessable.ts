/**
 * Secrets that whoever holds somebody's phone would try first. Digits by their pattern, which
 * covers what the published lists of used PINs begin with (datagenetics.com/blog/september32012):
 * one digit, runs, pairs, years, dates, columns of a keypad.
 */
const KEYPAD = [
  '2580',
  '0852',
  '1470',
  '1479',
  '1397',
  '7931',
  '3690',
  '147258',
  '147258369',
  '159753',
  '159357',
  '753951',
  '789456',
  '1004',
  '1122',
  '1133',
  '9876',
]

/** Words of the house, of the faith and of everybody; folded as secrets are (core/policy/access/secret). */
// prettier-ignore
const WORDS: ReadonlySet<string> = new Set([
  'password', 'passwort', 'passcode', 'pass', 'pin', 'pincode', 'secret', 'qwerty', 'qwertyuiop', 'asdf', 'asdfgh', 'zxcv', 'abc', 'abcd', 'abcde', 'abc123', 'iloveyou', 'love', 'hello', 'admin', 'test', 'iraq', 'baghdad', 'kurdistan', 'erbil', 'hawler', 'slemani', 'basra', 'allah', 'muhammad', 'mohammed', 'ali', 'hussein', 'habibi', 'hayati', 'mama', 'baba', 'amin', 'telegram', 'whatsapp', 'facebook', 'instagram', 'snapchat', 'mobile', 'phone', 'iphone', 'samsung',
  'الله', 'محمد', 'علي', 'حسين', 'حسن', 'فاطمة', 'زينب', 'مريم', 'العراق', 'عراق', 'بغداد', 'البصرة', 'اربيل', 'حبيبي', 'حبيبتي', 'حياتي', 'حب', 'احبك', 'ماما', 'بابا', 'امي', 'ابي', 'سر', 'سري', 'كلمة', 'رقم', 'سلام', 'امين',
  'خودا', 'کوردستان', 'کورد', 'هەولێر', 'سلێمانی', 'دهۆک', 'خۆشەویستم', 'گیانم', 'دایە', 'باوکە', 'نهێنی', 'ئەمین', 'تێلێگرام',
])

const isRun = (digits: string): boolean => {
  const steps = Array.from(digits.slice(1), (digit, at) => (Number(digit) - Number(digits[at]) + 10) % 10)
  return steps.every((step) => step === steps[0]) && [0, 1, 2, 8, 9].includes(steps[0] ?? 0)
}

/** 1212, 123123, 77889 is none; 7778, where three of four are one. */
const repeats = (digits: string): boolean => {
  for (let length = 1; length * 2 <= digits.length; length += 1)
    if (digits.length % length === 0 && digits === digits.slice(0, length).repeat(digits.length / length))
      return true
  return new Set(digits).size <= 2
}

const isMirror = (digits: string): boolean =>
  Array.from(digits, (digit, at) => digit === digits.at(-1 - at)).every(Boolean)

const isYear = (text: string): boolean => /^(?:19[3-9]\d|20[0-4]\d)$/.test(text)
const isDay = (day: string, month: string): boolean =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12

/**
 * A day as people write birthdays: with the year before or behind, of two digits or four. Four
 * digits alone are a day and a month.
 */
const isDate = (digits: string): boolean => {
  const at = (from: number, to: number): string => digits.slice(from, to)
  const either = (one: string, other: string): boolean => isDay(one, other) || isDay(other, one)
  if (digits.length === 4) return isYear(digits) || either(at(0, 2), at(2, 4))
  if (digits.length === 6)
    return either(at(0, 2), at(2, 4)) || either(at(4, 6), at(2, 4)) || isYear(at(0, 4)) || isYear(at(2, 6))
  if (digits.length !== 8) return false
  return (isYear(at(4, 8)) && either(at(0, 2), at(2, 4))) || (isYear(at(0, 4)) && either(at(6, 8), at(4, 6)))
}

const isNear = (secret: string, other: string): boolean => {
  const plain = other.toLowerCase()
  return plain !== '' && (plain.includes(secret) || (plain.length >= 4 && secret.includes(plain)))
}

/**
 * Whether a secret is among the first that somebody would try who has the phone, knows the return
 * code, or knows the person. `known`: the code, and what the platform calls the person.
 */
export const isGuessable = (secret: string, known: readonly string[]): boolean => {
  if (known.some((one) => isNear(secret, one))) return true
  if (!/^\d+$/.test(secret)) return WORDS.has(secret) || new Set(secret).size <= 2
  return isRun(secret) || repeats(secret) || isMirror(secret) || isDate(secret) || KEYPAD.includes(secret)
}
