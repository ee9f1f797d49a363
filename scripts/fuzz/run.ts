import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { proto } from '@whiskeysockets/baileys'
import { sample } from 'fast-check'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { toInbound } from '../../adapters/channels/telegram/to-inbound.ts'
import { makeIdentity } from '../../adapters/channels/whatsapp/identity.ts'
import { makeToInbound } from '../../adapters/channels/whatsapp/to-inbound.ts'
import { startApp } from '../../bots/compose.ts'
import { readConfig } from '../../bots/config.ts'
import { verifyStore } from '../../core/custody/verify-case.ts'
import { describeFault } from '../../core/custody/store-fault.ts'
import type { Inbound } from '../../core/base/message.ts'
import { makeInboundSink } from '../../core/services/inbound/sink.ts'
import { instant } from '../../core/base/units.ts'
import { freePort } from '../bench/fake-process.ts'
import { botpressCall, BOTPRESS_SETTINGS } from './botpress.ts'
import { routesOf, type Paths } from './shapes.ts'
import { openTeamOf } from './team.ts'
import { baileysMessage, cloudUpdate, encodable, PHONE, telegramUpdate } from './updates.ts'
import { json, mutated, textOf } from './values.ts'

export type FuzzOutcome = {
  readonly seed: number
  readonly inputs: number
  /** Inputs by way. */
  readonly ways: Readonly<Record<string, number>>
  /** Answers by their first digit. */
  readonly answers: Readonly<Record<string, number>>
  /**
   * What must not be: an answer of 500 and more, an exception, a mapping that threw, a chain that
   * does not hold.
   */
  readonly faults: readonly string[]
  readonly cases: number
  readonly peakMiB: number
}

const SECRET = 'fuzz-app-secret'
/** Every way that something comes by; the console twice, for it has the most routes. */
export const WAYS = ['telegram', 'baileys', 'cloud', 'webchat', 'botpress', 'console', 'console'] as const
type Way = (typeof WAYS)[number]
/** Inputs made from one seed; the next hundred have the next. Any of them is made again by `--seed`. */
const BATCH = 100
/** Requests at the same time. */
const HANDS = 8

