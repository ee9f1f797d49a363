import { expect, test } from 'vitest'
import type { Language } from '../../../adapters/console/ui/language/bundles.ts'
import type { DeskServer } from './desk-server.ts'
import { askedToErase } from './erasure-world.ts'
import { codeOf, COLLEAGUE, makeMe, ME, NOW } from './world.ts'
import { useSeats } from './seats.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()

const MINE = codeOf(3)
const atFile = async (
  erasure: Parameters<DeskServer['change']>[1]['erasure'],
  language: Language = 'ar',
  width = 1440,
) => ({
  ...(await sit({
    path: `/cases/${MINE}/file`,
    look: { language, width },
    prepare: (server) => {
      if (erasure !== undefined) server.change(MINE, { erasure })
    },
    until: '.answers',
  })),
  t: await textsOf(language),
})
const bodies = (server: DeskServer) =>
  server.bodies.filter(({ path }) => path.includes('/erasure')).map(({ body }) => body)

test('an agent asks with a ground and a reason, and it says who waits for whom', async () => {
  const { server, page, t } = await atFile({ mayAsk: true })
  const begin = page.getByRole('button', { name: t('erasure-begin') })
  await begin.click()
  const dialog = page.getByRole('dialog')
  const ask = dialog.getByRole('button', { name: t('erasure-ask'), exact: true })
  await dialog.getByText(t('erasure-two')).waitFor()
  await dialog.getByLabel(t('erasure-why'), { exact: false }).fill('طلبته في المكالمة')
  expect(await ask.isDisabled()).toBe(true)
  await dialog.getByRole('radio', { name: t('erasure-ground-person') }).check()
  await ask.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(t('erasure-waits')).waitFor()
  expect(bodies(server)).toEqual([{ ground: 'person', reason: 'طلبته في المكالمة' }])
  expect(await page.getByRole('button', { name: t('erasure-agree') }).count()).toBe(0)
  expect(await page.getByRole('button', { name: t('erasure-anew') }).count()).toBe(1)
})

test.each([
  ['ar', 390],
  ['ckb', 1440],
  ['en', 1440],
] as const)(
  'whoever agrees reads that it is for ever, types the code, and is given the certificate: %s, %i px',
  async (language, width) => {
    const { server, page, t } = await atFile(askedToErase(COLLEAGUE), language, width)
    const agree = page.getByRole('button', { name: t('erasure-agree') })
    await agree.waitFor()
    expect(
      await page
        .locator('.file-panel')
        .first()
        .evaluate((panel) => panel.scrollWidth - panel.clientWidth),
    ).toBe(0)
    expect(await page.getByRole('button', { name: t('erasure-anew') }).count()).toBe(0)
    await agree.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('erasure-never')).waitFor()
    const erase = dialog.getByRole('button', { name: t('erasure-do') })
    const code = dialog.getByRole('textbox')
    await code.fill(codeOf(4))
    expect(await erase.isDisabled()).toBe(true)
    expect(bodies(server)).toEqual([])
    await code.fill(`${MINE.slice(0, 4).toLowerCase()} ${MINE.slice(4)}`)
    await code.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    const heading = page.getByRole('heading', { name: t('erased-title') })
    await heading.waitFor()
    await expect
      .poll(() => page.evaluate('document.activeElement?.textContent'))
      .toBe(await heading.textContent())
    const certificate = JSON.parse((await page.locator('.certificate').textContent()) ?? '') as unknown
    expect(certificate).toMatchObject({ case: MINE, asked: COLLEAGUE.id, by: ME.id, key: 'destroyed' })
    await page.locator('.custody').waitFor()
    expect(await page.locator('.bubble, .composer, .answers').count()).toBe(0)
    expect(server.asked).toContain(`POST /api/v1/cases/${MINE}/erasure/41/approve`)
    expect(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0)
  },
)

