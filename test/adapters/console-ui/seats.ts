import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { leave, openBench, openContext, openPage, type Bench, type Look } from './browser.ts'
import { openDeskServer, type DeskServer } from './desk-server.ts'

/** A page of the console that somebody sits before, and the server behind it. */
export type Seat = {
  readonly server: DeskServer
  readonly context: BrowserContext
  readonly page: Page
  readonly faults: string[]
}

type Sitting = {
  readonly path?: string
  readonly look?: Look
  /** Before the page is opened: who sits there, what there is. */
  readonly prepare?: (server: DeskServer) => void
  /** What the browser is told before the page is opened. */
  readonly browser?: (context: BrowserContext) => Promise<unknown>
  /** The page is there when this is. */
  readonly until?: string
  readonly cases?: number
}

/** One browser for the tests of a file; what a test opened is let go of after it. */
export const useSeats = (): ((sitting: Sitting) => Promise<Seat>) => {
  let bench: Bench
  const open: { readonly server: DeskServer; readonly context: BrowserContext }[] = []
  beforeAll(async () => {
    bench = await openBench()
  })
  afterAll(() => bench?.close())
  afterEach(async () => {
    for (const { server, context } of open.splice(0)) {
      leave(context)
      await server.stop()
    }
  })
  return async ({ path = '/', look, prepare, browser, until, cases }) => {
    const server = await openDeskServer(bench.dist, bench.pictures, cases)
    prepare?.(server)
    const context = await openContext(bench.browser, look)
    open.push({ server, context })
    await browser?.(context)
    const { page, faults } = await openPage(context, `${server.url}${path}`)
    if (until !== undefined) await page.locator(until).first().waitFor()
    return { server, context, page, faults }
  }
}

/** axe, to be run in a page. */
export const readAxe = (): Promise<string> =>
  readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
