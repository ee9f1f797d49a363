import type { Untrusted } from '../../base/untrusted.ts'
import type { Step } from '../../model/flow.ts'
import { extractIdentifiers } from '../../text/identifiers/extract.ts'
import { advise } from './commands.ts'
import { consentGiven } from './gates.ts'
import {
  guideAsked,
  guideMeant,
  isQuestion,
  isSought,
  subjectsNear,
  type Asked,
  type Meant,
} from './guide-asked.ts'
import { sayNear } from './guides.ts'
import { hintsIn } from './hints.ts'
import { isTelling, prefill, tell, tellsOfMatter, tellsShortly } from './tell.ts'
import { foldShort, opensQuestion } from './words.ts'
import { say, waiting, type Turn } from './turn.ts'

/** Questions whose answer may be any words: what is said there is the answer. */
const TAKES_WORDS: ReadonlySet<Step['kind']> = new Set(['text', 'voice', 'identifiers'])

/** "Can you delete my photos?" is asked of us, though it names what an option of the question is. */
const asksUs = (turn: Turn, text: string): boolean =>
  /[?؟]/.test(text) && opensQuestion(turn.flow, foldShort(text) ?? '')

/** Whether words may ask for something here: no answer to the question that waits. */
const isFree = (turn: Turn, text: string): boolean => {
  const step = waiting(turn)
  if (step === undefined) return true
  return !TAKES_WORDS.has(step.kind) && (!hintsIn(turn.flow, text).has(step.id) || asksUs(turn, text))
}

/** The subject that is meant, where nothing else was surely said and nobody is named. */
const meant = (turn: Turn, text: Untrusted): Meant | undefined => {
  const found = guideMeant(turn.flow, text, turn.context.subject)
  if (found === undefined || extractIdentifiers(text, turn.context.checks).length > 0) return undefined
  const others = (turn.context.sayings ?? []).filter(
    ({ kind }) =>
      kind !== undefined &&
      turn.flow.sayings.some((saying) => saying.kind === kind && saying.guided !== true),
  )
  if (others.some(({ firm }) => firm === true)) return undefined
  return others.length > 0 && found.firm !== true ? undefined : found
}

const isToldOf = ({ flow, state }: Turn): boolean => state.answers[flow.story.step] !== undefined

/**
 * Words that only state what is the matter ask for a way as well where they are the first that is told and
 * about an app, an account or money. Who goes on with a story is listened to.
 */
const seeks = (turn: Turn, text: Untrusted): Asked | undefined => {
  const { flow, state } = turn
  const step = waiting(turn)
  if (state.submitted || isToldOf(turn) || (step !== undefined && step.id !== flow.consent.step))
    return undefined
  const found = meant(turn, text)
  return found !== undefined && isSought(flow, found, text) ? found : undefined
}

/** Beside a story "what do I do?" is a cry for advice on all of it: a subject is opened by its name, or where it is beyond doubt. */
const asksFor = (turn: Turn, text: Untrusted): Asked | undefined => {
  const found = meant(turn, text)
  return found?.named === false && found.firm !== true && isToldOf(turn) ? undefined : found
}

/** What somebody asks for who was not offered the guidance. */
const unoffered = (turn: Turn, text: Untrusted, isAsking: boolean): Asked | undefined => {
  if (!isFree(turn, text)) return undefined
  const named = isAsking ? guideAsked(turn.flow, text) : undefined
  if (named !== undefined && named.at > 0) return named
  const found = isAsking ? asksFor(turn, text) : seeks(turn, text)
  if (found !== undefined) return found
  // What is said to such words otherwise goes before a subject that is only named.
  const isAnswered = (turn.context.sayings ?? []).some(({ kind }) => kind !== undefined)
  return isAnswered ? undefined : named
}

/**
 * A question whose subject is not sure is answered with the few that it may be. Not where anything else
 * was heard in it, where somebody is named, beside a story, nor with the same few again.
 */
const offerNear = (turn: Turn, text: Untrusted): boolean => {
  const { flow, state, context } = turn
  const isHeard = (context.sayings ?? []).some(({ kind }) => kind !== undefined)
  const isStory = isToldOf(turn) && !state.submitted
  if (isHeard || isStory || extractIdentifiers(text, context.checks).length > 0) return false
  const near = subjectsNear(flow, text, context.subject)
  if (near.length === 0 || near.join(' ') === state.near?.join(' ')) return false
  say(turn, sayNear(near))
  return true
}

/**
 * The guide that a question is for, whatever was told before: by its name, or where it is beyond doubt.
 * Nothing for words that hold a danger.
 */
export const guideFor = (turn: Turn, text: Untrusted): Asked | undefined => {
  if ((turn.context.hits ?? []).length > 0 || !isQuestion(turn.flow, text)) return undefined
  const named = guideAsked(turn.flow, text)
  if (named !== undefined && named.at > 0) return named
  const found = meant(turn, text)
  return found !== undefined && (found.named || found.firm === true) ? found : named
}

const isTold = (turn: Turn, text: Untrusted): boolean => isTelling(turn, text) || tellsShortly(turn, text)

/**
 * A question for a subject is answered by its guide: by its name, else by what was learnt of many
 * questions. Never words that hold a danger, nor in one.
 */
export const lookUp = (turn: Turn, text: Untrusted): boolean => {
  const { flow, state, context } = turn
  if (state.urgent || (context.hits ?? []).length > 0) return false
  const isAsking = isQuestion(flow, text)
  const isReading = state.menu?.startsWith('guide') === true
  const named = isReading ? guideAsked(flow, text) : undefined
  // Who reads in the guidance and begins to tell is listened to, but for who names an app and what is wished of it.
  const isBrowsing = isReading && (isAsking || !isTelling(turn, text) || (named?.at ?? 0) > 0)
  const asked = isBrowsing ? (named ?? meant(turn, text)) : unoffered(turn, text, isAsking)
  if (asked === undefined) return (isBrowsing || isFree(turn, text)) && offerNear(turn, text)
  // What is told beside the question is kept as well ("he hacked my account, how do I get it back?").
  const isOnlyAsked = isAsking && opensQuestion(flow, foldShort(text) ?? '')
  if (!isBrowsing && (isOnlyAsked ? tellsOfMatter(turn, text) : isTold(turn, text))) tell(turn, text)
  if (!isBrowsing && consentGiven(flow, state)) prefill(turn, text)
  advise(turn, asked.what, asked.at)
  return true
}
