import type { Language } from '../../core/base/language.ts'
import type { Refusal } from '../../core/custody/exchange/refusal.ts'

/**
 * Why nothing was compared, or a file is no agreement to work with: what is wrong, then what to do. The console's
 * log of administrators says the same of a refusal (its locales, `exchange-why-`); a test compares them.
 */
export type Words = Readonly<
  Record<Refusal, string> & {
    readonly unreadable: string
    readonly noAgreement: string
    readonly notThird: string
    readonly notNamed: string
    /** Before what the other side refused for. */
    readonly theirs: string
  }
>

const ASK_FIRST_EN = 'speak with the other side before you run it again'
const ASK_FIRST_AR = 'تحدثوا مع الجهة الأخرى قبل إعادة التشغيل'
const ASK_FIRST_CKB = 'پێش دووبارەکردنەوە لەگەڵ لایەنەکەی تر قسە بکەن'

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    stranger:
      'no agreement between this key and that one is served there: ask the other side to serve it, and compare the fingerprints by telephone',
    malformed: 'a message was not as it has to be: see that both sides run the same version of Amin',
    unsigned: 'not both parties have signed the agreement: have it signed with `amin exchange sign`',
    not_yet: 'the agreement does not hold yet: run it from its first day on',
    expired: 'the agreement does not hold any more: a new one has to be signed',
    wrong_party:
      'the key of this Amin, or of whoever answered, is not that of a party of the agreement: compare the fingerprints, and sign a new agreement where a key was changed',
    wrong_time:
      'the clocks of both machines are more than ten minutes apart: set them right, then run it again',
    replayed: 'this run was begun before, and nothing is answered twice: give `amin exchange run` again',
    out_of_turn: 'a message came that does not belong here now: give `amin exchange run` again',
    wrong_size: `a set was sent whose size is not one of those that the agreement names: ${ASK_FIRST_EN}`,
    too_many: `a set was sent that is larger than the agreement lets a run be: ${ASK_FIRST_EN}`,
    unordered: `a set was sent in which something stands twice, or in an order that says something: ${ASK_FIRST_EN}`,
    no_point: `a set was sent with something in it that hides nothing: ${ASK_FIRST_EN}`,
    echoed: `our own set was sent back to us as if it were theirs: ${ASK_FIRST_EN}`,
    wrong_tags: `an answer to our set was sent that is none: ${ASK_FIRST_EN}`,
    budget_spent:
      'as many items were compared within 24 hours as the agreement lets one side compare: run it again later',
    unanswered:
      'there was no answer, or none of an Amin that serves an exchange: see that the address is right and that the other side serves now',
    third_refuses:
      'the neutral third that the agreement names does not answer, or refuses: ask them to assist, then run it again',
    third_differs:
      'the neutral third used another key for the other side: ask whether it was started anew in between, then run it again',
    unreadable: 'the agreement cannot be read: see its path, and who may read the file',
    noAgreement:
      'this is no agreement that `amin exchange offer` wrote, or it was changed after it was signed: have the file sent again as it was',
    notThird: 'the key of this Amin is not that of the third of the agreement: compare the fingerprints',
    notNamed:
      'the key of this Amin is not that of a party of the agreement, nor of its third: compare the fingerprints, and have a new one offered',
    theirs: 'refused, as the line says: ',
  },
  ar: {
    stranger:
      'لا يُخدَم هناك اتفاق بين هذا المفتاح وذاك: اطلبوا من الجهة الأخرى أن تخدمه، وقارنوا البصمتين بالهاتف',
    malformed: 'وصلت رسالة ليست كما يجب: تأكدوا أن الطرفين يشغّلان الإصدار نفسه من أمين',
    unsigned: 'لم يوقّع الطرفان الاتفاق بعد: اطلبوا توقيعه بالأمر `amin exchange sign`',
    not_yet: 'لم يبدأ سريان الاتفاق بعد: شغّلوه ابتداءً من يومه الأول',
    expired: 'انتهى سريان الاتفاق: يجب توقيع اتفاق جديد',
    wrong_party:
      'مفتاح أمين هذا، أو مفتاح من أجاب، ليس مفتاح طرف في الاتفاق: قارنوا البصمات، ووقّعوا اتفاقاً جديداً إن تغيّر مفتاح',
    wrong_time: 'بين ساعتي الجهازين أكثر من عشر دقائق: اضبطوا الساعتين ثم أعيدوا التشغيل',
    replayed: 'بدأت هذه المقارنة من قبل، ولا يُجاب عن شيء مرتين: أعيدوا `amin exchange run`',
    out_of_turn: 'وصلت رسالة ليس هذا موضعها الآن: أعيدوا `amin exchange run`',
    wrong_size: `أُرسلت مجموعة ليس حجمها من الأحجام التي يذكرها الاتفاق: ${ASK_FIRST_AR}`,
    too_many: `أُرسلت مجموعة أكبر مما يسمح به الاتفاق في المرة الواحدة: ${ASK_FIRST_AR}`,
    unordered: `أُرسلت مجموعة فيها شيء مكرر، أو بترتيب يدل على شيء: ${ASK_FIRST_AR}`,
    no_point: `أُرسلت مجموعة فيها ما لا يخفي شيئاً: ${ASK_FIRST_AR}`,
    echoed: `أُعيدت إلينا مجموعتنا نفسها كأنها مجموعتهم: ${ASK_FIRST_AR}`,
    wrong_tags: `أُرسل جواب عن مجموعتنا ليس بجواب: ${ASK_FIRST_AR}`,
    budget_spent: 'قورن خلال 24 ساعة كل ما يسمح الاتفاق لطرف واحد بمقارنته: أعيدوا التشغيل لاحقاً',
    unanswered:
      'لم يأتِ جواب، أو لم يأتِ من أمين يخدم المقارنة: تأكدوا من العنوان ومن أن الجهة الأخرى تخدم الآن',
    third_refuses:
      'الطرف الثالث المحايد الذي يذكره الاتفاق لا يجيب أو يرفض: اطلبوا منه أن يساعد ثم أعيدوا التشغيل',
    third_differs:
      'استعمل الطرف الثالث المحايد مفتاحاً آخر للجهة الأخرى: اسألوا هل أُعيد تشغيله في الأثناء ثم أعيدوا التشغيل',
    unreadable: 'لا يمكن قراءة الاتفاق: تأكدوا من مسار الملف وممن يحق له قراءته',
    noAgreement:
      'هذا ليس اتفاقاً كتبه `amin exchange offer`، أو غُيّر بعد توقيعه: اطلبوا إرسال الملف من جديد كما كان',
    notThird: 'مفتاح أمين هذا ليس مفتاح الطرف الثالث في الاتفاق: قارنوا البصمتين',
    notNamed:
      'مفتاح أمين هذا ليس مفتاح طرف في الاتفاق ولا مفتاح طرفه الثالث: قارنوا البصمات واطلبوا عرض اتفاق جديد',
    theirs: 'رُفض، كما تقول الجهة الأخرى: ',
  },
  ckb: {
    stranger:
      'لەوێ هیچ ڕێککەوتنێک لەنێوان ئەم کلیلە و ئەو کلیلەدا خزمەت ناکرێت: داوا لە لایەنەکەی تر بکەن خزمەتی بکات، و پەنجەمۆرەکان بە تەلەفۆن بەراورد بکەن',
    malformed: 'پەیامێک وەک پێویست نەبوو: دڵنیابن هەردوو لا هەمان وەشانی ئەمین بەکاردەهێنن',
    unsigned: 'هێشتا هەردوو لا ڕێککەوتنەکەیان واژۆ نەکردووە: بە `amin exchange sign` واژۆی بکەن',
    not_yet: 'ڕێککەوتنەکە هێشتا کاری پێ ناکرێت: لە یەکەم ڕۆژییەوە بیکەن',
    expired: 'ڕێککەوتنەکە ئیتر کاری پێ ناکرێت: دەبێت ڕێککەوتنێکی نوێ واژۆ بکرێت',
    wrong_party:
      'کلیلی ئەم ئەمینە، یان هی ئەوەی وەڵامی دایەوە، کلیلی لایەنێکی ڕێککەوتنەکە نییە: پەنجەمۆرەکان بەراورد بکەن، و ئەگەر کلیلێک گۆڕدرابێت ڕێککەوتنێکی نوێ واژۆ بکەن',
    wrong_time: 'کاتژمێری هەردوو ئامێر زیاتر لە دە خولەک لێک دوورن: ڕاستیان بکەنەوە و دووبارەی بکەنەوە',
    replayed:
      'ئەم بەراوردە پێشتر دەستی پێکردووە و هیچ دوو جار وەڵام نادرێتەوە: دووبارە `amin exchange run` بدەن',
    out_of_turn: 'پەیامێک هات کە ئێستا شوێنی ئێرە نییە: دووبارە `amin exchange run` بدەن',
    wrong_size: `کۆمەڵەیەک نێردرا کە قەبارەکەی لەوانە نییە کە ڕێککەوتنەکە ناویان دەبات: ${ASK_FIRST_CKB}`,
    too_many: `کۆمەڵەیەک نێردرا گەورەتر لەوەی ڕێککەوتنەکە بۆ یەک جار ڕێگەی پێدەدات: ${ASK_FIRST_CKB}`,
    unordered: `کۆمەڵەیەک نێردرا کە شتێکی دووبارەی تێدایە، یان ڕیزبەندییەکەی شتێک دەڵێت: ${ASK_FIRST_CKB}`,
    no_point: `کۆمەڵەیەک نێردرا شتێکی تێدایە کە هیچ ناشارێتەوە: ${ASK_FIRST_CKB}`,
    echoed: `کۆمەڵەکەی خۆمان بۆمان گەڕێنرایەوە وەک ئەوەی هی ئەوان بێت: ${ASK_FIRST_CKB}`,
    wrong_tags: `وەڵامێک بۆ کۆمەڵەکەمان نێردرا کە وەڵام نییە: ${ASK_FIRST_CKB}`,
    budget_spent:
      'لە 24 کاتژمێردا ئەوەندە بەراورد کرا کە ڕێککەوتنەکە ڕێگە بە لایەک دەدات: دواتر دووبارەی بکەنەوە',
    unanswered:
      'هیچ وەڵامێک نەهات، یان لە ئەمینێکەوە نەهات کە خزمەتی بەراورد بکات: دڵنیابن لە ناونیشانەکە و لەوەی لایەنەکەی تر ئێستا خزمەت دەکات',
    third_refuses:
      'لایەنی سێیەمی بێلایەن کە ڕێککەوتنەکە ناوی دەبات وەڵام ناداتەوە یان ڕەتی دەکاتەوە: داوای لێ بکەن یارمەتی بدات و دووبارەی بکەنەوە',
    third_differs:
      'لایەنی سێیەمی بێلایەن کلیلێکی تری بۆ لایەنەکەی تر بەکارهێنا: بپرسن لەو نێوانەدا سەرلەنوێ دەستی پێکردووە، پاشان دووبارەی بکەنەوە',
    unreadable: 'ڕێککەوتنەکە ناخوێنرێتەوە: سەیری ڕێڕەوی پەڕگەکە بکەن و کێ دەتوانێت بیخوێنێتەوە',
    noAgreement:
      'ئەمە ڕێککەوتنێک نییە کە `amin exchange offer` نووسیبێتی، یان دوای واژۆکردن گۆڕدراوە: داوا بکەن پەڕگەکە وەک خۆی دووبارە بنێردرێت',
    notThird: 'کلیلی ئەم ئەمینە کلیلی لایەنی سێیەمی ڕێککەوتنەکە نییە: پەنجەمۆرەکان بەراورد بکەن',
    notNamed:
      'کلیلی ئەم ئەمینە کلیلی هیچ لایەنێکی ڕێککەوتنەکە و لایەنی سێیەمی نییە: پەنجەمۆرەکان بەراورد بکەن و داوای ڕێککەوتنێکی نوێ بکەن',
    theirs: 'ڕەتکرایەوە، وەک لایەنەکەی تر دەڵێت: ',
  },
}
