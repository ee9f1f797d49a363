import type { Browser, BrowserContext, Disposable, Page } from 'playwright-core'
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
  /** What the browser speaks, and so the app until somebody chose a language; nothing is chosen here. */
  readonly locale?: string
  readonly preferences?: Readonly<Record<string, unknown>>
  /**
   * The page has its service worker, as people have it. Not where a test stands between page and server:
   * once a worker controls the page, what it asks for goes past `page.route` some of the time.
   */
  readonly worker?: true
}

/** Below it the app shows one pane at a time. */
const PHONE = 720
export const isPhone = (width: number): boolean => width < PHONE
export const viewportOf = (width: number) => ({ width, height: isPhone(width) ? 844 : 900 })

/**
 * Runs before every page of a profile: the person's preferences, the world's time, which goes on from
 * there also over loads, and a list of what the policy refuses.
 */
const firstOf = ({ language = 'ar', preferences = {}, locale }: Look): string => `
  ${locale === undefined ? `localStorage.getItem('amin-preferences') ?? localStorage.setItem('amin-preferences', ${JSON.stringify(JSON.stringify({ language, ...preferences }))})` : ''}
  globalThis.Date = class extends Date {
    constructor(...given) { given.length === 0 ? super(Date.now()) : super(...given) }
    static now() { return super.now() + ${NOW - Date.now()} }
  }
  globalThis.refused = []
  document.addEventListener('securitypolicyviolation', (event) => globalThis.refused.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + (event.sample || '')))`

/** What every page of a profile runs first, until it is taken back. */
export const begin = (context: BrowserContext, look: Look, script = ''): Promise<Disposable> =>
  context.addInitScript(`${firstOf(look)}\n${script}`)

/** A browser profile as somebody at this machine has it; nothing in it begins by itself. */
export const openProfile = (
  browser: Browser,
  { scheme = 'light', width = 1440, zone = 'Asia/Baghdad', locale = 'en-GB', worker }: Look,
): Promise<BrowserContext> =>
  browser.newContext({
    viewport: viewportOf(width),
    colorScheme: scheme,
    reducedMotion: 'reduce',
    timezoneId: zone,
    locale,
    ...(worker === undefined ? { serviceWorkers: 'block' as const } : {}),
    ...(isPhone(width) ? { hasTouch: true, isMobile: true } : {}),
  })

/**
 * A fresh browser profile with the given look; its clock stands at the world's time and goes on
 * from there.
 */
export const openContext = async (browser: Browser, look: Look = {}): Promise<BrowserContext> => {
  const context = await openProfile(browser, look)
  await begin(context, look)
  return context
}

/** What no page may do, as it does it. */
export const faultsOf = (page: Page): string[] => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      faults.push(`console: ${message.text()}`)
  })
  return faults
}

/** Opens a page of the app. `faults` collects what no page may do. */
export const openPage = async (
  context: BrowserContext,
  address: string,
): Promise<{ readonly page: Page; readonly faults: string[] }> => {
  const page = await context.newPage()
  const faults = faultsOf(page)
  await page.goto(address)
  return { page, faults }
}

/**
 * Lets go of a profile. Not waited for: on a loaded machine Chromium has been seen to owe the
 * answer for minutes, and nothing that follows depends on it. What is left ends with the browser.
 */
export const leave = (context: BrowserContext): void => void context.close().catch(() => {})

export const refusedBy = (page: Page): Promise<string[]> => page.evaluate('globalThis.refused')
