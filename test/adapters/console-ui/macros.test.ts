import type { Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Translate } from '../../../adapters/console/ui/language/bundles.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { codeOf, makeMe } from './world.ts'

const sit = useSeats()
let t: Translate
beforeAll(async () => {
  t = await textsOf('ar')
})

const MINE = codeOf(3)
const CALM = 'تهدئة وتحويل'
const sitDown = async (path = `/cases/${MINE}`): Promise<Seat> => {
  const seat = await sit({
    path,
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
    seq: expect.any(Number),
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
  server.macros.fails = { status: 409, code: 'moved', step: 'reply' }
  await press(page, 'macro-send').click()
  await press(page, 'macro-send-now').click()
  await dialog(page)
    .getByText(t('macro-failed', { step: t('macro-step-reply'), why: t('fault-moved') }))
    .waitFor()
  await page.locator('.macro-steps li[data-failed=true]').getByLabel(t('macro-reply')).waitFor()
  expect(await dialog(page).getByLabel(t('macro-reply')).inputValue()).toBe('أنا معك')
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
