import { existsSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM } from '../../../chromium.ts'
import { openBrowser, type Browser } from './browser.ts'
import { openStage, until, type Stage } from './stage.ts'

let browser: Browser
let stage: Stage
const wordsOf = (language: 'ar' | 'ckb' | 'en') =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../adapters/channels/webchat/page/locales/${language}.json`, import.meta.url),
      'utf8',
    ),
  ) as Readonly<Record<'upload-kept' | 'upload-held' | 'waiting' | 'file-refused', string>>
const WORDS = wordsOf('en')
/** How many of the files that wait are said to be in this state. */
const said = (page: Page, key: keyof typeof WORDS): Promise<number> =>
  page.locator('#pending .about', { hasText: WORDS[key] }).count()
const file = (n: number) => ({
  name: `CANARY ${n}.png`,
  mimeType: 'image/png',
  buffer: Buffer.alloc(10_000 + n, n),
})
const offered = () => stage.echo.arrived.filter(({ body }) => body.kind === 'media')

/** The page, with a conversation begun in English. */
const opened = async (): Promise<Page> => {
  const { page } = await browser.look({ width: 360, height: 740, touch: true })
  await page.goto(`${stage.url()}/chat`)
  await page.locator('#bottom').waitFor()
  await page.locator('#languages button[value=en]').click()
  await page.locator('#choices button').first().waitFor()
  return page
}

/** A conversation in English in which the age is not known, and three files chosen in it. */
const choose = async (): Promise<Page> => {
  stage = await openStage()
  stage.echo.media = 'unknown'
  const page = await opened()
  await page.locator('#files').setInputFiles([file(1), file(2), file(3)])
  await expect.poll(() => said(page, 'upload-kept')).toBe(3)
  return page
}

describe.skipIf(!existsSync(CHROMIUM))(
  'files whose age is not known yet, in a browser (needs /usr/bin/chromium)',
  () => {
    beforeAll(async () => {
      browser = await openBrowser()
    })
    afterAll(() => browser.close())
    afterEach(() => stage.close())

    test('stay on the phone, announced once without a byte or a name, and go out by themselves when the answer comes', async () => {
      const page = await choose()
      expect(offered().map(({ body }) => body)).toEqual([
        { kind: 'media', media: { kind: 'photo', capture: 'as_sent', ref: '', mime: 'image/png' } },
      ])
      expect(stage.spool.read).toEqual({ bytes: 0, puts: 0 })
      stage.echo.set(stage.echo.lastChat(), { media: 'open' })
      await until(() => stage.echo.files.size === 3)
      expect([...stage.echo.files.values()].map(({ length }) => length)).toEqual([10_001, 10_002, 10_003])
      await expect.poll(() => page.locator('#pending .line').count()).toBe(0)
    })

    test('are a recording of the page’s own microphone as well: it stays on the phone, and goes out by itself', async () => {
      stage = await openStage()
      stage.echo.media = 'unknown'
      const page = await opened()
      await page.locator('#voice').click()
      await expect.poll(() => page.locator('#voice-time').textContent()).not.toBe('0:00')
      await page.locator('#voice-send').click()
      await expect.poll(() => said(page, 'upload-kept')).toBe(1)
      await until(() => offered().length === 1)
      expect(offered()[0]?.body).toMatchObject({ kind: 'media', media: { kind: 'voice', ref: '' } })
      expect(stage.spool.read).toEqual({ bytes: 0, puts: 0 })
      stage.echo.set(stage.echo.lastChat(), { media: 'open' })
      await until(() => stage.echo.files.size === 1)
      // The four bytes with which a WebM file begins.
      expect([...stage.echo.files.values()][0]!.subarray(0, 4).toString('hex')).toBe('1a45dfa3')
    })

    test('are let go with the reason where the answer does not allow them, and nothing of them left the phone', async () => {
      const page = await choose()
      stage.echo.set(stage.echo.lastChat(), { media: 'age' })
      const refused = page.locator('#pending .refused')
      await expect.poll(() => refused.allTextContents()).toEqual([WORDS['file-refused']])
      // One small line for all of them, without a name or a button; who goes on has read it.
      expect(await page.locator('#pending .line').count()).toBe(0)
      expect((await refused.boundingBox())!.height).toBeLessThan(48)
      await page.locator('#text').fill('and now')
      await page.locator('#send').click()
      await expect.poll(() => refused.count()).toBe(0)
      expect(offered()).toHaveLength(1)
      expect(stage.spool.read).toEqual({ bytes: 0, puts: 0 })
    })

    test.each(['ar', 'ckb', 'en'] as const)(
      'chosen without a connection say in %s that they go while this page stays open, and have to be chosen again after it',
      async (language) => {
        stage = await openStage()
        const { page, context } = await browser.look({ width: 320, height: 640, touch: true })
        await page.goto(`${stage.url()}/chat`)
        await page.locator(`#languages button[value=${language}]`).click()
        await page.locator('#choices button').first().waitFor()
        await context.setOffline(true)
        await page.locator('#files').setInputFiles([file(1)])
        const words = wordsOf(language)
        await expect.poll(() => page.locator('#pending .about').textContent()).toBe(words['upload-held'])
        expect(words['upload-held']).not.toBe(words['waiting'])
        await context.setOffline(false)
        await until(() => stage.echo.files.size === 1)
        await expect.poll(() => page.locator('#pending .line').count()).toBe(0)
        await context.close()
      },
    )

    test.each(['a quick exit', 'closing the page'] as const)(
      'and words that did not get through either: %s is not held up by a question',
      async (way) => {
        stage = await openStage()
        const { page, context } = await browser.look({ width: 390, height: 844, touch: true })
        await page.goto(`${stage.url()}/chat`)
        await page.locator('#languages button[value=en]').click()
        await page.locator('#choices button').first().waitFor()
        await page.route('**/api/messages', (route) => route.abort())
        await page.route('**/api/uploads**', (route) => route.abort())
        await page.locator('#text').fill('CANARY words')
        await page.locator('#send').click()
        await expect.poll(() => page.locator('#pending .meta').textContent()).toBe(wordsOf('en')['waiting'])
        await page.locator('#files').setInputFiles([file(1)])
        let asked = 0
        page.on('dialog', (dialog) => {
          asked += 1
          void dialog.dismiss()
        })
        if (way === 'a quick exit') {
          await page.locator('#exit').click()
          await page.waitForURL((url) => url.pathname !== '/chat')
        } else {
          await page.locator('#log').click()
          const closed = page.waitForEvent('close')
          await page.close({ runBeforeUnload: true })
          await closed
        }
        expect(asked).toBe(0)
        await context.close()
      },
    )

    test('are gone with the page at the quick exit', async () => {
      const page = await choose()
      await page.locator('#exit').click()
      await page.waitForURL((url) => !url.pathname.startsWith('/chat') || url.pathname !== '/chat')
      await page.goBack().catch(() => undefined)
      stage.echo.set(stage.echo.lastChat(), { media: 'open' })
      await page.goto(`${stage.url()}/chat`)
      await page.locator('#bottom').waitFor()
      expect(await page.locator('#pending .line').count()).toBe(0)
      expect([stage.spool.read.puts, offered().length]).toEqual([0, 1])
    })
  },
)
