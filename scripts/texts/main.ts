import { parseArgs } from 'node:util'
import { LANGUAGES, type Language } from '../../core/base/language.ts'
import { sheetAsHtml } from './html.ts'
import { SCENES } from './scenes.ts'
import { drawScreens } from './screens.ts'
import { makeSheet } from './sheet.ts'

/**
 * For reviewers who speak the languages. `npm run -s texts -- --sheet > texts.html`: every text that
 * people read, in its place. `--screens > screens.html`: whole conversations as the messengers show
 * them. `--language ar` (or ckb) puts that one beside English and leaves the other out.
 */
const USAGE = 'npm run -s texts -- --sheet|--screens [--language ar|ckb] > texts.html'

const { values } = parseArgs({
  options: { sheet: { type: 'boolean' }, screens: { type: 'boolean' }, language: { type: 'string' } },
})
const asked = LANGUAGES.find((language) => language === values.language)
const [sheet, screens] = [values.sheet === true, values.screens === true]

if (sheet === screens || (values.language !== undefined && asked === undefined)) {
  console.error(USAGE)
  process.exitCode = 2
} else {
  const languages: readonly Language[] =
    asked === undefined || asked === 'en' ? ['en', 'ar', 'ckb'] : ['en', asked]
  process.stdout.write(sheet ? sheetAsHtml(makeSheet(), languages) : await drawScreens(SCENES, languages))
}
