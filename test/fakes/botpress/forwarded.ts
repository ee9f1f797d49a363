import { post, type Answered } from './operations.ts'
import type { FakeBot, FakeBotpress } from './index.ts'
import type { Message } from './world.ts'

type Body = Readonly<Record<string, unknown>>

export type ForwardedPerson = {
  /** What their app shows, in order. */
  readonly screen: string[]
  /** Resolves when the platform's call was taken. */
  readonly sends: (type: string, payload: Body, id?: string) => Promise<void>
  readonly says: (text: string, id?: string) => Promise<void>
}

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 20))

/**
 * A bot that somebody hosts themselves: the platform tells it every message of every channel, and
 * it calls other integrations' actions. What it puts into a conversation of Amin's integration is
 * handed to Amin; what it puts into a channel's stands on a person's screen.
 */
export const makeForwardedBot = (
  fake: FakeBotpress,
  bot: FakeBot,
  given: { readonly token: string; readonly integration: string },
) => {
  const { world } = fake
  const screens = new Map<string, string[]>()
  const refused: Body[] = []
  /** Every message is told once more, also what was taken. */
  const settings = { url: '', twice: false }

  const tell = async (
    message: { readonly id: string; readonly type: string; readonly payload: unknown },
    about: Body,
  ): Promise<void> => {
    const body = { event: { type: 'message_created', payload: { message, ...about } } }
    const headers = {
      'content-type': 'application/json',
      'x-bot-id': bot.id,
      'x-bp-operation': 'event_received',
      'x-bp-type': 'message_created',
    }
    const once = (): Promise<Answered | undefined> =>
      post(settings.url, headers, JSON.stringify(body)).catch(() => undefined)
    for (;;) {
      const answered = await once()
      if (answered !== undefined && answered.status < 500) break
      await pause()
    }
    if (settings.twice) await once()
  }

  const conversationOf = (id: string, integration: string): Body => ({
    id,
    integration,
    tags: world.conversations.get(id)?.tags ?? {},
  })

  fake.listeners.set(bot.id, (message: Message) => {
    const user = { id: message.userId, name: world.users.get(message.userId)?.name }
    void tell(message, { conversation: conversationOf(message.conversationId, bot.settings.alias), user })
  })

  const show = async (body: Body): Promise<{ readonly status: number; readonly body: unknown }> => {
    const conversationId = String(body['conversationId'])
    const tags = body['tags'] as Record<string, string>
    const payload = body['payload'] as Body
    const { message, isNew } = world.message(
      {
        bot: bot.id,
        conversationId,
        userId: String(body['userId']),
        type: String(body['type']),
        payload,
        tags,
      },
      (body['discriminateByTags'] ?? []) as readonly string[],
    )
    const screen = screens.get(conversationId)
    if (isNew && screen !== undefined)
      screen.push(typeof payload['text'] === 'string' ? payload['text'] : message.type)
    if (isNew && screen === undefined) {
      const answered = await bot.deliver('message_created', {
        type: message.type,
        payload,
        conversation: {
          id: conversationId,
          channel: 'hitl',
          tags: world.conversations.get(conversationId)?.tags ?? {},
        },
        message: { id: message.id, createdAt: new Date().toISOString(), tags: {} },
        user: { id: bot.id, tags: {} },
      })
      if (answered.status !== 200) refused.push(body)
    }
    return { status: 200, body: { message, meta: { created: isNew } } }
  }

  fake.api.own.set(given.token, async (method, path, body) => {
    if (method === 'POST' && path === '/v1/chat/actions') {
      const [alias, type] = String(body['type']).split(':')
      const answered =
        alias === bot.settings.alias
          ? await bot.operation('action_triggered', { type, input: body['input'] })
          : undefined
      if (answered?.status !== 200)
        return {
          status: 400,
          body: { id: 'err_1', code: 400, type: 'Runtime', message: 'the action failed' },
        }
      return { status: 200, body: { ...(JSON.parse(answered.body) as Body), meta: { cached: false } } }
    }
    if (method === 'POST' && path === '/v1/chat/messages/get-or-create') return show(body)
    const [, id] = /^\/v1\/chat\/conversations\/([\w-]+)$/.exec(path) ?? []
    const conversation = id === undefined ? undefined : world.conversations.get(id)
    if (method !== 'PUT' || conversation === undefined)
      return { status: 404, body: { id: 'err_1', code: 404, type: 'ResourceNotFound', message: 'not there' } }
    Object.assign(conversation.tags, body['tags'])
    return { status: 200, body: { conversation } }
  })

  return {
    settings,
    refused,
    person: (name: string): ForwardedPerson => {
      const { id } = world.conversation(bot.id, 'channel', { person: world.nextId('person') }, ['person'])
      const user = { id: world.nextId('user'), name }
      const screen: string[] = []
      screens.set(id, screen)
      const sends: ForwardedPerson['sends'] = (type, payload, message = world.nextId('msg')) =>
        tell({ id: message, type, payload }, { conversation: conversationOf(id, given.integration), user })
      return { screen, sends, says: (text, message) => sends('text', { text }, message) }
    },
  }
}
