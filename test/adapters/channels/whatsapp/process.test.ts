import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawnSync } from 'node:child_process'
import { afterEach, expect, test, vi } from 'vitest'
import { makeMemoryLog } from '../../../../adapters/memory/log.ts'
import { makeMemoryStore } from '../../../../adapters/memory/store.ts'
import {
  openWhatsapp,
  type Whatsapp,
  type WhatsappOptions,
} from '../../../../adapters/channels/whatsapp/index.ts'
import { localHosts } from '../../../../adapters/channels/whatsapp/media-host.ts'
import type { AccountState, PairStep } from '../../../../adapters/channels/whatsapp/protocol.ts'
import { Failure } from '../../../../core/base/failure.ts'
import type { Inbound } from '../../../../core/base/message.ts'
import type { Leases } from '../../../../core/ports/store/leases.ts'
import { instant } from '../../../../core/base/units.ts'
import { startFakeWhatsapp, type FakeWhatsapp } from '../../../fakes/whatsapp/index.ts'

const CHILD = fileURLToPath(new URL('stand-in-child.ts', import.meta.url))
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

const holds = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 60_000, interval: 10 })

type Parent = {
  readonly whatsapp: Whatsapp
  readonly items: Inbound[]
  readonly output: Buffer[]
  readonly log: ReturnType<typeof makeMemoryLog>
  readonly states: AccountState[]
}
const openParent = (
  fake: FakeWhatsapp,
  dir: string,
  key: Buffer,
  leases: Leases,
  more: Partial<WhatsappOptions> = {},
  standIn = true,
): Parent => {
  const items: Inbound[] = []
  const output: Buffer[] = []
  const states: AccountState[] = []
  const log = makeMemoryLog()
  const whatsapp = openWhatsapp({
    account: 'main',
    file: join(dir, 'whatsapp', 'main.db'),
    key,
    leases,
    log,
    clock: { now: () => instant(Date.now()) },
    owner: `parent ${randomBytes(4).toString('hex')}`,
    sink: { put: async (rows) => void items.push(...rows) },
    pacing: { characterMs: 0, leastMs: 0, mostMs: 0, perMinute: 6_000 },
    onAccount: (state) => states.push(state),
    trial: {
      endpoint: { url: fake.url, root: fake.root },
      ...(standIn ? { entry: CHILD } : {}),
      haste: 40,
      media: { hosts: localHosts(fake.media.host, fake.media.certificate) },
      output: (chunk) => output.push(Buffer.from(chunk)),
    },
    ...more,
  })
  cleanups.push(whatsapp.stop)
  return { whatsapp, items, output, log, states }
}

const pairs = async (fake: FakeWhatsapp, whatsapp: Whatsapp): Promise<PairStep['status'][]> => {
  await holds(() => expect(whatsapp.account().status).toBe('unpaired'))
  const seen: PairStep['status'][] = []
  for await (const step of whatsapp.pair({ mode: 'qr' })) {
    seen.push(step.status)
    if (step.status === 'qr') fake.phone.scan(step.qr)
  }
  await fake.until(fake.online, 'online')
  return seen
}

const start = async (more: Partial<WhatsappOptions> = {}, standIn = true) => {
  const fake = await startFakeWhatsapp()
  const dir = mkdtempSync(join(tmpdir(), 'amin-whatsapp-'))
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }), fake.stop)
  const key = randomBytes(32)
  const { leases } = makeMemoryStore()
  const parent = openParent(fake, dir, key, leases, more, standIn)
  await parent.whatsapp.start()
  return { fake, dir, key, leases, ...parent }
}
const linked = async (more: Partial<WhatsappOptions> = {}, standIn = true) => {
  const all = await start(more, standIn)
  expect(await pairs(all.fake, all.whatsapp)).toEqual(['qr', 'paired'])
  return all
}
const texts = (items: readonly Inbound[]): readonly string[] =>
  items.flatMap(({ body }) => (body.kind === 'text' ? [body.text] : []))

test('an account is paired from outside its process; what people write comes to the inbox and what we write to them', async () => {
  const { fake, whatsapp, items } = await linked()
  expect(whatsapp.health()).toMatchObject({ status: 'ready' })
  const sara = fake.person()
  await fake.says(sara, 'salam')
  await holds(() => expect(texts(items)).toEqual(['salam']))
  expect(await whatsapp.channel.send(sara.lid, { kind: 'text', text: 'hello' })).toMatchObject({
    status: 'sent',
  })
  await fake.until(() => fake.received.length === 1, 'our answer')
  await whatsapp.stop()
  expect(fake.online()).toBe(false)
})

