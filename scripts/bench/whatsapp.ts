import { fork, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { makeMemoryStore } from '../../adapters/memory/store.ts'
import { makeClock } from '../../adapters/system/clock.ts'
import { openWhatsapp, type Whatsapp } from '../../adapters/channels/whatsapp/index.ts'
import { median, part, print, round, type Given } from './figures.ts'
import type { FromPeer } from './whatsapp-peer.ts'

const SERVE = new URL('../../test/fakes/whatsapp/serve.ts', import.meta.url).pathname
const PEER = new URL('whatsapp-peer.ts', import.meta.url).pathname
type Size = {
  readonly rounds: number
  /** Of a round; all together are those after which memory is looked at. */
  readonly messages: number
  readonly people: number
  readonly commits: number
}
const FULL: Size = { rounds: 5, messages: 1_000, people: 100, commits: 200 }
const SMALLEST: Size = { rounds: 1, messages: 4, people: 2, commits: 2 }
/** 200 bytes, as people write. */
const TEXT =
  'سلام، یکی مرا تهدید می‌کند که عکس‌هایم را برای خانواده‌ام می‌فرستد اگر تا فردا پول ندهم. لطفا کمک کنید'
/** Linux's clock ticks (`getconf CLK_TCK`). */
const TICK_MS = 10

type Server = {
  readonly url: string
  readonly root: Uint8Array
  readonly control: (verb: Readonly<Record<string, unknown>>) => Promise<unknown>
  readonly stop: () => void
}

/** The fake server in a process of its own, so that it does not take time from what is measured. */
const startServer = async (): Promise<Server> => {
  const child = spawn(process.execPath, [SERVE], { stdio: ['pipe', 'pipe', 'inherit'] })
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data: Buffer) => resolve(data.toString())),
  )
  const { url, root, control } = JSON.parse(line) as {
    readonly url: string
    readonly root: string
    readonly control: string
  }
  return {
    url,
    root: Buffer.from(root, 'base64'),
    control: async (verb) => {
      const response = await fetch(control, { method: 'POST', body: JSON.stringify(verb) })
      if (!response.ok) throw new Error(`the fake refused ${String(verb['do'])}: ${await response.text()}`)
      return response.json()
    },
    stop: () => void child.kill(),
  }
}

/** Of the kernel: processor time, and memory that is resident now. */
const cpuMs = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return sum + (Number(fields[11]) + Number(fields[12])) * TICK_MS
  }, 0)
const residentMiB = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** A client that was linked: connects, tells each message, and goes. */
type Client = {
  readonly link: (scan: (qr: string) => void) => Promise<void>
  readonly open: (heard: (messages: number) => void) => Promise<void>
  readonly close: () => Promise<void>
  readonly pids: () => readonly number[]
  readonly end: () => Promise<void>
}

const startPeer = (server: Server): Client => {
  const child: ChildProcess = fork(PEER, [server.url], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  let hear: (message: FromPeer) => void = () => undefined
  child.on('message', (message) => hear(message as FromPeer))
  const told = (state: 'online' | 'closed', each: (message: FromPeer) => void): Promise<void> =>
    new Promise((resolve) => {
      hear = (message) => {
        each(message)
        if ('state' in message && message.state === state) resolve()
      }
    })
  return {
    pids: () => (child.pid === undefined ? [] : [child.pid]),
    link: async (scan) => {
      let scanned = false
      const online = told('online', (message) => {
        if (!('qr' in message) || scanned) return
        scanned = true
        scan(message.qr)
      })
      child.send('open')
      await online
    },
    open: async (heard) => {
      const online = told('online', (message) => {
        if ('messages' in message) heard(message.messages)
      })
      child.send('open')
      await online
    },
    close: async () => {
      const closed = told('closed', () => undefined)
      child.send('close')
      await closed
    },
    end: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.disconnect()
      await gone
    },
  }
}

/**
 * The adapter as the program has it: the process that speaks WhatsApp, its sealed file, and this
 * process, which would put into the inbox.
 */
const startAmin = (server: Server, dir: string): Client => {
  const key = randomBytes(32)
  const { leases } = makeMemoryStore()
  let heard: (messages: number) => void = () => undefined
  let whatsapp: Whatsapp | undefined
  const connect = async (until: 'unpaired' | 'connected'): Promise<Whatsapp> => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const made = openWhatsapp({
      account: 'main',
      file: join(dir, 'main.db'),
      key,
      leases,
      clock: makeClock(),
      log: makeMemoryLog(),
      owner: 'bench',
      sink: { put: async (items) => heard(items.length) },
      onAccount: ({ status }) => {
        if (status === until) resolve()
      },
      trial: { endpoint: { url: server.url, root: server.root } },
    })
    whatsapp = made
    await made.start()
    await promise
    return made
  }
  return {
    pids: () => [process.pid, ...[whatsapp?.pid()].filter((pid) => pid !== undefined)],
    link: async (scan) => {
      const made = await connect('unpaired')
      for await (const step of made.pair({ mode: 'qr' })) if (step.status === 'qr') scan(step.qr)
    },
    open: async (each) => {
      heard = each
      await connect('connected')
    },
    close: async () => whatsapp?.stop(),
    end: async () => whatsapp?.stop(),
  }
}

