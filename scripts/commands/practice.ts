import { createSecretKey, randomBytes } from 'node:crypto'
import { openExaminer } from '../../adapters/examination/index.ts'
import { makeHasher } from '../../adapters/crypto/hasher.ts'
import { makePins } from '../../adapters/crypto/pins.ts'
import { makeRandom } from '../../adapters/crypto/random.ts'
import { makeSealer } from '../../adapters/crypto/sealer.ts'
import { deriveSecrets } from '../../adapters/crypto/secrets.ts'
import { openImages } from '../../adapters/imaging/index.ts'
import { makeMemoryChannel } from '../../adapters/memory/channel.ts'
import { makeMemoryClock } from '../../adapters/memory/clock.ts'
import { makeMemoryKeys } from '../../adapters/memory/keys.ts'
import { makeMemoryStore } from '../../adapters/memory/store.ts'
import { makeMemoryVault } from '../../adapters/memory/vault.ts'
import { makeClock } from '../../adapters/system/clock.ts'
import { WEBCHAT_CAPABILITIES } from '../../adapters/channels/webchat/limits.ts'
import { content } from '../../bots/content.ts'
import { makeJobs } from '../../bots/jobs.ts'
import { openTexts } from '../../bots/texts.ts'
import type { CaseId } from '../../core/base/ids.ts'
import type { InboundBody, MediaKind } from '../../core/base/message.ts'
import { after, bytes, seconds } from '../../core/base/units.ts'
import { chatKeyOf } from '../../core/model/chat-key.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Store } from '../../core/ports/store/store.ts'
import { makeCasebook, type Casebook } from '../../core/services/casebook/casebook.ts'
import { makeReceiver } from '../../core/services/inbound/receive.ts'
import { makeInboundSink } from '../../core/services/inbound/sink.ts'
import type { Hasher } from '../../core/ports/hasher.ts'

const OWNER = 'practice'
const ACCOUNT = { channel: 'webchat', account: 'practice' } as const
const CLAIM = seconds(3_600)
/** Words are answered when no more of them come, and what a message sets going is done by then. */
const SETTLES = seconds(60)

/**
 * A whole instance that ends with the program: everything sealed as it is in service, in memory instead of on
 * a disk. Its clock moves only by what is done here.
 */
export type Practice = {
  readonly hasher: Hasher
  readonly casebook: Casebook
  readonly store: Store
  /** One thing that the person of a chat does, and all that follows from it within a minute. */
  readonly does: (chat: string, body: InboundBody) => Promise<void>
  readonly sends: (chat: string, kind: MediaKind, file: Uint8Array) => Promise<void>
  readonly caseOf: (chat: string) => Promise<CaseId | undefined>
  readonly close: () => Promise<void>
}

export const openPractice = (log: Log): Practice => {
  const secrets = deriveSecrets(createSecretKey(randomBytes(32)))
  const hasher = makeHasher(secrets)
  const clock = makeMemoryClock(makeClock().now())
  const channel = makeMemoryChannel({ clock, name: ACCOUNT.channel, account: ACCOUNT.account })
  const images = openImages({ log })
  const examiner = openExaminer({ log })
  const ports = {
    store: makeMemoryStore(),
    sealer: makeSealer(secrets, makeMemoryKeys()),
    hasher,
    clock,
    random: makeRandom(),
    phrases: openTexts(),
    log,
    ...content,
    emergency: () => undefined,
    pins: makePins(secrets),
    official: () => undefined,
    vault: makeMemoryVault((data) => hasher.sha256(data)),
    images,
    examiner,
    channel: () => channel,
    capabilities: () => WEBCHAT_CAPABILITIES,
  }
  const { store } = ports
  const casebook = makeCasebook(ports)
  const receiver = makeReceiver(ports, casebook)
  const sink = makeInboundSink({ ...ports, inbox: store.inbox })
  const work = makeJobs(ports, casebook)
  let messages = 0

  const claim = () => ({ owner: OWNER, now: clock.now(), until: after(clock.now(), CLAIM) })

  const settle = async (): Promise<void> => {
    const end = after(clock.now(), SETTLES)
    for (;;) {
      const due = await store.jobs.nextDue()
      if (due === undefined || due > end) break
      if (due > clock.now()) clock.set(due)
      const [job] = await store.jobs.claim(claim(), 1)
      if (job === undefined) break
      await work(job)
    }
    clock.set(end)
  }

  const does = async (chat: string, body: InboundBody): Promise<void> => {
    messages += 1
    const item = {
      v: 1,
      ...ACCOUNT,
      chat,
      message: String(messages),
      edit: 0,
      sentAt: clock.now(),
      from: { language: 'en' },
      body,
    } as const
    await sink.put([item])
    for (const { chatKey, rows } of await store.inbox.claim(claim(), { chats: 1, perChat: 10 })) {
      for (const row of rows) await receiver.receive(row)
      await store.inbox.release([chatKey], OWNER)
    }
    await settle()
  }

  return {
    hasher,
    casebook,
    store,
    does,
    sends: async (chat, kind, file) => {
      const ref = `file-${messages + 1}`
      channel.files.set(ref, file)
      await does(chat, { kind: 'media', media: { kind, capture: 'as_sent', ref, size: bytes(file.length) } })
      channel.files.delete(ref)
    },
    caseOf: (chat) => store.chats.find(chatKeyOf(hasher, { ...ACCOUNT, chat })),
    close: async () => {
      await images.close()
      await examiner.close()
    },
  }
}
