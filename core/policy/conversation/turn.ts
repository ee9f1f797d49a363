import type { CaseEvent } from '../../model/events.ts'
import type { EvidenceId } from '../../base/ids.ts'
import type { Answer } from '../../model/answer.ts'
import { choicesOf, sayQuestion, standsWhole } from './ask.ts'
import { mayPutErase, sayErase } from './erase-ask.ts'
import { withNamed } from './named.ts'
import type { Flow, Step } from '../../model/flow.ts'
import type { ConversationContext } from './input.ts'
import type { Choice, Say } from './say.ts'
import { evolveConversation } from '../../model/evolve-conversation.ts'
import type { ConversationState } from '../../model/conversation.ts'
import type { Once } from '../../model/once.ts'
import { ageOf, isLeftOpen, isNoAdult, isUnderAge, isWatched, mediaAllowed, refusesPeople } from './gates.ts'
import {
  applies,
  collects,
  findStep,
  isDiscreet,
  nextStep,
  optionsOf,
  pendingCheck,
  settled,
  SPOKEN,
  takesVoice,
} from './steps.ts'
import { titleKey } from '../../model/keys.ts'
import { dueCard } from './cards.ts'
import { pickedOptions } from './condition.ts'
import { sayMeanwhile } from './guides.ts'
import { isWorry, worryOf } from '../../model/worry.ts'

/**
 * One decision while it is made: events change `state` as they come, so that later parts see what
 * earlier ones decided.
 */
export type Turn = {
  readonly flow: Flow
  readonly context: ConversationContext
  state: ConversationState
  readonly events: CaseEvent[]
  readonly says: Say[]
  /**
   * While true nothing is said and nothing asked: what a message answers is kept, and something
   * more pressing is said of it.
   */
  muted: boolean
  /** Another than the person may have written it; see core/policy/conversation/other-hands. */
  readonly other?: 'silent' | 'doubted'
  /** The words of this turn say that who writes is under 18. */
  saysMinor?: boolean
}

export const emit = (turn: Turn, event: CaseEvent): void => {
  turn.events.push(event)
  turn.state = evolveConversation(turn.state, event)
}

export const say = (turn: Turn, message: Say): void => {
  if (turn.muted) return
  turn.says.push({ ...message, ...withNamed(turn, message) })
}

/** Of these nothing came that could be kept: what is seen once only, and what could not be decrypted. */
const NEVER_ARRIVED: ReadonlySet<string> = new Set(['view_once', 'unreadable', 'unavailable'])

/**
 * What became of a message that cannot be read, by the channel's word for it. Nobody under 18 is told
 * to send it as a picture: none is taken of them.
 */
export const sayUnread = (turn: Turn, what: string): void => {
  if (ageOf(turn.flow, turn.state) === 'minor') return say(turn, { key: 'unread-words' })
  say(turn, { key: NEVER_ARRIVED.has(what) ? 'nothing-arrived' : 'unsupported' })
}

/** Texts that are worth saying once until the next question. */
export const sayOnce = (turn: Turn, message: Say & { readonly key: Once }): void => {
  if (!turn.state.said.includes(message.key)) say(turn, message)
}

/** What can be chosen stands under words that do not ask for it themselves. */
export const underneath = ({ flow, state }: Turn, step: Step): Pick<Say, 'choices' | 'about'> => ({
  choices: choicesOf(flow, state, step),
  about: titleKey(step.id),
})

/** The question that waits, by its name alone: what can be answered stands under it, and nothing presses. */
export const saySoftly = (
  turn: Turn,
  step: Step,
  choices: readonly Choice[] = choicesOf(turn.flow, turn.state, step),
): void => {
  if (isLeftOpen(turn.flow, turn.state, step)) return say(turn, { key: 'saying-noted' })
  if (step.id === turn.flow.consent.step)
    return say(
      turn,
      turn.state.said.includes('softly-consent')
        ? { key: 'softly-consent-again', again: 'softly-consent-still', choices }
        : { key: 'softly-consent', choices },
    )
  const question = { kind: 'phrase', key: titleKey(step.id) } as const
  say(turn, { key: 'softly', again: 'saying-noted', fill: { question }, choices })
}

/** The card that the answers call for. It is said before the next question, or at the end of what is said. */
export const dealCard = (turn: Turn): void => {
  if (turn.muted || turn.state.urgent || turn.says.some((one) => one.key.startsWith('card-'))) return
  const card = dueCard(turn.flow, turn.state)
  if (card !== undefined) say(turn, card)
}

