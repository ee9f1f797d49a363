import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { slashAt } from '../../../adapters/console/ui/chat/slash.ts'
import { initialsOf } from '../../../adapters/console/ui/parts/initials.ts'
import { refusedBy, type Look } from './browser.ts'
import type { DeskServer } from './desk-server.ts'
import { letGo } from './leaving.ts'
import { codeOf, COLLEAGUE, makeMe, ME, NOW } from './world.ts'
import { pressArabic, violationsIn, useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()
const t = await textsOf('ar')

const sitDown = (path: string, look: Look = {}): Promise<Seat> =>
  sit({ path, look, until: '.live-mark[data-state=live]' })

const MINE = codeOf(3)
const WAITING = codeOf(0)
const reply = (page: Page) => page.getByRole('textbox', { name: t('compose-reply') })

const said = (server: DeskServer) => server.bodies.filter(({ path }) => path.endsWith('/messages'))
describe('who is at a case', () => {
  test.each([
    ['الموظفة 7', 'م\u200C7'],
    ['Agent 12', 'A\u200C12'],
    ['سارة الكعبي', 'س\u200Cك'],
    ['  نور ', 'ن'],
    ['lina.haddad', 'L\u200CH'],
    ['', ''],
  ])('%s is %s in a small circle', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  test('colleagues who look or write stand in the row and above the conversation, by name for who cannot see', async () => {
    const { server, page } = await sitDown(`/cases/${WAITING}`)
    await page.locator('.chat-header').waitFor()
    server.presence({
      code: WAITING,
      agents: [
        { ...COLLEAGUE, state: 'viewing' },
        { ...ME, state: 'viewing' },
      ],
    })
    const row = page.locator('.queue-row', { hasText: WAITING })
    for (const place of [row, page.locator('.chat-header')]) {
      await place.locator('.avatar').waitFor()
      expect(await place.locator('.avatar').count()).toBe(1)
      expect(await place.locator('.avatar').textContent()).toContain(
        t('here-viewing', { name: COLLEAGUE.name }),
      )
    }
    server.presence({ code: WAITING, agents: [{ ...COLLEAGUE, state: 'typing' }] })
    await page.locator('.chat-header .avatar[data-state=typing]').waitFor()
    await page.getByText(t('here-typing-short', { name: COLLEAGUE.name })).waitFor()
    server.presence({ code: WAITING, agents: [] })
    await expect.poll(() => page.locator('.avatar').count()).toBe(0)
  })

  test('a tab that opens later on the same stream knows who is there, and a stream that broke is asked anew', async () => {
    const { server, context, page } = await sitDown('/')
    server.presence({ code: WAITING, agents: [{ ...COLLEAGUE, state: 'viewing' }] })
    await page.locator('.queue-row .avatar').waitFor()
    const second = await context.newPage()
    await second.goto(`${server.url}/`)
    await second.locator('.queue-row .avatar').waitFor()
    expect(server.streams).toBe(1)
    server.cutStreams()
    await expect.poll(() => page.locator('.avatar').count()).toBe(0)
  })

  test('the page says that its agent looks, writes, and has gone on to another case', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await expect.poll(() => server.beats).toEqual([`${MINE} viewing`])
    await reply(page).pressSequentially('نعم')
    await expect.poll(() => server.beats).toEqual([`${MINE} viewing`, `${MINE} typing`])
    await page.locator('.queue-row', { hasText: WAITING }).click()
    await expect.poll(() => server.beats.slice(2)).toContain(`${MINE} left`)
    await expect.poll(() => server.beats.at(-1)).toBe(`${WAITING} viewing`)
  })
})

describe('a case that a colleague holds', () => {
  const held = async (look: Look = {}, role: 'agent' | 'supervisor' = 'agent') => {
    const desk = await sitDown('/', look)
    desk.server.me = makeMe(role)
    desk.server.change(MINE, { assignee: COLLEAGUE, heldSince: new Date(NOW - 7 * 60_000).toISOString() })
    await desk.page.goto(`${desk.server.url}/cases/${MINE}`)
    await desk.page.getByText(t('take-over-held', { name: COLLEAGUE.name })).waitFor()
    return desk
  }

  test('says who and since when, lets nothing be written, and an agent may ask for it with a reason', async () => {
    const { server, page } = await held()
    expect(await page.locator('.take-over time').getAttribute('datetime')).toBe(
      new Date(NOW - 7 * 60_000).toISOString(),
    )
    expect(await reply(page).count()).toBe(0)
    expect(await page.getByRole('button', { name: t('take-from') }).count()).toBe(0)
    await page.getByRole('button', { name: t('ask-for') }).click()
    const dialog = page.getByRole('dialog')
    const ask = dialog.getByRole('button', { name: t('ask-for') })
    expect(await ask.isDisabled()).toBe(true)
    await dialog.getByRole('textbox').fill('أعرف هذا الشخص من حالة سابقة')
    await ask.click()
    await page.getByText(t('ask-for-done', { name: COLLEAGUE.name })).waitFor()
    await page.getByText(t('event-asked', { name: ME.name })).waitFor()
    expect(server.bodies.at(-1)).toEqual({
      path: `/api/v1/cases/${MINE}/ask`,
      body: { text: 'أعرف هذا الشخص من حالة سابقة' },
      key: expect.any(String),
    })
  })

  test('a supervisor takes it over and says why', async () => {
    const { server, page } = await held({}, 'supervisor')
    await page.getByRole('button', { name: t('take-from') }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('انتهت مناوبته')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('take-from') })
      .click()
    await reply(page).waitFor()
    expect(server.bodies.at(-1)?.body).toEqual({ agent: ME.id, note: 'انتهت مناوبته' })
  })

  test('who holds a case is told wherever they are that somebody asks for it; others are not', async () => {
    const { server, page } = await sitDown('/')
    const note = (code: string) =>
      server.cases.get(code)!.file.notes.push({
        id: 'nx',
        at: new Date(NOW).toISOString(),
        author: COLLEAGUE.name,
        text: 'أرجو نقلها',
      })
    note(WAITING)
    server.change(WAITING, {}, ['note_added', 'case_asked'])
    note(MINE)
    server.change(MINE, {}, ['note_added', 'case_asked'])
    await page.getByText(t('asked-for', { name: COLLEAGUE.name, code: MINE })).waitFor()
    expect(await page.getByText(t('asked-for', { name: COLLEAGUE.name, code: WAITING })).count()).toBe(0)
  })
})

