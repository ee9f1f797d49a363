import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { type Look } from './browser.ts'
import { violationsIn, useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { codeOf } from './world.ts'

const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
const MINE = codeOf(3)

const sit = useSeats()

const sitDown = (look: Look = {}): Promise<Seat> => sit({ path: `/cases/${MINE}/file`, look })
/** As somebody without a mouse does. */
const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name }).focus()
  await page.keyboard.press('Enter')
}

describe.each([
  ['ar', 'light', 1280],
  ['ckb', 'dark', 390],
  ['en', 'light', 390],
] as const)('in %s, %s, at %i px', (language, scheme, width) => {
  test('why a case belongs with others stands in words, both texts and both pictures beside each other by keyboard', async () => {
    const t = await textsOf(language)
    const { server, page } = await sitDown({ language, scheme, width })
    const [first = '', second = ''] = server.cases.get(MINE)!.file.links
    await page.getByText(t('ties-title')).waitFor()
    await page.getByText(t('tie-held-words')).waitFor()
    for (const compare of await page.getByRole('button', { name: `${t('tie-compare')}: ${first}` }).all()) {
      await compare.focus()
      await page.keyboard.press('Enter')
    }
    await page.locator('.tie-sides mark').first().waitFor()
    expect(await page.locator('.tie-sides mark').count()).toBe(2)
    expect(await page.locator('.tie-sides img').count()).toBe(2)
    expect(await page.getByRole('button', { name: `${t('link-same-begin')}: ${second}` }).count()).toBe(0)
    expect([await violationsIn(page), await page.evaluate(WIDER)]).toEqual([[], 0])
  })
})

test('that two cases belong together is said in a dialog, with the reason, by keyboard alone', async () => {
  const t = await textsOf('ar')
  const { server, page } = await sitDown()
  const [first = ''] = server.cases.get(MINE)!.file.links
  await page.getByText(t('ties-title')).waitFor()
  await press(page, `${t('link-same-begin')}: ${first}`)
  await page.getByRole('dialog').locator('textarea').fill('النص نفسه')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(server.bodies.at(-1)).toMatchObject({
    path: `/api/v1/cases/${MINE}/links`,
    body: { code: first, wrong: false, verdict: 'same', reason: 'النص نفسه' },
  })
})
