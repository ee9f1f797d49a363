import { existsSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM } from '../chromium.ts'
import { faultsOf, openBrowser, type Browser } from '../adapters/channels/webchat/browser.ts'
import { makeDataDir, startAmin, type AminProcess } from './amin-process.ts'

const PIN = '483917'
const DECOY = 'quetzalli'
const DURESS = 'zinnober'
const PHONE = { width: 390, height: 844, touch: true }

type Tongue = 'ar' | 'ckb' | 'en'
/** What is pressed and written on the way to a case that was sent, and to its secrets. */
const WAY: Readonly<
  Record<
    Tongue,
    {
      readonly agree: string
      readonly story: string
      readonly after: readonly string[]
      readonly code: string
    }
  >
> = {
  en: {
    agree: 'Yes, I want to talk',
    story: 'Kolkwitzia wants money for my photos',
    after: ['Someone sees this phone', 'Shared or checked', 'Me, 18+'],
    code: 'return code',
  },
  ar: {
    agree: 'نعم، أريد أن أحكي',
    story: 'Kolkwitzia يهددني ويريد مني المال مقابل صوري',
    after: ['يرى أحد هذا الهاتف', 'مشترك أو يُفتَّش', 'أنا، 18 فأكثر'],
    code: 'رمز العودة',
  },
  ckb: {
    agree: 'دەمەوێت قسە بکەم',
    story: 'Kolkwitzia هەڕەشەم لێ دەکات و پارەی دەوێت بۆ وێنەکانم',
    after: ['کەسێک مۆبایلەکەم دەبینێت', 'هاوبەشە یان دەپشکنرێت', 'خۆم، 18 یان زیاتر'],
    code: 'کۆدی گەڕانەوە',
  },
}

let browser: Browser
let data: ReturnType<typeof makeDataDir>
let amin: AminProcess

const write = async (page: Page, text: string): Promise<void> => {
  await page.locator('#text').fill(text)
  await page.locator('#send').click()
}
/** Waits until the bot has said one more thing and everything of ours has been taken. */
const answered = async (page: Page, act: () => Promise<void>): Promise<void> => {
  const before = await page.locator('#log .line.bot').count()
  await act()
  await expect.poll(() => page.locator('#log .line.bot').count()).toBeGreaterThan(before)
  await expect.poll(() => page.locator('#pending .line').count()).toBe(0)
}

const open = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`${amin.url}/chat`)
  await page.locator('#bottom').waitFor()
  return page
}

const tell = async (page: Page, tongue: Tongue): Promise<void> => {
  await answered(page, () => page.locator(`#languages button[value=${tongue}]`).click())
  const { agree, story, after } = WAY[tongue]
  const press = (label: string): Promise<void> =>
    answered(page, () => page.locator('#choices button', { hasText: label }).first().click())
  await press(agree)
  await answered(page, () => write(page, story))
  for (const label of after) await press(label)
}

/** A case with all three secrets, and the code that was said with them. */
const keep = async (page: Page, tongue: Tongue): Promise<string> => {
  await answered(page, () => write(page, WAY[tongue].code))
  const said = await page.locator('#log .words').allTextContents()
  const code = said.flatMap((text) => /\b[0-9A-HJKMNP-TV-Z]{8}\b/.exec(text) ?? []).at(-1) ?? ''
  for (const secret of [PIN, DECOY, DURESS]) {
    await page.locator('#text').fill(secret)
    // Not readable while it is written, either.
    expect(await page.evaluate(`getComputedStyle(document.getElementById('text')).webkitTextSecurity`)).toBe(
      'disc',
    )
    await answered(page, () => page.locator('#send').click())
    expect(await page.locator('body').innerText()).not.toContain(secret)
  }
  return code
}

