import { LANGUAGES, type Language } from '../../core/base/language.ts'
import { readScript } from '../script.ts'

const given = readScript({
  name: 'texts',
  about: 'For reviewers who speak the languages: one page of HTML on standard output.',
  options: {
    sheet: { kind: 'flag', about: 'every text that people read, in its place' },
    screens: { kind: 'flag', about: 'whole conversations as the messengers show them' },
    language: {
      kind: 'text',
      value: 'LANGUAGE',
      about: 'ar or ckb: that one beside English, and the other left out',
    },
  },
})
const [sheet, language] = [given.flag('sheet'), given.text('language')]
if (sheet === given.flag('screens')) given.refuse('say --sheet or --screens')
const asked = LANGUAGES.find((one) => one === language)
if (language !== undefined && asked === undefined)
  given.refuse(`there is no --sheet or --screens in "${language}", but in ${LANGUAGES.join(', ')}`)

const languages: readonly Language[] =
  asked === undefined || asked === 'en' ? ['en', 'ar', 'ckb'] : ['en', asked]
const draw = async (): Promise<string> => {
  if (sheet) {
    const { sheetAsHtml } = await import('./html.ts')
    const { makeSheet } = await import('./sheet.ts')
    return sheetAsHtml(makeSheet(), languages)
  }
  const { SCENES } = await import('./scenes.ts')
  const { drawScreens } = await import('./screens.ts')
  return drawScreens(SCENES, languages)
}
process.stdout.write(await draw())
