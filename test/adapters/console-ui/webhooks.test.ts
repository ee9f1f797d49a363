import { expect, test } from 'vitest'
import { refusedBy, type Look } from './browser.ts'
import type { DeskServer } from './desk-server.ts'
import { violationsIn, useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { makeMe } from './world.ts'

const sit = useSeats()
const t = await textsOf('en')

const open = (prepare?: (server: DeskServer) => void, look: Look = {}): Promise<Seat> =>
  sit({
    path: '/webhooks',
    until: 'main .state-line',
    look: { language: 'en', ...look },
    prepare: (server) => {
      server.me = makeMe('admin')
      prepare?.(server)
    },
  })
const part = ({ page }: Seat, id: string) =>
  page.locator('.sheet-part').filter({ has: page.getByRole('heading', { name: id, exact: true }) })

test('an administrator reads whether each takes what it is sent, what became of the last messages, and why in words', async () => {
  const seat = await open()
  await seat.page.goto(seat.server.url)
  await seat.page.getByRole('button', { name: t('menu-pages') }).click()
  await seat.page.getByRole('menuitem', { name: t('webhooks-title') }).click()
  await seat.page.locator('main .state-line').first().waitFor()
  const desk = await part(seat, 'duty-desk').innerText()
  for (const key of ['webhook-is-on', 'webhook-type-target-missed', 'webhook-delivered', 'webhook-waits'])
    expect(desk).toContain(t(key))
  expect(desk).toContain(t('webhook-fault-broken', { status: '503' }))
  const register = await part(seat, 'ministry-register').innerText()
  expect(register).toContain('Has taken nothing since')
  expect(register).toContain(t('webhook-fault-unreachable'))
  expect(register).toContain(t('webhook-fault-denied', { status: '401' }))
  expect(register).toContain('Next try on')
  expect(await part(seat, 'archive').innerText()).toContain(t('webhook-is-new'))
  const tickets = await part(seat, 'tickets').innerText()
  expect(tickets).toContain('Switched off on')
  expect(tickets).toContain(t('webhook-given-up'))
  expect(tickets).toContain(t('webhook-fault-timeout'))
  // What waits while nothing is sent waits for a test, not for an hour that passed.
  expect(tickets).toContain(t('webhook-next-off'))
  expect(tickets).not.toContain('Next try on')
  expect(seat.faults).toEqual([])
})

test('a test by keys alone on a small phone says what became of it, and switches on what takes it', async () => {
  const seat = await open(
    (server) => void (server.webhooks.answers = { taken: false, fault: 'unreachable' }),
    {
      width: 390,
    },
  )
  const { server, page } = seat
  const tickets = part(seat, 'tickets')
  const button = tickets.getByRole('button', { name: t('webhook-test-do') })
  await button.focus()
  await page.keyboard.press('Enter')
  await tickets.getByText(t('webhook-test-refused', { why: t('webhook-fault-unreachable') })).waitFor()
  server.webhooks.answers = { taken: true }
  await page.keyboard.press('Enter')
  await tickets.getByText(t('webhook-test-taken')).waitFor()
  await tickets.getByText(t('webhook-is-on')).waitFor()
  expect(server.webhooks.tested).toEqual(['tickets', 'tickets'])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  expect(seat.faults).toEqual([])
})

test('the newest messages stand there at once, all of them at a press, and the place of the keys is kept', async () => {
  const seat = await open()
  const desk = part(seat, 'duty-desk')
  await expect.poll(() => desk.locator('tbody tr').count()).toBe(5)
  const button = desk.getByRole('button', { name: t('wanted-all', { count: 6 }) })
  await button.focus()
  await seat.page.keyboard.press('Enter')
  await expect.poll(() => desk.locator('tbody tr').count()).toBe(6)
  await seat.page.keyboard.press('Enter')
  await expect.poll(() => desk.locator('tbody tr').count()).toBe(5)
})

test('where the operator file names none the page says what they are for', async () => {
  const { page } = await open((server) => void (server.webhooks.state = { webhooks: [] }))
  await page.getByText(t('webhooks-none')).waitFor()
})

test.each(['agent', 'supervisor', 'auditor', 'analyst'] as const)(
  'somebody who is %s is not led to it, and who knows the address reads that it is not for them',
  async (role) => {
    const { server, page } = await sit({
      look: { language: 'en' },
      prepare: (before) => void (before.me = makeMe(role)),
    })
    await page.getByRole('button', { name: t('menu-pages') }).click()
    await page.getByRole('menuitem', { name: t('sessions-title') }).waitFor()
    expect(await page.getByRole('menuitem', { name: t('webhooks-title') }).count()).toBe(0)
    await page.goto(`${server.url}/webhooks`)
    await page.getByText(t('fault-forbidden')).waitFor()
    expect(await page.getByText('example.org').count()).toBe(0)
  },
)

test.each([
  ['ar', 'light', 1440],
  ['ar', 'dark', 390],
  ['ckb', 'dark', 1440],
  ['ckb', 'light', 390],
  ['en', 'dark', 1440],
  ['en', 'light', 390],
] as const)(
  'with a test that was refused it is whole and accessible in %s, %s, at %i px',
  async (language, scheme, width) => {
    const say = await textsOf(language)
    const seat = await open(
      (server) => void (server.webhooks.answers = { taken: false, fault: 'http-403' }),
      { language, scheme, width },
    )
    const { page, faults } = seat
    const button = part(seat, 'tickets').getByRole('button', { name: say('webhook-test-do') })
    await button.click()
    await part(seat, 'tickets').getByText('403').waitFor()
    const shots = process.env['AMIN_TEST_SHOTS']
    if (shots !== undefined) {
      // The page scrolls inside its frame: a tall window shows it whole.
      await page.setViewportSize({ width, height: width < 720 ? 3200 : 1900 })
      await page.screenshot({ path: `${shots}/webhooks-${language}-${scheme}-${width}.png` })
    }
    expect(await refusedBy(page)).toEqual([])
    expect(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0)
    expect(await violationsIn(page)).toEqual([])
    expect(faults.filter((fault) => !/axe|TrustedHTML/.test(fault))).toEqual([])
  },
)
