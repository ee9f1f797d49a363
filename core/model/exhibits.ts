import type { CaseEvent } from './events.ts'
import type { EvidenceId, InboundId, ObjectId, Sha256Hex } from '../base/ids.ts'
import type { EvidenceKind } from '../base/message.ts'
import type { CodeJudge, ReadPicture } from './reading-events.ts'
import { never } from '../base/never.ts'
import type { Bytes, Instant } from '../base/units.ts'
import type { Derived, Examination } from '../base/examination.ts'

/** A picture's PDQ: 64 hexadecimal digits, and a quality from 0 to 100; below 50 it matches nothing. */
export type Pdq = { readonly hash: string; readonly quality: number }

/** `value`: as it was confirmed, which may be put right. */
export type JudgedCode = {
  readonly verdict: 'confirmed' | 'rejected' | 'passed'
  readonly by: CodeJudge
  readonly value?: string
}

export type EvidenceState = {
  readonly kind: EvidenceKind
  readonly inbound: InboundId
  readonly announcedAt: Instant
  /** What was read off it, newest result of each aspect and tool; nothing before it was looked at. */
  readonly examined?: readonly Examination[]
  readonly derived?: readonly Derived[]
  /** Where its words stand and which codes are in it, where it is a picture of a chat that was read. */
  readonly read?: ReadPicture
  /** What was said of those codes, by their place; the last word counts. */
  readonly judged?: Readonly<Record<number, JudgedCode>>
  /** PDQ, as hexadecimal, and its quality, where it is a picture that has one. */
  readonly pdq?: Pdq
  /** The person agreed that this item's fingerprints go to platforms. */
  readonly shareable?: boolean
} &
  /** Only its fingerprints are here: the file stayed on the person's own device (law 10). */
  (
    | { readonly status: 'fingerprint'; readonly sha256: Sha256Hex; readonly receivedAt: Instant }
    | { readonly status: 'pending' }
    | { readonly status: 'failed'; readonly why: string }
    | {
        readonly status: 'sealed'
        readonly object: ObjectId
        readonly sha256: Sha256Hex
        readonly size: Bytes
        readonly mime?: string
        readonly receivedAt: Instant
        readonly preview:
          { readonly status: 'pending' | 'none' } | { readonly status: 'made'; readonly object: ObjectId }
      }
  )

export type Exhibits = Readonly<Record<EvidenceId, EvidenceState>>
type ExhibitEvent = Extract<
  CaseEvent,
  {
    type:
      | 'evidence_announced'
      | 'evidence_received'
      | 'evidence_failed'
      | 'preview_made'
      | 'preview_missing'
      | 'evidence_examined'
      | 'fingerprint_given'
      | 'sharing_allowed'
      | 'sharing_withdrawn'
      | 'reading_confirmed'
      | 'reading_rejected'
      | 'reading_passed'
  }
>

/**
 * What is known of the files after one more event about one of them. An event about an unknown file
 * changes nothing.
 */
export const evolveExhibits = (exhibits: Exhibits, event: ExhibitEvent, at: Instant): Exhibits => {
  const old = exhibits[event.evidence]
  const next =
    event.type === 'evidence_announced'
      ? announced(event, at)
      : old === undefined
        ? undefined
        : changed(old, event, at)
  return next === undefined ? exhibits : { ...exhibits, [event.evidence]: next }
}

const announced = (
  { kind, inbound }: Extract<ExhibitEvent, { type: 'evidence_announced' }>,
  at: Instant,
): EvidenceState => ({
  status: 'pending',
  kind,
  inbound,
  announcedAt: at,
})

const changed = (
  old: EvidenceState,
  event: Exclude<ExhibitEvent, { type: 'evidence_announced' }>,
  at: Instant,
): EvidenceState => {
  switch (event.type) {
    case 'evidence_received': {
      const { object, sha256, size, mime } = event
      const told = mime === undefined ? {} : { mime }
      return {
        ...begun(old),
        status: 'sealed',
        object,
        sha256,
        size,
        ...told,
        receivedAt: at,
        preview: { status: 'pending' },
      }
    }
    case 'evidence_failed':
      return { ...begun(old), status: 'failed', why: event.why }
    case 'preview_made':
      return old.status === 'sealed' ? { ...old, preview: { status: 'made', object: event.object } } : old
    case 'preview_missing':
      return old.status === 'sealed' ? { ...old, preview: { status: 'none' } } : old
    case 'evidence_examined':
      return old.status === 'sealed' ? examined(old, event) : old
    case 'fingerprint_given': {
      const { sha256, pdq } = event
      return {
        ...begun(old),
        status: 'fingerprint',
        sha256,
        receivedAt: at,
        ...(pdq === undefined ? {} : { pdq }),
      }
    }
    case 'sharing_allowed':
    case 'sharing_withdrawn':
      return { ...old, shareable: event.type === 'sharing_allowed' }
    case 'reading_confirmed':
      return withJudged(old, event, { verdict: 'confirmed', by: event.by, value: event.value })
    case 'reading_rejected':
      return withJudged(old, event, { verdict: 'rejected', by: event.by })
    case 'reading_passed':
      return withJudged(old, event, { verdict: 'passed', by: event.by })
    default:
      return never(event)
  }
}

const withJudged = (
  old: EvidenceState,
  { place }: { readonly place: number },
  code: JudgedCode,
): EvidenceState => ({ ...old, judged: { ...old.judged, [place]: code } })

type Sealed = Extract<EvidenceState, { status: 'sealed' }>

const begun = ({ kind, inbound, announcedAt, shareable }: EvidenceState) => ({
  kind,
  inbound,
  announcedAt,
  ...(shareable === undefined ? {} : { shareable }),
})

/**
 * A later look by the same tool at the same aspect takes the place of the earlier one; in the
 * ledger both stand.
 */
const examined = (
  old: Sealed,
  { results, derived, read }: Extract<ExhibitEvent, { type: 'evidence_examined' }>,
): Sealed => {
  const isNew = ({ aspect, tool }: Examination): boolean =>
    results.some((result) => result.aspect === aspect && result.tool === tool)
  const pdq = pdqOf(results)
  return {
    ...old,
    examined: [...(old.examined ?? []).filter((result) => !isNew(result)), ...results],
    derived: derived.length === 0 ? (old.derived ?? []) : derived,
    ...(read === undefined ? {} : { read }),
    ...(pdq === undefined ? {} : { pdq }),
  }
}

const pdqOf = (results: readonly Examination[]): Pdq | undefined => {
  const facts = results.find(({ aspect, found }) => aspect === 'fingerprint' && found === 'found')?.facts
  const { pdq, quality } = facts ?? {}
  return typeof pdq === 'string' && typeof quality === 'number' ? { hash: pdq, quality } : undefined
}
