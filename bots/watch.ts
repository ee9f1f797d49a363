import { monitorEventLoopDelay } from 'node:perf_hooks'
import { SEVERITIES } from '../core/base/severity.ts'
import type { Standing } from '../core/custody/standing.ts'
import type { Store } from '../core/ports/store/store.ts'
import type { CaseRow } from '../core/ports/store/views.ts'
import type { Instant } from '../core/base/units.ts'
import { expose } from './exposition.ts'
import type { Operator } from './operator.ts'
import { confirmedFor, withConfirmed, type Confirmed } from './operator-rules.ts'
import { VERSION } from './version.ts'

/** Cases that wait are looked through up to this; more are told as this many. */
const MOST_WAITING = 2_000
const PAGE = 200

type WatchParts = {
  readonly store: Pick<Store, 'views'>
  readonly now: () => Instant
  readonly operator: Operator
  readonly confirmed: Confirmed
  readonly standing: () => Promise<Standing>
  /** Nothing where copies are not made here (MongoDB); 0 where none was made yet. */
  readonly lastBackup: () => number | undefined
}

const toSeconds = (at: number): number => Math.floor(at / 1000)

const waitingCases = async ({ views }: WatchParts['store']): Promise<readonly CaseRow[]> => {
  const rows: CaseRow[] = []
  let cursor: string | undefined
  do {
    const page = await views.list(
      { status: ['waiting'] },
      { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
    )
    rows.push(...page.rows)
    cursor = page.cursor
  } while (cursor !== undefined && rows.length < MOST_WAITING)
  return rows
}

/**
 * What an alarm at night is about: people who wait too long, and what would be missed when it is
 * needed. Then this process itself.
 */
export const makeWatch = ({
  store,
  now,
  operator,
  confirmed,
  standing,
  lastBackup,
}: WatchParts): (() => Promise<string>) => {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  return async () => {
    const at = now()
    const [waiting, { latest, anchors }] = await Promise.all([waitingCases(store), standing()])
    const oldest = (severity: string): number =>
      Math.max(
        0,
        ...waiting.flatMap((row) =>
          row.severity === severity && row.waitingSince !== undefined ? [(at - row.waitingSince) / 1000] : [],
        ),
      )
    const missed = (severity: string): number =>
      waiting.filter((row) => row.severity === severity && row.dueAt !== undefined && row.dueAt < at).length
    const overdue = (withConfirmed(operator, confirmed, at).hotlines ?? []).filter((line) => {
      const left = confirmedFor(line, at)
      return left === 'future' || left <= 0
    })
    const copied = lastBackup()
    const { user, system } = process.cpuUsage()
    const lag = delay.percentile(99) / 1e9
    delay.reset()
    return [
      expose(
        'gauge',
        'amin_people_oldest_seconds',
        'How long the person has waited who waits longest, by severity; 0 where nobody does.',
        SEVERITIES.map((severity) => ({ labels: { severity }, value: Math.round(oldest(severity)) })),
      ),
      expose(
        'gauge',
        'amin_targets_missed',
        'People who wait now beyond the time in which somebody was to answer.',
        SEVERITIES.map((severity) => ({ labels: { severity }, value: missed(severity) })),
      ),
      expose(
        'gauge',
        'amin_checkpoint_timestamp_seconds',
        'When the newest checkpoint was signed; 0 where there is none.',
        [{ value: latest === undefined ? 0 : toSeconds(latest.at) }],
      ),
      expose(
        'gauge',
        'amin_anchor_timestamp_seconds',
        'When a time-stamping authority last answered; 0 where it never did.',
        anchors.map(({ id, last }) => ({
          labels: { anchor: id },
          value: last === undefined ? 0 : toSeconds(last.at),
        })),
      ),
      ...(copied === undefined
        ? []
        : [
            expose(
              'gauge',
              'amin_backup_timestamp_seconds',
              'When the last backup ended without a fault; 0 where there is none.',
              [{ value: toSeconds(copied) }],
            ),
          ]),
      expose(
        'gauge',
        'amin_hotlines_overdue',
        'Hotlines that are not shown, since nobody called them lately.',
        [{ value: overdue.length }],
      ),
      expose('gauge', 'amin_build_info', 'Which Amin this is.', [
        { labels: { version: VERSION, node: process.version }, value: 1 },
      ]),
      expose('gauge', 'process_start_time_seconds', 'When this process began.', [
        { value: toSeconds(Date.now() - process.uptime() * 1000) },
      ]),
      expose('counter', 'process_cpu_seconds_total', 'Processor time of this process.', [
        { value: (user + system) / 1e6 },
      ]),
      expose('gauge', 'process_resident_memory_bytes', 'Memory of this process.', [
        { value: process.memoryUsage.rss() },
      ]),
      expose(
        'gauge',
        'nodejs_eventloop_lag_p99_seconds',
        'How long work waited for this process since the last look; a whole second is too long.',
        [{ value: Number.isFinite(lag) ? lag : 0 }],
      ),
    ].join('')
  }
}
