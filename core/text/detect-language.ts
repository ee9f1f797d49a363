import type { Language } from '../base/language.ts'

/**
 * Letters of Sorani that Arabic does not use, Iraqi dialect and its گ چ پ included
 * (bots/amin/README.md, Words).
 */
const SORANI = /[ێۆڕڵڤە]|ه\u200C/
/**
 * Kurds write the yeh and kaf of Persian, Arabs their own; what also has letters of Arabic alone
 * was written with a borrowed keyboard.
 */
const PERSIAN_LETTERS = /[یک]/
/**
 * On an old Arab keyboard Kurds write the end letter of Arabic in the middle of a word, where Arabic never
 * has it ("تةمةن" for "تەمەن"). One such word is two Arabic words without their blank.
 */
const END_LETTER_WITHIN = /ة(?=[\u0621-\u064A])/
const WITHIN_OFTEN = 2
const ARABS_ALONE = /[يكةىأإآؤضصطظثذ]/
const ARABIC = /[\u0620-\u064A\u066E-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]/
const LATIN = /[a-z]/i
/** Latin words that everybody writes. */
const EVERYBODYS = new Set(
  'ok okay hi bye salam slaw hala halaw hlaw marhaba mar7aba shukran supas sms whatsapp telegram instagram facebook snapchat tiktok viber imo insta snap fb usd usdt iqd btc zaincash visa mastercard pubg video screenshot online pdf'.split(
    ' ',
  ),
)
/**
 * Arabic in Latin letters: digits stand for letters that Latin lacks ("3indi", "sa3a", "7ayati",
 * "2albi"). Short, and with few digits.
 */
const ARABIZI =
  /^(?=[a-z0-9']{2,14}$)(?:[a-z']{1,10}[235679][a-z']{1,10}|[3679][a-z']{2,12}|[a-z']{2,10}[3679]|[a-z']{0,8}[3679][a-z']{1,6}[235679][a-z']{0,8})$/
/**
 * What is no word: a link, an address, a handle, a wallet, an amount, a code, a file, a name with
 * marks in it.
 */
