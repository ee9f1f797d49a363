import type { Opinion } from '../../ports/sentence-reader.ts'
import type { CasePorts } from './ports.ts'

type Crisis = CasePorts['crisis']

/**
 * What `decide` decides, with a second reader's opinion on the texts that it reads (core/ports/sentence-reader).
 * Deciding stays pure (law 11): it is done once with the first reader alone, which shows on what a second opinion
 * would bear, and again once that is there. Where nothing is in doubt, none came in time or nobody gives one, the
 * first reader has decided: danger is always heard (law 9), and nothing waits longer than the second reader's bound.
 */
export const withOpinions = async <T>(
  { crisis, sentences }: Pick<CasePorts, 'crisis' | 'sentences'>,
  decide: (crisis: Crisis) => T,
): Promise<T> => {
  if (sentences === undefined) return decide(crisis)
  const inDoubt = new Set<string>()
  const alone = decide({
    read: (text, year, before) =>
      crisis.read(text, year, before, (words) => {
        inDoubt.add(words)
        return undefined
      }),
  })
  if (inDoubt.size === 0) return alone
  const texts = [...inDoubt]
  const said = await sentences.read(texts)
  if (said.every((opinion) => opinion === undefined)) return alone
  const opinions = new Map<string, Opinion | undefined>(texts.map((words, at) => [words, said[at]]))
  return decide({
    read: (text, year, before) => crisis.read(text, year, before, (words) => opinions.get(words)),
  })
}
