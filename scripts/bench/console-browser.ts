import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { chromium, type BrowserContext, type Page, type Response } from 'playwright-core'
import { figuresOf } from './console-load.ts'
import type { Line, World } from './console-world.ts'
import type { Size } from './console.ts'
import { median, part, print, round } from './figures.ts'
import { CLIMB, DRAWN, PATIENCE_MS, WATCH } from './browser-scripts.ts'

/** One chat may say one thing a second for long (adapters/channels/webchat/limits.ts). */
const PAUSE_MS = 1_050

const PAINTED_GOAL_MS = 150

const BYTES_GOAL = 240_000

/** A frame that takes longer is felt as a jerk. */
const JERK_MS = 50

const CHROMIUM = '/usr/bin/chromium'
/** The same engine without windows and tabs: not what agents have, and a third less work. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

type Painted = { readonly there: number; readonly painted: number }

type Climbed = {
  readonly done: boolean
  readonly ms: number
  readonly frames: readonly number[]
  readonly nodes: number
  readonly most: number
  readonly bubbles: number
}

const now = (): number => performance.timeOrigin + performance.now()

const pause = (length: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, length))

/** A person in the web chat, over HTTP as the page does it. */
const enterChat = (url: string): { readonly say: (id: string, text: string) => Promise<void> } => {
  let cookie = ''
  const post = (path: string, body: object): Promise<void> =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body)
      const headers = {
        origin: url,
        'x-chat': '1',
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        cookie,
      }
      const call = request(`${url}/chat/api${path}`, { method: 'POST', headers }, (response) => {
        const set = response.headers['set-cookie'] ?? []
        if (set.length > 0) cookie = set.map((one) => one.split(';', 1)[0]).join('; ')
        response
          .resume()
          .on('end', () =>
            response.statusCode === 202
              ? resolve()
              : reject(new Error(`the chat answered ${response.statusCode}`)),
          )
      })
      call.on('error', reject)
      call.end(text)
    })
  return { say: (id, text) => post('/messages', { id, text, language: 'ar' }) }
}

const findChat = async (line: Line): Promise<string> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const { body } = await line.ask('POST', '/api/v1/search', { q: 'benchmarkword' })
    const [row] = (JSON.parse(body) as { rows: { code: string }[] }).rows
    if (row !== undefined) return row.code
    await pause(50)
  }
  throw new Error('the case of the web chat is not there')
}

