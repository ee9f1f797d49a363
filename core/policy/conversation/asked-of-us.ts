import { fold } from '../../text/fold.ts'
import type { Flow } from '../../model/flow.ts'
import type { Saying } from '../../model/saying.ts'
import { around, foldShort, isMadeOf, plain } from './words.ts'

const MARK = /[?؟]/

type Listed = { readonly said: ReadonlyMap<string, Saying>; readonly marked: ReadonlyMap<string, Saying> }

type Compiled = Listed & {
  readonly leads: ReadonlySet<string>
  readonly around: ReadonlySet<string>
}

/** Folded once for each flow, kept as long as the flow is. */
const compiled = new WeakMap<Flow, Compiled>()

const compile = (flow: Flow): Compiled => {
  const known = compiled.get(flow)
  if (known !== undefined) return known
  const listed = (which: 'said' | 'marked'): ReadonlyMap<string, Saying> =>
    new Map(
      flow.sayings.flatMap((saying) =>
        (saying.asked?.[which] ?? []).map((words) => [fold(words), saying] as const),
      ),
    )
  const fresh: Compiled = {
    said: listed('said'),
    marked: listed('marked'),
    leads: new Set((flow.words.leads ?? []).map(fold)),
    around: new Set(around(flow)),
  }
  compiled.set(flow, fresh)
  return fresh
}

/**
 * The words of a message that are no greeting, no plea and nothing that only leads to a question.
 */
const bareOf = ({ leads, around }: Compiled, folded: string): string => {
  const words = folded.split(' ')
  const isBeside = (one: string): boolean => leads.has(one) || around.has(one)
  const ofHead = words.findLastIndex((_, at) => at > 0 && isMadeOf(isBeside, words.slice(0, at)))
  const rest = words.slice(Math.max(0, ofHead))
  const tail = rest.findIndex((_, at) => at > 0 && isMadeOf(isBeside, rest.slice(at)))
  return rest.slice(0, tail < 0 ? rest.length : tail).join(' ')
}

/**
 * What a whole message asks of us, in words that the flow lists (Saying.asked), greetings and pleas
 * around it aside. Without a mark too: nobody in danger types one. What is told is in no list.
 */
export const askedOfUs = (flow: Flow, text: string): Saying | undefined => {
  const folded = foldShort(text) ?? ''
  if (folded === '') return undefined
  const lists = compile(flow)
  const maps = MARK.test(text) ? [lists.said, lists.marked] : [lists.said]
  for (const words of [folded, plain(folded), bareOf(lists, folded), plain(bareOf(lists, folded))]) {
    const found = maps.map((map) => map.get(words)).find((one) => one !== undefined)
    if (found !== undefined) return found
  }
  return undefined
}
