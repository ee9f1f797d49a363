import type { Language } from '../base/language.ts'
import type { PhraseKey } from '../ports/phrases.ts'
import type { Control, Effect, Flow } from './flow.ts'

/** How phrase keys follow from a flow's ids. */
export const questionKey = (step: string): PhraseKey => `ask-${step}`
export const titleKey = (step: string): PhraseKey => `step-${step}-title`
export const optionKey = (step: string, option: string): PhraseKey => `option-${step}-${option}`
export const controlKey = (control: Control): PhraseKey => `control-${control}`
export const lessonKey = (lesson: string): PhraseKey => `lesson-${lesson}`
export const lessonTitleKey = (lesson: string): PhraseKey => `lesson-${lesson}-title`
/** A severity's reason, a team, a language's own name. */
export const teamKey = (team: string): PhraseKey => `team-${team}`
export const languageKey = (language: string): PhraseKey => `language-${language}`

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
  for (const { key } of flow.cards) keys.add(key)
  for (const { id } of flow.lessons) keys.add(lessonKey(id)).add(lessonTitleKey(id))
  return [...keys]
}

/** "Shall we go on in ...?", in the language that is offered. */
export const offerKey = (language: Language): PhraseKey => `offer-language-${language}`
