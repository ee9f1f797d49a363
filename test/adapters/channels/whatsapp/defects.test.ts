/**
 * What the installed Baileys does wrong or otherwise than its users think, measured on itself,
 * without our hardening. A test here that fails says that upstream changed: look whether the part
 * of ours named in it is still needed.
 */
import {
  makeWASocket,
  Browsers,
  Curve,
  DisconnectReason,
  downloadMediaMessage,
  initAuthCreds,
  type AuthenticationCreds,
  type SignalKeyStore,
  type UserFacingSocketConfig,
  type WAMessage,
  type WASocket,
} from '@whiskeysockets/baileys'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { startFakeWhatsapp, type FakeWhatsapp } from '../../../fakes/whatsapp/index.ts'
import { makeMemoryKeys, quiet } from '../../../fakes/whatsapp/person.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

const makeSocket = (
  fake: FakeWhatsapp,
  creds: AuthenticationCreds,
  keys: SignalKeyStore,
  config: Partial<UserFacingSocketConfig> = {},
): WASocket => {
  const socket = makeWASocket({
    auth: { creds, keys },
    waWebSocketUrl: fake.url,
    logger: quiet,
    browser: Browsers.ubuntu('Chrome'),
    markOnlineOnConnect: false,
    emitOwnEvents: false,
    shouldSyncHistoryMessage: () => false,
    ...config,
  })
  socket.ev.on('creds.update', (update) => void Object.assign(creds, update))
  return socket
}

const opened = (socket: WASocket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.ev.on('connection.update', ({ connection, lastDisconnect }) => {
      if (connection === 'open') resolve()
      if (connection === 'close') reject(lastDisconnect?.error)
    })
  })

/** Baileys alone, as its own examples use it, linked and online. */
const startPlain = async (config: Partial<UserFacingSocketConfig> = {}) => {
  const fake = await startFakeWhatsapp()
  cleanups.push(fake.stop)
  const creds = initAuthCreds()
  const keys = makeMemoryKeys()
  const first = makeSocket(fake, creds, keys)
  await new Promise<void>((resolve) => {
    first.ev.on('connection.update', ({ qr, connection, lastDisconnect }) => {
      if (qr !== undefined) fake.phone.scan(qr)
      const code = (lastDisconnect?.error as { output?: { statusCode?: number } } | undefined)?.output
        ?.statusCode
      if (connection === 'close' && code === DisconnectReason.restartRequired) resolve()
    })
  })
  const upserts: { type: string; message: WAMessage }[] = []
  const updates: { key: { id?: string | null }; update: Partial<WAMessage> }[] = []
  const connect = async (): Promise<WASocket> => {
    const socket = makeSocket(fake, creds, keys, config)
    cleanups.push(() => socket.end(undefined))
    socket.ev.on('messages.upsert', ({ type, messages }) =>
      upserts.push(...messages.map((message) => ({ type, message }))),
    )
    socket.ev.on('messages.update', (some) => updates.push(...some))
    await opened(socket)
    await fake.until(fake.online, 'online')
    return socket
  }
  const socket = await connect()
  return { fake, creds, keys, connect, socket, upserts, updates }
}
const holds = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 60_000, interval: 5 })

test('signatures are not checked: any 64 bytes are one (harden.ts)', () => {
  const [mine, other] = [Curve.generateKeyPair(), Curve.generateKeyPair()]
  const message = Buffer.from('message')
  const signature = Curve.sign(mine.private, message)
  expect(Curve.verify(mine.public, message, signature)).toBe(true)
  expect(Curve.verify(other.public, message, signature)).toBe(true)
  expect(Curve.verify(mine.public, Buffer.from('other'), signature)).toBe(true)
  expect(Curve.verify(mine.public, message, randomBytes(64))).toBe(true)
})