/** Everything by which somebody who has the browser in their hands could tell what was there. */
const traces = async (page: Page, context: BrowserContext): Promise<string> => {
  const cdp = await context.newCDPSession(page)
  const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as {
    nodes: { name?: { value?: unknown }; value?: { value?: unknown } }[]
  }
  const { entries } = (await cdp.send('Page.getNavigationHistory')) as {
    entries: { url: string; title: string }[]
  }
  const kept = await page.evaluate(`(async () => JSON.stringify({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: indexedDB.databases ? await indexedDB.databases() : [],
    caches: globalThis.caches ? await caches.keys() : [],
    workers: navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0,
    name: window.name,
    state: history.state,
    hash: location.hash,
    cookies: document.cookie,
  }))()`)
  const shown = await page.evaluate(
    `[...document.querySelectorAll('*')].filter((node) => node.checkVisibility && node.checkVisibility() && node.children.length === 0).map((node) => node.textContent).join(' ')`,
  )
  const fields = await page.evaluate(
    `[...document.querySelectorAll('input, textarea')].map((node) => node.value).join(' ')`,
  )
  return JSON.stringify([
    await page.title(),
    page.url(),
    nodes.map(({ name, value }) => [name?.value, value?.value]),
    entries.map(({ url, title }) => [url.replace(amin.url, ''), title]),
    kept,
    shown,
    fields,
    await page
      .locator('#log')
      .allInnerTexts()
      .catch(() => []),
    (await context.cookies()).map(({ name }) => name),
  ])
}

const expectNothing = (found: string, code: string): void => {
  for (const told of [code, PIN, DECOY, DURESS, 'Kolkwitzia', '••'])
    if (told !== '') expect(found, told).not.toContain(told)
  expect(found).not.toMatch(
    /in line|person from the team|closed for now|دورك|شخص من الفريق|لە ڕیزدای|کەسێک لە تیمەکە/,
  )
}

