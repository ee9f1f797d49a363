import type { Client } from '@botpress/client'
import type { Log } from '../../../core/ports/log.ts'
import { typeOf } from './api.ts'
import { record, text } from '../../kit/json.ts'

/** The generation of the platform's SDK that Amin runs. */
export const SDK_VERSION = '5.4.3'
const NAME = 'amin'
const VERSION = '0.1.0'

/** The part of the platform's client that an administrator of a workspace may use. */
export type AdminApi = Pick<
  Client,
  | 'listPublicInterfaces'
  | 'getPublicInterface'
  | 'getIntegrationByName'
  | 'createIntegration'
  | 'updateIntegration'
  | 'createIntegrationApiKey'
>

type Schema = Readonly<Record<string, unknown>>
type Interface = Awaited<ReturnType<AdminApi['getPublicInterface']>>['interface']

const object = (properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

/**
 * What a bot's owner fills in, the action that is no part of the interface, and the tags: as
 * `author/integration.definition.txt` says them for the platform's own command line.
 */
const OWN = {
  title: 'Amin',
  description: 'Hands people who are blackmailed over to trained agents.',
  configuration: {
    schema: object(
      {
        key: {
          type: 'string',
          minLength: 20,
          description: 'The key of this bot, as Amin showed it once',
          'x-zui': { title: 'Key', secret: true },
        },
        textsAreOurs: {
          type: 'boolean',
          description: 'Only where the texts of the plugin that say that a human has joined are set to NULL',
          'x-zui': { title: 'Amin may speak before an agent comes' },
        },
      },
      ['key'],
    ),
  },
  actions: {
    createHandoffLink: {
      title: 'Make a private link',
      description: "The address of Amin's own page, where nothing passes through this bot",
      input: { schema: object({}, []) },
      output: { schema: object({ url: { type: 'string' }, telegram: { type: 'string' } }, ['url']) },
    },
  },
  user: {
    tags: {
      session: { title: 'Session', description: 'How often this person was handed over' },
      open: { title: 'Open conversation', description: 'The conversation of the session that runs' },
      assigned: { title: 'Assigned', description: 'What was told last of who has the conversation' },
      desk: { title: 'Desk', description: 'The name of somebody at Amin' },
      from: { title: 'From', description: 'Whom the plugin asked for, as a hash' },
    },
  },
} as const
const CHANNEL = {
  title: 'Amin',
  description: 'A conversation that agents of Amin have',
  message: { tags: { amin: { title: 'Row', description: 'So that nothing is shown twice' } } },
  conversation: {
    tags: {
      person: { title: 'Person', description: 'Whose conversation it is' },
      session: { title: 'Session', description: 'Which time it was handed over' },
    },
  },
} as const

/** A schema of the interface without its references: an integration states each of its own schemas whole. */
const whole = (value: unknown, entities: Interface['entities']): unknown => {
  if (Array.isArray(value)) return value.map((one) => whole(one, entities))
  const given = record(value)
  if (given === undefined) return value
  const named = text(given['$ref'])?.split('/').at(-1)
  const entity = named === undefined ? undefined : entities[named]
  if (entity !== undefined) return whole(entity.schema, {})
  return Object.fromEntries(Object.entries(given).map(([key, one]) => [key, whole(one, entities)]))
}

const sameNames = (of: object): Record<string, { readonly name: string }> =>
  Object.fromEntries(Object.keys(of).map((name) => [name, { name }]))

/**
 * The integration as the platform is told of it: what is our own, and the interface's actions,
 * events and channel under the interface's own names.
 */
export const definitionFor = (hitl: Interface, url: string) => {
  const { id, entities, events, actions, channels } = whole(
    { ...hitl, entities: {} },
    hitl.entities,
  ) as Interface
  return {
    ...OWN,
    url,
    sdkVersion: SDK_VERSION,
    entities: hitl.entities,
    events,
    actions: { ...OWN.actions, ...actions },
    channels: Object.fromEntries(
      Object.entries(channels).map(([name, { messages }]) => [name, { ...CHANNEL, messages }]),
    ),
    interfaces: {
      hitl: {
        id,
        entities: sameNames({ ...entities, ...hitl.entities }),
        actions: sameNames(actions),
        events: sameNames(events),
        channels: sameNames(channels),
      },
    },
  }
}

/** `2.1.0` after `2.0.9`. */
const later = (a: string, b: string): number => {
  const [left = [], right = []] = [a, b].map((one) => one.split('.').map(Number))
  const at = left.findIndex((part, i) => part !== right[i])
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

/** The generation of the plugin's interface that Amin speaks; any of it will do. */
const GENERATION = /^2\.\d+\.\d+$/

export type Registered =
  | { readonly status: 'registered' | 'renewed'; readonly integration: string; readonly token: string }
  /**
   * `code`: the platform's word for why. `no_interface`: it knows none of the generation that Amin
   * speaks.
   */
  | { readonly status: 'refused'; readonly code: string }

/**
 * Makes Amin an integration of a workspace, or renews the one that is there, and takes an access
 * key for it. Repeating it makes no second integration; each time there is one more key, and
 * earlier ones hold until they are ended in the workspace.
 */
export const register = async (
  api: AdminApi,
  { url, log }: { readonly url: string; readonly log: Log },
): Promise<Registered> => {
  const known = async (): Promise<string | undefined> => {
    try {
      return (await api.getIntegrationByName({ name: NAME, version: VERSION })).integration.id
    } catch (error) {
      if (typeOf(error) === 'ResourceNotFound') return undefined
      throw error
    }
  }
  try {
    const { interfaces } = await api.listPublicInterfaces({ name: 'hitl' })
    const newest = interfaces
      .filter(({ name, version }) => name === 'hitl' && GENERATION.test(version))
      .toSorted((a, b) => later(a.version, b.version))
      .at(-1)
    if (newest === undefined) return { status: 'refused', code: 'no_interface' }
    const definition = definitionFor(
      (await api.getPublicInterface({ name: 'hitl', version: newest.version })).interface,
      url,
    )
    const before = await known()
    const integration =
      before === undefined
        ? (await api.createIntegration({ name: NAME, version: VERSION, ...definition })).integration.id
        : (await api.updateIntegration({ id: before, ...definition })).integration.id
    const { value } = await api.createIntegrationApiKey({ integrationId: integration, note: 'Amin' })
    return { status: before === undefined ? 'registered' : 'renewed', integration, token: value }
  } catch (error) {
    const code = typeOf(error)
    log.warn('botpress did not take the integration', { channel: 'botpress', code })
    return { status: 'refused', code }
  }
}

/** A client for one workspace. Its token is an administrator's: it is used for this and kept nowhere. */
export const openAdmin = async (parts: {
  readonly token: string
  readonly workspace: string
  readonly apiRoot: string
}): Promise<AdminApi> => {
  const { Client } = await import('@botpress/client')
  return new Client({
    apiUrl: parts.apiRoot,
    token: parts.token,
    workspaceId: parts.workspace,
    retry: { retries: 0 },
  })
}
