import { giveNames } from './instead.ts'
import { MOST_RAW } from '../../model/answer.ts'
import { untrusted } from '../../base/untrusted.ts'
import type { Untrusted } from '../../base/untrusted.ts'
import { extractIdentifiers, withoutCards } from '../../text/identifiers/extract.ts'
import { mergeIdentifiers } from '../../text/identifiers/identifier.ts'
import { isSum, namesElse, tellsMore } from './beside.ts'
import { readAmount } from './amount.ts'
import { choicesOf } from './ask.ts'
import { describeAnswer } from './describe.ts'
import type { Flow, Option, Step } from '../../model/flow.ts'
import { pickedOptions } from './condition.ts'
import { consentGiven } from './gates.ts'
import { pickTime } from './hours-left.ts'
import { readTime } from '../../text/time.ts'
import { pickOptions, pickPlainly } from './pick.ts'
import { wholeDigits } from '../../text/danger/halves.ts'
import { askedOf, isDoubtedAdult, isDoubtedNumber, pickAge, pickMinor, pickNumber } from './pick-age.ts'
import type { Pick as Picked } from './pick.ts'
import { callsPeople, optionsOf, readsMore, roleOf, tickedOf } from './steps.ts'
import { prefill, surelyTold, tell } from './tell.ts'
import { foldShort, isYes, LONGEST_COMMAND } from './words.ts'
import type { Instant } from '../../base/units.ts'
import { advance, give, say, sayOnce } from './turn.ts'
import { run } from './effects.ts'
import type { Turn } from './turn.ts'
import { mayBeOfOther } from './whom.ts'

/** So many words are more than the name of an option. */
const SENTENCE = 3

/** After an answer that settles its question: what the step causes, then the next question. */
export const conclude = (turn: Turn, step: Step): void => {
  run(turn, step.after)
  const story = turn.state.answers[turn.flow.story.step]
  if (step.id === turn.flow.consent.step && story?.kind === 'text') {
    say(turn, { key: 'story-kept' })
    prefill(turn, story.text)
  }
  advance(turn)
  // Of a case that was sent nothing more is asked, and nobody is left without a word.
  const { submitted, urgent, paused } = turn.state
  if (submitted && !urgent && paused === undefined && turn.says.length === 0)
    say(turn, { key: 'saying-noted' })
}

const pickOne = (turn: Turn, step: Step, option: Option): void => {
  if (option.open === true || step.kind === 'review') {
    run(turn, option.effects, choicesOf(turn.flow, turn.state, step))
    // A door to people that stands beside the question: what is urgent is asked instead.
    if (callsPeople(option)) advance(turn)
    return
  }
  give(turn, step.id, { kind: 'choice', option: option.id })
  run(turn, option.effects)
  conclude(turn, step)
}

/**
 * Adds to what was picked since the question was asked. "None of these" and the others exclude each
 * other: the later wins.
 */
const pickSeveral = (turn: Turn, step: Step, picks: readonly Option[], complete: boolean): void => {
  const before = turn.state.answers[step.id]
  const kept =
    turn.state.open?.step === step.id && turn.state.open.picked && before?.kind === 'choices'
      ? before.options
      : []
  const options = optionsOf(step)
  const alone = picks.filter((option) => option.alone === true)
  const others = picks.filter((option) => option.alone !== true).map((option) => option.id)
  const standing = kept.filter((id) => options.find((option) => option.id === id)?.alone !== true)
  // What was told before anybody asked stays: "none of these" is of the others.
  const told = pickedOptions(before).filter((id) => options.find((one) => one.id === id)?.beside === true)
  const isNone = alone.length > 0 && others.length === 0
  const none = told.length > 0 ? told : alone.map((option) => option.id)
  const chosen = isNone ? none : [...new Set([...told, ...standing, ...others])]
  give(turn, step.id, { kind: 'choices', options: chosen })
  for (const option of picks)
    if ((isNone || chosen.includes(option.id)) && !kept.includes(option.id)) run(turn, option.effects)
  if (turn.state.paused !== undefined) return
  const standsAlone = ({ alone, beside }: Option): boolean => alone === true || beside === true
  const all = options.every((option) => standsAlone(option) || chosen.includes(option.id))
  if (complete || all || step.oneMessage === true || picks.every(standsAlone)) conclude(turn, step)
  else
    say(turn, {
      key: 'choices-more',
      fill: { picked: describeAnswer(step.id, { kind: 'choices', options: chosen }) },
      choices: choicesOf(turn.flow, turn.state, step),
    })
}

/**
 * A button of a list that takes several: it is picked, or no longer. Where what stands there can be
 * changed, the mark is the answer; elsewhere what is picked is said, over what is left.
 */
const tick = (turn: Turn, step: Step, option: Option): void => {
  const { edits } = turn.context
  // Where the old buttons stay as they were, one that was corrected begins anew, and nothing is
  // taken away by pressing twice.
  const standing = edits === true || turn.state.open?.picked === true ? tickedOf(step, turn.state) : []
  const others = standing.filter(
    (id) => id !== option.id && optionsOf(step).find((one) => one.id === id)?.alone !== true,
  )
  const off = edits === true && standing.includes(option.id)
  give(turn, step.id, { kind: 'choices', options: off ? others : [...others, option.id] })
  if (!standing.includes(option.id)) run(turn, option.effects)
  if (edits === true || turn.state.paused !== undefined) return
  say(turn, {
    key: 'choices-more',
    fill: { picked: describeAnswer(step.id, { kind: 'choices', options: [...others, option.id] }) },
    choices: choicesOf(turn.flow, turn.state, step).filter(({ picked }) => picked !== true),
  })
}

