import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './fake-process.ts'

const MAIN = new URL('../../bots/main.ts', import.meta.url).pathname
const LOOK_MS = 20

export type Program = { readonly url: string; readonly pid: number; readonly stop: () => Promise<void> }

/**
 * Amin as `npm start` runs it, in a process of its own, with these settings and no others; resolves
 * with the first 200 of `/readyz`. `AMIN_TEST_PROFILE`: a folder for a profile of its processor time.
 */
export const startProgram = async (settings: Readonly<Record<string, string>>): Promise<Program> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const profile = process.env['AMIN_TEST_PROFILE']
  const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const child = spawn(process.execPath, [...flags, MAIN], {
    env: {
      PATH: process.env['PATH'],
      // What Node keeps of code that it has compiled before, where whoever measures wants that.
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      AMIN_PORT: String(port),
      AMIN_LOG_LEVEL: 'error',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let isOver = false
  const gone = new Promise<void>((resolve) => child.once('exit', () => ((isOver = true), resolve())))
  const isReady = (): Promise<boolean> =>
    fetch(`${url}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    )
  while (!(await isReady())) {
    if (isOver) throw new Error('the program ended while it started')
    await pause(LOOK_MS)
  }
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM')
      await gone
    },
  }
}
