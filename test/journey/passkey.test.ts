import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import type { Language } from '../../adapters/console/ui/language/bundles.ts'
import { EMAIL, PASSWORD } from './agent.ts'
import { makeDataDir, startAmin } from './amin-process.ts'
import { textsOf } from '../adapters/console-ui/texts.ts'
import { launchChromium } from '../chromium.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

type Credential = {
  readonly credentialId: string
  readonly isResidentCredential: boolean
  readonly privateKey: string
  readonly signCount: number
}

/**
 * A thing with a finger reader, as the browser's own tools imitate it; with what another one holds
 * where that is given.
 */
const addAuthenticator = async (
  page: Page,
  held: readonly Credential[] = [],
): Promise<{ readonly cdp: CDPSession; readonly id: string }> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  for (const credential of held) await cdp.send('WebAuthn.addCredential', { authenticatorId: id, credential })
  return { cdp, id }
}

test.each(['ar', 'en'] as const)(
  'who must have a second factor sets up a passkey, signs in with it alone, and signs out a browser that is open elsewhere (%s)',
  { timeout: 180_000 },
  async (language: Language) => {
    const data = makeDataDir()
    cleanups.push(data.remove)
    await writeFile(join(data.dir, 'operator.json'), JSON.stringify({ secondFactor: 'required' }))
    const amin = await startAmin({
      AMIN_DATA: data.dir,
      AMIN_ADMIN_EMAIL: EMAIL,
      AMIN_ADMIN_PASSWORD: PASSWORD,
    })
    cleanups.push(amin.kill)
    await amin.says(/Console/)
    const t = await textsOf(language)
    const browser = await launchChromium({ whole: true })
    // Asked for, not waited for.
    cleanups.push(() => void browser.close().catch(() => {}))
    // Browsers take passkeys for a name only.
    const there = amin.url.replace('127.0.0.1', 'localhost')
    const sitDown = async (): Promise<{ readonly page: Page; readonly context: BrowserContext }> => {
      const context = await browser.newContext({
        viewport: { width: 390, height: 900 },
        reducedMotion: 'reduce',
      })
      await context.addInitScript(
        `localStorage.setItem('amin-preferences', ${JSON.stringify(JSON.stringify({ language }))})`,
      )
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      return { page, context }
    }
    const password = async (page: Page): Promise<void> => {
      await page.locator('input[type=email]').fill(EMAIL)
      await page.locator('input[type=password]').fill(PASSWORD)
      await page.getByRole('button', { name: t('sign-in'), exact: true }).click()
    }

    const { page } = await sitDown()
    const { cdp, id } = await addAuthenticator(page)
    await page.goto(`${there}/`)
    await password(page)
    await page.getByText(t('factor-required')).waitFor()
    await page.goto(`${there}/agents`)
    await page.getByText(t('factor-required')).waitFor()
    expect(new URL(page.url()).pathname).toBe('/second-factor')
    await page.getByLabel(t('passkey-name')).fill('هاتف العمل')
    await page.getByRole('button', { name: t('passkey-add') }).click()
    await page.getByRole('searchbox').or(page.getByRole('tablist')).first().waitFor()

    await page.getByRole('button', { name: t('menu-agent', { name: 'Admin' }) }).click()
    await page.getByRole('menuitem', { name: t('sign-out') }).click()
    await page.waitForURL(/\/sign-in/)
    await password(page)
    await page.getByText(t('fault-passkey-required')).waitFor()
    await page.getByRole('button', { name: t('passkey-sign-in') }).click()
    await page.waitForURL((url) => url.pathname === '/')
    await page.getByRole('button', { name: t('menu-pages') }).waitFor()

    const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })
    const other = await sitDown()
    await addAuthenticator(other.page, credentials)
    await other.page.goto(`${there}/sign-in`)
    await other.page.getByRole('button', { name: t('passkey-sign-in') }).click()
    await other.page.getByRole('button', { name: t('menu-pages') }).click()
    await other.page.getByRole('menuitem', { name: t('sessions-title') }).click()
    await other.page.locator('.agent-line').nth(1).waitFor()
    await other.page.getByRole('button', { name: t('session-end-others') }).click()
    // The first browser lies open, and is told without anybody touching it.
    await page.getByText(t('session-over')).waitFor()
    await other.page.locator('.agent-line').nth(1).waitFor({ state: 'detached' })

    await other.page.goto(`${there}/second-factor`)
    await other.page.getByRole('button', { name: t('passkey-remove-name', { name: 'هاتف العمل' }) }).click()
    await other.page.getByText(t('factor-required')).waitFor()
    expect(await amin.stop()).toBe(0)
  },
)
