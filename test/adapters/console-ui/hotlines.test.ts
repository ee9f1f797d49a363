import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { OperatorState } from '../../../adapters/console/contract/operator.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { ME, makeMe } from './world.ts'

const sit = useSeats()
const t = await textsOf('ar')

/** `without`: the page as it is where this number is not stated. */
const openOperator = (without?: string): Promise<Seat> =>
  sit({
    path: '/operator',
    until: '.hotline',
    prepare: (server) => {
      server.me = makeMe('admin')
    },
    browser: async (context) => {
      if (without === undefined) return
      await context.route('**/api/v1/operator', async (route) => {
        const response = await route.fetch()
        const state = OperatorState.parse(await response.json())
        const hotlines = state.hotlines.filter(({ id }) => id !== without)
        await route.fulfill({ response, json: { ...state, hotlines } })
      })
    },
  })
const lineOf = (page: Page) => page.locator('.hotline', { hasText: '+964 750 200 8179' })
const ask = async (page: Page) => {
  await lineOf(page)
    .getByRole('button', { name: t('admin-hotline-call') })
    .click()
  return page.getByRole('dialog')
}
const DO = { number: '+964 750 200 8179' }

test('an administrator is asked back with the number, and the page then says who called it', async () => {
  const { server, page, faults } = await openOperator()
  const dialog = await ask(page)
  await dialog.getByText(t('admin-hotline-call-ask', { ...DO, name: 'محامو أربيل' })).waitFor()
  await dialog.getByRole('button', { name: t('cancel') }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(server.called.size).toBe(0)

  await (await ask(page)).getByRole('button', { name: t('admin-hotline-call-do', DO) }).click()
  await lineOf(page).getByText(ME.name).waitFor()
  expect([...server.called]).toMatchObject([['lawyers', { number: '+964 750 200 8179' }]])
  expect(await lineOf(page).getAttribute('data-state')).toBe('shown')
  expect(faults).toEqual([])
})

test('a number that is another by now is not confirmed, and said so', async () => {
  const { server, page, faults } = await openOperator()
  server.failNext = { call: /^POST .*confirm$/, status: 409, code: 'outdated' }
  const dialog = await ask(page)
  await dialog.getByRole('button', { name: t('admin-hotline-call-do', DO) }).click()
  await dialog.getByRole('alert').getByText(t('admin-hotline-outdated')).waitFor()
  expect(server.called.size).toBe(0)
  expect(faults).toEqual([])
})

test('where no number for emergencies is shown the page says so in its first lines and above the numbers; where one is it says nothing', async () => {
  const { page: shown } = await openOperator()
  expect(await shown.getByText(t('admin-no-emergency')).count()).toBe(0)
  expect(await shown.getByText(t('admin-hotlines-no-emergency')).count()).toBe(0)
  const { page, faults } = await openOperator('police')
  await page.locator('.sheet-alert[data-grave]', { hasText: t('admin-no-emergency') }).waitFor()
  await page.getByRole('alert').getByText(t('admin-hotlines-no-emergency')).waitFor()
  expect(faults).toEqual([])
})
