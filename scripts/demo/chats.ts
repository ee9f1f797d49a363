import type { Language } from '../../core/base/language.ts'
import type { Bubble, Chat } from './chat-picture.ts'
import { marked } from './marks.ts'

const they = (text: string): Bubble => ({ own: false, text: marked(text) })
const me = (text: string): Bubble => ({ own: true, text: marked(text) })

type Told = { readonly with: string } & Readonly<Record<Language, readonly Bubble[]>>

/** What stands in the screenshots that people send: whole inventions, with nothing in them that is intimate. */
const CHATS = {
  call: {
    with: 'layla.model.iq',
    ar: [
      they('عندي تسجيل المكالمة وقائمة كل اصدقائك'),
      me('شتريد مني؟'),
      they('500 دولار والا يوصل للكل'),
      me('انطيني وقت'),
    ],
    ckb: [
      they('تۆماری پەیوەندییەکەم لایە و لیستی هەموو هاوڕێکانت'),
      me('چیت دەوێت لە من؟'),
      they('500 دۆلار، ئەگینا بۆ هەمووان دەینێرم'),
      me('کاتم بدەرێ'),
    ],
    en: [
      they('I have the recording and a list of all your friends'),
      me('What do you want from me?'),
      they('500 dollars or everybody gets it'),
      me('Give me time'),
    ],
  },
  group: {
    with: 'Cash Help',
    ar: [
      they('الصور بالكروب، تريدها تنحذف؟'),
      me('هاي الصور مو حقيقية'),
      they('الناس تصدكها. 300 الف وتنحذف'),
      they('اكتب هنا'),
      they('{telegram}'),
    ],
    ckb: [
      they('وێنەکان لە گرووپەکەدان، دەتەوێت بسڕێنەوە؟'),
      me('ئەم وێنانە ڕاستەقینە نین'),
      they('خەڵک باوەڕ دەکات. 300 هەزار و دەسڕێنەوە'),
      they('لێرە بنووسە'),
      they('{telegram}'),
    ],
    en: [
      they('The photos are in the group. Do you want them gone?'),
      me('These photos are not real'),
      they('People believe them. 300 thousand and they are gone'),
      they('Write here'),
      they('{telegram}'),
    ],
  },
  account: {
    with: 'Account Help',
    ar: [
      they('حسابك عندي، ترجعه بـ 300 دولار'),
      me('رجعلي حسابي رجاء'),
      they('حول على هاي المحفظة'),
      they('{wallet}'),
    ],
    ckb: [
      they('هەژمارەکەت لای منە، بە 300 دۆلار دەگەڕێتەوە'),
      me('تکایە بیگەڕێنەرەوە'),
      they('بینێرە بۆ ئەم جزدانە'),
      they('{wallet}'),
    ],
    en: [
      they('I have your account. 300 dollars and it is yours again'),
      me('Please give it back'),
      they('Send it to this wallet'),
      they('{wallet}'),
    ],
  },
  paid: {
    with: marked('{phone}'),
    ar: [they('وصلت الفلوس. بعد 200 الف'), me('كلت هاي اخر مرة'), they('دز على نفس الرقم'), they('{phone}')],
    ckb: [
      they('پارەکە گەیشت. 200 هەزاری تر'),
      me('وتت ئەمە کۆتا جارە'),
      they('بۆ هەمان ژمارە بینێرە'),
      they('{phone}'),
    ],
    en: [
      they('The money came. Another 200 thousand'),
      me('You said it was the last time'),
      they('Send it to the same number'),
      they('{phone}'),
    ],
  },
} as const satisfies Readonly<Record<string, Told>>

export type ChatName = keyof typeof CHATS

export const chatOf = (name: ChatName, language: Language): Chat => ({
  with: CHATS[name].with,
  bubbles: CHATS[name][language],
})
