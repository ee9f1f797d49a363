import type { Untrusted } from '../../base/untrusted.ts'
import { LANGUAGES } from '../../base/language.ts'
import { askCry, callsForHelp, holdsCry } from './ask-cry.ts'
import { answerWorry } from './answer-worry.ts'
import { askForFile } from './answer-files.ts'
import { answerWords } from './answering.ts'
import { callOut, sayArrived } from './called.ts'
import {
  advise,
  askAgain,
  callInDanger,
  chooseLanguage,
  comeBack,
  hearCry,
  obey,
  stayWatched,
  teach,
  wantPeople,
} from './commands.ts'
import { callPeople } from './effects.ts'
import { isWatched } from './gates.ts'
import { lookUp } from './look-up.ts'
import { onOldDanger, soundsDangerous } from './danger.ts'
import type { FlowCommand } from '../../model/flow.ts'
import type { ConversationInput } from './input.ts'
import { linesOf } from './guides.ts'
import { alreadySent, onPress } from './press.ts'
import { answerSaying, hearSaying, sayCry, saySaying, maybeStory } from './saying.ts'
import { addable, correctable, findStep, optionsOf } from './steps.ts'
import { sayLeast } from './least.ts'
import { isTelling, tell, tellsShortly } from './tell.ts'
import { answerPlace } from './place-help.ts'
import type { Say } from './say.ts'
import { readToken, writeToken } from './token.ts'
import { advance, emit, proceed, reopen, say, sayAdded, sayOnce, sayUnread, waiting } from './turn.ts'
import { acknowledge, isShared, onShared } from './shared.ts'
import type { Turn } from './turn.ts'
import {
  foldShort,
  isCourtesy,
  isMarks,
  isNo,
  isYes,
  languageNamed,
  lessonNamed,
  optionNamed,
} from './words.ts'
import { isWorry } from '../../model/worry.ts'

/** The words a message carries. */
export const wordsOf = (input: ConversationInput): Untrusted | undefined =>
  input.kind === 'text'
    ? input.text
    : input.kind === 'media' || input.kind === 'media_refused' || input.kind === 'media_waits'
      ? input.caption
      : undefined

/** A line of the list shown last, where that is not the open question's. True where it was one. */
export const pickMenu = (turn: Turn, folded: string): boolean => {
  const number = /^\d{1,2}$/.test(folded) ? Number(folded) : undefined
  if (turn.state.menu === 'place') {
    const answer =
      number === 1 || isYes(turn.flow, folded)
        ? 'yes'
        : number === 2 || isNo(turn.flow, folded)
          ? 'no'
          : undefined
    if (answer !== undefined) return (answerPlace(turn, answer), true)
  }
  // "No" under a list of languages leaves it as it is, and answers nothing that was asked before.
  if (turn.state.menu === 'language' && isNo(turn.flow, folded)) return (proceed(turn), true)
  if (turn.state.menu === undefined || number === undefined) return false
  const language = turn.state.menu === 'language' ? LANGUAGES[number - 1] : undefined
  if (language !== undefined) return (chooseLanguage(turn, language), true)
  const lesson = turn.state.menu === 'lessons' ? turn.flow.lessons[number - 1] : undefined
  if (lesson !== undefined) return (teach(turn, lesson.id), true)
  if (turn.state.menu.startsWith('guide')) {
    const line = readToken(linesOf(turn.flow, turn.state)[number - 1]?.token ?? '')
    if (line?.kind === 'guide') advise(turn, line.what, line.at, line.later)
    return line?.kind === 'guide'
  }
  const { menu } = turn.state
  const lines = menu === 'correct' ? correctable : menu === 'add' ? addable : undefined
  const step = lines?.(turn.flow, turn.state)[number - 1]
  if (step !== undefined) reopen(turn, step, 'edit')
  return step !== undefined
}

/** Heard whatever the conversation's state: before anything was asked, hidden, paused. */
const CALLING: ReadonlySet<FlowCommand> = new Set(['human', 'urgent', 'erase'])

const isGreeting = (turn: Turn, input: ConversationInput, folded: string | undefined): boolean =>
  input.kind === 'start' || (folded !== undefined && folded !== '' && isCourtesy(turn.flow, folded))

/**
 * Nobody asked anything yet: greet with the first question; what was told already is kept, so that
 * it need not be told twice.
 */
