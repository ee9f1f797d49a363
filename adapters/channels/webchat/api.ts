import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ChatAddress } from '../../../core/base/message.ts'
import type { WebchatDesk } from './desk.ts'
import type { Door } from './door.ts'
import { isOwnOrigin } from './headers.ts'
import { clientOf, type Limiter } from './limiter.ts'
import type { Action } from './limits.ts'
import { makeOrigins } from './origins.ts'
import { askPrice, refuse } from './problem.ts'
import {
  readCommand,
  readExit,
  readMessage,
  readPress,
  readPrint,
  readStart,
  toExit,
  toInbound,
  type Write,
} from './requests.ts'
import type { Sessions } from './session.ts'
import type { Streams } from './streams.ts'
import { makeUploads } from './uploads.ts'
import { LINE, replyWithView } from './view.ts'

/**
 * A message of `limits.text` in the longest JSON spelling: six characters (`\uXXXX`) for each code
 * unit, and the rest of the body.
 */
const JSON_OVERHEAD = 1_024
const jsonLimit = (text: number): number => text * 6 + JSON_OVERHEAD

/** Of a route that takes files: see `longBody` of the server. */
const LONG_BODY: Record<string, unknown> = { longBody: true }

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>
type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>

export type ApiParts = {
  readonly desk: WebchatDesk
  readonly sessions: Sessions
  readonly streams: Streams
  readonly limiter: Limiter
  readonly door: Door
}

