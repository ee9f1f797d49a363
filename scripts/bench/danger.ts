import { readFileSync } from 'node:fs'
import { openSentenceReader } from '../../adapters/sentences/index.ts'
import { content, ENCODER } from '../../bots/content.ts'
import { makeLearnt } from '../../core/text/danger/learnt.ts'
import { unpackLearnt } from '../../core/text/danger/packed.ts'
import { minutes } from '../../core/base/units.ts'
import { opinionsOn } from '../learn/sentences.ts'
import type { Crisis } from '../../core/text/danger/rules.ts'
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

/** Says of which messages the second reader is asked. */
const learnt = makeLearnt(
  unpackLearnt(readFileSync(new URL('../../bots/amin/crisis/reader.bin', import.meta.url))),
)

const timeOf = (text: string): number => {
  const begun = performance.now()
  content.crisis.read(text, 2026)
  return performance.now() - begun
}
const at = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3))

/** Messages of one length, joined from what the calibration authors wrote. */
const ofLength = (length: number, count: number): readonly string[] => {
  const words = voicesOf('calibration').flatMap(({ text }) => text.split(/\s+/))
  return Array.from({ length: count }, (_, n) =>
    words
      .slice((n * 7) % (words.length - length))
      .slice(0, length)
      .join(' '),
  )
}

/** Words of a message and how many are read by sentences, some of them before it is timed. */
const SENTENCE_LENGTHS = [15, 60]
const SENTENCES = 120
const WARM_SENTENCES = 10

/** What the second reader takes in its thread, asked as the product asks it, and how much of the memory is its own. */
const benchSentences = async (print: (line: object) => boolean): Promise<void> => {
  const before = process.memoryUsage.rss()
  const reader = openSentenceReader({ folder: ENCODER, limits: { answer: minutes(1), hung: minutes(1) } })
  const begun = performance.now()
  await reader.read(['is it there'])
  print({ sentences: 'start', ms: at([performance.now() - begun], 0) })
  for (const length of SENTENCE_LENGTHS) {
    const times: number[] = []
    for (const text of ofLength(length, WARM_SENTENCES + SENTENCES)) {
      const from = performance.now()
      await reader.read([text])
      times.push(performance.now() - from)
    }
    const sorted = times.slice(WARM_SENTENCES).toSorted((a, b) => a - b)
    print({ sentences: 'read', words: length, p50: at(sorted, 0.5), p99: at(sorted, 0.99) })
  }
  for (const [flood, piece] of FLOODS) {
    const from = performance.now()
    await reader.read([piece.repeat(HOSTILE / piece.length)])
    print({ sentences: 'flood', flood, whole: at([performance.now() - from], 0) })
  }
  print({ sentences: 'memory', bytes: process.memoryUsage.rss() - before })
  await reader.close()
}

/**
 * How well danger is heard of authors that nothing was learnt from, by label and form with 95 %
 * bounds, and what it costs. `sealed`: looked at by figures alone
 * (test/vectors/crisis/voices/README.md); `calibration`: the levels were chosen by these, so they
 * flatter. Both readers together are the product; one line says what the first finds alone, as where the second
 * is switched off or late. What fewer messages would teach: `npm run learn -- --curve`.
 */
export const benchDanger = async (): Promise<void> => {
  const print = (line: object): boolean =>
    process.stdout.write(`${JSON.stringify({ bench: 'danger', ...line })}\n`)
  // First, so that the memory it takes is not lost among what the scores below leave behind.
  await benchSentences(print)
  for (const part of ['calibration', 'sealed']) {
    const messages = voicesOf(part)
    const opinions = await opinionsOn(ENCODER, learnt, messages)
    const both: Crisis = {
      read: (text, year, before) => content.crisis.read(text, year, before, (words) => opinions.get(words)),
    }
    for (const line of scoreOf(both, messages)) print({ part, ...line })
    const [alone] = scoreOf(content.crisis, messages)
    print({ part, readers: 'first alone', ...alone })
  }
  const times = ofLength(WORDS, WARM + MESSAGES)
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
