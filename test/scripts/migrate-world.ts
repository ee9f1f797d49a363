import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { makeHasher } from '../../adapters/crypto/hasher.ts'
import { openMasterKey } from '../../adapters/crypto/master-key.ts'
import { makeMemoryChannel, type MemoryChannel } from '../../adapters/memory/channel.ts'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { makeClock } from '../../adapters/system/clock.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { makeDeliverer } from '../../core/services/delivery/deliver.ts'
import { makeIntake } from '../../core/services/evidence/intake.ts'
import type { Inbound, InboundBody } from '../../core/base/message.ts'
import { makeReceiver } from '../../core/services/inbound/receive.ts'
import { makeInboundSink } from '../../core/services/inbound/sink.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import type { Images } from '../../core/ports/images.ts'
import type { Store } from '../../core/ports/store/store.ts'
import { after, bytes, minutes } from '../../core/base/units.ts'
import { runPass, type PassResult } from '../../scripts/commands/move/pass.ts'
import { openSide, type Side } from '../../scripts/commands/move/side.ts'
import { makeDataDir } from '../journey/amin-process.ts'
import { sameClock } from '../same-clock.ts'
import { builtCommands } from '../build/built.ts'

export type Settings = Readonly<Record<string, string>>

const AMIN = builtCommands()
const OWNER = 'test'

export const configOf = (settings: Settings): Config => {
  const config = readConfig(settings)
  if ('faults' in config) throw new Error(config.faults.join())
  return config
}

export const aDataDir = (): Settings & { readonly AMIN_DATA: string } => {
  const { dir, remove } = makeDataDir()
  onTestFinished(remove)
  return { AMIN_DATA: dir }
}
export const sqliteOf = (settings: Settings, name = 'amin.db'): string =>
  `sqlite:${join(settings['AMIN_DATA'] ?? '', name)}`
export const on = (settings: Settings, store: string): Settings => ({ ...settings, AMIN_STORE: store })

/** The real command in a process of its own. `kill`: ends it, as SIGKILL does, so long after its start. */
export const runAmin = (
  settings: Settings,
  words: readonly string[],
  kill?: number,
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [AMIN, ...words], {
      env: { PATH: process.env['PATH'], HOME: tmpdir(), ...sameClock(), ...settings },
      cwd: tmpdir(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const timer = kill === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), kill)
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, stdout, stderr })
    })
  })

export const migrate = (settings: Settings, to: string, kill?: number) =>
  runAmin(settings, ['store', 'migrate', '--to', to], kill)

/** The work of the command in this process. `watch` sees, and may break, what is written to the target. */
export const passInProcess = async (
  from: Settings,
  to: Settings,
  { rests = true, watch = (side: Side): Side => side } = {},
): Promise<PassResult> => {
  const [config, log] = [configOf(from), makeMemoryLog()]
  const masterKey = await openMasterKey(config.masterKeyFile, { create: false })
  const source = await openSide({ config, masterKey, log })
  const target = await openSide({ config: configOf(to), masterKey, log, check: source.check })
  try {
    const parts = {
      hasher: makeHasher(source.secrets),
      now: makeClock().now(),
      rests,
      check: () => undefined,
      show: () => undefined,
    }
    return await runPass({ source, target: watch(target), ...parts })
  } finally {
    await target.close()
    await source.close()
  }
}

const NO_PICTURES: Images = {
  preview: async () => ({ status: 'none', why: 'unsupported' }),
  fingerprint: async () => ({ status: 'none', why: 'unsupported' }),
  clean: async () => ({ status: 'none', why: 'unsupported' }),
  view: async () => ({ status: 'none', why: 'unsupported' }),
  detect: async () => undefined,
  close: async () => {},
}

/** Amin over a real store, moved by hand: nothing happens between two calls. */
export type Hands = {
  readonly foundation: Foundation
  readonly channel: MemoryChannel
  readonly put: (chat: string, bodies: readonly InboundBody[]) => Promise<void>
  readonly say: (chat: string, ...texts: readonly string[]) => Promise<void>
  readonly sendFile: (chat: string, file: Uint8Array) => Promise<void>
  /** Handles what arrived; `spare` leaves chats alone. */
  readonly receive: () => Promise<void>
  /** Sends what is due, or only so many rows. */
  readonly send: (rows?: number) => Promise<void>
  readonly fetch: () => Promise<void>
}

let messages = 0

