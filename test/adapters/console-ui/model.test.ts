import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { refusedBy, type Look } from './browser.ts'
import type { DeskServer } from './desk-server.ts'
import { DRAFT, MODEL_ON } from './model-world.ts'
import { codeOf, makeMe } from './world.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()
const t = await textsOf('ar')

const sitDown = (path: string, isOn: boolean, look: Look = {}): Promise<Seat> =>
  sit({
    path,
    look,
    prepare: (server) => {
      if (isOn) server.model = MODEL_ON
      server.me = makeMe('admin')
    },
  })

const MINE = codeOf(3)
const reply = (page: Page) => page.getByRole('textbox', { name: t('compose-reply') })
const send = (page: Page) => page.getByRole('button', { name: t('compose-reply-do') })
const said = (server: DeskServer) => server.bodies.filter(({ path }) => path.endsWith('/messages'))

describe('a draft of a machine', () => {
  test('fills the field, says that it is one, and goes out as it came only after a second press', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`, true)
    await page.getByRole('button', { name: t('model-draft-do') }).click()
    await page.getByText(t('model-draft-mark')).waitFor()
    expect(await reply(page).inputValue()).toBe(DRAFT)
    await send(page).click()
    await page.getByText(t('model-draft-again')).waitFor()
    expect(said(server)).toEqual([])
    await send(page).click()
    await expect.poll(() => said(server)).toMatchObject([{ body: { text: DRAFT, helped: true } }])
    expect(await refusedBy(page)).toEqual([])
  })

  test('that was made the agent’s own words goes at once', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`, true)
    await page.getByRole('button', { name: t('model-draft-do') }).click()
    await page.getByText(t('model-draft-mark')).waitFor()
    await reply(page).fill(`${DRAFT} أنا نور.`)
    await send(page).click()
    await expect.poll(() => said(server)).toMatchObject([{ body: { helped: true } }])
  })
})

describe('a machine that helps to read', () => {
  test('gives a summary whose sentences lead to their messages, and facts with their words', async () => {
    const { page } = await sitDown(`/cases/${MINE}`, true, { width: 1440 })
    await page.getByRole('button', { name: t('model-summary-do'), exact: true }).click()
    await page.locator('.model-sentences .source').first().waitFor()
    await page.getByRole('button', { name: t('model-facts-do') }).click()
    await page.locator('.model-fact q').first().waitFor()
    expect(await refusedBy(page)).toEqual([])
  })

  test('translates a message of the person beside it, marked, and leaves the original', async () => {
    const { page } = await sitDown(`/cases/${MINE}`, true)
    const bubble = page.locator('.bubble[data-from=person]').last()
    const original = await bubble.locator('.words').first().textContent()
    await bubble.getByRole('button', { name: t('model-translate-do') }).click()
    await bubble.getByText('He wants money before tomorrow.').waitFor()
    await bubble.getByText(t('model-translated')).waitFor()
    expect(await bubble.locator('.words').first().textContent()).toBe(original)
  })

  test('is nowhere where none is switched on, and nothing is asked of it', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`, false, { width: 1440 })
    await reply(page).waitFor()
    await expect.poll(() => server.asked.some((line) => line.endsWith('/api/v1/model'))).toBe(true)
    expect(await page.locator('.model-help, .machine-words, .machine-draft').count()).toBe(0)
    expect(server.asked.filter((line) => line.includes(`${MINE}/model`))).toEqual([])
  })
})

test('the operator sees each use by its name, where words would go, the budget, and tries it with an invented message', async () => {
  const { page } = await sitDown('/operator', true)
  await page.getByText('127.0.0.1:11434').waitFor()
  await page.getByText(t('admin-model-calls', { used: 3, budget: 300 })).waitFor()
  for (const use of ['danger', 'facts', 'summary', 'reply', 'translate', 'voice'])
    await page.getByText(t(`admin-model-use-${use}`), { exact: true }).waitFor()
  await page.getByRole('button', { name: t('admin-model-try') }).click()
  await page.getByText(t('admin-model-answered', { milliseconds: 12 })).waitFor()
})
