import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { makeTranslate } from '../../../adapters/console/ui/language/bundles.ts'
import { type Look } from './browser.ts'
import type { DeskServer } from './desk-server.ts'
import { letGo } from './leaving.ts'
import { codeOf, COLLEAGUE, ME, NOW } from './world.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()
const t = await textsOf('ar')
const UI = new URL('../../../adapters/console/ui/locales/work', import.meta.url).pathname
const work = async (language: 'ar' | 'en') =>
  makeTranslate(language, await readFile(join(UI, `${language}.ftl`), 'utf8'))
/** Texts that come with what is done in a shift. */
const w = await work('ar')
const english = await work('en')

const sitDown = (path: string, look: Look = {}): Promise<Seat> => sit({ path, look })
const MINE = codeOf(3)
const fileOf = (server: DeskServer, code = MINE) => server.cases.get(code)!.file
const menu = async (page: Page, item: string) => {
  await page.getByRole('button', { name: t('more') }).click()
  await page.getByRole('menuitem', { name: t(item) }).click()
}
const dialog = (page: Page) => page.getByRole('dialog')
const choose = (page: Page, view: string) =>
  page.locator('.queue-views').getByText(t(view), { exact: true }).click()

describe('danger that was read', () => {
  test('is judged with the keyboard: none in one press, taken back in another, and what was missed by its message and label', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    const violence = t('danger-violence')
    await page.getByRole('button', { name: `${w('danger-none')}: ${violence}` }).press('Enter')
    await page.getByRole('button', { name: `${w('danger-none-undo')}: ${violence}` }).waitFor()
    expect(fileOf(server).dangers.find(({ label }) => label === 'violence')?.review).toEqual({
      verdict: 'none',
      by: ME.name,
    })
    expect(await page.locator('.danger[data-none]').count()).toBe(1)
    await page.getByRole('button', { name: `${w('danger-none-undo')}: ${violence}` }).press('Enter')
    await page.getByRole('button', { name: `${w('danger-none')}: ${violence}` }).waitFor()
    await page.getByRole('button', { name: w('danger-missed') }).press('Enter')
    await dialog(page).getByLabel(t('danger-minor')).press('Space')
    await dialog(page)
      .getByRole('button', { name: w('danger-missed-do') })
      .press('Enter')
    await page
      .locator('.danger', { hasText: t('danger-minor') })
      .first()
      .waitFor()
    expect(fileOf(server).dangers).toContainEqual(
      expect.objectContaining({ label: 'minor', outcome: 'missed' }),
    )
  })

  test('shows the words that said it marked within their message', async () => {
    const { page } = await sitDown(`/cases/${MINE}`)
    const hint = page.locator('.danger', { hasText: t('danger-self-harm') })
    expect(await hint.locator('mark').innerText()).toContain('she says she cannot go on')
    expect(await hint.locator('blockquote').innerText()).toContain('for my sister')
  })
})

describe('work begins', () => {
  test('with one key, whatever the layout: the most urgent case is taken and opened', async () => {
    const { server, page } = await sitDown('/')
    await page.locator('.queue-row').first().waitFor()
    const first = await page.locator('.queue-row .code').first().innerText()
    const session = await page.context().newCDPSession(page)
    for (const type of ['keyDown', 'keyUp'] as const)
      await session.send('Input.dispatchKeyEvent', { type, code: 'KeyN', key: 'ى' })
    await page.waitForURL(`**/cases/${first}`)
    await page.locator('.composer').waitFor()
    expect(fileOf(server, first).assignee).toEqual(ME)
  })

  test('with a team: only its cases are shown and taken', async () => {
    const { server, page } = await sitDown('/')
    fileOf(server, codeOf(1)).team = 'account'
    for (const { file } of server.cases.values())
      if (file.team !== 'account') Object.assign(file, { team: 'women_family', copies: [] })
    await page.locator('.queue-team').selectOption('financial')
    await page.getByText(t('empty-waiting')).waitFor()
    await page.getByRole('button', { name: t('next-take') }).click()
    await page.getByText(t('next-none')).waitFor()
    expect(server.bodies.at(-1)).toMatchObject({ path: '/api/v1/next', body: { team: 'financial' } })
  })

  test('with what each view holds counted beside its name', async () => {
    const { server, page } = await sitDown('/')
    const count = (view: string) =>
      page
        .locator('.queue-views label', { hasText: t(view) })
        .locator('.view-count')
        .innerText()
    const of = (...wanted: string[]) =>
      [...server.cases.values()].filter(({ file }) => wanted.includes(file.status)).length
    await expect.poll(() => count('view-waiting')).toBe(String(of('waiting')))
    await expect.poll(() => count('view-mine')).toBe('1')
    expect(await count('view-all')).toBe(String(of('waiting', 'agent', 'bot')))
  })
})

