import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * Somebody is at the door now. Few words, and hardly any of them about danger: they are read as
 * they stand.
 */
const classes: CrisisRules['classes'] = {
  /** Who comes to a door every day. */
  'everyday-caller': {
    ar: [
      'الدلفري دلفري التوصيل توصيل المندوب امي ابوي ابويه اخوي اخويه اختي جارنا جارتنا جيراننا صديقتي صديقي رفيقتي خالتي عمتي بابا ماما الغاز البلد الصين الكاز العامل الخياطه',
    ],
    ckb: ['باوکم دایکم براکەم خوشکم هاوڕێکەم هاوڕێم دراوسێ دراوسێکەمان کرێکار کرێکارەکە دلیڤەری وڵات'],
    en: [
      'delivery driver courier mom mum dad father mother brother sister friend neighbor neighbour postman landlord country city iraq',
    ],
    lat: ['delivery ummi umi abuya abu dayikm bawkm hawrekam sadiqti'],
  },
  'is-outside': {
    ar: ['برا بره بالباب بالخارج بالحوش'],
    ckb: ['لەدەرەوەیە دەرەوەیە لەبەردەرگایە بەردەرگایە'],
    lat: ['barra bra'],
  },
}

const rules: readonly CrisisRule[] = [
  {
    id: 'meeting/at-the-door',
    label: 'meeting',
    hard: true,
    detail: { soon: true, door: true },
    shapes: [
      '(he|hes|she|they|theyre|man|guy|men) [is|are] [right|now|here|standing|already] (at|by|behind|outside) (my|the|our) [front] (door|gate|house|home)',
      '(someone|somebody|he|they|hes) [is|are] [keeps|now] (knocking|banging|ringing)',
      '(knocking|banging|ringing) .. (him|door|bell)',
      '(there) is knocking',
      '(هو|انه|هسه|واحد|احد|شخص|هم|جماعته) [هسه|واكف|واقف|موجود|يقف] <is-outside>',
      '(هو|انه|وهو) [هسه|الان|واكف|واقف] [على|عند|يم|ورا|ب|في] (الباب|باب|بابنا|بابي|الخارج)',
      '(واحد|شخص|هناك|احد) [من|د] (ديدك|يدك|يطرق|يدق|دايدك) [على] (الباب|باب|بابنا)',
      '(ديدك|دايدك|ديدكون|ديضرب) [على|ب] (الباب|بابنا|باب|الجرس)',
      '(اجه|اجا|اجاني|وصل|جاي) [للبيت|لبيتنا|الي|يمنا] [و] (وهو|هو) <is-outside>',
      '(اسمع|سمعت) (صوته|صوتهم) [ب|عند|يم] (بالباب|الباب|برا|بره)',
      '(لەبەردەم|بەردەم|لەبەر) (دەرگاکەمان|دەرگامان|دەرگا|ماڵمان|دەرگایە|دەرگاکەمانە|دەرگاکەمە)',
      '[ئێستا] (لەدەرەوەیە|دەرەوەیە) .. (چاوەڕێم|چاوەڕوانم)',
      '(کەسێک|یەکێک) لە دەرگا (دەدات|ئەدات|دەدا|ئەدا)',
      '(لە|ل) (بەر|پشت) (دەرگا|دەرێ|دەرگەهێ|دەری) [مە|یە|ماڵ|من]',
      '(huwa|hwa|howa|hoa|wahed|wa7ed|w7d) [hessa|hsa|wagif|wagef|wakif] <is-outside>',
      '(wagif|wagef|wakif|waqif) [3al|3la|bel|bil|yam|3ala|bl] (bab|elbab|albab|lbab|beit|bait|bet)',
      '(ydug|yduk|ydig|dayduk|daydug|ydoq|yidug) [el|al|3al|il] (bab|elbab|jaras|jares)',
      '(hwa|huwa|howa) [hessa] (bl|bel|bil|3al|yam) (bab|elbab)',
      '(la|le|lber) (ber|bar|bardam|pisht) (derga|darga|dargay|dergakamana|dargakamana|dargaman|malman)',
      '(kase|kasek|yakek) [la|le] (derga|darga) (ada|adat|dada|dadat|dedat)',
    ],
    unless: [
      { words: ['everyday-caller', 'agency'], within: 4 },
      { words: ['friend', 'to-you', 'kin-home'], within: 2 },
      { words: ['yesterday'], within: 5 },
    ],
  },
]

export const atDoor = { classes, rules }
