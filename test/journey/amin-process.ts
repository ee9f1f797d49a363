import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { seconds, type Ms } from '../../core/base/units.ts'
import { builtMain } from '../build/built.ts'
import { pass, shiftOf } from '../clock.ts'
import { sameClock } from '../same-clock.ts'

const CLOCK = new URL('../clock.ts', import.meta.url).href
const running = new Set<ChildProcess>()

/** Time passes here and for all programs that run: what is due by then they do now (test/clock.ts). */
export const letTimePass = (ms: Ms): void => {
  pass(ms)
  for (const child of running) if (child.connected) child.send({ passes: ms }, () => undefined)
}

/** At most, while something is waited for: longer than the bot listens for more words and shows that it writes. */
const MOST_WAITED = seconds(6)
/** A part of that, so that what was written has come before all of it has passed. */
const AT_A_LOOK = seconds(0.75)
const PATIENCE = { timeout: 60_000, interval: 50 } as const

/** What `look` gives as soon as it does not throw. Until then time passes, as for who waits for an answer. */
export const whileTimePasses = <T>(look: () => T | Promise<T>): Promise<T> => {
  let passed = 0
  return vi.waitFor(async () => {
    try {
      return await look()
    } catch (error) {
      if (passed < MOST_WAITED) letTimePass(AT_A_LOOK)
      passed += AT_A_LOOK
      throw error
    }
  }, PATIENCE)
}

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

export const makeDataDir = (): { readonly dir: string; readonly remove: () => void } => {
  const dir = mkdtempSync(join(tmpdir(), 'amin-'))
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

export type AminProcess = {
  readonly child: ChildProcess
  readonly url: string
  readonly port: number
  /** Everything it wrote so far. */
  readonly stdout: () => string
  readonly stderr: () => string
  /** Resolves when standard output has `what` in it. */
  readonly says: (what: RegExp) => Promise<RegExpMatchArray>
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<number | null>
}

/**
 * `npm start` without npm: the real program in a process of its own. Only the given settings are in
 * its environment. `command`: what Node is given, the built program where nothing is said.
 */
export const startAmin = async (
  settings: Readonly<Record<string, string>>,
  command: readonly string[] = [builtMain()],
): Promise<AminProcess> => {
  const port = settings['AMIN_PORT'] === undefined ? await freePort() : Number(settings['AMIN_PORT'])
  const child = spawn(process.execPath, ['--import', CLOCK, ...command], {
    env: {
      PATH: process.env['PATH'],
      HOME: tmpdir(),
      ...sameClock(),
      AMIN_TEST_CLOCK: 'told',
      AMIN_TEST_SHIFT: String(shiftOf()),
      AMIN_PORT: String(port),
      AMIN_LOG_LEVEL: 'info',
      // Whether its opinion comes in time is for the machine to say; test/adapters/sentences is about it.
      AMIN_READ_SENTENCES: 'off',
      ...settings,
    },
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  running.add(child)
  let stdout = ''
  let stderr = ''
  const waiting = new Set<() => void>()
  const heard = (): void => {
    for (const look of waiting) look()
  }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    heard()
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    heard()
  })
  let over = false
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => {
      over = true
      running.delete(child)
      resolve({ code, signal })
      heard()
    })
  })
  return {
    child,
    port,
    url: `http://127.0.0.1:${port}`,
    stdout: () => stdout,
    stderr: () => stderr,
    says: (what) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = what.exec(stdout)
          if (match !== null) {
            waiting.delete(look)
            resolve(match)
          } else if (over) {
            waiting.delete(look)
            reject(new Error(`it ended without saying ${what}: ${stdout}${stderr}`))
          }
        }
        waiting.add(look)
        look()
      }),
    exited,
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
    stop: async () => {
      child.kill('SIGTERM')
      return (await exited).code
    },
  }
}
