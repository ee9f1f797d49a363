import type { AccessRules } from '../../model/access-rules.ts'
import type { Flow } from '../../model/flow.ts'
import { fold } from '../../text/fold.ts'
import { asks } from '../conversation/guide-asked.ts'
import { isCourteous, isMadeOf, isNo, saysNoAgain } from '../conversation/words.ts'
import { saysNo } from './reserved.ts'

type Words = { readonly flow: Flow; readonly access: AccessRules }

/** Folding costs more than looking up: done once for each set of rules. */
const compiled = new WeakMap<
  AccessRules,
  Readonly<Record<keyof AccessRules['secretWords'], ReadonlySet<string>>>
>()

const compile = (access: AccessRules) => {
  const known = compiled.get(access)
  if (known !== undefined) return known
  const { refusals, beside, questions, names, lost } = access.secretWords
  const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold))
  const fresh = {
    refusals: folded(refusals),
    beside: folded(beside),
    questions: folded(questions),
    names: folded(names),
    lost: folded(lost),
  }
  compiled.set(access, fresh)
  return fresh
}

/**
 * Whether a short (folded) message at a question for a secret only refuses it ("no I don't want a PIN", «ما
 * اريد»). Any other word tells or begs, and is heard for what it says.
 */
export const refuses = ({ flow, access }: Words, folded: string): boolean => {
  if (folded === '') return false
  if (saysNo({ flow, access }, folded)) return true
  const { refusals, beside } = compile(access)
  const words = folded.split(' ')
  const isRefusal = (phrase: string): boolean => refusals.has(phrase) || isNo(flow, phrase)
  const refused = words.some((_, from) =>
    words.slice(from).some((__, count) => isRefusal(words.slice(from, from + count + 1).join(' '))),
  )
  return (
    refused &&
    isMadeOf(
      (phrase) => isRefusal(phrase) || beside.has(phrase) || isCourteous(phrase) || saysNoAgain(flow, phrase),
      words,
    )
  )
}

/** Whether a short message at such a question asks about it ("what is a PIN?", «شنو يعني رقم سري؟»). */
export const asksAboutSecret = ({ flow, access }: Words, text: string, folded: string): boolean => {
  if (folded === '') return false
  const { questions, names } = compile(access)
  if (questions.has(folded)) return true
  return (
    asks(flow, text) && folded.includes(' ') && [...names].some((name) => ` ${folded} `.includes(` ${name} `))
  )
}

/** Whether a short (folded) message names such a secret. */
export const namesSecret = ({ access }: Words, folded: string): boolean =>
  [...compile(access).names].some((name) => ` ${folded} `.includes(` ${name} `))

/** Whether a short (folded) message says that what is asked for is lost or forgotten. */
export const hasLost = ({ flow, access }: Words, folded: string): boolean => {
  const { lost, beside } = compile(access)
  const words = folded.split(' ')
  const isBeside = (one: string): boolean => beside.has(one) || isCourteous(one) || isNo(flow, one)
  return isMadeOf((one) => lost.has(one) || isBeside(one), words) && !isMadeOf(isBeside, words)
}
