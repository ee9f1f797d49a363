import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { leave, openBench, openContext, openPage, type Bench, type Look } from './browser.ts'
import { openDeskServer, type DeskServer } from './desk-server.ts'
import { textsOf } from './texts.ts'
import { codeOf, makeMe } from './world.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const AUDIT = `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then((found) => found.violations)`
const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

let bench: Bench
let axe: string
beforeAll(async () => {
  bench = await openBench()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
})
afterAll(() => bench?.close())

const open: { readonly server: DeskServer; readonly context: BrowserContext }[] = []
afterEach(async () => {
  for (const { server, context } of open.splice(0)) {
    leave(context)
    await server.stop()
  }
})
const sitDown = async (look: Look = {}) => {
  const server = await openDeskServer(bench.dist, bench.pictures)
  server.me = makeMe('supervisor')
  const context = await openContext(bench.browser, look)
  open.push({ server, context })
  const { page } = await openPage(context, `${server.url}/networks`)
  page.setDefaultTimeout(30_000)
  return page
}
describe.each([
  ['ar', 'light', 1280],
  ['ckb', 'dark', 390],
  ['en', 'light', 390],
] as const)('in %s, %s, at %i px', (language, scheme, width) => {
  test('networks stand with what binds them, sums and places; their cases and why are a key away', async () => {
    const t = await textsOf(language)
    const page = await sitDown({ language, scheme, width })
    const first = page.locator('.network').first()
    await first.getByText('1,500 USD').waitFor()
    expect(await first.locator('dl').innerText()).toContain(t('bond-script'))
    await first.locator('summary').focus()
    await page.keyboard.press('Enter')
    await first
      .getByRole('link', { name: codeOf(5) })
      .first()
      .waitFor()
    await page.evaluate(axe)
    const violations: readonly { readonly id: string }[] = await page.evaluate(AUDIT)
    expect([violations.map(({ id }) => id), await page.evaluate(WIDER)]).toEqual([[], 0])
  })
})
