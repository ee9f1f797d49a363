import type { CrisisRules } from '../../../core/text/danger/rules.ts'

/**
 * Classes whose names the core knows and asks for (core/text/danger/judge.ts, reading.ts): who
 * speaks, what is denied, what is a tale.
 */
export const reserved: CrisisRules['classes'] = {
  filler: {
    ar: [
      'والله بعد هسه كلش يعني ياربي يا ربي اخي خويه عيني بس جدا واقعا ال هيج ترى صدك فعلا يمعودين يمعود حبيبي كولش وربي ولك لك اكو ان',
    ],
    ckb: ['زۆر ئیتر تەنها ئێستا تکایە یانی وەڵا'],
    en: ['really just so honestly literally actually pls please like even rn now th lol omg fr ngl tbh rly'],
    lat: ['wallah wala walah w bas kulish kolish hassa hasa ya3ni yani ba3ad ba3d'],
  },
  negator: {
    ar: ['ما مو لا لم لن ليس لست مب ماكو بدون مستحيل موش مش ماراح مراح ابدا ليست ماكدر ولا محد ماحد'],
    ckb: ['نامەوێت نامەوێ ناکەم نەک هەرگیز نیم قەت بێ ناخوازم نەخوازم ناڤێت نەڤێت ناڤێم نەڤێم'],
    en: [
      'not never no dont wont isnt arent without nobody didnt doesnt aint wouldnt couldnt havent hasnt wasnt cant cannot neither nor',
    ],
    lat: ['ma mo mu la lam lan mako maku mustahil n(a|e)(xwaz|khwaz)(i|)m n(a|e)vet n(a|e)vem'],
  },
  'negation-bridge': {
    ar: [
      'يريد يريدون تريد ناوين',
      'راح رح اريد ناوي ناويه افكر اصلا يوم اكون اكدر احد حد بيوم كاعد انوي قصدي نيتي ان في بال ب عندي نيه اسوي شي واحد حاولت بفكره فكره',
    ],
    ckb: ['دەمەوێت دەمەوێ بیر لە کەس هەرگیز من ئەز کو'],
    en: [
      'one body',
      'threatened threaten threatens threatening going to gonna want wanna trying planning thinking think about of have will would ever be been feel feeling thoughts anyone say saying said mean i a the plan plans intention at all that am is he she they has gotta do',
    ],
    lat: ['rah ra7 areed ared arid nawi nawya afakir afaker ez ku'],
  },
  'negator-after': { ckb: ['نازانێت نازانێ نازانن', 'نامەوێت نامەوێ ناکەم نیم نییە نابێت'] },
  'first-person': {
    ar: ['اني انا آني احنا اريد حاولت فكرت ناوي ناويه'],
    ckb: ['منیش خۆم دەمەوێت دەمەوێ'],
    en: ['i im ive ill id ima'],
    lat: ['ani ana areed ared'],
  },
  /** Right after a deed: it was done to somebody else. */
  instead: { en: ['her him them'] },
  /** The writer begins to speak again: what follows is no longer the other's. */
  'i-pronoun': { en: ['i im ive ill ima'] },
  'other-person': {
    with: ['friend'],
    ar: [
      'اختي بنتي ابني امي ماما خالتي عمتي واحد وحده شخص شاب فتاه بنت بنيه ولد مره هو هي مراهق طالب طالبه ممثل ممثله فنان فنانه زوجتي مرتي اخوي',
    ],
    ckb: [
      'خوشکم خوشکەکەم براکەم برام کچەکەم کوڕەکەم دایکم کەسێک کچێک کوڕێک ئەو کچ کوڕ ژنەکەم بچووکەکەم بچوکەکەم گەورەکەم',
      'خویشک(ا|ێ) برایێ کچا کوڕێ دەیکا دایکا ژنا مێرێ',
    ],
    en: [
      'he she sister brother daughter son mother mom wife girl boy guy someone somebody girlfriend boyfriend cousin her him they people',
    ],
    lat: [
      'xwishka xwiska xwshka deyka birayê ukhti okhti ikhti akhoy akhuy wahid wa7id wa7da wahda binti bnayti ibni huwa howa hiya',
    ],
  },
  friend: {
    ar: ['(صديق|رفيق|زميل|صاحب)(تي|ي|ه|ها|تنا|نا|اتي) ربعي ربيعي جارتنا جارنا جيرانا جيراننا جارتي جاري'],
    ckb: ['هاوڕێ(م|کەم|یەکم|یەکەم|کانم) هاوپۆلەکەم دراوسێکەمان هاوکارەکەم هەڤال(ێ|ا|ەکا|ەکێ)'],
    en: ['friend friends bestie roommate classmate coworker colleague neighbor neighbour bestfriend'],
    lat: [
      '(sadiq|sadeeq|rafiq|rafeeq|zamil|sa7b|sahb)(ti|ati|i) h(e|a)val(a|e|ek|eke|eki) hawre(kam|m|yakm|yekm)',
    ],
  },
  'other-says': {
    ar: ['تكول تقول كالت قالت يكول يقول كال قال تكلي كالتلي يكلي كالي كتبت كتبلي كتبتلي دزتلي حجت حكت تردد'],
    ckb: ['دەڵێت دەڵێ وتی گوتی ئەڵێ ئەڵێت دبێژیت دبێژت دبێژن گۆت گۆتی گۆتیە'],
    en: ['says said saying told texted wrote tells keeps'],
    lat: ['dibeje dibejit dbejit dbezhit gotiye digot tgool tkool tgul galat kalat ygool gal kal'],
  },
  story: {
    ar: [
      '(ال|)(اغنيه|اغاني|قصيده|مسلسل|روايه|اخبار|صحف|جريده|صحيفه|مقال|مقاله|نكته|وثائقي|اقتباس) خبرا بالحلم حلمت بالمنام حلم كابوس',
    ],
    ckb: [
      'گۆرانی گۆرانییەک گۆرانییەکە هەواڵ هەواڵەکان فیلم زنجیرە چیرۆک خەونم خەونێک خەونێکم خەونەکەم شیعر ڕۆژنامە',
      'ستران سترانە سترانێ سترانەک سترانەکێ فیلمێ هەلبەست',
    ],
    en: [
      'song songs lyrics movie series novel news article documentary headline podcast joke meme dreamt dreamed poem episode quote dream',
    ],
    lat: ['ughniya aghani akhbar musalsal stran strana strane helbest'],
  },
  and: { ar: ['و'], en: ['and'], ckb: ['و'] },
  'teen-end': { ar: ['عشر عشره'] },
}
