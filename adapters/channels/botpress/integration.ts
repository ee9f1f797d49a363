import type * as Sdk from '@botpress/sdk'
import type { InboundSink } from '../../../core/services/inbound/sink.ts'
import { detectLanguage } from '../../../core/text/detect-language.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Hasher } from '../../../core/ports/hasher.ts'
import type { Random } from '../../../core/ports/random.ts'
import { judge, type Api, type ApiOf } from './api.ts'
import { id, words } from './json.ts'
import { list, record, text, type Json } from '../../kit/json.ts'
import { KINDS } from './operations.ts'
import { Refusal, type Operations } from './outcome.ts'
import { writePlace } from './place.ts'
import { closeSession, openSession, readSession } from './session.ts'
import { toCall, toEnd, toHistory, toInbound, toStart } from './to-inbound.ts'

type Message = { readonly [type: string]: unknown }

/** As the definition says it (adapters/channels/botpress/author); what comes is read as if it said nothing. */
export type Amin = {
  name: 'amin'
  version: string
  configuration: { key: string; textsAreOurs?: boolean }
  configurations: Record<string, never>
  actions: {
    createUser: { input: { name?: string; email?: string; pictureUrl?: string }; output: { userId: string } }
    startHitl: { input: Json & { userId: string }; output: { conversationId: string } }
    stopHitl: { input: { conversationId: string }; output: Record<string, never> }
    createHandoffLink: { input: Json; output: { url: string; telegram?: string } }
  }
  channels: {
    hitl: {
      messages: Record<(typeof KINDS)[number], Message>
      message: { tags: { amin: string } }
      conversation: { tags: { person: string; session: string } }
    }
  }
  events: {
    hitlAssigned: { conversationId: string; userId: string }
    hitlStopped: { conversationId: string }
  }
  states: Record<string, never>
  user: { tags: { session: string; open: string; assigned: string; desk: string; from: string } }
  entities: Record<string, never>
}

type Context = Sdk.IntegrationContext<Amin>

export type IntegrationParts = {
  readonly apiOf: ApiOf
  readonly account: string
  readonly sink: InboundSink
  readonly operations: Operations
  readonly clock: Clock
  readonly hasher: Pick<Hasher, 'sha256'>
  readonly random: Pick<Random, 'id'>
  /** Where a person can go on without the other bot. */
  readonly links: { readonly webchat?: string; readonly telegram?: string }
}

/** A conversation's person, as its tags say it. */
const personOf = (tags: unknown): string | undefined => id(record(tags)?.['person'])

/** What the platform does not know is not ours: a name that somebody made up opens nothing. */
const known = async <T>(what: string, ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask()
  } catch (error) {
    const { status } = judge(error)
    if (status === 'refused') throw new Refusal(`Amin does not know this ${what}.`)
    throw error
  }
}

const LANGUAGE_TAG = /^[A-Za-z]{2,3}(?:-[\w-]{1,30})?$/
/** How much of the person's words is looked at for their language. */
const MOST_READ = 4_000

/** In which language the person wrote there; else the one that the bot names. */
const languageOf = (input: Json, user: string): string | undefined => {
  const said = list(input['messageHistory'])
    .map(record)
    .filter((one) => record(one?.['source'])?.['userId'] === user)
    .map((one) => text(record(one?.['payload'])?.['text']) ?? '')
    .join('\n')
  const named = text(input['language'])
  return (
    detectLanguage(said.slice(-MOST_READ)) ??
    (named !== undefined && LANGUAGE_TAG.test(named) ? named : undefined)
  )
}

/**
 * What the integration does with each operation. Each ends durably or says that it must be repeated
 * (law 1).
 */
