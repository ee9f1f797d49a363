import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  makeTranslate,
  type Language,
  type Translate,
} from '../../../adapters/console/ui/language/bundles.ts'

const LOCALES = new URL('../../../adapters/console/ui/locales', import.meta.url).pathname

/**
 * Everything that the console says in a language: the first load's texts, and those that some pages
 * bring along.
 */
export const sourceOf = async (language: string): Promise<string> => {
  const names = (await readdir(LOCALES, { recursive: true }))
    .filter((name) => name.endsWith(`${language}.ftl`))
    .toSorted()
  return (await Promise.all(names.map((name) => readFile(join(LOCALES, name), 'utf8')))).join('\n')
}

/** The console's own texts, so that no test depends on a wording. */
export const textsOf = async (language: Language): Promise<Translate> =>
  makeTranslate(language, await sourceOf(language))