describe('a draft', () => {
  const kept = (page: Page): Promise<string> => page.evaluate('JSON.stringify({ ...sessionStorage })')

  test('is there after a reload, and in no other case', async () => {
    const { page } = await sitDown(`/cases/${MINE}`)
    await reply(page).fill('لم أكمل بعد')
    await page.reload()
    await reply(page).waitFor()
    await expect.poll(() => reply(page).inputValue()).toBe('لم أكمل بعد')
    expect(Object.keys(JSON.parse(await kept(page)) as object)).toEqual([`amin-draft reply ${MINE}`])
  })

  test('is gone after signing out, and what another member left is not shown', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await reply(page).fill('سرّي')
    await expect.poll(() => kept(page)).toContain('سرّي')
    server.me = { ...makeMe(), id: 'a-third', name: 'ثالث' }
    server.change(MINE, { assignee: { id: 'a-third', name: 'ثالث' } })
    await page.reload()
    await reply(page).waitFor()
    expect(await reply(page).inputValue()).toBe('')
    expect(await kept(page)).not.toContain('سرّي')
    await reply(page).fill('آخر')
    await page.locator('.agent-button').click()
    await page.getByRole('menuitem', { name: t('sign-out') }).click()
    // The whole page is loaded anew: nothing can be asked of it in between.
    await page.waitForURL(/sign-in/)
    await page.getByRole('button', { name: t('sign-in'), exact: true }).waitFor()
    expect(await kept(page)).not.toContain('آخر')
  })

  test('is not kept on a machine that others use', async () => {
    const { page } = await sitDown(`/cases/${MINE}`)
    await reply(page).fill('للحاسوب المشترك')
    await expect.poll(() => kept(page)).toContain('للحاسوب')
    await page.locator('.agent-button').click()
    await page.getByRole('menuitem', { name: t('shared-machine') }).click()
    await expect.poll(() => kept(page)).not.toContain('للحاسوب')
    await reply(page).fill('للحاسوب المشترك أيضاً')
    await page.reload()
    await reply(page).waitFor()
    expect(await reply(page).inputValue()).toBe('')
  })
})

