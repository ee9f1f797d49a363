import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { openPush } from '../../../adapters/push/index.ts'
import { openFakePushService, type FakePushService } from '../../fakes/push/server.ts'

let service: FakePushService
let folder: string
beforeAll(async () => {
  service = await openFakePushService()
})
afterAll(() => service.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amin-push-keys-'))
  service.calls.length = 0
  service.answers.clear()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const log = makeMemoryLog()
const open = (file = join(folder, 'push.key')) =>
  openPush({
    keyFile: file,
    contact: 'https://amin.example',
    log,
    services: [/^localhost$/],
    agent: service.agent,
  })
const target = ({ endpoint, keys }: ReturnType<FakePushService['browser']>) => ({ endpoint, ...keys })

describe('keys', () => {
  test('are made at first use, readable by their owner alone, and stay', () => {
    const file = join(folder, 'push.key')
    const push = open(file)
    expect(() => statSync(file)).toThrow()
    const { publicKey } = push
    expect(publicKey()).toMatch(/^[\w-]{87}$/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(open(file).publicKey()).toBe(publicKey())
  })

  test('that are damaged are said, and never replaced silently', () => {
    const file = join(folder, 'push.key')
    for (const text of ['', '{', '{"publicKey":"x","privateKey":"y"}', '[]']) {
      writeFileSync(file, text)
      expect(() => open(file).publicKey()).toThrow('the keys for push are damaged')
      expect(readFileSync(file, 'utf8')).toBe(text)
    }
  })

  test('that cannot be kept are said', () => {
    expect(() => open(join(folder, 'nowhere', 'push.key')).publicKey()).toThrow(
      'the keys for push cannot be kept',
    )
  })
})

test('the browser reads the one word; the service sees none of it, and who calls', async () => {
  const push = open()
  const browser = service.browser('first')
  expect(await push.send(target(browser), 'ckb')).toBe('taken')
  const [call] = service.calls
  expect(browser.read(call!.body)).toBe('ckb')
  expect(call!.body.toString('latin1')).not.toContain('ckb')
  expect(call!.headers).toMatchObject({
    urgency: 'high',
    topic: 'waiting',
    ttl: '600',
    'content-encoding': 'aes128gcm',
  })
  expect(service.claimsOf(call!, push.publicKey())).toMatchObject({
    aud: service.origin,
    sub: 'https://amin.example',
  })
})

test.each([
  [404, 'gone'],
  [410, 'gone'],
  [400, 'failed'],
  [403, 'failed'],
  [429, 'failed'],
  [500, 'failed'],
  [0, 'failed'],
] as const)('an answer of %i means %s', async (status, outcome) => {
  const browser = service.browser('odd')
  service.answers.set('/odd', status)
  expect(await open().send(target(browser), 'ar')).toBe(outcome)
  expect(JSON.stringify(log.lines)).not.toContain('/odd')
})

test('a certificate that nobody vouches for is no push service', async () => {
  const push = openPush({
    keyFile: join(folder, 'push.key'),
    contact: 'mailto:a@b.example',
    log,
    services: [/^localhost$/],
  })
  expect(await push.send(target(service.browser('x')), 'ar')).toBe('failed')
  expect(service.calls).toEqual([])
})

test('keys that are none fail as a value, not as a throw', async () => {
  expect(await open().send({ endpoint: `${service.origin}/x`, p256dh: 'AAAA', auth: 'AAAA' }, 'ar')).toBe(
    'failed',
  )
})

test('only known services are called, whatever a browser says', async () => {
  const push = openPush({
    keyFile: join(folder, 'push.key'),
    contact: 'https://amin.example',
    log,
    agent: service.agent,
  })
  for (const endpoint of [
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])
    expect(push.takes(endpoint), endpoint).toBe(true)
  for (const endpoint of [
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.example/x',
    'https://evilnotify.windows.com/x',
    'https://user:pass@fcm.googleapis.com/x',
    'https://127.0.0.1/x',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost:8080/x',
    'file:///etc/passwd',
    'no address',
  ]) {
    expect(push.takes(endpoint), endpoint).toBe(false)
    expect(await push.send({ ...target(service.browser('x')), endpoint }, 'ar')).toBe('gone')
  }
  expect(service.calls).toEqual([])
})
