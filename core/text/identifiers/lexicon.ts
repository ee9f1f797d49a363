import { fold } from '../fold.ts'
import type { NameType, PhoneType } from './identifier.ts'
import type { Token } from './tokens.ts'

/**
 * What a word near a number or a name says of it. `name`: a name follows, if a service is near
 * ("اسمه"); `username`: one follows in any case; `hers`: of the other side's number ("رقمه");
 * `number`: the bare noun; `order`: numbers that are no telephone's; `my` and `self`: the person's
 * own, before its noun ("my number"), and both in one ("رقمي"); `friend`: a third person's; `link`:
 * small words that join such words; `money`: what a number counts.
 */
export type Role =
  | Exclude<PhoneType, 'phone'>
  | NameType
  | 'name'
  | 'username'
  | 'hers'
  | 'number'
  | 'order'
  | 'mtcn'
  | 'card'
  | 'id'
  | 'pubg'
  | 'freefire'
  | 'game'
  | 'my'
  | 'self'
  | 'friend'
  | 'link'
  | 'money'

/**
 * Words as people in Iraq write them; two words of one name with an underscore. Language, not text
 * of the product, hence not in a locale.
 */
const ROLES: Readonly<Record<Role, string>> = {
  whatsapp: `
      واتساب واتس وتساب واتسب وتس واتسئاپ واتساپ واتسەپ وەتسئەپ واتس_اب وتس_اب واتس_ئاپ whatsapp whatsap watsapp watsap wats watsab
      whatsab whats_app wts
    `,
  viber: 'فايبر ڤايبر ڤایبەر فایبەر viber vibr',
  imo: 'ايمو ئیمۆ imo',
  zaincash: 'زينكاش زين_كاش زەین_کاش زین_کاش zaincash zain_cash zencash zen_cash zainkash zain_kash',
  asiahawala: 'اسياحواله اسيا_حواله اسيا_حوالة ئاسیا_حەواڵە ئاسیاحەواڵە اسيا_هوالة asiahawala asia_hawala',
  fastpay: 'فاستباي فاست_باي فاستبي فاست_بي فاستپەی فاست_پەی فاستپای fastpay fast_pay',
  telegram: `
      تلي تيلي تليجرام تلجرام تيليجرام تيلجرام تلغرام تليغرام تيليغرام تيلغرام تلكرام تليكرام تيليكرام تيلكرام تلقرام تليقرام تێلێگرام
      تێلیگرام تیلیگرام تەلەگرام تەلیگرام تلیگرام تێلی telegram telgram tele telegrm tg tlg tlgram
    `,
  instagram: `
      انستا انستغرام انستاغرام انستجرام انستاجرام انستقرام انستاقرام انستكرام انستاكرام انستجرامي اينستا اينستكرام ئینستا ئینستاگرام
      ئینستگرام ئنستا ئنستاگرام ئەنستا instagram insta instgram ig inst instagrm
    `,
  facebook: `
      فيس فيسبوك فيس_بوك فسبوك فيسبك فەیسبووک فەیسبوک فەیس فیسبووک فەیس_بووک ماسنجر مسنجر ماسنجير مەسنجەر facebook fb messenger face_book
      fcb face
    `,
  snapchat: 'سناب سنابجات سناب_جات سناب_شات سنابشات سناپ سناپچات سناپ_چات snapchat snap snap_chat snp sc',
  tiktok: 'تيكتوك تيك_توك تيك تکتۆک تیکتۆک تیک_تۆک tiktok tik_tok tiktoc',
  x: 'تويتر اكس_تويتر تویتەر twitter منصة_اكس',
  name: `
    اسمه اسمها اسمهم اسم باسم بأسم أسمه أسمها حسابه حسابها حسابهم حساب صفحته صفحتها صفحه صفحة بيج بيجه بروفايله بروفايل ناوی ناو ناوەکەی
    بەناوی هەژماری هەژمارەکەی هەژمار ئەکاونتی ئەکاونت ئەکاونتەکەی پەیجی پەڕەی named called account acc name profile page channel ismo isma
    ismah esmo esma esmah 7sabo 7isabo hsabo hisabo hsab 7sab قناته قناة كناته
  `,
  username: `
      يوزر يوزره يوزرها يوزرهم يوزرنيم يوزر_نيم معرف معرفه معرفها المعرف معرف_حسابه اسم_المستخدم یوزەر یوزەری یوزەرەکەی یوزەرنەیم
      ناوی_بەکارهێنەر username usernm user_name usrname yozar yuzar yozer yuzer handle user
    `,
  hers: `
    رقمه رقمها رقمهم تلفونه موبايله موبايلها هاتفه جواله خطه خطها ژمارەکەی ژمارەی_مۆبایل ژمارەی_ئەو نمرەکەی مۆبایل مۆبایلەکەی تەلەفۆن
    تەلەفۆنی phone mobile cell tel telephone raqmo rakmo raqma rakma raqmah ra8mo موبايل تلفون هاتف جوال
  `,
  number: 'رقم ارقام ارقامه ژمارە ژمارەی ژمارەکان نمرە نمرەی number num no nr numbers raqam rakam raqm ra8am',
  order: `
      طلب طلبيه طلبية الطلبيه تتبع شحنه شحنة فاتورة فاتوره قضيه قضية القضية دعوى جواز هويه هوية كود رمز وصل تذكرة تذكره سيريال حساب_بنكي
      الحساب_البنكي حساب_بنك رقم_حساب رقم_الحساب مصرف بنك order tracking invoice ticket case code ref reference serial ip imei otp pin
      passport داواکاری کۆد پسوولە
    `,
  mtcn: `
    حوالة_رقمها الحوالة_رقمها حەواڵە_ژمارەکەی mtcn western western_union westernunion وسترن ويسترن وستيرن ويستيرن ويسترن_يونيون
    وسترن_يونيون يونيون حواله حوالة الحواله حوالات حەواڵە حەواڵەی hawala 7awala hawale
  `,
  card: `
    كارت كارته كارد بطاقه بطاقة بطاقته ماستر ماستركارد ماستر_كارد فيزا فيزه كي_كارد كيكارد کارت کارتی کارتەکەی card cards mastercard visa
    master qicard qi_card qi kicard
  `,
  id: 'ايدي ايديه الايدي ايديها ايديهم ئایدی ئایدیەکەی ئایدیی id uid ids aydi aidi ayde',
  pubg: 'ببجي بوبجي بابجي بوبجى ببجى بجي پەبجی پوبجی پابجی پبجی pubg bubg pubgm bobji bubji',
  freefire: 'فريفاير فري_فاير فريفاير فري_فايير فریفایەر فری_فایەر freefire free_fire ff',
  game: 'لعبه لعبة اللعبة یاری یارییەکە یارییە game games',
  my: 'my',
  self: `
    ژمارەی_خۆم ژمارەکەی_خۆم مۆبایلی_خۆم هەژماری_خۆم ئەکاونتی_خۆم الرقم_مالي رقم_مالي الرقم_الي حساب_مالي الحساب_مالي تلفون_مالتي تلفون_مالي
    ژمارەی_من هەژماری_من مۆبایلی_من ئەکاونتی_من نمرەی_من ئیمەیڵی_من ئیمەیلی_من یوزەری_من پەیجی_من رقم_الي رقم_مالتي الرقم_مالتي حساب_الي
    حساب_مالتي mine رقمي ارقامي تلفوني موبايلي جوالي هاتفي خطي شريحتي نمرتي حسابي حساباتي يوزري معرفي بطاقتي كارتي محفظتي ايميلي بريدي
    صفحتي بروفايلي قناتي ژمارەم ژمارەکەم نمرەکەم مۆبایلەکەم مۆبایلم هەژمارەکەم هەژمارم ئەکاونتەکەم ئەکاونتم ئیمەیڵەکەم ئیمەیلەکەم کارتەکەم
    یوزەرەکەم پەیجەکەم raqmi rakmi ra8mi rqmi raqmy rakmy 7sabi 7isabi hsabi hisabi telefoni mobayli
  `,
  friend: `
      صديقي صديقتي صديقاتي اصدقائي رفيقي رفيقتي صاحبي صاحبتي اخوي اخي اختي امي والدتي ابوي والدي زوجي زوجتي خالتي عمتي بنتي ابني هاوڕێکەم
      هاوڕێم براکەم برام خوشکم خوشکەکەم دایکم باوکم مێردەکەم friend friends brother sister mother father husband wife mom dad son daughter
      cousin sadiqi sadiqti sadi8i a5oy okhti
    `,
  link: `
    هو هي هذا هذه هاي هاذا هاذ اني انا و ب على علي ع عن في بي من الى ل مال مالت مالته مالتها مالته مالهم عنده عندها رابط لە بە ئەمە ئەمەیە
    ەکەی ە یە کە هی is the a on in at of s his her their this that it its im and via with are also too w ala 3ala b bil حسابه لحسابه
    شغلي دوامي القديم قديم الجديد الثاني ثاني الشخصي الخاص کۆن کۆنەکەم نوێ
    official ب اليه تبعه جديد ئەو own new old real fake second other hwa hiya howa huwa
  `,
  money: `
      دينار دولار الف الاف مليون ملايين مليونين عراقي ورقه ورقة اوراق دفتر دينار دولارات دۆلار دینار هەزار ملیۆن usd iqd dollar dollars
      dinar dinars usdt k thousand million alf btc euro eur lira سنه سنة ساعه ساعة يوم ايام مره مرة hours days times
    `,
}