describe('ready texts', () => {
  test.each([
    ['/', 1, { from: 0, to: 1, query: '' }],
    ['أهلاً /تح', 9, { from: 6, to: 9, query: 'تح' }],
    ['سطر\n/x', 6, { from: 4, to: 6, query: 'x' }],
    ['https://a', 9, undefined],
    ['3/4', 3, undefined],
    ['/a b', 4, undefined],
    ['//', 2, undefined],
    [`${'x'.repeat(60)}/abc`, 64, undefined],
    [`${'x'.repeat(39)}/`, 40, undefined],
  ])('in %j at %i', (text, cursor, found) => {
    expect(slashAt(text, cursor)).toEqual(found && { sign: '/', ...found })
  })

  test('a stroke opens them, typing narrows them, arrows and Enter choose, and what is a proposal is marked', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await reply(page).pressSequentially('نعم /')
    const options = page.locator('#reply-list [role=option]')
    await options.first().waitFor()
    expect(await options.count()).toBe(5)
    expect(await reply(page).getAttribute('aria-activedescendant')).toBe('reply-list-0')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => reply(page).getAttribute('aria-activedescendant')).toBe('reply-list-1')
    await page.keyboard.press('Enter')
    await expect.poll(() => reply(page).inputValue()).toBe(`نعم سأكتب لك خلال \u206824\u2069 ساعة. ${MINE}`)
    await expect
      .poll(() =>
        page.evaluate(
          '{ const f = document.activeElement; f.value.slice(f.selectionStart, f.selectionEnd) }',
        ),
      )
      .toBe('24')
    expect(said(server)).toEqual([])
    // Marks of the vowels and capitals do not matter.
    await reply(page).fill('')
    await reply(page).pressSequentially('/امن')
    await expect.poll(() => options.count()).toBe(1)
    await reply(page).fill('')
    await reply(page).pressSequentially('/SAFE')
    await expect.poll(() => options.count()).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => options.count()).toBe(0)
    expect(await reply(page).inputValue()).toBe('/SAFE')
  })

  test('under an Arabic layout Ctrl and the key of the stroke open them, in a note as well', async () => {
    const { page } = await sitDown(`/cases/${MINE}`)
    await page.getByText(t('compose-note'), { exact: true }).click()
    const note = page.getByRole('textbox', { name: t('compose-note'), exact: true })
    await note.fill('قلت')
    await pressArabic(page, 'Slash', 'ظ', 2)
    await page.locator('#reply-list [role=option]').first().click()
    await expect.poll(() => note.inputValue()).toBe('قلت مرحباً، أنا معك الآن.')
    await note.fill('')
    await pressArabic(page, 'Slash', 'ظ')
    expect(await page.locator('#reply-list [role=option]').count()).toBe(0)
  })

  test('leaving the list takes the stroke back that opening it put in, and leaves what was typed', async () => {
    const { page } = await sitDown(`/cases/${MINE}`)
    await reply(page).fill('نعم')
    await page.getByRole('button', { name: t('replies-open') }).click()
    await page.locator('#reply-list [role=option]').first().waitFor()
    await expect.poll(() => reply(page).inputValue()).toBe('نعم /')
    await page.keyboard.press('Escape')
    await expect.poll(() => reply(page).inputValue()).toBe('نعم ')
    await page.getByRole('button', { name: t('replies-open') }).click()
    await page.locator('#reply-list [role=option]').first().waitFor()
    await reply(page).pressSequentially('تح')
    await page.keyboard.press('Escape')
    await expect.poll(() => reply(page).inputValue()).toBe('نعم تح')
  })

  test('one’s own are written here, used at once, changed and removed; nothing of it is sent', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await page.getByRole('button', { name: t('replies-open') }).click()
    await page.getByRole('button', { name: t('replies-edit') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: t('replies-add') }).click()
    const keep = dialog.getByRole('button', { name: t('replies-keep') })
    await dialog.getByLabel(t('replies-name')).fill('خاص')
    expect(await keep.isDisabled()).toBe(true)
    await dialog.getByLabel('العربية').fill('هذا نصي')
    await keep.click()
    await dialog.getByText('خاص').waitFor()
    expect(server.ownReplies).toEqual([{ id: expect.any(String), name: 'خاص', texts: { ar: 'هذا نصي' } }])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.locator('#reply-list [role=option]', { hasText: 'خاص' }).click()
    await expect.poll(() => reply(page).inputValue()).toBe('هذا نصي')
    expect(said(server)).toEqual([])
    await page.getByRole('button', { name: t('replies-open') }).click()
    await page.getByRole('button', { name: t('replies-edit') }).click()
    await dialog.getByRole('button', { name: t('replies-remove', { name: 'خاص' }) }).click()
    await expect.poll(() => server.ownReplies).toEqual([])
  })
})