export const onFirst = (turn: Turn, input: ConversationInput, command: FlowCommand | undefined): void => {
  const words = wordsOf(input)
  const isCry = input.kind === 'text' && input.cry !== undefined
  const heard = words === undefined || isCry ? undefined : hearSaying(turn, words)
  const folded = words === undefined ? undefined : foldShort(words)
  const language = folded === undefined || folded === '' ? undefined : languageNamed(turn.flow, folded)
  const lesson = folded === undefined || folded === '' ? undefined : lessonNamed(turn.flow, folded)
  if (folded !== undefined && folded !== '' && pickMenu(turn, folded)) return
  // "Help" as the first word of all is a cry like others.
  const isBare = input.kind === 'text' && (input.cry === 'alone' || command === 'help')
  if (isBare && askCry(turn, input.text)) return
  if (input.kind === 'text' && input.cry !== undefined) sayOnce(turn, { key: 'cry-heard' })
  if (command === 'learn' || command === 'advice') return obey(turn, command)
  if (command === 'verify' || heard?.saying.does === 'verify') {
    // Who asks who this is reads that first, and then what is said to everybody.
    say(turn, { key: 'who-we-are' })
    return advance(turn)
  }
  if (lesson !== undefined) return teach(turn, lesson)
  if (command !== undefined && CALLING.has(command)) {
    obey(turn, command)
    // The urgent questions stand already.
    if (turn.state.urgent) return
  } else if (input.kind === 'press') {
    const token = readToken(input.token)
    if (token?.kind === 'language') return chooseLanguage(turn, token.language)
    if (token?.kind === 'lesson') return teach(turn, token.lesson)
    if (token?.kind === 'guide') return advise(turn, token.what, token.at, token.later)
  } else if (language !== undefined) return chooseLanguage(turn, language)
  else if (command === 'language') return obey(turn, command)
  else if (
    input.kind === 'text' &&
    input.cry === undefined &&
    heard?.asked !== true &&
    lookUp(turn, input.text)
  ) {
    // Who asked in the first words is answered, and then greeted; who reads on is left to it, and who was
    // asked what they mean is asked nothing else.
    if (turn.state.menu?.startsWith('guide') === true || turn.says.at(-1)?.key === 'guides-near') return
  } else if (isGreeting(turn, input, folded) && askAgain(turn)) return
  else if (words !== undefined && heard?.alone === true) {
    // The first question greets by itself.
    if (maybeStory(turn, heard, words)) tell(turn, words)
    if (heard.saying.weak !== true) answerSaying(turn, heard, words)
    if (heard.saying.quiet === true || turn.state.urgent || turn.state.paused !== undefined) return
  } else if (words !== undefined && (isTelling(turn, words) || tellsShortly(turn, words))) {
    if (heard !== undefined) saySaying(turn, heard.saying)
    tell(turn, words)
  } else if (input.kind === 'unsupported') sayUnread(turn, input.what)
  else if (isShared(input)) acknowledge(turn, input)
  advance(turn)
  if (input.kind === 'media_waits') sayOnce(turn, { key: `file-waits-${input.why}` })
}

/** Words about the open question: where there is none they are words like others. */
const PASSING: ReadonlySet<FlowCommand> = new Set(['back', 'skip', 'unknown', 'done'])

/** The case is with people: what comes is added, and said so once. */
export const onSubmitted = (turn: Turn, input: ConversationInput, command: FlowCommand | undefined): void => {
  if (input.kind === 'press') return onPress(turn, input.token)
  if (input.kind === 'resume' && input.inDanger === true) return callInDanger(turn)
  if (input.kind === 'resume' || input.kind === 'settled' || input.kind === 'alarm') return
  if (input.kind === 'start') return alreadySent(turn)
  const words = wordsOf(input)
  const folded = words === undefined ? '' : (foldShort(words) ?? '')
  if (folded !== '' && pickMenu(turn, folded)) return
  const language = folded === '' ? undefined : languageNamed(turn.flow, folded)
  const step = waiting(turn)
  if (input.kind === 'text' && input.cry !== undefined) {
    if (input.cry === 'alone' && turn.state.urgent) return callOut(turn)
    if (input.cry === 'alone' && askCry(turn, input.text)) return
    sayCry(turn)
    if (input.cry === 'alone') return obey(turn, 'status')
  }
  if (input.kind === 'text' && isMarks(input.text)) return sayArrived(turn)
  if (command !== undefined && (step !== undefined || !PASSING.has(command))) return obey(turn, command)
  if (language !== undefined) return chooseLanguage(turn, language)
  const lesson = folded === '' ? undefined : lessonNamed(turn.flow, folded)
  if (lesson !== undefined) return teach(turn, lesson)
  // Urgent questions, and the one whether the person is safe, are asked of a case that was sent as well.
  const isEarlier = input.kind === 'text' && input.earlier === true
  if (step !== undefined && input.kind === 'text' && !isEarlier && isWorry(step.id))
    return answerWorry(turn, step, input.text)
  const heard = words === undefined ? undefined : hearSaying(turn, words)
  if (heard?.alone === true && words !== undefined) return answerSaying(turn, heard, words)
  if (heard !== undefined) saySaying(turn, heard.saying)
  if (step !== undefined && words !== undefined && !isEarlier && answerWords(turn, step, words)) return
  if (input.kind === 'unsupported') return sayUnread(turn, input.what)
  if (input.kind === 'media_waits') return askForFile(turn, input.why)
  if (input.kind === 'media_refused' && words === undefined) return
  if (isShared(input)) return onShared(turn, input, false)
  if (input.kind === 'text' && input.cry === undefined && lookUp(turn, input.text)) return
  if (askAgain(turn)) return
  // What is added later is read as well: nobody is left without a word.
  if (turn.says.length > 0) return
  if (turn.state.said.includes('added-to-case') && words !== undefined) say(turn, { key: 'saying-noted' })
  else sayAdded(turn)
}

