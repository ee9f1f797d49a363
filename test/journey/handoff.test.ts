import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Language, Translate } from '../../adapters/console/ui/language/bundles.ts'
import { openTexts } from '../../bots/texts.ts'
import { startFakeTelegram, type FakeTelegram } from '../fakes/telegram/index.ts'
import { makeDataDir, startAmin, type AminProcess } from './amin-process.ts'
import { reachStory } from './first-questions.ts'
import { textsOf } from '../adapters/console-ui/texts.ts'
import { launchChromium } from '../chromium.ts'

const EMAIL = 'noor@example.org'
const PASSWORD = 'correct horse battery'
const phrases = openTexts()
const chatTexts = async (language: Language): Promise<Record<string, string>> =>
  JSON.parse(
    await readFile(
      new URL(`../../adapters/channels/webchat/page/locales/${language}.json`, import.meta.url),
      'utf8',
    ),
  ) as Record<string, string>

let browser: Browser
let axe: string
beforeAll(async () => {
  browser = await launchChromium()
  axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
})
afterAll(() => browser?.close())

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

const start = async (): Promise<{ amin: AminProcess; fake: FakeTelegram }> => {
  const data = makeDataDir()
  cleanups.push(data.remove)
  const fake = await startFakeTelegram({ token: '424242:TEST' })
  cleanups.push(fake.stop)
  const amin = await startAmin({
    AMIN_DATA: data.dir,
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
    AMIN_ADMIN_EMAIL: EMAIL,
    AMIN_ADMIN_PASSWORD: PASSWORD,
  })
  cleanups.push(amin.kill)
  await amin.says(/Console/)
  return { amin, fake }
}

const open = async (
  url: string,
  language: Language,
  width = 1440,
): Promise<{ page: Page; context: BrowserContext; reports: string[] }> => {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: language === 'en' ? 'en-GB' : 'ar-IQ',
    reducedMotion: 'reduce',
    permissions: ['microphone'],
  })
  // Asked for, not waited for: the browser's end takes what is left.
  cleanups.push(() => void context.close().catch(() => {}))
  await context.addInitScript(
    `localStorage.getItem('amin-preferences') ?? localStorage.setItem('amin-preferences', ${JSON.stringify(JSON.stringify({ language }))})`,
  )
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const reports: string[] = []
  page.on('console', (message) => {
    // Nobody is signed in yet; and what was written a moment before is read before an answer goes out.
    if (message.type() === 'error' && !/\b(?:401|409)\b/.test(message.text())) reports.push(message.text())
  })
  page.on('pageerror', (error) => void reports.push(error.message))
  await page.goto(url)
  return { page, context, reports }
}

const violations = async (page: Page): Promise<string[]> => {
  const cdp = await page.context().newCDPSession(page)
  // The page's own policy forbids foreign scripts, so axe is put in by the debugger, as an extension would.
  await cdp.send('Runtime.evaluate', { expression: axe })
  const found = await cdp.send('Runtime.evaluate', {
    expression:
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => JSON.stringify(r.violations.map((v) => v.id + ': ' + v.nodes[0].html.slice(0, 120))))",
    awaitPromise: true,
  })
  await cdp.detach()
  return JSON.parse(String(found.result.value)) as string[]
}

/** Signs an agent in, in the given language of the console. */
const signIn = async (
  amin: AminProcess,
  language: Language,
): Promise<{ page: Page; t: Translate; reports: string[] }> => {
  const t = await textsOf(language)
  const { page, reports } = await open(`${amin.url}/`, language)
  await page.locator('input[type=email]').fill(EMAIL)
  await page.locator('input[type=password]').fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await page.locator('.queue-list, .queue-empty').first().waitFor()
  return { page, t, reports }
}

const openCase = async (page: Page, t: Translate, words: string): Promise<void> => {
  await page.getByText(t('view-all'), { exact: true }).click()
  await page.locator('.queue-row', { hasText: words }).click()
}

const takeOver = async (page: Page, t: Translate): Promise<void> => {
  await page
    .getByRole('button', { name: t('take-over'), exact: true })
    .first()
    .click()
  await page.getByRole('textbox', { name: t('compose-reply') }).waitFor()
}

