import type { BetterAuthPluginDBSchema, DBAdapter } from 'better-auth'
import type { AgentId, CaseCode } from '../../../../core/base/ids.ts'
import type { Clock } from '../../../../core/ports/clock.ts'
import type { Log } from '../../../../core/ports/log.ts'
import { after, seconds, type Instant } from '../../../../core/base/units.ts'

const MODEL = 'presence'
/** A browser says it every 10 s: two that were lost are forgiven. */
const LASTS = seconds(25)
/** Channels tell of typing while it goes on, the web page every 4 s; it must not stay when they stop. */
const TYPING_LASTS = seconds(8)
/** How soon another process's members are seen. */
const PAUSE = seconds(2)
/** Rows read at once: ten cases open with each of 500 members. */
const MOST = 5_000

export type Doing = 'viewing' | 'typing'
/** The person of the case, among members of the team. */
export const PERSON = 'person'
type Who = AgentId | typeof PERSON
/** Everybody at a case, by id, in the order of their ids. */
export type Here = ReadonlyMap<Who, Doing>

type Row = {
  readonly id: string
  readonly code: CaseCode
  readonly who: Who
  readonly state: Doing
  readonly until: number
}
type Database = Pick<DBAdapter, 'create' | 'update' | 'findMany' | 'deleteMany'>

/**
 * Kept beside the people, in their database, so that several processes see the same; gone within
 * seconds, and never in a ledger.
 */
export const presenceSchema: BetterAuthPluginDBSchema = {
  [MODEL]: {
    fields: {
      key: { type: 'string', required: true, unique: true },
      code: { type: 'string', required: true },
      who: { type: 'string', required: true },
      state: { type: 'string', required: true },
      until: { type: 'number', required: true, bigint: true, index: true },
    },
  },
}

export type Presences = {
  readonly note: (code: CaseCode, who: Who, doing: Doing | 'left') => Promise<void>
  readonly of: (code: CaseCode) => Here
  /** The cases at which somebody is. */
  readonly cases: () => readonly CaseCode[]
  /** Reads who is where now, and tells what changed; a timer calls it, and tests do. */
  readonly refresh: () => Promise<void>
  /** Reads now and then while somebody listens. */
  readonly watch: (isWatched: () => boolean) => void
  readonly stop: () => void
}

const NOBODY: Here = new Map()
const isSame = (one: Here, other: Here): boolean =>
  one.size === other.size && [...one].every(([who, doing]) => other.get(who) === doing)

export const makePresences = ({
  database,
  clock,
  log,
  onChange,
}: {
  readonly database: () => Promise<Database>
  readonly clock: Clock
  readonly log: Log
  /** Of a case that somebody came to, left, or began or stopped to type in. */
  readonly onChange: (code: CaseCode, here: Here) => void
}): Presences => {
  let known = new Map<CaseCode, Here>()
  let timer: NodeJS.Timeout | undefined
  let reading: Promise<void> | undefined
  let again = false

  const read = async (): Promise<void> => {
    const adapter = await database()
    const now: Instant = clock.now()
    const rows = await adapter.findMany<Row>({
      model: MODEL,
      where: [{ field: 'until', operator: 'gt', value: now }],
      limit: MOST,
    })
    const next = new Map<CaseCode, Map<Who, Doing>>()
    for (const { code, who, state } of rows.toSorted((a, b) => (a.who < b.who ? -1 : 1)))
      next.set(code, (next.get(code) ?? new Map<Who, Doing>()).set(who, state))
    const before = known
    known = next
    for (const code of new Set([...before.keys(), ...next.keys()])) {
      const here = next.get(code) ?? NOBODY
      if (!isSame(before.get(code) ?? NOBODY, here)) onChange(code, here)
    }
  }
  /** One reading at a time; what was noted while one ran is read by the next. */
  const refresh = async (): Promise<void> => {
    if (reading !== undefined) {
      again = true
      return reading
    }
    reading = (async () => {
      do {
        again = false
        await read()
      } while (again)
    })().finally(() => (reading = undefined))
    return reading
  }

  const note: Presences['note'] = async (code, who, doing) => {
    const adapter = await database()
    const key = `${code}:${who}`
    const where = [{ field: 'key', value: key }]
    if (doing === 'left') await adapter.deleteMany({ model: MODEL, where })
    else {
      const until = after(clock.now(), who === PERSON ? TYPING_LASTS : LASTS)
      const changed = await adapter.update({ model: MODEL, where, update: { state: doing, until } })
      if (changed === null) {
        await adapter.deleteMany({
          model: MODEL,
          where: [{ field: 'until', operator: 'lte', value: clock.now() }],
        })
        try {
          await adapter.create({ model: MODEL, data: { key, code, who, state: doing, until } })
        } catch {
          // Another tab of the same member was first, which says the same.
        }
      }
    }
    const now = known.get(code)?.get(who)
    if (now !== (doing === 'left' ? undefined : doing)) await refresh()
  }

  return {
    note,
    refresh,
    of: (code) => known.get(code) ?? NOBODY,
    cases: () => [...known.keys()],
    watch: (isWatched) => {
      timer = setInterval(() => {
        if (isWatched() || known.size > 0)
          refresh().catch((error: unknown) => log.warn('who is at which case could not be read', { error }))
      }, PAUSE)
      timer.unref()
    },
    stop: () => clearInterval(timer),
  }
}
