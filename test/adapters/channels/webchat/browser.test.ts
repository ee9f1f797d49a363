import { existsSync } from 'node:fs'
import type { BrowserContext, Locator, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM } from '../../../chromium.ts'
import { faultsOf, openBrowser, type Browser, type Look } from './browser.ts'
import { openStage, until, type Stage } from './stage.ts'

let browser: Browser
let stage: Stage
const PHONE: Look = { width: 360, height: 740, touch: true }
const DESK: Look = { width: 1280, height: 800 }

const visit = async (
  look: Look,
  settings: Parameters<typeof openStage>[0] = {},
): Promise<Awaited<ReturnType<Browser['look']>>> => {
  stage = await openStage(settings)
  const looked = await browser.look(look)
  await looked.page.goto(`${stage.url()}/chat`)
  await looked.page.locator('#bottom').waitFor()
  return looked
}
const begin = async (page: Page, language = 'ar'): Promise<void> => {
  await page.locator(`#languages button[value=${language}]`).click()
  await page.locator('#choices button').first().waitFor()
}
const write = async (page: Page, text: string): Promise<void> => {
  await page.locator('#text').fill(text)
  await page.locator('#send').click()
}
const wordsIn = (page: Page): Promise<string[]> => page.locator('#log .words').allTextContents()
const chat = (): string => stage.echo.lastChat()
/** Winds the clock of a page, whose clock was installed, until something stands there that time brings. */
const wind = (page: Page, until: Locator): Promise<void> =>
  expect.poll(async () => (await page.clock.runFor(1_000), until.isVisible())).toBe(true)
/** A line on which a file of three megabytes takes half a minute. */
const slow = async (context: BrowserContext, page: Page): Promise<void> => {
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 100_000,
  })
}
const LARGE = Buffer.alloc(3_000_000, 1)