export const makeIntegration = (
  sdk: Pick<typeof Sdk, 'Integration'>,
  { apiOf, account, sink, operations: { guard }, clock, hasher, random, links }: IntegrationParts,
): Sdk.Integration<Amin> => {
  const whereOf = ({ botId: bot, integrationAlias: alias }: Context, user: string) => ({
    account,
    chat: writePlace({ bot, alias, user }),
  })
  const ofCall = ({ botId: bot, integrationAlias: alias }: Context): Api => apiOf({ bot, alias })

  /** The plugin names each of its users by an address of its own; the same one gets the same user here. */
  const createUser = async ({
    ctx,
    input,
  }: {
    readonly ctx: Context
    readonly input: Amin['actions']['createUser']['input']
  }) => {
    const email = words(input.email)
    const from = email === undefined ? random.id() : hasher.sha256(`${ctx.botId}/${email.toLowerCase()}`)
    const name = words(input.name)?.slice(0, 80)
    const { user } = await ofCall(ctx).getOrCreateUser({
      ...(name === undefined ? {} : { name }),
      tags: { from },
      discriminateByTags: ['from'],
    })
    return { userId: user.id }
  }

  const startHitl = async ({ ctx, input }: { readonly ctx: Context; readonly input: Json }) => {
    const user = id(input['userId'])
    if (user === undefined) throw new Refusal('startHitl needs the userId that createUser gave.')
    // A user of another bot, or none at all, opens no case.
    const { session, open, name } = await known('user', () => openSession(ofCall(ctx), user))
    const now = clock.now()
    const where = whereOf(ctx, user)
    const texts = ctx.configuration.textsAreOurs === true ? 'ours' : 'theirs'
    const title = words(input['title'])
    const language = languageOf(input, user)
    const start = toStart(
      where,
      {
        session,
        texts,
        ...(title === undefined ? {} : { title }),
        ...(name === undefined ? {} : { name }),
        ...(language === undefined ? {} : { language }),
      },
      now,
    )
    const history = toHistory(where, input['messageHistory'], {
      user,
      now,
      digest: (value) => hasher.sha256(value),
    })
    await sink.put([start, ...history, ...(texts === 'ours' ? [toCall(where, session, now)] : [])])
    return { conversationId: open }
  }

  const stopHitl = async ({ ctx, input }: { readonly ctx: Context; readonly input: Json }) => {
    const conversation = id(input['conversationId'])
    if (conversation === undefined)
      throw new Refusal('stopHitl needs the conversationId that startHitl gave.')
    const api = ofCall(ctx)
    const { tags } = (await known('conversation', () => api.getConversation({ id: conversation })))
      .conversation
    const user = personOf(tags)
    const session = text(record(tags)?.['session'])
    if (user === undefined || session === undefined) throw new Refusal('This conversation is none of Amin.')
    await sink.put([toEnd(whereOf(ctx, user), session, clock.now())])
    const { open } = await known('user', () => readSession(api, user))
    if (open === conversation) await closeSession(api, user)
    return {}
  }

  const createHandoffLink = async () => {
    const { webchat, telegram } = links
    if (webchat === undefined) throw new Refusal('Amin has no public https address yet (AMIN_PUBLIC_URL).')
    return { url: webchat, ...(telegram === undefined ? {} : { telegram }) }
  }

  type Created = { readonly ctx: Context; readonly type: string; readonly payload: unknown } & {
    readonly conversation: { readonly id: string; readonly tags?: unknown }
    readonly message: { readonly id: string; readonly createdAt?: string }
  }

  const hear = async ({ ctx, type, payload, conversation, message }: Created) => {
    const conversationId = id(conversation.id)
    const messageId = id(message.id)
    if (conversationId === undefined || messageId === undefined) throw new Refusal('This message has no id.')
    const said = personOf(conversation.tags)
    const person =
      said ??
      personOf(
        (await known('conversation', () => ofCall(ctx).getConversation({ id: conversationId }))).conversation
          .tags,
      )
    if (person === undefined) throw new Refusal('This conversation is none of Amin.')
    const { createdAt } = message
    // Whom the plugin speaks for stands in the payload; a notice of its own has nobody there, and
    // in a group it may be somebody else.
    const isPerson = record(payload)?.['userId'] === person
    await sink.put(
      toInbound(whereOf(ctx, person), { id: messageId, createdAt, type, payload }, isPerson, clock.now()),
    )
    return {}
  }

  const messages = Object.fromEntries(
    KINDS.map((kind) => [kind, guard(async (props: Created): Promise<object> => hear(props))]),
  ) as unknown as Sdk.IntegrationProps<Amin>['channels']['hitl']['messages']

  return new sdk.Integration<Amin>({
    register: async () => {},
    unregister: async () => {},
    handler: async () => {},
    actions: {
      createUser: guard(createUser),
      startHitl: guard(startHitl),
      stopHitl: guard(stopHitl),
      createHandoffLink: guard(createHandoffLink),
    },
    channels: { hitl: { messages } },
  })
}
