import type { CustodyPorts } from '../core/custody/checkpoint.ts'
import { makeKeeper } from '../core/custody/keeper.ts'
import type { Standing } from '../core/custody/standing.ts'
import type { Leases } from '../core/ports/store/leases.ts'
import { after, minutes } from '../core/base/units.ts'
import { makePollLoop, type PollLoop } from './poll-loop.ts'

const LEASE = 'checkpoint'
/** How often it is looked whether a checkpoint is due; the core says when one is. */
const LOOK = minutes(5)
/** Longer than a turn may take: every authority is asked for ten seconds at most. */
const HELD = minutes(2)

/** Makes checkpoints as they fall due. Of many processes one does; the log itself would bear several. */
export const startCheckpoints = (ports: CustodyPorts, leases: Leases, owner: string): PollLoop => {
  const keep = makeKeeper(ports)
  return makePollLoop({
    name: 'checkpoints',
    log: ports.log,
    every: LOOK,
    turn: async () => {
      const now = ports.clock.now()
      if (!(await leases.take(LEASE, { owner, now, until: after(now, HELD) }))) return
      try {
        const made = await keep()
        if (made !== undefined) ports.log.info('a checkpoint was made', { count: made.checkpoint.size })
      } finally {
        await leases.release(LEASE, owner)
      }
    },
  })
}

const time = (at: number): string => new Date(at).toISOString()

/** For `/readyz` and `amin doctor`: the newest checkpoint, and each authority's newest token. */
export const describeStanding = ({ latest, anchors }: Standing): Readonly<Record<string, string>> => ({
  checkpoints: latest === undefined ? 'none yet' : `newest ${time(latest.at)}`,
  ...Object.fromEntries(
    anchors.map(({ id, last }) => [
      `anchor ${id}`,
      last === undefined ? 'nothing yet' : `newest ${time(last.at)}`,
    ]),
  ),
})