export const addApi = (api: FastifyInstance, { desk, sessions, streams, limiter, door }: ApiParts): void => {
  const { sink, history, random, clock, hasher, limits } = desk
  const uploads = makeUploads(desk)
  const originOf = makeOrigins(desk)
  api.addHook('onClose', async () => uploads.stop())

  /** Runs before a byte of a body is read. `begins`: a conversation, where this browser has none. */
  const admit =
    (action: Action, begins = false): Hook =>
    async (request, reply) => {
      const writes = request.method !== 'GET'
      // A custom header cannot be sent by another site's form, and not by its script without asking us first.
      if (writes && (!isOwnOrigin(request) || request.headers['x-chat'] !== '1'))
        return refuse(reply, 'foreign_origin')
      const chat = sessions.read(request)?.chat
      const address = clientOf(hasher, request)
      const wait = limiter(action, { address, ...(chat === undefined ? {} : { chat }) })
      if (wait > 0) return refuse(reply, 'too_many', wait)
      if (!begins || chat !== undefined) return undefined
      const pause = limiter('session', { address })
      if (pause > 0) return refuse(reply, 'too_many', pause)
      const { 'x-proof': proof } = request.headers
      const answer = door.knock(typeof proof === 'string' ? proof : undefined)
      return answer.status === 'in' ? undefined : askPrice(reply, answer.price)
    }

  const addressOf = async (request: FastifyRequest, reply: FastifyReply): Promise<ChatAddress> => {
    const known = sessions.read(request)
    if (known !== undefined) return known
    // A new conversation replaces the cookie: what the old one still owes is done first.
    const leaving = sessions.leaving(request)
    if (leaving !== undefined) await sink.put([toExit(leaving.address, leaving.exit, clock.now())])
    return sessions.begin(request, reply)
  }

  const accept = async (
    request: FastifyRequest,
    reply: FastifyReply,
    write: Write | undefined,
  ): Promise<FastifyReply> => {
    if (write === undefined) return refuse(reply, 'bad_request')
    const origin = sessions.read(request) === undefined ? originOf(clientOf(hasher, request)) : undefined
    await sink.put([toInbound(await addressOf(request, reply), write, clock.now(), origin)])
    return reply.code(202).send({ id: write.id })
  }

  const post = (path: string, handler: Handler, begins = true): void =>
    void api.post(path, { onRequest: admit('message', begins), bodyLimit: jsonLimit(limits.text) }, handler)

  post('/messages', async (request, reply) => {
    const write = readMessage(request.body)
    if (write?.body.kind === 'text') {
      if (write.body.text.length > limits.text) return refuse(reply, 'text_too_long')
      if (write.body.text.trim() === '') return refuse(reply, 'text_empty')
    }
    return accept(request, reply, write)
  })
  post('/presses', (request, reply) => accept(request, reply, readPress(request.body)))
  const takePrint: Handler = async (request, reply) => {
    const write = readPrint(request.body)
    const address = sessions.read(request)
    if (write === undefined || address === undefined) return refuse(reply, 'bad_request')
    // Before consent nothing of it is even written to the inbox.
    if ((await history.read(address)).media === 'consent') return refuse(reply, 'media_consent')
    return accept(request, reply, write)
  }
  post('/fingerprints', takePrint, false)
  // Before there is a session there is no conversation in which anybody could see it.
  api.post('/typing', { onRequest: admit('typing'), bodyLimit: JSON_OVERHEAD }, async (request, reply) => {
    const address = sessions.read(request)
    if (address !== undefined) desk.typing(address)
    return reply.code(202).send({})
  })
  post('/commands', (request, reply) => accept(request, reply, readCommand(request.body)))
  post('/start', (request, reply) => accept(request, reply, readStart(request.body, random.id())))

  const takeExit: Handler = async (request, reply) => {
    const address = sessions.read(request) ?? sessions.leaving(request)?.address
    const id = readExit(request.body, random.id())
    if (address !== undefined) {
      // Other windows close at once; the core's own wipe follows.
      streams.signal(address.chat, 'exit')
      uploads.leave(address.chat)
      try {
        await sink.put([toExit(address, id, clock.now())])
      } catch (error) {
        sessions.markLeft(request, reply, id)
        throw error
      }
    }
    sessions.forget(request, reply)
    // Not "cookies": that would sign people out of everything else under the same domain.
    reply.header('clear-site-data', '"cache", "storage"')
    return reply.code(202).send({ id })
  }
  post('/exit', takeExit, false)

  api.get('/view', { onRequest: admit('view') }, async (request, reply) => {
    const address = sessions.read(request)
    if (address === undefined) return reply.send({ status: 'none' })
    return replyWithView(await history.read(address), request, reply)
  })

  /** What an agent sent, by its line; only while the person sees that line. */
  api.get('/files/:line', { onRequest: admit('view') }, async (request, reply) => {
    const address = sessions.read(request)
    const { line } = request.params as { readonly line: string }
    const sent = address === undefined || !LINE.test(line) ? undefined : await history.open(address, line)
    if (sent === undefined) return refuse(reply, 'not_found')
    const { file, bytes } = sent
    const save = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`
    reply.headers({
      'content-type': file.mime,
      'content-security-policy': "default-src 'none'; sandbox",
      ...(file.kind === 'document' ? { 'content-disposition': save } : {}),
    })
    return reply.send(Buffer.from(bytes))
  })

  api.get('/events', { onRequest: admit('stream'), exposeHeadRoute: false }, async (request, reply) => {
    const address = sessions.read(request)
    if (address === undefined) return refuse(reply, 'not_found')
    const client = clientOf(hasher, request)
    const { version } = await history.read(address)
    if (!streams.room(address.chat, client)) return refuse(reply, 'too_many')
    reply.headers({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' })
    reply.hijack()
    reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>)
    streams.add(address, client, reply.raw, version)
    return reply
  })

  api.register(async (files) => {
    files.removeAllContentTypeParsers()
    // The handler reads the stream itself, or leaves it alone.
    files.addContentTypeParser('*', (_, payload, done) => done(null, payload))
    files.put('/uploads', { onRequest: admit('upload', true), config: LONG_BODY }, async (request, reply) =>
      uploads.take(await addressOf(request, reply), clientOf(hasher, request), request, reply),
    )
  })
}
