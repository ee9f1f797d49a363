import { mongo } from 'mongoose'
import type { MongoServer } from './mongo-server.ts'

/** How often each database is written to, and for how long none of it may succeed, milliseconds. */
const EVERY = 5_000
const STUCK = 60_000
/** The server itself waits ten seconds for a lock of its SQLite file before it gives up. */
const ANSWER = 20_000

/**
 * Watches a test server whose clients are killed. FerretDB cancels what a client that died was
 * doing; when that meets the beginning of a transaction, its connection to SQLite can go back into
 * the pool with the transaction open, and then nobody writes to that database any more, for ever.
 * That is a fault of the stand-in and not of the product. So each database is written to, and where
 * no write succeeds for a minute the server is killed and started again over the same data, as an
 * operator would: what was acknowledged stays, and the product has to go on by itself.
 */
export const guardMongo = (server: MongoServer, databases: readonly string[]) => {
  let restarts = 0
  const ending = new AbortController()
  let lastGood = Date.now()
  const write = async (uri: string): Promise<void> => {
    const client = new mongo.MongoClient(uri, {
      serverSelectionTimeoutMS: ANSWER,
      socketTimeoutMS: ANSWER,
      maxPoolSize: 1,
    })
    try {
      await client.db().collection('guard').replaceOne({ n: 1 }, { n: 1, at: new Date() }, { upsert: true })
    } finally {
      await client.close(true).catch(() => undefined)
    }
  }
  const look = async (): Promise<void> => {
    const came = await Promise.allSettled(databases.map(write))
    if (came.every(({ status }) => status === 'fulfilled')) lastGood = Date.now()
    else if (!ending.signal.aborted && Date.now() - lastGood > STUCK) {
      restarts += 1
      process.stderr.write(`the test database took no write for a minute and is started again\n`)
      await server.kill()
      await server.restart()
      lastGood = Date.now()
    }
  }
  let wake = (): void => {}
  const watching = (async () => {
    while (!ending.signal.aborted) {
      await look()
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, EVERY)
        wake = () => (clearTimeout(timer), resolve())
      })
    }
  })()
  return {
    restarts: () => restarts,
    stop: async (): Promise<void> => {
      ending.abort()
      wake()
      await watching
    },
  }
}
