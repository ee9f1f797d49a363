import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * The family has it already: he sent it to them, showed or told them, or they found out. Nobody is
 * in danger by these words alone, and who may be is asked whether somebody may hurt them. Only what
 * has happened: what he will do, and what may be if they knew, are other rules'.
 */
const classes: CrisisRules['classes'] = {
  folk: {
    ar: [
      'ابوي ابويه ابويا ابي والدي بابا ابونا امي ماما والدتي يمه امنا اخوي اخويه اخويا اخي اخواني اخوتي',
      'خوتي خوية اختي خواتي',
      'عمي عمامي اعمامي عمتي خالي خوالي اخوالي خالتي جدي زوجي رجلي خطيبي اهلي هلي اهلنا هلنا عائلتي عايلتي',
      'عشيرتي العشيره عشيرتنا العايله العائله اقاربي قرايبي كرايبي حماي حماتي',
    ],
    ckb: [
      'باوکم باوکەکەم بابم بابەکەم دایکم دایکەکەم براکەم براکانم برام برایەکانم براگەورەکەم خوشکم خوشکەکەم',
      'خوشکەکانم مامم مامەکانم مامەکەم خاڵم خاڵەکانم',
      'خێزانم خێزانەکەم خێزانمان خزمەکانم خزمانم کەسوکارم کەسوکارەکەم مێردەکەم مێردم هاوسەرەکەم',
      'دەزگیرانەکەم ماڵەوە ماڵەوەمان عەشیرەتەکەم باپیرم خەزورم خەزوورم ئامۆزاکەم ئامۆزاکانم',
    ],
    en: [
      'father dad daddy mother mom mum mama mommy brother brothers bro sister sisters uncle uncles aunt',
      'cousin cousins husband wife fiance family parents relatives tribe folks inlaws grandfather',
    ],
    lat: [
      'abuya aboya abouya abuy aboy baba ummi umi ommi akhoya akhuya a5oya a5uya akhoy akhuy akhwani',
      'a5wani ukhti okhti u5ti 3amami khwali zawji zoji rajli ahli ahly ahlna ahalna hali 3ashirti',
      'bawkm bawkim bawkakam daikm daykm dayikm brakam brakanm bram khushkm xushkm khezanm khezanakam',
      'xezanm merdakam merdm mamakam',
    ],
  },
  'to-folk': {
    ar: [
      'ل(ابوي|ابويه|ابويا|ابي|والدي|بابا|امي|ماما|والدتي|اخوي|اخويه|اخويا|اخي|اخواني|اخوتي|خوتي|اختي|خواتي)',
      'ل(عمي|عمامي|اعمامي|عمتي|خالي|خوالي|اخوالي|خالتي|جدي|زوجي|رجلي|خطيبي|اهلي|هلي|اهلنا|هلنا|عائلتي|عايلتي|عشيرتي|اقاربي|قرايبي|كرايبي) للعشيره للعائله للعايله',
    ],
    lat: [
      'l(a|)(buya|boya|bouya|buy|boy) labuya laboya lbaba lummi lumi lomi lakhoya la5oya lakhuya la5uya lakhoy lukhti lu5ti lahli lahly lzawji lrajli l3amami lkhwali',
    ],
  },
  /** Badini: the first of two words, "of me" follows. */
  'folk-of': {
    ckb: [
      'بابێ باڤێ دایکا دەیکا برایێ برایێن خویشکا خوشکا مامێ مامێن خالێ خالێن مالا خێزانا کەسوکارێن زەلامێ',
      'مێرێ هەڤژینێ',
    ],
    lat: ['babe bave dayika deyka biraye birayen xwishka xwuska mame mala xezana zelame'],
  },
  'sent-it': {
    ar: [
      'دز~ دزوا دزوها دزوهم دزوهن ارسل~ ارسلوا ارسلوها رسل~ رسلوا بعث~ بعثوا بعثوها ودا~ ودى ودوها ودوهم',
      'نشرها نشرهم حولها حولهم',
      'ديدز~ دايدز~ ديرسل~ دايرسل~ ديبعث~ ديدزوها وصل~ وصلت وصلوا وصلتهم',
    ],
    lat: [
      'daz dazz dazha dazza dazzha dazhum dazhom dazhin dazaw dazoha dazooha arsal arsalha arsalhum rsal rsalha ba3ath ba3atha wad(d|)aha wislat wuslat weslat',
    ],
  },
  'sent-kurdish': {
    ckb: [
      'نارد ناردی ناردیە ناردن ناردیان ناردوویەتی ناردوویەتە ناردووە ناردوون ناردوویانە ناردویەتی ناردوە',
      'ناردویانە ناردۆتە گەیشت گەیشتووە گەیشتوە',
      'هنارت هنارتن هنارتی هنارتیە هنارتینە ڤرێکر ڤرێکرن ڤرێکرینە شاند شاندن شاندیە شاندینە',
    ],
    lat: [
      'nard nardi nardia nardyan nardian narduwe nardwe narduyati nardin hinart hinartin hinartiye sand',
      'shand sandin',
    ],
  },
  'showed-it': {
    ar: ['راوا~ راوى راوه راووا راووهم شوفها شوفهم فرجى فرجها فرجه خبر~ خبروا بلغ~ بلغوا'],
    lat: ['rawa rawaha rawahum khabar 5abar'],
  },
  'told-it': { ar: ['كال كالوا قال حجى حجه حجا حجوا كلها فتن خبر بلغ'], lat: ['gal galha 7acha hacha'] },
  /** Saw, found, learnt: of the family. */
  'knew-it': {
    ar: [
      'عرف عرفوا عرفو عرفت عرفها عرفوها درى دره درا دروا درو درت علموا اكتشف اكتشفوا اكتشفت شاف شافت شافوا',
      'شافو شافها شافوها شافتها شافهم لكى لكوا لكت لكوها استلم استلموا سمعوا',
    ],
    ckb: [
      'زانی زانیان زانیوە زانیویەتی زانیویانە زانیە زانین دیت دیتن دیتیە دیتینە حەسیا حەسیان حەسیاینە',
      'ئاگاداربوون ئاگاداربوو',
    ],
    lat: [
      '3irfaw 3rfaw 3arfaw 3irfo 3iraf 3raf 3irfat shaf shafat shafaw shafo shafha shafoha diraw dira zani',
      'zanian zanyan zaniyan ditin dit hesiyan',
    ],
  },
  'saw-kurdish': {
    ckb: ['بینی بینیان بینیوە بینیویەتی بینیویانە بینیوویانە دی دیویەتی دیویانە'],
    lat: ['bini binian binyan'],
  },
  'the-thing': {
    ar: [
      'صور~ الصور صوره الصوره صورت~ الفيديو فيديو~ فديو~ الفديو المقطع مقطع~ المقاطع الرسائل رسائل~ رسايل~',
      'المحادثات محادثات~ محادثت~ كلشي الموضوع السالفه السكرين السكرينات',
    ],
    ckb: [
      'وێنە وێنەکە وێنەکەی وێنەکان وێنەکانی وێنەکەم وێنەکانم وێنەکەمی وێنەکانمی وێنەم وێنەیێن وێنێن ڤیدیۆ',
      'ڤیدیۆکە ڤیدیۆکەی ڤیدیۆکەم ڤیدیۆکەمی ڤیدیۆم چاتەکان چاتەکانم نامەکان نامەکانم هەموو هەمووشتێک',
      'ڕووتەکان',
    ],
    lat: [
      'suwar suwari suwarti surti soorti video vidyo wena wenakam wenakan wenakanm wenakani wenakay vidyokam',
    ],
    en: [
      'photo photos pic pics picture pictures video videos vid nude nudes chat chats screenshot',
      'screenshots messages clip everything it them all',
    ],
  },
  'others-send': {
    en: ['he hes she shes they theyve someone somebody blackmailer guy man ex boyfriend girlfriend hacker'],
    lat: ['huwa howa'],
  },
  'sent-en': {
    en: [
      'sent sended shared forwarded showed shown leaked texted emailed messaged sending posted gave given',
    ],
  },
  /** Before it: asked, feared, or not yet so. */
  'only-may': {
    with: ['if'],
    ar: ['هل لو اذا يمكن راح رح سوف خايفه خايف اخاف خاف بلكي بلكت ربما قبل'],
    ckb: ['ئەگەر ئایا ئەگەری نەک نەکا دەترسم دڤێت رەنگە ڕەنگە پێش ئێ'],
    en: [
      'will would could might may if when can did does should gonna before until threatens threatened',
      'threatening scared afraid worried hopefully unless wants going',
    ],
    lat: ['hal law loo itha iza rah ra7 ager agar yimkin'],
  },
  'only-may-kmr': { ckb: ['ئەگەر هەکە هەگەر ئایا ئەرێ دترسم دێ'], lat: ['eger heke ditirsim de'] },
  /** It was met with calm and help: nothing of it reached the family through him, or it is no danger now. */
  'took-it-well': {
    en: [
      'calm helps helping helped hugged hugging supports supported supporting understands understood okay',
      'ok fine',
    ],
    ar: [
      'وحضنتني حضنتني حضني وحضني تساعدني يساعدني ساعدتني ساعدني واكف واكفه واكفين هادئه هادئ تفهمت تفهم',
      'عادي وتفهموا',
    ],
    ckb: ['ئاسایی یارمەتیم یارمەتیدەدات یارمەتی پشتم پشتگیریم باوەشی باوەشم هێمن تێگەیشت'],
    lat: ['tsa3idni ysa3idni wagif wagfa'],
  },
  'knows-else': {
    en: [
      'nothing not never supports support supportive helps helping helped doctor lawyer lawyers officer',
      'someone somebody people how police him her best me',
    ],
    ar: ['محامي ضابط'],
  },
}

