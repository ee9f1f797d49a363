import type { Locator, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import type { SavedView } from '../../../adapters/console/contract/saved-views.ts'
import type { Look } from './browser.ts'
import type { DeskServer } from './desk-server.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { MINE, NIGHT } from './views-world.ts'
import { codeOf, makeMe } from './world.ts'

const sit = useSeats()
const t = await textsOf('ar')

const sitDown = async (prepare: (server: DeskServer) => void = () => {}, look: Look = {}): Promise<Seat> => {
  const seat = await sit({
    until: '.queue-row',
    look,
    prepare: (server) => {
      server.me = makeMe('supervisor')
      prepare(server)
    },
  })
  onTestFinished(() => expect(seat.faults).toEqual([]))
  await seat.page.getByRole('button', { name: t('views-title') }).waitFor()
  return seat
}
const both = (server: DeskServer): void => {
  server.views.shared = { version: 1, views: [NIGHT] }
  server.views.own = { version: 1, views: [MINE] }
}
const chosen = (page: Page) => page.locator('.queue-views label[data-chosen=true]')
const dialog = (page: Page) => page.getByRole('dialog')

test('a view is chosen by mouse: its cases in its order, its name and how many it has stand where the others do', async () => {
  const { server, page } = await sitDown(both)
  await page.getByRole('button', { name: t('views-title') }).click()
  await page.getByRole('menuitem', { name: NIGHT.name }).click()
  await chosen(page).getByText(NIGHT.name).waitFor()
  const rows = [...server.cases.values()].filter(
    ({ file }) => file.status === 'waiting' && file.severity < 'P3',
  )
  await expect.poll(() => page.locator('.queue-row').count()).toBe(rows.length)
  expect(await chosen(page).locator('.view-count').textContent()).toBe(String(rows.length))
  expect(server.listed).toContainEqual(
    expect.stringMatching(/status=waiting&severity=P1&severity=P2&order=longest/),
  )
})

test('V opens the list and a digit chooses: what it has follows the cases, and another view leaves it', async () => {
  const { server, page } = await sitDown(both)
  await page.locator('.queue-row').first().waitFor()
  await page.keyboard.press('v')
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('2')
  await chosen(page).getByText(MINE.name).waitFor()
  await expect.poll(() => page.locator('.pane-queue').getAttribute('data-density')).toBe('dense')
  const before = await page.locator('.queue-row').count()
  server.change(codeOf(0), { status: 'closed' }, ['case_closed'])
  await expect.poll(() => page.locator('.queue-row').count()).toBe(before + 1)
  await expect.poll(() => chosen(page).locator('.view-count').textContent()).toBe(String(before + 1))
  await page.locator('.queue-views label').first().click()
  await expect.poll(() => chosen(page).textContent()).toContain(t('view-waiting'))
  await expect.poll(() => page.locator('.queue-row').count()).toBeGreaterThan(before)
})

test('the palette finds a view by its name and by the word for the queue in any of the three languages', async () => {
  const { page } = await sitDown(both)
  const kurdish = await textsOf('ckb')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: t('palette-field') })
  for (const words of ['USDT', `${kurdish('queue-title')} my closed`]) {
    await field.fill(words)
    await page.getByRole('option', { name: MINE.name }).waitFor()
  }
  await field.press('Enter')
  await chosen(page).getByText(MINE.name).waitFor()
})

