import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import type { Look } from './browser.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { codeOf, makeMe } from './world.ts'

const sit = useSeats()
const t = await textsOf('ar')

const MINE = codeOf(3)
const CALM = 'تهدئة وتحويل'
const sitDown = async (path = `/cases/${MINE}`, look: Look = {}): Promise<Seat> => {
  const seat = await sit({
    path,
    look,
    until: path === '/macros' ? '.macro-steps' : '.composer textarea',
    prepare: (server) => {
      server.me = makeMe('supervisor')
    },
  })
  onTestFinished(() => expect(seat.faults).toEqual([]))
  return seat
}
const dialog = (page: Page) => page.getByRole('dialog')
const press = (page: Page, name: string) => dialog(page).getByRole('button', { name: t(name), exact: true })
const choose = (page: Page, name: string) => dialog(page).getByRole('button', { name }).click()

test('a macro shows exactly what it will do, and its reply goes out at the second press, as the agent left it', async () => {
  const { server, page } = await sitDown()
  await page.keyboard.press('Alt+m')
  await choose(page, CALM)
  for (const words of ['أرسلت لها خطوات الأمان، رمزها WNE70004', 'تابعوا معها من فضلكم', 'المهلة الليلة'])
    await dialog(page).getByText(words).waitFor()
  await dialog(page)
    .getByText(t('macro-does-team', { team: 'الحسابات' }))
    .waitFor()
  await dialog(page).getByLabel(t('macro-reply')).fill('أنا معك الآن')
  await press(page, 'macro-send').click()
  await dialog(page).getByText(t('macro-asked')).waitFor()
  expect(server.macros.ran).toEqual([])
  // Other words are asked about anew.
  await dialog(page).getByLabel(t('macro-reply')).fill('أنا معك، لا تقلقي')
  await press(page, 'macro-send').click()
  await press(page, 'macro-send-now').dblclick()
  await dialog(page).waitFor({ state: 'detached' })
  expect(server.macros.ran).toEqual([{ macro: 'calm', code: MINE, text: 'أنا معك، لا تقلقي' }])
  const sent = server.bodies.find(({ path }) => path.endsWith('/macros/calm'))
  expect(sent?.body).toMatchObject({
    version: 3,
    plan: 'calm 3',
    at: expect.any(String),
    expectedVersion: expect.any(Number),
  })
  expect(sent?.key).toMatch(/./)
})

test('one without a reply is done at one press; it is reached from the composer, the menu of the case and the palette', async () => {
  const { server, page } = await sitDown()
  const reached = [
    () =>
      page
        .locator('.composer')
        .getByRole('button', { name: t('macros') })
        .click(),
    async () => {
      await page.getByRole('button', { name: t('more') }).click()
      await page.getByRole('menuitem', { name: t('macros') }).click()
    },
    async () => {
      await page.keyboard.press('Control+k')
      // In another language than the page's.
      await page.getByRole('combobox', { name: t('palette-field') }).fill('macros')
      await page
        .getByRole('group', { name: t('palette-of-case', { code: MINE }) })
        .getByRole('option')
        .first()
        .click()
    },
  ]
  for (const [n, reach] of reached.entries()) {
    await reach()
    await choose(page, 'Wait for the platform')
    await press(page, 'macro-do').click()
    await dialog(page).waitFor({ state: 'detached' })
    expect(server.macros.ran).toHaveLength(n + 1)
  }
})

test('the step that failed is named, that nothing was done is said, and the words stay', async () => {
  const { server, page } = await sitDown()
  await page.keyboard.press('Alt+m')
  await choose(page, CALM)
  await dialog(page).getByLabel(t('macro-reply')).fill('أنا معك')
  server.macros.fails = { status: 409, code: 'blocked', step: 'reply' }
  await press(page, 'macro-send').click()
  await press(page, 'macro-send-now').click()
  await dialog(page)
    .getByText(t('macro-failed', { step: t('macro-step-reply'), why: t('fault-blocked') }))
    .waitFor()
  await page.locator('.macro-steps li[data-failed=true]').getByLabel(t('macro-reply')).waitFor()
  expect(await dialog(page).getByLabel(t('macro-reply')).inputValue()).toBe('أنا معك')
})

