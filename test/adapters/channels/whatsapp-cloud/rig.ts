import { createSecretKey } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import Fastify from 'fastify'
import { makeHasher } from '../../../../adapters/crypto/hasher.ts'
import { deriveSecrets } from '../../../../adapters/crypto/secrets.ts'
import { openSealer } from '../../../../adapters/crypto/sealer.ts'
import { openLog } from '../../../../adapters/log/index.ts'
import { makeMemoryKeys } from '../../../../adapters/memory/keys.ts'
import { makeMemoryLog, type LogLine } from '../../../../adapters/memory/log.ts'
import type { AccountState } from '../../../../adapters/channels/whatsapp-cloud/account.ts'
import { openContacts, type Contacts } from '../../../../adapters/channels/whatsapp-cloud/contacts.ts'
import {
  openWhatsappCloud,
  type WhatsappCloud,
  type WhatsappCloudOptions,
} from '../../../../adapters/channels/whatsapp-cloud/index.ts'
import type { StatusReport } from '../../../../adapters/channels/whatsapp-cloud/status.ts'
import type { Inbound } from '../../../../core/base/message.ts'
import type { InboundSink } from '../../../../core/services/inbound/sink.ts'
import type { ChannelHealth } from '../../../../core/ports/channel.ts'
import type { Clock } from '../../../../core/ports/clock.ts'
import type { Log } from '../../../../core/ports/log.ts'
import { instant, ms } from '../../../../core/base/units.ts'
import {
  startFakeWhatsappCloud,
  type FakeOptions,
  type FakeWhatsappCloud,
} from '../../../fakes/whatsapp-cloud/index.ts'

/** A sink that keeps what counts once, and every try to put. */
type TestSink = InboundSink & {
  /** New items in order, by the natural key. */
  readonly items: Inbound[]
  /** Sizes of the batches that came, repeats included. */
  readonly puts: number[]
  /** Called before a put; throws where the store is to be down. */
  before: (items: readonly Inbound[]) => void | Promise<void>
}

const makeTestSink = (changed: () => void): TestSink => {
  const seen = new Set<string>()
  const sink: TestSink = {
    items: [],
    puts: [],
    before: () => {},
    put: async (items) => {
      await sink.before(items)
      sink.puts.push(items.length)
      for (const item of items) {
        const key = [item.chat, item.message, item.edit].join('|')
        if (seen.has(key)) continue
        seen.add(key)
        sink.items.push(item)
      }
      changed()
    },
  }
  return sink
}

export type Rig = {
  readonly fake: FakeWhatsappCloud
  readonly cloud: WhatsappCloud
  readonly contacts: Contacts
  readonly sink: TestSink
  readonly clock: Clock
  readonly lines: readonly LogLine[]
  /** The same lines as they would be written, at the lowest level. */
  readonly output: () => string
  readonly healths: readonly ChannelHealth[]
  readonly accounts: readonly AccountState[]
  readonly reports: readonly StatusReport[]
  readonly reachable: readonly string[]
  /** Where Meta calls. */
  readonly url: string
  readonly until: (condition: () => boolean, what?: string) => Promise<void>
  /** Everything that happened is told. */
  readonly settled: () => Promise<void>
  readonly stop: () => Promise<void>
}

export const VERIFY_TOKEN = 'our-own-choice'

/** No test waits for a clock: every wait of the channel is a few milliseconds. */
const QUICK = {
  call: ms(5000),
  downloadIdle: ms(200),
  look: ms(60_000),
  pace: { first: ms(2), most: ms(10) },
}

export const makeSeals = async () => {
  const masterKey = createSecretKey(Buffer.alloc(32, 5))
  return {
    hasher: makeHasher(deriveSecrets(masterKey)),
    sealer: await openSealer({ masterKey, keys: makeMemoryKeys() }),
  }
}

const both = (a: Log, b: Log): Log => {
  const at =
    (level: keyof Log): Log['info'] =>
    (message, fields) => {
      a[level](message, fields)
      b[level](message, fields)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

export const makeRig = async (
  options: Partial<WhatsappCloudOptions> & { readonly contactFile?: string } = {},
  fakeOptions: FakeOptions = {},
): Promise<Rig> => {
  const fake = await startFakeWhatsappCloud(fakeOptions)
  const { changed } = fake.world
  const kept = makeMemoryLog()
  const written: string[] = []
  const destination = new Writable({
    write: (chunk, _encoding, done) => (written.push(String(chunk)), done()),
  })
  const log = both(kept, openLog({ level: 'trace', destination }))
  const clock: Clock = { now: () => instant(fake.clock.now()) }
  const sink = makeTestSink(changed)
  const healths: ChannelHealth[] = []
  const accounts: AccountState[] = []
  const reports: StatusReport[] = []
  const reachable: string[] = []
  const { contactFile = ':memory:', ...given } = options
  const contacts = openContacts({ file: contactFile, account: fake.phoneId, ...(await makeSeals()) })
  const cloud = openWhatsappCloud({
    phoneId: fake.phoneId,
    token: fake.token,
    appSecret: fake.appSecret,
    verifyToken: VERIFY_TOKEN,
    apiRoot: fake.apiRoot,
    version: 'v26.0',
    template: { name: 'continue', language: 'en' },
    contacts,
    sink,
    clock,
    log,
    onStatus: async (report) => {
      reports.push(report)
      changed()
    },
    onReachable: async (chat) => void reachable.push(chat),
    onAccount: (account) => {
      accounts.push(account)
      changed()
    },
    ...given,
    onHealth: (health) => {
      healths.push(health)
      given.onHealth?.(health)
      changed()
    },
    timing: { ...QUICK, ...given.timing },
  })
  const app = Fastify()
  await app.register(cloud.routes, { prefix: '/whatsapp' })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/whatsapp`
  fake.hook.point(url)
  return {
    fake,
    cloud,
    contacts,
    sink,
    clock,
    lines: kept.lines,
    output: () => written.join(''),
    healths,
    accounts,
    reports,
    reachable,
    url,
    until: (condition, what) => fake.until(condition, what, 20_000),
    settled: () => fake.until(() => fake.hook.waiting() === 0, 'webhooks', 20_000),
    stop: async () => {
      fake.hook.stop()
      await cloud.stop()
      await app.close()
      contacts.end()
      await fake.stop()
    },
  }
}
