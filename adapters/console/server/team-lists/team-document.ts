import type { BetterAuthPluginDBSchema, DBAdapter } from 'better-auth'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { z } from 'zod'
import { instant, type Instant } from '../../../../core/base/units.ts'

/** Named when there was one list alone, of ready texts; each list is a row of it. */
const MODEL = 'teamReplies'

type Row = { readonly id: string; readonly version: number; readonly sealed: string }
type Database = Pick<DBAdapter, 'create' | 'update' | 'findOne'>

/** Lists that the team shares, and that one member keeps: one sealed document each, beside the people. */
export const teamDocumentSchema: BetterAuthPluginDBSchema = {
  [MODEL]: {
    fields: {
      name: { type: 'string', required: true, unique: true },
      version: { type: 'number', required: true },
      sealed: { type: 'string', required: true },
    },
  },
}

/** Who changed a list, and when. Documents of before that was kept say nothing of it. */
const Changer = z.object({ at: z.number().transform(instant), by: z.string() }).partial()
type Changer = { readonly at: Instant; readonly by: string }

/** A list of the team's as it is kept: each change is the next version, and the one before is gone. */
export type TeamDocument<T> = {
  /** Version 0 and the empty list: nobody ever changed it. */
  readonly read: () => Promise<{
    readonly version: number
    readonly list: readonly T[]
    readonly changed?: Changer
  }>
  /** The whole list; the new version, or nothing where somebody else changed it since `version`. */
  readonly keep: (version: number, list: readonly T[], changer: Changer) => Promise<number | undefined>
}

/** `name`: of the row; `part`: what the list is called in the document. */
export const makeTeamDocument = <T>(
  database: () => Promise<Database>,
  secret: string,
  { name, part, line }: { readonly name: string; readonly part: string; readonly line: z.ZodType<T> },
): TeamDocument<T> => {
  const shape = z.object({ [part]: z.array(line) })
  const rowOf = async (adapter: Database): Promise<Row | null> =>
    adapter.findOne<Row>({ model: MODEL, where: [{ field: 'name', value: name }] })
  return {
    read: async () => {
      const row = await rowOf(await database())
      if (row === null) return { version: 0, list: [] }
      const kept: unknown = JSON.parse(await symmetricDecrypt({ key: secret, data: row.sealed }))
      const { at, by } = Changer.parse(kept)
      return {
        version: row.version,
        list: shape.parse(kept)[part] ?? [],
        ...(at === undefined || by === undefined ? {} : { changed: { at, by } }),
      }
    },
    keep: async (version, list, changer) => {
      const adapter = await database()
      const next = version + 1
      const data = JSON.stringify({ version: next, [part]: list, ...changer })
      const sealed = await symmetricEncrypt({ key: secret, data })
      if (version > 0) {
        const where = [
          { field: 'name', value: name },
          { field: 'version', value: version },
        ]
        return (await adapter.update({ model: MODEL, where, update: { version: next, sealed } })) === null
          ? undefined
          : next
      }
      try {
        await adapter.create({ model: MODEL, data: { name, version: next, sealed } })
        return next
      } catch (error) {
        // Somebody was first; any other trouble is one.
        if ((await rowOf(adapter)) === null) throw error
        return undefined
      }
    },
  }
}
