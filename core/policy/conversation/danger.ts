import type { CrisisHit, CrisisLabel } from '../../base/danger.ts'
import { CRISIS_LABELS, isLearnt } from '../../base/danger.ts'
import { hearCry } from './commands.ts'
import { isWatched } from './gates.ts'
import type { Option, Step } from '../../model/flow.ts'
import { sayingKey } from '../../model/keys.ts'
import { minorHits, minorOption } from './minor.ts'
import { applies, callsPeople, findStep, optionsOf, pendingCheck } from './steps.ts'
import { readToken } from './token.ts'
import { advance, ask, give, noteExit, proceed, putAgain, putOpen, say, waiting } from './turn.ts'
import { isLeast, sayLeast } from './least.ts'
import { isLookedOn, isUnanswered } from './looked-on.ts'
import { callPeople, goUrgent, run } from './effects.ts'
import type { Turn } from './turn.ts'
import { isWorry } from '../../model/worry.ts'

/**
 * A deadline that is nearer leaves no time for the other questions (bots/amin/README.md, Intake).
 * In hours.
 */
const AT_ONCE = 2

const isUrgent = (hit: CrisisHit): boolean =>
  hit.hard &&
  hit.label !== 'minor' &&
  (hit.label !== 'deadline' || (hit.detail?.hours !== undefined && hit.detail.hours <= AT_ONCE))

/** Whether a message holds a danger that goes before everything else, the person's own answer included. */
export const needsPeople = (hits: readonly CrisisHit[]): boolean => hits.some(isUrgent)

/** Whether words sound like a danger that is asked about elsewhere: where others look on somebody is called. */
export const soundsDangerous = ({ context: { hits = [] } }: Turn): boolean => hits.some(isFeared)
const isFeared = ({ hard, label }: CrisisHit): boolean => !hard && label !== 'deadline' && label !== 'minor'

const gravest = (hits: readonly CrisisHit[]): CrisisLabel | undefined =>
  CRISIS_LABELS.find((label) => hits.some((hit) => hit.label === label))

/** Who has told that others look on, and not yet whether it is safe, is asked that before all else. */
const askWhoReads = (turn: Turn): void => {
  const { flow, state } = turn
  const step = findStep(flow, flow.discreet.step)
  if (step !== undefined && isUnanswered(flow, state) && !isLookedOn(flow, state)) putOpen(turn, step)
}

/**
 * Danger in the person's words, in whatever state the conversation is (law 9): what the message
 * answers is kept without a word, the text of this danger goes out at once, people are called, and
 * the urgent questions come first. Something is always said.
 */
export const onCrisis = (turn: Turn, hits: readonly CrisisHit[], keep: () => void): void => {
  turn.muted = true
  keep()
  turn.muted = false
  hearCry(turn)
  noteMinor(turn, hits, true)
  askWhoReads(turn)
  goUrgent(
    turn,
    gravest(hits.filter(isUrgent)),
    hits.some(({ detail }) => detail?.door === true),
  )
  askUrgent(turn)
}

/** The urgent questions come first from now on, and something is said in any case. */
const askUrgent = (turn: Turn): void => {
  const open = waiting(turn)
  // Where another may read along no question follows. Heard again, it is answered again.
  if (isWatched(turn.state) || turn.state.locked === true)
    return turn.says.length > 0 ? undefined : sayLeast(turn)
  // Whoever looks on reads no more than whether it is safe: then the questions follow.
  if (open !== undefined && isLookedOn(turn.flow, turn.state)) return putAgain(turn, open)
  // First aid goes before a question that asks only whether it may come to that.
  if (open?.lane === 'urgent' && applies(open, turn.state)) {
    // The same question twice without a word between would sound as if nobody had read what was just said.
    if (turn.says.length === 0) say(turn, { key: 'urgent-still-here' })
    proceed(turn)
  } else advance(turn)
  if (turn.says.length === 0) say(turn, { key: 'urgent-still-here' })
}

/**
 * The options of a danger: what they say counts whenever they are pressed, and so does that others
 * see the phone while people are called.
 */
const dangerOf = (
  turn: Turn,
  token: string,
): { readonly step: Step; readonly option: Option } | undefined => {
  const pressed = readToken(token)
  const step = pressed?.kind === 'option' ? findStep(turn.flow, pressed.step) : undefined
  const option =
    step === undefined || pressed?.kind !== 'option'
      ? undefined
      : optionsOf(step).find(({ id }) => id === pressed.option)
  if (step === undefined || option === undefined) return undefined
  const counts = callsPeople(option) || (option.beside === true && turn.state.urgent)
  return counts ? { step, option } : undefined
}

