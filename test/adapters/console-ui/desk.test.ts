import { describe, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { openPage, refusedBy, type Look } from './browser.ts'
import { CODE, PASSWORD, type DeskServer } from './desk-server.ts'
import { letGo } from './leaving.ts'
import { codeOf, COLLEAGUE, makeMe, ME } from './world.ts'
import { pressArabic, useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'

const t = await textsOf('ar')
const sit = useSeats()
const sitDown = (
  path: string,
  { size: cases, ...look }: Look & { readonly size?: number } = {},
): Promise<Seat> => sit({ path, look, ...(cases === undefined ? {} : { cases }) })

const MINE = codeOf(3)
const WAITING = codeOf(0)
const reply = (page: Page) => page.getByRole('textbox', { name: t('compose-reply') })
const send = (page: Page) => page.locator('.composer').getByRole('button', { name: t('compose-reply-do') })
const bubbles = (page: Page) => page.locator('.bubble')
const said = (server: DeskServer) => server.bodies.filter(({ path }) => path.endsWith('/messages'))
const choose = (page: Page, view: string) =>
  page.locator('.queue-views').getByText(t(view), { exact: true }).click()
const directionsOf = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((each) => getComputedStyle(each).direction)`,
  )
const isLive = (page: Page) => page.locator('.live-mark[data-state=live]').waitFor()
describe('the queue', () => {
  test('a thousand cases cost no more of the page than those on the screen', async () => {
    const { page } = await sitDown('/', { size: 1000 })
    await choose(page, 'view-all')
    await page.locator('.queue-row').first().waitFor()
    const count = (): Promise<number> => page.evaluate("document.querySelectorAll('*').length")
    expect(await page.locator('.queue-row').count()).toBeLessThan(30)
    expect(await count()).toBeLessThan(1_200)
    // All of them can be reached: the list grows page by page until its end is known.
    await expect
      .poll(
        async () => {
          await page.evaluate(
            "{ const list = document.querySelector('.queue-list'); list.scrollTop = list.scrollHeight }",
          )
          return page.locator('.queue-list li').last().getAttribute('aria-setsize')
        },
        { timeout: 60_000 },
      )
      .not.toBe('-1')
    expect(Number(await page.locator('.queue-list li').last().getAttribute('aria-setsize'))).toBeGreaterThan(
      800,
    )
    expect(await count()).toBeLessThan(1_200)
  })

  test('a new message moves its case without a reload', async () => {
    const { server, page } = await sitDown('/')
    await isLive(page)
    server.cases.get(codeOf(2))!.file.waitingSince = server.cases.get(WAITING)!.file.openedAt
    server.change(codeOf(2), { status: 'waiting', severity: 'P1', preview: 'وصلت الآن' }, [
      'handoff_requested',
    ])
    await page.locator('.queue-row', { hasText: 'وصلت الآن' }).waitFor()
  })

  test('previews are hidden on request, and stay hidden', async () => {
    const { page } = await sitDown('/')
    await page.locator('.queue-row').first().waitFor()
    await page.getByRole('button', { name: t('discreet') }).click()
    await page.getByText(t('row-hidden')).first().waitFor()
    await page.reload()
    await page.getByText(t('row-hidden')).first().waitFor()
    expect(await page.getByText('real.user_99').count()).toBe(0)
  })

  test('the tab counts waiting cases only after the switch was used', async () => {
    const { page } = await sitDown('/')
    await page.locator('.queue-row').first().waitFor()
    expect(await page.title()).toBe(t('brand'))
    await page.getByRole('button', { name: t('alerts') }).click()
    await expect.poll(() => page.title()).toMatch(/^\(\d+\) /)
  })

  test('letter keys work by their place under an Arabic layout, and can be switched off', async () => {
    const { page } = await sitDown('/')
    await page.locator('.queue-row').first().waitFor()
    await pressArabic(page, 'KeyJ', 'ت')
    await expect.poll(() => page.evaluate('document.activeElement.dataset.index')).toBe('0')
    await pressArabic(page, 'KeyJ', 'ت')
    await pressArabic(page, 'KeyK', 'ن')
    await expect.poll(() => page.evaluate('document.activeElement.dataset.index')).toBe('0')
    await pressArabic(page, 'Slash', 'ظ')
    await expect.poll(() => page.evaluate('document.activeElement.type')).toBe('search')
    await page.evaluate('document.activeElement.blur()')
    await pressArabic(page, 'Slash', '؟', 8)
    await page.getByRole('dialog').getByRole('switch').click()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.evaluate('document.activeElement.blur()')
    await pressArabic(page, 'Slash', 'ظ')
    expect(await page.evaluate('document.activeElement.type')).not.toBe('search')
  })

  describe('a single key, by its place under an Arabic layout,', () => {
    /** Away from the field, where letters are words. */
    const leaveField = (page: Page) => page.evaluate('document.activeElement.blur()')
    const dialog = (page: Page) => page.getByRole('dialog')

    test('takes the case over, as its button does, and only where there is one', async () => {
      const { server, page } = await sitDown(`/cases/${WAITING}`)
      await page.getByRole('button', { name: t('take-over') }).waitFor()
      await pressArabic(page, 'KeyT', 'ف')
      await reply(page).waitFor()
      expect(server.asked.filter((asked) => asked.endsWith('/claim'))).toHaveLength(1)
      await leaveField(page)
      await pressArabic(page, 'KeyT', 'ف')
      await pressArabic(page, 'KeyC', 'ؤ')
      await dialog(page).waitFor()
      expect(server.asked.filter((asked) => asked.endsWith('/claim'))).toHaveLength(1)
    })

    test('asks before the bot goes on, and blanks of words typed beside the field do not agree', async () => {
      const { server, page } = await sitDown(`/cases/${MINE}`)
      await reply(page).waitFor()
      await leaveField(page)
      await pressArabic(page, 'KeyB', 'لا')
      await dialog(page)
        .getByRole('button', { name: t('hand-back') })
        .waitFor()
      expect(server.asked.filter((asked) => asked.endsWith('/release'))).toEqual([])
      await page.keyboard.press('Space')
      expect(server.asked.filter((asked) => asked.endsWith('/release'))).toEqual([])
      await dialog(page)
        .getByRole('button', { name: t('hand-back') })
        .click()
      await dialog(page).waitFor({ state: 'detached' })
      await page.getByRole('button', { name: t('leaving-undo') }).waitFor()
      expect(server.bodies.filter(({ path }) => path.endsWith('/release'))).toMatchObject([
        { body: { to: 'bot' } },
      ])
    })

    test('passes on, and closes, through the same dialog as the button', async () => {
      const { server, page } = await sitDown(`/cases/${MINE}`)
      await reply(page).waitFor()
      for (const [code, key, title] of [
        ['KeyP', 'ح', 'transfer'],
        ['KeyC', 'ؤ', 'close-case'],
      ] as const) {
        await leaveField(page)
        await pressArabic(page, code, key)
        await page
          .getByRole('dialog', { name: t(title) })
          .locator('form')
          .waitFor()
        await page.keyboard.press('Escape')
        await dialog(page).waitFor({ state: 'detached' })
      }
      expect(server.bodies.filter(({ path }) => /release|transfer|close/.test(path))).toEqual([])
    })

    /**
     * The help is fetched as any dialog is: had another been opened before, it would stand there
     * with it or in its place.
     */
    const onlyHelpOpens = async (page: Page): Promise<void> => {
      await pressArabic(page, 'Slash', '؟', 8)
      await page
        .getByRole('dialog', { name: t('keys-title') })
        .getByRole('switch')
        .waitFor()
      expect(await dialog(page).count()).toBe(1)
    }
    const ALL = [
      ['KeyB', 'لا'],
      ['KeyP', 'ح'],
      ['KeyC', 'ؤ'],
    ] as const

    test('does nothing in a case that is not mine, where there is none of its buttons', async () => {
      const { page } = await sitDown(`/cases/${WAITING}`)
      await page.getByRole('button', { name: t('take-over') }).waitFor()
      for (const [code, key] of ALL) await pressArabic(page, code, key)
      await onlyHelpOpens(page)
    })

    test('does nothing while letters are words', async () => {
      const { page } = await sitDown(`/cases/${MINE}`)
      await reply(page).click()
      for (const [code, key] of ALL) await pressArabic(page, code, key)
      await leaveField(page)
      await onlyHelpOpens(page)
    })

    test('stands in the help, and does nothing once letter keys are off', async () => {
      const { server, page } = await sitDown(`/cases/${WAITING}`)
      await page.getByRole('button', { name: t('take-over') }).waitFor()
      await pressArabic(page, 'Slash', '؟', 8)
      for (const name of ['take-over', 'hand-back', 'transfer', 'close-case'])
        await dialog(page).getByText(t(name), { exact: true }).waitFor()
      await dialog(page).getByRole('switch').click()
      await page.keyboard.press('Escape')
      await dialog(page).waitFor({ state: 'detached' })
      await leaveField(page)
      await pressArabic(page, 'KeyT', 'ف')
      await page.getByRole('button', { name: t('take-over') }).click()
      await reply(page).waitFor()
      expect(server.asked.filter((asked) => asked.endsWith('/claim'))).toHaveLength(1)
    })
  })

  test('a phone comes back to the list as it left it', async () => {
    const { page } = await sitDown('/', { width: 390, size: 200 })
    await choose(page, 'view-all')
    await page.locator('.queue-row').first().waitFor()
    await page.evaluate("document.querySelector('.queue-list').scrollTop = 920")
    await page.locator('.queue-row[data-index="12"]').click()
    await page.getByRole('link', { name: t('to-queue') }).click()
    await page.locator('.queue-row[data-index="12"]').waitFor()
    expect(await page.evaluate("document.querySelector('.queue-list').scrollTop")).toBeGreaterThan(800)
    expect(await page.getByRole('radio', { name: t('view-all') }).isChecked()).toBe(true)
  })

  test('a case from a phone call opens as the caller’s own', async () => {
    const { server, page } = await sitDown('/')
    await page.getByRole('link', { name: t('phone-title') }).click()
    await page.locator('.phone form button[type=submit]').click()
    await page.waitForURL(/\/calls\/PH0NE123$/)
    await page.locator('.phone-question').waitFor()
    expect(server.bodies.at(-1)).toMatchObject({
      path: '/api/v1/cases',
      body: { language: 'ar', story: '', note: '' },
      key: expect.any(String),
    })
  })
})

describe('taking over', () => {
  test('one press silences the bot, opens the composer and puts the cursor into it', async () => {
    const { server, page } = await sitDown(`/cases/${WAITING}`)
    expect(await reply(page).count()).toBe(0)
    await page.getByRole('button', { name: t('take-over') }).click()
    await reply(page).waitFor()
    expect(server.cases.get(WAITING)!.file.assignee).toEqual(ME)
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA')
  })

  test('who comes second is told who was first, and cannot write', async () => {
    const { server, page } = await sitDown(`/cases/${WAITING}`)
    await page.getByRole('button', { name: t('take-over') }).waitFor()
    server.beforeNext = {
      call: /^POST .*\/claim$/,
      act: () => server.change(WAITING, { status: 'agent', assignee: COLLEAGUE }),
    }
    await page.getByRole('button', { name: t('take-over') }).click()
    await page.getByText(t('fault-held', { holder: COLLEAGUE.name })).waitFor()
    await page.getByText(t('take-over-held', { name: COLLEAGUE.name })).waitFor()
    expect(await reply(page).count()).toBe(0)
  })

  test('handing back to the bot closes the composer, once it cannot be undone any more', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await isLive(page)
    await page.getByRole('button', { name: t('hand-back') }).click()
    await page.getByRole('button', { name: t('leaving-undo') }).waitFor()
    expect(await page.locator('.composer').count()).toBe(1)
    letGo(server, MINE)
    await page.getByText(t('take-over-bot')).waitFor()
    expect(server.cases.get(MINE)!.file.status).toBe('bot')
  })

  test('closing asks how it ended', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await page.getByRole('button', { name: t('close-case') }).click()
    const dialog = page.getByRole('dialog')
    const close = dialog.getByRole('button', { name: t('close-case') })
    await dialog.locator('form').waitFor()
    expect(await close.isDisabled()).toBe(true)
    await dialog.getByLabel(t('outcome-referred')).check()
    await close.click()
    await page.getByText(t('take-over-closed')).waitFor()
    expect(server.bodies.at(-1)?.body).toEqual({ outcome: 'referred' })
  })

  test('a severity is raised without a reason and lowered only with one', async () => {
    const { server, page } = await sitDown(`/cases/${codeOf(1)}`)
    await page.getByRole('button', { name: t('more') }).click()
    await page.getByRole('menuitem', { name: t('set-severity') }).click()
    const dialog = page.getByRole('dialog')
    const change = dialog.getByRole('button', { name: t('severity-do') })
    await dialog.getByRole('radio', { name: /P1/ }).check()
    expect(await change.isEnabled()).toBe(true)
    await dialog.getByRole('radio', { name: /P4/ }).check()
    expect(await change.isDisabled()).toBe(true)
    await dialog.getByRole('textbox').fill('اتضح أن المهلة انتهت')
    await change.click()
    await dialog.waitFor({ state: 'detached' })
    expect(server.cases.get(codeOf(1))!.file.severity).toBe('P4')
  })

  test('a case is passed on to a colleague by name', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await page.getByRole('button', { name: t('more') }).click()
    await page.getByRole('menuitem', { name: t('transfer') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('transfer-agent'), { exact: true }).click()
    await dialog.getByRole('combobox').click()
    await page.getByRole('option', { name: COLLEAGUE.name }).click()
    await dialog.getByRole('button', { name: t('transfer') }).click()
    await page.getByText(t('take-over-held', { name: COLLEAGUE.name })).waitFor()
    expect(server.bodies.at(-1)?.body).toEqual({ agent: COLLEAGUE.id })
  })
})

describe('the conversation', () => {
  test('what the person writes appears without a reload', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await isLive(page)
    server.say(MINE, { from: 'person', text: 'هل أنتم هنا؟' })
    await page.locator('.bubble[data-from=person]', { hasText: 'هل أنتم هنا؟' }).waitFor()
  })

  test('Ctrl+Enter sends under an Arabic layout, with the version that was on the screen', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    const { version } = server.cases.get(MINE)!.file
    await reply(page).fill('اكتب لي متى شئت')
    await pressArabic(page, 'Enter', 'Enter', 2)
    await page.locator('.bubble[data-from=agent]', { hasText: 'اكتب لي متى شئت' }).waitFor()
    expect(said(server)).toEqual([
      {
        path: `/api/v1/cases/${MINE}/messages`,
        body: { text: 'اكتب لي متى شئت', expectedVersion: version },
        key: expect.any(String),
      },
    ])
    await expect.poll(() => reply(page).inputValue()).toBe('')
  })

  test('a message that came in meanwhile is shown, and the draft waits to be sent again', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await isLive(page)
    await reply(page).fill('لا تدفع شيئاً')
    server.beforeNext = {
      call: /^POST .*\/messages$/,
      act: () => server.say(MINE, { from: 'person', text: 'لقد دفعت قبل قليل' }),
    }
    await send(page).click()
    await page.getByText(t('fault-moved')).waitFor()
    await page.locator('.bubble[data-is-fresh]', { hasText: 'لقد دفعت قبل قليل' }).waitFor()
    await page.getByText(t('log-fresh')).waitFor()
    expect(await reply(page).inputValue()).toBe('لا تدفع شيئاً')
    const { length } = server.cases.get(MINE)!.messages
    await send(page).click()
    await expect.poll(() => server.cases.get(MINE)!.messages.length).toBe(length + 1)
    await page.getByText(t('log-fresh')).waitFor({ state: 'detached' })
    const [first, second] = said(server)
    // The refused one said nothing, so the second is a message of its own.
    expect(first?.key).not.toBe(second?.key)
  })

  test('who reads back while something comes in is asked to look before it goes out', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await isLive(page)
    await bubbles(page).first().waitFor()
    await page.evaluate("document.querySelector('.log').scrollTop = 300")
    await reply(page).fill('انتظر')
    server.say(MINE, { from: 'person', text: 'وصلني تهديد جديد' })
    await page.getByRole('button', { name: t('log-below') }).waitFor()
    await send(page).click()
    await page.getByText(t('fault-moved')).waitFor()
    expect(await reply(page).inputValue()).toBe('انتظر')
  })

  test('losing the case while writing says to whom, and the text is kept', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await reply(page).fill('نصّ لم يُرسل')
    server.beforeNext = {
      call: /^POST .*\/messages$/,
      act: () => Object.assign(server.cases.get(MINE)!.file, { assignee: COLLEAGUE }),
    }
    await send(page).click()
    await page.getByText(t('take-over-held', { name: COLLEAGUE.name })).waitFor()
    server.change(MINE, { assignee: ME })
    await expect.poll(() => reply(page).inputValue()).toBe('نصّ لم يُرسل')
  })

  test('a repeat after a broken line carries the same key', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await reply(page).fill('رسالة واحدة')
    server.failNext = { call: /^POST .*\/messages$/, status: 503, code: 'unavailable' }
    await send(page).click()
    await page.getByText(t('fault-server')).waitFor()
    await send(page).click()
    await expect.poll(() => said(server).length).toBe(2)
    expect(said(server)[0]?.key).toBe(said(server)[1]?.key)
  })

  test('a draft never reaches another case', async () => {
    const { server, page } = await sitDown('/')
    server.change(codeOf(0), { status: 'agent', assignee: ME })
    await page.goto(`${server.url}/cases/${MINE}`)
    await reply(page).fill('لهذه الحالة فقط')
    await choose(page, 'view-mine')
    await page.locator('.queue-row', { hasText: WAITING }).click()
    await page.getByRole('heading', { name: WAITING }).waitFor()
    await reply(page).waitFor()
    expect(await reply(page).inputValue()).toBe('')
    await page.locator('.queue-row', { hasText: MINE }).click()
    await page.getByRole('heading', { name: MINE }).waitFor()
    await expect.poll(() => reply(page).inputValue()).toBe('لهذه الحالة فقط')
    expect(await page.evaluate('JSON.stringify({ ...localStorage })')).not.toContain('لهذه الحالة')
  })

  test('a note has its own field, colour and keys, and no key sends it to the person', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await reply(page).fill('رد')
    await pressArabic(page, 'Enter', 'Enter', 1)
    const colour = (): Promise<string> =>
      page.evaluate("getComputedStyle(document.querySelector('.composer')).backgroundColor")
    const replyColour = await colour()
    await page.getByText(t('compose-note'), { exact: true }).click()
    const note = page.getByRole('textbox', { name: t('compose-note'), exact: true })
    expect(await note.inputValue()).toBe('')
    expect(await colour()).not.toBe(replyColour)
    await note.fill('لم يكتمل')
    await pressArabic(page, 'Enter', 'Enter', 2)
    await note.fill('للفريق فقط')
    await pressArabic(page, 'Enter', 'Enter', 1)
    await page.getByText(t('note-kept')).waitFor()
    expect(said(server)).toEqual([])
    const kept = server.bodies.filter(({ path }) => path.endsWith('/notes'))
    expect(kept.map(({ body }) => body)).toEqual([{ text: 'للفريق فقط' }])
    // It stays where it was put: the next line is a note as well.
    expect(await page.locator('.composer').getAttribute('data-kind')).toBe('note')
  })

  test('older messages come page by page, and what is read stays where it is', async () => {
    const { page } = await sitDown(`/cases/${MINE}`)
    await bubbles(page).first().waitFor()
    const before = await bubbles(page).count()
    expect(before).toBeLessThanOrEqual(50)
    // Near enough to the beginning for older ones to be fetched; where a message stands in the log
    // is taken in the same breath.
    const at = (scroll: string): Promise<number> =>
      page.evaluate(`(() => {
        const log = document.querySelector('.log')
        ${scroll}
        globalThis.read ??= log.querySelector('.bubble')
        return globalThis.read.getBoundingClientRect().top - log.getBoundingClientRect().top
      })()`)
    const top = await at('log.scrollTop = 200')
    await expect.poll(() => bubbles(page).count()).toBeGreaterThan(before)
    expect(Math.abs((await at('')) - top)).toBeLessThan(50)
    await expect
      .poll(
        async () => {
          await page.evaluate("document.querySelector('.log').scrollTop = 0")
          return page.getByText(t('log-begin')).count()
        },
        { timeout: 30_000 },
      )
      .toBe(1)
  })

  test('edits keep their first version, forwards their origin, and uncertain delivery says so', async () => {
    const { page } = await sitDown(`/cases/${WAITING}`)
    const edited = page.locator('.bubble', { has: page.locator('.versions') })
    await edited.locator('summary').click()
    expect(await edited.locator('.versions li').count()).toBe(1)
    expect(await edited.locator('> .words').innerText()).toContain('وقبل الغد')
    expect(await edited.locator('.versions li').innerText()).not.toContain('وقبل الغد')
    await page.getByText(t('forwarded-hidden')).waitFor()
    await page.getByText(t('forwarded-from', { name: 'فضائح (@real_user_99)' })).waitFor()
    await page
      .locator('.origin', { hasText: 'https://t.me/real_user_99/77' })
      .getByText(t('forwarded-attested'))
      .waitFor()
    await page.getByText(t('delivery-unclear')).waitFor()
  })
})

describe('what the intake knows', () => {
  test('what worries us stands first, each sentence once and as it was written, what may mean a danger with what came of asking', async () => {
    const { page } = await sitDown(`/cases/${WAITING}`)
    const panel = page.locator('.worries')
    await panel.waitFor()
    expect(await panel.getByText(t('severity-P1')).count()).toBe(1)
    expect(await panel.locator('.reasons li').count()).toBe(2)
    const [sure, asked] = [panel.locator('.danger').first(), panel.locator('.danger').last()]
    expect(await panel.locator('.danger').count()).toBe(2)
    expect(await sure.locator('blockquote').getAttribute('dir')).toBe('auto')
    expect(await sure.locator('blockquote bdi').innerText()).toBe('(USDT-TRC20)')
    expect(await sure.getByText(t('worry-witness-rule'), { exact: true }).count()).toBe(1)
    expect(await sure.locator('.tag').count()).toBe(0)
    expect(await asked.getByText(t('worry-outcome-no')).count()).toBe(1)
    expect(await asked.getByText(t('danger-other')).count()).toBe(1)
    expect(await directionsOf(page, '.danger:last-child blockquote')).toEqual(['ltr'])
    const top = async (selector: string) => (await page.locator(selector).first().boundingBox())!.y
    expect(await top('.worries')).toBeLessThan(await top('.facts'))
  })

  test.each([
    ['agent', null],
    ['admin', 'violence/kill-kin, violence/threat-3'],
  ] as const)(
    'what read it is told in words to an %s, and the names of rules at most in a title, to who operates Amin',
    async (role, title) => {
      const { server, page } = await sitDown('/')
      server.me = makeMe(role)
      await page.goto(`${server.url}/cases/${WAITING}`)
      const witness = page.locator('.danger').first().getByText(t('worry-witness-rule'), { exact: true })
      await witness.waitFor()
      await expect.poll(() => witness.getAttribute('title')).toBe(title)
      expect(await page.locator('body').innerText()).not.toMatch(/violence\/|self_harm\//)
    },
  )

  test('a number that stands alone before or after the words of a danger reads from the left', async () => {
    const { server, page } = await sitDown('/')
    const [first] = server.cases.get(WAITING)!.file.dangers
    server.change(WAITING, {
      dangers: [{ ...first!, before: '+964 750 000 1177 ', sentence: 'يهددني', after: ' +964 770 123 4412' }],
    })
    await page.goto(`${server.url}/cases/${WAITING}`)
    const quote = page.locator('.danger blockquote')
    await quote.waitFor()
    expect(await quote.locator('bdi[dir=ltr]').allTextContents()).toEqual([
      '+964 750 000 1177',
      '+964 770 123 4412',
    ])
    expect(await directionsOf(page, '.danger blockquote')).toEqual(['rtl'])
  })

  test('numbers and names read from the left, are copied whole, and lead to the cases that share them', async () => {
    const { context, page } = await sitDown(`/cases/${WAITING}`)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const items = page.locator('.identifier')
    await items.first().waitFor()
    expect(await directionsOf(page, '.identifier-value bdi')).toEqual(Array.from({ length: 7 }, () => 'ltr'))
    await items
      .first()
      .getByRole('button', { name: t('identifier-copy') })
      .click()
    await items
      .first()
      .getByRole('button', { name: t('copied') })
      .waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('+9647701234412')
    const kinds = await items.locator('> div > p:first-child').allInnerTexts()
    expect(kinds[0]).toBe(`${t('type-phone')} · ${t('owner-perpetrator')}`)
    expect(kinds[3]).toBe(`${t('type-facebook')} · ${t('form-id')} · ${t('owner-other')}`)
    expect(kinds[6]).toBe(`${t('type-phone')} · ${t('owner-self')}`)
    const masked = items.nth(5)
    expect(await masked.getByText(t('identifier-masked')).count()).toBe(1)
    expect(await masked.getByRole('button', { name: t('identifier-copy') }).count()).toBe(0)
    expect(await page.locator('.consents li[data-given=true]').count()).toBe(3)
    await page
      .locator('.ties')
      .getByRole('link', { name: codeOf(2) })
      .first()
      .click()
    await page.getByRole('heading', { name: codeOf(2) }).waitFor()
  })

  test('a forced person and a used decoy are said on a phone too, above the conversation', async () => {
    const { page } = await sitDown(`/cases/${WAITING}`, { width: 390 })
    const alarms = page.locator('.pane-main > .signal[data-grave=true]')
    await page.getByText(t('signal-duress')).waitFor()
    expect(await alarms.count()).toBe(2)
    expect(await page.getByText(t('take-over-wish-woman')).count()).toBe(1)
    await page.goto(`${page.url()}/file`)
    await page.getByText(t('signal-tried', { count: 3 })).waitFor()
    expect(await page.locator('.check-words').innerText()).toBe('قمر نهر')
  })

  test('an answer in Latin signs alone stands at the edge of its label', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}/file`)
    const { file } = server.cases.get(MINE)!
    const [line] = file.answers
    await isLive(page)
    server.change(MINE, { answers: [{ ...line!, answer: '500 USD' }] }, ['message_received'])
    const answer = page.locator('.answers dd')
    await answer.getByText('500 USD').waitFor()
    const right = (selector: string): Promise<number> =>
      page.evaluate(
        `(() => { const range = document.createRange(); range.selectNodeContents(document.querySelector('${selector}')); return Math.round(range.getBoundingClientRect().right) })()`,
      )
    expect(await right('.answers dd')).toBe(await right('.answers dt'))
    expect((await directionsOf(page, '.answers dd'))[0]).toBe('ltr')
  })

  test('on a phone the dot alone says that the page is live, and screen readers hear the word', async () => {
    const { page } = await sitDown('/', { width: 390, language: 'ckb' })
    await isLive(page)
    const mark = page.locator('.live-mark')
    expect((await mark.boundingBox())!.width).toBeLessThan(10)
    expect(await mark.ariaSnapshot()).toContain((await textsOf('ckb'))('live-live'))
  })

  test('what comes late into the head of the composer moves nothing under a finger', async () => {
    const { context, page } = await sitDown('/')
    await choose(page, 'view-mine')
    let come = (): void => undefined
    const held = new Promise<void>((done) => (come = done))
    await context.route(/safe-check/, async (route) => {
      await held
      await route.continue()
    })
    await page.locator('.queue-row', { hasText: MINE }).click()
    const safe = page.getByRole('button', { name: t('safe-check') })
    await page.getByText(t('compose-waits')).waitFor()
    const isHere = async () => (await safe.getAttribute('disabled')) === null
    expect(await isHere()).toBe(false)
    const boxes = async () => [await safe.boundingBox(), await page.locator('.composer').boundingBox()]
    const before = await boxes()
    come()
    await expect.poll(isHere).toBe(true)
    expect(await boxes()).toEqual(before)
  })

  test('who writes to somebody who is silent is told that it waits, and sees it wait; a note never does', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await page.getByText(t('compose-waits')).waitFor()
    await page.locator('.bubble[data-held]', { hasText: t('delivery-held') }).waitFor()
    await page.getByText(t('compose-note'), { exact: true }).click()
    await page.getByText(t('compose-waits')).waitFor({ state: 'detached' })
    await page.getByText(t('compose-reply'), { exact: true }).click()
    await page.getByText(t('compose-waits')).waitFor()
    const { signals } = server.cases.get(MINE)!.file
    await isLive(page)
    server.change(MINE, { signals: { ...signals, waits: 'soon' } }, ['message_received'])
    await page.getByText(t('compose-waits-soon')).waitFor()
    server.change(MINE, { signals: { ...signals, waits: 'no' } }, ['message_received'])
    await page.getByText(t('compose-waits-soon')).waitFor({ state: 'detached' })
  })

  test('the queue says in words how long there is, who is late, and what is grave', async () => {
    const { page } = await sitDown('/')
    const row = (code: string) => page.locator('.queue-row', { hasText: code })
    await row(WAITING).waitFor()
    expect(await row(WAITING).locator('.due').innerText()).toBe(t('late-minutes', { count: 12 }))
    expect(await row(codeOf(1)).locator('.due').innerText()).toMatch(
      new RegExp(t('due-minutes', { count: 2 })),
    )
    await row(WAITING)
      .getByRole('img', { name: t('danger-violence'), exact: true })
      .waitFor()
    await row(WAITING)
      .getByRole('img', { name: t('take-over-wish-woman') })
      .waitFor()
    await row(WAITING)
      .getByRole('img', { name: /القاصرون.*الأموال/ })
      .waitFor()
    await row(codeOf(1))
      .getByRole('img', { name: new RegExp(t('danger-asked')) })
      .waitFor()
  })

  test('the bell rings for a case that is known already when people are called again, and not for other news of it', async () => {
    const { server, page } = await sit({
      path: `/cases/${WAITING}`,
      look: { preferences: { alerts: true } },
      script: `
      globalThis.tones = 0
      const node = { connect: () => node, start: () => {}, stop: () => {}, frequency: {}, gain: {
        setValueAtTime: () => {}, linearRampToValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} } }
      globalThis.AudioContext = class {
        resume = async () => {}
        createGain = () => node
        createOscillator = () => (globalThis.tones++, node)
      }`,
    })
    const tones = async () => Number(await page.evaluate('globalThis.tones'))
    await isLive(page)
    server.change(WAITING, { preview: 'خبر آخر' }, ['message_received'])
    await page.locator('.queue-row', { hasText: 'خبر آخر' }).waitFor()
    expect(await tones()).toBe(0)
    server.say(WAITING, { from: 'event', event: 'paged', detail: 'external' })
    server.change(WAITING, {}, ['paged'])
    await page.getByText(t('event-paged-external')).waitFor()
    await expect.poll(tones).toBeGreaterThan(0)
  })

  test('a wish for a woman and a declared conflict say what they mean', async () => {
    const { server, page } = await sitDown(`/cases/${WAITING}`)
    server.failNext = {
      call: /^POST .*\/claim$/,
      status: 409,
      code: 'wish',
      until: new Date(Date.UTC(2026, 10, 24, 11, 7)).toISOString(),
    }
    await page.getByRole('button', { name: t('take-over') }).click()
    await page.getByText(t('fault-wish', { time: '14:07' })).waitFor()
    await page.goto(`${server.url}/cases/${MINE}`)
    await page.getByRole('button', { name: t('more') }).click()
    await page.getByRole('menuitem', { name: t('transfer') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('transfer-agent'), { exact: true }).click()
    await dialog.getByRole('combobox').click()
    await page.getByRole('option', { name: COLLEAGUE.name }).click()
    server.failNext = { call: /^POST .*\/transfer$/, status: 409, code: 'conflict' }
    await dialog.getByRole('button', { name: t('transfer') }).click()
    await dialog.getByText(t('fault-conflict')).waitFor()
  })
})

