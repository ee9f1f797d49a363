import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { record } from '../../adapters/kit/json.ts'
import { readText } from '../../adapters/kit/text.ts'
import type { Forwarded } from './forward.ts'

const MOST = 1_048_576

const same = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const STATUS = { passed: 200, ignored: 200, again: 503 } as const

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/**
 * The address that the platform calls for the bot: `POST /<path key>`. Nothing of what comes is
 * written down.
 */
export const makeServer = (
  pathKey: string,
  forward: (body: Readonly<Record<string, unknown>>) => Promise<Forwarded>,
): Server => {
  const answer = async (request: IncomingMessage): Promise<number> => {
    const { method, url = '', headers } = request
    if (method !== 'POST' || !same(url, `/${pathKey}`)) return 401
    const body = await readText(request, MOST)
    if (body === undefined) return 413
    // Registering and asking whether we are there need no more than an answer.
    if (headers['x-bp-operation'] !== 'event_received') return 200
    if (headers['x-bp-type'] !== 'message_created') return 200
    const given = record(parse(body))
    return given === undefined ? 400 : STATUS[await forward(given)]
  }
  return createServer((request, response) => {
    answer(request).then(
      (status) => void response.writeHead(status, { 'content-type': 'application/json' }).end('{}'),
      () => void response.writeHead(503).end(),
    )
  })
}