test('whoever refuses says why, and the case stays', async () => {
  const { server, page, t } = await atFile(askedToErase(COLLEAGUE))
  const refuse = page.getByRole('button', { name: t('erasure-refuse') })
  await refuse.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('لم يُرِنا أحد كتاباً')
  await dialog.getByRole('button', { name: t('erasure-refuse-do') }).click()
  await page.getByText(t('erasure-waits')).waitFor({ state: 'detached' })
  expect(bodies(server)).toEqual([{ reason: 'لم يُرِنا أحد كتاباً' }])
  expect(await page.locator('.answers').count()).toBe(1)
})

test('while the person wrote since there is nothing to agree to; where it is refused by the server, that is said', async () => {
  const { server, page, t } = await atFile(askedToErase(COLLEAGUE))
  await page.getByRole('button', { name: t('erasure-agree') }).click()
  const dialog = page.getByRole('dialog')
  server.failNext = { call: /erasure\/41\/approve/, status: 409, code: 'written_since' }
  await dialog.getByRole('textbox').fill(MINE)
  await dialog.getByRole('button', { name: t('erasure-do') }).click()
  await dialog.getByText(t('erasure-fault-written-since')).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  const { request, ...rest } = askedToErase(COLLEAGUE)
  server.change(MINE, {
    erasure: {
      ...rest,
      ...(request === undefined ? {} : { request: { ...request, hindered: 'written_since' } }),
    },
  })
  await page.getByText(t('erasure-hindered-written-since')).waitFor()
  expect(await page.getByRole('button', { name: t('erasure-agree') }).count()).toBe(0)
  expect(await page.getByRole('button', { name: t('erasure-refuse') }).count()).toBe(1)
  expect(await page.getByRole('button', { name: t('erasure-anew') }).count()).toBe(1)
})

test('a wish that a hold keeps leads from what waits to the hold, which is lifted or said to stay, with a reason', async () => {
  const { server, page } = await sit({
    look: { language: 'en' },
    prepare: (server) => {
      server.me = makeMe('supervisor')
      server.wanted = [{ kind: 'hold', code: MINE, severity: 'P2', at: new Date(NOW).toISOString() }]
      const hold = { at: new Date(NOW - 60_000).toISOString(), by: COLLEAGUE.name, reason: 'letter 9' }
      server.change(MINE, { hold, eraseWanted: true, wishWaits: true })
    },
  })
  const t = await textsOf('en')
  await page.getByRole('link', { name: t('wanted-hold') }).click()
  await page.waitForURL(`**/cases/${MINE}/file#erasure`)
  await page.getByText(t('keeping-waits')).waitFor()
  expect(await page.getByText(t('keeping-lift'), { exact: true }).count()).toBeGreaterThan(0)
  await page.locator('summary', { hasText: t('keeping-stay') }).click()
  const form = page.locator('details[open] form')
  expect(await form.getByRole('button').isDisabled()).toBe(true)
  await form.getByRole('textbox').fill('asked the judge today')
  await form.getByRole('button').click()
  await page.getByText('asked the judge today').waitFor()
  await page.getByText(t('keeping-waits')).waitFor({ state: 'detached' })
  expect(await page.locator('summary', { hasText: t('keeping-stay') }).count()).toBe(0)
  expect(server.bodies.filter(({ path }) => path.endsWith('/hold')).map(({ body }) => body)).toEqual([
    { reason: 'asked the judge today' },
  ])
})

test('who has the case open when it is erased reads no word of it any more', async () => {
  const { server, page, t } = await atFile(undefined, 'en')
  await page.goto(`${server.url}/cases/${MINE}`)
  await page.locator('.composer').waitFor()
  server.change(MINE, { status: 'erased' }, ['erasure_approved', 'case_erased'])
  await page.locator('.pane-main').getByText(t('fault-erased')).waitFor()
  await page.locator('.custody').waitFor()
  for (const part of ['.bubble', '.composer', '.chat-header', '.answers', '.certificate'])
    expect(await page.locator(part).count()).toBe(0)
})
