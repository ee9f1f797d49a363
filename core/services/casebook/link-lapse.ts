import type { CaseEvent } from '../../model/events.ts'
import type { Instant } from '../../base/units.ts'
import type { Decision } from './decision.ts'
import { scriptPieces } from '../../model/scripts.ts'
import type { CaseState } from '../../model/state.ts'
import type { AgentId, CaseId, EvidenceId, InboundId } from '../../base/ids.ts'

/**
 * Sealed in a `link` job. `of`: what the marks stand for, identifiers unless it says `file`.
 * `picture`: the item whose picture others are compared with; `sound`: whose recording. `text`: the
 * message whose words are looked for as a script. `judged`: what a member of the team
 * said of the link to the case `in`, to be written there as well. `own`: marks that are taken back
 * because they are the person's own. `whose`: what was said of the marks holds in every case that has them.
 */
export type LinkJob = {
  readonly marks: readonly string[]
  readonly of?: 'file'
  readonly picture?: EvidenceId
  readonly sound?: EvidenceId
  readonly text?: InboundId
  readonly judged?: Omit<Extract<CaseEvent, { type: 'link_judged' }>, 'type' | 'to'> & { readonly in: CaseId }
  readonly own?: readonly string[]
  readonly whose?: {
    readonly owner: 'perpetrator' | 'other'
    readonly agent: AgentId
    readonly reason: string
  }
}

/** The marks that these events take back: what they stand for is the person's own, or was withdrawn. */
const takenBack = ({ marks }: CaseState, events: readonly CaseEvent[]): readonly string[] => {
  const own = new Set(
    events.flatMap((event) =>
      event.type === 'identifiers_owned' || event.type === 'identifiers_withdrawn'
        ? event.normals
        : event.type === 'identifier_judged' && event.owner === 'self'
          ? [event.normal]
          : [],
    ),
  )
  return Object.entries(marks).flatMap(([mark, normal]) => (own.has(normal) ? [mark] : []))
}

/** Links that rested on what turned out to be the person's own are looked at again. */
export const lapseJobs = (
  before: CaseState,
  events: readonly CaseEvent[],
  now: Instant,
): NonNullable<Decision['jobs']> => {
  const own = before.links.length === 0 ? [] : takenBack(before, events)
  const payload: LinkJob = { marks: [], own }
  return own.length === 0 ? [] : [{ kind: 'link', dueAt: now, payload }]
}

/** What others wrote, copied or forwarded, is looked for in other cases. */
export const scriptJobs = (events: readonly CaseEvent[], now: Instant): NonNullable<Decision['jobs']> =>
  events.flatMap((event) =>
    event.type === 'message_received' && scriptPieces(event.message).length > 0
      ? [{ kind: 'link', dueAt: now, payload: { marks: [], text: event.inbound } satisfies LinkJob } as const]
      : [],
  )
