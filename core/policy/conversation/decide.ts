import type { CaseEvent } from '../../model/events.ts'
import type { Untrusted } from '../../base/untrusted.ts'
import { never } from '../../base/never.ts'
import { isAdultAgain } from './adult-again.ts'
import { answerWords } from './answering.ts'
import { answerVoice, askForFile, asksForFile, keepFile, settleFiles } from './answer-files.ts'
import { callInDanger, comeBack, exit, fromPlatform, obey, silence, stayWatched } from './commands.ts'
import { holdsCry } from './ask-cry.ts'
import { askCheck, needsPeople, noteMinor, onCrisis } from './danger.ts'
import { followFirstWords, offerLanguage } from './follow-letters.ts'
import type { Flow, FlowCommand } from '../../model/flow.ts'
import type { ConversationContext, ConversationInput } from './input.ts'
import { onEdited } from './edited.ts'
import { consentGiven, isWatched, mediaAllowed } from './gates.ts'
import { goOn } from './go-on.ts'
import { isLookedOn, sayOnlyWhetherSafe, waitsFor } from './looked-on.ts'
import { onPress } from './press.ts'
import { answerByAge, answerByPerson } from './answer-worry.ts'
import { minorHits, ownMinorOption } from './minor.ts'
import {
  isAgeTakenBack,
  isMinorTold,
  isOwnAge,
  noteChild,
  noteOwnAge,
  sayAgeOpen,
  sayMinorTold,
} from './own-age.ts'
import { answerByReaction } from './reaction.ts'
import { noteWish } from './said-together.ts'
import type { Say } from './say.ts'
import { otherHands } from './other-hands.ts'
import { askSeen, noteSeen } from './seen.ts'
import { onShared } from './shared.ts'
import { onFirst, onHidden, onSubmitted, wordsOf } from './stages.ts'
import type { ConversationState } from '../../model/conversation.ts'
import { findStep, optionsOf, SPOKEN } from './steps.ts'
import { noteReached } from './reached.ts'
import { noteWhom } from './note-whom.ts'
import { minorsMeant } from './whom.ts'
import { isTelling, tell } from './tell.ts'
import { ask, emit, pickUp, proceed, say, sayOnce, sayUnread, waiting } from './turn.ts'
import { whileLookedOn } from './while-looked-on.ts'
import type { Turn } from './turn.ts'
import { commandIn, foldShort, optionNamed } from './words.ts'
import { onText } from './decide-text.ts'
import { wantsErase } from './wants-erase.ts'

const commandOf = (turn: Turn, input: ConversationInput): FlowCommand | undefined => {
  if (input.kind === 'command') return fromPlatform(input.command)
  // "Help" is a command where it stands alone, and a cry among greetings.
  if (input.kind === 'text' && input.cry !== undefined) return undefined
  if (input.kind === 'reaction') return input.means === 'urgent' ? 'urgent' : undefined
  const words = wordsOf(input)
  const folded = words === undefined ? undefined : foldShort(words)
  return folded === undefined || folded === '' ? undefined : commandIn(turn.flow, folded)
}

const onMedia = (
  turn: Turn,
  { evidence, media: kind, caption, forwarded }: Extract<ConversationInput, { kind: 'media' }>,
): void => {
  const step = waiting(turn)
  // A voice that was forwarded is another's: it tells nothing for the person.
  if (step !== undefined && forwarded !== true && SPOKEN.has(kind) && answerVoice(turn, step, evidence)) {
    if (caption !== undefined && isTelling(turn, caption)) tell(turn, caption)
    return
  }
  keepFile(turn, evidence, step)
  onCaption(turn, caption)
}

/**
 * Words under a file answer a question for words; else they are told only where they are a story.
 * Never a miss: the file was the point.
 */
const onCaption = (turn: Turn, caption: Untrusted | undefined): void => {
  const step = waiting(turn)
  if (caption === undefined || caption.trim() === '' || step === undefined) return
  if (
    (step.kind === 'text' || step.kind === 'voice' || step.kind === 'identifiers') &&
    answerWords(turn, step, caption)
  )
    return
  if (isTelling(turn, caption)) tell(turn, caption)
}

/**
 * One question at a time: where the one for the file is asked at once, what its caption answers is
 * kept without another.
 */
