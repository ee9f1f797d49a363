import { readAge } from './age.ts'
import { answerInOwnWords } from './own-answer.ts'
import { answerWords, isWholeAnswer } from './answering.ts'
import { choicesOf } from './ask.ts'
import { askCry } from './ask-cry.ts'
import { askedOfUs } from './asked-of-us.ts'
import { callOut, sayArrived } from './called.ts'
import { doorStep, isLeftOpen } from './gates.ts'
import { chooseLanguage, miss, obey, offerHuman, pass, teach } from './commands.ts'
import { nameLine } from './lines.ts'
import { onOldNumber } from './old-number.ts'
import { lookUp } from './look-up.ts'
import { takesOffer } from './follow-letters.ts'
import { asks, isQuestion } from './guide-asked.ts'
import { hasten } from './hasten.ts'
import type { Step } from '../../model/flow.ts'
import type { ConversationInput } from './input.ts'
import { answerNotSafe, answerWorry } from './answer-worry.ts'
import { CRY_WORRY, isWorry } from '../../model/worry.ts'
import { pickMenu } from './stages.ts'
import { answerSaying, hearSaying, isAfraid, maybeStory, sayCry, sayHere, saySaying } from './saying.ts'
import type { Untrusted } from '../../base/untrusted.ts'
import { latinDigits } from '../../text/fold.ts'
import { isDoubtedNumber } from './pick-age.ts'
import { passAlone, passWords } from './pass-words.ts'
import { nextStep, optionsOf } from './steps.ts'
import { hasStem, addsToStory, isTelling, onlyAsks, prefill, tell, tellsShortly } from './tell.ts'
import { pickUp, proceed, putAgain, sayOnce, saySoftly, waiting } from './turn.ts'
import type { Turn } from './turn.ts'
import { mayBeOfOther } from './whom.ts'
import {
  beginsAnswer,
  commandIn,
  foldShort,
  isCourtesy,
  isMarks,
  isNo,
  isPlea,
  isPointing,
  isYes,
  languageNamed,
  lessonNamed,
  optionNamed,
} from './words.ts'

/** The next of the urgent questions, where it takes words. */
const urgentWords = (turn: Turn): Step | undefined => {
  const next = nextStep(turn.flow, turn.state)
  return next?.lane === 'urgent' && (next.kind === 'text' || next.kind === 'identifiers') ? next : undefined
}

/** Consent that a file waits for, once it was left open: a yes is enough where nothing else is asked. */
const leftConsent = ({ flow, state }: Turn): Step | undefined => {
  const door = state.waits.length > 0 ? doorStep(flow, state) : undefined
  return isLeftOpen(flow, state, door) ? door : undefined
}

