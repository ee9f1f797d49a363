import type { Page } from 'playwright-core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NetworkPage } from '../../../adapters/console/contract/networks.ts'
import type { RoleName } from '../../../adapters/console/contract/rights.ts'
import { draw, HIGH, WIDE } from '../../../adapters/console/ui/networks/layout.ts'
import type { Look } from './browser.ts'
import { CONFIRMED } from './networks-world.ts'
import { violationsIn, useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { codeOf, makeMe } from './world.ts'

const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

const sit = useSeats()
const sitDown = async (path: string, look: Look = {}, role: RoleName = 'supervisor'): Promise<Seat> => {
  const seat = await sit({
    path,
    look,
    prepare: (server) => {
      server.me = makeMe(role)
    },
  })
  seat.page.setDefaultTimeout(30_000)
  return seat
}
const faultsOf = async (page: Page): Promise<readonly [readonly string[], number]> => {
  return [await violationsIn(page), await page.evaluate(WIDER)]
}

describe.each([
  ['ar', 'light', 1280],
  ['ckb', 'dark', 390],
  ['en', 'light', 390],
] as const)('in %s, %s, at %i px', (language, scheme, width) => {
  const look = { language, scheme, width }

  test('networks stand in a table with their state, what binds them, sums, places and who leads', async () => {
    const t = await textsOf(language)
    const { page } = await sitDown('/networks', look)
    const row = page.getByRole('row').filter({ hasText: 'N-4F7K2M' })
    await row.getByText('1,500 USD').waitFor()
    const words = await row.innerText()
    for (const key of ['bond-script', 'network-state-dismantled', 'network-service-telegram'])
      expect(words).toContain(t(key))
    expect(words).toContain('سارة')
    expect(await page.getByRole('columnheader').count()).toBe(9)
    expect(await faultsOf(page)).toEqual([[], 0])
  })

  test('one of them says what its cases share, what was decided and why, and draws it', async () => {
    const t = await textsOf(language)
    const { page } = await sitDown(`/networks/${CONFIRMED}`, look)
    await page.getByText('+9647701234567').waitFor()
    await page.getByText('12/2026').first().waitFor()
    await page.getByText('the same wallet').waitFor()
    const through = page.getByRole('listitem').filter({ hasText: codeOf(2) })
    await through.getByText(t('bond-through')).waitFor()
    expect(await through.innerText()).not.toContain(t('bond-none'))
    const graph = page.getByRole('group', { name: t('network-graph') })
    await graph.getByRole('link').first().waitFor()
    expect(await graph.getByRole('link').count()).toBe(3)
    expect(await graph.getByRole('img').count()).toBe(2)
    expect(await faultsOf(page)).toEqual([[], 0])
  })
})

describe('by keyboard alone', () => {
  test('a case is put in, and what is only suspected is confirmed', async () => {
    const t = await textsOf('en')
    const { page, server } = await sitDown(`/networks/${CONFIRMED}`, { language: 'en' })
    await page.getByRole('button', { name: `${t('network-do-add')}: ${codeOf(9)}` }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(t('network-name-nobody')).waitFor()
    await page.getByRole('textbox', { name: t('network-reason') }).focus()
    await page.keyboard.type('the same recording')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => server.decided)
      .toEqual([{ do: 'add', code: codeOf(9), reason: 'the same recording' }])

    await page.goto(`${server.url}/networks/${codeOf(6)}`)
    await page.getByRole('button', { name: t('network-do-confirm') }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: t('network-reason') }).focus()
    await page.keyboard.type('one script')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => server.decided.at(-1))
      .toEqual({ codes: [codeOf(6), codeOf(7)], reason: 'one script' })
    await page.waitForURL(`**/networks/${CONFIRMED}`)
  })

  test('from the drawing a key leads to the case', async () => {
    const { page } = await sitDown(`/networks/${CONFIRMED}`, { language: 'ar' })
    await page.locator('.graph').getByRole('link').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/cases/${codeOf(3)}`)
  })
})

describe('who judges networks and reads no case', () => {
  test.each(['ar', 'ckb', 'en'] as const)(
    'in %s: codes lead nowhere, and what they may is decided and said',
    async (language) => {
      const t = await textsOf(language)
      const { page } = await sitDown('/', { language }, 'network-analyst')
      // Their first page.
      await page.waitForURL('**/networks')
      await page.getByRole('button', { name: t('menu-pages') }).click()
      expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
        t('statistics-title'),
        t('networks-title'),
        t('sessions-title'),
      ])
      await page.getByRole('menuitem', { name: t('networks-title') }).click()
      await page.getByText(t('networks-only')).waitFor()
      await page.getByRole('link', { name: 'N-4F7K2M' }).click()
      await page.getByText('+9647701234567').waitFor()
      await page.locator('.graph').getByRole('img').first().waitFor()
      expect(await page.locator('a[href^="/cases/"]').count()).toBe(0)
      expect(await page.locator('.graph').getByRole('img').count()).toBe(5)
      expect(await faultsOf(page)).toEqual([[], 0])
      await page
        .getByRole('button', { name: `${t('network-do-add')}: ${codeOf(9)}` })
        .first()
        .waitFor()
      await page.getByText(t('network-dossier-note')).waitFor()
    },
  )

  test('is given that on the members’ page, with what it shows said, and no team by itself', async () => {
    const t = await textsOf('ar')
    const { page, server } = await sitDown('/agents', { language: 'ar' }, 'admin')
    await page.getByRole('button', { name: t('invite'), exact: true }).click()
    const form = page.getByRole('dialog', { name: t('invite') })
    await form.getByText(t('role-network-analyst-note')).waitFor()
    await form.getByLabel(t('field-alias')).fill('دلال')
    await form.getByLabel(t('field-email')).fill('dalal@example.org')
    await form.getByText(t('field-no-teams')).waitFor()
    await form.getByRole('radio', { name: t('role-network-analyst') }).check()
    await form.getByText(t('networks-no-teams')).waitFor()
    await form.getByText(t('networks-every-team-note')).waitFor()
    await form.getByRole('button', { name: t('invite-do') }).click()
    await expect
      .poll(() => server.bodies.findLast(({ path }) => path.endsWith('/agents'))?.body)
      .toMatchObject({ role: 'network-analyst', teams: [] })
  })
})

test('150 cases and things are drawn apart from each other, and the same way each time', () => {
  const codes = Array.from({ length: 140 }, (_, n) => `C${n}`)
  const page = {
    network: { cases: codes.map((code) => ({ code, bonds: [] })) },
    shared: Array.from({ length: 40 }, (_, n) => ({
      kind: 'identifier',
      cases: codes.slice(n * 3, n * 3 + 5),
    })),
  } as unknown as NetworkPage
  const { nodes, edges } = draw(page)
  expect(nodes).toHaveLength(150)
  expect(edges.length).toBeGreaterThan(40)
  const gaps = nodes.flatMap((a, i) => nodes.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)))
  expect(Math.min(...gaps)).toBeGreaterThan(40)
  expect(draw(page)).toEqual(draw(page))
})

test('words of a drawing stand on no others, however many cases share however much', () => {
  const networks = fc
    .tuple(
      fc.integer({ min: 2, max: 90 }),
      fc.array(fc.array(fc.nat(89), { maxLength: 12 }), { maxLength: 50 }),
    )
    .map(([count, things]) => {
      const codes = Array.from({ length: count }, (_, n) => `CODE${n}`)
      const cases = codes.map((code, n) => ({
        code,
        bonds: n === 0 ? [] : [{ code: `CODE${n - 1}`, by: n % 5 === 0 ? ['said'] : [] }],
      }))
      const shared = things.map((has) => ({
        kind: 'identifier',
        cases: [...new Set(has)].flatMap((n) => codes[n] ?? []),
      }))
      return { network: { cases }, shared } as unknown as NetworkPage
    })
  fc.assert(
    fc.property(networks, (page) => {
      const { nodes } = draw(page)
      const wide = (code: string | undefined): number => (code === undefined ? WIDE.thing : WIDE.case)
      for (const [i, a] of nodes.entries())
        for (const b of nodes.slice(i + 1)) {
          const isBeside = Math.abs(a.x - b.x) >= (wide(a.code) + wide(b.code)) / 2
          expect(isBeside || Math.abs(a.y - b.y) >= HIGH).toBe(true)
        }
    }),
    { numRuns: 60 },
  )
})
