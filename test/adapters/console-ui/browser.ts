import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import type { Language } from '../../../adapters/console/ui/language/bundles.ts'
import { buildConsole, CONSOLE } from '../../build/built.ts'
import type { Pictures } from './desk-server.ts'
import { NOW } from './world.ts'
import { launchChromium } from '../../chromium.ts'

/** A built app and a browser, and what both leave behind. */
export type Bench = {
  readonly dist: string
  readonly browser: Browser
  readonly pictures: Pictures
  readonly close: () => Promise<void>
}

export const makePictures = async (): Promise<Pictures> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360"><defs><linearGradient id="g"><stop stop-color="#7a4a3a"/><stop offset="1" stop-color="#d7b27a"/></linearGradient></defs><rect width="480" height="360" fill="url(#g)"/><circle cx="200" cy="160" r="90" fill="#456"/><text x="60" y="320" font-size="48">CLEAR</text></svg>`
  const picture = sharp(Buffer.from(svg))
  const wav = Buffer.alloc(44 + 8000, 128)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + 8000, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(8000, 24)
  wav.writeUInt32LE(8000, 28)
  wav.writeUInt16LE(1, 32)
  wav.writeUInt16LE(8, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(8000, 40)
  return {
    clear: await picture.clone().webp().toBuffer(),
    blurred: await picture.clone().blur(30).webp().toBuffer(),
    sound: wav,
  }
}

export const openBench = async (): Promise<Bench> => {
  buildConsole()
  const pictures = await makePictures()
  const browser = await launchChromium({ args: ['--autoplay-policy=no-user-gesture-required'] })
  return { dist: CONSOLE, browser, pictures, close: () => browser.close() }
}

export type Look = {
  readonly language?: Language
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  /** Of the machine's clock. */
  readonly zone?: string
  readonly preferences?: Readonly<Record<string, unknown>>
  /**
   * `none`: the page has no service worker. Needed where a test stands between page and server: once a
   * worker controls the page, what it asks for goes past `page.route` some of the time.
   */
  readonly worker?: 'none'
}

/**
 * A fresh browser profile with the given look; its clock stands at the world's time and goes on
 * from there.
 */
export const openContext = async (browser: Browser, look: Look = {}): Promise<BrowserContext> => {
  const {
    language = 'ar',
    scheme = 'light',
    width = 1440,
    zone = 'Asia/Baghdad',
    preferences = {},
    worker,
  } = look
  const context = await browser.newContext({
    viewport: { width, height: width < 720 ? 844 : 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    timezoneId: zone,
    locale: 'en-GB',
    ...(worker === 'none' ? { serviceWorkers: 'block' as const } : {}),
    ...(width < 720 ? { hasTouch: true, isMobile: true } : {}),
  })
  await context.addInitScript(
    `localStorage.getItem('amin-preferences') ?? localStorage.setItem('amin-preferences', ${JSON.stringify(JSON.stringify({ language, ...preferences }))})`,
  )
  // What the policy refuses is counted by the page itself.
  await context.addInitScript(
    `globalThis.refused = []; document.addEventListener('securitypolicyviolation', (event) => globalThis.refused.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + (event.sample || '')))`,
  )
  return context
}

/** Opens a page of the app whose clock starts at the world's time. `faults` collects what no page may do. */
export const openPage = async (
  context: BrowserContext,
  address: string,
): Promise<{ readonly page: Page; readonly faults: string[] }> => {
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      faults.push(`console: ${message.text()}`)
  })
  await page.clock.setSystemTime(NOW)
  await page.goto(address)
  return { page, faults }
}

/**
 * Lets go of a profile. Not waited for: on a loaded machine Chromium has been seen to owe the
 * answer for minutes, and nothing that follows depends on it. What is left ends with the browser.
 */
export const leave = (context: BrowserContext): void => void context.close().catch(() => {})

export const refusedBy = (page: Page): Promise<string[]> => page.evaluate('globalThis.refused')
