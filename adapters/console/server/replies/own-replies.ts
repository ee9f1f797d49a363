import type { BetterAuthPluginDBSchema, DBAdapter } from 'better-auth'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { AgentId } from '../../../../core/base/ids.ts'
import { OwnReplies, type OwnReply } from '../../contract/replies.ts'

const MODEL = 'ownReplies'

type Row = { readonly id: string; readonly agent: string; readonly sealed: string }
type Database = Pick<DBAdapter, 'create' | 'update' | 'findOne'>

/**
 * One sealed document a member, beside the people: an agent writes into a text of their own what
 * they would write to a person.
 */
export const ownRepliesSchema: BetterAuthPluginDBSchema = {
  [MODEL]: {
    fields: {
      agent: { type: 'string', required: true, unique: true },
      sealed: { type: 'string', required: true },
    },
  },
}

export type OwnRepliesStore = {
  readonly of: (agent: AgentId) => Promise<readonly OwnReply[]>
  /** The whole list, in the order given; the last one who writes wins. */
  readonly keep: (agent: AgentId, replies: readonly OwnReply[]) => Promise<void>
}

export const makeOwnReplies = (database: () => Promise<Database>, secret: string): OwnRepliesStore => {
  const where = (agent: AgentId) => [{ field: 'agent', value: agent }]
  return {
    of: async (agent) => {
      const row = await (await database()).findOne<Row>({ model: MODEL, where: where(agent) })
      if (row === null) return []
      return OwnReplies.parse(JSON.parse(await symmetricDecrypt({ key: secret, data: row.sealed }))).replies
    },
    keep: async (agent, replies) => {
      const adapter = await database()
      const sealed = await symmetricEncrypt({ key: secret, data: JSON.stringify({ replies }) })
      const change = () => adapter.update({ model: MODEL, where: where(agent), update: { sealed } })
      if ((await change()) !== null) return
      try {
        await adapter.create({ model: MODEL, data: { agent, sealed } })
      } catch (error) {
        // Another tab was first; any other trouble comes again here.
        if ((await change()) === null) throw error
      }
    },
  }
}
