import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillIn, readCompose, rolesOf, type Service } from './compose-file.ts'

const ROOT = new URL('../../', import.meta.url).pathname
/** A log is kept so far: the rest of a long run would only fill memory. */
const HEARD = 1_000_000
/** As long as Docker waits at first. */
const RESTART_MS = 100

/**
 * One Amin process of the topology, with a data folder of its own. It can be ended and started
 * again, as an engine for containers does.
 */
export type Actor = {
  /** `<service>`, or `<service>-<n>` where there are several of it. */
  readonly name: string
  readonly roles: readonly string[]
  /** Where it serves HTTP; nothing where it does not. */
  readonly url: string | undefined
  readonly pid: () => number | undefined
  /** How often it ended by itself and was started again, as `restart: unless-stopped` has it. */
  readonly falls: () => number
  /** What this run of it wrote, both ways. */
  readonly said: () => string
  /** Nothing where it runs already. */
  readonly start: () => void
  /** Resolves when it is at work. */
  readonly ready: () => Promise<void>
  /** SIGKILL. */
  readonly kill: () => Promise<void>
  /** SIGTERM. Resolves with the exit code. */
  readonly stop: () => Promise<number | null>
  /** Runs the health check that compose.yml states, beside it. */
  readonly health: () => Promise<boolean>
}

export type Rehearsal = {
  readonly actors: readonly Actor[]
  readonly of: (role: string) => readonly Actor[]
  /** What the command line, or a test, needs to open the same store beside them. */
  readonly settings: Readonly<Record<string, string>>
  readonly publicUrl: string
  readonly admin: { readonly email: string; readonly password: string }
  readonly stop: () => Promise<void>
}

export type Script = {
  /** The address of the store. */
  readonly store: string
  readonly telegram?: { readonly token: string; readonly apiRoot: string }
  /** How many of a service, other than compose.yml says; 0 leaves it out. */
  readonly scale?: Readonly<Record<string, number>>
  readonly logLevel?: string
}

const ADMIN = { email: 'first@example.org', password: 'correct horse battery' } as const
const OPERATOR = { AMIN_DOMAIN: 'amin.example.org', AMIN_ADMIN_EMAIL: ADMIN.email } as const
const NO_BOT = { token: '424242:none', apiRoot: 'http://127.0.0.1:9' } as const

