import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Language, Translate } from '../../adapters/console/ui/language/bundles.ts'
import { openTexts } from '../../bots/texts.ts'
import { EMAIL, PASSWORD, signIn, type Agent } from './agent.ts'
import { makeDataDir, startAmin, type AminProcess } from './amin-process.ts'
import { layCable, type Cable } from './cable.ts'
import { enterChat, type WebPerson } from './web-person.ts'
import { reachStory } from './first-questions.ts'
import { textsOf } from '../adapters/console-ui/texts.ts'
import { launchChromium } from '../chromium.ts'
import { eventually } from '../patience.ts'

const COLLEAGUE = { email: 'lina@example.org', name: 'Lina' }
/** Colleague, then the administrator, who is `Admin` where nobody gave a name. */
const LINA = 1
const ADMIN = 0

const phrases = openTexts()

let browser: Browser
let amin: AminProcess
let cable: Cable
/**
 * Browsers speak to the program over the cable; programs of the test reach it beside it, under the
 * same name.
 */
let agents: readonly [
  Agent & { readonly cookies: readonly string[] },
  Agent & { readonly cookies: readonly string[] },
]
const ends: (() => unknown)[] = []

const enter = async (email: string): Promise<Agent & { readonly cookies: readonly string[] }> => {
  const answer = await fetch(`${cable.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: cable.url, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  if (!answer.ok) throw new Error(`sign-in: ${answer.status}`)
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0] ?? '')
  return { ...(await signIn(cable.url, email)), cookies }
}

beforeAll(async () => {
  const data = makeDataDir()
  ends.push(data.remove)
  cable = await layCable()
  ends.push(cable.stop)
  amin = await startAmin({
    AMIN_DATA: data.dir,
    AMIN_PUBLIC_URL: cable.url,
    AMIN_ADMIN_EMAIL: EMAIL,
    AMIN_ADMIN_PASSWORD: PASSWORD,
  })
  ends.push(amin.kill)
  await amin.says(/Console/)
  cable.lead(amin.port)
  const admin = await enter(EMAIL)
  const invited = await admin.post('/agents', { ...COLLEAGUE, role: 'agent', teams: null })
  const { link } = (await invited.json()) as { readonly link: string }
  const joined = await admin.post('/invitations/accept', {
    token: new URL(link).hash.slice(1),
    password: PASSWORD,
  })
  expect([invited.status, joined.status]).toEqual([201, 200])
  agents = [admin, await enter(COLLEAGUE.email)]
  browser = await launchChromium()
  ends.push(() => browser.close())
})
afterAll(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

const contexts: BrowserContext[] = []
const faults: string[] = []
afterEach(() => {
  cable.mend()
  // Asked for, not waited for: the browser's end takes what is left.
  for (const context of contexts.splice(0)) void context.close().catch(() => {})
  expect(faults.splice(0)).toEqual([])
})

type Look = {
  readonly language: Language
  readonly width?: number
  readonly script?: string
  readonly signedOut?: true
}

/** A browser of one member of the team, who has signed in before. What no page may do fails the test. */
const sitDown = async (
  who: 0 | 1,
  { language, width = 1440, script = '', signedOut }: Look,
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport: { width, height: width < 720 ? 844 : 900 },
    locale: language === 'en' ? 'en-GB' : 'ar-IQ',
    reducedMotion: 'reduce',
    ...(width < 720 ? { hasTouch: true, isMobile: true } : {}),
  })
  contexts.push(context)
  context.setDefaultTimeout(30_000)
  await context.addInitScript(
    `if (location.protocol === 'http:') localStorage.getItem('amin-preferences') ?? localStorage.setItem('amin-preferences', ${JSON.stringify(JSON.stringify({ language }))})
    addEventListener('securitypolicyviolation', (event) => console.error('policy ' + event.violatedDirective))
    ${script}`,
  )
  context.on('weberror', (error) => void faults.push(error.error().message))
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      faults.push(message.text())
  })
  if (signedOut !== true)
    await context.addCookies(
      agents[who].cookies.map((cookie) => {
        const at = cookie.indexOf('=')
        return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: cable.url }
      }),
    )
  return context
}

const openPage = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`${cable.url}${path}`)
  return page
}
const isLive = (page: Page) => page.locator('.live-mark[data-state=live]').waitFor()

type CaseNow = {
  readonly code: string
  readonly status: string
  readonly version: number
  readonly assignee?: { readonly name: string }
}
const caseOf = (code: string): Promise<CaseNow> => agents[ADMIN].get<CaseNow>(`/cases/${code}`)

let cases = 0
/**
 * A person who has just written in their language, too little for a story (bots/amin/flow.ts), and
 * their case, found by a word of its own.
 */
const comes = async (
  language: 'ar' | 'en',
): Promise<{ readonly person: WebPerson; readonly code: string; readonly word: string }> => {
  cases += 1
  const person = enterChat(amin.url, language)
  const word = `person${cases}`
  await person.says(`${word} ${language === 'ar' ? 'أحتاج مساعدة' : 'needs help'}`)
  const code = await vi.waitFor(
    async () => {
      const { rows } = await agents[ADMIN].get<{
        readonly rows: readonly { readonly code: string; readonly preview?: string }[]
      }>('/cases')
      const row = rows.find(({ preview }) => preview?.startsWith(`${word} `))
      if (row === undefined) throw new Error('the case is not there yet')
      return row.code
    },
    { timeout: 60_000, interval: 50 },
  )
  return { person, code, word }
}

const tools = (page: Page, t: Translate) => ({
  reply: page.getByRole('textbox', { name: t('compose-reply') }),
  send: page.locator('.composer').getByRole('button', { name: t('compose-reply-do') }),
  take: page.getByRole('button', { name: t('take-over'), exact: true }).first(),
  bubble: (text: string) => page.locator('.bubble', { hasText: text }),
  /** On a phone what stands in the header is in its menu. */
  act: async (name: string, phone: boolean): Promise<void> => {
    if (!phone)
      return page
        .getByRole('button', { name: t(name), exact: true })
        .first()
        .click()
    await page.getByRole('button', { name: t('more') }).click()
    await page.getByRole('menuitem', { name: t(name), exact: true }).click()
  },
})

/** In the text that says that a file was sealed. */
const SEALED = { ar: 'الختم', en: 'Seal' } as const

const LOOKS = [
  ['ar', 1440],
  ['en', 390],
  ['ar', 390],
  ['en', 1440],
] as const

describe.each(LOOKS)('in %s at %i px', (language, width) => {
  test('a case is taken, answered, noted, looked into with a reason, handed back, taken again and closed', async () => {
    const t = await textsOf(language)
    const phone = width < 720
    const { person, code } = await comes(language)
    await reachStory(person, language)
    const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#a63' } })
      .png()
      .toBuffer()
    await person.sendsPicture(picture)
    // The last that the bot says by itself: what came in after the page was opened must be read first.
    await person.hears(SEALED[language])

    const context = await sitDown(LINA, { language, width })
    const page = await openPage(context, `/cases/${code}`)
    const { reply, send, take, bubble, act } = tools(page, t)
    await take.click()
    await reply.fill('I am here with you.')
    await send.click()
    await bubble('I am here with you.').waitFor()
    await person.hears('I am here with you.')
    await page.getByText(t('compose-note'), { exact: true }).click()
    await page.getByRole('textbox', { name: t('compose-note') }).fill('Never to be read by the person')
    await page.locator('.composer button[type=submit]').click()
    await page.getByText(t('note-kept')).waitFor()

    if (phone) await page.getByRole('link', { name: t('file-title') }).click()
    await page.getByRole('tab', { name: t('tab-evidence') }).click()
    const item = page
      .locator('.evidence')
      .filter({ has: page.getByRole('button', { name: t('reveal-open') }) })
      .first()
    await item.getByRole('button', { name: t('reveal-open') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('reason-threat')).check()
    await dialog.getByRole('button', { name: t('reveal-do') }).click()
    await dialog.locator('.shown-picture, .shown-text').first().waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const { entries } = await agents[ADMIN].get<{
      readonly entries: readonly { readonly kinds: readonly string[] }[]
    }>(`/cases/${code}/custody`)
    expect(
      entries.flatMap(({ kinds }) => kinds).filter((kind) => kind === 'evidence_viewed').length,
    ).toBeGreaterThan(0)
    if (phone) await page.goBack()

    await act('hand-back', phone)
    await take.waitFor()
    await person.hears(phrases.say(language, 'returned-to-bot').slice(0, 15))
    expect((await caseOf(code)).status).toBe('bot')
    await take.click()
    await reply.waitFor()
    await act('close-case', phone)
    await dialog.getByLabel(t('outcome-resolved')).check()
    await dialog.getByRole('button', { name: t('close-case') }).click()
    await page.getByText(t('take-over-closed')).waitFor()
    expect((await caseOf(code)).status).toBe('closed')
    expect(JSON.stringify(await person.lines())).not.toContain('Never to be read')
  })
})

describe.each([
  ['ar', 390],
  ['en', 1440],
] as const)('two agents at once, in %s at %i px', (language, width) => {
  test('of two who take a case in the same moment one has it, and the other is told who', async () => {
    const t = await textsOf(language)
    const { code } = await comes(language)
    const pages = await Promise.all(
      ([ADMIN, LINA] as const).map(async (who) =>
        openPage(await sitDown(who, { language, width }), `/cases/${code}`),
      ),
    )
    const both = pages.map((page) => tools(page, t))
    await Promise.all(both.map(({ take }) => take.waitFor()))
    await Promise.all(both.map(({ take }) => take.click()))
    await vi.waitFor(async () => expect((await caseOf(code)).status).toBe('agent'), {
      timeout: 60_000,
      interval: 100,
    })
    const { assignee } = await caseOf(code)
    const winner = assignee?.name === COLLEAGUE.name ? 1 : 0
    await both[winner]!.reply.waitFor()
    await pages[1 - winner]!.getByText(t('take-over-held', { name: assignee?.name ?? '' })).waitFor()
    expect(await both[1 - winner]!.reply.count()).toBe(0)
  })

  test('who loses the case while writing keeps the words and cannot send them; what the person said meanwhile is shown first', async () => {
    const t = await textsOf(language)
    const { person, code } = await comes(language)
    const page = await openPage(await sitDown(LINA, { language, width }), `/cases/${code}`)
    const { reply, send, take, bubble } = tools(page, t)
    await take.click()
    await reply.fill('Do not pay anything.')
    await isLive(page)

    // Between the press and its arrival the person says something.
    await page.route('**/messages', async (route) => {
      const { version } = await caseOf(code)
      await person.says('I have just paid')
      await eventually(async () => expect((await caseOf(code)).version).toBeGreaterThan(version))
      await route.continue()
    })
    await send.click()
    await page.getByText(t('fault-moved')).waitFor()
    await bubble('I have just paid').waitFor()
    expect(await reply.inputValue()).toBe('Do not pay anything.')
    await page.unroute('**/messages')

    const taken = await agents[ADMIN].post(`/cases/${code}/transfer`, {
      agent: (await agents[ADMIN].get<{ readonly id: string }>('/me')).id,
      note: 'I know this one',
    })
    expect(taken.status).toBe(200)
    await page.getByText(t('take-over-held', { name: 'Admin' })).waitFor()
    expect(await reply.count()).toBe(0)
    expect((await person.lines()).some(({ text }) => text === 'Do not pay anything.')).toBe(false)
    const back = await agents[ADMIN].post(`/cases/${code}/transfer`, {
      agent: (await agents[LINA].get<{ readonly id: string }>('/me')).id,
    })
    expect(back.status).toBe(200)
    await expect.poll(() => reply.inputValue()).toBe('Do not pay anything.')
    await send.click()
    await person.hears('Do not pay anything.')
  })
})

describe.each([
  ['ar', 1440],
  ['en', 390],
] as const)('the network goes away and comes back, in %s at %i px', (language, width) => {
  test('nothing that was said meanwhile is missing or doubled, on neither side', async () => {
    const t = await textsOf(language)
    const { person, code } = await comes(language)
    const page = await openPage(await sitDown(LINA, { language, width }), `/cases/${code}`)
    const { reply, send, take, bubble } = tools(page, t)
    await take.click()
    await reply.waitFor()
    await isLive(page)
    await person.says('before the cut')
    await bubble('before the cut').waitFor()

    cable.cut()
    await page.locator('.live-mark[data-state=lost]').waitFor()
    const missed = Array.from({ length: 8 }, (_, n) => `during the cut ${n}.`)
    for (const text of missed) await person.says(text)
    await reply.fill('Are you there?')
    await send.click()
    await page.getByRole('alert').locator('.composer-fault').waitFor()
    expect(await reply.inputValue()).toBe('Are you there?')
    // The answer is lost, the message is not: it arrives, and the page cannot know.
    cable.mend()
    let arrived = false
    await page.route('**/messages', async (route) => {
      if (arrived) return route.continue()
      const answer = await route.fetch()
      arrived = answer.status() === 200
      await (arrived ? route.abort('connectionreset') : route.fulfill({ response: answer }))
    })
    await isLive(page)
    for (const text of missed) await bubble(text).waitFor()
    await vi.waitFor(
      async () => {
        await send.click()
        await person.hears('Are you there?')
      },
      { timeout: 60_000 },
    )
    await page.getByRole('alert').locator('.composer-fault').waitFor()
    await send.click()
    await expect.poll(() => reply.inputValue()).toBe('')
    await person.says('after the cut')
    await bubble('after the cut').waitFor()

    const said = await page.locator('.bubble').allTextContents()
    for (const text of ['before the cut', ...missed, 'Are you there?', 'after the cut'])
      expect([text, said.filter((each) => each.includes(text)).length]).toEqual([text, 1])
    const order = [...missed, 'after the cut'].map((text) => said.findIndex((each) => each.includes(text)))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect((await person.lines()).filter(({ text }) => text === 'Are you there?')).toHaveLength(1)
  })
})

const streams = async (): Promise<number> =>
  Number(/^amin_console_streams (\d+)/m.exec(await (await fetch(`${amin.url}/metrics`)).text())?.[1])

describe('many tabs', () => {
  test.each([
    ['ar', 'one shared worker', ''],
    ['en', 'a tab that leads, where there are no shared workers', 'delete globalThis.SharedWorker'],
  ] as const)('eight tabs live on one stream of the program (%s): %s', async (language, _, script) => {
    const { person, code } = await comes(language)
    await expect.poll(streams).toBe(0)
    const context = await sitDown(LINA, { language, width: 1024, script })
    const pages: Page[] = []
    for (let n = 0; n < 8; n += 1) pages.push(await openPage(context, `/cases/${code}`))
    await Promise.all(pages.map(isLive))
    expect(await streams()).toBe(1)
    await person.says('to every tab')
    await Promise.all(pages.map((page) => page.locator('.bubble', { hasText: 'to every tab' }).waitFor()))
    // Whichever tab held the stream: the others go on.
    for (const page of pages.splice(0, 4)) await page.close()
    await person.says('to the four that are left')
    await Promise.all(
      pages.map((page) => page.locator('.bubble', { hasText: 'to the four that are left' }).waitFor()),
    )
    await expect.poll(streams).toBe(1)
  })
})

describe('a keyboard and nothing else', () => {
  /**
   * Walks with Tab until the focus is on what `selector` finds; a trap or a hole in the order of
   * the page ends it.
   */
  const walkTo = async (page: Page, selector: string, key = 'Tab'): Promise<void> => {
    const there = (): Promise<boolean> =>
      page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)
    for (let steps = 0; steps < 80; steps += 1) {
      if (await there()) return
      await page.keyboard.press(key)
    }
    throw new Error(`the keyboard does not come to ${selector}`)
  }

  test.each(['ar', 'en'] as const)(
    'signs in, takes a case, replies, notes and hands it back (%s)',
    async (language) => {
      const t = await textsOf(language)
      const { person, code } = await comes(language)
      await person.says('are you a human?')
      const page = await openPage(await sitDown(LINA, { language, signedOut: true }), `/cases/${code}`)
      await page.locator('input[type=email]').waitFor()
      await walkTo(page, 'input[type=email]')
      await page.keyboard.type(COLLEAGUE.email)
      await walkTo(page, 'input[type=password]')
      await page.keyboard.type(PASSWORD)
      await page.keyboard.press('Enter')
      await page.locator('.take-over button').waitFor()
      await walkTo(page, '.take-over button')
      await page.keyboard.press('Enter')
      await page.locator('.composer[data-kind=reply] textarea:focus').waitFor()
      await page.keyboard.type('I am a human.')
      await page.keyboard.press('Control+Enter')
      await person.hears('I am a human.')
      await expect.poll(() => page.evaluate('document.activeElement.value')).toBe('')
      await walkTo(page, '.composer input[type=radio]', 'Shift+Tab')
      await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight')
      await page.locator('.composer[data-kind=note]').waitFor()
      await walkTo(page, '.composer textarea')
      await page.keyboard.type('By keys alone')
      await page.keyboard.press('Alt+Enter')
      await page.getByText(t('note-kept')).waitFor()
      const label = JSON.stringify(t('hand-back'))
      await page.evaluate(
        `[...document.querySelectorAll('.chat-header button')].find((each) => each.textContent.trim() === ${label}).classList.add('wanted')`,
      )
      await walkTo(page, '.wanted', 'Shift+Tab')
      await page.keyboard.press('Space')
      await page.locator('.take-over button').waitFor()
      expect((await caseOf(code)).status).toBe('bot')
      expect(JSON.stringify(await person.lines())).not.toContain('By keys alone')
    },
  )
})

test('a session that an administrator ends while its page is open leaves nothing of the case on it', async () => {
  const t = await textsOf('ar')
  const { code, word } = await comes('ar')
  const context = await sitDown(LINA, { language: 'ar', width: 390, signedOut: true })
  const page = await openPage(context, `/cases/${code}`)
  await page.locator('input[type=email]').fill(COLLEAGUE.email)
  await page.locator('input[type=password]').fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await page.locator('.bubble', { hasText: word }).waitFor()
  await isLive(page)
  const { agents: team } = await agents[ADMIN].get<{
    readonly agents: readonly { readonly id: string; readonly email: string }[]
  }>('/agents')
  const lina = team.find(({ email }) => email === COLLEAGUE.email)
  expect((await agents[ADMIN].post(`/agents/${lina?.id}/sessions/end`)).status).toBe(200)
  await page.getByText(t('session-over')).waitFor()
  expect(await page.locator('.bubble').count()).toBe(0)
  expect(await page.content()).not.toContain(word)
})
