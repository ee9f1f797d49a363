import type { Language } from '../../../../core/base/language.ts'
import { byId } from './dom.ts'
import type { Queue } from './queue.ts'
import { languageOf, makeId } from './settings.ts'
import type { Words } from './words.ts'

/** How a talk begins: in a language, or with a code from before; and the language changed later on. */
export const wireIntro = (parts: {
  readonly words: Words
  readonly queue: Queue
  readonly speak: (language: Language) => Promise<void>
  readonly start: () => void
  readonly hasSession: () => boolean
  readonly isHidden: () => boolean
  /** A conversation of this browser is opened by what is written next. */
  readonly askCode: () => void
}): void => {
  const { words, queue, speak, hasSession, isHidden } = parts
  const languages = byId('select', 'language')

  const changeLanguage = async (language: Language): Promise<void> => {
    await speak(language)
    const id = makeId()
    if (hasSession()) queue.add({ id, path: 'commands', body: { command: 'language', language, id } })
  }
  languages.value = words.language()
  languages.addEventListener('change', () => void changeLanguage(languageOf(languages.value)))

  const begin = async (language: Language): Promise<void> => {
    await speak(language)
    if (!hasSession() || isHidden()) parts.start()
  }
  for (const node of Array.from(byId('div', 'languages').querySelectorAll('button')))
    node.addEventListener('click', () => void begin(languageOf(node.value)))

  byId('button', 'have-code').addEventListener('click', () => {
    // Anywhere else than in that browser the code is asked for.
    if (isHidden()) return parts.askCode()
    const text = words.say('have-code')
    const id = makeId()
    queue.add({ id, path: 'messages', body: { text, id, language: words.language() }, text })
  })
}
