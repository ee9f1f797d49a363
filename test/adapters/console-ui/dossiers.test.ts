import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { dossierAskedBy } from './dossiers-world.ts'
import { CONFIRMED } from './networks-world.ts'
import { violationsIn, useSeats } from './seats.ts'
import { textsOf } from './texts.ts'
import { codeOf, COLLEAGUE, makeMe } from './world.ts'

const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
/** More than a page has to tab through. */
const MOST_TABS = 250

const sit = useSeats()
const faultsOf = async (page: Page): Promise<readonly [readonly string[], number]> => {
  return [await violationsIn(page), await page.evaluate(WIDER)]
}

/** As somebody without a mouse gets there: Tab after Tab, from where they are. */
const tabTo = async (page: Page, place: Locator): Promise<void> => {
  await place.waitFor()
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if ((await place.and(page.locator(':focus')).count()) === 1) return
    await page.keyboard.press('Tab')
  }
  throw new Error('no way by Tab')
}
const press = async (page: Page, place: Locator): Promise<void> => {
  await tabTo(page, place)
  await page.keyboard.press('Enter')
}

describe.each([
  ['ar', 1280],
  ['ar', 390],
  ['en', 1280],
  ['en', 390],
] as const)('by keyboard alone, in %s at %i px', (language, width) => {
  test('a way leads from a case to its network, and there to asking for its dossier, agreeing to one, and fetching it', async () => {
    const t = await textsOf(language)
    const { page, server } = await sit({
      path: `/cases/${codeOf(3)}/file`,
      look: { language, width },
      prepare: (desk) => {
        desk.me = makeMe('supervisor')
      },
    })
    page.setDefaultTimeout(120_000)
    const button = (name: string): Locator => page.getByRole('button', { name: t(name), exact: true })

    await press(page, page.getByRole('link', { name: 'N-4F7K2M' }))
    await page.waitForURL(`**/networks/${CONFIRMED}`)

    await press(page, button('network-dossier-begin'))
    await page.getByText(t('network-dossier-count', { named: 2, unnamed: 1 })).waitFor()
    expect(await page.getByRole('radio', { name: t('export-scope-share-ngo') }).isDisabled()).toBe(true)
    expect(await faultsOf(page)).toEqual([[], 0])
    await tabTo(page, page.getByRole('textbox', { name: t('export-why'), exact: false }).last())
    await page.keyboard.type('the court of Karkh asked for it')
    await press(page, button('export-ask'))
    await page.getByText(t('export-state-waiting')).waitFor()
    expect(server.dossier.request).toMatchObject({
      reason: 'the court of Karkh asked for it',
      scope: 'share-investigators',
      recipients: [],
    })
    expect(await button('export-approve').count()).toBe(0)

    const asked = { reason: 'for the prosecutor', scope: 'share-investigators', recipients: [] } as const
    server.dossier = { ...server.dossier, request: dossierAskedBy(COLLEAGUE, { ...asked, recipients: [] }) }
    await page.reload()
    await page.getByText('for the prosecutor').waitFor()
    await tabTo(page, page.getByRole('textbox', { name: t('export-answer-why') }))
    await page.keyboard.type('I looked at all three')
    await press(page, button('export-approve'))
    const link = page.getByRole('link', { name: t('export-fetch') })
    await tabTo(page, link)
    expect(await faultsOf(page)).toEqual([[], 0])
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toBe('amin-N4F7K2M.zip')
  })
})
