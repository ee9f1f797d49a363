import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * A burn that has happened: by fire, hot water or acid, by their own hand or by another's. Twenty minutes of
 * cool running water help most at once, so what to do goes before every question. What is threatened, denied,
 * long ago, or of a kitchen is none of it. What `crisis-burn` of the locales says to do is that of the first aid
 * guidelines of the European Resuscitation Council (2021) and of the Red Cross and Red Crescent (2020).
 */
const classes: CrisisRules['classes'] = {
  'myself-burnt': {
    ar: ['نفسي روحي حالي جسمي بروحي بنفسي بحالي بجسمي'],
    ckb: ['خۆم خۆمم'],
    en: ['myself mysef myslef'],
  },
  /** What burns by itself. */
  caustic: {
    ar: ['تيزاب التيزاب بالتيزاب تيزابا اسيد الاسيد بالاسيد حامض الحامض بالحامض'],
    ckb: ['تێزاب تێزابی تێزابیان تێزابم تێزابێک ئەسید ئەسیدی ئەسیدیان ئەسیدم ترشەڵۆک'],
    en: ['acid'],
  },
  /** Poured by whoever did it: told as done. */
  'poured-at': {
    ar: [
      'رش رشت رشوا رشلي رشولي ذب ذبت ذبوا ذبولي كب كبت كبوا سكب سكبت سكبوا شمر شمرت شمروا صب صبت صبوا رمى رمت رموا',
      'القى القت القوا',
    ],
    ckb: ['کرد کردم کردیان پێداکردم پێداکرد پژاند پژاندی پژاندیان ڕشت ڕشتی ڕشتیان'],
    en: ['threw thrown poured splashed sprayed spilled spilt dumped tipped'],
  },
  'on-body': {
    ar: ['علي عليه عليا وجهي بوجهي جسمي بجسمي ايدي ايديه رجلي راسي عيوني عيني ظهري بيه علينا'],
    ckb: ['پێدا پێم ڕووم ڕوومدا دەموچاوم لەشم دەستم سەرم چاوم پێداکردم'],
    en: ['me us'],
  },
  'at-another': {
    ar: ['عليها وجهها بوجهها جسمها اختي امي بنتي ابني اخوي صديقتي وجهه بوجهه مرتي'],
    ckb: ['خوشکم دایکم کچەکەم کوڕەکەم براکەم ڕووی هاوڕێکەم'],
    en: ['her him sister mother mom mum daughter son brother friend wife cousin'],
  },
  /** Their own hand, wherever it stands among the words: nobody else poured it. */
  'by-me': {
    ar: ['كبيت صبيت رشيت سكبت ذبيت نفسي روحي حالي بروحي بنفسي'],
    ckb: ['خۆم خۆمم خۆمدا'],
    en: ['myself'],
  },
  'i-just': { en: ['i ive just already'] },
  'burnt-out': { en: ['out bridges'] },
}

const facts: CrisisRules['facts'] = {
  'what-burns': [
    '<caustic>',
    '(boiling|hot|scalding|burning) (water|oil|tea|coffee|milk|soup|fat)',
    '(ماي|مي|مويه|ماء|بماي|بمي|دهن|زيت|بالماي|بالمي|چاي) (حار|حاره|مغلي|يغلي|فاير|النار|الحار|المغلي|نار)',
    '(ئاو|ئاوی|چا|چای|ڕۆن|ڕۆنی) (گەرم|گەرمی|گەرمیان|کوڵاو|کوڵاوی|کوڵاویان|داغ|داغی)',
  ],
  'onto-me': ['<on-body>', 'my (face|body|arm|arms|hand|hands|leg|legs|back|head|eyes|eye|skin|chest)'],
}

const pouredByMe: CrisisRule['unless'] = [
  { words: ['by-me'], within: 0 },
  { words: ['i-just'], within: 0, side: 'touching' },
]
const past: CrisisRule['softIf'] = [
  { words: ['years-ago'], within: 2, side: 'before' },
  { words: ['years-ago'], within: 3, side: 'after' },
]
const dead: CrisisRule['softIf'] = [{ words: ['has-died'], within: 3, side: 'before' }]
const unless: CrisisRule['unless'] = [
  { words: ['only-if'], within: 2, side: 'before' },
  { words: ['not-meant'], within: 6 },
  { words: ['burnt-out'], within: 1, side: 'after' },
]

