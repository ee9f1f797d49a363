import { expect, test } from 'vitest'
import { statisticsIn } from './statistics-world.ts'
import type { Look } from './browser.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { makeMe } from './world.ts'

const sit = useSeats()
const t = await textsOf('ar')
const open = (look: Look = {}): Promise<Seat> =>
  sit({
    path: '/statistics',
    look,
    prepare: (server) => {
      server.me = makeMe('analyst')
    },
  })

test('what was paid stands beside what was demanded, each in its money', async () => {
  const { page, faults } = await open()
  const part = (title: string) =>
    page.locator('.statistics-part', { has: page.getByRole('heading', { name: t(title), exact: true }) })
  await part('statistics-money').getByText('45,500,000 IQD').waitFor()
  await part('statistics-money-paid').getByText('2,400 USD').waitFor()
  await part('statistics-money-paid')
    .getByText(t('statistics-named-by', { count: 6 }))
    .waitFor()
  expect(faults).toEqual([])
})

test('what is hidden is called not shown and drawn as a stub, and no tile gives its number away', async () => {
  const { page } = await open()
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
})

test.each(['ar', 'en'] as const)(
  'the map has the north above and the west on the left in %s, tells no number that is not shown, and the table beside it tells all',
  async (language) => {
    const { page, faults } = await open({ language, width: 390 })
    const names = new Map(statisticsIn(language).map.map(({ key, name }) => [key, name]))
    const region = (key: string) =>
      page
        .locator('.region-map .region')
        .filter({ has: page.getByText(names.get(key) ?? '', { exact: true }) })
    const placeOf = async (key: string) => (await region(key).boundingBox()) ?? { x: 0, y: 0 }
    await region('baghdad').waitFor()
    const [duhok, basra, anbar, wasit] = await Promise.all(['duhok', 'basra', 'anbar', 'wasit'].map(placeOf))
    expect(duhok?.y).toBeLessThan(basra?.y ?? 0)
    expect(anbar?.x).toBeLessThan(wasit?.x ?? 0)
    expect(await region('baghdad').innerText()).toContain('70')
    for (const key of ['wasit', 'duhok']) expect(await region(key).innerText()).toBe(names.get(key))
    expect(await region('wasit').getAttribute('data-hidden')).toBe('true')
    const table = page.getByRole('table', { name: (await textsOf(language))('statistics-governorate') })
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(
      statisticsIn(language).by.governorate.map(({ name }) => name),
    )
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    expect(faults).toEqual([])
  },
)

test('how soon a person answered stands by urgency, and a row that is hidden says so in each of its numbers', async () => {
  const { page } = await open()
  const table = page.getByRole('table', { name: t('statistics-reply'), exact: true })
  const cells = table.getByRole('cell')
  await cells.first().waitFor()
  const hidden = t('statistics-hidden')
  const said = (await cells.allInnerTexts()).map((text) => text.replaceAll(/[\u2066-\u2069]/g, ''))
  expect(said).toEqual([hidden, hidden, '15 د', '25 من 30', '1 س', '41 من 48', hidden, hidden])
})
