import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'
import { calm, classes } from './leaving-words.ts'

const facts: CrisisRules['facts'] = {
  'no-tomorrow': [
    '<neg> [راح|رح|اريد|ودي|يمكن|اعتقد|rah|ra7|ared|rayid] <i-remain>+<until-moment>',
    '<neg> [راح|رح|اريد|ودي|يمكن|اعتقد|rah|ra7|ared|rayid|rayda] (اشوف|اعيش|اظل|اصبح|اصحى|اصحه|ashoof|ashuf|ashof|asbi7|as7a)+<tomorrow>',
    '<neg> [راح|رح|اريد|rah] <i-remain> .. (شمس|الشمس|ضو|وجه الصبح|shams)',
    '(ما ادري|ماادري|ما اعرف|ماعرف) [شلون|اذا|هل|منو] <i-remain> [ل] <tomorrow|daytime|until-moment>',
    '<not-remain> .. <tomorrow|daytime>',
    '<tomorrow|daytime> .. <not-remain>',
    '<neg> [gonna|going to|want to|wanna|plan to] (see|reach|live to see|wake up|make it to|be alive) [the|another|to|next] <tomorrow|daytime>',
    '(سبەی|بەیانی) [بۆ] [من] (نییە|نامبینێت|نابێت)',
  ],
  'never-again': [
    '<neg>+<see-me> .. <as-alive>',
    '<neg>+راح+<see-me> .. <as-alive>',
    '(نامبیننەوە|نامدۆزنەوە|نامبینن)',
  ],
  'found-dead': [
    '<see-me> .. <as-body>',
    '(find|found|see) (me|my) [body] .. <as-body>',
    '(find|found) my body',
    '<as-body> .. <see-me>',
    '(تەرمم|تەرمەکەم|لاشەم) .. (دەدۆز|دەبین|بدۆز)*',
  ],
  'last-of-mine': [
    '(اخر|تالي|خر) (مره|سطر|كلمه|شي|كلام|صوره|حضن|نفس|صلاه|عشا|بوسه|ستوري|بوست|مكالمه|اتصال) .. (اكتب|اكتبه|اكتبها|احجي|احجيه|احجيها|اشوف|اشوفكم|اشوفها|احضن|ابوس|اكوله|اكولها|اسمع|اشاركه|انشره|الي|مني|اسمعكم)',
    '(last|final) (thing|time|words|post|picture|call|line|hug|prayer|text|note) .. (i write|i say|i post|i call|i hug|i see|from me|ill ever|i will ever|of mine|i ever|my life)',
    '(دوایین|دواین|کۆتا|دوا) (جار|جارە|وشە|وشەم|نووسین|نووسینم|وێنە|قسە|قسەم|پەیام|پەیامم|شەو|شەوی|ساتەکانم|سات) .. (دەنووسم|دەیبینم|دەتانبینم|دەبینم|دەنووسم|منە|دەیڵێم|ژیانم|من)',
    '(هالليله|الليله|هذي|هاي|هذه|ليلتي) [هي] (الاخيره)',
    '(this|tonight) is my last (night|day|message|goodbye|hour|time here|words)',
    '(akhir|a5ir|akher) (marra|kalam|shi|sura) .. (ashoof|aktib|a7chi|ashufkum|agool)',
  ],
}