const onWaiting = (
  turn: Turn,
  { why, caption }: Extract<ConversationInput, { kind: 'media_waits' }>,
): void => {
  turn.muted = asksForFile(turn, why)
  onCaption(turn, caption)
  turn.muted = false
  askForFile(turn, why)
}

const onInput = (turn: Turn, input: ConversationInput, late: boolean, switched: boolean): void => {
  switch (input.kind) {
    case 'start':
      return late ? pickUp(turn, true) : proceed(turn, true)
    case 'text':
      return onText(turn, input, late, switched)
    case 'press':
      return onPress(turn, input.token)
    case 'media':
      return onMedia(turn, input)
    case 'media_waits':
      return onWaiting(turn, input)
    case 'media_refused':
      return onCaption(turn, input.caption)
    case 'forwarded':
    case 'contact':
    case 'place':
      return onShared(turn, input, late)
    case 'command':
      return obey(turn, fromPlatform(input.command))
    case 'reaction':
      return input.means === 'urgent' ? obey(turn, 'urgent') : undefined
    case 'unsupported':
      return sayUnread(turn, input.what)
    case 'resume':
      return input.inDanger === true ? callInDanger(turn) : pickUp(turn)
    case 'settled':
      return settleFiles(turn, input.quiet === true)
    case 'alarm':
    case 'edited':
      return
    default:
      return never(input)
  }
}

/**
 * Whether a message is nothing but an option of the waiting question: then the option says what is
 * to be done.
 */
const namesOption = (turn: Turn, input: ConversationInput): boolean => {
  const step = waiting(turn)
  const words = wordsOf(input)
  const folded = words === undefined ? '' : (foldShort(words) ?? '')
  return step !== undefined && folded !== '' && optionNamed(turn.flow, optionsOf(step), folded) !== undefined
}

/** Said by nobody: a case is gone on with, or its files were sealed. */
const BEGUN_BY_US: ReadonlySet<ConversationInput['kind']> = new Set(['resume', 'settled', 'alarm'] as const)

/** Back from a stop, to the question whether it is safe. */
const isBackLookedOn = ({ flow, state }: Turn, command: FlowCommand | undefined): boolean => {
  const { paused, ...there } = state
  return paused === 'message' && command !== 'stop' && isLookedOn(flow, there)
}

const quietly = (turn: Turn, act: () => void): void => {
  turn.muted = true
  act()
  turn.muted = false
}

const handle = (turn: Turn, input: ConversationInput): void => {
  if (input.kind === 'edited') return onEdited(turn, input)
  if (input.kind === 'reaction' && input.means !== 'urgent')
    return turn.state.unproven === true ? goOn(turn, input, undefined) : answerByReaction(turn, input.means)
  const command = commandOf(turn, input)
  if (command === 'exit') return exit(turn)
  const isCrisis = command === undefined && needsPeople(turn.context.hits ?? [])
  if (turn.state.unproven === true && !isCrisis) return goOn(turn, input, command)
  const switched = followFirstWords(turn, input)
  const hits = turn.context.hits ?? []
  noteWhom(turn, input)
  noteReached(turn, wordsOf(input))
  answerByAge(turn, wordsOf(input))
  if (command === undefined && needsPeople(hits) && !namesOption(turn, input)) {
    const words = wordsOf(input)
    onCrisis(turn, hits, () => {
      if (minorHits(hits).length === 0) noteChild(turn, input)
      noteSeen(turn, words, 'media')
      answer(turn, input, command, switched)
      noteOwnAge(turn, input)
      if (words !== undefined && turn.other === undefined) noteWish(turn, words)
    })
    // A wish to erase in the same breath is remembered, and asked about when the urgent questions are over.
    if (words !== undefined && turn.other === undefined && wantsErase(turn, words))
      emit(turn, { type: 'access_asked', what: 'erase', waits: true })
    // The question for it comes after the urgent ones.
    if (input.kind === 'media_waits') sayOnce(turn, { key: `file-waits-${input.why}` })
    return
  }
  if (minorHits(hits).length === 0) noteChild(turn, input)
  if (isBackLookedOn(turn, command)) comeBack(turn)
  if (turn.other === undefined && !BEGUN_BY_US.has(input.kind) && isLookedOn(turn.flow, turn.state)) {
    whileLookedOn(turn, input, command)
    return quietly(turn, () => {
      noteMinor(turn, minorsMeant(turn, hits, wordsOf(input)), true)
      noteOwnAge(turn, input)
    })
  }
  const isAge =
    command === undefined &&
    (isMinorTold(turn, input) ||
      isAgeTakenBack(turn, input) ||
      isOwnAge(turn, input) ||
      isAdultAgain(turn, input))
  const seen = command === undefined && !isAge ? noteSeen(turn, wordsOf(input), input.kind) : undefined
  const answered = (): void => answer(turn, input, command, switched)
  // A file with such words, before anything was agreed to: it is kept, and nothing else is asked.
  if (seen === 'noted' && !consentGiven(turn.flow, turn.state) && !turn.state.urgent) quietly(turn, answered)
  else if (!isAge && seen !== 'settled' && seen !== 'alone') answered()
  if (seen === 'noted') askSeen(turn)
  if (command === 'human') answerByPerson(turn)
  noteMinor(turn, minorsMeant(turn, hits, wordsOf(input)))
  noteOwnAge(turn, input)
  const text = input.kind === 'text' ? input.text : ''
  if (seen !== 'alone') askCheck(turn, seen !== undefined && holdsCry(turn.flow, text))
  offerLanguage(turn, input)
}

