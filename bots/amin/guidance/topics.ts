import type { Guidance, GuideTopic } from '../../../core/model/guidance.ts'

const topic = (id: string, group: string, ...hints: readonly string[]): GuideTopic => ({ id, group, hints })

/** What people write who want something down, and who want an account back or closed to others. */
// prettier-ignore
export const jobs: Guidance['jobs'] = {
  report: [
    'ابلغ', 'بلغ', 'تبليغ', 'ابلاغ', 'بلاغ', 'احذف', 'حذف', 'يحذفون', 'انحذف', 'حساب مزيف', 'حساب وهمي',
    'نشر', 'ناشر', 'نشروا', 'ابلك', 'احظر', 'حظر',
    'ڕاپۆرت', 'سڕینەوە', 'بسڕنەوە', 'لابردن', 'هەژماری ساختە', 'بڵاوی کردووە', 'بلۆک',
    'report', 'remove', 'delete', 'take down', 'taken down', 'fake account', 'impersonation', 'posted',
    'published', 'block',
  ],
  account: [
    'تهكر', 'انهكر', 'مهكر', 'هكروا', 'هكر', 'مخترق', 'اخترق', 'اختراق', 'انسرق', 'سرق', 'سرقوا', 'استرجع',
    'ارجع حسابي', 'استعادة', 'احمي', 'حماية', 'نسيت', 'باسورد', 'كلمة المرور',
    'هاک', 'هاککرا', 'هاککراوە', 'دزرا', 'دزراوە', 'گەڕاندنەوە', 'بگەڕێنمەوە', 'بپارێزم', 'پاراستن',
    'وشەی نهێنی',
    'hacked', 'hack', 'stolen', 'stole', 'recover', 'get back', 'get it back', 'restore', 'secure', 'protect',
    'safe', 'password', 'log in', 'login', 'locked out',
  ],
}

// prettier-ignore
export const asking: Guidance['asking'] = [
  'شلون', 'كيف', 'هل', 'شنو اسوي', 'شسوي', 'شنسوي', 'ماذا افعل', 'ماذا نفعل', 'وين ابلغ', 'اكدر', 'اگدر', 'نكدر', 'ممكن', 'لازم', 'اريد اعرف', 'شنو حكم', 'شنو عقوبة', 'شكد', 'ليش',
  'چۆن', 'چی بکەم', 'چی بکەین', 'ئایا', 'دەتوانم', 'ئەتوانم', 'بۆچی', 'پێویستە', 'چەوا', 'چاوا', 'دشێم', 'چ بکەم', 'چ بکەین',
  'how do', 'how can', 'how to', 'how should', 'what do i do', 'what can i do', 'what should', 'what to do', 'what does', 'what is', 'can i', 'can you', 'can we', 'should i', 'should we', 'is it', 'is there', 'where do', 'where can', 'do i have to', 'do they', 'which', 'why',
  'shlon', 'shlown', 'shloon', 'kif', 'keef', 'shasawi', 'shsawi', 'sh asawi', 'agdar', 'akdar', 'mumkin', 'lazim', 'hal', 'chon', 'chi bkam', 'atwanm', 'datwanm',
]
export const askingBeside: NonNullable<Guidance['askingBeside']> = {
  words: ['دەکرێت', 'دەکرێ'],
  never: ['لێ دەکرێت', 'لێ دەکرێ', 'لێدەکرێت', 'لێدەکرێ', 'پێ دەکرێت', 'پێ دەکرێ', 'پێدەکرێت'],
}

/** In the order in which they are shown. */
export const groups = ['first', 'apps', 'accounts', 'money', 'pictures', 'people', 'law'] as const
/** Who says that pictures of them are out, or what family and school do, tells what happened and is listened to. */
export const sought: Guidance['sought'] = ['apps', 'accounts', 'money']

/**
 * The subjects, and what people write for them. The first three hints are the names that stand on
 * their buttons (texts/menu).
 */