const signIn = async (context: BrowserContext, { url, members, password }: World): Promise<Page> => {
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(`${url}/sign-in`)
  await page.locator('input[type=email]').fill(members[0]!.email)
  await page.locator('input[type=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.locator('.queue-list, .queue-empty').first().waitFor()
  return page
}

/**
 * From the person's request leaving to the words in the agent's page, one message after another,
 * with every agent's stream open.
 */
const benchMessages = async (world: World, page: Page, messages: number): Promise<void> => {
  part('messages from the web chat to the page')
  const [line] = world.lines
  const chat = enterChat(world.url)
  await chat.say('first-message', 'benchmarkword يهددني بنشر صوري')
  const code = await findChat(line!)
  const claimed = await line!.ask('POST', `/api/v1/cases/${code}/claim`, {})
  if (claimed.status !== 200) throw new Error(`the claim answered ${claimed.status}: ${claimed.body}`)
  await page.goto(`${world.url}/cases/${code}`)
  await page.locator('.composer').waitFor()
  await page.locator('.live-mark[data-state=live]').waitFor()
  await page.evaluate(WATCH)
  let frames = 0
  const streams = await Promise.all(world.lines.map((each) => each.listen(() => (frames += 1))))
  const there: number[] = []
  const painted: number[] = []
  for (let n = 0; n < messages; n += 1) {
    const sent = now()
    await chat.say(`mark-message-${n}`, `mark-${n} هل انت هنا`)
    // Asked from outside: what Playwright would run in the page to wait there, the page's policy forbids.
    let times: Painted | undefined
    while (times === undefined) {
      times = await page.evaluate(
        `globalThis.painted['mark-${n}']?.painted === undefined ? undefined : globalThis.painted['mark-${n}']`,
      )
      if (times === undefined) await pause(20)
    }
    there.push(times.there - sent)
    painted.push(times.painted - sent)
    await pause(Math.max(0, PAUSE_MS - (now() - sent)))
  }
  for (const stream of streams) stream.destroy()
  print({
    bench: 'console',
    name: 'message in the web chat to words in the page',
    messages,
    streams: streams.length,
    frames,
    ...figuresOf(there),
    paintedP99Ms: figuresOf(painted)['p99Ms'],
    goalP99Ms: PAINTED_GOAL_MS,
  })
}

const benchThread = async (world: World, page: Page, { thread, rounds }: Size): Promise<void> => {
  part('the long thread')
  const opened: number[] = []
  for (let n = 0; n < rounds; n += 1) {
    await page.goto(`${world.url}/`)
    await page.locator('.queue-list, .queue-empty').first().waitFor()
    const start = now()
    await page.goto(`${world.url}/cases/${world.thread}`, { waitUntil: 'commit' })
    await page.locator('.bubble').first().waitFor()
    const drawn: number = await page.evaluate(DRAWN)
    opened.push(drawn - start)
  }
  const nodes: number = await page.evaluate("document.getElementsByTagName('*').length")
  const climbed: Climbed = await page.evaluate(CLIMB)
  const jerks = climbed.frames.filter((frame) => frame > JERK_MS)
  print({
    bench: 'console',
    name: `thread of ${thread} messages: address opened, then scrolled to its beginning`,
    openedMs: round(median(opened), 0),
    nodesOpened: nodes,
    reachedBeginning: climbed.done,
    scrolledMs: round(climbed.ms, 0),
    bubbles: climbed.bubbles,
    nodesMost: climbed.most,
    frames: climbed.frames.length,
    framesOver50Ms: jerks.length,
    longestFrameMs: round(Math.max(...climbed.frames), 0),
  })
}

/**
 * What a page asks for of scripts and styles, with nothing kept from before, until `there` is on
 * it; each compressed by itself.
 */
const weigh = async (page: Page, address: string, there: string): Promise<void> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  await cdp.send('Network.setBypassServiceWorker', { bypass: true })
  const sizes = new Map<string, number>()
  const reading: Promise<void>[] = []
  const read = (response: Response): void => {
    const { pathname } = new URL(response.url())
    if (
      !/\.(?:js|css)$/.test(pathname) ||
      response.status() !== 200 ||
      response.request().serviceWorker() !== null
    )
      return
    const size = response.body().then((body) => void sizes.set(pathname, gzipSync(body).byteLength))
    reading.push(size.catch(() => undefined))
  }
  page.on('response', read)
  await page.goto(address)
  await page.locator(there).first().waitFor()
  page.off('response', read)
  await Promise.all(reading)
  await cdp.detach()
  const sum = (ending: string): number =>
    [...sizes].filter(([path]) => path.endsWith(ending)).reduce((all, [, size]) => all + size, 0)
  print({
    bench: 'console',
    name: `scripts and styles of ${new URL(address).pathname.replace(/[A-Z\d]{8}$/, 'CODE')}, gzipped`,
    files: sizes.size,
    scripts: sum('.js'),
    styles: sum('.css'),
    together: sum('.js') + sum('.css'),
    goalBytes: BYTES_GOAL,
  })
}

/**
 * A conversation has the most on it; who opens the desk gets its parts right after the queue,
 * before they ask for them.
 */
const benchBytes = async (page: Page, { url, thread }: World): Promise<void> => {
  part('scripts and styles')
  await weigh(page, `${url}/cases/${thread}`, '.bubble')
  const stranger = await page.context().browser()!.newContext()
  await weigh(await stranger.newPage(), `${url}/sign-in`, 'button[type=submit]')
  await stranger.close()
}

/**
 * Until the page can be used, beside a page with nothing in it, both from this server with nothing
 * kept from before.
 */
const benchReady = async (context: BrowserContext, { url }: World, rounds: number): Promise<void> => {
  part('the sign-in page')
  const times: Record<'empty' | 'signIn', number[]> = { empty: [], signIn: [] }
  for (let n = 0; n <= rounds; n += 1)
    for (const kind of ['empty', 'signIn'] as const) {
      const page = await context.newPage()
      const cdp = await context.newCDPSession(page)
      await cdp.send('Network.enable')
      await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
      const start = now()
      await page.goto(kind === 'empty' ? `${url}/healthz` : `${url}/sign-in`, { waitUntil: 'commit' })
      if (kind === 'signIn') await page.locator('button[type=submit]').waitFor()
      const drawn: number = await page.evaluate(DRAWN)
      if (n > 0) times[kind].push(drawn - start)
      await page.close()
    }
  print({
    bench: 'console',
    name: 'sign-in page ready, beside an empty page',
    readyMs: round(median(times.signIn), 0),
    emptyMs: round(median(times.empty), 0),
    ratio: round(median(times.signIn) / median(times.empty), 1),
  })
}

/** What an agent sees, in a real browser. */
export const benchBrowser = async (world: World, size: Size, smallest: boolean): Promise<void> => {
  const executablePath = smallest && existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : CHROMIUM
  const browser = await chromium.launch({ executablePath, args: ARGS })
  try {
    const fresh = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    await benchReady(fresh, world, size.rounds)
    await fresh.close()
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    })
    const page = await signIn(context, world)
    await benchBytes(page, world)
    await benchMessages(world, page, size.messages)
    await benchThread(world, page, size)
  } finally {
    await browser.close()
  }
}