test('what the queue shows is saved under a name, for oneself or the team; the same name gets the new filters', async () => {
  const { server, page } = await sitDown()
  const filters = page.getByRole('button', { name: t('filter-title') })
  const narrow = async (severity: string): Promise<void> => {
    await filters.click()
    await dialog(page).getByRole('checkbox', { name: severity }).check()
    await dialog(page)
      .getByRole('button', { name: t('filter-save') })
      .click()
    await dialog(page).getByLabel(t('views-name')).fill('عاجل')
  }
  await narrow('P1')
  await dialog(page)
    .getByRole('button', { name: t('views-save'), exact: true })
    .click()
  await expect
    .poll(() => server.views.own.views)
    .toMatchObject([{ name: 'عاجل', filter: { severity: ['P1'] } }])
  await page.keyboard.press('Escape')
  await chosen(page).getByText('عاجل').waitFor()
  await narrow('P2')
  await dialog(page)
    .getByRole('button', { name: t('views-replace'), exact: true })
    .click()
  await expect.poll(() => server.views.own.views).toMatchObject([{ filter: { severity: ['P1', 'P2'] } }])
  await expect.poll(() => dialog(page).getByLabel(t('views-name')).inputValue()).toBe('')
  await dialog(page).getByLabel(t('views-name')).fill('للكل')
  await dialog(page)
    .getByRole('checkbox', { name: t('views-share') })
    .check()
  await dialog(page)
    .getByRole('button', { name: t('views-save'), exact: true })
    .click()
  await expect.poll(() => server.views.shared.views).toMatchObject([{ name: 'للكل' }])
  expect(server.views.own.views).toHaveLength(1)
})

test('the queue opens with the view that was chosen for it, also after another window', async () => {
  const { server, page } = await sitDown(both)
  await page.keyboard.press('v')
  await page.getByRole('menuitem', { name: t('views-change') }).click()
  await dialog(page)
    .getByRole('button', { name: t('views-first-name', { name: NIGHT.name }) })
    .click()
  await expect.poll(() => server.views.own.chosen).toBe('night')
  expect(await chosen(page).textContent()).toContain(t('view-waiting'))
  await page.reload()
  await chosen(page).getByText(NIGHT.name).waitFor()
})

test('a queue that was turned elsewhere before the views came is left alone', async () => {
  const views = Promise.withResolvers<void>()
  const { page } = await sit({
    until: '.queue-row',
    prepare: (server) => {
      both(server)
      server.views.own.chosen = 'night'
    },
    browser: (context) =>
      context.route('**/api/v1/queue/views', async (route) => {
        await views.promise
        await route.continue()
      }),
  })
  await page.getByRole('radio', { name: t('view-closed') }).check({ force: true })
  await expect.poll(() => chosen(page).textContent()).toContain(t('view-closed'))
  views.resolve()
  await page.getByRole('button', { name: t('views-title') }).click()
  await page.getByRole('menuitem', { name: NIGHT.name }).waitFor()
  expect(await chosen(page).textContent()).toContain(t('view-closed'))
})

test('views are counted while their list is open or one of them is shown, and else not with each thing that happens', async () => {
  const { server, page } = await sitDown(both)
  const rows = page.locator('.queue-row')
  const happens = async (n: number): Promise<void> => {
    const before = await rows.count()
    server.change(codeOf(n), { status: 'closed' }, ['case_closed'])
    await expect.poll(() => rows.count()).toBe(before - 1)
  }
  const waiting = [...server.cases.values()].flatMap(({ file }, n) => (file.status === 'waiting' ? [n] : []))
  await happens(waiting[0] ?? 0)
  expect(server.views.counted).toEqual([])
  await page.keyboard.press('v')
  await page.getByRole('menuitem', { name: NIGHT.name }).locator('.view-count').getByText(/\d/).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  const counted = [...server.views.counted]
  expect(new Set(counted)).toEqual(new Set(['*']))
  await happens(waiting[1] ?? 1)
  expect(server.views.counted).toEqual(counted)
})

test('days of a view are those of Baghdad, wherever the machine stands', async () => {
  const { server, page } = await sitDown(both, { zone: 'Europe/Berlin' })
  await page.getByRole('button', { name: t('views-title') }).click()
  await page.getByRole('menuitem', { name: MINE.name }).click()
  await expect
    .poll(() => server.listed)
    .toContainEqual(expect.stringContaining('from=2026-10-31T21%3A00%3A00'))
})

