import { parseArgs } from 'node:util'
import { LANGUAGES, type Language } from '../../core/base/language.ts'
import { sheetAsHtml } from './html.ts'
import { makeSheet } from './sheet.ts'

/**
 * `npm run -s texts -- --sheet > texts.html`: every text that people read, in its place, for
 * reviewers who speak the languages. `--language ar` (or ckb) puts that one beside English and
 * leaves the other out.
 */
const USAGE = 'npm run -s texts -- --sheet [--language ar|ckb] > texts.html'

const { values } = parseArgs({ options: { sheet: { type: 'boolean' }, language: { type: 'string' } } })
const asked = LANGUAGES.find((language) => language === values.language)

if (values.sheet !== true || (values.language !== undefined && asked === undefined)) {
  console.error(USAGE)
  process.exitCode = 2
} else {
  const languages: readonly Language[] =
    asked === undefined || asked === 'en' ? ['en', 'ar', 'ckb'] : ['en', asked]
  process.stdout.write(sheetAsHtml(makeSheet(), languages))
}
