import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Look } from './browser.ts'
import { codeOf, makeMe } from './world.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()
const t = await textsOf('ar')

const sitDown = (look: Look = {}): Promise<Seat> =>
  sit({
    look,
    until: '.queue-row',
    cases: 40,
    prepare: (server) => {
      server.me = makeMe('supervisor')
    },
  })
/** The first case has a time limit, a sum, what was paid, and more. */
const FULL = codeOf(0)
const rowOf = (page: Page, code: string) => page.locator(`.queue-row[href='/cases/${code}']`)
/** Rows that stand whole in what can be seen of the list. */
const wholeRows = async (page: Page): Promise<number> => {
  const list = (await page.locator('.queue-list').boundingBox())!
  const rows = await page
    .locator('.queue-row')
    .evaluateAll((all) =>
      all.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]),
    )
  return rows.filter(([top = 0, bottom = 0]) => top >= list.y - 1 && bottom <= list.y + list.height + 1)
    .length
}

describe('the line of a case', () => {
  test('says what is known, what presses first, each part in its own direction', async () => {
    const { page } = await sitDown()
    const line = rowOf(page, FULL).locator('.row-words')
    const parts = await line.locator('.known').allInnerTexts()
    expect(parts.slice(-6)).toEqual([
      expect.stringContaining('22:00'),
      expect.stringContaining('500 USD'),
      t('fact-paid-again'),
      'صور أو فيديو خاص',
      'وصل إلى الأهل',
      'البصرة',
    ])
    expect(await line.locator('.known bdi', { hasText: '500 USD' }).getAttribute('dir')).toBe('ltr')
    // From right to left, as the page reads.
    const lefts = await line
      .locator('.known')
      .evaluateAll((all) => all.slice(0, 2).map((each) => each.getBoundingClientRect().left))
    expect(lefts[0]).toBeGreaterThan(lefts[1] ?? Infinity)
  })

  test('is the last words alone where nothing is known, and neither in the discreet mode', async () => {
    const { server, page } = await sitDown()
    server.change(FULL, { facts: [], preview: 'كلمات أخيرة' }, ['message_received'])
    const line = rowOf(page, FULL).locator('.row-words')
    await expect.poll(() => line.innerText()).toContain('كلمات أخيرة')
    await page.getByRole('button', { name: t('discreet') }).click()
    await expect.poll(() => line.innerText()).toBe(t('row-hidden'))
    await rowOf(page, FULL).focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('.row-legend').waitFor()
    expect(await page.locator('.legend-facts').count()).toBe(0)
  })

  test('tells by words what its signs mean, to who points at it and to who comes by keyboard', async () => {
    const { page } = await sitDown()
    const legend = page.locator('.row-legend')
    await page.locator('input[type=search]').focus()
    await rowOf(page, FULL).hover()
    await legend
      .getByText(
        t('row-copies', { teams: '' })
          .replaceAll(/[^؀-ۿ ]/g, '')
          .trim(),
      )
      .waitFor()
    await page.mouse.move(900, 500)
    await legend.waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.evaluate('document.activeElement.blur()')
    await page.keyboard.press('KeyJ')
    await legend
      .getByText('البصرة')
      .or(legend.getByText(t('row-evidence')))
      .first()
      .waitFor()
  })

  test('says what changed since this agent had the case open, until they open it again', async () => {
    const { server, page } = await sitDown()
    await rowOf(page, FULL).click()
    await page.locator('.bubble').first().waitFor()
    await page.goto(`${server.url}/cases/${codeOf(3)}`)
    await page.locator('.bubble').first().waitFor()
    const mark = rowOf(page, FULL).locator('.row-changed')
    expect(await mark.count()).toBe(0)
    server.change(FULL, { evidence: 7 }, ['evidence_announced'])
    await mark.waitFor()
    expect(await mark.getAttribute('aria-label')).toContain(t('row-changed-files', { count: 2 }))
    await rowOf(page, FULL).click()
    await mark.waitFor({ state: 'detached' })
  })
})

describe('how much of the queue stands on a screen', () => {
  test.each(['ar', 'ckb', 'en'] as const)(
    'fifteen cases at 900 pixels where rows are dense, in %s',
    async (language) => {
      const { page } = await sitDown({ language, preferences: { density: 'dense' } })
      const texts = await textsOf(language)
      await page.locator('.queue-views').getByText(texts('view-all'), { exact: true }).click()
      await expect.poll(() => wholeRows(page)).toBeGreaterThanOrEqual(15)
      // Nothing of a line stands outside its row.
      const outside = await page
        .locator('.queue-row')
        .evaluateAll(
          (rows) =>
            rows.filter(
              (row) => row.scrollHeight > row.clientHeight + 1 || row.scrollWidth > row.clientWidth + 1,
            ).length,
        )
      expect(outside).toBe(0)
    },
  )

  test('is chosen by a key or from the menu, and kept', async () => {
    const { page } = await sitDown()
    const density = () => page.locator('.queue-list').getAttribute('data-density')
    expect(await density()).toBe('normal')
    await page.keyboard.press('KeyD')
    expect(await density()).toBe('large')
    await page.getByRole('button', { name: t('density', { name: t('density-large') }) }).click()
    await page.getByRole('menuitem', { name: t('density-dense') }).click()
    await expect.poll(density).toBe('dense')
    await page.reload()
    await expect.poll(density).toBe('dense')
  })
})
