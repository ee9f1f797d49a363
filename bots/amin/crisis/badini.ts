import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * A wish to die said outright in Badini and Kurmanji, in Arabic and in Latin letters. The verb says who:
 * "I" ends in -m, "he" in -t. A denial stands in the verb ("nakujm"), which is none of these forms then.
 */
const classes: CrisisRules['classes'] = {
  /** "Myself", "himself": the verb decides. */
  'kmr-self': {
    ckb: ['خۆ خوە دێخۆ'],
    lat: ['dexo xo xwe xwo xoe kho khwe'],
  },
  'kmr-kill-i': {
    ckb: ['(ب|د|)کوژ(م|مە|ین)', '(ب|د|)کۆژم'],
    lat: ['(bi|b|be|di|d|)k(u|o|)(j|zh)(i|e|u|)(m|me)'],
  },
  /** Written without a gap. */
  'kmr-kill-self-i': {
    ckb: ['خۆ(ب|د|)کوژم خوە(ب|د|)کوژم'],
    lat: ['(xo|xwe|kho)(bi|b|di|d|)ku(j|zh)(i|)m'],
  },
  /** Hang, drown, burn. */
  'kmr-end-i': {
    ckb: ['(ب|د|)(خەندقین|خەنقین|خنقین|خنکین|هەلاویس|هەلئاویس|سۆژ|سووژ|شەوتین|شەووتین|سوتین|خەریقین)م'],
    lat: [
      '(bi|b|di|d|)(xeniqin|xenqin|xaniqin|xanqin|xendiqin|xeriqin|khaniqin|khanqin|daliqin|dalqin|hilawis|helawis|halawis)(i|)m',
      '(bi|b|di|d|)(sewitin|shewitin|shewtin|shawitin|shawtin|soj|sozh|sojin)(i|)m',
    ],
  },
  'kmr-throw-i': {
    ckb: ['(ب|د|)هاڤ(ێژم|ێم|ێژمە|ێمە) (ب|د|)ئاڤێ(ژم|م|مە) (ب|د)اڤێ(ژم|م|مە)'],
    lat: ['(bi|b|di|d|)(haveji|havej|havi|have|hav|aveji|avej)m(e|) (b|d)av(eji|ej|i|e)m(e|)'],
  },
  /** What one throws oneself from or into. */
  'kmr-height': {
    ckb: [
      'ئاڤ(ێ|ا|) خابوور(ی|ێ|) خابور(ی|ێ|) دەجلە(یێ|ێ|) ڕویبار(ی|) روبار(ی|) پر(ێ|ا|) سەربان(ی|) بان(ی|) قات(ێ|ی) گەلی چیا(ی|یی) کەڤر(ی|) خوارێ ترۆمبێل(ێ|ا|) ترومبێل(ێ|ا|) قەتارێ',
    ],
    lat: ['(ave|av) xabur(i|) khabur(i|) rubari (pre|pire) serbani sarbani bani qati geli xware khware'],
  },
  'kmr-die-i': { ckb: ['بمرم بمریم'], lat: ['b(i|)m(i|)r(i|)m'] },
  'kmr-wants': {
    ckb: ['دڤێت دڤێم دڤێ دڤیا ڤیا دخوازم خواست دخواست خوزی خوزیا خۆزی خوەزی بلا حەزدکەم'],
    lat: [
      'd(i|)(xwaz|khwaz|xaz)(i|)m dixwezim xwest dixwest d(i|)vet d(i|)vem dive divya xwezi xozi xwazi khozi bila',
    ],
  },
  /** "I do not want", "I cannot": before "to live". */
  'kmr-not-wants': {
    ckb: [
      'ناخوازم نەخوازم ناڤێت نەڤێت ناڤێم نەڤێم ناڤیت نەڤیت نامەوێت نەمەوێت نامەڤێت ناوێت نەوێت نەشێم ناشێم نکارم نەکارم',
    ],
    lat: [
      'n(a|e)(xwaz|khwaz|xaz)(i|)m naxwezim n(a|e)v(e|i)(t|m|) n(a|e)m(a|e|)w(e|i|a)(t|m|y|) n(a|e)she(m|me) nesem nikarim n(a|e)kar(i|)m',
    ],
  },
  'kmr-live-i': { ckb: ['بژیم بژیمە بژیین'], lat: ['b(i|)(j|zh)(i|iy|iyi|)m(e|)'] },
  /** Life as what is not wanted; "my life" is often what somebody ruins. */
  'kmr-life-bare': { ckb: ['ژیان ژیانێ ژین ژینێ'], lat: ['(j|zh)(i|)yan(e|) (j|zh)in(e|)'] },
  'kmr-life': {
    ckb: ['ژیان ژیانێ ژیانا ژین ژینێ ژینا دنیا دنیایێ دونیا دونیایێ'],
    lat: ['(j|zh)(i|)yan(e|a|) (j|zh)in(e|a|) d(i|u|)nya(ye|)'],
  },
  'kmr-tired': {
    ckb: [
      'بێزار بێزارم بێزاربووم بێزاربوویم بێزاربوومە وەستیام وەستیامە وەستیایمە وەستایمە تێر عاجز عاجزم ماندی ماندیمە ماندوو وەستیای وەستاندم',
    ],
    lat: ['bezar(im|bum|) bzar(m|) westiyam(e|) wastiyam(e|) wastyam westam aciz(im|) mandi(me|) mandu'],
  },
  'kmr-death': { ckb: ['مرن مرنا مرنێ'], lat: ['m(i|)r(i|)n mirina mirine mrna'] },
  'kmr-better': {
    ckb: ['باشترە باشتر چێترە چێتر خۆشترە خۆشتر'],
    lat: [
      'bashtir(e|) bashtr(e|a) bastir(e|) chetir(e|) chetr(e|a) cetir(e|) xoshtir(e|) xoshtr(e|a) xostir(e|)',
    ],
  },
  'kmr-not-there-i': { ckb: ['نەمینم نەبم نەمامە'], lat: ['nemin(i|)m neb(i|)m nabm namin(i|)m'] },
  'kmr-not-wake-i': {
    ckb: ['رانەبم ڕانەبم هشیارنەبم نەڕابم نەرابم'],
    lat: ['raneb(i|)m ranab(i|)m nerab(i|)m narab(i|)m'],
  },
  'kmr-wake-i': { ckb: ['ڕابم رابم ڕادبم هشیاربم'], lat: ['rab(i|)m radibim'] },
  /** Not to live here, with them, without somebody, is no wish to die. */
  'kmr-elsewhere': {
    ckb: ['ڤێرە لڤێرە وێرێ لوێرێ دگەل دگەڵ لگەل لگەڵ بێ'],
    lat: ['vir vire lvire lvere digel dgel ligel lgel be bey'],
  },
  'kmr-mercy': { ckb: ['بەختێ پێیێن پێێن'], lat: ['bexte baxte'] },
  'kmr-kill-he': {
    ckb: ['(ب|د|)کوژ(یت|ت|ێت|ن) کوشت کوشتیە کوشتی کوشتن'],
    lat: ['(bi|b|di|d|)ku(j|zh)(it|et|t|e|in) kusht kust kushtiye kustiye'],
  },
  'kmr-live-he': { ckb: ['بژیت بژیتن'], lat: ['b(i|)(j|zh)(i|)t bijiy'] },
  /** Whom somebody means to kill, where the writer is meant. */
  'kmr-me': { ckb: ['من مە'], lat: ['min mn me ma'] },
  'kmr-you': { ckb: ['تە هەوە'], lat: ['te ta hewe'] },
  'kmr-said': { ckb: ['گۆت'], lat: ['got'] },
}