/**
 * A danger pressed on a question that does not wait any more, however old: it is added to the
 * answer, people are called, and the urgent questions come first. `quiet`: the chat is hidden, so
 * people are called and nothing shows. False where the press is none.
 */
export const onOldDanger = (turn: Turn, token: string, quiet = false): boolean => {
  const pressed = dangerOf(turn, token)
  if (pressed === undefined || (!quiet && waiting(turn)?.id === pressed.step.id)) return false
  const { step, option } = pressed
  if (quiet && !callsPeople(option)) return false
  const before = turn.state.answers[step.id]
  const kept = before?.kind === 'choices' ? before.options : []
  const others = optionsOf(step).filter(
    ({ id, alone }) => alone !== true && (id === option.id || kept.includes(id)),
  )
  const known = before?.kind === 'choice' ? before.option === option.id : kept.includes(option.id)
  // What answers nothing where it stands takes no answer away either: consent stays as it was given.
  if (!known && option.open !== true)
    give(
      turn,
      step.id,
      step.kind === 'choices'
        ? { kind: 'choices', options: others.map(({ id }) => id) }
        : { kind: 'choice', option: option.id },
    )
  turn.muted = quiet
  if (!quiet) hearCry(turn)
  run(turn, option.effects)
  if (!quiet && option.beside === true) noteExit(turn)
  if (!quiet) askUrgent(turn)
  turn.muted = false
  return true
}

/**
 * An age that was named in words answers the question for it: files stay out from now on (law 10),
 * and specialists are called. Where another may have written it, people are called and nothing else.
 */
export const noteMinor = (turn: Turn, hits: readonly CrisisHit[], quiet = false): void => {
  const step = findStep(turn.flow, turn.flow.adult.step)
  if (minorHits(hits).length === 0 || step?.kind !== 'choice' || turn.state.answers[step.id] !== undefined)
    return
  // Whose it is was left open by who had said to be of age: it is asked, never read out of the same words.
  const isOpen = turn.state.ageOpen?.why === 'other'
  if (turn.other === 'silent' || isOpen) return callPeople(turn, 'danger', undefined)
  const option = minorOption(turn.flow, step, hits)
  if (option === undefined) return callPeople(turn, 'danger', undefined)
  give(turn, step.id, { kind: 'choice', option: option.id })
  for (const effect of option.effects ?? []) {
    if (effect.do === 'handoff') callPeople(turn, effect.why, effect.key)
    if (effect.do === 'tell' && !quiet) turn.says.unshift({ key: effect.key })
  }
  // The question for the age may just have been asked: it is answered now.
  if (turn.state.open?.step === step.id && !quiet) advance(turn)
}

/** Questions, and what is said where words answer none. */
const COMES_BACK = /^(?:ask-|not-understood|offer-human$|required$|words-kept$|stopped-at$|softly)/

/** Comfort: the question is asked out of it. What somebody asked is answered, and does not come back. */
const isComfort = (turn: Turn, key: string): boolean =>
  key.startsWith('saying-again') ||
  turn.flow.sayings.some(
    ({ feeling, answer, sent }) =>
      feeling === true && [answer, sent].some((one) => one !== undefined && sayingKey(one) === key),
  )

/** A cry, and what a rule hears as a danger, calls somebody, before the question whether it is safe. */
const callQuietly = (turn: Turn, cries: boolean): void => {
  const isRuled = (turn.context.hits ?? []).some((hit) => isFeared(hit) && !isLearnt(hit))
  if ((!isRuled && !cries) || turn.says.some(({ key }) => isLeast(key))) return
  const question = turn.says.splice(0)
  callPeople(turn, 'danger', undefined)
  sayLeast(turn)
  turn.says.push(...question)
}

/** A question that goes before all others is asked now, though another one was left waiting. */
export const askCheck = (turn: Turn, cries = false): void => {
  const open = waiting(turn)
  // Whoever looks on would read what is feared: somebody is called, and it is asked about afterwards.
  if (isLookedOn(turn.flow, turn.state)) return callQuietly(turn, cries)
  // One worry at a time: the next one follows the answer.
  if (open !== undefined && isWorry(open.id)) return
  const step = pendingCheck(turn.flow, turn.state)
  if (
    step === undefined ||
    turn.state.exited ||
    turn.state.locked === true ||
    turn.state.paused !== undefined ||
    turn.state.open?.step === step.id
  )
    return
  // It stands alone: what else was asked, or was not understood, comes back afterwards, and no
  // other list is there to pick from.
  const before = turn.says.splice(0)
  for (const { choices: _, ...said } of before)
    if (!COMES_BACK.test(said.key) && !isComfort(turn, said.key)) turn.says.push(said)
  ask(turn, step)
}
