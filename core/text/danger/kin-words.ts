import { ageLetters } from './age-words.ts'
import { foldWord } from './tokens.ts'

const listed = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(' '))

const words = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(listed(lines).map((word) => foldWord(ageLetters, word)))

/** Every stem with every beginning and every ending, as Arabic writes them in one. */
const inflected = (stems: string, heads: readonly string[], tails: readonly string[]): ReadonlySet<string> =>
  words(
    ...stems.split(' ').flatMap((stem) => heads.flatMap((head) => tails.map((tail) => head + stem + tail))),
  )

/** English words for kin of the writer; somebody's only after "my" and "our". */
export const KIN_ENGLISH = words(
  'son sons daughter daughters child children kid kids boy boys girl girls sister sisters brother brothers',
  'sis bro',
  'niece nieces nephew nephews cousin cousins grandson granddaughter stepson stepdaughter stepsister',
  'stepbrother',
  'pupil pupils student students baby teenager teen',
)
/** Arabic ones that are the writer's by their ending, besides those that ages are read by. */
export const KIN_ARABIC = words(
  'خويه خوي خويا خوية خيه خيتي اخواتي خواتي اخوتي اخواني خواني بتي بنتيه بنيتي ابنيه وليدي ولدي بنياتي ولديه',
  'اختيه اخويه اخويا حفيدتي طفلنا بنوتي ولادنا بناتنا جاهلتي جاهلي خيي اخوياي زعطوطي',
  'ukhtii okhty khuya khoya khuy xuya bnayti bintti benty wliydi waladi uladi banati khiti akhooy akhouy',
)
/** Sorani and Badini ones. */
export const KIN_KURDISH = words(
  'براکم براکەم برایەکەم خوشکەکم کیژەکەم کیژم کچۆڵەکەم کوڕەکم منداڵەکانم منالەکەم مناڵەکانم مناڵم منداڵم',
  'زارۆکێ',
  'خوشکمە برامە کچمە کوڕمە خوشکەکەمە براکەمە کچەکەمە کوڕەکەمە ئامۆزامە',
  'پوورزام خاڵۆزام ئامۆزاکەم خاڵۆزاکەم میمکزام ئامۆزام خوشکەزاکەم برازاکەم خویشکا براێ',
  'brakem xushkakem kurakem kchakem kiczhakam mindalakam xwishka',
)
/** Friends and partners: told of by name, and nobody's child by it. */
export const NEAR_ENGLISH = words(
  'friend friends bestie classmate classmates girlfriend fiancee fiance wife mother mom mum neighbour',
  'neighbor colleague roommate',
)
/** Of those who are no children, whoever says it. */
export const GROWN = words(
  'wife husband mother mom mum father dad grandmother grandfather grandma grandpa',
  'مرتي زوجتي امي والدتي ابوي ابويه زوجي رجلي جدتي جدي بيبيتي marti zawjti zawji',
  'خێزانم ژنەکەم دایکم هاوسەرم مێردەکەم باوکم داپیرم باپیرم هەڤژینا',
)
export const NEAR_OTHER = words(
  'صديقتي صديقي رفيقتي رفيقي صاحبتي صاحبي زميلتي زميلي مرتي زوجتي خطيبتي امي حبيبتي جارتي صديقاتي صديقتنا',
  'sadiqti sadiqi rafiqti rafiqi sahibti sahbi zamilti marti zawjti khatibti',
  'هاوڕێمە هاوڕێکەم هاوڕێیەکم هاوڕێم هاوڕێیەکەم هاوڕێکم دەستگیرانەکەم دەستگیرانم خێزانم ژنەکەم دایکم',
  'هاوسەرم هەڤالا هەڤالێ دەزگیرانا',
  'hawrekam hawrem hawreyakam',
)
/** Who is whose, in two words: the second says it. */
export const KIN_OF_KIN = words('بنت بت ابن ولد بنات ولاد اولاد bint ibn')

