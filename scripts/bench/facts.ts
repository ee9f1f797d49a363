import { content } from '../../bots/content.ts'
import { figuresOf, namedOf, sealedTold, surely } from '../learn/facts.ts'
import { part, print, type Given } from './figures.ts'

/**
 * How much of what people tell of a case is found, and how much of what is found is so, by authors of whom
 * nothing was learnt and who are looked at by figures alone: by words that hint at an answer alone, by the reader
 * alone, and as the product takes them together.
 */
export const benchFacts = async ({ smallest }: Given): Promise<void> => {
  const told = sealedTold().slice(0, smallest ? 20 : undefined)
  const { read } = content.facts
  for (const [by, found] of [
    ['hints', namedOf()],
    ['reader', surely(read)],
    ['both', namedOf(read)],
  ] as const) {
    part(by)
    for (const line of figuresOf(told, found)) print({ bench: 'facts', by, ...line })
  }
}
