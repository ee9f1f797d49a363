import { afterAll, beforeAll } from 'vitest'
import { openMongo } from '../../adapters/mongo/connection.ts'
import { openMongoVault } from '../../adapters/mongo/vault.ts'
import { startMongo, type MongoServer } from '../build/mongo-server.ts'
import { describeVault } from './vault.ts'

let server: MongoServer
beforeAll(async () => {
  server = await startMongo()
})
afterAll(() => server.stop())

describeVault('GridFS', async () => {
  const uri = server.uri()
  const mongo = await openMongo({ uri })
  const later: (typeof mongo)[] = []
  return {
    vault: await openMongoVault(mongo, 'evidence'),
    reopen: async () => {
      const again = await openMongo({ uri })
      later.push(again)
      return openMongoVault(again, 'evidence')
    },
    close: async () => {
      await mongo.db().dropDatabase()
      for (const one of [...later, mongo]) await one.close()
    },
  }
})
