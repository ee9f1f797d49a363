import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, test, vi } from 'vitest'
import { WEBHOOK_TYPES } from '../../core/base/webhook.ts'
import { eventually } from '../patience.ts'
import { makeDataDir, startAmin } from './amin-process.ts'
import { enterChat } from './web-person.ts'

vi.setConfig({ testTimeout: 180_000 })

const WRITTEN = `whsec_${randomBytes(32).toString('base64')}`
const NAMES = ['webhook-id', 'webhook-timestamp', 'webhook-signature']

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

/** A program of the agency that keeps what it gets, and says that it has it only once it answers. */
const openReceiver = async () => {
  const got: { readonly id: string; readonly body: string; readonly verified: unknown }[] = []
  let answers = false
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const headers = Object.fromEntries(NAMES.map((name) => [name, String(request.headers[name])]))
      const body = Buffer.concat(chunks).toString()
      const verified = new Webhook(WRITTEN).verify(body, headers)
      got.push({ id: headers['webhook-id'] ?? '', body, verified })
      if (answers) response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanups.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    got,
    answer: () => {
      answers = true
    },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`,
  }
}

test('a program that was killed before the other side had a message tells it again after its start, under the same id, and nothing of the words', async () => {
  const data = makeDataDir()
  cleanups.push(data.remove)
  const receiver = await openReceiver()
  writeFileSync(join(data.dir, 'desk.secret'), WRITTEN)
  const webhooks = [{ id: 'desk', url: receiver.url, secretFile: 'desk.secret', events: WEBHOOK_TYPES }]
  writeFileSync(join(data.dir, 'operator.json'), JSON.stringify({ webhooks }))

  const first = await startAmin({ AMIN_DATA: data.dir })
  await first.says(/Console/)
  const person = enterChat(first.url, 'en')
  await person.says('he is at my door and he will kill me now, my name is Zainab')
  await eventually(() => expect(receiver.got.length).toBeGreaterThan(0))
  await first.kill()
  const before = receiver.got.map(({ id }) => id)

  receiver.answer()
  const second = await startAmin({ AMIN_DATA: data.dir })
  cleanups.push(second.kill)
  await second.says(/Console/)
  await eventually(() => {
    const since = receiver.got.slice(before.length)
    expect(since.map(({ id }) => id)).toEqual(expect.arrayContaining(before))
  })
  expect(receiver.got.map(({ verified }) => verified)).toEqual(
    expect.arrayContaining([expect.objectContaining({ type: 'case.opened' })]),
  )
  const bodies = new Map<string, Set<string>>()
  for (const { id, body } of receiver.got) bodies.set(id, (bodies.get(id) ?? new Set()).add(body))
  for (const same of bodies.values()) expect(same.size).toBe(1)
  expect(JSON.stringify(receiver.got)).not.toMatch(/Zainab|door|kill/)
})
