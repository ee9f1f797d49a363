import { pickedOptions } from '../../policy/conversation/condition.ts'
import type { Answer } from '../../model/answer.ts'
import type { Flow, Step } from '../../model/flow.ts'
import { questionKey } from '../../model/keys.ts'
import type { PhraseKey } from '../../ports/phrases.ts'
import type { Instant } from '../../base/units.ts'
import { guidanceOf } from '../casebook/dossier.ts'
import type { CaseState } from '../../model/state.ts'
import type { Placed } from '../../model/transcript.ts'

/** `silent`: it was asked and nothing came. */
export type Left = { readonly step: string; readonly how: 'skip' | 'unknown' | 'silent' }

/**
 * What an agent has to know before the first word, so that nobody asks twice: made of what is in
 * the case, by no model. Lists stand in the order of the flow or of time, the newest last.
 */
export type Brief = {
  readonly answers: readonly { readonly step: string; readonly answer: Answer }[]
  /** Asked, and not answered in words: not to be asked again without a reason. */
  readonly left: readonly Left[]
  /** What the person was told that somebody will do. `until`: by when. */
  readonly promises: readonly { readonly text: string; readonly at: Instant; readonly until: Instant }[]
  /** Cards of guidance that were said, each once. */
  readonly guidance: readonly { readonly key: PhraseKey; readonly at: Instant }[]
  /** Members of the team who had the case, each once, with the last time they took it. */
  readonly held: readonly { readonly agent: string; readonly alias: string; readonly at: Instant }[]
  /** The last answer to whether the person is safe. `dangerAt`: when a danger was heard after it, last. */
  readonly safe?: {
    readonly step: string
    readonly option: string
    readonly at: Instant
    readonly dangerAt?: Instant
  }
}

/** Questions about safety now, the newer of their answers counts. */
export const SAFE_STEPS = ['crisis-now', 'fast-safe'] as const
/**
 * What was asked, for who reads the answer: a yes to the one is good and to the other is not. The
 * flow's own text of the first calls a person too.
 */
export const safeQuestion = (step: string): PhraseKey =>
  step === SAFE_STEPS[0] ? 'check-life' : questionKey(step)
const MOST_PROMISES = 3
const MOST_HELD = 5

/** Answers of these say nothing to a person: how to go on, and whether to. Safety stands apart. */
const isOfCourse = (flow: Flow, { id, kind }: Step): boolean =>
  id === flow.consent.step ||
  kind === 'review' ||
  id === flow.refusal?.step ||
  SAFE_STEPS.some((step) => step === id)

const leftOf = (state: CaseState, { id }: Step): Left['how'] | undefined => {
  const { answers, skipped, seen } = state.conversation
  if (answers[id] !== undefined) return undefined
  return skipped[id] ?? (seen.includes(id) ? 'silent' : undefined)
}

const lastOfEach = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
]

const safeOf = ({ conversation, answeredAt }: CaseState): Brief['safe'] => {
  const found = SAFE_STEPS.flatMap((step) => {
    const [option] = pickedOptions(conversation.answers[step])
    const at = answeredAt[step]
    return option === undefined || at === undefined ? [] : [{ step, option, at }]
  })
  return found.toSorted((a, b) => a.at - b.at).at(-1)
}

/** What was heard of danger, each with its message; what the team judged to be none is none. */
const dangersHeard = (
  events: readonly Placed[],
): readonly { readonly name: string; readonly at: Instant }[] => {
  const judged = new Map<string, 'danger' | 'none'>()
  const heard = events.flatMap(({ event, at }) => {
    const of = (label: string): string => `${'inbound' in event ? (event.inbound ?? '') : ''} ${label}`
    if (event.type === 'danger_reviewed') judged.set(of(event.label), event.verdict)
    if (event.type === 'crisis_found') return event.hits.map(({ label }) => ({ name: of(label), at }))
    return event.type === 'danger_suggested' || event.type === 'picture_danger_found'
      ? [{ name: of(event.hit.label), at }]
      : []
  })
  return heard.filter(({ name }) => judged.get(name) !== 'none')
}

export const briefOf = (flow: Flow, state: CaseState, events: readonly Placed[]): Brief => {
  const steps = flow.steps.filter((step) => !isOfCourse(flow, step))
  const told = safeOf(state)
  const later = dangersHeard(events).filter(({ at }) => told !== undefined && at > told.at)
  const dangerAt = later.length === 0 ? {} : { dangerAt: Math.max(...later.map(({ at }) => at)) as Instant }
  const said = guidanceOf(flow, events).flatMap(({ event, at }) =>
    event.type === 'bot_said' ? [{ key: event.key, at }] : [],
  )
  const held = events.flatMap(({ event, at }) => {
    if (event.type === 'case_claimed') return [{ agent: event.agent, alias: event.alias, at }]
    return event.type === 'case_transferred' && event.to.agent !== undefined
      ? [{ agent: event.to.agent, alias: event.to.alias ?? '', at }]
      : []
  })
  return {
    answers: steps.flatMap(({ id }) => {
      const answer = state.conversation.answers[id]
      return answer === undefined ? [] : [{ step: id, answer }]
    }),
    left: steps.flatMap((step) => {
      const how = leftOf(state, step)
      return how === undefined ? [] : [{ step: step.id, how }]
    }),
    promises: events
      .flatMap(({ event, at }) =>
        event.type === 'case_snoozed' && event.promise !== undefined
          ? [{ text: event.promise, at, until: event.until }]
          : [],
      )
      .slice(-MOST_PROMISES),
    guidance: lastOfEach(said, ({ key }) => key),
    held: lastOfEach(held, ({ agent }) => agent)
      .toSorted((a, b) => a.at - b.at)
      .slice(-MOST_HELD),
    ...(told === undefined ? {} : { safe: { ...told, ...dangerAt } }),
  }
}