test('who was slower to share is told, sees the newer ones, and the same press keeps both', async () => {
  const { server, page } = await sitDown()
  await page.getByRole('button', { name: t('filter-title') }).click()
  await dialog(page).getByRole('checkbox', { name: 'P1' }).check()
  await dialog(page)
    .getByRole('button', { name: t('filter-save') })
    .click()
  await dialog(page).getByLabel(t('views-name')).fill('عاجل')
  await dialog(page)
    .getByRole('checkbox', { name: t('views-share') })
    .check()
  server.views.shared = { version: 4, views: [NIGHT] }
  const save = dialog(page).getByRole('button', { name: t('views-save'), exact: true })
  await save.click()
  await dialog(page).getByText(t('views-outdated')).waitFor()
  await dialog(page).getByText(NIGHT.name).waitFor()
  await save.click()
  await expect.poll(() => server.views.shared.views.map(({ name }) => name)).toEqual([NIGHT.name, 'عاجل'])
})

const LATE: SavedView = { id: 'late', name: 'Late ones', filter: { order: 'due' } }
const change = async (page: Page): Promise<void> => {
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await page.keyboard.press('v')
  await page.getByRole('menuitem', { name: t('views-change') }).click()
  await dialog(page).locator('.views-list').waitFor()
}
const isFocused = (what: Locator) =>
  expect.poll(() => what.evaluate((each) => each === each.ownerDocument.activeElement)).toBe(true)
const button = (page: Page, key: string, name: string) =>
  dialog(page).getByRole('button', { name: t(key, { name }), exact: true })

test('a view gets another name by keys alone: it stays what the queue shows, in its place, under its digit', async () => {
  const { server, page } = await sitDown((seat) => {
    both(seat)
    seat.views.own.views.push(LATE)
  })
  await page.locator('.queue-row').first().waitFor()
  await page.keyboard.press('v')
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('2')
  await chosen(page).getByText(MINE.name).waitFor()
  await change(page)
  await button(page, 'views-rename', MINE.name).focus()
  await page.keyboard.press('Enter')
  const field = dialog(page).getByLabel(t('views-rename-name', { name: MINE.name }))
  await isFocused(field)
  await page.keyboard.type(LATE.name)
  await dialog(page).getByText(t('views-rename-taken')).waitFor()
  await page.keyboard.press('Enter')
  expect(server.views.own.version).toBe(1)
  await page.keyboard.press('Escape')
  await isFocused(button(page, 'views-rename', MINE.name))
  await page.keyboard.press('Enter')
  await page.keyboard.type('أغلقتها أنا')
  await page.keyboard.press('Enter')
  await isFocused(button(page, 'views-rename', 'أغلقتها أنا'))
  expect(server.views.own.views).toEqual([{ ...MINE, name: 'أغلقتها أنا' }, LATE])
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await chosen(page).getByText('أغلقتها أنا').waitFor()
  await page.keyboard.press('v')
  await page.getByRole('menuitem', { name: NIGHT.name }).click()
  await chosen(page).getByText(NIGHT.name).waitFor()
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await page.keyboard.press('v')
  const renamed = page.getByRole('menuitem', { name: 'أغلقتها أنا' })
  expect(await renamed.locator('.views-digit').textContent()).toBe('2')
})

test('views are put in another order by buttons and by Alt with an arrow, the team’s apart from one’s own, and the focus stays', async () => {
  const { server, page } = await sitDown((seat) => {
    both(seat)
    seat.views.own.views.push(LATE)
  })
  await change(page)
  const ids = () => server.views.own.views.map(({ id }) => id)
  await button(page, 'views-down', MINE.name).click()
  await expect.poll(ids).toEqual([LATE.id, MINE.id])
  await dialog(page)
    .getByText(t('views-place', { name: MINE.name, place: 2, of: 2 }))
    .waitFor()
  // At the end of its list: nothing further down, and the focus is on the way back.
  await isFocused(button(page, 'views-up', MINE.name))
  expect(await button(page, 'views-up', NIGHT.name).isDisabled()).toBe(true)
  expect(await button(page, 'views-down', NIGHT.name).isDisabled()).toBe(true)
  expect(await button(page, 'views-up', LATE.name).isDisabled()).toBe(true)
  await button(page, 'views-first-name', MINE.name).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(ids).toEqual([MINE.id, LATE.id])
  await isFocused(button(page, 'views-first-name', MINE.name))
  expect(server.views.shared.version).toBe(1)
})