/** Of one's own years perhaps: a bare number may be their age. */
export const OF_ANY_AGE: ReadonlySet<string> = new Set([
  ...NEAR_ENGLISH,
  ...NEAR_OTHER,
  ...words(
    'sister sisters brother brothers sis bro cousin cousins stepsister stepbrother',
    'اختي اختيه خيه خيتي اخيتي اخوي اخويه اخويا اخي خوي خويه خويا خيي اخوياي خواتي اخواتي اخوتي اخواني',
    'خواني اخونا اختنا واختي واخوي لاختي لاخوي',
    'ukhti okhti ikhti ukhty ukhtii okhty akhoy akhuy akhoya khuya khoya khuy xuya akhooy akhouy khiti',
    'خوشکم برام خوشکەکەم خوشکەکم براکەم براکم برایەکەم ئامۆزام پوورزام خاڵۆزام ئامۆزاکەم خاڵۆزاکەم میمکزام',
    'خوشکێکم برایەکم',
    'khushkm xushkm xushkam xushkakam khushkakam brakam bram brakem xushkakem',
  ),
])
/** Of these it says that they are young. */
export const YOUNG = words(
  'little younger youngest small baby teenage',
  'الصغير الصغيره الزغير الزغيره صغير صغيره زغير زغيره الاصغر zghayra zghayr izghayir',
  'بچووکەکەم بچووک بچووکم بچووکەکە',
)

export const OWNER = words('my our')
/** Between whose and who, or after who: of which of them. */
export const WHICH = words(
  'little younger young older elder eldest youngest big small only own other twin dear poor best teenage',
  'baby step half late 2 two',
  'الصغير الصغيره الزغير الزغيره صغير صغيره زغير زغيره الاصغر الجبير الجبيره الكبير الكبيره كبيره الوسطاني',
  'الوحيد الوحيده الثاني الثانيه هم همين هماتين ايضا كمان المسكين المسكينه هذا هذي هاي',
  'بچووکەکەم بچووک بچووکم گەورە گەورەکەم بچووکەکە',
  'zghayra zghayr izghayir ichbir ham hamen',
)