describe('several at once', () => {
  test('are sent to another team; what is refused stays chosen and is told', async () => {
    const { server, page } = await sitDown('/')
    await page.getByRole('button', { name: t('queue-select') }).click()
    await page.locator('.bulk').waitFor()
    const codes = (await page.locator('.row-choice .code').allInnerTexts()).slice(0, 3)
    for (const code of codes) await page.locator('.row-choice', { hasText: code }).locator('input').check()
    await page.getByText(w('bulk-picked', { count: 3 })).waitFor()
    Object.assign(fileOf(server, codes[1]), { status: 'agent', assignee: COLLEAGUE })
    await page.getByLabel(w('bulk-team')).selectOption('financial')
    await page
      .locator('.bulk')
      .getByRole('button', { name: w('bulk-assign') })
      .click()
    await expect
      .poll(() => server.bodies.map(({ path }) => path).filter((path) => path.endsWith('/team')))
      .toEqual(codes.map((code) => `/api/v1/cases/${code}/team`))
    await page.getByText(w('bulk-refused', { count: 1 })).waitFor()
    expect(codes.map((code) => fileOf(server, code).team)).toEqual(['financial', 'women_family', 'financial'])
    await page.getByText(w('bulk-picked', { count: 1 })).waitFor()
  })

  test('are closed as duplicates only after a second question', async () => {
    const { server, page } = await sitDown('/')
    await page.getByRole('button', { name: t('queue-select') }).click()
    const code = await page.locator('.row-choice .code').last().innerText()
    await page.locator('.row-choice input').last().check()
    await page.getByRole('button', { name: w('bulk-duplicates') }).click()
    expect(server.bodies.filter(({ path }) => path.endsWith('/close'))).toEqual([])
    await page.getByRole('button', { name: w('bulk-sure-do') }).click()
    await page.getByText(w('bulk-done', { count: 1 })).waitFor()
    expect(fileOf(server, code).status).toBe('closed')
  })
})

describe('safe times', () => {
  test('are set by the holder, stand beside the pen and in the file, and are changed and taken away', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    const rules = page.locator('.composer-waits')
    const field = (name: string) => dialog(page).getByLabel(w(name))
    const set = dialog(page).getByRole('button', { name: w('safe-times-do'), exact: true })
    await menu(page, 'safe-times')
    await field('safe-times-from').fill('18:00')
    await field('safe-times-to').fill('18:00')
    await dialog(page).getByText(w('safe-times-same')).waitFor()
    expect(await set.isDisabled()).toBe(true)
    await field('safe-times-to').fill('22:00')
    await set.click()
    await dialog(page).waitFor({ state: 'detached' })
    expect(server.bodies.at(-1)).toMatchObject({
      path: `/api/v1/cases/${MINE}/safe-times`,
      body: { from: '18:00', to: '22:00' },
    })
    await rules.getByText(t('signal-safe-times', { from: '18:00', to: '22:00' })).waitFor()
    await rules.getByText(t('compose-waits-until', { time: '18:00' })).waitFor()
    await page
      .locator('.signal', { hasText: t('signal-safe-times', { from: '18:00', to: '22:00' }) })
      .waitFor()
    await page.locator('.live-mark[data-state=live]').waitFor()
    const { signals } = fileOf(server)
    server.change(MINE, { signals: { ...signals, waits: 'soon' } }, ['message_received'])
    await rules.getByText(t('compose-waits-soon-until', { time: '18:00' })).waitFor()
    await menu(page, 'safe-times')
    await expect.poll(() => field('safe-times-from').inputValue()).toBe('18:00')
    await field('safe-times-from').fill('20:30')
    await set.click()
    await rules.getByText(t('compose-waits-until', { time: '20:30' })).waitFor()
    await menu(page, 'safe-times')
    await dialog(page)
      .getByRole('button', { name: w('safe-times-clear') })
      .click()
    await rules.waitFor({ state: 'detached' })
    expect(fileOf(server).signals).not.toHaveProperty('safeTimes')
  })
})