describe('the case in short', () => {
  const brief = (page: Page) => page.locator('.brief')
  const toggle = (page: Page) => brief(page).getByRole('button', { name: t('brief') })

  test.each([
    [1440, 0],
    [390, 1],
  ])(
    'a sentence that a danger beside it quotes stands there alone; at %i, where no danger stands beside, in short as well',
    async (width, count) => {
      const { server, page } = await sitDown('/', { width })
      const { file } = server.cases.get(MINE)!
      const [danger] = server.cases.get(WAITING)!.file.dangers
      const [first, ...others] = file.answers
      const sentence = 'أخي يقول إذا وصلت الصور راح يذبحني اليوم'
      server.change(MINE, {
        dangers: [{ ...danger!, before: '', sentence, after: ' ولا أعرف ماذا أفعل' }],
        answers: [{ ...first!, answer: `${sentence}  ولا أعرف ماذا أفعل` }, ...others],
      })
      await page.goto(`${server.url}/cases/${MINE}`)
      await toggle(page).waitFor()
      if ((await toggle(page).getAttribute('aria-expanded')) === 'false') await toggle(page).click()
      await brief(page).getByText(t('brief-left')).waitFor()
      await brief(page).getByText(t('brief-safe-danger')).waitFor()
      expect(await brief(page).getByText(sentence).count()).toBe(count)
      expect(await brief(page).getByText(t('brief-severity')).count()).toBe(count)
    },
  )

  test('is open for who takes a case up, with what was asked already, and closes by hand and once they have spoken', async () => {
    const { server, page } = await sitDown(`/cases/${WAITING}`)
    await page.getByRole('button', { name: t('take-over') }).click()
    await reply(page).waitFor()
    await brief(page).getByText(t('brief-left')).waitFor()
    await brief(page)
      .getByText(`العمر (${t('brief-left-skip')})`)
      .waitFor()
    expect(await brief(page).getByText('سأكتب لك الليلة').count()).toBe(1)
    await reply(page).fill('قرأت كل شيء')
    await page
      .locator('.composer')
      .getByRole('button', { name: t('compose-reply-do') })
      .click()
    await expect.poll(() => toggle(page).getAttribute('aria-expanded')).toBe('false')
    await toggle(page).click()
    await brief(page).getByText(t('brief-guidance')).waitFor()
    expect(server.cases.get(WAITING)!.messages.at(-1)?.from).toBe('agent')
  })

  test('folds on a phone while ready texts are chosen from, whose first stands in sight, and is there again after', async () => {
    const { page } = await sitDown(`/cases/${WAITING}`, { width: 390 })
    await page.getByRole('button', { name: t('take-over') }).click()
    await reply(page).waitFor()
    await brief(page).getByText(t('brief-left')).waitFor()
    await reply(page).pressSequentially('/')
    const first = page.getByRole('option').first()
    await first.waitFor()
    await expect.poll(() => toggle(page).getAttribute('aria-expanded')).toBe('false')
    expect(await first.getAttribute('aria-selected')).toBe('true')
    const [line, field] = [await first.boundingBox(), await page.locator('.composer').boundingBox()]
    expect(line!.y).toBeGreaterThanOrEqual(field!.y)
    await toggle(page).click()
    await brief(page).getByText(t('brief-left')).waitFor()
    await reply(page).click()
    await reply(page).press('Escape')
    await first.waitFor({ state: 'detached' })
    expect(await toggle(page).getAttribute('aria-expanded')).toBe('true')
    await reply(page).fill('')
    await reply(page).pressSequentially('/')
    await expect.poll(() => toggle(page).getAttribute('aria-expanded')).toBe('false')
    await reply(page).press('Escape')
    await expect.poll(() => toggle(page).getAttribute('aria-expanded')).toBe('true')
  })

  test('is closed and not even fetched where the agent is in the middle of the talk', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await toggle(page).waitFor()
    expect(await toggle(page).getAttribute('aria-expanded')).toBe('false')
    await reply(page).waitFor()
    expect(server.asked.some((asked) => asked.endsWith('/brief'))).toBe(false)
  })

  test('is open for who reads a case that a colleague handed back', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await page.getByRole('button', { name: t('hand-back') }).click()
    await page.getByRole('button', { name: t('leaving-undo') }).waitFor()
    letGo(server, MINE)
    await page.getByText(t('take-over-bot')).waitFor()
    await brief(page).getByText(COLLEAGUE.name).waitFor()
  })
})

