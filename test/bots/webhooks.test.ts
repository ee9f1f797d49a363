import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Endpoint } from '../../adapters/webhook/index.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { describeWebhooks, makeWants, makeWebhookWork, sendTest } from '../../bots/webhooks.ts'
import { readStanding } from '../../bots/webhook-log.ts'
import { WEBHOOK_TYPES } from '../../core/base/webhook.ts'
import { after, hours, minutes, ms, seconds, type Ms } from '../../core/base/units.ts'
import { runCommand } from '../build/command.ts'
import { openStage } from '../build/stage.ts'

type Got = { readonly id: string; readonly body: string; readonly headers: Record<string, string> }
type Manner = 'takes' | 'fails' | 'hangs'

const secret = randomBytes(32)
const WRITTEN = `whsec_${secret.toString('base64')}`
const NAMES = ['webhook-id', 'webhook-timestamp', 'webhook-signature']

/** Programs of the agency behind one address: each has a manner of its own. */
const openServer = async () => {
  const got = new Map<string, Got[]>()
  const manners = new Map<string, Manner>()
  const open = new Map<string, number>()
  const most = new Map<string, number>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const to = (request.url ?? '').slice(1)
      const headers = Object.fromEntries(NAMES.map((name) => [name, String(request.headers[name])]))
      const one = { id: headers['webhook-id'] ?? '', body: Buffer.concat(chunks).toString(), headers }
      got.set(to, [...(got.get(to) ?? []), one])
      const now = (open.get(to) ?? 0) + 1
      open.set(to, now)
      most.set(to, Math.max(now, most.get(to) ?? 0))
      response.on('close', () => void open.set(to, (open.get(to) ?? 1) - 1))
      const manner = manners.get(to) ?? 'takes'
      if (manner !== 'hangs') response.writeHead(manner === 'takes' ? 200 : 500).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    of: (to: string): readonly Got[] => got.get(to) ?? [],
    /** The most that one of them was asked at the same time. */
    mostOf: (to: string): number => most.get(to) ?? 0,
    behave: (to: string, manner: Manner) => void manners.set(to, manner),
    url: (to: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${to}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

let server: Awaited<ReturnType<typeof openServer>>
let dataDir: string
beforeEach(async () => {
  server = await openServer()
  dataDir = mkdtempSync(join(tmpdir(), 'amin-webhooks-'))
  mkdirSync(join(dataDir, 'run'))
})
afterEach(async () => {
  await server.close()
  rmSync(dataDir, { recursive: true })
})

const endpoint = (id: string): Endpoint => ({
  id,
  url: server.url(id),
  secret,
  events: WEBHOOK_TYPES,
})

/** A stage whose webhooks are delivered by hand; `process` is what a start of the program makes anew. */
const openHooked = async (...ids: readonly string[]) => {
  const stage = await openStage()
  const endpoints = ids.map(endpoint)
  Object.assign(stage.ports, { webhooks: makeWants(endpoints) })
  const { store, sealer, clock, log } = stage
  const makeProcess = () =>
    makeWebhookWork({ store, sealer, clock, log, endpoints, dataDir, patience: ms(300) })
  let process = makeProcess()
  /** Delivers what falls due in that time; other jobs stay as they are. */
  const pass = async (by: Ms): Promise<void> => {
    const end = after(clock.now(), by)
    for (;;) {
      const jobs = await store.jobs.claim({ ...stage.claim(), owner: 'hooks' }, 1000)
      const hooks = jobs.filter(({ kind }) => kind === 'webhook')
      for (const job of jobs)
        if (job.kind !== 'webhook') await store.jobs.postpone(job.id, after(end, hours(24_000)))
      await Promise.all(hooks.map((job) => process.deliver(job)))
      const next = await store.jobs.nextDue()
      if (next === undefined || next > end) break
      if (next > clock.now()) clock.set(next)
    }
    clock.set(end)
  }
  const open = (chat: string) => stage.person(chat).sends({ kind: 'start' })
  return {
    stage,
    endpoints,
    pass,
    open,
    restart: () => {
      process = makeProcess()
    },
    standing: (id: string) => readStanding(dataDir, id),
  }
}

describe('a message to a program of the agency', () => {
  test('comes once where it is taken, signed, with what happened and when', async () => {
    const { stage, open, pass, standing } = await openHooked('desk')
    const at = stage.clock.now()
    await open('1')
    await pass(hours(1))
    const [got, ...more] = server.of('desk')
    expect(more).toEqual([])
    const other = new Webhook(WRITTEN)
    // The stage's clock is not that of the library, which refuses what is old.
    expect(got?.headers['webhook-signature']).toBe(
      other.sign(got?.id ?? '', new Date(Number(got?.headers['webhook-timestamp']) * 1000), got?.body ?? ''),
    )
    expect(JSON.parse(got?.body ?? '')).toEqual({
      type: 'case.opened',
      timestamp: new Date(at).toISOString(),
      data: { case: expect.stringMatching(/^[0-9A-Z]{26}$/) },
    })
    expect(got?.id).toMatch(/^msg_[0-9A-Z]{26}_1_\d+$/)
    expect(standing('desk').last).toMatchObject([{ id: got?.id, status: 'delivered', tries: 1 }])
    expect(await stage.store.jobs.depth()).not.toMatchObject({ oldest: at })
  })

  test('comes again under the same id and in the same words until it is taken, ever more rarely, also after a restart', async () => {
    const { open, pass, restart, standing } = await openHooked('desk')
    server.behave('desk', 'fails')
    await open('1')
    await pass(minutes(10))
    const early = server.of('desk').length
    expect(early).toBeGreaterThan(4)
    expect(early).toBeLessThan(12)
    expect(standing('desk').last).toMatchObject([{ status: 'waits', fault: 'http-500', tries: early }])
    restart()
    await pass(hours(10))
    server.behave('desk', 'takes')
    await pass(hours(5))
    const all = server.of('desk')
    expect(all.length).toBeLessThan(25)
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(new Set(all.map(({ body }) => body)).size).toBe(1)
    expect(standing('desk')).toEqual({
      last: [expect.objectContaining({ status: 'delivered', tries: all.length })],
    })
    await pass(hours(48))
    expect(server.of('desk')).toHaveLength(all.length)
  })

  test('is given up after a day and a bit, and that is told', async () => {
    const { stage, open, pass, standing } = await openHooked('desk')
    server.behave('desk', 'fails')
    await open('1')
    await pass(hours(27))
    expect(standing('desk').last[0]?.status).toBe('waits')
    await pass(hours(8))
    expect(standing('desk').last[0]?.status).toBe('given-up')
    const tries = server.of('desk').length
    await pass(hours(48))
    expect(server.of('desk')).toHaveLength(tries)
    expect(stage.log.lines.some(({ message }) => message === 'a message to a webhook is given up')).toBe(true)
  })

  test('is tried for long also where the machine stood still in between', async () => {
    const { stage, open, pass } = await openHooked('desk')
    await open('1')
    stage.clock.advance(hours(96))
    server.behave('desk', 'fails')
    await pass(seconds(1))
    server.behave('desk', 'takes')
    await pass(hours(5))
    expect(server.of('desk')).toHaveLength(2)
  })

  test('waits for no other endpoint: one that hangs holds up none', async () => {
    const { open, pass, standing } = await openHooked('slow', 'quick')
    server.behave('slow', 'hangs')
    for (const chat of ['1', '2', '3', '4']) await open(chat)
    await pass(seconds(4))
    expect(server.of('quick')).toHaveLength(4)
    // Two at a time: the lane of the worker has room for five such.
    expect(server.mostOf('slow')).toBe(2)
    expect(standing('slow').last[0]).toMatchObject({ status: 'waits', fault: 'timeout' })
    expect(standing('quick').failingSince).toBeUndefined()
  })

  test('tells that a case is gone though its key is gone as well, and what happened before', async () => {
    const { stage, open, pass } = await openHooked('desk')
    await open('1')
    await stage.desk.erase(await stage.person('1').code(), 'operator', 'a trial')
    await pass(seconds(1))
    const types = server.of('desk').map(({ body }) => (JSON.parse(body) as { type: string }).type)
    expect(types.toSorted()).toEqual(['case.erased', 'case.opened'])
  })

  test('goes nowhere where the operator took the endpoint away', async () => {
    const { stage, open } = await openHooked('desk')
    await open('1')
    const { store, sealer, clock, log } = stage
    const process = makeWebhookWork({ store, sealer, clock, log, endpoints: [], dataDir })
    for (const job of await store.jobs.claim(stage.claim(), 100))
      if (job.kind === 'webhook') await process.deliver(job)
    expect(server.of('desk')).toEqual([])
  })
})

const fail = async (hooked: Awaited<ReturnType<typeof openHooked>>) => {
  server.behave('desk', 'fails')
  for (const chat of ['1', '2', '3', '4']) {
    await hooked.open(chat)
    await hooked.pass(hours(24))
  }
}

describe('an endpoint that took nothing for three days', () => {
  test('is switched off, which is told loudly, and tried no more', async () => {
    const hooked = await openHooked('desk')
    await fail(hooked)
    expect(hooked.standing('desk').off).toBeDefined()
    expect(describeWebhooks(dataDir, hooked.endpoints)).toMatchObject([
      { id: 'desk', off: true, says: expect.stringContaining('switched off since') },
    ])
    const tries = server.of('desk').length
    await hooked.open('5')
    await hooked.pass(hours(12))
    expect(server.of('desk')).toHaveLength(tries)
  })

  test('says of what grew too old meanwhile that it is given up, also of what was never tried', async () => {
    const hooked = await openHooked('desk')
    await fail(hooked)
    const waited = hooked.standing('desk').last.filter(({ status }) => status === 'waits')
    expect(waited).not.toEqual([])
    await hooked.open('5')
    await hooked.pass(hours(40))
    const { last, off } = hooked.standing('desk')
    expect(off).toBeDefined()
    expect(last.filter(({ status }) => status !== 'given-up')).toEqual([])
    expect(last.filter(({ next }) => next !== undefined)).toEqual([])
    expect(last.map(({ id }) => id)).toEqual(expect.arrayContaining(waited.map(({ id }) => id)))
    expect(last.filter(({ tries }) => tries === 0)).toHaveLength(1)
  })

  test('is on again with a test that it takes, and has what is not too old', async () => {
    const hooked = await openHooked('desk')
    await fail(hooked)
    await hooked.open('5')
    await hooked.pass(hours(2))
    const to = hooked.endpoints[0]
    if (to === undefined) throw new Error('no endpoint')
    const send = () => sendTest({ dataDir, id: 'test', now: hooked.stage.clock.now() }, to)
    expect(await send()).toEqual({ ok: false, fault: 'http-500' })
    expect(hooked.standing('desk').off).toBeDefined()
    server.behave('desk', 'takes')
    expect(await send()).toEqual({ ok: true })
    expect(hooked.standing('desk').off).toBeUndefined()
    expect(describeWebhooks(dataDir, hooked.endpoints)).toEqual([])
    const before = server.of('desk').length
    await hooked.pass(hours(3))
    expect(server.of('desk').length).toBeGreaterThan(before)
  })
})

describe('the command line', () => {
  const config = (): Config => {
    const file = join(dataDir, 'operator.json')
    writeFileSync(join(dataDir, 'desk.secret'), `${WRITTEN}\n`)
    const webhooks = [
      { id: 'desk', url: server.url('desk'), secretFile: 'desk.secret', events: ['case.opened'] },
    ]
    writeFileSync(file, JSON.stringify({ webhooks }))
    const read = readConfig({ AMIN_DATA: dataDir, AMIN_OPERATOR_FILE: file })
    if ('faults' in read) throw new Error(read.faults.join('; '))
    return read
  }

  test('sends a test that the other side can check, and lists what became of the last messages', async () => {
    const { open, pass } = await openHooked('desk')
    await open('1')
    await pass(seconds(1))
    expect(await runCommand(config(), 'webhooks test', ['desk'])).toEqual({
      code: 0,
      printed: ['{"id":"desk","taken":true}'],
      said: [],
    })
    const got = server.of('desk').at(-1)
    expect(new Webhook(WRITTEN).verify(got?.body ?? '', got?.headers ?? {})).toMatchObject({
      type: 'amin.test',
      data: {},
    })
    const { printed } = await runCommand(config(), 'webhooks list', [])
    expect(printed).toHaveLength(1)
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({
      id: 'desk',
      status: 'on',
      events: ['case.opened'],
      last: [{ type: 'case.opened', status: 'delivered', tries: 1 }],
    })
    expect(printed[0]).not.toContain(secret.toString('base64'))
  })

  test('has doctor fail over an endpoint that is switched off, and name those that are well', async () => {
    const hooked = await openHooked('desk')
    const lines = async () =>
      (await runCommand(config(), 'doctor', ['--inside'])).printed.filter((line) => line.includes('webhook'))
    expect(await lines()).toEqual(['ok    webhooks: desk'])
    await fail(hooked)
    const { code, printed } = await runCommand(config(), 'doctor', ['--inside'])
    expect(code).toBe(1)
    expect(printed.filter((line) => line.includes('webhook'))).toEqual([
      expect.stringMatching(/^FAULT webhook desk: switched off since .*; amin webhooks test desk tries it$/),
    ])
  })

  test('says where a test is not taken, and where there is no such webhook', async () => {
    server.behave('desk', 'fails')
    expect(await runCommand(config(), 'webhooks test', ['desk'])).toMatchObject({
      code: 1,
      printed: ['{"id":"desk","taken":false,"fault":"http-500"}'],
    })
    expect((await runCommand(config(), 'webhooks test', ['none'])).code).toBe(2)
  })
})
