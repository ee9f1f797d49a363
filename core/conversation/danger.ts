import type { CrisisHit, CrisisLabel } from '../crisis/hit.ts'
import { CRISIS_LABELS } from '../crisis/hit.ts'
import { comeBack } from './commands.ts'
import { findStep, pendingCheck } from './steps.ts'
import { advance, ask, callPeople, give, goUrgent, proceed, say, waiting } from './turn.ts'
import type { Turn } from './turn.ts'

/** A deadline that is nearer leaves no time for the other questions (domain.md 1.3, step 8). In hours. */
const AT_ONCE = 2

const isUrgent = (hit: CrisisHit): boolean =>
  hit.hard && hit.label !== 'minor' && (hit.label !== 'deadline' || (hit.detail?.hours !== undefined && hit.detail.hours <= AT_ONCE))

/** Whether a message holds a danger that goes before everything else, the person's own answer included. */
export const needsPeople = (hits: readonly CrisisHit[]): boolean => hits.some(isUrgent)

const gravest = (hits: readonly CrisisHit[]): CrisisLabel | undefined =>
  CRISIS_LABELS.find((label) => hits.some((hit) => hit.label === label))

/**
 * Danger in the person's words, in whatever state the conversation is (law 9): what the message answers is kept without a word, the text of
 * this danger goes out at once, people are called, and the urgent questions come first. Something is always said.
 */
export const onCrisis = (turn: Turn, hits: readonly CrisisHit[], keep: () => void): void => {
  turn.muted = true
  keep()
  turn.muted = false
  comeBack(turn)
  noteMinor(turn, hits, true)
  goUrgent(turn, gravest(hits.filter(isUrgent)))
  const open = waiting(turn)
  if (open?.lane === 'urgent') {
    // The same question twice without a word between would sound as if nobody had read what was just said.
    if (turn.says.length === 0) say(turn, { key: 'urgent-still-here', args: { code: turn.context.code } })
    proceed(turn)
  } else advance(turn)
  if (turn.says.length === 0) say(turn, { key: 'urgent-still-here', args: { code: turn.context.code } })
}

/** An age that was named in words answers the question for it: files stay out from now on (law 10), and specialists are called. */
export const noteMinor = (turn: Turn, hits: readonly CrisisHit[], quiet = false): void => {
  const hit = hits.find((one) => one.label === 'minor' && one.hard)
  const step = findStep(turn.flow, turn.flow.adult.step)
  if (hit === undefined || step?.kind !== 'choice' || turn.state.answers[step.id] !== undefined) return
  const age = hit.detail?.age
  const option =
    hit.about === 'self' && age !== undefined
      ? step.options.find(({ range }) => range !== undefined && age >= range[0] && age <= range[1])
      : step.options.find(({ id }) => id === turn.flow.adult.other)
  if (option === undefined) return callPeople(turn, 'danger', undefined)
  give(turn, step.id, { kind: 'choice', option: option.id })
  for (const effect of option.effects ?? []) {
    if (effect.do === 'handoff') callPeople(turn, effect.why, effect.key)
    if (effect.do === 'tell' && !quiet) turn.says.unshift({ key: effect.key })
  }
  // The question for the age may just have been asked: it is answered now.
  if (turn.state.open?.step === step.id && !quiet) advance(turn)
}

/** A question that goes before all others is asked now, though another one was left waiting. */
export const askCheck = (turn: Turn): void => {
  const step = pendingCheck(turn.flow, turn.state)
  if (step === undefined || turn.state.exited || turn.state.paused !== undefined || turn.state.open?.step === step.id) return
  // One list at a time: the one that a number picks from now.
  for (const [at, { choices: _, ...said }] of turn.says.entries()) turn.says[at] = said
  ask(turn, step)
}