test('who puts views in order while a colleague does sees the colleague’s order first, and the same press then moves', async () => {
  const { server, page } = await sitDown((seat) => {
    seat.views.shared = { version: 1, views: [NIGHT, LATE] }
  })
  await change(page)
  const THIRD: SavedView = { ...LATE, id: 'third', name: 'Third' }
  server.views.shared = { version: 2, views: [NIGHT, LATE, THIRD] }
  await button(page, 'views-up', LATE.name).click()
  await dialog(page).getByText(t('views-outdated')).waitFor()
  await dialog(page).getByText(THIRD.name, { exact: true }).waitFor()
  expect(server.views.shared.version).toBe(2)
  await button(page, 'views-up', LATE.name).click()
  await expect.poll(() => server.views.shared.views.map(({ id }) => id)).toEqual(['late', 'night', 'third'])
})

test('a view that a colleague removed meanwhile is not renamed back: the page says that it is gone', async () => {
  const { server, page } = await sitDown(both)
  await change(page)
  await button(page, 'views-rename', NIGHT.name).click()
  await dialog(page)
    .getByLabel(t('views-rename-name', { name: NIGHT.name }))
    .fill('ليلاً')
  server.views.shared = { version: 2, views: [] }
  await page.keyboard.press('Enter')
  await dialog(page).getByText(t('views-gone')).waitFor()
  expect(server.views.shared).toEqual({ version: 2, views: [] })
})

test('an agent chooses the team’s views and cannot change them', async () => {
  const { page } = await sitDown((server) => {
    both(server)
    server.me = makeMe('agent')
  })
  await page.keyboard.press('v')
  await page.getByRole('menuitem', { name: t('views-change') }).click()
  await dialog(page)
    .getByRole('button', { name: t('views-remove', { name: MINE.name }) })
    .waitFor()
  expect(
    await dialog(page)
      .getByRole('button', { name: t('views-remove', { name: NIGHT.name }) })
      .count(),
  ).toBe(0)
  for (const key of ['views-rename', 'views-up', 'views-down'])
    expect(await button(page, key, NIGHT.name).count()).toBe(0)
  await dialog(page)
    .getByRole('button', { name: t('views-remove', { name: MINE.name }) })
    .click()
  await dialog(page).getByText(MINE.name).waitFor({ state: 'detached' })
})

test('filters that this browser alone had kept are saved for their agent, and gone from the browser', async () => {
  const old = JSON.stringify([{ name: 'Closed P2', filter: { status: ['closed'], severity: ['P2'] } }])
  const seat = await sit({
    until: '.queue-row',
    script: `localStorage.setItem('amin-filters-${makeMe('agent').id}', ${JSON.stringify(old)})`,
  })
  await expect
    .poll(() => seat.server.views.own.views)
    .toMatchObject([{ name: 'Closed P2', filter: { severity: ['P2'] } }])
  await expect
    .poll(() => seat.page.evaluate(`localStorage.getItem('amin-filters-${makeMe('agent').id}')`))
    .toBe(null)
})

test('on a phone a view is chosen, and its name does not widen the page', async () => {
  const { page } = await sitDown(both, { width: 390 })
  await page.getByRole('button', { name: t('views-title') }).click()
  await page.getByRole('menuitem', { name: MINE.name }).click()
  await chosen(page).getByText(MINE.name).waitFor()
  expect(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  ).toBe(0)
})
