import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { WantedLine } from '../../../adapters/console/contract/wanted.ts'
import { freshOf } from '../../../adapters/console/ui/wanted/fresh.ts'
import { openPage, type Look } from './browser.ts'
import type { DeskServer } from './desk-server.ts'
import { askedToErase } from './erasure-world.ts'
import { askedBy } from './exports-world.ts'
import { codeOf, COLLEAGUE, NOW } from './world.ts'
import { useSeats } from './seats.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()

const MINE = codeOf(3)
const THEIRS = codeOf(10)
const one = (kind: WantedLine['kind'], code: string, ago = 2): WantedLine => ({
  kind,
  code,
  severity: 'P2',
  at: new Date(NOW - ago * 60_000).toISOString(),
  ...(kind === 'late' ? {} : { by: COLLEAGUE.name }),
})

/** Notes are written down instead of played. */
const SPY = `
  globalThis.notes = []
  AudioContext.prototype.createOscillator = new Proxy(AudioContext.prototype.createOscillator, {
    apply: (make, context, args) => {
      const tone = Reflect.apply(make, context, args)
      const start = tone.start.bind(tone)
      tone.start = (at) => { globalThis.notes.push(tone.frequency.value); start(at) }
      return tone
    },
  })`
const sitDown = async (path: string, wanted: readonly WantedLine[] = [], look: Look = {}) => {
  const seat = await sit({
    path,
    look,
    script: SPY,
    prepare: (server) => {
      server.wanted = [...wanted]
    },
  })
  await seat.page.locator('.live-mark[data-state=live]').waitFor({ state: 'attached' })
  return { ...seat, t: await textsOf(look.language ?? 'ar') }
}
const comes = (server: DeskServer, ...wanted: readonly WantedLine[]): void => {
  server.wanted = [...wanted]
  server.change(wanted[0]?.code ?? MINE, {}, ['help_asked'])
}
const toasts = (page: Page) => page.locator('.notices [role=status] .notice')
const notes = (page: Page): Promise<number[]> => page.evaluate('globalThis.notes')

