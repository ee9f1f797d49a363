import { expect, test } from 'vitest'
import { useSeats } from './seats.ts'
import { textsOf } from './texts.ts'
import { makeMe } from './world.ts'

const sit = useSeats()

test.each(['ar', 'ckb', 'en'] as const)(
  'in %s: who reads that another agency was refused reads why, what to do, and what the third said',
  async (language) => {
    const t = await textsOf(language)
    const { page, faults } = await sit({
      path: '/audit',
      look: { language },
      prepare: (server) => {
        server.me = makeMe('auditor')
      },
    })
    const line = page.getByRole('listitem').filter({ hasText: t('deed-exchange-refused') })
    await line.waitFor()
    for (const key of ['exchange-why-third-refuses', 'exchange-why-budget-spent'])
      expect(await line.innerText()).toContain(t(key))
    expect(faults).toEqual([])
  },
)

test('who looks at what was done reads names and codes, and no id that says nothing to them', async () => {
  const t = await textsOf('ar')
  const { page } = await sit({
    path: '/audit',
    look: { language: 'ar' },
    prepare: (server) => {
      server.me = makeMe('admin')
    },
  })
  const line = (kind: string) => page.getByRole('listitem').filter({ hasText: t(`deed-${kind}`) })
  await line('replies-changed').waitFor()
  const told = await line('replies-changed').innerText()
  expect(told).toContain(t('audit-added', { what: ['مكان آمن', 'لا تدفع'].join(t('list-comma')) }))
  expect(told).toContain(t('audit-removed', { what: '1' }))
  expect(await line('settings-changed').innerText()).toContain(t('audit-section-hotlines'))
  expect(await line('key-made').innerText()).toContain('تقارير شهرية')
  expect(await page.locator('main').innerText()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|police/)
  await page.getByRole('link', { name: 'ABCD2345' }).first().click()
  await page.waitForURL('**/cases/ABCD2345')
})
