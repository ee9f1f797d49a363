import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterAll } from 'vitest'
import { FERRETDB } from './ferretdb.ts'

export type MongoServer = {
  /** Of a fresh database at each call. */
  readonly uri: () => string
  /** Ends the server, as SIGKILL does; nothing where the server is not ours. */
  readonly kill: () => Promise<void>
  /** Starts it again over the same data, at the same address. */
  readonly restart: () => Promise<void>
  /** Whether it is ours to kill. */
  readonly ours: boolean
  /** The end of what it wrote to its log; empty where the server is not ours. */
  readonly lastWords: () => Promise<string>
  readonly stop: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => (socket.destroy(), resolve(true)))
    socket.once('error', () => resolve(false))
  })

const withDatabase = (base: string): string => {
  const url = new URL(base)
  url.pathname = `/amin_test_${randomBytes(6).toString('hex')}`
  return url.href
}

/**
 * A MongoDB-compatible server over a real socket: FerretDB on loopback with its data in a temporary
 * folder, or the one that the environment names.
 */
export const startMongo = async (): Promise<MongoServer> => {
  const given = process.env['AMIN_TEST_MONGODB_URI']
  if (given !== undefined)
    return {
      uri: () => withDatabase(given),
      ours: false,
      kill: async () => {},
      restart: async () => {},
      lastWords: async () => '',
      stop: async () => {},
    }
  const folder = await mkdtemp(join(tmpdir(), 'amin-mongo-'))
  const port = await freePort()
  const log = join(folder, 'server.log')
  const start = async () => {
    await mkdir(join(folder, 'data'), { recursive: true })
    const words = await open(log, 'a')
    const server = spawn(
      FERRETDB,
      [
        '--handler=sqlite',
        `--sqlite-url=file:${join(folder, 'data')}/`,
        `--state-dir=${folder}`,
        `--listen-addr=127.0.0.1:${port}`,
        '--debug-addr=-',
        '--telemetry=disable',
        '--log-level=ERROR',
      ],
      { stdio: ['ignore', words.fd, words.fd] },
    )
    await words.close()
    const ended = once(server, 'exit')
    while (!(await answers(port))) {
      if (server.exitCode !== null) throw new Error('the test server ended at once')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return { server, ended }
  }
  let running = await start()
  const kill = async (): Promise<void> => {
    running.server.kill('SIGKILL')
    await running.ended
  }
  return {
    uri: () => withDatabase(`mongodb://127.0.0.1:${port}/`),
    ours: true,
    kill,
    restart: async () => {
      running = await start()
    },
    lastWords: async () => (await readFile(log, 'utf8')).slice(-4_000),
    stop: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * One server for a test file, started when it is first asked for, ended after the last test. To be
 * called at the top of the file.
 */
export const useMongo = (): (() => Promise<MongoServer>) => {
  let server: Promise<MongoServer> | undefined
  afterAll(async () => {
    await (await server)?.stop()
  })
  return () => (server ??= startMongo())
}
