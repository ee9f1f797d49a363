import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import { safeQuestion } from '../../../../core/services/agents/brief.ts'
import { optionKey, titleKey } from '../../../../core/model/keys.ts'
import type { Brief } from '../../contract/brief.ts'
import { isoOf } from '../http/iso.ts'
import { answerText, type Reader } from './present-case.ts'
import { sayOrKey } from './say-or-key.ts'
import { identifiersOf } from './present-findings.ts'
import { shorten } from '../http/shorten.ts'

/** In characters: the whole of it stands in the file and in the thread. */
const LONGEST_ANSWER = 400
const LONGEST_TITLE = 100
const MOST_IDENTIFIERS = 12

/** A guidance text begins with what it is about. */
const firstOf = (text: string): string =>
  shorten(/^[^\n.:؟!]+/u.exec(text.trim())?.[0]?.trim() ?? '', LONGEST_TITLE)

export const presentBrief = (book: CaseBook, reader: Reader): Brief => {
  const { brief, state } = book
  const say = (key: string, otherwise?: string): string =>
    sayOrKey(reader.phrases, reader.language, key, otherwise)
  const titleOf = (step: string): string => say(titleKey(step), step)
  return {
    severity: state.severity,
    reasons: state.reasons.map((reason) => say(reason)),
    answers: brief.answers
      .map(({ step, answer }) => ({
        title: titleOf(step),
        answer: shorten(answerText(step, answer, reader), LONGEST_ANSWER),
      }))
      .filter(({ answer }) => answer !== ''),
    left: brief.left.map(({ step, how }) => ({ title: titleOf(step), how })),
    identifiers: identifiersOf(book)
      .filter(({ owner }) => owner !== 'self')
      .slice(-MOST_IDENTIFIERS),
    promises: brief.promises.map(({ text, at, until }) => ({ text, at: isoOf(at), until: isoOf(until) })),
    guidance: brief.guidance.map(({ key, at }) => ({ title: firstOf(say(key)), at: isoOf(at) })),
    held: brief.held.map(({ agent, alias, at }) => ({
      name: reader.names.get(agent) ?? alias,
      at: isoOf(at),
    })),
    ...(brief.safe === undefined
      ? {}
      : {
          safe: {
            title: say(safeQuestion(brief.safe.step)),
            answer: say(optionKey(brief.safe.step, brief.safe.option), brief.safe.option),
            at: isoOf(brief.safe.at),
            ...(brief.safe.dangerAt === undefined ? {} : { dangerAt: isoOf(brief.safe.dangerAt) }),
          },
        }),
  }
}