const reached = { label: 'violence', hard: false, detail: { threat: false, reached: 'family' } } as const

const rules: readonly CrisisRule[] = [
  {
    id: 'violence/family-reached',
    ...reached,
    shapes: [
      '<sent-it> .. <to-folk>',
      '<sent-it> .. (الى|على|لل|عند|يم|l|il|la|ila) <folk>',
      '<to-folk> .. <sent-it>',
      '<showed-it> .. <folk>',
      '<told-it> .. <to-folk>',
      '<knew-it>+<folk>',
      '<knew-it>+<the-thing>+<folk>',
      '<folk>+<knew-it>',
      '<folk>+(هسه|كلهم|اليوم|امس|البارحه|هم|صاروا)+<knew-it>',
      '<folk> .. <knew-it> .. <the-thing>',
      '(بۆ|bo)+<folk> .. <sent-kurdish>',
      '<sent-kurdish>+(بۆ|bo|بو)+<folk>',
      '<sent-kurdish>+<folk>',
      '(گەیشتە|گەیشتووەتە|گەیشتۆتە|گەیشتووە) [دەستی|دەست] <folk>',
      '<the-thing> .. <folk> .. (گەیشت|گەیشتووە)',
      '(نیشانی|پیشانی|نیشان|پیشان)+<folk> .. (دا|داوە|دان|دەدات|داون|دراوە)',
      '(نیشان|پیشان)+[ب|بە|بۆ]+<folk> .. (دا|داوە|دان)',
      '(بە|ba|be)+<folk> .. (وتووە|گوتووە|وتی|گوتی|وتیان|وتوە)',
      '<folk>+<knew-it>',
      '<folk> [پێی|پێیان|بە] .. (زانی|زانیان|زانیویەتی|زانیویانە)',
      '<folk> .. <the-thing> .. <saw-kurdish>',
      '<others-send>+<sent-en> .. (to|with)+(my|our)+[own|big|little|older|whole|entire]+<folk>',
      '<others-send>+(has|have|had|already|just|even|actually|now|is|are)+[already|just|been]+<sent-en> .. (to|with)+(my|our)+[own|big|little|older|whole|entire]+<folk>',
      '<others-send>+[has|have|already|just]+(told|showed|messaged|texted|called)+(my|our)+<folk> .. <the-thing>',
      '<others-send>+[has|have|already|just]+told+(my|our)+<folk>',
      '<others-send>+[has|have|already|just]+(showed|shown|sent)+(my|our)+<folk>+<the-thing>',
      '<others-send>+[has|have|already|just]+(showed|shown|sent)+(my|our)+<folk>+(the|my|those|that)+<the-thing>',
      '(reached|got to|arrived at|went to|been sent to|was sent to|were sent to|shown to|leaked to)+(my|our)+<folk>',
      '(my|our)+[whole|entire|own]+<folk> .. (saw|seen|found|received|got|discovered|watched) .. <the-thing>',
      '(my|our)+[whole|entire|own]+<folk>+[just|already|now|have|has]+(found out|knows|know|knew)',
      '(exposed|outed) me to (my|our) <folk>',
    ],
    whateverNegated: true,
    unless: [
      { words: ['negator', 'negator-after'], within: 1 },
      { words: ['only-may'], within: 4, side: 'before' },
      { words: ['knows-else', 'not-done'], within: 2, side: 'after' },
      { words: ['took-it-well'], within: 6, side: 'after' },
    ],
  },
  // "Of me" is written as the Arabic word for "when".
  {
    id: 'violence/family-reached-kmr',
    ...reached,
    shapes: [
      '(بۆ|bo|ji|ژ)+<folk-of> [<kmr-me>] .. <sent-kurdish>',
      '<folk-of>+<kmr-me> .. <knew-it>',
      '<folk-of> [<the-thing>] <knew-it>',
      '(نیشا|نیشان)+<folk-of> [<kmr-me>] .. (دا|دان|دایە)',
    ],
    whateverNegated: true,
    unless: [
      { words: ['negator', 'negator-after'], within: 1 },
      { words: ['only-may-kmr'], within: 4, side: 'before' },
    ],
  },
]

export const familyReached = { classes, rules }