describe('whether the person is safe now', () => {
  const check = (page: Page) => page.getByRole('button', { name: t('safe-check') })

  test('one press asks, the draft stays, the next reply is not refused for it, and the answer stands as what happened', async () => {
    const { server, page } = await sitDown('/')
    server.change(MINE, { signals: { watched: false, discreet: false, afterTheyWrite: false, waits: 'no' } })
    await page.goto(`${server.url}/cases/${MINE}`)
    await reply(page).fill('مسودة')
    await check(page).click()
    await page.getByText(t('event-safe-asked', { name: ME.name })).waitFor()
    expect(await reply(page).inputValue()).toBe('مسودة')
    server.say(MINE, { from: 'person', text: 'لا' })
    server.say(MINE, { from: 'event', event: 'safe-answer', detail: 'fast-safe-no' })
    await page.getByText(t('event-safe-fast-safe-no')).waitFor()
    server.say(MINE, { from: 'event', event: 'safe-answer', detail: 'something-new' })
    await page.getByText(t('event-safe-other')).waitFor()
    await page
      .locator('.composer')
      .getByRole('button', { name: t('compose-reply-do') })
      .click()
    await page.locator('.bubble[data-from=agent]', { hasText: 'مسودة' }).waitFor()
  })

  test('what is written runs as most of it does, also where the name of an app begins it', async () => {
    const { page } = await sitDown(`/cases/${MINE}`)
    const field = page.getByRole('textbox', { name: t('compose-reply') })
    const way = () =>
      page.evaluate<string>("getComputedStyle(document.querySelector('.composer textarea')).direction")
    await field.fill('Instagram: غيّر كلمة السر أولاً')
    expect(await way()).toBe('rtl')
    await field.fill('please change the password of حسابك first')
    expect(await way()).toBe('ltr')
  })

  test('asking writes to the person at once, so it stands beside a reply and never beside a note', async () => {
    const { page } = await sitDown(`/cases/${MINE}`)
    await check(page).waitFor()
    await page.getByText(t('compose-note'), { exact: true }).click()
    await page.getByRole('textbox', { name: t('compose-note') }).waitFor()
    expect(await check(page).count()).toBe(0)
    await page.getByText(t('compose-reply'), { exact: true }).click()
    await check(page).waitFor()
  })

  test('an answer to asking that comes late takes nothing back of what was seen since', async () => {
    const { server, page } = await sitDown('/')
    server.change(MINE, { signals: { watched: false, discreet: false, afterTheyWrite: false, waits: 'no' } })
    await page.goto(`${server.url}/cases/${MINE}`)
    await reply(page).fill('مسودة')
    const late = Promise.withResolvers<undefined>()
    await page.route('**/safety', async (route) => {
      const response = await route.fetch()
      await late.promise
      await route.fulfill({ response })
    })
    await check(page).click()
    await page.getByText(t('event-safe-asked', { name: ME.name })).waitFor()
    server.say(MINE, { from: 'person', text: 'كلام جديد' })
    await page.getByText('كلام جديد').waitFor()
    late.resolve(undefined)
    await page.getByText(t('safe-asked')).first().waitFor()
    await page.getByRole('button', { name: t('compose-reply-do') }).click()
    await page.locator('.bubble[data-from=agent]', { hasText: 'مسودة' }).waitFor()
  })

  test('asking shows nothing: what came in while the agent read back is still to be seen before a reply goes out', async () => {
    const { server, page } = await sitDown('/')
    server.change(MINE, { signals: { watched: false, discreet: false, afterTheyWrite: false, waits: 'no' } })
    await page.goto(`${server.url}/cases/${MINE}`)
    await page.locator('.bubble').first().waitFor()
    await page.locator('.live-mark[data-state=live]').waitFor()
    await page.evaluate("document.querySelector('.log').scrollTop = 300")
    await reply(page).fill('مسودة')
    server.say(MINE, { from: 'person', text: 'وصلني تهديد جديد' })
    await page.getByRole('button', { name: t('log-below') }).waitFor()
    await check(page).click()
    await page.getByText(t('safe-asked')).first().waitFor()
    await page.getByRole('button', { name: t('compose-reply-do') }).click()
    await page.getByText(t('fault-moved')).waitFor()
    expect(await reply(page).inputValue()).toBe('مسودة')
  })

  test('is not asked where it must not appear on the phone, and the composer says why and what happens with what is sent', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    const rules = page.locator('.composer-waits')
    await rules.getByText(t('signal-discreet')).waitFor()
    await rules.getByText(t('signal-after')).waitFor()
    await rules.getByText(t('compose-waits')).waitFor()
    await expect.poll(() => check(page).getAttribute('aria-disabled')).toBe('true')
    await check(page).click({ force: true })
    await reply(page).waitFor()
    expect(server.asked.some((asked) => asked.endsWith('/safety'))).toBe(false)
    await page.getByText(t('compose-note'), { exact: true }).click()
    await expect.poll(() => rules.count()).toBe(0)
  })
})

