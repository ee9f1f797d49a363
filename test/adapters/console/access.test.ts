import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RIGHTS, ROLES } from '../../../adapters/console/contract/rights.ts'
import { roleMay } from '../../../adapters/console/server/identity/roles.ts'
import { aCase, openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

type Operation = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly url: string
  readonly open: boolean
}

type Description = {
  readonly paths: Record<string, Partial<Record<'get' | 'post', { readonly security?: readonly unknown[] }>>>
}

const operations = async (code = '00000000'): Promise<readonly Operation[]> => {
  const document = (await world.get('/api/v1/openapi.json')).json<Description>()
  return Object.entries(document.paths).flatMap(([path, item]) =>
    (['get', 'post'] as const)
      .filter((method) => item[method] !== undefined)
      .map((method) => ({
        method: method.toUpperCase() as 'GET' | 'POST',
        path,
        url: path
          .replace('{code}', code)
          .replace('{id}', 'E1')
          .replace('{ticket}', 'T1')
          .replace('{request}', '1'),
        open: item[method]?.security?.length === 0,
      })),
  )
}
const call = (
  operation: Operation,
  as: { readonly cookie?: string; readonly key?: string; readonly headers?: Record<string, string> } = {},
) => (operation.method === 'GET' ? world.get(operation.url, as) : world.post(operation.url, {}, as))

test('every call needs somebody, but for the first page and the links', async () => {
  const all = await operations()
  expect(all.length).toBeGreaterThan(20)
  expect(
    all
      .filter(({ open }) => open)
      .map(({ method, path }) => `${method} ${path}`)
      .toSorted(),
  ).toEqual(['GET /api/v1/setup', 'POST /api/v1/invitations/accept', 'POST /api/v1/setup'])
  for (const operation of all.filter(({ open }) => !open)) {
    const answer = await call(operation)
    expect([operation.path, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      operation.path,
      401,
      'unauthenticated',
    ])
  }
})

test('a garbled cookie or key is nobody', async () => {
  for (const as of [
    { cookie: 'amin.session_token=forged.forged' },
    { key: 'amin_forgedforgedforgedforgedforged' },
    { headers: { authorization: 'Bearer x y z' } },
    { headers: { authorization: 'Basic eDp5' } },
  ])
    expect((await world.get('/api/v1/cases', as)).statusCode).toBe(401)
})

describe('writes by cookie', () => {
  test.each([
    ['without the header', { 'x-amin': '' }],
    ['from a foreign page', { origin: 'https://evil.example' }],
    ['from a page without an address', { origin: 'null' }],
    ['from another port', { origin: 'http://127.0.0.1:9999' }],
  ])('%s are refused everywhere', async (_how, headers) => {
    const { cookie } = await world.member('amal', 'admin')
    for (const operation of (await operations()).filter(({ method }) => method === 'POST')) {
      const answer = await call(operation, { cookie, headers })
      expect([operation.path, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
        operation.path,
        403,
        'wrong_origin',
      ])
    }
  })

  test('without any origin are refused too', async () => {
    const { cookie } = await world.member('noor')
    const { code } = await aCase(world)
    const answer = await world.server.app.inject({
      method: 'POST',
      url: `/api/v1/cases/${code}/claim`,
      headers: { cookie, 'x-amin': '1' },
    })
    expect(answer.json()).toMatchObject({ code: 'wrong_origin' })
  })

  test('are taken from this machine by any of its names', async () => {
    const { cookie } = await world.member('noor')
    const { code } = await aCase(world)
    const answer = await world.post(
      `/api/v1/cases/${code}/claim`,
      {},
      { cookie, headers: { origin: 'http://localhost:8080' } },
    )
    expect(answer.statusCode).toBe(200)
  })
})

