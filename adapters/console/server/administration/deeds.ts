import type { BetterAuthPluginDBSchema, DBAdapter } from 'better-auth'
import type { Clock } from '../../../../core/ports/clock.ts'
import type { Sha256Hex } from '../../../../core/base/ids.ts'
import type { Hasher } from '../../../../core/ports/hasher.ts'
import type { DeedHead } from '../../../../core/ports/witness.ts'
import { instant, type Instant } from '../../../../core/base/units.ts'

const MODEL = 'deed'
const GENESIS = '0'.repeat(64)
/** Losing a race this often in a row is no race. */
const TRIES = 20
/** So many are read at once: whoever has so many says that there may be more. */
export const MOST_DEEDS = 5_000
/** Links checked at once. */
const PAGE = 1_000

/**
 * What is done to people and keys, which are no part of any case. `subject`: a member's or a key's
 * id, or what else it was done to (of an exchange the hash of its agreement); never a name or an address.
 */
export type DeedKind =
  | 'member_invited'
  | 'member_invited_again'
  | 'member_joined'
  | 'member_changed'
  | 'member_disabled'
  | 'member_unlocked'
  | 'factor_reset'
  | 'sessions_ended'
  | 'key_made'
  | 'key_ended'
  | 'replies_changed'
  | 'views_changed'
  | 'macros_changed'
  | 'hotline_checked'
  | 'webhook_tested'
  | 'cases_imported'
  | 'settings_changed'
  | 'cases_searched'
  | 'month_reported'
  | 'signed_in'
  | 'sign_in_failed'
  | 'sign_in_held_up'
  | 'member_slowed'
  | 'exchange_signed'
  | 'exchange_counted'
  | 'exchange_ended'
  | 'exchange_refused'
  | 'exchange_looked'

/**
 * `by`: a member's id, `setup` for the one-time links, `command` for the operator's own command
 * line, `stranger` where nobody was signed in. `detail`: fixed words, ids and numbers of the
 * operator file only.
 */
export type NewDeed = {
  readonly by: string
  readonly kind: DeedKind
  readonly subject: string
  readonly detail?: Readonly<Record<string, string>>
}
export type Deed = NewDeed & { readonly no: number; readonly at: Instant }

type Row = {
  readonly no: number
  readonly at: number
  readonly body: string
  readonly prev: string
  readonly hash: string
}
type Wanted = {
  readonly kinds: readonly DeedKind[]
  readonly subject?: string
  readonly since?: number
  readonly from?: Instant
}
type Database = Pick<DBAdapter, 'create' | 'findMany'>

/** Who does it where nobody says: only the operator's own command line does not. */
export const COMMAND = 'command'

/**
 * Kept beside the people it is about, in their database: append-only, each row hashed over the one
 * before it.
 */
export type Deeds = {
  readonly append: (deed: NewDeed) => Promise<void>
  /** Those of a time, newest first; at most 5,000. */
  readonly read: (from: Instant, to: Instant) => Promise<readonly Deed[]>
  /**
   * Those of these kinds, newest first, at most 5,000 of each. Looks through the rows from `from`
   * on, or after `since`: for what is asked seldom.
   */
  readonly find: (wanted: Wanted) => Promise<readonly Deed[]>
  /**
   * The newest; checkpoints cover it (core/custody/leaf.ts), so that the last ones cannot be cut
   * off unseen.
   */
  readonly head: () => Promise<DeedHead | undefined>
  readonly hashAt: (no: number) => Promise<string | undefined>
  /** Whether every link holds, from the first to the last. */
  readonly verify: () => Promise<{ readonly intact: boolean; readonly count: number; readonly head: string }>
}

/** `no` is unique: of two that append at once one is refused, looks again and comes after the other. */
export const deedSchema: BetterAuthPluginDBSchema = {
  [MODEL]: {
    fields: {
      no: { type: 'number', required: true, unique: true },
      at: { type: 'number', required: true, bigint: true, index: true },
      body: { type: 'string', required: true },
      prev: { type: 'string', required: true },
      hash: { type: 'string', required: true },
    },
  },
}

