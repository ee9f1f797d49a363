import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import {
  makeTranslate,
  type Language,
  type Translate,
} from '../../../adapters/console/ui/language/bundles.ts'
import { refusedBy, type Look } from './browser.ts'
import type { DeskServer } from './desk-server.ts'
import { violationsIn, useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'

const CODE = 'PH0NE123'

const sit = useSeats()

const sourceOf = (language: Language): Promise<string> =>
  readFile(new URL(`../../../adapters/console/ui/locales/phone/${language}.ftl`, import.meta.url), 'utf8')

type Place = Seat & { readonly t: Translate; readonly more: Translate }

const atStart = async (look: Look = {}): Promise<Place> => {
  const language = look.language ?? 'en'
  return {
    ...(await sit({ path: '/calls', look: { ...look, language }, until: '.phone form' })),
    t: await textsOf(language),
    more: makeTranslate(language, await sourceOf(language)),
  }
}
const begin = async ({ page, more }: Place): Promise<void> => {
  await page.getByRole('button', { name: more('phone-open') }).click()
  await page.locator('.phone-question').waitFor()
}
const answers = (server: DeskServer): readonly unknown[] =>
  server.bodies
    .filter(({ path }) => path.endsWith('/answers'))
    .map(({ body }) => (body as { answer: unknown }).answer)

test('a call goes from question to question to its end, and the PIN is kept; nothing that was said stands in an address', async () => {
  const place = await atStart()
  const { server, page, more } = place
  await page.getByText('کوردیی ناوەندی').click()
  await begin(place)
  expect(server.bodies.find(({ path }) => path === '/api/v1/cases')?.body).toMatchObject({ language: 'ckb' })
  expect(await page.locator('.phone-question .phone-spoken').getAttribute('dir')).toBe('rtl')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('checkbox', { name: 'None of these' }).check()
  await page.getByRole('checkbox', { name: 'Someone may hurt me' }).check()
  expect(await page.getByRole('checkbox', { name: 'None of these' }).isChecked()).toBe(false)
  await page.getByRole('button', { name: more('phone-next') }).click()
  await page.getByText('تۆ تەنها نیت، ئێستا لەگەڵتم.').waitFor()
  await page.getByText(more('phone-urgent')).waitFor()
  // Who does not see the page is taken to the next question.
  await expect.poll(() => page.evaluate('document.activeElement.className')).toContain('phone-question')
  await page.getByLabel(more('phone-words')).fill('he wants money')
  await page.getByRole('button', { name: more('phone-next') }).click()
  await page.getByText(more('phone-files')).waitFor()
  await page.getByRole('button', { name: more('phone-next') }).click()
  await page.getByRole('button', { name: 'Send, no preference' }).click()
  await page.getByText(more('phone-finished')).waitFor()
  expect(answers(server)).toEqual([
    { kind: 'pick', options: ['continue'] },
    { kind: 'pick', options: ['hurt'] },
    { kind: 'words', text: 'he wants money' },
    { kind: 'pass', how: 'skip' },
    { kind: 'pick', options: ['send'] },
  ])
  await page.getByLabel(more('phone-pin'), { exact: true }).fill('12')
  await page.getByRole('button', { name: more('phone-pin-keep') }).click()
  await page.getByText(more('phone-pin-unfit')).waitFor()
  await page.getByLabel(more('phone-pin'), { exact: true }).fill('493817')
  await page.getByRole('button', { name: more('phone-pin-keep') }).click()
  await page.getByText(more('phone-pin-kept')).waitFor()
  expect(server.asked.join(' ')).not.toMatch(/money|493817/)
  expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')).not.toMatch(
    /money|493817/,
  )
  await page.getByRole('link', { name: more('phone-to-case') }).click()
  await page.waitForURL(`**/cases/${CODE}`)
})

test('what answers nothing is said so and stays in the field; skip, "does not know" and back do what they say', async () => {
  const place = await atStart()
  const { server, page, more } = place
  await begin(place)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: more('phone-way-skip'), exact: true }).click()
  await page.getByLabel(more('phone-words')).fill('?')
  await page.getByRole('button', { name: more('phone-next') }).click()
  await page.getByText(more('phone-unclear')).waitFor()
  expect(await page.getByLabel(more('phone-words')).inputValue()).toBe('?')
  await page.getByRole('button', { name: more('phone-way-unknown') }).click()
  await page.getByText(more('phone-files')).waitFor()
  await page.getByRole('button', { name: more('phone-way-back') }).click()
  await page.getByLabel(more('phone-words')).waitFor()
  expect(answers(server).slice(1)).toEqual([
    { kind: 'pass', how: 'skip' },
    { kind: 'words', text: '?' },
    { kind: 'pass', how: 'unknown' },
    { kind: 'back' },
  ])
})

test('a line that breaks loses no word, and a call that broke off is offered again', async () => {
  const place = await atStart()
  const { server, page, more, t } = place
  await begin(place)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: more('phone-way-skip'), exact: true }).click()
  await page.getByLabel(more('phone-words')).fill('a long story')
  server.failNext = { call: /\/answers$/, status: 503, code: 'unavailable' }
  await page.getByRole('button', { name: more('phone-next') }).click()
  await page.getByRole('alert').filter({ hasText: /./ }).first().waitFor()
  expect(await page.getByLabel(more('phone-words')).inputValue()).toBe('a long story')
  await page.getByRole('button', { name: more('phone-next') }).click()
  await page.getByText(more('phone-files')).waitFor()
  await page.goto(`${server.url}/`)
  await page.getByRole('link', { name: t('phone-title') }).click()
  await page.getByRole('link', { name: CODE }).click()
  await page.getByText(more('phone-files')).waitFor()
})

test.each([
  ['ar', 'light', 1280],
  ['en', 'dark', 1280],
  ['ar', 'dark', 390],
  ['en', 'light', 390],
] as const)('a call is accessible in %s, %s, at %i px', async (language, scheme, width) => {
  const place = await atStart({ language, scheme, width })
  const { page, more, faults } = place
  const shots = process.env['AMIN_TEST_SHOTS']
  const look = async (name: string): Promise<void> => {
    if (shots !== undefined)
      await page.screenshot({ path: `${shots}/${name}-${language}-${scheme}-${width}.png`, fullPage: true })
    expect(await refusedBy(page)).toEqual([])
    expect(await violationsIn(page), name).toEqual([])
    await page.evaluate('globalThis.refused = []')
    expect(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0)
  }
  await look('call-start')
  await begin(place)
  await look('call-one')
  await page.locator('.phone-option').first().click()
  await page.getByRole('checkbox').nth(1).check()
  await look('call-several')
  await page.getByRole('button', { name: more('phone-next') }).click()
  await page.getByLabel(more('phone-words')).fill('هددني بنشر الصور، رقمه +964 770 123 4412')
  await look('call-words')
  await page.getByRole('button', { name: more('phone-next') }).click()
  await page.getByText(more('phone-files')).waitFor()
  await look('call-files')
  await page.getByRole('button', { name: more('phone-next') }).click()
  await page.locator('.phone-option').first().click()
  await page.getByText(more('phone-finished')).waitFor()
  await look('call-end')
  expect(faults.filter((fault) => !/axe|TrustedHTML/.test(fault))).toEqual([])
})
