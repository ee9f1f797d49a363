import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import {
  begin,
  faultsOf,
  isPhone,
  leave,
  openBench,
  openProfile,
  refusedBy,
  viewportOf,
  type Bench,
  type Look,
} from './browser.ts'
import { listen, openDeskServer, type DeskServer } from './desk-server.ts'

/** A page of the console that somebody sits before, and the server behind it. */
export type Seat = {
  readonly server: DeskServer
  readonly context: BrowserContext
  readonly page: Page
  readonly faults: string[]
}

export type Sitting = {
  readonly path?: string
  readonly look?: Look
  /** Before the page is opened: who sits there, what there is. */
  readonly prepare?: (server: DeskServer) => void
  /** What the browser is told before the page is opened. */
  readonly browser?: (context: BrowserContext) => Promise<unknown>
  /** Runs before every page. */
  readonly script?: string
  /** The page is there when this is. */
  readonly until?: string
  readonly cases?: number
}

/** A profile that one test after another sits in, at an address that stays while the desks behind it change. */
type Place = { readonly context: BrowserContext; readonly page: Page; readonly http: Server }

const PATIENCE_MS = 30_000

const addressOf = (http: Server): string => {
  const address = http.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

const openPlace = async ({ browser }: Bench, look: Look): Promise<Place> => {
  const context = await openProfile(browser, look)
  const http = await listen()
  // While no desk stands there: an empty page.
  http.on('request', (_, reply) => {
    if (http.listenerCount('request') === 1) reply.writeHead(200, { 'content-type': 'text/html' }).end()
  })
  return { context, page: await context.newPage(), http }
}

/** Takes away what a test left. Another can sit there, unless the page was closed or its clock wound. */
const clear = async ({ context, page, http }: Place): Promise<boolean> => {
  for (const each of context.pages()) if (each !== page) await each.close()
  if (page.isClosed()) return false
  page.removeAllListeners()
  await Promise.all([page.unrouteAll({ behavior: 'ignoreErrors' }), context.unrouteAll()])
  await Promise.all([context.setOffline(false), context.clearPermissions(), context.clearCookies()])
  await page.goto(`${addressOf(http)}/nobody`)
  return page.evaluate("(localStorage.clear(), sessionStorage.clear(), !('__pwClock' in globalThis))")
}

let bench: Promise<Bench> | undefined
/** The app as built and one browser, for all tests of a file. */
export const useBench = (): Promise<Bench> => (bench ??= openBench())
const free = new Map<string, Place>()

/**
 * Seats for the tests of a file; what a test opened is let go of after it. The browser starts once, and
 * compiles the app once, not for each: that takes longer than most tests.
 */
export const useSeats = (): ((sitting?: Sitting) => Promise<Seat>) => {
  beforeAll(async () => {
    await useBench()
  })
  afterAll(async () => {
    for (const { http } of free.values()) http.close()
    free.clear()
    await (await bench)?.close()
    bench = undefined
  })
  const leaving: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const go of leaving.splice(0)) await go()
  })
  return async ({ path = '/', look = {}, prepare, browser, script, until, cases } = {}) => {
    const { scheme = 'light', width = 1440, zone, locale, worker } = look
    const kind = JSON.stringify([isPhone(width), zone, locale, worker])
    const opened = await useBench()
    const place = free.get(kind) ?? (await openPlace(opened, look))
    free.delete(kind)
    const { context, page, http } = place
    const server = await openDeskServer(opened.dist, opened.pictures, cases, http)
    const first = await begin(context, look, script)
    leaving.push(async () => {
      await first.dispose()
      const [isClear] = await Promise.all([clear(place), server.stop()])
      if (isClear && worker === undefined && !free.has(kind)) free.set(kind, place)
      else {
        http.close()
        leave(context)
      }
    })
    prepare?.(server)
    await browser?.(context)
    await page.setViewportSize(viewportOf(width))
    await page.emulateMedia({ colorScheme: scheme })
    const faults = faultsOf(page)
    page.setDefaultTimeout(PATIENCE_MS)
    await page.goto(`${server.url}${path}`)
    if (until !== undefined) await page.locator(until).first().waitFor()
    return { server, context, page, faults }
  }
}

/** A key as an Arabic layout gives it: the place is the same, the letter is not. */
export const pressArabic = async (page: Page, code: string, key: string, modifiers = 0): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  for (const type of ['keyDown', 'keyUp'] as const)
    await session.send('Input.dispatchKeyEvent', { type, code, key, modifiers })
  await session.detach()
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
type Violation = {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/**
 * What axe finds wrong in a page, a line each. `within`: in this part of it, as an expression. Only what is
 * wrong is looked into: half the time of a whole result; to look at colours is half of what is left. What
 * the policy refuses to axe is not counted.
 */
export const violationsIn = async (
  page: Page,
  { within = 'document', colours = true }: { readonly within?: string; readonly colours?: boolean } = {},
): Promise<readonly string[]> => {
  const refused = await refusedBy(page)
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe)
  const options = {
    runOnly: RULES,
    rules: { 'color-contrast': { enabled: colours } },
    resultTypes: ['violations'],
    preload: false,
  }
  const found: readonly Violation[] = await page.evaluate(
    `axe.run(${within}, ${JSON.stringify(options)}).then(({ violations }) => (globalThis.refused = ${JSON.stringify(refused)}, violations))`,
  )
  return found.map(
    ({ id, nodes }) =>
      `${id} ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary.slice(0, 300)}`).join(' | ')}`,
  )
}