const deedOf = ({ body }: Pick<Row, 'body'>): Deed => {
  const deed = JSON.parse(body) as Deed
  return {
    no: deed.no,
    at: instant(deed.at),
    by: deed.by,
    kind: deed.kind,
    subject: deed.subject,
    detail: deed.detail ?? {},
  }
}

export const makeDeeds = (
  database: Database,
  { clock, hasher }: { readonly clock: Clock; readonly hasher: Hasher },
): Deeds => {
  const hashOf = (prev: string, body: string): string => hasher.sha256(`${prev}${body}`)
  const last = async (): Promise<Row | undefined> =>
    (await database.findMany<Row>({ model: MODEL, sortBy: { field: 'no', direction: 'desc' }, limit: 1 }))[0]

  return {
    append: async ({ by, kind, subject, detail = {} }) => {
      for (let tries = 1; ; tries += 1) {
        const before = await last()
        const no = (before?.no ?? 0) + 1
        const at = clock.now()
        const prev = before?.hash ?? GENESIS
        const body = hasher.canonical({ v: 1, no, at, by, kind, subject, detail })
        try {
          await database.create({ model: MODEL, data: { no, at, body, prev, hash: hashOf(prev, body) } })
          return
        } catch (error) {
          if (tries >= TRIES || ((await last())?.no ?? 0) < no) throw error
        }
      }
    },
    read: async (from, to) => {
      const rows = await database.findMany<Row>({
        model: MODEL,
        where: [
          { field: 'at', operator: 'gte', value: from },
          { field: 'at', operator: 'lt', value: to },
        ],
        sortBy: { field: 'no', direction: 'desc' },
        limit: MOST_DEEDS,
      })
      return rows.map(deedOf)
    },
    head: async () => {
      const row = await last()
      return row === undefined ? undefined : { no: row.no, hash: row.hash as Sha256Hex }
    },
    hashAt: async (no) => {
      const where = [{ field: 'no', operator: 'eq', value: no }] as const
      return (await database.findMany<Row>({ model: MODEL, where: [...where], limit: 1 }))[0]?.hash
    },
    find: async ({ kinds, subject, since, from }) => {
      // As it stands in the canonical body: no columns of their own, so that rows of any age are found.
      const part = (name: string, value: string) => ({
        field: 'body',
        operator: 'contains' as const,
        value: `${JSON.stringify(name)}:${JSON.stringify(value)}`,
      })
      const found = await Promise.all(
        kinds.map((kind) =>
          database.findMany<Row>({
            model: MODEL,
            where: [
              { field: 'no', operator: 'gt', value: since ?? 0 },
              { field: 'at', operator: 'gte', value: from ?? 0 },
              part('kind', kind),
              ...(subject === undefined ? [] : [part('subject', subject)]),
            ],
            sortBy: { field: 'no', direction: 'desc' },
            limit: MOST_DEEDS,
          }),
        ),
      )
      return found
        .flat()
        .map(deedOf)
        .filter((deed) => kinds.includes(deed.kind) && (subject === undefined || deed.subject === subject))
        .toSorted((a, b) => b.no - a.no)
    },
    verify: async () => {
      let head = GENESIS
      let count = 0
      for (;;) {
        const rows = await database.findMany<Row>({
          model: MODEL,
          where: [{ field: 'no', operator: 'gt', value: count }],
          sortBy: { field: 'no', direction: 'asc' },
          limit: PAGE,
        })
        for (const { no, at, body, prev, hash } of rows) {
          const said = JSON.parse(body) as Partial<Deed>
          const holds =
            no === count + 1 &&
            said.no === no &&
            said.at === at &&
            prev === head &&
            hash === hashOf(prev, body)
          if (!holds) return { intact: false, count, head }
          head = hash
          count = no
        }
        if (rows.length < PAGE) return { intact: true, count, head }
      }
    },
  }
}
