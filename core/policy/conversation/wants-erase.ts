import { fold } from '../../text/fold.ts'
import type { Flow } from '../../model/flow.ts'
import type { ConversationContext } from './input.ts'
import { plain } from './words.ts'

/** Of a longer message only the beginning is looked at. */
const MOST = 1000

/** Where a clause may begin; Arabic writes "and" in one with the word after it. */
const CLAUSE = /[.,،;؛!?؟\n…]+|\s+(?:and|then|so|please|بس|ثم|و|ئینجا|پاشان)\s+|\s+و(?=\S)/u

const compiled = new WeakMap<Flow, readonly string[]>()

const phrasesOf = (flow: Flow): readonly string[] => {
  const known = compiled.get(flow) ?? (flow.words.erasing ?? []).map((one) => `${fold(one)} `)
  compiled.set(flow, known)
  return known
}

/** Whether a message wishes among other words that everything be erased. */
export const wantsErase = (
  { flow, context }: { readonly flow: Flow; readonly context: Pick<ConversationContext, 'sayings'> },
  text: string,
): boolean => {
  if ((context.sayings ?? []).some(({ kind, firm }) => kind === 'erase' && firm === true)) return true
  const phrases = phrasesOf(flow)
  return text
    .slice(0, MOST)
    .split(CLAUSE)
    .map((clause) => `${plain(fold(clause))} `)
    .some((clause) => phrases.some((phrase) => clause.startsWith(phrase)))
}
