import type { CrisisRules } from '../../../core/text/danger/data.ts'

/** Leaving life without naming it: no tomorrow, being found, the last of everything, what is left to whom. */
export const classes: CrisisRules['classes'] = {
  /** What somebody who lives does by tomorrow. */
  'i-remain': {
    ar: ['اظل اضل اظلن ابقى ابقه اعيش اصحى اصحه استيقظ اشوف اوصل اصبح ابات اكعد اوعى اتنفس ارى احيا'],
    en: ['see reach live wake breathe last'],
    lat: ['abqa abka adhal athal adal ashoof ashuf ashof asbi7 as7a ag3ad ak3ad'],
  },
  'not-remain': {
    ckb: ['نامێنم ناژیم نابینمەوە هەڵناستم هەڵناسم هەڵناستمەوە هەڵناسمەوە هەستانەوەم'],
  },
  /** The others, once it is over. */
  'see-me': {
    ar: ['(ي|ت)(شوف|لك|لق|جد|سمع|ر|لاك|لاق)(وني|ونني) لكيتوني لقيتوني وجدتموني شفتوني ستجدونني تلاكوني'],
    ckb: ['دەمدۆزنەوە دەمبیننەوە دەمبینن بمبیننەوە دەمدۆزیتەوە دەمبینیت نامدۆزنەوە نامبیننەوە نامبینن'],
    lat: ['tilgooni tilguni yilgooni yilguni tshoofooni tshufuni yshoofooni yshufuni'],
  },
  /** How they find one. */
  'as-body': {
    ar: [
      'ميت ميته جثه جثتي هامده معلكه معلقه مشنوك مشنوكه غركان غركانه غريق غريقه طافي محروك محروكه مدفون مدفونه مكفن مكفنه مقطعه',
    ],
    ckb: ['مردوو مردووی تەرمم تەرم هەڵواسراو هەڵواسراوی لاشەم لاشە'],
    en: ['dead hanging body lifeless corpse floating buried'],
    lat: ['mayta mayet m3alga jutha'],
  },
  /** Alive and well: what they will not find one. */
  'as-alive': {
    ar: ['عدل عدله عايش عايشه حي حيه طيبه ابد ابدا'],
    ckb: ['زیندوو زیندوویی چیتر ئیتر جارێکی'],
    en: ['alive again anymore'],
  },
  /** Peace as people hope for it from death. */
  relief: {
    ar: [
      '(و|)(ارتاح|اخلص|افتك|اريح|انفك|استريح|انعتق|اتحرر|اسكت|يرتاحون|يخلصون|يفتكون|ترتاحون|تخلصون|اهدا) راحه الراحه راحتي خلاصي فكه (اريح|اخلص)(كم|هم|ها|ه|ني)',
    ],
    ckb: ['پشوو پشوودەدەم ئارام ئارامی ڕزگارم ڕزگاریم ئاسوودە دەحەسێمەوە بحەسێمەوە ڕزگاردەبم ئیسراحەت'],
    en: ['peace rest relief free freedom quiet relieved'],
    lat: ['arta7 artah akhlas akhlus aftak'],
  },
  'i-die': {
    ar: ['افطس اتوفى اهلك اطكطك', 'اموت نموت بموت هموت ساموت'],
    ckb: ['دەمرم بمرم ئەمرم مردم'],
    en: ['die'],
    lat: ['amoot amut amout amot'],
  },
  suffering: {
    ar: [
      '(ال|هال|)(عذاب|الم|هم|وجع|كابوس|جحيم|قهر|ضيم|هضم|مذله|خوف|ذل|مصيبه|بلوه) (عذاب|الم|هم|وجع|معانا|مصيب|قهر)ي معاناتي المعاناه همومي الامي مصيبتي',
    ],
    ckb: ['ئازار ئازارم ئازارە دەرد دەردە خەم خەمم نەهامەتی مەینەتی'],
    en: ['pain suffering misery hell nightmare torment agony torture'],
    lat: ['3athab 3adhab hamm qahar alam'],
  },
  /** Gone from the world. */
  'leave-world': {
    ar: ['(ا|س|)(ارحل|ارحلن|اغادر|اغيب|افارق|اهج|اختفي|انمحي|اتبخر|اترك|اعوف|اودع|ودع|ودعت)(ها|هم|)'],
    ckb: ['دەڕۆم بڕۆم جێدەهێڵم جێبهێڵم بەجێدەهێڵم ون ونبم مالئاوایی'],
    lat: ['ar7al arhal aghadir akhtafi aghib'],
  },
  world: {
    ar: ['(ال|هال|ب|بال|بهال|هذه|)(دنيا|حياه|عالم|دنيه|عيشه) (هال|ال|)عمر'],
    ckb: ['دنیا دونیا ژیان جیهان ژیانە دنیایە دونیایە جیهانە'],
    en: ['world earth planet'],
    lat: ['dinya dnya 3alam 7ayat'],
  },
  forgive: {
    ar: [
      '(ي|ت|)(سامح|حلل|غفر|بر|ابر|حل|عذر)(وني|ني|ونني|يني|ولي|لي|ولي) سامحيني اغفرولي ابروني ذمتي مسامحه مسامح',
    ],
    ckb: ['ببوورن لێمببوورن بمبەخشن گەردنم گەردنئازام ببوورە بمبوورن حەڵاڵم'],
    en: ['forgive sorry apologize'],
    lat: ['samhooni sam7ooni sam7uni samhuni sam7eeni'],
  },
  /** "Tell my mother". */
  'pass-on': {
    ar: [
      '(كول|قول|بلغ|خبر|وصل|سلم|بوس|حضن|كولول|قولول|بلغول)(وا|و|ي|ولي|ها|هم|) وصيتي وصيه وصيتي وصو اوصيكم اوصيك امانه امانتكم ديروا بالكم خلوا',
    ],
    ckb: ['بڵێن پێی پێیان پێیبڵێن وەسیەتم وەسیەت ئاگاتان ئاگاداری'],
    en: ['tell let hug kiss watch'],
    lat: ['gooloo guloo gulu balghu'],
  },
  'leaves-behind': {
    ar: [
      'وصيه وصيتي (وزعت|وزعتهم|فرقت|هديت|انطيت|تبرعت|كتبت|كتبتلهم|كتبتلها|رتبت|صفيت|سديت|سلمت|ودعت|بعت|مسحت)',
    ],
    ckb: ['بەخشیم بەخشیوە دابەشم دابەشکرد نووسیم نووسیوە'],
    en: ['gave giving given wrote written will cleaned sorted packed'],
  },
  belongings: {
    ar: [
      'هدومي غراضي اغراضي ذهبي كتبي العابي لعبي ممتلكاتي جنطتي محابسي ملابسي ديوني حسابات ذكرياتي مسوداتي',
    ],
    ckb: ['شتەکانم کەلوپەلەکانم کەلوپەلم زێڕەکەم جلەکانم کتێبەکانم'],
    en: ['stuff things clothes belongings jewelry books possessions toys debts'],
  },
  fuel: {
    ar: ['(ب|بال|ال|)(نفط|بنزين|كاز|سبيرتو|كحول|دهن|تنر)'],
    ckb: ['نەوت بەنزین نەوتم بەنزینم غاز'],
    en: ['gasoline petrol kerosene fuel gas'],
    lat: ['nafut nafit banzin'],
  },
  'pours-on': {
    ar: ['اصب صبيت اكب كبيت ارش رشيت اسكب سكبت اشعل شعلت اولع ولعت ذبيت احرق احرك حركت شخاطه جداحه كبريت'],
    ckb: ['دەکەم بکەم ڕشت دەڕێژم بڕێژم ئاگر گڕ'],
    en: ['pour poured light lit match lighter fire burn'],
    lat: ['asub asib ash3il awali3 wala3it'],
  },
  'on-myself': {
    ar: ['نفسي روحي حالي جسمي جسدي راسي بنفسي بروحي بحالي هدومي'],
    ckb: ['خۆم خۆمدا خۆمەوە بەخۆمدا'],
    en: ['myself me body'],
    lat: ['nafsi rohi roo7i ruhi jismi'],
  },
  /** How many it takes. */
  lethal: {
    ar: ['كم شكد جم عدد جرعه الجرعه كميه تكفي يكفي كافيه كافي تموت يموت قاتله قاتل كلها كلهن مره'],
    ckb: ['چەند بەس بەسە بەشی کوشندە هەموو'],
    en: ['many much dose lethal fatal enough overdose'],
    lat: ['shgad chem kam'],
  },
  'burial-mine': {
    ar: ['(كفن|جفن|قبر|تابوت|جناز|فاتح|عزا|دفن|نعش|موت)(ي|تي|اي|يي)'],
    ckb: ['کفنم تەرمم پرسەم قەبرم'],
    en: ['funeral grave coffin burial'],
  },
  'prepare-you': {
    ar: ['(جهز|حضر|احفر|حفر|اشتر|اطلب|اقر|احضر|تعال|لاتبج|تبج|ابج|اقرا|اقر|سو|نصب|تجهز)(وا|و|ولي|لي|ون|ي|)'],
    ckb: ['ئامادە ئامادەبکەن هەڵکەنن هەڵبکەنن مەگرین'],
    en: ['prepare dig plan come cry'],
  },
}

export const calm: CrisisRules['classes'] = {
  ache: {
    ar: ['صداع وجع راسي ارتاحيت حراره فلاونزا وجعتني سني ضرسي وصفلي'],
    ckb: ['سەرئێشە ژان سەرم ئازارم'],
    en: ['headache ache fever flu cold pain prescribed'],
  },
  virtual: {
    ar: ['الافتراضي الافتراضيه تطبيقات التطبيقات حسابات الحسابات السوشيال مواقع'],
    en: ['virtual apps media'],
  },
  'one-pill': { ar: ['حبايه حبه'], en: ['pill'], ckb: ['حەبێک'] },
  charity: {
    ar: ['للمحتاجين للفقراء محتاجين فقراء القديمه قديمه جمعيه خيريه للنازحين'],
    ckb: ['هەژاران کۆن'],
    en: ['charity old poor donation'],
  },
  'vehicle-calm': { ar: ['الاجره المحطه'], en: ['call chat'] },
}
