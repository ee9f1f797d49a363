import type { BetterAuthPluginDBSchema, DBAdapter } from 'better-auth'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { NewTeamReplies, type KeptReply } from '../../contract/replies.ts'

const MODEL = 'teamReplies'
/** There is one list for all. */
const NAME = 'all'

type Row = { readonly id: string; readonly version: number; readonly sealed: string }
type Database = Pick<DBAdapter, 'create' | 'update' | 'findOne'>

/**
 * One sealed document: what supervisors made of the ready texts that came with the program, and
 * what they added.
 */
export const teamRepliesSchema: BetterAuthPluginDBSchema = {
  [MODEL]: {
    fields: {
      name: { type: 'string', required: true, unique: true },
      version: { type: 'number', required: true },
      sealed: { type: 'string', required: true },
    },
  },
}

export type TeamRepliesStore = {
  /** Version 0 and nothing: as they came with the program. */
  readonly read: () => Promise<{ readonly version: number; readonly replies: readonly KeptReply[] }>
  /** The whole list; the new version, or nothing where somebody else changed it since `version`. */
  readonly keep: (version: number, replies: readonly KeptReply[]) => Promise<number | undefined>
}

export const makeTeamReplies = (database: () => Promise<Database>, secret: string): TeamRepliesStore => {
  const rowOf = async (adapter: Database): Promise<Row | null> =>
    adapter.findOne<Row>({ model: MODEL, where: [{ field: 'name', value: NAME }] })
  return {
    read: async () => {
      const row = await rowOf(await database())
      if (row === null) return { version: 0, replies: [] }
      const { replies } = NewTeamReplies.parse(
        JSON.parse(await symmetricDecrypt({ key: secret, data: row.sealed })),
      )
      return { version: row.version, replies }
    },
    keep: async (version, replies) => {
      const adapter = await database()
      const next = version + 1
      const sealed = await symmetricEncrypt({ key: secret, data: JSON.stringify({ version: next, replies }) })
      if (version > 0) {
        const where = [
          { field: 'name', value: NAME },
          { field: 'version', value: version },
        ]
        return (await adapter.update({ model: MODEL, where, update: { version: next, sealed } })) === null
          ? undefined
          : next
      }
      try {
        await adapter.create({ model: MODEL, data: { name: NAME, version: next, sealed } })
        return next
      } catch (error) {
        // Somebody was first; any other trouble is one.
        if ((await rowOf(adapter)) === null) throw error
        return undefined
      }
    },
  }
}
