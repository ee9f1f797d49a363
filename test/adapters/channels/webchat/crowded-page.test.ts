import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../../../adapters/channels/webchat/limits.ts'
import { minutes } from '../../../../core/base/units.ts'
import { CHROMIUM } from '../../../chromium.ts'
import { faultsOf, openBrowser, type Browser } from './browser.ts'
import { makeVisitor, openStage, until, type Stage } from './stage.ts'

let browser: Browser
let stage: Stage
const PHONE = { width: 360, height: 740, touch: true }

/** A page at a web chat that has no room left. */
const visit = async (locale: string, before?: (page: Page) => Promise<unknown>) => {
  stage = await openStage({ conversations: { burst: 1, perMinute: 0.001 } })
  await makeVisitor(stage).send('POST', '/api/start', { language: 'en' })
  const looked = await browser.look({ ...PHONE, locale })
  await before?.(looked.page)
  await looked.page.goto(`${stage.url()}/chat`)
  await looked.page.locator('#bottom').waitFor()
  return looked
}
const starts = (): number => stage.echo.arrived.filter(({ body }) => body.kind === 'start').length

describe.skipIf(!existsSync(CHROMIUM))('in a browser (needs /usr/bin/chromium)', () => {
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(() => stage.close())

  test('while many conversations begin a worker pays by itself, and the person only reads that it takes a moment', async () => {
    const { page, complaints } = await visit('en-GB')
    const told: Promise<string | null> = page.locator('#notice:not([hidden])').textContent()
    await page.locator('#languages button[value=en]').click()
    await page.locator('#choices button').first().waitFor()
    expect(await told).toBe(
      'Many people are writing just now. Your words are safe on this page and go out by themselves in a moment.',
    )
    expect(await page.locator('#notice').isVisible()).toBe(false)
    expect(starts()).toBe(2)
    expect(complaints.filter((line) => !line.includes('429'))).toEqual([])
  })

  test.each([
    ['ar', 'كثيرون يكتبون الآن'],
    ['ckb', 'ئێستا خەڵکێکی زۆر دەنووسن'],
  ])(
    'a browser without workers waits and is let in, told so in its language: %s',
    async (language, words) => {
      const { page } = await visit('ar-IQ', async (before) => {
        await before.clock.install()
        await before.addInitScript('delete window.Worker')
      })
      await page.locator(`#languages button[value=${language}]`).click()
      await page.locator('#notice', { hasText: words }).waitFor()
      expect(await faultsOf(page)).toEqual([])
      expect(starts()).toBe(1)
      stage.clock.advance(minutes(1))
      await page.clock.fastForward(60_000)
      await page.locator('#choices button').first().waitFor()
      expect(starts()).toBe(2)
    },
  )

  test('a page whose stream is refused asks for itself what is new', async () => {
    const { streams } = DEFAULT_LIMITS
    stage = await openStage({ limits: { streams: { ...streams, perChat: 0 } } })
    const { page } = await browser.look({ ...PHONE, locale: 'en-GB' })
    await page.clock.install()
    const refused: number[] = []
    page.on('response', (answer) => {
      if (answer.url().endsWith('/api/events')) refused.push(answer.status())
    })
    await page.goto(`${stage.url()}/chat`)
    await page.locator('#languages button[value=en]').click()
    await page.locator('#choices button').first().waitFor()
    await until(() => refused.includes(429))
    stage.echo.say(stage.echo.lastChat(), { from: 'agent', alias: 'Noor', text: 'I am here' })
    await page.clock.runFor(11_000)
    await page.locator('#log', { hasText: 'I am here' }).waitFor()
  })
})