export const freePort = async (): Promise<number> => {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/**
 * The environment of a service in compose.yml, with what stands for the container replaced: its
 * paths, its address, its proxy's.
 */
const environmentOf = (
  service: Service,
  place: { readonly folder: string; readonly secrets: string; readonly port: number },
) => {
  const here = (value: string): string =>
    value
      .replace(/^\/run\/secrets\//, `${place.secrets}/`)
      .replace(/^\/data$/, place.folder)
      .replace(/^\/witness$/, `${place.folder}/witness`)
      .replace(/^\/etc\/amin\//, `${place.secrets}/`)
  const given = Object.entries(service.environment ?? {}).map(
    ([name, value]) => [name, here(fillIn(value, OPERATOR))] as const,
  )
  const env: Record<string, string> = Object.fromEntries(given)
  if (env['AMIN_HOST'] !== undefined)
    Object.assign(env, { AMIN_HOST: '127.0.0.1', AMIN_PORT: String(place.port), AMIN_PROXY: '127.0.0.1' })
  return env
}

const startActor = (
  name: string,
  service: Service,
  roles: readonly string[],
  env: Record<string, string>,
  cwd: string,
): Actor => {
  const all = { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), ...env }
  let child: ChildProcess | undefined
  let over: Promise<number | null> = Promise.resolve(null)
  let wanted = false
  let falls = 0
  let said = ''
  const waiting = new Set<() => void>()
  const hear = (text: string): void => {
    said = (said + text).slice(-HEARD)
    for (const look of waiting) look()
  }

  const run = (): void => {
    said = ''
    const started = spawn(process.execPath, [join(ROOT, 'bots/dist/main.js')], {
      env: all,
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [started.stdout, started.stderr]) stream.setEncoding('utf8').on('data', hear)
    child = started
    over = new Promise((resolve) => started.once('close', resolve))
    started.once('close', () => {
      if (!wanted || child !== started) return
      falls += 1
      setTimeout(() => wanted && child === started && run(), RESTART_MS)
    })
  }

  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    wanted = false
    child?.kill(signal)
    return over
  }

  return {
    name,
    roles,
    url: env['AMIN_PORT'] === undefined ? undefined : `http://127.0.0.1:${env['AMIN_PORT']}`,
    pid: () => child?.pid,
    falls: () => falls,
    said: () => said,
    start: () => {
      if (wanted) return
      wanted = true
      run()
    },
    ready: () =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!/^(Amin runs|Console):? /m.test(said)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    health: () =>
      new Promise((resolve) => {
        const [, program = '', ...args] = service.healthcheck?.test ?? []
        const here = args.map((arg) =>
          arg.replace(':8080', `:${env['AMIN_PORT'] ?? '8080'}`).replace(/^(?=(?:bots|scripts)\/)/, ROOT),
        )
        execFile(program === 'node' ? process.execPath : program, here, { env: all, cwd }, (error) =>
          resolve(error === null),
        )
      }),
  }
}

/**
 * The Amin processes that compose.yml states, as plain processes of this machine over one store:
 * same roles, same settings, secrets by file, free ports. Nothing stands in for the proxy and the
 * networks. They are started; `ready` of each says when they are at work.
 */
export const rehearse = async ({
  store,
  telegram = NO_BOT,
  scale = {},
  logLevel = 'warn',
}: Script): Promise<Rehearsal> => {
  const base = mkdtempSync(join(tmpdir(), 'amin-rehearsal-'))
  const secrets = join(base, 'secrets')
  const write = (name: string, text: string): void =>
    writeFileSync(join(secrets, name), `${text}\n`, { mode: 0o600 })
  mkdirSync(secrets, { mode: 0o700 })
  write('master_key', randomBytes(32).toString('base64'))
  write(
    'checkpoint_key',
    generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString().trim(),
  )
  write('store_address', store)
  write('bot_token', telegram.token)
  write('admin_password', ADMIN.password)
  // Nobody holds a phone in a rehearsal.
  write('operator.json', '{"secondFactor":"optional"}')

  const actors: Actor[] = []
  for (const [name, service] of Object.entries(readCompose().services)) {
    const roles = rolesOf(service)
    const count = scale[name] ?? service.deploy?.replicas ?? 1
    if (roles === undefined) continue
    for (let i = 1; i <= count; i += 1) {
      const own = service.deploy?.replicas === undefined ? name : `${name}-${i}`
      const folder = join(base, own)
      mkdirSync(folder, { mode: 0o700 })
      const env = {
        ...environmentOf(service, { folder, secrets, port: await freePort() }),
        AMIN_LOG_LEVEL: logLevel,
        TELEGRAM_API_ROOT: telegram.apiRoot,
      }
      actors.push(startActor(own, service, roles, env, folder))
    }
  }
  // Whoever rehearses may end before its time: nobody is left behind then.
  const abandon = (): void => {
    for (const actor of actors) void actor.kill()
  }
  process.once('exit', abandon)
  for (const actor of actors) actor.start()
  return {
    actors,
    of: (role) => actors.filter(({ roles }) => roles.includes(role)),
    settings: {
      AMIN_DATA: join(base, 'beside'),
      AMIN_STORE: store,
      AMIN_VAULT: 'gridfs',
      AMIN_MASTER_KEY_FILE: join(secrets, 'master_key'),
      AMIN_CHECKPOINT_KEY_FILE: join(secrets, 'checkpoint_key'),
      AMIN_PUBLIC_URL: `https://${OPERATOR.AMIN_DOMAIN}`,
    },
    publicUrl: `https://${OPERATOR.AMIN_DOMAIN}`,
    admin: ADMIN,
    stop: async () => {
      await Promise.all(actors.map((actor) => actor.stop()))
      process.off('exit', abandon)
      rmSync(base, { recursive: true, force: true })
    },
  }
}