export const onText = (
  turn: Turn,
  input: Extract<ConversationInput, { kind: 'text' }>,
  late: boolean,
  switched: boolean,
): void => {
  const { text, cry, earlier } = input
  if (text.trim() === '') return
  const step = waiting(turn)
  const isHeard = turn.state.said.includes('cry-heard')
  const folded = foldShort(text) ?? ''
  const begs = isPlea(turn.flow, folded)
  if ((cry === 'alone' || begs) && turn.state.urgent) return callOut(turn)
  if (cry === 'alone' && askCry(turn, text)) return
  if (cry !== undefined) sayCry(turn)
  if (isMarks(text)) return sayArrived(turn, late)
  if (cry === 'alone' && isHeard && step !== undefined && !late) return saySoftly(turn, step)
  if (cry === 'alone') return late ? pickUp(turn) : proceed(turn)
  if (folded !== '' && pickMenu(turn, folded)) return
  if (cry === undefined && earlier !== true && nameLine(turn, step, text)) return
  if (step !== undefined && earlier !== true && onOldNumber(turn, step, folded)) return
  const lesson = folded === '' ? undefined : lessonNamed(turn.flow, folded)
  if (lesson !== undefined) return teach(turn, lesson)
  const named =
    step !== undefined && folded !== '' && optionNamed(turn.flow, optionsOf(step), folded) !== undefined
  const isOfUs = cry === undefined && askedOfUs(turn.flow, text) !== undefined
  if (folded !== '' && !named) {
    const command = commandIn(turn.flow, folded)
    if (command === 'help' && step?.id === CRY_WORRY && askCry(turn, text)) return
    // "Is this safe?" is answered like any question: the one that stands stays under it.
    if (command !== undefined && !(command === 'verify' && isOfUs)) {
      // Before anything is sent there is no state to tell, and what was asked has its answer.
      const isEarly = command === 'status' && !turn.state.submitted && !turn.state.urgent
      const meant = isEarly ? hearSaying(turn, text) : undefined
      if (meant?.alone === true) return answerSaying(turn, meant, text)
      // "I want a woman" calls somebody, and says whom.
      if (command === 'human' && consented(turn)) prefill(turn, text)
      obey(turn, command)
      // Who is in danger and asks who we are is not left without the question that stands.
      if (command === 'verify' && step?.lane === 'urgent' && turn.state.urgent) putAgain(turn, step)
      return
    }
    const language = languageNamed(turn.flow, folded)
    if (language !== undefined) return chooseLanguage(turn, language)
  }
  const left = step === undefined && isYes(turn.flow, folded) ? leftConsent(turn) : undefined
  if (left !== undefined && earlier !== true && answerWords(turn, left, text)) return
  if (step !== undefined && earlier !== true && isWorry(step.id)) return answerWorry(turn, step, text)
  if (!named && folded !== '' && hasten(turn, folded)) return
  const isWanted =
    step !== undefined && !isQuestion(turn.flow, text) && beginsAnswer(step, foldShort(text) ?? '')
  if (!named && cry === undefined && !isOfUs && !isWanted && lookUp(turn, text)) return
  const offer = named ? undefined : takesOffer(turn, folded)
  if (offer !== undefined) return chooseLanguage(turn, offer)
  if (step === undefined) {
    const heard = cry === undefined ? hearSaying(turn, text) : undefined
    if (heard?.alone === true) answerSaying(turn, heard, text)
    else if (heard !== undefined) saySaying(turn, heard.saying)
    if (heard?.alone === true && heard.saying.quiet === true) return
    if (late) pickUp(turn)
    else proceed(turn)
    return turn.state.urgent && turn.says.length === 0 ? sayHere(turn) : undefined
  }
  // "Hello" and "thank you" are neither an answer nor a mistake.
  if (!named && folded !== '' && isCourtesy(turn.flow, folded)) return late ? pickUp(turn) : proceed(turn)
  if (!named && isPointing(turn.flow, folded)) return late ? pickUp(turn) : saySoftly(turn, step)
  // "No" to what happened tells nothing: it is left, and a yes is asked for what it was.
  if (step.id === turn.flow.story.step && isNo(turn.flow, folded)) return pass(turn, 'skip')
  if (step.id === turn.flow.story.step && isYes(turn.flow, folded)) return proceed(turn)
  if (cry === undefined && earlier !== true && !named && answerNotSafe(turn, step, text)) return
  if (cry === undefined && earlier !== true && !named && passAlone(turn, step, text)) return
  const heard = cry === undefined && !isWanted ? hearSaying(turn, text) : undefined
  if (cry === undefined && earlier !== true && passWords(turn, step, text, heard)) return
  const isWords = step.kind === 'text' || step.kind === 'voice' || step.kind === 'identifiers'
  if (heard?.alone === true && !isWholeAnswer(turn.flow, step, text, turn.context.now)) {
    // What is said of the matter may answer a choice as well ("it is my cousin").
    const { does, quiet, tells, notes } = heard.saying
    // Nothing more is said to words that answer the question and ask for nothing, whatever they sound
    // like ("no, nobody hurts me").
    const isMeant = heard.asked === true || (tells === true && heard.firm) || isQuestion(turn.flow, text)
    if (!isWords && !isMeant && earlier !== true && answerWords(turn, step, text)) return
    if (heard.saying.together !== undefined) tell(turn, text)
    if (does !== undefined || heard.asked === true) return answerSaying(turn, heard, text)
    const isTold = tells === true && addsToStory(turn, step)
    if (isTold) tell(turn, text)
    const before = turn.says.length
    saySaying(turn, heard.saying)
    // What tells of the matter is the story as well ("he wants money and I am afraid"), and in
    // danger no words are turned away, but for a wish that is kept as one ("do not write at night").
    const tellsMore = tells === true || (step.lane === 'urgent' && quiet !== true && notes === undefined)
    const isAnswered =
      !isWords || tellsMore || (consented(turn) && !onlyAsks(turn, text) && prefill(turn, text))
    if (isAnswered && earlier !== true && answerWords(turn, step, text)) return
    turn.says.splice(before)
    if (!isTold && earlier !== true && heard.saying.together === undefined && maybeStory(turn, heard, text))
      keep(turn, text)
    else if (tells === true && consented(turn)) prefill(turn, text)
    // What was read may say that somebody looks on: then nothing more is said.
    return turn.state.paused === undefined ? answerSaying(turn, heard, text) : undefined
  }
  if (heard !== undefined && !heard.alone) saySaying(turn, heard.saying)
  if (earlier !== true && answerWords(turn, step, text)) return
  // What may be a danger is asked about, and stands on no card as what somebody wants.
  const isFeared = isAfraid(turn, text)
  const isOwn = earlier !== true && heard === undefined && cry === undefined && !isFeared
  if (isOwn && answerInOwnWords(turn, step, text)) return
  // Who is in danger and asked for the age because of a file may write what happens instead.
  const aside = turn.state.urgent && step.lane === undefined ? urgentWords(turn) : undefined
  if (aside !== undefined && answerWords(turn, aside, text)) return
  // A question that nobody here can answer is kept for people, and is no mistake.
  const telling =
    isFeared ||
    isTelling(turn, text) ||
    tellsShortly(turn, text) ||
    (consented(turn) && asksPeople(turn, text))
  const aBit = !telling && consented(turn) && tellsABit(turn, step, text)
  // Who says more than a word before agreeing answers nothing and has done nothing wrong.
  const isAside = step.id === turn.flow.consent.step && folded.includes(' ')
  if (telling || aBit || (isAside && addsToStory(turn, step))) tell(turn, text)
  // "A million and a half" a question too late is an answer all the same.
  const noted = consented(turn) && prefill(turn, text)
  if (turn.state.paused !== undefined) return
  if (late) pickUp(turn)
  else if (switched || earlier === true || cry !== undefined) proceed(turn)
  else if (noted && !telling) proceed(turn)
  else if (
    heard !== undefined ||
    isAside ||
    (telling && (step.required === true || turn.state.said.includes('words-kept')))
  )
    saySoftly(turn, step)
  // Of pieces one is met so; who goes on like that is offered a person, as after any other mistake.
  else if ((telling && !turn.state.urgent) || (aBit && !turn.state.said.includes('words-kept')))
    sayOnce(turn, { key: 'words-kept', choices: choicesOf(turn.flow, turn.state, step) })
  else if (aBit) offerHuman(turn, step)
  else miss(turn, step, missedKey(turn, step, text))
}

