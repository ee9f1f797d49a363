import type { AgentId, CaseCode, CaseId, Sha256Hex } from '../../base/ids.ts'
import type { Language } from '../../base/language.ts'
import type { ChannelName } from '../../base/message.ts'
import type { Severity } from '../../base/severity.ts'
import type { Instant } from '../../base/units.ts'

/* What the queue shows; rebuilt from ledgers at any time (law 2). */

export type CaseStatus = 'bot' | 'waiting' | 'agent' | 'closed' | 'erased'

/**
 * Nothing here names a person; `sealed` holds what does (the last words for the list), under the
 * case key.
 */
export type CaseRow = {
  readonly caseId: CaseId
  readonly code: CaseCode
  /** Of the newest entry. A row never replaces one of a higher seq, by commit or by `put`. */
  readonly seq: number
  readonly hash: Sha256Hex
  readonly status: CaseStatus
  readonly severity: Severity
  readonly team: string
  /** Teams that see the case as well; none of them is `team`, none stands twice. */
  readonly copies: readonly string[]
  readonly assignee?: AgentId
  readonly language: Language
  /** `phone`: told on a call. `import`: kept somewhere else before. To both there is no chat to write to. */
  readonly channel: ChannelName | 'phone' | 'import'
  readonly openedAt: Instant
  /** Since when a person waits for a person; the queue's order within a severity. */
  readonly waitingSince?: Instant
  /**
   * Keyed hashes of what others could be known by in this case (numbers, handles, wallets); none of
   * the person's own, none twice. Beside them the word `wanted`, where somebody of the team may
   * have to answer in it (core/services/agents/wanted).
   */
  readonly marks: readonly string[]
  /** When the first words of a person are due; only where somebody waits for them. */
  readonly dueAt?: Instant
  readonly lastAt: Instant
  /** Messages of the person since an agent last spoke or claimed. */
  readonly unread: number
  /** Files of the person; words that were sealed are none. */
  readonly evidence: number
  readonly sealed: Uint8Array
}

/**
 * What one member of the team may see (core/policy/visibility/sight): cases of one of `teams`,
 * leading or copied, unless one of `without` leads or has a copy; and always what `agent` holds.
 */
export type Sight = {
  readonly teams: readonly string[]
  readonly without: readonly string[]
  readonly agent: AgentId
}

export type CaseFilter = {
  readonly status?: readonly CaseStatus[]
  readonly severity?: readonly Severity[]
  /** Cases that this team leads or has a copy of. */
  readonly team?: string
  readonly assignee?: AgentId
  /** Only what this member may see. */
  readonly sight?: Sight
  /** The beginning of a case code. */
  readonly code?: string
  readonly language?: Language
  /** Something happened in it since, and it was opened before. */
  readonly from?: Instant
  readonly to?: Instant
}

export type OpenCounts = Readonly<Record<'bot' | 'waiting' | 'agent', number>>

export type Views = {
  /**
   * Queue order: severity (P1 first), then waiting longest first, those who do not wait last by
   * newest activity; then case id. A cursor is opaque, names nobody, and stays good while cases
   * move; one that cannot be read gives no rows and is `stray`. No cursor is returned after the
   * last row.
   */
  readonly list: (
    filter: CaseFilter,
    page: { readonly limit: number; readonly cursor?: string },
  ) => Promise<{ readonly rows: readonly CaseRow[]; readonly cursor?: string; readonly stray?: true }>
  readonly byCode: (code: CaseCode) => Promise<CaseRow | undefined>
  readonly byId: (caseId: CaseId) => Promise<CaseRow | undefined>
  /** Those that are there, in no order. */
  readonly byIds: (cases: readonly CaseId[]) => Promise<readonly CaseRow[]>
  readonly counts: () => Promise<Readonly<Record<CaseStatus, number>>>
  /**
   * Cases that are still worked on, of one team or that one member may see; never counts what is
   * closed, which is most.
   */
  readonly openCounts: (of: Pick<CaseFilter, 'team' | 'sight'>) => Promise<OpenCounts>
  /** The cases whose row has one of these marks, in no order, at most `limit`; each once. */
  readonly marked: (marks: readonly string[], limit: number) => Promise<readonly CaseId[]>
  /** Removes every row; `put` fills them again. For rebuilding only. */
  readonly clear: () => Promise<void>
  readonly put: (row: CaseRow) => Promise<void>
}
