import { describe, expect, test } from 'vitest'
import { checklistOf, progressOf, type Known } from '../../../adapters/console/ui/admin/checklist.ts'
import type { AgentRow } from '../../../adapters/console/contract/people.ts'
import { describeCalled, HEALTH } from './administration-world.ts'
import { refusedBy } from './browser.ts'
import { CODE, PASSWORD } from './desk-server.ts'
import type { Look } from './browser.ts'
import { violationsIn, useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { makeMe } from './world.ts'

const OPERATOR = describeCalled({ of: () => undefined, nameOf: (id) => id })
const { organisation: _, ...UNNAMED } = OPERATOR
const member = (role: AgentRow['role'], more: Partial<AgentRow> = {}): AgentRow => ({
  id: `${String(role)}${String(more.state)}`,
  name: 'x',
  role,
  state: 'active',
  secondFactor: true,
  ...more,
})
/** The first minute: one administrator, no file, nothing switched on but the web chat of this machine. */
const FIRST: Known = {
  me: { secondFactor: true },
  agents: [member('admin')],
  operator: {
    ...UNNAMED,
    hotlines: [],
    teams: OPERATOR.teams.map(({ languages: _languages, ...team }) => ({ ...team, on: true })),
    targets: {
      ...OPERATOR.targets,
      P1: { ...OPERATOR.targets.P1, stated: false },
      P2: { ...OPERATOR.targets.P2, stated: false },
      P3: { ...OPERATOR.targets.P3, stated: false },
      P4: { ...OPERATOR.targets.P4, stated: false },
    },
  },
  health: {
    ...HEALTH,
    channels: [
      { name: 'telegram', status: 'off' },
      { name: 'whatsapp', status: 'off' },
      { name: 'webchat', status: 'ready' },
    ],
    backup: {},
  },
  model: { uses: [] },
  origin: 'http://127.0.0.1:8080',
}
const statesOf = (known: Known): Record<string, string> =>
  Object.fromEntries(checklistOf(known).map(({ name, state, says }) => [name, `${state} ${says}`]))
const stateOf = (name: string, known: Partial<Known>): string => statesOf({ ...FIRST, ...known })[name] ?? ''
const withChannel = (name: 'telegram' | 'webchat', more: object): Partial<Known> => ({
  health: {
    ...FIRST.health,
    channels: FIRST.health.channels.map((each) => (each.name === name ? { ...each, ...more } : each)),
  },
})
const hoursAgo = (hours: number): string => new Date(Date.parse(HEALTH.at) - hours * 3_600_000).toISOString()

describe('the checklist', () => {
  test('says in the first minute what is there and what is missing, and calls nothing done that is not', () => {
    expect(statesOf(FIRST)).toEqual({
      factor: 'good todo-factor-all',
      'second-admin': 'none todo-second-admin-none',
      members: 'none todo-members-none',
      organisation: 'none todo-organisation-none',
      hotlines: 'bad todo-hotlines-no-emergency',
      telegram: 'none todo-telegram-off',
      whatsapp: 'none todo-whatsapp-off',
      webchat: 'odd todo-webchat-here',
      backup: 'none todo-backup-none',
      teams: 'none todo-teams-none',
      targets: 'none todo-targets-none',
      model: 'none todo-model-none',
    })
    expect(progressOf(checklistOf(FIRST))).toEqual({ done: 1, of: 8 })
  })

  test('counts invited people as invited, and those without a second factor as without', () => {
    const invited = member('admin', { state: 'invited', secondFactor: false })
    expect(stateOf('second-admin', { agents: [member('admin'), invited] })).toBe(
      'odd todo-second-admin-invited',
    )
    expect(stateOf('factor', { agents: [member('admin'), invited] })).toBe('good todo-factor-all')
    expect(stateOf('second-admin', { agents: [member('admin'), member('admin')] })).toBe(
      'good todo-second-admin-there',
    )
    expect(stateOf('factor', { agents: [member('admin'), member('agent', { secondFactor: false })] })).toBe(
      'odd todo-factor-some',
    )
    expect(stateOf('factor', { me: { secondFactor: false } })).toBe('bad todo-factor-none')
    const gone = member('agent', { state: 'disabled' })
    expect(stateOf('members', { agents: [member('admin'), gone] })).toBe('none todo-members-none')
    expect(stateOf('members', { agents: [member('analyst'), member('agent')] })).toBe(
      'good todo-members-there',
    )
  })

  test('is grave without an emergency number, whatever other numbers there are', () => {
    const [line] = OPERATOR.hotlines
    if (line === undefined) throw new Error('the world states a number')
    const shown = { ...line, state: 'shown' as const, for: ['emergency' as const] }
    const hotlines = (...lines: (typeof shown)[]): Partial<Known> => ({
      operator: { ...FIRST.operator, hotlines: lines },
    })
    expect(stateOf('hotlines', hotlines(shown))).toBe('good todo-hotlines-there')
    expect(
      stateOf('hotlines', {
        operator: { ...FIRST.operator, hotlines: [shown, { ...line, state: 'lapsed' }] },
      }),
    ).toBe('odd todo-hotlines-lapsed')
    expect(
      stateOf('hotlines', {
        operator: { ...FIRST.operator, hotlines: [{ ...line, state: 'shown', for: ['women'] }] },
      }),
    ).toBe('bad todo-hotlines-no-emergency')
  })

  test('tells a channel as its health is, with the reason where it has one', () => {
    expect(stateOf('telegram', withChannel('telegram', { status: 'ready' }))).toBe('good admin-channel-ready')
    expect(stateOf('telegram', withChannel('telegram', { status: 'down', reason: 'unauthorised' }))).toBe(
      'bad admin-reason-unauthorised',
    )
    expect(stateOf('webchat', { origin: 'https://amin.example' })).toBe('good todo-webchat-ready')
    expect(stateOf('webchat', { origin: 'http://[::1]:8080' })).toBe('odd todo-webchat-here')
    expect(stateOf('webchat', withChannel('webchat', { status: 'elsewhere' }))).toBe(
      'good admin-channel-elsewhere',
    )
  })

  test('takes a copy of the last night for good, an older one for late, and knows none that a database makes', () => {
    const copies = (backup: Known['health']['backup']): Partial<Known> => ({
      health: { ...FIRST.health, ...(backup === undefined ? {} : { backup }) },
    })
    expect(stateOf('backup', copies({ lastAt: hoursAgo(30) }))).toBe('good todo-backup-there')
    expect(stateOf('backup', copies({ lastAt: hoursAgo(37) }))).toBe('odd todo-backup-old')
    const { backup: _backup, ...health } = FIRST.health
    expect(stateOf('backup', { health })).toBe('none todo-backup-elsewhere')
  })
})

const sit = useSeats()

const openAt = (path: string, look: Look, secured: boolean): Promise<Seat> =>
  sit({
    path,
    look,
    prepare: (server) => {
      server.me = makeMe('admin', secured)
    },
  })

test('the first administrator stands before it as soon as the second factor is set up', async () => {
  const t = await textsOf('en')
  const { page } = await openAt('/second-factor', { language: 'en' }, false)
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.getByRole('button', { name: t('factor-begin') }).click()
  await page.getByLabel(t('factor-kept')).check()
  await page.locator('input[name=one-time-code]').fill(CODE)
  await page.getByRole('button', { name: t('factor-do') }).click()
  await page.getByRole('heading', { name: t('checklist-title') }).waitFor()
  await page.locator('.check').nth(11).waitFor()
})

test('the first administrator who puts the second factor off stands before it too', async () => {
  const t = await textsOf('en')
  const { page } = await openAt('/second-factor', { language: 'en' }, false)
  await page.getByRole('link', { name: t('factor-later') }).click()
  await page.waitForURL('**/checklist')
})

test.each([
  ['ar', 390, false],
  ['ckb', 1440, true],
  ['en', 390, true],
] as const)(
  'what is left stands over the first page of who administers, in one line with the way there, in %s at %i px',
  async (language, width, secured) => {
    const t = await textsOf(language)
    const { page } = await openAt('/', { language, width }, secured)
    const way = page.locator('.banner').getByRole('link', { name: t('banner-setup-link') })
    await way.waitFor()
    expect(await page.locator('.banner').count()).toBe(1)
    await way.click()
    await page.waitForURL('**/checklist')
    expect(await page.getByRole('link', { name: t('banner-setup-link') }).count()).toBe(0)
  },
)

test('who does not administer is told nothing of what is left to set up', async () => {
  const t = await textsOf('en')
  const { page, server } = await sit({
    look: { language: 'en' },
    prepare: (opened) => {
      opened.me = makeMe('supervisor')
    },
  })
  await page.locator('.queue-row').first().waitFor()
  expect(await page.getByRole('link', { name: t('banner-setup-link') }).count()).toBe(0)
  expect(server.asked.some((call) => call.includes('/operator'))).toBe(false)
})

test('each item leads to the place where it is set', async () => {
  const t = await textsOf('en')
  const { page } = await openAt('/checklist', { language: 'en' }, true)
  await page.getByRole('link', { name: `${t('todo-open')}: ${t('todo-second-admin')}` }).click()
  await page.getByRole('button', { name: t('invite') }).waitFor()
})

test.each([
  ['ar', 'light', 1440],
  ['ckb', 'dark', 1440],
  ['en', 'light', 1440],
  ['ar', 'dark', 390],
  ['ckb', 'light', 390],
  ['en', 'dark', 390],
] as const)('it is whole and accessible in %s, %s, at %i px', async (language, scheme, width) => {
  const { page, faults } = await openAt('/checklist', { language, scheme, width }, true)
  await page.locator('.check').nth(11).waitFor()
  const shots = process.env['AMIN_TEST_SHOTS']
  if (shots !== undefined)
    await page.screenshot({ path: `${shots}/checklist-${language}-${scheme}-${width}.png`, fullPage: true })
  expect(await refusedBy(page)).toEqual([])
  expect(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  ).toBe(0)
  expect(await violationsIn(page)).toEqual([])
  expect(faults.filter((fault) => !/axe|TrustedHTML/.test(fault))).toEqual([])
})
