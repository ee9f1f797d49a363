import type { Language } from '../../../../core/base/language.ts'
import { openStage, type Person } from '../../../build/stage.ts'

/** What somebody writes first, agrees with, answers to the question for danger, and greets with. */
export const STORY = {
  ar: 'اكو واحد ديهددني بصوري',
  ckb: 'کەسێک هەڕەشەی بڵاوکردنەوەی وێنەکانمم لێ دەکات',
  en: 'someone is threatening me with my photos',
} as const
export const YES = { ar: 'نعم', ckb: 'بەڵێ', en: 'yes' } as const
export const NONE = { ar: 'لا شيء', ckb: 'هیچیان', en: 'none' } as const
export const HELLO = { ar: 'مرحبا', ckb: 'سڵاو', en: 'hello' } as const

/** Keys of what the bot said so far. */
const saidTo = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

/** Who has written these lines one after the other, and the keys of what was said to the last. */
export const writes = async (language: Language, ...lines: readonly string[]) => {
  const who = (await openStage()).person('1', language)
  let before = 0
  for (const [at, line] of lines.entries()) {
    if (at === lines.length - 1) before = (await saidTo(who)).length
    await who.says(line)
  }
  const { answers, open, skipped, called } = (await who.book()).state.conversation
  return { keys: (await saidTo(who)).slice(before), answers, open: open?.step, skipped, called }
}

/** The same, where the last line is written at the question what they demand. */
export const atDemand = (language: Language, text: string) =>
  writes(language, STORY[language], YES[language], NONE[language], '28', text)