test('the second half of a double click sends nothing, and neither does a key that is held down', async () => {
  const { server, page } = await sitDown()
  await page.keyboard.press('Alt+m')
  await choose(page, CALM)
  await press(page, 'macro-send').dblclick()
  await dialog(page).getByText(t('macro-asked')).waitFor()
  await dialog(page).getByLabel(t('macro-reply')).fill('أنا معك')
  await expect.poll(() => press(page, 'macro-send').getAttribute('aria-disabled')).toBe('false')
  await page.keyboard.down('Control')
  await page.keyboard.down('Enter')
  await expect.poll(() => press(page, 'macro-send-now').getAttribute('aria-disabled')).toBe('false')
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await page.keyboard.up('Control')
  await dialog(page).getByText(t('macro-asked')).waitFor()
  expect(server.macros.ran).toEqual([])
  await page.keyboard.press('Control+Enter')
  await dialog(page).waitFor({ state: 'detached' })
  expect(server.macros.ran).toHaveLength(1)
})

test('what the person wrote while a macro lay over the conversation is read before the reply can go out', async () => {
  const { server, page } = await sitDown()
  await page.keyboard.press('Alt+m')
  await choose(page, CALM)
  await press(page, 'macro-send').click()
  server.say(MINE, { from: 'person', text: 'هو يهددني الآن' })
  await page.locator('.log').getByText('هو يهددني الآن').waitFor()
  await press(page, 'macro-send-now').click()
  await dialog(page).getByText(t('macro-moved')).waitFor()
  await page.locator('.macro-fresh').getByText('هو يهددني الآن').waitFor()
  expect(server.macros.ran).toEqual([])
  await press(page, 'macro-send').click()
  await press(page, 'macro-send-now').click()
  await dialog(page).waitFor({ state: 'detached' })
  expect(server.macros.ran).toHaveLength(1)
})

test('no severity is lowered that was not shown: the macro says from what to what, and wants a reason and a second press', async () => {
  const { server, page } = await sitDown()
  const named = (severity: string): string => `${t(`severity-${severity}`)} (${severity})`
  await page.keyboard.press('Alt+m')
  await choose(page, CALM)
  const rises = { before: named('P4'), severity: named('P2') }
  await dialog(page).getByText(t('macro-does-severity', rises)).waitFor()
  await press(page, 'macro-send').click()
  server.change(MINE, { severity: 'P1' }, ['severity_set'])
  await press(page, 'macro-send-now').click()
  await dialog(page).getByText(t('macro-moved-severity')).waitFor()
  const falls = { before: named('P1'), severity: named('P2') }
  await dialog(page).getByText(t('macro-severity-falls', falls)).waitFor()
  expect(server.macros.ran).toEqual([])
  expect(await press(page, 'macro-send').isDisabled()).toBe(true)
  await dialog(page).getByLabel(t('macro-own-reason')).fill('هي عند أختها')
  await press(page, 'macro-send').click()
  await press(page, 'macro-send-now').click()
  await dialog(page).waitFor({ state: 'detached' })
  expect(server.macros.ran).toMatchObject([{ macro: 'calm', reason: 'هي عند أختها' }])
})

test('a macro stays as it was chosen; where it was changed meanwhile nothing is done, what it does now is shown, and the reply stays', async () => {
  const { server, page } = await sitDown()
  await page.keyboard.press('Alt+m')
  await choose(page, CALM)
  await dialog(page).getByLabel(t('macro-reply')).fill('أنا معك')
  await press(page, 'macro-send').click()
  const { version, macros } = server.macros.list
  server.macros.list = {
    version: version + 1,
    macros: macros.map((each) => ({
      ...each,
      steps: each.steps.map((step) => (step.do === 'note' ? { ...step, text: 'ملاحظة أخرى' } : step)),
    })),
  }
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
  await press(page, 'macro-send-now').click()
  await dialog(page).getByText(t('macro-outdated')).waitFor()
  await dialog(page).getByText('ملاحظة أخرى').waitFor()
  expect(await dialog(page).getByLabel(t('macro-reply')).inputValue()).toBe('أنا معك')
  expect(server.macros.ran).toEqual([])
  await press(page, 'macro-send').click()
  await press(page, 'macro-send-now').click()
  await dialog(page).waitFor({ state: 'detached' })
  expect(server.macros.ran).toMatchObject([{ text: 'أنا معك' }])
})

