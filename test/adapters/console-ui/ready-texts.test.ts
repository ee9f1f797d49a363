import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { refusedBy } from './browser.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { codeOf } from './world.ts'

const sit = useSeats()
const MINE = codeOf(3)
const t = await textsOf('ar')

const sitDown = async (): Promise<Seat> => {
  const seat = await sit({ path: `/cases/${MINE}`, until: '.composer' })
  onTestFinished(() => expect(seat.faults).toEqual([]))
  return seat
}
const field = (page: Page) => page.getByRole('textbox', { name: t('compose-reply'), exact: true })
const choose = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: t('replies-open') }).click()
  await page.locator('#reply-list [role=option]', { hasText: name }).click()
}
const selected = (page: Page): Promise<string> =>
  page.evaluate('{ const f = document.activeElement; f.value.slice(f.selectionStart, f.selectionEnd) }')
const sent = ({ server }: Seat): readonly string[] =>
  server.cases
    .get(MINE)!
    .messages.filter(({ from }) => from === 'agent')
    .map(({ text = '' }) => text)

test('what nothing is known of stands marked by its name, with why, and its place is under the cursor', async () => {
  const { page } = await sitDown()
  const gap = `{${t('variable-hotline')}}`
  await choose(page, 'رقم للاتصال')
  await expect.poll(() => selected(page)).toBe(gap)
  const marks = page.locator('.unfilled')
  await marks.getByText(t('unfilled-why-hotline')).waitFor()
  await field(page).press('Home')
  await marks.getByRole('button', { name: t('unfilled-at', { name: t('variable-hotline') }) }).click()
  expect(await selected(page)).toBe(gap)
  await page.keyboard.type('497')
  await marks.waitFor({ state: 'detached' })
  expect(await field(page).inputValue()).toBe('هذا رقم يمكن الاتصال به: \u2068497\u2069.')
  expect(await refusedBy(page)).toEqual([])
})

test('a reply with a gap is not sent, says why, leads to the gap, and goes once it is filled', async () => {
  const seat = await sitDown()
  const { page } = seat
  const before = sent(seat).length
  await field(page).fill('اتصل على {hotline} الآن')
  await page.keyboard.press('Control+Enter')
  await page.getByText(t('fault-placeholder')).waitFor()
  expect(await selected(page)).toBe('{hotline}')
  expect(sent(seat)).toHaveLength(before)
  await page.keyboard.type('497')
  expect(await page.getByText(t('fault-placeholder')).count()).toBe(0)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => sent(seat).at(-1)).toBe('اتصل على 497 الآن')
})

test('a text that is not there in the person’s language says so, and cannot be put into the field by a press or a key', async () => {
  const { page } = await sitDown()
  await page.getByRole('button', { name: t('replies-open') }).click()
  const lacking = page.locator('#reply-list [role=option]', { hasText: 'العطلة' })
  await lacking.getByText(t('replies-not-said', { language: 'العربية' })).waitFor()
  expect(await lacking.getAttribute('aria-disabled')).toBe('true')
  await lacking.click({ force: true })
  await field(page).pressSequentially('العطلة')
  await page.keyboard.press('Enter')
  expect(await field(page).inputValue()).toBe('/العطلة')
})
