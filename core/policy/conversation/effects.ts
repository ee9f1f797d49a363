import { sayAddable, sayCorrectable } from './ask.ts'
import type { Effect } from '../../model/effect.ts'
import type { Say } from './say.ts'
import { CRISIS_LABELS, isLearnt, type CrisisHit, type CrisisLabel, type Done } from '../../base/danger.ts'
import type { PhraseKey } from '../../ports/phrases.ts'
import { isDue, isWorry, saidYes, worryOf, worryStep } from '../../model/worry.ts'
import { begunOf, comesHome, toldToCome } from './facts.ts'
import { isWatched } from './gates.ts'
import { leastKey } from './least.ts'
import { isLookedOn } from './looked-on.ts'
import { isDangerOfOther } from './whom.ts'
import { sayAdvice } from './guides.ts'
import { isWorried, openDanger } from './steps.ts'
import {
  dealCard,
  emit,
  give,
  meanwhile,
  proceed,
  putAgain,
  putErase,
  say,
  sayTea,
  waiting,
  type Turn,
} from './turn.ts'
import type { Step } from '../../model/flow.ts'

/** What is said of each danger; that of self-harm is the question that follows it. */
const DANGER_TEXT: Readonly<Record<CrisisLabel, PhraseKey | undefined>> = {
  self_harm: undefined,
  violence: 'crisis-violence',
  sexual_abuse: 'crisis-abuse',
  minor: undefined,
  meeting: 'crisis-meeting',
  deadline: 'crisis-deadline',
}

/** The same where another is in danger. */
const OTHERS_TEXT: Readonly<Partial<Record<CrisisLabel, PhraseKey>>> = {
  violence: 'crisis-violence-other',
  sexual_abuse: 'crisis-abuse-other',
  meeting: 'crisis-meeting-other',
}

/**
 * Where the danger of a meeting is, by the words of this message alone: he comes to their home, they are to
 * go where he wants, or both. What was told of a home before makes no home of another place; only a yes to
 * the question for it does.
 */
const placesOf = (turn: Turn): { readonly home: boolean; readonly elsewhere: boolean } => {
  const hits = (turn.context.hits ?? []).filter(({ label }) => label === 'meeting')
  const ofHome = hits.filter(({ detail }) => detail?.home === true)
  const isApart = (hit: CrisisHit): boolean =>
    ofHome.every((one) => hit.end <= one.start || one.end <= hit.start)
  const elsewhere = hits.some(
    (hit) => hit.detail?.home === false || (hit.detail?.soon !== true && isApart(hit)),
  )
  if (ofHome.length > 0) return { home: true, elsewhere }
  const isAsked = turn.state.open?.step === worryStep('meeting') && comesHome(turn.state)
  return { home: isAsked && !elsewhere, elsewhere: isAsked && toldToCome(turn.state) }
}

type Around = {
  readonly door: boolean
  readonly home: boolean
  readonly elsewhere: boolean
  readonly other: boolean
}

/**
 * The texts of a danger. Whoever is at the door already is not met with "do not go to meet", nor with
 * "leave the place": `door` has words of its own, whichever of the two dangers is named first. Nor is
 * somebody told not to go to meet whoever comes to their home, unless they are told to come as well.
 */
const textsOf = (
  label: CrisisLabel,
  { door, home, elsewhere, other }: Around,
): ReadonlyArray<PhraseKey | undefined> => {
  if (door && (label === 'meeting' || label === 'violence')) return ['crisis-door']
  const own = (other ? OTHERS_TEXT[label] : undefined) ?? DANGER_TEXT[label]
  if (!home || label !== 'meeting') return [own]
  return [other ? 'crisis-home-other' : 'crisis-home', ...(elsewhere ? [own] : [])]
}

/**
 * People are called, the text of this danger is said, and only urgent questions are asked until
 * somebody came.
 */