const rules: readonly CrisisRule[] = [
  {
    id: 'self_harm/no-tomorrow',
    label: 'self_harm',
    hard: true,
    whateverNegated: true,
    shapes: ['<no-tomorrow>'],
    // "If my uncles see it I shall not see the morning" fears the uncles.
    unless: [{ words: ['kin', 'to-you', 'online'], within: 6 }],
  },
  {
    id: 'self_harm/found-dead',
    label: 'self_harm',
    hard: true,
    whateverNegated: true,
    shapes: ['<found-dead>', '<never-again>', '<last-of-mine>'],
    unless: [{ words: ['says-any'], within: 4 }],
  },
  {
    id: 'self_harm/relief',
    label: 'self_harm',
    hard: true,
    within: 6,
    shapes: [
      '(ما|لا|لن|مراح) [راح] (يبقى|يظل|بقى|يبقه|تلكون) .. (الي|لي) [اي] (وجود|اثر)',
      '(اتخيل|اتصور|احلم|احس|اشوف|imagine|picture) <self-object> <as-body>',
      '(imagine|picture|imagining) (myself|me) (dead|hanging|gone|buried|dying)',
      '(قرەز|قەرز)ەکانم .. (دایەوە|داوەتەوە) .. (ماڵئاوا|خواحافیز)*',
      '(ناوي|ناويه|قررت|مقرره|مقرر|مصمم|مصممه|عازم|عازمه|عزمت|نويت|جاهزه|جاهز) .. (اسويها|انفذها|انفذ|اخلصها|انهيها|اخلص كلشي)',
      '(طريقه|طرق|شلون|كيف|اسهل|احسن|چۆن|ڕێگای) .. (يخلص|اخلص|يموت|ينهي|انهي|يقتل|يفتك) .. (روحه|نفسه|حياته|روحي|نفسي|حياتي|عمره)',
      '(عفت|تركت|مضرب|مضربه|اضرب|قطعت|مااكل|ما اكل|بطلت|امتنعت) .. (الاكل|الماي|الطعام|اكل|عن الاكل) .. (اموت|اروح|اذبل|اخلص|ارتاح|افطس)',
      '(اذبل|افطس|اتوفى|اطك|اطكطك) [و] (اروح|اخلص|ارتاح|اموت)',
      '(better|easier|best|good|time) [that|if|for everyone] i (go|leave|disappear|die|am gone|wasnt here|was gone|was dead|stop existing)',
      '(when|once|if) (im|i am) (not|no longer|gone) (around|here|alive|forever|anymore)',
      '(با|باشترە|لێمگەڕێن|بهێڵن|خوایە) [من|ئیتر] (بمرم|نەمێنم|نەژیم|بڕۆم)',
      '<i-die> .. <relief>',
      '<relief> .. <i-die>',
      '(اخلص|ارتاح|افتك|اتخلص|انفك|انعتق|اخلصن|استريح) [من] <world|self-object|life-mine>',
      '(اخلص|ارتاح|افتك|اتخلص|انهي|اوكف|اوقف) [من] <suffering> .. (للابد|الليله|اليوم|بنفسي|بايدي|بيدي|نهائيا)',
      '(end|stop|escape) [the|this|my|all] <suffering> .. (forever|tonight|myself|for good|once and for all|permanently)',
      '(forever|permanent|eternal) (peace|rest|sleep|relief|silence)',
      '(الراحه|راحه|النوم|نوم|السلام|نومه) (الابديه|الابدي|ابديه|ابدي)',
      '(خەوی|ئارامیی|پشووی) (هەتاهەتایی|ئەبەدی|یەکجاری)',
    ],
    unless: [{ words: ['laughter', 'exam-talk'], within: 3 }],
  },
  {
    id: 'self_harm/leaves-world',
    label: 'self_harm',
    hard: true,
    within: 4,
    shapes: [
      '<leave-world> <world>',
      '(leave|leaving|quit|depart|exit|exiting) this (world|life|earth|planet)',
      '(im|i am|i will be|ill be) (leaving|done with|finished with|out of) (this|the) (world|life|earth)',
      '<world> .. (جێدەهێڵم|جێبهێڵم|بەجێدەهێڵم|بەجێبهێڵم)*',
      '(الدنيا|الحياه|هالدنيا|هالحياه|دنيتكم) [بعد] (ما|لا|مو) [عاد|بقت|تبقى] (تسعني|تسواني|مالتي|الي|تريدني|مكاني|لي)',
      '(take|took|taking) myself out',
      '(not|isnt|no) (meant|made) (for|to) (this world|live|be alive)',
      '(dont|not) belong (in|on) this (world|earth)',
    ],
    unless: [{ words: ['safely', 'other-person', 'online', 'virtual'], within: 4 }],
  },
  {
    id: 'self_harm/bequeaths',
    label: 'self_harm',
    hard: true,
    within: 8,
    shapes: [
      '<leaves-behind> & <belongings> & <forgive>',
      '(gave|giving|given) away [all] [of] [my] <belongings>',
      '(وزعت|فرقت|هديت|انطيت|تبرعت) [كل] <belongings>',
      '(بەخشیم|بەخشیوە|دابەشم) .. <belongings>',
      '<belongings> .. (بەخشی|دابەش)*',
      '<prepare-you> [لي|على|الى] <burial-mine>',
      '(no one|nobody|dont|not) (come|cry) (to|at|on|over) [my] <burial-mine>',
      '<forgive> .. (in a|ب|by|لە) (note|letter|رساله|نامەیەک)',
      '(كتبت|كاتبه|كاتب|خليت|تركت|wrote|left|written|نووسیم|نووسیوە) .. (رساله|ورقه|note|letter|نامە|نامەیەک) .. <forgive|as-body|relief>',
      '<pass-on> .. <dear|kin|child> .. <forgive>',
      '<forgive> .. <dear|kin|child> .. (بعدي|ورايه|من بعدي|من وراي|دوای من|after me|without me|when im gone)',
      '(من بعدي|من ورايه|دوای من|after im gone|when im gone|once im gone|after i die|بعد موتي|بعد ما اموت) .. <pass-on|dear|child>',
      '<dear|child> .. (من بعدي|من ورايه|دوای من|after im gone|when im gone|once im gone)',
    ],
    unless: [{ words: ['says-any', 'charity'], within: 5 }],
  },
  {
    id: 'self_harm/burns',
    label: 'self_harm',
    hard: true,
    within: 6,
    shapes: [
      '<fuel> & <on-myself>',
      '<fuel> & <pours-on> & <i-die>',
      '(set|light|lit|setting) (myself|me) on fire',
      '(اولع|اشعل|ولعت|شعلت) [النار|نار] [ب] <on-myself>',
    ],
    unless: [{ words: ['kin', 'they', 'play'], within: 5 }],
  },
  {
    id: 'self_harm/how-many',
    label: 'self_harm',
    hard: true,
    within: 6,
    shapes: [
      '<pills|medicine> & <lethal> & <i-die>',
      '<pills> .. <lethal> .. (حتى|ما|to|بۆ) .. (اكعد|اصحى|اموت|wake|die|sleep|مردن|بمرم)',
    ],
    unless: [{ words: ['everyday-medicine'], within: 5 }],
  },
]

/** Whoever speaks of his own funeral: the one who threatens, or the one who means to die. */
const funeral: CrisisRule = {
  id: 'self_harm/funeral',
  label: 'self_harm',
  hard: true,
  whateverNegated: true,
  shapes: [
    '(كفني|جفني|قبري|تابوتي|جنازتي|فاتحتي|عزاي|عزايه|دفنتي|نعشي|کفنم|پرسەم|تازیەم)',
    'my (funeral|grave|burial|coffin)',
  ],
  unless: [{ words: ['says-any', 'kin', 'they', 'sends-me', 'puts-me'], within: 6 }],
}

export const leaving = { classes: { ...classes, ...calm }, facts, rules: [...rules, funeral] }
