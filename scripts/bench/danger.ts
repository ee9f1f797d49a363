import { content } from '../../bots/content.ts'
import { voicesOf } from '../learn/corpus.ts'
import { scoreOf } from '../learn/score.ts'

/** Words of a usual message, and characters of one that is meant to hold the process up. */
const WORDS = 60
const MESSAGES = 3_000
const WARM = 500
const HOSTILE = 100_000
/** Repeats, digits without end, half sentences of danger, letters without a gap, sentences of one word. */
const FLOODS: readonly (readonly [name: string, piece: string])[] = [
  ['repeats', 'ااا'],
  ['digits', '07701234567 '],
  ['danger', 'kill me يكتلني '],
  ['letters', 'abcdefgh'],
  ['sentences', 'موت. '],
]

const timeOf = (text: string): number => {
  const begun = performance.now()
  content.crisis.read(text, 2026)
  return performance.now() - begun
}
const at = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3))

/** Messages of one length, joined from what the calibration authors wrote. */
const sixtyWords = (): readonly string[] => {
  const words = voicesOf('calibration').flatMap(({ text }) => text.split(/\s+/))
  return Array.from({ length: WARM + MESSAGES }, (_, n) =>
    words
      .slice((n * 7) % (words.length - WORDS))
      .slice(0, WORDS)
      .join(' '),
  )
}

/**
 * How well danger is heard of authors that nothing was learnt from, by label and form with 95 %
 * bounds, and what it costs. `sealed`: looked at by figures alone
 * (test/vectors/crisis/voices/README.md); `calibration`: the levels were chosen by these, so they
 * flatter. What fewer messages would teach: `npm run learn -- --curve`.
 */
export const benchDanger = async (): Promise<void> => {
  const print = (line: object): boolean =>
    process.stdout.write(`${JSON.stringify({ bench: 'danger', ...line })}\n`)
  for (const part of ['calibration', 'sealed'])
    for (const line of scoreOf(content.crisis, voicesOf(part))) print({ part, ...line })
  const times = sixtyWords()
    .map(timeOf)
    .slice(WARM)
    .toSorted((a, b) => a - b)
  print({ words: WORDS, p50: at(times, 0.5), p99: at(times, 0.99) })
  for (const [flood, piece] of FLOODS) {
    const [half, whole] = [HOSTILE / 2, HOSTILE].map((length) => piece.repeat(length / piece.length))
    timeOf(whole ?? '')
    print({ flood, half: at([timeOf(half ?? '')], 0), whole: at([timeOf(whole ?? '')], 0) })
  }
}
