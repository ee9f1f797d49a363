import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type Browser } from './browser.ts'
import { openStage, type Stage } from './stage.ts'

let browser: Browser
let stage: Stage

/** A conversation in English that waits for a person. */
const open = async (): Promise<Page> => {
  stage = await openStage()
  const { page } = await browser.look({ width: 360, height: 740, touch: true })
  await page.goto(`${stage.url()}/chat`)
  await page.locator('#bottom').waitFor()
  await page.locator('#languages button[value=en]').click()
  await page.locator('#choices button').first().waitFor()
  stage.echo.set(stage.echo.lastChat(), { mode: 'waiting' })
  await page.locator('#sign').waitFor()
  return page
}
/** Nobody looks at the page, or somebody does again, as a browser tells it. */
const look = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate(
    `Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${hidden} })
     document.dispatchEvent(new Event('visibilitychange'))`,
  )
const answers = async (page: Page, text: string): Promise<void> => {
  stage.echo.say(stage.echo.lastChat(), { from: 'agent', alias: 'Noor', text })
  await page.locator('.line', { hasText: text }).waitFor({ state: 'attached' })
}

describe('a sign that an answer came, in a browser', () => {
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(() => stage.close())

  test('is given to who chose it, while they look elsewhere, tells nothing, and goes when they look', async () => {
    const page = await open()
    await page.locator('#sign').click()
    expect(await page.locator('#sign').getAttribute('aria-pressed')).toBe('true')
    await look(page, true)
    await answers(page, 'I am here now.')
    expect(await page.title()).toBe('• Chat')
    await look(page, false)
    expect(await page.title()).toBe('Chat')
  })

  test('is given to nobody who did not choose it, nor while they look, and the choice is kept nowhere', async () => {
    const page = await open()
    await look(page, true)
    await answers(page, 'First.')
    expect(await page.title()).toBe('Chat')
    await look(page, false)
    await page.locator('#sign').click()
    await answers(page, 'Second.')
    expect(await page.title()).toBe('Chat')
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    await page.reload()
    await page.locator('#sign').waitFor()
    expect(await page.locator('#sign').getAttribute('aria-pressed')).toBe('false')
  })
})
