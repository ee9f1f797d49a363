import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMongo } from '../../adapters/mongo/connection.ts'
import { openMongoKeys } from '../../adapters/mongo/keys.ts'
import { openSqliteKeys } from '../../adapters/sqlite/keys.ts'
import { makeMemoryKeys } from '../../adapters/memory/keys.ts'
import { mongoAvailable } from '../build/ferretdb.ts'
import { useMongo } from '../build/mongo-server.ts'
import { describeKeys } from './keys.ts'

describeKeys('memory', async () => {
  const keys = makeMemoryKeys()
  return { keys, reopen: async () => keys, close: () => keys.close() }
})

describeKeys('sqlite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'amin-keys-'))
  const open = (): ReturnType<typeof openSqliteKeys> => openSqliteKeys({ file: join(folder, 'keys.db') })
  const keys = await open()
  let current = keys
  return {
    keys,
    reopen: async () => {
      await current.close()
      return (current = await open())
    },
    close: async () => {
      await current.close()
      await rm(folder, { recursive: true })
    },
  }
})

const server = useMongo()
if (mongoAvailable())
  describeKeys('mongo', async () => {
    const mongo = await openMongo({ uri: (await server()).uri() })
    const keys = await openMongoKeys(mongo)
    let current = keys
    return {
      keys,
      reopen: async () => {
        await current.close()
        return (current = await openMongoKeys(mongo))
      },
      close: async () => {
        await current.close()
        await mongo.connection.useDb(`${mongo.connection.name}_keys`).dropDatabase()
        await mongo.close()
      },
    }
  })