describe('setting aside', () => {
  test('offers the promise in the language of who reads it, and follows the chosen time until it is changed by hand', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    Object.assign(fileOf(server), { language: 'en', signals: { ...fileOf(server).signals, waits: 'no' } })
    await page.reload()
    await menu(page, 'snooze')
    const words = dialog(page).locator('textarea')
    await expect.poll(() => words.inputValue()).toBe(english('promise-hour'))
    await dialog(page)
      .getByLabel(w('snooze-tomorrow', { time: '9:00' }))
      .check()
    await expect.poll(() => words.inputValue()).toBe(english('promise-tomorrow', { time: '09:00' }))
    await words.fill('I will write at nine.')
    await dialog(page).getByLabel(w('snooze-hour')).check()
    await dialog(page)
      .getByRole('button', { name: w('snooze-do') })
      .click()
    await page.locator('.above').getByText('I will write at nine.').waitFor()
    const { until, promise } = server.bodies.at(-1)!.body as { until: string; promise: string }
    expect(promise).toBe('I will write at nine.')
    expect(Math.abs(Date.parse(until) - NOW - 3_600_000)).toBeLessThan(600_000)
    await choose(page, 'view-snoozed')
    await page.locator('.queue-row', { hasText: MINE }).waitFor()
    await choose(page, 'view-mine')
    await page.getByText(t('empty-mine')).waitFor()
    await page
      .locator('.above')
      .getByRole('button', { name: t('wake') })
      .click()
    await page.locator('.queue-row', { hasText: MINE }).waitFor()
  })

  test('refuses a time that is over before anything is asked', async () => {
    const { page } = await sitDown(`/cases/${MINE}`)
    await menu(page, 'snooze')
    await dialog(page).getByLabel(w('snooze-own')).check()
    await dialog(page).getByLabel(w('snooze-at')).fill('2026-11-20T10:00')
    await page.getByText(w('snooze-past')).waitFor()
    expect(
      await dialog(page)
        .getByRole('button', { name: w('snooze-do') })
        .isDisabled(),
    ).toBe(true)
  })
})

test('a case is passed on with a note, which stands above the conversation until it is hidden', async () => {
  const { server, page } = await sitDown(`/cases/${MINE}`)
  await page
    .locator('.above')
    .getByText(w('passed-on', { name: COLLEAGUE.name }))
    .waitFor()
  await page
    .locator('.above')
    .getByRole('button', { name: w('passed-hide') })
    .click()
  await page.getByText(w('passed-on', { name: COLLEAGUE.name })).waitFor({ state: 'detached' })
  await menu(page, 'transfer')
  await dialog(page).getByRole('combobox').click()
  await dialog(page).getByRole('option').first().click()
  await dialog(page).getByLabel(w('transfer-words')).fill('أختها تعرف')
  await dialog(page)
    .getByRole('button', { name: t('transfer') })
    .click()
  await dialog(page).waitFor({ state: 'detached' })
  expect(server.bodies.at(-1)?.body).toMatchObject({ note: 'أختها تعرف' })
})