test('a reply whose answer was lost stays in the dialog that is opened again, and goes out under the same key', async () => {
  const { server, page } = await sitDown(`/cases/${MINE}`)
  await page.route('**/macros/calm', async (route) => {
    await route.fetch()
    await route.fulfill({ status: 502, body: '' })
  })
  await page.keyboard.press('Alt+m')
  await choose(page, CALM)
  await dialog(page).getByLabel(t('macro-reply')).fill('أنا معك')
  await press(page, 'macro-send').click()
  await press(page, 'macro-send-now').click()
  await press(page, 'macro-send').waitFor()
  await page.unroute('**/macros/calm')
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await page.keyboard.press('Alt+m')
  await choose(page, CALM)
  expect(await dialog(page).getByLabel(t('macro-reply')).inputValue()).toBe('أنا معك')
  await press(page, 'macro-send').click()
  await press(page, 'macro-send-now').click()
  await dialog(page).waitFor({ state: 'detached' })
  const keys = server.bodies.filter(({ path }) => path.endsWith('/macros/calm')).map(({ key }) => key)
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

test('by keys one is in the field of the list, then in the reply, and back at the macro one came from', async () => {
  const { page } = await sitDown()
  const isAt = (what: ReturnType<typeof dialog>) =>
    expect.poll(() => what.evaluate((each) => each === each.ownerDocument.activeElement)).toBe(true)
  await page.keyboard.press('Alt+m')
  await isAt(dialog(page).getByLabel(t('macro-find')))
  await page.keyboard.press('Enter')
  await isAt(dialog(page).getByLabel(t('macro-reply')))
  await press(page, 'macro-others').click()
  await isAt(dialog(page).getByRole('button', { name: CALM }))
  await choose(page, 'Wait for the platform')
  await isAt(press(page, 'macro-do'))
})

test('before a reply goes out it is said that words wait, and that nothing may show on their phone', async () => {
  const { page } = await sit({
    path: `/cases/${MINE}`,
    until: '.composer textarea',
    prepare: (server) => {
      const file = server.cases.get(MINE)?.file
      if (file !== undefined) file.signals = { ...file.signals, watched: true, waits: 'yes' }
    },
  })
  await page.keyboard.press('Alt+m')
  await choose(page, CALM)
  await dialog(page).getByText(t('signal-watched')).waitFor()
  await dialog(page).getByText(t('compose-waits')).waitFor()
})

test('a gap in the reply keeps it from going out', async () => {
  const { page } = await sitDown()
  await page.keyboard.press('Alt+m')
  await choose(page, CALM)
  await dialog(page).getByLabel(t('macro-reply')).fill('الرقم {hotline}')
  expect(await press(page, 'macro-send').isDisabled()).toBe(true)
})

test('a case of a colleague has no macros', async () => {
  const seat = await sit({ path: `/cases/${codeOf(0)}`, until: '.chat-header' })
  await seat.page.keyboard.press('Alt+m')
  await seat.page.getByRole('button', { name: t('more') }).click()
  await seat.page.getByRole('menu').waitFor()
  expect(await seat.page.getByRole('menuitem', { name: t('macros') }).count()).toBe(0)
})

test('a supervisor puts a macro together, its steps in the order in which they are done; one reply is all it can have', async () => {
  const { server, page } = await sitDown('/macros')
  await page.getByRole('button', { name: t('macro-add') }).click()
  const add = dialog(page).getByRole('group', { name: t('macro-step-add') })
  await dialog(page)
    .getByLabel(`${t('macro-name')} · العربية`)
    .fill('جديدة')
  await add.getByRole('button', { name: t('macro-step-team') }).click()
  await add.getByRole('button', { name: t('macro-step-note') }).click()
  expect(await add.getByRole('button', { name: t('macro-step-snooze') }).isDisabled()).toBe(true)
  expect(await add.getByRole('button', { name: t('macro-step-team') }).isDisabled()).toBe(true)
  await dialog(page).getByLabel(t('macro-note-words')).fill('رمزها {cod}')
  await dialog(page).getByLabel(t('macro-team'), { exact: true }).selectOption({ index: 1 })
  expect(await press(page, 'macro-keep').isDisabled()).toBe(true)
  await dialog(page).getByLabel(t('macro-note-words')).fill('رمزها {code}')
  await press(page, 'macro-keep').click()
  await dialog(page).waitFor({ state: 'detached' })
  expect(server.macros.list.macros.at(-1)).toMatchObject({
    names: { ar: 'جديدة' },
    steps: [{ do: 'note', text: 'رمزها {code}' }, { do: 'team' }],
    off: false,
  })
})

test('macros are put in another order by buttons and by Alt with an arrow; agents are offered them so', async () => {
  const { server, page } = await sitDown('/macros')
  const LATER = 'Wait for the platform'
  const ids = () => server.macros.list.macros.map(({ id }) => id)
  const key = (way: 'up' | 'down', name: string) =>
    page.getByRole('button', { name: t(`macro-${way}`, { name }), exact: true })
  const isFocused = (what: ReturnType<typeof key>) =>
    expect.poll(() => what.evaluate((each) => each === each.ownerDocument.activeElement)).toBe(true)
  expect(await key('up', CALM).isDisabled()).toBe(true)
  await key('up', LATER).focus()
  await page.keyboard.press('Enter')
  await expect.poll(ids).toEqual(['later', 'calm'])
  await page.getByText(t('macro-place', { name: LATER, place: 1, of: 2 })).waitFor()
  await isFocused(key('down', LATER))
  await page.getByRole('button', { name: t('macro-change-name', { name: CALM }) }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(ids).toEqual(['calm', 'later'])
  await key('down', CALM).click()
  await expect.poll(ids).toEqual(['later', 'calm'])
  await page.goto(`${server.url}/cases/${MINE}`)
  await page.locator('.composer textarea').waitFor()
  await page.keyboard.press('Alt+m')
  await dialog(page).getByRole('button', { name: CALM }).waitFor()
  expect(await dialog(page).locator('.macro-list bdi').allTextContents()).toEqual([LATER, CALM])
})

test('who puts macros in order while a colleague does gets the colleague’s order first', async () => {
  const { server, page } = await sitDown('/macros')
  const { version, macros } = server.macros.list
  server.macros.list = { version: version + 1, macros: macros.toReversed() }
  await page.getByRole('button', { name: t('macro-down', { name: CALM }), exact: true }).click()
  await page.getByText(t('macro-list-outdated')).waitFor()
  expect(server.macros.list.version).toBe(version + 1)
  await expect
    .poll(() => page.locator('.team-reply h2').allTextContents())
    .toEqual(['Wait for the platform', CALM])
})

test('who was slower to change them is told, keeps what they wrote, and keeps it beside what the other changed', async () => {
  const { server, page } = await sitDown('/macros')
  await page.getByRole('button', { name: t('macro-change-name', { name: CALM }) }).click()
  await dialog(page)
    .getByLabel(`${t('macro-name')} · العربية`)
    .fill('باسمي')
  const { version, macros } = server.macros.list
  server.macros.list = {
    version: version + 1,
    macros: macros.map((each) => ({ ...each, off: each.id === 'later' })),
  }
  await press(page, 'macro-keep').click()
  await dialog(page).getByText(t('macro-list-outdated')).waitFor()
  await press(page, 'macro-keep').click()
  await dialog(page).waitFor({ state: 'detached' })
  expect(server.macros.list.macros).toMatchObject([{ names: { ar: 'باسمي' }, off: false }, { off: true }])
})

test('what a colleague made of the same macro meanwhile is shown, and the first press takes nothing from them', async () => {
  const { server, page } = await sitDown('/macros')
  await page.getByRole('button', { name: t('macro-change-name', { name: CALM }) }).click()
  await dialog(page)
    .getByLabel(`${t('macro-name')} · العربية`)
    .fill('باسمي')
  const { version, macros } = server.macros.list
  server.macros.list = {
    version: version + 1,
    macros: macros.map((each) => ({ ...each, steps: [{ do: 'note', text: 'ما كتبته زميلتي' }] })),
  }
  await press(page, 'macro-keep').click()
  await dialog(page).getByText(t('macro-theirs')).waitFor()
  await dialog(page).getByText('ما كتبته زميلتي').waitFor()
  expect(server.macros.list.macros[0]?.names.ar).toBe(CALM)
  await press(page, 'macro-keep').click()
  await dialog(page).waitFor({ state: 'detached' })
  expect(server.macros.list.macros[0]?.names.ar).toBe('باسمي')
})
