import { afterEach, beforeEach, describe } from 'vitest'
import { openMongo } from '../../../adapters/mongo/connection.ts'
import { openMongoStore } from '../../../adapters/mongo/index.ts'
import { mongoAvailable } from '../../build/ferretdb.ts'
import { useMongo } from '../../build/mongo-server.ts'
import type { StoreWorld } from '../../contract/store-builders.ts'
import { describeInbox } from '../../contract/store-inbox.ts'
import { describeJobs } from '../../contract/store-jobs.ts'
import { describeLedger } from '../../contract/store-ledger.ts'
import { settingsIn } from './world.ts'
import { describeChats, describeFeed } from '../../contract/store-roles.ts'

const server = useMongo()

/**
 * The test server finds nothing by an index, so the contract suite takes the ways for such servers;
 * here the others, which MongoDB takes, answer the same.
 */
describe.skipIf(!mongoAvailable())('store: mongo, asked as where look-ups are indexed', () => {
  let current: StoreWorld
  beforeEach(async () => {
    const mongo = {
      ...(await openMongo({ uri: (await server()).uri() })),
      server: { indexed: true, streams: false },
    }
    const store = await openMongoStore(mongo)
    let open = store
    current = {
      store,
      reopen: async () => {
        await open.close()
        return (open = await openMongoStore(mongo))
      },
      close: async () => {
        await open.close()
        await mongo.db().dropDatabase()
        await mongo.close()
      },
      settingsAsTheyLie: () => settingsIn(mongo),
    }
  })
  afterEach(() => current.close())

  describeInbox(() => current)
  describeLedger(() => current)
  describeJobs(() => current)
  describeChats(() => current)
  describeFeed(() => current)
})