/** mulberry32. */
const makeDice = (seed: number): (() => number) => {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * More memory (MiB) at any time is a leak: 100,000 inputs took 1,467 on the machine that it was measured on,
 * with the whole program and the fakes in one process.
 */
const MOST_MEMORY = 2_500
/** So many of the bodies are a body of the contract with something changed; the others are anything. */
const SHAPED = 0.7
/** So many of the calls to the console are a program's, with a key. */
const BY_KEY = 0.2

/** Sends so many inputs by every way there is, then looks whether all still holds. */
export const runFuzz = async ({
  inputs,
  seed,
  by = WAYS,
}: {
  readonly inputs: number
  readonly seed: number
  /** The ways to take, in turn. */
  readonly by?: readonly Way[]
}): Promise<FuzzOutcome> => {
  const dir = mkdtempSync(join(tmpdir(), 'amin-fuzz-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const config = readConfig({
    AMIN_DATA: dir,
    AMIN_PORT: String(port),
    WHATSAPP: 'cloud',
    WHATSAPP_CLOUD_PHONE_ID: PHONE,
    WHATSAPP_CLOUD_TOKEN: 'fuzz-cloud-token',
    WHATSAPP_CLOUD_APP_SECRET: SECRET,
    WHATSAPP_CLOUD_VERIFY_TOKEN: 'fuzz-verify-token',
    // Nobody is there: what is to be sent waits.
    WHATSAPP_CLOUD_API_ROOT: 'http://127.0.0.1:9',
    ...BOTPRESS_SETTINGS,
  })
  if ('faults' in config) throw new Error(config.faults.join('\n'))
  const faults: string[] = []
  const broke = (error: unknown): void => void faults.push(`exception: ${String(error)}`)
  process.on('uncaughtException', broke)
  process.on('unhandledRejection', broke)
  const { botKey, caseKey, signIn } = await openTeamOf(config, url)
  const app = await startApp(config, { official: {} }, makeMemoryLog())
  const { ports } = app.foundation
  const sink = makeInboundSink({ ...ports, inbox: ports.store.inbox })
  const known = new Map<string, Uint8Array>()
  const table = {
    get: (id: string) => known.get(id),
    put: (entries: Iterable<readonly [string, Uint8Array | undefined]>) => {
      for (const [id, value] of entries)
        if (value === undefined) known.delete(id)
        else known.set(id, value)
    },
  }
  const mapBaileys = makeToInbound({ identity: makeIdentity(table, () => `contact-${known.size}`) })
  const cookies = await signIn()
  const described = (await (
    await fetch(`${url}/api/v1/openapi.json`, { headers: { cookie: cookies.at(-1) ?? '' } })
  ).json()) as { readonly paths: Paths }
  const routes = routesOf(described.paths)
  const chats: string[] = []
  const codes: string[] = []
  const ways: Record<string, number> = {}
  const answers: Record<string, number> = {}
  let peak = 0

  const send = async (
    way: string,
    path: string,
    init: RequestInit,
    made: number,
  ): Promise<Response | undefined> => {
    try {
      const answer = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(60_000) })
      const digit = `${Math.floor(answer.status / 100)}xx`
      answers[digit] = (answers[digit] ?? 0) + 1
      // Of Botpress, whom nobody can ask here, what cannot be done now is to be repeated.
      if (answer.status >= 500 && !(way === 'botpress' && answer.status === 503))
        faults.push(`${answer.status} by ${way}, seed ${made}: ${init.method} ${path}`)
      return answer
    } catch (error) {
      // Bytes that cannot be sent in a header or an address never leave.
      if (!(error instanceof TypeError)) faults.push(`${way}, seed ${made}: ${String(error)}`)
      return undefined
    }
  }

  const keep = async (way: string, made: number, map: () => readonly Inbound[]): Promise<void> => {
    try {
      await sink.put(map())
    } catch (error) {
      faults.push(`${way}, seed ${made}: ${String(error)}`)
    }
  }

  const one = async (n: number, made: number, value: unknown, dice: () => number): Promise<void> => {
    const next = (): unknown => value
    const headers = { origin: url, 'content-type': 'application/json' }
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(dice() * list.length)]
    const way = by[n % by.length] ?? 'console'
    ways[way] = (ways[way] ?? 0) + 1
    if (way === 'telegram')
      return keep(way, made, () => {
        const mapped = toInbound(mutated(telegramUpdate(n), next, dice), {
          account: '1',
          receivedAt: instant(Date.now()),
        })
        return 'item' in mapped ? [mapped.item] : []
      })
    if (way === 'baileys')
      return keep(way, made, () => {
        const message = encodable(mutated(baileysMessage(n), next, dice)) ?? { conversation: textOf(value) }
        const key = { remoteJid: `1000000000000${n % 40}@lid`, fromMe: false, id: `3A${n}` }
        const bytes = proto.WebMessageInfo.encode(
          proto.WebMessageInfo.create({ key, message, messageTimestamp: 1_700_000_000 + n }),
        ).finish()
        const facts = {
          endToEnd: true,
          offline: false,
          chat: key.remoteJid,
          alt: '9647701234567@s.whatsapp.net',
          fromMe: false,
        }
        return mapBaileys({ row: n, account: 'main', receivedAt: Date.now(), kind: 'message', bytes, facts })
      })
    if (way === 'cloud') {
      const body = JSON.stringify(mutated(cloudUpdate(n), next, dice))
      const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`
      return void (await send(
        way,
        '/whatsapp',
        { method: 'POST', body, headers: { ...headers, 'x-hub-signature-256': signature } },
        made,
      ))
    }
    if (way === 'botpress') {
      const { path, ...init } = botpressCall({ n, value, dice, key: botKey })
      return void (await send(way, path, { ...init, headers: { ...headers, ...init.headers } }, made))
    }
    if (way === 'webchat') {
      const path =
        pick([
          'messages',
          'presses',
          'commands',
          'start',
          'fingerprints',
          'typing',
          'exit',
          'uploads?kind=photo&id=fuzz-0000',
        ]) ?? ''
      const given = {
        id: `fuzz-${String(n).padStart(8, '0')}`,
        text: textOf(value),
        token: '1:consent:yes',
        command: 'help',
        language: 'en',
      }
      const cookie = dice() < 0.7 ? pick(chats) : undefined
      const from = `10.${n % 200}.${(n >> 8) % 200}.1`
      const init = {
        method: path.startsWith('uploads') ? 'PUT' : 'POST',
        headers: {
          ...headers,
          'x-chat': '1',
          'x-forwarded-for': from,
          ...(cookie === undefined ? {} : { cookie }),
        },
        body: JSON.stringify(mutated(given, next, dice)),
      }
      const answer = await send(way, `/chat/api/${path}`, init, made)
      const set = answer?.headers
        .getSetCookie()
        .find((each) => each.startsWith('chat=') && !each.includes('Max-Age=0'))
      if (set !== undefined && chats.length < 50) chats.push(set.split(';')[0] ?? '')
      return
    }
    const route = pick(routes)
    if (route === undefined) return
    const fill = (): string =>
      encodeURIComponent(
        dice() < 0.7 ? (pick(codes) ?? 'AAAA2222') : textOf(value).slice(0, 200).toWellFormed(),
      )
    const query =
      dice() < 0.3 ? `?limit=${Math.floor(dice() * 300)}&cursor=${fill()}&status=${fill()}&q=${fill()}` : ''
    const path = `${route.path.replaceAll(/\{[^}]+\}/g, fill)}${query}`
    const init = {
      method: route.method,
      headers: {
        origin: url,
        'x-amin': '1',
        ...(dice() < BY_KEY ? { authorization: `Bearer ${caseKey}` } : { cookie: pick(cookies) ?? '' }),
        ...(route.method === 'GET' ? {} : headers),
      },
      ...(route.method === 'GET'
        ? {}
        : { body: JSON.stringify(dice() < SHAPED ? mutated(route.body, next, dice) : value) ?? '' }),
    }
    await send(way, path, init, made)
  }

  try {
    for (let done = 0; done < inputs; done += BATCH) {
      const made = seed + done / BATCH
      const values = sample(json, { seed: made, numRuns: Math.min(BATCH, inputs - done) })
      const dice = makeDice(made)
      const queue = values.map((value, i) => () => one(done + i, made, value, dice))
      await Promise.all(
        Array.from({ length: HANDS }, async () => {
          for (let work = queue.shift(); work !== undefined; work = queue.shift()) await work()
        }),
      )
      peak = Math.max(peak, process.memoryUsage.rss())
      if (peak > MOST_MEMORY * 1_048_576)
        faults.push(`memory: ${Math.round(peak / 1_048_576)} MiB, seed ${made}`)
      const { rows } = await ports.store.views.list({}, { limit: 50 })
      codes.splice(0, codes.length, ...rows.map(({ code }) => code))
    }
    while ((await ports.store.inbox.depth()).waiting > 0) await pause(100)
    const counts = await ports.store.views.counts()
    for await (const fault of verifyStore(ports)) faults.push(`chain: ${describeFault(fault)}`)
    const cases = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return { seed, inputs, ways, answers, faults, cases, peakMiB: Math.round(peak / 1_048_576) }
  } finally {
    await app.stop()
    process.off('uncaughtException', broke)
    process.off('unhandledRejection', broke)
    rmSync(dir, { recursive: true, force: true })
  }
}
