import type { Untrusted } from '../../base/untrusted.ts'
import { fold } from '../../text/fold.ts'
import type { Flow, Step } from '../../model/flow.ts'
import { extractIdentifiers } from '../../text/identifiers/extract.ts'
import { isPhoneType } from '../../text/identifiers/identifier.ts'
import { onlyAgrees, saysByThemselves } from './by-themselves.ts'
import { callOut, sayCalled } from './called.ts'
import { miss, obey } from './commands.ts'
import { asks } from './guide-asked.ts'
import { hintsIn } from './hints.ts'
import { answerSaying, saySaying, type Heard } from './saying.ts'
import { asksPlace } from './steps.ts'
import { onlyAsks, prefill, tell, tellsOfMatter } from './tell.ts'
import { give, putAgain, type Turn } from './turn.ts'
import { foldShort, isNo, isYes, plain } from './words.ts'

const ASKS = /[?؟]/

type Read = { readonly turn: Turn; readonly step: Step; readonly text: Untrusted }

const isTold = ({ turn, text }: Read): boolean =>
  (turn.context.hits ?? []).length > 0 || tellsOfMatter(turn, text)

/** Whether words hold what the question is for, whatever else they are. */
const holdsAnswer = (read: Read): boolean => {
  const { turn, step, text } = read
  if (step.kind === 'identifiers')
    return extractIdentifiers(text.slice(0, 1000), turn.context.checks).length > 0
  const { places } = turn.flow
  if (asksPlace(step)) return places !== undefined && hintsIn(turn.flow, text).has(places.step)
  return (turn.context.hits ?? []).length > 0 || (tellsOfMatter(turn, text) && !onlyAsks(turn, text))
}

/** Told at a question for something else: a threat, or a number where a place is asked. */
const tellsElse = (read: Read): boolean => {
  const { turn, step, text } = read
  if (step.kind !== 'identifiers' && !asksPlace(step)) return false
  const isNumber =
    step.kind !== 'identifiers' &&
    extractIdentifiers(text.slice(0, 1000), turn.context.checks).some(({ type }) => isPhoneType(type))
  return isNumber || isTold(read)
}

/** No answer to an open question: they ask, call, or say how they feel where a place is asked. */
const isAside = ({ turn, step, text }: Read, { saying, firm, asked }: Heard): boolean => {
  if (asked === true) return true
  if (asks(turn.flow, text)) return firm || saying.tells !== true
  if (saying.cry === true) return true
  // "He is on his way to me" may sound like a question, and is what somebody fears.
  if (step.kind !== 'identifiers' && !asksPlace(step)) return false
  if (saying.feeling === true) return true
  return firm && saying.tells !== true && saying.weak !== true && saying.does === undefined
}

/** Whether words are surely one of the things that people ask, and nothing of what happens. */
const soundsAsked = ({ flow, context }: Turn): boolean =>
  (context.sayings ?? []).some(
    ({ kind, firm }) => firm === true && flow.sayings.some((one) => one.kind === kind && one.tells !== true),
  )

/** "No" says that there is nobody to name, or nobody more. */
const passBareName = (turn: Turn, step: Step, folded: string): boolean => {
  if (step.kind !== 'identifiers' || step.lane === 'urgent') return false
  if (!isNo(turn.flow, folded)) return false
  obey(turn, turn.state.open?.picked === true ? 'done' : 'skip')
  return true
}

/** One word that is the name of a town, where it is not asked where somebody is. */
const isPlaceAlone = ({ turn, step, text }: Read, folded: string): boolean => {
  const { places } = turn.flow
  if (places === undefined || asksPlace(step) || step.kind !== 'text' || folded.includes(' ')) return false
  return hintsIn(turn.flow, text).has(places.step)
}

/** Folded once for each flow, kept as long as the flow is. */
const compiled = new WeakMap<Flow, ReadonlySet<string>>()

/** "He is here", "hiding": told where a place is asked, and no place to send anybody to. */
const isHereNow = ({ turn: { flow }, step }: Read, folded: string): boolean => {
  if (!asksPlace(step)) return false
  const known = compiled.get(flow) ?? new Set((flow.words.hereNow ?? []).map(fold))
  compiled.set(flow, known)
  return known.has(folded) || known.has(plain(folded))
}

/** It answers the question for it, which follows. False where that has an answer. */
const keepPlace = (turn: Turn, text: Untrusted): boolean => {
  const where = turn.flow.steps.find((one) => one.lane === 'urgent' && asksPlace(one))
  if (where === undefined || turn.state.answers[where.id] !== undefined) return false
  give(turn, where.id, { kind: 'text', text })
  prefill(turn, text)
  return true
}

/**
 * "Alone at home" while people are called: comforted, kept as told, and the question that stands is asked again.
 * False where it is none of that.
 */
export const passAlone = (turn: Turn, step: Step, text: Untrusted): boolean => {
  if (step.lane !== 'urgent' || !turn.state.urgent) return false
  if (!saysByThemselves(turn.flow, foldShort(text) ?? '')) return false
  const kind = turn.flow.words.byThemselves?.saying
  const saying = turn.flow.sayings.find((one) => one.kind === kind)
  tell(turn, text)
  if (turn.state.paused !== undefined) return true
  if (saying !== undefined) saySaying(turn, saying)
  putAgain(turn, step)
  return true
}

/**
 * Words at an urgent question that takes any words, where they are no answer to it: a question is
 * answered, a no passes it by, what is told is kept as told, and then it is asked again. Whoever
 * goes to help must not read "will you tell my family?" as the place. False where they may be the
 * answer.
 */
export const passWords = (turn: Turn, step: Step, text: Untrusted, heard: Heard | undefined): boolean => {
  const folded = foldShort(text) ?? ''
  if (passBareName(turn, step, folded)) return true
  if (step.lane !== 'urgent' || (step.kind !== 'text' && step.kind !== 'identifiers')) return false
  const read = { turn, step, text }
  const again = (): true => (turn.state.paused === undefined && putAgain(turn, step), true)
  if (isNo(turn.flow, folded)) return (obey(turn, 'skip'), true)
  if (isYes(turn.flow, folded) || onlyAgrees(turn.flow, folded)) return (miss(turn, step), true)
  if (isPlaceAlone(read, folded) && keepPlace(turn, text)) return again()
  if (isHereNow(read, folded)) {
    tell(turn, text)
    sayCalled(turn)
    return again()
  }
  // "Will you tell my family in Basra?" says nothing of where help is needed.
  const isAsked = heard?.asked === true || (heard?.firm === true && asksPlace(step) && onlyAsks(turn, text))
  if (!isAsked && holdsAnswer(read)) return false
  if (heard?.alone === true && heard.saying.quiet !== true && isAside(read, heard)) {
    if (heard.saying.cry === true) return (callOut(turn), again())
    const before = turn.says.length
    answerSaying(turn, heard, text)
    // A command has asked it already, or something else.
    const { does } = heard.saying
    return does !== undefined && does !== 'verify' && turn.says.length > before ? true : again()
  }
  if (tellsElse(read)) {
    tell(turn, text)
    prefill(turn, text)
    // Who looks on this very moment was said there: then nothing more is said.
    if (turn.state.paused === undefined) miss(turn, step)
    return true
  }
  // Nobody here knows the answer: who was called is said, and people read the question.
  const isMeant = asksPlace(step) || step.kind === 'identifiers' || ASKS.test(text) || soundsAsked(turn)
  const isQuestion = isMeant && asks(turn.flow, text)
  if (!isQuestion) return false
  tell(turn, text)
  sayCalled(turn)
  return again()
}
