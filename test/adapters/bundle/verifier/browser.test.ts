import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifierFiles } from '../../../../adapters/bundle/verifier/files.ts'
import { eventually } from '../../../patience.ts'
import { inOrder, RUNS, seenOf } from '../../../reading-order.ts'
import { makeBundle, zipOf } from '../../../fakes/bundle/bundle.ts'
import { makeDraw } from '../../../fakes/bundle/random.ts'
import { launchChromium } from '../../../chromium.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Where pictures of the page go, to be looked at. */
const PICTURES = process.env['AMIN_TEST_PICTURES']

let folder: string
let browser: Browser
let address: string
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amin-verifier-page-'))
  const files = await verifierFiles()
  await writeFile(at('verify.html'), files['verify.html'])
  address = pathToFileURL(at('verify.html')).href
  const zip = zipOf(makeBundle(makeDraw(31), { items: 6, language: 'ar', stamped: true, verifier: files }))
  await writeFile(at('good.zip'), zip)
  const changed = Buffer.from(zip)
  const inside = zip.indexOf('/data/evidence/E0001') + 60
  changed.writeUInt8((zip[inside] ?? 0) ^ 4, inside)
  await writeFile(at('bad.zip'), changed)
  await writeFile(at('sealed.age'), 'age-encryption.org/v1\n-> X25519 abc\n')
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

type Look = { readonly locale: string; readonly width: number; readonly dark?: boolean }
type Opened = {
  readonly page: Page
  readonly requests: string[]
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

/**
 * The page from disk, with everything that it asks of the network and everything that the browser
 * complains of.
 */
const openPage = async ({ locale, width, dark = false }: Look): Promise<Opened> => {
  const context = await browser.newContext({
    locale,
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (request.url() !== address) requests.push(request.url())
  })
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.addInitScript(() => {
    const scope = globalThis as unknown as {
      reports: string[]
      document: {
        addEventListener: (type: string, listener: (event: { violatedDirective: string }) => void) => void
      }
    }
    scope.reports = []
    scope.document.addEventListener('securitypolicyviolation', (event) =>
      scope.reports.push(event.violatedDirective),
    )
  })
  await page.goto(address)
  return { page, requests, complaints, close: () => context.close() }
}

const choose = async (page: Page, name: string, verdict: string): Promise<void> => {
  await page.setInputFiles('#file', at(name))
  await page.locator(`.verdict.${verdict}`).waitFor()
}

const reportsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { reports: string[] }).reports)

