import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startFakeOpenAi, type FakeOpenAi } from '../fakes/openai/index.ts'
import { builtCommands } from '../build/built.ts'

let server: FakeOpenAi
beforeEach(async () => {
  server = await startFakeOpenAi()
})
afterEach(() => server.close())

const USES = 'danger,facts,summary,reply,translate'

const run = async (words: readonly string[], more: Readonly<Record<string, string>> = {}, input = '') => {
  const env = {
    PATH: process.env['PATH'],
    AMIN_MODEL_USES: USES,
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_API_KEY: 'sk-canary',
    AMIN_MODEL: 'small',
    ...more,
  }
  const child = spawn(process.execPath, [builtCommands(), ...words], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(input)
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ])
  return { out, err, code }
}

test('amin model check tells of each use whether the server can do it', async () => {
  const { out, err, code } = await run(['model', 'check'])
  expect([err, code]).toEqual(['', 1])
  const lines = out.trim().split('\n')
  expect(lines.map((line) => line.split(':', 1)[0])).toEqual([
    'ok    server',
    'ok    model small',
    'ok    danger',
    'ok    facts',
    'ok    summary',
    'ok    reply',
    // The fake's Arabic is English.
    'FAULT translate',
  ])
})

test('amin model check says why a server is no use, and never the key', async () => {
  server.answersWith({ status: 401 })
  const { out, err, code } = await run(['model', 'check'])
  expect(out).toContain('FAULT model small: does not accept the key')
  expect(`${out}${err}`).not.toContain('canary')
  expect([code, server.requests.length]).toEqual([1, 1])
})

test('amin model check without a model is wrong use, and opens no socket', async () => {
  const { code } = await run(['model', 'check'], { AMIN_MODEL_USES: '', AMIN_MODEL: '' })
  expect([code, server.requests.length]).toEqual([2, 0])
})

test('amin assess --with-model shows what the model adds where nothing sure was heard, in words that name nobody', async () => {
  const messages = [
    { id: 1, text: 'my uncle in the next street saw the pictures, call 0770 123 4567' },
    { id: 2, text: 'he will kill me tonight' },
  ]
  const { out, code } = await run(
    ['assess', '--with-model'],
    {},
    messages.map((one) => JSON.stringify(one)).join('\n'),
  )
  const [first, second] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly model?: Record<string, unknown> })
  expect([code, first?.model?.['asked'], second?.model]).toEqual([0, true, { asked: false }])
  expect(server.requests.map(({ body }) => body).join()).not.toMatch(/0770|4567/)
  const { out: without } = await run(['assess'], {}, JSON.stringify(messages[0]))
  expect(JSON.parse(without)).not.toHaveProperty('model')
  expect(server.chats()).toHaveLength(1)
})