test("a server whose certificates nobody signed is spoken to (harden.ts), and so is one whose key is not its certificate's (TLS)", async () => {
  const fake = await startFakeWhatsapp()
  cleanups.push(fake.stop)
  const ask = (): Promise<string> => {
    const socket = makeSocket(fake, initAuthCreds(), makeMemoryKeys())
    cleanups.push(() => socket.end(undefined))
    return new Promise((resolve) =>
      socket.ev.on('connection.update', ({ qr, connection }) => {
        if (qr !== undefined) resolve('spoken to')
        if (connection === 'close') resolve('refused')
      }),
    )
  }
  expect(await ask()).toBe('spoken to')
  fake.authority.current = { ...fake.authority.current, serverStatic: Curve.generateKeyPair() }
  expect(await ask()).toBe('spoken to')
})

/** The fake's media host passes for any other for the length of a test. */
const trustMedia = (fake: FakeWhatsapp): void => {
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, fake.media.certificate])
  cleanups.push(() => setDefaultCACertificates(before))
}
const imageOf = async (fake: FakeWhatsapp, plain: Buffer) => {
  const fields = await fake.media.upload(plain, 'image')
  const message: WAMessage = {
    key: { remoteJid: 'x@lid', id: 'X', fromMe: false },
    message: { imageMessage: { ...fields, mimetype: 'image/jpeg' } },
  }
  return { fields, message }
}

test('media with a changed bit is handed over as good (our own downloader)', async () => {
  const fake = await startFakeWhatsapp()
  cleanups.push(fake.stop)
  trustMedia(fake)
  const plain = randomBytes(100_000)
  const { fields, message } = await imageOf(fake, plain)
  expect(plain.equals(await downloadMediaMessage(message, 'buffer', {}))).toBe(true)
  fake.media.fault(fields.directPath, { kind: 'tamper', at: 1_000 })
  const changed = await downloadMediaMessage(message, 'buffer', {})
  expect(changed).toHaveLength(plain.length)
  expect(plain.equals(changed)).toBe(false)
})

test("`reuploadRequest` is not called where the file is gone (our own request at the sender's phone)", async () => {
  const fake = await startFakeWhatsapp()
  cleanups.push(fake.stop)
  trustMedia(fake)
  const { fields, message } = await imageOf(fake, randomBytes(1_000))
  const reuploadRequest = vi.fn(async (same: WAMessage) => same)
  for (const status of [404, 410]) {
    fake.media.fault(fields.directPath, { kind: 'status', status })
    await expect(
      downloadMediaMessage(message, 'buffer', {}, { logger: quiet, reuploadRequest }),
    ).rejects.toThrow()
  }
  expect(reuploadRequest).not.toHaveBeenCalled()
})

test('a media connection that is cut ends the process (our own downloader)', () => {
  const script = fileURLToPath(new URL('cut-child.ts', import.meta.url))
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], { timeout: 60_000 })
  expect(stdout.toString()).toBe('downloading\n')
  expect(stderr.toString()).toContain('terminated')
  expect(status).toBe(1)
})

test('WhatsApp hears that a message came although the handler of it broke (ratchet.ts)', async () => {
  const { fake, socket } = await startPlain()
  const seen: string[] = []
  socket.ev.on('messages.upsert', () => {
    seen.push('upsert')
    throw new Error('the disk is full')
  })
  const quietly = (): void => undefined
  process.on('unhandledRejection', quietly)
  cleanups.push(() => process.off('unhandledRejection', quietly))
  await fake.says(fake.person(), 'lost')
  await holds(() => expect(seen).toEqual(['upsert']))
  await fake.until(() => fake.receipts.length === 1, 'the receipt')
  expect(fake.pending()).toBe(0)
})

test('private keys are printed when a contact has a new phone (harden.ts)', async () => {
  const printed: unknown[][] = []
  for (const level of ['info', 'warn', 'error', 'log'] as const)
    vi.spyOn(console, level).mockImplementation((...given) => void printed.push(given))
  cleanups.push(() => vi.restoreAllMocks())
  const { fake, upserts } = await startPlain()
  const sara = fake.person()
  const [stored] = [fake.person()]
  await fake.says(sara, 'old')
  await fake.says(stored, 'other')
  await sara.forgetSession('100000000000001:1@lid')
  await fake.says(sara, 'a new session')
  await holds(() => expect(upserts).toHaveLength(3))
  const text = printed.map((given) => given.map((one) => JSON.stringify(one)).join(' ')).join('\n')
  expect(text).toContain('Closing session')
  expect(text).toContain('privKey')
})

