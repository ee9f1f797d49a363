import { each } from './each.ts'

/**
 * What people ask of us in few words, with or without a mark: whole messages, so that what somebody
 * tells or fears stays told («راح يعرف ابوي», "he can find out where I live"). `marked`: a question
 * only where a mark stands, since without one the same words tell something ("he knows").
 */
export type Asked = { readonly said: readonly string[]; readonly marked?: readonly string[] }

// prettier-ignore
export const name: Asked = {
  said: [
    ...each(['شنو', 'شنو هو', 'ما', 'ما هو', 'شنهو'], ['اسمك', 'اسمكم', 'اسمج', 'اسم حضرتك', 'اسم حضرتج',
      'اسمكم انتم']),
    'شسمك', 'شسمكم', 'شسمج', 'اسمك شنو', 'اسمكم شنو', 'اسمج شنو', 'اسمك', 'اسمكم', 'منو انت', 'منو انتي',
    'من انت', 'من انتي', 'منو حضرتك', 'منو وياي', 'ويه منو احجي', 'ويا منو احجي', 'ويا منو دا احجي',
    'مع من اتكلم', 'مع من اتحدث', 'منو يحجي وياي',
    ...each(['ناوت', 'ناوتان', 'ناوی تۆ', 'ناوی ئێوە'], ['چییە', 'چیە', 'چیه', 'چی یە']), 'ناوت',
      'تۆ کێیت', 'تۆ کێی', 'ئێوە کێن', 'لەگەڵ کێ قسە دەکەم', 'لەگەڵ کێ دەدوێم', 'من لەگەڵ کێ قسە دەکەم',
    ...each(['ناڤێ تە', 'ناڤێ هەوە'], ['چیە', 'چییە', 'چ یە']), 'تو کی یی', 'تو کییی', 'هوین کینە',
      'هوین کی نە',
    ...each(["what's", 'what is', 'whats', 'tell me', 'may i know'], ['your name', 'your names',
      'the name of this']), 'your name', 'what are you called', 'who am i talking to',
      'who am i talking with', 'who am i speaking to', 'who am i speaking with', 'who do i talk to',
      'who is talking to me', 'who are you people', 'who are u',
    'shnu ismak', 'shno ismak', 'shnu ismach', 'shno ismich', 'shismak', 'shismich', 'shnu ismkum',
    'ismak shnu', 'mnu inta', 'meno enta', 'minu inta', 'naut chia', 'nawt chia', 'nawt chya',
    'nawtan chia', 'nawtan chya', 'nawtan chiya', 'to keit', 'to key', 'ewe ken', 'nave te chia',
    'nave te chi ye', 'nave we chi ye',
  ],
}

// prettier-ignore
export const sees: Asked = {
  said: [
    ...each(
      ['منو', 'من', 'منو راح', 'منو يكدر', 'منو اللي', 'من الذي'],
      ['يشوف', 'يقرا', 'يقرأ', 'يقره', 'يشوفه', 'يقراه', 'يرى'],
      ['هذا', 'هاي', 'هذا الحجي', 'الحجي', 'كلامي', 'رسائلي', 'المحادثة', 'هاي المحادثة', 'شاكتب',
        'اللي اكتبه', 'الي اكتبه', 'ما اكتب', ''],
    ).filter((one) => !['من يشوفه', 'من يرى'].includes(one)),
    ...each(['هذا', 'هاي المحادثة', 'الحجي هنا', 'المحادثة', 'كلامي'], ['سري', 'سرية', 'يبقى سري',
      'يبقى بيناتنا', 'خصوصي']),
    ...each(['کێ', 'کی'], ['ئەمە دەبینێت', 'ئەمە دەبینێ', 'دەیبینێت', 'ئەمە دەخوێنێتەوە', 'دەیخوێنێتەوە',
      'نامەکانم دەبینێت', 'نامەکانم دەخوێنێتەوە', 'ڤێ دبینیت', 'ڤێ دخوینیت', 'قسەکانم دەبینێت']),
    'ئەمە نهێنییە', 'ئەمە نهێنیە', 'ئەم چاتە نهێنییە',
    ...each(['who'], ['sees', 'can see', 'reads', 'can read', 'will see', 'will read', 'is reading',
      'gets', 'is seeing', 'has access to', 'else sees', 'else reads', 'all sees', 'knows'], ['this', 'it',
      'this chat', 'what i write', 'my messages', 'my message', 'these messages', 'these', 'that',
      'what i say', 'my words', 'all this']),
    ...each(['can', 'does', 'will'], ['anyone', 'anybody', 'somebody', 'someone', 'somebody else',
      'anyone else', 'other people'], ['see this', 'read this', 'see it', 'read it', 'see what i write',
      'read my messages', 'see my messages', 'see this chat']),
    'is this private', 'is this secret', 'is this confidential', 'is it private', 'is it confidential',
    'is this chat private', 'does this stay between us',
    ...each(['meno', 'mino', 'mnu', 'minu'], ['yshuf', 'yishuf', 'yqra', 'yiqra'], ['hatha', 'haza',
      'hada', 'el 7achi', 'kalami']),
    'ke ama dabinet', 'ke ama dabine', 'ki eme debine', 'ki eme debinet', 'ke dabine', 'ke daybinet',
    'ke ama daxwenetawa',
  ],
  marked: [...each(['احد', 'اكو احد'], ['يشوف', 'يقرا', 'يشوف هذا', 'يقرا هذا']), 'سري',
    'کەس ئەمە دەبینێت', 'کەس دەیبینێت', 'نهێنییە'],
}