// prettier-ignore
export const topics: readonly GuideTopic[] = [
  topic('sextortion', 'first', 'ما هذا الذي يحدث؟', 'ئەمە چییە ڕوودەدات؟', 'What this is', 'ابتزاز',
    'sextortion', 'blackmail', 'بلاکمەیل'),
  topic('evidence', 'first', 'ما نحفظه قبل الحظر', 'هەڵگرتن پێش بلۆک', 'Keep before blocking', 'سكرين',
    'دليل', 'بەڵگە', 'screenshot', 'screenshots', 'evidence', 'proof'),

  topic('instagram', 'apps', 'إنستغرام', 'ئینستاگرام', 'Instagram', 'انستا', 'انستقرام', 'انستكرام',
    'انستگرام', 'الانستا', 'ئینستا', 'insta', 'ig'),
  topic('facebook', 'apps', 'فيسبوك وماسنجر', 'فەیسبووک و مەسنجەر', 'Facebook, Messenger', 'فيسبوك',
    'فيس بوك', 'الفيس', 'فيس', 'ماسنجر', 'مسنجر', 'فەیسبووک', 'فەیسبوک', 'مەسنجەر', 'facebook', 'messenger',
    'fb'),
  topic('whatsapp', 'apps', 'واتساب', 'واتساپ', 'WhatsApp', 'واتس اب', 'الواتس', 'واتس', 'وتساب', 'واتسئاپ',
    'whats app'),
  topic('telegram', 'apps', 'تلغرام', 'تێلێگرام', 'Telegram', 'تلكرام', 'تلگرام', 'تليجرام', 'تيليكرام',
    'تليكرام', 'التلي', 'تێلیگرام', 'telegram channel'),
  topic('snapchat', 'apps', 'سناب شات', 'سناپچات', 'Snapchat', 'سناب', 'سنابجات', 'سنابچات', 'السناب', 'سناپ',
    'snap'),
  topic('tiktok', 'apps', 'تيك توك', 'تیکتۆک', 'TikTok', 'تيكتوك', 'تك توك', 'التيك', 'تیک تۆک', 'tik tok'),
  topic('x', 'apps', 'إكس (تويتر)', 'ئێکس (تویتەر)', 'X (Twitter)', 'تويتر', 'تویتەر', 'twitter'),
  topic('google', 'apps', 'يوتيوب وغوغل', 'یوتیوب و گووگڵ', 'YouTube and Google', 'يوتيوب', 'غوغل', 'كوكل',
    'گوگل', 'جوجل', 'جيميل', 'جي ميل', 'یوتیوب', 'گووگڵ', 'گوگڵ', 'جیمەیڵ', 'youtube', 'google', 'gmail'),
  topic('discord', 'apps', 'ديسكورد', 'دیسکۆرد', 'Discord', 'دسكورد'),
  topic('games', 'apps', 'ببجي والألعاب', 'پەبجی و یارییەکان', 'PUBG and other games', 'ببجي', 'بوبجي',
    'بوبجى', 'لعبة', 'لعبه', 'شدات', 'پەبجی', 'پوبجی', 'یاری', 'pubg', 'roblox', 'free fire', 'game'),
  topic('viber', 'apps', 'فايبر', 'ڤایبەر', 'Viber', 'ڤايبر', 'فایبەر'),

  topic('apple', 'accounts', 'آي كلاود (أبل)', 'ئای‌کڵاود (ئەپڵ)', 'iCloud (Apple)', 'اي كلاود', 'ايكلاود',
    'ايفون', 'آيفون', 'ابل ايدي', 'ئایکڵاود', 'ئایفۆن', 'icloud', 'apple id', 'iphone'),
  topic('phone', 'accounts', 'الهاتف والشريحة', 'مۆبایل و سیمکارت', 'Phone and SIM', 'شريحة', 'شريحتي',
    'سيم كارت', 'سیمکارت', 'سیم کارت', 'sim card', 'sim', 'my phone is hacked', 'موبايلي مهكر', 'تلفوني مهكر',
    'موبايلي مخترق', 'مۆبایلەکەم هاک'),

  topic('zaincash', 'money', 'زين كاش', 'زەین کاش', 'ZainCash', 'زينكاش', 'زەینکاش', 'zain cash'),
  topic('fastpay', 'money', 'فاست باي', 'فاستپەی', 'FastPay', 'فاستباي', 'فاست پەی', 'fast pay'),
  topic('asiahawala', 'money', 'آسيا حوالة', 'ئاسیا حەواڵە', 'AsiaHawala', 'اسيا حواله', 'asia hawala'),
  topic('cards', 'money', 'كي كارد وبطاقات البنوك', 'کارتی کی و بانک', 'Qi and bank cards', 'كي كارد',
    'كيكارد', 'ماستر كارد', 'ماستركارد', 'فيزا كارد', 'بطاقة البنك', 'کی کارد', 'ماستەرکارد', 'کارتی بانک',
    'qi card', 'mastercard', 'visa card', 'bank card', 'credit card'),
  topic('exchange', 'money', 'مكاتب الصرافة', 'نووسینگەی ئاڵوگۆڕ', 'Exchange offices', 'صرافة', 'صيرفة',
    'مكتب صيرفة', 'مكتب حوالات', 'ويسترن يونيون', 'نووسینگەی حەواڵە', 'سەرافی', 'exchange office',
    'western union', 'moneygram'),
  topic('crypto', 'money', 'العملات الرقمية', 'دراوی دیجیتاڵی', 'Crypto', 'عملات رقمية', 'بيتكوين', 'بايننس',
    'بينانس', 'بیتکۆین', 'کریپتۆ', 'bitcoin', 'usdt', 'binance', 'trc20'),

  topic('ai-images', 'pictures', 'صور بالذكاء الاصطناعي', 'وێنەی زیرەکی دەستکرد', 'Pictures made by AI',
    'ذكاء اصطناعي', 'صورة مفبركة', 'صور مفبركة', 'ديب فيك', 'زیرەکی دەستکرد', 'وێنەی ساختە', 'deepfake',
    'ai picture', 'fake picture', 'fake photo'),
  topic('stopncii', 'pictures', 'منع الصور: 18 فأكثر', 'ڕێگرتن لە وێنە: 18+', 'Stop pictures: 18+',
    'stopncii', 'منع نشر الصور', 'حذف صوري', 'وێنەکانم بسڕنەوە', 'remove my pictures', 'remove my photos'),
  topic('takeitdown', 'pictures', 'منع الصور: دون 18', 'ڕێگرتن لە وێنە: ژێر 18', 'Stop pictures: under 18',
    'take it down', 'takeitdown'),

  topic('family', 'people', 'الكلام مع الأهل', 'قسەکردن لەگەڵ خێزان', 'Talking to family', 'اخبر اهلي',
    'اكول لاهلي', 'احجي لاهلي', 'بە خێزانم بڵێم', 'بە ماڵەوە بڵێم', 'tell my family', 'tell my parents',
    'tell my mother', 'tell my father'),
  topic('school', 'people', 'الكلام مع المدرسة', 'قسەکردن لە قوتابخانە', 'Talking to school', 'المدرسة',
    'الجامعة', 'المعلمة', 'قوتابخانە', 'زانکۆ', 'مامۆستا', 'school', 'teacher', 'university'),
  topic('friend', 'people', 'مساعدة صديق أو صديقة', 'یارمەتیدانی هاوڕێ', 'Helping a friend', 'اساعد صديقتي',
    'اساعد صديقي', 'صديقتي تتعرض', 'هاوڕێکەم', 'help my friend', 'my friend is'),
  topic('parents', 'people', 'للآباء والأمهات', 'بۆ دایک و باوک', 'For parents', 'ابني', 'بنتي', 'كوڕەکەم',
    'کوڕەکەم', 'کچەکەم', 'my son', 'my daughter', 'my child'),

  topic('law-iraq', 'law', 'القانون العراقي', 'یاسای عێراق', 'Law of Iraq', 'القانون', 'عقوبة', 'شكوى',
    'محامي', 'یاسا', 'پارێزەر', 'law', 'lawyer', 'complaint', 'punishment'),
  topic('law-kurdistan', 'law', 'إقليم كردستان', 'هەرێمی کوردستان', 'Kurdistan Region', 'قانون الاقليم',
    'یاسای هەرێم', 'kurdistan law'),
]

/** What who is threatened says of it. */
// prettier-ignore
export const threats: Guidance['threats'] = [
  'threat', 'threats', 'threaten', 'threatens', 'threatened', 'threatening', 'blackmail', 'blackmails',
  'blackmailed', 'blackmailing', 'blackmailer', 'extort', 'extorts', 'extorting', 'expose me',
  'or he posts', 'يهددني', 'تهددني', 'يهددوني', 'يهددونني', 'هددني', 'هددوني', 'مهددني', 'يهدد', 'تهديد',
  'تهديدات', 'بتهديد', 'يبتزني', 'يبتزوني', 'ابتزني', 'مبتزني', 'ابتزاز', 'مبتز', 'يفضحني', 'يفضحوني',
  'افضحك', 'افضحج', 'هەڕەشە', 'هەڕەشەم', 'هەڕەشەی', 'هەڕەشەکردن', 'باج', 'شەرمەزارم', 'ئابڕووم',
  'yhadedni', 'yhaddidni', 'yihaddidni', 'ybtzni', 'yibtazni', 'yifda7ni', 'hereshe', 'haresham',
  'hereshem',
]
