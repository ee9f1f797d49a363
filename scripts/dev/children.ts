import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../bench/fake-process.ts'

const MAIN = new URL('../../bots/main.ts', import.meta.url).pathname
const FAKE = new URL('../../test/adapters/console-ui/serve.ts', import.meta.url).pathname

/** A process that Node starts anew whenever a file that it loaded changes (`node --watch`). */
export type Watched = { readonly url: string; readonly stop: () => Promise<void> }

const watch = (file: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, ['--watch', '--watch-preserve-output', file, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** The first answer that comes from there; throws where the process ended instead. */
const answerOf = async (url: string, child: ChildProcess): Promise<Response> => {
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer !== undefined) return answer
    await pause(100)
  }
  throw new Error('a part of the development server ended while it started')
}

/** `now`: the moment around which everything that it tells happened. */
export type Fake = Watched & { readonly galleryUrl: string; readonly now: number }

/**
 * The console's scripted server, which checks everything it takes and gives by the contract, and
 * the gallery beside it.
 */
export const startFake = async (role: string): Promise<Fake> => {
  const [port, galleryPort] = [await freePort(), await freePort()]
  const child = watch(FAKE, [String(port), String(galleryPort), role], {})
  const url = `http://127.0.0.1:${port}`
  const now = Number(await (await answerOf(`${url}/scripted-now`, child)).text())
  return { url, now, galleryUrl: `http://127.0.0.1:${galleryPort}`, stop: () => end(child) }
}

/**
 * The bot behind the web chat: the real program on a folder of its own, which outlives its restarts
 * and goes with the end.
 */
export const startChat = async (): Promise<Watched> => {
  const dir = mkdtempSync(join(tmpdir(), 'amin-dev-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = watch(MAIN, [], {
    AMIN_DATA: dir,
    AMIN_PORT: String(port),
    AMIN_ROLES: 'webchat,worker',
    AMIN_LOG_LEVEL: 'warn',
  })
  const stop = async (): Promise<void> => {
    await end(child)
    rmSync(dir, { recursive: true, force: true })
  }
  try {
    await answerOf(`${url}/healthz`, child)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}
