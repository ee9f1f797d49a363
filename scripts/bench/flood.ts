import { createHash, randomInt } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Price, Problem, ViewReply } from '../../adapters/channels/webchat/wire.ts'
import { startFakeProcess, type FakeProcess } from './fake-process.ts'
import { part, print, round, type Given } from './figures.ts'
import { startProgram } from './program.ts'

const PERSON = { email: 'noor@example.org', password: 'correct horse battery' }
/** Fakes at the same time. */
const HANDS = 24

/** The line outside is called a minute after somebody began to wait, in milliseconds, with some to spare. */
const PAGED_AFTER = 66_000

/** What real people write, each in their own words; the number makes theirs known again. */
const TEXTS: readonly (readonly [language: 'ar' | 'ckb' | 'en', text: (n: number) => string])[] = [
  ['en', (n) => `My cousin says he will kill me tonight. I am alone, my door is number ${n}`],
  ['ar', (n) => `أخوي يهددني بالقتل اليوم وأنا وحدي بالبيت رقم ${n} وما أعرف شسوي`],
  ['ckb', (n) => `براکەم دەڵێت ئەمشەو دەمکوژێت، من تەنیام لە ماڵی ژمارە ${n}`],
]
const FAKE = 'he will kill me now please come quickly to my house'

type Calls = readonly {
  readonly event: string
  readonly code: string
  readonly codes?: readonly string[]
  readonly waiting?: number
}[]

export type FloodOutcome = {
  readonly fakes: number
  readonly real: number
  readonly begun: number
  readonly slowed: number
  /** Real people who were answered in their chat, and who wait for a person at the gravest. */
  readonly answered: number
  readonly waiting: number
  /** Calls to the line outside, and how many the largest of them counts. */
  readonly calls: number
  readonly counted: number
  /** Real people that more than one call names. */
  readonly namedAgain: number
  readonly longestMs: number
  readonly serverErrors: number
}

const prove = ({ ticket, target, most }: Price): string => {
  for (let number = 0; number < most; number += 1)
    if (createHash('sha256').update(`${ticket}.${number}`).digest('hex') === target)
      return `${ticket}~${number}`
  return ticket
}

type World = { readonly url: string; readonly seen: { begun: number; slowed: number; serverErrors: number } }

const post = async (
  { url, seen }: World,
  from: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const answer = await fetch(`${url}/chat/api/messages`, {
    method: 'POST',
    headers: {
      origin: url,
      'x-chat': '1',
      'content-type': 'application/json',
      'x-forwarded-for': from,
      ...headers,
    },
    body: JSON.stringify(body),
  })
  if (answer.status >= 500) seen.serverErrors += 1
  return answer
}

/** Three kinds: one /64, one /48, and machines all over; one in twenty computes what it is asked for. */
const fake = async (world: World, n: number): Promise<void> => {
  const word = (): string => randomInt(1, 65_536).toString(16)
  const from = [
    `2001:db8:1:1::${word()}`,
    `2001:db8:2:${word()}::1`,
    `${randomInt(11, 99)}.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`,
  ][n % 3]!
  const body = { id: `flood-${String(n).padStart(8, '0')}`, text: `${FAKE} ${n}`, language: 'en' }
  let answer = await post(world, from, body)
  if (answer.status === 429 && n % 20 === 0) {
    const { price } = (await answer.json()) as Problem
    if (price !== undefined) answer = await post(world, from, body, { 'x-proof': prove(price) })
  }
  if (answer.status === 202) world.seen.begun += 1
  else world.seen.slowed += 1
  if (!answer.bodyUsed) await answer.arrayBuffer()
}

/**
 * As the page does: pays what it is asked for, waits where it is told to, then looks until somebody
 * answers.
 */
const realOnWeb = async (world: World, n: number): Promise<number> => {
  const start = performance.now()
  const [language, text] = TEXTS[n % TEXTS.length]!
  const from = `100.64.${n}.7`
  const body = { id: `person-${String(n).padStart(8, '0')}`, text: text(n), language }
  let answer = await post(world, from, body)
  while (answer.status !== 202) {
    const { price } = (await answer.json()) as Problem
    if (price === undefined) await pause(Number(answer.headers.get('retry-after') ?? 1) * 1000)
    answer = await post(world, from, body, price === undefined ? {} : { 'x-proof': prove(price) })
  }
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  for (;;) {
    const view = (await (
      await fetch(`${world.url}/chat/api/view`, { headers: { cookie, 'x-forwarded-for': from } })
    ).json()) as ViewReply
    if ('lines' in view && view.lines.some((line) => line.from === 'bot')) return performance.now() - start
    await pause(250)
  }
}

