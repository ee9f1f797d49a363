import type { DecisionBuilder } from '../casebook/decision-builder.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { isShut } from '../../policy/access/lock.ts'
import { deniedIdentifiers, extractIdentifiers } from '../../text/identifiers/extract.ts'
import { isSameName, type Identifier } from '../../text/identifiers/identifier.ts'
import type { CaseState } from '../../model/state.ts'
import type { Inbound } from '../../base/message.ts'
import { ownWords } from './notice.ts'

const namesIn = (ports: Pick<CasePorts, 'checks'>, item: Inbound): readonly Identifier[] => {
  const words = ownWords(item)
  return words === undefined ? [] : extractIdentifiers(words, ports.checks)
}

/**
 * What stood in an earlier version of a message and stands neither in this one nor in any other message of
 * the person: it was edited away. Nothing where the message was deleted: what was said stays.
 */
export const editedAway = async (
  ports: Pick<CasePorts, 'checks'>,
  casebook: Pick<Casebook, 'read'>,
  state: CaseState,
  item: Inbound,
): Promise<readonly Identifier[]> => {
  if (item.edit === 0 || state.identifiers.length === 0 || ownWords(item) === undefined) return []
  const { events } = await casebook.read(state.caseId)
  const newest = new Map<string, Inbound>()
  const before: Identifier[] = []
  for (const event of events.flat()) {
    if (event.type !== 'message_received' && event.type !== 'message_edited') continue
    const { message } = event
    if (message.message === item.message) before.push(...namesIn(ports, message))
    else if (ownWords(message) !== undefined) newest.set(message.message, message)
  }
  if (before.length === 0) return []
  const stands = [item, ...newest.values()].flatMap((message) => namesIn(ports, message))
  return before.filter((one) => !stands.some((other) => isSameName(one, other)))
}

/**
 * What the person takes back of whom they named ("it is @b, not @a", or by editing it away) is marked so
 * in the case and matches nothing any more. Not in a chat that was left: who says it there may be another.
 */
export const withdrawNamed = (
  { checks }: Pick<CasePorts, 'checks'>,
  out: DecisionBuilder,
  item: Inbound,
  gone: readonly Identifier[],
): void => {
  const words = ownWords(item)
  if (words === undefined || isShut(out.state) || out.state.access.decoy) return
  const taken = [...gone, ...deniedIdentifiers(words, checks, out.state.identifiers)]
  const normals = out.state.identifiers.flatMap((one) =>
    one.owner !== 'self' &&
    one.withdrawn !== true &&
    one.judged !== true &&
    taken.some((other) => isSameName(one, other))
      ? [one.normal]
      : [],
  )
  if (normals.length > 0) out.emit({ type: 'identifiers_withdrawn', normals })
}
