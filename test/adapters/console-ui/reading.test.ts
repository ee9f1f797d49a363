import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import type { Translate } from '../../../adapters/console/ui/language/bundles.ts'
import { leave, openBench, openContext, openPage, refusedBy, type Bench } from './browser.ts'
import { openDeskServer, type DeskServer } from './desk-server.ts'
import { codeOf, makeMe } from './world.ts'
import { textsOf } from './texts.ts'

let bench: Bench
let t: Translate
beforeAll(async () => {
  bench = await openBench()
  t = await textsOf('ar')
})
afterAll(() => bench?.close())

const open: { server: DeskServer; context: BrowserContext }[] = []
afterEach(async () => {
  for (const { server, context } of open.splice(0)) {
    leave(context)
    await server.stop()
  }
})

/** The first picture of a case, opened with a reason. */
const reveal = async (): Promise<{ server: DeskServer; page: Page }> => {
  const server = await openDeskServer(bench.dist, bench.pictures)
  server.me = makeMe('admin')
  const context = await openContext(bench.browser, {})
  open.push({ server, context })
  const { page } = await openPage(context, `${server.url}/cases/${codeOf(3)}`)
  page.setDefaultTimeout(30_000)
  await page.getByRole('tab', { name: t('tab-evidence') }).click()
  await page
    .locator('.evidence')
    .getByRole('button', { name: t('reveal-open') })
    .first()
    .click()
  await page.getByRole('radio', { name: t('reason-identify') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('reveal-do') })
    .click()
  await page.locator('.picture-words').waitFor()
  return { server, page }
}
const code = (page: Page, n: number) => page.locator('.read-code').nth(n)

test('beside an opened picture stands who said what, and each code with its place in the picture', async () => {
  const { page } = await reveal()
  expect(await page.locator('.read-bubble').count()).toBe(3)
  expect(await page.locator('.read-bubble[data-side=them]').count()).toBe(1)
  await code(page, 0).locator('.cut-out img').waitFor()
  await code(page, 0).getByText('0770 123 4567').waitFor()
  await code(page, 1).getByText(t('code-unsure')).waitFor()
  expect(await refusedBy(page)).toEqual([])
})

test('a code is confirmed by a press, put right, or called wrong', async () => {
  const { server, page } = await reveal()
  await code(page, 0)
    .getByRole('button', { name: t('code-right'), exact: true })
    .click()
  await code(page, 0).locator('[data-verdict=confirmed]').waitFor()
  await code(page, 1)
    .getByRole('button', { name: t('code-fix'), exact: true })
    .click()
  await code(page, 1).getByRole('textbox').fill('@dark_wolf19')
  await code(page, 1)
    .getByRole('button', { name: t('code-fixed'), exact: true })
    .click()
  await code(page, 1).locator('[data-verdict=confirmed]').waitFor()
  expect(server.bodies.filter(({ path }) => path.includes('/codes/')).map(({ body }) => body)).toEqual([
    { verdict: 'right' },
    { verdict: 'right', fixed: '@dark_wolf19' },
  ])
})
