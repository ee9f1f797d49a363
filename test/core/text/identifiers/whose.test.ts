import { describe, expect, test } from 'vitest'
import { openChecks } from '../../../../adapters/identifiers/index.ts'
import { extractIdentifiers, findIdentifiers } from '../../../../core/text/identifiers/extract.ts'
import { matchKeys, mergeIdentifiers } from '../../../../core/text/identifiers/identifier.ts'

const checks = openChecks()
const NUMBER = '0770 123 4567'
const whose = (text: string): string =>
  extractIdentifiers(text, checks)
    .map(({ owner, role }) => (role === undefined ? owner : `${owner} ${role}`))
    .join(', ')

describe('whose a number is, stands in the words of its clause', () => {
  test.each([
    ['operator', `دكيت على ${NUMBER} مال خدمة الزبائن`],
    ['operator', `کۆمپانیای پەیوەندیکردن ${NUMBER} وەڵامیان نەدامەوە`],
    ['operator', `I phoned ${NUMBER}, then the hotline 0780 123 4567`.replace(`${NUMBER}, then `, '')],
    ['operator', `khabart khidmat el zaba2en ${NUMBER}`],
    ['bank', `موظف المصرف نطاني ${NUMBER}`],
    ['bank', `بانکەکەم ژمارەی ${NUMBER} پێدام`],
    ['bank', `my bank gave me ${NUMBER}`],
    ['bank', `el masraf gal ${NUMBER}`],
    ['office', `دفعت بمحل الصيرفة ${NUMBER}`],
    ['office', `پارەکەم لە نووسینگە ${NUMBER} دا`],
    ['office', `I sent it at the money changer ${NUMBER}`],
    ['office', `dafa3t b maktab ${NUMBER}`],
    ['support', `بلغت الشرطة على ${NUMBER}`],
    ['support', `پۆلیس ${NUMBER}`],
    ['support', `I reported it to the police ${NUMBER}`],
    ['famous', 'كاتب انه يتابع الفنانة @some_singer'],
    ['famous', 'وێنەی هونەرمەند @some_singer داناوە'],
    ['famous', 'he has a picture of the actress @some_singer'],
    ['helper', `عندي محامية ${NUMBER}`],
    ['helper', `پارێزەرێک ${NUMBER} یارمەتیم دەدات`],
    ['helper', `my cousin is a lawyer and her number is ${NUMBER}`],
    ['helper', `wa7da mu7amiya ${NUMBER}`],
  ])('%s: %s', (role, text) => expect(whose(text)).toBe(`other ${role}`))

  test.each([
    `call me on ${NUMBER}`,
    `you can reach me at ${NUMBER}`,
    `اكتبولي على ${NUMBER}`,
    `${NUMBER} اتصلوا بيه`,
    `تكدرون تحصلوني على ${NUMBER}`,
    `لەم ژمارەیە پەیوەندیم پێوە بکەن ${NUMBER}`,
    `kalmooni 3ala ${NUMBER}`,
    `jmarakam ${NUMBER}`,
  ])('the person’s own, in other words than "my number": %s', (text) => {
    expect(whose(text)).toBe('self')
    expect(extractIdentifiers(text, checks)[0]?.keys).toEqual([])
  })

  test.each([
    `he said call me on ${NUMBER}`,
    `اتصل بيه من ${NUMBER}`,
    `he pretends to be from the bank, ${NUMBER}`,
    `he pretends to be the bank ${NUMBER}`,
    `ينتحل صفة موظف المصرف ${NUMBER}`,
    'he wants it on his bank account IQ98NBIQ850123456789012',
    `I called the hotline and they did nothing. he writes from ${NUMBER}`,
    `راجعت المصرف وما سووا شي يهددني من ${NUMBER}`,
    `يريد احول زين كاش ${NUMBER}`,
  ])('the blackmailer’s all the same: %s', (text) => expect(whose(text)).toBe('perpetrator'))

  test('each of two in one breath has its own', () => {
    expect(
      whose(`my number is 0780 123 4567 he writes from ${NUMBER} I called the operator 0750 123 4567`),
    ).toBe('self, perpetrator, other operator')
  })

  test('a helper’s has no key, as the person’s own; a help line’s has one, for it is counted', () => {
    const keysOf = (text: string): readonly string[] =>
      findIdentifiers(text, checks).flatMap((one) => [...matchKeys(one)])
    expect(keysOf(`my lawyer ${NUMBER}`)).toEqual([])
    expect(keysOf('my lawyer paid by 5555 5555 5555 4444')).toEqual([])
    expect(keysOf(`the hotline ${NUMBER}`)).toEqual(['phone:+9647701234567'])
  })

  test('who blackmails outweighs what one clause made of a number, and the person’s own outweighs both', () => {
    const merged = (...texts: readonly string[]) =>
      texts.map((text) => extractIdentifiers(text, checks)).reduce((a, b) => mergeIdentifiers(a, b), [])
    expect(merged(`the office ${NUMBER}`, `he writes from ${NUMBER}`)).toMatchObject([
      { owner: 'perpetrator' },
    ])
    expect(merged(`the office ${NUMBER}`, `he writes from ${NUMBER}`)[0]).not.toHaveProperty('role')
    expect(merged(`the office ${NUMBER}`, `my number ${NUMBER}`)).toMatchObject([{ owner: 'self', keys: [] }])
  })
})

describe('what people write by hand is read as it is meant', () => {
  const found = (text: string): readonly string[] =>
    extractIdentifiers(text, checks).map(({ type, normal }) => `${type} ${normal}`)
  test.each([
    ['o77o1234567', 'phone +9647701234567'],
    ['his number o770 I23 4567'.replace('I23', '123'), 'phone +9647701234567'],
    ['write to bad.guy @ example.com', 'email bad.guy@example.com'],
    ['bad.guy (at) example.com', 'email bad.guy@example.com'],
    ['his account @ badguy telegram', 'telegram u:badguy'],
    ['his account badguy (snapchat)', 'snapchat badguy'],
    ['he writes from telegram BADGUY', 'telegram u:badguy'],
    ['badguy on Insta', 'instagram badguy'],
    ['his insta is badguy', 'instagram badguy'],
    ['facebook.com/bad_guy', 'facebook u:bad_guy'],
    ['face: bad_guy', 'facebook u:bad_guy'],
    ['his name is dark_wolf', 'handle dark_wolf'],
    ['a man from instagram threatens me, he is haider_love_77', 'handle haider_love_77'],
    ['hes dark_wolf from pubg', 'handle dark_wolf'],
    ['هو haider_love_77 من الانستا', 'instagram haider_love_77'],
    ['his name is wolfx7', 'handle wolfx7'],
    ['اسمه بالببجي dark99', 'handle dark99'],
    ['pubg id: 51 234 567 89', 'game_id 5123456789'],
  ])('%s', (text, one) => expect(found(text)).toEqual([one]))

  test.each([
    'my telegram is off',
    'his insta is private',
    'meet @ home',
    'I met him on telegram ASAP',
    'lool 5oo',
    'write me @ 5 pm',
  ])('nobody is named in: %s', (text) => expect(found(text)).toEqual([]))
})
