import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { isFailure } from '../core/base/failure.ts'
import type { Log } from '../core/ports/log.ts'
import type { Config } from './config.ts'

/** How long until the store is tried again. */
const PAUSE_MS = 2_000

/** Says that the process lives and is not ready, at the address where it will serve. */
const standIn = ({ host, port }: Config): Promise<() => Promise<void>> =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      const alive = request.url === '/healthz'
      response.writeHead(alive ? 200 : 503, {
        'content-type': 'application/json',
        'retry-after': '5',
        connection: 'close',
      })
      response.end(JSON.stringify(alive ? { ok: true } : { ok: false, parts: { store: 'down' } }))
    })
    const stop = (): Promise<void> =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      })
    // Where the address is taken the start itself says so later.
    server.once('error', () => resolve(async () => {}))
    server.listen(port, host, () => resolve(stop))
  })

/**
 * Starts once the store's server answers, however long that takes: a machine that comes up before
 * its database needs nobody's hand. Only a server is waited for; what is wrong otherwise is thrown
 * at once.
 */
export const startWhenStoreAnswers = async <T>(
  config: Config,
  log: Log,
  start: () => Promise<T>,
): Promise<T> => {
  const serves = config.roles.includes('console') || config.roles.includes('webchat')
  let stop: (() => Promise<void>) | undefined
  for (;;) {
    try {
      await stop?.()
      stop = undefined
      return await start()
    } catch (error) {
      if (config.store.engine !== 'mongo' || !isFailure(error, 'store_unavailable')) throw error
      log.warn('the store does not answer yet; trying again', { error })
      stop = serves ? await standIn(config) : undefined
      await setTimeout(PAUSE_MS)
    }
  }
}
