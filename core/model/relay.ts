import type { CaseEvent } from './events.ts'
import type { OutboundContent } from '../ports/channel.ts'
import type { CaseState } from './state.ts'

/**
 * A chat that another bot handed over. The person sits in that bot's window: they read what we say
 * only while it is `open`. `hushed`: our bot says nothing until one of the team has the case, since
 * the other bot would tell the person that somebody came.
 */
export type Relay = {
  readonly session: string
  readonly texts: 'ours' | 'theirs'
  readonly open: boolean
  readonly hushed: boolean
}

const over = (relay: Relay): Relay => ({ ...relay, open: false })

export const evolveRelay = (relay: Relay | undefined, event: CaseEvent): Relay | undefined => {
  if (event.type === 'handed_over') {
    const { session, texts } = event
    return { session, texts, open: true, hushed: texts === 'theirs' }
  }
  if (relay === undefined) return undefined
  switch (event.type) {
    case 'case_claimed':
      return { ...relay, hushed: false }
    case 'case_transferred':
      return event.to.agent === undefined ? relay : { ...relay, hushed: false }
    // Where our bot has nothing to say, "back to the bot" is the other one.
    case 'case_released':
      return event.to === 'bot' && relay.texts === 'theirs' ? over(relay) : relay
    case 'case_closed':
      return over(relay)
    case 'chat_ended':
      return event.session === relay.session ? over(relay) : relay
    default:
      return relay
  }
}

/** Nothing that is said gets to the person: the other bot has the chat again. */
export const isCutOff = ({ relay }: Pick<CaseState, 'relay'>): boolean => relay !== undefined && !relay.open

/** Whether an entry ends the session by our own doing; its last words still go out. */
const endsHere = (before: CaseState, after: CaseState, events: readonly CaseEvent[]): boolean =>
  before.relay?.open === true && isCutOff(after) && !events.some(({ type }) => type === 'chat_ended')

/** Which words of an entry get to the person: `ours` are the bot's. */
export const heardThere = (
  before: CaseState,
  after: CaseState,
  events: readonly CaseEvent[],
): { readonly ours: boolean; readonly agents: boolean } => {
  const reached = !isCutOff(after) || endsHere(before, after, events)
  return { ours: reached && after.relay?.hushed !== true, agents: reached }
}

/** What the other bot is told before the words of an entry: who has the case now, as a person reads it. */
export const tellFirst = (
  before: CaseState,
  after: CaseState,
  named: (alias: string) => string,
): readonly OutboundContent[] => {
  const { hands, relay } = after
  if (relay?.open !== true || hands.status !== 'agent') return []
  if (
    before.hands.status === 'agent' &&
    before.hands.agent === hands.agent &&
    before.relay?.session === relay.session
  )
    return []
  return [{ kind: 'assigned', session: relay.session, alias: named(hands.alias) }]
}

/** What it is told after them: the chat is its own again. */
export const tellLast = (
  before: CaseState,
  after: CaseState,
  events: readonly CaseEvent[],
): readonly OutboundContent[] =>
  endsHere(before, after, events) && after.relay !== undefined
    ? [{ kind: 'ended', session: after.relay.session }]
    : []
