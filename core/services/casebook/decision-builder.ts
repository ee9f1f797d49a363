import type { CaseEvent } from '../../model/events.ts'
import { evolve } from '../../model/evolve.ts'
import type { CaseState } from '../../model/state.ts'
import type { Choice, Say } from '../../policy/conversation/say.ts'
import type { OutboundContent } from '../../ports/channel.ts'
import type { Instant } from '../../base/units.ts'
import type { Decision } from './decision.ts'

export type NewJob = NonNullable<Decision['jobs']>[number]

/**
 * A decision while it is made. All parts of a decision write into one of these: what one of them
 * emits is in `state` for the next, so that none has to be told what was decided before it.
 */
export type DecisionBuilder = {
  /** The case as it was before anything was decided. */
  readonly before: CaseState
  /** The case after everything that was emitted so far. */
  readonly state: CaseState
  readonly now: Instant
  readonly events: readonly CaseEvent[]
  readonly says: readonly Say[]
  readonly signals: readonly OutboundContent[]
  readonly emit: (...events: readonly CaseEvent[]) => void
  readonly say: (...says: readonly Say[]) => void
  /**
   * Puts this before the question that is said, so that the question stands last; at the end where
   * none is said.
   */
  readonly sayBeforeQuestion: (...says: readonly Say[]) => void
  /** Adds a way on to the question that stands last; false where none is said. */
  readonly offerBeside: (choice: Choice) => boolean
  /** Drops what was to be said. */
  readonly unsay: () => void
  readonly schedule: (...jobs: readonly NewJob[]) => void
  readonly signal: (...contents: readonly OutboundContent[]) => void
  /** Takes back what the bot still had to say from earlier on. */
  readonly silence: () => void
  /** What was held for the person goes out: they are there. */
  readonly release: () => void
  readonly build: (of: Pick<Decision, 'actor' | 'handles'>) => Decision
}

export const buildDecision = (before: CaseState, now: Instant): DecisionBuilder => {
  const place = { seq: before.seq + 1, at: now }
  const events: CaseEvent[] = []
  const says: Say[] = []
  const jobs: NewJob[] = []
  const signals: OutboundContent[] = []
  let silence = false
  let releases = false
  let known = before
  let counted = 0
  const lastQuestion = (): number =>
    says.findLastIndex(({ choices }) => choices !== undefined && choices.length > 0)
  return {
    before,
    get state() {
      for (const event of events.slice(counted)) known = evolve(known, event, place)
      counted = events.length
      return known
    },
    now,
    events,
    says,
    signals,
    emit: (...more) => void events.push(...more),
    say: (...more) => void says.push(...more),
    sayBeforeQuestion: (...more) => {
      const question = lastQuestion()
      says.splice(question === -1 ? says.length : question, 0, ...more)
    },
    offerBeside: (choice) => {
      const at = lastQuestion()
      const question = says[at]
      if (question === undefined) return false
      says.splice(at, 1, { ...question, choices: [...(question.choices ?? []), choice] })
      return true
    },
    unsay: () => void says.splice(0),
    schedule: (...more) => void jobs.push(...more),
    signal: (...more) => void signals.push(...more),
    silence: () => void (silence = true),
    release: () => void (releases = true),
    build: (of) => ({
      ...of,
      events,
      says,
      jobs,
      signals,
      ...(silence ? { silence } : {}),
      ...(releases ? { releases: true as const } : {}),
    }),
  }
}
