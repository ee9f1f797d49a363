import type { Answer } from '../../model/answer.ts'
import { optionKey } from '../../model/keys.ts'
import { isFailure } from '../../base/failure.ts'
import { untrusted } from '../../base/untrusted.ts'
import { LANGUAGES, type Language } from '../../base/language.ts'
import type { PhraseKey, Phrases } from '../../ports/phrases.ts'
import type { EvidenceId } from '../../base/ids.ts'
import type { ReportAnswer } from './report-answer.ts'
import type { InLanguages } from './report-input.ts'

/** A text in every language, or its key: an old case may name what today's flow no longer has. */
export const inLanguages = (phrases: Phrases, key: PhraseKey, otherwise: string = key): InLanguages => {
  const say = (language: Language): string => {
    try {
      return phrases.say(language, key)
    } catch (error) {
      if (isFailure(error, 'text_missing')) return otherwise
      throw error
    }
  }
  return { ar: say('ar'), ckb: say('ckb'), en: say('en') }
}

const COMMA: InLanguages = { ar: '، ', ckb: '، ', en: ', ' }

const joined = (texts: readonly InLanguages[]): InLanguages => {
  const join = (language: Language): string => texts.map((text) => text[language]).join(COMMA[language])
  return { ar: join('ar'), ckb: join('ckb'), en: join('en') }
}

/**
 * The order in which a report speaks: Arabic first, which courts read, then the person's own
 * language, or English.
 */
export const languagesFor = (language: Language): readonly Language[] =>
  LANGUAGES.filter((one) => one === 'ar' || one === second(language))
const second = (language: Language): Language => (language === 'ckb' ? 'ckb' : 'en')

/**
 * `hidesOwn`: words in which the person named their own number are left out, and what was read in
 * them stands in their place.
 */
export const answerOf = (
  phrases: Phrases,
  step: string,
  answer: Answer,
  idOf: ReadonlyMap<EvidenceId, string>,
  hidesOwn: boolean,
): ReportAnswer['answer'] => {
  const label = (option: string): InLanguages => inLanguages(phrases, optionKey(step, option), option)
  const items = (ids: readonly EvidenceId[]): readonly string[] => ids.flatMap((id) => idOf.get(id) ?? [])
  switch (answer.kind) {
    case 'choice':
      return { kind: 'label', label: label(answer.option) }
    case 'choices':
      return { kind: 'label', label: joined(answer.options.map(label)) }
    case 'text':
      return { kind: 'words', text: answer.text }
    case 'voice':
      return { kind: 'evidence', items: items([answer.evidence]) }
    case 'media':
      return { kind: 'evidence', items: items(answer.evidence) }
    case 'identifiers': {
      const others = answer.identifiers.filter(({ owner }) => owner !== 'self')
      const all = !hidesOwn || others.length === answer.identifiers.length
      return { kind: 'words', text: all ? answer.raw : untrusted(others.map(({ raw }) => raw).join('\n')) }
    }
    // Read out of the story, or taken down by a member of the team: the sum as it was understood.
    case 'amount': {
      if (answer.raw !== '') return { kind: 'words', text: answer.raw }
      const sum = `${answer.amount} ${answer.currency}`
      return { kind: 'label', label: { ar: sum, ckb: sum, en: sum } }
    }
    case 'time':
      return { kind: 'words', text: answer.raw }
  }
}
