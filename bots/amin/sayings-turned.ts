import { PAID_TO_ME } from './paid-to-me.ts'
import type { Turned } from '../../core/model/saying.ts'
import { each } from './each.ts'
import { PICTURES_SENT } from './pictures-sent.ts'
import { NOT_PAID } from './yes-no.ts'

/**
 * Words by which what was heard is another kind of saying, or none (bots/amin/sayings.ts): "he wants me to
 * delete everything" is no wish to erase, and "make him stop" no wish to stop here. Compared folded.
 */

// prettier-ignore
export const OF_MONEY = [
  'فلوس', 'المال', 'مال', 'مبلغ', 'دينار', 'دولار', 'مليون', 'ادفع', 'دفع', 'راتب', 'يدين', 'مصاري',
  'پارە', 'پارەم', 'پارەیە', 'دینار', 'دۆلار', 'ملیۆن', 'پارێ', 'money', 'pay', 'paid', 'afford', 'broke',
  'cash', 'dollar', 'dinar', 'amount', 'flus', 'floos', 'fluus', 'adfa', 'para', 'param', 'paraya',
]

/** Of all, and of life: who says so wants nothing of ours erased. */
// prettier-ignore
export const WEARY = {
  words: [
    'tired', 'sick of', 'fed up', 'hate', 'exhausted', 'bored', 'my life', 'myself',
    'تعبت', 'تعبانه', 'تعبان', 'مليت', 'كرهت', 'زهكت', 'ضجت', 'انمسح', 'من الدنيا', 'نفسي', 'حياتي',
    'بێزارم', 'ماندووم', 'خۆم', 'لە ژیان', 'ta3abit', 't3abit', 'malleit', 'kraht', 'bezarm',
  ],
  endings: [],
}

/** Somebody else wants it erased: told, and no wish of who writes. */
// prettier-ignore
export const WANTED_BY_THEM = {
  words: [
    ...each(
      ['wants me to', 'want me to', 'told me to', 'tells me to', 'asked me to', 'asks me to', 'made me', 'makes me',
        'forced me to', 'forces me to', 'says i should', 'says i must', 'is making me'],
      ['delete', 'erase', 'remove', 'wipe', 'clear'],
    ),
    ...each(
      ['يريدني', 'تريدني', 'يريدوني', 'كالي', 'كلي', 'يكلي', 'يكول', 'قال لي', 'خلاني', 'يجبرني', 'جبرني', 'طلب مني',
        'يطلب مني', 'يريد مني'],
      ['امسح', 'احذف', 'امحي', 'انه امسح', 'ان امسح'],
    ),
    ...each(
      ['دەیەوێت', 'دەیانەوێت', 'پێی وتم', 'پێی گوتم', 'دەڵێت'],
      ['هەموو شتێک بسڕمەوە', 'هەمووی بسڕمەوە', 'بیسڕمەوە', 'هەموو شتێک بسڕەوە', 'هەمووی بسڕەوە', 'بیسڕەوە'],
    ),
  ],
  endings: [],
}

/** Asked of us beside it: then it is a wish all the same. */
// prettier-ignore
export const TO_US = {
  words: [
    'please', 'pls', 'plz', 'you to', 'can you', 'امسحوا', 'امسحو', 'امسحوها', 'احذفوا', 'احذفو', 'رجاء', 'ارجوكم',
    'بسڕنەوە', 'بیسڕنەوە', 'تکایە',
  ],
  endings: [],
}

/** His chat, shown or told of: "this is his chat with me". */
// prettier-ignore
export const THEIR_CHAT = {
  words: [
    'his chat with me', 'her chat with me', 'chat with him', 'chat with her', 'conversation with him',
    'conversation with her', 'محادثته وياي', 'محادثتي وياه', 'محادثتي وياها', 'محادثته معي', 'محادثتي معه',
  ],
  endings: [],
}
// prettier-ignore
export const ERASING = {
  words: [
    'delete', 'erase', 'remove', 'wipe', 'clear', 'امسح', 'امسحوا', 'امسحو', 'امسحي', 'امسحها', 'امسحوها', 'مسحوا',
    'احذف', 'احذفوا', 'احذفو', 'احذفوها', 'امحي', 'امحوا', 'شيل', 'شيلوا', 'شيلو', 'شيلوها', 'فرغوا', 'الغوا', 'ازيلوا',
    'بسڕەوە', 'بسڕنەوە', 'بیسڕنەوە', 'بسڕەرەوە', 'لاببە', 'لاببەن', 'imsah', 'imsa7', 'imsahu',
  ],
  endings: [],
}

/** A picture was sent, and no money. */
export const PICTURE_SENT = { words: PICTURES_SENT, endings: [] }

