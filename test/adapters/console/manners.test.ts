import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, PUBLIC_URL, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('whoever asks only whether a page is there is told so, without it', async () => {
  for (const url of ['/', '/api/v1/openapi.json', '/metrics']) {
    const [get, head] = [await world.get(url), await world.server.app.inject({ method: 'HEAD', url })]
    expect([url, head.statusCode, head.body]).toEqual([url, get.statusCode, ''])
    expect(head.headers['content-type']).toBe(get.headers['content-type'])
  }
})

test('who is not signed in is told how to come in', async () => {
  const answer = await world.get('/api/v1/cases')
  expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="amin"'])
})

test('every call has a name of its own for programs, made of its method and address', async () => {
  const { paths } = (await world.get('/api/v1/openapi.json')).json<{
    paths: Record<string, Record<string, { operationId?: string }>>
  }>()
  const ids = Object.values(paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId ?? ''),
  )
  expect(ids).toEqual(expect.arrayContaining(['getCases', 'postCasesCodeClaim', 'postSearch']))
  expect(ids.filter((id) => !/^[a-z][A-Za-z\d]+$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})

test('what is no JSON is 415, and JSON that is broken is told to be', async () => {
  const { cookie } = await world.member('Noor')
  const send = (type: string, payload: string) =>
    world.server.app.inject({
      method: 'POST',
      url: '/api/v1/search',
      headers: { cookie, 'x-amin': '1', origin: PUBLIC_URL, 'content-type': type },
      payload,
    })
  expect((await send('text/plain', 'q')).json()).toMatchObject({ status: 415, code: 'unsupported_type' })
  expect((await send('application/json', '{"q":')).json()).toMatchObject({
    status: 400,
    code: 'invalid',
    detail: 'the body is not JSON',
  })
})

test('knocks at doors that are not there are no line of the log by day', async () => {
  const before = world.log.lines.length
  await world.get('/wp-login.php')
  await world.server.app.inject({ method: 'HEAD', url: '/.env' })
  const lines = world.log.lines.slice(before)
  expect(lines.map(({ level }) => level)).toEqual(lines.map(() => 'debug'))
})
