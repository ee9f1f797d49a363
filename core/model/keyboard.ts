import type { Instant } from '../base/units.ts'
import type { CaseEvent } from './events.ts'
import type { Button } from '../ports/channel.ts'
import type { CaseState, EventPlace } from './state.ts'

/** A message of ours with buttons, by its outbox row. `pressed`: one of them was. */
export type Keyboard = {
  readonly seq: number
  readonly n: number
  readonly text: string
  readonly buttons: readonly Button[]
  /** When the message first came into the chat: one that was changed since is no younger. */
  readonly at: Instant
  readonly pressed?: true
}

/** Older ones are left as they are: nobody scrolls that far. Bounds what a case keeps in memory. */
const KEPT = 8

/**
 * Nothing of before is touched once the chat was left, wiped or moved: it is gone, or somebody else
 * looks.
 */
export const evolveKeyboards = (
  { keyboards: known, access }: CaseState,
  event: CaseEvent,
  { seq, at }: EventPlace,
): readonly Keyboard[] => {
  switch (event.type) {
    case 'bot_said': {
      if (event.buttons === undefined || event.held === true) return known
      const { instead } = event
      const replaced = known.find((one) => one.seq === instead?.seq && one.n === instead.n)
      const fresh = { seq, n: event.n, text: event.text, buttons: event.buttons, at: replaced?.at ?? at }
      return [...known.filter((one) => one !== replaced), fresh].slice(-KEPT)
    }
    case 'words_released': {
      const released = event.lines.flatMap(({ seq: saidIn, n, row }) => {
        const line = access.held.find((one) => one.seq === saidIn && one.n === n)
        return line?.buttons === undefined
          ? []
          : [{ seq, n: row, text: line.text, buttons: line.buttons, at }]
      })
      return released.length === 0 ? known : [...known, ...released].slice(-KEPT)
    }
    case 'message_received': {
      const { body } = event.message
      if (body.kind !== 'press') return known
      const holds = ({ buttons }: Keyboard): boolean => buttons.some(({ token }) => token === body.token)
      return known.some(holds) ? known.map((one) => (holds(one) ? { ...one, pressed: true } : one)) : known
    }
    // By an exit only what was said before it goes: nothing of that is left here since.
    case 'messages_wiped':
      return event.by === 'erase' ? [] : known
    case 'person_exited':
    case 'chat_attached':
    case 'decoy_opened':
    case 'case_erased':
      return []
    default:
      return known
  }
}
