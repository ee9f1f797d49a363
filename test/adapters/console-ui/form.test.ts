import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { watch, type Watched } from '../../../adapters/console/ui/browser/unseen.ts'
import { refusedBy, type Look } from './browser.ts'
import type { DeskServer } from './desk-server.ts'
import { codeOf } from './world.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()
const t = await textsOf('ar')

/** Notes are written down instead of played; leave to notify is asked of the test. */
const SPY = `
  globalThis.notes = []; globalThis.asked = 0; globalThis.shown = []
  AudioContext.prototype.createOscillator = new Proxy(AudioContext.prototype.createOscillator, {
    apply: (make, context, args) => {
      const tone = Reflect.apply(make, context, args)
      const start = tone.start.bind(tone)
      tone.start = (at) => { globalThis.notes.push(tone.frequency.value); start(at) }
      return tone
    },
  })
  globalThis.Notification = class { static permission = 'default'
    static requestPermission() { globalThis.asked += 1; globalThis.Notification.permission = 'granted'; return Promise.resolve('granted') }
    constructor(text, more) { globalThis.shown.push(text + ' ' + more.tag) } addEventListener() {} close() {} }
`
const sitDown = (path: string, look: Look & { readonly role?: string } = {}): Promise<Seat> =>
  sit({ path, look, script: SPY, until: '.live-mark[data-state=live]' })
const notes = (page: Page): Promise<number[]> => page.evaluate('globalThis.notes')
const bell = (page: Page) => page.getByRole('button', { name: t('alerts'), exact: true })
/** A case of this severity begins to wait. */
const arrives = (server: DeskServer, n: number, severity: 'P1' | 'P2' | 'P3'): void =>
  server.change(
    codeOf(n),
    { status: 'waiting', severity, waitingSince: server.cases.get(codeOf(0))!.file.openedAt },
    ['handoff_requested'],
  )
const quiet = (server: DeskServer): void => {
  for (const { file } of server.cases.values()) file.status = 'closed'
}

describe('what is new among the waiting', () => {
  const row = (code: string, severity: 'P1' | 'P2' | 'P3' | 'P4') => ({ code, severity })
  const first = (rows: readonly ReturnType<typeof row>[]): Watched => watch(undefined, rows).next

  test('is nothing at the first look', () => {
    expect(watch(undefined, [row('a', 'P1')])).toMatchObject({
      rings: undefined,
      next: { unseen: new Set() },
    })
  })
  test('rings as the gravest of what came', () => {
    expect(watch(first([]), [row('a', 'P3'), row('b', 'P2'), row('c', 'P4')]).rings).toBe('P2')
  })
  test('is what became graver, and not what became milder', () => {
    expect(watch(first([row('a', 'P3')]), [row('a', 'P1')])).toMatchObject({
      rings: 'P1',
      next: { unseen: new Set(['a']) },
    })
    expect(watch(first([row('a', 'P2')]), [row('a', 'P3')]).rings).toBeUndefined()
  })
  test('stays unseen while it waits at P1, and no longer', () => {
    const one = watch(first([]), [row('a', 'P1'), row('b', 'P1')]).next
    expect(watch(one, [row('a', 'P1'), row('b', 'P2')]).next.unseen).toEqual(new Set(['a']))
    expect(watch(one, []).next.unseen).toEqual(new Set())
  })
})

