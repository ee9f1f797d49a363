import { EventEmitter } from 'node:events'
import type { mongo } from 'mongoose'
import { expect, onTestFinished, test } from 'vitest'
import { watchClient } from '../../../adapters/mongo/watchdog.ts'

/**
 * The driver cannot be made to hang when one wants it to (it does about every second time in
 * faults.test.ts), so here a client tells of it.
 */
const aClient = (
  refusals: number,
): {
  readonly client: EventEmitter
  readonly done: readonly string[]
  readonly until: (n: number) => Promise<void>
} => {
  const done: string[] = []
  const client = new EventEmitter()
  let look = (): void => {}
  const note = (what: string): void => {
    done.push(what)
    look()
  }
  let left = refusals
  Object.assign(client, {
    close: async () => note('closed'),
    connect: async () => {
      if (left-- > 0) {
        note('refused')
        throw new Error('away')
      }
      note('connected')
    },
  })
  const until = (n: number): Promise<void> =>
    new Promise((resolve) => {
      look = () => void (done.length >= n && resolve())
      look()
    })
  const watchdog = watchClient(client as unknown as mongo.MongoClient, { limitMs: 5, beatMs: 5 })
  onTestFinished(() => watchdog.stop())
  return { client, done, until }
}

test.each([
  ['a look for a server', 'serverHeartbeatStarted', { connectionId: 'host:1', awaited: false }],
  ['a look that the server may hold', 'serverHeartbeatStarted', { connectionId: 'host:1', awaited: true }],
  ['the opening of a connection', 'connectionCreated', { address: 'host:1', connectionId: 7 }],
])(
  '%s that never ends starts the client anew, again and again until the server is there',
  async (_, event, what) => {
    const { client, done, until } = aClient(1)
    client.emit(event, what)
    await until(3)
    expect(done).toEqual(['closed', 'refused', 'connected'])
  },
)

test('what ends in time starts nothing anew', async () => {
  const { client, done } = aClient(0)
  client.emit('serverHeartbeatStarted', { connectionId: 'host:1', awaited: false })
  client.emit('serverHeartbeatFailed', { connectionId: 'host:1' })
  client.emit('serverHeartbeatStarted', { connectionId: 'host:2', awaited: false })
  client.emit('serverClosed', { address: 'host:2' })
  client.emit('connectionCreated', { address: 'host:1', connectionId: 7 })
  client.emit('connectionClosed', { address: 'host:1', connectionId: 7 })
  // One that does hang, beside, says when the others would have been seen.
  const other = aClient(0)
  other.client.emit('connectionCreated', { address: 'host:1', connectionId: 7 })
  await other.until(2)
  expect(done).toEqual([])
})
