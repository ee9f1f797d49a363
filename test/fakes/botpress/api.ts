import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { play, writeError, writeJson, type Fault } from './faults.ts'
import type { Event, Message, Tags, World } from './world.ts'

type Body = Readonly<Record<string, unknown>>

const readBody = async (request: IncomingMessage): Promise<Body> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return parts.length === 0 ? {} : (JSON.parse(Buffer.concat(parts).toString('utf8')) as Body)
}

type OwnCall = (
  method: string,
  path: string,
  body: Body,
) => Promise<{ readonly status: number; readonly body: unknown }>

export type Api = {
  readonly root: string
  /** Files that people send, by name; fetched without a token, as from any server of files. */
  readonly files: Map<string, { readonly bytes: Uint8Array; readonly mime: string }>
  /** What the next calls end in, in order; nothing: as they should. */
  readonly faults: Fault[]
  /** What a call ends in by chance. */
  chance: () => Fault | undefined
  /** What every call ends in while it stands. */
  always: Fault | undefined
  /** What bots do with tokens of their own, by token. */
  readonly own: Map<string, OwnCall>
  /** Method and path of every call, files included. */
  readonly calls: string[]
  readonly stop: () => Promise<void>
}

/** The half of the platform that integrations call, over real sockets. */
export const startApi = async (parts: {
  readonly world: World
  readonly token: string
  readonly integration: string
  readonly bots: ReadonlySet<string>
  readonly onMessage: (message: Message) => void
  readonly onEvent: (event: Event) => void
}): Promise<Api> => {
  const { world, token, integration, bots } = parts

  const answer = (
    bot: string,
    method: string,
    path: string,
    body: Body,
  ): { readonly status: number; readonly body: unknown } => {
    const tags = (body['tags'] ?? {}) as Tags
    const by = (body['discriminateByTags'] ?? []) as readonly string[]
    const found = <T>(what: string, value: T | undefined) =>
      value === undefined
        ? { status: 404, body: { id: 'err_1', code: 404, type: 'ResourceNotFound', message: 'not there' } }
        : { status: 200, body: { [what]: value } }
    const [, kind, id] = /^\/v1\/chat\/(users|conversations|messages|events)(?:\/([\w-]+))?$/.exec(path) ?? []
    if (kind === 'users' && id === 'get-or-create')
      return {
        status: 200,
        body: {
          user: world.user(bot, body['name'] as string | undefined, tags, by),
          meta: { created: true },
        },
      }
    if (kind === 'users' && id !== undefined) {
      const user = world.users.get(id)
      if (user !== undefined && user.bot === bot && method === 'PUT') Object.assign(user.tags, tags)
      return found('user', user?.bot === bot ? user : undefined)
    }
    if (kind === 'conversations' && id === 'get-or-create')
      return {
        status: 200,
        body: {
          conversation: world.conversation(bot, String(body['channel']), tags, by),
          meta: { created: true },
        },
      }
    if (kind === 'conversations' && id !== undefined) {
      const conversation = world.conversations.get(id)
      return found('conversation', conversation?.bot === bot ? conversation : undefined)
    }
    if (kind === 'messages' && id === 'get-or-create') {
      const conversationId = String(body['conversationId'])
      const userId = String(body['userId'])
      if (world.conversations.get(conversationId)?.bot !== bot || world.users.get(userId)?.bot !== bot)
        return found('message', undefined)
      const given = {
        bot,
        conversationId,
        userId,
        type: String(body['type']),
        payload: body['payload'] as Body,
        tags,
      }
      const { message, isNew } = world.message(given, by)
      if (isNew) parts.onMessage(message)
      return { status: 200, body: { message, meta: { created: isNew } } }
    }
    if (path === '/v1/files' && method === 'PUT') {
      // The key names the file: the same again is the same one.
      const name = String(body['key']).replace(/[^\w.-]/g, '-')
      const { size, contentType, accessPolicies } = body
      const file = {
        id: `file_${name}`,
        key: body['key'],
        size,
        contentType,
        accessPolicies,
        url: `${api.root}/files/${name}`,
        uploadUrl: `${api.root}/upload/${name}`,
      }
      return { status: 200, body: { file } }
    }
    if (kind === 'events' && id === undefined) {
      const event = { bot, type: String(body['type']), payload: body['payload'] as Body }
      world.events.push(event)
      parts.onEvent(event)
      return { status: 200, body: { event: { id: world.nextId('evt'), ...event } } }
    }
    return found('path', undefined)
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/', headers } = request
    api.calls.push(`${method} ${url}`)
    const name = /^\/files\/([\w.-]+)(?:\?|$)/.exec(url)?.[1]
    const file = name === undefined ? undefined : api.files.get(name)
    if (file !== undefined)
      return void response
        .writeHead(200, { 'content-type': file.mime, 'content-length': file.bytes.length })
        .end(file.bytes)
    const uploaded = /^\/upload\/([\w.-]+)$/.exec(url)?.[1]
    if (uploaded !== undefined) {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      const fault = api.faults.shift()
      if (fault !== undefined && fault !== 'lost') return play(fault, response)
      api.files.set(uploaded, { bytes: Buffer.concat(parts), mime: String(headers['content-type']) })
      if (fault === 'lost') return play(fault, response)
      return void response.writeHead(200).end()
    }
    const body = await readBody(request)
    const fault = api.always ?? api.faults.shift() ?? api.chance()
    if (fault !== undefined && fault !== 'lost') return play(fault, response)
    const own = api.own.get((headers.authorization ?? '').replace('Bearer ', ''))
    if (own !== undefined) {
      const said = await own(method, url.split('?', 1)[0] ?? '', body)
      return writeJson(response, said.status, said.body)
    }
    if (headers.authorization !== `Bearer ${token}` || headers['x-integration-id'] !== integration)
      return writeError(response, 401, 'Unauthorized')
    const bot = String(headers['x-bot-id'])
    if (!bots.has(bot) || headers['x-integration-alias'] === undefined)
      return writeError(response, 403, 'Forbidden')
    const said = answer(bot, method, url.split('?', 1)[0] ?? '', body)
    if (fault === 'lost') return play(fault, response)
    writeJson(response, said.status, said.body)
  }

  const server: Server = createServer(
    (request, response) => void handle(request, response).catch(() => response.destroy()),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const api: Api = {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files: new Map(),
    own: new Map(),
    faults: [],
    chance: () => undefined,
    always: undefined,
    calls: [],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return api
}
