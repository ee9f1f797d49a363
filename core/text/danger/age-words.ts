import { makeLetters } from './letters.ts'
import { foldWord } from './tokens.ts'

/**
 * The letters as the rules of danger fold them: an age is read from the same words by everybody who
 * reads ages.
 */
export const ageLetters = makeLetters()

const words = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ').map((word) => foldWord(ageLetters, word))))

/**
 * Numbers of ages as they are written out: Iraqi and standard Arabic, Sorani and Badini, English,
 * and the first two in Latin letters.
 */
const NUMBERS: ReadonlyArray<readonly [value: number, words: string]> = [
  [1, 'واحد واحده یەک one'],
  [2, 'اثنين ثنين اثنتين دوو two'],
  [3, 'ثلاثه ثلاث تلاثه three'],
  [4, 'اربعه اربع چوار four arba3a arba3'],
  [5, 'خمسه خمس پێنج five khamsa'],
  [6, 'سته ست شەش six sitta'],
  [7, 'سبعه سبع حەوت seven sab3a saba3 sabi3 sabe3 hawt'],
  [8, 'ثمانيه ثمان ثماني تمانيه ثمن هەشت eight thmanya tmanya thamanya thman tman thmn hasht'],
  [9, 'تسعه تسع نۆ nine tis3a'],
  [10, 'عشره دە ten 3ashra'],
  [11, 'احدعش احدعشر حدعش دعش یازدە یانزە eleven i7da3ash ihda3ash 7da3ash yanza yazda'],
  [
    12,
    'اثنعش اثناعش اثناعشر ثنعش اطنعش دوازدە دوانزە دووازدە twelve ithna3ash thna3ash ithnaash dwanza dwazda',
  ],
  [
    13,
    'ثلطعش تلطعش ثلاثطعش ثلثطعش ثلاثتعش ثلتعش سێزدە سیانزە سیازدە thirteen talata3ash thla6a3ash thlata3ash talatta3ash tlatta3ash syanza sezda',
  ],
  [14, 'اربعطعش اربعتعش ارباطعش چواردە چاردە fourteen arba3ta3ash arba6a3ash arbata3ash arbaata3ash chwarda'],
  [
    15,
    'خمسطعش خمستعش خمصطعش پازدە پانزدە پانزە پازدا fifteen khamsta3ash khams6a3ash khumsta3ash khamista3ash 5amsta3ash panza pazda',
  ],
  [
    16,
    'سطعش ستطعش سطاعش ستعش ستاعش شازدە شانزدە شانزە شازدا sixteen sitta3ash s6a3ash si6a3ash sitta3sh shanza shazda',
  ],
  [
    17,
    'سبعطعش سبعتعش سبطعش سباطعش حەڤدە حەفدە هەڤدە هەفدە حەڤە حەڤدا هەڤدا seventeen sab3ta3ash sab6a3ash sbata3ash saba3ta3ash havda hafda hevde',
  ],
  [18, 'ثمنطعش ثمنتعش ثمانطعش ثمطعش تمنطعش هەژدە هەژدا eighteen thmanta3ash thmn6a3ash hazhda'],
  [19, 'تسعطعش تسعتعش نۆزدە نوزدە nineteen tisa3ta3ash nozda'],
  [20, 'عشرين عشرون بیست twenty 3ishrin 3shrin ishreen bist'],
  // Sorani three and thirty are one word once folded; nobody of three writes.
  [30, 'ثلاثين ثلاثون تلاثين سی thirty thlathin'],
  [40, 'اربعين اربعون چل forty arba3in'],
  [50, 'خمسين خمسون پەنجا fifty khamsin'],
  [60, 'ستين ستون شەست sixty'],
  [70, 'سبعين سبعون حەفتا seventy'],
  [80, 'ثمانين ثمانون هەشتا eighty'],
]

export const AGE_NUMBERS: ReadonlyMap<string, number> = new Map(
  NUMBERS.flatMap(([value, forms]) =>
    forms.split(' ').map((form) => [foldWord(ageLetters, form), value] as const),
  ),
)

/** "السادسة عشرة": an ordinal is an age only with its ten. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  ['ثالثه', 'رابعه', 'خامسه', 'سادسه', 'سابعه', 'ثامنه', 'تاسعه'].map(
    (word, index) => [foldWord(ageLetters, word), index + 3] as const,
  ),
)

export const TEN = words('عشر عشره')
export const AND = words('و and w u')
/** "پازدەیە", "شازدەم": Sorani writes "is" and "my" in one with the number. */
export const IS_AFTER = /(?:يه|م|مه|ي|ه)$/

