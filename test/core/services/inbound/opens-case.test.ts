import { describe, expect, test } from 'vitest'
import { begins, told } from '../../../../bots/amin/begins.ts'
import { content } from '../../../../bots/content.ts'
import { makeOpens } from '../../../../core/services/inbound/opens-case.ts'
import type { Capture, InboundBody, MediaKind } from '../../../../core/base/message.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { instant } from '../../../../core/base/units.ts'

const opens = makeOpens(content, { begins, told })

describe('what opens a case in a private chat', () => {
  const read = (body: InboundBody, forwarded = false): boolean =>
    opens({
      v: 1,
      channel: 'whatsapp',
      account: 'main',
      chat: 'x',
      message: '1',
      edit: 0,
      sentAt: instant(1_767_225_600_000),
      from: {},
      body,
      ...(forwarded ? { forward: untrusted('{}') } : {}),
    })
  const text = (words: string): InboundBody => ({ kind: 'text', text: untrusted(words) })

  test.each([
    'bring bread please',
    'شلونك',
    'صباح الخير',
    'باشە',
    'see you at 7',
    'ok',
    'yes',
    'next',
    'happy birthday!',
    // What the bot understands of who talks to it, and everybody writes to a friend.
    'شنو هذا',
    'who is this',
    'go on',
    'hurry',
    'شسوي',
    'تعالوا',
    'بسرعه',
    'زوو',
    'وەرن',
    'menu',
    'im outside',
    // Near to the words of the matter, and something else.
    'البتزا وصلت',
    'ددانم دێشێت',
    'Haddad called',
    'صورة حلوة',
    'will they publish the results?',
  ])('is nothing that people write to those they know: %s', (words) => expect(read(text(words))).toBe(false))

  test.each([
    'someone is blackmailing me',
    'واحد يهددني بصوري',
    'he has my photos and wants money',
    'اني خايفه كلش',
    'هەڕەشەم لێ دەکات',
    'talk to a person',
    'help please',
    'ابدأ رجاء',
    'أريد نصيحة فقط',
    'he is outside and will kill me',
  ])('is what people say when they begin: %s', (words) => expect(read(text(words))).toBe(true))

  test.each([
    'مبتز',
    'تبتزني',
    'ابتزوها',
    'بتزوني',
    'هددوني',
    'مهددة',
    'بيهددني',
    'تهديدات',
    'هەڕەشە',
    'هەڕەشەیان لێ کردم',
    'بلاکمەیلم دەکات',
    'blackmailer',
    'blackmailed',
    'black mail',
    'threatened',
    'extorting',
    'sextortion',
    'hadad',
    'hadadni',
    'yhaddidni',
    'yehadidni',
    'thadidni',
    'tahdid',
    'ybtz',
    'ybtazni',
    'ibtizaz',
  ])('is the name of the matter, whatever form it has: %s', (words) =>
    expect(read(text(`shu ${words} w`))).toBe(true),
  )

  test('is danger in forwarded words as well, and no word of command in them', () => {
    expect(read(text('I will kill you tonight'), true)).toBe(true)
    expect(read(text('help'), true)).toBe(false)
  })

  test.each([
    'send money or I publish your photos',
    'دز فلوس لو انشر صورك',
    'معاك يوم واحد وانشر كلشي',
    'ئەگەر پارە نەدەیت وێنەکانت بڵاو دەکەمەوە',
    'I will send your video to your family if you do not pay',
    'he blackmails me',
  ])('is the threat of somebody else that was forwarded: %s', (words) =>
    expect(read(text(words), true)).toBe(true),
  )

  test.each(['help', 'ساعدوني', 'start', 'عاجل', 'good morning to all', 'جمعة مباركة'])(
    'is no forwarded word of beginning, cry or greeting: %s',
    (words) => expect(read(text(words), true)).toBe(false),
  )

  const file = (kind: MediaKind, capture: Capture, caption?: string): InboundBody => ({
    kind: 'media',
    media: { kind, capture, ref: 'x' },
    ...(caption === undefined ? {} : { caption: untrusted(caption) }),
  })

  test.each<[string, InboundBody]>([
    ['a voice message', file('voice', 'as_sent')],
    ['a picture', file('photo', 'recompressed')],
    ['a picture with everyday words', file('photo', 'recompressed', 'look')],
    ['a film', file('video', 'recompressed')],
    ['a note of moving picture', file('video_note', 'recompressed')],
    ['a recording', file('audio', 'as_sent')],
    ['a document', file('document', 'as_sent')],
    ['a place', { kind: 'location', latitude: 33, longitude: 44, live: true }],
    ['a card of somebody', { kind: 'contact', phone: untrusted('07700000000') }],
    ['a call', { kind: 'call' }],
    ['a picture that may be seen once', { kind: 'unsupported', what: 'view_once' }],
    ['what cannot be read', { kind: 'unsupported', what: 'unreadable' }],
  ])('is %s: no words say whether somebody needs help', (_, body) => {
    expect(read(body)).toBe(true)
    expect(read(body, true)).toBe(true)
  })

  test.each<[string, InboundBody]>([
    ['a reaction', { kind: 'reaction', emoji: '👍', of: '1' }],
    ['a sticker', file('photo', 'as_sent')],
    ['a sticker that moves', file('animation', 'as_sent')],
    ['a GIF', file('animation', 'recompressed')],
    ['a poll', { kind: 'unsupported', what: 'poll' }],
    ['what was taken back', { kind: 'unsupported', what: 'deleted' }],
  ])('is never %s', (_, body) => expect(read(body)).toBe(false))
})
