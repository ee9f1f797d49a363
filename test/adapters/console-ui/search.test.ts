import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import {
  makeTranslate,
  type Language,
  type Translate,
} from '../../../adapters/console/ui/language/bundles.ts'
import { refusedBy, type Look } from './browser.ts'
import type { DeskServer } from './desk-server.ts'
import { codeOf } from './world.ts'
import { violationsIn, useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()

const sourceOf = (language: Language): Promise<string> =>
  readFile(new URL(`../../../adapters/console/ui/locales/search/${language}.ftl`, import.meta.url), 'utf8')

type Place = Seat & { readonly t: Translate; readonly more: Translate }

const atQueue = async (look: Look = {}, cases = 12): Promise<Place> => {
  const language = look.language ?? 'en'
  return {
    ...(await sit({ path: '/', look: { ...look, language }, until: '.queue-row', cases })),
    t: await textsOf(language),
    more: makeTranslate(language, await sourceOf(language)),
  }
}
const asked = (server: DeskServer): readonly unknown[] =>
  server.bodies.filter(({ path }) => path === '/api/v1/search').map(({ body }) => body)

test('Enter searches at once, in the body and not in the address; a cleared field shows the queue again', async () => {
  const { server, page, t, more } = await atQueue()
  const field = page.getByLabel(t('queue-search'))
  await field.fill('MANY')
  expect(asked(server)).toEqual([])
  await field.press('Enter')
  await page.getByText(more('found-many')).waitFor()
  expect(asked(server)).toEqual([{ q: 'MANY' }])
  expect(server.asked.some((line) => /MANY/i.test(line))).toBe(false)
  expect(page.url()).not.toMatch(/many/i)
  await field.press('Escape')
  await page.getByText(more('found-many')).waitFor({ state: 'detached' })
  expect(await field.inputValue()).toBe('')
})

test('the beginning of a code finds at once, a pause searches in words, and nothing found is said', async () => {
  const { server, page, t, more } = await atQueue()
  await page.getByLabel(t('queue-search')).pressSequentially(codeOf(2).slice(0, 6))
  await expect.poll(() => page.locator('.queue-row').count()).toBe(1)
  await page.getByLabel(t('queue-search')).fill('nobodysaidthis')
  await page.getByText(more('search-none')).waitFor()
  expect(asked(server).at(-1)).toEqual({ q: 'nobodysaidthis' })
  // Nothing was searched for while the words were not whole yet.
  expect(asked(server).length).toBeLessThanOrEqual(2)
})

test('filters narrow the queue without a search, in an order of their own, and are kept nowhere by themselves', async () => {
  const { server, page, t, more } = await atQueue()
  await page.getByRole('button', { name: more('filter-title') }).click()
  const panel = page.getByRole('dialog')
  await panel.getByLabel(more('filter-order')).selectOption('newest')
  const last = () => server.listed.filter((query) => query.endsWith('limit=100')).at(-1) ?? ''
  // Of what the queue showed, and not of all cases there ever were.
  await expect.poll(last).toBe('status=waiting&order=newest&limit=100')
  await panel.getByRole('checkbox', { name: t('status-waiting') }).uncheck()
  await panel.getByRole('checkbox', { name: t('status-closed') }).check()
  await panel.getByRole('checkbox', { name: 'P2' }).check()
  await panel.getByLabel(more('filter-from')).fill('2026-11-01')
  await expect.poll(last).toMatch(/order=newest&status=closed&severity=P2&from=2026-10-31T21%3A00%3A00.000Z/)
  expect(asked(server)).toEqual([])
  await panel.getByRole('button', { name: more('filter-clear') }).click()
  await expect.poll(() => page.locator('.queue-row').count()).toBeGreaterThan(0)
  expect(await panel.getByRole('checkbox', { name: t('status-closed') }).isChecked()).toBe(false)
})

test('on a phone the results stand where they stood when a case was opened and closed, and are not asked for again', async () => {
  const { server, page, t } = await atQueue({ width: 390 }, 60)
  await page.getByLabel(t('queue-search')).fill('many')
  await page.getByLabel(t('queue-search')).press('Enter')
  await page.locator('.found-line p').first().waitFor()
  const list = page.locator('.queue-list')
  await list.evaluate((box) => box.scrollTo(0, 900))
  await expect.poll(() => list.evaluate((box) => box.scrollTop)).toBe(900)
  const before = asked(server).length
  const row = page.locator('.queue-row[data-index="11"]')
  await row.click()
  await page.locator('.thread, .composer, .pane-main').first().waitFor()
  await page.goBack()
  await page.locator('.found-line p').first().waitFor()
  await expect.poll(() => page.locator('.queue-list').evaluate((box) => box.scrollTop)).toBe(900)
  expect(asked(server).length - before).toBeLessThanOrEqual(1)
})

test('a search that fails says so and can be tried again', async () => {
  const { server, page, t } = await atQueue()
  server.failNext = { call: /POST \/api\/v1\/search/, status: 403, code: 'forbidden' }
  await page.getByLabel(t('queue-search')).fill('many')
  await page.getByLabel(t('queue-search')).press('Enter')
  await page.getByRole('button', { name: t('again') }).click()
  await page.locator('.found-line p').first().waitFor()
})

test.each([
  ['ar', 'light', 1280],
  ['en', 'dark', 1280],
  ['ar', 'dark', 390],
  ['en', 'light', 390],
] as const)('search and filters are accessible in %s, %s, at %i px', async (language, scheme, width) => {
  const { page, t, more, faults } = await atQueue({ language, scheme, width })
  const shots = process.env['AMIN_TEST_SHOTS']
  const shot = async (name: string): Promise<void> => {
    if (shots !== undefined)
      await page.screenshot({ path: `${shots}/${name}-${language}-${scheme}-${width}.png` })
  }
  await page.getByLabel(t('queue-search')).fill('many')
  await page.getByLabel(t('queue-search')).press('Enter')
  await page.locator('.found-line p').first().waitFor()
  await shot('found')
  expect(await refusedBy(page)).toEqual([])
  expect(await violationsIn(page)).toEqual([])
  await page.getByRole('button', { name: more('filter-title') }).click()
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: t('status-closed') })
    .check()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: more('filter-save') })
    .waitFor()
  await shot('filters')
  expect(await violationsIn(page)).toEqual([])
  expect(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  ).toBe(0)
  expect(faults.filter((fault) => !/axe|TrustedHTML/.test(fault))).toEqual([])
})
