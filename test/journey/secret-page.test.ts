import { existsSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { openTexts } from '../../bots/texts.ts'
import { CHROMIUM } from '../chromium.ts'
import { openBrowser } from '../adapters/channels/webchat/browser.ts'
import { startFakeWhatsappCloud } from '../fakes/whatsapp-cloud/index.ts'
import { makeDataDir, startAmin, type AminProcess } from './amin-process.ts'
import { opening } from './opening.ts'
import { cloudSettings } from './whatsapp-phone.ts'

const PIN = '483917'
const LINK = /https:\/\/amin\.example\.org(\/chat\/once\/en#[0-9A-Z]{52})/

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

test.skipIf(!existsSync(CHROMIUM))(
  'on WhatsApp a PIN is set and asked for on a page: the chat never holds it, a restart in between changes nothing, and it opens the case on another phone',
  { timeout: 180_000 },
  async () => {
    const phrases = openTexts()
    const data = makeDataDir()
    cleanups.push(data.remove)
    const fake = await startFakeWhatsappCloud()
    cleanups.push(fake.stop)
    const browser = await openBrowser()
    cleanups.push(browser.close)
    let written = ''
    let amin: AminProcess
    const start = async (): Promise<void> => {
      const running = await startAmin({
        AMIN_DATA: data.dir,
        AMIN_PUBLIC_URL: 'https://amin.example.org',
        AMIN_LOG_LEVEL: 'trace',
        ...cloudSettings(fake),
      })
      amin = running
      cleanups.push(running.kill)
      await vi.waitFor(async () => expect((await fetch(`${amin.url}/readyz`)).status).toBe(200), {
        timeout: 60_000,
        interval: 100,
      })
      fake.hook.point(`${amin.url}/whatsapp`)
    }
    const say = async (who: ReturnType<typeof fake.person>, words: string, answer: string): Promise<void> => {
      const before = fake.textsTo(who).length
      who.says(words)
      const heard = (): readonly string[] => fake.textsTo(who).slice(before)
      await fake.until(() => heard().some((text) => text.includes(answer)), `"${answer}" after "${words}"`)
    }
    const linkTo = (who: ReturnType<typeof fake.person>): string =>
      LINK.exec(fake.textsTo(who).findLast((text) => LINK.test(text)) ?? '')?.[1] ?? ''
    /** Opens the newest link as the phone's browser does, and writes there. */
    const onPage = async (
      who: ReturnType<typeof fake.person>,
      word: string,
      code?: string,
    ): Promise<void> => {
      const { page } = await browser.look({ width: 390, height: 844, touch: true, locale: 'en-GB' })
      await page.goto(`${amin.url}${linkTo(who)}`)
      if (code !== undefined) await page.locator('#code').fill(code)
      await page.locator('#word').fill(word)
      await page.locator('#send').click()
      await page.locator('#done').waitFor()
    }
    const hears = (who: ReturnType<typeof fake.person>, key: string): Promise<void> =>
      fake.until(
        () => fake.textsTo(who).some((text) => text.includes(phrases.say('en', key).slice(0, 40))),
        key,
      )

    await start()
    const person = fake.person()
    await say(person, 'hello', opening('en', 'ask-consent'))
    for (const [answer, next] of [
      ['1', 'ask-story'],
      ['I am 22', 'also-noted'],
    ] as const)
      await say(person, answer, opening('en', next))
    await say(person, 'return code', 'on this page')
    const code = /\u2068([0-9A-HJKMNP-TV-Z]{8})\u2069/.exec(fake.textsTo(person).join('\n'))?.[1] ?? ''
    expect(code).not.toBe('')

    // It dies between question and answer; another process takes what the page sends.
    await amin!.kill()
    written += `${amin!.stdout()}${amin!.stderr()}`
    await start()
    await onPage(person, PIN)
    await hears(person, 'secret-kept')
    await hears(person, 'stays-page')

    const elsewhere = fake.person()
    await say(elsewhere, 'return', 'on this page')
    await onPage(elsewhere, PIN, code)
    await hears(elsewhere, 'return-welcome')

    expect([...fake.textsTo(person), ...fake.textsTo(elsewhere)].join('\n')).not.toContain(PIN)
    expect(fake.violations).toEqual([])
    expect(await amin!.stop()).toBe(0)
    written += `${amin!.stdout()}${amin!.stderr()}`
    for (const secret of [PIN, linkTo(person).slice(-52), linkTo(elsewhere).slice(-52)])
      expect(written).not.toContain(secret)
  },
)