export const YEARS = words(
  'سنه سنين سنوات عام عاما اعوام سنتي ساڵ ساڵە ساڵان ساڵی ساڵانە ساڵین ساڵن سالی سالیە sali salie saliye year years yr yrs yo yold sana sina sanah snin sneen sal sala sale',
)
/** Years that are the writer's by their ending. */
export const MY_YEARS = words('ساڵم ساڵمە ساڵانم ساڵیم ساڵیدام ساڵیمدا سالیمە salm salim salma salanm salime')
/** Years of Kurdish: before them من is "I", before Arabic ones it is "since". */
export const KURDISH_YEARS = words('ساڵ ساڵە ساڵان ساڵی ساڵانە سالی سالیە sal sala sale sali salie saliye')

/** Stands between who somebody is and the number, and means nothing here. */
export const FILL = words(
  'only just still now hardly barely almost nearly about around like actually really currently already finally a an is are the even literally to be',
  'في بس فقط هسه هسع حاليا الان تقريبا توني توه توها بعدني لسه لسا بعده بعدها يعني والله ال بال هو هي هيه اليوم حوالي صار صاير صايره صارت مجرد هذا',
  'ئێستا تەنها تەنیا نزیکەی هێشتا دەبێت نزیکی',
  'bas hassa hasa lissa tawni tawwi ba3adni ya3ni wallah tqriban esta tanha',
)

/** "My age is": a number is all that is still missing. */
export const MY_AGE = words(
  'عمري سني بعمري وعمري تەمەنم عومرم تەمنم عەمرم umri 3umri 3omri omri omry 3umry umry 3umre tamanm temenm temanm tamanim temenim tamenm 3omrm',
)
/** Of these, what "since" (من) may stand before; before a Kurdish one it is "I". */
export const ARABIC_AGE = words('عمري سني 3umri 3omri umri omri')
export const I_AM = words('im iam ima')
/** Right before an age that the writer will have. */
export const BECOME = words('be turn turning اصير راح دەبمە ئەبمە')
export const I_WILL = words('ill')
/** The same, and that it is the writer, in one word. */
export const I_BECOME = words(
  'اصير ساصير اكمل ساكمل اطب ادخل ادش اكفل دەبمە ئەبمە دەبم ئەبم دبمە asir aseer asiir akmil adkhul dabma dabme debime dabm debim',
)
/** "Becomes": of whoever is named. */
export const BECOMES = words(
  'يصير تصير سيصير يصبح تصبح سيصبح يكون سيكون دەبێتە ئەبێتە دەبێت ئەبێت ysir yseer ysiir yisir y9ir y9eer dabeta dabete debete dabet debet',
)
/** What follows an age that comes, and counts nothing. */
export const SOON = words(
  'soon tomorrow monday tuesday wednesday thursday friday saturday sunday next in after this on until till til almost not yet',
  'بعد بعدني تقريبا قريبا الشهر شهر بالشهر السنه سنة الاسبوع بالاسبوع',
  'نیم نینم نییە نیە نەبووم تەواو پڕ دەبم هێشتا م',
  'nim ba3d ba3ad b3d shahar sha7ar shahr ishahar',
)
/** "دەبم بە ١٧". */
export const TO_BE = words('بە ba be')
/** "Age: 15", of nobody named. */
export const AGE = words(
  'age aged العمر عمر السن بعمر تەمەن تەمەنی عەمر 3umr 3umur 3omr umr taman tamani temeni',
)
/** "ژیێ من", "تەمەنی من", "عەمرێ من": of me, in two words. */
export const AGE_OF = words('ژیێ ژییێ ژی تەمەنی تەمەنێ عەمرێ عەمری عومری temene temeni jiye emre tamani')
export const OF_ME = words('من min mn')
export const I = words('i اني انا آني اناه ئەز ani ana anee anii az ez')
export const FROM_OR_I = words('من mn min')
export const MY = words('my our')
/** "عندي 16": an age where years follow or nothing does. */
export const I_HAVE = words('عندي عدي عندى وعندي 3indi 3ndi 3endi andi indi')
/** "I have turned". */
export const TURNED = words(
  'turned turning turn hit صرت دخلت داخله طبيت كملت تميت مكمل مكمله دخل طب كمل دخلتها سديت bumata',
)
/** Of her, of him: whoever they are. */
export const THEIR_AGE = words(
  'عمرها عمره عمرهه وعمره وعمرها عمرهم عندها عنده عدها عده تەمەنی تەمەنیان 3umra 3umrha 3umraha omra omrha tamani temeni 3omrha 3omra 3umurha 3umura 3umarha',
)
export const THEY = words('he she hes shes she he هي هو هيه ئەو huwa hiya')

/** Sorani says "my" at the end: of these words and these endings each pair is somebody of the writer's. */
const possessed = (stems: string, endings: string): string =>
  stems
    .split(' ')
    .flatMap((stem) => endings.split(' ').map((ending) => `${stem}${ending}`))
    .join(' ')

