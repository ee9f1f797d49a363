import type { Translate } from '../../../adapters/console/ui/language/bundles.ts'
import type { DeskServer } from './desk-server.ts'
import type { Stop } from './pages.ts'
import { MINE, NIGHT } from './views-world.ts'

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
    go: async (page) => {
      await page.getByRole('menuitem', { name: NIGHT.name }).click()
      await page.getByRole('button', { name: t('views-title') }).click()
      await page.getByRole('menuitem', { name: t('views-change') }).click()
      await page.getByRole('dialog').locator('.views-list').waitFor()
      await page.getByRole('menu').waitFor({ state: 'detached' })
    },
  },
]
