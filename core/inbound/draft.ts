import type { Decision } from '../case/casebook.ts'
import type { Say } from '../conversation/say.ts'
import type { CaseEvent } from '../events.ts'
import type { OutboundContent } from '../ports/channel.ts'

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
