import { createSecretKey, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { makeHasher } from '../../adapters/crypto/hasher.ts'
import { makePins } from '../../adapters/crypto/pins.ts'
import { makeRandom } from '../../adapters/crypto/random.ts'
import { makeSealer } from '../../adapters/crypto/sealer.ts'
import { deriveSecrets } from '../../adapters/crypto/secrets.ts'
import { openImages } from '../../adapters/imaging/index.ts'
import { makeMemoryChannel } from '../../adapters/memory/channel.ts'
import { makeMemoryClock } from '../../adapters/memory/clock.ts'
import { makeMemoryExaminer } from '../../adapters/memory/examiner.ts'
import { makeMemoryKeys } from '../../adapters/memory/keys.ts'
import { makeMemoryStore } from '../../adapters/memory/store.ts'
import { makeMemoryVault } from '../../adapters/memory/vault.ts'
import { makeClock } from '../../adapters/system/clock.ts'
import { content } from '../../bots/content.ts'
import { makeJobs } from '../../bots/jobs.ts'
import { openTexts } from '../../bots/texts.ts'
import type { CaseCode, CaseId } from '../../core/base/ids.ts'
import type { Language } from '../../core/base/language.ts'
import type { InboundBody, MediaKind } from '../../core/base/message.ts'
import { after, bytes, seconds, type Instant, type Ms } from '../../core/base/units.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { chatKeyOf } from '../../core/model/chat-key.ts'
import type { CaseEvent } from '../../core/model/events.ts'
import type { CaseState } from '../../core/model/state.ts'
import type { Button, Capabilities } from '../../core/ports/channel.ts'
import type { Log } from '../../core/ports/log.ts'
import { isErased, makeCasebook } from '../../core/services/casebook/casebook.ts'
import { makeDeliverer } from '../../core/services/delivery/deliver.ts'
import type { Desk } from '../../core/services/desk/desk.ts'
import { makeDesk } from '../../core/services/desk/make-desk.ts'
import { makeReceiver } from '../../core/services/inbound/receive.ts'
import { makeInboundSink } from '../../core/services/inbound/sink.ts'

const OWNER = 'chat'
/** What stays where is said by channel: a conversation as on WhatsApp is one of that channel. */
const chatOn = ({ app }: Capabilities) =>
  ({
    channel: app === 'whatsapp-cloud' ? 'whatsapp' : app === 'phone' ? 'webchat' : app,
    account: 'terminal',
    chat: 'terminal',
  }) as const
/** A claim outlives whatever the clock is moved by while it is held. */
const CLAIM = seconds(3_600)

/**
 * What the person was told, and when, with the buttons under it. `message`: its name on the
 * platform. `alias`: the agent who says it. `place`: what the app's own key that sends a place says.
 */
export type Said = {
  readonly at: Instant
  readonly text: string
  readonly buttons: readonly Button[]
  readonly message: string
  readonly alias?: string
  readonly place?: string
}

/**
 * A conversation with the bot over parts that live in memory and end with the program. Its clock
 * moves only by what is called here.
 */
export type Talk = {
  readonly now: () => Instant
  /**
   * One thing the person does. What is said at once; words are often answered only when no more of
   * them come (`pass`).
   */
  readonly send: (body: InboundBody) => Promise<readonly Said[]>
  readonly sendFile: (path: string) => Promise<readonly Said[]>
  /** Lets time pass, and does all that falls due in it, each at its own moment. */
  readonly pass: (by: Ms) => Promise<readonly Said[]>
  /** Nothing where there is no case: before the first message, or after it was erased. */
  readonly state: () => Promise<CaseState | undefined>
  /** Messages of either side that were taken out of the chat, as far as its channel can. */
  readonly takenBack: () => ReadonlySet<string>
  /** The name of what the person did last, on the platform. */
  readonly lastMessage: () => string
  /** What the team does of this case; what it makes the bot say is said by `pass`. */
  readonly desk: Desk
  readonly code: () => Promise<CaseCode | undefined>
  /** What is written down of the case so far; nothing where it was erased. */
  readonly events: () => Promise<readonly CaseEvent[]>
  readonly close: () => Promise<void>
}

const KINDS: Readonly<Record<string, MediaKind>> = {
  '.jpg': 'photo',
  '.jpeg': 'photo',
  '.png': 'photo',
  '.webp': 'photo',
  '.mp4': 'video',
  '.mov': 'video',
  '.gif': 'animation',
  '.ogg': 'voice',
  '.opus': 'voice',
  '.mp3': 'audio',
  '.m4a': 'audio',
}

export const openTalk = (language: Language, capabilities: Capabilities, log: Log): Talk => {
  const chat = chatOn(capabilities)
  const secrets = deriveSecrets(createSecretKey(randomBytes(32)))
  const hasher = makeHasher(secrets)
  const clock = makeMemoryClock(makeClock().now())
  const channel = { ...makeMemoryChannel({ clock, name: chat.channel, account: chat.account }), capabilities }
  const images = openImages({ log })
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
    examiner: makeMemoryExaminer(),
    channel: () => channel,
    capabilities: () => capabilities,
  }
  const { store } = ports
  const casebook = makeCasebook(ports)
  const receiver = makeReceiver(ports, casebook)
  const sink = makeInboundSink({ ...ports, inbox: store.inbox })
  const work = makeJobs(ports, casebook)
  const deliverer = makeDeliverer(ports, casebook)
  let messages = 0

  const claim = () => ({ owner: OWNER, now: clock.now(), until: after(clock.now(), CLAIM) })

  const takeSaid = async (): Promise<readonly Said[]> => {
    const before = channel.sent.length
    for (;;) {
      const [row] = await store.outbox.claim(claim(), {
        channel: chat.channel,
        account: chat.account,
        limit: 1,
      })
      if (row === undefined) break
      const { settlement } = await deliverer.deliver(channel, row)
      await store.outbox.settle([{ id: row.id, ...settlement }], clock.now())
    }
    return channel.sent.slice(before).flatMap(({ content, message, at }) =>
      content.kind === 'text' && message !== undefined
        ? [
            {
              at,
              text: content.text,
              buttons: content.buttons ?? [],
              message,
              ...(content.alias === undefined ? {} : { alias: content.alias }),
              ...(content.place === undefined ? {} : { place: content.place }),
            },
          ]
        : [],
    )
  }

  const pass = async (by: Ms): Promise<readonly Said[]> => {
    const end = after(clock.now(), by)
    const said: Said[] = []
    for (;;) {
      const due = await store.jobs.nextDue()
      if (due === undefined || due > end) break
      if (due > clock.now()) clock.set(due)
      const [job] = await store.jobs.claim(claim(), 1)
      if (job === undefined) break
      await work(job)
      said.push(...(await takeSaid()))
    }
    clock.set(end)
    return [...said, ...(await takeSaid())]
  }

  const send = async (body: InboundBody): Promise<readonly Said[]> => {
    messages += 1
    const said = await pass(seconds(1))
    await sink.put([
      { v: 1, ...chat, message: String(messages), edit: 0, sentAt: clock.now(), from: { language }, body },
    ])
    for (const { chatKey, rows } of await store.inbox.claim(claim(), { chats: 1, perChat: 10 })) {
      for (const row of rows) await receiver.receive(row)
      await store.inbox.release([chatKey], OWNER)
    }
    return [...said, ...(await takeSaid())]
  }

  const look = async <T>(read: (caseId: CaseId) => Promise<T>, without: T): Promise<T> => {
    const caseId = await store.chats.find(chatKeyOf(hasher, chat))
    try {
      return caseId === undefined ? without : await read(caseId)
    } catch (error) {
      if (isErased(error)) return without
      throw error
    }
  }

  return {
    now: clock.now,
    send,
    pass,
    sendFile: async (path) => {
      const data = await readFile(path)
      const ref = `file-${messages + 1}`
      channel.files.set(ref, data)
      const kind = KINDS[extname(path).toLowerCase()] ?? 'document'
      const media = {
        kind,
        capture: 'as_sent',
        ref,
        fileName: untrusted(basename(path)),
        size: bytes(data.length),
      } as const
      return send({ kind: 'media', media })
    },
    state: () => look((caseId) => casebook.load(caseId), undefined),
    takenBack: () =>
      new Set(channel.sent.flatMap(({ content }) => (content.kind === 'wipe' ? content.messages : []))),
    lastMessage: () => String(messages),
    desk: makeDesk(ports, casebook),
    code: () => look(async (caseId) => (await store.views.byId(caseId))?.code, undefined),
    events: () => look(async (caseId) => (await casebook.read(caseId)).events.flat(), []),
    close: images.close,
  }
}
