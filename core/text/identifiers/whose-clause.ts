import { fold } from '../fold.ts'
import { oneOf } from '../one-of.ts'
import type { Whose } from './whose.ts'

// What a clause says of a number or name by its whole shape: somebody is to be called there, is helped by, or says
// who they are. Language, not text of the product, hence not in a locale; compared folded.

/** Family and friends, as the person calls them. */
const KIN = oneOf(`
  اخويه اخوي اخي اخوية خويه ابوي ابويه والدي بابا امي والدتي ماما يمه اختي خيتي زوجي رجلي مرتي زوجتي ابني بنتي خالي خالتي عمي عمتي جدي جدتي
  صديقي صديقتي رفيقي رفيقتي صاحبي صاحبتي ابن_عمي بنت_عمي ابن_خالي بنت_خالتي
  دایکم باوکم براکەم برام خوشکم خوشکەکەم مێردەکەم هاوسەرەکەم ژنەکەم خێزانم کوڕەکەم کچەکەم مامم خاڵم پوورم هاوڕێکەم هاوڕێم دایکی باوکی
  دەیکا_من بابێ_من برایێ_من خویشکا_من هەڤالێ_من هەڤالا_من دایە دادە بابە کاکە
  my_brother my_sister my_mother my_mom my_mum my_mam my_father my_dad my_husband my_wife my_son my_daughter my_uncle my_aunt my_cousin my_friend
  my_grandma my_grandmother my_grandfather my_boyfriend my_girlfriend my_best_friend my_fiance my_fiancee
  ummi umi omi akhuya akhoya akhi ukhti okhti abuya aboya zawji rajli sadiqi sadiqti dayikm dayikim daykm bawkm bawkim brakam xushkm hawrekam
`)

const CALL = oneOf(`
  call ring phone text contact reach tell inform message اتصلوا اتصلو اتصل اتصلي خابروا خابرو دكوا دكو كلموا كلمو بلغوا بلغو راسلوا حاجوا خبروا خبرو
  ittaslu itaslu itaslo khabru 5abru
`)
const NAME = '(?: \\p{L}+){0,2}'
const LEADS = `(?: ${oneOf('on at number his_number her_number by via whatsapp phone على علي عل رقم رقمه رقمها الرقم تلفونه تلفونها ژمارە ژمارەی ژمارەکەی')})*`

/** "Call my brother on ...", «اتصلوا بأمي على ...». */
const TO_CALL = new RegExp(
  `(?:^| )${CALL}(?: ${oneOf('على علي ب ويه ويا مع to')})? (?:ب|ل)?${KIN}${NAME}${LEADS}$`,
  'u',
)
/** «پەیوەندی بە دایکمەوە بکەن ...». */
const TO_CALL_CKB = new RegExp(
  `(?:^| )${oneOf('پەیوەندی تەلەفۆن زەنگ')} ${oneOf('بە بۆ لە لەگەڵ')} ${KIN}(?:${fold('ەوە')})?(?: ${oneOf('بکەن بکە بدەن بدە لێ_بدەن')})?${LEADS}$`,
  'u',
)
const OF_KIN = new RegExp(`(?:^| )${KIN}${NAME}$`, 'u')
const HELPS = new RegExp(
  `^(?:${oneOf('و هو هي who he she')} )?${oneOf(`
  ينصحني نصحني نصحتني تنصحني ساعدني ساعدتني يساعدني تساعدني كلي_اكتبلكم كالي_اكتبلكم كالتلي_اكتبلكم واكف_وياي واكفه_وياي
  یارمەتیم_دەدات یارمەتی_دام هاوکاریم_دەکات ئامۆژگاری_کردم helps_me helped_me is_helping_me advised_me advises_me told_me_to_write knows_about_it supports_me
  ysa3idni nasa7ni
`)}`,
)

/** "And I am @sara", «ئینستای من sara». */
const I_AM = new RegExp(`(?:^| )${oneOf("i_am im i'm ani ana اني انا آني من its_me")}$`, 'u')
const QUOTED = new RegExp(
  `(?:^| )${oneOf('said says told wrote كال يكول كلي قال دەڵێت وتی گوتی')}(?: |$)`,
  'u',
)
const NAMED_CKB = `${oneOf('ئینستا ئینستاگرام تێلەگرام تێلیگرام سناپ سناپچات فەیسبووک فەیس تیکتۆک یوزەر ئەکاونت هەژمار پەیج ژمارە نمرە واتساپ واتسئەپ ئیمەیڵ')}(?:${fold('ی')}|${fold('ەکەی')}|${fold('یەکەی')})`
/** «هی» stands for what was named before it: "and mine". */
const OF_MINE = new RegExp(
  `(?:^| )(?:${NAMED_CKB}|${oneOf('هی یێ یا hi ye')}) ${oneOf('من منیش منە خۆم خۆمیش خۆمە min mn xom khom xoma')}$`,
  'u',
)
const NUMBERED_CKB = new RegExp(`(?:^| )${NAMED_CKB} ${KIN}(?:${fold('ە')})?$`, 'u')
/** "And his", «هی ئەو»; and "his insta is", where what follows is the next one's. */
const OF_THEIRS = new RegExp(
  `(?:^| )(?:${oneOf('هی_ئەو هی_ئەوە هی_ئەویش هی_ئەوان یێ_وی یا_وی یا_وێ هی_وی hi_aw hi_ew his his_is hers hers_is and_her theirs_is مالته مالتها')}|${oneOf('his her their')} \\p{L}+(?: ${oneOf('is was name account id number')}){0,2})$`,
  'u',
)
const SOMEBODY = new RegExp(`(?:^| )${KIN}(?: |$)`, 'u')
/** «رقم اختي اتصلوا عليها ...». */
const CALL_THEM = new RegExp(
  `(?:^| )${KIN}${NAME} ${CALL} (?:${oneOf('عليها عليه بيها بيه وياها وياه her him')})${LEADS}$`,
  'u',
)

const HELPER: Whose = { owner: 'other', role: 'helper' }
const THEIRS: Whose = { owner: 'perpetrator' }
const SELF: Whose = { owner: 'self' }

/** `before`, `after`: the words of the clause around the thing, as they stand; `sign`: it begins with "@". */
export const readClause = (before: string, after: string, sign: boolean): Whose | undefined => {
  const lead = fold(before)
  if (lead === '') return undefined
  if (TO_CALL.test(lead) || TO_CALL_CKB.test(lead)) return QUOTED.test(lead) ? undefined : HELPER
  if (OF_KIN.test(lead) && HELPS.test(fold(after))) return HELPER
  if (CALL_THEM.test(lead) || NUMBERED_CKB.test(lead)) return HELPER
  if (OF_MINE.test(lead)) return SELF
  if (OF_THEIRS.test(lead) && !SOMEBODY.test(lead)) return THEIRS
  return sign && I_AM.test(lead) && !QUOTED.test(lead) ? SELF : undefined
}

/** Words that a card of a family member or a friend is named by ("ماما", "Mum", «دایکم»). */
const OWN_NAMES = new RegExp(
  `^(?:${KIN}|${oneOf('mom mum mama mam mummy mommy dad daddy baba papa grandma grandpa brother sister bro sis hubby ماما بابا امي ابويه ابوي يمه يابه دايه دایە دایکم باوکم کاکە دادە')})(?: .*)?$`,
  'u',
)

/** Whether a contact is kept under what somebody calls their family or friends. */
export const isNamedAsKin = (name: string): boolean => OWN_NAMES.test(fold(name))
