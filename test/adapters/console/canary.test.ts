import { Writable } from 'node:stream'
import { afterEach, expect, test, vi } from 'vitest'
import { openLog } from '../../../adapters/log/index.ts'
import { Failure } from '../../../core/base/failure.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { aCase, openWorld, PASSWORD } from './world.ts'

afterEach(() => vi.restoreAllMocks())

/**
 * One in every field that a person, an agent or a stranger can fill. None may be seen where
 * operators look (law 8).
 */
const CANARIES = {
  words: 'canarywords',
  name: 'canaryname',
  handle: 'canaryhandle',
  phone: '9647700000001',
  file: 'canaryfile',
  reason: 'canaryreason',
  note: 'canarynote',
  reply: 'canaryreply',
  story: 'canarystory',
  email: 'canarymail',
  password: 'canarypassword',
  agent: 'canaryagent',
  search: 'canarysearch',
  path: 'canarypath',
  key: 'canarykey',
  browser: 'canarybrowser',
  token: 'canarytoken',
  origin: 'canaryorigin',
  thrown: 'canarythrown',
} as const

test('no word, name, number or handle is in a log line, a metric, a refusal or an address', async () => {
  let written = ''
  const destination = new Writable({
    write: (chunk, _encoding, done) => ((written += String(chunk)), done()),
  })
  const printed: string[] = []
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation(
      (...said: unknown[]) => void printed.push(said.map(String).join(' ')),
    )

  const world = await openWorld({}, { log: openLog({ level: 'trace', destination }) })
  const broken = await openWorld(
    {
      desk: {
        ...world.desk,
        list: async () => {
          throw new Error(CANARIES.thrown, { cause: new Error(CANARIES.words) })
        },
        open: async () => {
          throw new Failure('store_broken', undefined, new Error(CANARIES.thrown))
        },
      },
      agentsDb: world.database,
    },
    { log: openLog({ level: 'trace', destination }) },
  )
  const item = await aCase(world, { name: CANARIES.name })
  await item.receive(
    { kind: 'text', text: untrusted(CANARIES.words) },
    {
      from: { name: untrusted(CANARIES.name), handle: untrusted(CANARIES.handle) },
      forward: untrusted(`{"type":"hidden_user","sender_user_name":"${CANARIES.name}"}`),
    },
  )
  await item.receive({ kind: 'contact', name: untrusted(CANARIES.name), phone: untrusted(CANARIES.phone) })
  const evidence = await item.seal(Buffer.from(CANARIES.words), { kind: 'document', fileName: CANARIES.file })
  const { cookie } = await world.member(CANARIES.agent, 'admin')
  const headers = {
    'user-agent': CANARIES.browser,
    'idempotency-key': CANARIES.key,
    'x-request-id': CANARIES.key,
    referer: `http://${CANARIES.path}.example/`,
  }
  const as = { cookie, headers }
  const url = `/api/v1/cases/${item.code}`

  const answers = [
    await world.post('/api/auth/sign-in/email', {
      email: `${CANARIES.email}@amin.example`,
      password: CANARIES.password,
    }),
    await world.post('/api/auth/sign-in/email', { email: CANARIES.email, password: CANARIES.password }),
    await world.post(
      '/api/auth/sign-in/email',
      { email: 'a@b.c', password: 'x' },
      { headers: { origin: `https://${CANARIES.origin}.example` } },
    ),
    await world.post(
      '/api/auth/sign-out',
      {},
      { cookie, headers: { origin: `https://${CANARIES.origin}.example` } },
    ),
    await world.get('/api/v1/cases', { key: `${CANARIES.token}${CANARIES.token}` }),
    await world.get('/api/v1/cases', { cookie: `amin.session_token=${CANARIES.token}` }),
    await world.get(`/${CANARIES.path}?q=${CANARIES.search}`),
    await world.get(`/%ZZ${CANARIES.path}`),
    await world.get(`/api/v1/cases/${CANARIES.path}`, as),
    await world.get(`/api/v1/cases?status=${CANARIES.search}`, as),
    await world.get(`${url}/messages?before=${CANARIES.search}`, as),
    await world.get(`/api/v1/views/${CANARIES.token}`, as),
    await world.post(`${url}/notes`, { text: { canary: CANARIES.note } }, as),
    await world.post(`${url}/close`, { outcome: CANARIES.note }, as),
    await world.post(`${url}/${CANARIES.path}`, {}, as),
    await world.post('/api/v1/setup', {
      token: CANARIES.token,
      email: CANARIES.email,
      name: CANARIES.name,
      password: CANARIES.password,
    }),
    await world.post('/api/v1/setup', {
      token: CANARIES.token,
      email: `${CANARIES.email}@amin.example`,
      name: CANARIES.name,
      password: PASSWORD,
    }),
    await world.post('/api/v1/invitations/accept', { token: CANARIES.token, password: CANARIES.password }),
    await world.post(
      '/api/v1/agents',
      { email: CANARIES.email, name: CANARIES.name, role: CANARIES.name },
      as,
    ),
    await broken.get('/api/v1/cases', as),
    await broken.get(url, as),
    await broken.post(`${url}/evidence/${evidence}/reveal`, { reason: CANARIES.reason }, as),
  ]
  // What works is used as well: its words belong into its answer and nowhere else.
  await world.get(`/api/v1/cases?q=${CANARIES.search}`, as)
  await world.post(`${url}/claim`, {}, as)
  await world.post(`${url}/notes`, { text: CANARIES.note }, as)
  await world.post(`${url}/messages`, { text: CANARIES.reply, expectedVersion: 0 }, as)
  await world.post('/api/v1/cases', { story: CANARIES.story, note: CANARIES.note }, as)
  const ticket = (
    await world.post(`${url}/evidence/${evidence}/reveal`, { reason: CANARIES.reason }, as)
  ).json<{ url: string }>()
  await world.get(ticket.url, as)
  const original = await world.get(`${url}/evidence/${evidence}/original`, as)
  const metrics = (await world.get('/metrics')).body

  expect(answers.map(({ statusCode }) => statusCode).filter((status) => status < 400)).toEqual([])
  const seen = {
    log: written,
    printed: printed.join('\n'),
    metrics,
    addresses: JSON.stringify([ticket.url, original.headers]),
    refusals: answers.map(({ body, headers: sent }) => body + JSON.stringify(sent)).join('\n'),
  }
  expect(written).toContain('a request was refused')
  expect(seen.printed).toBe('')
  for (const [where, all] of Object.entries(seen))
    for (const [what, canary] of Object.entries(CANARIES))
      expect([where, what, all.toLowerCase().includes(canary)]).toEqual([where, what, false])
  await broken.server.close()
  await world.close()
})
