import type { CaseEvent } from '../../model/events.ts'
import type { Flow } from '../../model/flow.ts'
import type { CaseState } from '../../model/state.ts'
import type { InboundId } from '../../base/ids.ts'
import type { Inbound } from '../../base/message.ts'
import type { Checks } from '../../ports/checks.ts'
import type { HelperLine } from '../../ports/helper.ts'
import { redact } from '../../text/helper/redact.ts'
import { knownOf } from './known.ts'

/** Newest messages that a model is shown at most, and how much of all of them together, in UTF-16 units. */
const MOST_LINES = 40
const MOST_WORDS = 12_000

/** Words that somebody said in the case; those of the team have no message of the person to point at. */
export type Told = { readonly inbound?: InboundId; readonly who: HelperLine['who']; readonly text: string }

const wordsIn = ({ body }: Inbound): string | undefined =>
  body.kind === 'text' ? body.text : body.kind === 'media' ? body.caption : undefined

/** Everything that was said in words, in its order, each message as it was written last. */
export const toldIn = (events: readonly CaseEvent[]): readonly Told[] => {
  const told: Told[] = []
  const places = new Map<string, number>()
  for (const event of events) {
    if (event.type === 'agent_said' && event.file === undefined) told.push({ who: 'team', text: event.text })
    if (event.type !== 'message_received' && event.type !== 'message_edited') continue
    const text = wordsIn(event.message)
    if (text === undefined || text.trim() === '') continue
    const { message, forward, by } = event.message
    const line: Told = {
      inbound: event.inbound,
      who: forward === undefined && by === undefined ? 'person' : 'other',
      text,
    }
    const place = event.type === 'message_edited' ? places.get(message) : undefined
    places.set(message, place ?? told.length)
    told[place ?? told.length] = line
  }
  return told
}

const newest = (told: readonly Told[]): readonly Told[] => {
  let left = MOST_WORDS
  const kept: Told[] = []
  for (const line of told.slice(-MOST_LINES).toReversed()) {
    left -= line.text.length
    if (left < 0 && kept.length > 0) break
    kept.unshift(line)
  }
  return kept
}

/** What a model is shown, numbered from 1, and what each number stands for. */
export type Shown = {
  readonly lines: readonly HelperLine[]
  readonly told: readonly Told[]
  readonly restore: (said: string) => string
}

export const showLines = (
  { flow, checks }: { readonly flow: Flow; readonly checks: Checks },
  state: CaseState,
  events: readonly CaseEvent[],
  told: readonly Told[],
): Shown => {
  const kept = newest(told)
  const { texts, restore } = redact(
    kept.map(({ text }) => text),
    knownOf(flow, state, events),
    checks,
  )
  return {
    told: kept,
    restore,
    lines: texts.map((words, at) => ({ id: at + 1, who: kept[at]?.who ?? 'other', words })),
  }
}