describe('what waits for an agent’s own answer', () => {
  test('is new only where it was not there at the last look, and the first look tells of nothing', () => {
    const [help, erasure] = [one('help', THEIRS), one('erasure', MINE)]
    expect(freshOf(undefined, [help])).toEqual([])
    expect(freshOf(new Set([`help ${THEIRS} ${help.at}`]), [help, erasure])).toEqual([erasure])
  })

  test.each([
    ['ar', 390],
    ['ckb', 390],
    ['en', 1440],
  ] as const)(
    'stands above the queue with a count, each leading to where it is answered, in %s at %i',
    async (language, width) => {
      const wanted = [
        one('late', codeOf(0), 12),
        one('help', THEIRS),
        one('erasure', MINE),
        one('export', MINE),
      ]
      const { server, page, t } = await sitDown('/', wanted, { language, width })
      server.change(MINE, { erasure: askedToErase(COLLEAGUE) })
      const box = page.getByRole('region', { name: t('wanted-title', { count: 4 }) })
      await box.waitFor()
      const lines = box.getByRole('link')
      expect(await lines.count()).toBe(3)
      await box.getByRole('button', { name: t('wanted-all', { count: 4 }) }).click()
      expect(await lines.count()).toBe(4)
      const above = await box.boundingBox()
      const row = await page.locator('.queue-row').first().boundingBox()
      expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(row?.y ?? 0)
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      expect(await page.locator('.wanted-mark').count()).toBe(0)
      await lines.nth(2).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(`**/cases/${MINE}/file#erasure`)
      await page.getByRole('button', { name: t('erasure-agree') }).waitFor()
      await expect
        .poll(() =>
          page.evaluate(
            'document.activeElement.textContent.includes(arguments[0])'.replace(
              'arguments[0]',
              JSON.stringify(t('keeping-title')),
            ),
          ),
        )
        .toBe(true)
    },
  )

  test('somebody in danger who waits too long is told once: by the list, and where there is none by a notice', async () => {
    const { server, page, t } = await sitDown('/')
    const late = { ...one('late', codeOf(0), 12), severity: 'P1' as const }
    comes(server, late)
    const line = page.locator('.wanted-line', { hasText: t('wanted-late') })
    await line.waitFor()
    const spoken = page.locator('[role=status]', { hasText: t('wanted-late') })
    await spoken.waitFor({ state: 'attached' })
    expect(await spoken.innerText()).toContain(codeOf(0))
    // Something else tells that the notices were written since.
    comes(server, late, one('help', THEIRS))
    await toasts(page).filter({ hasText: THEIRS }).waitFor()
    expect(await toasts(page).count()).toBe(1)
    expect(await page.locator('.wanted-mark').count()).toBe(0)
    await page.goto(`${server.url}/statistics`)
    await page.getByRole('link', { name: t('wanted-title', { count: 2 }) }).waitFor()
    const later = { ...one('late', codeOf(1), 3), severity: 'P1' as const }
    comes(server, late, one('help', THEIRS), later)
    await toasts(page)
      .filter({ hasText: codeOf(1) })
      .waitFor()
  })

  test('a bundle to agree to is led to in the case file, whichever part of it was open', async () => {
    const { server, page, t } = await sitDown(`/cases/${MINE}`, [one('export', MINE)])
    server.exports = {
      ...server.exports,
      request: askedBy(COLLEAGUE, { reason: 'طلبته المحكمة', scope: 'share-investigators', recipients: [] }),
    }
    server.change(MINE, {}, ['export_requested'])
    await page.getByRole('tab', { name: t('tab-notes') }).click()
    await page.locator('.wanted-line').click()
    await page.getByRole('button', { name: t('export-approve') }).waitFor()
  })

  test('a call is told at once, on every page, and leads to the conversation; when it was answered it is gone', async () => {
    const { server, page, t } = await sitDown('/')
    expect(await page.locator('.wanted').count()).toBe(0)
    comes(server, one('help', THEIRS))
    const toast = toasts(page).filter({ hasText: THEIRS })
    await toast.getByText(t('wanted-help', { name: COLLEAGUE.name }), { exact: false }).waitFor()
    await toast.getByRole('link', { name: t('notice-open') }).click()
    await page.waitForURL(`**/cases/${THEIRS}`)
    await page.getByText(t('help-asked', { name: COLLEAGUE.name })).waitFor()
    expect(await page.title()).toMatch(/^\(1\) /)
    server.wanted = []
    server.change(THEIRS, {}, ['help_given'])
    await page.locator('.wanted').waitFor({ state: 'detached' })
    expect(await page.locator('.wanted-mark').count()).toBe(0)
  })

  test('on a phone a call covers neither the head of a case nor a dialog', async () => {
    const { server, page, t } = await sitDown(`/cases/${MINE}`, [], { width: 390 })
    await page.locator('.composer').waitFor()
    comes(server, one('help', THEIRS))
    await toasts(page).first().waitFor()
    const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!
    const [head, call, field] = [
      await box('.chat-header'),
      await box('.notices .notice'),
      await box('.composer'),
    ]
    expect(call.y).toBeGreaterThanOrEqual(head.y + head.height)
    expect(call.y + call.height).toBeLessThanOrEqual(field.y)
    await page
      .locator('.chat-header')
      .getByRole('button', { name: t('more') })
      .click()
    await page.getByRole('menuitem', { name: t('snooze') }).click()
    await page.getByRole('dialog').locator('form').waitFor()
    const { x, y, width, height } = await box('.notices .notice')
    const above = await page.evaluate(
      `document.elementFromPoint(${x + width / 2}, ${y + height / 2}).closest('.notices') === null`,
    )
    expect(above).toBe(true)
  })

  test('a call is told once for all tabs of a browser', async () => {
    const { server, context, page } = await sitDown('/')
    const other = (await openPage(context, `${server.url}/`)).page
    await other.locator('.live-mark[data-state=live]').waitFor({ state: 'attached' })
    await expect
      .poll(() => server.asked.filter((call) => call.includes('/me/wanted')).length)
      .toBeGreaterThanOrEqual(2)
    comes(server, one('help', THEIRS))
    for (const tab of [page, other]) await tab.locator('.wanted').waitFor()
    const told = async () => (await toasts(page).count()) + (await toasts(other).count())
    await expect.poll(told).toBe(1)
    // The lock is asked for as soon as a tab reads of it, and both have: there is no second to wait for.
    comes(server, one('help', THEIRS), one('erasure', codeOf(0)))
    await expect.poll(told).toBe(2)
  })
})

describe('the sound of a call', () => {
  test('does not sound before somebody pressed something, and sounds after that', async () => {
    const { server, page } = await sitDown('/')
    comes(server, one('help', THEIRS))
    await toasts(page).first().waitFor()
    expect(await notes(page)).toEqual([])
    await page.locator('h1').first().click()
    comes(server, one('help', THEIRS), one('erasure', MINE))
    await expect.poll(async () => (await notes(page)).length).toBe(3)
  })

  test('is switched off for this browser among the alerts, and stays so', async () => {
    const { server, page, t } = await sitDown('/')
    await page.locator('.agent-button').click()
    await page.getByRole('menuitem', { name: t('alerts-title') }).click()
    await page
      .getByRole('dialog')
      .getByRole('switch', { name: t('alerts-call') })
      .uncheck()
    await page.keyboard.press('Escape')
    await page.reload()
    await page.locator('.live-mark[data-state=live]').waitFor({ state: 'attached' })
    await page.locator('h1').first().click()
    comes(server, one('help', THEIRS))
    await toasts(page).first().waitFor()
    expect(await notes(page)).toEqual([])
  })
})