/** One's own child, or one looked after or taught. */
export const CHILD = words(
  'بنتي بنيتي ابني ولدي وليدي طفلي طفلتي اختي اخوي اخويه اخويا اخي اخيتي خيتي بنتنا ابننا اخونا اختنا حفيدي حفيدتي بنتهم تلميذتي طالبتي طالبي ابنه',
  'تلميذي تلاميذي تلميذاتي طلابي طالباتي طالبنا طالبتنا بناتي اولادي ولادي اطفالي جهالي',
  'وبنتي وابني واختي واخوي لبنتي لابني لاختي لاخوي',
  'کچم کوڕم خوشکم برام برازام خوشکەزام خوارزام ئامۆزام کچا کوڕێ',
  possessed(
    'قوتابی خوێندکار شاگرد کچ کوڕ خوشک منداڵ مناڵ هاوپۆل',
    'ەکەم ەکم ێکم ەکانم انم ەکەمان ێکمان ەکانمان ەکەشم ێکیشم ەکیشم',
  ),
  possessed('هاوڕێ', 'م کەم یەکم کانم کەمان کەشم'),
  possessed('برادەر دەزگیران خۆشەویست زڕکچ زڕکوڕ', 'م ەکەم ێکم ەکانم ەکەمان ەکەشم'),
  possessed(
    'برا برازا خوشکەزا خوارزا ئامۆزا پوورزا نەوە کچەزا کوڕەزا',
    'کەم یەکم ەکەم کانم کەمان یەکمان کەشم یەکیشم',
  ),
  'daughter son sister brother niece nephew kid child student stepdaughter stepson cousin girl boy bro sis grandson granddaughter daughters sons',
  'pupil pupils students kids children classmate',
  'binti bnayti bnaiti benti ibni ebni ukhti okhti ikhti ukhty akhoy akhuy akhoya weldi talibti talbti tilmithi kchakam kcham kchm kurakam kurm khushkm xushkm xushkakam khushkakam brakam bram mnalakam',
  possessed('qutabi qutaby xwendkar khwendkar xwendakar shagrd', 'akam akem yakam yakm ekm ekim akm akanm'),
)
/** Whose child is named right before "of me" in Badini, and by -î in Sorani. */
export const CHILD_OF = words(
  'قوتابیا قوتابیێ قوتابی شاگردێ شاگردا شاگردی خواندکارا خواندکارێ خوێندکاری خویشکا خوشکا خوشکی برایێ برای برازایێ برازایا خوارزایێ خوارزایا زاڕۆکێ زارۆکێ زاڕۆکا کچێ کچی کوڕا کوڕی منداڵی قوتابیەکی قوتابیێکی خوێندکارێکی شاگردێکی کچێکی کوڕێکی منداڵێکی',
  'qutabiya qutabiye qutabi shagirde shagirda sagirde xwendekara xwendekare xwendkara xwishka xwiska xushka xushki biraye braye bray birazaye keca kecha kicha kure kura kuri zaroke zaroka',
)
/** A daughter of somebody whom the writer knows: right after "daughter of". */
export const KIN = words(
  'عمي عمو خالي خالتي عمتي اختي اخوي اخويه جيراننا جيرانا جارنا جارتنا جاري جارتي صديقتي صديقي رفيقتي زوجي زوجتي مرتي',
)
/** The same of Kurdish, right after "daughter of" (`CHILD_OF`). */
export const KURDISH_KIN = words(
  'مامم مامەم خاڵم خاڵۆم پوورم پورم میمکم خوشکم خوشکەکەم برام براکەم دایکم باوکم هاوسەرم',
  'هاوڕێم هاوڕێکەم برادەرم برادەرەکەم دراوسێم دراوسێکەم دراوسێمان دراوسێکەمان خزمم خزمێکم خزممان',
)
/** "A girl I know", in Sorani. */
export const SOMEBODY = words('کچێک کوڕێک منداڵێک')
export const KNOW = words('دەناسم ئەناسم')
/** A person by kind who is a child or pupil, and nobody's by itself. */
export const KIND = words('kid child pupil kids children students pupils ابن قوتابی شاگرد منداڵ')
export const KURDISH_KIND = words('کچ کوڕ خوێندکار قوتابی شاگرد منداڵ kch kur')
/** "My daughter", and "I am a girl" right after "I". */
export const ME_OR_MINE = words('کچم کوڕم kchm kurm')
/** "I am a pupil", in one word. */
export const I_AM_PUPIL = words('قوتابیم خوێندکارم قوتابیمە شاگردم qutabim xwendkarm')
export const FRIEND = words('bf gf boyfriend bff')
/** What kind of friend it is: "my best friend", «هاوڕێ نزیکەکەم». */
export const BEST = words(
  'best closest close good dear school class childhood male female new online only oldest',
)
export const KURDISH_FRIEND = words('هاوڕێ هاورێ هەڤال هەڤاڵ')
export const KURDISH_BEST = words('نزیکەکەم باشەکەم خۆشەویستەکەم گیانییەکەم گیانیەکەم دێرینەکەم بچووکەکەم')
export const OF = words('of')
export const MINE = words('mine ours')
/** "A child I teach", "in my class", "طالبة بصفي". */
export const TEACH = words('teach tutor coach mentor babysit')
export const CLASS = words('class classroom school classes lessons group')
export const WITHIN = words('in at from')
export const WITH_US = words('عندنا عدنا يمي بصفي بصفنا بمدرستي بمدرستنا')
/** A person by kind, of the writer where the writer is who is spoken of. */
export const PERSON = words(
  'girl boy female male student teen teenager guy woman f m بنت ولد بنيه شاب شابه فتاه فتى طالب طالبه طفل طفله مراهق مراهقه کچ کچێکی کوڕ کوڕێکی خوێندکار bnt bint walad bnaya kch kur',
)
/** Small, between a child and the number. */
export const SMALL = words(
  'الصغير الصغيره الزغير الزغيره صغير صغيره زغير زغيره الاصغر اللي الي who whos is was little younger بچووکەکەم بچوک بچووکم بچکۆلەکەم بچووک z8ayra zghayra zghira zghayr sghir izghayir',
)
/** How somebody feels, after an age: nothing that it counts. */
export const FEELS = words(
  'خايف خايفه محتاج محتاجه اريد احتاج ساعدوني ارجوكم وياي دەترسم یارمەتیم scared afraid please pls help from in at with but someone somebody he she they who my living live and or so hes shes theyre cant dont khayfa khayif a3ish',
)

