import { mongodbAdapter } from 'better-auth/adapters/mongodb'
import type { Mongo } from './connection.ts'
import { ask } from './failure.ts'

type Db = ReturnType<Mongo['db']>

/**
 * What may stand once: two sign-ins, invitations or attempts at the same moment must not both win.
 * By collection and field. The adapter makes these too, but only begins to when it is first asked;
 * here they are there before anybody can ask. Hence its names for them.
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

/** Of the database, with every index that is being made told to `heed`. */
const heeding = (db: Db, heed: (making: Promise<unknown>) => void): Db => {
  const collection = (name: string): ReturnType<Db['collection']> => {
    const found = db.collection(name)
    const createIndex = found.createIndex.bind(found)
    found.createIndex = (fields: Parameters<typeof createIndex>[0], options?: object) => {
      const making = createIndex(fields, options)
      heed(making)
      return making
    }
    return found
  }
  return Object.create(db, { collection: { value: collection } }) as Db
}

/**
 * The team's members and sessions in the same database as the store, for better-auth. It asks for
 * no multi-document transactions. Throws `store_unavailable`. Its indexes are made behind its
 * answers, so who asks little is done before them: to be awaited is `settled`, before the
 * connection ends, or it complains of each on standard error.
 */
export const openMongoPeople = async (
  mongo: Mongo,
): Promise<{
  readonly agentsDb: ReturnType<typeof mongodbAdapter>
  readonly settled: () => Promise<void>
}> => {
  const db = mongo.db()
  await ask(async () => {
    for (const [collection, field] of UNIQUE)
      await db
        .collection(collection)
        .createIndex({ [field]: 1 }, { name: `${collection}_${field}_uidx`, unique: true })
  })
  const made: Promise<unknown>[] = []
  return {
    agentsDb: mongodbAdapter(
      heeding(db, (making) => void made.push(making)),
      { transaction: false },
    ),
    settled: async () => void (await Promise.allSettled(made)),
  }
}
