import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Translate } from '../../../adapters/console/ui/language/bundles.ts'
import { leave, openBench, openContext, openPage, type Bench } from './browser.ts'
import { openDeskServer } from './desk-server.ts'
import { textsOf } from './texts.ts'
import { makeMe } from './world.ts'

let bench: Bench
let t: Translate
beforeAll(async () => {
  bench = await openBench()
  t = await textsOf('ar')
})
afterAll(() => bench?.close())

test('what was paid stands beside what was demanded, each in its money', async () => {
  const server = await openDeskServer(bench.dist, bench.pictures)
  server.me = makeMe('analyst')
  const context = await openContext(bench.browser)
  try {
    const { page, faults } = await openPage(context, `${server.url}/statistics`)
    const part = (title: string) =>
      page.locator('.statistics-part', { has: page.getByRole('heading', { name: t(title), exact: true }) })
    await part('statistics-money').getByText('45,500,000 IQD').waitFor()
    await part('statistics-money-paid').getByText('2,400 USD').waitFor()
    await part('statistics-money-paid')
      .getByText(t('statistics-named-by', { count: 6 }))
      .waitFor()
    expect(faults).toEqual([])
  } finally {
    leave(context)
    await server.stop()
  }
})

test('what is hidden is called not shown and drawn as a stub, and no tile gives its number away', async () => {
  const server = await openDeskServer(bench.dist, bench.pictures)
  server.me = makeMe('analyst')
  const context = await openContext(bench.browser)
  try {
    const { page } = await openPage(context, `${server.url}/statistics`)
    const table = page.getByRole('table', { name: t('statistics-status'), exact: true })
    const cells = table.getByRole('cell')
    await cells.first().waitFor()
    expect(await cells.allInnerTexts()).toEqual(['لا يُعرض', 'لا يُعرض', '113'])
    const widths = await table
      .locator('.bar')
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width))
    expect(widths.slice(0, 2)).toEqual([8, 8])
    expect(widths[2]).toBeGreaterThan(40)
    const waiting = page.locator('.statistics-tile', { hasText: t('statistics-waiting') })
    expect(await waiting.locator('dd').allInnerTexts()).toEqual(['لا يُعرض'])
  } finally {
    leave(context)
    await server.stop()
  }
})

test('how soon a person answered stands by urgency, and a row that is hidden says so in each of its numbers', async () => {
  const server = await openDeskServer(bench.dist, bench.pictures)
  server.me = makeMe('analyst')
  const context = await openContext(bench.browser)
  try {
    const { page } = await openPage(context, `${server.url}/statistics`)
    const table = page.getByRole('table', { name: t('statistics-reply'), exact: true })
    const cells = table.getByRole('cell')
    await cells.first().waitFor()
    const hidden = t('statistics-hidden')
    const said = (await cells.allInnerTexts()).map((text) => text.replaceAll(/[\u2066-\u2069]/g, ''))
    expect(said).toEqual([hidden, hidden, '15 د', '25 من 30', '1 س', '41 من 48', hidden, hidden])
  } finally {
    leave(context)
    await server.stop()
  }
})