test('a closed case is opened again and is the agent’s own', async () => {
  const { page } = await sitDown(`/cases/${codeOf(5)}`)
  await menu(page, 'reopen')
  await page.locator('.composer').waitFor()
})

test('a closed case says nothing to be ready for, and is opened again right where it says that it is closed', async () => {
  const { server, page } = await sitDown('/')
  server.change(codeOf(5), { burdens: ['minor'] })
  await page.goto(`${server.url}/cases/${codeOf(5)}`)
  const foot = page.locator('.take-over')
  await foot.getByText(t('take-over-closed')).waitFor()
  expect(await foot.locator('.take-over-ready').count()).toBe(0)
  await foot.getByRole('button', { name: t('reopen') }).click()
  await page.locator('.composer').waitFor()
  await page.getByText(t('reopened-done')).first().waitFor()
})

test('help is asked for, seen, and over', async () => {
  const { server, page } = await sitDown(`/cases/${MINE}`)
  await menu(page, 'help-ask')
  await dialog(page).locator('textarea').fill('تريد أن تلتقيه')
  await dialog(page)
    .getByRole('button', { name: w('help-do') })
    .click()
  await page.locator('.above[data-kind=call]').getByText('تريد أن تلتقيه').waitFor()
  await choose(page, 'view-mine')
  await page
    .locator('.queue-row', { hasText: MINE })
    .getByRole('img', { name: t('row-help') })
    .waitFor()
  await page
    .locator('.above')
    .getByRole('button', { name: w('help-over') })
    .click()
  await page.locator('.above[data-kind=call]', { hasText: 'تريد أن تلتقيه' }).waitFor({ state: 'detached' })
  expect(fileOf(server).help).toBeUndefined()
})

describe('files that wait for the age', () => {
  const wait = (page: Page) =>
    page.locator('.above[data-kind=call]', { has: page.getByRole('button', { name: w('age-note') }) })

  test('are fetched by noting it, with a reason; nobody is asked where nothing may appear on the phone', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await wait(page).getByText(w('files-wait-note')).waitFor()
    expect(await page.getByRole('button', { name: w('age-ask') }).count()).toBe(0)
    await page.getByRole('button', { name: w('age-note') }).click()
    await dialog(page).getByText('أنا، 18 فأكثر').click()
    await dialog(page).locator('textarea').fill('قالته في المكالمة')
    await dialog(page)
      .getByRole('button', { name: w('correct-do') })
      .click()
    await wait(page).waitFor({ state: 'detached' })
    expect(server.bodies.at(-1)).toMatchObject({
      path: `/api/v1/cases/${MINE}/answers/age`,
      body: { options: ['me-18'] },
    })
  })

  test('in a case whose person went back to an earlier one are said to be asked for there, and nobody can be asked here', async () => {
    const { server, page } = await sitDown('/')
    const file = fileOf(server)
    file.signals = { ...file.signals, waits: 'no' }
    if (file.filesWait === undefined) throw new Error('no files wait')
    file.filesWait = { ...file.filesWait, left: true }
    await page.goto(`${server.url}/cases/${MINE}`)
    await wait(page).getByText(w('files-wait-left')).waitFor()
    expect(await page.getByRole('button', { name: w('age-ask') }).count()).toBe(0)
  })

  test('have the person asked with one press, on a phone as well, where the words keep the width of the line', async () => {
    const { server, page } = await sitDown('/', { width: 390 })
    fileOf(server).signals = { ...fileOf(server).signals, waits: 'no' }
    await page.goto(`${server.url}/cases/${MINE}`)
    const [line, words] = await Promise.all([
      wait(page).boundingBox(),
      wait(page).getByText(w('files-wait-note')).boundingBox(),
    ])
    expect((words?.width ?? 0) / (line?.width ?? 1)).toBeGreaterThan(0.8)
    await page.getByRole('button', { name: w('age-ask') }).click()
    await page.getByText(w('age-asked')).waitFor()
    expect(server.bodies.at(-1)).toMatchObject({ path: `/api/v1/cases/${MINE}/age` })
  })

  test('asking writes to the person at once, so it stands beside a reply and never beside a note', async () => {
    const { server, page } = await sitDown('/')
    fileOf(server).signals = { ...fileOf(server).signals, waits: 'no' }
    await page.goto(`${server.url}/cases/${MINE}`)
    const ask = page.getByRole('button', { name: w('age-ask') })
    await ask.waitFor()
    await page.getByText(t('compose-note'), { exact: true }).click()
    await wait(page).getByText(w('age-ask-not-here')).waitFor()
    expect(await ask.count()).toBe(0)
    await page.getByText(t('compose-reply'), { exact: true }).click()
    await ask.waitFor()
  })
})

