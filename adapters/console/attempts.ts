import type { BetterAuthPluginDBSchema, DBAdapter } from 'better-auth'
import type { Clock } from '../../core/ports/clock.ts'
import type { Hasher } from '../../core/ports/hasher.ts'
import { after, minutes, ms, type Ms } from '../../core/units.ts'

/** Five wrong passwords in a quarter of an hour, whatever addresses they come from. */
const MAX_ATTEMPTS = 5
const WINDOW = minutes(15)
const MODEL = 'tries'
/** Rows read at once: five for each account of the largest team. */
const MOST = 25_000

/** The name under which an account's tries are counted: its address itself stands nowhere. */
export const accountKey = (hasher: Hasher, email: string): string => hasher.keyed('session', 'account', email.toLowerCase())

/** Tries of whoever is signed in as the account already: strangers who guess outside take nothing from these. */
export const insideKey = (account: string): string => `${account}.inside`

type Row = { readonly id: string; readonly key: string; readonly account: string; readonly until: number }
type Database = Pick<DBAdapter, 'create' | 'findMany' | 'deleteMany'>

export type Attempts = {
  readonly schema: BetterAuthPluginDBSchema
  /** Counts an attempt before it is judged, so that many at once cannot slip past the limit. `wait` until the next may be made. */
  readonly begin: (
    database: Database,
    key: string,
  ) => Promise<{ readonly status: 'allowed' } | { readonly status: 'locked'; readonly wait: Ms }>
  /** Until when each of these accounts takes no password; those that do are left out. */
  readonly locked: (database: Database) => Promise<ReadonlyMap<string, number>>
  /** After one that was right. */
  readonly forget: (database: Database, key: string) => Promise<void>
}

/**
 * Each attempt takes one of a few places, a row under a unique key, for a while: of many at once no more get one than there are. Inserting
 * under a unique key is the one thing that every database does at once or not at all; a conditional update is not (FerretDB).
 */
export const makeAttempts = (clock: Clock): Attempts => {
  const ofAccount = (account: string) => ({ field: 'account', value: account })

  const take = async (database: Database, account: string, place: number): Promise<boolean> => {
    try {
      await database.create({ model: MODEL, data: { key: `${account}#${place}`, account, until: after(clock.now(), WINDOW) } })
      return true
    } catch {
      // Somebody has this place; a database that does not answer says so at the next question.
      return false
    }
  }

  return {
    schema: {
      [MODEL]: {
        fields: {
          key: { type: 'string', required: true, unique: true },
          account: { type: 'string', required: true, index: true },
          until: { type: 'number', required: true, bigint: true },
        },
      },
    },
    begin: async (database, account) => {
      const now = clock.now()
      await database.deleteMany({ model: MODEL, where: [ofAccount(account), { field: 'until', operator: 'lte', value: now }] })
      const held = await database.findMany<Row>({ model: MODEL, where: [ofAccount(account)] })
      const taken = new Set(held.map(({ key }) => key))
      for (let place = 0; place < MAX_ATTEMPTS; place += 1)
        if (!taken.has(`${account}#${place}`) && (await take(database, account, place))) return { status: 'allowed' }
      const rows = await database.findMany<Row>({ model: MODEL, where: [ofAccount(account)] })
      const free = Math.min(...rows.map(({ until }) => until), after(now, WINDOW))
      return { status: 'locked', wait: ms(Math.max(0, free - now)) }
    },
    locked: async (database) => {
      const rows = await database.findMany<Row>({
        model: MODEL,
        where: [{ field: 'until', operator: 'gt', value: clock.now() }],
        limit: MOST,
      })
      const ends = new Map<string, number[]>()
      for (const { account, until } of rows) ends.set(account, [...(ends.get(account) ?? []), until])
      const full = [...ends].filter(([, untils]) => untils.length >= MAX_ATTEMPTS)
      return new Map(full.map(([account, untils]) => [account, Math.min(...untils)]))
    },
    forget: async (database, account) => void (await database.deleteMany({ model: MODEL, where: [ofAccount(account)] })),
  }
}
