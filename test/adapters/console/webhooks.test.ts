import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Audit } from '../../../adapters/console/contract/audit.ts'
import { WEBHOOK_TYPES } from '../../../core/base/webhook.ts'
import { aroundNow, openWorld, type World } from './world.ts'

const PATH_SECRET = 'T0K3N-in-the-path'

let status: number
let bodies: string[]
let other: Server
let dataDir: string
let world: World
beforeEach(async () => {
  status = 204
  bodies = []
  other = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => void bodies.push(chunk.toString()))
    request.on('end', () => response.writeHead(status).end())
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  dataDir = mkdtempSync(join(tmpdir(), 'amin-webhooks-'))
  mkdirSync(join(dataDir, 'run'))
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/${PATH_SECRET}?key=${PATH_SECRET}`
  const secret = Buffer.alloc(32, 's')
  world = await openWorld(
    {},
    {},
    { hooked: { dataDir, endpoints: [{ id: 'desk', url, secret, events: WEBHOOK_TYPES }] } },
  )
})
afterEach(async () => {
  await world.close()
  other.closeAllConnections()
  await new Promise((resolve) => other.close(resolve))
  rmSync(dataDir, { recursive: true })
})

test('an administrator sends a test, reads what became of it and whether the webhook works, and never a secret', async () => {
  const { cookie } = await world.member('admin', 'admin')
  const test = async (id: string) => {
    const answer = await world.post(`/api/v1/webhooks/${id}/test`, {}, { cookie })
    return { code: answer.statusCode, body: answer.json<unknown>() }
  }
  status = 403
  expect(await test('desk')).toEqual({ code: 200, body: { taken: false, fault: 'http-403' } })
  status = 204
  expect(await test('desk')).toEqual({ code: 200, body: { taken: true } })
  expect((await test('none')).code).toBe(404)
  expect(bodies.map((body) => (JSON.parse(body) as { data: unknown }).data)).toEqual([{}, {}])

  const state = await world.get('/api/v1/webhooks', { cookie })
  expect(state.json()).toMatchObject({
    webhooks: [{ id: 'desk', status: 'on', last: [], tested: new Date(world.clock.now()).toISOString() }],
  })
  const audit = await world.get(`/api/v1/audit?${aroundNow()}`, { cookie })
  expect(audit.json<Audit>().deeds.filter(({ kind }) => kind === 'webhook_tested')).toMatchObject([
    { subject: { id: 'webhooks' }, detail: { webhook: 'desk' } },
    { subject: { id: 'webhooks' }, detail: { webhook: 'desk' } },
  ])
  for (const said of [state.body, audit.body, JSON.stringify(world.log.lines)])
    expect(said).not.toContain(PATH_SECRET)
})
