import type { Fact } from '../../core/text/facts/reader.ts'
import { content } from '../../bots/content.ts'
import { figuresOf, hintedIn, sealedTold, surely, type Told } from '../learn/facts.ts'

const nameOf = ({ step, option }: Fact): string => `${step}/${option}`

/**
 * How much of what people tell of a case is found, and how much of what is found is so, by authors of whom
 * nothing was learnt and who are looked at by figures alone: by words that hint at an answer alone, by the reader
 * alone, and as the product takes them together.
 */
export const benchFacts = async (): Promise<void> => {
  const sure = surely(content.facts.read)
  const together = (told: Told): ReadonlySet<string> => {
    const unlikely = new Set(content.facts.read(told.text)?.unlikely.map(nameOf))
    return new Set([...sure(told), ...[...hintedIn(told)].filter((option) => !unlikely.has(option))])
  }
  for (const [by, found] of [
    ['hints', hintedIn],
    ['reader', sure],
    ['both', together],
  ] as const)
    for (const line of figuresOf(sealedTold(), found))
      process.stdout.write(`${JSON.stringify({ bench: 'facts', by, ...line })}\n`)
}