/** What a number counts that is no age. */
export const UNITS = words(
  'minute minutes min mins hour hours hr hrs day days week weeks month months second seconds percent km mile miles k dollar dollars usd euro euros buck bucks iqd dinar dinars times time people friends photos photo pics pic pictures picture images messages message videos video calls accounts account followers inch inches foot feet cm kg pounds lbs pm am oclock st nd rd th steps clips screenshots files thousand hundred million exams classes points blocks meters metres stories posts contacts chats numbers groups strangers men guys girls',
  'دقيقه دقايق دقائق ساعه ساعات يوم ايام اسبوع اسابيع شهر شهور اشهر الف الاف مليون ورقه اوراق دفتر دولار دينار مره مرات صوره صور فيديو فيديوهات مقطع نفر اشخاص شخص متر كيلو حساب حسابات رساله رسايل رسائل بالميه بالمائه مكالمه متابع تعليق سكرين ثانيه ثواني شده شدات كروب اخوان اطفال بنات ولد',
  'خولەک دەقیقە کاتژمێر سەعات ڕۆژ هەفتە مانگ هەزار ملیۆن دۆلار دینار جار کەس وێنە ڤیدیۆ نامە دەفتەر خوشک برا منداڵ',
  'yom ayam ayyam shahar sha7ar alf marra marat sa3a sa3at daqiqa daqayiq rozh hafta mang hazar jar dolar suwar sowar wena',
)
/** "16 years of experience", "10 years in prison", "five years of marriage": years, not an age. */
export const NOT_LIVED = words(
  'ago experience married marriage together later prison jail back now خبره متزوجه متزوج زواج سجن حبس شغل خدمه ضمان سوا ويا لە دەیناسم دەژی دەیناسین لەگەڵی لەمەوبەر',
)
/** A length of time, or a time long ago, is what follows. */
export const SINCE = words(
  'چنت جنت چان جان چانت جانت',
  'since for after within over past last every each from than was were when until when منذ قبل خلال لمده مده صارلي صارله صارلنا بعد طول حكم بقالي كنت كان لما وكت يوم عندما كنا كانت پێش بۆ ماوەی دوای لەو کاتێک gabl qabl ba3ad ba3d kint chint kan mnth',
)
/** "بوو" after it: it was. */
export const WAS_AFTER = words('بوو بووم bu bum buw')
export const NOT = words('not no مو ما لا مب موش نا')
export const THINGS = words(
  'phone account laptop car computer photo photos picture pictures video videos house email page app pc bike dog cat friend marriage career موبايل حساب صوره سياره بيت تلفون',
)
export const GREETING = words('hi hello hey salam slaw هلو مرحبا السلام عليكم سڵاو سلاو هلا hala please pls')
export const BORN_IN = words('in on سنه عام ب بسنه لە ساڵی year')
export const OLD = words('old of age من العمر عمري o')
