import type { BetterAuthPluginDBSchema, DBAdapter } from 'better-auth'
import type { AgentId } from '../../../../core/base/ids.ts'
import type { Clock } from '../../../../core/ports/clock.ts'
import { hours, instant, minutes, type Instant } from '../../../../core/base/units.ts'

const SHIFT = 'shift'
const REVEAL = 'reveal'
/** Without any act for so long, the next one begins a shift: a night between two days, and no long break. */
const GAP = hours(8)
/** How often an act is written down at most: a shift is not measured in seconds. */
const PAUSE = minutes(1)
/** Reveals are counted within a shift, and no shift is longer. */
const KEPT = hours(48)

type Row = { readonly agent: AgentId; readonly since: number; readonly last: number }
type Database = Pick<DBAdapter, 'create' | 'update' | 'findOne' | 'count' | 'deleteMany'>

/**
 * Kept beside the people it is about, so that several processes see the same. What was looked at,
 * and why, stands in the chains of cases alone.
 */
export const shiftSchema: BetterAuthPluginDBSchema = {
  [SHIFT]: {
    fields: {
      agent: { type: 'string', required: true, unique: true },
      since: { type: 'number', required: true, bigint: true },
      last: { type: 'number', required: true, bigint: true },
    },
  },
  [REVEAL]: {
    fields: {
      agent: { type: 'string', required: true, index: true },
      at: { type: 'number', required: true, bigint: true },
    },
  },
}

/**
 * When members of the team work, as far as their care needs it: from the first act after eight
 * hours without any.
 */
export type Shifts = {
  /** They did something. Returns when their shift began. */
  readonly act: (agent: AgentId) => Promise<Instant>
  /** When the shift they are in began; begins one where they are in none. */
  readonly begun: (agent: AgentId) => Promise<Instant>
  readonly revealed: (agent: AgentId) => Promise<void>
  /** Nothing where they are in no shift. `reveals`: files they opened in it. */
  readonly of: (agent: AgentId) => Promise<{ readonly since: Instant; readonly reveals: number } | undefined>
}

export const makeShifts = (database: () => Promise<Database>, clock: Clock): Shifts => {
  /** `written`: the act that is in the database; later ones of the same minute are not. */
  const known = new Map<
    AgentId,
    { readonly since: Instant; readonly last: Instant; readonly written: Instant }
  >()

  const isOver = (last: number, now: Instant): boolean => now - last >= GAP

  const read = async (agent: AgentId): Promise<Row | undefined> => {
    const row = await (
      await database()
    ).findOne<Row>({ model: SHIFT, where: [{ field: 'agent', value: agent }] })
    return row ?? undefined
  }

  const write = async (agent: AgentId, now: Instant): Promise<Instant> => {
    const adapter = await database()
    const row = await read(agent)
    const where = [{ field: 'agent', value: agent }]
    if (row !== undefined && !isOver(row.last, now)) {
      await adapter.update({ model: SHIFT, where, update: { last: Math.max(row.last, now) } })
      return instant(row.since)
    }
    await adapter.deleteMany({
      model: REVEAL,
      where: [
        { field: 'agent', value: agent },
        { field: 'at', operator: 'lt', value: now - KEPT },
      ],
    })
    if (row === undefined) {
      try {
        await adapter.create({ model: SHIFT, data: { agent, since: now, last: now } })
      } catch (error) {
        // Another call of the same member was first, which says the same.
        const first = await read(agent)
        if (first === undefined) throw error
        return instant(first.since)
      }
    } else await adapter.update({ model: SHIFT, where, update: { since: now, last: now } })
    return now
  }

  const act: Shifts['act'] = async (agent) => {
    const now = clock.now()
    const before = known.get(agent)
    if (before !== undefined && !isOver(before.last, now) && now - before.written < PAUSE) {
      known.set(agent, { ...before, last: now })
      return before.since
    }
    const since = await write(agent, now)
    known.set(agent, { since, last: now, written: now })
    return since
  }

  return {
    act,
    begun: async (agent) => {
      const now = clock.now()
      const before = known.get(agent)
      if (before !== undefined && !isOver(before.last, now)) return before.since
      const row = await read(agent)
      return row === undefined || isOver(row.last, now) ? act(agent) : instant(row.since)
    },
    revealed: async (agent) => {
      await (await database()).create({ model: REVEAL, data: { agent, at: clock.now() } })
    },
    of: async (agent) => {
      const row = await read(agent)
      if (row === undefined || isOver(Math.max(row.last, known.get(agent)?.last ?? 0), clock.now()))
        return undefined
      const reveals = await (
        await database()
      ).count({
        model: REVEAL,
        where: [
          { field: 'agent', value: agent },
          { field: 'at', operator: 'gte', value: row.since },
        ],
      })
      return { since: instant(row.since), reveals }
    },
  }
}
