import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * Somebody of one's own was taken or does not come home: at once, whoever it is. What is only missing may be late,
 * so it is asked about.
 */
const classes: CrisisRules['classes'] = {
  'one-of-mine': {
    with: ['dear', 'child', 'kin'],
    ar: ['بنت (اخ|اخت|عم|خال)(ي|تي) اخويه مرتي زوجي رجلي امي ابوي ابويه خويه طفلي طفلتي بنيتي'],
    ckb: [
      '(کچەکەم|کوڕەکەم|خوشکم|خوشکەکەم|براکەم|برام|دایکم|باوکم|کچم|کوڕم|منداڵەکەم|منداڵەکانم|هاوڕێکەم|ژنەکەم|خێزانم|مێردەکەم|هاوسەرەکەم|ئامۆزاکەم|خوشکەزاکەم|برازاکەم)(یان|)',
    ],
    en: ['baby girlfriend fiance fiancee'],
    lat: [
      '(kchakam|kichekem|kurakam|kurekem|xushkm|xwshkm|khushkm|xushkim|brakam|brakem|dayikm|dayikim|bawkm|bawkim)(yan|)',
    ],
  },
  'took-by-force': {
    ar: [
      '(خطفوا|خطفو|خطف|خطفوهم|خاطفين|خاطفه|اختطفوا|اختطفو|اختطف|يخطفون|انخطف|انخطفت|مخطوف|مخطوفه|مخطوفين|تخطف|انخطفوا)',
    ],
    ckb: [
      '(ڕفاند|ڕفاندی|ڕفاندیان|ڕفاندووە|ڕفاندوویانە|ڕفاندوە|ڕفێنرا|ڕفێنراوە|ڕفێندرا|ڕفێندراوە|فڕاند|فڕاندووە|فڕاندوویانە|ڕەڤاند|ڕەڤاندن|ڕەڤاندیە|ڕەڤاندییە|ڕەڤاندنە)',
    ],
    en: ['kidnapped kidnap abducted abduct'],
    lat: [
      'khatfaw khatafaw khatfo khatafo khatfu 5atfo 5atafo 5atfaw inkhatfat inkhataf makhtufa makhtuf',
      'rfand rfandi rfandyan rfandwa rfandiyan farandyan revand revandin',
    ],
  },
  /** What is asked for somebody who is held. */
  ransom: {
    ar: ['فديه الفديه فدوه_الخطف'],
    ckb: ['فیدیە فدیە'],
    en: ['ransom hostage'],
  },
  'took-away': {
    ar: ['اخذوا اخذو ماخذين شالوا شالو سحبوا حجزوا حاجزين لازمين'],
    ckb: ['برد بردی بردیان بردووە بردوویانە بردوە بردویانە برن برنە بریە بریێنە'],
    en: ['took taken grabbed snatched dragged'],
    lat: ['akhthaw akhdhaw a5thaw brdyan bird birdyan brdwa'],
  },
  /** Behind whom it was done to. In English who stands there took something themselves. */
  'taken-behind': {
    ar: ['اخذوا اخذو ماخذين شالوا شالو سحبوا حجزوا حاجزين لازمين'],
    ckb: ['برد بردی بردیان بردووە بردوویانە بردوە بردویانە برن برنە بریە بریێنە'],
    en: ['taken'],
    lat: ['akhthaw akhdhaw a5thaw brdyan bird birdyan brdwa'],
  },
  /** What is taken beside somebody, or where somebody is taken for their own good. */
  'taken-thing': {
    ar: [
      'صور صوره فيديو تلفون موبايل حساب فلوس رقم المستشفى للمستشفى مستشفى الدكتور للدكتور المدرسه للمدرسه',
      'السوق للسوق السفر',
    ],
    ckb: ['وێنە* ڤیدیۆ* مۆبایل* پارە* نەخۆشخانە قوتابخانە دکتۆر بازاڕ سەفەر'],
    en: [
      'picture pictures photo photos video videos phone money account number name hospital doctor school',
      'shopping trip holiday advice side screenshot screenshots nudes pics',
    ],
  },
  'not-home': {
    ar: ['رجعت رجع ترجع يرجع رجعوا عادت عاد'],
    lat: ['rij3at rija3 tirja3'],
  },
  'gone-missing': {
    ar: ['مفقود مفقوده مختفي مختفيه اختفت اختفى ضايعه ضايع'],
    ckb: [
      '(نەگەڕاوەتەوە|نەگەڕایەوە|نەهاتەوە|نەهاتۆتەوە|نەهاتووەتەوە|نەگەڕاوەتە|نەزڤڕی|نەزڤڕیە|نەهاتیە) دیارنییە دیارنیە',
    ],
    en: ['vanished disappeared'],
    lat: ['nagarawatawa nagarayawa nahatawa nahatotawa'],
  },
  /** What somebody has not gone back to, or misses. */
  'missing-other': {
    ar: ['اله الها عليه عليها الي علي يمه وياه للمدرسه للدوام حبيبها لحبيبها'],
    en: ['him his me you work school class money messages account'],
  },
}

const facts: CrisisRules['facts'] = {
  'mine-taken': [
    '<one-of-mine>',
    '(کچا|کوڕێ|خویشکا|خوشکا|برایێ|برا|دەیکا|بابێ|ژنا|هەڤژینا|زەلامێ|زاڕۆیێ|زارۆکێ)+من',
  ],
}

const rules: readonly CrisisRule[] = [
  {
    id: 'violence/kidnapped',
    label: 'violence',
    hard: true,
    detail: { threat: true },
    shapes: [
      '<took-by-force>+<mine-taken>',
      '<mine-taken> <took-by-force>',
      '<mine-taken> (was|were|got|has|have|is|been|being) [been|got] <took-by-force>',
      '<mine-taken> (هاتیە|هاتە|هاتییە) <took-by-force>',
      '(kidnapped|abducted|snatched) my+<mine-taken>',
      '<took-away> <mine-taken> ... (wont|not|never|refuse|refuses) (give|giving|bring|return|release|let)',
      '<ransom> ... <mine-taken>',
      '<mine-taken> ... <ransom>',
    ],
    unless: [{ words: ['play'], within: 3 }],
  },
  {
    id: 'violence/taken-away',
    label: 'violence',
    hard: false,
    about: 'other',
    shapes: ['<took-away>+<mine-taken>', '<took-away>+my+<mine-taken>', '<mine-taken>+<taken-behind>'],
    unless: [{ words: ['play', 'taken-thing'], within: 4 }],
  },
  {
    id: 'violence/not-home',
    label: 'violence',
    hard: false,
    about: 'other',
    shapes: [
      '<mine-taken> .. (ما|لم|ولا|وما|ma|w ma)+<not-home>',
      '<mine-taken> .. <gone-missing>',
      '<mine-taken> .. (دیار) (نییە|نیە|نەما|نەماوە)',
      '<mine-taken> .. (ون|بزر|بەرزە|winda) (بووە|بوو|بوویە|بوون|bwa|buye)',
      '<mine-taken> (is|has been|has gone|went|gone|been) missing',
      '<mine-taken> .. (didnt|did not|hasnt|has not|never|havent|not) [yet] (come|came|returned|return|got|been) [back] (home|back|since)',
      '<mine-taken> .. (didnt|did not|hasnt|has not|never) (return|returned|come back|came back)',
    ],
    unless: [
      { words: ['play'], within: 3 },
      { words: ['missing-other'], within: 2, side: 'after' },
    ],
    whateverNegated: true,
  },
]

export const taken = { classes, facts, rules }