const outright: readonly CrisisRule[] = [
  {
    id: 'self_harm/kmr-kill',
    label: 'self_harm',
    hard: true,
    shapes: [
      '<kmr-self> [و|u|w] <kmr-kill-i|kmr-end-i>',
      '<kmr-kill-self-i>',
      '<kmr-self> [ب|b] <kmr-throw-i> .. <kmr-height>',
      '<kmr-height> [دا|da|ڤە|ve] <kmr-self>+<kmr-throw-i>',
      '(دێ|de|dee|eze|ئەزێ)+<kmr-self>+<kmr-throw-i>',
      '<kmr-wants> [ئەز|ez] <kmr-self>+<kmr-throw-i>',
    ],
    unless: [{ words: ['kmr-mercy'], within: 3 }],
    softIf: [{ words: ['kmr-said'], within: 3, side: 'before' }],
  },
  {
    id: 'self_harm/kmr-die',
    label: 'self_harm',
    hard: true,
    shapes: [
      '<kmr-wants> [ئەز|ez|من|min] <kmr-die-i>',
      '(حەز|hez|haz) (دکەم|dikim|dkam|dikem) [ئەز|ez] <kmr-die-i>',
      '<kmr-die-i> [بۆ] [من|min|mn] <kmr-better>',
      '<kmr-better> .. <kmr-die-i>',
      '<kmr-death> .. <kmr-better>',
    ],
    softIf: [{ words: ['kmr-said', 'says-any'], within: 5 }],
  },
  {
    id: 'self_harm/kmr-not-live',
    label: 'self_harm',
    hard: true,
    shapes: [
      '<kmr-not-wants>+<kmr-live-i>',
      '<kmr-not-wants>+(ئەز|ez|ئێدی|ئێتر|edi|idi|hew|پتر|کو|ku|چیدی|ئیتر|itir)+<kmr-live-i>',
      '<kmr-life-bare>+[ئێدی|edi]+<kmr-not-wants>',
      '<kmr-life-bare>+(من|min|mn)+<kmr-not-wants>',
    ],
    softIf: [{ words: ['kmr-elsewhere', 'kmr-said'], within: 2 }],
    whateverNegated: true,
  },
]

