import { fold } from './fold.ts'

/**
 * Numbers as people in Iraq say them, folded when the table is built: Iraqi and standard Arabic,
 * Sorani, English. Each row is a value and its words. Language, not text of the product, hence here
 * and not in a locale.
 */
const UNITS: ReadonlyArray<readonly [value: number, words: string]> = [
  [0.5, 'نص نصف نیو half nus nuss'],
  [0.25, 'ربع چارەک quarter rub3'],
  [1, 'واحد واحدة وحدة یەک one'],
  [2, 'اثنين اثنان ثنين اثنتان ثنتين دوو two'],
  [3, 'ثلاثة ثلاث تلاثة تلث ثلث three'],
  [4, 'اربعة اربع چوار four'],
  [5, 'خمسة خمس پێنج five'],
  [6, 'ستة ست شەش six'],
  [7, 'سبعة سبع حەوت seven'],
  [8, 'ثمانية ثمان ثماني تمانية ثمن هەشت eight'],
  [9, 'تسعة تسع نۆ nine'],
  [10, 'عشرة عشر دە ten'],
  [11, 'احدعش احدعشر یازدە eleven'],
  [12, 'اثنعش اثناعشر دوازدە twelve'],
  [13, 'ثلاثطعش تلطعش ثلطعش سێزدە thirteen'],
  [14, 'اربعطعش اربعتعش چواردە fourteen'],
  [15, 'خمسطعش خمستعش پازدە پانزدە fifteen'],
  [16, 'ستطعش ستعش شازدە شانزدە sixteen'],
  [17, 'سبعطعش سبعتعش حەڤدە حەفدە هەڤدە هەفدە seventeen'],
  [18, 'ثمنطعش ثمانطعش تمنطعش هەژدە هەژدە eighteen'],
  [19, 'تسعطعش تسعتعش نۆزدە nineteen'],
  [20, 'عشرين عشرون بیست twenty'],
  [30, 'ثلاثين ثلاثون سی thirty'],
  [40, 'اربعين اربعون چل forty'],
  [50, 'خمسين خمسون پەنجا fifty'],
  [60, 'ستين ستون شەست sixty'],
  [70, 'سبعين سبعون حەفتا seventy'],
  [80, 'ثمانين ثمانون هەشتا eighty'],
  [90, 'تسعين تسعون نەوەد ninety'],
  [200, 'ميتين مئتين مئتان مائتان دووسەد'],
  [300, 'ثلثمية ثلاثمية ثلاثمائة سێسەد'],
  [400, 'اربعمية اربعمائة چوارسەد'],
  [500, 'خمسمية خمسمائة پێنجسەد'],
  [600, 'ستمية ستمائة شەشسەد'],
  [700, 'سبعمية سبعمائة حەوتسەد'],
  [800, 'ثمنمية ثمانمية ثمانمائة هەشتسەد'],
  [900, 'تسعمية تسعمائة نۆسەد'],
  [2000, 'الفين الفان alfen alfain'],
  [2_000_000, 'مليونين مليونان melyonen malyonen'],
]

const SCALES: ReadonlyArray<readonly [value: number, words: string]> = [
  [100, 'مية مئة مائة ميت سەد hundred'],
  [1000, 'الف الاف آلاف هەزار هەزاری هەزارێک thousand thousands k alf alaf hazar'],
  [1_000_000, 'مليون ملايين ملیۆن میلیۆن ملیۆنێک ملیۆنی million millions m mln melyon malyon milyon'],
  [1_000_000_000, 'مليار ملیار billion'],
]

const table = (rows: ReadonlyArray<readonly [number, string]>): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([value, words]) => words.split(' ').map((word) => [fold(word), value] as const)))

const UNIT = table(UNITS)
const SCALE = table(SCALES)
/**
 * The number that a folded word is by itself, without words of scale: what "seventy" adds to what
 * it stands in.
 */
export const unitOf = (word: string): number | undefined => UNIT.get(word)

/** "مليون ونص": the half belongs to the last scale. */
const FRACTIONS = new Set([0.5, 0.25])

/** Sorani three and thirty differ in one letter that folding makes equal: told apart before it. */
export const spellThree = (text: string): string => text.replace(/(?<!\p{L})سێ(?!\p{L})/gu, '3')

/** "and", alone or leading a word. */
const AND = new Set(['و', 'and', 'w'])
/** Letters that count thousands after a number ("500k") and are no number without one. */
const MARKS = new Set(['k', 'm', 'mln'])

type Sum = { total: number; group: number; lastScale: number; parts: number }

const add = (sum: Sum, value: number): void => {
  if (FRACTIONS.has(value) && sum.lastScale > 1 && sum.group === 0) sum.total += value * sum.lastScale
  else sum.group += value
  sum.parts += 1
}

const scale = (sum: Sum, value: number): void => {
  // "خمسمية الف" multiplies what stands before it; "مية" inside a group only the group.
  if (value === 100) sum.group = (sum.group === 0 ? 1 : sum.group) * 100
  else {
    sum.total += (sum.group === 0 ? 1 : sum.group) * value
    sum.group = 0
    sum.lastScale = value
  }
  sum.parts += 1
}

const readToken = (token: string): { readonly unit?: number; readonly scale?: number } => {
  const scaleValue = SCALE.get(token)
  if (scaleValue !== undefined) return { scale: scaleValue }
  const unit = UNIT.get(token)
  if (unit !== undefined) return { unit }
  return /^\d{1,15}(?:\.\d{1,6})?$/.test(token) ? { unit: Number(token) } : {}
}

/**
 * What stands at `from` of folded words (digits may carry a decimal point) and ends before `to`:
 * its value, and how many words it took.
 */
export const readNumber = (
  tokens: readonly string[],
  from: number,
  to = tokens.length,
): { readonly value: number; readonly used: number; readonly scaled: boolean } | undefined => {
  const sum: Sum = { total: 0, group: 0, lastScale: 1, parts: 0 }
  let used = 0
  for (let i = from; i < Math.min(to, tokens.length); i += 1) {
    const token = tokens[i] ?? ''
    if (AND.has(token)) continue
    let read = readToken(token)
    if (read.unit === undefined && read.scale === undefined && sum.parts > 0 && token.startsWith('و'))
      read = readToken(token.slice(1))
    if (sum.parts === 0 && MARKS.has(token)) break
    if (read.scale !== undefined) scale(sum, read.scale)
    else if (read.unit !== undefined) {
      // Two bare digits in a row are two numbers, not a sum.
      if (/^\d/.test(token) && sum.parts > 0 && sum.group !== 0) break
      add(sum, read.unit)
    } else break
    used = i - from + 1
  }
  const value = sum.total + sum.group
  return sum.parts === 0 || !Number.isFinite(value)
    ? undefined
    : { value, used, scaled: sum.lastScale > 1 || value >= 1000 }
}