describe('marks of messages', () => {
  test('an answer quotes what it answers and leads there; what was deleted on the phone stays and says so', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    server.say(MINE, {
      from: 'person',
      text: 'هذه هي',
      quote: { id: '902.0', text: 'هددني بنشر الصور (USDT-TRC20)' },
    })
    server.say(MINE, { from: 'person', text: 'هذه لكم', quote: { text: 'هل أنت في مكان آمن؟', ours: true } })
    server.say(MINE, { from: 'person', text: 'اسمه عمر', deletedAt: new Date(NOW).toISOString() })
    const deleted = page.locator('.bubble', { hasText: 'اسمه عمر' })
    await deleted.getByText(t('deleted-there')).waitFor()
    await page.locator('.bubble', { hasText: 'هذه لكم' }).getByText(t('quote-ours')).waitFor()
    await page.locator('.bubble', { hasText: 'هذه هي' }).getByRole('button').click()
    await expect
      .poll(async () => {
        const [box, frame] = [
          await page.locator('[data-id="902.0"]').boundingBox(),
          await page.locator('.log').boundingBox(),
        ]
        return (
          box !== null && frame !== null && box.y + box.height > frame.y && box.y < frame.y + frame.height
        )
      })
      .toBe(true)
  })

  test('that the person types is shown while the channel tells it', async () => {
    const { server, page } = await sitDown(`/cases/${MINE}`)
    await reply(page).waitFor()
    server.presence({ code: MINE, agents: [], person: 'typing' })
    await page.getByText(t('person-types')).waitFor()
    server.presence({ code: MINE, agents: [] })
    await expect.poll(() => page.getByText(t('person-types')).count()).toBe(0)
  })

  test('a voice message has a waveform, three speeds, and keys by their place', async () => {
    const { page } = await sitDown(`/cases/${MINE}`)
    await page
      .locator('.chip', { hasText: t('media-voice') })
      .getByRole('button', { name: t('reveal-open') })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio').first().check()
    await dialog.getByRole('button', { name: t('reveal-do') }).click()
    const track = dialog.getByRole('slider')
    await track.waitFor()
    await expect.poll(() => track.getAttribute('aria-valuemax')).toBe('1')
    expect(await track.locator('rect').count()).toBe(100)
    await track.focus()
    await pressArabic(page, 'End', 'End')
    await expect.poll(() => track.getAttribute('aria-valuenow')).toBe('1')
    expect(await track.locator('rect[data-passed]').count()).toBe(100)
    await pressArabic(page, 'Home', 'Home')
    await expect.poll(() => track.locator('rect[data-passed]').count()).toBe(0)
    await dialog.getByText('1.5×').click()
    await expect.poll(() => page.evaluate("document.querySelector('audio').playbackRate")).toBe(1.5)
    await track.focus()
    await pressArabic(page, 'KeyK', 'ن')
    await expect.poll(() => page.evaluate("document.querySelector('audio').played.length")).toBe(1)
  })
})

