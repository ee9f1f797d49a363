import type { CaseId, Sha256Hex } from '../../base/ids.ts'
import { minutes, type Instant } from '../../base/units.ts'
import type { Blinding } from '../../ports/blinding.ts'
import type { Oblivious } from '../../ports/oblivious.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ExchangeLog } from '../../ports/exchange-log.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Random } from '../../ports/random.ts'
import type { Signer } from '../../ports/signer.ts'
import { otherSide, sideOf, type Agreement, type Held, type ItemKind, type Side } from './agreement.ts'
import type { Message, Step } from './message.ts'
import { Refused, type Refusal } from './refusal.ts'
import { isAscending, isSize } from './sets.ts'
import { writeTranscript } from './transcript.ts'

/** What comes back for a message: another, or why there is none, as the other side says or the line. */
export type Answer =
  | { readonly status: 'answered'; readonly text: string }
  | { readonly status: 'refused'; readonly why: Refusal }
export type Send = (text: string) => Promise<Answer>

/** Something that cases of ours name, and which cases these are. `normal`: as marks are made of it. */
export type OwnItem = { readonly kind: ItemKind; readonly normal: string; readonly cases: readonly CaseId[] }

/** `left`: how many more there are than a run takes. */
export type Gathered = { readonly items: readonly OwnItem[]; readonly left: number }

/** What is kept of a run. `found`: nothing where we were not to learn anything, or did not. */
export type Kept = {
  readonly agreement: Sha256Hex
  readonly session: string
  readonly transcript: string
  readonly found?: readonly OwnItem[]
}

export type ExchangePorts = {
  readonly signer: Signer
  readonly hasher: Hasher
  readonly clock: Clock
  readonly random: Random
  readonly blinding: Blinding
  readonly oblivious: Oblivious
  /** To the third, where the agreement names one. */
  readonly third?: Send
  readonly log: ExchangeLog
  /** What of ours may be compared under these terms with the other side, the newest first, as much as a run takes. */
  readonly gather: (terms: Agreement, side: Side) => Promise<Gathered>
  /** Durable when it resolves. */
  readonly keep: (kept: Kept) => Promise<void>
  /** Whether something was ever kept of that run. */
  readonly isKept: (run: Pick<Kept, 'agreement' | 'session'>) => Promise<boolean>
}

/** Clocks of two machines may differ by so much, and a run takes no longer. */
export const SKEW = minutes(10)

/** One run, as one side has it. */
export type Run = {
  readonly held: Held
  readonly session: string
  readonly side: Side
  readonly other: Side
  readonly began: Instant
  readonly messages: (readonly [Step, Sha256Hex])[]
  ours: number
  theirs: number
}

export const beginRun = (held: Held, ours: Uint8Array, session: string, began: Instant): Run => {
  const side = sideOf(held.terms, ours)
  if (side === undefined) throw new Refused('wrong_party')
  return { held, session, side, other: otherSide(side), began, messages: [], ours: 0, theirs: 0 }
}

/** Throws `Refused` where a set may not have this form under the agreement. */
export const checkSet = (points: Message['points'], terms: Agreement): void => {
  if (points.length > terms.run) throw new Refused('too_many')
  if (!isSize(points.length, terms)) throw new Refused('wrong_size')
  if (!isAscending(points)) throw new Refused('unordered')
}

/**
 * How a run ended: `unconfirmed` without the last word of the other side, `left` by them for another one, or
 * refused.
 */
export type Ending = 'done' | 'unconfirmed' | 'left' | Refused

const endingText = (ending: Ending): string => {
  // A refusal is a word of plain HTTP that nobody signed: who says that it is theirs may be the line.
  if (ending instanceof Refused)
    return `${ending.theirs ? 'refused, as the line said' : 'refused by us'}: ${ending.written}`
  return ending === 'left' ? 'left by them' : ending
}

/** Writes down how a run ended: signed with us, and in the administrators' log. */
export const endRun = async (
  ports: ExchangePorts,
  run: Run,
  ending: Ending,
  found?: readonly OwnItem[],
): Promise<void> => {
  const { held, session, side, began, ours, theirs, messages } = run
  const agreement = held.hash
  const ended = ports.clock.now()
  const transcript = writeTranscript(ports, {
    agreement,
    session,
    side,
    began,
    ended,
    ours,
    theirs,
    messages,
    outcome: endingText(ending),
  })
  await ports.keep({ agreement, session, transcript, ...(found === undefined ? {} : { found }) })
  await ports.log.note(agreement, {
    what: 'ended',
    session,
    ...(ending instanceof Refused ? { outcome: 'refused', why: ending.written } : { outcome: ending }),
    transcript: ports.hasher.sha256(transcript),
  })
}
