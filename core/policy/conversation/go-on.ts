import { answerByAge } from './answer-worry.ts'
import { answerWords, pickPressed } from './answering.ts'
import { keepFile } from './answer-files.ts'
import { choicesOf, sayLanguages, sayLessons, sayQuestion } from './ask.ts'
import { noteMinor, onOldDanger } from './danger.ts'
import { callPeople } from './effects.ts'
import { teach, wantPeople } from './commands.ts'
import type { Flow, FlowCommand, Option, Step } from '../../model/flow.ts'
import { consentGiven, doorStep, isWithTeam } from './gates.ts'
import type { ConversationInput } from './input.ts'
import { minorHits } from './minor.ts'
import { noteChild, noteOwnAge } from './own-age.ts'
import { noteWhom } from './note-whom.ts'
import { isShared, onShared } from './shared.ts'
import { wordsOf } from './stages.ts'
import { sayingKey } from '../../model/keys.ts'
import { asks } from './guide-asked.ts'
import { hearSaying } from './saying.ts'
import type { Choice } from './say.ts'
import { callsPeople, findStep, optionsOf, settled } from './steps.ts'
import { tell } from './tell.ts'
import { readToken } from './token.ts'
import { emit, putOpen, say, saySoftly, waiting, type Turn } from './turn.ts'
import type { Untrusted } from '../../base/untrusted.ts'
import { foldShort, isCry, languageNamed, optionNamed } from './words.ts'
import type { Language } from '../../base/language.ts'

/**
 * A chat that was left and that a word alone opened: whoever holds the phone could have written it, and its
 * person was told nothing that would show who it is. It goes on and reads nothing out: what comes is news of
 * the case, and the only questions are those that everybody is asked, in words that do not depend on what was
 * told. Of the review the question whether it shall be sent is left.
 */

/** Of the review: neither what it shows, nor what would show or take out more of it. */
const OF_REVIEW: ReadonlySet<string> = new Set(['send', 'keep'])

/** The question that waits here, if it is one of those that tell nothing, or one that an agent put here. */
const openHere = (turn: Turn): Step | undefined => {
  const { consent, adult, story } = turn.flow
  const step = waiting(turn)
  const isPlain = step !== undefined && [consent.step, adult.step, story.step].includes(step.id)
  return isPlain || step?.kind === 'review' || turn.state.open?.byAgent === true ? step : undefined
}

const reviewOf = (flow: Flow): Step | undefined => flow.steps.find(({ kind }) => kind === 'review')

const choicesHere = ({ flow, state }: Turn, step: Step): readonly Choice[] =>
  choicesOf(flow, state, step).filter(({ token }) => {
    const read = readToken(token)
    return read?.kind === 'option' && (step.kind !== 'review' || OF_REVIEW.has(read.option))
  })

/** It waits from now on, unless it does already: asked anew it would come in full again. */
const openIf = (turn: Turn, step: Step): void => {
  if (waiting(turn)?.id !== step.id) putOpen(turn, step)
}

/** Asked in the words of everybody. */
const askPlainly = (turn: Turn, step: Step): void => {
  openIf(turn, step)
  const choices = choicesHere(turn, step)
  if (step.kind === 'review')
    return say(
      turn,
      turn.state.said.includes('go-on-send')
        ? { key: 'go-on-send-too', again: 'go-on-kept-too', choices }
        : { key: 'go-on-send', choices },
    )
  say(turn, { ...sayQuestion(turn.flow, turn.state, step), choices })
}

const askConsent = (turn: Turn): boolean => {
  const step = consentGiven(turn.flow, turn.state) ? undefined : findStep(turn.flow, turn.flow.consent.step)
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
  const consent = consentGiven(flow, state) ? undefined : findStep(flow, flow.consent.step)
  if (consent !== undefined) {
    openIf(turn, consent)
    return saySoftly(turn, consent, choicesHere(turn, consent))
  }
  const review = reviewOf(flow)
  if (review !== undefined) askPlainly(turn, review)
}

