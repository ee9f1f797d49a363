import { guideStepKeys } from '../../model/keys.ts'
import { consentsOf } from '../../policy/access/consent.ts'
import { keepsQuiet, silentFrom } from '../../policy/access/quiet.ts'
import { nextOpening, type SafeTimes } from '../../model/safe-times.ts'
import { SCOPES, type Scope } from '../../model/access-rules.ts'
import { pickedOptions } from '../../policy/conversation/condition.ts'
import { isDiscreet } from '../../policy/conversation/steps.ts'
import { answerSince } from '../../model/unread.ts'
import { outcomeOf } from '../../model/worry.ts'
import { CRISIS_LABELS, type CrisisDetail, type CrisisLabel } from '../../base/danger.ts'
import type { Instant } from '../../base/units.ts'
import type { FlowRoles } from '../../model/roles.ts'
import { wishOf, type Wish } from '../../policy/visibility/wish.ts'
import { burdensOf, type Burden } from '../../policy/visibility/care.ts'
import type { CasePorts } from './ports.ts'
import type { CaseState } from '../../model/state.ts'
import type { Placed } from '../../model/transcript.ts'

/** What the person agrees to now. `at`: when that came to be; nothing where it was never asked. */
export type Consent = { readonly scope: Scope; readonly given: boolean; readonly at?: Instant }

/** How the person may be reached. */
export type Contact = {
  /** Somebody may look over their shoulder: nothing is begun by us. */
  readonly discreet: boolean
  /** Somebody does now, as they said; only their word ends it. */
  readonly watched: boolean
  readonly afterTheyWrite: boolean
  /**
   * Whether what is said now waits until they write; `soon`: not yet, they wrote just now, but once
   * they are silent for a while.
   */
  readonly waits: 'no' | 'soon' | 'yes'
  readonly safeTimes?: SafeTimes
  /** When what waits, or soon will, goes out by itself: it is safe then, and nothing else keeps it. */
  readonly opensAt?: Instant
}

/** What a queue shows of a case beyond its row. */
export type RowMarks = {
  /**
   * The gravest that is known: the duress word, then what words show for sure, a call for help, and
   * hints that were asked about. `done`: it has begun already.
   */
  readonly danger?: {
    readonly label: CrisisLabel | 'duress' | 'called'
    readonly sure: boolean
    readonly done?: NonNullable<CrisisDetail['done']>
  }
  readonly wish?: Wish
  /** What to be ready for, see core/policy/visibility/care. */
  readonly burdens?: readonly Burden[]
  /** Set aside by whoever holds it. */
  readonly snoozedUntil?: Instant
  readonly helpAsked?: true
  /** Open ones. */
  readonly tasks?: number
  /** Since when the person waits for an answer of whoever holds the case. */
  readonly answerSince?: Instant
}

type Rules = Pick<CasePorts, 'flow' | 'access'>

/** A scope that nothing was said of follows from the answer to the first question. */
export const consentList = (
  flow: Rules['flow'],
  state: CaseState,
  events: readonly Placed[],
): readonly Consent[] => {
  const consents = consentsOf(flow, state)
  const begun = state.answeredAt[flow.consent.step]
  return SCOPES.flatMap((scope) => {
    const said = events.findLast(
      ({ event }) =>
        (event.type === 'consent_given' || event.type === 'consent_withdrawn') && event.scope === scope,
    )?.at
    const at = said ?? (consents[scope] ? begun : undefined)
    // Most people are never asked about it: no model runs elsewhere.
    if (scope === 'outside-help' && at === undefined) return []
    return [{ scope, given: consents[scope], ...(at === undefined ? {} : { at }) }]
  })
}

/** What the bot told the person to do, in order. */
export const guidanceOf = (
  { cards, lessons, guidance }: Rules['flow'],
  events: readonly Placed[],
): readonly Placed[] => {
  const steps = guidance?.guides.flatMap((guide) =>
    Array.from({ length: guide.steps }, (_, at) => guideStepKeys(guide, at + 1)).flat(),
  )
  const keys = new Set([
    ...cards.flatMap(({ key, minors = key }) => [key, minors]),
    ...lessons.map(({ id }) => `lesson-${id}`),
    ...(steps ?? []),
  ])
  return events.filter(({ event }) => event.type === 'bot_said' && keys.has(event.key))
}

export const contactOf = ({ flow, access }: Rules, state: CaseState, now: Instant): Contact => {
  const { step, option } = access.afterIWrite
  const isQuiet = (at: Instant): boolean => keepsQuiet(flow, access, state, at)
  const waits = isQuiet(now) ? 'yes' : isQuiet(silentFrom(state, now)) ? 'soon' : 'no'
  const { safeTimes } = state.access
  const opensAt =
    waits === 'no' || safeTimes === undefined ? undefined : nextOpening(safeTimes, silentFrom(state, now))
  return {
    discreet: isDiscreet(flow, state.conversation),
    watched: state.conversation.paused === 'word' || state.conversation.watched === true,
    afterTheyWrite:
      state.access.consents['contact-me'] === false ||
      pickedOptions(state.conversation.answers[step]).includes(option),
    waits,
    ...(safeTimes === undefined ? {} : { safeTimes }),
    ...(opensAt === undefined || isQuiet(opensAt) ? {} : { opensAt }),
  }
}

export const marksOf = (roles: FlowRoles, state: CaseState): RowMarks => {
  const { crisis, called } = state.conversation
  const gravest = (hard: boolean): CrisisLabel | undefined =>
    CRISIS_LABELS.find((label) => {
      const outcome = outcomeOf(state.conversation, label)
      if (outcome === 'yes') return hard
      return crisis.some((hit) => hit.label === label && hit.hard === hard && (hard || outcome !== 'no'))
    })
  const sure = state.access.duress ? 'duress' : (gravest(true) ?? (called.danger ? 'called' : undefined))
  const label = sure ?? gravest(false)
  const done =
    sure === 'self_harm' || sure === 'violence'
      ? crisis.findLast(({ hard, detail }) => hard && detail?.done !== undefined)?.detail?.done
      : undefined
  const wish = wishOf(roles, state)
  const burdens = burdensOf(roles, state)
  const { snooze, help } = state.work
  const since = answerSince(state)
  const tasks = state.work.tasks.filter(({ doneAt }) => doneAt === undefined).length
  return {
    ...(label === undefined
      ? {}
      : { danger: { label, sure: sure !== undefined, ...(done === undefined ? {} : { done }) } }),
    ...(wish === undefined ? {} : { wish }),
    ...(burdens.length === 0 ? {} : { burdens }),
    ...(snooze === undefined ? {} : { snoozedUntil: snooze.until }),
    ...(help === undefined ? {} : { helpAsked: true as const }),
    ...(tasks === 0 ? {} : { tasks }),
    ...(since === undefined ? {} : { answerSince: since }),
  }
}
