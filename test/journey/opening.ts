import { openTexts } from '../../bots/texts.ts'
import { previewTexts } from '../../bots/text-samples.ts'
import type { Language } from '../../core/base/language.ts'

const LENGTH = 20
const texts = new Map(
  previewTexts(openTexts()).groups.flatMap((group) =>
    group.texts.map(({ key, says }) => [key, says] as const),
  ),
)

/** How a text of the bot begins: enough to know it by, and before anything that is filled in. */
export const opening = (language: Language, key: string, length = LENGTH): string => {
  const says = texts.get(key)
  if (says === undefined) throw new Error(`there is no text ${key}`)
  return says[language].slice(0, length)
}
