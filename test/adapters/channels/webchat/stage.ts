import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { vi } from 'vitest'
import Fastify, { type FastifyInstance } from 'fastify'
import { makeHasher } from '../../../../adapters/crypto/hasher.ts'
import { deriveSecrets } from '../../../../adapters/crypto/secrets.ts'
import { makeRandom } from '../../../../adapters/crypto/random.ts'
import { openSealer } from '../../../../adapters/crypto/sealer.ts'
import { makeMemoryClock, type MemoryClock } from '../../../../adapters/memory/clock.ts'
import { makeMemoryKeys } from '../../../../adapters/memory/keys.ts'
import { makeMemoryLog } from '../../../../adapters/memory/log.ts'
import { openDiskVault } from '../../../../adapters/vault/index.ts'
import {
  openWebchat,
  type Webchat,
  type WebchatSettings,
} from '../../../../adapters/channels/webchat/index.ts'
import { makeSpool } from '../../../../core/services/evidence/spool.ts'
import { Failure } from '../../../../core/base/failure.ts'
import type { ObjectId, Sha256Hex } from '../../../../core/base/ids.ts'
import type { ChatAddress, Inbound } from '../../../../core/base/message.ts'
import type { InboundSink } from '../../../../core/services/inbound/sink.ts'
import type { Language } from '../../../../core/base/language.ts'
import type { Button } from '../../../../core/ports/channel.ts'
import type { ChatHistory, ChatLine, ChatView } from '../../../../core/ports/chat-history.ts'
import type { Spool } from '../../../../core/ports/spool.ts'
import { plays } from '../../../plays.ts'

type Chat = { view: ChatView; seen: Set<string>; wakes: Set<() => void>; seq: number }

/**
 * Stands behind the web chat's ports like the core does: takes what comes in once by its id, keeps
 * a conversation, answers each text with an echo, seals files through the channel. It decides
 * nothing that the web chat is tested for.
 */
export type Echo = {
  readonly sink: InboundSink
  readonly history: ChatHistory
  /** Everything that came in, repeats included. */
  readonly arrived: Inbound[]
  readonly files: Map<string, Buffer>
  readonly chats: Map<string, Chat>
  readonly say: (chat: string, line: Partial<ChatLine> & Pick<ChatLine, 'from'>) => void
  readonly set: (chat: string, change: Partial<ChatView>) => void
  /** The chat of the last thing that came in. */
  readonly lastChat: () => string
  media: ChatView['media']
  /** While true, nothing can be stored. */
  broken: boolean
  /** How each text is answered. */
  answer: (text: string) => { readonly text: string; readonly buttons?: readonly Button[] } | undefined
  readonly use: (webchat: Webchat) => void
}

