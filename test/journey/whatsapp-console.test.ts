import { readFile } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import type { Language } from '../../adapters/console/ui/language/bundles.ts'
import { openTexts } from '../../bots/texts.ts'
import { startFakeWhatsapp } from '../fakes/whatsapp/index.ts'
import { EMAIL, PASSWORD } from './agent.ts'
import { makeDataDir, startAmin } from './amin-process.ts'
import { trialOf } from './whatsapp-phone.ts'
import { textsOf } from '../adapters/console-ui/texts.ts'
import { launchChromium } from '../chromium.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

test.each(['ar', 'en'] as const)(
  'an administrator links the account by a code, sees it connected, and unlinks it; the page is accessible (%s)',
  { timeout: 180_000 },
  async (language: Language) => {
    const data = makeDataDir()
    cleanups.push(data.remove)
    const fake = await startFakeWhatsapp()
    cleanups.push(fake.stop)
    const amin = await startAmin({
      AMIN_DATA: data.dir,
      AMIN_ADMIN_EMAIL: EMAIL,
      AMIN_ADMIN_PASSWORD: PASSWORD,
      WHATSAPP: 'baileys',
      AMIN_TEST_WHATSAPP: trialOf(fake),
    })
    cleanups.push(amin.kill)
    await amin.says(/Console/)
    const t = await textsOf(language)
    const browser = await launchChromium()
    // Asked for, not waited for.
    cleanups.push(() => void browser.close().catch(() => {}))
    const context = await browser.newContext({
      viewport: { width: 390, height: 900 },
      reducedMotion: 'reduce',
    })
    await context.addInitScript(
      `localStorage.setItem('amin-preferences', ${JSON.stringify(JSON.stringify({ language }))})`,
    )
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    const faults: string[] = []
    page.on('pageerror', (error) => void faults.push(error.message))
    const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
    const audit = async (): Promise<void> => {
      // The name of what the pointer rests on hangs outside every landmark, as names do.
      await page.mouse.move(5, 895)
      await page.locator('[role=tooltip]').waitFor({ state: 'detached' })
      const cdp = await context.newCDPSession(page)
      await cdp.send('Runtime.evaluate', { expression: axe })
      const found = await cdp.send('Runtime.evaluate', {
        expression:
          "axe.run(document).then((r) => JSON.stringify(r.violations.map((v) => v.id + ': ' + v.nodes[0].html.slice(0, 160))))",
        awaitPromise: true,
      })
      await cdp.detach()
      expect(JSON.parse(String(found.result.value))).toEqual([])
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBe(0)
    }

    await page.goto(`${amin.url}/`)
    await page.locator('input[type=email]').fill(EMAIL)
    await page.locator('input[type=password]').fill(PASSWORD)
    await page.locator('button[type=submit]').click()
    await page.getByRole('button', { name: t('menu-pages') }).click()
    await page.getByRole('menuitem', { name: t('channel-whatsapp') }).click()
    await page.getByText(t('whatsapp-state-unpaired'), { exact: true }).waitFor()
    await page.getByText(openTexts().say(language, 'whatsapp-advice-pair')).waitFor()
    await audit()

    // A number that somebody uses for anything else would make cases of their own messages.
    const pairByQr = page.getByRole('button', { name: t('whatsapp-pair-qr') })
    expect(await pairByQr.isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: t('whatsapp-own-number') }).check()
    await pairByQr.click()
    await page.getByRole('img', { name: t('whatsapp-qr') }).waitFor()
    await audit()
    await page.getByRole('button', { name: t('cancel'), exact: true }).click()
    await page.getByText(t('whatsapp-pairing-cancelled')).waitFor()

    await page.locator('input[type=tel]').fill('+964 770 000 0000')
    await page.getByRole('checkbox', { name: t('whatsapp-own-number') }).check()
    await page.getByRole('button', { name: t('whatsapp-pair-code') }).click()
    const code = page.locator('.factor-secret .code')
    await code.waitFor()
    await fake.phone.enter((await code.innerText()).replaceAll(/\s/g, ''))
    await page.getByText(t('whatsapp-state-connected'), { exact: true }).waitFor()
    await audit()

    fake.end({ failure: '403' })
    await page.getByText(openTexts().say(language, 'whatsapp-advice-banned')).waitFor()
    await page.getByRole('button', { name: t('whatsapp-do-connect') }).click()
    await page.getByText(t('whatsapp-state-connected'), { exact: true }).waitFor()
    await page.getByRole('button', { name: t('whatsapp-do-unlink') }).click()
    await page.getByText(t('whatsapp-unlink-note')).waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('whatsapp-do-unlink') })
      .click()
    await page.getByRole('button', { name: t('whatsapp-pair-qr') }).waitFor()
    expect(faults).toEqual([])
    expect(await amin.stop()).toBe(0)
  },
)
