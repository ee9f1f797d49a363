import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { refusedBy, type Look } from './browser.ts'
import { PASSWORD, type DeskServer } from './desk-server.ts'
import { TOKEN } from './telegram-world.ts'
import { violationsIn, useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { makeMe } from './world.ts'

const sit = useSeats()
const t = await textsOf('en')

const open = (prepare?: (server: DeskServer) => void, look: Look = {}): Promise<Seat> =>
  sit({
    path: '/channels/telegram',
    until: '.sheet-part',
    look: { language: 'en', ...look },
    prepare: (server) => {
      server.me = makeMe('admin')
      prepare?.(server)
    },
  })
const fresh = ({ telegram }: DeskServer): void => {
  telegram.state = { from: 'nowhere', version: 0 }
}
const field = (page: Page) => page.getByLabel(t('telegram-token'), { exact: true })
const button = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true })

test('by keys alone on a small phone: the token goes in, the page says which bot it is and nothing of the token, and the test message is seen to come', async () => {
  const { server, page, faults } = await open(fresh, { width: 390 })
  await page.getByText(t('telegram-from-nowhere')).waitFor()
  await field(page).focus()
  await page.keyboard.insertText(TOKEN)
  await page.keyboard.press('Enter')
  await page.getByText('@help_centre_iq').first().waitFor()
  expect(server.telegram.token).toBe(TOKEN)
  expect(await page.content()).not.toContain('a-token-that')

  await button(page, 'telegram-test-do').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('img', { name: t('telegram-test-qr') }).waitFor()
  await page.getByText(/^https:\/\/t\.me\/help_centre_iq\?start=test-/).waitFor()
  await page.getByText(t('telegram-test-waits')).waitFor()
  server.telegram.comes()
  await page.getByText(/came through and was answered/).waitFor()
  expect(await page.locator('.telegram-way').count()).toBe(0)
  expect(faults).toEqual([])
})

test('what Telegram says of a token stands beside the field, which keeps it and has the focus', async () => {
  const { server, page } = await open(fresh)
  await field(page).fill('no token')
  await button(page, 'telegram-set').click()
  await page.getByText(t('telegram-why-format')).waitFor()
  for (const says of ['refused', 'unreachable', 'slowed', 'broken'] as const) {
    server.telegram.says = says
    await field(page).fill(TOKEN)
    await button(page, 'telegram-set').click()
    await page.getByText(t(`telegram-why-${says}`)).waitFor()
    expect(await field(page).inputValue()).toBe(TOKEN)
    await expect.poll(() => field(page).evaluate((node) => node.matches(':focus'))).toBe(true)
  }
  expect(server.telegram.state.from).toBe('nowhere')
})