/** What can be read or done while people wait for people; in danger nothing stands between. */
export const meanwhile = (turn: Turn): void => {
  const offer = turn.state.urgent ? undefined : sayMeanwhile(turn.flow, turn.state)
  if (offer !== undefined) say(turn, offer)
}

/** The step that waits for an answer, or for more of it. */
export const waiting = (turn: Turn): Step | undefined => {
  const open = turn.state.open
  const step = open === undefined ? undefined : findStep(turn.flow, open.step)
  return step !== undefined && open !== undefined && (!open.picked || collects(step)) ? step : undefined
}

/** A step is the open question from now on. */
export const putOpen = (turn: Turn, step: Step, over = false): void =>
  emit(turn, {
    type: 'question_asked',
    step: step.id,
    asked: turn.state.asked + 1,
    ...(over ? { over: true as const } : {}),
    ...(worryOf(step.id) === undefined ? {} : { at: turn.context.now }),
  })

/** The question that a worry came between, where it still stands. */
export const stepAside = ({ flow, state }: Turn): Step | undefined => {
  const { aside } = state
  // A worry over which it was asked whether it is safe to write.
  const worry = aside !== undefined && isWorry(aside.step) ? findStep(flow, aside.step) : undefined
  if (worry !== undefined && !settled(worry, state)) return state.urgent ? undefined : worry
  const step = aside === undefined || state.submitted || state.urgent ? undefined : findStep(flow, aside.step)
  if (step === undefined || aside === undefined || !applies(step, state)) return undefined
  return !settled(step, state) || aside.reopened || (aside.picked && collects(step)) ? step : undefined
}

/** Says a question that may have been said before. */
export const putAgain = (turn: Turn, step: Step, numbered = false): void =>
  say(
    turn,
    sayQuestion(turn.flow, turn.state, step, {
      numbered,
      again: turn.says.length > 0 ? 'after' : 'other',
    }),
  )

/** Asks a step, after the card that is due; behind two messages, which hide it already, none is. */
export const ask = (turn: Turn, step: Step, over = false): void => {
  if (turn.muted) return
  if (step.lane === undefined && step.bare !== true && turn.says.length < 2) dealCard(turn)
  putOpen(turn, step, over)
  putAgain(turn, step)
}

const silenced = (state: ConversationState): boolean => state.exited || state.paused !== undefined

/** A file as an answer to the question for files, whenever it comes. */
export const keepIn = (turn: Turn, evidence: EvidenceId): void => {
  const target = turn.flow.steps.find(({ kind }) => kind === 'media')
  const before = target === undefined ? undefined : turn.state.answers[target.id]
  const kept = before?.kind === 'media' ? before.evidence : []
  if (target !== undefined && !kept.includes(evidence))
    give(turn, target.id, { kind: 'media', evidence: [...kept, evidence] })
}

/**
 * What waited for the answer that was just given is an answer itself: a voice message to the
 * question it was spoken at, other files to that for files.
 */
export const letIn = (turn: Turn): void => {
  if (turn.state.waits.length === 0 || mediaAllowed(turn.flow, turn.state) !== 'open') return
  const spoken = Object.values(turn.state.answers).flatMap((answer) =>
    answer.kind === 'voice' ? [answer.evidence] : [],
  )
  for (const { evidence, kind, step, onDevice } of turn.state.waits) {
    if (onDevice === true || spoken.includes(evidence)) continue
    const asked = step === undefined ? undefined : findStep(turn.flow, step)
    if (SPOKEN.has(kind) && takesVoice(asked) && turn.state.answers[asked.id] === undefined)
      give(turn, asked.id, { kind: 'voice', evidence })
    else keepIn(turn, evidence)
  }
}

/**
 * How this chat is left, once, as soon as it shows that others see the phone: in an answer, in a
 * story or beside a danger. Not before they were asked further, nor where it stands already in what
 * was said because somebody looks on.
 */
export const noteExit = (turn: Turn, next?: Step): void => {
  const { step, note } = turn.flow.discreet
  if (note === undefined || next?.id === step || !isDiscreet(turn.flow, turn.state)) return
  if (turn.says.some(({ key }) => key === note)) return sayTea(turn)
  const answer = turn.state.answers[step]
  const asked = findStep(turn.flow, step)
  const picked =
    asked === undefined ? [] : optionsOf(asked).filter(({ id }) => pickedOptions(answer).includes(id))
  if (!picked.some(({ effects = [] }) => effects.some((effect) => effect.do === 'pause')))
    sayOnce(turn, { key: note })
  sayTea(turn)
}

