import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMongo } from '../../adapters/mongo/connection.ts'
import { openMongoStore } from '../../adapters/mongo/index.ts'
import { openSqliteStore } from '../../adapters/sqlite/index.ts'
import { makeMemoryStore } from '../../adapters/memory/store.ts'
import { mongoAvailable } from '../build/ferretdb.ts'
import { useMongo } from '../build/mongo-server.ts'
import { settingsIn } from '../adapters/mongo/world.ts'
import { describeStore } from './store.ts'

describeStore('memory', async () => {
  const store = makeMemoryStore()
  return {
    store,
    reopen: async () => store,
    close: () => store.close(),
    settingsAsTheyLie: async () => JSON.stringify(await store.settings.list()),
  }
})

describeStore('sqlite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'amin-store-'))
  const open = (): ReturnType<typeof openSqliteStore> => openSqliteStore({ file: join(folder, 'amin.db') })
  const store = await open()
  let current = store
  return {
    store,
    reopen: async () => {
      await current.close()
      return (current = await open())
    },
    close: async () => {
      await current.close()
      await rm(folder, { recursive: true })
    },
    // The log beside the database is among the files.
    settingsAsTheyLie: async () =>
      (
        await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')))
      ).join(),
  }
})

const server = useMongo()
if (mongoAvailable())
  describeStore('mongo', async () => {
    const mongo = await openMongo({ uri: (await server()).uri() })
    const store = await openMongoStore(mongo)
    let current = store
    return {
      store,
      reopen: async () => {
        await current.close()
        return (current = await openMongoStore(mongo))
      },
      close: async () => {
        await current.close()
        await mongo.db().dropDatabase()
        await mongo.close()
      },
      settingsAsTheyLie: () => settingsIn(mongo),
    }
  })
