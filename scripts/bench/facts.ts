import { content } from '../../bots/content.ts'
import { flow } from '../../bots/amin/flow.ts'
import { hintsIn } from '../../core/policy/conversation/hints.ts'
import { figuresOf, sealedTold, surely, type Told } from '../learn/facts.ts'

/** What words hint at, without a reader. */
const hinted = ({ text }: Told): ReadonlySet<string> =>
  new Set(
    [...hintsIn(flow, text)]
      .filter(([step]) => flow.learnt?.includes(step) === true)
      .flatMap(([step, options]) => options.map((option) => `${step}/${option}`)),
  )

/**
 * How much of what people tell of a case is found, and how much of what is found is so, by authors of whom
 * nothing was learnt and who are looked at by figures alone: by words that hint at an answer alone, by the reader
 * alone, and as the product takes them together.
 */
export const benchFacts = async (): Promise<void> => {
  const sure = surely(content.facts.read)
  const together = (told: Told): ReadonlySet<string> => {
    const hints = hinted(told)
    const likely = new Set(
      content.facts.read(told.text)?.map(({ step, option }) => `${step}/${option}`) ?? hints,
    )
    return new Set([...sure(told), ...[...hints].filter((option) => likely.has(option))])
  }
  for (const [by, found] of [
    ['hints', hinted],
    ['reader', sure],
    ['both', together],
  ] as const)
    for (const line of figuresOf(sealedTold(), found))
      process.stdout.write(`${JSON.stringify({ bench: 'facts', by, ...line })}\n`)
}
