import type { Language } from '../base/language.ts'
import type { PhraseKey } from '../ports/phrases.ts'
import type { Effect } from './effect.ts'
import type { Control, Flow } from './flow.ts'
import type { Guidance, Guide } from './guidance.ts'

/** How phrase keys follow from a flow's ids. */
export const questionKey = (step: string): PhraseKey => `ask-${step}`
export const titleKey = (step: string): PhraseKey => `step-${step}-title`
export const optionKey = (step: string, option: string): PhraseKey => `option-${step}-${option}`
/** What an option that weighs says of a case, to the team. */
export const weighsKey = (step: string, option: string): PhraseKey => `weighs-${step}-${option}`
export const controlKey = (control: Control): PhraseKey => `control-${control}`
export const lessonKey = (lesson: string): PhraseKey => `lesson-${lesson}`
export const lessonTitleKey = (lesson: string): PhraseKey => `lesson-${lesson}-title`
export const guideGroupKey = (group: string): PhraseKey => `guide-group-${group}`
export const guideTopicKey = (topic: string): PhraseKey => `guide-topic-${topic}`
/** Asks which of a topic's guides is meant. */
export const guideAboutKey = (topic: string): PhraseKey => `guide-about-${topic}`
const hasSeveral = ({ guides }: Guidance, id: string): boolean =>
  guides.filter(({ topic }) => topic === id).length > 1
const ofJob = ({ id, job }: Guide): string => (job === undefined ? id : `job-${job}`)
/** What a guide is about, in one or two sentences; may name its `$topic`. */
export const guideLeadKey = (guide: Guide): PhraseKey => `guide-${ofJob(guide)}`
/** For passing on; may name its `$topic`. */
export const guideShareKey = (guide: Guide): PhraseKey => `guide-${ofJob(guide)}-share`
/** The only guide of a topic is called what the topic is called. */
export const guideTitleKey = ({ guides }: Guidance, guide: Guide): PhraseKey =>
  guides.filter(({ topic }) => topic === guide.topic).length === 1 && guide.job === undefined
    ? guideTopicKey(guide.topic)
    : `guide-${ofJob(guide)}-title`
/** Steps count from 1. */
export const guideStepKey = ({ id }: Pick<Guide, 'id'>, step: number): PhraseKey => `guide-${id}-${step}`
/** The same step in words alone: nobody under 18 is asked for a picture of the screen. */
export const guideMinorKey = (guide: Pick<Guide, 'id'>, step: number): PhraseKey =>
  `${guideStepKey(guide, step)}-minor`
/** Said below a step that asks for a picture of the screen, to who may be under 18. */
export const UNDER_18: PhraseKey = 'guide-under-18'
/** All that one step may be said as. */
export const guideStepKeys = (guide: Guide, step: number): readonly PhraseKey[] => [
  guideStepKey(guide, step),
  ...(guide.pictures?.includes(step) === true ? [guideMinorKey(guide, step)] : []),
]

/** Every text that a library of guidance needs. */
export const guidanceKeys = (guidance: Guidance): readonly PhraseKey[] => [
  ...new Set([
    ...guidance.groups.map(guideGroupKey),
    ...guidance.topics.map(({ id }) => guideTopicKey(id)),
    ...guidance.topics.filter(({ id }) => hasSeveral(guidance, id)).map(({ id }) => guideAboutKey(id)),
    ...guidance.guides.flatMap((guide) => [
      guideTitleKey(guidance, guide),
      guideLeadKey(guide),
      guideShareKey(guide),
      ...Array.from({ length: guide.steps }, (_, index) => guideStepKeys(guide, index + 1)).flat(),
      ...(guide.pictures === undefined ? [] : [UNDER_18]),
    ]),
  ]),
]
/** A severity's reason, a team, a language's own name. */
export const teamKey = (team: string): PhraseKey => `team-${team}`
export const languageKey = (language: string): PhraseKey => `language-${language}`

export const sayingKey = (answer: string): PhraseKey => `saying-${answer}`

/** Every key that a flow needs of the locales, beyond those of the engine itself. */
export const flowKeys = (flow: Flow): readonly PhraseKey[] => {
  const keys = new Set<PhraseKey>()
  const addEffects = (effects: readonly Effect[] = []): void => {
    for (const effect of effects) if ('key' in effect && effect.key !== undefined) keys.add(effect.key)
  }
  for (const step of flow.steps) {
    keys.add(questionKey(step.id)).add(titleKey(step.id))
    for (const prompt of step.prompts ?? []) keys.add(prompt.key)
    addEffects(step.after)
    addEffects(step.afterSkip)
    if (!('options' in step)) continue
    for (const option of step.options) {
      keys.add(optionKey(step.id, option.id))
      addEffects(option.effects)
    }
  }
  for (const { step, options } of flow.roles.weighs ?? [])
    for (const option of options) keys.add(weighsKey(step, option))
  for (const { key, minors } of flow.cards)
    for (const one of [key, minors]) if (one !== undefined) keys.add(one)
  for (const { id } of flow.lessons) keys.add(lessonKey(id)).add(lessonTitleKey(id))
  const said = flow.reached === undefined ? flow.sayings : [...flow.sayings, flow.reached.saying]
  for (const { answer, sent, minors, unagreed } of said)
    for (const one of [answer, sent, minors, unagreed]) if (one !== undefined) keys.add(sayingKey(one))
  return [...keys]
}

/** "Shall we go on in ...?", in the language that is offered. */
export const offerKey = (language: Language): PhraseKey => `offer-language-${language}`
