import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../../../core/base/language.ts'
import { openStage, phrases } from '../../../build/stage.ts'
import { STORY, YES } from './told-so-far.ts'

/** What stands on the card once somebody who told a story and agreed has written these too. */
const card = async (language: Language, ...texts: readonly string[]) => {
  const stage = await openStage()
  const who = stage.person('1', language)
  for (const line of [STORY[language], YES[language], ...texts]) {
    await who.writes(line)
    await stage.fallQuiet()
  }
  return (await who.book()).state.conversation.answers
}

describe('what stands on the card', () => {
  test('a number after a sum goes on in its currency', async () => {
    const { amount, 'paid-amount': paid } = await card('en', 'he wants 300$ and i paid 1000 yesterday')
    expect(amount).toMatchObject({ amount: 300, currency: 'USD' })
    expect(paid).toMatchObject({ amount: 1000, currency: 'USD' })
  })

  test.each([
    ['en', 'i paid 200$ already', 'he wants 1000 more', 'USD'],
    ['en', 'i paid 200$ already', 'he wants 250,000 more', 'IQD'],
  ] as const)('so does one in the next message (%s, %s, %s)', async (language, first, next, currency) => {
    const answers = await card(language, first, next)
    expect(answers['paid-amount']).toMatchObject({ currency: 'USD' })
    expect(answers['amount']).toMatchObject(currency === 'USD' ? { currency } : {})
  })

  test.each(['يريد ٣ شدات والا ينشر صوري', 'طلب مني شدة'])('a bundle is no sum: %s', async (text) => {
    const answers = await card('ar', text)
    expect(answers['amount']).toBeUndefined()
    expect(answers['app']).toBeUndefined()
  })

  test.each([
    ['en', 'he blocked me after i paid'],
    ['en', 'i already sent him 300$'],
    ['ar', 'بلكني بعد ما دفعت'],
    ['ar', 'دزيتله ٣٠٠ دولار'],
    ['ckb', '٣٠٠ دۆلارم بۆ نارد'],
  ] as const)('who paid was not asked for more by that (%s, %s)', async (language, text) => {
    const answers = await card(language, text)
    expect(answers['paid']).toMatchObject({ option: 'yes' })
    expect(answers['spread']).toBeUndefined()
  })

  test('and who was is', async () => {
    expect((await card('en', 'i paid him 200$ and now he wants 500'))['paid']).toMatchObject({
      option: 'again',
    })
  })

  test.each([
    ['en', 'i have 2 kids and my husband is abroad'],
    ['en', 'no, i live with my husband'],
    ['ar', 'خطيبي يعرف كلشي وواكف وياي'],
    ['ar', 'ابن خالي شرطي وكال يساعدني'],
    ['en', 'my uncle is a police officer and he can help'],
    ['ckb', 'مامم پۆلیسە و دەتوانێت یارمەتیم بدات'],
  ] as const)('who is one of theirs and helps is not who blackmails (%s, %s)', async (language, text) => {
    expect((await card(language, text))['relation']).toBeUndefined()
  })

  test.each([
    ['en', 'my husband threatens me with my photos', 'ex'],
    ['en', 'my cousin threatens me and my friend helps me', 'relative'],
    ['ar', 'خطيبي يهددني واختي تساعدني', 'ex'],
    ['en', 'my boyfriend threatens me with my photos', 'ex'],
    ['ar', 'حبيبي يهددني بصوري', 'ex'],
    ['ckb', 'خۆشەویستەکەم هەڕەشەم لێ دەکات بە وێنەکانم', 'ex'],
  ] as const)('and who does it is (%s, %s)', async (language, text, relation) => {
    expect((await card(language, text))['relation']).toMatchObject({ option: relation })
  })

  test.each([
    ['en', 'i am in the office'],
    ['en', "me, i'm 33, and my husband is 40"],
    ['en', 'my sister knows and helps me'],
  ] as const)('nothing came to somebody who is only named (%s, %s)', async (language, text) => {
    expect((await card(language, text))['spread']).toBeUndefined()
  })

  test('and to whom it was sent it came, also where they help', async () => {
    const { spread } = await card('en', 'he sent them to my sister and she helps me')
    expect(spread).toMatchObject({ options: ['family'] })
  })

  test.each([
    ['en', 'he wants 300$'],
    ['ckb', '٣٠٠ دۆلاری دەوێت'],
  ] as const)('a sum that is wanted is what they want (%s, %s)', async (language, text) => {
    expect((await card(language, text))['demand']).toMatchObject({ options: ['money'] })
  })
})

describe('who is named', () => {
  test.each([
    ['ar', 'دزها لمديري وزملائي'],
    ['ckb', 'وێنەکانی بۆ بەڕێوەبەرەکەم ناردووە'],
    ['en', 'he sent them to my boss'],
  ] as const)('as whom it was sent to is not who did it (%s, %s)', async (language, text) => {
    expect((await card(language, text))['relation']).toBeUndefined()
  })

  test.each([
    ['en', 'my boss sent my photos to my colleague', 'work'],
    ['ar', 'ابن عمي يهددني بصوري وخالي يساعدني', 'relative'],
    ['en', 'my uncle helps me but my cousin threatens me', 'relative'],
  ] as const)('beside another who is not, still is (%s, %s)', async (language, text, relation) => {
    expect((await card(language, text))['relation']).toMatchObject({ option: relation })
  })

  test.each([
    ['en', 'my best friend has my pictures'],
    ['en', 'my best friend is 15'],
    ['ar', 'صديقتي المقربة عندها كل صوري وتهددني'],
  ] as const)('as a friend is nobody from work or school (%s, %s)', async (language, text) => {
    expect((await card(language, text))['relation']).toBeUndefined()
  })

  test.each([
    ['en', 'my friend from work has my pictures'],
    ['en', 'my best friend from class sent my photos'],
    ['ar', 'صديقي بالدوام عنده صوري ويهددني'],
    ['ckb', 'هاوڕێکەم لە زانکۆ وێنەکانمی لایە'],
  ] as const)('as a friend from there is (%s, %s)', async (language, text) => {
    expect((await card(language, text))['relation']).toMatchObject({ option: 'work' })
  })

  test('and an age is no time limit', async () => {
    expect((await card('ckb', 'تەمەنم بیست و پێنج ساڵە'))['deadline']).toBeUndefined()
  })
})

test('what a partner of today is put down as says in no language that they are one of the past alone', () => {
  for (const key of ['option-relation-ex', 'weighs-relation-ex', 'reason-ex'])
    expect(LANGUAGES.map((language) => phrases.say(language, key)).join('\n')).toMatch(
      /^.*(?:حالي|زواج).*\n.*ئێستا.*\n.*partner.*$/iu,
    )
})
