import { isShut } from '../../policy/access/lock.ts'
import { isHidden } from '../../policy/access/quiet.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { botIsSilent } from '../../policy/access/silent.ts'
import type { CaseState } from '../../model/state.ts'
import { withHoursLeft } from '../../policy/conversation/hours-left.ts'
import type { ConversationContext, ConversationInput } from '../../policy/conversation/input.ts'
import { openDanger } from '../../policy/conversation/steps.ts'
import { decideInTurn, isAboutQuestion, partsOf, type Part } from '../../policy/conversation/together.ts'
import type { Owed } from '../../model/owed.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { ChannelName } from '../../base/message.ts'
import { untrusted } from '../../base/untrusted.ts'
import type { Instant } from '../../base/units.ts'

export type TurnPorts = Pick<
  CasePorts,
  'flow' | 'official' | 'emergency' | 'checks' | 'capabilities' | 'crisis' | 'sayings' | 'subjects' | 'facts'
>

export type TurnInput = { readonly input: ConversationInput; readonly context: ConversationContext }

/** What the conversation has to know of the case and its channel. */
export const contextOf = (
  ports: Omit<TurnPorts, 'flow' | 'crisis' | 'sayings'>,
  state: CaseState,
  channel: ChannelName,
  now: Instant,
): ConversationContext => {
  const official = ports.official(channel)
  const emergency = ports.emergency(now, state.language)
  const { note, edit: edits } = ports.capabilities(channel)
  return {
    now,
    language: state.language,
    checks: ports.checks,
    subject: ports.subjects.read,
    facts: ports.facts.read,
    ...(official === undefined ? {} : { official }),
    ...(note === undefined ? {} : { note }),
    ...(emergency === undefined ? {} : { emergency }),
    ...(edits === true ? { edits } : {}),
    ...(state.access.decoy ? { decoy: true as const } : {}),
    ...(state.receipt.due ? { sealing: true as const } : {}),
  }
}

/** Which messages a part is made of. */
const named = ({ lines, all }: Part): Pick<ConversationContext, 'inbound' | 'together' | 'hears'> => {
  const last = all.at(-1)?.inbound
  if (last === undefined) return {}
  const together = lines.map(({ inbound }) => inbound)
  return {
    inbound: last,
    hears: all.map(({ inbound }) => inbound),
    ...(together.length === 1 && together[0] === last ? {} : { together }),
  }
}

/**
 * The turns that words are which waited for more. Danger is read in all of them together: it may
 * stand in two messages.
 */
export const turnsOf = (
  { flow, crisis, sayings }: Pick<TurnPorts, 'flow' | 'crisis' | 'sayings'>,
  state: CaseState,
  owed: Owed,
  context: ConversationContext,
): readonly TurnInput[] =>
  partsOf(flow, state.conversation, owed.lines, state.askedAt, context.now).map((part) => ({
    input: part.input,
    context: {
      ...context,
      ...named(part),
      ...(owed.before === undefined ? {} : { heardBefore: owed.before }),
      sayings: sayings.read(part.input.text),
      hits: withHoursLeft(crisis.read(part.input.text), part.input.text, context.now),
    },
  }))

/** Danger that shows only where the messages are read together. */
export const noteWhole = (state: CaseState, turns: readonly TurnInput[]): readonly CaseEvent[] => {
  const known = new Set(state.conversation.crisis.map(({ rule }) => rule))
  return turns.flatMap(({ input, context: { inbound, hits = [] } }): CaseEvent[] => {
    const fresh = hits.filter(({ rule }) => !known.has(rule))
    if (input.kind !== 'text' || inbound === undefined || fresh.length === 0) return []
    return [
      {
        type: 'crisis_found',
        inbound,
        hits: fresh,
        sentences: fresh.map(({ start, end }) => untrusted(input.text.slice(start, end))),
      },
    ]
  })
}

/**
 * What a message is about besides itself: words that waited for more are decided with it, before
 * it. Files and forwarded words do not end the wait.
 */
const endsTheWait = (input: ConversationInput): boolean =>
  input.kind === 'press' || input.kind === 'command' || input.kind === 'text'

/** Words that were written before the question that stands now answer it not. */
const asEarlier = ({ input, context }: TurnInput): TurnInput => ({
  input: input.kind === 'text' ? { ...input, earlier: true } : input,
  context,
})

/**
 * The turns of a message: of the words that waited, then its own; and what is to be written down
 * before them.
 */
export const withOwed = (
  ports: Pick<TurnPorts, 'flow' | 'crisis' | 'sayings'>,
  state: CaseState,
  input: ConversationInput,
  context: ConversationContext,
): { readonly events: readonly CaseEvent[]; readonly turns: readonly TurnInput[] } => {
  const own = { input, context }
  const { owed } = state
  if (owed === undefined || botIsSilent(state) || isHidden(state) || isShut(state) || !endsTheWait(input))
    return { events: [], turns: [own] }
  const before = turnsOf(ports, state, owed, context)
  const settled: CaseEvent = { type: 'reply_settled', inbounds: owed.lines.map(({ inbound }) => inbound) }
  const events = [settled, ...noteWhole(state, before)]
  const { flow } = ports
  // A tap was meant for the question that stood; that about a danger, which they raised, is asked after it.
  const raisesDanger = (): boolean =>
    openDanger(flow, state.conversation) === undefined &&
    openDanger(flow, decideInTurn(flow, state.conversation, before).state) !== undefined
  if (input.kind === 'press' && raisesDanger()) return { events, turns: [own, ...before.map(asEarlier)] }
  // The words may have answered the question that this was meant for: another one stands then, that
  // nobody has seen.
  const isMeant =
    input.kind !== 'text' ||
    !isAboutQuestion(flow, state.conversation, input.text, context.now) ||
    decideInTurn(flow, state.conversation, before).state.asked === state.conversation.asked
  return { events, turns: isMeant ? [...before, own] : before }
}
