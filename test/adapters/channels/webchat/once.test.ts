import { createSecretKey } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeHasher } from '../../../../adapters/crypto/hasher.ts'
import { makeRandom } from '../../../../adapters/crypto/random.ts'
import { deriveSecrets } from '../../../../adapters/crypto/secrets.ts'
import { makeSecretPages } from '../../../../adapters/channels/webchat/secret-link.ts'
import type { CaseId } from '../../../../core/base/ids.ts'
import { LANGUAGES, type Language } from '../../../../core/base/language.ts'
import type { SecretAsked } from '../../../../core/ports/secret-page.ts'
import { minutes } from '../../../../core/base/units.ts'
import { CHROMIUM } from '../../../chromium.ts'
import { faultsOf, openBrowser, type Browser, type Look } from './browser.ts'
import { makeVisitor, openStage, type Stage } from './stage.ts'

const PHONE: Look = { width: 390, height: 844, touch: true }
const address = { channel: 'whatsapp', account: 'a', chat: 'somebody' } as const
const hasher = makeHasher(deriveSecrets(createSecretKey(Buffer.alloc(32, 7))))
const random = makeRandom()

let stage: Stage
const open = new Map<string, SecretAsked>()
afterEach(async () => {
  open.clear()
  await stage.close()
})

const start = async (): Promise<void> => {
  stage = await openStage({
    hasher,
    secrets: { asked: async (caseId, mark) => open.get(`${caseId} ${mark}`) },
  })
}

/** A link as a message would hold it. */
const link = (form: SecretAsked['form'], language: Language = 'en'): string => {
  const caseId = random.id() as CaseId
  const { url, mark } = makeSecretPages({ hasher, random, url: `${stage.url()}/chat` }).mint(caseId)
  open.set(`${caseId} ${mark}`, { address, form })
  return url(language)
}
const tokenOf = (url: string): string => url.split('#')[1] ?? ''

describe('the page for one secret, without a browser', () => {
  test('what fetches a link by itself sees a page that names nothing, sets nothing and uses nothing up', async () => {
    await start()
    const url = link('word')
    for (let n = 0; n < 3; n += 1) {
      const answer = await fetch(url)
      const html = await answer.text()
      expect(answer.headers.getSetCookie()).toEqual([])
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect(html).toContain('<title data-t="once-title">Page</title>')
      expect(html).not.toMatch(/amin|case|pin\b|secret|code\b.*return|chat</i)
    }
    const visitor = makeVisitor(stage)
    expect((await visitor.send('POST', '/api/once/look', { token: tokenOf(url) })).status).toBe(200)
    expect(stage.echo.arrived).toEqual([])
  })

  test('what is sent is the next message of the chat that asked, and no session begins by it', async () => {
    await start()
    const [word, both] = [link('word'), link('return')]
    const visitor = makeVisitor(stage)
    expect((await visitor.send('POST', '/api/once', { token: tokenOf(word), text: '483917' })).status).toBe(
      202,
    )
    expect((await visitor.send('POST', '/api/once', { token: tokenOf(both), text: '483917' })).status).toBe(
      400,
    )
    expect(
      (await visitor.send('POST', '/api/once', { token: tokenOf(both), text: '483917', code: '7kq2-m4xd' }))
        .status,
    ).toBe(202)
    expect(visitor.cookies.size).toBe(0)
    expect(stage.echo.arrived).toMatchObject([
      { ...address, body: { kind: 'text', text: '483917' }, page: { mark: expect.any(String) as string } },
      { ...address, body: { kind: 'text', text: '483917' }, page: { code: '7KQ2M4XD' } },
    ])
    expect(stage.echo.arrived[0]?.page).not.toHaveProperty('code')
    // The token is in no address that a proxy writes down.
    expect(stage.serverLog.join('')).not.toContain(tokenOf(word))
    expect(stage.serverLog.join('')).not.toContain('483917')
  })

  test.each([
    ['from another site', { origin: 'https://elsewhere.example' }, 403],
    ['without our header', { 'x-chat': '' }, 403],
  ])('nothing is taken %s', async (_, headers, status) => {
    await start()
    const answer = await makeVisitor(stage).send(
      'POST',
      '/api/once',
      { token: tokenOf(link('word')), text: '483917' },
      headers,
    )
    expect(answer.status).toBe(status)
    expect(stage.echo.arrived).toEqual([])
  })

  test('who tries links one after the other is slowed down', async () => {
    await start()
    const visitor = makeVisitor(stage)
    let answer = await visitor.send('POST', '/api/once/look', { token: 'A'.repeat(52) })
    expect(answer.status).toBe(404)
    for (let n = 0; n < 400 && answer.status === 404; n += 1)
      answer = await visitor.send('POST', '/api/once/look', { token: 'A'.repeat(52) })
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).not.toBeNull()
  })
})