describe('evidence', () => {
  const reveal = async (page: Page, nth: number): Promise<void> => {
    await page.getByRole('tab', { name: t('tab-evidence') }).click()
    await page
      .locator('.evidence')
      .nth(nth)
      .getByRole('button', { name: t('reveal-open') })
      .click()
    await page.getByLabel(t('reason-threat')).check()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('reveal-do') })
      .click()
  }

  test('nothing clear is fetched before a reason was given, and the reason is sent', async () => {
    const { server, page } = await sitDown(`/cases/${WAITING}`)
    await page.getByRole('tab', { name: t('tab-evidence') }).click()
    await page
      .locator('.evidence')
      .first()
      .getByRole('button', { name: t('reveal-open') })
      .click()
    const go = page.getByRole('dialog').getByRole('button', { name: t('reveal-do') })
    await go.waitFor()
    expect(await go.isDisabled()).toBe(true)
    await page.getByLabel(t('reason-other')).check()
    expect(await go.isDisabled()).toBe(true)
    expect(server.asked.filter((each) => /\/views\/|reveal|original/.test(each))).toEqual([])
    await page.getByRole('dialog').getByRole('textbox').fill('طلب المحقق ذلك')
    await go.click()
    await page.locator('.shown-picture').waitFor()
    expect(server.reveals).toEqual(['طلب المحقق ذلك'])
    expect(server.asked.filter((each) => each.includes('/views/'))).toHaveLength(1)
    expect(await refusedBy(page)).toEqual([])
  })

  test('a picture hides after sixty seconds, and its bytes are let go', async () => {
    const { page } = await sitDown(`/cases/${WAITING}`)
    await page.getByRole('tab', { name: t('tab-evidence') }).waitFor()
    await page.clock.install()
    await reveal(page, 0)
    const address = await page.locator('.shown-picture').getAttribute('src')
    await page.clock.runFor(61_000)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(`fetch(${JSON.stringify(address)}).then(() => 'there', () => 'gone')`)).toBe(
      'gone',
    )
  })

  test('a voice message is played and a statement is read in place', async () => {
    const { page } = await sitDown(`/cases/${WAITING}`)
    await reveal(page, 1)
    await expect.poll(() => page.evaluate("document.querySelector('audio')?.duration")).toBe(1)
    await page.getByRole('button', { name: t('reveal-hide') }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await reveal(page, 3)
    await page.locator('.shown-text bdi', { hasText: '(USDT-TRC20)' }).waitFor()
    expect(await refusedBy(page)).toEqual([])
  })

  test('after a reveal, and not before, the place in a picture is asked for, and the original can be saved', async () => {
    const { server, page } = await sitDown(`/cases/${WAITING}`)
    await reveal(page, 0)
    await page.getByRole('dialog').getByText('33.312805, 44.361488').waitFor()
    const asked = server.asked.filter((each) => /reveal|place/.test(each))
    expect(asked.map((each) => each.split('/').at(-1))).toEqual(['reveal', 'place'])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: t('reveal-original') }).click(),
    ])
    expect(download.suggestedFilename()).toBe('evidence.jpg')
  })

  test('what was read off a file stands beside it; hashes and tools are a click away and read only then', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await page.getByRole('tab', { name: t('tab-evidence') }).click()
    const [photo, video] = [
      page.locator('.evidence').first(),
      page.locator('.evidence', { hasText: 'IMG_2211.MOV' }),
    ]
    await photo.getByText('Samsung SM-A515F').waitFor()
    await photo.getByText(t('read-none-proves-nothing')).waitFor()
    await photo.getByText(t('read-place-there')).waitFor()
    await video.getByText(t('read-broken')).waitFor()
    await video.getByText(t('read-generation-found')).waitFor()
    expect(await video.locator('.strip img').count()).toBe(9)
    expect(await photo.textContent()).not.toContain('f08c')
    expect(server.asked.filter((each) => each.includes('/examination'))).toEqual([])
    await photo.getByText(t('read-technical')).click()
    await photo.getByText('f08c'.repeat(16)).waitFor()
    await photo.getByText('exifr 7.1.3').waitFor()
    expect(await refusedBy(page)).toEqual([])
  })

  test('the chat says at a file how long it is and what is odd about it, the chain why somebody looked, and with what it was read', async () => {
    const { page } = await sitDown(`/cases/${MINE}`)
    await page.locator('.chip', { hasText: '0:42' }).waitFor()
    await page.locator('.chip', { hasText: t('mark-origin') }).waitFor()
    await page.getByRole('tab', { name: t('tab-custody') }).click()
    await page.locator('.custody-details', { hasText: 'لفهم التهديد' }).waitFor()
    await page.locator('.custody-details', { hasText: 'c2pa-wasm 0.11.6' }).waitFor()
    await page.locator('.custody-details', { hasText: '4412/2026' }).waitFor()
  })

  test('a picture that looks the same is told apart from what is shared', async () => {
    const { page } = await sitDown(`/cases/${MINE}`)
    await page
      .locator('.links', { hasText: t('links-alike') })
      .getByRole('link')
      .click()
    await page.waitForURL(/\/cases\//)
    expect(page.url()).toContain(codeOf(7))
  })

  test('a broken chain is said loudly', async () => {
    const { server, page } = await sitDown(`/cases/${WAITING}`)
    server.cases.get(WAITING)!.custody.intact = false
    await page.getByRole('tab', { name: t('tab-custody') }).click()
    await page.getByText(t('custody-broken')).waitFor()
  })
})