/** To, of or about somebody: what follows is who hears of it, or of whom somebody is afraid. */
export const TO_THEM = words(
  'to tell tells told telling show shows showed showing send sends sent sending by with if before unless',
  'without except like inform informs text texts',
  'الى يم يمه ويه ويا وي مع اذا لو كدام قدام امام عند خاف ليش مثل كبل قبل بدون',
  'بۆ بە ئەگەر پێش وەک لەگەڵ بێ',
)
export const OF_THEM = words('of from من لە ژ')
export const FEAR = words(
  'afraid scared fear fears frightened terrified ashamed hiding hide hid',
  'خايف خايفه اخاف خوف اخجل استحي مرعوب مرعوبه',
  'دەترسم ئەترسم ترسم ترساوم ترسان دترسم شەرم',
)
/** Blackmail that names whom it is done to right after it. */
export const DOES_TO = words(
  'threatening threatens threatened threaten blackmailing blackmails blackmailed blackmail extorting',
  'extorts extorted extort',
  'squeezing squeezes harassing harasses harassed filming filmed recording recorded stalking stalks',
  'bullying bullies groomed grooming',
  'targeting targets scamming scammed hacked hacking exploiting exploits abusing forcing pressuring',
  'هەڕەشەی هەڕەشە گەفا گەفێ گەفان بلاکمەیلی',
)
export const DOES_TO_ARABIC = inflected(
  'هدد بتز ابتز مهدد مبتز مصور يستغل يبتز',
  ['', 'ي', 'دي', 'ت', 'دت', 'د'],
  ['', 'ون', 'وا', 'ت'],
)
/** What is done to them, with the word for them in it: "يهددها". */
export const DONE_TO_THEM: ReadonlySet<string> = new Set([
  ...inflected(
    'هدد بتز ابتز مهدد مبتز يبتز مصور استغل يستغل ضغط غش خدع اجبر يجبر لزم',
    ['', 'ي', 'دي', 'ت', 'دت', 'د'],
    ['ه', 'ها', 'هم', 'وه', 'وها', 'وهم', 'ونه', 'ونها', 'ته', 'تها'],
  ),
  ...inflected(
    'haddid hadid haded hadded btaz btz ibtaz',
    ['y', 'yi', 'diy', 'dy', 't'],
    ['a', 'ha', 'hum', 'ah'],
  ),
])
/** It happens to who was named before it. */
export const HAPPENS = words(
  'يتعرض تتعرض تعرض تعرضت ديتعرض دتتعرض انبتز انبتزت متورط متورطه مهدد مهدده مبتز مبتزه انهدد',
  'being لێدەکرێت دهێتە وێنەکەدایە ڤیدیۆکەدایە وێنەکاندایە ڤیدیۆکاندایە وێنەکەیە ڤیدیۆکەیە',
)
/** Right before "of me": «هەڕەشە لە من دەکات». */
export const THREATENS = words('هەڕەشە هەڕەشەی گەف گەفان گەفا harasha hereshe')
/** "هەڕەشەی لێ دەکرێت": the threat, and right after it that it is made against them. */
export const THREAT = words('هەڕەشەی گەفا گەفێ گەفان گەف بلاکمەیلی پارەی')
export const AGAINST = words('لێ لێی لێیان ل لێدەکرێت لێدەکات لێدەکەن لێدەکا لێدەسەنێت')
/** The same in English, after a form of "be" or "get". */
export const DONE = words(
  'blackmailed threatened extorted squeezed harassed filmed recorded scammed exploited groomed bullied',
  'stalked hacked pressured forced trapped targeted tricked contacted',
)
export const IS = words('is was are were been be gets got getting get s')
/** "I am a girl", «کچێکم»: one of theirs only where they have one («کچێکم هەیە»). */
export const I_AM_ONE = words('کچێکم کوڕێکم ژنێکم پیاوێکم گەنجێکم')
export const HAVE_KURDISH = words('هەیە هەبوو هەبووە هەیت')
export const SOMEBODY = words(
  'واحد واحده اكو شخص ناس شاب رجال رجل حساب جماعه عصابه احد حد مجهول ولد بنيه واحدهم wahid akku shakhs',
  'کەسێک یەکێک پیاوێک کوڕێک کچێک خەڵک گەنجێک ئێک kasek yekek',
)
/** "From them", "over them", after somebody who does it. */
export const OVER_THEM = words(
  'منه منها منهم عليه عليها عليهم بيه بيها بيهم عنده عندها وياه وياها صوره صورها صورهم فيديوها فيديوه عدها',
  'ابيه minna minha 3alaya 3alayha biha suwarha suwara sowarha swarha vidyoha',
  'لێ لێی لێیان وێنەی وێنەکانی ڤیدیۆی ڤیدیۆیەکی لەسەری پێ',
)
export const PICTURE_OF = words(
  'photo photos picture pictures pics video videos nudes clip clips recording images',
  'صور صوره فيديو فيديوهات مقطع مقاطع تصوير سالفه موضوع مشكله قضيه حساب تلفون suwar sowar vidyo',
  'وێنەی وێنەکانی ڤیدیۆی ڤیدیۆکەی ڤیدیۆکانی کێشەی حسابی ڕەسمی',
)
/** Right before pictures that are not there yet. */
export const ASKS_FOR = words(
  'want wants wanted wanting ask asks asked asking for demand demands demanded demanding need needs send',
  'يريد يريدون يريدني تريد يطلب طلب طالب ديطلب ديريد يرد بده يبي ادزله ادزله دزي دزلي',
  'داوای دەیەوێت دەوێت ئەوێ yreed yrid yureed dawai daway',
)
/** Passed between a picture and whose it is. */
export const OF_WHOM = words('of from مال مالت تخص تبع حق')