describe.skipIf(!existsSync(CHROMIUM))(
  'the page of somebody who had to hide it (needs /usr/bin/chromium)',
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      browser = await openBrowser(true)
      data = makeDataDir()
      amin = await startAmin({ AMIN_DATA: data.dir })
      await amin.says(/Console/)
    })
    afterAll(async () => {
      await browser.close()
      await amin.stop()
      data.remove()
    })

    describe.each(['en', 'ar', 'ckb'] as const)('in %s', (tongue) => {
      test.each(['the danger word', '0'])(
        'leads away at once, and tells nothing of a case in any place a browser keeps things (%s)',
        async (how) => {
          const { context, page } = await browser.look({
            ...PHONE,
            locale: tongue === 'en' ? 'en-GB' : 'ar-IQ',
          })
          await page.goto(`${amin.url}/chat`)
          await page.locator('#bottom').waitFor()
          await tell(page, tongue)
          const code = await keep(page, tongue)
          await write(page, how === '0' ? '0' : DURESS)
          await page.waitForURL('**/chat/away**')
          expectNothing(await traces(page, context), code)
          expect((await context.cookies()).map(({ name }) => name)).toEqual(['chat'])
          // Who opens the address again meets the page that everybody meets, and what they write
          // opens nothing.
          await page.goto(`${amin.url}/chat`)
          await page.locator('#intro').waitFor()
          expectNothing(await traces(page, context), code)
          await answered(page, () => page.locator('#languages button[value=en]').click())
          await write(page, 'summary')
          await write(page, '593816')
          await expect.poll(() => page.locator('#pending .line').count()).toBe(0)
          expectNothing((await traces(page, context)).replaceAll('••••', ''), code)
          await page.locator('#text').fill(PIN)
          await page.locator('#send').click()
          await page
            .locator('.line.bot', {
              hasText:
                tongue === 'en' ? 'We go on where' : tongue === 'ar' ? 'نكمل من حيث' : 'بەردەوام دەبین',
            })
            .waitFor()
          await context.close()
        },
      )

      test('shows nothing of code and PIN behind a decoy', async () => {
        const { context, page } = await browser.look({
          ...PHONE,
          locale: tongue === 'en' ? 'en-GB' : 'ar-IQ',
        })
        await page.goto(`${amin.url}/chat`)
        await page.locator('#bottom').waitFor()
        await tell(page, tongue)
        const code = await keep(page, tongue)
        const other = await browser.look({ ...PHONE, locale: tongue === 'en' ? 'en-GB' : 'ar-IQ' })
        await other.page.goto(`${amin.url}/chat`)
        await other.page.locator(`#bottom`).waitFor()
        await other.page.locator('#language').selectOption(tongue)
        await answered(other.page, () => other.page.locator('#have-code').click())
        await answered(other.page, () => write(other.page, code))
        await write(other.page, DECOY)
        await expect.poll(() => other.page.locator('#log .line').count()).toBe(1)
        await expect.poll(() => other.page.locator('#pending .line').count()).toBe(0)
        expectNothing(await traces(other.page, other.context), code)
        await Promise.all([context.close(), other.context.close()])
      })
    })

    test('on a phone that others look at, opening the page again asks for PIN or code instead of showing the conversation', async () => {
      const { context, page } = await browser.look({ ...PHONE, locale: 'en-GB' })
      await page.goto(`${amin.url}/chat`)
      await page.locator('#bottom').waitFor()
      await tell(page, 'en')
      const code = await keep(page, 'en')
      await page.close()
      const again = await open(context)
      await again.locator('#intro').waitFor()
      expectNothing(await traces(again, context), code)
      await again.locator('#have-code').click()
      await write(again, PIN)
      // All of it is there again: nobody left, only a page was closed.
      await again.locator('.line.person', { hasText: 'Kolkwitzia' }).waitFor()
      expect(await again.locator('body').innerText()).not.toContain(PIN)
      await again.reload()
      await again.locator('#intro').waitFor()
      await write(again, code)
      await again.locator('.line.bot', { hasText: 'PIN' }).waitFor()
      expect(await again.locator('.line', { hasText: 'Kolkwitzia' }).count()).toBe(0)
      await context.close()
    })

    describe('the first quick exit of somebody without a way back', () => {
      const stranded = async () => {
        const looked = await browser.look({ ...PHONE, locale: 'en-GB' })
        await looked.page.goto(`${amin.url}/chat`)
        await looked.page.locator('#bottom').waitFor()
        await tell(looked.page, 'en')
        await looked.page.locator('#exit').click()
        return looked
      }

      test('blanks the page at once but for one line, which tells nothing', async () => {
        const { context, page } = await stranded()
        await page.locator('#parting').waitFor()
        expectNothing(await traces(page, context), '')
        expect((await page.locator('body').innerText()).trim().split(/\s*\n\s*/)).toEqual([
          'Save your place first?',
          'Save',
          'No',
        ])
        expect(await page.title()).toBe('')
        expect(
          (await faultsOf(page)).filter(
            (fault) => !fault.startsWith('document-title') && !/^(?:landmark|page-has|region)/.test(fault),
          ),
        ).toEqual([])
        await context.close()
      })

      test.each(['No', 'a press anywhere else', 'Esc', 'closing the page'])(
        'and goes with %s',
        async (how) => {
          const { context, page } = await stranded()
          await page.locator('#parting').waitFor()
          if (how === 'No') await page.locator('#parting-leave').click()
          else if (how === 'Esc') await page.keyboard.press('Escape')
          else if (how === 'closing the page') await page.close({ runBeforeUnload: true })
          else await page.mouse.click(195, 200)
          if (how !== 'closing the page') await page.waitForURL('**/chat/away**')
          await expect
            .poll(async () => (await context.cookies()).map(({ name }) => name))
            .not.toContain('chat')
          const again = await open(context)
          await again.locator('#intro').waitFor()
          expectNothing(await traces(again, context), '')
          await context.close()
        },
      )

      test('asks who is in danger and never agreed as well, and "Save" leads to a PIN', async () => {
        const { context, page } = await browser.look({ ...PHONE, locale: 'en-GB' })
        await page.goto(`${amin.url}/chat`)
        await page.locator('#bottom').waitFor()
        await answered(page, () => write(page, 'my brother will kill me tonight'))
        await page.locator('#exit').click()
        await page.locator('#parting').waitFor()
        expect(await page.locator('#log .line').count()).toBe(0)
        expectNothing(await traces(page, context), '')
        await page.locator('#parting-stay').click()
        await page.locator('.line.bot', { hasText: 'With a PIN, only you' }).waitFor()
        await context.close()
      })

      test('with "Save" leads to a PIN, and from then on the button leaves at once', async () => {
        const { context, page } = await stranded()
        await page.locator('#parting-stay').click()
        await page.locator('.line.bot', { hasText: 'With a PIN, only you' }).waitFor()
        await answered(page, () => write(page, PIN))
        await page.locator('#exit').click()
        await page.waitForURL('**/chat/away**')
        await context.close()
      })

      test('is never in the way of Esc pressed twice', async () => {
        const { context, page } = await browser.look({ ...PHONE, locale: 'en-GB' })
        await page.goto(`${amin.url}/chat`)
        await page.locator('#bottom').waitFor()
        await tell(page, 'en')
        await page.keyboard.press('Escape')
        await page.keyboard.press('Escape')
        await page.waitForURL('**/chat/away**')
        await context.close()
      })
    })
  },
)
