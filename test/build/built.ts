import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readBuilt } from '../../adapters/console/server/http/built.ts'

export const ROOT = new URL('../../', import.meta.url).pathname
/** The built program. */
export const BUILD = join(ROOT, 'bots/dist')
/** The built page of the console. */
export const CONSOLE = join(ROOT, 'adapters/console/ui/dist')

const LOCK = join(ROOT, 'node_modules/.building')
/** No build takes so long: who held the lock has died. */
const ABANDONED_MS = 120_000

const isAbandoned = (): boolean => {
  try {
    return Date.now() - statSync(LOCK).mtimeMs > ABANDONED_MS
  } catch {
    return false
  }
}

/** Files of tests run in processes of their own, and two may want the same build at once. */
const takeLock = (): void => {
  for (;;) {
    try {
      mkdirSync(LOCK)
      return
    } catch {
      if (isAbandoned()) rmSync(LOCK, { recursive: true, force: true })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
}

type Part = { readonly dir: string; readonly entry: string; readonly command: readonly string[] }

/**
 * As `npm run build` does it, where what lies there is of other sources; takes ten seconds. In a
 * process of its own: the test runner's NODE_ENV would make it a development build.
 */
const build = ({ dir, entry, command }: Part): void => {
  const isCurrent = (): boolean => readBuilt(dir, ROOT, entry) === 'current'
  if (isCurrent()) return
  takeLock()
  try {
    if (isCurrent()) return
    const { NODE_ENV: _, ...env } = process.env
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${dir} could not be built: ${stderr}`)
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
}

export const buildProgram = (): void =>
  build({ dir: BUILD, entry: 'main.js', command: ['scripts/build/bundle.ts'] })

let isBuilt = false
/**
 * A file of the built program, for whoever starts it in a process of its own: what users run, and a third of
 * what it costs to start the sources.
 */
const builtFile = (name: string): string => {
  if (!isBuilt) buildProgram()
  isBuilt = true
  return join(BUILD, name)
}
/** What `npm start` runs. */
export const builtMain = (): string => builtFile('main.js')
/** What `npx amin` runs. */
export const builtCommands = (): string => builtFile('amin.js')

export const buildConsole = (): void =>
  build({
    dir: CONSOLE,
    entry: 'index.html',
    command: [
      join(ROOT, 'node_modules/vite/bin/vite.js'),
      'build',
      'adapters/console/ui',
      '--logLevel',
      'error',
    ],
  })