const makeEcho = (clock: { readonly now: () => number }): Echo => {
  const chats = new Map<string, Chat>()
  let webchat: Webchat | undefined
  const chatOf = (chat: string): Chat => {
    const known = chats.get(chat) ?? {
      view: { version: 0, lines: [], language: 'ar', mode: 'bot', media: echo.media },
      seen: new Set<string>(),
      wakes: new Set<() => void>(),
      seq: 0,
    }
    chats.set(chat, known)
    return known
  }
  /** As the core has it: the last line with buttons, until one is pressed or an agent speaks. */
  const openOf = (lines: readonly ChatLine[]): string | undefined => {
    const at = lines.findLastIndex(({ buttons = [] }) => buttons.length > 0)
    const labels = (lines[at]?.buttons ?? []).map(({ label }) => label)
    const over = lines
      .slice(at + 1)
      .some(
        ({ from, text = '' }) =>
          from === 'agent' || (from === 'person' && labels.includes(text.split(' · ')[0] ?? '')),
      )
    return over ? undefined : lines[at]?.id
  }
  const set = (chat: string, change: Partial<ChatView>): void => {
    const known = chatOf(chat)
    known.seq += 1
    const { open: _, ...view } = { ...known.view, ...change }
    const open = openOf(view.lines)
    known.view = { ...view, version: known.seq, ...(open === undefined ? {} : { open }) }
    for (const wake of known.wakes) wake()
  }
  const say: Echo['say'] = (chat, line) => {
    const known = chatOf(chat)
    set(chat, {
      lines: [...known.view.lines, { id: `${known.seq + 1}.0`, at: clock.now() as ChatLine['at'], ...line }],
    })
  }
  const takeFile = async (item: Inbound): Promise<void> => {
    if (item.body.kind !== 'media') return
    const { media } = item.body
    const said = {
      kind: media.kind,
      ...(media.size === undefined ? {} : { size: media.size }),
      ...(media.fileName === undefined ? {} : { fileName: media.fileName }),
    }
    if (media.print !== undefined)
      return say(item.chat, { from: 'person', sent: item.message, media: { ...said, state: 'fingerprint' } })
    if (media.ref === '' && chatOf(item.chat).view.media !== 'age')
      return say(item.chat, { from: 'bot', text: 'it waits' })
    if (media.ref === '') {
      say(item.chat, { from: 'person', sent: item.message, media: { ...said, state: 'refused' } })
      return say(item.chat, { from: 'bot', text: 'kind refusal' })
    }
    say(item.chat, { from: 'person', sent: item.message, media: { ...said, state: 'pending' } })
    const download = await webchat?.channel.download(media.ref)
    if (download?.status !== 'open') throw new Error('the upload is gone')
    const chunks: Uint8Array[] = []
    for await (const chunk of download.bytes) chunks.push(chunk)
    echo.files.set(item.message, Buffer.concat(chunks))
    await webchat?.channel.discard(media.ref)
    const lines = chatOf(item.chat).view.lines.map((line) =>
      line.media?.state === 'pending'
        ? { ...line, media: { ...line.media, state: 'sealed' as const } }
        : line,
    )
    set(item.chat, { lines })
  }
  const handle = async (item: Inbound): Promise<void> => {
    const { body, chat } = item
    if (item.from.language !== undefined && chatOf(chat).seq === 0)
      set(chat, { language: item.from.language as Language })
    if (body.kind === 'text') {
      say(chat, { from: 'person', sent: item.message, text: body.text })
      const answer = echo.answer(body.text)
      if (answer !== undefined) say(chat, { from: 'bot', ...answer })
    } else if (body.kind === 'press') {
      const ends = body.token.split(':').at(-1)?.split('+') ?? []
      const label = chatOf(chat)
        .view.lines.flatMap((line) => line.buttons ?? [])
        .filter(
          ({ token }) =>
            token === body.token ||
            (body.token.includes('+') && ends.includes(token.split(':').at(-1) ?? '')),
        )
        .map((button) => button.label)
        .join(' · ')
      if (label !== '') say(chat, { from: 'person', sent: item.message, text: label })
      const language = /^0:!language:(\w+)$/.exec(body.token)?.[1]
      if (language !== undefined) set(chat, { language: language as Language })
      say(chat, { from: 'bot', text: `pressed ${body.token}` })
    } else if (body.kind === 'start') {
      const buttons = [
        { label: 'نكمل', token: '1:consent:yes' },
        { label: 'معلومات أكثر', token: '1:consent:more' },
      ]
      say(chat, { from: 'bot', text: 'أهلاً بك. هل نكمل؟', buttons })
    } else if (body.kind === 'command' && body.command === 'exit') {
      set(chat, { lines: [] })
      await webchat?.channel.send(chat, { kind: 'wipe', messages: [] })
    } else await takeFile(item)
  }
  const echo: Echo = {
    chats,
    arrived: [],
    files: new Map(),
    media: 'open',
    broken: false,
    answer: (text) => ({ text: `echo: ${text}` }),
    say,
    set,
    lastChat: () => echo.arrived.at(-1)!.chat,
    use: (given) => void (webchat = given),
    sink: {
      put: async (items) => {
        if (echo.broken) throw new Failure('store_unavailable')
        for (const item of items) {
          echo.arrived.push(item)
          const chat = chatOf(item.chat)
          if (chat.seen.has(item.message)) continue
          chat.seen.add(item.message)
          // Later, like the core: what arrives is acknowledged before it is answered.
          queueMicrotask(() => void handle(item))
        }
      },
    },
    history: {
      read: async (address: ChatAddress) => {
        if (echo.broken) throw new Failure('store_unavailable')
        return (
          chats.get(address.chat)?.view ?? {
            version: 0,
            lines: [],
            language: 'ar',
            mode: 'bot',
            media: echo.media,
          }
        )
      },
      open: async ({ chat }, line) => {
        const bytes = echo.files.get(line)
        const about = chats.get(chat)?.view.lines.find(({ id }) => id === line)?.file
        if (bytes === undefined || about === undefined) return undefined
        return { bytes, file: { ...about, object: 'O' as ObjectId, sha256: 'S' as Sha256Hex } }
      },
      subscribe: (address, wake) => {
        const { wakes } = chatOf(address.chat)
        wakes.add(wake)
        return () => void wakes.delete(wake)
      },
    },
  }
  return echo
}

