import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeError, writeJson } from './faults.ts'

type Body = Readonly<Record<string, unknown>>
type Named = Readonly<Record<string, unknown>>
export type Integration = {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly body: Body
}

const readBody = async (request: IncomingMessage): Promise<Body> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return parts.length === 0 ? {} : (JSON.parse(Buffer.concat(parts).toString('utf8')) as Body)
}

const text = { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] }
const conversation = {
  type: 'object',
  properties: { conversationId: { type: 'string' } },
  required: ['conversationId'],
}
const nothing = { type: 'object', properties: {} }

/**
 * The interface of the HITL plugin, as the platform keeps it: its actions speak of an entity by
 * reference.
 */
const HITL = {
  entities: { hitlSession: { schema: { type: 'object', properties: { priority: { type: 'string' } } } } },
  events: { hitlAssigned: { schema: conversation }, hitlStopped: { schema: conversation } },
  actions: {
    createUser: { input: { schema: nothing }, output: { schema: nothing } },
    startHitl: {
      input: { schema: { type: 'object', properties: { hitlSession: { $ref: '#/entities/hitlSession' } } } },
      output: { schema: conversation },
    },
    stopHitl: { input: { schema: conversation }, output: { schema: nothing } },
  },
  channels: { hitl: { messages: { text: { schema: text }, bloc: { schema: nothing } } } },
}

/**
 * What the platform would refuse: an interface that is not filled in, or a schema that points out
 * of itself.
 */
const faultOf = (body: Body, interfaces: readonly { readonly id: string }[]): string | undefined => {
  const filled = (
    body['interfaces'] as Record<string, Record<string, Named> & { readonly id: string }> | undefined
  )?.['hitl']
  if (filled === undefined || !interfaces.some(({ id }) => id === filled.id)) return 'InvalidPayload'
  for (const kind of ['entities', 'events', 'actions', 'channels'] as const)
    for (const name of Object.keys(HITL[kind])) {
      const own = (filled[kind]?.[name] as { readonly name?: string } | undefined)?.name
      if (own === undefined || (body[kind] as Named | undefined)?.[own] === undefined) return 'InvalidPayload'
    }
  return JSON.stringify(body).includes('$ref') ? 'InvalidJsonSchema' : undefined
}

export type FakeAdmin = {
  readonly root: string
  readonly integrations: Integration[]
  /** Integration and value of each key that was given out. */
  readonly keys: { readonly integration: string; readonly value: string }[]
  readonly stop: () => Promise<void>
}

/**
 * The half of the platform that an administrator of a workspace registers integrations at, over
 * real sockets.
 */
export const startFakeAdmin = async (given: {
  readonly token: string
  readonly workspace: string
  /** Versions of the interface `hitl` that the platform has. */
  readonly versions?: readonly string[]
}): Promise<FakeAdmin> => {
  const interfaces = (given.versions ?? ['1.3.0', '2.0.9', '2.1.0', '3.0.0']).map((version) => ({
    id: `interface-${version}`,
    name: 'hitl',
    version,
    title: 'HITL',
    description: '',
    ...HITL,
  }))
  const integrations: Integration[] = []
  const keys: FakeAdmin['keys'] = []

  type Answer =
    | { readonly status: number; readonly body: unknown }
    | { readonly refused: string; readonly status: number }
  const refused = (status: number, type: string): Answer => ({ refused: type, status })

  const keep = (body: Body, id: string, name: string, version: string): Answer => {
    const fault = faultOf(body, interfaces)
    if (fault !== undefined) return refused(400, fault)
    const at = integrations.findIndex((one) => one.id === id)
    const made = { id, name, version, body }
    integrations.splice(at === -1 ? integrations.length : at, 1, made)
    return { status: 200, body: { integration: { ...body, id, name, version } } }
  }

  const answer = (method: string, url: URL, body: Body): Answer => {
    const [, , , ...path] = url.pathname.split('/').map(decodeURIComponent)
    const route = `${method} ${path.join('/')}`
    if (route === 'GET hub/interfaces') return { status: 200, body: { interfaces, meta: {} } }
    if (method === 'GET' && path[0] === 'hub' && path[1] === 'interfaces') {
      const found = interfaces.find(({ name, version }) => name === path[2] && version === path[3])
      return found === undefined
        ? refused(404, 'ResourceNotFound')
        : { status: 200, body: { interface: found } }
    }
    if (route === 'POST integrations/iaks') {
      const value = `bp_iak_${keys.length + 1}_of_the_fake`
      keys.push({ integration: String(body['integrationId']), value })
      return {
        status: 201,
        body: { id: `key-${keys.length}`, createdAt: new Date().toISOString(), note: '', value },
      }
    }
    if (route === 'POST integrations') {
      const { name, version } = body as { readonly name: string; readonly version: string }
      if (integrations.some((one) => one.name === name && one.version === version))
        return refused(409, 'AlreadyExists')
      return keep(body, `integration-${integrations.length + 1}`, name, version)
    }
    const known = integrations.find(
      (one) => one.id === path[1] || (one.name === path[1] && one.version === path[2]),
    )
    if (path[0] !== 'integrations' || known === undefined) return refused(404, 'ResourceNotFound')
    if (method === 'PUT') return keep(body, known.id, known.name, known.version)
    return { status: 200, body: { integration: { ...known.body, id: known.id } } }
  }

  const server = createServer((request, response) => {
    void (async () => {
      const { method = 'GET', url = '/', headers } = request
      const body = await readBody(request)
      if (headers.authorization !== `Bearer ${given.token}` || headers['x-workspace-id'] !== given.workspace)
        return writeError(response, 401, 'Unauthorized')
      const said = answer(method, new URL(url, 'http://fake'), body)
      if ('refused' in said) writeError(response, said.status, said.refused)
      else writeJson(response, said.status, said.body)
    })().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    integrations,
    keys,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