/**
 * What one durable commit of the same database costs here and now: the wall time of a sealed
 * message cannot be less.
 */
const commitMs = (commits: number): number => {
  const dir = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  const db = new DatabaseSync(join(dir, 'limit.db'))
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE piece (sealed BLOB)')
    const insert = db.prepare('INSERT INTO piece VALUES (?)')
    const piece = randomBytes(1_500)
    const start = performance.now()
    for (let i = 0; i < commits; i += 1) insert.run(piece)
    return (performance.now() - start) / commits
  } finally {
    db.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

type Figures = { readonly cpu: number; readonly wall: number }

/**
 * `messages` wait at the server; from the first that is handed on to the last. The start of a
 * connection is not in it.
 */
const measure = async (server: Server, client: Client, messages: number): Promise<Figures> => {
  await client.close()
  const { person } = (await server.control({ do: 'person' })) as { readonly person: number }
  for (let i = 0; i < messages; i += 1) await server.control({ do: 'says', person, text: TEXT })
  let seen = 0
  let first: Figures | undefined
  const now = (): Figures => ({ cpu: cpuMs(client.pids()), wall: performance.now() })
  const { promise, resolve } = Promise.withResolvers<Figures>()
  await client.open((more) => {
    if (seen === 0) first = now()
    seen += more
    if (seen >= messages) resolve(now())
  })
  const last = await promise
  return { cpu: (last.cpu - (first?.cpu ?? 0)) / messages, wall: (last.wall - (first?.wall ?? 0)) / messages }
}

const run = async (mode: 'memory' | 'amin', size: Size): Promise<Figures> => {
  part(`${mode}: link`)
  const dir = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  const server = await startServer()
  const client = mode === 'amin' ? startAmin(server, dir) : startPeer(server)
  try {
    await client.link((qr) => void server.control({ do: 'scan', qr }))
    const rounds: Figures[] = []
    for (let i = 0; i < size.rounds; i += 1) {
      part(`${mode}: round ${i + 1} of ${size.rounds}`)
      rounds.push(await measure(server, client, size.messages))
    }
    const figures = {
      cpu: median(rounds.map(({ cpu }) => cpu)),
      wall: median(rounds.map(({ wall }) => wall)),
    }
    print({
      bench: 'whatsapp',
      mode: mode === 'amin' ? 'sealed journal, both processes' : 'Baileys, keys in memory',
      messages: size.rounds * size.messages,
      cpuMsPerMessage: round(figures.cpu),
      wallMsPerMessage: round(figures.wall),
      // The last is the one that speaks WhatsApp; of Amin's it lived for the last round's messages,
      // with all of them behind it in its file.
      residentMiB: round(residentMiB(client.pids().at(-1) ?? 0), 0),
    })
    return figures
  } finally {
    await client.end()
    server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Memory of one life: all messages into one process, without a new start between them. */
const memory = async (size: Size): Promise<void> => {
  part('memory of one life')
  const wanted = size.rounds * size.messages
  const dir = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  const server = await startServer()
  const client = startAmin(server, dir)
  try {
    await client.link((qr) => void server.control({ do: 'scan', qr }))
    await client.close()
    let seen = 0
    let done = (): void => undefined
    await client.open((messages) => {
      seen += messages
      if (seen >= wanted) done()
    })
    const speaks = client.pids().at(-1) ?? 0
    const before = residentMiB(speaks)
    const all = new Promise<void>((resolve) => (done = resolve))
    for (let person = 0; person < size.people; person += 1) {
      const made = (await server.control({ do: 'person' })) as { readonly person: number }
      for (let i = 0; i < wanted / size.people; i += 1)
        await server.control({ do: 'says', person: made.person, text: TEXT })
    }
    await all
    print({
      bench: 'whatsapp',
      figure: 'memory of the process that speaks WhatsApp',
      people: size.people,
      messages: wanted,
      atLoginMiB: round(before, 0),
      afterMiB: round(residentMiB(speaks), 0),
    })
  } finally {
    await client.end()
    server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/**
 * Processor and wall time of an inbound message with the sealed journal, beside Baileys with its
 * keys in memory, on the same server in the same run.
 */
export const benchWhatsapp = async ({ smallest }: Given): Promise<void> => {
  const size = smallest ? SMALLEST : FULL
  const peer = await run('memory', size)
  const before = commitMs(size.commits)
  const amin = await run('amin', size)
  print({
    bench: 'whatsapp',
    figure: 'one durable commit on this disk',
    wallMs: round((before + commitMs(size.commits)) / 2),
  })
  print({
    bench: 'whatsapp',
    figure: 'amin / in memory',
    cpu: round(amin.cpu / peer.cpu),
    wall: round(amin.wall / peer.wall),
  })
  await memory(size)
}
