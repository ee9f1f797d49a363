import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startFakeWhatsappCloud, type FakeWhatsappCloud } from './index.ts'
import type { Person } from './person.ts'
import type { Value } from './types.ts'

let fake: FakeWhatsappCloud
let person: Person
beforeEach(async () => {
  fake = await startFakeWhatsappCloud({ retryMs: 2 })
  person = fake.person()
})
afterEach(() => fake.stop())

type Asked = { readonly status: number; readonly json: Record<string, unknown> }

const ask = async (
  path: string,
  init: { readonly method?: string; readonly body?: string; readonly token?: string } = {},
): Promise<Asked> => {
  const { token = fake.token, ...rest } = init
  const response = await fetch(`${fake.apiRoot}${path}`, {
    ...rest,
    headers: { authorization: `Bearer ${token}` },
  })
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}
const post = (body: unknown) =>
  ask(`/v26.0/${fake.phoneId}/messages`, { method: 'POST', body: JSON.stringify(body) })
const text = (body: string) =>
  post({ messaging_product: 'whatsapp', to: person.phone, type: 'text', text: { body } })
const codeOf = ({ json }: { readonly json: Record<string, unknown> }): unknown =>
  (json['error'] as { readonly code?: number } | undefined)?.code

/** Somebody's webhook: keeps what came, answers what the test says. */
const listen = async (answer: (n: number) => number = () => 200) => {
  const calls: { body: string; signature: string | undefined }[] = []
  const server: Server = createServer((request: IncomingMessage, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      const signature = request.headers['x-hub-signature-256']
      calls.push({
        body: Buffer.concat(chunks).toString(),
        signature: typeof signature === 'string' ? signature : undefined,
      })
      response.writeHead(answer(calls.length)).end()
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()))
  fake.hook.point(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`)
  const values = (): Value[] =>
    calls.flatMap(({ body }) =>
      (JSON.parse(body) as { entry: { changes: { value: Value }[] }[] }).entry.flatMap(({ changes }) =>
        changes.map(({ value }) => value),
      ),
    )
  const close = async (): Promise<void> => {
    fake.hook.stop()
    server.closeAllConnections()
    await new Promise((resolve) => void server.close(resolve))
  }
  return { calls, values, close }
}

describe('what a business sends', () => {
  beforeEach(() => void person.says('hello'))
  const interactive = (type: string, action: unknown) => ({
    messaging_product: 'whatsapp',
    to: person.phone,
    type: 'interactive',
    interactive: { type, body: { text: 'Which?' }, action },
  })
  const reply = (id: string, title = id) => ({ type: 'reply', reply: { id, title } })

  test('is accepted with an id, and stands in the ledger', async () => {
    const { status, json } = await text('hi')
    expect(status).toBe(200)
    expect(json).toMatchObject({
      messages: [{ id: fake.sent[0]?.kind === 'message' ? fake.sent[0].id : '' }],
    })
    expect(fake.textsTo(person)).toEqual(['hi'])
  })
  test.each([
    ['a text that is too long', () => text('x'.repeat(4097)), 100],
    ['an empty text', () => text(''), 100],
    [
      'four buttons',
      () => post(interactive('button', { buttons: ['a', 'b', 'c', 'd'].map((id) => reply(id)) })),
      131_009,
    ],
    [
      'buttons of one title',
      () => post(interactive('button', { buttons: [reply('a', 'x'), reply('b', 'x')] })),
      131_009,
    ],
    [
      'a button of 21 characters',
      () => post(interactive('button', { buttons: [reply('a', 'x'.repeat(21))] })),
      100,
    ],
    [
      'a list without a label',
      () => post(interactive('list', { sections: [{ rows: [{ id: 'a', title: 'A' }] }] })),
      100,
    ],
    [
      'eleven rows',
      () => {
        const rows = Array.from({ length: 11 }, (_, n) => ({ id: `r${n}`, title: `R${n}` }))
        return post(interactive('list', { button: 'Open', sections: [{ rows }] }))
      },
      131_009,
    ],
    ['nobody', () => post({ messaging_product: 'whatsapp', type: 'text', text: { body: 'x' } }), 100],
    [
      'a number that is not there',
      () => post({ messaging_product: 'whatsapp', to: '1', type: 'text', text: { body: 'x' } }),
      131_026,
    ],
    [
      'a message that it never had',
      () => post({ messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.no' }),
      131_009,
    ],
  ])('is refused where it is %s', async (_name, act, code) => {
    expect(codeOf(await act())).toBe(code)
    expect(fake.sent).toEqual([])
  })
  test('with a field that nobody documents is taken, and told of', async () => {
    await post({
      messaging_product: 'whatsapp',
      to: person.phone,
      type: 'text',
      text: { body: 'x', colour: 'red' },
      whatever: 1,
    })
    expect(fake.violations).toHaveLength(2)
  })
  test('is refused after 24 hours, but for an approved template', async () => {
    fake.clock.advance(24 * 3_600_000)
    expect(codeOf(await text('late'))).toBe(131_047)
    const template = (name: string) =>
      post({
        messaging_product: 'whatsapp',
        to: person.phone,
        type: 'template',
        template: { name, language: { code: 'en' } },
      })
    expect(codeOf(await template('unknown'))).toBe(132_001)
    expect((await template('continue')).status).toBe(200)
  })
  test('without the token, or for another number, is refused', async () => {
    expect((await ask(`/v26.0/${fake.phoneId}`, { token: 'x' })).status).toBe(401)
    expect(codeOf(await ask('/v26.0/1/messages', { method: 'POST', body: '{}' }))).toBe(2500)
  })
})

describe('the webhook', () => {
  test('is signed over its bytes with the secret of the app', async () => {
    const { calls, close } = await listen()
    person.says('سلام')
    await fake.until(() => calls.length === 1)
    expect(calls[0]?.signature).toBe(
      `sha256=${createHmac('sha256', fake.appSecret)
        .update(calls[0]?.body ?? '')
        .digest('hex')}`,
    )
    await close()
  })
  test('is called again until it is taken', async () => {
    const { calls, close } = await listen((n) => (n < 4 ? 500 : 200))
    person.says('one')
    person.says('two')
    await fake.until(() => fake.hook.waiting() === 0)
    expect(calls.map(({ body }) => body.includes('two'))).toEqual([false, false, false, false, true])
    await close()
  })
  test('tells that a message went out, arrived and was read, with what the business put on it', async () => {
    const { values, close } = await listen()
    person.says('hello')
    await post({
      messaging_product: 'whatsapp',
      to: person.phone,
      type: 'text',
      text: { body: 'x' },
      biz_opaque_callback_data: 'row',
    })
    person.reads()
    await fake.until(() => fake.hook.waiting() === 0)
    const statuses = values().flatMap(({ statuses = [] }) => statuses)
    expect(statuses.map(({ status }) => status)).toEqual(['sent', 'delivered', 'read'])
    expect(statuses.every((status) => status.biz_opaque_callback_data === 'row')).toBe(true)
    await close()
  })
  test('says no number of somebody who hides theirs', async () => {
    const { calls, values, close } = await listen()
    const hidden = fake.person({ username: 'h' })
    hidden.says('hi')
    await fake.until(() => fake.hook.waiting() === 0)
    expect(values()[0]?.messages?.[0]).toMatchObject({ from_user_id: hidden.user })
    expect(calls[0]?.body.replaceAll(/wamid\.[\w=+/]+/g, '')).not.toContain(hidden.phone)
    await close()
  })
})

test('an address of a file is good for five minutes and for who has the token', async () => {
  const { id } = fake.media.add(Buffer.from('bytes'), { mime: 'image/jpeg' })
  const { json } = await ask(`/v26.0/${id}`)
  const url = String(json['url'])
  const open = (headers: Record<string, string>) => fetch(url, { headers })
  expect(await (await open({ authorization: `Bearer ${fake.token}` })).text()).toBe('bytes')
  expect((await open({})).status).toBe(401)
  fake.clock.advance(5 * 60_000 + 1)
  expect((await open({ authorization: `Bearer ${fake.token}` })).status).toBe(404)
})

test('in a process of its own it is steered over HTTP', async () => {
  const child = spawn(
    process.execPath,
    [new URL('serve.ts', import.meta.url).pathname, '{"phoneId":"123456789"}'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const { apiRoot, phoneId, token } = JSON.parse(line) as { apiRoot: string; phoneId: string; token: string }
  expect(phoneId).toBe('123456789')
  const ctl = async (name: string, args: unknown): Promise<unknown> =>
    (await fetch(`${apiRoot}/ctl/${name}`, { method: 'POST', body: JSON.stringify(args) })).json()
  const { phone } = (await ctl('person', {})) as { phone: string }
  await ctl('does', { phone, verb: 'sendsPhoto', args: [{ base64: 'aGk=' }] })
  const sent = await fetch(`${apiRoot}/v26.0/${phoneId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ messaging_product: 'whatsapp', to: phone, type: 'text', text: { body: 'hello' } }),
  })
  expect(sent.status).toBe(200)
  expect(await ctl('inbox', { phone })).toMatchObject([{ text: 'hello' }])
  expect(await ctl('does', { phone, verb: 'flies' })).toMatchObject({ error: expect.any(String) as string })
  child.stdin.end()
  await once(child, 'exit')
})
