import { mkdtempSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { freePort, print, round, startFakeProcess } from './fake-process.ts'

const MAIN = new URL('../../bots/main.ts', import.meta.url).pathname
const STREAMS = 200
/** The console's own bound (adapters/console/server/shift/streams.ts). */
const STREAMS_A_SESSION = 20
const MESSAGES = 500
const EMAIL = 'bench@example.org'
const PASSWORD = 'correct horse battery'

const until = async (condition: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await condition())) await new Promise((resolve) => void setImmediate(resolve))
}

const signIn = async (url: string): Promise<string> => {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  })
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

/** A stream of the console: calls `heard` with the time of each change. */
const listen = (url: string, cookie: string, heard: (at: number) => void): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = get(
      `${url}/api/v1/events`,
      { headers: { cookie, accept: 'text/event-stream' } },
      (response) => {
        if (response.statusCode !== 200)
          return reject(new Error(`the stream answered ${response.statusCode}`))
        let rest = ''
        response.setEncoding('utf8').on('data', (text: string) => {
          const frames = (rest + text).split('\n\n')
          rest = frames.pop() ?? ''
          for (const frame of frames) if (frame.includes('event: change')) heard(performance.now())
          if (frames.some((frame) => frame.includes('event: hello'))) resolve(response)
        })
      },
    )
    request.on('error', reject)
  })

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0

/**
 * From a message at the platform to the event of its case at a console, one message at a time, with
 * 200 console streams open.
 */
export const benchEvents = async (): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  const fake = await startFakeProcess()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    PATH: process.env['PATH'],
    AMIN_DATA: dataDir,
    AMIN_PORT: String(port),
    AMIN_LOG_LEVEL: 'error',
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
    AMIN_ADMIN_EMAIL: EMAIL,
    AMIN_ADMIN_PASSWORD: PASSWORD,
  }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const streams: IncomingMessage[] = []
  try {
    await until(
      async () =>
        (await fetch(`${url}/readyz`)
          .then(({ status }) => status)
          .catch(() => 0)) === 200,
    )
    let first: number | undefined
    let frames = 0
    let cookie = ''
    for (let i = 0; i < STREAMS; i += 1) {
      if (i % STREAMS_A_SESSION === 0) cookie = await signIn(url)
      streams.push(
        await listen(url, cookie, (at) => {
          frames += 1
          if (i === STREAMS - 1) first ??= at
        }),
      )
    }
    const latencies: number[] = []
    for (let message = 0; message < MESSAGES; message += 1) {
      first = undefined
      const sent = performance.now()
      await fake.control('crowd', { n: 1, chats: 1, text: 'help' })
      await until(() => first !== undefined)
      latencies.push((first ?? 0) - sent)
    }
    print({
      bench: 'events',
      streams: STREAMS,
      messages: MESSAGES,
      frames,
      p50Ms: round(quantile(latencies, 0.5)),
      p99Ms: round(quantile(latencies, 0.99)),
    })
  } finally {
    for (const stream of streams) stream.destroy()
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
    fake.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
