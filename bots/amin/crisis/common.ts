import type { CrisisRules } from '../../../core/text/danger/rules.ts'

/** Small words that many shapes share. */
export const common: CrisisRules['classes'] = {
  my: { en: ['my our'] },
  i: { en: ['i im ive ill id ima'] },
  'i-am': { en: ['im am i feel feeling'] },
  'suicide-en': { en: ['suicide suicidal unalive sucide suicde'] },
  intend: {
    en: ['want wanna going gonna will might'],
    ar: ['ناوي ناويه انوي قررت'],
    lat: ['rah ra7 areed ared nawi'],
  },
  'i-try': {
    ar: ['حاولت احاول جربت اجرب افكر بفكر فكرت'],
    en: ['tried trying try'],
    ckb: ['هەوڵی هەوڵم'],
    lat: ['afakir afakkir 7awalit'],
  },
  think: {
    ar: ['افكر فكرت بفكر نفكر فكره افكار'],
    en: ['thinking think thought thoughts googling googled keep'],
    lat: ['afakir afakkir'],
  },
  reflexive: { en: ['himself herself myself themselves'], ar: ['نفسه نفسها روحه روحها'] },
  /** Sorani denies a threat at the end: "nobody made it". */
  'not-done': { ckb: ['نەکردووم نەکردووە نەکردوە نەکردم نەکراوە نەکراوم نەکرد نەکردوون نەداوم نەیکردووە'] },
  /**
   * "My father kills me if I fail" of school is mostly a way to speak: a question is right, an
   * alarm is not.
   */
  'exam-talk': {
    ar: ['نجحت انجح انجحت رسبت ارسب رسوب معدلي درجاتي بالامتحان الامتحان امتحاني بالدراسه بكلوريا الوزاري'],
    ckb: ['تاقیکردنەوە تاقیکردنەوەکە دەرنەچم نمرەکانم نمرەم'],
    en: ['exam exams grade grades homework marks'],
  },
  'law-talk': {
    ar: ['القانون قانون عقوبه حكم الماده ماده'],
    en: ['law legal penalty punishment sentence'],
    ckb: ['یاسا یاسای سزا'],
  },
  denial: { ar: ['مستحيل اسويها مستحيله'], en: ['never'] },
  'where-how': { ar: ['وين اين شلون كيف'], en: ['where how'] },
  'live-i': {
    ar: ['اعيش اعيشها احيا العيش اعيشن'],
    ckb: ['بژیم'],
    en: ['live living alive'],
    lat: ['a3eesh a3ish a3ich aeesh'],
  },
  safely: {
    ar: ['موظف اوفلاين دوامي دوام حسابي التطبيق البرنامج القروب الكروب الشغل فيس الفيس انستا'],
    en: ['app account instagram facebook snapchat job call chat office website group'],
  },
  'kin-found': { ar: ['عرفوا عرف علم علموا شافوا دروا يعرفون'], en: ['finds found sees knows'] },
  again: { ar: ['ابد ابدا باجر مره'], en: ['again tomorrow anymore'] },
  elsewhere: {
    ar: [
      'بغداد بالعراق العراق بهالبلد بالبيت وياهم وياه معهم معه بالخوف اوربا المانيا هنا بره قلق بقلق خوف رعب بخوف برعب في جحيم',
    ],
    en: ['with in like there here'],
    ckb: ['لێرە لەگەڵی لەگەڵیان'],
  },
  'if-wake': { ar: ['صحيتوا كعدتوا اصبحتوا استيقظتم باجر صحيتو كعدتو'], en: ['wake'] },
  laughter: {
    ar: [
      'ضحك الضحك بالضحك ضحكت ههه هه بضحكته بضحكتج الفضول فضول شوق شوقا ملل الملل جوع الجوع نعاس خجلا خجل الخجل شغل الشغل دراسه الدراسه',
    ],
    ckb: ['پێکەنین پێکەنینا خەو برسان برسا شەرما شەرم'],
    en: ['laughing laughter laugh curious know haha lol lmao boredom hunger embarrassment cringe'],
    lat: ['dhi7k thi7k hahaha joo3 ta3ab'],
  },
  longing: { ar: ['عليج عليك عليكم بيج بيك بيكم عليها عليه بيها بيه'] },
  'sleep-en': { en: ['sleep sleeping slept'] },
  few: { ar: ['كم جم بضع عده كمن'], ckb: ['چەند'], en: ['few couple half'], lat: ['cham kam nus nis'] },
  'two-spans': {
    ar: ['ساعتين ساعتان يومين يومان دقيقتين'],
    lat: ['(sa3|saa|sa3a|s3)(ten|tain|teen|tein|tayn) yomen yomain yomein'],
  },
  end: { ar: ['نهايه اخر'], ckb: ['کۆتایی'], en: ['end'], lat: ['akhir'] },
  want: {
    ar: [
      'اغيد ابغى ابغي اريد اتمنى ودي نفسي ابي اتمنه احب افضل ارغب نريد ارد اردت حابه حاب تمنيت ادعي خليني اريدن',
    ],
    ckb: ['دەمەوێت دەمەوێ خۆزگە حەز حەزم ئەمەوێ ئەمەوێت'],
    en: ['want wanna wish rather need gonna ready going deserve'],
    lat: ['ared areed arid arrid atmana atmanna wdi rayd rayda'],
  },
  die: {
    ar: ['اموت موت الموت نموت'],
    ckb: ['بمرم بمردمایە مردن مردبام بمرین دەمرم مردنم بمردبام'],
    en: ['die dead dieing'],
    lat: ['amoot amut amot amout'],
  },
  wish: {
    ar: ['ياريت ياريتني ليتني ريت ياليت ليت ياريتي اتمنى'],
    ckb: ['خۆزگە بریا'],
    en: ['wish hope'],
    lat: ['yaret yarait yaretni raitni'],
  },
  dead: {
    ar: ['ميت ميته مت متت اموت'],
    ckb: ['مردبام مردوو بمردمایە نەبوومایە'],
    en: ['dead gone'],
    lat: ['mayta mayet'],
  },
  let: {
    ar: ['خلوني خليني خلني اتركوني دعوني عوفوني'],
    ckb: ['لێمگەڕێن بهێڵن'],
    en: ['let lemme'],
    lat: ['khaloni khalluni'],
  },
  'life-mine': { ar: ['حياتي عمري بحياتي عيشتي'], ckb: ['ژیانم ژیانی'], lat: ['7ayati hayati'] },
  small: {
    ar: [
      'طفل طفله (ال|)صغير (ال|)صغيره زغيره الزغيره زغير الزغير صغيرون صغيرونه قاصر قاصره الصغيرون جاهل جاهله الجاهل الجاهله زعطوط زعطوطه بزر بزره مراهق مراهقه الاصغر اصغر زغيرون زغيرونه زغيرتي',
    ],
    ckb: ['بچووک* بچوک* بچکۆلە* بچکۆل* منداڵ منداڵە مناڵ مناڵە هەرزەکار'],
    en: ['kid preteen tween lil little young younger baby teen teenage teenager underage minor small'],
    lat: ['zghayra zghira izghayra sghira elzghayra z8ayra'],
  },
  live: {
    ar: ['اعيش العيش عيش اعيشها اعيشن اعش نعيش اكمل اتنفس اصحى اكعد اوعى ابقى ابقه'],
    ckb: ['بژیم ژیان بژین بمێنم هەستم هەڵسم'],
    en: ['live living alive exist existing wake be'],
    lat: ['a3eesh a3ish a3ich aeesh aish'],
  },
  life: {
    ar: [
      'حياتي الحياه حياة الحياة حياه هالحياه الدنيا دنيا هالدنيا العيشه عيشه هالعيشه عيشتي عمري وجودي دنيتي العالم',
    ],
    ckb: ['ژیان ژیانم دنیا ژیانە دونیا'],
    en: ['life living world'],
    lat: ['7ayat 7aya hayat dinya 7ayati hayati'],
  },
  hate: {
    ar: ['كرهت اكره زهكت زهقت ملت مليت ضجت تعبت عفت سئمت كرهان زهكان طكت تعبان تعبانه'],
    ckb: ['بێزارم بێزاربووم ماندووم ماندوو ڕقم'],
    en: ['hate hates tired sick done'],
    lat: ['karahit karehit t3abit ta3abit zhagit'],
  },
  neg: {
    ar: ['ما مو لا لم لن ماكو ماعاد ولا'],
    ckb: ['نامەوێت نامەوێ ناتوانم نەماوە ناکەم هیچ نییە ناکرێت'],
    en: ['dont not no never cant cannot wont didnt wouldnt aint nothing nobody nothings couldnt'],
    lat: ['ma mo mu la maku mako'],
  },
  year: {
    ar: ['سنه سنين سنوات سنتها عام عاما اعوام سنةً ربيع سنينها'],
    ckb: ['ساڵ ساڵە ساڵم ساڵان ساڵمە ساڵین ساڵی ساڵانم ساڵیم'],
    en: ['year years yrs yr yo old y'],
    lat: ['sal sala salm salim salan sina sana sinin sne saneh sneen'],
  },
  'age-mine': {
    ar: ['عمري بعمري سني عمرنه اعمارنا عمرنا'],
    ckb: ['تەمەنم تەمەنمان'],
    en: ['age aged'],
    lat: ['tamanm tamanim tamenm tamanman 3umri 3omri 3umry 3omry omri umri 3umurri'],
  },
  'age-hers': {
    ar: ['عمرها عمره عمر بعمر اعمارهم عمرهم سنها'],
    ckb: ['تەمەنی تەمەن تەمەنیان'],
    lat: ['3umrha 3umrah 3umurha 3omrha 3omra 3umra omrha 3umur'],
  },
  since: {
    ar: [
      'منذ قبل صارلي صارلنا صار صاله صارله خلال لمده مده متزوج متزوجه خبره خبرتي اشتغل بعد سجن بالسجن حبس حكم طول ورا يسجن عقوبه مادام نعرف اعرفه زواجنا زواجي علاقه',
    ],
    ckb: ['پێش دوای ماوەی لەوەتەی ئەزموونم زیندانی لەماوەی زەواجم ژن'],
    en: ['for since after within prison jail married last past worked over during'],
    lat: ['qabl gabl min mitzawij'],
  },
  ago: {
    en: ['ago experience in prison together anniversary married contract'],
    ar: ['متزوج خبره سجن زواج حبس'],
    ckb: ['لەمەوبەر پێش'],
  },
  unit: {
    ar: [
      'الاف ورقه دفتر عضو متابع سؤال سوال نسخه موقع مشاهده تعليق طلاب موظف كلمه خدمه دقيقه دقايق دقائق ساعه ساعات يوم ايام اسبوع اسابيع شهر شهور اشهر الف مليون دولار دينار مره مرات صوره صور فيديو نفر اشخاص بالميه متر كيلو شخص حساب رساله رسايل',
    ],
    ckb: ['خولەک کاتژمێر سەعات ڕۆژ هەفتە مانگ هەزار دۆلار جار کەس وێنە ڤیدیۆ نامە'],
    en: [
      'oclock clock minute minutes min mins hour hours hr hrs day days week weeks month months percent km miles mile k dollars usd bucks times people photos pics messages videos pm accounts inch foot feet weeks minutes st nd rd',
    ],
    lat: ['yom ayam shahar alf marra'],
  },
  grade: {
    ar: [
      'متوسط المتوسط ابتدائي الابتدائي اعدادي الاعدادي متوسطه ابتدائيه اعداديه بالمتوسط بالاعدادي علمي ادبي ثانوي اساسي بكلوريا',
    ],
    lat: ['mutawasit mutawassit 3dadi i3dadi ibtida2i ibtidai edadi'],
  },
  'grade-place': {
    ar: ['بالمتوسطه بالابتدائيه بالاعداديه بالثانويه بالابتدائي بالمتوسط'],
    lat: ['bilmutawasita'],
  },
  teacher: {
    ar: [
      'معلم معلمه مدرس استاذ استاذه اشتغل مديره موظفه تعيين اعلم مشرف درجه الجوده جوده الدقه دقه الدخل حجم الحجم مستوى دكتوراه ماجستير خريج خريجه تخرجت قبل',
    ],
    ckb: ['مامۆستام مامۆستای'],
    en: ['teacher teach teaching taught professor was graduated principal back ago'],
  },
  'photo-threat': {
    with: ['threat'],
    ar: [
      'يبتز يبتزها يبتزه يهددها يهدده تهدد ابتزها صورها صوره صوروها مصورها خدعوها يستغلها يطلب يريد تحرش استدرجها استدرجوه ابتزوها',
    ],
    ckb: ['هەڕەشەی وێنەی دەکات'],
    en: ['blackmailed threatened nudes groomed extorted harassed sextorted contacted being'],
  },
  grown: {
    ar: [
      'جامعيه جامعي كليه كلية بكليه بكلية الكليه معهد المعهد',
      'متزوج متزوجه جامعه الجامعه بالجامعه موظف مهندس دكتور سابقا كنت كان',
    ],
    en: ['university college married grown adult job was ago'],
    ckb: ['زانکۆ هاوسەردار'],
  },
  'lives-there': { ckb: ['لە کە دەژی دەیناسم'] },
  'they-adult': { en: ['account company'] },
  'school-goer': {
    ar: ['طالب طالبه تلميذ تلميذه ادرس بعدني لسه اداوم'],
    en: ['student pupil still'],
    ckb: ['قوتابی قوتابیم'],
  },
  school: {
    ar: ['(ال|ب|بال|لل|)(مدرسه|متوسطه|ابتدائيه|اعداديه|ثانويه)'],
    ckb: ['قوتابخانە قوتابخانەم'],
    en: ['school'],
  },
  'wish-word': { ar: ['اريد اتمنى ياريت'], en: ['wish want'] },
  bleach: { ar: ['غسيل ملابس تنظيف اشرب شربت بطل'] },
  'grade-number': {
    ar: [
      '(ال|)(اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر) بالاول بالثاني بالثالث بالرابع بالخامس بالسادس',
    ],
    en: ['seventh eighth ninth tenth'],
    lat: ['awal thani thalith rabi3 khamis sadis'],
  },
}
