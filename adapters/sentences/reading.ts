import type { Encode } from './encoder.ts'

/** Of longer texts windows are read besides: danger is told in a few words of a long story. */
const WINDOW = 16
const STEP = WINDOW / 2
const LONG = WINDOW + 6
/** Windows at the beginning and at the end of a text; what lies between more of them is read by the first reader. */
const MOST_AT_AN_END = 10

const windowsOf = (text: string): readonly string[] => {
  const words = text.trim().split(/\s+/)
  if (words.length <= LONG) return []
  const starts = Array.from({ length: Math.ceil((words.length - STEP) / STEP) }, (_, n) => n * STEP)
  const read =
    starts.length <= 2 * MOST_AT_AN_END
      ? starts
      : [...starts.slice(0, MOST_AT_AN_END), ...starts.slice(-MOST_AT_AN_END)]
  return read.map((from) => words.slice(from, from + WINDOW).join(' '))
}

/** Half of each score is the whole text's, half that of its strongest window. */
export const readText = (encode: Encode, text: string): readonly number[] => {
  const whole = encode(text)
  const strongest = windowsOf(text)
    .map(encode)
    .reduce((most, window) => most.map((score, at) => Math.max(score, window[at] ?? score)), whole)
  return whole.map((score, at) => (score + (strongest[at] ?? score)) / 2)
}
