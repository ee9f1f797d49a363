import { askingNow } from '../../policy/access/asking.ts'
import { isGuarded, isShut } from '../../policy/access/lock.ts'
import type { CaseState } from '../../model/state.ts'
import { meaningOf } from '../../model/marks.ts'
import type { Instant } from '../../base/units.ts'
import type { Kept, ArrivalVerdict } from './arrival.ts'
import { readAside } from './aside.ts'
import { letGoTaken } from './files.ts'
import { askSecondLook, noteDanger, noteIdentifiers } from './notice.ts'
import { withdrawNamed } from './withdrawn.ts'
import { whereNow } from './shared.ts'

/** What an item means for access, and the item. */
export type Answered = Kept & ArrivalVerdict

/** What the platform tells of the chat: no word of the person's. */
export const noteChat = (kept: Kept): Kept | undefined => {
  const { ports, out, item } = kept
  switch (item.body.kind) {
    case 'blocked':
      out.emit({ type: 'person_blocked' })
      return undefined
    case 'unblocked':
      out.emit({ type: 'person_unblocked' })
      return undefined
    case 'reopened':
      if (isGuarded(ports.flow, out.state)) out.emit({ type: 'person_exited', reopened: true })
      return undefined
    default:
      return kept
  }
}

const hiddenIn = ({ redacted }: Kept): { readonly redacted?: true } => (redacted ? { redacted } : {})

/** A call, and what came too late: written down, and no part of the conversation. */
export const setAside = (kept: Kept): Kept | undefined => {
  const { ports, out, inbound, item, hits } = kept
  const emergency = ports.emergency(out.now, out.state.language)
  const aside = readAside(out.state, item, { danger: hits.length > 0, now: out.now, emergency })
  if (aside === undefined) return kept
  out.emit({ type: 'message_received', inbound, message: item, ...hiddenIn(kept) }, ...aside.events)
  out.say(...aside.says)
  return undefined
}

/**
 * The message is written down, with the danger that was heard in it. A later version stands beside
 * the earlier one (law 6).
 */
export const keep = (kept: Kept): Kept => {
  const { ports, out, inbound, item, hits } = kept
  const type = item.edit > 0 ? 'message_edited' : 'message_received'
  out.emit({ type, inbound, message: item, ...hiddenIn(kept) })
  noteDanger(out, kept, hits)
  if (kept.isTold) askSecondLook(ports, out, kept)
  if (item.edit > 0) {
    out.emit(...whereNow(ports.flow, out.state, item))
    if (kept.supplies.takenBack !== undefined) letGoTaken(ports, out, item, kept.supplies.takenBack)
  }
  if (item.edit === 0 && item.body.kind === 'press') out.signal({ kind: 'pressed', press: item.message })
  return kept
}

/**
 * Not in a chat that shows nothing, nor of a case that is closed, nor while something else is asked
 * than the flow's own question.
 */
const hearsMark = (state: CaseState, emoji: string, now: Instant): boolean =>
  meaningOf(emoji) !== undefined &&
  (!isShut(state) || state.conversation.unproven === true) &&
  !state.access.decoy &&
  state.hands.status !== 'closed' &&
  askingNow(state.access, now) === undefined

/**
 * The person's way to their own case: code, PIN, leaving, erasing. A mark under a message is kept;
 * it is heard where it answers the open question or is a cry for help, and is no word to anything
 * else.
 */
export const access = (kept: Kept): Answered => {
  const { out, item, supplies, isMark } = kept
  if (!isMark || item.edit > 0 || item.body.kind !== 'reaction') return { ...kept, ...kept.decideAccess() }
  const isHeard = supplies.underQuestion === true && hearsMark(out.before, item.body.emoji, out.now)
  return { ...kept, settled: !isHeard, statement: false }
}

/** Whatever names somebody in words that are not a matter of access alone. */
export const noteNames = (answered: Answered): Answered => {
  const { ports, out, item, settled, statement, supplies } = answered
  if (settled && !statement) return answered
  withdrawNamed(ports, out, item, supplies.editedAway ?? [])
  noteIdentifiers(ports, out, answered)
  return answered
}
