import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { codeIn, fit } from '../../../adapters/console/ui/palette/match.ts'
import { refusedBy, type Look } from './browser.ts'
import { violationsIn, useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { codeOf, COLLEAGUE, makeMe } from './world.ts'

describe('what is typed', () => {
  test('fits a name by the beginnings of its words, whatever their order, letters and digits', () => {
    expect(fit('num stat', ['Statistics in numbers'])).toBeGreaterThan(0)
    expect(fit('حص', ['الأرقام والإحصائيّات'])).toBe(0)
    expect(fit('والاحصائيات', ['الأرقام والإحصائيّات'])).toBeGreaterThan(0)
    expect(fit('چاتی', ['چاتي دواتر'])).toBeGreaterThan(0)
    expect(fit('٢', ['Agent 2'])).toBeGreaterThan(0)
    expect(fit('stat zebra', ['Statistics'])).toBe(0)
  })
  test('fits best where a name begins so', () => {
    expect(fit('health', ['Health'])).toBeGreaterThan(fit('health', ['State of health']))
    expect(fit('health', ['State of health'])).toBeGreaterThan(fit('ealth', ['State of health']))
  })
  test('may be the beginning of a code, also with Arabic digits, and words are none', () => {
    expect([codeIn('k7'), codeIn(' ٤٥ab '), codeIn('k'), codeIn('حالة'), codeIn('statistics')]).toEqual([
      'K7',
      '45AB',
      undefined,
      undefined,
      undefined,
    ])
  })
})

test('the sheet of keys names every key that does something', async () => {
  const root = new URL('../../../adapters/console/ui', import.meta.url).pathname
  const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.tsx'))
  const sources = await Promise.all(files.map((name) => readFile(join(root, name), 'utf8')))
  const sheet = await readFile(join(root, 'desk/keys-sheet.tsx'), 'utf8')
  const named = new Set([...sheet.matchAll(/'(Alt|[^'\s]|\?)'(?=[,\]])/g)].map(([, key]) => key))
  const SIGNS: Readonly<Record<string, string>> = {
    'Shift+Slash': '?',
    Slash: '/',
    BracketRight: ']',
    BracketLeft: '[',
  }
  const bound = sources.flatMap((source) =>
    [...source.matchAll(/use(?:Alt)?Shortcuts\([^{]*\{([^;]*?)\}\)\n/g)].flatMap(([, keys = '']) =>
      [...keys.matchAll(/(?:^|[\s,{])'?((?:Shift\+)?(?:Key[A-Z]|Slash|Bracket\w+))'?:/g)].map(
        ([, key = '']) => key,
      ),
    ),
  )
  expect(bound.length).toBeGreaterThan(10)
  expect(bound.filter((key) => !named.has(SIGNS[key] ?? key.replace('Key', '')))).toEqual([])
})

const sit = useSeats()

const sitDown = (look: Look = {}, path = '/', role: Parameters<typeof makeMe>[0] = 'agent'): Promise<Seat> =>
  sit({
    path,
    until: '.queue-row, .composer, .page h1, .pane-main',
    look: { language: 'en', ...look },
    prepare: (server) => {
      server.me = makeMe(role, true)
    },
  })
const field = (page: Page) => page.locator('.palette').getByRole('combobox')
const options = (page: Page) => page.locator('.palette').getByRole('option')
const openPalette = async (page: Page, words = ''): Promise<void> => {
  await page.keyboard.press('Control+KeyK')
  await field(page).waitFor()
  if (words !== '') await page.keyboard.type(words)
}
const chosen = async (page: Page): Promise<string> => {
  const id = await field(page).getAttribute('aria-activedescendant')
  const option = page.locator(`[id="${String(id)}"][aria-selected=true]`)
  return option.locator('.palette-text').innerText()
}

describe('the palette', () => {
  test('opens over a half-written reply, closes with Escape and with its own keys, and the hand is back in the reply', async () => {
    const { page } = await sitDown({}, `/cases/${codeOf(3)}`)
    const t = await textsOf('en')
    const reply = page.getByRole('textbox', { name: t('compose-reply') })
    await reply.fill('half a sen')
    for (const key of ['Escape', 'Control+KeyK']) {
      await openPalette(page)
      expect(await field(page).and(page.locator(':focus')).count()).toBe(1)
      await page.keyboard.press(key)
      await field(page).waitFor({ state: 'detached' })
      expect(await reply.and(page.locator(':focus')).count()).toBe(1)
    }
    await page.keyboard.type('tence')
    await expect.poll(() => reply.inputValue()).toBe('half a sentence')
  })

  test('goes to a page by its name in any of the three languages', async () => {
    const { page } = await sitDown({}, '/', 'admin')
    for (const language of ['ar', 'ckb', 'en'] as const) {
      const name = (await textsOf(language))('statistics-title')
      await openPalette(page, name)
      await expect.poll(() => chosen(page)).toBe((await textsOf('en'))('statistics-title'))
      await page.keyboard.press('Enter')
      await expect.poll(() => page.url()).toContain('/statistics')
      await page.goto(new URL('/', page.url()).href)
      await page.locator('.queue-row').first().waitFor()
    }
  })

  test('opens a case by the beginning of its code, without a search that is logged', async () => {
    const { server, page } = await sitDown()
    await openPalette(page, codeOf(7).slice(0, 6).toLowerCase())
    await options(page)
      .filter({ hasText: codeOf(7) })
      .waitFor()
    await expect.poll(() => chosen(page)).toBe(codeOf(7))
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain(`/cases/${codeOf(7)}`)
    expect(server.asked.filter((line) => line.endsWith('/api/v1/search'))).toEqual([])
  })

  test('asks all cases for words only where that is chosen, in the body, and shows them in the queue if wanted', async () => {
    const { server, page } = await sitDown()
    const t = await textsOf('en')
    await openPalette(page, 'many')
    await options(page).filter({ hasText: 'many' }).waitFor()
    expect(server.asked.filter((line) => line.endsWith('/api/v1/search'))).toEqual([])
    await expect.poll(() => chosen(page)).toBe(t('palette-search', { words: 'many' }))
    await page.keyboard.press('Enter')
    await page
      .getByRole('group', { name: t('palette-found') })
      .getByRole('option')
      .nth(3)
      .waitFor()
    expect(server.bodies.filter(({ path }) => path === '/api/v1/search').map(({ body }) => body)).toEqual([
      { q: 'many' },
    ])
    await page.keyboard.press('ArrowUp')
    expect(await chosen(page)).toBe(t('palette-all'))
    await page.keyboard.press('Enter')
    await page.locator('.found-line p').first().waitFor()
    expect(page.url()).not.toContain('many')
  })

  test('shows the cases that a colleague holds, and those of a team', async () => {
    const { server, page } = await sitDown()
    server.change(codeOf(1), { status: 'agent', assignee: COLLEAGUE }, ['case_claimed'])
    await openPalette(page, COLLEAGUE.name)
    await expect.poll(() => chosen(page)).toBe(COLLEAGUE.name)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.queue-row .code').allInnerTexts()).toContain(codeOf(1))
    expect(server.listed).toContain(`assignee=${COLLEAGUE.id}&status=agent&limit=100`)
    expect(server.asked).not.toContain('POST /api/v1/search')
  })

  test('does what can be done with the open case, with the key that does the same beside it', async () => {
    const { page } = await sitDown({}, `/cases/${codeOf(3)}`)
    const t = await textsOf('en')
    await page.locator('.composer').waitFor()
    await openPalette(page)
    const group = page.getByRole('group', { name: t('palette-of-case', { code: codeOf(3) }) })
    expect(
      await group
        .getByRole('option')
        .filter({ hasText: t('transfer').replace('…', '') })
        .innerText(),
    ).toContain('P')
    await page.keyboard.type('pass')
    await expect.poll(() => chosen(page)).toBe(t('transfer').replace('…', ''))
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').locator('form').waitFor()
    await page.keyboard.press('Control+KeyK')
    expect(await page.getByRole('dialog').count()).toBe(1)
  })

  test('offers nothing that the role may not: an analyst finds numbers, and no case, colleague or command', async () => {
    const { server, page } = await sitDown({}, '/', 'analyst')
    const t = await textsOf('en')
    await openPalette(page)
    const texts = await page.locator('.palette-text').allInnerTexts()
    expect(texts).toContain(t('statistics-title'))
    expect(texts).not.toContain(t('next-take'))
    expect(texts).not.toContain(t('agents-title'))
    await page.keyboard.type(codeOf(7))
    await page.getByText(t('palette-none')).waitFor()
    expect(server.asked.filter((line) => /\/(?:cases|colleagues|search)/.test(line))).toEqual([])
  })

  test('hides what cases say where previews are hidden', async () => {
    const { page } = await sitDown({ preferences: { discreet: true } })
    const t = await textsOf('en')
    await openPalette(page, 'many')
    await page.keyboard.press('Enter')
    const group = page.getByRole('group', { name: t('palette-found') })
    await group.getByRole('option').first().waitFor()
    expect(await group.locator('.palette-note').count()).toBe(0)
  })

  test.each([
    ['ar', 'light', 1440],
    ['ckb', 'dark', 1440],
    ['en', 'light', 1440],
    ['ar', 'dark', 390],
    ['ckb', 'light', 390],
    ['en', 'dark', 390],
  ] as const)('is whole and accessible in %s, %s, at %i px', async (language, scheme, width) => {
    const { page, faults } = await sitDown({ language, scheme, width }, `/cases/${codeOf(3)}`)
    await page.locator('.composer').waitFor()
    const shots = process.env['AMIN_TEST_SHOTS']
    const look = async (name: string): Promise<void> => {
      if (shots !== undefined)
        await page.screenshot({ path: `${shots}/${name}-${language}-${scheme}-${width}.png` })
      expect(await refusedBy(page)).toEqual([])
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBe(0)
      expect(await violationsIn(page)).toEqual([])
    }
    await openPalette(page)
    await look('palette')
    await page.keyboard.type('a')
    await look('palette-some')
    await field(page).fill('many')
    await page.keyboard.press('Enter')
    await page.locator('.palette-note .words, .palette-note').nth(2).waitFor()
    await look('palette-found')
    expect(faults.filter((fault) => !/axe|TrustedHTML/.test(fault))).toEqual([])
  })
})
