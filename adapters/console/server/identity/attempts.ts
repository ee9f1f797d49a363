import type { BetterAuthPluginDBSchema, DBAdapter } from 'better-auth'
import type { Clock } from '../../../../core/ports/clock.ts'
import type { Hasher } from '../../../../core/ports/hasher.ts'
import { after, minutes, ms, type Ms } from '../../../../core/base/units.ts'

/**
 * `places`: tries that are taken at once. `lasts`: how long the place of a try is held, the first
 * being 0.
 */
export type Rule = { readonly places: number; readonly lasts: (place: number) => Ms }

/**
 * Five in a quarter of an hour: of one browser that was signed in before, of one network, of
 * whoever is signed in.
 */
export const FEW: Rule = { places: 5, lasts: () => minutes(15) }
/**
 * Of all strangers together, wherever they come from: ten at once, then one every 90 s, so that an
 * account is guessed at slowly and is never shut. A day of it is under a thousand guesses, against
 * passwords that are not among the first hundred million.
 */
export const SLOWLY: Rule = { places: 10, lasts: (place) => ms((place + 1) * 90_000) }
const MODEL = 'tries'
/** Rows read at once: ten for each account of the largest team. */
const MOST = 50_000

/** The name under which an account's tries are counted: its address itself stands nowhere. */
export const accountKey = (hasher: Hasher, email: string): string =>
  hasher.keyed('session', 'account', email.toLowerCase())

/**
 * Tries of whoever is signed in as the account already: strangers who guess outside take nothing
 * from these.
 */
export const insideKey = (account: string): string => `${account}.inside`
/** Of a browser that was signed in to the account before. */
export const deviceKey = (account: string, device: string): string => `${account}.device.${device}`
/**
 * Of one stranger who tries the account: an address, or the /64 of IPv6 that auth-routes.ts makes
 * of it. It stands nowhere itself.
 */
export const networkKey = (hasher: Hasher, account: string, address: string): string =>
  `${account}.from.${hasher.keyed('session', 'network', address).slice(0, 32)}`

type Row = { readonly id: string; readonly key: string; readonly account: string; readonly until: number }
type Database = Pick<DBAdapter, 'create' | 'findMany' | 'deleteMany'>

export type Attempts = {
  readonly schema: BetterAuthPluginDBSchema
  /**
   * Counts an attempt before it is judged, so that many at once cannot slip past the limit. `wait`
   * until the next may be made.
   */
  readonly begin: (
    database: Database,
    key: string,
    rule: Rule,
  ) => Promise<{ readonly status: 'allowed' } | { readonly status: 'locked'; readonly wait: Ms }>
  /** Until when each of these accounts takes no password of strangers; those that do are left out. */
  readonly locked: (database: Database) => Promise<ReadonlyMap<string, number>>
  /** After one that was right: those under this key, and under what it begins. */
  readonly forget: (database: Database, key: string) => Promise<void>
}

/**
 * Each attempt takes one of a few places, a row under a unique key, for a while: of many at once no
 * more get one than there are. Inserting under a unique key is the one thing that every database
 * does at once or not at all; a conditional update is not (FerretDB).
 */
export const makeAttempts = (clock: Clock): Attempts => {
  const ofAccount = (account: string) => ({ field: 'account', value: account })

  const take = async (database: Database, account: string, place: number, rule: Rule): Promise<boolean> => {
    try {
      await database.create({
        model: MODEL,
        data: { key: `${account}#${place}`, account, until: after(clock.now(), rule.lasts(place)) },
      })
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
    begin: async (database, account, rule) => {
      const now = clock.now()
      await database.deleteMany({
        model: MODEL,
        where: [ofAccount(account), { field: 'until', operator: 'lte', value: now }],
      })
      const held = await database.findMany<Row>({ model: MODEL, where: [ofAccount(account)] })
      const taken = new Set(held.map(({ key }) => key))
      for (let place = 0; place < rule.places; place += 1)
        if (!taken.has(`${account}#${place}`) && (await take(database, account, place, rule)))
          return { status: 'allowed' }
      const rows = await database.findMany<Row>({ model: MODEL, where: [ofAccount(account)] })
      const free = Math.min(...rows.map(({ until }) => until), after(now, rule.lasts(rule.places - 1)))
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
      const full = [...ends].filter(([, untils]) => untils.length >= SLOWLY.places)
      return new Map(full.map(([account, untils]) => [account, Math.min(...untils)]))
    },
    forget: async (database, account) =>
      void (await database.deleteMany({
        model: MODEL,
        where: [{ field: 'account', operator: 'starts_with', value: account }],
      })),
  }
}