const reply = async (page: Page, t: Translate, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: t('compose-reply') }).fill(text)
  const send = page.locator('.composer').getByRole('button', { name: t('compose-reply-do') })
  // What the person said a moment before has to be on the screen first: until then the console asks
  // to send once more.
  await expect
    .poll(
      async () => {
        const isThere = (await page.locator('.bubble', { hasText: text }).count()) > 0
        if (!isThere && (await send.isEnabled())) await send.click()
        return isThere
      },
      { interval: 1_000 },
    )
    .toBe(true)
}

const handBack = async (page: Page, t: Translate): Promise<void> => {
  await page
    .getByRole('button', { name: t('hand-back'), exact: true })
    .first()
    .click()
  await page
    .getByRole('button', { name: t('take-over'), exact: true })
    .first()
    .waitFor()
}

type Evidence = {
  readonly kind: string
  readonly state: string
  readonly sha256?: string
  readonly preview: string
}
const evidenceOf = (page: Page): Promise<readonly Evidence[]> =>
  page.evaluate(async () => {
    const { rows } = (await (await fetch('/api/v1/cases?status=bot&status=waiting&status=agent')).json()) as {
      rows: { code: string }[]
    }
    const answer = await fetch(`/api/v1/cases/${rows[0]!.code}/evidence`)
    return ((await answer.json()) as { evidence: Evidence[] }).evidence
  })

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

describe('a person on Telegram', () => {
  test.each(['ar', 'en'] as const)(
    'tells, sends ten pictures and a voice note, is answered by an agent, and goes on with the bot (%s)',
    async (language) => {
      const { amin, fake } = await start()
      const person = fake.person({ language, firstName: 'V' })
      person.starts()
      await reachStory(person, language)
      const story =
        language === 'ar'
          ? 'شخص تعرفت عليه يهددني بنشر صوري إذا لم أدفع له مليون دينار لباجر، حسابه @bad_one_77'
          : 'A stranger I met online threatens to publish my pictures if I do not pay 500 dollars by tomorrow, he is @bad_one_77'
      person.says(story)
      await person.hears(phrases.say(language, 'ask-danger').slice(0, 20))
      const pictures = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          sharp({
            create: { width: 400, height: 300, channels: 3, background: { r: 20 * i, g: 90, b: 200 } },
          })
            .jpeg()
            .toBuffer(),
        ),
      )
      const voice = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(5000, 9)])
      person.sendsAlbum(pictures)
      person.sendsVoice(voice)

      const { page, t, reports } = await signIn(amin, language)
      await openCase(page, t, story.slice(0, 20))
      await expect
        .poll(async () => (await evidenceOf(page)).filter((item) => item.state === 'sealed').length)
        .toBe(12)
      const sealed = await evidenceOf(page)
      expect(new Set(sealed.map((item) => item.sha256))).toEqual(
        new Set([...pictures, voice, story].map(sha256)),
      )
      await expect
        .poll(async () => (await evidenceOf(page)).filter((item) => item.preview === 'ready').length)
        .toBe(10)
      expect(await violations(page)).toEqual([])

      await takeOver(page, t)
      await person.hears(phrases.say(language, 'agent-joined', { alias: 'none' }).slice(0, 20))
      const before = person.received().length
      person.says('are you there?')
      await page.locator('.bubble', { hasText: 'are you there?' }).waitFor()
      await reply(page, t, 'I am with you.')
      await person.hears('I am with you.')
      expect(person.received().length).toBe(before + 1)
      expect(await violations(page)).toEqual([])

      await handBack(page, t)
      await person.hears(phrases.say(language, 'returned-to-bot').slice(0, 15))
      // One question was left open; then comes what would be sent.
      const presses = async (key: string): Promise<void> => {
        const label = phrases.say(language, key)
        await expect.poll(() => person.buttons().map(({ text }) => text)).toContain(label)
        person.presses(label)
      }
      await presses('option-danger-none')
      await presses('option-review-send')
      await expect
        .poll(
          () =>
            page.evaluate(
              async () =>
                ((await (await fetch('/api/v1/cases?status=waiting')).json()) as { rows: unknown[] }).rows
                  .length,
            ),
          { timeout: 30_000 },
        )
        .toBe(1)
      expect(fake.violations).toEqual([])
      expect(reports).toEqual([])
    },
  )
})