export type Stage = {
  readonly echo: Echo
  readonly spool: Spool & { readonly held: Set<string>; readonly read: { bytes: number; puts: number } }
  readonly clock: MemoryClock
  readonly log: ReturnType<typeof makeMemoryLog>
  /** Every line that Fastify itself logged, at the finest level. */
  readonly serverLog: string[]
  readonly url: () => string
  readonly webchat: () => Webchat
  readonly down: () => Promise<void>
  /** Again at the same port. */
  readonly up: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A real server on a free port, with the real sealed spool on disk. */
export const openStage = async (settings: Partial<WebchatSettings> = {}): Promise<Stage> => {
  plays('webchat')
  const dir = await mkdtemp(join(tmpdir(), 'webchat-'))
  const masterKey = createSecretKey(randomBytes(32))
  const sealer = await openSealer({ masterKey, keys: makeMemoryKeys() })
  const random = makeRandom()
  const clock = makeMemoryClock()
  const log = makeMemoryLog()
  const echo = makeEcho(clock)
  const real = makeSpool({ vault: await openDiskVault({ dir }), sealer, random })
  const held = new Set<string>()
  const read = { bytes: 0, puts: 0 }
  const spool: Stage['spool'] = {
    held,
    read,
    put: async (bytes) => {
      read.puts += 1
      const counted = async function* (): AsyncGenerator<Uint8Array> {
        for await (const chunk of bytes) {
          read.bytes += chunk.length
          yield chunk
        }
      }
      const stored = await real.put(counted())
      held.add(stored.ref)
      return stored
    },
    open: real.open,
    remove: async (ref) => {
      await real.remove(ref)
      held.delete(ref)
    },
  }
  const serverLog: string[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      serverLog.push(chunk.toString())
      done()
    },
  })
  let server: FastifyInstance | undefined
  let webchat: Webchat | undefined
  let port = 0

  const up = async (): Promise<void> => {
    webchat = openWebchat({
      sink: echo.sink,
      history: echo.history,
      spool,
      hasher: makeHasher(deriveSecrets(masterKey)),
      random,
      clock,
      log,
      secrets: { asked: async () => undefined },
      ...settings,
    })
    echo.use(webchat)
    server = Fastify({ logger: { level: 'trace', stream }, forceCloseConnections: true, trustProxy: true })
    await server.register(webchat.routes, { prefix: settings.prefix ?? '/chat' })
    await server.listen({ host: '127.0.0.1', port })
    port = (server.server.address() as AddressInfo).port
  }
  const down = async (): Promise<void> => {
    await server?.close()
    server = undefined
  }
  await up()
  return {
    echo,
    spool,
    clock,
    log,
    serverLog,
    url: () => `http://127.0.0.1:${port}`,
    webchat: () => webchat!,
    down,
    up,
    close: async () => {
      await down()
      await webchat?.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** A browser without a page: keeps cookies, says where it comes from. */
export type Visitor = {
  readonly cookies: Map<string, string>
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>
}

export const makeVisitor = (stage: Stage): Visitor => {
  const cookies = new Map<string, string>()
  return {
    cookies,
    send: async (method, path, body, headers = {}) => {
      const raw = body instanceof Uint8Array || body instanceof ReadableStream
      const answer = await fetch(`${stage.url()}/chat${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(cookies.size === 0
            ? {}
            : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
          ...(method === 'GET' ? {} : { origin: stage.url(), 'x-chat': '1' }),
          ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
          ...(raw ? { 'content-type': 'application/octet-stream' } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body), duplex: 'half' }),
      })
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^(\w+)=([^;]*)/.exec(line) ?? []
        if (line.includes('Max-Age=0')) cookies.delete(name)
        else cookies.set(name, value)
      }
      return answer
    },
  }
}

let counter = 0
export const freshId = (): string => `message-${String((counter += 1)).padStart(6, '0')}`

/** Waits for a condition that events bring about. */
export const until = (holds: () => boolean): Promise<boolean> =>
  vi.waitUntil(holds, { timeout: 30_000, interval: 5 }) as Promise<boolean>
