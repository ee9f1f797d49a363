import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * Tired of all there is, and a wish to be gone as one erases a picture. Said of a long day as well,
 * so it is asked about and never sure by itself.
 */
const classes: CrisisRules['classes'] = {
  'weary-i': {
    ar: [
      'تعبت تعبانه تعبان مليت مالله كرهت كارهه كاره زهكت زهقت زهقانه ضجت ضايجه سئمت يئست طفشت شبعت عفت عايفه عايف',
    ],
    ckb: ['بێزارم بێزاربووم ماندووم ماندووبووم تێربووم تێرم وەڕسم وەڕسبووم بێزاریم هیلاکم هیلاکبووم'],
    en: ['tired sick exhausted weary fed bored done drained'],
    lat: [
      'ta3abit t3abit ta3bt t3bt ta3bana ta3ban malleit mallait malet kraht kara7it kiraht zhgt zahagit bezarm bezaram mandum mandwm',
    ],
  },
  /** What one leaves with an account. */
  'from-where': {
    ar: [
      'الكروب كروب الجروب المجموعه مجموعه التطبيق تطبيق حساب الحساب حسابي تلكرام انستا انستغرام فيسبوك واتساب القروب',
    ],
    ckb: ['گرووپ گروپ گرووپەکە گروپەکە ئەپ ئەپەکە هەژمار هەژمارەکەم تێلێگرام ئینستاگرام فەیسبووک واتسئاپ'],
    en: [
      'group groups chat app account telegram instagram facebook whatsapp snapchat tiktok list channel page site',
    ],
  },
  'all-of-it': {
    ar: ['كلشي كلشيء كلشئ الدنيا حياتي الحياه العيشه عيشتي روحي نفسي العالم'],
    lat: ['kolshi kulshi kilshi koulshi kulshy donya dunya 7ayati hayati 7yati'],
  },
}

const rules: readonly CrisisRule[] = [
  {
    id: 'self_harm/weary-of-all',
    label: 'self_harm',
    hard: false,
    shapes: [
      '<weary-i>+[كلش|هوايه|بعد|والله|من]+<all-of-it>',
      '<weary-i> [من|min|men] <all-of-it>',
      '<weary-i> [من] كل (شي|شيء|شئ)',
      'لە هەموو (شت|شتێک|شتەکان|شتێ) <weary-i>',
      'لە هەموو (شت|شتێک|شتەکان|شتێ) (بێزار|ماندوو|تێر|وەڕس) (بووم|بوومە)',
      '<weary-i> (of|with|by|up with) (everything|it all|all of it|all this|my life|life|living|the world|this world|existing)',
      '(hate|hating) (everything|my life|life|living|being alive)',
    ],
  },
  {
    id: 'self_harm/erase-myself',
    label: 'self_harm',
    hard: false,
    shapes: [
      '(delete|erase|remove) (my life|myself)',
      '(اريد|ودي|اتمنى|ياريت|ياريتني|احب) (انمسح|انمحي|انحذف|امسح نفسي|امحي نفسي|احذف نفسي)',
      '(دەمەوێت|دەمەوێ|خۆزگە|حەز دەکەم) خۆم (بسڕمەوە|بسڕم|لابەم)',
    ],
    unless: [{ words: ['from-where'], within: 4 }],
  },
]

export const wearyOfAll = { classes, rules }