/** What a line about tea means, where others see the phone: said before somebody may answer there. */
export const sayTea = (turn: Turn): void => {
  if (turn.flow.discreet.note === undefined || !isDiscreet(turn.flow, turn.state)) return
  if (isWatched(turn.state)) return
  if (!turn.says.some(({ key }) => key === 'tea-note')) sayOnce(turn, { key: 'tea-note' })
}

/** The wish to have everything erased is asked about: once more, before anything goes. */
export const putErase = (turn: Turn): void => {
  emit(turn, { type: 'access_asked', what: 'erase' })
  say(turn, sayErase())
}

/** That what came is with the case: where the same decision answers it already, that is the one message. */
export const sayAdded = (turn: Turn): void => {
  if (turn.says.length === 0) sayOnce(turn, { key: 'added-to-case' })
}

/**
 * On to the next question, unless the bot was silenced by what was just answered. At the end of the
 * urgent path people come next. A wish to erase that waited for a question of danger is asked now, alone.
 */
export const advance = (turn: Turn): void => {
  letIn(turn)
  if (silenced(turn.state)) return
  const check = pendingCheck(turn.flow, turn.state)
  const step = check ?? stepAside(turn) ?? nextStep(turn.flow, turn.state)
  noteExit(turn, step)
  if (mayPutErase(turn, check, step)) return putErase(turn)
  if (step !== undefined) ask(turn, step)
  else if (refusesPeople(turn.flow, turn.state)) sayAdded(turn)
  else if (turn.state.urgent && !turn.state.said.includes('urgent-waiting'))
    say(turn, { key: 'urgent-waiting' })
  else if (turn.state.urgent) sayAdded(turn)
}

/**
 * The waiting question once more, or the next one where none waits. `whole`: of who begins anew or
 * comes back, and may see nothing any more of what was said.
 */
export const proceed = (turn: Turn, whole = false): void => {
  const step = waiting(turn)
  if (step === undefined || isLeftOpen(turn.flow, turn.state, step)) advance(turn)
  else if (whole) say(turn, sayQuestion(turn.flow, turn.state, step))
  else putAgain(turn, step)
}

/**
 * Back after a while: where it stopped, then the question. Who stopped before agreeing, and has what
 * was said to them still in the chat, is asked for a yes in a word that knows they were here; `whole`:
 * who begins anew may see nothing of it.
 */
export const pickUp = (turn: Turn, whole = false): void => {
  const step = waiting(turn) ?? nextStep(turn.flow, turn.state)
  const isStopped = turn.events.some(({ type }) => type === 'conversation_resumed')
  if (isStopped && step?.id === turn.flow.consent.step) {
    if (whole || !standsWhole(turn.state, 'other')) return proceed(turn, true)
    return say(turn, { key: 'consent-back', choices: choicesOf(turn.flow, turn.state, step) })
  }
  if (step !== undefined && step.id !== turn.flow.consent.step && turn.state.asked > 0)
    say(turn, { key: 'stopped-at', fill: { question: { kind: 'phrase', key: titleKey(step.id) } } })
  proceed(turn, true)
}

export const reopen = (turn: Turn, step: Step, why: 'back' | 'edit'): void => {
  emit(turn, { type: 'step_reopened', step: step.id, why })
  ask(turn, step)
}

/** What only the person can say: who came into a chat that was left says it for what comes there alone. */
const isOfPerson = ({ adult, consent }: Flow, step: string): boolean =>
  step === adult.step || step === consent.step

export const give = (turn: Turn, step: string, answer: Answer): void => {
  if (isNoAdult(turn.flow, turn.state, step, answer)) return say(turn, { key: 'minor-stands' })
  emit(turn, {
    type: 'answer_given',
    step,
    answer,
    ...(turn.context.inbound === undefined ? {} : { inbound: turn.context.inbound }),
    ...(turn.context.together === undefined ? {} : { together: turn.context.together }),
    ...(isOfPerson(turn.flow, step) && turn.state.locked === true ? { unproven: true as const } : {}),
    ...(step === turn.flow.adult.step && turn.saysMinor === true && isUnderAge(turn.flow, answer)
      ? { minor: true as const }
      : {}),
  })
}
