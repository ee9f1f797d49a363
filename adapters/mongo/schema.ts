import { Failure } from '../../core/base/failure.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Mongo } from './connection.ts'
import { ask } from './failure.ts'
import type { MetaDoc } from './shapes.ts'
import { modelOf, SHAPES, type Name } from './models.ts'
import { openTable } from './table.ts'

const APPLICATION = 'amin'
const SCHEMA = 'schema'
const FRESH: MetaDoc = { _id: SCHEMA, application: APPLICATION, version: 0 }

/**
 * What brings a database of version i + 1 to i + 2, oldest first. Each may run twice, and beside
 * another process that does the same.
 */
const MIGRATIONS: readonly ((mongo: Mongo) => Promise<void>)[] = []
/** Version 0 is one that is being made, version 1 what the shapes state. */
const VERSION = MIGRATIONS.length + 1

const NAMES = Object.keys(SHAPES) as readonly Name[]

const makeIndexes = async (mongo: Mongo): Promise<void> => {
  for (const name of NAMES) await ask(() => modelOf(mongo.connection, name).createIndexes())
}

/**
 * Makes the collections and their indexes where they are not there, or brings an older database up
 * to date; several processes may do so at once. An index that somebody removed is made again.
 * Throws `store_broken` where the database is another program's, or was written by a later version.
 */
export const ensureMongoSchema = async (
  mongo: Mongo,
  { log }: { readonly log?: Log | undefined } = {},
): Promise<void> => {
  const meta = openTable(mongo, 'meta', () => true)
  const isTaken = async (): Promise<boolean> => {
    const there = await ask(() => mongo.db().listCollections({}, { nameOnly: true }).toArray())
    const ours = there.filter(({ name }) => name !== 'meta' && (NAMES as readonly string[]).includes(name))
    return ours.length > 0 || (await meta.count()) > 0
  }
  // Read again where there is something: another process may have begun meanwhile, and it begins
  // with this document.
  const known = (await meta.byId(SCHEMA)) ?? ((await isTaken()) ? await meta.byId(SCHEMA) : FRESH)
  if (known?.application !== APPLICATION || known.version === undefined)
    throw new Failure('store_broken', 'the database belongs to another program')
  if (known === FRESH) await meta.insert([FRESH])
  const { version } = known
  if (version > VERSION) throw new Failure('store_broken', 'the database was written by a later version')
  await makeIndexes(mongo)
  for (const migrate of MIGRATIONS.slice(Math.max(0, version - 1))) await ask(() => migrate(mongo))
  if (version === VERSION) return
  await meta.change(SCHEMA, { $max: { version: VERSION } })
  log?.debug('store schema brought up to date', { count: VERSION - version })
}

/**
 * Whether cases of ours are in this database: then neither keys nor a master key are made anew.
 * What another program keeps here is none.
 */
export const areMongoCasesKept = (mongo: Mongo): Promise<boolean> =>
  ask(async () => {
    const known = (await modelOf(mongo.connection, 'meta').findById(SCHEMA).lean()) as MetaDoc | null
    return (
      known?.application === APPLICATION &&
      (await modelOf(mongo.connection, 'entry').findOne({}, { _id: 1 }).lean()) !== null
    )
  })
