/**
 * Half a year over an age changes nothing of who is under age: "15.5", "15½", "fifteen and a half",
 * «١٥ ونص», «پازدە و نیو». An amount ("15.5 dollars", "15.50") has what it counts behind it and stays a count.
 */
const DIGIT_HALF =
  /(?<![\p{N}.,٫/:$€£#])(\p{Nd}{2}|[6-9٦-٩۶-۹])((?:[.,٫][5٥۵]|½| ?[1١۱]\/[2٢۲])(?![\p{N}%$€£:/]))/gu
/** "15.5k", "15.5m": no years. */
const UNIT = /^[^\S\n]?(?:k|m|gb|mb|ألف|الف)(?![\p{L}\p{N}])/iu
const WORD_HALF =
  /(?<=[\p{L}\p{Nd}])[ \u00a0]*(?:(?:and|&)(?: an?)? half(?! (?:of|the|my))|و[ـ ]?نصف?|(?:و|و ) ?نیو(?:ە|ه|م|ەیە)?|[wu] ?n(?:u|o|i|î|ee)?[sw]{1,2}f?)(?![\p{L}\p{N}])/giu

/** The same text, place for place, without the halves that are written in digits. */
export const wholeDigits = (text: string): string =>
  text.replace(DIGIT_HALF, (found: string, digits: string, half: string, at: number) =>
    UNIT.test(text.slice(at + found.length)) ? found : digits + ' '.repeat(half.length),
  )

/** The same text, place for place, without the halves. */
export const wholeYears = (text: string): string =>
  wholeDigits(text).replace(WORD_HALF, (found) => ' '.repeat(found.length))
