import type { Language } from '../../core/base/language.ts'

/** A channel, and the way in which somebody there meets Amin. */
export type Where = 'webchat' | 'telegram' | 'cloud' | 'baileys'

/** Somebody frightened, as a script: what they write, press, send and fear; what may become of their file. */
export type Frightened = {
  readonly name: string
  readonly where: Where
  /** The language that they chose, or that the bot hears from their first words. */
  readonly language: Language
  /** What they write before anything was asked. Nothing: they open the chat and wait. */
  readonly first: readonly string[]
  /**
   * Options they pick, by question: where there are several, one each time that it is asked. What is not
   * here is passed over.
   */
  readonly picks: Readonly<Record<string, readonly string[]>>
  /** Words they answer a question with, where it is no choice. */
  readonly words: Readonly<Record<string, string>>
  /** When the file is sent: before any word, or under this question. */
  readonly file: 'first' | { readonly at: string }
  /** What they send; one picture where nothing is said. */
  readonly sends?: 'album' | 'voice'
  /** Whether the file may be taken, once it is known whose it is. */
  readonly taken: boolean
  /** A word of their story that no hidden screen may show. */
  readonly secret: string
}

const MINE = { consent: ['continue'] }
const SHARED = { consent: ['continue'], danger: ['phone'], device: ['shared'] }

/**
 * Twelve people: all lanes and ages, three languages and Arabic in Latin letters, each channel
 * three times.
 */
export const PEOPLE: readonly Frightened[] = [
  {
    name: 'a woman of 24 who may be hurt tonight',
    where: 'webchat',
    language: 'en',
    first: [],
    // In danger before anything was agreed to; a yes comes for the file.
    picks: { consent: ['danger', 'continue'], join: ['yes'], 'fast-safe': ['no'], age: ['me-18'] },
    words: { 'fast-what': 'Kestrelby says he comes tonight', 'fast-where': 'Basra' },
    file: { at: 'fast-what' },
    taken: true,
    secret: 'Kestrelby',
  },
  {
    name: 'a boy of 15 who tells it in his first words',
    where: 'webchat',
    language: 'ar',
    first: ['اني عمري ١٥ سنه وواحد اسمه زرقوني عنده صوري ويهددني'],
    picks: SHARED,
    words: { story: 'زرقوني يهددني بصوري' },
    file: { at: 'story' },
    taken: false,
    secret: 'زرقوني',
  },
  {
    name: 'a calm woman of 30 on a phone that is searched, with two pictures at once',
    where: 'webchat',
    language: 'ckb',
    first: [],
    picks: { ...SHARED, age: ['me-18'] },
    words: { story: 'کەسێک بە ناوی زەرقۆنی هەڕەشەی بڵاوکردنەوەی وێنەکانم دەکات' },
    file: { at: 'review' },
    sends: 'album',
    taken: true,
    secret: 'زەرقۆنی',
  },
  {
    name: 'a man who thinks of ending his life, and sends the threat first',
    where: 'telegram',
    language: 'ar',
    first: [],
    picks: { ...MINE, danger: ['self-harm'], 'crisis-now': ['yes'], age: ['me-18'] },
    words: { 'fast-what': 'زرقوني راح ينشر كلشي', 'fast-where': 'بغداد' },
    file: 'first',
    taken: true,
    secret: 'زرقوني',
  },
  {
    name: 'a girl of 16 who is abused, and says her age by the button',
    where: 'telegram',
    language: 'en',
    first: ['hi'],
    picks: { ...MINE, danger: ['abuse'], 'fast-safe': ['yes'], age: ['me-16-17'] },
    words: { 'fast-what': 'A guy called Kestrelby makes me do things', 'fast-where': 'Erbil' },
    file: { at: 'fast-what' },
    taken: false,
    secret: 'Kestrelby',
  },
  {
    name: 'a woman who writes Arabic in Latin letters and has hours, with an album',
    where: 'telegram',
    language: 'ar',
    first: ['wallah ani khayfa wahid yhadidni bsuwari w ma adri shasawi'],
    picks: { ...MINE, danger: ['deadline'], 'fast-safe': ['yes'], age: ['me-18'] },
    words: { 'fast-what': 'Kestrelby yreed floos hal yom', 'fast-where': 'basra' },
    file: { at: 'fast-where' },
    sends: 'album',
    taken: true,
    secret: 'Kestrelby',
  },
  {
    name: 'a woman of 20 whose brother may come in',
    where: 'cloud',
    language: 'ar',
    first: ['السلام عليكم'],
    picks: { ...SHARED, danger: ['hurt'], 'fast-safe': ['no'], age: ['me-18'] },
    words: { 'fast-what': 'زرقوني يريد يأذيني', 'fast-where': 'الموصل' },
    file: { at: 'fast-what' },
    taken: true,
    secret: 'زرقوني',
  },
  {
    name: 'a student who tells it calmly, and in a voice message',
    where: 'cloud',
    language: 'en',
    first: ['hello'],
    picks: { ...MINE, danger: ['none'], age: ['me-18'], review: ['send'] },
    words: { story: 'Somebody called Kestrelby threatens to publish my private pictures' },
    file: { at: 'review' },
    sends: 'voice',
    taken: true,
    secret: 'Kestrelby',
  },
  {
    name: 'a sister who writes for a child',
    where: 'cloud',
    language: 'ckb',
    first: ['سڵاو'],
    picks: { ...MINE, danger: ['none'], age: ['other-minor'] },
    words: { story: 'کەسێک بە ناوی زەرقۆنی وێنەی خوشکە بچووکەکەمی لایە' },
    file: { at: 'story' },
    taken: false,
    secret: 'زەرقۆنی',
  },
  {
    name: 'a man who is told to meet somebody, and does not say the age',
    where: 'baileys',
    language: 'ckb',
    first: ['سڵاو'],
    picks: { ...MINE, danger: ['meeting'], 'fast-safe': ['yes'], age: ['no-answer'] },
    words: { 'fast-what': 'زەرقۆنی دەڵێت ئەمشەو وەرە', 'fast-where': 'هەولێر' },
    file: { at: 'fast-what' },
    taken: false,
    secret: 'زەرقۆنی',
  },
  {
    name: 'a woman who sends a screenshot before any word, and wants only advice at first',
    where: 'baileys',
    language: 'ar',
    first: [],
    picks: { consent: ['advice', 'continue'], danger: ['none'], age: ['me-18'] },
    words: { story: 'واحد اسمه زرقوني يهددني ينشر صوري اذا ما ادفع' },
    file: 'first',
    taken: true,
    secret: 'زرقوني',
  },
  {
    name: 'a child of 12, who says it by the number of the answer',
    where: 'baileys',
    language: 'en',
    first: ['hello'],
    picks: { ...SHARED, age: ['me-under-13'] },
    words: { story: 'Kestrelby from a game wants pictures of me' },
    file: { at: 'story' },
    taken: false,
    secret: 'Kestrelby',
  },
]
