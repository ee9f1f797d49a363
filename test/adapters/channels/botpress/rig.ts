import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import {
  openBotpress,
  type Botpress,
  type BotpressOptions,
} from '../../../../adapters/channels/botpress/index.ts'
import { makeMemoryLog, type LogLine } from '../../../../adapters/memory/log.ts'
import { makeRandom } from '../../../../adapters/crypto/random.ts'
import type { OutboxId } from '../../../../core/base/ids.ts'
import type { Inbound } from '../../../../core/base/message.ts'
import type { OutboundContent, SendOutcome } from '../../../../core/ports/channel.ts'
import { instant } from '../../../../core/base/units.ts'
import { createHash } from 'node:crypto'
import { startFakeBotpress, type FakeBot, type FakeBotpress } from '../../../fakes/botpress/index.ts'

export const KEY = 'amin_canaryKEYcanaryKEYcanary'
export const PATH_KEY = randomBytes(32).toString('base64url')

export type Rig = {
  readonly fake: FakeBotpress
  readonly botpress: Botpress
  readonly bot: FakeBot
  /** New items in order, by the natural key. */
  readonly items: Inbound[]
  readonly puts: number[]
  /** Called before a put; throws where the store is to be down. */
  before: () => void
  readonly keys: Set<string>
  readonly lines: readonly LogLine[]
  /** Where Botpress calls, without the secret part. */
  readonly base: string
  readonly send: (item: Pick<Inbound, 'chat'>, content: OutboundContent, row: string) => Promise<SendOutcome>
  readonly stop: () => Promise<void>
}

export const hasherOf = {
  sha256: (value: string | Uint8Array) => createHash('sha256').update(value).digest('hex'),
} as BotpressOptions['hasher']

/** The real channel behind the real routes, and the platform beside it. */
export const openRig = async (options: Partial<BotpressOptions> = {}): Promise<Rig> => {
  const fake = await startFakeBotpress()
  const log = makeMemoryLog()
  const clock = { now: () => instant(Date.now()) }
  const items: Inbound[] = []
  const puts: number[] = []
  const seen = new Set<string>()
  const keys = new Set([KEY])
  const botpress = await openBotpress({
    integration: fake.integration,
    token: fake.token,
    pathKey: PATH_KEY,
    apiRoot: fake.api.root,
    fileHosts: [],
    links: { webchat: 'https://amin.example.org/chat' },
    sink: {
      put: async (given) => {
        rig.before()
        puts.push(given.length)
        for (const item of given) {
          const key = [item.chat, item.message, item.edit].join('|')
          if (seen.has(key)) continue
          seen.add(key)
          items.push(item)
        }
      },
    },
    clock,
    hasher: hasherOf,
    random: makeRandom(),
    log,
    ...options,
  })
  const app = Fastify({ logger: false })
  await app.register(
    botpress.routes(async (key) => keys.has(key)),
    { prefix: '/botpress' },
  )
  await app.listen({ host: '127.0.0.1', port: 0 })
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/botpress`
  fake.url = `${base}/${PATH_KEY}`
  const rig: Rig = {
    fake,
    botpress,
    bot: fake.bot('bot-1', KEY),
    items,
    puts,
    before: () => undefined,
    keys,
    lines: log.lines,
    base,
    send: ({ chat }, content, row) =>
      botpress.channel.send(chat, content, undefined, { row: row as OutboxId }),
    stop: async () => {
      await botpress.stop()
      await app.close()
      await fake.stop()
    },
  }
  return rig
}