/** It is he who wants to be spoken with, and not us. */
export const THEY_WANT = [
  'يريدني',
  'تريدني',
  'يريدوني',
  'هو',
  'هي',
  'هم',
  'he',
  'she',
  'they',
  'hes',
  'shes',
  'دەیەوێت',
  'دەیانەوێت',
  'ئەو',
  'ئەوان',
  'yreedni',
  'yridni',
]
// prettier-ignore
export const WITH_THEM = {
  words: [
    'وياه', 'وياها', 'وياهم', 'معه', 'معاه', 'معها', 'معهم', 'لەگەڵی', 'لەگەڵیدا', 'لەگەڵیان', 'قسەی لەگەڵ', 'قسەیان لەگەڵ', 'قسەم لەگەڵ', 'لەگەڵ باوکم', 'لەگەڵ دایکم', 'لەگەڵ براکەم', 'لەگەڵ مێردەکەم', 'لەگەڵ خێزانم', 'ويه اهلي', 'ويا اهلي', 'ويه ابوي', 'ويا ابوي', 'مع اهلي', 'مع ابي',
    'to my father', 'to my family', 'to my parents', 'to my husband', 'to my brother', 'with my father', 'with my family', 'with him', 'with her',
    'with them', 'to him', 'to her', 'to them',
  ],
  endings: [],
}

/** Money that came to who writes: nobody asks whether to pay. */
export const PAID_BY_THEM = { words: PAID_TO_ME, endings: [] }

// prettier-ignore
export const HAVING_PAID = {
  words: [
    'paid', 'i paid', 'sent him money', 'دفعت', 'دفعتله', 'دفعتلها', 'دفعتلهم', 'حولت', 'حولتله', 'پارەم دا', 'پارەم نارد',
    'پارەم بۆ نارد', 'پارەم بۆی نارد', 'dfa3t', 'dfa3tlah', 'dafa3t', 'dafa3tlah',
  ],
  endings: [],
}

/** Nothing was paid: told as an answer, it is nothing that is said of paying. */
export const PAID_NOTHING = { words: NOT_PAID, endings: [] }
export const AFTER_PAYING = {
  words: ['بعد ما دفعت', 'بعد ما دفعتله', 'بعد ما حولت', 'بعد ما حولتله'],
  endings: [],
}

/** What the other side sent is no money of who writes: "he sent this", "he sent them to my friends". */
// prettier-ignore
const THEY_SENT = [
  'he', 'hes', 'she', 'shes', 'they', 'theyve', 'someone', 'somebody', 'هو', 'هي', 'هم', 'دز', 'دزلي',
  'دزها', 'دزهم', 'دزه', 'دزوا', 'دزولي', 'دزوها', 'ارسل', 'ارسلي', 'ارسلها', 'بعث', 'بعثلي', 'بعثها',
  'ئەو', 'ئەوان', 'ناردی', 'ناردیان', 'وێنەکەی', 'وێنەکانی', 'ڤیدیۆکەی', 'daz', 'dazli', 'dazha',
  'dazhum', 'huwa',
]
// prettier-ignore
const TO_OTHERS = [
  'friend', 'friends', 'everyone', 'everybody', 'people', 'group', 'classmates', 'colleagues', 'لصديقاتي',
  'لاصدقائي', 'للناس', 'للكل', 'بكروب', 'بالكروب', 'لربعي', 'لزملائي', 'هاوڕێکانم', 'هاوڕێم', 'خەڵک',
  'گروپ', 'هەمووان',
]
export const MONEY = { words: OF_MONEY, endings: [] }
export const SENT_BY_THEM: readonly Turned[] = [
  { as: 'he-published', by: THEY_SENT, where: { words: TO_OTHERS, endings: [] }, unless: MONEY },
  { by: THEY_SENT, unless: MONEY },
]

/**
 * What is to stop is he, or all of this, and not what is asked here: "make him stop", "not like this
 * any more".
 */
export const NOT_THIS_TALK = {
  // prettier-ignore
  words: [
    'make him stop', 'make her stop', 'make them stop', 'make it stop', 'make this stop',
    'make that stop', 'him to stop', 'her to stop', 'them to stop', 'this to stop', 'it to stop',
    'that to stop', 'stop living', 'stop my life', 'stop existing', 'all this to end', 'live like this',
    'go on like this', 'continue like this', 'continue with this', 'tired of life', 'tired of living',
    'with my life', 'cant do this life', 'this life anymore', 'this world', 'of this life', 'of life',
    'اريده يوقف', 'اريده يوكف', 'اريدهم يوقفون', 'خليه يوقف', 'خلوه يوقف', 'خليه يعوفني', 'يعوفني',
    'يعوفوني', 'يتركني', 'يتركوني', 'هاي الحياة', 'بهالحياة', 'من الحياة', 'من حياتي', 'من الدنيا',
    'العيشة', 'اكمل حياتي', 'اكمل الحياة', 'اكمل هيج', 'كافي حياة',
    'بوەستێت', 'بوەستێ', 'بوەستێنن', 'بوەستێنە', 'بیوەستێنن', 'ئەم ژیانە', 'لەم ژیانە', 'لە ژیان',
    'لە ژیانم', 'ژیانێ', 'ژینێ', 'بەم شێوەیە بژیم', 'yogaf', 'yuqaf', 'y3ofni', 'yitrukni', 'min hayati',
    'min 7ayati', 'lam jyana',
  ],
  endings: [],
}

