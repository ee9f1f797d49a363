import type { Decision } from '../casebook/decision.ts'
import type { Say } from '../../policy/conversation/say.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { OutboundContent } from '../../ports/channel.ts'

/** A decision while it is made. */
export type Draft = {
  events: CaseEvent[]
  says: Say[]
  jobs: NonNullable<Decision['jobs']>[number][]
  signals: OutboundContent[]
  silence: boolean
  /** What was held for the person goes out: they are there. */
  releases: boolean
}
