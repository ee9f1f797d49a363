import type { Untrusted } from '../../base/untrusted.ts'
import { answerWords, isWholeAnswer, pick } from './answering.ts'
import { ADULT, readAge } from './age.ts'
import { consentGiven } from './gates.ts'
import type { Step } from '../../model/flow.ts'
import { hintsIn } from './hints.ts'
import { fold } from '../../text/fold.ts'
import { hearSaying, saySaying } from './saying.ts'
import { findStep, optionsOf } from './steps.ts'
import { isTelling, prefill, tell } from './tell.ts'
import { openWorry } from './effects.ts'
import { advance, emit, give, proceed, putAgain, putOpen, say, stepAside, type Turn } from './turn.ts'
import { foldShort, isPointing, isYes, optionNamed } from './words.ts'
import { isForOther, mayBeOfOther } from './whom.ts'
import { CRY_WORRY, isDue, NO_WORRY, OTHER, PERSON, worryOf, worryStep } from '../../model/worry.ts'

/** "No" before a pause is the answer; without one it may begin any sentence ("no one believes me"). */
const HEAD = /^\s*([^\n,،.;؛:!…-]{1,40})[\n,،.;؛:!…-]+\s*(\S[\s\S]*)$/

/** Of a longer text only the beginning is looked at for an answer. */
const MOST = 1000

/** An answer and more words after it: "no, I am only tired". */
const answerHead = (turn: Turn, step: Step, text: Untrusted): boolean => {
  const [, head, rest] = HEAD.exec(text.slice(0, MOST)) ?? []
  const folded = head === undefined ? undefined : foldShort(head)
  const option = folded === undefined ? undefined : optionNamed(turn.flow, optionsOf(step), folded)
  if (option === undefined || rest === undefined) return false
  // A no whose own words mean the danger again is not taken for one.
  const label = worryOf(step.id)
  const isMeant = (turn.context.hits ?? []).some((hit) => label === undefined || hit.label === label)
  if (option === NO_WORRY && isMeant) return false
  // Kept whole: "do not leave me" after a cut "no" would say something else.
  if (isTelling(turn, `${rest}${text.slice(MOST)}`)) tell(turn, text)
  return pick(turn, step, [option], true)
}

/**
 * "No, my brother has a knife" where it is asked whether somebody is safe: it is a no, and what follows is told. Only
 * of an answer that something is said to, as to whoever is not safe.
 */
export const answerNotSafe = (turn: Turn, step: Step, text: Untrusted): boolean => {
  const [, head] = HEAD.exec(text.slice(0, MOST)) ?? []
  const [first = ''] = fold(text.slice(0, MOST)).split(' ')
  const isFeared = (turn.context.hits ?? []).length > 0
  const heads = [...(head === undefined ? [] : [foldShort(head) ?? '']), ...(isFeared ? [first] : [])]
  const option = optionsOf(step).find(
    ({ id, effects }) =>
      effects !== undefined &&
      heads.some((one) => one !== '' && optionNamed(turn.flow, optionsOf(step), one) === id),
  )
  if (step.lane !== 'urgent' || option === undefined || !(isFeared || isTelling(turn, text))) return false
  tell(turn, text)
  if (consentGiven(turn.flow, turn.state)) prefill(turn, text)
  return turn.state.paused !== undefined || pick(turn, step, [option.id], true)
}

/** Words that give an answer away, whatever stands before them: "no, but I tried last night". */
const answerHinted = (turn: Turn, step: Step, text: Untrusted): boolean => {
  const [option, ...others] = hintsIn(turn.flow, text.slice(0, MOST)).get(step.id) ?? []
  if (option === undefined || others.length > 0) return false
  if (isTelling(turn, text)) tell(turn, text)
  return pick(turn, step, [option], true)
}

/**
 * Words while a worry is asked about. They are its answer, or the person speaks of something else:
 * then the worry is left alone, somebody of the team looks (core/policy/triage/facts), what they ask
 * is answered, and the words count for the question that was open before, which is asked again.
 */
export const answerWorry = (turn: Turn, step: Step, text: Untrusted): void => {
  // A father's "yes" is of his child, and nobody is made a child by it.
  const isChilds = step.id === worryStep('minor') && isForOther(turn.flow, turn.state)
  if (isChilds && isYes(turn.flow, foldShort(text) ?? '') && pick(turn, step, [OTHER], true)) return
  if (answerHinted(turn, step, text) || answerWords(turn, step, text) || answerHead(turn, step, text)) return
  // "He sent this" speaks of nothing else: the question is still to be answered.
  if (isPointing(turn.flow, foldShort(text) ?? '')) return putAgain(turn, step)
  emit(turn, { type: 'step_skipped', step: step.id, how: 'skip' })
  if (turn.state.erase === 'waits') {
    say(turn, { key: 'worry-left' })
    if (isTelling(turn, text)) tell(turn, text)
    return advance(turn)
  }
  const before = turn.muted ? undefined : stepAside(turn)
  if (before !== undefined) putOpen(turn, before)
  // "Send" at the card is that, whatever else it sounds like.
  const isAnswer = before !== undefined && isWholeAnswer(turn.flow, before, text, turn.context.now)
  const heard = isAnswer ? undefined : hearSaying(turn, text)
  // Who has just called for help is not told that this is the wrong place for it.
  const isTurnedAway = step.id === CRY_WORRY && heard?.saying.weak === true
  if (heard?.alone === true && heard.saying.does === undefined && !isTurnedAway) saySaying(turn, heard.saying)
  say(turn, { key: 'worry-left' })
  if (before !== undefined && answerWords(turn, before, text)) return
  if (isTelling(turn, text)) tell(turn, text)
  if (consentGiven(turn.flow, turn.state)) prefill(turn, text)
  proceed(turn)
}

/** Who names an adult's age in the same words is not asked whether this happens to a child. */
export const answerByAge = (turn: Turn, text: Untrusted | undefined): void => {
  const step = isDue(turn.state, 'minor') ? findStep(turn.flow, worryStep('minor')) : undefined
  const isOpen = step !== undefined && turn.other !== 'silent'
  const age = !isOpen || text === undefined ? undefined : readAge(text, turn.context.now)
  if (step === undefined || text === undefined || age === undefined) return
  if (age >= ADULT && !mayBeOfOther(turn, text)) give(turn, step.id, { kind: 'choice', option: NO_WORRY })
}

/** A person was asked for while a worry was asked about: that is its answer. */
export const answerByPerson = (turn: Turn): void => {
  const step = openWorry(turn)
  if (step !== undefined && optionsOf(step).some(({ id }) => id === PERSON))
    give(turn, step.id, { kind: 'choice', option: PERSON })
}
