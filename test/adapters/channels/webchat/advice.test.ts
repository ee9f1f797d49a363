import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { guidance } from '../../../../bots/amin/guidance/library.ts'
import { openTexts } from '../../../../bots/texts.ts'
import { LANGUAGES, type Language } from '../../../../core/base/language.ts'
import { guideShareKey, guideTitleKey, guideTopicKey, UNDER_18 } from '../../../../core/model/keys.ts'
import { guessedWords, hurtingWords } from '../../../never-said.ts'
import { faultsOf, openBrowser, type Browser } from './browser.ts'
import { makeVisitor, openStage, type Stage } from './stage.ts'

const { say } = openTexts()
const ADDRESS = 'https://help.example.org/chat'
let emergency: string | undefined = '104 · 115'
let stage: Stage
let browser: Browser

beforeAll(async () => {
  stage = await openStage({
    advice: {
      guidance,
      say,
      operator: () => ({ name: { ar: 'أمل', ckb: 'هیوا', en: 'Hope Foundation' }, kind: 'ngo' }),
      emergency: () => emergency,
      address: ADDRESS,
    },
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  makeVisitor(stage).send('GET', `/advice${path}`, undefined, headers)
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '')
const wordsOf = (language: Language): Record<string, string> =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../adapters/channels/webchat/page/advice/${language}.json`, import.meta.url),
      'utf8',
    ),
  ) as Record<string, string>

describe('the server', () => {
  test.each([
    ['', 'ckb', 'rtl'],
    ['/ar', 'ar', 'rtl'],
    ['/en', 'en', 'ltr'],
  ])('gives the index at "%s" in %s, with a way to every guide', async (path, language, dir) => {
    const html = await (await get(path, { 'accept-language': 'ckb' })).text()
    expect(html).toContain(`<html lang="${language}" dir="${dir}">`)
    for (const { id } of guidance.guides) expect(html).toContain(`href="/chat/advice/${language}/${id}"`)
    expect(html).not.toMatch(/\{\{|undefined|\{ \$/)
  })

  test.each(LANGUAGES)(
    'gives every guide in %s: steps, source, day, share text, operator',
    async (language) => {
      for (const guide of guidance.guides) {
        const answer = await get(`/${language}/${guide.id}`)
        expect(answer.status).toBe(200)
        const html = plain(await answer.text())
        expect(html.match(/<li>/g)).toHaveLength(guide.steps)
        expect(html.match(/type="checkbox"/g) ?? []).toHaveLength(guide.reading === true ? 0 : guide.steps)
        expect(html).toContain(say(language, guideTitleKey(guidance, guide)))
        expect(html).toContain(guide.source.address.split(', ')[0])
        expect(html).toContain('28/11/2026')
        const topic = say(language, guideTopicKey(guide.topic))
        expect(html).toContain(plain(say(language, guideShareKey(guide), { topic })))
        expect(html).toContain(`${ADDRESS}/advice/${language}/${guide.id}`)
        expect(html).toContain({ ar: 'أمل', ckb: 'هیوا', en: 'Hope Foundation' }[language])
        expect(html.includes(wordsOf(language)['lawyer'] ?? '-')).toBe(guide.lawyer === true)
        expect(html).not.toMatch(/\{\{|undefined|\{ \$/)
      }
    },
  )

  test.each(LANGUAGES)(
    'says in %s beside every step that asks for a picture of the screen who is to take none',
    async (language) => {
      for (const guide of guidance.guides) {
        const html = plain(await (await get(`/${language}/${guide.id}`)).text())
        expect([guide.id, html.split(say(language, UNDER_18)).length - 1]).toEqual([
          guide.id,
          guide.pictures?.length ?? 0,
        ])
      }
    },
  )

  test('sets no cookie, reads none, keeps nothing, and no line of a log says what is read', async () => {
    const before = stage.echo.arrived.length
    for (const path of ['', '/en', '/ar/instagram-report', '/ar/nothing']) {
      const answer = await get(path, { cookie: 'chat=somebody' })
      expect(answer.headers.getSetCookie()).toEqual([])
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    }
    expect(stage.echo.arrived.length).toBe(before)
    expect(stage.log.lines).toEqual([])
  })

  test('answers an address at which there is nothing with every subject', async () => {
    for (const path of ['/en/nothing', '/xx', '/en/%2e%2e']) {
      const answer = await get(path, { 'accept-language': 'en' })
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.text()).toContain(wordsOf('en')['unknown'])
    }
  })

  test('has nothing inline, runs no script, and is small', async () => {
    for (const path of ['/ar', '/ckb/telegram-report']) {
      const html = await (await get(path)).text()
      expect(html).not.toMatch(/<script|<style| style=| on\w+="|javascript:/)
      expect(gzipSync(html).length).toBeLessThan(6_000)
    }
  })

  test('names numbers for emergencies while they are confirmed, and no others', async () => {
    expect(plain(await (await get('/en/parents')).text())).toContain('104 · 115')
    emergency = undefined
    expect(await (await get('/en/parents')).text()).not.toContain('class="danger"')
    emergency = '104 · 115'
  })

  test('has no such pages where there is no guidance', async () => {
    const bare = await openStage()
    expect((await makeVisitor(bare).send('GET', '/advice')).status).toBe(404)
    await bare.close()
  })
})

test.each(LANGUAGES)(
  'no word around the guides in %s hurts or guesses a gender, and none is missing',
  (language) => {
    expect(Object.keys(wordsOf(language))).toEqual(Object.keys(wordsOf('en')))
    for (const [key, text] of Object.entries(wordsOf(language))) {
      expect(hurtingWords(language, text), key).toEqual([])
      expect(language === 'ar' ? guessedWords(text) : [], key).toEqual([])
    }
  },
)

describe('in a browser without JavaScript', () => {
  const open = async (path: string, width: number, dark = false) => {
    const { context } = await browser.look({ width, height: 844, dark, javaScript: false })
    const page = await context.newPage()
    await page.goto(`${stage.url()}/chat/advice${path}`)
    return { context, page }
  }

  test('a guide is found, ticked off and left', async () => {
    const { context, page } = await open('/en', 390)
    await page.getByRole('link', { name: 'WhatsApp', exact: true }).waitFor({ state: 'detached' })
    await page
      .locator('li', { hasText: 'WhatsApp' })
      .getByRole('link', { name: 'Recover and secure' })
      .click()
    await page.waitForURL('**/advice/en/whatsapp-account')
    const boxes = page.getByRole('checkbox')
    expect(await boxes.count()).toBe(5)
    await page.getByText('install it, enter your own number').click()
    expect(await boxes.first().isChecked()).toBe(true)
    await page.getByRole('link', { name: 'کوردی' }).click()
    await page.waitForURL('**/advice/ckb/whatsapp-account')
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await page.getByRole('link', { name: wordsOf('ckb')['exit'] ?? '' }).click()
    await page.waitForURL('**/chat/away')
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  test.each(LANGUAGES)('no page in %s is wider than a phone, whatever its size', async (language) => {
    for (const width of [320, 390]) {
      const { context, page } = await open(`/${language}`, width)
      for (const path of ['', '/x-account', '/phone-sim', '/law-iraq']) {
        await page.goto(`${stage.url()}/chat/advice/${language}${path}`)
        const box = await page.locator('body').boundingBox()
        expect([path, box?.width]).toEqual([path, width])
      }
      await context.close()
    }
  })
})

test.each(LANGUAGES)(
  'index and guides in %s have no fault for who reads by ear or by keyboard',
  async (language) => {
    for (const dark of [false, true]) {
      const { context, page } = await browser.look({ width: 390, height: 844, dark })
      for (const path of ['', '/instagram-report', '/law-kurdistan']) {
        await page.goto(`${stage.url()}/chat/advice/${language}${path}`)
        expect(await faultsOf(page)).toEqual([])
      }
      await context.close()
    }
  },
)

test('the flow of the bot has this guidance', () => {
  expect(flow.guidance).toBe(guidance)
})
