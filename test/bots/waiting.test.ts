import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test, vi } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { startWhenStoreAnswers } from '../../bots/waiting.ts'
import { freePort } from '../../scripts/deploy/rehearse.ts'
import { Failure } from '../../core/base/failure.ts'

const configOf = (more: Record<string, string> = {}): Config =>
  readConfig({
    AMIN_DATA: '/nowhere',
    AMIN_ROLES: 'worker',
    AMIN_STORE: 'mongodb://127.0.0.1:1/amin',
    ...more,
  }) as Config
const down = new Failure('store_unavailable', 'nobody answers')

test('while the server of the store does not answer the process says that it lives and is not ready; it starts when the store is there', async () => {
  const port = await freePort()
  const config = configOf({ AMIN_ROLES: 'worker,webchat', AMIN_PORT: String(port) })
  const log = makeMemoryLog()
  let isThere = false
  let tries = 0
  const started = startWhenStoreAnswers(config, log, async () => {
    tries += 1
    if (!isThere) throw down
    // The address is free again: Amin itself listens there now.
    const server = createServer().listen(port, '127.0.0.1')
    await once(server, 'listening')
    server.close()
    return 'started'
  })
  const asked = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
  const alive = await vi.waitUntil(() => asked('/healthz').catch(() => undefined), { timeout: 30_000 })
  expect([alive.status, await alive.json()]).toEqual([200, { ok: true }])
  for (const path of ['/readyz', '/', '/chat']) {
    const answer = await asked(path)
    expect([answer.status, answer.headers.get('retry-after')], path).toEqual([503, '5'])
    expect(await answer.json()).toEqual({ ok: false, parts: { store: 'down' } })
  }
  isThere = true
  expect(await started).toBe('started')
  expect(log.lines.filter(({ message }) => message.startsWith('the store does not answer'))).toHaveLength(
    tries - 1,
  )
})

test('what only works and serves nobody listens nowhere while it waits', async () => {
  const port = await freePort()
  const seen = { tries: 0 }
  const started = startWhenStoreAnswers(configOf({ AMIN_PORT: String(port) }), makeMemoryLog(), async () => {
    seen.tries += 1
    if (seen.tries === 1) throw down
  })
  const answered: boolean[] = []
  while (seen.tries < 2)
    answered.push(
      await fetch(`http://127.0.0.1:${port}/healthz`).then(
        () => true,
        () => false,
      ),
    )
  await started
  expect(answered).toContain(false)
  expect(answered).not.toContain(true)
})

test.each([
  ['another fault', configOf(), new Failure('settings_invalid', 'wrong')],
  ['a fault that is none of ours', configOf(), new Error('broken')],
  ['a store that is a file', configOf({ AMIN_STORE: 'sqlite:amin.db' }), down],
])('%s is waited for by nobody: it is said at once', async (_, config, error) => {
  let tries = 0
  const started = startWhenStoreAnswers(config, makeMemoryLog(), () => {
    tries += 1
    return Promise.reject(error)
  })
  await expect(started).rejects.toBe(error)
  expect(tries).toBe(1)
})
