import type { Translate } from '../../../adapters/console/ui/language/bundles.ts'
import type { DeskServer } from './desk-server.ts'
import type { Stop } from './pages.ts'
import { MINE, NIGHT } from './views-world.ts'
import { codeOf } from './world.ts'

/** Saved views of the queue: the list to choose from, and the dialog in which they are kept. */
export const viewStops = (server: DeskServer, t: Translate): readonly Stop[] => [
  {
    name: 'saved views',
    go: async (page) => {
      server.views.shared = { version: 1, views: [NIGHT] }
      server.views.own = { version: 1, views: [MINE] }
      await page.goto(`${server.url}/`)
      await page.getByRole('button', { name: t('views-title') }).click()
      await page.getByRole('menuitem', { name: NIGHT.name }).waitFor()
    },
  },
  {
    name: 'saving a view',
    on: true,
    go: async (page) => {
      await page.getByRole('menuitem', { name: NIGHT.name }).click()
      await page.getByRole('button', { name: t('views-title') }).click()
      await page.getByRole('menuitem', { name: t('views-change') }).click()
      await page.getByRole('dialog').locator('.views-list').waitFor()
      await page.getByRole('menu').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'renaming a view',
    on: true,
    go: async (page) => {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('views-rename', { name: MINE.name }) })
        .click()
      await page.getByRole('dialog').locator('.views-rename').waitFor()
    },
  },
]

/** Macros: the page on which they are put together, and what an agent is shown before one is run. */
export const macroStops = (server: DeskServer, t: Translate): readonly Stop[] => [
  {
    name: 'macros',
    go: async (page) => {
      await page.goto(`${server.url}/macros`)
      await page.locator('.macro-steps').first().waitFor()
    },
  },
  {
    name: 'a macro',
    on: true,
    go: async (page) => {
      await page.locator('.team-reply-tools button').nth(2).click()
      await page.getByRole('dialog').locator('.macro-field').nth(4).waitFor()
    },
  },
  {
    name: 'choosing a macro',
    go: async (page) => {
      await page.goto(`${server.url}/cases/${codeOf(3)}`)
      await page
        .locator('.composer')
        .getByRole('button', { name: t('macros') })
        .click()
      await page.getByRole('dialog').locator('.macro-list button').first().waitFor()
    },
  },
  {
    name: 'what a macro will do',
    on: true,
    go: async (page) => {
      await page.getByRole('dialog').locator('.macro-list button').first().click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('macro-send') })
        .click()
      await page.getByText(t('macro-asked')).waitFor()
    },
  },
]
