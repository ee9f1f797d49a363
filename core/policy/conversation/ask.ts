import { holds } from './condition.ts'
import { conversationFacts } from './facts.ts'
import { summarise } from './describe.ts'
import type { Flow, Option, Step } from '../../model/flow.ts'
import { CONTROLS } from '../../model/flow.ts'
import {
  controlKey,
  languageKey,
  lessonTitleKey,
  optionKey,
  questionKey,
  titleKey,
} from '../../model/keys.ts'
import { LANGUAGES } from '../../base/language.ts'
import type { Choice, Piece, Say } from './say.ts'
import type { ConversationState } from '../../model/conversation.ts'
import {
  addable,
  asksPlace,
  controlApplies,
  correctable,
  isAsked,
  isDiscreet,
  optionsOf,
  progressOf,
  roleOf,
  tickedOf,
} from './steps.ts'
import { writeToken } from './token.ts'

/**
 * The choices under a question: its options, always all and in one order so that their numbers
 * stay, then the ways on.
 */
export const choicesOf = (flow: Flow, state: ConversationState, step: Step): readonly Choice[] => {
  const asked = state.asked
  const ticked = tickedOf(step, state)
  // Who was heard in danger is asked for a yes alone: not whether they are in danger, nor for a wish to read.
  const isDone = ({ effects = [] }: Option): boolean =>
    state.urgent &&
    step.id === flow.consent.step &&
    effects.some((effect) => effect.do === 'urgent' || effect.do === 'advise')
  const offered = optionsOf(step).filter((option) => !isDone(option))
  const options = offered.map((option) => {
    const role = roleOf(step, option)
    return {
      label: optionKey(step.id, option.id),
      token: writeToken({ kind: 'option', asked, step: step.id, option: option.id }),
      ...(option.look === 'aside' ? { control: true as const } : {}),
      ...(role === undefined ? {} : { role }),
      ...(ticked.includes(option.id) ? { picked: true as const } : {}),
    }
  })
  const controls = CONTROLS.filter(
    (control) => step.quiet?.includes(control) !== true && controlApplies(step, control, state, flow),
  ).map((control) => ({
    label: controlKey(control),
    token: writeToken({ kind: 'control', asked, step: step.id, control }),
    control: true as const,
    ...(control === 'done' ? { role: 'done' as const } : {}),
  }))
  return [...options, ...controls]
}

/**
 * Who runs this, as a sentence: people fear some kinds more than others. Where nobody stated it,
 * that is said.
 */
export const aboutUs = ({ operator }: Flow): Piece => ({
  kind: 'phrase',
  key: 'about-us',
  args: { kind: operator?.kind ?? 'none' },
  ...(operator === undefined ? {} : { fill: { organisation: { kind: 'name', names: operator.name } } }),
})

/** How a question is put; `again`: not for the first time, and what was said before it may be in the chat. */
type Put = { readonly numbered?: boolean; readonly again?: 'after' | 'other' }

/**
 * Whether everything that has to be said before consent stands in the chat, in this language, and
 * not as the last words there, which nobody says twice.
 */
export const standsWhole = ({ language, consentIn }: ConversationState, again: Put['again']): boolean =>
  consentIn !== undefined &&
  consentIn.language === language &&
  (again === 'after' || (again === 'other' && consentIn.before === true))

/**
 * The question of a step, in the text that fits what was answered before. That for consent is one
 * line where it comes again.
 */
export const sayQuestion = (
  flow: Flow,
  state: ConversationState,
  step: Step,
  { numbered = false, again }: Put = {},
): Say => {
  const facts = { ...state, facts: conversationFacts(state) }
  const prompt = step.prompts?.find(({ when }) => holds(when, facts))?.key
  const key = prompt ?? questionKey(step.id)
  const progress =
    isDiscreet(flow, state) ||
    step.id === flow.discreet.step ||
    state.urgent ||
    step.lane !== undefined ||
    !isAsked(step, state)
      ? undefined
      : progressOf(flow, state, step)
  if (step.id === flow.consent.step && prompt === undefined && standsWhole(state, again))
    return {
      key: 'ask-consent-again',
      choices: choicesOf(flow, state, step),
      ...(numbered ? { numbered } : {}),
    }
  return {
    key,
    ...(progress === undefined ? {} : { progress }),
    choices: choicesOf(flow, state, step),
    ...(step.kind === 'review' ? { fill: { summary: summarise(flow, state) } } : {}),
    ...(step.id === flow.consent.step ? { fill: { about: aboutUs(flow) } } : {}),
    ...(numbered ? { numbered } : {}),
    ...(asksPlace(step) ? { place: true as const } : {}),
  }
}

/** The list of languages, each under its own name. */
export const sayLanguages = (): Say => ({
  key: 'choose-language',
  choices: LANGUAGES.map((language) => ({
    label: languageKey(language),
    token: writeToken({ kind: 'language', language }),
  })),
})

/** The list of what can be read without making a report. */
export const sayLessons = (flow: Flow): Say => ({
  key: 'lessons',
  choices: flow.lessons.map(({ id }) => ({
    label: lessonTitleKey(id),
    token: writeToken({ kind: 'lesson', lesson: id }),
  })),
})

/** Lines of the card, and the way back to it. */
const linesOf = (flow: Flow, { asked }: ConversationState, steps: readonly Step[]): readonly Choice[] => [
  ...steps.map((step) => ({
    label: titleKey(step.id),
    token: writeToken({ kind: 'edit', asked, step: step.id }),
  })),
  ...flow.steps
    .filter(({ kind }) => kind === 'review')
    .map(({ id }) => ({
      label: controlKey('back'),
      token: writeToken({ kind: 'control', asked, step: id, control: 'back' }),
      control: true as const,
    })),
]

/** The list of answers that can be changed. */
export const sayCorrectable = (flow: Flow, state: ConversationState): Say => ({
  key: 'correct-which',
  choices: linesOf(flow, state, correctable(flow, state)),
})

/** The list of what can be told as well; nobody has to. */
export const sayAddable = (flow: Flow, state: ConversationState): Say => ({
  key: 'add-which',
  choices: linesOf(flow, state, addable(flow, state)),
})
