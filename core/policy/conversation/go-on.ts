import { answerByAge } from './answer-worry.ts'
import { answerWords, pickPressed } from './answering.ts'
import { BURST, keepFile } from './answer-files.ts'
import { sayLanguages, sayLessons } from './ask.ts'
import { callsForHelp } from './ask-cry.ts'
import { noteMinor, onOldDanger } from './danger.ts'
import { callPeople } from './effects.ts'
import { silence, teach, wantPeople } from './commands.ts'
import type { FlowCommand, Option, Step } from '../../model/flow.ts'
import { consentGiven, isWithTeam } from './gates.ts'
import {
  adviseHere,
  askPlainly,
  choicesHere,
  consentStep,
  isOfReview,
  lineHere,
  openHere,
  openIf,
  reviewOf,
  sendingNamed,
  sentBy,
} from './go-on-asks.ts'
import type { ConversationInput } from './input.ts'
import { leastKey, sayLeast } from './least.ts'
import { minorHits } from './minor.ts'
import { noteChild, noteOwnAge } from './own-age.ts'
import { noteWhom } from './note-whom.ts'
import { minorsMeant } from './whom.ts'
import { isShared, onShared } from './shared.ts'
import { wordsOf } from './stages.ts'
import { sayingKey } from '../../model/keys.ts'
import { asks } from './guide-asked.ts'
import { guideFor } from './look-up.ts'
import { hearSaying } from './saying.ts'
import { callsPeople, findStep, optionsOf, settled } from './steps.ts'
import { tell } from './tell.ts'
import { readToken } from './token.ts'
import { emit, say, saySoftly, type Turn } from './turn.ts'
import type { Untrusted } from '../../base/untrusted.ts'
import { foldShort, isCry, languageNamed, optionNamed } from './words.ts'
import type { Language } from '../../base/language.ts'

/**
 * A chat that was left and that a word alone opened: whoever holds the phone could have written it, and its
 * person was told nothing that would show who it is. It goes on and reads nothing out: what comes is news of
 * the case, and the only questions are those that everybody is asked, in words that do not depend on what was
 * told. Of the review the question whether it shall be sent is left.
 */

const askConsent = (turn: Turn): boolean => {
  const step = consentGiven(turn.flow, turn.state) ? undefined : consentStep(turn)
  if (step !== undefined) askPlainly(turn, step)
  return step !== undefined
}

/** What happened is asked of who has not told it, by the words of the welcome: an answer is theirs. */
const welcome = (turn: Turn): void => {
  say(turn, { key: 'go-on' })
  const { submitted, urgent } = turn.state
  if (submitted || urgent || askConsent(turn)) return
  const story = findStep(turn.flow, turn.flow.story.step)
  if (story !== undefined && !settled(story, turn.state)) openIf(turn, story)
}

/** That it came, and what is needed for somebody to read it: in full once, then in few words. */
const acknowledge = (turn: Turn): void => {
  const { flow, state } = turn
  if (isWithTeam(state)) return say(turn, { key: 'go-on-kept', again: 'go-on-kept-too' })
  const consent = consentGiven(flow, state) ? undefined : consentStep(turn)
  if (consent !== undefined) {
    openIf(turn, consent)
    return saySoftly(turn, consent, choicesHere(turn, consent))
  }
  const review = reviewOf(flow)
  if (review !== undefined) askPlainly(turn, review)
}

/** An answer that everybody gets to what they ask or feel: it depends on nothing that was told. */
const answerPlainly = (turn: Turn, text: Untrusted): void => {
  const heard = hearSaying(turn, text)
  const { answer, does, minors, calls, feeling } = heard?.saying ?? {}
  if (answer === undefined || does !== undefined || minors !== undefined || calls === true) return
  if (feeling === true || heard?.asked === true || asks(turn.flow, text))
    say(turn, { key: sayingKey(answer) })
}

/** What an answer causes is done without a word: its texts depend on what was told. */
const quietly = <T>(turn: Turn, act: () => T): T => {
  const { muted } = turn
  turn.muted = true
  const done = act()
  turn.muted = muted
  return done
}

