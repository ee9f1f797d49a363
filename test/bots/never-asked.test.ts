import { expect, test } from 'vitest'
import { previewTexts } from '../../bots/text-samples.ts'
import { openReplyTexts, openTexts } from '../../bots/texts.ts'
import { replies } from '../../bots/amin/replies/set.ts'
import { LANGUAGES, type Language } from '../../core/base/language.ts'

/*
 * Whoever asks for money, passwords, login codes or private photos in our name is not us, we say
 * (verify-us): so no text of ours may ask for one of them, nor any that agents have at hand.
 */

/** A request of it, in one sentence: to send, give, tell, show, write or pay, and then the thing. */
const ASKS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:send|give|tell|show|write|forward|pay|transfer)\b.*\b(?:money|fees?|passwords?|login codes?|(?:private|intimate|nude) (?:photos?|pictures?|images?))\b/i,
  ar: /(?:أرسل|إرسال|ابعث|اكتب|كتابة|أعط|نحتاج|نريد|يُرجى|ادفع|ندفع|تحويل).*(?:(?<!\p{L})(?:ال)?مالا?ً?(?!\p{L})|مبلغ|رسوم|كلم(?:ة|ات) (?:ال)?مرور|رم(?:ز|وز) الدخول|صور(?:ك)? (?:ال)?خاصة)/u,
  ckb: /(?:بنێرە|بنووسە|بدە|پێمان بڵێ|پێویستمان).*(?:پارە|وشەی نهێنی|کۆدی چوونەژوورەوە|وێنەی تایبەت)|(?:پارە|وشەی نهێنی|کۆدی چوونەژوورەوە|وێنەی تایبەت)\S*.*(?:بنێرە|بنووسە|پێمان بدە|پێمان بڵێ)/,
}
/** Forbids it, denies it, or speaks of what the other side asks for, or of what is done in an app. */
const NOT_OURS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:no|not|never|nobody|without|don't|before|instead|in the app|sign-in|their|your e-mail|bank|they)\b/i,
  ar: /(?:^|\s)[وف]?(?:لا|لن|دون|بدون|غير|ليس|ليست|عدم|بلا|قبل|لم|أما|منع|البريد|التطبيق|المصرف|البنك|كلامهم|هم)(?=[\s،.؛:]|$)/,
  ckb: /(?:مەنێرە|مەدە|مەنووسە|نەدە|نەنێر|هیچ|بێ|هەرگیز|ناکەین|پێش|نییە|نین|مەکە|نەک|ئەپ|ئیمەیڵ|بانک)/,
}
const isRequest = (language: Language, sentence: string): boolean =>
  ASKS[language].test(sentence) && !NOT_OURS[language].test(sentence)

const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '')
const sentences = (text: string): readonly string[] => plain(text).split(/[.!?؟;؛\n]+\s*/)

/** Options, titles and names say what somebody else wants, or what a question is called. */
const NO_SENTENCE = /^(?:option|reason|weighs|step|scope|consents?|access|control|cmd)-|-title$|-name$/

const FILLED = { agent: 'Noor', hours: '3', code: 'X', hotline: '497', platform: 'X' }

test.each(LANGUAGES)(
  'no text of the bot or at an agent’s hand asks for money, a password, a login code or a private photo (%s)',
  (language) => {
    const bot = previewTexts(openTexts()).groups.flatMap(({ texts }) =>
      texts
        .filter(({ key }) => !NO_SENTENCE.test(key))
        .map(({ key, says }) => [key, says[language]] as const),
    )
    const ready = openReplyTexts()
    const said = [...bot, ...replies.map((id) => [id, ready.say(language, id, FILLED)] as const)]
    expect(said.length).toBeGreaterThan(400)
    const asking = said.flatMap(([key, text]) =>
      sentences(text).flatMap((one) => (isRequest(language, one) ? [[key, one]] : [])),
    )
    expect(asking).toEqual([])
  },
)

test.each([
  ['en', 'Please send us the login code that you got'],
  ['en', 'To begin, pay a small fee'],
  ['en', 'Now show us the private photos'],
  ['ar', 'يُرجى إرسال كلمة المرور'],
  ['ar', 'نحتاج مبلغاً صغيراً للبدء'],
  ['ckb', 'تکایە وشەی نهێنی بنووسە'],
  ['ckb', 'وێنەی تایبەتت بنێرە'],
] as const)('such a request would be found (%s: %s)', (language, text) => {
  expect(isRequest(language, text)).toBe(true)
})
