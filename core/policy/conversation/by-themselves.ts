import { fold } from '../../text/fold.ts'
import type { Flow } from '../../model/flow.ts'
import { plain } from './words.ts'

type Known = {
  /** Phrases as words, the longest first. */
  readonly phrases: ReadonlyArray<readonly string[]>
  readonly said: ReadonlySet<string>
  readonly agreed: ReadonlySet<string>
}

/** Folded once for each flow, kept as long as the flow is. */
const compiled = new WeakMap<Flow, Known>()

const compile = (flow: Flow): Known => {
  const known = compiled.get(flow)
  if (known !== undefined) return known
  const { words = [], beside = [] } = flow.words.byThemselves ?? {}
  const folded = [...words, ...beside].map(fold).filter((one) => one !== '')
  const made: Known = {
    phrases: folded.map((one) => one.split(' ')).toSorted((a, b) => b.length - a.length),
    said: new Set(words.map(fold)),
    agreed: new Set((flow.words.agreed ?? []).map(fold)),
  }
  compiled.set(flow, made)
  return made
}

/**
 * Whether a whole (folded) message says that nobody is with who writes, and nothing else: "yes, alone at home". A
 * town among the words makes it a place.
 */
export const saysByThemselves = (flow: Flow, folded: string): boolean => {
  const { phrases, said } = compile(flow)
  const words = folded.split(' ')
  let isSaid = false
  for (let at = 0; at < words.length;) {
    const here = phrases.find((phrase) => phrase.every((word, index) => words[at + index] === word))
    if (here === undefined) return false
    isSaid ||= said.has(here.join(' '))
    at += here.length
  }
  return isSaid
}

/** Whether a whole (folded) message only agrees: "ok". */
export const onlyAgrees = (flow: Flow, folded: string): boolean => {
  const { agreed } = compile(flow)
  return agreed.has(folded) || agreed.has(plain(folded))
}