describe('roles', () => {
  test('grow: each may what the one below it may', () => {
    const rights = ROLES.map((role) => [role, RIGHTS.filter((right) => roleMay(role, right))])
    expect(Object.fromEntries(rights)).toEqual({
      analyst: ['count'],
      'network-analyst': ['count', 'networks'],
      auditor: ['count', 'audit'],
      agent: ['count', 'read', 'work', 'evidence', 'export'],
      'minors-desk': ['count', 'read', 'work', 'evidence', 'export'],
      supervisor: ['count', 'read', 'work', 'evidence', 'export', 'networks', 'supervise', 'approve'],
      admin: [
        'count',
        'read',
        'work',
        'evidence',
        'export',
        'networks',
        'supervise',
        'approve',
        'audit',
        'operate',
        'administer',
      ],
    })
  })

  test('an analyst gets numbers and no case', async () => {
    const { code } = await aCase(world)
    const { cookie } = await world.member('dana', 'analyst')
    expect((await world.get('/api/v1/counts', { cookie })).json()).toMatchObject({
      counts: { waiting: 'few' },
    })
    expect((await world.get('/api/v1/me', { cookie })).statusCode).toBe(200)
    for (const path of ['', `/${code}`, `/${code}/messages`, `/${code}/custody`])
      expect((await world.get(`/api/v1/cases${path}`, { cookie })).statusCode).toBe(403)
  })

  test('only administrators see and change who works here', async () => {
    for (const role of ['agent', 'supervisor'] as const) {
      const { cookie } = await world.member(role, role)
      for (const operation of (await operations()).filter(({ path }) => path.startsWith('/api/v1/agents')))
        expect((await call(operation, { cookie })).statusCode).toBe(403)
    }
  })

  test('one that this version does not know is nobody', async () => {
    const { cookie, id } = await world.member('noor')
    world.database.prepare('update user set role = ? where id = ?').run('owner', id)
    expect((await world.get('/api/v1/me', { cookie })).statusCode).toBe(401)
  })
})

describe('API keys', () => {
  const tries: readonly (readonly [string, 'GET' | 'POST', string])[] = [
    ['read', 'GET', '/api/v1/cases'],
    ['write', 'POST', '/api/v1/cases/{code}/claim'],
    ['evidence', 'POST', '/api/v1/cases/{code}/evidence/E1/reveal'],
    ['admin', 'GET', '/api/v1/texts'],
  ]

  test.each(['read', 'write', 'evidence', 'admin'] as const)(
    'of scope %s open that and nothing else, and need no page',
    async (scope) => {
      const { code } = await aCase(world)
      const { key } = await world.console.agents.createKey({ name: 'hotline', scopes: [scope], teams: null })
      for (const [needed, method, path] of tries) {
        const url = path.replace('{code}', code)
        const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
        const answer = await world.server.app.inject({
          method,
          url,
          headers,
          ...(method === 'POST' ? { payload: '{"reason":"to report"}' } : {}),
        })
        const expected = needed === scope ? (scope === 'evidence' ? 404 : 200) : 403
        expect([needed, answer.statusCode]).toEqual([needed, expected])
      }
    },
  )

  test('act under their own name and are nobody’s session', async () => {
    const { code } = await aCase(world)
    const { key } = await world.console.agents.createKey({
      name: 'hotline',
      scopes: ['read', 'write'],
      teams: null,
    })
    expect((await world.post(`/api/v1/cases/${code}/claim`, {}, { key })).statusCode).toBe(200)
    expect((await world.get(`/api/v1/cases/${code}`, { key })).json()).toMatchObject({
      assignee: { name: 'hotline' },
      mine: true,
    })
    expect((await world.get('/api/v1/me', { key })).statusCode).toBe(403)
    expect((await world.get('/api/auth/get-session', { key })).body).toBe('null')
  })

  test('work a hundred times in a row: no hidden limit of the library stands in the way', async () => {
    const { key } = await world.console.agents.createKey({ name: 'hotline', scopes: ['read'], teams: null })
    const answers = await Promise.all(Array.from({ length: 100 }, () => world.get('/api/v1/counts', { key })))
    expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true)
  })

  test('are kept as hashes, and end when their owner is disabled', async () => {
    const { key } = await world.console.agents.createKey({ name: 'hotline', scopes: ['read'], teams: null })
    const rows = world.database.prepare('select * from apikey').all()
    expect(JSON.stringify(rows)).not.toContain(key.slice(6))
    const owner = (await world.console.agents.list()).find(({ role }) => role === 'machine')
    expect((await world.console.agents.disable(owner?.id ?? '')).status).toBe('done')
    expect((await world.get('/api/v1/cases', { key })).statusCode).toBe(401)
  })
})
