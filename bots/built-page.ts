import { fileURLToPath } from 'node:url'
import { readBuilt, type Built } from '../adapters/console/server/http/built.ts'

/** The console's built page, and whether it is of the sources that are here. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const UI = fileURLToPath(new URL('../adapters/console/ui/dist', import.meta.url))

export const lookAtPage = (): Built => readBuilt(UI, ROOT, 'index.html')

export const PAGE_SAYS: Readonly<Record<Exclude<Built, 'current'>, string>> = {
  older:
    'the console’s page is older than its sources: agents get the old one until npm ci (or npm run build) is given',
  missing: 'the console’s page is not built: give npm ci (or npm run build)',
}
