import { existsSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM } from '../chromium.ts'
import { faultsOf, openBrowser, type Browser } from '../adapters/channels/webchat/browser.ts'
import { makeDataDir, startAmin, type AminProcess } from './amin-process.ts'
import {
  answered,
  DECOY,
  DURESS,
  expectNothing,
  keep,
  localeOf,
  PHONE,
  PIN,
  submit,
  tell,
  traces,
  WAY,
  write,
  type Device,
  type Tongue,
} from './hidden-page.ts'

/** The code of a case, as it is said. */
const CODE = /\b[0-9A-HJKMNP-TV-Z]{8}\b/

let browser: Browser
let data: ReturnType<typeof makeDataDir>
let amin: AminProcess

const open = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`${amin.url}/chat`)
  await page.locator('#bottom').waitFor()
  return page
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
            locale: localeOf(tongue),
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
              hasText: WAY[tongue].resumed,
            })
            .waitFor()
          await context.close()
        },
      )

      test('shows nothing of code and PIN behind a decoy', async () => {
        const { context, page } = await browser.look({
          ...PHONE,
          locale: localeOf(tongue),
        })
        await page.goto(`${amin.url}/chat`)
        await page.locator('#bottom').waitFor()
        await tell(page, tongue)
        const code = await keep(page, tongue)
        const other = await browser.look({ ...PHONE, locale: localeOf(tongue) })
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

    test.each(['ar', 'ckb'] as const)(
      '0 after the case was sent leaves nothing of it in any place a browser keeps things, whatever is written there, and the PIN opens it (%s)',
      async (tongue) => {
        const { context, page } = await browser.look({ ...PHONE, locale: localeOf(tongue) })
        await page.goto(`${amin.url}/chat`)
        await page.locator('#bottom').waitFor()
        await tell(page, tongue)
        await submit(page, tongue)
        const code = await keep(page, tongue)
        const nothing = async (of: Page): Promise<void> => {
          const found = await traces(of, context)
          expectNothing(found.replaceAll('••••', ''), code)
          expect(found).not.toContain(WAY[tongue].send)
        }
        await write(page, '0')
        await page.waitForURL('**/chat/away**')
        await nothing(page)
        await page.close()
        const again = await open(context)
        await again.locator('#intro').waitFor()
        await nothing(again)
        await answered(again, () => again.locator(`#languages button[value=${tongue}]`).click())
        for (const text of [WAY[tongue].summary, WAY[tongue].code, 'hello', '593816'])
          await write(again, text)
        await expect.poll(() => again.locator('#pending .line').count()).toBe(0)
        await nothing(again)
        await write(again, PIN)
        await again.locator('.line.bot', { hasText: WAY[tongue].resumed }).waitFor()
        await again.locator('.line.bot', { hasText: WAY[tongue].withTeam }).waitFor()
        expect(await again.locator('body').innerText()).not.toContain(PIN)
        await context.close()
      },
    )

    test.each([
      ['en', 'shared'],
      ['ar', 'watched'],
      ['ckb', 'unsure'],
    ] as const satisfies readonly (readonly [Tongue, Device])[])(
      'on a phone that others look at, opening the page again asks for PIN or code instead of showing the conversation (%s, %s)',
      async (tongue, device) => {
        const { context, page } = await browser.look({ ...PHONE, locale: localeOf(tongue) })
        await page.goto(`${amin.url}/chat`)
        await page.locator('#bottom').waitFor()
        await tell(page, tongue, device)
        const code = await keep(page, tongue)
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
        await again.locator('.line.bot', { hasText: WAY[tongue].pin }).waitFor()
        expect(await again.locator('.line', { hasText: 'Kolkwitzia' }).count()).toBe(0)
        await context.close()
      },
    )

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

      // `late`: the line is so slow that what stood here before and the answer come in one piece.
      test.each(
        (['en', 'ar', 'ckb'] as const).flatMap((tongue) => [
          [tongue, 390, 'in time'] as const,
          [tongue, 320, 'in time'] as const,
          [tongue, 320, 'late'] as const,
        ]),
      )(
        'with "Save" shows the code at once, without scrolling (%s, %i px, %s)',
        async (tongue, width, comes) => {
          const { context, page } = await browser.look({
            width,
            height: width === 320 ? 568 : 844,
            touch: true,
            locale: localeOf(tongue),
          })
          await page.goto(`${amin.url}/chat`)
          await page.locator('#bottom').waitFor()
          await answered(page, () => page.locator(`#languages button[value=${tongue}]`).click())
          await answered(page, () => page.locator('#choices button').first().click())
          await answered(page, () => write(page, WAY[tongue].story))
          await page.locator('#exit').click()
          if (comes === 'late')
            await page.route(/\/api\/view/, async (route) => {
              const look = async () => (await context.request.get(`${amin.url}/chat/api/view`)).text()
              await expect.poll(look).toMatch(CODE)
              await route.continue()
            })
          await page.locator('#parting-stay').click()
          const code = page.locator('#log .line.bot', { hasText: CODE })
          await code.waitFor()
          // Two lines of text say what it is, and it is the third.
          const inSight = async () => {
            const [line, seen] = await Promise.all([
              code.boundingBox(),
              page.locator('#scroll').boundingBox(),
            ])
            return line !== null && seen !== null && line.y >= seen.y && line.y + 130 <= seen.y + seen.height
          }
          await expect.poll(inSight).toBe(true)
          await context.close()
        },
      )

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
