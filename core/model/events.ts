import type { AccessEvent } from './access-events.ts'
import type { ChatEvent } from './chat-events.ts'
import type { CustodyEvent } from './custody-events.ts'
import type { EvidenceEvent } from './evidence-events.ts'
import type { FlowEvent } from './flow-events.ts'
import type { HelpEvent } from './help-events.ts'
import type { ReadingEvent } from './reading-events.ts'
import type { TeamEvent } from './team-events.ts'

/**
 * What can have happened in a case. Past tense; the only thing that is stored of it (law 2). The
 * payload of a ledger entry is `{ v: 1, events }`, sealed; a later version is read by
 * core/services/casebook/payload.ts (law 12).
 */
export type CaseEvent =
  ChatEvent | FlowEvent | HelpEvent | ReadingEvent | EvidenceEvent | TeamEvent | AccessEvent | CustodyEvent
