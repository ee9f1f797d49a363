import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { whileTimePasses } from './amin-process.ts'

export const PIN = '483917'
export const DECOY = 'quetzalli'
export const DURESS = 'zinnober'
export const PHONE = { width: 390, height: 844, touch: true }

export type Tongue = 'ar' | 'ckb' | 'en'
/** What was said of the phone that the page is opened on. */
export type Device = 'shared' | 'watched' | 'unsure'

type Way = {
  readonly agree: string
  readonly story: string
  readonly seen: string
  readonly device: Readonly<Record<Device, string>>
  readonly age: string
  readonly code: string
  readonly skip: string
  readonly send: string
  /** What whoever holds the phone may write to see what is there. */
  readonly summary: string
  /** In the texts that say that the case goes on, that it was sent, and that ask for the PIN. */
  readonly resumed: string
  readonly withTeam: string
  readonly pin: string
}

/** What is pressed, written and read on the way to a case that was sent, and to its secrets. */
export const WAY: Readonly<Record<Tongue, Way>> = {
  en: {
    agree: 'Yes, I want to talk',
    story: 'Kolkwitzia wants money for my photos',
    seen: 'Someone sees this phone',
    device: { shared: 'Shared or checked', watched: 'Being watched now', unsure: 'Not sure' },
    age: 'Me, 18+',
    code: 'return code',
    skip: 'skip',
    send: 'Send, no preference',
    summary: 'summary',
    resumed: 'We go on where',
    withTeam: 'What you wrote is with our team',
    pin: 'the PIN',
  },
  ar: {
    agree: 'نعم، أريد أن أحكي',
    story: 'Kolkwitzia يهددني ويريد مني المال مقابل صوري',
    seen: 'يرى أحد هذا الهاتف',
    device: { shared: 'مشترك أو يُفتَّش', watched: 'هناك من يراقبني', unsure: 'لا أعرف' },
    age: 'أنا، 18 فأكثر',
    code: 'رمز العودة',
    skip: 'تجاوز',
    send: 'إرسال، لا فرق',
    summary: 'ملخص',
    resumed: 'نكمل من حيث',
    withTeam: 'ما كتبته لدى فريقنا',
    pin: 'والآن الرقم السري',
  },
  ckb: {
    agree: 'دەمەوێت قسە بکەم',
    story: 'Kolkwitzia هەڕەشەم لێ دەکات و پارەی دەوێت بۆ وێنەکانم',
    seen: 'کەسێک مۆبایلەکەم دەبینێت',
    device: { shared: 'هاوبەشە یان دەپشکنرێت', watched: 'ئێستا چاودێریم دەکەن', unsure: 'نازانم' },
    age: 'خۆم، 18 یان زیاتر',
    code: 'کۆدی گەڕانەوە',
    skip: 'تێپەڕاندن',
    send: 'ناردن، جیاوازی نییە',
    summary: 'پوختە',
    resumed: 'بەردەوام دەبین',
    withTeam: 'ئەوەی نووسیت لای تیمەکەمانە',
    pin: 'ئێستا ژمارە نهێنییەکە',
  },
}

export const localeOf = (tongue: Tongue): string => (tongue === 'en' ? 'en-GB' : 'ar-IQ')

export const write = async (page: Page, text: string): Promise<void> => {
  await page.locator('#text').fill(text)
  await page.locator('#send').click()
}
/** Waits until the bot has said one more thing and everything of ours has been taken. */
export const answered = async (page: Page, act: () => Promise<void>): Promise<void> => {
  const before = await page.locator('#log .line.bot').count()
  await act()
  await whileTimePasses(async () => {
    expect(await page.locator('#log .line.bot').count()).toBeGreaterThan(before)
    expect(await page.locator('#pending .line').count()).toBe(0)
  })
}

const press = (page: Page, label: string): Promise<void> =>
  answered(page, () => page.locator('#choices button', { hasText: label }).first().click())

/** Until it is known who writes: a case that others must not find on this phone. */
export const tell = async (page: Page, tongue: Tongue, device: Device = 'shared'): Promise<void> => {
  await answered(page, () => page.locator(`#languages button[value=${tongue}]`).click())
  const way = WAY[tongue]
  await press(page, way.agree)
  await answered(page, () => write(page, way.story))
  await press(page, way.seen)
  if (device === 'watched') {
    await page.locator('#choices button', { hasText: way.device.watched }).first().click()
    // Only that it was stopped is shown, and nothing more is asked until they say that it is safe.
    await expect.poll(() => page.locator('#log .line').count()).toBe(1)
    for (let n = 0; n < 2; n += 1) await answered(page, () => write(page, '1'))
  } else await press(page, way.device[device])
  await press(page, way.age)
}

/** Passes over everything else that is asked, and sends the case. */
export const submit = async (page: Page, tongue: Tongue): Promise<void> => {
  const { send, skip } = WAY[tongue]
  const last = page.locator('#choices button', { hasText: send })
  for (let n = 0; n < 20 && (await last.count()) === 0; n += 1) await answered(page, () => write(page, skip))
  await press(page, send)
}

/** A case with all three secrets, and the code that was said with them. */
export const keep = async (page: Page, tongue: Tongue): Promise<string> => {
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
export const traces = async (page: Page, context: BrowserContext): Promise<string> => {
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
    entries.map(({ url, title }) => [url.replace(new URL(page.url()).origin, ''), title]),
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

export const expectNothing = (found: string, code: string): void => {
  for (const told of [code, PIN, DECOY, DURESS, 'Kolkwitzia', '••'])
    if (told !== '') expect(found, told).not.toContain(told)
  expect(found).not.toMatch(
    /in line|person from the team|closed for now|دورك|شخص من الفريق|لە ڕیزدای|کەسێک لە تیمەکە/,
  )
}