/** What somebody says and gives to the writer is nothing they do to them. */
export const TELLS = words(
  'told tells tell says said showed shows shown asked asks came comes called calls gave gives wants want',
  'begged begs wrote writes texted',
  'خبرني علمني بلغني سالني ذكرني khabarni',
)
export const ME = words('me my mine us myself')
export const US = words('me us myself')
/** Of kin who learn of it or may hurt for it: they are afraid of them, it is not done to them. */
export const LEARNS = words(
  'know knows knew find finds found see sees saw will would beats beat kill kills hit hits hates catches',
  'يعرف عرف عرفت يدري درى درت يشوف شاف شافت يكتل يقتل يذبح يعرفون عرفوا راح يسوي يدرون شافوا يشوفون',
  'بزانێت دەزانێت زانی بزانن زانیویانە بزانێ دەزانێ ببینێت بینی زانیی',
)
/** What is done to the writer, in the word itself. */
export const TO_ME = inflected(
  'هدد بتز ابتز مهدد مبتز يبتز مصور سجل صور ضرب قتل ذبح كتل يقتل يذبح يكتل يضرب يسجل يصور غصب حبس نشر فضح يفضح ابتزا عنف تحرش لمس يلمس شاف يشوف',
  ['', 'ي', 'دي', 'ت', 'دت', 'د', 'راح'],
  ['ني', 'وني', 'تني'],
)
/** Sorani writes "me" within the verb; "of me" after what is mine. */
export const KURDISH_ME = words(
  'گرتم گرتوومە گرتووم گرتوومی دەمکوژێت دەمکوژن دمکوژێت ئەمکوژێ لێمدەدات لێمدەدا هەڕەشەم هەڕەشەملێ وێنەم',
  'وێنەکانم وێنەکەم ڤیدیۆم ڤیدیۆکەم ڤیدیۆکانم منی دەمکوژی لێم بمکوژێت',
)
/** That what is told of is the writer's own: what is done, what is theirs, whom it is about. */
export const OWN_MATTER = words(
  'صوري صورتي فيديوهاتي فيديوي حسابي عني يخصني تخصني نفسي swari suwari yhadedni yhaddidni yibtazni ybtzni',
  'هەڕەشەم وێنەم وێنەکانم وێنەکەم ڤیدیۆکەم ڤیدیۆم خۆمە خۆمم',
)
/** Right before "me". */
export const DONE_TO_ME = words(
  'threatening threatens threatened threaten blackmailing blackmails blackmailed blackmail extorting',
  'extorts extorted extort',
  'filming filmed recording recorded harassing scamming scammed hacked about squeezing forced against',
  'happened happening',
)
/** Right after "my". */
export const MY_PICTURES = words(
  'photo photos picture pictures pics pic video videos nudes account accounts own ex image images selfie',
)

/** That it is the same with them. */
export const SAME = words('same هەمان نفس هەمانی nafs hamman')
export const MATTER = words(
  'problem thing situation issue story trouble',
  'المشكله مشكله الشي الموضوع السالفه القصه الحاله الوضع mushkila mushkla shi',
  'کێشە کێشەی کێشەیەی شت شتی دۆخ کێشەیە',
)
/** That what is sent is of somebody else. */
export const HERS = words('hers صورها صورهم فيديوها فيديوهاتها suwarha swarha')
/** "I am her sister": another holds the phone. */
export const THEIR_KIN = words(
  'اختها اخوها صديقتها صديقها رفيقتها صاحبتها بنتها ابنها امها ابوها اخته اخوه صديقه ابنه بنته خالتها عمتها',
  'خوشکیم خوشکیمە برایم هاوڕێیم کچیم کوڕیم',
)
export const HER = words('her his')
