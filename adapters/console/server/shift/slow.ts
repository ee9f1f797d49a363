import type { AgentId } from '../../../../core/base/ids.ts'
import type { Clock } from '../../../../core/ports/clock.ts'
import type { Log } from '../../../../core/ports/log.ts'
import type { Agents } from '../identity/agents.ts'
import type { Gate } from '../identity/caller.ts'
import { isoOf } from '../http/iso.ts'
import type { Office } from '../office.ts'
import { makePace } from '../http/pace.ts'
import { refuse } from '../http/problem.ts'
import type { PushBook } from './push-book.ts'
import { wakeMember, type PushLine } from './push-waker.ts'
import { isRole, roleMay } from '../identity/roles.ts'

type SlowParts = {
  readonly agents: Pick<Agents, 'list' | 'deeds'>
  readonly gate: Gate
  readonly clock: Clock
  readonly log: Log
  readonly book: PushBook
  readonly line: PushLine | undefined
}

/**
 * Refuses, with the time, what is more than anybody does in an hour, and tells supervisors of it,
 * once an hour a member.
 */
export const makeSlow = ({ agents, gate, clock, log, book, line }: SlowParts): Office['slow'] => {
  const pace = makePace(clock)
  const tell = async (who: AgentId, what: string): Promise<void> => {
    try {
      await agents.deeds.append({ by: who, kind: 'member_slowed', subject: who, detail: { what } })
      if (line === undefined) return
      const supervisors = (await agents.list()).filter(
        ({ id, role, state }) =>
          id !== who && state === 'active' && isRole(role) && roleMay(role, 'supervise'),
      )
      await Promise.all(supervisors.map(({ id }) => wakeMember({ book, line, log }, id, 'waiting')))
    } catch (error) {
      log.error('supervisors could not be told of a member who was slowed', { agentId: who, error })
    }
  }
  return async (request, reply, what) => {
    const { id } = gate.callerOf(request)
    const { until, first } = pace.take(id, what)
    if (until === undefined) return undefined
    if (first) await tell(id, what)
    return refuse(reply.header('retry-after', String(Math.ceil((until - clock.now()) / 1000))), 'slowed', {
      until: isoOf(until),
    })
  }
}
