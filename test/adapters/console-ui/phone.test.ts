import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import {
  makeTranslate,
  type Language,
  type Translate,
} from '../../../adapters/console/ui/language/bundles.ts'
import { leave, openBench, openContext, openPage, refusedBy, type Bench } from './browser.ts'
import { openDeskServer, type DeskServer } from './desk-server.ts'
import { readAxe } from './seats.ts'
import { textsOf } from './texts.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const CODE = 'PH0NE123'

let bench: Bench
let axe: string
beforeAll(async () => {
  bench = await openBench()
  axe = await readAxe()
})
afterAll(() => bench?.close())

const open: { server: DeskServer; context: BrowserContext }[] = []
afterEach(async () => {
  for (const { server, context } of open.splice(0)) {
    leave(context)
    await server.stop()
  }
})

const sourceOf = (language: Language): Promise<string> =>
  readFile(new URL(`../../../adapters/console/ui/locales/phone/${language}.ftl`, import.meta.url), 'utf8')

type Place = {
  readonly server: DeskServer
  readonly page: Page
  readonly t: Translate
  readonly more: Translate
  readonly faults: string[]
}

const atStart = async (look: Parameters<typeof openContext>[1] = {}): Promise<Place> => {
  const language = look.language ?? 'en'
  const server = await openDeskServer(bench.dist, bench.pictures)
  const context = await openContext(bench.browser, { ...look, language })
  open.push({ server, context })
  const { page, faults } = await openPage(context, `${server.url}/calls`)
  page.setDefaultTimeout(30_000)
  await page.locator('.phone form').waitFor()
  return {
    server,
    page,
    faults,
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
const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe)
  const found: readonly { id: string; nodes: readonly { html: string }[] }[] = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then((found) => found.violations)`,
  )
  return found.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

test('every text of a call is there in each language', async () => {
  const keys = (source: string): readonly string[] =>
    [...source.matchAll(/^([\w-]+) =/gm)].map(([, key]) => key ?? '')
  const [ar, ckb, en] = await Promise.all((['ar', 'ckb', 'en'] as const).map(sourceOf))
  expect(keys(ar ?? '')).toEqual(keys(en ?? ''))
  expect(keys(ckb ?? '')).toEqual(keys(en ?? ''))
})

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
    expect(await violations(page), name).toEqual([])
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