export const goUrgent = (turn: Turn, label: CrisisLabel | undefined, door = false): void => {
  callPeople(turn, 'danger', undefined)
  if (!turn.state.urgent && turn.flow.steps.some((step) => step.lane === 'urgent'))
    emit(turn, { type: 'urgent_path_taken' })
  for (const key of keysOf(turn, label, door))
    if (key !== undefined && !turn.state.warned.includes(key) && !turn.says.some((one) => one.key === key))
      say(turn, { key })
  sayTea(turn)
}

const NEAR: ReadonlySet<CrisisLabel> = new Set<CrisisLabel>(['violence', 'sexual_abuse', 'meeting'])
const OF_NEAR = /^crisis-(?:violence|abuse|meeting|home|door)/

/**
 * Whether somebody who threatens them may be near: then no door is unlocked, and nobody near is told. What is
 * sure counts, what they pressed or were warned of, and in these words a hint as well.
 */
const isThreatened = ({ state, context }: Turn): boolean =>
  state.crisis.some(({ label, hard, detail }) => detail?.door === true || (hard && NEAR.has(label))) ||
  (context.hits ?? []).some(({ label }) => NEAR.has(label)) ||
  saidYes(state).some((label) => NEAR.has(label)) ||
  state.warned.some((key) => OF_NEAR.test(key))

const WISH = 'crisis-self-harm' satisfies PhraseKey

/**
 * What to do until help comes, of what these words say has happened; whose it is they say as well. Their own
 * goes first, then another's where it is of another kind; and beside another's their own wish to die has its
 * words. What was told before was answered then: later words have their own text.
 */
const firstAid = (turn: Turn): readonly PhraseKey[] => {
  const hits = (turn.context.hits ?? []).filter(({ hard }) => hard)
  const of = (about: CrisisHit['about']): Done | undefined =>
    hits.findLast((hit) => hit.about === about && begunOf(hit) !== undefined)?.detail?.done
  const [own, others] = [of('self'), of('other')]
  const isMeant =
    own === undefined && hits.some(({ about, detail }) => about === 'self' && detail?.wish === true)
  const threatened = isThreatened(turn) ? '-threatened' : ''
  return [
    ...(own === undefined ? [] : [`crisis-${own}${threatened}` as const]),
    ...(others === undefined || others === own ? [] : [`crisis-${others}-other` as const]),
    ...(others !== undefined && isMeant ? [WISH] : []),
  ]
}

/**
 * Who tells in the same words of a wish to die and of somebody who may hurt them is told what to do about
 * both: the question whether they think of it now follows.
 */
const nearBeside = (turn: Turn, door: boolean): ReadonlyArray<PhraseKey | undefined> => {
  const sure = (turn.context.hits ?? []).filter(({ hard }) => hard)
  const label = CRISIS_LABELS.find((one) => NEAR.has(one) && sure.some((hit) => hit.label === one))
  if (label === undefined) return []
  const other = isDangerOfOther(turn.flow, turn.state, label)
  return textsOf(label, { door, ...placesOf(turn), other })
}

const keysOf = (
  turn: Turn,
  label: CrisisLabel | undefined,
  door: boolean,
): ReadonlyArray<PhraseKey | undefined> => {
  if (label === undefined) return ['urgent-called']
  // Before consent the first question is whether somebody may come: words of warmth go before it.
  const agreed = turn.state.answers[turn.flow.consent.step] !== undefined
  const hits = turn.context.hits ?? []
  // A wish of their own is theirs, whoever was told of before.
  const own =
    label === 'self_harm' &&
    hits.some((hit) => hit.label === label && hit.hard && hit.about === 'self' && !isLearnt(hit))
  const other = !own && isDangerOfOther(turn.flow, turn.state, label)
  const begun = firstAid(turn)
  // Whoever looks on, or has a chat in hand that was left, reads what is to be done for a life, and else that
  // somebody comes.
  if (isWatched(turn.state) || turn.state.locked === true || isLookedOn(turn.flow, turn.state))
    return begun.length > 0 ? begun.filter((key) => key !== WISH) : [leastKey(turn.state, hits)]
  if (begun.length > 0) return [...begun, ...(door ? ['crisis-door'] : [])]
  // Where it has begun no question whether they think of it holds these words.
  const isUnasked = !agreed || turn.state.crisis.some((hit) => begunOf(hit) !== undefined)
  const near = label === 'self_harm' ? nearBeside(turn, door) : []
  if (label === 'self_harm' && isUnasked)
    return [other ? 'crisis-self-harm-other' : 'crisis-self-harm', ...near]
  return [...textsOf(label, { door, ...placesOf(turn), other }), ...near]
}

