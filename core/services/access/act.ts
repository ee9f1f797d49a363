import type { DecisionBuilder } from '../casebook/decision-builder.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import { fromPlatform } from '../../policy/conversation/commands.ts'
import type { FlowCommand } from '../../model/flow.ts'
import { meaningOf } from '../../model/marks.ts'
import { readToken } from '../../policy/conversation/token.ts'
import { commandIn, foldShort } from '../../policy/conversation/words.ts'
import type { InboundId } from '../../base/ids.ts'
import type { Inbound } from '../../base/message.ts'
import type { SecretPage } from '../../ports/secret-page.ts'
import type { Instant } from '../../base/units.ts'
import type { AccessReading } from '../../policy/access/reading.ts'
import { saysAnotherHand, tellsOfAnother } from '../../policy/access/another.ts'
import { isForOther } from '../../policy/conversation/whom.ts'
import { takesOneBack } from '../../policy/access/take-back.ts'

export type AccessPorts = Pick<
  CasePorts,
  'flow' | 'access' | 'phrases' | 'capabilities' | 'emergency' | 'checks' | 'hasher' | 'helps'
>

/**
 * One message looked at by core/services/access; `state` is the case's before it, and what is
 * decided goes to `out`.
 */
export type Act = {
  readonly ports: AccessPorts
  readonly out: DecisionBuilder
  readonly state: CaseState
  readonly inbound: InboundId
  readonly item: Inbound
  readonly now: Instant
  readonly reading: AccessReading
  /** Random characters of Crockford's alphabet. */
  readonly dice: string
  /** Where a secret can be asked for, if not in this chat. */
  readonly page?: SecretPage
  /** The command that the message is, in words or as the platform's own. */
  readonly command: FlowCommand | undefined
  /** What a button of core/services/access says. */
  readonly choice: string | undefined
  /** Written by somebody else who has the phone, and says so. */
  readonly isAnother: boolean
  /** Text, folded where it is short; empty where it has none. */
  readonly folded: string
  /** The message is to be sealed as a statement. */
  statement: boolean
}

const commandOf = (
  { flow }: AccessPorts,
  { body, forward, page }: Inbound,
  folded: string,
): FlowCommand | undefined => {
  // What is written on a page is what the page asked for, whatever it would mean in the chat.
  if (page !== undefined) return undefined
  if (body.kind === 'command' && forward === undefined) return fromPlatform(body.command)
  if (body.kind === 'reaction') return meaningOf(body.emoji) === 'urgent' ? 'urgent' : undefined
  return folded === '' ? undefined : commandIn(flow, folded)
}

/** Who tells for somebody else is that person's brother, and may ask who we are. */
const isAnothers = ({ flow, access }: AccessPorts, state: CaseState, body: Inbound['body']): boolean => {
  const { another } = access
  if (another === undefined || body.kind !== 'text' || state.access.decoy) return false
  const story = state.conversation.answers[flow.story.step]
  const isForOthers =
    isForOther(flow, state.conversation) || (story?.kind === 'text' && tellsOfAnother(another, story.text))
  return saysAnotherHand(another, body.text, isForOthers)
}

export const beginAct = (
  ports: AccessPorts,
  out: DecisionBuilder,
  { inbound, item }: Pick<Act, 'inbound' | 'item'>,
  supplies: Pick<Act, 'reading' | 'dice' | 'page'>,
): Act => {
  const { body } = item
  // Somebody else's words are no word to us, whatever they are: forwarded, "erase" erases nothing.
  const isOwn = item.forward === undefined
  const folded = isOwn && body.kind === 'text' ? (foldShort(body.text) ?? '') : ''
  const token = isOwn && body.kind === 'press' ? readToken(body.token) : undefined
  return {
    ports,
    out,
    state: out.state,
    now: out.now,
    inbound,
    item,
    ...supplies,
    command: commandOf(ports, item, folded),
    choice: token?.kind === 'access' ? token.choice : undefined,
    isAnother:
      isOwn && item.edit === 0 && out.state.conversation.asked > 0 && isAnothers(ports, out.state, body),
    folded,
    statement: false,
  }
}

/**
 * Takes this very message back from the chat, where the channel can take back a single one:
 * somebody may look at the phone later.
 */
export const takeBack = (act: Act): void => {
  const { channel, message } = act.item
  const isTaken = act.out.signals.some(({ kind }) => kind === 'wipe')
  if (takesOneBack(act.ports.capabilities(channel)) && !isTaken)
    act.out.signal({ kind: 'wipe', messages: [message] })
}

export const leave = (act: Act): void => act.out.emit({ type: 'access_left' })
