import { spawn } from 'node:child_process'
import { createServer } from 'node:net'

const SERVE = new URL('../../test/fakes/telegram/serve.ts', import.meta.url).pathname

export type FakeProcess = {
  readonly apiRoot: string
  readonly token: string
  readonly control: (name: string, args?: unknown) => Promise<unknown>
  readonly stop: () => void
}

/** The fake Bot API in a process of its own, so that it does not take time from the bot that is measured. */
export const startFakeProcess = async (): Promise<FakeProcess> => {
  const child = spawn(process.execPath, [SERVE, JSON.stringify({ validate: false, throttle: false })], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data: Buffer) => resolve(data.toString())),
  )
  const { apiRoot, token } = JSON.parse(line) as { readonly apiRoot: string; readonly token: string }
  return {
    apiRoot,
    token,
    control: async (name, args = {}) => {
      const response = await fetch(`${apiRoot}/ctl/${name}`, { method: 'POST', body: JSON.stringify(args) })
      if (!response.ok) throw new Error(`the fake refused ${name}: ${await response.text()}`)
      return response.json()
    },
    stop: () => void child.kill(),
  }
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
export { print, round } from './figures.ts'
