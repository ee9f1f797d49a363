import type { CrisisRules } from '../../../core/text/danger/rules.ts'

/** When, and what then. */
export const time: CrisisRules['classes'] = {
  until: {
    ar: ['لحد لغايه لغاية حتى الى قبل خلال بظرف ضمن لبعد غايه قبال موعد بحدود ل اقصاه اقصى اخره'],
    ckb: ['تا هەتا پێش تاوەکو هەتاوەکو لەماوەی ماوەی لە'],
    en: ['by before until till til within in untill b4 under'],
    lat: ['ta hata l7ad lhad lahad la7ad gabl gabil qabl khilal'],
  },
  /** Of these the ones that a length of time may follow: "قبل يومين" is two days ago. */
  'until-span': {
    ar: ['خلال لحد بظرف ضمن لمده غضون لغايه بغضون حتى'],
    ckb: ['ماوەی لەماوەی تا هەتا'],
    en: ['within in under'],
    lat: ['khilal l7ad'],
  },
  yesterday: {
    ar: ['امس البارحه مبارح الفات الفاتت الماضي الماضيه الماضيين'],
    ckb: ['دوێنێ پێرێ ڕابردوو'],
    en: ['yesterday ago last already'],
    lat: ['ams elbarha'],
  },
  after: {
    ar: ['بعد ورا عقب'],
    ckb: ['دوای پاش'],
    en: ['in after'],
    lat: ['ba3ad ba3d wara'],
  },
  /** A moment that is near: today, tonight, tomorrow, an hour of the day, a day of the week. */
  moment: {
    with: ['today', 'tomorrow', 'daytime'],
    ar: ['الاحد الاثنين الثلاثاء الثلاثا الاربعاء الاربعا الخميس الجمعه السبت الاسبوع اسبوع الجاي'],
    ckb: ['شەممە یەکشەممە دووشەممە سێشەممە چوارشەممە پێنجشەممە هەینی جومعە هەفتە هەفتەیە'],
    en: ['monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun weekend week'],
    lat: ['khamis jum3a sabt'],
  },
  today: {
    ar: ['اليوم اليومه الليله هالليله الليل الليلا هاليوم بالليل'],
    ckb: ['ئەمشەو ئەمڕۆ شەو ئێوارە ئێوارەی ئێوارێ ئێستا'],
    en: ['tonight today midnight evening night tonite 2nite'],
    lat: ['amshaw amsho amro elyom ilyom alyom alyoum el(l|)ela ellel lel lail layl lela leila'],
  },
  tomorrow: {
    ar: ['باجر باجرو بكره بكرا غدا الغد غد باكر صباحا'],
    ckb: ['سبەی سبەینێ بەیانی سبەینی سبەینێی بەیانیان'],
    en: ['tomorrow tmrw tmr tomorow tommorow 2morrow tmw'],
    lat: ['sbay sbayne sbaine sbayni sibay bayani bach(i|e|)r baacher bakir bukra lbacher'],
  },
  daytime: {
    ar: [
      'الصبح صبح الصباح الظهر ظهر العصر عصر المغرب مغرب العشا العشاء الفجر فجر السحر الغروب شروق الشروق الشمس الافطار افطار السحور سحور منتصف الضهر ضهر المسا مساء المساء اذان الاذان صلاه',
    ],
    ckb: ['بەربانگ پارشێو نیوەڕۆ عەسر مەغریب نیوەشەو خۆرهەڵاتن خۆرئاوابوون خۆر بەیان'],
    en: ['iftar suhoor morning noon sunrise dawn sunset afternoon sun lunch'],
    lat: ['dhuhur duhur dhuhr 3asir maghrib fajr subu7 sub7 elsubu7 subuh'],
  },
  oclock: {
    ar: ['الساعه ساعه للساعه'],
    ckb: ['کاتژمێر سەعات کاتژمێری سەعاتی'],
    en: ['oclock pm am clock'],
    lat: ['sa3a saa ilsa3a elsa3a'],
  },
  'clock-word': {
    ar: [
      '(ال|لل|ب|بال|)(واحده|ثنتين|ثانيه|ثالثه|رابعه|خامسه|سادسه|سابعه|ثامنه|تاسعه|عاشره|وحده|ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره|احدعش|اثنعش|دعش)',
    ],
  },
  /**
   * Glued to its preposition: "by tomorrow". Not "by Sunday": a doubled letter counts once, so that
   * would be "to anybody" as well.
   */
  'until-moment': {
    ar: [
      'ل(باجر|اليوم|ليوم|ليل|لليل|لليوم|بكره|غد|لغد|صبح|ظهر|عصر|مغرب|عشا|فجر|جمعه|خميس|سبت|اثنين|ثلاثاء|اربعاء|مسا)',
      'ل(صلاه|صلاة|اذان|فطور|افطار|سحور|اخر|نهايه|منتصف|نص|بدايه|مغيب|شروق|غروب|شهر|اسبوع) لصلاة',
      'لل(صلاه|فطور|سحور|غروب|شروق|ساعه|اسبوع|ظهر|ضهر|عصر|مغرب|عشا|فجر|جمعه|خميس|سبت|اثنين|ثلاثاء|اربعاء|يوم|ليل|مسا)',
    ],
    lat: ['lbach(i|e|)r lilyom lil(l|)(e|ai|ay)l lilsubu7'],
  },
  left: {
    ar: ['باقي بقه بقت باقيلي باقيله بقالي ظل ضل ضايل بقى متبقي تبقى يتبقى ظلت ضلت باقيلج باقيلك'],
    ckb: ['ماوە ماوەتەوە ماومە ماوم مابوو'],
    en: ['left remaining remain'],
    lat: ['baqi bagi bqa baqa b8a thal'],
  },
  'deadline-word': {
    ar: ['مهله المهله مهلتي  دد'],
    ckb: ['مۆڵەت مۆڵەتی وادە وادەی کاتی'],
    en: ['deadline countdown ultimatum'],
    lat: ['muhla mohla'],
  },
  /** Makes public or passes on, not done yet: words that mean little else here. */
  publish: {
    with: ['publish-they', 'publish-en'],
    ar: [
      '(ا|ن|)(نشر|فضح|وزع|نزل|رسل|بعث|سرب|شير|دز|بث|فرز|عرض)(ه|ها|هن|هم|ون|ك|ج|لي|لهم|له|لها|و|كم|)',
      'نشر النشر نشرها نشرهن فضيحه فضيحتي فضيحتج ترند ستوري ستوريات اطلعهن اطلعها انزلهن بنشر بنشره بفضحي ارسلها ارسالها بارسالها بنشرها تاك شير',
    ],
    ckb: [
      'دەخەمە دەیخەمە دەیانخەمە دەیخەمەوە دایدەنێم بڵاوکردنەوە دەنێرم دەینێرم پۆست پۆستی پەخش پەخشی شەیر بڵاودەکەمەوە دەنێرمە',
    ],
    lat: ['ansh(u|i|)r* anash(i|)r* adiz(ha|hin|hum|) anazil* afdh(a|)7(ich|ak|) afda7ich nashr*'],
  },
  /** The same, of him or them. */
  'publish-they': {
    ar: [
      'يرفعه يرفعها يرفعهن يرفعوه يعلكها يعلقها يبثه يبثها يرفعلي',
      '(ي|ت)(نشر|فضح|وزع|سرب|شير|بث)(ه|ها|هن|هم|وه|وها|وهن|ون|ونها|ونهن|وا|ني|نا|ك|ج|وني|لهم|له|لها|كلشي|)',
      '(ي|ت|)(يدز|يرسل|يبعث|يعرض|ينزل|ايدز)(ه|ها|هن|هم|ون|ونها|ونهن|لهم|لها|لاهلي|لابوي)',
      'ينتشر ينتشرن تنتشر ينتشرون ينشرون ايدز ستنشر سينشر سيرسل سيفضحني يطلعهن يخليهن يفضحنا',
    ],
    ckb: [
      'بڵاو بڵاوی بڵاویان بڵاودەکاتەوە بڵاوبکاتەوە بڵاویدەکاتەوە دەنێرێت دەنێرن دەینێر* دەنێرێ ئەنێر* بینێرێت بنێرێت دادەنێ* دایدەنێ* دەیخاتە دەیخەنە دەخاتە دەخەنە ئابڕووم ئابڕووی ئابڕووت',
    ],
    lat: [
      'blaw blawi blawy blawyan blawyakatawa anere danere bnere yanere y(i|u|)nsh(u|i|)r* ynash(i|)r* ydiz(ha|hin|hum|) ynazil* yifda7* yfadhi7 yifzah* yinshirha',
    ],
  },
  'publish-en': {
    en: [
      'mails mail broadcast',
      'post posts posting publish publishes publishing leak leaks leaking share shares sharing upload uploads send sends sending expose exposes exposing release releases releasing forward emails email public viral ruin ruins reveal reveals leaked posted',
    ],
  },
  recipient: {
    ar: [
      'للناس الناس لكل للكل الكل لكروب للكروب لكروبات لاصدقائي لمعارفي لاقاربي للعشيره للعمام لاصحابي لصديقاتي لاهلي لزوجي لابوي لاخوي لمديري لخطيبي لعائلتي الجيران',
    ],
    ckb: ['هەمووان خەڵک هاوڕێکانم خزمان گرووپ*'],
    en: [
      'everyone everybody friends followers family hr boss school class people contacts husband wife parents',
    ],
    lat: ['ahli nas kul'],
  },
  'send-they': {
    ar: ['يدز يرسل يبعث ادز ارسل ابعث تدز يرفع ينزل انزل تنزل يخلي اخلي يذب'],
    ckb: ['دەنێرێت دەنێرن دەنێرێ دەنێرم'],
    en: ['sends send'],
    lat: ['ydiz yrsil yib3ath adiz arsil'],
  },
  'see-it': {
    en: ['see sees know knows gets get will'],
    ar: ['يشوف يشوفون يشوف(ها|هن|وها|وهن|وج|وك|ونها|ونهن) يعرف يعرفون تشوف'],
    ckb: ['دەیبینن دەیبینێت دەزانن دەزانێت دەبینن'],
  },
  'what-sent': {
    ar: ['(ال|)(صور|صوره|فيديو|مقطع|مقاطع|سكرينات|محادثات|ملفات|فديو) صوري صورتي كلشي صورج فيديوي فيديوج'],
    ckb: ['وێنە وێنەکان وێنەکانم وێنەم ڤیدیۆ ڤیدیۆکە ڤیدیۆکەم هەموو'],
    en: ['pics photos video videos everything it them all nudes'],
    lat: ['kulshi suwar sowar suwari sowari video'],
  },
  /** Reaches others: tells of publishing only beside a time. */
  spread: {
    ar: [
      'يشوفون يشوفن تشوفين تشوفون يشوفها يشوفونها يشوفوج يوصل توصل يوصلن يوصلون تروح يروح يروحن تصير يصير يصيرن تطلع يطلعن يطلع يخلي يخليها اخلي تخلي يعرفون يرفع ارفع يشمر يذب راح',
    ],
    ckb: ['دەگات بگات دەبینن ببینن دەبێتەوە دەبنەوە دەزانن دەچن دەچنە گرووپ* دەیبینێت دەیبینن'],
    en: [
      'goes go drop drops online tell tells show shows everyone gets get out live everything family followers friends contacts',
    ],
    lat: ['yishofon tshofin ytla3'],
  },
  'spread-you': { ar: ['تشوفين تشوف تشوفون روحج روحك صورج صورك فيديوج فيديوك فضيحتج فضيحتك'] },
  /** Exposure itself. */
  expose: { with: ['publish'], ar: ['ترند فضيحه فيديوك فيديوج صورك صورج'], en: ['viral'] },
  'now-publish': {
    ar: ['هسه هسع الان حالا اليوم الليله'],
    ckb: ['ئێستا'],
    en: ['now'],
    lat: ['hassa hasa hessa'],
  },
  /** Money or what else is asked for. */
  pay: {
    ar: [
      '(ي|ت|ا|ن|)(دفع|حول|حولين|دفعين|سدد|سددين|رسل|نطي)(ه|ها|لي|له|لهم|ين|وا|لك|ت|) فلوس الفلوس فلوسه المبلغ مبلغ مصاري مليون ملايين دولار الف دفتر ورقه ورقات دينار شدات شده رصيد كارت بيتكوين المال ',
      'فلوسهم مبالغ الدفع تحويل التحويل لتحويل',
    ],
    ckb: [
      'پارە پارەکە پارەکەی پارەم پارەی بدەم نەدەم نەدەمێ بدەمێ بنێرم نەنێرم نەنێریت نەنێرێ دۆلار ملیۆن دینار هەزار دەفتەر',
    ],
    en: [
      'pay paid payment money transfer transferred cash bitcoin btc dollars dollar iqd dinar dinars million usd card cards wire amount deposit crypto euros ransom',
    ],
    lat: [
      'pai paray para parakay nadam nadame bidam bidame adfa3 tidfa3 ad(i)fa3 flous floos flus filous a7aw(i|)l t7aw(i|)l* a7awil malyon milyon alf mablagh',
    ],
  },
  demand: { with: ['pay'], en: ['pay'], ar: ['المبلغ الفلوس'] },
  else: {
    ar: ['والا والاه ولا لو'],
    ckb: ['ئەگینا ئەگەرنا یان'],
    en: ['or otherwise else unless'],
    lat: ['willa wila lo aw illa'],
  },
  threat: {
    with: ['says-any'],
    ar: [
      'ابتزاز يبتزني مبتز المبتز يساومني صوري الصور فيديو الفيديو المقطع مقطع صورتي فيديوي محادثات صور الملفات السكرينات مقاطع',
    ],
    ckb: ['وێنە وێنەکان وێنەکانم ڤیدیۆ ڤیدیۆکە ڤیدیۆکەم هەڕەشە هەڕەشەم چات چاتەکان'],
    en: ['blackmail blackmailer blackmailing photos pics nudes video threat screenshots pictures tape files'],
    lat: ['suwar sowar suwari sowari soar ybtaz* video'],
  },
  /** Times of everyday life. */
  ordinary: {
    ar: [
      'للدوه الدوه تقديم لتقديم للتقديم التسجيل للتسجيل القبول المعامله معامله الباسبورت السفر اقساط القسط الايجار',
      'امتحان امتحاني الامتحان امتحانات واجب واجبي محاضره محاضرات مباراه المباراه ماتش طياره رحله الفطور فطور مسلسل المسلسل فلم دوامي مقابله مناوبه اجتماع حفله عرس عرض شحن شبكه الباص',
      'يرجعون يرجع يرجعلي تسترجع استرداد استرجاع البنك بنك المصرف مصرف الدعم توصيل شحنه طلبيه الرد تردون ردكم تجاوبون للرد مدته طوله مده تسجيل كرايه كراء كهرباء الكهرباء التوليد',
    ],
    ckb: [
      'تۆمارکردن ناونووسین',
      'تاقیکردنەوە تاقیکردنەوەم وانە وانەم یاری یارییەکە فڕۆکە کۆبوونەوە نان فیلم بانک بانکەکە وەڵام وەڵامتان کارەبا ئەرک ئەرکی',
    ],
    en: [
      'register registration classes apply application enroll enrolment visa',
      'homework assignment exam exams test project essay class lecture flight match movie game school shift meeting interview bank refund refunded delivery package appeal ban support reply respond response answer long recorded length dinner party gym charging rent electricity video duration work working',
    ],
    lat: ['imti7an imtihan mu7adhara muhadhara mu7adara dars dawam film filim mubarat match 6ayara tayara'],
  },
  /** To the agency, not to the world: "I send you the pictures tomorrow". */
  'to-you': {
    ar: [
      'مالتكم عندكم عدكم مكتبكم مقركم تحبون موظفتكم عنوانكم',
      'حددتموها حددتوها طلبتوها طلبتموها تنشرون ترسلون توزعون تحذفون تتصلون تشوفون (ا|ن)(دز|رسل|بعث|جيب|كمل)(لكم|لكن|هالكم|هنلكم|لك|كم) اكملكم اكمل نكمل ارجعلكم ارجع ردولي تردون اراسلكم الكم يمكم عليكم وياكم معكم',
    ],
    ckb: ['بۆتان پێتان لەگەڵتان لاتان'],
    en: ['you u guys ya'],
    lat: ['wayakum adizlkum akamil akammil arja3'],
  },
}
