import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Update } from '@grammyjs/types'
import { startFakeTelegram, type FakeTelegram } from './index.ts'
import { makeHandlers } from './methods.ts'
import { openValidator } from './schema.ts'

let fake: FakeTelegram
beforeEach(async () => {
  fake = await startFakeTelegram()
})
afterEach(() => fake.stop())

type Answer = {
  ok: boolean
  result?: unknown
  error_code?: number
  description?: string
  parameters?: { retry_after?: number }
}
const call = async (method: string, payload: object = {}, signal?: AbortSignal): Promise<Answer> => {
  const response = await fetch(`${fake.apiRoot}/bot${fake.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
    ...(signal === undefined ? {} : { signal }),
  })
  return (await response.json()) as Answer
}
const updates = async (payload: object = {}): Promise<Update[]> =>
  (await call('getUpdates', payload)).result as Update[]
const words = (list: readonly Update[]): (string | undefined)[] => list.map((update) => update.message?.text)

describe('the queue', () => {
  test('what is not confirmed comes again; a higher offset confirms what is before it', async () => {
    fake.crowd(5)
    const first = await updates({ limit: 2 })
    expect(words(first)).toEqual(['m0', 'm1'])
    fake.clock.advance(1000)
    const [, second] = first
    expect(words(await updates({ offset: second!.update_id }))).toEqual(['m1', 'm2', 'm3', 'm4'])
    expect(fake.queue.pending()).toBe(4)
    expect(words(await updates({ offset: second!.update_id + 4 }))).toEqual([])
    expect(fake.queue.pending()).toBe(0)
  })

  test('a negative offset forgets all but the last so many', async () => {
    fake.crowd(5)
    expect(words(await updates({ offset: -2 }))).toEqual(['m3', 'm4'])
    expect(fake.queue.pending()).toBe(2)
  })

  test('an offset far beyond the newest confirms nothing', async () => {
    fake.crowd(2)
    const [first] = await updates()
    expect(words(await updates({ offset: first!.update_id + 1000 }))).toEqual(['m0', 'm1'])
  })

  test('asking again at once with the same offset gives one update', async () => {
    fake.crowd(3)
    expect(await updates({ offset: 1 })).toHaveLength(3)
    expect(await updates({ offset: 1 })).toHaveLength(1)
  })

  test('a long poll waits for what comes', async () => {
    const waiting = updates({ timeout: 20 })
    await fake.until(fake.polling)
    fake.person().says('hello')
    expect(words(await waiting)).toEqual(['hello'])
  })

  test('a second poller without anything to get ends the first with 409; where there is something both get it', async () => {
    const first = call('getUpdates', { timeout: 20 })
    await fake.until(fake.polling)
    const second = call('getUpdates', { timeout: 20 })
    expect(await first).toMatchObject({
      error_code: 409,
      description: expect.stringContaining('terminated by other getUpdates') as string,
    })
    fake.crowd(1)
    expect((await second).result).toHaveLength(1)
    expect((await call('getUpdates', { timeout: 1 })).result).toHaveLength(1)
    expect(fake.stats.conflicts).toBe(1)
  })

  test('a poller that leaves is forgotten', async () => {
    const controller = new AbortController()
    const leaving = call('getUpdates', { timeout: 20 }, controller.signal).catch(() => undefined)
    await fake.until(fake.polling)
    controller.abort()
    await leaving
    await fake.until(() => !fake.polling())
  })

  test('messages are kept a day and presses 150 seconds', async () => {
    const person = fake.person()
    const shown = person.starts()
    person.pressesData('1:a', shown)
    fake.clock.advance(151_000)
    expect(await updates()).toHaveLength(1)
    fake.clock.advance(24 * 3600 * 1000)
    expect(await updates({ offset: 1 })).toHaveLength(0)
  })

  test('after a quiet week ids start again somewhere', async () => {
    fake.crowd(1)
    const [before] = await updates()
    fake.clock.advance(8 * 24 * 3600 * 1000)
    fake.crowd(1)
    const [after] = await updates({ offset: before!.update_id })
    expect(after!.update_id).not.toBe(before!.update_id + 1)
  })

  test('kinds that are not asked for are not queued', async () => {
    await call('getUpdates', { allowed_updates: ['message'] })
    const person = fake.person()
    person.says('a')
    person.blocks()
    expect(fake.queue.pending()).toBe(1)
  })

  test('an answer holds no more than about 4 MiB', async () => {
    fake.crowd(100, 1, 'x'.repeat(100_000))
    expect((await updates()).length).toBeLessThan(45)
  })

  test('nobody polls while a webhook is set', async () => {
    await call('setWebhook', { url: 'https://example.org' })
    expect(await call('getUpdates')).toMatchObject({ error_code: 409 })
    expect((await call('getWebhookInfo')).result).toMatchObject({ url: 'https://example.org' })
    await call('deleteWebhook')
    expect(await call('getUpdates', { offset: 1 })).toMatchObject({ ok: true })
  })
})

describe('methods', () => {
  test.each([
    ['an empty text', { text: '  ' }, 'message text is empty'],
    ['a text that is too long', { text: 'x'.repeat(4097) }, 'message is too long'],
    [
      'a button of 65 bytes',
      { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'x'.repeat(65) }]] } },
      'BUTTON_DATA_INVALID',
    ],
  ])('%s is refused', async (_, part, description) => {
    const person = fake.person()
    person.starts()
    expect(await call('sendMessage', { chat_id: person.id, ...part })).toMatchObject({
      error_code: 400,
      description: `Bad Request: ${description}`,
    })
  })

  test('a bot cannot write first, nor to whoever blocked it', async () => {
    const person = fake.person()
    expect(await call('sendMessage', { chat_id: person.id, text: 'x' })).toMatchObject({ error_code: 403 })
    person.starts()
    expect(await call('sendMessage', { chat_id: person.id, text: 'x' })).toMatchObject({ ok: true })
    person.blocks()
    expect(await call('sendMessage', { chat_id: person.id, text: 'x' })).toMatchObject({
      description: 'Forbidden: bot was blocked by the user',
    })
    expect(await call('sendMessage', { chat_id: 5, text: 'x' })).toMatchObject({
      description: 'Bad Request: chat not found',
    })
  })

  test('editing keeps the keyboard only where it is given again, and refuses to change nothing', async () => {
    const person = fake.person()
    person.starts()
    const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] }
    const { message_id } = (await call('sendMessage', { chat_id: person.id, text: 'x', reply_markup }))
      .result as { message_id: number }
    const at = { chat_id: person.id, message_id }
    expect(await call('editMessageText', { ...at, text: 'x', reply_markup })).toMatchObject({
      description: expect.stringContaining('not modified') as string,
    })
    expect(person.buttons()).toHaveLength(1)
    expect(await call('editMessageReplyMarkup', at)).toMatchObject({ ok: true })
    expect(person.buttons()).toEqual([])
    expect(await call('editMessageText', { ...at, text: 'y' })).toMatchObject({ ok: true })
    expect(person.texts()).toEqual(['y'])
    expect(fake.sentTo(person.id).map(({ kind }) => kind)).toEqual(['message', 'edit', 'edit'])
    expect(fake.violations).toEqual([])
  })

  test('one message that is too old keeps a whole call from deleting', async () => {
    const person = fake.person()
    const old = person.says('old')
    fake.clock.advance(48 * 3600 * 1000)
    const fresh = person.says('new')
    const ids = [old.message_id, fresh.message_id]
    expect(await call('deleteMessages', { chat_id: person.id, message_ids: ids })).toMatchObject({
      error_code: 400,
    })
    expect(
      await call('deleteMessages', { chat_id: person.id, message_ids: [fresh.message_id, 999] }),
    ).toMatchObject({ ok: true })
    expect(person.sees().map(({ text }) => text)).toEqual(['old'])
    expect(
      await call('deleteMessages', {
        chat_id: person.id,
        message_ids: Array.from({ length: 101 }, (_, n) => n + 1),
      }),
    ).toMatchObject({
      error_code: 400,
    })
  })

  test('media by file id, groups, copies, forwards, names and the chat itself are spoken, and true to the types', async () => {
    const person = fake.person({ username: 'u' })
    const message = person.sendsDocument(Buffer.from('d'), { fileName: 'd.txt' })
    const { file_id } = message.document!
    const to = { chat_id: person.id }
    for (const [method, payload] of [
      ['sendDocument', { ...to, document: file_id, caption: 'c' }],
      ['sendPhoto', { ...to, photo: file_id }],
      ['sendVideo', { ...to, video: file_id }],
      ['sendVoice', { ...to, voice: file_id }],
      [
        'sendMediaGroup',
        {
          ...to,
          media: [
            { type: 'photo', media: file_id },
            { type: 'photo', media: file_id },
          ],
        },
      ],
      ['copyMessage', { ...to, from_chat_id: person.id, message_id: message.message_id }],
      ['forwardMessage', { ...to, from_chat_id: person.id, message_id: message.message_id }],
      ['setMessageReaction', { ...to, message_id: message.message_id }],
      ['setMyName', { name: 'Amin', language_code: 'ar' }],
      ['getMyName', { language_code: 'ar' }],
      ['getMyCommands', {}],
      ['getChat', to],
      ['getMe', {}],
      ['getFile', { file_id }],
    ] as const) {
      expect(await call(method, payload), method).toMatchObject({ ok: true })
    }
    expect(fake.violations).toEqual([])
    expect(person.received()).toHaveLength(8)
  })

  test('every method it speaks is one of the Bot API', () => {
    const known = openValidator().methods
    expect(Object.keys(makeHandlers(fake.world)).filter((method) => !known.includes(method))).toEqual([])
    expect(known.length).toBeGreaterThan(150)
  })

  test('what does not keep to the types is found', async () => {
    const person = fake.person()
    person.starts()
    await call('sendMessage', { chat_id: person.id, txt: 'x' })
    await call('sendMessage', {
      chat_id: person.id,
      text: 'x',
      reply_markup: { inline_keyboard: [[{ text: 'a' }]] },
    })
    await call('noSuchMethod')
    expect(fake.violations.map((line) => line.split(':')[0])).toEqual([
      'P_sendMessage',
      'P_sendMessage',
      'R_sendMessage',
      'P_noSuchMethod',
    ])
  })

  test('an update that does not keep to the types is found', () => {
    fake.world.push({
      callback_query: {
        id: 5,
        from: { id: 1, is_bot: false, first_name: 'x' },
        chat_instance: 'c',
        data: 'd',
      } as never,
    })
    expect(fake.violations).toHaveLength(1)
  })
})

describe('files', () => {
  const get = (path: string): Promise<Response> => fetch(`${fake.apiRoot}/file/bot${fake.token}/${path}`)
  const link = async (file_id: string): Promise<string> =>
    ((await call('getFile', { file_id })).result as { file_path: string }).file_path

  test('a link is good for an hour, and none works that was never given', async () => {
    const file = fake.files.add(Buffer.from('bytes'))
    expect((await get(file.path)).status).toBe(404)
    const path = await link(file.id)
    expect(await (await get(path)).text()).toBe('bytes')
    fake.clock.advance(3_600_001)
    expect((await get(path)).status).toBe(404)
  })

  test('over 20 MiB nothing is given out', async () => {
    const { document } = fake.person().sendsDocument(Buffer.alloc(0), { size: 20 * 1024 * 1024 + 1 })
    expect(await call('getFile', { file_id: document!.file_id })).toMatchObject({
      description: 'Bad Request: file is too big',
    })
  })
})

describe('tokens and faults', () => {
  test('a wrong token is 401 and no token at all 404', async () => {
    const status = async (token: string): Promise<number> =>
      (await fetch(`${fake.apiRoot}/bot${token}/getMe`, { method: 'POST' })).status
    expect([await status('1:x'), await status('nonsense'), await status(fake.token)]).toEqual([401, 404, 200])
    fake.revoke()
    expect(await status(fake.token)).toBe(401)
  })

  test('faults hit the method, the chat, the call and as often as they say, the same for the same seed', async () => {
    const [a, b] = [fake.person(), fake.person()]
    a.starts()
    b.starts()
    fake.fault({ fault: { kind: '429', retry_after: 7 }, method: 'sendMessage', chat: a.id, nth: 2 })
    const send = (to: number): Promise<Answer> => call('sendMessage', { chat_id: to, text: 'x' })
    expect([(await send(a.id)).ok, (await send(b.id)).ok, (await send(b.id)).ok]).toEqual([true, true, true])
    expect(await send(a.id)).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } })
    expect((await send(a.id)).ok).toBe(true)
    const run = async (): Promise<boolean[]> => {
      const other = await startFakeTelegram({ seed: 5, validate: false })
      other.fault({ fault: { kind: '500' }, method: 'getMe', probability: 0.5 })
      const oks: boolean[] = []
      for (let n = 0; n < 20; n += 1)
        oks.push((await fetch(`${other.apiRoot}/bot${other.token}/getMe`, { method: 'POST' })).ok)
      await other.stop()
      return oks
    }
    const first = await run()
    expect(await run()).toEqual(first)
    expect(new Set(first).size).toBe(2)
  })

  test('a reset after the message was taken leaves it in the ledger, one before does not', async () => {
    const person = fake.person()
    person.starts()
    fake.fault({ fault: { kind: 'reset_before' }, method: 'sendMessage', nth: 1 })
    fake.fault({ fault: { kind: 'reset_after' }, method: 'sendMessage', nth: 1 })
    await expect(call('sendMessage', { chat_id: person.id, text: 'one' })).rejects.toThrow()
    await expect(call('sendMessage', { chat_id: person.id, text: 'two' })).rejects.toThrow()
    expect(person.texts()).toEqual(['two'])
  })

  test('an outage is over when it is over', async () => {
    await fake.down()
    await expect(call('getMe')).rejects.toThrow()
    await fake.up()
    expect(await call('getMe')).toMatchObject({ ok: true })
  })
})

test('in a process of its own it prints where it is, is steered over HTTP and leaves when its input ends', async () => {
  const child = spawn(
    process.execPath,
    [new URL('serve.ts', import.meta.url).pathname, '{"validate":false}'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const { apiRoot, token } = JSON.parse(line.toString()) as { apiRoot: string; token: string }
    const post = async (path: string, body: object): Promise<unknown> =>
      (await fetch(`${apiRoot}${path}`, { method: 'POST', body: JSON.stringify(body) })).json()
    const { id } = (await post('/ctl/person', { firstName: 'Far' })) as { id: number }
    await post('/ctl/does', { id, verb: 'says', args: ['from afar'] })
    await post('/ctl/does', { id, verb: 'sendsVoice', args: [{ base64: 'AAEC' }] })
    const { result } = (await post(`/bot${token}/getUpdates`, {})) as { result: Update[] }
    expect(result.map(({ message }) => message?.text ?? message?.voice?.file_size)).toEqual(['from afar', 3])
    await post('/ctl/fault', { fault: { kind: '500' }, method: 'getMe' })
    expect(await post(`/bot${token}/getMe`, {})).toMatchObject({ error_code: 500 })
    await post(`/bot${token}/sendMessage`, { chat_id: id, text: 'answer' })
    expect(await post('/ctl/sent', { chat: id })).toMatchObject([{ kind: 'message', text: 'answer' }])
    expect(await post('/ctl/stats', {})).toMatchObject({ sent: 1, pending: 2 })
    child.stdin.end()
    expect(await once(child, 'exit')).toEqual([0, null])
  } finally {
    child.kill()
  }
})
