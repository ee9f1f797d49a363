import { describe, expect, test } from 'vitest'
import { openStage } from '../../../build/stage.ts'

type Language = 'ar' | 'ckb' | 'en'

// prettier-ignore
const LONG_PAST: ReadonlyArray<readonly [Language, string]> = [
  ['ar', 'چنت اجرح نفسي قبل سنين'], ['ar', 'من كنت صغيرة چنت اأذي نفسي'], ['ar', 'السنة الماضية جرحت نفسي'],
  ['ar', 'حاولت انتحر قبل خمس سنين'], ['ar', 'جنت اريد اموت قبل سنتين'], ['ar', 'قبل ما اتزوج كنت اكص ايدي'],
  ['ar', 'كنت اجرح نفسي لما كان عمري 15'], ['ar', 'chint ajra7 nafsi gabil sneen'],
  ['ckb', 'پێشتر خۆمم دەبڕی'], ['ckb', 'جاران خۆمم بریندار دەکرد'], ['ckb', 'کاتێک تەمەنم ١٥ ساڵ بوو خۆمم دەبڕی'],
  ['ckb', 'پێش سێ ساڵ هەوڵی خۆکوشتنم دا'], ['ckb', 'پێش ئەوەی هاوسەرگیری بکەم ویستم خۆم بکوژم'],
  ['ckb', 'پێنج ساڵ لەمەوبەر دەمویست بمرم'], ['ckb', 'peshtr xomm dabri'],
  ['en', 'I used to cut myself years ago'], ['en', 'when i was 15 i cut myself'], ['en', 'i used to self harm'],
  ['en', 'i tried to kill myself last year'], ['en', 'before i married i wanted to die'],
  ['en', 'i hurt myself back in high school'], ['en', 'ten years ago i tried to hang myself'],
]

// prettier-ignore
const NOW: ReadonlyArray<readonly [Language, string]> = [
  ['ar', 'جرحت نفسي البارحة'], ['ar', 'كصيت ايدي قبل ساعة'], ['ar', 'اليوم چنت راح انتحر'],
  ['ar', 'من السنة الماضية اريد اموت'], ['ar', 'من سنين واني اجرح نفسي'], ['ar', 'چنت اجرح نفسي قبل سنين وهسه رجعت'],
  ['ar', 'راح اقتل نفسي مثل السنة الماضية'],
  ['ckb', 'پێش کاتژمێرێک دەستی خۆمم بڕی'], ['ckb', 'ئەمشەو خۆم دەکوژم'], ['ckb', 'لە ساڵی پارەوە دەمەوێت بمرم'],
  ['en', 'i cut myself yesterday'], ['en', 'i cut myself an hour ago'], ['en', 'i cut my wrists last night'],
  ['en', 'i was going to kill myself today'], ['en', 'last year he posted my pictures and i want to die'],
  ['en', 'i used to cut myself years ago, tonight i will do it again'], ['en', 'since last year i want to die'],
]

// prettier-ignore
const HARMLESS: ReadonlyArray<readonly [Language, string]> = [
  ['ar', 'كنت اكص شعري بنفسي'], ['ckb', 'پێشتر قژی خۆمم دەبڕی'], ['en', 'i used to cut my hair myself'],
]

const hear = async (language: Language, text: string) => {
  const who = (await openStage()).person('1', language)
  await who.says(text)
  return (await who.book()).state
}

describe('harm to themselves', () => {
  test.each(LONG_PAST)('of long ago is asked about and calls nobody (%s «%s»)', async (language, text) => {
    const state = await hear(language, text)
    expect(state.conversation.open?.step).toBe('worry-self-harm')
    expect(state.conversation.called.danger).toBe(false)
    expect(state.severity).not.toBe('P1')
  })

  test.each(NOW)('of now, since then or again is no story of the past (%s «%s»)', async (language, text) => {
    const state = await hear(language, text)
    expect(state.severity).toBe('P1')
    expect(state.conversation.called.danger).toBe(true)
  })

  test.each(HARMLESS)('is not heard in hair that was cut (%s «%s»)', async (language, text) => {
    expect((await hear(language, text)).conversation.open?.step).not.toBe('worry-self-harm')
  })
})
