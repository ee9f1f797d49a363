import { expect, test } from 'vitest'
import { useSeats } from './seats.ts'
import { textsOf } from './texts.ts'
import { makeMe } from './world.ts'

const sit = useSeats()

test('the texts of the bot stand by their places, closed, and what is searched for stands open', async () => {
  const { page } = await sit({
    path: '/texts',
    look: { language: 'en', width: 390 },
    prepare: (server) => {
      server.me = makeMe('admin')
    },
    until: '.text-group',
  })
  const groups = page.locator('.text-group')
  expect(await groups.count()).toBeGreaterThan(5)
  expect(await page.locator('.bot-text').first().isVisible()).toBe(false)
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await groups.first().locator('summary').click()
  await groups.first().locator('.bot-text').first().waitFor()
  expect(await groups.nth(1).locator('.bot-text').first().isVisible()).toBe(false)
  // Its words stand first; the key is for who changes it.
  const [says, key] = [groups.first().locator('.bot-text-says'), groups.first().locator('.bot-text-key')]
  const [words, name] = [await says.first().boundingBox(), await key.first().boundingBox()]
  expect(name?.y).toBeGreaterThanOrEqual((words?.y ?? 0) + (words?.height ?? 0))
  await page.getByRole('textbox').fill('agent-joined')
  await page.getByText('agent-joined', { exact: true }).waitFor()
  await expect.poll(() => groups.count()).toBe(1)
})

test.each(['ar', 'ckb', 'en'] as const)(
  'where WhatsApp is switched off the page says both ways to switch it on and what each costs, in %s',
  async (language) => {
    const t = await textsOf(language)
    const { page, faults } = await sit({
      path: '/channels/whatsapp',
      look: { language, width: 390 },
      prepare: (server) => {
        server.me = makeMe('admin')
        server.whatsapp = { by: 'off' }
      },
    })
    for (const way of ['linked', 'cloud'])
      await page.getByRole('heading', { name: t(`whatsapp-off-${way}`) }).waitFor()
    const said = await page.locator('main').innerText()
    for (const setting of ['WHATSAPP=baileys', 'WHATSAPP=cloud', 'scripts/deploy/settings.md'])
      expect(said).toContain(setting)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    expect(faults).toEqual([])
  },
)

test.each(['/operator', '/health', '/networks', '/webhooks'])(
  'on a phone no table of %s scrolls sideways: its lines stand under one another, each with its name',
  async (path) => {
    const { page } = await sit({
      path,
      look: { language: 'ar', width: 390 },
      prepare: (server) => {
        server.me = makeMe('admin')
      },
      until: 'main tbody tr',
    })
    const wider = `[...document.querySelectorAll('.sheet-scroll')].filter((one) => one.scrollWidth > one.clientWidth).length`
    expect(await page.evaluate(wider)).toBe(0)
    // Nothing of them stands below the page.
    expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true)
    const cell = page.locator('main tbody td').first()
    expect(await cell.getAttribute('data-name')).not.toBe('')
  },
)
