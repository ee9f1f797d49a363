import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Language } from '../../../adapters/console/ui/language/bundles.ts'
import { seenOf, inOrder } from '../../reading-order.ts'
import { codeOf } from './world.ts'
import { violationsIn, useSeats } from './seats.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()

const MINE = codeOf(3)
const AT = '2026-01-01T10:00:00.000Z'
const MOSUL = { ar: 'الموصل', ckb: 'مووسڵ', en: 'Mosul' }

const sitDown = async (language: Language): Promise<Page> => {
  const { page } = await sit({
    path: `/cases/${MINE}`,
    look: { language },
    until: '.live-mark[data-state=live]',
    prepare: ({ cases }) =>
      void cases.get(MINE)?.messages.push(
        {
          id: '990.0',
          at: AT,
          from: 'person',
          text: '36.33512, 43.11931',
          place: {
            latitude: 36.33512,
            longitude: 43.11931,
            at: AT,
            moves: false,
            name: 'مقهى الزهور',
            address: 'شارع 60، قرب @zuhoor_77',
            near: MOSUL,
          },
        },
        {
          id: '991.0',
          at: AT,
          from: 'person',
          text: '36.33512, 43.11931',
          edits: [{ at: AT, text: '33.31, 44.36' }],
          place: { latitude: 33.31, longitude: 44.36, at: AT, moves: true },
        },
        {
          id: '992.0',
          at: AT,
          from: 'person',
          text: 'Kestrelby +964 770 000 0000',
          evidence: 'e3-photo',
          media: { kind: 'contact', state: 'sealed' },
        },
      ),
  })
  return page
}

test.each(['ar', 'ckb', 'en'] as const)(
  'an agent sees a place as one: its town, its name, its coordinates from left to right to copy, and of one that moves that it moves (%s)',
  async (language) => {
    const t = await textsOf(language)
    const page = await sitDown(language)
    const still = page.locator('[data-id="990.0"]')
    await still.getByText(t('place-near', { town: MOSUL[language] })).waitFor()
    await still.getByText('مقهى الزهور').waitFor()
    await still.getByRole('button', { name: t('place-copy') }).waitFor()
    // The coordinates stand once, as one run: turned round they are a place in another country.
    expect((await still.innerText()).split('36.33512, 43.11931')).toHaveLength(2)
    expect(await seenOf(page, '[data-id="990.0"] .place', '36.33512, 43.11931')).toEqual([
      inOrder('36.33512, 43.11931'),
    ])
    const moving = page.locator('[data-id="991.0"]')
    await moving.getByText('33.31, 44.36').first().waitFor()
    expect(await moving.locator('.place').innerText()).toContain(t('place-moves', { at: '' }).slice(0, 12))
    // Where they were before is a press away.
    await moving.locator('.versions summary').click()
    expect(await moving.locator('.versions li').innerText()).toContain('36.33512, 43.11931')
    // No server of a map learns where the person is.
    expect(await page.locator('.place :is(a, img, iframe)').count()).toBe(0)
    expect(await violationsIn(page, { within: "'.log'" })).toEqual([])
  },
)

test.each(['ar', 'ckb', 'en'] as const)(
  'an agent sees a contact card as one: what it is, who it names, its number from left to right, and its picture blurred (%s)',
  async (language) => {
    const t = await textsOf(language)
    const page = await sitDown(language)
    const card = page.locator('[data-id="992.0"]')
    await card.locator('.chip-name').getByText(t('media-contact')).waitFor()
    expect(await seenOf(page, '[data-id="992.0"] .words', '+964 770 000 0000')).toEqual([
      inOrder('+964 770 000 0000'),
    ])
    await card.locator('.chip img').waitFor()
  },
)
