import { FluentResource } from '@fluent/bundle'
import { readFileSync } from 'node:fs'
import { TEXTS } from '../bots/texts.ts'
import { LANGUAGES, type Language } from '../core/base/language.ts'
import type { App } from '../core/ports/channel.ts'

/** Where people read texts of ours. `phone`: a person reads them out. */
export const APPS: readonly App[] = ['telegram', 'whatsapp', 'whatsapp-cloud', 'botpress', 'webchat', 'phone']

/** A text as people on each channel may read it: every branch that it has there, one after the other. */
export type Read = {
  readonly key: string
  readonly says: (language: Language, app: App) => string
  /** Its words differ between channels. */
  readonly byApp: boolean
}

/** How a promise sounds: what becomes of it, who sees it, who comes, when, what does not happen. */
const SOUNDS: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    String.raw`\b(?:${[
      String.raw`never|nobody|no one|none of us|only|always|until|within|will|cannot|can be undone`,
      String.raw`eras\w+|deletes|hides?|hidden|empt(?:y|ies|ied)|taken out|take nothing|takes? .{0,60}\bout|goes (?:too|in a minute|by itself|out)`,
      String.raw`locked|sealed|seal|kept|keep (?:it|what|trying)|unopened|open(?:ed|s)|never leaves|leaves? it`,
      String.raw`(?:is|are|been|being) (?:being )?called|we call|calling|calls|is told|learns|in line|reaches`,
      String.raw`stays?|stands?|by (?:itself|themselves)|any time|without (?:your|anyone)|agreement|free|specialists|confidence`,
      String.raw`we (?:do not|ask|tell|stay|are here|keep|answer|see|read|write|contact|take)|(?:is|be) read|reads?\b|will read|with you|waits|answers here`,
      String.raw`lost|go on|shown|shows|goes there|added|with our team|sees|hear you|have (?:been|it)|stayed|answer is|page is over|arrived|no need|is needed|most this app|talk to a person|nothing has been sent|still here|same one|not in the`,
    ].join('|')})\b`,
    'i',
  ),
  ar: /(?:^|[^\p{L}])[وفلس]?(?:لن|لا (?:أحد|يطلب|نطلب|نسأل|نفتح|نتصل|نخبر|تغادر|يغادر|يضيع|تُفتح|يُفتح|نحتفظ|ينتظر)|أبداً|وحد(?:ه|ك|ها|هم)|إلا (?:من|مَن)|فقط|دائماً|حتى|خلال|في أي وقت|فوراً|مباشرة|محفوظ\p{L}*|مقفل\p{L}*|مغلق\p{L}*|مفتوح\p{L}*|[يتن]\p{M}*(?:حفظ|حتفظ|ُحفظ|ُختم|ختم|ُمحى|محو|مسح|ُمسح|حذف|ُحذف|خفي|ُخفي|ُخرج|خرج|زيل|ُزال|فتح|ُفتح|ُفرغ|فرغ|بقى|قرأ|ُقرأ|قرؤ\p{L}*|رى|صل|ُرسل|رسل|نادي|طلب|تصل|خبر|عرف|علم|جيب|رد|نتظر|كمل|تابع|غادر|سأل)\p{L}*|قرأنا\p{L}*|رأينا|وصلنا|وصل\p{L}*|طلبنا|استدع\p{L}*|الطلب|المسح|مسح|محو|موافقت\p{L}*|مجان\p{L}*|دورك|الدور|الانتظار|مع[كه]\p{L}*|نحن هنا|مختص\p{L}*|متخصص\p{L}*|بسرية|سري\p{L}*|تلقائي\p{L}*|بنفسه\p{L}*|لم (?:يضع|تُفتح|يُفتح|نحتفظ|يُحفظ|يُمسح|يصل|يبق)|بصم\p{L}*|ختم\p{L}*|حُفظ|أُضيف|بانتظار|يظهر|ظهر|اطّلع|بقيت|انتهت|يسمح|لا (?:حاجة|يُسلَّم)|والجواب|وسيقرؤه|سينضم|سيساعدك|ويأتيك|نحاول|لا (?:نأخذ|يُبحث|نستطيع|يمكن)|لم نتمكن)(?=$|[^\p{L}])/u,
  ckb: /هەرگیز|هیچ کەس|کەس (?:نا|لێی|تر)|کەسی تر نا|تەنها|هەمیشە|هەتا|تاوەکو|لە ماوەی|هەر کات|دەستبەجێ|یەکسەر|هەڵ\p{L}*گیر|هەڵ[یـ]?\p{L}*دەگر|هەڵدەگر|پارێز|قوفڵ|داخرا|کراوە|ناکرێتەوە|سڕ|لادە|لابر|دەرد\p{L}*هێن|دەمێن|نامێن|دەخوێن|ناخوێن|خوێندمان|دەبین|نابین|گەیشت|دەگات|دەگەن|بانگ|پەیوەندی(?: بە|مان)|ڕازی|ڕەزامەند|خۆڕایی|ڕیز|نۆرە|چاوەڕ|خوێن|گوێمان|تەنیا نیت|نەنێردر|نێردرا|ناتوانین|وەرناگر|وەربگر|پیشان|ناکاتەوە|ناچێت|هێشتا کەس|ڕێگەی پێ|یارمەتیت دەدات|هەوڵ دەدە|نەڕۆیشت|مانەوە|دێتە لات|کۆتایی هات|تاکە|لێرەیە|لێرەن|یەکێک لە تیم|یاریدە|وەڵامت|وەڵام دەد|لەگەڵت|پسپۆڕ|شارەزا|خۆیەوە|خۆکار|ون نا|ون نەبوو|مۆر|پەنجەمۆر|بە نهێنی|نازان|ناڵێین|داوا ناکە|داوای.*ناکە|لێرەین|لێرە دەبین|ناپرسین|ناپرسر|ناگەڕێ|نانێر|دەنێر/u,
}