describe('the live feed', () => {
  test('what is said while the conversation is on its way to the page for the first time is not missed', async () => {
    const { server, context, page: other } = await sitDown(`/cases/${MINE}`)
    await Promise.all([isLive(other), bubbles(other).first().waitFor()])
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    // The answer is made, and comes to the page only after the page was told that there is more.
    await page.route(
      /\/messages\?/,
      async (route) => {
        const answer = await route.fetch()
        await isLive(page)
        server.say(MINE, { from: 'person', text: 'بعد الجواب الأول' })
        await other.getByText('بعد الجواب الأول').waitFor()
        await route.fulfill({ response: answer })
      },
      { times: 1 },
    )
    await page.goto(`${server.url}/cases/${MINE}`)
    await page.getByText('بعد الجواب الأول').waitFor()
  })

  const fiveTabs = async (context: BrowserContext, server: DeskServer): Promise<Page[]> => {
    const pages: Page[] = []
    for (let i = 0; i < 5; i += 1) pages.push((await openPage(context, `${server.url}/cases/${MINE}`)).page)
    await Promise.all(pages.map((page) => page.locator('.composer').waitFor()))
    return pages
  }

  test.each([
    ['one shared worker', ''],
    ['an elected tab where there are no shared workers', 'delete globalThis.SharedWorker'],
  ])('six tabs live on one stream: %s', async (_, script) => {
    const { server, context, page } = await sit({ path: `/cases/${MINE}`, script })
    const pages = [page, ...(await fiveTabs(context, server))]
    await Promise.all(pages.map(isLive))
    expect(server.streams).toBe(1)
    server.say(MINE, { from: 'person', text: 'إلى كل الألسنة' })
    await Promise.all(pages.map((page) => page.getByText('إلى كل الألسنة').waitFor()))
    // The first tab may be the one that holds the stream: the others go on without it.
    await pages[0]!.close()
    await expect.poll(() => server.streams).toBe(1)
    server.say(MINE, { from: 'person', text: 'وبعد إغلاق لسان' })
    await Promise.all(pages.slice(1).map((page) => page.getByText('وبعد إغلاق لسان').waitFor()))
    for (const page of pages.slice(1)) expect(await refusedBy(page)).toEqual([])
  })

  test('a stream that was cut is opened again after the last position, and nothing is missed', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await isLive(page)
    server.cutStreams()
    server.say(MINE, { from: 'person', text: 'أثناء الانقطاع' })
    await page.getByText('أثناء الانقطاع').waitFor()
    await isLive(page)
    expect(server.streams).toBe(1)
  })

  test('an erased case says that it is gone and offers no second try', async () => {
    const { server, page } = await sitDown('/')
    server.cases.get(codeOf(6))!.file.status = 'erased'
    await page.goto(`${server.url}/cases/${codeOf(6)}`)
    await page.locator('.pane-main').getByText(t('fault-erased')).waitFor()
    expect(await page.locator('.pane-main').getByRole('button').count()).toBe(0)
  })

  test.each([1440, 390])(
    'that handing back can be undone is said above the conversation, and nothing covers it, at %i px',
    async (width) => {
      const { page } = await sitDown(`/cases/${MINE}`, { width })
      await page.locator('.composer').waitFor()
      if (width < 720) await page.getByRole('button', { name: t('more') }).click()
      await page.getByRole(width < 720 ? 'menuitem' : 'button', { name: t('hand-back') }).click()
      const undo = page.getByRole('button', { name: t('leaving-undo') })
      await undo.waitFor()
      expect(await page.locator('.notice').count()).toBe(0)
      await undo.click()
      await undo.waitFor({ state: 'detached' })
    },
  )

  test('being offline is said', async () => {
    const { context, page } = await sitDown(`/cases/${MINE}`)
    await isLive(page)
    await page.locator('.file-tabs').waitFor()
    await context.setOffline(true)
    await page.getByText(t('banner-offline')).waitFor()
    await reply(page).fill('بلا شبكة')
    await send(page).click()
    await page.getByText(t('fault-offline')).waitFor()
    await context.setOffline(false)
    await page.getByText(t('banner-offline')).waitFor({ state: 'detached' })
    await send(page).click()
    await page.locator('.bubble[data-from=agent]', { hasText: 'بلا شبكة' }).waitFor()
  })

  test('a line that breaks while parts of the page are still to come takes nothing away, and they come with it', async () => {
    const { context, page } = await sitDown('/')
    await page.route(/assets\/(?:handover|keeping|above|brief)-/, (route) => route.abort())
    await page.goto(`${new URL(page.url()).origin}/cases/${MINE}`)
    await reply(page).fill('ما زلت أكتب')
    await page.locator('.answers').waitFor()
    expect(await reply(page).inputValue()).toBe('ما زلت أكتب')
    await page.unroute(/assets\/(?:handover|keeping|above|brief)-/)
    await context.setOffline(true)
    await context.setOffline(false)
    await page.getByRole('button', { name: t('export-begin') }).waitFor()
    expect(await reply(page).inputValue()).toBe('ما زلت أكتب')
  })
})

