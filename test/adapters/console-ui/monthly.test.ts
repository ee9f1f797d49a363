import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violationsIn, useSeats } from './seats.ts'
import { textsOf } from './texts.ts'
import { makeMe } from './world.ts'

const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
const MOST_TABS = 60

const sit = useSeats()
const faultsOf = async (page: Page): Promise<readonly [readonly string[], number]> => {
  return [await violationsIn(page), await page.evaluate(WIDER)]
}

/** As somebody without a mouse gets there: Tab after Tab, from where they are. */
const press = async (page: Page, place: Locator): Promise<void> => {
  await place.waitFor()
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if ((await place.and(page.locator(':focus')).count()) === 1) return page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  throw new Error('no way by Tab')
}

describe.each([
  ['ar', 1280],
  ['ckb', 390],
  ['en', 390],
] as const)('by keyboard alone, in %s at %i px', (language, width) => {
  test('an analyst chooses month and language and gets the report as a file; where it fails they are told, and the choice stays', async () => {
    const t = await textsOf(language)
    const { page, server } = await sit({
      path: '/statistics',
      look: { language, width },
      prepare: (desk) => {
        desk.me = makeMe('analyst')
      },
    })
    const months = page.getByLabel(t('statistics-month-which'), { exact: true })
    const make = page.getByRole('button', { name: t('statistics-month-make') })
    await press(page, page.getByRole('button', { name: t('statistics-month-open') }))
    await make.waitFor()
    expect(await faultsOf(page)).toEqual([[], 0])

    const options = await months
      .locator('option')
      .evaluateAll((all) => all.map(({ value }: { value: string }) => value))
    expect(options.length).toBe(36)
    expect(options).toEqual(options.toSorted().toReversed())
    await months.selectOption(options[3] ?? '')
    await page.getByLabel(t('statistics-month-language'), { exact: true }).selectOption('ckb')

    server.failNext = { call: /GET .*statistics\.pdf/, status: 503, code: 'report_unset' }
    await press(page, make)
    await page.getByRole('alert').getByText(t('fault-report-unset')).waitFor()
    expect(await months.inputValue()).toBe(options[3])
    expect(await faultsOf(page)).toEqual([[], 0])

    const asked = page.waitForRequest((request) => request.url().includes('/statistics.pdf'))
    const file = page.waitForEvent('download')
    await press(page, make)
    expect(new URL((await asked).url()).search).toBe(`?month=${options[3]}&lang=ckb`)
    expect((await file).suggestedFilename()).toBe(`amin-${options[3]}-ckb.pdf`)
    await make.waitFor({ state: 'detached' })
  })
})

test('a month that runs is called not over, and the one that is chosen at first is over', async () => {
  const t = await textsOf('en')
  const { page } = await sit({
    path: '/statistics',
    look: { language: 'en' },
    prepare: (desk) => {
      desk.me = makeMe('analyst')
    },
  })
  await page.getByRole('button', { name: t('statistics-month-open') }).click()
  const months = page.getByLabel(t('statistics-month-which'), { exact: true })
  await months.waitFor()
  const labels = (await months.locator('option').allInnerTexts()).map((label) =>
    label.replaceAll(/[\u2066-\u2069]/g, ''),
  )
  const over = labels.findIndex((label) => !label.endsWith('not over yet'))
  expect(over).toBe(1)
  const chosen = await months.evaluate((field: { selectedIndex: number }) => field.selectedIndex)
  expect(chosen).toBe(over)
})
