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
import { part, print, quantile, round, type Given } from './figures.ts'

/** Words of a usual message, and characters of one that is meant to hold the process up. */
const WORDS = 60
type Size = {
  readonly messages: number
  readonly warm: number
  readonly hostile: number
  /** How many are read by sentences, some of them before it is timed. */
  readonly sentences: number
  readonly warmSentences: number
  /** How many of each part of the corpus. */
  readonly scored: number
}
const FULL: Size = {
  messages: 3_000,
  warm: 500,
  hostile: 100_000,
  sentences: 120,
  warmSentences: 10,
  scored: Infinity,
}
const SMALLEST: Size = {
  messages: 20,
  warm: 1,
  hostile: 120,
  sentences: 2,
  warmSentences: 1,
  scored: 5,
}
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
const at = (times: readonly number[], share: number): number => round(quantile(times, share), 3)

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

/** Words of a message that is read by sentences. */
const SENTENCE_LENGTHS = [15, 60]
const tell = (line: object): void => print({ bench: 'danger', ...line })

/** What the second reader takes in its thread, asked as the product asks it, and how much of the memory is its own. */
const benchSentences = async ({ sentences, warmSentences, hostile }: Size): Promise<void> => {
  const before = process.memoryUsage.rss()
  const reader = openSentenceReader({ folder: ENCODER, limits: { answer: minutes(1), hung: minutes(1) } })
  const begun = performance.now()
  await reader.read(['is it there'])
  tell({ sentences: 'start', ms: at([performance.now() - begun], 0) })
  for (const length of SENTENCE_LENGTHS) {
    const times: number[] = []
    for (const text of ofLength(length, warmSentences + sentences)) {
      const from = performance.now()
      await reader.read([text])
      times.push(performance.now() - from)
    }
    const warmed = times.slice(warmSentences)
    tell({ sentences: 'read', words: length, p50: at(warmed, 0.5), p99: at(warmed, 0.99) })
  }
  for (const [flood, piece] of FLOODS) {
    const from = performance.now()
    await reader.read([piece.repeat(hostile / piece.length)])
    tell({ sentences: 'flood', flood, whole: at([performance.now() - from], 0) })
  }
  tell({ sentences: 'memory', bytes: process.memoryUsage.rss() - before })
  await reader.close()
}

/**
 * How well danger is heard of authors that nothing was learnt from, by label and form with 95 %
 * bounds, and what it costs. `sealed`: looked at by figures alone
 * (test/vectors/crisis/voices/README.md); `calibration`: the levels were chosen by these, so they
 * flatter. Both readers together are the product; one line says what the first finds alone, as where the second
 * is switched off or late. What fewer messages would teach: `npm run learn -- --curve`.
 */
export const benchDanger = async ({ smallest }: Given): Promise<void> => {
  const size = smallest ? SMALLEST : FULL
  const { messages: count, warm, hostile, scored } = size
  // First, so that the memory it takes is not lost among what the scores below leave behind.
  part('the second reader')
  await benchSentences(size)
  for (const who of ['calibration', 'sealed']) {
    part(`what is heard of the ${who} authors`)
    const messages = voicesOf(who).slice(0, scored)
    const opinions = await opinionsOn(ENCODER, learnt, messages)
    const both: Crisis = {
      read: (text, year, before) => content.crisis.read(text, year, before, (words) => opinions.get(words)),
    }
    for (const line of scoreOf(both, messages)) tell({ part: who, ...line })
    const [alone] = scoreOf(content.crisis, messages)
    tell({ part: who, readers: 'first alone', ...alone })
  }
  part('time of a message')
  const times = ofLength(WORDS, warm + count)
    .map(timeOf)
    .slice(warm)
  tell({ words: WORDS, p50: at(times, 0.5), p99: at(times, 0.99) })
  for (const [flood, piece] of FLOODS) {
    const [half, whole] = [hostile / 2, hostile].map((length) => piece.repeat(length / piece.length))
    timeOf(whole ?? '')
    tell({ flood, half: at([timeOf(half ?? '')], 0), whole: at([timeOf(whole ?? '')], 0) })
  }
}