describe('a part that cannot be fetched', () => {
  test('leaves the conversation in place, and is there with the draft after another try', async () => {
    const { context, page } = await sitDown('/')
    await isLive(page)
    await context.route('**/case-file-*.js', (route) => route.abort('connectionreset'))
    await page.goto(new URL(`/cases/${MINE}`, page.url()).href)
    const trouble = page.locator('.part-trouble').first()
    await trouble.getByText(t('fault-part')).waitFor()
    await reply(page).fill('بقيت الكلمات')
    await context.unroute('**/case-file-*.js')
    await trouble.getByRole('button', { name: t('again') }).click()
    await page.locator('.file-tabs').waitFor()
    expect(await reply(page).inputValue()).toBe('بقيت الكلمات')
    expect(await page.locator('.part-trouble').count()).toBe(0)
  })
})

/**
 * Whatever asks next learns that the session ended: what is sent, or the page by itself, and then
 * there is nothing left to press.
 */
const isShownOut = async (page: Page): Promise<void> => {
  const out = page.waitForURL(/\/sign-in\?/)
  await Promise.race([
    send(page)
      .click()
      .catch(() => out),
    out,
  ])
  await out
}

describe('the session', () => {
  const signIn = async (page: Page): Promise<void> => {
    await page.locator('input[name=email]').fill('agent7@example.org')
    await page.locator('input[name=password]').fill(PASSWORD)
    await page.getByRole('button', { name: t('sign-in'), exact: true }).click()
  }

  test('a wrong password is said, a right one and the code lead in', async () => {
    const { server, page } = await sitDown('/sign-in')
    Object.assign(server, { totp: true, signedIn: false })
    await page.locator('input[name=email]').fill('agent7@example.org')
    await page.locator('input[name=password]').fill('not the password')
    await page.getByRole('button', { name: t('sign-in'), exact: true }).click()
    await page.getByText(t('fault-invalid-email-or-password')).waitFor()
    await signIn(page)
    await page.locator('input[name=one-time-code]').fill('٠٠٠٠٠٠')
    await page.getByRole('button', { name: t('sign-in'), exact: true }).click()
    await page.getByText(t('fault-invalid-code')).waitFor()
    await page.getByRole('button', { name: t('code-use-backup') }).click()
    await page.getByRole('button', { name: t('code-use-app') }).click()
    // Arabic-Indic digits, as an Arabic phone keyboard writes them.
    await page.locator('input[name=one-time-code]').fill('١٢٣٤٥٦')
    await page.getByRole('button', { name: t('sign-in'), exact: true }).click()
    await page.locator('.queue-row').first().waitFor()
    expect(server.bodies.filter(({ path }) => path.endsWith('verify-totp')).at(-1)?.body).toEqual({
      code: CODE,
    })
  })

  test('one that ends leads to the sign-in and back to the same case with its draft', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await reply(page).fill('مسوّدة باقية')
    // The case file asks as well, and would be the first to learn that the session ended.
    await page.locator('.answers').waitFor()
    server.signedIn = false
    await isShownOut(page)
    await signIn(page)
    await page.waitForURL(`${server.url}/cases/${MINE}`)
    await expect.poll(() => reply(page).inputValue()).toBe('مسوّدة باقية')
  })

  test('another agent who signs in at the same tab finds nothing of the first', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await reply(page).fill('سرّ الموظف الأول')
    // The case file asks as well, and would be the first to learn that the session ended.
    await page.locator('.answers').waitFor()
    server.signedIn = false
    await isShownOut(page)
    server.me = { ...server.me, id: 'a-third', name: 'Agent 40' }
    server.cases.get(MINE)!.file.assignee = { id: 'a-third', name: 'Agent 40' }
    await signIn(page)
    await reply(page).waitFor()
    expect(await reply(page).inputValue()).toBe('')
  })

  test('signing out shuts the stream and leaves no page to come back to', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await isLive(page)
    await page.locator('.agent-button').click()
    await page.getByRole('menuitem', { name: t('sign-out') }).click()
    await page.waitForURL(/\/sign-in$/)
    await expect.poll(() => server.streams).toBe(0)
    await page.goBack()
    await page.waitForURL(/\/sign-in/)
    expect(await page.locator('.bubble').count()).toBe(0)
  })

  test('a sign-out that did not reach the server does not look like one', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await reply(page).waitFor()
    server.failNext = { call: /sign-out$/, status: 503, code: 'unavailable' }
    await page.locator('.agent-button').click()
    await page.getByRole('menuitem', { name: t('sign-out') }).click()
    await page.getByText(t('fault-server')).waitFor()
    expect(page.url()).toContain(MINE)
  })

  test('a place to go to after signing in is never another site', async () => {
    const { server, page } = await sitDown('/sign-in?to=//example.org/')
    server.signedIn = false
    await signIn(page)
    await page.locator('.queue-row').first().waitFor()
    expect(new URL(page.url()).origin).toBe(server.url)
  })

  test('the one-time token leaves the address at once, and the account is made with it', async () => {
    const { server, page } = await sitDown('/setup#only-once')
    await page.getByRole('button', { name: t('setup-do') }).waitFor()
    expect(page.url()).toBe(`${server.url}/setup`)
    await page.getByLabel(t('field-alias')).fill('المسؤولة 1')
    await page.locator('input[name=email]').fill('first@example.org')
    await page.locator('input[name=password]').fill(PASSWORD)
    await page.getByRole('button', { name: t('setup-do') }).click()
    await page.waitForURL(/\/second-factor$/)
    expect(server.bodies[0]?.body).toEqual({
      token: 'only-once',
      name: 'المسؤولة 1',
      email: 'first@example.org',
      password: PASSWORD,
    })
  })

  test('a spent invitation says what to do, a good one leads to the sign-in', async () => {
    const { page, server } = await sitDown('/join#spent')
    await page.locator('input[name=password]').fill(PASSWORD)
    await page.getByRole('button', { name: t('join-do') }).click()
    await page.getByText(t('fault-token-spent')).waitFor()
    await page.goto('about:blank')
    await page.goto(`${server.url}/join#fresh`)
    await page.locator('input[name=password]').fill(PASSWORD)
    await page.getByRole('button', { name: t('join-do') }).click()
    await page.getByText(t('joined')).waitFor()
  })

  test('a second factor is switched on only after the backup codes were kept', async () => {
    const { server, page } = await sitDown('/second-factor')
    server.me.secondFactor = false
    await page.locator('input[name=password]').fill(PASSWORD)
    await page.getByRole('button', { name: t('factor-begin') }).click()
    await page.locator('input[name=one-time-code]').fill(CODE)
    const on = page.getByRole('button', { name: t('factor-do') })
    expect(await on.isDisabled()).toBe(true)
    await page.getByLabel(t('factor-kept')).check()
    await on.click()
    await page.locator('.queue-row').first().waitFor()
    expect(server.me.secondFactor).toBe(true)
  })
})