describe.skipIf(!existsSync(CHROMIUM))('the page for one secret (needs /usr/bin/chromium)', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  const shown = async (page: Page): Promise<string> => (await page.locator('body').innerText()).trim()
  const kept = (page: Page): Promise<unknown> =>
    page.evaluate(
      '[document.cookie, localStorage.length, sessionStorage.length, location.hash, location.search, history.length, document.title]',
    )

  test('takes a word once, and leaves neither token nor word anywhere in the browser', async () => {
    await start()
    const { page, context, complaints } = await browser.look({ ...PHONE, locale: 'en-GB' })
    // As an address book of another program does: a link with marks of direction behind it.
    await page.goto(`${link('word')}\u2069`)
    await page.locator('#word').waitFor()
    expect(await kept(page)).toEqual(['', 0, 0, '', '', 2, 'Page'])
    expect(await page.locator('#code').isVisible()).toBe(false)
    expect(await page.evaluate('getComputedStyle(word).webkitTextSecurity')).toBe('disc')
    await page.locator('#word').fill('12')
    await page.locator('#send').click()
    expect(await shown(page)).toMatch(/does not fit yet/)
    expect(stage.echo.arrived).toEqual([])
    await page.locator('#word').fill('٤٨٣٩١٧')
    await page.keyboard.press('Enter')
    await page.locator('#done').waitFor()
    expect(stage.echo.arrived).toMatchObject([{ ...address, body: { text: '٤٨٣٩١٧' } }])
    expect(await page.locator('#word').inputValue()).toBe('')
    expect(await shown(page)).toBe(
      'Page\n\nSent. This page can be closed now; the answer is where the link came from.',
    )
    expect(await context.cookies()).toEqual([])
    await page.reload()
    await page.locator('#over').waitFor()
    expect(complaints).toEqual([])
  })

  test('sends no cookie of a chat that is open in the same browser, and that chat stays open', async () => {
    await start()
    const { page, context } = await browser.look({ ...PHONE, locale: 'en-GB' })
    await page.goto(`${stage.url()}/chat`)
    await page.locator('#languages button[value=en]').click()
    await page.locator('#choices button').first().waitFor()
    const before = await context.cookies()
    const second = await context.newPage()
    const sent: string[] = []
    second.on('request', (request) => {
      if (request.method() === 'POST')
        void request.allHeaders().then((headers) => sent.push(headers['cookie'] ?? ''))
    })
    await second.goto(link('word'))
    await second.locator('#word').fill('483917')
    await second.locator('#send').click()
    await second.locator('#done').waitFor()
    expect(sent).toEqual(['', ''])
    expect(await context.cookies()).toEqual(before)
  })

  test('asks for the code as well where somebody comes back, and says which of the two does not fit', async () => {
    await start()
    const { page } = await browser.look({ ...PHONE, locale: 'en-GB' })
    await page.goto(link('return'))
    await page.locator('#code').fill('7KQ2')
    await page.locator('#word').fill('483917')
    await page.locator('#send').click()
    expect(await shown(page)).toMatch(/That is not it yet/)
    await page.locator('#code').fill('7kq2 m4xd')
    await page.locator('#send').click()
    await page.locator('#done').waitFor()
    expect(stage.echo.arrived).toMatchObject([{ page: { code: '7KQ2M4XD' }, body: { text: '483917' } }])
  })

  test('that was used, or is sent too late, says so and takes nothing; the next link opens in the same tab', async () => {
    await start()
    const { page } = await browser.look({ ...PHONE, locale: 'en-GB' })
    const url = link('word')
    open.clear()
    await page.goto(url)
    await page.locator('#over').waitFor()
    expect(await page.locator('#form').isVisible()).toBe(false)
    await page.goto(link('word'))
    await page.locator('#word').fill('483917')
    open.clear()
    await page.locator('#send').click()
    await page.locator('#over').waitFor()
    expect(stage.echo.arrived).toEqual([])
  })

  test('that lies open ends by itself, with what was typed', async () => {
    await start()
    const { page } = await browser.look({ ...PHONE, locale: 'en-GB' })
    await page.clock.install()
    await page.goto(link('word'))
    await page.locator('#word').fill('483917')
    await page.clock.fastForward(minutes(15) + 1_000)
    await page.locator('#over').waitFor()
    expect(await page.locator('#word').inputValue()).toBe('')
  })

  test('keeps what was typed where the connection breaks, and says that it may have arrived where it did', async () => {
    await start()
    const { page, context } = await browser.look({ ...PHONE, locale: 'en-GB' })
    await page.goto(link('word'))
    await page.locator('#word').fill('483917')
    // It arrives, and the answer does not come back.
    await context.route('**/api/once', async (route) => {
      await route.fetch()
      open.clear()
      await route.abort()
    })
    await page.locator('#send').click()
    await page.locator('#wrong-later').waitFor()
    expect(await page.locator('#word').inputValue()).toBe('483917')
    await context.unroute('**/api/once')
    await page.locator('#send').click()
    await page.locator('#unsure').waitFor()
    expect(stage.echo.arrived).toHaveLength(1)
  })

  test.each(LANGUAGES.flatMap((language) => [false, true].map((dark) => [language, dark] as const)))(
    'can be read and used by everybody (%s, dark: %s), on the smallest phone and at twice the size of letters',
    async (language, dark) => {
      await start()
      const { page, complaints } = await browser.look({ width: 320, height: 568, touch: true, dark })
      await page.goto(link('return', language))
      await page.locator('#code').waitFor()
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'en' ? 'ltr' : 'rtl')
      await page.locator('#send').click()
      expect(await faultsOf(page)).toEqual([])
      await page.evaluate('document.documentElement.style.fontSize = "200%"')
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      for (const field of ['code', 'word', 'send'])
        expect((await page.locator(`#${field}`).boundingBox())?.height, field).toBeGreaterThanOrEqual(44)
      expect(complaints).toEqual([])
    },
  )
})
