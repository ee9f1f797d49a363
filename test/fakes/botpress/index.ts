import { startApi, type Api } from './api.ts'
import { headersOf, post, postByByte, type Answered, type Installed } from './operations.ts'
import { ENGLISH, makePerson, type FakePerson, type Line, type Texts } from './person.ts'
import { makeWorld, type Message, type World } from './world.ts'
import { plays } from '../../plays.ts'

export type FakeBot = {
  readonly id: string
  /** As its owner set the integration up. */
  readonly settings: Installed
  texts: Texts
  readonly person: (name: string) => FakePerson
  /** One operation, repeated until it is taken. */
  readonly deliver: (operation: string, body: unknown) => Promise<Answered>
  /** One operation, as it is; nobody repeats it. */
  readonly operation: (operation: string, body: unknown) => Promise<Answered>
  readonly headers: (operation: string) => Record<string, string>
  /** The next messages of people come letter by letter. */
  byByte: boolean
  /** The platform repeats what was not taken, until it is. */
  repeats: boolean
  /** Every call that was taken is made once more. */
  twice: boolean
  /** Of two messages that people write without waiting, the second is told first. */
  reorders: boolean
}

export type FakeBotpress = {
  readonly api: Api
  readonly world: World
  readonly token: string
  readonly integration: string
  /** Where the platform calls us. */
  url: string
  readonly bot: (id: string, key: string) => FakeBot
  readonly answers: number[]
  /** Bodies of those answers, which the platform shows to whoever runs the bot. */
  readonly said: string[]
  /** Bots without the plugin, by id: they are told of every message themselves. */
  readonly listeners: Map<string, (message: Message) => void>
  readonly stop: () => Promise<void>
}

const TOKEN = 'bp_iak_canaryTOKENcanaryTOKENcanary'
const INTEGRATION = 'integration-0001-amin'

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 20))

/** Botpress's Cloud with the HITL plugin: what it keeps, what it calls and what its people see. */
export const startFakeBotpress = async (): Promise<FakeBotpress> => {
  plays('botpress')
  const world = makeWorld()
  const bots = new Set<string>()
  const linked = new Map<string, Parameters<Line['link']>[1]>()
  const early = new Map<string, Message[]>()
  const answers: number[] = []
  const said: string[] = []
  const listeners: FakeBotpress['listeners'] = new Map()
  const api = await startApi({
    world,
    token: TOKEN,
    integration: INTEGRATION,
    bots,
    onMessage: (message) => {
      const listener = listeners.get(message.bot)
      if (listener !== undefined) return listener(message)
      const window = linked.get(message.conversationId)
      // Between the answer to `startHitl` and the plugin's own link it is kept.
      if (window === undefined)
        early.set(message.conversationId, [...(early.get(message.conversationId) ?? []), message])
      else window.hear(message)
    },
    onEvent: ({ type, payload }) => linked.get(String(payload['conversationId']))?.told(type, payload),
  })

  const fake: FakeBotpress = {
    api,
    world,
    token: TOKEN,
    integration: INTEGRATION,
    url: '',
    answers,
    said,
    listeners,
    bot: (id, key) => {
      bots.add(id)
      const settings: Installed = { bot: id, alias: 'amin', key, textsAreOurs: false }
      const headers = (operation: string): Record<string, string> =>
        headersOf(INTEGRATION, settings, operation)
      const once = async (operation: string, body: unknown): Promise<Answered> => {
        const send = bot.byByte ? postByByte : post
        const answered = await send(fake.url, headers(operation), JSON.stringify(body))
        answers.push(answered.status)
        said.push(answered.body)
        return answered
      }
      let held: (() => void) | undefined
      /** Resolves when it is a message's turn: the first of two waits until the second was taken. */
      const turn = async (): Promise<(() => void) | undefined> => {
        const first = held
        held = undefined
        if (first !== undefined) return first
        await new Promise<void>((resolve) => (held = resolve))
        return undefined
      }
      const operation: FakeBot['operation'] = async (name, body) => {
        const next = bot.reorders && name === 'message_created' ? await turn() : undefined
        try {
          return await taken(name, body)
        } finally {
          next?.()
        }
      }
      const taken: FakeBot['operation'] = async (name, body) => {
        if (!bot.repeats) return once(name, body)
        for (;;) {
          const answered = await once(name, body).catch(() => undefined)
          if (answered !== undefined && answered.status < 500 && answered.status !== 429) {
            if (bot.twice) await once(name, body).catch(() => undefined)
            return answered
          }
          await pause()
        }
      }
      const act: Line['act'] = async (type, input) => {
        const answered = await operation('action_triggered', { type, input })
        if (answered.status !== 200) throw new Error(`${type} ended in ${answered.status}`)
        return (JSON.parse(answered.body) as { readonly output: Readonly<Record<string, unknown>> }).output
      }
      const line: Line = {
        operation,
        act,
        nextId: world.nextId,
        nameOf: (user) => world.users.get(user)?.name,
        tagsOf: (conversation) => world.conversations.get(conversation)?.tags ?? {},
        link: (conversation, window) => {
          linked.set(conversation, window)
          queueMicrotask(() => {
            for (const message of early.get(conversation) ?? []) window.hear(message)
            early.delete(conversation)
          })
        },
        texts: () => bot.texts,
      }
      const bot: FakeBot = {
        id,
        settings,
        texts: ENGLISH,
        person: (name) => makePerson(name, line),
        operation: once,
        deliver: operation,
        headers,
        byByte: false,
        repeats: true,
        twice: false,
        reorders: false,
      }
      return bot
    },
    stop: api.stop,
  }
  return fake
}
