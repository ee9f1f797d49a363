import { mkdtempSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFakeProcess } from './fake-process.ts'
import { part, print, quantile, round, type Given } from './figures.ts'
import { startProgram } from './program.ts'

type Size = { readonly streams: number; readonly messages: number }
const FULL: Size = { streams: 200, messages: 500 }
const SMALLEST: Size = { streams: 1, messages: 1 }
/** The console's own bound (adapters/console/server/shift/streams.ts). */
const STREAMS_A_SESSION = 20
const EMAIL = 'bench@example.org'
const PASSWORD = 'correct horse battery'

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => void setImmediate(resolve))
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

/**
 * From a message at the platform to the event of its case at a console, one message at a time, with
 * 200 console streams open.
 */
export const benchEvents = async ({ smallest }: Given): Promise<void> => {
  const size = smallest ? SMALLEST : FULL
  part('start of the program')
  const dataDir = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  const fake = await startFakeProcess()
  const { url, stop } = await startProgram({
    AMIN_DATA: dataDir,
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
    AMIN_ADMIN_EMAIL: EMAIL,
    AMIN_ADMIN_PASSWORD: PASSWORD,
  })
  const streams: IncomingMessage[] = []
  try {
    let first: number | undefined
    let frames = 0
    let cookie = ''
    part('streams')
    for (let i = 0; i < size.streams; i += 1) {
      if (i % STREAMS_A_SESSION === 0) cookie = await signIn(url)
      streams.push(
        await listen(url, cookie, (at) => {
          frames += 1
          if (i === size.streams - 1) first ??= at
        }),
      )
    }
    part('messages')
    const latencies: number[] = []
    for (let message = 0; message < size.messages; message += 1) {
      first = undefined
      const sent = performance.now()
      await fake.control('crowd', { n: 1, chats: 1, text: 'help' })
      await until(() => first !== undefined)
      latencies.push((first ?? 0) - sent)
    }
    print({
      bench: 'events',
      ...size,
      frames,
      p50Ms: round(quantile(latencies, 0.5)),
      p99Ms: round(quantile(latencies, 0.99)),
    })
  } finally {
    for (const stream of streams) stream.destroy()
    await stop()
    fake.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