const realOnTelegram = async (telegram: FakeProcess, n: number): Promise<number> => {
  const start = performance.now()
  const [language, text] = TEXTS[n % TEXTS.length]!
  const { id } = (await telegram.control('person', { language })) as { readonly id: number }
  await telegram.control('does', { id, verb: 'says', args: [text(n)] })
  for (;;) {
    if (((await telegram.control('sent', { chat: id })) as readonly unknown[]).length > 0)
      return performance.now() - start
    await pause(250)
  }
}

/** Codes of the cases of real people that wait at the gravest, read as the console reads them. */
const codesOfReal = async (url: string, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> => {
  const headers = { origin: url, 'content-type': 'application/json' }
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify(PERSON),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const found = new Map<number, string>()
  let cursor: string | undefined
  do {
    const query = new URLSearchParams({
      status: 'waiting',
      severity: 'P1',
      limit: '100',
      ...(cursor === undefined ? {} : { cursor }),
    })
    const page = (await (
      await fetch(`${url}/api/v1/cases?${query.toString()}`, { headers: { cookie } })
    ).json()) as {
      readonly rows: readonly { readonly code: string; readonly preview?: string }[]
      readonly cursor?: string
    }
    for (const { code, preview } of page.rows) {
      const n = numbers.find((each) => preview === TEXTS[each % TEXTS.length]![1](each))
      if (n !== undefined) found.set(n, code)
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

/** A line outside that keeps what it is told. */
const openLine = async () => {
  const calls: Calls[number][] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      calls.push(JSON.parse(text) as Calls[number])
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    calls,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  }
}

/**
 * So many fakes and real people at the same time against a process of its own. The line outside is
 * called after a minute.
 */
export const runFlood = async ({
  fakes,
  real,
  pagedAfter = PAGED_AFTER,
}: {
  readonly fakes: number
  readonly real: number
  readonly pagedAfter?: number
}): Promise<FloodOutcome> => {
  const dir = mkdtempSync(join(tmpdir(), 'amin-flood-'))
  const [line, telegram] = [await openLine(), await startFakeProcess()]
  writeFileSync(join(dir, 'secret'), 'a secret of both sides')
  const targets = { P1: { pages: [{ afterMinutes: 1, to: 'external' }] } }
  writeFileSync(
    join(dir, 'operator.json'),
    JSON.stringify({ targets, alarm: { webhook: line.url, secretFile: 'secret' } }),
  )
  part('start of the program')
  const { url, stop } = await startProgram({
    AMIN_DATA: dir,
    AMIN_PROXY: '127.0.0.1',
    AMIN_ADMIN_EMAIL: PERSON.email,
    AMIN_ADMIN_PASSWORD: PERSON.password,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
  })
  try {
    part('real people get their answer')
    const world: World = { url, seen: { begun: 0, slowed: 0, serverErrors: 0 } }
    let next = 0
    const flood = Array.from({ length: HANDS }, async () => {
      while (next < fakes) await fake(world, (next += 1))
    })
    // Real people come while it runs, one half of them by a messenger.
    const numbers = Array.from({ length: real }, (_, n) => n + 1)
    const people = numbers.map((n) => (n % 2 === 0 ? realOnTelegram(telegram, n) : realOnWeb(world, n)))
    const took = await Promise.all(people)
    part('the rest of the flood')
    await Promise.all(flood)
    const ended = performance.now()
    part('all wait for a person')
    let codes = await codesOfReal(url, numbers)
    while (codes.size < real) {
      await pause(500)
      codes = await codesOfReal(url, numbers)
    }
    // Until the minute of everybody who waits has passed, and what is due by then was called.
    part('the line outside is called')
    await pause(Math.max(0, ended + pagedAfter - performance.now()))
    const times = [...codes.values()].map(
      (code) => line.calls.filter((call) => call.code === code || call.codes?.includes(code)).length,
    )
    return {
      fakes,
      real,
      ...world.seen,
      answered: took.length,
      waiting: codes.size,
      calls: line.calls.length,
      counted: Math.max(0, ...line.calls.map(({ waiting = 1 }) => waiting)),
      namedAgain: times.filter((count) => count > 1).length,
      longestMs: Math.round(Math.max(...took)),
    }
  } finally {
    await stop()
    telegram.stop()
    line.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** 10,000 fakes and 50 real people. */
export const benchFlood = async ({ smallest, cases = 10_000 }: Given): Promise<void> => {
  const start = performance.now()
  const outcome = await runFlood(smallest ? { fakes: 5, real: 2, pagedAfter: 0 } : { fakes: cases, real: 50 })
  print({ bench: 'flood', ...outcome, seconds: round((performance.now() - start) / 1000, 0) })
}
