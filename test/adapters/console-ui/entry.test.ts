import { describe, expect, test } from 'vitest'
import type { DeskServer } from './desk-server.ts'
import { codeOf } from './world.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()

const t = await textsOf('ar')
const arrive = (prepare?: (server: DeskServer) => void, path = '/'): Promise<Seat> =>
  sit({ path, ...(prepare === undefined ? {} : { prepare }) })
const signedOut = (server: DeskServer): void => {
  server.signedIn = false
}
const MINE = codeOf(3)

describe('who comes to the console', () => {
  test('for the first time is asked to sign in, and told of no session that ended; who had one is told so', async () => {
    const { server, page } = await arrive(signedOut)
    await page.getByRole('heading', { name: t('sign-in-title') }).waitFor()
    expect(await page.getByText(t('session-over')).count()).toBe(0)
    server.signedIn = true
    await page.goto(server.url)
    await page.locator('.queue-row').first().waitFor()
    server.signedIn = false
    server.cutStreams()
    await page.getByText(t('session-over')).waitFor()
  })

  test('is told where nobody can sign in yet, because there is no administrator', async () => {
    const { page } = await arrive((server) => {
      signedOut(server)
      server.needed = true
    })
    await page.getByText(t('setup-needed')).waitFor()
  })

  test.each([
    ['en-GB', 'en', 'ltr'],
    ['ckb-IQ', 'ckb', 'rtl'],
    ['ar-IQ', 'ar', 'rtl'],
    ['fr-FR', 'ar', 'rtl'],
  ])('is met in their own language: a browser in %s in %s', async (locale, language, direction) => {
    const { page } = await sit({ look: { locale }, prepare: signedOut })
    const say = await textsOf(language as 'ar' | 'ckb' | 'en')
    await page.getByRole('heading', { name: say('sign-in-title') }).waitFor()
    expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual([
      language,
      direction,
    ])
  })
})

describe('a dialog', () => {
  test('begins at its first field, also where its inside came later than the dialog', async () => {
    const { page } = await arrive(undefined, `/cases/${MINE}`)
    await page.getByRole('button', { name: t('more') }).click()
    await page.getByRole('menuitem', { name: t('help-ask') }).click()
    await page.getByRole('dialog').locator('textarea').waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA')
  })

  test('without a field begins at what it does: B, then Enter, hands the person back, which can be undone for a while, also after a reload', async () => {
    const { server, page } = await arrive(undefined, `/cases/${MINE}`)
    await page.locator('.composer').waitFor()
    await page.locator('h2').first().click()
    await page.keyboard.press('KeyB')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('hand-back') })
      .waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(t('hand-back'))
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect
      .poll(() => server.bodies.filter(({ path }) => path.endsWith('/release')).map(({ body }) => body))
      .toEqual([{ to: 'bot', undo: true }])
    await page.reload()
    await page.getByRole('button', { name: t('leaving-undo') }).click()
    await page.getByRole('button', { name: t('leaving-undo') }).waitFor({ state: 'detached' })
    expect(server.cases.get(MINE)?.file.status).toBe('agent')
  })
})