/** It is sent, and whom the person wishes for is kept where they had not said it before. */
const send = (turn: Turn, option: string): void => {
  const review = reviewOf(turn.flow)
  const sent = sentBy(turn, option)
  if (isWithTeam(turn.state) || review === undefined || sent === undefined) return acknowledge(turn)
  if (!consentGiven(turn.flow, turn.state)) return void askConsent(turn)
  quietly(turn, () => {
    openIf(turn, review)
    pickPressed(turn, review, [sent], true)
  })
  say(turn, { key: 'go-on-kept' })
}

/** What can be read before agreeing is the same for everybody. False where an option shows nothing to read. */
const readHere = (turn: Turn, step: Step, { effects = [] }: Option): boolean => {
  const more = effects.find((effect) => effect.do === 'tell')
  if (more !== undefined) say(turn, { key: more.key, choices: choicesHere(turn, step) })
  else if (effects.some((effect) => effect.do === 'advise')) say(turn, sayLessons(turn.flow))
  else return false
  return true
}

/** An option of the question that waits. False where it is none that can be picked here. */
const pickHere = (turn: Turn, step: Step, option: string): boolean => {
  if (step.kind === 'review' && !isOfReview(turn, option)) return false
  if (step.kind === 'review' && sentBy(turn, option) !== undefined) return (send(turn, option), true)
  const picked = optionsOf(step).find(({ id }) => id === option)
  const isAgents = turn.state.open?.byAgent === true
  if (picked !== undefined && callsPeople(picked) && !isAgents) return (obeyHere(turn, 'urgent'), true)
  if (step.kind !== 'review' && picked?.open === true && readHere(turn, step, picked)) return true
  if (!quietly(turn, () => pickPressed(turn, step, [option], true))) return false
  if (step.kind !== 'review' && consentGiven(turn.flow, turn.state)) welcome(turn)
  else say(turn, { key: 'go-on-left' })
  return true
}

const chooseHere = (turn: Turn, language: Language): void => {
  emit(turn, { type: 'language_chosen', language })
  say(turn, { key: 'language-changed' })
}

const obeyHere = (turn: Turn, command: FlowCommand): void => {
  if (command === 'continue') return welcome(turn)
  if (command === 'human' || command === 'urgent') wantPeople(turn)
  if (command === 'human') return callPeople(turn, 'person', leastKey(turn.state))
  if (command === 'urgent') {
    callPeople(turn, 'danger', undefined)
    return sayLeast(turn)
  }
  if (command === 'language') return say(turn, sayLanguages())
  if (command === 'verify') return say(turn, { key: 'who-we-are' })
  if (command === 'learn' || command === 'advice') return say(turn, sayLessons(turn.flow))
  if (command === 'skip') return say(turn, { key: 'go-on-left' })
  if (command === 'status' || command === 'done') return acknowledge(turn)
  say(turn, { key: 'closed-here' })
}

const pressHere = (turn: Turn, text: string): void => {
  if (onOldDanger(turn, text)) return
  const token = readToken(text)
  const step = openHere(turn)
  if (token?.kind === 'language') return chooseHere(turn, token.language)
  if (token?.kind === 'lesson') return teach(turn, token.lesson)
  if (token?.kind === 'command') return obeyHere(turn, token.command)
  if (token?.kind === 'control' && token.control === 'human') return obeyHere(turn, 'human')
  if (token?.kind === 'guide')
    return adviseHere(turn, token.what, token.at, token.later) ? undefined : say(turn, sayLessons(turn.flow))
  if (token?.kind === 'option' && token.step === step?.id && pickHere(turn, step, token.option)) return
  // A button that sends is no way to read: it does what it says, from whichever message it is pressed.
  if (token?.kind === 'option' && token.step === reviewOf(turn.flow)?.id && sentBy(turn, token.option))
    return send(turn, token.option)
  say(turn, { key: 'closed-here' })
}

/** The option of the question that waits which a short message names, by its words or by its number here. */
const optionIn = (turn: Turn, step: Step, folded: string): string | undefined => {
  const shown = choicesHere(turn, step).filter(({ control }) => control !== true)
  const token = /^\d$/.test(folded) ? readToken(shown[Number(folded) - 1]?.token ?? '') : undefined
  return token?.kind === 'option' ? token.option : optionNamed(turn.flow, optionsOf(step), folded)
}

const namesHere = (turn: Turn, input: ConversationInput): boolean => {
  const step = openHere(turn)
  const folded = input.kind === 'text' ? (foldShort(input.text) ?? '') : ''
  return step !== undefined && folded !== '' && optionIn(turn, step, folded) !== undefined
}

