import { expiresAt } from '../../policy/access/expiry.ts'
import type { Retention } from '../../model/access-rules.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { CaseSealer } from '../../ports/sealer.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import type { Instant } from '../../base/units.ts'
import { figuresOf, type Figures } from '../../policy/figures.ts'
import { gistOf, type Gist } from '../../policy/gist.ts'
import { marksOf, type RowMarks } from './dossier.ts'
import type { Flow } from '../../model/flow.ts'
import type { CaseState } from '../../model/state.ts'

/**
 * Of what rows say. To be raised with every change of what is derived of a case, in the row itself
 * (./view.ts) or in here: rows of before are made again by themselves (./refresh.ts).
 */
const VERSION = 3

/**
 * What a queue shows of a case and nobody else may read; sealed in its row, so that a list opens no
 * ledger.
 */
export type Summary = RowMarks & {
  /** Of the version that wrote the row, whatever a row of it says otherwise. */
  readonly v: 2 | typeof VERSION
  readonly lastWords: string
  readonly origin?: string
  /** What the case counts as. */
  readonly figures: Figures
  /** Of open cases; missing in rows that were written before there was one. */
  readonly gist?: Gist
  /** When the case ends by itself, as the rules of keeping stood when it was written last. */
  readonly endsAt?: Instant
}

/** Of rows that were written before marks were sealed in them. */
type Bare = { readonly v?: undefined; readonly lastWords: string }

/**
 * A summary as it was sealed last: most entries change nothing of it, and sealing costs more than
 * comparing.
 */
export type SealedSummary = { readonly text: string; readonly sealed: Uint8Array }

const context = ({ caseId }: { readonly caseId: CaseState['caseId'] }): string => `view:${caseId}`

/** Danger and wishes stand in the queue of those who may still be helped. */
const summaryOf = (
  state: CaseState,
  { retention, flow }: { readonly retention: Retention; readonly flow: Flow },
): Summary => {
  const endsAt = expiresAt(retention, state)
  return {
    v: VERSION,
    lastWords: state.lastWords,
    ...(state.origin === undefined ? {} : { origin: state.origin }),
    figures: figuresOf(flow.roles, state),
    ...(state.hands.status === 'closed' ? {} : marksOf(flow.roles, state)),
    ...(state.hands.status === 'closed' ? {} : { gist: gistOf(flow, state) }),
    ...(endsAt === undefined ? {} : { endsAt }),
  }
}

export const sealSummary = (
  state: CaseState,
  tools: {
    readonly sealer: CaseSealer
    readonly hasher: Hasher
    readonly retention: Retention
    readonly flow: Flow
  },
  before?: SealedSummary,
): SealedSummary => {
  const summary = summaryOf(state, tools)
  const text = tools.hasher.canonical(summary)
  return before?.text === text ? before : { text, sealed: tools.sealer.seal(context(state), summary) }
}

/** Written by an earlier version: what it says may differ from what is derived today. */
export const isOfBefore = ({ v }: Summary | Bare): boolean => v === undefined || v < VERSION

export const openSummary = (row: CaseRow, sealer: CaseSealer): Summary | Bare =>
  sealer.open(context(row), row.sealed) as Summary | Bare