describe('the case file', () => {
  test('leads from an answer to the message it was said in, however far back, and marks it', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    const [oldest] = server.cases.get(MINE)!.messages
    fileOf(server).answers[0]!.message = oldest!.id
    await page.reload()
    await page.locator('.answers .source').first().click()
    const marked = page.locator('.bubble[data-marked]')
    await marked.waitFor()
    expect(await marked.getAttribute('data-message')).toBe(oldest!.id)
    const [bubble, frame] = [(await marked.boundingBox())!, (await page.locator('.log').boundingBox())!]
    expect(bubble.y).toBeGreaterThanOrEqual(frame.y - bubble.height)
    expect(bubble.y).toBeLessThan(frame.y + frame.height)
    expect(await page.evaluate("document.activeElement.matches('.bubble[data-marked]')")).toBe(true)
  })

  test('on a phone leads back to the conversation', async () => {
    const { page } = await sitDown(`/cases/${MINE}/file`, { width: 390 })
    await page.locator('.answers .source').first().click()
    await page.locator('.bubble[data-marked]').waitFor()
  })

  test('lets an answer be put right with a reason, and says who did and why', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await page.getByRole('button', { name: new RegExp(`^${w('correct')}: مَن`) }).click()
    const does = dialog(page).getByRole('button', { name: w('correct-do') })
    await dialog(page).getByRole('radio').nth(1).check()
    expect(await does.isDisabled()).toBe(true)
    await dialog(page).locator('textarea').fill('قالته في المكالمة')
    await does.click()
    await page.locator('.answer-corrected', { hasText: 'قالته في المكالمة' }).waitFor()
    expect(server.bodies.at(-1)).toMatchObject({
      path: `/api/v1/cases/${MINE}/answers/age`,
      body: { options: ['me-16-17'], reason: 'قالته في المكالمة' },
    })
  })

  test('lets be entered what nobody was asked and what was told since', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    const paid = {
      step: 'paid-amount',
      question: 'المبلغ المدفوع',
      answer: '',
      skipped: true,
      how: 'untold',
      correctable: true,
    } as const
    server.cases.get(MINE)!.file.answers.push({ ...paid, at: new Date().toISOString() })
    await page.reload()
    const line = page.locator('.answers > div', { hasText: 'المبلغ المدفوع' })
    await line.getByText(t('answer-untold')).waitFor()
    await line.getByRole('button', { name: `${t('answer-enter')}: المبلغ المدفوع` }).click()
    await dialog(page).getByLabel(w('correct-amount')).fill('300000')
    await dialog(page).locator('textarea').fill('قالته في المكالمة')
    await dialog(page)
      .getByRole('button', { name: w('correct-do') })
      .click()
    await page.locator('.answer-corrected', { hasText: 'قالته في المكالمة' }).waitFor()
    expect(server.bodies.at(-1)).toMatchObject({
      path: `/api/v1/cases/${MINE}/answers/paid-amount`,
      body: { amount: { amount: 300_000, currency: 'IQD' }, reason: 'قالته في المكالمة' },
    })
    expect(await line.getByRole('button', { name: `${w('correct')}: المبلغ المدفوع` }).count()).toBe(1)
  })

  test('lets the owner of a number be changed with a reason', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await page.locator('.identifier .answer-tools button').first().click()
    await dialog(page).getByLabel(t('owner-other')).check()
    await dialog(page).locator('textarea').fill('رقم أخيها')
    await dialog(page)
      .getByRole('button', { name: w('owner-do') })
      .click()
    await expect.poll(() => fileOf(server).identifiers[0]?.owner).toBe('other')
    await expect.poll(() => page.locator('.identifier').first().getAttribute('data-owner')).toBe('other')
  })

  test('keeps tasks: what is late says so, what is done stands last', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await page.locator('.task-late').first().waitFor()
    await page.getByLabel(w('task-new')).fill('مهمة جديدة')
    await page.getByRole('button', { name: w('task-add') }).click()
    await page.locator('.tasks li', { hasText: 'مهمة جديدة' }).getByRole('checkbox').click()
    await page.locator('.tasks li[data-done=true]', { hasText: 'مهمة جديدة' }).waitFor()
    expect(await page.locator('.tasks li').last().getAttribute('data-done')).toBe('true')
    expect(fileOf(server).todo.at(-1)).toHaveProperty('doneAt')
  })

  test('tells what happened and what the bot told the person to do', async () => {
    const { page } = await sitDown(`/cases/${MINE}`)
    await page.getByRole('tab', { name: t('tab-timeline') }).click()
    await page.locator('.timeline').first().getByText('لا تدفع شيئاً الآن').waitFor()
    const happened = page.locator('.timeline').last()
    expect(await happened.locator('li').count()).toBe(11)
    const link = happened.locator('li', { hasText: t('kind-case-linked') })
    expect(await link.innerText()).toContain(w('timeline-linked-script'))
    expect(await link.getByRole('link').allInnerTexts()).toEqual([codeOf(4), codeOf(5)])
    await page
      .getByText(`${t('kind-safe-times-set')} · ${w('timeline-times', { from: '18:00', to: '22:00' })}`)
      .waitFor()
  })
})