const SINGLE = new Map<string, readonly Role[]>()
const PAIRED = new Map<string, readonly Role[]>()
for (const [role, words] of Object.entries(ROLES) as [Role, string][])
  for (const word of new Set(
    words
      .trim()
      .split(/\s+/)
      .map((each) => each.split('_').map(fold).join(' ')),
  )) {
    const table = word.includes(' ') ? PAIRED : SINGLE
    table.set(word, [...(table.get(word) ?? []), role])
  }

/** Words that end a pair: few, so that most words need no second look. */
const SECONDS: ReadonlySet<string> = new Set(
  [...PAIRED.keys()].map((pair) => pair.slice(pair.indexOf(' ') + 1)),
)

/** What Arabic and Sorani write in one with a word, longer ones first. */
const HEADS = [
  'وبال',
  'وعال',
  'وال',
  'بال',
  'عال',
  'فال',
  'كال',
  'هال',
  'لل',
  'ال',
  'و',
  'ب',
  'ف',
  'ل',
  'ع',
  'ه',
] as const
const TAILS = [
  'هكهي',
  'هكهم',
  'هكه',
  'كهي',
  'كهم',
  'هوه',
  'مان',
  'يي',
  'دا',
  'هم',
  'ها',
  'ه',
  'ي',
  'م',
  'ك',
  'ج',
] as const
/** Shorter stems are other words too often. */
const SHORTEST = 3

