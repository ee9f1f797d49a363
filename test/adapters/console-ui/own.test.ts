import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { MyShift } from '../../../adapters/console/contract/shift.ts'
import { inPlace, longestWaiting, neighbour } from '../../../adapters/console/ui/own/order.ts'
import type { Look } from './browser.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { codeOf, ME, NOW } from './world.ts'

const chat = (code: string, answerSince?: string): MyShift['held'][number] => ({
  code,
  severity: 'P2',
  unread: 0,
  ...(answerSince === undefined ? {} : { answerSince }),
})

describe('the order of one’s own chats', () => {
  test('is the same whatever happens in them', () => {
    const before = inPlace([chat('B'), chat('A'), chat('C')]).map(({ code }) => code)
    expect(
      inPlace([chat('C', '2026-01-01T00:00:00Z'), chat('B'), chat('A')]).map(({ code }) => code),
    ).toEqual(before)
  })

  test('goes round to the next and to the one before', () => {
    const held = [chat('A'), chat('B'), chat('C')]
    expect([neighbour(held, 'C', 1), neighbour(held, 'A', -1), neighbour(held, undefined, 1)]).toEqual([
      'A',
      'C',
      'A',
    ])
    expect(neighbour([], 'A', 1)).toBeUndefined()
  })

  test('gives who waits longest, and the next of them where that chat is open', () => {
    const held = [chat('A', '2026-01-01T00:05:00Z'), chat('B', '2026-01-01T00:01:00Z'), chat('C')]
    expect([longestWaiting(held, 'C'), longestWaiting(held, 'B'), longestWaiting([chat('A')], 'A')]).toEqual([
      'B',
      'A',
      undefined,
    ])
  })
})

const sit = useSeats()
const t = await textsOf('ar')

const OWN = [codeOf(3), codeOf(5), codeOf(6)].toSorted((a, b) => (a < b ? -1 : 1)) as [string, string, string]
const minutesAgo = (n: number): string => new Date(NOW - n * 60_000).toISOString()

/** An agent with three chats; in two of them somebody waits for an answer. */
const sitDown = async (look: Look = {}, path = '/'): Promise<Seat> => {
  const seat = await sit({
    path,
    look,
    prepare: (server) => {
      const give = (code: string, more: object): void =>
        server.change(code, { status: 'agent', assignee: ME, heldSince: minutesAgo(60), ...more }, [
          'case_claimed',
        ])
      give(OWN[0], { unread: 1, answerSince: minutesAgo(4) })
      give(OWN[1], { unread: 2, answerSince: minutesAgo(12) })
      give(OWN[2], { unread: 0 })
    },
  })
  await seat.page.locator('.own-chat').nth(2).waitFor()
  return seat
}
const strip = (page: Page) => page.locator('.own-strip')
const isOpen = (page: Page, code: string) => expect.poll(() => page.url()).toContain(`/cases/${code}`)

describe('one’s own chats', () => {
  test('stand beside every list, each with how long its person waits for an answer', async () => {
    const { page } = await sitDown()
    expect(await strip(page).locator('.own-chat .code').allInnerTexts()).toEqual(OWN)
    expect(await strip(page).locator('.own-clock time').allInnerTexts()).toEqual([
      t('ago-minutes', { count: 4 }),
      t('ago-minutes', { count: 12 }),
    ])
  })

  test('are gone through by keys also while something is typed, who waits longest first where that is asked for', async () => {
    const { page } = await sitDown()
    await page.keyboard.press('Alt+KeyA')
    await isOpen(page, OWN[1])
    await page.keyboard.press('Alt+KeyA')
    await isOpen(page, OWN[0])
    await page.keyboard.press('Alt+BracketLeft')
    await isOpen(page, OWN[2])
    await page.keyboard.press('Alt+BracketRight')
    await isOpen(page, OWN[0])
    expect(await strip(page).locator('[aria-current] .code').innerText()).toBe(OWN[0])
  })

  test('show where something is written and not sent', async () => {
    const { page } = await sitDown({}, `/cases/${OWN[2]}`)
    const draft = page.getByRole('img', { name: t('own-draft') })
    await page.getByRole('textbox', { name: t('compose-reply') }).fill('كلام لم يُرسل')
    await draft.waitFor()
    await strip(page).locator('.own-chat', { hasText: OWN[0] }).click()
    await isOpen(page, OWN[0])
    expect(await strip(page).locator('.own-chat', { has: draft }).locator('.code').innerText()).toBe(OWN[2])
  })

  test('hold the case that was taken next, whatever list is shown', async () => {
    const { page } = await sitDown()
    const before = await strip(page).locator('.own-chat').count()
    await page.keyboard.press('KeyN')
    await expect.poll(() => strip(page).locator('.own-chat').count()).toBe(before + 1)
    await strip(page).locator('[aria-current]').waitFor()
  })

  test('can be scrolled to on a phone, and take nothing from the width of the page', async () => {
    const { page } = await sitDown({ width: 390 })
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await strip(page).locator('.own-chat').nth(2).click()
    await page.locator('.bubble').first().waitFor()
  })
})
