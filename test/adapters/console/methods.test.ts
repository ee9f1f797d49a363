import type { LightMyRequestResponse } from 'fastify'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openHttpServer, type HttpServer } from '../../../adapters/console/server/http/server.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { openStage } from '../channels/webchat/stage.ts'
import { aCase, openWorld, type World } from './world.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
type Method = (typeof METHODS)[number]

const call = (
  server: HttpServer,
  method: Method,
  url: string,
  headers: Readonly<Record<string, string>> = {},
) => server.app.inject({ method, url, headers, remoteAddress: '203.0.113.7' })

const isWrongMethod = (answer: LightMyRequestResponse, allow: string): void => {
  expect([answer.statusCode, answer.headers['allow']]).toEqual([405, allow])
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(answer.json()).toEqual({
    type: 'about:blank',
    title: expect.any(String),
    status: 405,
    code: 'wrong_method',
  })
  expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
}

describe('a known address with a method that it does not have', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.close())

  test('is refused with those that it has, at every address of the API’s description, whoever asks', async () => {
    const { paths } = (await world.get('/api/v1/openapi.json')).json<{
      paths: Record<string, Record<string, unknown>>
    }>()
    expect(Object.keys(paths).length).toBeGreaterThan(60)
    const shapes = Object.entries(paths).map(([path, has]) => ({
      shape: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
      has: Object.keys(has).map((method) => method.toUpperCase()),
    }))
    for (const path of Object.keys(paths)) {
      const url = path.replaceAll(/\{\w+\}/g, 'x')
      // `/cases/next` is the address of a case as well, as far as its form says.
      const has = [
        ...new Set(shapes.filter(({ shape }) => shape.test(url)).flatMap((each) => each.has)),
      ].toSorted()
      for (const method of METHODS.filter((each) => !has.includes(each)))
        isWrongMethod(await call(world.server, method, url), has.join(', '))
    }
  })

  test.each([
    ['POST', '/healthz', 'GET, HEAD'],
    ['DELETE', '/readyz', 'GET, HEAD'],
    ['POST', '/metrics', 'GET, HEAD'],
    ['PUT', '/api/v1/openapi.json?x=1', 'GET, HEAD'],
    ['GET', '/api/auth/sign-in/email', 'POST'],
    ['POST', '/api/auth/get-session', 'GET'],
    ['POST', '/', 'GET, HEAD'],
  ] as const)('is refused with those that it has: %s %s', async (method, url, allow) => {
    isWrongMethod(await call(world.server, method, url, { accept: 'text/html' }), allow)
  })

  test('is told the same of a case that is there, of one that is not, and to whoever is signed in', async () => {
    const item = await aCase(world)
    const { cookie } = await world.member('noor')
    const answers = []
    for (const code of [item.code, '00000000'])
      for (const headers of [{}, { cookie }]) {
        const answer = await call(world.server, 'DELETE', `/api/v1/cases/${code}`, headers)
        isWrongMethod(answer, 'GET')
        answers.push(answer.body)
      }
    expect(new Set(answers).size).toBe(1)
  })

  test('is refused before its body is looked at', async () => {
    const payload = { payload: '<a/>', headers: { 'content-type': 'application/xml' } }
    isWrongMethod(
      await world.server.app.inject({ method: 'PUT', url: '/api/v1/cases', ...payload }),
      'GET, POST',
    )
  })

  test('is counted under no address that somebody made up', async () => {
    await call(world.server, 'DELETE', '/api/v1/cases/Zaynab')
    expect(world.server.metrics()).toContain('status="4xx"')
    expect(world.server.metrics() + JSON.stringify(world.log.lines)).not.toContain('Zaynab')
  })

  test('is one thing, an address that nobody has another, and HEAD is where it was', async () => {
    for (const [method, url] of [
      ['POST', '/nowhere'],
      ['POST', '/assets/main.js'],
      ['POST', '/cases/ABCDEFGH'],
      ['GET', '/api/v1/nowhere'],
      ['DELETE', '/api/v1/nowhere'],
      ['POST', '/api/v1/cases/'],
      ['POST', '/api/auth/sign-up/email'],
      // No parameter is so long.
      ['GET', `/api/v1/cases/${'x'.repeat(200)}`],
    ] as const) {
      const answer = await call(world.server, method, url)
      expect([method, url, answer.statusCode, answer.headers['allow']]).toEqual([method, url, 404, undefined])
      expect(answer.json()).toMatchObject({ code: 'not_found' })
    }
    const head = async (url: string) => (await world.server.app.inject({ method: 'HEAD', url })).statusCode
    expect([await head('/healthz'), await head('/api/v1/cases'), await head('/nowhere')]).toEqual([
      200, 404, 404,
    ])
  })
})

test('the chat’s addresses refuse a wrong method as well, and go on to say 404 of what they do not know', async () => {
  const stage = await openStage()
  onTestFinished(stage.close)
  const server = openHttpServer({ host: '127.0.0.1', port: 0, log: makeMemoryLog(), trustProxy: false })
  onTestFinished(server.close)
  await server.app.register(stage.webchat().routes, { prefix: '/chat' })
  // As the console takes every other address that a browser opens.
  server.app.get('/*', async (_request, reply) => reply.code(404).send())
  for (const [method, path, allow] of [
    ['GET', 'api/messages', 'POST'],
    ['DELETE', 'api/messages', 'POST'],
    ['POST', 'api/uploads', 'PUT'],
    ['POST', 'api/view', 'GET'],
    ['POST', 'api/events', 'GET'],
    ['POST', 'app.js', 'GET'],
    ['POST', '', 'GET, HEAD'],
  ] as const)
    isWrongMethod(await call(server, method, `/chat/${path}`), allow)
  isWrongMethod(await call(server, 'POST', '/chat'), 'GET, HEAD')
  expect((await call(server, 'POST', '/chat/api/nowhere')).statusCode).toBe(404)
  expect((await call(server, 'GET', '/chat/api/nowhere')).statusCode).toBe(404)
})
