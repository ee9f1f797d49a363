import type { ChannelHealth } from '../core/ports/channel.ts'
import type { Store } from '../core/ports/store/store.ts'
import type { Bytes, Instant } from '../core/base/units.ts'

const HEALTH_VALUE: Readonly<Record<ChannelHealth['status'], number>> = {
  starting: 0,
  ready: 1,
  degraded: 2,
  down: 3,
}

/** `room`: nothing where the vault does not know. */
export type VaultFigures = { readonly faults: number; readonly room?: Bytes }

const line = (name: string, labels: string, value: number): string =>
  `${name}${labels === '' ? '' : `{${labels}}`} ${value}`

/**
 * Prometheus text of what an operator watches at night: what waits, since when, and whether
 * channels flow. Labels are words of this program, never of a person (law 8).
 */
export const makeMetrics =
  (
    store: Store,
    now: () => Instant,
    channels: () => readonly { readonly name: string; readonly health: ChannelHealth }[],
    vault: () => Promise<VaultFigures>,
  ) =>
  async (): Promise<string> => {
    const { faults, room } = await vault()
    const [inbox, outbox, jobs, counts] = await Promise.all([
      store.inbox.depth(),
      store.outbox.depth(),
      store.jobs.depth(),
      store.views.counts(),
    ])
    const age = (oldest: Instant | undefined): number =>
      oldest === undefined ? 0 : Math.max(0, (now() - oldest) / 1000)
    const lines: string[] = []
    const metric = (name: string, help: string, samples: readonly string[]): void =>
      void lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...samples)
    const queues = { inbox, outbox, jobs }
    metric(
      'amin_waiting',
      'Rows that wait.',
      Object.entries(queues).map(([queue, depth]) => line('amin_waiting', `queue="${queue}"`, depth.waiting)),
    )
    metric(
      'amin_oldest_seconds',
      'Age of the oldest row that waits.',
      Object.entries(queues).map(([queue, depth]) =>
        line('amin_oldest_seconds', `queue="${queue}"`, age(depth.oldest)),
      ),
    )
    metric(
      'amin_cases',
      'Cases by status.',
      Object.entries(counts).map(([status, count]) => line('amin_cases', `status="${status}"`, count)),
    )
    metric(
      'amin_channel',
      'State of a channel: 0 starting, 1 ready, 2 degraded, 3 down.',
      channels().map(({ name, health }) =>
        line('amin_channel', `channel="${name}"`, HEALTH_VALUE[health.status]),
      ),
    )
    metric('amin_vault_faults', 'Sealed objects that are not as they were written.', [
      line('amin_vault_faults', '', faults),
    ])
    if (room !== undefined)
      metric('amin_vault_room_bytes', 'What may still be written of files before no more is taken.', [
        line('amin_vault_room_bytes', '', room),
      ])
    metric('amin_memory_bytes', 'Resident memory of this process.', [
      line('amin_memory_bytes', '', process.memoryUsage.rss()),
    ])
    return `${lines.join('\n')}\n`
  }
