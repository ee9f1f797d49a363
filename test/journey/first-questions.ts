import { openTexts } from '../../bots/texts.ts'
import { opening } from './opening.ts'

const phrases = openTexts()

/** As an adult who is safe and on a phone of their own. */
const ANSWERS = [
  ['consent', 'continue'],
  ['device', 'mine'],
  ['danger', 'none'],
  ['age', 'me-18'],
] as const

type Answering = {
  /** Resolves once the bot said something that holds this. */
  readonly hears: (text: string) => Promise<unknown>
  readonly presses: (label: string) => unknown
}

/**
 * Answers by button what is asked before the story, in whatever channel; resolves when the bot asks
 * for the story.
 */
export const reachStory = async (
  { hears, presses }: Answering,
  language: 'ar' | 'ckb' | 'en',
): Promise<void> => {
  const asks = (step: string): Promise<unknown> => hears(opening(language, `ask-${step}`))
  for (const [step, option] of ANSWERS) {
    await asks(step)
    await presses(phrases.say(language, `option-${step}-${option}`))
  }
  await asks('story')
}