describe('care', () => {
  test('a case says what to be ready for in the queue and before it is taken', async () => {
    const { page } = await sitDown(`/cases/${codeOf(0)}`)
    const what = `${t('burden-minor')}${t('list-comma')}${t('burden-self-harm')}`
    await page
      .locator('.queue-row', { hasText: codeOf(0) })
      .getByRole('img', { name: t('row-expect', { what }) })
      .waitFor()
    await page.locator('.take-over').getByText(t('row-expect', { what })).waitFor()
  })

  test.each([
    [3, undefined],
    [16, 'exposure-near'],
    [20, 'exposure-full'],
    [31, 'exposure-full'],
  ])('%i files of 20 in a shift are told calmly, and refuse nothing', async (seen, advice) => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    server.exposure.seen = seen
    await page.getByRole('tab', { name: t('tab-evidence') }).click()
    await page
      .locator('.evidence')
      .first()
      .getByRole('button', { name: t('reveal-open') })
      .click()
    await page.getByText(w('exposure', { seen, of: 20 })).waitFor()
    for (const each of ['exposure-near', 'exposure-full'])
      expect(await page.getByText(w(each)).count(), each).toBe(each === advice ? 1 : 0)
    await page.getByLabel(t('reason-threat')).check()
    await dialog(page)
      .getByRole('button', { name: t('reveal-do') })
      .click()
    await page.locator('.shown-picture').waitFor()
    expect(await page.evaluate("getComputedStyle(document.querySelector('.shown-picture')).filter")).toBe(
      'grayscale(1)',
    )
    await dialog(page).getByRole('switch').click()
    expect(await page.evaluate("getComputedStyle(document.querySelector('.shown-picture')).filter")).toBe(
      'none',
    )
  })

  test('after a case in which life was in danger a quiet card asks to rest, until it is closed, and not after others', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await page.getByRole('button', { name: t('hand-back') }).click()
    await page.getByRole('button', { name: t('leaving-undo') }).waitFor()
    letGo(server, MINE)
    await page.getByText(t('take-over-bot')).waitFor()
    expect(await page.locator('.rest').count()).toBe(0)
    server.change(MINE, { status: 'agent', assignee: ME, severity: 'P1' })
    await page.locator('.composer').waitFor()
    await page.locator('.chat-header .severity[data-severity=P1]').waitFor()
    await page.getByRole('button', { name: t('hand-back') }).click()
    await page.locator('.rest').waitFor()
    await page.getByRole('button', { name: t('leaving-undo') }).click()
    await page.locator('.rest').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: t('hand-back') }).click()
    await page.locator('.rest').waitFor()
    await page.locator('.rest').getByRole('button').click()
    await page.locator('.rest').waitFor({ state: 'detached' })
  })

  test('who watches is told whether it is seen', async () => {
    const { server, page } = await sitDown('/')
    server.change(codeOf(1), { status: 'agent', assignee: COLLEAGUE, watching: { shown: false } })
    await page.goto(`${server.url}/cases/${codeOf(1)}`)
    await page.getByText(w('watching-hidden', { name: COLLEAGUE.name })).waitFor()
    server.change(codeOf(1), { watching: { shown: true } })
    await page.getByText(w('watching-shown', { name: COLLEAGUE.name })).waitFor()
  })

  test('a shift ends with what is held in sight, one note, and nothing left behind', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await page.locator('.composer').waitFor()
    await page.locator('.agent-button').click()
    await page.getByRole('menuitem', { name: t('shift-end') }).click()
    await dialog(page).getByText(MINE).waitFor()
    await dialog(page).locator('textarea').fill('كل شيء هادئ')
    await dialog(page)
      .getByRole('button', { name: w('shift-end-do') })
      .click()
    await page.getByText(w('shift-ended', { count: 1 })).waitFor()
    expect(fileOf(server)).toMatchObject({ status: 'waiting', passedOn: { note: 'كل شيء هادئ' } })
    await page.getByRole('button', { name: t('take-over') }).waitFor()
  })
})

