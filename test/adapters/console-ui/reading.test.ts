import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { refusedBy } from './browser.ts'
import type { DeskServer } from './desk-server.ts'
import { codeOf, makeMe } from './world.ts'
import { useSeats } from './seats.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()
const t = await textsOf('ar')

/** The first picture of a case, opened with a reason. */
const reveal = async (): Promise<{ server: DeskServer; page: Page }> => {
  const { server, page } = await sit({
    path: `/cases/${codeOf(3)}`,
    prepare: (server) => {
      server.me = makeMe('admin')
    },
  })
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