const read = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('a picture, a voice note and a document reach the evidence as the bytes that were sent; a changed one never; one that is gone is asked for', async () => {
  const { fake, whatsapp, items } = await linked({}, false)
  const sara = fake.person()
  const files = { image: randomBytes(70_000), audio: randomBytes(9_999), document: randomBytes(300_001) }
  const paths = new Map<string, string>()
  for (const type of ['image', 'audio', 'document'] as const) {
    const fields = await fake.media.upload(files[type], type)
    paths.set(type, fields.directPath)
    const more =
      type === 'document' ? { fileName: 'a.pdf' } : type === 'audio' ? { ptt: true } : { caption: 'look' }
    await fake.says(sara, { [`${type}Message`]: { ...fields, mimetype: 'x/y', ...more } }, { type: 'media' })
    fake.onMediaRetry(() => ({
      directPath: fake.media.move(paths.get('document')!),
      mediaKey: fields.mediaKey,
    }))
  }
  await holds(() => expect(items).toHaveLength(3))
  const refs = items.map(({ body }) => (body.kind === 'media' ? body.media.ref : ''))
  expect(items.map(({ body }) => (body.kind === 'media' ? body.media.kind : body.kind))).toEqual([
    'photo',
    'voice',
    'document',
  ])
  for (const [n, type] of (['image', 'audio', 'document'] as const).entries()) {
    const opened = await whatsapp.channel.download(refs[n]!)
    expect(opened.status === 'open' && files[type].equals(await read(opened.bytes))).toBe(true)
  }
  for (const fault of [{ kind: 'tamper', at: 40_000 } as const, { kind: 'cut', after: 30_000 } as const]) {
    fake.media.fault(paths.get('image')!, fault)
    const fetched = async (): Promise<Buffer> => {
      const one = await whatsapp.channel.download(refs[0]!)
      return one.status === 'open' ? read(one.bytes) : Buffer.of()
    }
    await expect(fetched()).rejects.toMatchObject({ code: 'download_failed' })
  }
  fake.media.fault(paths.get('document')!, { kind: 'status', status: 410 })
  const again = await whatsapp.channel.download(refs[2]!)
  expect(again.status === 'open' && files.document.equals(await read(again.bytes))).toBe(true)
  // Nobody is addressed by number or hidden id outside the session.
  const { chat } = items[0]!
  expect(chat).toMatch(/^[0-9a-f]{32}$/)
  expect(await whatsapp.channel.send(chat, { kind: 'text', text: 'thank you' })).toMatchObject({
    status: 'sent',
  })
  await fake.until(() => fake.received.length === 1, 'our answer')
  expect(await whatsapp.channel.send('f'.repeat(32), { kind: 'text', text: 'nobody' })).toEqual({
    status: 'refused',
    why: 'invalid',
  })
})

test('leaving the loop cancels the pairing', async () => {
  const { whatsapp } = await start()
  await holds(() => expect(whatsapp.account().status).toBe('unpaired'))
  for await (const step of whatsapp.pair({ mode: 'qr' })) {
    expect(step.status).toBe('qr')
    break
  }
  await holds(() => expect(whatsapp.account().status).toBe('unpaired'))
  await expect(
    whatsapp.pair({ mode: 'code', phone: 'no number' })[Symbol.asyncIterator]().next(),
  ).rejects.toThrow('phone number')
})

test('a child that is killed is replaced, goes on with its session, and says again what was not in the inbox', async () => {
  let open = false
  const kept: Inbound[] = []
  const { fake, whatsapp } = await linked({
    sink: {
      put: async (rows) => {
        if (!open) throw new Failure('store_unavailable')
        kept.push(...rows)
      },
    },
  })
  const sara = fake.person()
  await fake.says(sara, 'one')
  await fake.until(() => fake.pending() === 0, 'confirmed')
  await holds(() => expect(whatsapp.health().status).toBe('degraded'))
  process.kill(whatsapp.pid()!, 'SIGKILL')
  await fake.until(() => !fake.online(), 'offline')
  await fake.says(sara, 'two')
  await fake.until(() => fake.logins() === 2 && fake.pending() === 0, 'confirmed again')
  open = true
  await holds(() => expect(new Set(texts(kept))).toEqual(new Set(['one', 'two'])))
  await holds(() => expect(whatsapp.health().status).toBe('ready'))
})