const IDENTIFIER = /[@/\\_.:+#=&%$€£*]|\d.*\d.*\d|^\d|\d\d$|[a-z][A-Z].*\d|\d.*[A-Z]|^.{20,}$/
/** A digit first is a letter of Arabizi where small letters follow it. */
const SPELLED = /^[3679][a-z']{2,12}$/
/** Words that are frequent in Arabic and in Sorani in Latin letters and mean nothing in English. */
const LATIN_ARABIC = new Set(
  (
    'ani ana wallah walla wahid wahed yreed yrid areed arid ared shlon shlonak shaku maku mako aku ako huwa hiya hua hwa bil lil min mn bas hassa hasa hesa lazim ahli hali ukhti ikhti ummi omi ' +
    'sowari suwari sowar suwar sorti soorti flus floos filoos ygul ygool ykul yikul gal galli khayfa khayif khayef khalas itha idha rah kulshi kolshi wiyah wiya weya wyay la mo mu mub ma li ili eli il el al alla allah inshallah ' +
    'inshalla shno shinu shino shinoo leesh laysh lesh wen wein hay hai hatha hadha hai haai zain zein habibi yalla telefoni mobaili rqami raqmi yhadid yhaddid yhadidni yhaddidni hadadni haddadni ybtazni yibtazni mubtaz ibtizaz ' +
    'arjokum arjukum saadooni sa3duni msaade musaada mushkila mushkil ysawi yswi sawi sawa shasawi shsawi adri madri nashar yinshir ynshur yunshir inshur dazli ydiz yfdhahni yfathahni khelli khalli bnt binti bint walad akhoy akhuy ' +
    'abooy abuy aboy oumri umri omri sana hna hnak wara gabul baad bacher bukra elyom lyom kulish kullish hwaya hwaye shwaya ta3ban'
  ).split(' '),
)
const LATIN_SORANI = new Set(
  (
    'kasek kasekm kasik chi bkam bkm bikam chon xom khom agar namawe namawet damawe damawet dawet wena wenam wenakan wenakanm wenakam blaw bla para parai paray akat akatawa dakat dakata bawkm bawkim brakam brakanm bram tamanm temenm ' +
    'sala salm nazanm nizanm haya heye daway sbay sbaini ale dale alet dalet zor yarmati yarmatim yarmatitan tkaya la ba bo ba min ew awa aw to ema detirsm datrsm natwanm datwanm daykm xushkm khushkm kchm kurm kurd kurdi kurdim sorani ' +
    'telefonm telefonakam naw nawm legal lagal esta ista hemu hamu chand chend legel xalk xwa xwaya krd krdm krdwa dakam akam nakam bale bele naxer nakher supas spas choni bash bashe nia niya nya kuja kwe bom pem pew harasha harashai ' +
    'harashay dakan akujm dakuzm bkuzhm mrdn bmrm'
  ).split(' '),
)
/** Everyday English: what a sentence of it can hardly do without. */
const ENGLISH = new Set(
  (
    'the a an i im my me mine you your he his him she her it its we our they them their is are am was were be been being do does did dont doesnt didnt not no yes and or but if so because that this these those there here what who when ' +
    'where why how have has had having got get will would can cant could should want wants need needs help please someone somebody anyone people person man guy girl boy woman friend from to of in on at for with about by after before ' +
    'photo photos picture pictures pics send sent money pay paid account phone number says said told asked threatens threatening blackmail blackmailed scared afraid know think post share tell family today tomorrow now just only all more ' +
    'hello thanks thank good morning evening wrote write speak talk english'
  ).split(' '),
)

/** A few words are enough to know the script; a book would only cost time. */
const WINDOW = 1000
/** Fewer words are a quoted command or a name. */
const CLEAR_WORDS = 3
/** Of words in Latin letters so many must be known, so that names in a row are no language. */
const CLEAR_KNOWN = 2

type Shown = {
  readonly language: Language
  /** Words that were read, and those of Latin letters that are known of this language. */
  readonly words: number
  readonly known: number
  readonly latin: boolean
}

const isWord = (word: string): boolean => !IDENTIFIER.test(word) || SPELLED.test(word)

const read = (text: string): Shown | undefined => {
  const all = text
    .slice(0, WINDOW)
    // Quoted words are somebody else's.
    .replace(/"[^"\n]{0,300}"|«[^»\n]{0,300}»|“[^”\n]{0,300}”/g, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}@#+$€£]+|[^\p{L}\p{N}\p{M}\u200C]+$/gu, ''))
    .filter((word) => word !== '' && isWord(word))
  const eastern = all.filter((word) => ARABIC.test(word))
  const latin = all
    .filter((word) => !ARABIC.test(word) && LATIN.test(word))
    .map((word) => word.toLowerCase().replaceAll('’', "'"))
    .filter((word) => !EVERYBODYS.has(word))
  // One word in the other script is a quotation or a name.
  if (eastern.length > 0 && eastern.length * 3 >= latin.length) {
    const joined = eastern.join(' ')
    const isBorrowed = eastern.filter((word) => END_LETTER_WITHIN.test(word)).length >= WITHIN_OFTEN
    const language =
      isBorrowed || SORANI.test(joined) || (PERSIAN_LETTERS.test(joined) && !ARABS_ALONE.test(joined))
        ? 'ckb'
        : 'ar'
    return { language, words: eastern.length, known: eastern.length, latin: false }
  }
  if (latin.length === 0) return undefined
  const bare = latin.map((word) => word.replaceAll("'", ''))
  const kinds = (of: ReadonlySet<string>): number => new Set(bare.filter((word) => of.has(word))).size
  const arabic = kinds(LATIN_ARABIC) + new Set(latin.filter((word) => ARABIZI.test(word))).size
  const sorani = kinds(LATIN_SORANI)
  const english = kinds(ENGLISH)
  if (sorani >= 2 && sorani > arabic && sorani > english)
    return { language: 'ckb', words: latin.length, known: sorani, latin: true }
  if (arabic > english && arabic >= sorani)
    return { language: 'ar', words: latin.length, known: arabic, latin: true }
  if (sorani > english) return { language: 'ckb', words: latin.length, known: sorani, latin: true }
  return { language: 'en', words: latin.length, known: english, latin: true }
}

/**
 * What is written in Arabic, beyond the letters that Sorani is also typed in: words with its
 * article, and those that every sentence has.
 */
const ARABIC_WORDS = new Set(
  'شنو هذا هذه هاي عليه اني انا هسه راح ماكو اكو ليش وين في على الى عن مو اريد عندي هو هي كان كلش شكو لان'.split(
    ' ',
  ),
)
const ARABIC_ARTICLE = /^[وبلفك]{0,2}ال.{2,}/

/**
 * The language of the first words, where they show one: Latin letters of which no word is known are
 * no English, and Sorani in an Arab keyboard's letters shows no Arabic.
 */
export const firstLanguage = (text: string, current: Language): Language | undefined => {
  const shown = read(text)
  if (shown === undefined || (shown.latin && shown.known === 0)) return undefined
  if (shown.language !== 'ar' || shown.latin || current !== 'ckb') return shown.language
  const words = text.slice(0, WINDOW).split(/\s+/)
  return words.some((word) => ARABIC_ARTICLE.test(word) || /[ةىأإ]/.test(word) || ARABIC_WORDS.has(word))
    ? 'ar'
    : undefined
}

/**
 * The language of a message by its words; nothing where it has none. Links, handles, wallets,
 * amounts, codes and quoted words are no words: a wallet full of digits is no Arabic in Latin
 * letters.
 */
export const detectLanguage = (text: string): Language | undefined => read(text)?.language

/**
 * The language of a message that shows it clearly: several words, and of Latin letters some that
 * are known.
 */
export const clearLanguage = (text: string): Language | undefined => {
  const shown = read(text)
  if (shown === undefined || shown.words < CLEAR_WORDS) return undefined
  return shown.latin && shown.known < CLEAR_KNOWN ? undefined : shown.language
}

/** Whether a message has words at all. */
export const hasWords = (text: string): boolean => detectLanguage(text) !== undefined
