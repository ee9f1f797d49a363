import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test, onTestFinished } from 'vitest'
import type { Look } from './browser.ts'
import { PASSWORD, type DeskServer } from './desk-server.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { makeMe } from './world.ts'

const sit = useSeats()
const t = await textsOf('ar')

const openOperator = (prepare?: (server: DeskServer) => void, look?: Look): Promise<Seat> =>
  sit({
    path: '/operator',
    until: '.hotline',
    ...(look === undefined ? {} : { look }),
    prepare: (server) => {
      server.me = makeMe('admin')
      prepare?.(server)
    },
  })

const openForm = async (page: Page, button: string) => {
  await page.getByRole('button', { name: t(button), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('form').waitFor()
  return dialog
}
type Dialog = Awaited<ReturnType<typeof openForm>>
const field = (dialog: Dialog, label: string) => dialog.getByRole('textbox', { name: label })
const keep = (dialog: Dialog) => dialog.getByRole('button', { name: t('settings-keep') })

describe('a number for emergencies', () => {
  test('is added without a file, and is shown as a person in danger reads it before it is kept', async () => {
    const { server, page, faults } = await openOperator()
    const dialog = await openForm(page, 'settings-hotline-add')
    const names = dialog.getByRole('group', { name: t('settings-hotline-name') }).getByRole('textbox')
    for (const [i, name] of ['إسعاف', 'ئەمبولانس', 'Ambulance'].entries()) await names.nth(i).fill(name)
    await field(dialog, t('settings-hotline-number')).fill('122')
    await field(dialog, t('settings-hotline-source')).fill('called')
    await dialog.getByText(t('settings-hotline-silent')).waitFor({ state: 'detached' })
    await dialog.getByRole('checkbox', { name: t('admin-for-emergency') }).check()
    expect(await dialog.locator('.setting-preview').innerText()).toContain('104 · 122')
    await keep(dialog).click()
    await page.locator('.hotline', { hasText: '122' }).waitFor()
    expect(server.settings.state().hotlines).toMatchObject({
      version: 2,
      value: [{ id: 'police' }, { id: 'lawyers' }, { id: 'children' }, { id: 'ambulance', number: '122' }],
    })
    expect(faults).toEqual([])
  })

  test('that is not written as a number is refused beside its field, and what was typed stays', async () => {
    const { server, page } = await openOperator()
    const dialog = await openForm(page, 'settings-hotline-add')
    await field(dialog, t('settings-hotline-number')).fill('call us')
    await keep(dialog).click()
    const number = field(dialog, t('settings-hotline-number'))
    await expect.poll(() => number.getAttribute('aria-invalid')).toBe('true')
    const described = (await number.getAttribute('aria-describedby')) ?? ''
    expect(await page.locator(`[id="${described.split(' ').at(0)}"]`).innerText()).toBe(
      t('settings-why-format'),
    )
    expect(await number.inputValue()).toBe('call us')
    expect(server.settings.state().hotlines.version).toBe(1)
  })
})

test('numbers are moved by keys alone on a small phone, and what stands first is what a person in danger reads', async () => {
  const { server, page, faults } = await openOperator(
    (opened) => {
      const [police, ...rest] = opened.settings.state().hotlines.value ?? []
      if (police === undefined) throw new Error('the world states a number')
      const ambulance = { ...police, id: 'ambulance', number: '122' }
      opened.settings.put('hotlines', { version: 1, value: [police, ...rest, ambulance] })
    },
    { width: 390 },
  )
  const dialog = await openForm(page, 'settings-order')
  const read = (): Promise<string> => dialog.locator('.setting-preview').innerText()
  await expect.poll(read).toContain('104 · 122')
  // What is ordered and what keeps it are both seen, however long the preview between them is.
  const edges = [dialog.locator('[data-line=police]'), keep(dialog)].map((part) => part.boundingBox())
  const [line, key] = await Promise.all(edges)
  expect(line?.y).toBeGreaterThan(0)
  expect((key?.y ?? 844) + (key?.height ?? 0)).toBeLessThan(844)
  const up = dialog.locator('[data-line=ambulance] [data-way=up]')
  await up.focus()
  for (const place of [3, 2, 1]) {
    await page.keyboard.press('Enter')
    await dialog.getByText(t('settings-order-place', { name: 'شرطة النجدة', place, of: 4 })).waitFor()
  }
  await expect.poll(read).toContain('122 · 104')
  expect(
    await dialog.locator('[data-line=ambulance] [data-way=down]').evaluate((key) => key.matches(':focus')),
  ).toBe(true)
  await keep(dialog).click()
  await expect
    .poll(() => server.settings.state().hotlines.value?.map(({ id }) => id))
    .toEqual(['ambulance', 'police', 'lawyers', 'children'])
  expect(faults).toEqual([])
})

test('a section that the operator file states is not offered for change, and the page says where it is changed', async () => {
  const { page } = await openOperator((server) => void server.settings.stated.add('teams'))
  await page.getByText(t('settings-from-file')).waitFor()
  expect(await page.getByRole('button', { name: t('settings-teams'), exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: t('settings-targets'), exact: true }).waitFor()
})

test('who was second is told so, keeps what was typed, and overwrites nothing', async () => {
  const { server, page } = await openOperator()
  const dialog = await openForm(page, 'settings-official')
  const telegram = field(dialog, t('admin-official', { channel: t('channel-telegram') }))
  await telegram.fill('@second')
  expect(server.settings.put('official', { version: 1, value: { telegram: '@first' } })).toBeUndefined()
  await keep(dialog).click()
  await dialog.getByText(t('settings-outdated')).waitFor()
  expect(await telegram.inputValue()).toBe('@second')
  expect(server.settings.state().official.value).toEqual({ telegram: '@first' })
})

test('a session that was not proved lately is asked first, and then the same is kept', async () => {
  const { server, page } = await openOperator()
  server.failNext = { call: /^PUT .*settings/, status: 403, code: 'proof_required' }
  const dialog = await openForm(page, 'settings-targets')
  const p1 = dialog.getByRole('group', { name: /P1/ }).getByRole('spinbutton').first()
  expect(await p1.getAttribute('placeholder')).toBe('5')
  await p1.fill('3')
  await keep(dialog).click()
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.getByRole('button', { name: t('prove-do') }).click()
  await expect
    .poll(() => server.settings.state().targets)
    .toMatchObject({
      version: 2,
      value: { P1: { replyMinutes: 3 }, P2: { replyMinutes: 20 } },
    })
})

test.each(['ar', 'ckb', 'en'] as const)(
  'who is called is said by keys alone, on a phone, and what is taken away leaves the usual, in %s',
  async (language) => {
    const t = await textsOf(language)
    const { server, page } = await openOperator(undefined, { width: 390, language })
    await page.getByRole('button', { name: t('settings-targets'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    const p2 = dialog.getByRole('group', { name: /P2/ }).first()
    await p2.getByText(t('settings-calls-usual')).waitFor()
    const add = p2.getByRole('button', { name: t('settings-call-add') })
    await add.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('15')
    await add.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('40')
    expect(await p2.getByRole('combobox').nth(1).inputValue()).toBe('supervisor')
    const end = dialog.getByRole('button', { name: t('settings-keep') })
    await end.click()
    const pages = () => server.settings.state().targets.value?.P2?.pages
    await expect.poll(pages).toEqual([
      { afterMinutes: 15, to: 'team' },
      { afterMinutes: 40, to: 'supervisor' },
    ])
    await page.getByRole('button', { name: t('settings-targets'), exact: true }).click()
    for (const n of [2, 1]) {
      await dialog.getByRole('button', { name: t('settings-call-remove', { n }) }).press('Enter')
      await expect
        .poll(() => page.evaluate('document.activeElement.textContent'))
        .toBe(t('settings-call-add'))
    }
    // What was taken away must not be said to hold.
    await p2.getByText(t('settings-calls-removed')).waitFor()
    expect(await p2.getByText(t('settings-calls-usual')).count()).toBe(0)
    expect(await p2.getByRole('listitem').count()).toBe(0)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await dialog.getByRole('button', { name: t('settings-keep') }).click()
    await expect.poll(pages).toBeUndefined()
  },
)

test('calls that do not come later one after the other are refused at their field', async () => {
  const { server, page } = await openOperator()
  const dialog = await openForm(page, 'settings-targets')
  const p1 = dialog.getByRole('group', { name: /P1/ }).first()
  for (const minutes of ['20', '10']) {
    await p1.getByRole('button', { name: t('settings-call-add') }).click()
    await p1.getByLabel(t('settings-call-after')).last().fill(minutes)
  }
  await keep(dialog).click()
  await p1.getByText(t('settings-why-order')).waitFor()
  expect(server.settings.state().targets.value?.P1?.pages).toBeUndefined()
})

test('teams are switched and given languages by keys alone on a small phone', async () => {
  const { server, page } = await openOperator(undefined, { width: 390 })
  const dialog = await openForm(page, 'settings-teams')
  const team = dialog.locator('fieldset:has([role=switch])').last()
  await team.getByRole('switch').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await keep(dialog).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => server.settings.state().teams.version).toBe(2)
  expect(server.settings.state().teams.value).toContainEqual({
    id: 'financial',
    languages: ['ar'],
    on: false,
  })
})

test('what is set leaves as an operator file, and one is looked through before it is taken over', async () => {
  const { server, page } = await openOperator()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: t('settings-file-export') }).click()
  const file = JSON.parse(readFileSync(await (await saved).path(), 'utf8')) as Record<string, unknown>
  expect(Object.keys(file)).toEqual(['organisation', 'official', 'hotlines', 'teams', 'targets'])

  const folder = mkdtempSync(join(tmpdir(), 'amin-operator-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'operator.json')
  writeFileSync(path, JSON.stringify({ ...file, official: { telegram: '@new' }, women: ['x@example.org'] }))
  await page.locator('input[type=file]').setInputFiles(path)
  await page.locator('button', { hasText: t('settings-file-look', { name: 'operator.json' }) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('women').waitFor()
  expect(server.settings.state().official.version).toBe(1)
  await dialog.getByRole('button', { name: t('settings-file-take') }).click()
  await expect.poll(() => server.settings.state().official).toMatchObject({ value: { telegram: '@new' } })
  expect(server.settings.state().hotlines.version).toBe(1)
})

test('the checklist leads to the page, and its item is good at once when an emergency number is there', async () => {
  const { server, page } = await openOperator((opened) => {
    const rest = (opened.settings.state().hotlines.value ?? []).filter(({ id }) => id === 'lawyers')
    opened.settings.put('hotlines', { version: 1, value: rest })
  })
  await page.goto(`${server.url}/checklist`)
  const item = page.locator('.check', { hasText: t('todo-hotlines') })
  await item.getByText(t('todo-hotlines-no-emergency')).waitFor()
  await item.getByRole('link').click()
  const dialog = await openForm(page, 'settings-hotline-add')
  const names = dialog.getByRole('group', { name: t('settings-hotline-name') }).getByRole('textbox')
  for (const [i, name] of ['شرطة', 'پۆلیس', 'Police'].entries()) await names.nth(i).fill(name)
  await field(dialog, t('settings-hotline-number')).fill('104')
  await field(dialog, t('settings-hotline-source')).fill('called')
  await dialog.getByRole('checkbox', { name: t('admin-for-emergency') }).check()
  await keep(dialog).click()
  await page.locator('.hotline', { hasText: '104' }).waitFor()
  await page.goBack()
  await expect.poll(() => item.getAttribute('data-state')).toBe('good')
})