/** Calls people. Once is enough until somebody came; a person's own wish is answered each time. */
export const callPeople = (turn: Turn, why: 'danger' | 'person', key: string | undefined): void => {
  const already = why === 'danger' ? turn.state.called.danger : turn.state.called.person
  if (!already) emit(turn, { type: 'handoff_requested', why })
  if (key === undefined || (already && why !== 'person')) return
  say(turn, { key })
  sayTea(turn)
}

/** The question for a worry that waits for an answer. */
export const openWorry = (turn: Turn): Step | undefined => {
  const step = waiting(turn)
  return step !== undefined && isWorry(step.id) ? step : undefined
}

/**
 * The wish to have everything erased, by a word or a button. One question at a time, danger first: where the
 * same words may mean a danger, or one is asked about, it waits and is asked alone afterwards. Who says it
 * again has passed the question over.
 */
export const askErase = (turn: Turn): void => {
  const danger = openDanger(turn.flow, turn.state)
  if (danger !== undefined && turn.state.erase === 'waits')
    emit(turn, { type: 'step_skipped', step: danger.id, how: 'skip' })
  if (!turn.muted && !isWorried(turn.flow, turn.state)) return putErase(turn)
  emit(turn, { type: 'access_asked', what: 'erase', waits: true })
  say(turn, { key: 'erase-after' })
  const open = openDanger(turn.flow, turn.state)
  if (open !== undefined) putAgain(turn, open)
}

/** Whether a note is to be taken, by what is known already. */
const notes = ({ state }: Turn, { step, due }: Extract<Effect, { do: 'note' }>): boolean => {
  const label = worryOf(step)
  return due !== true || (label !== undefined && isDue(state, label))
}

/** What an answer causes. `choices` of a telling option: the question stays open under the text. */
export const run = (turn: Turn, effects: readonly Effect[] = [], choices?: Say['choices']): void => {
  for (const effect of effects) {
    switch (effect.do) {
      case 'tell':
        if (effect.channel === true && turn.context.note !== undefined) say(turn, { key: turn.context.note })
        say(turn, { key: effect.key, ...(choices === undefined ? {} : { choices }) })
        break
      case 'pause':
        emit(turn, { type: 'conversation_paused', until: effect.until })
        say(turn, { key: effect.key })
        break
      case 'handoff':
        callPeople(turn, effect.why, effect.key)
        break
      case 'urgent':
        goUrgent(turn, effect.label)
        break
      case 'note':
        if (notes(turn, effect)) give(turn, effect.step, { kind: 'choice', option: effect.option })
        break
      case 'submit':
        emit(turn, { type: 'case_submitted' })
        emit(turn, { type: 'handoff_requested', why: 'submitted' })
        say(turn, { key: 'waiting' })
        dealCard(turn)
        meanwhile(turn)
        break
      case 'advise':
        say(turn, sayAdvice(turn.flow, turn.state))
        break
      case 'correct':
        say(turn, sayCorrectable(turn.flow, turn.state))
        break
      case 'add': {
        const list = sayAddable(turn.flow, turn.state)
        // Everything was told or asked: the card itself says so.
        if (list.choices?.every(({ control }) => control === true) === true) proceed(turn)
        else say(turn, list)
        break
      }
      case 'erase':
        askErase(turn)
        break
    }
  }
}