/** An answer that everybody gets to what they ask or feel: it depends on nothing that was told. */
const answerPlainly = (turn: Turn, text: Untrusted): void => {
  const { answer, does, minors, calls, feeling } = hearSaying(turn, text)?.saying ?? {}
  if (answer === undefined || does !== undefined || minors !== undefined || calls === true) return
  if (feeling === true || asks(turn.flow, text)) say(turn, { key: sayingKey(answer) })
}

/** What an answer causes is done without a word: its texts depend on what was told. */
const quietly = <T>(turn: Turn, act: () => T): T => {
  const { muted } = turn
  turn.muted = true
  const done = act()
  turn.muted = muted
  return done
}

const afterReview = (turn: Turn, option: string): void =>
  say(turn, option === 'send' ? { key: 'go-on-kept' } : { key: 'go-on-left' })

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
  if (step.kind === 'review' && !OF_REVIEW.has(option)) return false
  const picked = optionsOf(step).find(({ id }) => id === option)
  const isAgents = turn.state.open?.byAgent === true
  if (picked !== undefined && callsPeople(picked) && !isAgents) return (obeyHere(turn, 'urgent'), true)
  if (step.kind !== 'review' && picked?.open === true && readHere(turn, step, picked)) return true
  if (!quietly(turn, () => pickPressed(turn, step, [option], true))) return false
  if (step.kind === 'review') afterReview(turn, option)
  else if (consentGiven(turn.flow, turn.state)) welcome(turn)
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
  if (command === 'human') return callPeople(turn, 'person', 'hidden-called')
  if (command === 'urgent') {
    callPeople(turn, 'danger', undefined)
    return say(turn, { key: 'hidden-called' })
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
  if (token?.kind === 'option' && token.step === step?.id && pickHere(turn, step, token.option)) return
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
  const step = openHere(turn)
  const option = step === undefined || folded === '' ? undefined : optionIn(turn, step, folded)
  if (step !== undefined && option !== undefined && pickHere(turn, step, option)) return
  quietly(turn, () => {
    const takes = step?.id === turn.flow.story.step && answerWords(turn, step, text)
    if (!takes && consentGiven(turn.flow, turn.state)) tell(turn, text)
  })
  if (isFeared || (folded !== '' && isCry(turn.flow, folded))) obeyHere(turn, 'urgent')
  else {
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
    noteMinor(turn, hits, true)
    noteOwnAge(turn, input)
  })

const takeFile = (
  turn: Turn,
  input: Extract<ConversationInput, { kind: 'media' }>,
  isFeared: boolean,
): void => {
  quietly(turn, () => keepFile(turn, input.evidence, undefined))
  if (isFeared) obeyHere(turn, 'urgent')
  else acknowledge(turn)
}

/** One thing that came into such a chat. Danger that calls people goes before it (core/policy/conversation/decide). */
export const goOn = (turn: Turn, input: ConversationInput, command: FlowCommand | undefined): void => {
  note(turn, input)
  if (command !== undefined && !namesHere(turn, input))
    return obeyHere(turn, command === 'help' ? 'urgent' : command)
  // What sounds like danger and is not sure: elsewhere it is asked about, here somebody is called.
  const isFeared = (turn.context.hits ?? []).some(({ hard, label }) => !hard && label !== 'deadline')
  switch (input.kind) {
    case 'text':
      return input.text.trim() === '' ? undefined : hearHere(turn, input.text, isFeared)
    case 'press':
      return pressHere(turn, input.token)
    case 'media':
      return takeFile(turn, input, isFeared)
    case 'media_waits': {
      if (isFeared) return obeyHere(turn, 'urgent')
      const door = doorStep(turn.flow, turn.state)
      return door === undefined ? acknowledge(turn) : askPlainly(turn, door)
    }
    case 'media_refused':
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
    // Answered before (core/services/access/hidden), and as a command.
    case 'start':
    case 'command':
    case 'reaction':
    case 'resume':
    case 'settled':
    case 'alarm':
      return
  }
}
