import type { FlowWords } from '../../core/conversation/flow.ts'

/**
 * What people type for what they can ask at any time, in all languages together. Spelling variants of letters, marks, case and lengthened
 * letters need not be listed: words are compared folded (core/conversation/fold). The labels of the buttons are among them (test/locales).
 */
export const words: FlowWords = {
  commands: {
    exit: ['0', 'خروج', 'اخرج', 'دەرچوون', 'بڕۆ دەرەوە', 'exit', 'quit', '/exit'],
    // prettier-ignore
    human: [
      'إنسان', 'شخص', 'موظف', 'موظفة', 'أريد شخصاً', 'أريد التحدث مع شخص', 'اريد احجي ويه شخص',
      'مرۆڤ', 'کەسێک', 'کارمەند', 'قسەکردن لەگەڵ کەسێک',
      'human', 'person', 'a person', 'agent', 'talk to a person',
    ],
    urgent: ['عاجل', 'مستعجل', 'طوارئ', 'خطر', 'بەپەلە', 'مەترسی', 'urgent', 'emergency', 'danger'],
    erase: ['مسح', 'امسح', 'حذف', 'احذف', 'احذف كل شيء', 'سڕینەوە', 'بسڕەوە', 'erase', 'delete', 'delete everything'],
    stop: ['توقف', 'وقف', 'قف', 'وەستان', 'بوەستە', 'stop', 'pause'],
    continue: [
      'تابع',
      'متابعة',
      'استمر',
      'أكمل',
      'نكمل',
      'بردەوام',
      'بەردەوام',
      'بەردەوام بە',
      'continue',
      'go on',
      'resume',
      'restart',
      'start',
    ],
    back: ['رجوع', 'ارجع', 'السابق', 'گەڕانەوە', 'پێشوو', 'back', 'go back', 'previous'],
    skip: ['تجاوز', 'تخطي', 'تخطى', 'عبور', 'تێپەڕاندن', 'تێپەڕێنە', 'skip', 'next', 'pass'],
    unknown: [
      'لا أعرف',
      'لا أدري',
      'ما أعرف',
      'ما أدري',
      'مدري',
      'معرف',
      'نازانم',
      "I don't know",
      'dont know',
      'do not know',
      'not sure',
      'idk',
      'no idea',
    ],
    done: ['تم', 'انتهيت', 'خلص', 'خلصت', 'هذا كل شيء', 'تەواو', 'تەواو بوو', 'done', 'finished', 'that is all', "that's all"],
    help: ['مساعدة', 'ساعدوني', 'یارمەتیم بدەن', 'help me', 'المساعدة', 'أوامر', 'یارمەتی', 'help', 'commands', 'menu'],
    language: ['لغة', 'اللغة', 'تغيير اللغة', 'زمان', 'گۆڕینی زمان', 'language', 'change language'],
    show: [
      'ماذا سجلتم',
      'ما الذي سجلتموه',
      'ملخص',
      'شنو سجلتوا',
      'پوختە',
      'چیتان تۆمار کرد',
      'summary',
      'ماذا لديكم عني',
      'شنو عدكم عني',
      'چیتان لەبارەمەوە هەیە',
      'show me what you have',
      'what do you have',
      'my data',
      'show what you noted',
      'what did you note',
    ],
    verify: ['تحقق', 'هل انتم حقيقيون', 'منو انتم', 'من أنتم', 'پشتڕاستکردنەوە', 'ئێوە کێن', 'verify', 'who are you', 'is this real'],
    // prettier-ignore
    learn: [
      'نصائح', 'توعية', 'نصيحة', 'أسئلة', 'سؤال', 'ئامۆژگاری', 'هۆشیاری', 'پرسیار', 'tips', 'advice', 'learn', 'questions', 'awareness',
    ],
    code: ['رمز', 'الرمز', 'رمز العودة', 'رمزي', 'رمز الحالة', 'کۆد', 'کۆدی گەڕانەوە', 'کۆدەکەم', 'code', 'my code', 'return code', 'pin'],
    return: [
      'عودة',
      'عودة إلى الحالة',
      'العودة برمز',
      'عندي رمز',
      'لدي رمز',
      'گەڕانەوە بۆ کەیس',
      'گەڕانەوە بە کۆد',
      'کۆدم هەیە',
      'return',
      'i have a code',
      'return with code',
    ],
    consents: ['موافقات', 'الموافقات', 'موافقاتي', 'ڕەزامەندییەکان', 'ڕەزامەندییەکانم', 'consents', 'my consents'],
    correct: ['تصحيح', 'صحح', 'تعديل', 'ڕاستکردنەوە', 'correct', 'correction'],
    'check-agent': ['تحقق من الموظف', 'هل الموظف حقيقي', 'کارمەندەکە بپشکنە', 'check agent', 'check the agent'],
    // prettier-ignore
    mine: [
      'هذا رقمي', 'هذا رقمي اني', 'رقمي اني', 'هذا الي', 'هذا حسابي', 'هذا لي', 'ئەمە ژمارەی خۆمە', 'ئەمە ژمارەی منە', 'هی خۆمە', 'ئەمە هی منە', 'this is mine', 'that is mine', 'that is my number', 'this is my number', 'it is mine', 'mine',
    ],
    // prettier-ignore
    status: [
      'وين صرتوا', 'وينكم', 'شوكت تردون', 'شوكت الرد', 'شوكت يجاوبني احد', 'متى الرد', 'متى تردون', 'شنو صار', 'شنو يصير هسه', 'شنو صار على موضوعي', 'اكو احد', 'موجودين', 'ماكو احد', 'ليش ما تردون',
      'کەی وەڵام دەدەنەوە', 'لە کوێن', 'کەس هەیە', 'چی ڕوویدا', 'ئێستا چی دەبێت', 'کەی وەڵامم دەدەنەوە',
      'any news', 'is anyone there', 'is anybody there', 'anyone there', 'are you there', 'where are you', 'when will someone answer', 'when will you answer', 'what happens now', 'status', 'wenkum', 'akoo a7ad', 'ako ahad',
    ],
    'exit-note': ['هل يحذف الخروج', 'عن الخروج', 'دەربارەی دەرچوون', 'about exit', 'does exit delete'],
  },
  // prettier-ignore
  courtesies: [
    'السلام عليكم', 'السلام عليكم ورحمة الله', 'السلام عليكم ورحمة الله وبركاته', 'سلام عليكم', 'سلام', 'مرحبا', 'مرحباً بكم', 'هلو', 'هلا', 'هلاو', 'أهلا', 'اهلين', 'الو', 'صباح الخير', 'مساء الخير', 'شلونكم', 'هلو شلونكم', 'شكرا', 'شكرا جزيلا', 'شكرا لكم', 'مشكورين', 'تسلمون', 'الله يخليكم',
    'سڵاو', 'سلاو', 'سڵاوتان لێ بێت', 'بەیانی باش', 'ئێوارە باش', 'چۆنن', 'سوپاس', 'زۆر سوپاس', 'دەستخۆش',
    'hi', 'hello', 'hey', 'hello again', 'hi there', 'hello there', 'good morning', 'good evening', 'salam', 'salam alaikum', 'slaw', 'hala', 'halaw', 'thanks', 'thank you', 'thank you so much', 'thx', 'shukran', 'supas',
  ],
  languages: {
    ar: ['عربي', 'العربية', 'عربية', 'بالعربي', 'عەرەبی', 'arabic', 'arabi'],
    ckb: ['کوردی', 'كوردي', 'كردي', 'الكردية', 'بالكردي', 'سۆرانی', 'kurdish', 'kurdi', 'sorani'],
    en: ['إنجليزي', 'انكليزي', 'الإنجليزية', 'بالانكليزي', 'ئینگلیزی', 'english', 'inglizi'],
  },
}
