import { consentGiven } from './gates.ts'
import { pickedOptions } from './condition.ts'
import { askedOfUs } from './asked-of-us.ts'
import { asks } from './guide-asked.ts'
import { hintsIn } from './hints.ts'
import type { ConversationInput } from './input.ts'
import type { Untrusted } from '../../base/untrusted.ts'
import { noteWish } from './said-together.ts'
import type { Flow, Step } from '../../model/flow.ts'
import { callPeople } from './effects.ts'
import { sayLeast } from './least.ts'
import { isWorry } from '../../model/worry.ts'
import { findStep, isAsked, openDanger, optionsOf, settled } from './steps.ts'
import { isTelling, tell, tellsShortly } from './tell.ts'
import { advance, ask, emit, give, noteExit, say, waiting, type Turn } from './turn.ts'
import { extractIdentifiers } from '../../text/identifiers/extract.ts'
import { foldShort, isNo, isYesOrNo, optionNamed } from './words.ts'

/** "No, my husband is here": such a yes or no answers nothing. */
const withoutYesOrNo = (flow: Flow, folded: string): string => {
  const [first = '', ...rest] = folded.split(' ')
  return rest.length > 0 && isYesOrNo(flow, first) ? rest.join(' ') : folded
}

/**
 * Whether words say that others see this phone or read along. Who asks who reads here says nothing
 * of it, and the same words tell of somebody's account as well.
 */
export const saysSeen = ({ flow }: Turn, text: string): boolean => {
  const { told } = flow.discreet
  const step = told === undefined ? undefined : findStep(flow, told.step)
  if (told === undefined || step === undefined) return false
  const folded = withoutYesOrNo(flow, foldShort(text) ?? '')
  const named = folded === '' ? undefined : optionNamed(flow, optionsOf(step), folded)
  if (named !== undefined) return told.options.includes(named)
  if (askedOfUs(flow, text) !== undefined) return false
  const hinted = hintsIn(flow, text).get(step.id) ?? []
  return hinted.some((option) => told.options.includes(option)) && !asks(flow, text)
}

/**
 * The answer to whether it is safe to write that a whole message gives, where it says that somebody looks on
 * right now, which stops the chat. A bare no is none.
 */
export const watchedNow = (flow: Flow, text: string): { step: string; option: string } | undefined => {
  const step = findStep(flow, flow.discreet.step)
  const folded = foldShort(text) ?? ''
  if (step === undefined || folded === '' || isNo(flow, folded)) return undefined
  const named = optionNamed(flow, optionsOf(step), folded)
  const option = optionsOf(step).find(({ id }) => id === named)
  return option?.effects?.some((effect) => effect.do === 'pause') === true
    ? { step: step.id, option: option.id }
    : undefined
}

/** Whether a whole message is one of the ways to say it: then it tells nothing of what happened. */
const isNamedSeen = ({ flow }: Turn, asked: Step | undefined, text: string): boolean => {
  const folded = withoutYesOrNo(flow, foldShort(text) ?? '')
  return asked !== undefined && folded !== '' && optionNamed(flow, optionsOf(asked), folded) !== undefined
}

const wantsStop = ({ flow, context }: Turn): boolean =>
  (context.sayings ?? []).some(({ kind }) =>
    flow.sayings.some((saying) => saying.kind === kind && saying.does === 'stop'),
  )

/** Whether they say nothing else: then they answer no other question. */
const saysOnlyThat = (turn: Turn, text: string): boolean => {
  const { flow, context } = turn
  const { step, told } = flow.discreet
  const about = new Set([step, told?.step, flow.roles.material])
  return (
    [...hintsIn(flow, text).keys()].every((id) => about.has(id) || findStep(flow, id)?.silent === true) &&
    (context.hits ?? []).length === 0 &&
    extractIdentifiers(text.slice(0, 1000), context.checks).length === 0
  )
}

/**
 * Others read along, told unasked: it is kept as if it had been picked at the question for danger,
 * and asked whether it is safe to write from here. `settled`: the words say no more than
 * that; `alone`: in one of the ways that are known for it, whatever else they sound like.
 */
export const noteSeen = (
  turn: Turn,
  words: Untrusted | undefined,
  kind: ConversationInput['kind'],
): 'alone' | 'settled' | 'noted' | undefined => {
  const { flow, state } = turn
  const { step, told } = flow.discreet
  const open = waiting(turn)
  const isText = kind === 'text'
  if (words === undefined || told === undefined || turn.other !== undefined) return undefined
  if (open?.id === step || state.paused === 'word' || !saysSeen(turn, words)) return undefined
  if (state.paused === 'message') emit(turn, { type: 'conversation_resumed' })
  // "Do not write at night, my mother sees my phone": the wish is kept, whatever is asked next.
  noteWish(turn, words)
  const picked = pickedOptions(state.answers[told.step])
  const asked = findStep(flow, told.step)
  const others = picked.filter((id) => {
    const option = asked === undefined ? undefined : optionsOf(asked).find((one) => one.id === id)
    return option?.alone !== true
  })
  const fresh = told.options.filter((id) => !others.includes(id))
  if (fresh.length > 0) give(turn, told.step, { kind: 'choices', options: [...others, ...fresh] })
  // "I want to stop, he is next to me": whoever stops is asked nothing more.
  if (isText && wantsStop(turn)) {
    emit(turn, { type: 'conversation_paused', until: 'message' })
    say(turn, { key: 'stopped' })
    return 'settled'
  }
  const isNamed = isNamedSeen(turn, asked, words)
  // Who may be in danger, and has somebody beside them, is asked no more of it: somebody is called.
  if (isText && isNamed && open !== undefined && isWorry(open.id)) {
    callPeople(turn, 'danger', undefined)
    sayLeast(turn)
    askSeen(turn, true)
    return 'alone'
  }
  // Before agreeing nothing is told of who we are to whoever looks on.
  if (kind !== 'media' && !state.urgent && asked !== undefined && !consentGiven(flow, state)) {
    if (!isNamed && (isTelling(turn, words) || tellsShortly(turn, words))) tell(turn, words)
    askSeen(turn)
    return isNamed ? 'alone' : 'settled'
  }
  // Said anew it is asked anew: who was alone a moment ago may not be any more. In danger as well:
  // it answers no
  // question for danger, which stays open under it.
  if (isText && isNamed) {
    askSeen(turn, true)
    return 'alone'
  }
  const isStory = open?.id === flow.story.step
  if (!isText || isStory || state.submitted || state.urgent || !saysOnlyThat(turn, words)) return 'noted'
  if (isTelling(turn, words)) tell(turn, words)
  advance(turn)
  return 'settled'
}

/** What was asked in the same breath comes back after the question whether it is safe to write. */
const COMES_BACK = /^(?:ask-|not-understood|offer-human$|required$|words-kept$|stopped-at$|softly)/

/**
 * Asked at once, before agreeing as well as once the case was sent. In danger only who says nothing
 * else, or says it `anew`, is asked; beside other words it is told how the chat is left.
 */
export const askSeen = (turn: Turn, anew = false): void => {
  const { flow, state } = turn
  const step = findStep(flow, flow.discreet.step)
  if (state.urgent && !anew) return noteExit(turn)
  const isOpen = step !== undefined && (anew || !settled(step, state)) && isAsked(step, state)
  if (!isOpen || state.open?.step === step.id || state.paused !== undefined) return
  const before = turn.says.splice(0)
  for (const { choices: _, ...said } of before) if (!COMES_BACK.test(said.key)) turn.says.push(said)
  ask(turn, step, openDanger(flow, state) !== undefined)
}
