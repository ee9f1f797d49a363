import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { makeMemoryLog } from '../../../../adapters/memory/log.ts'
import { openDiskVault } from '../../../../adapters/vault/index.ts'
import { WEBCHAT_CAPABILITIES } from '../../../../adapters/channels/webchat/limits.ts'
import { readConfig, type Config } from '../../../../bots/config.ts'
import { openFoundation } from '../../../../bots/foundation.ts'
import { eraseForPerson } from '../../../../core/services/access/farewell.ts'
import { makeDeliverer } from '../../../../core/services/delivery/deliver.ts'
import { makeIntake } from '../../../../core/services/evidence/intake.ts'
import { makeSpool } from '../../../../core/services/evidence/spool.ts'
import { makeReceiver } from '../../../../core/services/inbound/receive.ts'
import { makeInboundSink } from '../../../../core/services/inbound/sink.ts'
import type { Inbound, InboundBody } from '../../../../core/base/message.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import type { Channel } from '../../../../core/ports/channel.ts'
import type { NewInboxRow } from '../../../../core/ports/store/inbox.ts'
import { after, hours } from '../../../../core/base/units.ts'
import { agent } from '../../../build/stage.ts'

const CANARIES = {
  words: 'canarywordszzqx',
  edited: 'canaryeditedzzqx',
  name: 'Canarynamezzqx',
  handle: 'canary_handle_zzqx',
  number: '9647709988771',
  file: 'canaryfilezzqx',
  caption: 'canarycaptionzzqx',
  bytes: 'canarybyteszzqx',
  upload: 'canaryuploadzzqx',
  pin: 'kanarienvogel',
  agent: 'canaryagentzzqx',
  note: 'canarynotezzqx',
  chat: 'canarychatzzqx',
}

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((file) => statSync(file).isFile())

/** Names of the files in which any of these stands, in a form that somebody could read. */
const holding = (dir: string, needles: readonly Buffer[]): string[] =>
  filesIn(dir).filter((file) => {
    const raw = readFileSync(file)
    return needles.some((needle) => raw.includes(needle))
  })

const forms = (text: string): Buffer[] => [
  Buffer.from(text),
  Buffer.from(text.toLowerCase()),
  Buffer.from(text, 'utf16le'),
  Buffer.from(Buffer.from(text).toString('hex')),
  Buffer.from(Buffer.from(text).toString('base64url').slice(0, -2)),
]

