import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { WantedLine } from '../../../adapters/console/contract/wanted.ts'
import type { Language, Translate } from '../../../adapters/console/ui/language/bundles.ts'
import type { Look } from './browser.ts'
import type { DeskServer } from './desk-server.ts'
import { violationsIn, useSeats } from './seats.ts'
import { codeOf, COLLEAGUE, NOW } from './world.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()

const MINE = codeOf(3)
const UNSEEING = { id: 'a-unseeing', name: 'Agent 31' }
const NOTE = '990.0'
const AT = new Date(NOW - 120_000).toISOString()
const MENTION: WantedLine = {
  kind: 'mention',
  code: MINE,
  severity: 'P2',
  at: AT,
  by: COLLEAGUE.name,
  note: NOTE,
}

type Desk = { readonly server: DeskServer; readonly page: Page; readonly t: Translate }

/** Somebody who is named in a note of `MINE` and has not seen it. */
const named = (server: DeskServer): void => {
  server.wanted = [MENTION]
  const held = server.cases.get(MINE)
  const text = '@الموظفة 7 هل تعرفين أختها؟'
  held?.file.notes.push({ id: NOTE, at: AT, author: COLLEAGUE.name, text })
}

const sitDown = async (
  path: string,
  look: Look & { language?: Language } = {},
  prepare: (server: DeskServer) => void = () => undefined,
): Promise<Desk> => {
  const { server, page } = await sit({
    path,
    look,
    until: '.live-mark[data-state=live]',
    prepare: (server) => {
      server.unseeing = [UNSEEING]
      prepare(server)
    },
  })
  return { server, page, t: await textsOf(look.language ?? 'ar') }
}

const options = (page: Page) => page.locator('#reply-list [role=option]')
const seen = (server: DeskServer) => server.asked.filter((call) => call.endsWith(`/notes/${NOTE}/seen`))

describe.each([
  ['ar', 390],
  ['ckb', 1440],
  ['en', 1440],
] as const)('naming a colleague in a note, in %s at %i', (language, width) => {
  test('is completed from the keys alone, and the list is gone once the note is kept', async () => {
    const { server, page, t } = await sitDown(`/cases/${MINE}`, { language, width })
    await page.locator('.composer').getByText(t('compose-note'), { exact: true }).click()
    const note = page.getByRole('textbox', { name: t('compose-note'), exact: true })
    await note.pressSequentially('12 @age')
    await options(page).first().waitFor()
    expect(await options(page).allInnerTexts()).toEqual([COLLEAGUE.name])
    expect(await note.getAttribute('aria-activedescendant')).toBe('reply-list-0')
    expect(await violationsIn(page, { within: "'.composer'" })).toEqual([])
    await page.keyboard.press('Enter')
    await expect.poll(() => note.inputValue()).toBe(`12 @${COLLEAGUE.name} `)
    await note.pressSequentially('? @age')
    await options(page).first().waitFor()
    await page.keyboard.press('Alt+Enter')
    await page.getByText(t('note-kept')).waitFor()
    expect(server.bodies.at(-1)).toMatchObject({ body: { text: `12 @${COLLEAGUE.name} ? @age` } })
    await options(page).first().waitFor({ state: 'detached' })
  })

  test('who is named is led to the note, which goes from what waits once it was on the screen, and not before', async () => {
    const { server, page, t } = await sitDown('/', { language, width }, named)
    await page.locator('.wanted-line').waitFor()
    expect(await page.title()).toMatch(/^\(1\) /)
    expect(seen(server)).toEqual([])
    await page
      .getByRole('link', { name: t('wanted-mention', { name: COLLEAGUE.name }), exact: false })
      .click()
    await page.waitForURL(`**/cases/${MINE}/file#note-${NOTE}`)
    await page.locator(`[data-note="${NOTE}"][data-marked]`).waitFor()
    await expect.poll(() => seen(server).length).toBe(1)
    await page.locator('.wanted-mark').waitFor({ state: 'detached' })
    await page
      .locator('.above')
      .filter({ hasText: t('mention-go') })
      .waitFor({ state: 'detached' })
  })
})

test('a name that was typed by hand of somebody who must not know of the case sends nothing and says who', async () => {
  const { server, page, t } = await sitDown(`/cases/${MINE}`)
  await page.locator('.composer').getByText(t('compose-note'), { exact: true }).click()
  const note = page.getByRole('textbox', { name: t('compose-note'), exact: true })
  const text = `اسألوا @${UNSEEING.name}`
  await note.fill(text)
  await page
    .locator('.composer')
    .getByRole('button', { name: t('compose-note-do') })
    .click()
  await page.getByText(t('fault-unseen', { holder: UNSEEING.name })).waitFor()
  expect(await note.inputValue()).toBe(text)
  expect(server.cases.get(MINE)!.file.notes.some((one) => one.text === text)).toBe(false)
})

test('the list of the case file is gone as well once the note is kept', async () => {
  const { page, t } = await sitDown(`/cases/${MINE}/file`, { width: 390 })
  await page.getByRole('tab', { name: t('tab-notes') }).click()
  const note = page.getByRole('textbox', { name: t('note-new') })
  await note.pressSequentially('@age')
  await options(page).first().waitFor()
  await page.keyboard.press('Alt+Enter')
  await expect.poll(() => note.inputValue()).toBe('')
  await options(page).first().waitFor({ state: 'detached' })
})

test('in a reply an @ opens no list: nobody of the team is named to the person', async () => {
  const { page, t } = await sitDown(`/cases/${MINE}`)
  const reply = page.getByRole('textbox', { name: t('compose-reply'), exact: true })
  await reply.pressSequentially('@Age')
  expect(await options(page).count()).toBe(0)
  await reply.pressSequentially(' /')
  await options(page).first().waitFor()
})