describe('a link to another case', () => {
  test('is judged wrong with a reason, stands apart with it, and is taken back', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    const f = await textsOf('ar')
    const [other = ''] = fileOf(server).links
    await page.getByRole('button', { name: `${f('link-wrong-begin')}: ${other}` }).click()
    const send = dialog(page).getByRole('button', { name: w('link-wrong-do'), exact: true })
    expect(await send.isDisabled()).toBe(true)
    await dialog(page).getByLabel(w('correct-reason'), { exact: false }).fill('الرقم لمحل، لا صلة')
    await send.click()
    await dialog(page).waitFor({ state: 'detached' })
    expect(server.bodies.at(-1)).toMatchObject({
      path: `/api/v1/cases/${MINE}/links`,
      body: { code: other, wrong: true, reason: 'الرقم لمحل، لا صلة' },
    })
    await page.getByText('الرقم لمحل، لا صلة').waitFor()
    expect(await page.getByRole('button', { name: `${f('link-wrong-begin')}: ${other}` }).count()).toBe(0)
    await page.getByRole('button', { name: `${f('link-right-begin')}: ${other}` }).click()
    await dialog(page).getByLabel(w('correct-reason'), { exact: false }).fill('الشخص نفسه')
    await dialog(page)
      .getByRole('button', { name: w('link-right-do') })
      .click()
    await page.getByRole('button', { name: `${f('link-wrong-begin')}: ${other}` }).waitFor()
    expect(server.bodies.at(-1)).toMatchObject({ body: { code: other, wrong: false } })
  })
})