test('erasing in the middle of everything leaves no readable word in any file of the data folder', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'amin-erase-'))
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }))
  const foundation = await openFoundation(readConfig({ AMIN_DATA: dir }) as Config, makeMemoryLog())
  cleanups.push(foundation.close)
  const { casebook, desk, keys } = foundation
  const spool = makeSpool({
    vault: await openDiskVault({ dir: join(dir, 'spool') }),
    sealer: foundation.ports.sealer,
    random: foundation.ports.random,
  })
  const said: string[] = []
  const channel: Channel = {
    name: 'webchat',
    account: 'web',
    capabilities: WEBCHAT_CAPABILITIES,
    send: async (_, content) => {
      if (content.kind === 'text') said.push(content.text)
      return { status: 'sent', message: 'm', at: ports.clock.now() }
    },
    download: async (ref) => {
      const bytes = await spool.open(ref)
      return bytes === undefined ? { status: 'gone' } : { status: 'open', bytes }
    },
    discard: spool.remove,
  }
  const images = {
    preview: async () => ({ status: 'none', why: 'unsupported' }) as const,
    fingerprint: async () => ({ status: 'none', why: 'unsupported' }) as const,
    clean: async () => ({ status: 'none', why: 'unsupported' }) as const,
    view: async () => ({ status: 'none', why: 'unsupported' }) as const,
    detect: async () => undefined,
    close: async () => {},
  }
  const ports = { ...foundation.ports, images, channel: () => channel }
  const { store } = ports
  const receiver = makeReceiver(ports, casebook)
  const intake = makeIntake(ports, casebook)
  const deliverer = makeDeliverer(ports, casebook)
  const sealedInbox: Buffer[] = []
  const inbox = {
    ...store.inbox,
    put: (rows: readonly NewInboxRow[]) => {
      sealedInbox.push(...rows.map((row) => Buffer.from(row.sealed)))
      return store.inbox.put(rows)
    },
  }
  const sink = makeInboundSink({ ...ports, inbox })
  const claim = () => ({ owner: 'test', now: ports.clock.now(), until: after(ports.clock.now(), hours(1)) })
  let count = 0
  const sends = async (body: InboundBody, more: Partial<Inbound> = {}): Promise<Inbound> => {
    count += 1
    const from = { name: untrusted(CANARIES.name), handle: untrusted(CANARIES.handle), language: 'en' }
    const item: Inbound = {
      v: 1,
      channel: 'webchat',
      account: 'web',
      chat: CANARIES.chat,
      message: `m${count}`,
      edit: 0,
      sentAt: ports.clock.now(),
      from,
      body,
      ...more,
    }
    await sink.put([item])
    for (const { chatKey, rows } of await store.inbox.claim(claim(), { chats: 5, perChat: 10 })) {
      for (const row of rows) await receiver.receive(row)
      await store.inbox.release([chatKey], 'test')
    }
    return item
  }
  const says = (text: string, more: Partial<Inbound> = {}) =>
    sends({ kind: 'text', text: untrusted(text) }, more)
  const upload = async (content: string) => {
    const { ref, size } = await spool.put(
      (async function* () {
        yield Buffer.from(content)
      })(),
    )
    await sends({
      kind: 'media',
      media: { kind: 'document', capture: 'as_sent', ref, size, fileName: untrusted(`${CANARIES.file}.png`) },
      caption: untrusted(CANARIES.caption),
    })
  }
  const work = async (kinds: readonly string[]): Promise<void> => {
    for (const job of await store.jobs.claim(claim(), 50)) {
      if (!kinds.includes(job.kind)) continue
      if (job.kind === 'fetch') await intake.fetch(job)
      if (job.kind === 'discard') await intake.discard(job)
      if (job.kind === 'erase') await eraseForPerson(ports, casebook, job)
    }
  }

  for (const text of ['hello', 'continue', 'I am 22']) await says(text)
  const told = await says(`${CANARIES.words} ${CANARIES.number} threatens me and wants money`)
  await says(`${CANARIES.edited} threatens me`, {
    message: told.message,
    edit: 7,
    raw: untrusted(`{"text":"${CANARIES.words}"}`),
  })
  await upload(CANARIES.bytes.repeat(100))
  await work(['fetch'])
  await upload(CANARIES.upload.repeat(100))
  await says('code')
  await says(CANARIES.pin)
  const [row] = (await store.views.list({}, { limit: 5 })).rows
  const { code, caseId } = row!
  await desk.claim(code, agent('Noor'))
  await desk.note(code, agent('Noor'), CANARIES.note)
  const { version } = await casebook.load(caseId)
  await desk.say(code, agent('Noor'), CANARIES.agent, version)
  const wrapped = Buffer.from((await keys.get(caseId)) as Uint8Array)

  // The search finds what is there: sealed rows, and the wrapped key.
  expect(holding(dir, sealedInbox).some((file) => file.endsWith('amin.db-wal'))).toBe(true)
  expect(holding(dir, [wrapped]).length).toBeGreaterThan(0)
  expect(readdirSync(join(dir, 'spool'), { recursive: true }).length).toBeGreaterThan(0)

  await says('erase')
  await says('yes')
  await work(['erase'])
  await work(['discard'])
  for (;;) {
    const rows = await store.outbox.claim(claim(), { channel: 'webchat', account: 'web', limit: 10 })
    if (rows.length === 0) break
    for (const one of rows)
      await store.outbox.settle(
        [{ id: one.id, ...(await deliverer.deliver(channel, one)).settlement }],
        ports.clock.now(),
      )
  }

  expect(said.at(-1)).toMatch(/^(?:Tea|Lentil soup|Rice): /)
  expect(filesIn(dir).some((file) => file.endsWith('amin.db-wal'))).toBe(true)
  for (const [name, canary] of Object.entries(CANARIES)) expect(holding(dir, forms(canary)), name).toEqual([])
  expect(holding(dir, sealedInbox)).toEqual([])
  expect(holding(dir, [wrapped])).toEqual([])
  expect(
    filesIn(join(dir, 'vault'))
      .concat(filesIn(join(dir, 'spool')))
      .filter((file) => statSync(file).size > 0),
  ).toEqual([])
})