/** Whether it is safe, before anything is shown in a chat that was stopped because somebody watches. */
export const sayWatched = (): Say => ({
  key: 'watched-ask',
  choices: (['continue', 'stop'] as const).map((does) => ({
    label: `control-watched-${does}`,
    token: writeToken({ kind: 'command', command: does }),
  })),
})

/** What a message means while somebody may look on: the word of return, or an answer to what it brings up. */
const wishWatched = (
  turn: Turn,
  input: ConversationInput,
  command: FlowCommand | undefined,
): 'return' | 'safe' | 'no' | undefined => {
  const isAsked = turn.state.said.includes('watched-ask')
  const token = input.kind === 'press' ? readToken(input.token) : undefined
  const pressed = token?.kind === 'command' ? token.command : undefined
  const words = wordsOf(input)
  const folded = words === undefined ? '' : (foldShort(words) ?? '')
  if (pressed === 'stop' || command === 'stop') return 'no'
  if (isAsked && (pressed === 'continue' || folded === '1' || isYes(turn.flow, folded))) return 'safe'
  if (isAsked && (folded === '2' || isNo(turn.flow, folded))) return 'no'
  // "I am alone now" asks for no more than whether it is safe, as the word of return does.
  const { discreet } = turn.flow
  const device = findStep(turn.flow, discreet.step)
  const named =
    device === undefined || folded === '' ? undefined : optionNamed(turn.flow, optionsOf(device), folded)
  const isAlone = named !== undefined && !discreet.options.includes(named)
  const isReturn =
    (isAlone && !isYes(turn.flow, folded)) ||
    pressed === 'continue' ||
    command === 'continue' ||
    input.kind === 'start' ||
    folded === '1'
  return isReturn ? 'return' : undefined
}

const goOn = (turn: Turn): void => {
  comeBack(turn)
  say(turn, { key: 'resumed' })
  if (!turn.state.submitted || turn.state.urgent) proceed(turn)
}

/** People are called, and whoever looks on, or has the phone, reads no more than that somebody comes. */
const callUnseen = (turn: Turn, why: 'danger' | 'person'): void => {
  hearCry(turn)
  callPeople(turn, why, undefined)
  sayLeast(turn)
}

const isCryIn = ({ flow }: Turn, input: ConversationInput): boolean =>
  input.kind === 'text' && (callsForHelp(flow, input.text) || holdsCry(flow, input.text))

/** Whether words call for help, or sound like a danger: elsewhere it is asked about, here somebody is called. */
const isCryHere = (turn: Turn, input: ConversationInput, command: FlowCommand | undefined): boolean =>
  command === 'urgent' || isCryIn(turn, input) || soundsDangerous(turn)

/**
 * Stopped because somebody watches. The word of return stands in the chat, and whoever watches can write
 * it: before anything is said it is asked whether it is safe, and only a yes to that goes on.
 */
const onWatched = (turn: Turn, input: ConversationInput, command: FlowCommand | undefined): void => {
  const wish = wishWatched(turn, input, command)
  if (wish === 'safe') return goOn(turn)
  if (wish === 'return') return say(turn, sayWatched())
  if (isCryHere(turn, input, command)) return callUnseen(turn, 'danger')
  if (command === 'human') return (wantPeople(turn), callUnseen(turn, 'person'))
  // Asked anew the next time.
  if (wish === 'no' && turn.state.watched === true) stayWatched(turn)
  else if (wish === 'no') emit(turn, { type: 'conversation_paused', until: 'word' })
  if (input.kind !== 'resume') sayOnce(turn, { key: 'paused-again' })
}

/** Hidden, or stopped because somebody watches: only a word of return counts, or the wish for a person. */
export const onHidden = (turn: Turn, input: ConversationInput, command: FlowCommand | undefined): void => {
  const watched = isWatched(turn.state)
  if (input.kind === 'press' && onOldDanger(turn, input.token, true))
    return watched ? callUnseen(turn, 'danger') : undefined
  if (watched) return onWatched(turn, input, command)
  // A cry out of a chat that was left is heard there as well, and opens nothing.
  if (command === undefined && isCryIn(turn, input)) return callUnseen(turn, 'danger')
  if (command !== undefined && CALLING.has(command)) return obey(turn, command)
  if (command === 'continue' || input.kind === 'start') return goOn(turn)
  // Who cried here is not left alone with it: that more came is said once, in words that tell nothing.
  const isAfterCry = !turn.state.exited && turn.state.called.danger
  if (isAfterCry && input.kind === 'text' && command === undefined) sayOnce(turn, { key: 'go-on-kept-too' })
}
