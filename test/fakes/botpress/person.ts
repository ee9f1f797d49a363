import type { Answered } from './operations.ts'
import type { Message } from './world.ts'

/** A line of the person's window, whoever wrote it. */
export type Shown = {
  readonly from: 'person' | 'bot' | 'agent' | 'plugin'
  readonly text: string
  readonly name?: string
}

/** One side of a message as the plugin hands it over. */
export type Said = {
  readonly from: 'person' | 'bot'
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** What the owner of a bot wrote in place of the plugin's English texts; `NULL` is not shown. */
export type Texts = {
  readonly handoff: string
  readonly assigned: string
  readonly stopped: string
  readonly cancelled: string
}

export const ENGLISH: Texts = {
  handoff: 'I have escalated this conversation to a human agent. They should be with you shortly.',
  assigned: 'A human agent has joined the conversation.',
  stopped: 'The human agent closed the conversation. I will continue assisting you.',
  cancelled: '( The user has ended the session. )',
}

/** The six kinds that go both ways. */
const PASSED: ReadonlySet<string> = new Set(['text', 'image', 'audio', 'video', 'file', 'bloc'])
const textOf = (payload: Readonly<Record<string, unknown>>): string | undefined =>
  typeof payload['text'] === 'string' ? payload['text'] : undefined

/** One page of what was said before. */
const PAGE = 20

export type Line = {
  readonly operation: (operation: string, body: unknown) => Promise<Answered>
  readonly act: (type: string, input: unknown) => Promise<Readonly<Record<string, unknown>>>
  readonly nextId: (kind: string) => string
  readonly nameOf: (user: string) => string | undefined
  readonly tagsOf: (conversation: string) => Readonly<Record<string, string>>
  /** Tells the plugin which conversation is whose. */
  readonly link: (
    conversation: string,
    to: {
      readonly hear: (message: Message) => void
      readonly told: (type: string, payload: Message['payload']) => void
    },
  ) => void
  readonly texts: () => Texts
}

/** A person in the window of a bot, and the plugin's state about them. */
export type FakePerson = ReturnType<typeof makePerson>

export const makePerson = (name: string, line: Line) => {
  const upstream = line.nextId('user')
  const said: Said[] = []
  const screen: Shown[] = []
  /** What the platform swallowed without a word: written into a session that is over. */
  const swallowed: Message[] = []
  let downstream: string | undefined
  let conversation: string | undefined
  let active = false
  let agent: string | undefined

  const show = (from: Shown['from'], text: string, who?: string): void => {
    if (text !== 'NULL') screen.push({ from, text, ...(who === undefined ? {} : { name: who }) })
  }
  const join = (user: string): void => {
    agent = user
    show('plugin', line.texts().assigned)
  }
  const hear = (message: Message): void => {
    if (!active) return void swallowed.push(message)
    // The first word from there is taken for somebody who came.
    if (agent === undefined) join(message.userId)
    show('agent', textOf(message.payload) ?? '', line.nameOf(message.userId))
  }
  const told = (type: string, payload: Message['payload']): void => {
    if (!active) return
    if (type === 'hitlAssigned') join(String(payload['userId']))
    if (type === 'hitlStopped') {
      active = false
      agent = undefined
      show('plugin', line.texts().stopped)
    }
  }

  const history = () =>
    said.slice(-PAGE).map(({ from, type, payload }) => ({
      source: from === 'person' ? { type: 'user', userId: downstream } : { type: 'bot' },
      type,
      payload,
    }))

  const created = (type: string, payload: Readonly<Record<string, unknown>>, id: string) => ({
    type,
    payload,
    conversation: { id: conversation, channel: 'hitl', tags: line.tagsOf(conversation ?? '') },
    message: { id, createdAt: new Date().toISOString(), tags: {} },
    user: { id: 'the_bot_itself', tags: {} },
  })

  const sends = async (
    type: string,
    payload: Readonly<Record<string, unknown>>,
    id = line.nextId('msg'),
  ): Promise<Answered | undefined> => {
    said.push({ from: 'person', type, payload })
    show('person', textOf(payload) ?? type)
    if (!active || conversation === undefined) return undefined
    if (!PASSED.has(type)) return undefined
    return line.operation('message_created', created(type, { ...payload, userId: downstream }, id))
  }

  return {
    name,
    screen,
    swallowed,
    said,
    isActive: (): boolean => active,
    conversation: (): string | undefined => conversation,
    user: (): string | undefined => downstream,
    says: (text: string, id?: string) => sends('text', { text }, id),
    sends,
    /** What the other bot says to them. */
    botSays: (text: string): void => {
      said.push({ from: 'bot', type: 'text', payload: { text } })
      show('bot', text)
    },
    /** A notice of the plugin's in the conversation that it shares with us: it names nobody. */
    notice: (text: string) =>
      line.operation('message_created', created('text', { text }, line.nextId('msg'))),
    /** The plugin hands the person over: its text first, then the user, once, then the session. */
    handOver: async (title = 'Blackmail'): Promise<void> => {
      show('plugin', line.texts().handoff)
      downstream ??= String(
        (await line.act('createUser', { name, email: `${upstream}@bot.botpress.invalid` }))['userId'],
      )
      const started = await line.act('startHitl', { userId: downstream, title, messageHistory: history() })
      conversation = String(started['conversationId'])
      line.link(conversation, { hear, told })
      active = true
      agent = undefined
    },
    /** The person types the word that ends it, or it ends by time. */
    leaves: async (): Promise<void> => {
      await line.operation(
        'message_created',
        created('text', { text: line.texts().cancelled }, line.nextId('msg')),
      )
      active = false
      agent = undefined
      await line.act('stopHitl', { conversationId: conversation })
    },
  }
}