const rules: readonly CrisisRule[] = [
  {
    id: 'self_harm/has-burnt',
    label: 'self_harm',
    hard: true,
    detail: { done: 'burn' },
    softIf: past,
    shapes: [
      '(حرقت|حركت|احرقت|كويت|شعلت|ولعت)+<myself-burnt>',
      '(شعلت|ولعت|اشعلت|اضرمت) (النار|نار) (بنفسي|بروحي|بحالي|بجسمي)',
      '(كبيت|صبيت|رشيت|سكبت|ذبيت) .. <what-burns> .. (علي|روحي|نفسي|بروحي|حالي|جسمي|ايدي|وجهي)',
      '(كبيت|صبيت|رشيت|سكبت|ذبيت) على (روحي|نفسي|حالي|جسمي|ايدي|وجهي) .. <what-burns>',
      '(i|ive|i have)+[just|already]+(burned|burnt|scalded|torched)+<myself-burnt>',
      '(i|ive|i have)+[just|already]+(burned|burnt)+my+(arm|arms|skin|face|body|legs|leg|thigh|thighs|hands)',
      '(i|ive)+[just|already]+(set|lit)+<myself-burnt>+[on]+fire',
      '(set|lit) myself on fire',
      'set fire to myself',
      '(i|ive)+[just|already]+(poured|threw|spilled|splashed)+[some]+<what-burns> .. (myself|me|my)',
      '<myself-burnt>+(سووتاند|سوتاند|سووتاندووە|سوتاندووە|سووتان|سوتان|سووتاندم|سوتاندم)',
      '(ئاگرم|ئاگر) (لە|ب) (خۆم|خوم) (بەردا|بەرداوە|دا)',
      '<what-burns> بە (خۆمدا|خۆمداکرد|دەستمدا) [کرد|کردووە]',
      '(ئاوی گەرمم|ئاوی کوڵاوم|تێزابم|ئەسیدم|نەوتم) بە (خۆمدا|خۆم|دەستمدا) .. (کرد|کردووە|ڕشت)',
    ],
    unless,
  },
  {
    id: 'self_harm/another-has-burnt',
    label: 'self_harm',
    hard: true,
    about: 'other',
    detail: { done: 'burn' },
    softIf: [...past, ...dead],
    shapes: [
      '<somebody-near> .. (burned|burnt|scalded) (herself|himself|themselves)',
      '<somebody-near> .. (set|lit) (herself|himself|themselves) on fire',
      '<somebody-near> .. set fire to (herself|himself|themselves)',
      '<somebody-near> .. (حرقت|حركت|احرقت|ولعت|شعلت)+(نفسها|روحها|حالها|بروحها|بنفسها)',
      '<somebody-near> .. (حرق|حرك|احرق|ولع|شعل)+(نفسه|روحه|حاله|بروحه|بنفسه)',
      '<somebody-near> .. خۆی+(سووتاند|سوتاند|سووتاندووە|سوتاندووە|سووتاندوە)',
      '<somebody-near> .. (ئاگری) لە خۆی (بەردا|بەرداوە)',
    ],
    unless,
  },
  {
    id: 'violence/has-burnt',
    label: 'violence',
    hard: true,
    detail: { done: 'burn' },
    softIf: past,
    shapes: [
      '<poured-at> .. <what-burns> .. <onto-me>',
      '<poured-at> <onto-me> .. <what-burns>',
      '(رشني|ذبني|رشوني|ذبوني|حرقني|حركني|حرقوني|حركوني|حرقتني|حركتني|كبني|شمرني) .. <what-burns>',
      '(حرقني|حركني|حرقوني|حركوني|كواني|كووني) .. (بالجكاره|بجكاره|بالاوتي|بالاوتى|بالمكوى|بالنار|بالسيجاره|بسيجاره)',
      '<onto-me> .. (انحرق|احترق|انحرك|احترك) .. <caustic>',
      '(burned|burnt|scalded) (me|us) with [a|an|the|his|her] (cigarette|cigarettes|iron|lighter|fire|acid|knife|spoon|water|oil)',
      '(burned|burnt|scalded) (me|us) with <what-burns>',
      '(burned|burnt)+my+(face|arm|arms|hand|hands|leg|legs|back|skin)+with',
      '(set|lit) (me|us) on fire',
      'set fire to (me|us)',
      '<what-burns> .. <onto-me> .. (کرد|کردم|کردیان|پێداکردم|پژاند|ڕشت)',
      '(سووتاندمی|سوتاندمی|سووتاندمیان|سوتاندمیان)',
      '(ئاگری|ئاگریان) (تێ|لێ|تێی) (بەردام|بەردا)',
    ],
    unless: [...unless, ...pouredByMe, { words: ['at-another'], within: 1, side: 'after' }],
  },
  {
    id: 'violence/another-has-burnt',
    label: 'violence',
    hard: true,
    about: 'other',
    detail: { done: 'burn' },
    softIf: [...past, ...dead],
    shapes: [
      '<poured-at> .. <what-burns> .. (on|at|over|in|to|at) [my] <at-another>',
      '<poured-at> .. <what-burns> .. <at-another>',
      '<poured-at> .. <at-another> .. <what-burns>',
      '<what-burns> .. <at-another> .. (کرد|کردیان|پژاند|پێداکرد|ڕشت)',
      '(burned|burnt|scalded) [my] <at-another> with <what-burns>',
      '(set|lit) [my] <at-another> on fire',
    ],
    unless,
  },
]

export const burnt = { classes, facts, rules }
