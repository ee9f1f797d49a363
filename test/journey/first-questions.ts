import { openTexts } from '../../bots/texts.ts'
import { opening } from './opening.ts'

const phrases = openTexts()

const AGE = { ar: 'عمري 22', ckb: 'تەمەنم 22 ساڵە', en: 'I am 22' } as const

type Answering = {
  /** Resolves once the bot said something that holds this. */
  readonly hears: (text: string) => Promise<unknown>
  readonly presses: (label: string) => unknown
  readonly says: (text: string) => unknown
}

/**
 * Agrees by button, in whatever channel, and says an age, an adult's where none is given; resolves
 * when the bot has asked for the story and noted the age.
 */
export const reachStory = async (
  { hears, presses, says }: Answering,
  language: 'ar' | 'ckb' | 'en',
  age: string = AGE[language],
): Promise<void> => {
  await hears(opening(language, 'ask-consent'))
  await presses(phrases.say(language, 'option-consent-continue'))
  await hears(opening(language, 'ask-story'))
  await says(age)
  await hears(opening(language, 'also-noted'))
}