/** What may mean it, and others who may. */
const soft: readonly CrisisRule[] = [
  {
    id: 'self_harm/kmr-tired',
    label: 'self_harm',
    hard: false,
    shapes: [
      '(ژ|ji|zh|j|je|لە) [ڤێ|ve|vi|ڤی] <kmr-life> [خۆ|xo|xwe|من|min|mn] <kmr-tired>',
      '<kmr-tired> [بووم|بوویم|bum|buyme|me] (ژ|ji|zh|j|je) [ڤێ|ve|vi] <kmr-life>',
    ],
    whateverNegated: true,
  },
  {
    id: 'self_harm/kmr-not-wake',
    label: 'self_harm',
    hard: false,
    shapes: [
      '(سپێدێ|سوبەهی|سوباهی|sibe|sibehi|subahi|subehi|spede) .. <kmr-not-wake-i>',
      '<kmr-wants|kmr-better> .. <kmr-not-wake-i|kmr-not-there-i>',
      '<kmr-not-there-i> [ئەز|ez] <kmr-better>',
      '(بنڤم|دنڤم|binivim|bnvm|razem|binvim) .. <kmr-not-wake-i>',
      '<kmr-not-wants> .. <kmr-wake-i>',
      '(حەز|hez|haz) (ناکەم|nakim|nakem|nakam) .. <kmr-wake-i>',
    ],
    whateverNegated: true,
  },
  {
    id: 'self_harm/kmr-others',
    label: 'self_harm',
    hard: false,
    about: 'other',
    shapes: ['<kmr-self>+<kmr-kill-he>', '<kmr-not-wants>+[ئێدی|edi]+<kmr-live-he>'],
  },
]

const violence: readonly CrisisRule[] = [
  {
    id: 'violence/kmr-kill-me',
    label: 'violence',
    hard: true,
    shapes: [
      '(دێ|de|dee|دخوازیت|دخوازن|دڤێت|dixwaze|dixwazin|divet) <kmr-me>+<kmr-kill-he>',
      '<kmr-me>+(دکوژیت|دکوژن|دکوژت|dikuje|dikujin|dkuzhit|dkujit|dkuzhn|dkujn)',
      '(دێ|de|dee|eze|ئەزێ)+<kmr-you>+<kmr-kill-i|kmr-kill-he>',
    ],
    softIf: [{ words: ['laughter', 'exam-talk'], within: 4 }],
  },
]

export const badini = { classes, rules: [...outright, ...soft, ...violence] }