test('what waited while we were away comes as `append`, not `notify` (envelope.ts reads stanzas)', async () => {
  const { fake, socket, upserts, connect } = await startPlain()
  const sara = fake.person()
  await fake.says(sara, 'live')
  await holds(() => expect(upserts).toHaveLength(1))
  await socket.end(undefined)
  await fake.until(() => !fake.online(), 'offline')
  await fake.says(sara, 'waited')
  await connect()
  await holds(() => expect(upserts.map(({ type }) => type)).toEqual(['notify', 'append']))
})

test('a message under an id that came before is delivered again (the inbox counts once)', async () => {
  const { fake, upserts } = await startPlain()
  const sara = fake.person()
  await fake.says(sara, 'x', { id: 'SAME' })
  await fake.says(sara, 'x', { id: 'SAME' })
  await holds(() => expect(upserts.map(({ message }) => message.key.id)).toEqual(['SAME', 'SAME']))
})

test('`sendMessage` resolves although WhatsApp refused (connection.ts waits for the answer)', async () => {
  const { fake, socket, updates } = await startPlain()
  const sara = fake.person()
  fake.refuseNext('463')
  const sent = await socket.sendMessage(sara.lid, { text: 'cold' })
  expect(sent?.key.id).toBeTruthy()
  await holds(() =>
    expect(updates.map(({ update }) => update)).toContainEqual(expect.objectContaining({ status: 0 })),
  )
})

test('a message leaves before the ratchet step for it is durable (ratchet.ts)', async () => {
  const { fake, keys, socket } = await startPlain()
  const sara = fake.person()
  await socket.sendMessage(sara.lid, { text: 'first' })
  await fake.until(() => fake.received.length === 1, 'first')
  const order: string[] = []
  const set = keys.set.bind(keys)
  ;(keys as { set: SignalKeyStore['set'] }).set = async (data) => {
    if (data.session !== undefined) order.push('step')
    await set(data)
  }
  const ws = socket.ws as unknown as {
    send: (data: unknown, done: unknown) => boolean
    socket: { send: (...given: unknown[]) => void }
  }
  const send = ws.socket.send.bind(ws.socket)
  ws.socket.send = (...given) => {
    order.push('left')
    send(...given)
  }
  await socket.sendMessage(sara.lid, { text: 'second' })
  expect(order.indexOf('left')).toBeLessThan(order.indexOf('step'))
})

test('an unencrypted stanza is a message like any other (envelope.ts marks it)', async () => {
  const { fake, upserts } = await startPlain()
  fake.saysInClear(fake.person(), 'by the server')
  await holds(() =>
    expect(upserts.map(({ message }) => message.message?.conversation)).toEqual(['by the server']),
  )
})

test('a refused upgrade does not end the attempt (connection.ts)', async () => {
  const fake = await startFakeWhatsapp()
  cleanups.push(fake.stop)
  fake.refuseUpgrades(403)
  const socket = makeSocket(fake, initAuthCreds(), makeMemoryKeys())
  const heard: string[] = []
  socket.ev.on(
    'connection.update',
    ({ connection }) => void (connection === undefined || heard.push(connection)),
  )
  await new Promise<void>((resolve) => socket.ws.on('unexpected-response', () => resolve()))
  await new Promise((resolve) => setImmediate(resolve))
  expect(heard).toEqual(['connecting'])
  await socket.end(undefined)
})

test('with its own retries a transaction that failed is written later, whoever has the session by then (one try, session-store.ts)', async () => {
  const { DEFAULT_CONNECTION_CONFIG } = await import('@whiskeysockets/baileys')
  expect(DEFAULT_CONNECTION_CONFIG.transactionOpts).toEqual({
    maxCommitRetries: 10,
    delayBetweenTriesMs: 3_000,
  })
})