describe.each([
  ['ar', 'light', 1280],
  ['en', 'dark', 1280],
  ['ar', 'dark', 390],
  ['en', 'light', 390],
] as const)('in %s, %s, at %i px', (language, scheme, width) => {
  test('presence, ready texts, the case in short, asking and taking are accessible and fit the window', async () => {
    const words = await textsOf(language)
    const { server, page } = await sitDown(`/cases/${MINE}`, { language, scheme, width })
    server.me = makeMe('supervisor')
    const found: string[] = []
    const audit = async (name: string): Promise<void> => {
      // What a button says under the pointer belongs to no part of the page, and goes with it.
      await page.mouse.move(0, 0)
      await expect.poll(() => page.getByRole('tooltip').count()).toBe(0)
      found.push(...(await refusedBy(page)).map((refusal) => `${name}: policy ${refusal}`))
      const wider = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      if (wider !== 0) found.push(`${name}: ${String(wider)} px wider than the window`)
      for (const violation of await violationsIn(page)) found.push(`${name}: ${violation}`)
    }
    server.presence({ code: MINE, agents: [{ ...COLLEAGUE, state: 'typing' }], person: 'typing' })
    server.say(MINE, {
      from: 'person',
      text: 'هذه',
      quote: { id: '902.0', text: 'هددني' },
      deletedAt: new Date(NOW).toISOString(),
    })
    await page.locator('.deleted').waitFor()
    await page.locator('.avatar').first().waitFor()
    await page.getByRole('button', { name: words('replies-open') }).click()
    await page.locator('#reply-list').waitFor()
    await page.locator('.brief > button').click()
    await page.locator('.brief-parts').waitFor()
    await audit('conversation')
    await page.getByRole('button', { name: words('replies-edit') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('replies-add') })
      .click()
    await audit('own texts')
    server.change(MINE, { assignee: COLLEAGUE, heldSince: new Date(NOW).toISOString() })
    await page.goto(`${server.url}/cases/${MINE}`)
    await page.getByRole('button', { name: words('take-from') }).click()
    await page.getByRole('dialog').getByRole('textbox').waitFor()
    await audit('taking')
    expect(found).toEqual([])
  })
})