const hearHere = (turn: Turn, text: Untrusted, isFeared: boolean): void => {
  const folded = foldShort(text) ?? ''
  const language = folded === '' ? undefined : languageNamed(turn.flow, folded)
  if (language !== undefined) return chooseHere(turn, language)
  if (lineHere(turn, folded)) return
  const step = openHere(turn)
  const option = step === undefined || folded === '' ? undefined : optionIn(turn, step, folded)
  if (step !== undefined && option !== undefined && pickHere(turn, step, option)) return
  const sending = folded === '' || step?.id === turn.flow.story.step ? undefined : sendingNamed(turn, folded)
  if (sending !== undefined) return send(turn, sending)
  const guide = guideFor(turn, text)
  quietly(turn, () => {
    const takes = step?.id === turn.flow.story.step && answerWords(turn, step, text)
    if (!takes && consentGiven(turn.flow, turn.state)) tell(turn, text)
  })
  if (isFeared || (folded !== '' && isCry(turn.flow, folded))) obeyHere(turn, 'urgent')
  else if (guide === undefined || !adviseHere(turn, guide.what, guide.at)) {
    answerPlainly(turn, text)
    acknowledge(turn)
  }
}

/** Only what it says by itself is read out of a message here; nothing is answered by the way. */
const note = (turn: Turn, input: ConversationInput): void =>
  quietly(turn, () => {
    const hits = turn.context.hits ?? []
    noteWhom(turn, input)
    answerByAge(turn, wordsOf(input))
    if (minorHits(hits).length === 0) noteChild(turn, input)
    noteMinor(turn, minorsMeant(turn, hits, wordsOf(input)), true)
    noteOwnAge(turn, input)
  })

/**
 * One answer to a file, whether it is taken, waits or is refused: which of them it is follows from what was
 * told before. Once for all that come together.
 */
const hearFile = (turn: Turn, isFeared: boolean): void => {
  if (isFeared) return obeyHere(turn, 'urgent')
  if (!turn.state.said.includes('go-on-file') || silence(turn) >= BURST) say(turn, { key: 'go-on-file' })
}

/** A mark under the question that waits, where that one is answered by yes and by no. */
const markHere = (turn: Turn, word: 'yes' | 'no'): void => {
  const step = openHere(turn)
  if (step === undefined || step.kind === 'review') return
  const named = (one: string) => optionNamed(turn.flow, optionsOf(step), one)
  const option = named('yes') === undefined || named('no') === undefined ? undefined : named(word)
  if (option !== undefined) pickHere(turn, step, option)
}

/** One thing that came into such a chat. Danger that calls people goes before it (core/policy/conversation/decide). */
export const goOn = (turn: Turn, input: ConversationInput, command: FlowCommand | undefined): void => {
  note(turn, input)
  const isCalling = command === 'help' && input.kind === 'text' && callsForHelp(turn.flow, input.text)
  if (command !== undefined && !namesHere(turn, input)) return obeyHere(turn, isCalling ? 'urgent' : command)
  // What sounds like danger and is not sure: elsewhere it is asked about, here somebody is called.
  const isFeared = (turn.context.hits ?? []).some(({ hard, label }) => !hard && label !== 'deadline')
  switch (input.kind) {
    case 'text':
      return input.text.trim() === '' ? undefined : hearHere(turn, input.text, isFeared)
    case 'press':
      return pressHere(turn, input.token)
    case 'media':
      quietly(turn, () => keepFile(turn, input.evidence, undefined))
      return hearFile(turn, isFeared)
    case 'media_waits':
    case 'media_refused':
      return hearFile(turn, isFeared)
    case 'unsupported':
      if (isFeared) return obeyHere(turn, 'urgent')
      return say(turn, { key: 'go-on-words' })
    // Where help must come is not told by who may be another: it is kept as a message.
    case 'place':
      return acknowledge(turn)
    case 'forwarded':
    case 'contact':
      quietly(turn, () => isShared(input) && onShared(turn, input, false))
      return acknowledge(turn)
    case 'reaction':
      return input.means === 'urgent' ? undefined : markHere(turn, input.means)
    // Answered before (core/services/access/hidden), and as a command.
    case 'start':
    case 'command':
    case 'resume':
    case 'settled':
    case 'alarm':
    case 'edited':
      return
  }
}
