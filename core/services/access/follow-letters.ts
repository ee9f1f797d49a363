import { detectLanguage } from '../../text/detect-language.ts'
import type { Act } from './act.ts'

/** The first words of a chat say which language is spoken in it, those of a command like others. */
export const followLetters = (act: Act): void => {
  const { body } = act.item
  const { firstWords, language, chosen } = act.state.conversation
  if (
    body.kind !== 'text' ||
    chosen === true ||
    act.item.forward !== undefined ||
    (firstWords !== undefined && firstWords !== act.inbound)
  )
    return
  const spoken = detectLanguage(body.text)
  if (spoken !== undefined && spoken !== language)
    act.out.emit({ type: 'language_chosen', language: spoken, by: 'words' })
}
