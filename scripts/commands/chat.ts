import { createSecretKey, randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { makeHasher } from '../../adapters/crypto/hasher.ts'
import { makePins } from '../../adapters/crypto/pins.ts'
import { makeRandom } from '../../adapters/crypto/random.ts'
import { makeSealer } from '../../adapters/crypto/sealer.ts'
import { deriveSecrets } from '../../adapters/crypto/secrets.ts'
import { makeMemoryKeys } from '../../adapters/memory/keys.ts'
import { makeMemoryVault } from '../../adapters/memory/vault.ts'
import { makeMemoryStore } from '../../adapters/memory/store.ts'
import { makeClock } from '../../adapters/system/clock.ts'
import { content } from '../../bots/content.ts'
import { openTexts } from '../../bots/texts.ts'
import { eraseForPerson } from '../../core/services/access/farewell.ts'
import { isErased, makeCasebook, outboxContext, type Envelope } from '../../core/services/casebook/casebook.ts'
import { makeReceiver } from '../../core/services/inbound/receive.ts'
import { makeReplier } from '../../core/services/inbound/reply.ts'
import { makeInboundSink } from '../../core/services/inbound/sink.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { LANGUAGES, type Language } from '../../core/base/language.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Sealer } from '../../core/ports/sealer.ts'
import type { OutboxRow } from '../../core/ports/store/outbox.ts'
import { after, instant, mebibytes, seconds } from '../../core/base/units.ts'
import { WRONG_USE, type Run } from './command.ts'

const OWNER = 'chat'
const NEVER = instant(Number.MAX_SAFE_INTEGER)

/** What is said last of an erased case is sealed without its key, which is gone. */
const openRow = async (sealer: Sealer, { id, caseId, sealed }: OutboxRow): Promise<Envelope> => {
  try {
    return (await sealer.forCase(caseId)).open(outboxContext(id), sealed) as Envelope
  } catch (error) {
    if (!isErased(error)) throw error
    return sealer.transit.open(outboxContext(id), sealed) as Envelope
  }
}

/** The bot over a store that lives in memory and ends with the program. */
const openTalk = async (language: Language, log: Log) => {
  const secrets = deriveSecrets(createSecretKey(randomBytes(32)))
  const hasher = makeHasher(secrets)
  const ports = {
    store: makeMemoryStore(),
    sealer: makeSealer(secrets, makeMemoryKeys()),
    hasher,
    clock: makeClock(),
    random: makeRandom(),
    phrases: openTexts(),
    log,
    ...content,
    emergency: () => undefined,
    pins: makePins(secrets),
    official: () => undefined,
    vault: makeMemoryVault((data) => hasher.sha256(data)),
    channel: () => undefined,
    capabilities: () => ({
      buttons: false,
      maxButtons: 0,
      maxText: 100_000,
      maxDownload: mebibytes(0),
      takesBack: 'nothing' as const,
      app: 'webchat' as const,
    }),
  }
  const casebook = makeCasebook(ports)
  const receiver = makeReceiver(ports, casebook)
  const sink = makeInboundSink({ ...ports, inbox: ports.store.inbox })
  /** A line of the terminal is all that comes: nobody waits here for the quiet after it. */
  const later: Clock = { now: () => after(ports.clock.now(), seconds(30)) }
  const reply = makeReplier({ ...ports, clock: later }, casebook)
  let messages = 0

  return async (text: string): Promise<readonly string[]> => {
    messages += 1
    const body = text === '/start' ? ({ kind: 'start' } as const) : ({ kind: 'text', text: untrusted(text) } as const)
    const now = ports.clock.now()
    await sink.put([
      {
        v: 1,
        channel: 'webchat',
        account: 'terminal',
        chat: 'terminal',
        message: String(messages),
        edit: 0,
        sentAt: now,
        from: { language },
        body,
      },
    ])
    const claim = { owner: OWNER, now, until: NEVER }
    for (const { chatKey, rows } of await ports.store.inbox.claim(claim, { chats: 1, perChat: 10 })) {
      for (const row of rows) await receiver.receive(row)
      await ports.store.inbox.release([chatKey], OWNER)
    }
    // Of all that is done later only erasing, and the answer to free words, are something the person waits for.
    for (const job of await ports.store.jobs.claim({ owner: OWNER, now: later.now(), until: NEVER }, 100))
      if (job.kind === 'erase') await eraseForPerson(ports, casebook, job)
      else if (job.kind === 'reply') await reply(job)
    const said: string[] = []
    for (;;) {
      const rows = await ports.store.outbox.claim(
        { owner: OWNER, now: after(now, seconds(1)), until: NEVER },
        { channel: 'webchat', account: 'terminal', limit: 1 },
      )
      if (rows.length === 0) return said
      for (const row of rows) {
        const { content } = await openRow(ports.sealer, row)
        if (content.kind === 'text') said.push(content.text)
        await ports.store.outbox.settle([{ id: row.id, status: 'sent' }], now)
      }
    }
  }
}

/** Talk to the bot in the terminal: what a person would read, in the form a channel without buttons gets. Nothing is kept. */
export const chat: Run = async ({ log, text, say, print }) => {
  const language = LANGUAGES.find((known) => known === (text('lang') ?? 'ar'))
  if (language === undefined) {
    say('amin chat: --lang is ar, ckb or en')
    return WRONG_USE
  }
  const talk = await openTalk(language, log)
  for (const line of await talk('/start')) print(`${line}\n`)
  const input = createInterface({ input: process.stdin, terminal: false })
  for await (const line of input) {
    if (line.trim() === '') continue
    for (const answer of await talk(line)) print(`${answer}\n`)
  }
  return 0
}
