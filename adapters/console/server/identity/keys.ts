import type { Auth } from './auth.ts'
import { seconds } from '../../../../core/base/units.ts'
import type { Random } from '../../../../core/ports/random.ts'
import { readTeams, writeTeams } from './member-teams.ts'
import { SCOPES, type Scope } from '../../contract/rights.ts'

/**
 * A key as it is known afterwards: never the key itself. `start`: its first characters, to tell
 * keys apart.
 */
export type Key = {
  readonly id: string
  readonly name: string
  readonly start: string
  readonly scopes: readonly Scope[]
  /** Those whose cases it sees; nothing: every team's. */
  readonly teams?: readonly string[]
  readonly since: Date
  readonly until?: Date
  readonly lastUsed?: Date
}

/**
 * `teams`: those whose cases it sees, none where they are not named; `null`: every team's. `days`:
 * until it ends by itself; nothing: never.
 */
export type NewKey = {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly teams?: readonly string[] | null
  readonly days?: number
}

export type Keys = {
  readonly make: (wanted: NewKey) => Promise<{ readonly id: string; readonly key: string }>
  readonly list: () => Promise<readonly Key[]>
  /** False where there is no such key. */
  readonly end: (id: string) => Promise<boolean>
  /**
   * Whether this is a key with this scope. One that was ended here opens nothing from that moment;
   * one that was ended by another process, within seconds.
   */
  readonly opens: (key: string, scope: Scope) => Promise<boolean>
}

const MODEL = 'apikey'
const MOST = 5_000
const DAY_SECONDS = 24 * 3600
/** What the library keeps of a name. */
const NAME = 32

/** How long a key that was looked up is not looked up again, and how many are known at a time. */
const FRESH = seconds(5)
const MOST_KNOWN = 1_000
/** As they are made. */
const SHAPE = /^[\w-]{20,200}$/

type Row = { readonly id: string; readonly referenceId: string } & Readonly<Record<string, unknown>>

const dateIn = (row: Row, field: string): Date | undefined => {
  const value = row[field]
  return value instanceof Date || typeof value === 'string' || typeof value === 'number'
    ? new Date(value)
    : undefined
}

const scopesIn = (row: Row): readonly Scope[] => {
  const kept = row['permissions']
  const said = (typeof kept === 'string' ? JSON.parse(kept) : kept) as
    Readonly<Record<string, readonly string[]>> | null | undefined
  return SCOPES.filter((scope) => said?.['scope']?.includes(scope) === true)
}

const textIn = (row: Row, field: string): string => {
  const value = row[field]
  return typeof value === 'string' ? value : ''
}

const keyOf = (row: Row, teams: readonly string[] | undefined): Key => {
  const until = dateIn(row, 'expiresAt')
  const lastUsed = dateIn(row, 'lastRequest')
  return {
    id: row.id,
    name: textIn(row, 'name'),
    start: textIn(row, 'start'),
    scopes: scopesIn(row),
    ...(teams === undefined ? {} : { teams }),
    since: dateIn(row, 'createdAt') ?? new Date(0),
    ...(until === undefined ? {} : { until }),
    ...(lastUsed === undefined ? {} : { lastUsed }),
  }
}

/**
 * Keys of other programs. Each has an owner of its own, who cannot sign in: what the key does
 * stands under that name in the chain.
 */
export const makeKeys = (
  auth: Auth,
  { adapter, internalAdapter }: Awaited<Auth['$context']>,
  random: Random,
): Keys => {
  /** By key: until when its scopes are known. */
  const known = new Map<string, { readonly until: number; readonly scopes: readonly Scope[] }>()
  /** Keys that were ended here so far: what was looked up before one of them may be about it. */
  let ends = 0
  const look = async (key: string): Promise<readonly Scope[]> => {
    const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } })
    if (!valid || found === null) return []
    const owner: Readonly<Record<string, unknown>> | null = await internalAdapter.findUserById(
      found.referenceId,
    )
    return owner === null || owner['banned'] === true ? [] : scopesIn({ ...found })
  }
  return {
    opens: async (key, scope) => {
      if (!SHAPE.test(key)) return false
      const now = Date.now()
      const fresh = known.get(key)
      if (fresh !== undefined && now < fresh.until) return fresh.scopes.includes(scope)
      const before = ends
      const scopes = await look(key)
      if (known.size >= MOST_KNOWN) known.clear()
      if (scopes.length > 0 && before === ends) known.set(key, { until: now + FRESH, scopes })
      else known.delete(key)
      return scopes.includes(scope)
    },
    make: async ({ name, scopes, teams = [], days }) => {
      const owner = await internalAdapter.createUser<{ readonly id: string }>(
        {
          email: `${random.id().toLowerCase()}@machine.invalid`,
          name,
          role: 'machine',
          teams: writeTeams(teams ?? undefined),
          emailVerified: true,
        },
        { method: 'admin' },
      )
      const made = await auth.api.createApiKey({
        body: {
          name: name.slice(0, NAME),
          userId: owner.id,
          permissions: { scope: [...scopes] },
          ...(days === undefined ? {} : { expiresIn: days * DAY_SECONDS }),
        },
      })
      return { id: made.id, key: made.key }
    },
    list: async () => {
      const rows = await adapter.findMany<Row>({
        model: MODEL,
        sortBy: { field: 'createdAt', direction: 'desc' },
        limit: MOST,
      })
      const owners = new Map(
        (
          await adapter.findMany<{ readonly id: string; readonly teams?: unknown }>({
            model: 'user',
            where: [{ field: 'role', value: 'machine' }],
            limit: MOST,
          })
        ).map(({ id, teams }) => [id, readTeams(teams)] as const),
      )
      return rows.map((row) => keyOf(row, owners.get(row.referenceId)))
    },
    end: async (id) => {
      const [row] = await adapter.findMany<Row>({
        model: MODEL,
        where: [{ field: 'id', value: id }],
        limit: 1,
      })
      if (row === undefined) return false
      await adapter.delete({ model: MODEL, where: [{ field: 'id', value: id }] })
      await internalAdapter.updateUser(row.referenceId, { banned: true })
      ends += 1
      known.clear()
      return true
    },
  }
}
