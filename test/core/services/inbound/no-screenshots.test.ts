import { describe, expect, test } from 'vitest'
import { openStage } from '../../../build/stage.ts'

type Language = 'ar' | 'ckb' | 'en'

const CHILD: Readonly<Record<Language, readonly string[]>> = {
  en: ['a man has my pictures and will post them', 'yes', 'no', 'i am 15'],
  ar: ['اكو واحد عنده صوري ويهددني ينشرها', 'نعم', 'لا', 'عمري 15'],
  ckb: ['کەسێک وێنەکانمی لایە و هەڕەشەم لێ دەکات', 'بەڵێ', 'نەخێر', 'تەمەنم ١٥ ساڵە'],
}

/** A picture of the screen, in three languages, and to keep or to send one. */
const OF_SCREEN = /screenshot|سكرين|لقطة شاشة|لقطات|سکرین|وێنەی شاشە/u

// prettier-ignore
const ASKED: ReadonlyArray<readonly [Language, string, string]> = [
   
  ['en', 'he posted it', 'saying-he-published-minor'], 
  ['ar', 'ابلكه', 'saying-should-block-minor'], ['ar', 'امسح المحادثة لو لا', 'saying-should-delete-minor'],
  ['ckb', 'بلۆکی بکەم', 'saying-should-block-minor'], ['ckb', 'چاتەکە بسڕمەوە', 'saying-should-delete-minor'],
]

describe('in the case of a child', () => {
  test.each(ASKED)('no answer asks for a picture of the screen (%s «%s»)', async (language, text, key) => {
    const who = (await openStage()).person('1', language)
    for (const words of CHILD[language]) await who.says(words)
    const [before, heard] = [(await who.book()).events.length, who.heard().length]
    await who.says(text)
    const said = (await who.book()).events
      .slice(before)
      .flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
    expect(said).toContain(key)
    for (const one of who.heard().slice(heard))
      if (OF_SCREEN.test(one)) expect(one).toMatch(/وێنەی شاشەش نا|ولا صورة للشاشة/u)
  })
})
