import type { Page } from 'playwright-core'
import { expect, test, onTestFinished } from 'vitest'
import { refusedBy } from './browser.ts'
import { makeMe } from './world.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()
const t = await textsOf('ar')

const sitDown = async (role: 'supervisor' | 'agent' = 'supervisor'): Promise<Seat> => {
  const seat = await sit({
    until: '.queue-row',
    prepare: (server) => {
      server.me = makeMe(role)
    },
  })
  onTestFinished(() => expect(seat.faults).toEqual([]))
  return seat
}
const openReplies = async (): ReturnType<typeof sitDown> => {
  const both = await sitDown()
  await both.page.getByRole('button', { name: t('menu-pages') }).click()
  await both.page.getByRole('menuitem', { name: t('team-replies-title') }).click()
  await both.page.locator('.team-reply').first().waitFor()
  return both
}
const row = (page: Page, name: string) => page.locator('.team-reply', { hasText: name })
const field = (page: Page, language: string) =>
  page.getByRole('textbox', { name: `${t('team-replies-text')} · ${language}` })
const keep = (page: Page) => page.getByRole('dialog').getByRole('button', { name: t('replies-keep') })

test('agents are shown no way to the team’s ready texts; supervisors are', async () => {
  const { page } = await sitDown('agent')
  await page.getByRole('button', { name: t('menu-pages') }).click()
  await page.getByRole('menu').waitFor()
  expect(await page.getByRole('menuitem', { name: t('team-replies-title') }).count()).toBe(0)
})

test('a supervisor puts a text right with a variable at the cursor, and a slip in a variable is not kept', async () => {
  const { server, page } = await openReplies()
  await page.getByRole('button', { name: t('replies-change', { name: 'تحية' }) }).click()
  await field(page, 'العربية').fill('رمزك ')
  await page.getByRole('button', { name: t('variable-code') }).click()
  await expect.poll(() => field(page, 'العربية').inputValue()).toBe('رمزك {code}')
  await page.keyboard.type(' {cod}')
  await page.getByText(t('replies-slip', { name: '{cod}' })).waitFor()
  expect(await keep(page).isDisabled()).toBe(true)
  await field(page, 'العربية').fill('رمزك {code}.')
  await field(page, 'English').fill('')
  await keep(page).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await row(page, 'تحية').getByText(t('team-replies-changed')).waitFor()
  expect(server.teamReplies.replies[0]).toMatchObject({
    id: 'hello',
    changed: true,
    texts: { ar: 'رمزك {code}.', ckb: expect.any(String) },
  })
  expect(server.teamReplies.replies[0]?.texts.en).toBeUndefined()
  expect(await refusedBy(page)).toEqual([])
})

test('a text is added, no longer offered, moved, put back to the original, and removed', async () => {
  const { server, page } = await openReplies()
  const order = () => server.teamReplies.replies.map(({ id }) => id)
  await page.getByRole('button', { name: t('replies-add') }).click()
  await page.getByRole('textbox', { name: `${t('replies-name')} · العربية` }).fill('جديد')
  expect(await keep(page).isDisabled()).toBe(true)
  await field(page, 'العربية').fill('نص جديد')
  await keep(page).click()
  await row(page, 'جديد').waitFor()
  await page.getByRole('button', { name: t('team-replies-up', { name: 'جديد' }) }).click()
  await expect.poll(() => order().indexOf('ours')).toBe(3)
  await page.getByRole('switch', { name: t('team-replies-offered-name', { name: 'تحية' }) }).click()
  await expect.poll(() => server.teamReplies.replies[0]?.off).toBe(true)
  await page.getByRole('button', { name: t('replies-change', { name: 'متى أكتب ثانية' }) }).click()
  await page.getByRole('button', { name: t('team-replies-reset') }).click()
  await expect.poll(() => server.teamReplies.replies[1]?.changed).toBe(false)
  await page.getByRole('button', { name: t('replies-change', { name: 'العطلة' }) }).click()
  await page.getByRole('button', { name: t('team-replies-remove') }).click()
  await expect.poll(order).toEqual(['hello', 'next-word', expect.any(String)])
})

test('who was slower is told, keeps what they wrote, and keeps it beside what the other one changed', async () => {
  const { server, page } = await openReplies()
  await page.getByRole('button', { name: t('replies-change', { name: 'تحية' }) }).click()
  await field(page, 'العربية').fill('ما كتبته أنا')
  const { version, replies } = server.teamReplies
  server.teamReplies = {
    version: version + 1,
    replies: replies.map((each) => ({ ...each, off: each.id === 'next-word' })),
  }
  await keep(page).click()
  await page.getByRole('dialog').getByText(t('team-replies-outdated')).waitFor()
  expect(await field(page, 'العربية').inputValue()).toBe('ما كتبته أنا')
  await keep(page).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(server.teamReplies.replies).toMatchObject([
    { texts: { ar: 'ما كتبته أنا' } },
    { id: 'next-word', off: true },
    { off: false },
  ])
})