export const withAmin = async (settings: Settings, act: (hands: Hands) => Promise<void>): Promise<void> => {
  const foundation = await openFoundation(configOf(settings), makeMemoryLog())
  const { ports, casebook } = foundation
  const { store, clock } = ports
  const channel = makeMemoryChannel({ clock })
  const receiver = makeReceiver(ports, casebook)
  const deliverer = makeDeliverer(ports, casebook)
  const intake = makeIntake({ ...ports, images: NO_PICTURES, channel: () => channel }, casebook)
  const sink = makeInboundSink({ ...ports, inbox: store.inbox })
  const claim = () => ({ owner: OWNER, now: clock.now(), until: after(clock.now(), minutes(10)) })

  const put: Hands['put'] = (chat, bodies) =>
    sink.put(
      bodies.map((body): Inbound => ({
        v: 1,
        channel: 'telegram',
        account: 'bot',
        chat,
        message: String((messages += 1)),
        edit: 0,
        sentAt: clock.now(),
        from: { language: 'en' },
        body,
      })),
    )

  try {
    await act({
      foundation,
      channel,
      put,
      say: (chat, ...texts) =>
        put(
          chat,
          texts.map((text) => ({ kind: 'text', text: untrusted(text) })),
        ),
      sendFile: async (chat, file) => {
        const ref = `file-${(messages += 1)}`
        channel.files.set(ref, file)
        await put(chat, [
          { kind: 'media', media: { kind: 'document', capture: 'as_sent', ref, size: bytes(file.length) } },
        ])
      },
      receive: async () => {
        for (;;) {
          const chats = await store.inbox.claim(claim(), { chats: 100, perChat: 20 })
          if (chats.length === 0) return
          await Promise.all(
            chats.map(async ({ rows }) => {
              for (const row of rows) await receiver.receive(row)
            }),
          )
          await store.inbox.release(
            chats.map(({ chatKey }) => chatKey),
            OWNER,
          )
        }
      },
      send: async (most = Infinity) => {
        for (let left = most; left > 0;) {
          const rows = await store.outbox.claim(claim(), {
            channel: 'telegram',
            account: 'bot',
            limit: Math.min(left, 100),
          })
          if (rows.length === 0) return
          left -= rows.length
          const settled = await Promise.all(
            rows.map(async (row) => ({ id: row.id, ...(await deliverer.deliver(channel, row)).settlement })),
          )
          await store.outbox.settle(settled, clock.now())
        }
      },
      fetch: async () => {
        for (const job of await store.jobs.claim(claim(), 1000))
          if (job.kind === 'fetch') await intake.fetch(job)
          else await store.jobs.postpone(job.id, job.dueAt)
      },
    })
    await store.leases.forfeit(OWNER)
  } finally {
    await foundation.close()
  }
}

/** Of very many cases each tells less, and few send files. */
const MANY = 1_000
const STORY = ['hello', 'continue', 'I am 22', 'He wants 500 dollars or he will publish my photos tomorrow']

/**
 * Cases as people make them: told and answered, with files, one in twelve erased and begun anew. Of
 * some the last answer is not sent, of some the last message not read.
 */
export const fill = async (settings: Settings, chats: number): Promise<void> => {
  await withAmin(settings, async ({ foundation, say, sendFile, receive, send, fetch }) => {
    const names = Array.from({ length: chats }, (_, i) => String(1000 + i))
    for (let at = 0; at < names.length; at += 500) {
      const some = names.slice(at, at + 500)
      for (const [i, chat] of some.entries()) {
        await say(chat, ...(chats < MANY ? STORY : STORY.slice(0, 2)))
        if (i % (chats < MANY ? 6 : 50) === 0)
          await sendFile(chat, new Uint8Array(1 + ((i * 977) % 40_000)).fill(i))
      }
      await receive()
      await send()
      await fetch()
      await send()
    }
    const { rows } = await foundation.desk.list({}, { limit: 200 })
    for (const { code } of rows.slice(0, Math.ceil(rows.length / 12)))
      await foundation.desk.erase(code, 'test', 'to have a tombstone')
    for (const [i, chat] of names.entries()) if (i % 3 === 0) await say(chat, 'help', 'who are you')
    await receive()
    // One attempt of which nobody knows how it ended, and others that were not begun.
    await foundation.ports.store.outbox.claim(
      {
        owner: OWNER,
        now: foundation.ports.clock.now(),
        until: after(foundation.ports.clock.now(), minutes(10)),
      },
      { channel: 'telegram', account: 'bot', limit: 1 },
    )
    for (const [i, chat] of names.entries()) if (i % 4 === 0) await say(chat, `not read yet ${i}`)
  })
}

/** Every entry of every case, in one hash. */
export const ledgersOf = async (
  store: Store,
): Promise<{ readonly cases: number; readonly entries: number; readonly hash: string }> => {
  const ids: string[] = []
  for await (const caseId of store.ledger.cases()) ids.push(caseId)
  const hash = createHash('sha256')
  let entries = 0
  for (const caseId of ids.sort())
    for (const entry of await store.ledger.read(caseId as never)) {
      entries += 1
      hash.update(
        JSON.stringify([
          entry.caseId,
          entry.seq,
          entry.header,
          Buffer.from(entry.sealed).toString('base64'),
          entry.prev,
          entry.hash,
        ]),
      )
    }
  return { cases: ids.length, entries, hash: hash.digest('hex') }
}