test('what ends with a token is said before it is taken, and it is taken only by another press; another token is asked about anew', async () => {
  const { server, page } = await open()
  server.telegram.ends = ['webhook', 'other-bot']
  await button(page, 'telegram-change').click()
  await page
    .getByRole('dialog')
    .getByText(/@BotFather with \/revoke/)
    .waitFor()
  await field(page).fill(TOKEN)
  await button(page, 'telegram-set').click()
  for (const why of ['webhook', 'other-bot']) await page.getByText(t(`telegram-why-${why}`)).waitFor()
  await button(page, 'telegram-anyway').waitFor()
  expect(server.telegram.state.version).toBe(1)
  await button(page, 'telegram-anyway').click()
  await expect.poll(() => server.telegram.state.version).toBe(2)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('a token is taken away after a word of what ends, and somebody who was second is told so', async () => {
  const { server, page } = await open()
  await button(page, 'telegram-remove').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(t('telegram-remove-note')).waitFor()
  await dialog.getByText(/@BotFather with \/revoke/).waitFor()
  server.telegram.state = { ...server.telegram.state, version: 2 }
  await dialog.getByRole('button', { name: t('telegram-remove') }).click()
  await dialog.getByText(t('telegram-outdated')).waitFor()
  await dialog.getByRole('button', { name: t('cancel') }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => server.asked.filter((asked) => /^GET .*telegram$/.test(asked)).length).toBe(2)
  await button(page, 'telegram-remove').click()
  await dialog.getByRole('button', { name: t('telegram-remove') }).click()
  await page.getByText(t('telegram-from-nowhere')).waitFor()
})

test('a session that was not proved lately is asked first, and then the same token is set', async () => {
  const { server, page } = await open(fresh)
  server.failNext = { call: /^PUT .*telegram/, status: 403, code: 'proof_required' }
  await field(page).fill(TOKEN)
  await button(page, 'telegram-set').click()
  await page.locator('input[name=password]').fill(PASSWORD)
  await button(page, 'prove-do').click()
  await expect.poll(() => server.telegram.token).toBe(TOKEN)
})

test('a token of the environment is said to lead, asked about, tried, and not changed here', async () => {
  const { page } = await open(({ telegram }) => {
    telegram.state = { from: 'environment', version: 0 }
  })
  await page.getByText(t('telegram-from-environment')).waitFor()
  expect(await field(page).count()).toBe(0)
  expect(await button(page, 'telegram-remove').count()).toBe(0)
  await button(page, 'telegram-look').click()
  await page.getByText(t('telegram-why-good')).waitFor()
  await page.getByText('@help_centre_iq').first().waitFor()
  await button(page, 'telegram-test-do').waitFor()
})

test('an official account that is another than the bot is said, since people are told that every other one is a fraud', async () => {
  const { page } = await open((server) => {
    server.settings.put('official', { version: 1, value: { telegram: '@somebody_else' } })
  })
  await page.getByText(t('telegram-official-other')).waitFor()
  await page.getByText('@somebody_else').waitFor()
})

test('the checklist leads to the page, and its line is good once the token is set', async () => {
  const { server, page } = await open(({ telegram }) => {
    telegram.state = { from: 'nowhere', version: 2 }
  })
  await page.goto(`${server.url}/checklist`)
  const item = page.locator('.check', { hasText: t('todo-telegram') })
  await item.getByText(t('todo-telegram-off')).waitFor()
  await item.getByRole('link').click()
  await field(page).fill(TOKEN)
  await button(page, 'telegram-set').click()
  await button(page, 'telegram-change').waitFor()
  await page.goBack()
  await expect.poll(() => item.getAttribute('data-state')).toBe('good')
})

test.each([
  ['ar', 'dark', 390],
  ['ckb', 'light', 1440],
  ['en', 'light', 390],
] as const)(
  'with a test under way and before a token it is whole and accessible in %s, %s, at %i px',
  async (language, scheme, width) => {
    const say = await textsOf(language)
    const { server, page, faults } = await open(undefined, { language, scheme, width })
    const shots = process.env['AMIN_TEST_SHOTS']
    const judge = async (name: string): Promise<void> => {
      if (shots !== undefined)
        await page.screenshot({ path: `${shots}/telegram-${name}-${language}-${width}.png`, fullPage: true })
      expect(await refusedBy(page)).toEqual([])
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBe(0)
      expect(await violationsIn(page)).toEqual([])
    }
    await page.getByRole('button', { name: say('telegram-test-do') }).click()
    await page.locator('.telegram-way').waitFor()
    // The key that copies stands beside what it copies.
    for (const box of await page.locator('.invite-link').all()) {
      const [text, copy] = [
        await box.locator('> :is(a, bdi)').boundingBox(),
        await box.locator('button').boundingBox(),
      ]
      expect(copy?.y).toBeLessThan((text?.y ?? 0) + (text?.height ?? 0))
    }
    await judge('test')
    fresh(server)
    server.telegram.ends = ['webhook', 'other-bot']
    await page.reload()
    await page.getByLabel(say('telegram-token'), { exact: true }).fill(TOKEN)
    await page.getByRole('button', { name: say('telegram-set') }).click()
    await page.getByRole('button', { name: say('telegram-anyway') }).waitFor()
    await judge('fresh')
    expect(faults.filter((fault) => !/axe|TrustedHTML|409/.test(fault))).toEqual([])
  },
)
