import { makeMemoryChannel } from '../../adapters/memory/channel.ts'
import { makeMemoryExaminer } from '../../adapters/memory/examiner.ts'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import type { Config } from '../../bots/config.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import type { Operator } from '../../bots/operator.ts'
import { makeExamination } from '../../core/services/evidence/examine.ts'
import { makeIntake } from '../../core/services/evidence/intake.ts'
import type { CaseCode, CaseId } from '../../core/base/ids.ts'
import type { Inbound, InboundBody } from '../../core/base/message.ts'
import { makeReceiver } from '../../core/services/inbound/receive.ts'
import { makeReplier } from '../../core/services/inbound/reply.ts'
import { makeInboundSink } from '../../core/services/inbound/sink.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import type { Images } from '../../core/ports/images.ts'
import type { Clock } from '../../core/ports/clock.ts'
import { after, bytes, hours, seconds, type Ms } from '../../core/base/units.ts'

/**
 * Whoever looks at pictures here sees one in everything: so there are previews, which no codec has
 * to make.
 */
const PICTURES: Images = {
  preview: async (content) => ({
    status: 'made',
    bytes: Uint8Array.from(content.slice(0, 40)),
    mime: 'image/webp',
    width: 4,
    height: 4,
    tool: 'test 1',
  }),
  view: async () => ({ status: 'none', why: 'unsupported' }),
  detect: async () => 'image/png',
  fingerprint: async () => ({ status: 'none', why: 'unsupported' }),
  clean: async () => ({ status: 'none', why: 'unsupported' }),
  close: async () => {},
}

export type Filled = { readonly code: CaseCode; readonly caseId: CaseId }[]

/** Moves a real store by hand: what people send is received, sealed and looked at before a call returns. */
export const openHands = (foundation: Foundation) => {
  const channel = makeMemoryChannel({ clock: foundation.ports.clock })
  let ahead = 0
  const own: Clock = { now: () => (foundation.ports.clock.now() + ahead) as ReturnType<Clock['now']> }
  const ports = {
    ...foundation.ports,
    clock: own,
    images: PICTURES,
    examiner: makeMemoryExaminer(),
    channel: () => channel,
  }
  const { store, clock } = ports
  const receiver = makeReceiver(ports, foundation.casebook)
  const intake = makeIntake(ports, foundation.casebook)
  const examination = makeExamination(ports, foundation.casebook)
  const reply = makeReplier(ports, foundation.casebook)
  const sink = makeInboundSink({ ...ports, inbox: store.inbox })
  const claim = () => ({ owner: 'hands', now: clock.now(), until: after(clock.now(), hours(1)) })
  let count = 0

  const receiveAll = async (): Promise<void> => {
    for (;;) {
      const chats = await store.inbox.claim(claim(), { chats: 10, perChat: 20 })
      if (chats.length === 0) return
      for (const { chatKey, rows } of chats) {
        for (const row of rows) await receiver.receive(row)
        await store.inbox.release([chatKey], 'hands')
      }
    }
  }
  /** Does what is due once; timers are left to ring later. */
  const work = async (): Promise<number> => {
    const jobs = await store.jobs.claim(claim(), 50)
    for (const job of jobs) {
      if (job.kind === 'fetch') await intake.fetch(job)
      else if (job.kind === 'preview') await intake.preview(job)
      else if (job.kind === 'examine') await examination.examine(job)
      else if (job.kind === 'reply') await reply(job)
      else await store.jobs.finish(job.id)
    }
    return jobs.length
  }
  const sends = async (chat: string, body: InboundBody): Promise<void> => {
    count += 1
    const item: Inbound = {
      v: 1,
      channel: 'telegram',
      account: 'bot',
      chat,
      message: `m${count}`,
      edit: 0,
      sentAt: clock.now(),
      from: { language: 'en' },
      body,
    }
    await sink.put([item])
    await receiveAll()
  }
  const says = (chat: string, text: string) => sends(chat, { kind: 'text', text: untrusted(text) })
  const offers = async (chat: string, file: Uint8Array): Promise<void> => {
    const ref = `f${count}`
    channel.files.set(ref, file)
    await sends(chat, {
      kind: 'media',
      media: { kind: 'document', capture: 'as_sent', ref, size: bytes(file.length) },
    })
  }
  const reachStory = async (chat: string): Promise<void> => {
    for (const text of ['hello', 'continue', 'I am 22']) await says(chat, text)
    // The age is heard when nothing follows it for a while.
    ahead += seconds(5)
    await work()
  }
  return {
    ...foundation,
    channel,
    says,
    offers,
    work,
    reachStory,
    sends,
    /** Lets time pass for whoever works here; what is written down keeps the time of the machine. */
    advance: (by: Ms): void => void (ahead += by),
  }
}

/** A store in `config.dataDir` with so many people, each with a story and files. Closed again. */
export const fillStore = async (
  config: Config,
  people: number,
  files: readonly number[],
  operator?: Operator,
): Promise<Filled> => {
  const foundation = await openFoundation(config, makeMemoryLog(), operator)
  try {
    const hands = openHands(foundation)
    for (let n = 1; n <= people; n += 1) {
      await hands.reachStory(`c${n}`)
      await hands.says(`c${n}`, `A man I met online has my photos and wants money, he said so ${n} times`)
      // The story is over when nothing follows for a while.
      hands.advance(seconds(5))
      await hands.work()
      for (const size of files)
        await hands.offers(
          `c${n}`,
          Uint8Array.from({ length: size }, (_, i) => (i * n) & 0xff),
        )
      while ((await hands.work()) > 0);
    }
    const { rows } = await foundation.ports.store.views.list({}, { limit: 200 })
    return rows.map(({ code, caseId }) => ({ code, caseId }))
  } finally {
    await foundation.close()
  }
}
