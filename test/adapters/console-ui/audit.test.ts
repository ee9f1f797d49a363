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
