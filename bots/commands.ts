import type { CommandTexts } from '../adapters/channels/telegram/set-up.ts'
import { LANGUAGES, type Language } from '../core/base/language.ts'
import type { Phrases } from '../core/ports/phrases.ts'

/** Telegram knows languages by two letters; Kurdish is `ku` there, whichever the script. */
const TWO_LETTERS: Readonly<Record<Language, string>> = { ar: 'ar', ckb: 'ku', en: 'en' }

/** The menu in every language, and in Arabic for everybody else. */
export const telegramCommands = (phrases: Phrases): readonly CommandTexts[] => {
  const descriptions = (language: Language): CommandTexts['descriptions'] => ({
    exit: phrases.say(language, 'cmd-exit'),
    help: phrases.say(language, 'cmd-help'),
    human: phrases.say(language, 'cmd-human'),
    back: phrases.say(language, 'cmd-back'),
    skip: phrases.say(language, 'cmd-skip'),
    language: phrases.say(language, 'cmd-language'),
    stop: phrases.say(language, 'cmd-stop'),
    restart: phrases.say(language, 'cmd-start'),
  })
  return [
    { descriptions: descriptions('ar') },
    ...LANGUAGES.map((language) => ({
      language: TWO_LETTERS[language],
      descriptions: descriptions(language),
    })),
  ]
}
