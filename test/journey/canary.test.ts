import { afterEach, expect, test, vi } from 'vitest'
import { startFakeTelegram } from '../fakes/telegram/index.ts'
import { makeDataDir, startAmin } from './amin-process.ts'

/** One of each kind of thing that must stay inside, long and odd enough to be found wherever it turns up. */
const CANARIES = {
  words: 'canarywordszzqx',
  name: 'Canarynamezzqx',
  number: '+9647709988771',
  handle: 'canary_handle_zzqx',
  file: 'canaryfilezzqx.png',
  caption: 'canarycaptionzzqx',
  mail: 'canary.zzqx@example.org',
}
const EMAIL = 'agent@example.org'
const PASSWORD = 'correct horse battery'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

test('what a person sends through any field of any channel is in no log line, metric, address or error', async () => {
  const data = makeDataDir()
  cleanups.push(data.remove)
  const fake = await startFakeTelegram({ token: '424242:TESTTESTTESTTESTTESTTESTTESTTESTTEST' })
  cleanups.push(fake.stop)
  const amin = await startAmin({
    AMIN_DATA: data.dir,
    AMIN_LOG_LEVEL: 'trace',
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
    AMIN_ADMIN_EMAIL: EMAIL,
    AMIN_ADMIN_PASSWORD: PASSWORD,
  })
  cleanups.push(amin.kill)
  await amin.says(/Console/)
  const outside: string[] = []
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(amin.url + path, init)
    if (!answer.ok) outside.push(await answer.clone().text(), answer.url, JSON.stringify([...answer.headers]))
    return answer
  }

  // Telegram: every verb with something private in every field, and a platform that fails on the way.
  const person = fake.person({
    language: 'en',
    firstName: CANARIES.name,
    lastName: CANARIES.name,
    username: CANARIES.handle,
  })
  fake.fault({ fault: { kind: '500' }, method: 'sendMessage', times: 2 })
  fake.fault({ fault: { kind: 'reset_after' }, method: 'sendMessage', nth: 4 })
  fake.fault({
    fault: { kind: 'error', code: 400, description: `Bad Request: ${CANARIES.words}` },
    method: 'getFile',
    times: 1,
  })
  person.starts()
  for (const text of [
    CANARIES.words,
    'continue',
    'I am 22',
    `${CANARIES.words} ${CANARIES.number} ${CANARIES.mail} he threatens me`,
  ])
    person.says(text)
  const said = person.says(`${CANARIES.words} again`)
  person.edits(said, `${CANARIES.words} changed`)
  person.forwards({ kind: 'user', name: CANARIES.name, username: CANARIES.handle }, CANARIES.words)
  person.forwards({ kind: 'hidden', name: CANARIES.name }, CANARIES.words)
  person.sendsContact(CANARIES.name, CANARIES.number)
  person.sendsDocument(Buffer.from(CANARIES.words), { fileName: CANARIES.file, caption: CANARIES.caption })
  person.sendsPhoto(Buffer.from('no picture'), { caption: CANARIES.caption })
  person.sharesStory()
  fake.world.push({
    message: {
      message_id: 999_999,
      date: 1,
      chat: { id: person.id, type: 'private', first_name: CANARIES.name },
      text: 7,
      from: CANARIES.name,
    },
  } as never)

  // Web chat: words, a file name, a broken request with words in it.
  const chat = { origin: amin.url, 'x-chat': '1', 'content-type': 'application/json' }
  const started = await ask('/chat/api/start', {
    method: 'POST',
    headers: chat,
    body: JSON.stringify({ language: 'en', id: 'start-0000000001' }),
  })
  const cookie = started.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
  const inChat = { ...chat, cookie }
  await ask('/chat/api/messages', {
    method: 'POST',
    headers: inChat,
    body: JSON.stringify({ id: 'message-00000001', text: CANARIES.words }),
  })
  await ask('/chat/api/messages', { method: 'POST', headers: inChat, body: `{"text": "${CANARIES.words}` })
  await ask('/chat/api/uploads?kind=photo&id=upload-000000001', {
    method: 'PUT',
    headers: { ...inChat, 'content-type': 'image/png', 'x-file-name': CANARIES.file },
    body: CANARIES.words,
  })
  await ask(`/chat/${CANARIES.words}`)

  // Console: what an agent types, wrongly addressed and refused as well.
  const signedIn = await ask('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { origin: amin.url, 'content-type': 'application/json' },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  })
  const agent = {
    cookie: signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';', 1)[0])
      .join('; '),
    origin: amin.url,
    'x-amin': '1',
    'content-type': 'application/json',
  }
  await ask('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { origin: amin.url, 'content-type': 'application/json' },
    body: JSON.stringify({ email: CANARIES.mail, password: CANARIES.words }),
  })
  await vi.waitFor(
    async () => {
      const { rows } = (await (await ask('/api/v1/cases', { headers: agent })).json()) as {
        rows: { code: string; evidence: number }[]
      }
      // Two files, sent after all the words.
      expect(rows.some((row) => row.evidence >= 2)).toBe(true)
      expect(amin.stderr().length).toBeGreaterThan(0)
    },
    { timeout: 60_000, interval: 200 },
  )
  const { rows } = (await (await ask('/api/v1/cases', { headers: agent })).json()) as {
    rows: { code: string; evidence: number }[]
  }
  const code = rows.find((row) => row.evidence >= 2)!.code
  const post = (path: string, body: unknown) =>
    ask(`/api/v1/cases/${code}${path}`, { method: 'POST', headers: agent, body: JSON.stringify(body) })
  await post('/claim', {})
  await post('/messages', { text: CANARIES.words, expectedVersion: 1 })
  await post('/messages', { text: 7, [CANARIES.words]: CANARIES.words })
  await post('/notes', { text: CANARIES.words })
  await post('/severity', { severity: CANARIES.words })
  await ask(`/api/v1/cases/${CANARIES.words}`, { headers: agent })
  await ask(`/api/v1/cases?q=${CANARIES.words}&limit=x`, { headers: agent })
  await ask(`/${CANARIES.words}.js`)
  outside.push(await (await ask('/metrics')).text(), await (await ask('/readyz')).text())
  expect(await amin.stop()).toBe(0)

  const written = [
    amin.stdout(),
    amin.stderr(),
    ...outside.filter((text) => !text.startsWith(amin.url)),
  ].join('\n')
  const secrets = [
    ...Object.values(CANARIES),
    fake.token,
    fake.token.split(':')[1]!,
    CANARIES.number.slice(1),
    PASSWORD,
  ]
  expect(secrets.filter((secret) => written.toLowerCase().includes(secret.toLowerCase()))).toEqual([])
})