const HEADS_BY_LETTER: ReadonlyMap<string, readonly string[]> = Map.groupBy(HEADS, (head) => head.charAt(0))
const TAILS_BY_LETTER: ReadonlyMap<string, readonly string[]> = Map.groupBy(TAILS, (tail) => tail.slice(-1))
const NO_PARTS: readonly string[] = []

/** A word, and what is left of it without what Arabic writes in one with it. */
export const heads = (word: string): readonly string[] => {
  const stems = [word]
  for (const head of HEADS_BY_LETTER.get(word.charAt(0)) ?? NO_PARTS)
    if (word.length - head.length >= SHORTEST && word.startsWith(head)) stems.push(word.slice(head.length))
  return stems
}

const NONE: readonly Role[] = []

/**
 * Endings belong to names of services and games ("سنابه"); of other words they change who is meant
 * ("رقمي", "رقمه").
 */
const BY_NAME: ReadonlySet<Role> = new Set<Role>([
  'whatsapp',
  'viber',
  'imo',
  'zaincash',
  'asiahawala',
  'fastpay',
  'telegram',
  'instagram',
  'facebook',
  'snapchat',
  'tiktok',
  'x',
  'pubg',
  'freefire',
])

const rolesOfWord = (word: string): readonly Role[] => {
  const own = SINGLE.get(word)
  if (own !== undefined) return own
  for (const stem of heads(word)) {
    const known = SINGLE.get(stem)
    if (known !== undefined) return known
    for (const tail of TAILS_BY_LETTER.get(stem.slice(-1)) ?? NO_PARTS) {
      if (stem.length - tail.length < SHORTEST || !stem.endsWith(tail)) continue
      const named = SINGLE.get(stem.slice(0, -tail.length))?.filter((role) => BY_NAME.has(role))
      if (named !== undefined && named.length > 0) return named
    }
  }
  return NONE
}

const rolesOfPair = (first: Token | undefined, second: Token | undefined): readonly Role[] => {
  if (first === undefined || second === undefined || !SECONDS.has(second.text)) return NONE
  for (const stem of heads(first.text)) {
    const known = PAIRED.get(`${stem} ${second.text}`)
    if (known !== undefined) return known
  }
  return NONE
}

export type Roles = (at: number) => readonly Role[]

/** The roles of the words of one text, each read when it is first asked for: few stand near anything. */
export const readRoles = (tokens: readonly Token[]): Roles => {
  const known: (readonly Role[] | undefined)[] = []
  const isWord = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'latin'
  const read = (at: number): readonly Role[] => {
    const token = tokens[at]
    if (token === undefined || !isWord(token)) return NONE
    const before = tokens[at - 1]
    const after = tokens[at + 1]
    const pair = [
      ...(isWord(after) ? rolesOfPair(token, after) : NONE),
      ...(isWord(before) ? rolesOfPair(before, token) : NONE),
    ]
    // Of two words that are one name each is nothing else: "حوالة" of "اسيا حوالة" announces no transfer.
    return pair.length > 0 ? pair : rolesOfWord(token.text)
  }
  return (at) => (known[at] ??= read(at))
}

const ANNOUNCES: ReadonlySet<string> = new Set(
  [...SINGLE].flatMap(([word, roles]) =>
    roles.some((role) => role === 'hers' || role === 'number' || role === 'whatsapp') ? [word] : [],
  ),
)

/** Whether a word announces a telephone number that is written in one with it. */
export const announces = (word: string): boolean => ANNOUNCES.has(word)