describe.skipIf(!existsSync(CHROMIUM))('in a browser (needs /usr/bin/chromium)', () => {
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(() => stage.close())

  test('nothing is begun and nothing is kept before the person acts', async () => {
    const { page, context, complaints } = await visit(PHONE)
    expect(await page.locator('#intro').isVisible()).toBe(true)
    expect(stage.echo.arrived).toEqual([])
    expect(await context.cookies()).toEqual([])
    await begin(page, 'ckb')
    expect(stage.echo.arrived).toMatchObject([{ body: { kind: 'start' }, from: { language: 'ckb' } }])
    expect(await page.locator('html').getAttribute('lang')).toBe('ckb')
    expect(await page.locator('#intro').isVisible()).toBe(false)
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
    const cookies = await context.cookies()
    expect(cookies).toMatchObject([
      { name: 'chat', httpOnly: true, sameSite: 'Strict', path: '/chat', expires: -1 },
    ])
    expect(complaints).toEqual([])
  })

  test('in Arabic an amount keeps its digits in order, and the dot of a file stands between its name and its ending', async () => {
    const { page } = await visit(PHONE)
    await begin(page)
    stage.echo.say(chat(), { from: 'bot', text: 'المبلغ: 1,000,000 IQD' })
    stage.echo.say(chat(), {
      from: 'person',
      media: { kind: 'photo', state: 'sealed', fileName: 'شاشة.png' },
    })
    stage.echo.say(chat(), {
      from: 'person',
      media: { kind: 'document', state: 'sealed', fileName: 'محادثة (chat).pdf' },
    })
    await page.locator('#log', { hasText: 'pdf' }).waitFor()
    /** Where each sign of a stretch in the conversation stands, from left to right. */
    const places = (of: string): Promise<number[]> =>
      page.evaluate(`(() => {
        const of = ${JSON.stringify(of)}
        const line = [...document.querySelectorAll('#log bdi, #log p')].findLast((node) => node.textContent.includes(of))
        const signs = []
        const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
        while (walk.nextNode())
          for (let at = 0; at < walk.currentNode.data.length; at += 1) {
            const range = document.createRange()
            range.setStart(walk.currentNode, at)
            range.setEnd(walk.currentNode, at + 1)
            signs.push(range.getBoundingClientRect().left)
          }
        const from = line.textContent.indexOf(of)
        return signs.slice(from, from + of.length)
      })()`)
    const amount = await places('1,000,000')
    expect(amount).toHaveLength(9)
    expect(amount.toSorted((a, b) => a - b)).toEqual(amount)
    const [end = NaN, dot = NaN, p = NaN, n = NaN, g = NaN] = await places('ة.png')
    expect([p, n, g, dot, end].toSorted((a, b) => a - b)).toEqual([p, n, g, dot, end])
    const latin = await places('(chat).pdf')
    expect(latin.toSorted((one, other) => one - other)).toEqual(latin)
  })

  test('a person writes, is answered live, and presses a button', async () => {
    const { page, complaints } = await visit(DESK)
    await page.locator('#text').fill('مرحبا')
    await page.keyboard.press('Enter')
    await page.locator('.line.bot', { hasText: 'echo: مرحبا' }).waitFor()
    expect(await wordsIn(page)).toEqual(['مرحبا', 'echo: مرحبا'])
    expect(await page.locator('#pending .line').count()).toBe(0)
    stage.echo.answer = () => ({
      text: 'هل هذا الهاتف لك وحدك؟',
      buttons: [{ label: 'نعم', token: '2:device:safe' }],
    })
    await page.locator('#text').fill('سطر')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('سطر')
    await page.keyboard.press('Enter')
    await page.locator('#choices button', { hasText: 'نعم' }).click()
    await page.locator('.line.bot', { hasText: 'pressed 2:device:safe' }).waitFor()
    expect(await page.locator('#choices').isVisible()).toBe(false)
    // The pressed button is gone; whoever works by keyboard goes on from the conversation.
    expect(await page.evaluate('document.activeElement.id')).toBe('log')
    expect(stage.echo.arrived.map(({ body }) => body)).toEqual([
      { kind: 'text', text: 'مرحبا' },
      { kind: 'text', text: 'سطر\nسطر' },
      { kind: 'press', token: '2:device:safe' },
    ])
    expect(complaints).toEqual([])
  })

  test('an open question can still be answered by its buttons after other words, until an agent speaks', async () => {
    const { page } = await visit(DESK)
    await begin(page)
    stage.echo.answer = () => ({ text: 'noted; the question above is still open' })
    await write(page, 'something else')
    await page.locator('.line.bot', { hasText: 'noted' }).waitFor()
    expect(await page.locator('#choices button').allTextContents()).toEqual(['نكمل', 'معلومات أكثر'])
    stage.echo.say(chat(), { from: 'agent', alias: 'نور', text: 'أنا معك' })
    await page.locator('#choices').waitFor({ state: 'hidden' })
  })

  test('what comes after an answer is followed, also where a scroll was under way as it was pressed', async () => {
    const { page } = await visit(PHONE)
    await begin(page, 'en')
    stage.echo.answer = () => ({
      text: `What was understood.\n${'A line of it.\n'.repeat(40)}Is it right?`,
      buttons: [{ label: 'Yes', token: '2:right:yes' }],
    })
    await write(page, 'my story')
    await page.locator('#newest').waitFor()
    // The browser tells of the scroll after the press.
    await page.evaluate(`
      document.querySelector('#scroll').scrollTop = 0
      document.querySelector('#choices button').click()
    `)
    stage.echo.say(chat(), { from: 'bot', text: 'And what comes next?' })
    const next = page.locator('.line.bot', { hasText: 'And what comes next?' })
    await next.waitFor()
    await expect
      .poll(() =>
        next.evaluate(
          (one) => one.getBoundingClientRect().bottom <= one.ownerDocument.documentElement.clientHeight,
        ),
      )
      .toBe(true)
  })

  test('answers stay where they are when the row that said that more is below goes', async () => {
    const { page } = await visit(PHONE)
    await begin(page, 'en')
    stage.echo.answer = () => ({
      text: `What was understood.\n${'A line of it.\n'.repeat(40)}Is it right?`,
      buttons: ['Yes', 'No', 'Something is missing'].map((label, at) => ({ label, token: `2:right:${at}` })),
    })
    await write(page, 'my story')
    await page.locator('#newest').waitFor()
    // To the end in one step, as a keyboard or a reader of the screen goes: the row goes a moment later.
    const places: number[] = await page.evaluate(`(async () => {
      const top = () => document.querySelector('#choices button').getBoundingClientRect().top
      const gone = new Promise((done) => new MutationObserver(done).observe(
        document.querySelector('#newest'), { attributes: true }))
      document.querySelector('#scroll').scrollTop = 1e6
      const before = top()
      await gone
      return [before, top()]
    })()`)
    expect(await page.locator('#newest').isVisible()).toBe(false)
    expect(places[1]).toBe(places[0])
    // The room it left goes with what is said next.
    stage.echo.answer = () => ({ text: 'Thank you.' })
    await write(page, 'thank you')
    await page.locator('.line.bot', { hasText: 'Thank you.' }).waitFor()
    expect(await page.locator('#scroll').getAttribute('style')).not.toMatch(/padding/)
  })

  test('what is higher than the phone is read from where it begins, and short answers stand side by side', async () => {
    const { page } = await visit(PHONE)
    await begin(page, 'en')
    const options = ['Money', 'Photos', 'To meet', 'An answer that is much too long to share a line']
    stage.echo.answer = () => ({
      text: `What was understood.\n${'A line of it.\n'.repeat(40)}Is it right? What do they want?`,
      buttons: options.map((label, at) => ({ label, token: `2:demand:${at}` })),
    })
    await write(page, 'my story')
    await page.locator('#choices button', { hasText: 'Money' }).waitFor()
    const top = (selector: string): Promise<number> =>
      page.evaluate(`Math.round(document.querySelector('${selector}').getBoundingClientRect().top)`)
    const head = await top('#scroll')
    const begins = async (): Promise<boolean> => {
      const at = (await top('#log .line.bot:last-child')) - head
      return at >= 0 && at < 20
    }
    await expect.poll(begins).toBe(true)
    expect(await page.locator('#newest').isVisible()).toBe(true)
    // That there is more below covers nothing of it: no answer is half hidden under it.
    const [shown, more] = [
      await page.locator('#scroll').boundingBox(),
      await page.locator('#newest').boundingBox(),
    ]
    expect(more!.y).toBeGreaterThanOrEqual(shown!.y + shown!.height)
    await page.locator('#newest').click()
    const rows: number[] = await page.evaluate(
      `[...document.querySelectorAll('#choices .choice')].map((one) => Math.round(one.getBoundingClientRect().top))`,
    )
    expect(new Set(rows).size).toBe(3)
    expect(rows[0]).toBe(rows[1])
    expect(await page.locator('#choices .asked').isVisible()).toBe(false)
    // What comes between the question and its answers: the question is said once more, above them.
    stage.echo.answer = () => ({ text: 'The file is kept.' })
    await write(page, 'one more thing')
    await page.locator('.line.bot', { hasText: 'The file is kept.' }).waitFor()
    expect(await page.locator('#choices .asked').textContent()).toBe('What do they want?')
    expect(await page.locator('#choices .asked').isVisible()).toBe(true)
    // So it is where the same answers are offered again under words that do not ask.
    stage.echo.answer = () => ({
      text: 'The question above still waits.',
      buttons: options.map((label, at) => ({ label, token: `3:demand:${at}` })),
    })
    await write(page, 'and another')
    await page.locator('.line.bot', { hasText: 'still waits' }).waitFor()
    expect(await page.locator('#choices .asked').textContent()).toBe('What do they want?')
    expect(await page.locator('#choices .asked').isVisible()).toBe(true)
  })

  test('a list that asks nothing is named over its buttons by how it begins, and never by the question of another', async () => {
    const { page } = await visit(PHONE)
    await begin(page, 'en')
    const says = async (text: string, token: string): Promise<void> => {
      stage.echo.answer = () => ({ text, buttons: [{ label: 'This one', token }] })
      await write(page, `about ${text.slice(0, 8)}`)
      await page.locator('.line.bot', { hasText: text }).waitFor()
    }
    const asked = page.locator('#choices .asked')
    await says('You can read all of this. Which subject?', '0:!guide:menu')
    await says('Small steps. They fit what you told.', '1:!guide:first')
    // Right under it nothing is said twice.
    expect(await asked.isVisible()).toBe(false)
    stage.echo.answer = () => ({ text: 'The program is here with you again.' })
    await write(page, 'thank you')
    await page.locator('.line.bot', { hasText: 'with you again' }).waitFor()
    expect(await asked.textContent()).toBe('Small steps')
    expect(await asked.isVisible()).toBe(true)
  })

  test('a question that takes several takes several: boxes are ticked, and Done sends them together', async () => {
    const { page, complaints } = await visit(DESK)
    await begin(page)
    const option = (label: string, id: string) => ({
      label,
      token: `5:spread:${id}`,
      role: 'several' as const,
    })
    stage.echo.answer = () => ({
      text: 'who has it?',
      buttons: [
        option('Family', 'family'),
        option('Work', 'work'),
        option('Public', 'public'),
        { label: 'Skip', token: '5:spread:!skip', role: 'control' },
      ],
    })
    await write(page, 'go')
    const box = (name: string) => page.getByRole('checkbox', { name })
    await box('Family').click()
    await box('Work').click()
    await box('Public').click()
    await box('Work').click()
    expect(await box('Work').getAttribute('aria-checked')).toBe('false')
    expect(await page.locator('#choices .chips .chip').allTextContents()).toEqual(['Skip'])
    await page.locator('#choices .choice.main').click()
    await page.locator('.line.person', { hasText: 'Family · Public' }).waitFor()
    await page.locator('#choices').waitFor({ state: 'hidden' })
    expect(stage.echo.arrived.at(-1)?.body).toEqual({ kind: 'press', token: '5:spread:family+public+' })
    expect(complaints).toEqual([])
  })

  test('a hostile text is shown as the text it is', async () => {
    const { page, complaints } = await visit(DESK)
    const text = '<img src=x onerror=alert(1)> {{constructor}} \u202eevil\u202c @user_1'
    await write(page, text)
    await page.locator('.line.bot').waitFor()
    expect((await wordsIn(page))[0]).toBe(text)
    expect(await page.locator('#log img').count()).toBe(0)
    expect(await page.locator('#log bdi[dir=ltr]', { hasText: '@user_1' }).count()).toBe(2)
    expect(complaints).toEqual([])
  })

  test('a message that is too long stays in the composer, and the person is told', async () => {
    const { page } = await visit(DESK, { limits: { text: 10 } })
    await write(page, 'x'.repeat(11))
    expect(await page.locator('#notice').textContent()).toContain('10')
    expect(await page.locator('#text').inputValue()).toBe('x'.repeat(11))
    expect(stage.echo.arrived).toEqual([])
  })

  test('files arrive whole with progress shown; one can be stopped on its way', async () => {
    const { page, context, complaints } = await visit(DESK)
    await begin(page)
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await slow(context, page)
    const picture = Buffer.alloc(60_000, 7)
    await page.locator('#files').setInputFiles([
      { name: 'CANARY صورة.png', mimeType: 'image/png', buffer: picture },
      { name: 'CANARY-big.mp4', mimeType: 'video/mp4', buffer: LARGE },
    ])
    await page.locator('#pending progress').waitFor()
    await expect
      .poll(() => page.evaluate('Number((document.querySelector("#pending progress") || {}).value)'))
      .toBeGreaterThan(0)
    await page.locator('#log .file', { hasText: 'CANARY صورة' }).waitFor()
    await expect
      .poll(() => [...stage.echo.files.values()].map((file) => file.equals(picture)))
      .toEqual([true])
    await page.locator('#pending .file', { hasText: 'CANARY-big' }).locator('..').locator('button').click()
    await until(() => stage.spool.held.size === 0)
    expect(await page.locator('#pending .line').count()).toBe(0)
    expect(stage.echo.arrived.filter(({ body }) => body.kind === 'media')).toMatchObject([
      {
        body: {
          media: { kind: 'photo', capture: 'as_sent', fileName: 'CANARY صورة.png', mime: 'image/png' },
        },
      },
    ])
    expect(requests.filter((url) => url.includes('CANARY'))).toEqual([])
    expect(complaints).toEqual([])
  })

  test('a file that is on its way when the person leaves in a hurry is stopped, and nothing of it is kept', async () => {
    const { page, context } = await visit(PHONE)
    await begin(page)
    await slow(context, page)
    await page.locator('#files').setInputFiles([{ name: 'big.mp4', mimeType: 'video/mp4', buffer: LARGE }])
    await until(() => stage.spool.read.bytes > 0)
    await page.locator('#exit').click()
    await page.waitForURL('**/chat/away**')
    await until(() => stage.spool.held.size === 0)
    await until(() => stage.echo.arrived.some(({ body }) => body.kind === 'command'))
    expect(stage.echo.arrived.filter(({ body }) => body.kind === 'media')).toEqual([])
  })

  test('where files are not taken the person is told before choosing one, and not a byte leaves the phone', async () => {
    const { page } = await visit(PHONE)
    await begin(page, 'en')
    stage.echo.set(chat(), { media: 'age' })
    await expect
      .poll(async () => {
        await page.locator('#attach').click()
        return page.locator('#notice').textContent()
      })
      .toContain('To protect you')
    await page.locator('#voice').click()
    expect(await page.locator('#recorder').isVisible()).toBe(false)
    const put = page.waitForRequest((request) => request.method() === 'PUT')
    await page
      .locator('#files')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.alloc(1_000_000) })
    await page.locator('.line', { hasText: 'kind refusal' }).waitFor()
    await page.locator('.meta', { hasText: 'Not taken, to protect you' }).first().waitFor()
    expect((await (await put).allHeaders())['content-length']).toBe('0')
    // Not even how large it is: the announcement says what kind of file it was.
    expect(stage.echo.arrived.at(-1)!.body).toEqual({
      kind: 'media',
      media: { kind: 'photo', capture: 'as_sent', ref: '', mime: 'image/png' },
    })
    expect(stage.spool.read).toEqual({ bytes: 0, puts: 0 })
  })

  test.each([
    ['ar', 'الطريق إلينا'],
    ['ckb', 'ڕێگای گەیشتن بە ئێمە'],
    ['en', 'Nothing is wrong with your file'],
  ])(
    'where something before Amin refuses the size of a file, the person is told that it is not their file (%s)',
    async (language, words) => {
      const { page } = await visit(PHONE)
      await begin(page, language)
      const html = '<html><head><title>413 Request Entity Too Large</title></head></html>'
      await page.route('**/api/uploads*', (route) =>
        route.fulfill({ status: 413, contentType: 'text/html', body: html }),
      )
      await page
        .locator('#files')
        .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.alloc(1_000) })
      await page.locator('#pending .about', { hasText: words }).waitFor()
    },
  )

  test('a voice message is recorded, can be discarded, and arrives', async () => {
    const { page, complaints } = await visit(PHONE)
    await begin(page)
    await page.locator('#voice').click()
    await page.locator('#recorder').waitFor()
    await page.locator('#voice-cancel').click()
    await page.locator('#composer').waitFor()
    await page.locator('#voice').click()
    await expect.poll(() => page.locator('#voice-time').textContent()).not.toBe('0:00')
    await page.locator('#voice-send').click()
    await page.locator('#log .file').waitFor()
    await until(() => stage.echo.files.size === 1)
    expect(stage.echo.arrived.filter(({ body }) => body.kind === 'media')).toMatchObject([
      {
        body: {
          media: { kind: 'voice', capture: 'as_sent', mime: 'audio/webm', duration: expect.any(Number) },
        },
      },
    ])
    // The four bytes with which a WebM file begins.
    expect([...stage.echo.files.values()][0]!.subarray(0, 4).toString('hex')).toBe('1a45dfa3')
    expect(complaints).toEqual([])
  })

  test('what is written while the server is away is kept, sent by itself in order, and counted once', async () => {
    const { page } = await visit(DESK)
    await begin(page)
    await write(page, 'one')
    await page.locator('.line.bot', { hasText: 'echo: one' }).waitFor()
    await page.clock.install()
    await stage.down()
    await write(page, 'two')
    await write(page, 'three')
    await wind(page, page.locator('#offline'))
    expect(await page.locator('#pending .words').allTextContents()).toEqual(['two', 'three'])
    await stage.up()
    await wind(page, page.locator('.line.bot', { hasText: 'echo: three' }))
    await page.locator('#offline').waitFor({ state: 'hidden' })
    expect((await wordsIn(page)).slice(1)).toEqual([
      'one',
      'echo: one',
      'two',
      'echo: two',
      'three',
      'echo: three',
    ])
    expect(await page.locator('#pending .line').count()).toBe(0)
    // The stream is back as well: what is said now comes without being asked for.
    stage.echo.say(chat(), { from: 'agent', alias: 'نور', text: 'أنا معك' })
    await page.locator('.line.agent', { hasText: 'أنا معك' }).waitFor()
  })

  test('of two alike messages each is settled by its own sending: the one that is still on its way stays', async () => {
    const { page, context } = await visit(DESK)
    await begin(page)
    const held: Route[] = []
    await page.route('**/chat/api/messages', async (route) => void held.push(route))
    await write(page, 'the same')
    await expect.poll(() => held.length).toBe(1)
    // The same words come meanwhile from another window of this chat.
    const other = await context.newPage()
    await other.goto(page.url())
    await write(other, 'the same')
    await page.locator('.line.bot', { hasText: 'echo: the same' }).waitFor()
    expect(await page.locator('#pending .words').allTextContents()).toEqual(['the same'])
    await held[0]!.continue()
    await expect.poll(() => page.locator('.line.bot', { hasText: 'echo: the same' }).count()).toBe(2)
    await expect.poll(() => page.locator('#pending .line').count()).toBe(0)
    expect((await wordsIn(page)).slice(1)).toEqual([
      'the same',
      'echo: the same',
      'the same',
      'echo: the same',
    ])
  })

  test('a file that was on its way when the server went arrives once, whole', async () => {
    const { page, context } = await visit(DESK)
    await begin(page)
    await slow(context, page)
    const file = Buffer.alloc(150_000, 3)
    await page.locator('#files').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: file })
    await until(() => stage.spool.read.bytes > 0)
    await page.clock.install()
    await stage.down()
    await stage.up()
    await wind(page, page.locator('#log .file'))
    await until(() => stage.echo.files.size === 1 && stage.spool.held.size === 0)
    expect([...stage.echo.files.values()][0]!.equals(file)).toBe(true)
  })

  test('a store that cannot take it makes the message wait, not vanish', async () => {
    const { page } = await visit(DESK)
    await begin(page, 'en')
    await page.clock.install()
    stage.echo.broken = true
    await write(page, 'hold on')
    await page.locator('#pending .meta', { hasText: 'Not sent yet' }).waitFor()
    stage.echo.broken = false
    await wind(page, page.locator('.line.bot', { hasText: 'echo: hold on' }))
  })

  test.each(['the button', 'Esc twice'])(
    'quick exit (%s) leaves at once, leaves nothing on the way back, and is stored',
    async (how) => {
      const { page, context } = await visit(DESK)
      await begin(page)
      await write(page, 'secret')
      await page.locator('.line.bot', { hasText: 'echo: secret' }).waitFor()
      const other = await context.newPage()
      await other.goto(`${stage.url()}/chat`)
      await other.locator('.line', { hasText: 'echo: secret' }).waitFor()
      if (how === 'the button') await page.locator('#exit').click()
      else {
        await page.keyboard.press('Escape')
        await page.keyboard.press('Escape')
      }
      await page.waitForURL('**/chat/away?lang=ar')
      await other.waitForURL('**/chat/away?lang=ar')
      expect(await page.title()).toBe('شوربة العدس')
      await until(() =>
        stage.echo.arrived.some(({ body }) => body.kind === 'command' && body.command === 'exit'),
      )
      await expect.poll(() => context.cookies()).toEqual([])
      await page.goBack().catch(() => undefined)
      expect(page.url()).not.toMatch(/\/chat$/)
      await page.goto(`${stage.url()}/chat`)
      await page.locator('#intro').waitFor()
      expect(await page.content()).not.toContain('secret')
    },
  )

  test('quick exit without a connection hides everything and is made good on the next visit', async () => {
    const { page, context } = await visit(DESK)
    await begin(page)
    await write(page, 'secret')
    await page.locator('.line.bot', { hasText: 'echo: secret' }).waitFor()
    await stage.down()
    await page.locator('#exit').click()
    await page.waitForURL((url) => !url.pathname.endsWith('/chat'))
    await stage.up()
    const next = await context.newPage()
    await next.goto(`${stage.url()}/chat`)
    await next.locator('#intro').waitFor()
    expect(await next.locator('.line').count()).toBe(0)
    expect(stage.echo.arrived.at(-1)!.body).toEqual({ kind: 'command', command: 'exit' })
    expect(await context.cookies()).toEqual([])
  })

  test('quick exit can lead anywhere the operator says', async () => {
    const { page } = await visit(DESK, { awayUrl: 'http://127.0.0.1:1/weather' })
    await begin(page)
    const gone = page.waitForRequest('http://127.0.0.1:1/weather')
    await page.locator('#exit').click()
    await gone
    await until(() => stage.echo.arrived.some(({ body }) => body.kind === 'command'))
  })

  test('a wipe clears the page', async () => {
    const { page } = await visit(DESK)
    await begin(page)
    await page.locator('#text').fill('half a thought')
    stage.echo.set(chat(), { lines: [] })
    await stage.webchat().channel.send(chat(), { kind: 'wipe', messages: [] })
    await page.locator('.line').first().waitFor({ state: 'detached' })
    expect(await page.locator('#choices button').count()).toBe(0)
    expect(await page.locator('#text').inputValue()).toBe('')
  })

  test('a wipe that is told late takes nothing from a page that was opened hidden since, neither what is typed nor what waits', async () => {
    const { page } = await visit(DESK)
    await begin(page)
    stage.echo.set(chat(), { hidden: true, lines: [] })
    await page.waitForURL('**/chat/away**')
    await page.goto(`${stage.url()}/chat`)
    await page.locator('#text').fill('593816')
    await page.locator('#send').click()
    await page.locator('.line.bot', { hasText: 'echo: 593816' }).waitFor()
    await page.locator('#text').fill('27431')
    await stage.webchat().channel.send(chat(), { kind: 'wipe', messages: [] })
    stage.echo.say(chat(), { from: 'bot', text: 'after the wipe' })
    await page.locator('.line.bot', { hasText: 'after the wipe' }).waitFor()
    expect(await page.locator('#text').inputValue()).toBe('27431')
    await page.locator('#send').click()
    await page.locator('.line.bot', { hasText: 'echo: 27431' }).waitFor()
  })

  test('the language is changed in place, for the page and for the bot', async () => {
    const { page } = await visit(PHONE)
    await begin(page)
    await page.locator('#language').selectOption('en')
    await page.locator('.line.bot', { hasText: 'pressed 0:!language:en' }).waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
    expect(await page.locator('#exit').textContent()).toBe('Quick exit')
    // And the other way round: where the bot was asked to.
    stage.echo.set(chat(), { language: 'ckb' })
    await page.locator('html[lang=ckb][dir=rtl]').waitFor()
    // An empty field runs as the page does.
    expect(await page.evaluate("getComputedStyle(document.querySelector('textarea')).direction")).toBe('rtl')
    await page.reload()
    await page.locator('.line').first().waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('ckb')
  })

  test('who reads is said, and that somebody writes', async () => {
    const { page } = await visit(PHONE)
    await begin(page, 'en')
    await stage.webchat().channel.send(chat(), { kind: 'typing' })
    await page.locator('#typing').waitFor()
    stage.echo.set(chat(), { mode: 'waiting' })
    await page.locator('#presence', { hasText: 'A person from the team will answer here' }).waitFor()
    stage.echo.set(chat(), { mode: 'reading' })
    await page.locator('#presence', { hasText: 'Nobody joins unless you write' }).waitFor()
    stage.echo.set(chat(), { mode: 'agent' })
    stage.echo.say(chat(), { from: 'agent', alias: 'Noor', text: 'hello' })
    await page.locator('#presence', { hasText: 'Noor' }).waitFor()
    await page.locator('#typing').waitFor({ state: 'hidden' })
    stage.echo.set(chat(), { mode: 'closed' })
    await page.locator('#presence', { hasText: 'closed for now' }).waitFor()
  })

  test('a long conversation opens at its end and gives the rest on demand', async () => {
    const { page } = await visit(DESK)
    await begin(page)
    const lines = Array.from({ length: 300 }, (_, n) => ({
      id: `${n + 1}.0`,
      at: stage.clock.now(),
      from: 'bot' as const,
      text: `line ${n + 1}`,
    }))
    stage.echo.set(chat(), { lines })
    await page.reload()
    await page
      .locator('.line', { hasText: /^Assistant|.*line 300/ })
      .last()
      .waitFor()
    expect(await page.locator('#log .line').count()).toBe(200)
    await page.locator('#earlier').click()
    await page.locator('.words', { hasText: /^line 1$/ }).waitFor()
    expect(await page.locator('#log .line').count()).toBe(300)
    expect((await wordsIn(page)).slice(0, 3)).toEqual(['line 1', 'line 2', 'line 3'])
  })

  test('nothing a person wrote, chose or is called stands in a log or an address', async () => {
    const { page } = await visit(DESK)
    const urls: string[] = []
    page.on('request', (request) => urls.push(request.url()))
    await begin(page)
    await write(page, 'CANARY-words')
    await page.locator('.line.bot', { hasText: 'CANARY-words' }).waitFor()
    await page.clock.install()
    stage.echo.broken = true
    await write(page, 'CANARY-lost')
    await until(() => stage.log.lines.some(({ level }) => level === 'error'))
    stage.echo.broken = false
    await wind(page, page.locator('.line.bot', { hasText: 'CANARY-lost' }))
    await page
      .locator('#files')
      .setInputFiles({ name: 'CANARY-name.png', mimeType: 'image/png', buffer: Buffer.from('CANARY-bytes') })
    await page.locator('#log .file').waitFor()
    const token = (await page.context().cookies())[0]!.value
    const everything = [
      ...stage.serverLog,
      ...stage.log.lines.map((line) => JSON.stringify(line)),
      ...urls,
    ].join('\n')
    expect(stage.serverLog.length).toBeGreaterThan(10)
    expect(everything).not.toContain('CANARY')
    expect(everything).not.toContain(token.slice(0, 20))
    expect(everything).not.toContain(chat())
  })

  // Every language at every size, both schemes at each size: colours are the same in all languages.
  const SIZES = { desk: [1280, 800], phone: [360, 740], 'small phone': [320, 568] } as const
  test.each([
    ['ar', 'ar-IQ', 'desk', false],
    ['ckb', 'ckb', 'desk', true],
    ['en', 'en-GB', 'desk', false],
    ['ar', 'ar-IQ', 'phone', true],
    ['ckb', 'ckb', 'phone', false],
    ['en', 'en-GB', 'phone', true],
    ['ar', 'ar-IQ', 'small phone', false],
    ['ckb', 'ckb', 'small phone', true],
    ['en', 'en-GB', 'small phone', false],
  ] as const)(
    'has no fault of accessibility and no sideways scrolling in %s (%s, %s, dark: %s)',
    async (language, locale, device, dark) => {
      const [width, height] = SIZES[device]
      const { page, context, complaints } = await visit({ width, height, locale, dark })
      const sound = async (): Promise<void> => {
        expect(await faultsOf(page)).toEqual([])
        expect(
          await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
        ).toBe(0)
        expect(
          await page.evaluate(
            'document.getElementById("scroll") ? document.getElementById("scroll").scrollWidth - document.getElementById("scroll").clientWidth : 0',
          ),
        ).toBe(0)
        const small = `[...document.querySelectorAll('button, select, textarea')].filter((node) => node.offsetParent && (node.offsetHeight < 44 || node.offsetWidth < 44)).map((node) => node.outerHTML)`
        expect(await page.evaluate(small)).toEqual([])
      }
      await sound()
      await begin(page, language)
      stage.echo.set(chat(), { mode: 'agent' })
      stage.echo.say(chat(), {
        from: 'agent',
        alias: 'Noor',
        text: `${'w'.repeat(200)} https://example.com/${'a/'.repeat(80)}`,
      })
      stage.echo.say(chat(), {
        from: 'person',
        media: { kind: 'photo', state: 'refused', fileName: `${'n'.repeat(200)}.png` },
      })
      stage.echo.say(chat(), { from: 'person', media: { kind: 'voice', state: 'failed' } })
      await page.locator('.line.person').nth(1).waitFor()
      stage.echo.broken = true
      await write(page, 'waiting')
      await page
        .locator('#files')
        .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.alloc(10) })
      await page.locator('#pending .acts').waitFor()
      await sound()
      stage.echo.broken = false
      await page.locator('#voice').click()
      await page.locator('#recorder').waitFor()
      await sound()
      await page.locator('#exit').click()
      await page.waitForURL('**/away**')
      await sound()
      expect(complaints.filter((each) => !each.includes('503'))).toEqual([])
      void context.close().catch(() => {})
    },
  )
})
