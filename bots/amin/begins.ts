import { inDanger } from './in-danger.ts'

/**
 * How people begin here, or call for help: a message that is one of these opens a case even in a chat that the
 * owner of a linked number had before (core/services/inbound/opens-case.ts). Shorter than what the bot understands (words.ts):
 * nothing that everybody writes to a friend, as "who is this", "go on", "hurry" or "what shall I do".
 */
// prettier-ignore
export const begins: readonly string[] = [
  ...inDanger,
  'start', '/start', 'ابدأ', 'نبدأ', 'دەستپێکردن', 'دەست پێ بکە',
  'مساعدة', 'المساعدة', 'یارمەتی', 'help', '/help',
  'التحدث مع شخص', 'أريد التحدث مع شخص', 'اريد احجي ويه شخص', 'قسەکردن لەگەڵ کەسێک', 'talk to a person',
  'i want to talk to a person',
  'عاجل', 'طوارئ', 'خطر', 'بەپەلە', 'مەترسی', 'urgent', 'emergency', 'danger',
  'أريد نصيحة فقط', 'اريد بس نصيحة', 'تەنها ئامۆژگاریم دەوێت', 'I only want advice', '/advice',
  'العودة برمز', 'عندي رمز', 'لدي رمز', 'گەڕانەوە بە کۆد', 'کۆدم هەیە', 'return with code', 'i have a code',
  'ساعدوني', 'ساعدني', 'ساعديني', 'ساعدونا', 'ممكن تساعدوني', 'ممكن مساعدة', 'احتاج مساعدة', 'محتاج مساعدة',
  'محتاجة مساعدة', 'اريد مساعدة', 'اريد مساعدتكم', 'محتاج مساعدتكم', 'محتاجة مساعدتكم', 'الحقوني',
  'الحگوني', 'الحكوني', 'انقذوني', 'خلصوني', 'دخيلكم', 'دخيلكم ساعدوني', 'الله يخليكم ساعدوني', 'لحكوا علي',
  'نجدوني', 'النجدة', 'خايفة', 'خايف', 'اني خايفة', 'اني خايف', 'انا خائفة', 'انا خائف',
  'یارمەتیم بدەن', 'یارمەتیم دەن', 'یارمەتیم بدە', 'هاوکاریم بکەن', 'هاوکاریم بکە', 'ڕزگارم کەن',
  'ڕزگارم بکەن', 'فریام بکەون', 'فریامکەون', 'فریام کەون', 'فریاکەون', 'هاوار', 'هاوارە', 'بەهانامەوە وەرن',
  'پێویستم بە یارمەتییە', 'پێویستم بە هاوکارییە', 'دەترسم', 'زۆر دەترسم',
  'help me', 'help help', 'can you help me', 'can someone help me', 'somebody help me', 'someone help me',
  'i need help', 'need help', 'need your help', 'save me', 'sos', 'i am scared', "i'm scared",
  'i am afraid', "i'm afraid",
  'sa3duni', 'sa3dooni', 'sa3idooni', 'sa3iduni', 'saaduni', 'il7aguni', 'il7gooni', 'al7agooni',
  'dakhilkum', 'hawar', 'yarmatim bdan', 'yarmatim bden', 'firyam kawn', 'firyam bkawn',
]

/**
 * What people say of such a matter and seldom of another, by the kinds of sayings.json. Who only writes that
 * somebody stands outside is no case by that; danger in it is heard by itself.
 */
// prettier-ignore
export const told: readonly string[] = [
  'story', 'afraid', 'hopeless', 'ashamed', 'my-fault', 'want-person', 'want-woman', 'minor-who',
  'should-meet', 'should-pay', 'already-paid', 'should-send-more', 'will-they-publish', 'he-published',
  'fake-image',
]
