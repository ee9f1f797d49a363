import { doubtsIn } from '../../model/apart.ts'
import { titleKey } from '../../model/keys.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { Placed } from '../../model/transcript.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { Items } from './items.ts'
import type { ReportAnswer, ReportCorrection } from './report-answer.ts'
import { stampOf } from './time.ts'
import { answerOf, inLanguages } from './words.ts'

type Asked = {
  readonly events: readonly Placed[]
  readonly scope: BundleScope
  readonly items: Pick<Items, 'idOf' | 'placed'>
}
type Given = Extract<CaseEvent, { type: 'answer_given' | 'step_skipped' }>
type Corrected = Extract<CaseEvent, { type: 'answer_corrected' }>

/**
 * What was answered to each question, where it came up first: what the person said last, and beside it what
 * the team put right since, by whom and when. `aliases`: names of the team, by their ids.
 */
export const answersOf = (
  phrases: Phrases,
  { events, scope, items }: Asked,
  aliases: ReadonlyMap<string, string>,
): readonly ReportAnswer[] => {
  const isNgo = scope === 'share-ngo'
  const doubts = doubtsIn(events)
  const answers = new Map<string, ReportAnswer>()
  /** Answered by a place on the map, which an organisation does not get, corrected or not. */
  const withheld = new Set<string>()
  const named = (step: string): Pick<ReportAnswer, 'step' | 'question'> => ({
    step,
    question: inLanguages(phrases, titleKey(step), step),
  })

  const given = (event: Given, at: Placed['at']): void => {
    const { step } = event
    const doubt = doubts.get(event)
    // What stood before it holds.
    if (doubt === 'taken-back' && answers.has(step)) return
    const isPlace =
      event.type === 'answer_given' && event.inbound !== undefined && items.placed.has(event.inbound)
    if (isNgo && isPlace) {
      withheld.add(step)
      return
    }
    withheld.delete(step)
    const answer: ReportAnswer['answer'] =
      event.type === 'step_skipped' || doubt === 'taken-back'
        ? { kind: 'skipped', how: event.type === 'step_skipped' ? event.how : 'taken-back' }
        : answerOf(phrases, step, event.answer, items.idOf, isNgo)
    answers.set(step, {
      ...named(step),
      answer,
      at: stampOf(phrases, at),
      ...(doubt === 'unproven' ? { unproven: true as const } : {}),
    })
  }

  const corrected = ({ step, agent, answer, reason }: Corrected, at: Placed['at']): void => {
    if (withheld.has(step)) return
    const stamp = stampOf(phrases, at)
    const before = answers.get(step) ?? {
      ...named(step),
      answer: { kind: 'skipped', how: 'not-asked' } as const,
      at: stamp,
    }
    const correction: ReportCorrection = {
      answer: answerOf(phrases, step, answer, items.idOf, isNgo),
      by: aliases.get(agent) ?? agent,
      at: stamp,
      ...(scope === 'share-investigators' ? { reason } : {}),
    }
    answers.set(step, { ...before, corrected: [...(before.corrected ?? []), correction] })
  }

  for (const { event, at } of events)
    if (event.type === 'answer_given' || event.type === 'step_skipped') given(event, at)
    else if (event.type === 'answer_corrected') corrected(event, at)
  return [...answers.values()]
}