export const answer = (
  turn: Turn,
  input: ConversationInput,
  command: FlowCommand | undefined,
  switched: boolean,
): void => {
  if (turn.state.unproven === true) return goOn(turn, input, command)
  const waits = command === undefined ? undefined : waitsFor(turn.flow, turn.state, command)
  // "Mine" is an answer there, and a wish to read what was noted elsewhere.
  if (waits !== undefined && !namesOption(turn, input)) return ask(turn, waits)
  if (turn.state.exited || isWatched(turn.state) || turn.state.locked === true)
    return onHidden(turn, input, command)
  if (turn.state.submitted) return onSubmitted(turn, input, command)
  if (turn.state.asked === 0) return onFirst(turn, input, command)
  const returning = turn.state.paused !== undefined && command !== 'stop'
  if (returning) {
    comeBack(turn)
    if (command === 'continue' || input.kind === 'start') say(turn, { key: 'resumed' })
  }
  onInput(turn, input, returning || silence(turn) >= turn.flow.resumeAfterHours * 3_600_000, switched)
}

/** A caption that tells a child's age lets its file go in the same breath: then nothing says that it waits. */
const dropWaiting = (turn: Turn, input: ConversationInput): void => {
  if (input.kind !== 'media_waits' || mediaAllowed(turn.flow, turn.state) !== 'age') return
  const others = turn.says.filter(({ key }) => !key.startsWith('file-waits-'))
  turn.says.splice(0, turn.says.length, ...others)
}

/**
 * What the bot makes of one thing a person did. Pure; asks at most one question. Called only while
 * the bot may speak (the case's mode). `events` are to be appended after the message's own, `says`
 * rendered in the language the state has after them, and each say recorded as `bot_said` with its
 * key: the state counts by them what was said already.
 */
export const decideConversation = (
  flow: Flow,
  state: ConversationState,
  input: ConversationInput,
  context: ConversationContext,
): { readonly events: readonly CaseEvent[]; readonly says: readonly Say[] } => {
  const other = otherHands(state, context.decoy === true)
  const turn: Turn = {
    flow,
    context,
    state,
    events: [],
    says: [],
    muted: false,
    ...(other === undefined ? {} : { other }),
  }
  const words = wordsOf(input)
  const step = findStep(flow, flow.adult.step)
  const { hits = [], now } = context
  if (words !== undefined && step !== undefined && other === undefined)
    turn.saysMinor = ownMinorOption(flow, step, { text: words, hits, now }) !== undefined
  handle(turn, input)
  sayAgeOpen(turn)
  sayMinorTold(turn)
  dropWaiting(turn, input)
  // Who said that somebody looks on after a cry is not out of reach for who was called.
  if (turn.state.paused === 'word' && turn.state.urgent && isWatched(turn.state)) stayWatched(turn)
  return { events: turn.events, says: sayOnlyWhetherSafe(flow, turn.state, turn.says) }
}
