import { mongodbAdapter } from 'better-auth/adapters/mongodb'
import type { Mongo } from './connection.ts'
import { ask } from './failure.ts'

/**
 * What may stand once: two sign-ins, invitations or attempts at the same moment must not both win. By collection and field. The adapter makes
 * these too, but only begins to when it is first asked; here they are there before anybody can ask. Hence its names for them.
 */
const UNIQUE = [
  ['user', 'email'],
  ['session', 'token'],
  ['rateLimit', 'key'],
  ['tries', 'key'],
  ['deed', 'no'],
  ['presence', 'key'],
  ['shift', 'agent'],
  ['ownReplies', 'agent'],
  ['teamReplies', 'name'],
  ['hotlineCheck', 'line'],
] as const

/** The team's members and sessions in the same database as the store, for better-auth. It asks for no multi-document transactions. Throws `store_unavailable`. */
export const openMongoPeople = async (mongo: Mongo): Promise<ReturnType<typeof mongodbAdapter>> => {
  const db = mongo.db()
  await ask(async () => {
    for (const [collection, field] of UNIQUE)
      await db.collection(collection).createIndex({ [field]: 1 }, { name: `${collection}_${field}_uidx`, unique: true })
  })
  return mongodbAdapter(db, { transaction: false })
}