/**
 * What axe finds wrong, one line each; its script goes in past the page's own policy, as a tool of
 * the browser.
 */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(AXE)
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          options: unknown,
        ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
      }
    }
    const { violations } = await axe.run({ runOnly: rules })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary}`),
    )
  }, RULES)
}

const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
}

const widthOf = (page: Page): Promise<readonly [number, number]> =>
  page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { documentElement: { scrollWidth: number; clientWidth: number } }
    }
    return [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const
  })

describe.each([
  { locale: 'en-GB', holds: 'The bundle holds', broken: 'The bundle does not hold', dir: 'ltr' },
  { locale: 'ar-IQ', holds: 'الحزمة سليمة', broken: 'الحزمة غير سليمة', dir: 'rtl' },
  { locale: 'ku', holds: 'پاکێجەکە دروستە', broken: 'پاکێجەکە دروست نییە', dir: 'rtl' },
])('the page from disk, for a reader of $locale', ({ locale, holds, broken, dir }) => {
  test.each([1200, 390])(
    'says what holds and what does not at %i px, alone, in reach of all',
    async (width) => {
      const { page, requests, complaints, close } = await openPage({
        locale,
        width,
        dark: width === 390 && dir === 'ltr',
      })
      expect(await page.getAttribute('html', 'dir')).toBe(dir)
      await picture(page, `${locale}-${width}-empty`)
      const empty = await faultsOf(page)

      await choose(page, 'good.zip', 'holds')
      expect(await page.locator('#verdict').textContent()).toBe(holds)
      expect(await page.locator('.fingerprint').textContent()).toMatch(/^(?:[0-9a-f]{4} ){15}[0-9a-f]{4}$/)
      await picture(page, `${locale}-${width}-holds`)
      const good = await faultsOf(page)

      await choose(page, 'bad.zip', 'broken')
      expect(await page.locator('#verdict').textContent()).toBe(broken)
      expect(await page.locator('li.fault').count()).toBeGreaterThan(0)
      await page.locator('details summary').click()
      await picture(page, `${locale}-${width}-broken`)
      const bad = await faultsOf(page)

      const [scroll, client] = await widthOf(page)
      expect(scroll).toBeLessThanOrEqual(client)
      expect({
        axe: [...empty, ...good, ...bad],
        requests,
        complaints,
        reports: await reportsOf(page),
      }).toEqual({
        axe: [],
        requests: [],
        complaints: [],
        reports: [],
      })
      await close()
    },
  )
})

describe('the page', () => {
  test.each(['ar-IQ', 'ku', 'en-GB'])(
    'shows the names of files in order for a reader of %s: of the bundle and of what is wrong in it',
    async (locale) => {
      const { page, close } = await openPage({ locale, width: 390 })
      const bad = await readFile(at('bad.zip'))
      for (const run of RUNS) {
        for (const name of [run, `حزمة ${run}`, `پاکێج_${run}`, `${run} للنيابة.zip`]) {
          await page.setInputFiles('#file', { name, mimeType: 'application/zip', buffer: bad })
          await page.locator('.verdict.broken .name', { hasText: name }).waitFor()
          const seen = await eventually(() => seenOf(page, '.verdict .name', run))
          expect([name, seen]).toEqual([name, [inOrder(run)]])
        }
      }
      const path =
        /data\/evidence\/E0001[\w./-]*/.exec(
          (await page.locator('li.fault').first().textContent()) ?? '',
        )?.[0] ?? 'no path'
      const paths = await seenOf(page, 'li.fault', path)
      expect(paths.length).toBeGreaterThan(0)
      expect(paths.filter((one) => one !== path)).toEqual([])
      await close()
    },
  )

  test('changes its language and keeps what it found', async () => {
    const { page, close } = await openPage({ locale: 'en-GB', width: 800 })
    await choose(page, 'good.zip', 'holds')
    await page.selectOption('#language', 'ckb')
    expect(await page.locator('#verdict').textContent()).toBe('پاکێجەکە دروستە')
    expect(await page.getAttribute('html', 'dir')).toBe('rtl')
    await close()
  })

  test('compares a fingerprint that is typed, and says when it is none', async () => {
    const { page, close } = await openPage({ locale: 'en-GB', width: 800 })
    await choose(page, 'good.zip', 'holds')
    const fingerprint = (await page.locator('.fingerprint').textContent()) ?? ''
    await page.fill('#published', 'abc')
    await page.locator('#published').blur()
    expect(await page.locator('#published-wrong').textContent()).toContain('64 digits')
    await page.fill('#published', fingerprint)
    await page.locator('#published').blur()
    await page.locator('.key-same').waitFor()
    await page.fill('#published', 'ab'.repeat(32))
    await page.locator('#published').blur()
    await page.locator('.verdict.broken').waitFor()
    expect(await page.locator('.key-differs').count()).toBe(1)
    await picture(page, 'key-differs')
    await close()
  })

  test('says that the signature was not checked where the browser lacks Ed25519, and does not say that the bundle holds', async () => {
    const { page, close } = await openPage({ locale: 'en-GB', width: 800 })
    await page.evaluate(() => {
      const { SubtleCrypto } = globalThis as unknown as {
        SubtleCrypto: { prototype: { importKey: unknown } }
      }
      SubtleCrypto.prototype.importKey = () => Promise.reject(new Error('NotSupportedError'))
    })
    await choose(page, 'good.zip', 'partly')
    expect(await page.locator('li.open').first().textContent()).toContain('verify.mjs')
    await picture(page, 'partly')
    expect(await faultsOf(page)).toEqual([])
    await close()
  })

  test('says how to open what is sealed with age', async () => {
    const { page, close } = await openPage({ locale: 'en-GB', width: 800 })
    await page.setInputFiles('#file', at('sealed.age'))
    expect(await page.locator('[role=alert]').textContent()).toContain('age --decrypt')
    await close()
  })

  test('takes a bundle that is dropped on it', async () => {
    const { page, close } = await openPage({ locale: 'en-GB', width: 800 })
    const base64 = (await readFile(at('good.zip'))).toString('base64')
    const transfer = await page.evaluateHandle((text) => {
      const { DataTransfer, File, atob } = globalThis as unknown as {
        DataTransfer: new () => { items: { add: (file: unknown) => void } }
        File: new (parts: readonly Uint8Array[], name: string) => unknown
        atob: (text: string) => string
      }
      const made = new DataTransfer()
      made.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], 'good.zip'))
      return made
    }, base64)
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
    await page.locator('.verdict.holds').waitFor()
    await close()
  })
})
