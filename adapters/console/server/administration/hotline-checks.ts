import type { BetterAuthPluginDBSchema, DBAdapter } from 'better-auth'
import { instant, type Instant } from '../../../../core/base/units.ts'

const MODEL = 'hotlineCheck'
/** More than a hundred lines and every number they ever had. */
const MOST = 5_000

/** `line`: which number under which name, as a hash of them; `by`: a member's id. */
export type HotlineCheck = { readonly line: string; readonly at: Instant; readonly by: string }
type Row = HotlineCheck & { readonly id: string }
type Database = Pick<DBAdapter, 'create' | 'update' | 'findMany'>

/** Who called a number of the operator's last, and when: one row a number, beside the people who did. */
export const hotlineCheckSchema: BetterAuthPluginDBSchema = {
  [MODEL]: {
    fields: {
      line: { type: 'string', required: true, unique: true },
      at: { type: 'number', required: true, bigint: true },
      by: { type: 'string', required: true },
    },
  },
}

export type HotlineChecks = {
  readonly read: () => Promise<readonly HotlineCheck[]>
  /** In place of what was known of this line. */
  readonly keep: (check: HotlineCheck) => Promise<void>
}

export const makeHotlineChecks = (database: () => Promise<Database>): HotlineChecks => {
  const change = async (adapter: Database, { line, at, by }: HotlineCheck): Promise<boolean> =>
    (await adapter.update({ model: MODEL, where: [{ field: 'line', value: line }], update: { at, by } })) !==
    null
  return {
    read: async () => {
      const rows = await (await database()).findMany<Row>({ model: MODEL, limit: MOST })
      return rows.map(({ line, at, by }) => ({ line, at: instant(Number(at)), by }))
    },
    keep: async (check) => {
      const adapter = await database()
      if (await change(adapter, check)) return
      try {
        await adapter.create({ model: MODEL, data: { line: check.line, at: check.at, by: check.by } })
      } catch (error) {
        // Somebody called it at the same moment and was first; any other trouble is one.
        if (!(await change(adapter, check))) throw error
      }
    },
  }
}
