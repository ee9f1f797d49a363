import type { CaseCode, CaseId, ObjectId } from '../base/ids.ts'
import type { Severity } from '../base/severity.ts'
import type { Bytes, Instant } from '../base/units.ts'

/**
 * What a line outside is told: that a case waits. Nothing of the person, not even through the code,
 * which opens nothing by itself.
 */
export type AlarmCall = {
  readonly code: CaseCode
  readonly severity: Severity
  readonly team: string
  /** Counts the calls of this wait at this severity from 0. */
  readonly step: number
  readonly waitingSince: Instant
  /**
   * More than a few wait at this severity: the call is for all of them. `fresh`: not called for
   * before; `alike`: the most that came from one place or in the same words, as a flood does;
   * `codes`: some that are new and like no crowd, the one above first.
   */
  readonly together?: {
    readonly waiting: number
    readonly fresh: number
    readonly alike: number
    readonly codes: readonly CaseCode[]
  }
}

/** Someone outside who is on duty where nobody of the team came (bots/amin/README.md, Urgency). */
export type Alarm = {
  /**
   * `taken`: the other side said that it has it. `unreachable`: it did not, whatever the cause;
   * asking again later is safe, and the same call can be told from a new one by code, waitingSince
   * and step. Never throws for what the other side does.
   */
  readonly raise: (call: AlarmCall) => Promise<'taken' | 'unreachable'>
}

/**
 * Something of the machine that a person has to look at: ids and numbers only, for who mends disks
 * has no business with cases.
 */
export type CareCall =
  /** A sealed object is not as it was written, or not there. */
  | {
      readonly what: 'vault_fault'
      readonly object: ObjectId
      readonly caseId: CaseId
      readonly fault: string
      readonly at: Instant
    }
  /** No file is taken any more: what is left is kept for words. `room`: what may still be written. */
  | { readonly what: 'disk_low'; readonly room: Bytes; readonly at: Instant }

/** The same line outside as for people who wait, or another. */
export type Care = {
  /** As `raise`; the same call can be told from a new one by what it is about and `at`. */
  readonly tell: (call: CareCall) => Promise<'taken' | 'unreachable'>
}