const PARENT = 30

/** What is said to words that are no answer of a question. */
const missedKey = (turn: Turn, step: Step, text: Untrusted) => {
  // Who gives their own age for somebody else has understood the question, and is asked for the other's.
  // A bare number of so many years is a parent's rather than a child's.
  const isParents = Number(latinDigits(text).trim()) >= PARENT
  if (
    step.id === turn.flow.adult.step &&
    mayBeOfOther(turn, text) &&
    (isParents || readAge(text, turn.context.now) !== undefined)
  )
    return 'not-understood-whose'
  if (isDoubtedNumber(turn.flow, step, text)) return 'not-understood-age'
  return step.kind === 'amount' || step.kind === 'time' || step.kind === 'media' || step.kind === 'review'
    ? (`not-understood-${step.kind}` as const)
    : 'not-understood'
}

/**
 * What only sounds like a thing that people say, or names what the questions ask for, may be the story as
 * well: it is kept as such, so that nothing that was told is lost by how it was answered.
 */
const keep = (turn: Turn, text: Untrusted): void => {
  tell(turn, text)
  if (consented(turn)) prefill(turn, text)
}

/**
 * Two words that choose none of what is offered ("I sent it", «دزيتله صورة») are a piece of what happened
 * rather than a mistake: many tell it so, breath by breath.
 */
const tellsABit = (turn: Turn, { kind }: Step, text: string): boolean =>
  (kind === 'choice' || kind === 'choices' || kind === 'identifiers') &&
  !turn.state.urgent &&
  (TWO_WORDS.test(text) || hasStem(turn.flow, text))
const TWO_WORDS = /^\P{L}*\p{L}{2,}\P{L}+\p{L}{2,}/u

/** "What?" asks back, and for nothing. */
const LEAST_WORDS = 3

const asksPeople = (turn: Turn, text: string): boolean =>
  asks(turn.flow, text) && text.trim().split(/\s+/).length >= LEAST_WORDS

const consented = (turn: Turn): boolean => turn.state.answers[turn.flow.consent.step] !== undefined
