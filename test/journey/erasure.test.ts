import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Custody } from '../../adapters/console/contract/index.ts'
import type { ErasureCertificate } from '../../adapters/console/contract/erasure.ts'
import type { Language } from '../../adapters/console/ui/language/bundles.ts'
import { EMAIL, PASSWORD, signIn, type Agent } from './agent.ts'
import { makeDataDir, startAmin, type AminProcess } from './amin-process.ts'
import { textsOf } from '../adapters/console-ui/texts.ts'
import { launchChromium } from '../chromium.ts'
import { sameClock } from '../same-clock.ts'
import { builtCommands } from '../build/built.ts'

const LINA = { email: 'lina@example.org', name: 'Lina' }
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const COMMANDS = builtCommands()

let amin: AminProcess
/**
 * Invited by the operator on the server: who was invited by one of the two could not be the other
 * for three days.
 */
let invitation: string
let browser: Browser
let axe: string
const ends: (() => unknown)[] = []
const faults: string[] = []

beforeAll(async () => {
  const data = makeDataDir()
  ends.push(data.remove)
  amin = await startAmin({ AMIN_DATA: data.dir, AMIN_ADMIN_EMAIL: EMAIL, AMIN_ADMIN_PASSWORD: PASSWORD })
  ends.push(amin.kill)
  await amin.says(/Console/)
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [COMMANDS, 'agent', 'add', LINA.email, '--name', LINA.name, '--teams', 'all'],
    { env: { PATH: process.env['PATH'], ...sameClock(), AMIN_DATA: data.dir, AMIN_PUBLIC_URL: amin.url } },
  )
  invitation = stdout.trim()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  browser = await launchChromium()
  ends.push(() => browser.close())
})
afterAll(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** A browser of somebody who has just signed in. What no page may do fails the test. */
const sitDown = async (email: string, language: Language, width: number): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport: { width, height: width < 720 ? 844 : 900 },
    reducedMotion: 'reduce',
    ...(width < 720 ? { hasTouch: true, isMobile: true } : {}),
  })
  context.setDefaultTimeout(30_000)
  await context.addInitScript(
    `if (location.protocol === 'http:') localStorage.setItem('amin-preferences', ${JSON.stringify(JSON.stringify({ language }))})`,
  )
  context.on('weberror', (error) => void faults.push(error.error().message))
  const answer = await context.request.post(`${amin.url}/api/auth/sign-in/email`, {
    headers: { origin: amin.url },
    data: { email, password: PASSWORD },
  })
  expect(answer.status()).toBe(200)
  return context
}

const violationsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe)
  const found: readonly { readonly id: string }[] = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then((run) => run.violations)`,
  )
  return found.map(({ id }) => id)
}

test(
  'a case of the phone is erased by two: one asks in English, another agrees in Arabic on a phone',
  { timeout: 240_000 },
  async () => {
    const admin: Agent = await signIn(amin.url)
    const accepted = await admin.post('/invitations/accept', {
      token: new URL(invitation).hash.slice(1),
      password: PASSWORD,
    })
    expect(accepted.status).toBe(200)
    const lina = await signIn(amin.url, LINA.email)
    const opened = await lina.post('/cases', { language: 'ar' })
    expect(opened.status).toBe(201)
    const { code } = (await opened.json()) as { readonly code: string }

    const en = await textsOf('en')
    const desk = await (await sitDown(LINA.email, 'en', 1440)).newPage()
    await desk.goto(`${amin.url}/cases/${code}`)
    await desk.getByRole('button', { name: en('erasure-begin') }).click()
    const asking = desk.getByRole('dialog')
    await asking.getByRole('radio', { name: en('erasure-ground-person') }).check()
    await asking.getByRole('textbox').fill('Zahra rang again and asked for it')
    expect(await violationsOf(desk)).toEqual([])
    await asking.getByRole('button', { name: en('erasure-ask'), exact: true }).click()
    await desk.getByText(en('erasure-waits')).waitFor()
    await desk.getByText(en('event-erasure-requested', { name: LINA.name })).waitFor()
    expect(await desk.getByRole('button', { name: en('erasure-agree') }).count()).toBe(0)

    const ar = await textsOf('ar')
    const phone = await (await sitDown(EMAIL, 'ar', 390)).newPage()
    await phone.goto(`${amin.url}/cases/${code}/file`)
    await phone.getByText('Zahra rang again and asked for it').waitFor()
    await phone.getByRole('button', { name: ar('erasure-agree') }).click()
    await phone.getByRole('dialog').getByText(ar('erasure-never')).waitFor()
    await phone.getByRole('dialog').getByRole('textbox').fill(code)
    expect(await violationsOf(phone)).toEqual([])
    await phone
      .getByRole('dialog')
      .getByRole('button', { name: ar('erasure-do') })
      .click()
    await phone.getByRole('heading', { name: ar('erased-title') }).waitFor()
    expect(await violationsOf(phone)).toEqual([])
    const certificate = JSON.parse(
      (await phone.locator('.certificate').textContent()) ?? '',
    ) as ErasureCertificate
    expect(certificate).toMatchObject({
      case: code,
      reason: 'person',
      key: 'destroyed',
      objects: { left: 0 },
    })
    expect(certificate.note).toContain('amin-erasure/1')

    // Who asked has the case open: no word of it stands there any more.
    await desk.locator('.pane-main').getByText(en('fault-erased')).waitFor()
    expect(await desk.getByText('Zahra').count()).toBe(0)
    await expect(admin.get(`/cases/${code}`)).rejects.toThrow(/410/)
    const chain = await admin.get<Custody>(`/cases/${code}/custody`)
    expect(chain.intact).toBe(true)
    expect(
      chain.entries
        .filter(({ kinds }) => kinds.some((kind) => kind.startsWith('erasure')))
        .map(({ agent }) => agent?.id),
    ).toEqual([certificate.asked, certificate.by])
    expect(faults).toEqual([])
  },
)