test('a message under way when the child dies is unclear', async () => {
  const { fake, whatsapp } = await linked()
  const sara = fake.person()
  fake.swallowNext()
  const sent = whatsapp.channel.send(sara.lid, { kind: 'text', text: 'perhaps' })
  await fake.until(() => fake.received.length === 1, 'the message')
  process.kill(whatsapp.pid()!, 'SIGKILL')
  expect(await sent).toEqual({ status: 'unclear' })
})

test('an account that another session took is not taken back, not even by a new child', async () => {
  const { fake, whatsapp } = await linked()
  fake.end('replaced')
  await holds(() => expect(whatsapp.account()).toMatchObject({ status: 'stopped', advice: 'other-session' }))
  expect(whatsapp.health()).toMatchObject({ status: 'down', reason: 'conflict' })
  const pid = whatsapp.pid()!
  process.kill(pid, 'SIGKILL')
  await holds(() => expect(whatsapp.pid()).not.toBeOneOf([undefined, pid]))
  await holds(() => expect(whatsapp.account()).toMatchObject({ status: 'stopped', advice: 'other-session' }))
  expect(fake.logins()).toBe(1)
  whatsapp.connect()
  await fake.until(fake.online, 'online again')
})

test('a second process stands by, and takes over when the first is gone', async () => {
  const { fake, dir, key, leases, whatsapp } = await linked()
  const other = openParent(fake, dir, key, leases)
  await other.whatsapp.start()
  await holds(() => expect(other.whatsapp.health()).toMatchObject({ status: 'ready', reason: 'standby' }))
  await whatsapp.stop()
  await fake.until(() => fake.logins() === 2 && fake.online(), 'the other one')
})

test('without the word of the store the session waits, and then runs', async () => {
  const { leases } = makeMemoryStore()
  let broken = 3
  const { fake, whatsapp } = await start({
    leases: {
      ...leases,
      take: async (name, claim) => {
        if (name.split(':').length > 2 && broken > 0) {
          broken -= 1
          throw new Failure('store_unavailable')
        }
        return leases.take(name, claim)
      },
    },
  })
  await pairs(fake, whatsapp)
  expect(broken).toBe(0)
})

test('nothing of a person, no key and no word leaves the child by its output or the log, whatever the library prints', async () => {
  const { fake, whatsapp, items, output, log } = await linked()
  const sara = fake.person('Canaryname')
  await fake.says(sara, 'canaryword')
  await whatsapp.channel.send(sara.lid, { kind: 'text', text: 'canaryanswer' })
  // The library prints the old session, private keys and all, when a new one takes its place.
  await sara.forgetSession('100000000000001:1@lid')
  await fake.says(sara, 'canaryword anew')
  sara.reinstall()
  await fake.says(sara, 'canaryword again')
  fake.stub(sara, 'CANARYSTUB')
  fake.push({
    tag: 'message',
    attrs: { from: sara.lid, id: 'CANARYODD', t: 'x' },
    content: [{ tag: 'enc', attrs: { type: 'odd' }, content: Buffer.of(1) }],
  })
  fake.push({
    tag: 'notification',
    attrs: { from: sara.lid, id: 'CANARYNOTE', type: 'mex' },
    content: [{ tag: 'update', attrs: { op_name: 'x' }, content: Buffer.from('canary') }],
  })
  fake.end('cut')
  await fake.until(() => fake.logins() === 2, 'a new login')
  await holds(() => expect(texts(items)).toContain('canaryword again'))
  const pid = whatsapp.pid()!
  process.kill(pid, 'SIGKILL')
  await holds(() => expect(whatsapp.pid()).not.toBeOneOf([undefined, pid]))
  const text = JSON.stringify(log.lines, (_, value: unknown) =>
    value instanceof Error ? `${value.message} ${value.stack}` : value,
  )
  const secrets = [
    'anaryword',
    'canaryanswer',
    'Canaryname',
    'CANARY',
    sara.phone,
    sara.lid.split('@')[0]!,
    '9647700000000',
  ]
  expect(Buffer.concat(output).toString()).toBe('')
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
  expect(log.lines.length).toBeGreaterThan(0)
})

test('a process whose TLS checks were switched off does not run', () => {
  const harden = new URL('../../../../adapters/channels/whatsapp/harden.ts', import.meta.url).href
  const { status } = spawnSync(process.execPath, ['--import', harden, '--eval', ''], {
    env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
  })
  expect(status).toBe(78)
})
