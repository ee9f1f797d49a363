import type { Hasher } from '../../ports/hasher.ts'
import type { Entry } from '../../ports/store/ledger.ts'
import type { Instant } from '../../base/units.ts'
import { readHeader } from '../../model/entry.ts'
import type { Opened } from './event-cache.ts'
import { transcribe, type Placed, type TranscriptLine } from '../../model/transcript.ts'

/** What the entries of a case tell: its events in order, and what of them is shown as a conversation. */
type Told = {
  readonly placed: readonly Placed[]
  readonly lines: readonly TranscriptLine[]
}

/** `otherwise`: the time of an entry whose header cannot be read. */
export type Teller = (opened: Opened, otherwise: Instant) => Told

/**
 * A console asks for the same case again and again: a header is read once while its entry is kept
 * (core/services/casebook/event-cache), and the whole once while nothing is new.
 */
export const makeTeller = (hasher: Hasher): Teller => {
  const times = new WeakMap<Entry, Instant>()
  const known = new WeakMap<Opened, Told>()

  const timeOf = (entry: Entry): Instant | undefined => {
    const at = times.get(entry) ?? readHeader(hasher, entry.header)?.at
    if (at !== undefined) times.set(entry, at)
    return at
  }

  return (opened, otherwise) => {
    const told = known.get(opened)
    if (told !== undefined) return told
    const placed = opened.entries.flatMap((entry, i) => {
      const at = timeOf(entry) ?? otherwise
      return (opened.events[i] ?? []).map((event, n) => ({ event, seq: entry.seq, n, at }))
    })
    const fresh = { placed, lines: transcribe(placed) }
    known.set(opened, fresh)
    return fresh
  }
}
