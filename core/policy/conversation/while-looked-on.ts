import { pick, pickPressed } from './answering.ts'
import { sayQuestion } from './ask.ts'
import { callsForHelp, holdsCry } from './ask-cry.ts'
import { asks } from './guide-asked.ts'
import { keepFile } from './answer-files.ts'
import { soundsDangerous } from './danger.ts'
import { chooseLanguage, obey, pass, silence, wantPeople } from './commands.ts'
import { callPeople } from './effects.ts'
import type { Flow, FlowCommand, Step } from '../../model/flow.ts'
import type { Untrusted } from '../../base/untrusted.ts'
import { hintsIn } from './hints.ts'
import type { ConversationInput } from './input.ts'
import { sayLeast } from './least.ts'
import { sayOnceWhetherSafe } from './looked-on.ts'
import { onPress } from './press.ts'
import { pickPlainly } from './pick.ts'
import { isShared, onShared } from './shared.ts'
import { wordsOf } from './stages.ts'
import { optionsOf } from './steps.ts'
import { isTelling, prefill, tell, tellsShortly } from './tell.ts'
import { readToken } from './token.ts'
import { consentGiven } from './gates.ts'
import { say, waiting, type Turn } from './turn.ts'
import { foldShort, languageNamed } from './words.ts'

/**
 * It was said that others look at the phone, and asked whether it is safe to write from it: until that has a
 * clear answer whoever writes may be another, and who looks on reads all that is said. What comes is kept,
 * danger is answered, and nothing else is said but that question, once more.
 */

/** The option that somebody looks on right now: what stops the chat may be read out of a whole sentence. */
const stopping = (step: Step): readonly string[] =>
  optionsOf(step)
    .filter(({ effects = [] }) => effects.some((effect) => effect.do === 'pause'))
    .map(({ id }) => id)

/** What words clearly answer: an option by its name or number, or anywhere that somebody looks on now. */
const answerIn = (flow: Flow, step: Step, text: string): readonly string[] | undefined => {
  const plainly = pickPlainly(flow, optionsOf(step), text)
  if (plainly !== undefined) return plainly
  const watched = (hintsIn(flow, text).get(step.id) ?? []).filter((id) => stopping(step).includes(id))
  return watched.length > 0 ? watched : undefined
}

/** Kept as told, and not a word of it said. */
const keepQuietly = (turn: Turn, input: ConversationInput): void => {
  const step = waiting(turn)
  turn.muted = true
  if (input.kind === 'media') keepFile(turn, input.evidence, step)
  else if (isShared(input)) onShared(turn, input, false)
  else if (input.kind === 'press') keepPress(turn, input.token)
  const words = wordsOf(input)
  if (words !== undefined) keepWords(turn, words)
  turn.muted = false
}

const keepWords = (turn: Turn, words: Untrusted): void => {
  // Who asks tells nothing, and may be another.
  if (asks(turn.flow, words) || (!isTelling(turn, words) && !tellsShortly(turn, words))) return
  tell(turn, words)
  if (consentGiven(turn.flow, turn.state)) prefill(turn, words)
}

/** A button of an earlier question answers it as ever; one that shows or opens something waits. */
const keepPress = (turn: Turn, text: string): void => {
  const token = readToken(text)
  if (token?.kind === 'option' || token?.kind === 'options') onPress(turn, text)
}

const call = (turn: Turn, why: 'danger' | 'person'): void => {
  callPeople(turn, why, undefined)
  sayLeast(turn)
}

/** An answer to the question whether it is safe. False where it is none. */
const answers = (turn: Turn, input: ConversationInput, step: Step): boolean => {
  if (input.kind === 'press') {
    const token = readToken(input.token)
    const isIts = (token?.kind === 'option' || token?.kind === 'options') && token.step === step.id
    if (!isIts) return false
    return pickPressed(turn, step, token.kind === 'option' ? [token.option] : token.options, true)
  }
  if (input.kind !== 'text' || input.earlier === true) return false
  const picked = answerIn(turn.flow, step, input.text)
  return picked !== undefined && pick(turn, step, picked, true)
}

const isDangerPressed = ({ flow }: Turn, input: ConversationInput): boolean => {
  const token = input.kind === 'press' ? readToken(input.token) : undefined
  if (token?.kind !== 'option') return false
  const option = flow.steps
    .filter(({ id }) => id === token.step)
    .flatMap((step) => [...optionsOf(step)])
    .find(({ id }) => id === token.option)
  return option?.effects?.some((effect) => effect.do === 'urgent') === true
}

/** Commands that are obeyed all the same: they show nothing of what was told. */
const OBEYED: ReadonlySet<FlowCommand> = new Set<FlowCommand>(['stop', 'language'])

/** One thing that came while it is not known who looks on; danger that calls people for sure goes before it. */
export const whileLookedOn = (
  turn: Turn,
  input: ConversationInput,
  command: FlowCommand | undefined,
): void => {
  const step = waiting(turn)
  if (step === undefined || answers(turn, input, step)) return
  const pressed = input.kind === 'press' ? readToken(input.token) : undefined
  const wish =
    command ??
    (pressed?.kind === 'command' ? pressed.command : undefined) ??
    (pressed?.kind === 'control' && pressed.control === 'human' ? 'human' : undefined)
  const words = input.kind === 'text' ? input.text : undefined
  const language = words === undefined ? undefined : languageNamed(turn.flow, foldShort(words) ?? '')
  if (isDangerPressed(turn, input)) return onPress(turn, input.kind === 'press' ? input.token : '')
  if (wish === undefined || words === undefined) keepQuietly(turn, input)
  const isCry = words !== undefined && (callsForHelp(turn.flow, words) || holdsCry(turn.flow, words))
  if (wish === 'urgent' || isCry || soundsDangerous(turn)) return call(turn, 'danger')
  if (wish === 'human') return (wantPeople(turn), call(turn, 'person'))
  if (wish === 'unknown') return pass(turn, 'unknown')
  if (wish !== undefined && OBEYED.has(wish)) return obey(turn, wish)
  if (pressed?.kind === 'language') return chooseLanguage(turn, pressed.language)
  if (language !== undefined) return chooseLanguage(turn, language)
  // Its words were written before the question: it stands newest in the chat.
  if (input.kind === 'text' && input.earlier === true) return
  if (turn.says.length > 0) return
  const { flow, state } = turn
  if (silence(turn) >= flow.askAgainAfterMinutes * 60_000) say(turn, sayQuestion(flow, state, step))
  else for (const one of sayOnceWhetherSafe(flow, state)) say(turn, one)
}