type Element = string | { readonly type: string; readonly [name: string]: unknown }
type Branch = { readonly key: { readonly value?: unknown; readonly name?: unknown }; readonly value: unknown }

/** All words of a pattern on a channel: of a choice between channels its own, of any other each one. */
const wordsOf = (pattern: unknown, app: App): string => {
  if (typeof pattern === 'string') return pattern
  if (Array.isArray(pattern)) return pattern.map((part) => wordsOf(part, app)).join('')
  const part = pattern as Exclude<Element, string> | null
  if (part === null || typeof part !== 'object') return ''
  if (part.type === 'str') return String(part['value'])
  if (part.type !== 'select') return ''
  const variants = part['variants'] as readonly Branch[]
  if ((part['selector'] as { readonly name?: unknown }).name !== 'app')
    return variants.map(({ value }) => wordsOf(value, app)).join('\n')
  const own = variants.find(({ key }) => (key.value ?? key.name) === app) ?? variants[part['star'] as number]
  return wordsOf(own?.value, app)
}

const fluent = (folder: string): readonly Read[] => {
  const patternsIn = (language: Language): ReadonlyMap<string, unknown> => {
    const { body } = new FluentResource(readFileSync(`${folder}/${language}.ftl`, 'utf8'))
    return new Map(body.map(({ id, value }) => [id, value]))
  }
  const patterns = { ar: patternsIn('ar'), ckb: patternsIn('ckb'), en: patternsIn('en') }
  return [...patterns.en.keys()].map((key) => ({
    key,
    byApp: LANGUAGES.some((language) => JSON.stringify(patterns[language].get(key)).includes('"name":"app"')),
    says: (language, app) => wordsOf(patterns[language].get(key), app),
  }))
}

const named = (prefix: string, texts: readonly Read[]): readonly Read[] =>
  texts.map((text) => ({ ...text, key: `${prefix}:${text.key}` }))

const PAGE = new URL('../adapters/channels/webchat/page/locales/', import.meta.url)

const pageTexts = (): readonly Read[] => {
  const say = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      JSON.parse(readFileSync(new URL(`${language}.json`, PAGE), 'utf8')) as Record<string, string>,
    ]),
  ) as Record<Language, Record<string, string>>
  return Object.keys(say.en).map((key) => ({
    key,
    byApp: false,
    says: (language) => say[language][key] ?? '',
  }))
}

const REPLIES = new URL('../bots/amin/replies', import.meta.url).pathname

/** Every text that people read: the bot's and its guides, the web chat's page, the team's ready texts. */
export const allTexts = (): readonly Read[] => [
  ...TEXTS.flatMap(fluent),
  ...named('page', pageTexts()),
  ...named('reply', fluent(REPLIES)),
]

export const soundsLikePromise = (language: Language, text: string): boolean => SOUNDS[language].test(text)