/**
 * Takes what was pressed of the open question; `complete` where it is all of the answer. False
 * where it has no such option.
 */
export const pickPressed = (turn: Turn, step: Step, ids: readonly string[], complete: boolean): boolean => {
  const [first] = optionsOf(step).filter((option) => ids.includes(option.id))
  if (first === undefined) return false
  if (complete || roleOf(step, first) !== 'several') return pick(turn, step, ids, true)
  return (tick(turn, step, first), true)
}

/**
 * Takes options of a step as its answer. `complete`: nothing more is expected of a step that takes
 * several.
 */
export const pick = (turn: Turn, step: Step, ids: readonly string[], complete: boolean): boolean => {
  const options = optionsOf(step).filter((option) => ids.includes(option.id))
  const [first, ...more] = options
  if (first === undefined) return false
  if (step.kind === 'choices') pickSeveral(turn, step, options, complete)
  else if (more.length > 0) return false
  else pickOne(turn, step, first)
  return true
}

const giveIdentifiers = (turn: Turn, step: Step, text: Untrusted): void => {
  const before = turn.state.answers[step.id]
  const earlier = turn.state.open?.picked === true && before?.kind === 'identifiers' ? before : undefined
  const words = withoutCards(text, turn.context.checks)
  const raw = earlier === undefined ? words : untrusted(`${earlier.raw}\n${words}`)
  const identifiers = mergeIdentifiers(
    earlier?.identifiers ?? [],
    extractIdentifiers(text, turn.context.checks, true),
  )
  giveNames(turn, step.id, { kind: 'identifiers', identifiers, raw: untrusted(raw.slice(0, MOST_RAW)) })
  if (step.oneMessage === true) conclude(turn, step)
  else sayOnce(turn, { key: 'identifiers-more', choices: choicesOf(turn.flow, turn.state, step) })
}

/**
 * Whether a short message alone is a whole answer of a step: an option, its number, an age, an
 * amount, a time. Words of a person's own, and names and numbers of somebody, may go on in the next
 * message.
 */
export const isWholeAnswer = (flow: Flow, step: Step, text: Untrusted, now: Instant): boolean => {
  if (text.length > LONGEST_COMMAND) return false
  switch (step.kind) {
    case 'choice':
    case 'choices':
    case 'review':
      return (
        pickPlainly(flow, step.options, text) !== undefined ||
        pickAge(flow, step, text, { now, isForOther: false }) !== undefined ||
        pickTime(step, text, now) !== undefined
      )
    case 'amount':
      return readAmount(text, step.currency, step.bareThousands === true) !== undefined
    case 'time':
      return readTime(text, now) !== undefined
    case 'text':
    case 'voice':
    case 'identifiers':
    case 'media':
      return false
  }
}

/** What a sentence tells in words that no option lists: "he wants me to sleep with him" is what he wants. */
const pickTold = (turn: Turn, step: Step, text: string): Picked | undefined => {
  const options = surelyTold(turn, step, text)
  return options.length === 0 ? undefined : { options }
}

/** Reads words as the answer of a step. False where they are none: then nothing happened. */
export const answerWords = (turn: Turn, step: Step, text: Untrusted): boolean => {
  switch (step.kind) {
    case 'choice':
    case 'choices':
    case 'review': {
      // "15.5" names no two places of the list.
      const listed = step.id === turn.flow.adult.step ? wholeDigits(text) : text
      if (isDoubtedNumber(turn.flow, step, text) || isDoubtedAdult(turn, step, text)) return false
      const picked =
        pickOptions(turn.flow, askedOf(turn, step, text), listed) ??
        pickMinor(turn, step, text) ??
        pickAge(turn.flow, step, text, { now: turn.context.now, isForOther: mayBeOfOther(turn, text) }) ??
        pickNumber(turn, step, text) ??
        pickTime(step, text, turn.context.now) ??
        pickTold(turn, step, text)
      if (picked === undefined || (step.kind !== 'choices' && picked.options.length > 1)) return false
      if (tellsMore(turn, step, picked.rest)) tell(turn, text)
      // "He wants three million" answers what is wanted and how much, and so does "a million and a
      // half" alone.
      const saysMore =
        text.trim().split(/\s+/).length >= SENTENCE ||
        pickPlainly(turn.flow, step.options, text) === undefined
      if (readsMore(step, picked.options) && saysMore && consentGiven(turn.flow, turn.state))
        prefill(turn, text)
      return pick(turn, step, picked.options, picked.options.length > 1 || picked.rest !== undefined)
    }
    case 'text':
    case 'voice':
      // Who tells it is thanked before anything is made of it, and once: a child is, for saying so.
      if (turn.saysMinor !== true && turn.state.open?.reopened !== true) run(turn, step.after)
      give(turn, step.id, { kind: 'text', text })
      prefill(turn, text)
      advance(turn)
      return true
    case 'identifiers':
      // "Yes" names nobody: what they have is asked for again.
      if (isYes(turn.flow, foldShort(text) ?? '')) return false
      // "I paid" is nothing about them.
      if (step.lane === undefined && (isSum(turn, text) || namesElse(turn, step, text))) return false
      giveIdentifiers(turn, step, text)
      return true
    case 'amount': {
      const amount = readAmount(text, step.currency, step.bareThousands === true)
      if (amount === undefined) return false
      give(turn, step.id, { kind: 'amount', ...amount, raw: text })
      conclude(turn, step)
      return true
    }
    case 'time': {
      const at = readTime(text, turn.context.now)
      if (at === undefined) return false
      give(turn, step.id, { kind: 'time', at, raw: text })
      conclude(turn, step)
      return true
    }
    case 'media':
      return false
  }
}