describe('a person in the web chat', () => {
  test.each(['ar', 'en'] as const)(
    'tells, sends a screenshot and a voice note, is answered by an agent, and goes on with the bot (%s)',
    async (language) => {
      const { amin } = await start()
      const words = await chatTexts(language)
      const person = await open(`${amin.url}/chat`, language, 390)
      expect(await violations(person.page)).toEqual([])
      await person.page.locator(`#languages button[value=${language}]`).click()
      const hears = (text: string) => person.page.locator('#log', { hasText: text }).waitFor()
      await reachStory(
        {
          hears,
          presses: (label) => person.page.locator('#choices button', { hasText: label }).click(),
          says: async (text) => {
            await person.page.locator('#text').fill(text)
            await person.page.locator('#send').click()
          },
        },
        language,
      )
      const story =
        language === 'ar'
          ? 'شخص ما اعرفه يهددني بنشر صوري إذا لم أدفع له مليون دينار لباجر، حسابه @bad_one_77'
          : 'A stranger threatens to publish my pictures if I do not pay 500 dollars by tomorrow, he is @bad_one_77'
      await person.page.locator('#text').fill(story)
      await person.page.locator('#send').click()
      await hears(phrases.say(language, 'ask-danger').slice(0, 20))
      const screenshot = await sharp({
        create: { width: 1080, height: 2000, channels: 3, background: '#245' },
      })
        .png()
        .toBuffer()
      await person.page
        .locator('#files')
        .setInputFiles({ name: 'شاشة.png', mimeType: 'image/png', buffer: screenshot })
      await person.page.getByText(words['file-sealed']!).first().waitFor()
      await person.page.locator('#voice').click()
      await person.page.locator('#voice-time', { hasText: '0:01' }).waitFor()
      await person.page.locator('#voice-send').click()
      await person.page.getByText(words['file-sealed']!).nth(1).waitFor()

      const { page, t, reports } = await signIn(amin, language)
      await openCase(page, t, story.slice(0, 20))
      await expect
        .poll(async () => (await evidenceOf(page)).filter((item) => item.state === 'sealed').length)
        .toBe(3)
      const hashes = (await evidenceOf(page)).map((item) => item.sha256)
      expect(hashes).toEqual(expect.arrayContaining([sha256(screenshot), sha256(story)]))
      await takeOver(page, t)
      await person.page
        .locator('#log', {
          hasText: phrases
            .say(language, 'agent-joined', { alias: 'none' })
            .replaceAll(/[\u2068\u2069]/g, '')
            .slice(0, 8),
        })
        .waitFor()
      await reply(page, t, 'I am with you.')
      await hears('I am with you.')

      // A picture from the agent: without what the camera wrote, and shown only where it is asked for.
      const plan = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#684' } })
        .withExifMerge({ IFD0: { Make: 'canarycamerazzqx' } })
        .jpeg()
        .toBuffer()
      await page
        .locator('.composer input[type=file]')
        .setInputFiles({ name: 'plan.jpg', mimeType: 'image/jpeg', buffer: plan })
      await page.locator('.attached li', { hasText: 'plan.jpg' }).waitFor()
      await page
        .locator('.composer')
        .getByRole('button', { name: t('compose-reply-do') })
        .click()
      await page.locator('.bubble img.sent-file').waitFor()
      await person.page.locator('#log').getByRole('button', { name: words['sent-show']! }).click()
      const shown = person.page.locator('#log .sent img')
      await shown.waitFor()
      expect(await person.page.evaluate(`document.querySelector('#log .sent img').naturalWidth`)).toBe(300)
      await person.page.locator('#log').getByRole('button', { name: words['sent-hide']! }).click()
      await shown.waitFor({ state: 'detached' })

      await person.page.locator('#text').fill('thank you')
      await person.page.locator('#send').click()
      await page.locator('.bubble', { hasText: 'thank you' }).waitFor()
      expect(await violations(person.page)).toEqual([])
      await handBack(page, t)
      await person.page
        .locator('#log', { hasText: phrases.say(language, 'returned-to-bot').slice(0, 15) })
        .waitFor()

      await person.page.locator('#exit').click()
      // Nothing would bring this person back: the blank page asks once.
      await person.page.locator('#parting-leave').click()
      await person.page.getByText(words['away-title']!).first().waitFor()
      expect(await person.page.content()).not.toContain('pictures')
      expect(reports).toEqual([])
      expect(person.reports).toEqual([])
    },
  )
})
