import type { ServerResponse } from 'node:http'
import type { DeskAgent } from '../../../../core/base/member.ts'
import type { CaseId } from '../../../../core/base/ids.ts'
import type { Clock } from '../../../../core/ports/clock.ts'
import type { Log } from '../../../../core/ports/log.ts'
import type { Feed } from '../../../../core/ports/store/feed.ts'
import type { CaseRow } from '../../../../core/ports/store/views.ts'
import { type Instant } from '../../../../core/base/units.ts'

export type Stream = {
  readonly raw: ServerResponse
  /** Session or key. */
  readonly bound: string
  /** Whether the one it was opened for may still read. */
  readonly isAllowed: () => Promise<boolean>
  readonly sees: Sees
  readonly reader: DeskAgent | undefined
  readonly onLive: (() => void) | undefined
  position: number
  live: boolean
  checkedAt: Instant
}

/** What of a row decides who may be told of the case. */
export type Told = Pick<CaseRow, 'code' | 'team' | 'copies' | 'assignee'>

type Sees = (row: Told) => boolean

export type StreamParts = {
  readonly feed: Feed
  readonly rowOf: (caseId: CaseId) => Promise<(Told & Pick<CaseRow, 'seq'>) | undefined>
  /** For what is announced: whether a member may be told of the case, by everything that is known of it. */
  readonly mayHear?: (row: CaseRow, reader: DeskAgent) => Promise<boolean>
  /** The person of a case has said something; only asked while somebody listens. */
  readonly onWord?: (code: CaseRow['code']) => void
  readonly clock: Clock
  readonly log: Log
}

/**
 * The live feed to all open consoles: one subscription, ids and kinds only, so that rights are
 * checked when something is fetched.
 */
export type Streams = {
  /** `too_many` where this session has as many as it may. `after` is the position the reader has seen. */
  readonly open: (reader: {
    readonly raw: ServerResponse
    readonly headers: Readonly<Record<string, number | string | string[] | undefined>>
    readonly bound: string
    readonly isAllowed: () => Promise<boolean>
    /** Cases that it must not name to this reader are passed over. */
    readonly sees: Sees
    readonly after: number | undefined
    /** Who reads: nobody where a program does, which is announced nothing. */
    readonly reader?: DeskAgent
    /** Once it has caught up. */
    readonly onLive?: () => void
  }) => 'open' | 'too_many'
  /**
   * Says something of a case now and never again: no part of the feed, so without a position. `to`:
   * only to this member.
   */
  readonly announce: (news: {
    readonly event: string
    readonly data: unknown
    readonly row: CaseRow
    readonly to?: DeskAgent
  }) => Promise<void>
  /** Asks of every stream at once whether it may still be open. */
  readonly recheck: () => Promise<void>
  /** Heartbeats and due rechecks; a timer calls it, and tests do. */
  readonly beat: () => void
  readonly count: () => number
  readonly stop: () => void
}

export type Frame =
  { readonly position: number } | { readonly position: number; readonly row: Told; readonly text: string }

export const frame = (event: string, id: number, data: unknown): string =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
