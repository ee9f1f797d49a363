import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtMain } from '../build/built.ts'
import { sameClock } from '../same-clock.ts'

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
  const child = spawn(process.execPath, [...command], {
    env: {
      PATH: process.env['PATH'],
      HOME: tmpdir(),
      ...sameClock(),
      AMIN_PORT: String(port),
      AMIN_LOG_LEVEL: 'info',
      // Whether its opinion comes in time is for the machine to say; test/adapters/sentences is about it.
      AMIN_READ_SENTENCES: 'off',
      ...settings,
    },
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  const waiting = new Set<() => void>()
  const heard = (): void => {
    for (const look of waiting) look()
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    heard()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    heard()
  })
  let over = false
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => {
      over = true
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
