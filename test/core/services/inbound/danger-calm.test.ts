import { expect, test } from 'vitest'
import type { Language } from '../../../../core/base/language.ts'
import { openStage } from '../../../build/stage.ts'

const SURE: Readonly<Record<Language, string>> = {
  ar: 'راح انتحر',
  ckb: 'خۆم دەکوژم',
  en: 'I want to kill myself, he posted everything',
}
const YES: Readonly<Record<Language, string>> = { ar: 'نعم', ckb: 'بەڵێ', en: 'yes' }

/** Speaks of the questions, of a code, or of what will be sent. */
const CALM = /^saying-(?:change-answer|said-already|my-code)$|^not-understood/

test.each<readonly [Language, string, boolean]>([
  ['en', 'no one answers', true],
  ['en', 'nobody is answering me', true],
  ['ar', 'محد يجاوب', true],
  ['ar', 'ليش محد يرد', true],
  ['ar', 'ma7ad yjawb', true],
  ['ckb', 'کەس وەڵام ناداتەوە', true],
  ['ckb', 'کەس بەرسڤێ نادەت', true],
  ['en', 'that was wrong', false],
  ['en', 'I already told you', false],
  ['ar', 'كلت قبل شوي', false],
  ['ckb', 'پێشتر وتم', false],
])(
  'who wants to die is told nothing of lines and answers, and who calls is answered by what happens now (%s «%s»)',
  async (language, text, calls) => {
    const who = (await openStage()).person('1', language)
    for (const words of [SURE[language], YES[language], YES[language]]) await who.says(words)
    const keys = async (): Promise<readonly string[]> =>
      (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
    const before = await keys()
    await who.says(text)
    const said = (await keys()).slice(before.length)
    expect((await who.book()).state.conversation.urgent).toBe(true)
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter((key) => CALM.test(key))).toEqual([])
    if (calls) expect(said[0]).toMatch(/^saying-called/)
  },
)