describe('being called', () => {
  test('is silent, and asks nothing of the browser, until it is switched on', async () => {
    const { server, page } = await sitDown('/')
    arrives(server, 2, 'P1')
    await page
      .locator('.queue-row', { hasText: codeOf(2) })
      .locator('[data-severity=P1]')
      .waitFor()
    expect([await notes(page), await page.evaluate('globalThis.asked')]).toEqual([[], 0])
    expect(await page.title()).toBe(t('brand'))
  })

  test('asks for leave by the press that switches it on, and counts in the tab', async () => {
    const { page } = await sitDown('/')
    await bell(page).click()
    await expect.poll(() => page.title()).toMatch(/^\(\d+\) /)
    expect(await page.evaluate('globalThis.asked')).toBe(1)
    expect(await page.evaluate("document.querySelector('link[rel=icon]').getAttribute('href')")).toContain(
      'icon-waiting',
    )
    await bell(page).click()
    await expect.poll(() => page.title()).toBe(t('brand'))
  })

  test('has another tune for each severity', async () => {
    const heard: number[][] = []
    for (const severity of ['P1', 'P2', 'P3'] as const) {
      const { server, page } = await sitDown('/', { preferences: { alerts: true } })
      quiet(server)
      await page.locator('h1').first().click()
      arrives(server, 2, severity)
      await expect.poll(() => notes(page).then((all) => all.length), { timeout: 30_000 }).toBeGreaterThan(0)
      heard.push(await notes(page))
    }
    expect(heard.map((all) => all.length)).toEqual([3, 2, 1])
    expect(new Set(heard.map((all) => all.join())).size).toBe(3)
  })

  test('at P1 rings again until somebody is there', async () => {
    const { server, page } = await sitDown('/', { preferences: { alerts: true } })
    await page.locator('h1').first().click()
    await page.clock.install()
    await page.reload()
    await page.locator('.live-mark[data-state=live]').waitFor()
    await page.locator('h1').first().click()
    arrives(server, 2, 'P1')
    await expect
      .poll(async () => (await page.clock.runFor(1_500), (await notes(page)).length), { timeout: 60_000 })
      .toBeGreaterThanOrEqual(3)
    const once = (await notes(page)).length
    await expect
      .poll(async () => (await page.clock.runFor(21_000), (await notes(page)).length), { timeout: 60_000 })
      .toBeGreaterThan(once)
    await page.locator('h1').first().click()
    const seen = (await notes(page)).length
    for (let n = 0; n < 4; n += 1) await page.clock.runFor(21_000)
    expect((await notes(page)).length).toBe(seen)
  })
})

describe('the dialog about it', () => {
  const openSheet = async (page: Page): Promise<void> => {
    await page.locator('.agent-button').click()
    await page.getByRole('menuitem', { name: t('alerts-title') }).click()
    await page
      .getByRole('dialog')
      .getByRole('switch', { name: t('alerts-push') })
      .waitFor()
  }

  test('plays each tune to whoever wants to know them', async () => {
    const { page } = await sitDown('/')
    await openSheet(page)
    for (const severity of ['P3', 'P2', 'P1'])
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t(`severity-${severity}`) })
        .click()
    expect(await notes(page)).toHaveLength(6)
  })

  test('gives the focus back to where it came from', async () => {
    const { page } = await sitDown('/')
    await openSheet(page)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate("document.activeElement.className.includes('agent-button')")).toBe(true)
  })
})

describe('installed', () => {
  test('it has a manifest and pictures that a browser takes', async () => {
    const { server, page } = await sitDown('/')
    const manifest = (await (await fetch(`${server.url}/manifest.webmanifest`)).json()) as {
      icons: { src: string; sizes: string }[]
      start_url: string
    }
    expect(manifest.start_url).toBe('/')
    for (const { src, sizes } of manifest.icons) {
      const { format, width, height } = await sharp(
        Buffer.from(await (await fetch(`${server.url}${src}`)).arrayBuffer()),
      ).metadata()
      expect([format, `${width}x${height}`]).toEqual(['png', sizes])
    }
    const session = await page.context().newCDPSession(page)
    const { errors } = (await session.send('Page.getAppManifest')) as { errors: unknown[] }
    expect(errors).toEqual([])
    const { installabilityErrors } = (await session.send('Page.getInstallabilityErrors')) as {
      installabilityErrors: { errorId: string }[]
    }
    // A browser profile of tests is a private window, where nothing is installed.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  })

  test('it opens over a broken line, and keeps nothing that the server said', async () => {
    const { context, page } = await sitDown(`/cases/${codeOf(3)}`, { worker: true })
    await page.locator('.composer').waitFor()
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
    const kept: string[] = await page.evaluate(`(async () => {
      const paths = []
      for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname)
      return paths
    })()`)
    expect(kept).toContain('/')
    expect(kept.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([])
    await context.setOffline(true)
    await page.goto(new URL('/', page.url()).href)
    await page.locator('.whole-page').waitFor()
    expect(await refusedBy(page)).toEqual([])
  })
})