/** Whether we are the police or the state: people fear either. */
// prettier-ignore
export const police: Asked = {
  said: [
    ...each(
      ['انتو', 'انتم', 'انت', 'إنتو', 'انتوا', 'هل هذا', 'هل انتم', 'هل انت', 'انتم من', 'انتو من',
        'انتو تابعين', 'انتو مع', 'تابعين'],
      ['شرطة', 'الشرطة', 'شرطه', 'من الشرطة', 'للشرطة', 'حكومة', 'الحكومة', 'من الحكومة', 'للحكومة',
        'امن', 'الامن', 'مخابرات', 'المخابرات', 'الدولة', 'للدولة', 'داخلية', 'الداخلية', 'للداخلية',
        'اسايش', 'الاسايش', 'ضابط', 'ضباط'],
    ).filter((one) => one !== 'هذا امن' && one !== 'هاي امن'),
    'شرطة انتو', 'شرطة انتم', 'الشرطة انتم', 'حكومة انتو',
    ...each(['ئێوە', 'تۆ', 'ئایا ئێوە', 'ئەمە', 'هوین', 'ئێوە لە', 'ئێوە سەر بە'], ['پۆلیسن', 'پۆلیس',
      'پۆلیسە', 'پۆلیسیت', 'حکومەتن', 'حکومەت', 'ئاسایشن', 'ئاسایش', 'پۆلیسی', 'حکومەتە', 'دەوڵەتن']),
    'پۆلیسن', 'ئاسایشن', 'حکومەتن',
    ...each(
      ['are you', 'are u', 'is this', 'r u', 'are you guys', 'are you from', 'are you with',
        'are you working with', 'do you work for', 'do you work with', 'is it'],
      ['police', 'the police', 'a police', 'cops', 'the cops', 'a cop', 'police officers', 'a policeman',
        'police or what', 'government', 'the government', 'the state', 'intelligence', 'asayish',
        'the asayish', 'security'],
    ),
    ...each(['into', 'intu', 'entu', 'ento', 'intum'], ['shurta', 'shorta', 'el shurta', '7ukuma',
      'hukuma', 'amn']),
    ...each(['ewa', 'ewe'], ['polisn', 'polis', 'polisin', 'hukmatn', 'asayshn', 'asayish']), 'polisn',
      'polisin',
  ],
  marked: [
    ...each(['هذا', 'هاي'], ['شرطة', 'الشرطة', 'من الشرطة', 'حكومة', 'من الحكومة', 'مخابرات', 'ضابط']),
    'شرطة', 'الشرطة', 'حكومة', 'پۆلیس', 'ئاسایش', 'police', 'the police', 'cops', 'shurta', 'shorta',
    'polis'],
}