/** How one lives, and what he is to do: told, and no wish to end this talk. */
export const TOLD_OF_ONESELF = {
  // prettier-ignore
  words: [
    'live alone', 'living alone', 'him to leave me', 'her to leave me', 'them to leave me',
    'tell him to leave', 'make him leave', 'he leaves me alone', 'talk to him', 'talk to her',
    'talk to them', 'know what to do', 'wont leave me', 'not leave me', 'doesnt leave me', 'never leaves me', 'not leaving me',
    'go out anymore', 'go outside anymore', 'sleep anymore', 'eat anymore', 'trust anyone', 'trust anybody', 'my family to', 'for work', 'اعيش وحدي',
    'عايشه وحدي', 'عايش وحدي', 'وازم لێ بهێنێت', 'وازم لێ ناهێنێت', 'واز لێ بهێنێت', 'ماندووم',
    'ماندوو بووم', 'بە تەنیا دەژیم', 'a3eesh wa7di',
  ],
  endings: [],
}

/** Who is to get them is the other side, or it is about more of them. */
// prettier-ignore
export const TO_THEM = {
  words: [
    'him', 'her', 'he', 'she', 'more', 'another', 'اله', 'الها', 'الهم', 'بعد', 'اكثر', 'زيادة', 'ثانية',
    'بۆی', 'پێی', 'بۆیان', 'پێیان', 'زیاتر', 'دیکە', 'bzyad', 'akthar', 'b3ad', 'ba3ad', 'boy', 'zyatr',
  ],
  endings: ['له', 'لها', 'لهم', 'لاه'],
}

/** "When does somebody come?" asks how long it takes, and nobody is coming into the room. */
export const WHEN = ['when', 'کەی', 'کەنگی', 'کەنگێ', 'شوكت', 'شوقت', 'متى', 'shwakt', 'shwaqt', 'kengi']

/** Somebody else wants a code: the one by which an account is taken, and none of ours. */
// prettier-ignore
export const ASKED_BY_THEM = {
  words: [
    'he', 'she', 'they', 'hes', "he's", 'somebody', 'someone', 'asks', 'asked', 'asking', 'wants',
    'login', 'verification', 'يريد', 'تريد', 'يريدون', 'يطلب', 'تطلب', 'طلب', 'طلبت', 'طالب', 'يكول',
    'يگول', 'دزله', 'ادزله', 'انطيه', 'انطيته', 'دزيتله', 'التحقق', 'تحقق', 'داوای', 'داوا', 'داوام',
    'دەیەوێت', 'ئەیەوێت', 'دخوازیت', 'داخوازا', 'واتسئاپ', 'بنێرم', 'yreed', 'yrid', 'yatlub', 'yitlub',
    'daway', 'dawa', 'deyewet',
  ],
  endings: [],
}

/**
 * Somebody uses our name: who we are, and what we never ask for, is said. A name beside it alone is not
 * enough: "are you from Amin?" is asked of us.
 */
// prettier-ignore
export const OUR_NAME = {
  words: [
    'from amin', 'amin team', 'amins team', 'from your team', 'of your team', 'from your group', 'he is amin',
    'hes amin', 'is from amin', 'amin support', 'your employee', 'your agent', 'in your name',
    'من امين', 'فريق امين', 'من فريقكم', 'من عدكم', 'من جماعتكم', 'من يمكم', 'موظف عدكم', 'موظفكم', 'باسمكم',
    'تابع الكم', 'من منصتكم', 'لە ئەمینەوە', 'لە ئەمینەوەم', 'لە ئەمین', 'تیمی ئەمین', 'لە تیمەکەتان',
    'لە تیمەکەتانەوە', 'لە ئێوەوە', 'بە ناوی ئێوە', 'کارمەندی ئێوە', 'min amin', 'men amin', 'min fareeqkum',
  ],
  endings: [],
}
// prettier-ignore
export const WRITES_OR_WANTS = {
  words: [
    'asked', 'asks', 'asking', 'wants', 'wanted', 'texted', 'texts', 'wrote', 'writes', 'messaged', 'contacted',
    'says', 'said', 'claims', 'يريد', 'تريد', 'يريدون', 'طلب', 'طلبت', 'يطلب', 'طالب', 'دزلي', 'دزتلي', 'دزولي',
    'راسلني', 'راسلوني', 'كتبلي', 'كتبتلي', 'خابرني', 'يكول', 'كال', 'كلي', 'كالي', 'يكلي', 'دەوێت', 'داوای',
    'داوا', 'داوام', 'نامەی', 'نووسی', 'نووسیوە', 'دەڵێت', 'ئەڵێ', 'گوتی', 'وتی', 'yreed', 'yrid', 'dazli', 'ygul',
  ],
  endings: [],
}

export const HOW = ['how', 'شلون', 'كيف', 'چۆن', 'چەوا', 'چاوا', 'shlon', 'chon', 'cawa', 'kaif']
