import type { Page } from 'playwright-core'
import type { Translate } from '../../../adapters/console/ui/language/bundles.ts'
import { CONFIRMED } from './networks-world.ts'
import { PASSWORD, type DeskServer } from './desk-server.ts'
import { macroStops, viewStops } from './pages-views.ts'
import { askedToErase } from './erasure-world.ts'
import { codeOf, COLLEAGUE, makeMe } from './world.ts'

export type Stop = {
  readonly name: string
  /** Reached from the stop before; any other begins with an address of its own. */
  readonly on?: true
  /** What is new at it, where the rest of the page was a stop before. */
  readonly part?: string
  readonly go: (page: Page) => Promise<unknown>
}

/** Stops from one that has an address of its own to the next. */
export const walksOf = (stops: readonly Stop[]): readonly (readonly Stop[])[] => {
  const walks: Stop[][] = []
  for (const stop of stops)
    if (stop.on === undefined) walks.push([stop])
    else walks.at(-1)?.push(stop)
  return walks
}

/** Every page and dialog of the app, in an order in which each can be reached from the one before. */
export const everyPage = (server: DeskServer, t: Translate, phone: boolean): readonly Stop[] => {
  const at = (path: string) => `${server.url}${path}`
  const menu = async (page: Page, item: string): Promise<void> => {
    await page.getByRole('button', { name: t('more') }).click()
    await page.getByRole('menuitem', { name: item }).click()
    await page.getByRole('dialog').locator('form').waitFor()
    await page.getByRole('menu').waitFor({ state: 'detached' })
  }
  const tab = (page: Page, name: string) => page.getByRole('tab', { name: t(name) }).click()
  const leave = (page: Page) => page.keyboard.press('Escape')
  const setting = (name: string, button: string): Stop => ({
    name: `operator: ${name}`,
    go: async (page) => {
      await page.goto(at('/operator'))
      await page.getByRole('button', { name: t(button), exact: true }).click()
      await page.getByRole('dialog').locator('form').waitFor()
    },
  })
  return [
    {
      name: 'sign-in',
      go: async (page) => (
        await page.goto(at('/sign-in')),
        await page.getByRole('button', { name: t('sign-in') }).waitFor()
      ),
    },
    {
      name: 'second step',
      on: true,
      go: async (page) => {
        server.totp = true
        await page.locator('input[name=email]').fill('agent7@example.org')
        await page.locator('input[name=password]').fill(PASSWORD)
        await page.getByRole('button', { name: t('sign-in') }).click()
        await page.getByText(t('code-use-backup')).waitFor()
      },
    },
    {
      name: 'setup',
      go: async (page) => (
        await page.goto(at('/setup#token')),
        await page.getByRole('button', { name: t('setup-do') }).waitFor()
      ),
    },
    {
      name: 'join',
      go: async (page) => (
        await page.goto(at('/join#token')),
        await page.getByRole('button', { name: t('join-do') }).waitFor()
      ),
    },
    {
      name: 'statistics',
      go: async (page) => (
        await page.goto(at('/statistics')),
        await page.locator('.statistics-tiles').waitFor()
      ),
    },
    {
      name: 'networks',
      go: async (page) => (await page.goto(at('/networks')), await page.locator('.networks-table').waitFor()),
    },
    {
      name: 'network',
      go: async (page) => (
        await page.goto(at(`/networks/${CONFIRMED}`)),
        await page.locator('.graph svg').waitFor()
      ),
    },
    {
      name: 'audit',
      go: async (page) => (
        await page.goto(at('/audit')),
        await page.locator('.audit-lines').first().waitFor()
      ),
    },
    {
      name: 'sessions',
      go: async (page) => (
        await page.goto(at('/sessions')),
        await page.locator('.agent-line').first().waitFor()
      ),
    },
    {
      name: 'API keys',
      go: async (page) => (await page.goto(at('/keys')), await page.locator('.agent-line').first().waitFor()),
    },
    {
      name: 'new key',
      on: true,
      go: async (page) => (
        await page.getByRole('button', { name: t('api-key-new') }).click(),
        await page.getByRole('dialog').locator('form').waitFor()
      ),
    },
    {
      name: 'member',
      go: async (page) => {
        await page.goto(at('/agents'))
        await page.getByRole('button', { name: t('member-change-name', { name: 'Agent 31' }) }).click()
        await page.getByRole('dialog').locator('.agent-line').first().waitFor()
      },
    },
    {
      name: 'operator',
      go: async (page) => (
        await page.goto(at('/operator')),
        await page.locator('.hotline').first().waitFor()
      ),
    },
    setting('who you are', 'settings-organisation'),
    setting('a number', 'settings-hotline-add'),
    setting('the order of numbers', 'settings-order'),
    setting('teams', 'settings-teams'),
    setting('how soon', 'settings-targets'),
    {
      name: 'checklist',
      go: async (page) => (await page.goto(at('/checklist')), await page.locator('.check').first().waitFor()),
    },
    {
      name: 'texts',
      go: async (page) => {
        await page.goto(at('/texts'))
        await page.locator('.text-group').first().waitFor()
        await page.getByRole('textbox').fill('agent-')
        // axe takes its time over hundreds of texts.
        await page.getByText('ask-consent', { exact: true }).waitFor({ state: 'detached' })
        await page.locator('.bot-text').first().waitFor()
      },
    },
    {
      name: 'ready texts of the team',
      go: async (page) => (
        await page.goto(at('/replies')),
        await page.locator('.team-reply').first().waitFor()
      ),
    },
    {
      name: 'ready text of the team',
      on: true,
      go: async (page) => (
        await page.locator('.team-reply').nth(1).locator('button').last().click(),
        await page.getByRole('dialog').locator('form').waitFor()
      ),
    },
    {
      name: 'Telegram',
      go: async (page) => (
        await page.goto(at('/channels/telegram')),
        await page.getByRole('heading', { name: t('telegram-test') }).waitFor()
      ),
    },
    {
      name: 'a test message',
      on: true,
      go: async (page) => (
        await page.getByRole('button', { name: t('telegram-test-do') }).click(),
        await page.locator('.telegram-way').waitFor()
      ),
    },
    {
      name: 'the token',
      on: true,
      go: async (page) => (
        await page.getByRole('button', { name: t('telegram-change') }).click(),
        await page.getByRole('dialog').locator('form').waitFor()
      ),
    },
    {
      name: 'WhatsApp',
      go: async (page) => (
        await page.goto(at('/channels/whatsapp')),
        await page.getByText(t('whatsapp-elsewhere')).waitFor()
      ),
    },
    {
      name: 'webhooks',
      go: async (page) => (
        await page.goto(at('/webhooks')),
        await page.locator('main tbody tr').first().waitFor()
      ),
    },
    {
      name: 'health',
      go: async (page) => (
        await page.goto(at('/health')),
        await page.locator('.state-line').first().waitFor()
      ),
    },
    {
      name: 'queue',
      go: async (page) => (await page.goto(at('/')), await page.locator('.queue-row').first().waitFor()),
    },
    {
      name: 'palette',
      on: true,
      go: async (page) => {
        await page.keyboard.press('Control+KeyK')
        await page.locator('.palette').getByRole('option').first().waitFor()
      },
    },
    {
      name: 'phone call',
      on: true,
      go: async (page) => (
        await page.keyboard.press('Escape'),
        await page.getByRole('link', { name: t('phone-title') }).click(),
        await page.locator('.phone form').waitFor()
      ),
    },
    {
      name: 'questions of a phone call',
      on: true,
      go: async (page) => {
        await page.locator('.phone form button[type=submit]').first().click()
        await page.locator('.phone-question').waitFor()
      },
    },
    {
      name: 'several at once',
      go: async (page) => {
        await page.goto(at('/'))
        await page.getByRole('button', { name: t('queue-select') }).click()
        await page.locator('.row-choice input').first().check()
        await page.locator('.bulk').waitFor()
      },
    },
    ...viewStops(server, t),
    ...macroStops(server, t),
    {
      name: 'end of a shift',
      go: async (page) => {
        await page.goto(at('/'))
        await page.locator('.queue-row').first().waitFor()
        await page.locator('.agent-button').click()
        await page.getByRole('menuitem', { name: t('shift-end') }).click()
        await page.getByRole('dialog').locator('form').waitFor()
        await page.getByRole('menu').waitFor({ state: 'detached' })
      },
    },
    {
      name: 'waiting case',
      go: async (page) => (
        await page.goto(at(`/cases/${codeOf(0)}`)),
        await page.getByRole('button', { name: t('take-over') }).waitFor()
      ),
    },
    {
      name: 'own case',
      go: async (page) => (
        await page.goto(at(`/cases/${codeOf(3)}`)),
        await page.locator('.composer').waitFor()
      ),
    },
    {
      name: 'ready texts',
      part: '.composer',
      on: true,
      go: async (page) => {
        await page.locator('.composer textarea').first().press('Control+Slash')
        await page.locator('#reply-list [role=option]').last().waitFor()
      },
    },
    {
      name: 'a gap in a reply',
      part: '.composer',
      on: true,
      go: async (page) => {
        await page.locator('#reply-list [role=option]', { hasText: t('variable-hotline') }).click()
        await page.locator('.unfilled').waitFor()
        await page.keyboard.press('Control+Enter')
        await page.getByText(t('fault-placeholder')).waitFor()
      },
    },
    {
      name: 'note',
      part: '.composer',
      on: true,
      go: async (page) => (
        await page.getByText(t('compose-note'), { exact: true }).click(),
        await page.locator('.composer[data-kind=note]').waitFor()
      ),
    },
    {
      name: 'actions',
      on: true,
      go: async (page) => (
        await page.getByRole('button', { name: t('more') }).click(),
        await page.getByRole('menu').waitFor()
      ),
    },
    {
      name: 'pass on',
      on: true,
      go: async (page) => {
        await page.getByRole('menuitem', { name: t('transfer') }).click()
        await page.getByRole('dialog').getByRole('combobox').click()
        await page.getByRole('dialog').getByRole('option').first().waitFor()
      },
    },
    {
      name: 'set aside',
      on: true,
      go: async (page) => (await leave(page), await leave(page), await menu(page, t('snooze'))),
    },
    { name: 'help', on: true, go: async (page) => (await leave(page), await menu(page, t('help-ask'))) },
    {
      name: 'severity',
      on: true,
      go: async (page) => (await leave(page), await menu(page, t('set-severity'))),
    },
    {
      name: 'close',
      on: true,
      go: async (page) => {
        await leave(page)
        if (phone) return menu(page, t('close-case'))
        await page.getByRole('button', { name: t('close-case') }).click()
        await page.getByRole('dialog').locator('form').waitFor()
      },
    },
    {
      name: 'case file',
      part: '.pane-file',
      go: async (page) => (
        await page.goto(at(`/cases/${codeOf(3)}/file`)),
        await page.locator('.answers').waitFor()
      ),
    },
    {
      name: 'export',
      on: true,
      go: async (page) => {
        await page.getByRole('button', { name: t('export-begin') }).click()
        await page.getByRole('dialog').locator('form').waitFor()
      },
    },
    {
      name: 'asking to erase',
      on: true,
      go: async (page) => {
        await leave(page)
        await page.getByRole('dialog').waitFor({ state: 'detached' })
        server.change(codeOf(3), { erasure: { mayAsk: true } })
        await page.getByRole('button', { name: t('erasure-begin') }).click()
        await page.getByRole('dialog').locator('form').waitFor()
      },
    },
    {
      name: 'agreeing to erase',
      on: true,
      go: async (page) => {
        await leave(page)
        await page.getByRole('dialog').waitFor({ state: 'detached' })
        server.change(codeOf(3), { erasure: askedToErase(COLLEAGUE) })
        await page.getByRole('button', { name: t('erasure-agree') }).click()
        await page.getByRole('dialog').locator('form').waitFor()
      },
    },
    {
      name: 'correction',
      on: true,
      go: async (page) => {
        await leave(page)
        await page.locator('.answers .answer-tools button').last().click()
        await page.getByRole('dialog').locator('form').waitFor()
      },
    },
    {
      name: 'owner of a number',
      on: true,
      go: async (page) => {
        await leave(page)
        await page.getByRole('dialog').waitFor({ state: 'detached' })
        await page.locator('.identifier .answer-tools button').first().click()
        await page.getByRole('dialog').locator('form').waitFor()
      },
    },
    {
      name: 'timeline',
      part: '.pane-file',
      on: true,
      go: async (page) => (
        await leave(page),
        await tab(page, 'tab-timeline'),
        await page.locator('.timeline').first().waitFor()
      ),
    },
    {
      name: 'evidence',
      part: '.pane-file',
      on: true,
      go: async (page) => (
        await leave(page),
        await tab(page, 'tab-evidence'),
        await page.locator('.evidence').first().waitFor()
      ),
    },
    {
      name: 'technical details',
      part: '.pane-file',
      on: true,
      go: async (page) => {
        await page.locator('.examined summary').first().click()
        await page.locator('.read-facts').first().waitFor()
      },
    },
    {
      name: 'reveal',
      on: true,
      go: async (page) => {
        await page
          .locator('.evidence')
          .first()
          .getByRole('button', { name: t('reveal-open') })
          .click()
        await page.getByRole('dialog').locator('form').waitFor()
      },
    },
    {
      name: 'revealed',
      on: true,
      go: async (page) => {
        await page.getByLabel(t('reason-threat')).check()
        await page
          .getByRole('dialog')
          .getByRole('button', { name: t('reveal-do') })
          .click()
        await page.locator('.shown-picture').waitFor()
      },
    },
    {
      name: 'notes',
      part: '.pane-file',
      on: true,
      go: async (page) => (
        await leave(page),
        await tab(page, 'tab-notes'),
        await page.locator('.notes').waitFor()
      ),
    },
    {
      name: 'custody',
      part: '.pane-file',
      on: true,
      go: async (page) => (await tab(page, 'tab-custody'), await page.locator('.custody').waitFor()),
    },
    {
      name: 'agents',
      go: async (page) => (
        await page.goto(at('/agents')),
        await page.locator('.agent-line').first().waitFor()
      ),
    },
    {
      name: 'invite',
      on: true,
      go: async (page) => (
        await page.getByRole('button', { name: t('invite') }).click(),
        await page.getByRole('dialog').locator('form').waitFor()
      ),
    },
    {
      name: 'second factor',
      go: async (page) => (
        await page.goto(at('/second-factor')),
        await page.locator('input[name=password]').waitFor()
      ),
    },
    {
      name: 'enrolment',
      on: true,
      go: async (page) => {
        await page.locator('input[name=password]').fill(PASSWORD)
        await page.getByRole('button', { name: t('factor-begin') }).click()
        await page.locator('.qr').waitFor()
      },
    },
    {
      name: 'own menu',
      go: async (page) => {
        await page.goto(at('/'))
        await page.locator('.queue-row').first().waitFor()
        await page.locator('.agent-button').click()
        await page.getByRole('menu').waitFor()
      },
    },
    {
      name: 'keys',
      on: true,
      go: async (page) => {
        await page.getByRole('menuitem', { name: t('keys-title') }).click()
        await page.getByRole('dialog').waitFor()
        await page.getByRole('menu').waitFor({ state: 'detached' })
      },
    },
    {
      name: 'how I am called',
      on: true,
      go: async (page) => {
        await leave(page)
        await page.locator('.agent-button').click()
        await page.getByRole('menuitem', { name: t('alerts-title') }).click()
        await page
          .getByRole('dialog')
          .getByRole('switch', { name: t('alerts-push') })
          .waitFor()
        await page.getByRole('menu').waitFor({ state: 'detached' })
      },
    },
    {
      name: 'erased just now',
      part: '.pane-file',
      go: async (page) => {
        await leave(page)
        server.change(codeOf(5), { erasure: askedToErase(COLLEAGUE) })
        await page.goto(at(`/cases/${codeOf(5)}/file`))
        await page.getByRole('button', { name: t('erasure-agree') }).click()
        await page.getByRole('dialog').getByRole('textbox').fill(codeOf(5))
        await page.keyboard.press('Enter')
        await page.locator('.certificate').waitFor()
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      },
    },
    {
      name: 'erased case',
      part: '.pane-file',
      go: async (page) => {
        server.cases.get(codeOf(6))!.file.status = 'erased'
        await page.goto(at(`/cases/${codeOf(6)}/file`))
        await page.locator('.custody').waitFor()
      },
    },
    {
      name: 'numbers',
      go: async (page) => {
        server.me = makeMe('analyst')
        await page.goto(at('/'))
        await page.locator('.facts').waitFor()
      },
    },
    {
      name: 'nowhere',
      go: async (page) => (await page.goto(at('/no-such-page')), await page.locator('.whole-page').waitFor()),
    },
  ]
}
