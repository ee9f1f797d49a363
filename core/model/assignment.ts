import type { CaseEvent } from './events.ts'
import type { Outcome } from './team-events.ts'
import type { AgentId } from '../base/ids.ts'
import type { Instant } from '../base/units.ts'
import { never } from '../base/never.ts'
import type { CaseState } from './state.ts'

/**
 * Who has the conversation (core/README.md, Three ways through the house). `waiting` is the queue;
 * the bot may go on asking meanwhile.
 */
export type Hands =
  | { readonly status: 'bot' }
  | { readonly status: 'waiting'; readonly since: Instant; readonly why: string }
  | { readonly status: 'agent'; readonly agent: AgentId; readonly alias: string; readonly since: Instant }
  | { readonly status: 'closed'; readonly at: Instant; readonly outcome: Outcome }
  | { readonly status: 'erased'; readonly at: Instant }

type HandsEvent = Extract<
  CaseEvent,
  {
    type:
      | 'handoff_requested'
      | 'case_claimed'
      | 'case_released'
      | 'case_transferred'
      | 'case_closed'
      | 'case_reopened'
  }
>

/** The case after it changed hands, or was asked to. */
export const evolveHands = (state: CaseState, event: HandsEvent, at: Instant): CaseState => {
  switch (event.type) {
    case 'handoff_requested':
      return state.hands.status === 'agent' || state.hands.status === 'waiting'
        ? state
        : queued(state, event.why, at)
    case 'case_claimed':
      return {
        ...state,
        unread: 0,
        hands: { status: 'agent', agent: event.agent, alias: event.alias, since: at },
      }
    case 'case_released':
      return event.to === 'bot'
        ? { ...state, toldInLine: false, hands: { status: 'bot' } }
        : queued(state, 'returned', at)
    case 'case_transferred':
      return transferred(state, event, at)
    case 'case_closed':
      return { ...state, unread: 0, hands: { status: 'closed', at, outcome: event.outcome } }
    case 'case_reopened':
      return queued(state, 'returned', at)
    default:
      return never(event)
  }
}

const queued = (state: CaseState, why: string, since: Instant): CaseState => ({
  ...state,
  toldInLine: false,
  hands: { status: 'waiting', since, why },
})

const transferred = (
  state: CaseState,
  { to }: Extract<HandsEvent, { type: 'case_transferred' }>,
  at: Instant,
): CaseState => {
  const { team } = to
  const moved: CaseState =
    team === undefined
      ? state
      : { ...state, team, teamBy: 'agent', copies: state.copies.filter((copy) => copy !== team) }
  // Who waits already goes on waiting, as long as they have.
  if (to.agent === undefined) return moved.hands.status === 'waiting' ? moved : queued(moved, 'returned', at)
  return { ...moved, hands: { status: 'agent', agent: to.agent, alias: to.alias ?? '', since: at } }
}
