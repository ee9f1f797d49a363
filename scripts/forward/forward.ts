import type { Client } from '@botpress/client'
import { record, text, type Json } from '../../adapters/kit/json.ts'

/** The part of the platform's client that a bot uses here. */
export type BotApi = Pick<Client, 'callAction' | 'getOrCreateMessage' | 'updateConversation'>

/** What the bot says by itself, in Arabic, Sorani and English at once: it does not know who reads. */
const DOWN = [
  'لم تصل الرسالة إلى الفريق بعد. سنحاول من جديد؛ في الخطر يمكن الاتصال بالطوارئ.',
  'نامەکە هێشتا نەگەیشتووەتە تیمەکە. دووبارە هەوڵ دەدەینەوە؛ لە مەترسیدا پەیوەندی بە فریاکەوتنەوە بکە.',
  'This message has not reached the team yet. We will try again; in danger, call the emergency number.',
].join('\n\n')
const NOT_PASSED = [
  'هذا النوع لا يصل إلى الفريق. يمكن كتابته بالكلمات.',
  'ئەم جۆرە ناگاتە تیمەکە. دەتوانیت بە وشە بینووسیت.',
  'This kind does not reach the team. You can put it in words.',
].join('\n\n')

/** The kinds of messages that Amin's integration takes. */
const PASSED: ReadonlySet<string> = new Set(['text', 'image', 'audio', 'video', 'file', 'bloc'])
/** Under which name Amin's own bot speaks: agents have theirs. */
const DESK = 'Amin'

type Event = { readonly message: Json; readonly conversation: Json; readonly user: Json }

const eventOf = (body: Json): Event | undefined => {
  const payload = record(record(body['event'])?.['payload'])
  const [message, conversation, user] = ['message', 'conversation', 'user'].map((name) =>
    record(payload?.[name]),
  )
  return message === undefined || conversation === undefined || user === undefined
    ? undefined
    : { message, conversation, user }
}

/** A place as words: the interface of the plugin has no kind for it. */
const placeOf = (payload: Json): Json | undefined => {
  const { latitude, longitude } = payload
  return typeof latitude === 'number' && typeof longitude === 'number'
    ? { text: `${latitude}, ${longitude}` }
    : undefined
}

export type ForwardParts = {
  readonly api: BotApi
  readonly bot: string
  /** The name under which the bot installed Amin's integration. */
  readonly amin: string
  /** Integrations whose people are passed on, such as `messenger`. */
  readonly channels: ReadonlySet<string>
}

export type Forwarded = 'passed' | 'ignored' | 'again'

/**
 * Passes every message of a Botpress bot's channels on to Amin, and Amin's answers back. It keeps
 * nothing: who belongs to whom stands in the platform's tags, the same person gets the same
 * conversation however often it is asked for, and a message that is told twice is passed on once.
 */
export const makeForwarder = ({
  api,
  bot,
  amin,
  channels,
}: ForwardParts): ((body: Json) => Promise<Forwarded>) => {
  const tails = new Map<string, Promise<unknown>>()

  /** One after the other in a conversation, as they came. */
  const inOrder = async (key: string, run: () => Promise<Forwarded>): Promise<Forwarded> => {
    const before = tails.get(key) ?? Promise.resolve()
    const mine = before.then(run, run)
    tails.set(key, mine)
    try {
      return await mine
    } finally {
      if (tails.get(key) === mine) tails.delete(key)
    }
  }

  const put = async (conversationId: string, type: string, payload: Json, from: string): Promise<void> => {
    const message = {
      conversationId,
      type,
      payload: { ...payload },
      userId: bot,
      tags: { from },
      discriminateByTags: ['from'],
    }
    await api.getOrCreateMessage(message)
  }

  const toAmin = async ({ message, conversation, user }: Event, id: string): Promise<Forwarded> => {
    const upstream = text(conversation['id']) ?? ''
    const kind = text(message['type']) ?? ''
    const given = record(message['payload']) ?? {}
    const payload = kind === 'location' ? placeOf(given) : PASSED.has(kind) ? given : undefined
    if (payload === undefined) {
      await put(upstream, 'text', { text: NOT_PASSED }, `kind:${id}`)
      return 'passed'
    }
    try {
      const name = text(user['name'])
      // The same address gets the same user at Amin; the name alone would not do.
      const input = {
        ...(name === undefined ? {} : { name }),
        email: `${text(user['id']) ?? upstream}@forwarded.invalid`,
      }
      const { output: made } = await api.callAction({ type: `${amin}:createUser`, input })
      const userId = text(made['userId']) ?? ''
      // The session that runs, or a new one where the last is over.
      const { output } = await api.callAction({
        type: `${amin}:startHitl`,
        input: { userId, title: text(conversation['integration']) ?? '', messageHistory: [] },
      })
      const downstream = text(output['conversationId']) ?? ''
      await api.updateConversation({ id: downstream, tags: { upstream } })
      await put(downstream, kind === 'location' ? 'text' : kind, { ...payload, userId }, id)
      return 'passed'
    } catch {
      // Nobody waits for nobody: said once, while the platform tells us again.
      await put(upstream, 'text', { text: DOWN }, `down:${id}`)
      return 'again'
    }
  }

  const toPerson = async ({ message, conversation, user }: Event, id: string): Promise<Forwarded> => {
    const upstream = text(record(conversation['tags'])?.['upstream'])
    if (upstream === undefined) return 'again'
    const payload = record(message['payload']) ?? {}
    const name = text(user['name'])
    const words = text(payload['text'])
    // On the person's app everything comes from the same page: the name says that a human writes.
    const named =
      words !== undefined && name !== undefined && name !== DESK
        ? { ...payload, text: `${name}: ${words}` }
        : payload
    await put(upstream, text(message['type']) ?? 'text', named, id)
    return 'passed'
  }

  return async (body) => {
    const event = eventOf(body)
    const id = text(event?.message['id'])
    const integration = text(event?.conversation['integration'])
    const conversation = text(event?.conversation['id'])
    if (event === undefined || id === undefined || integration === undefined || conversation === undefined)
      return 'ignored'
    if (integration !== amin && !channels.has(integration)) return 'ignored'
    return inOrder(conversation, async () => {
      try {
        return await (integration === amin ? toPerson(event, id) : toAmin(event, id))
      } catch {
        return 'again'
      }
    })
  }
}
