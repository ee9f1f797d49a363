import { each } from './each.ts'

/** For whom help is wanted by telephone, in whole messages (asked-of-us.ts says why whole). */
// prettier-ignore
const NUMBERS_AR = [
  'رقم الشرطة', 'رقم الشرطه', 'رقم البوليس', 'رقم الاسعاف', 'رقم الطوارئ', 'رقم الطوارى', 'رقم النجدة',
  'رقم النجده', 'نمرة الشرطة', 'نمرة الاسعاف',
]

/** Which number brings the police or an ambulance: nobody who asks that may be told that calls are not possible. */
// prettier-ignore
export const emergencyNumber: { readonly said: readonly string[] } = {
  said: [
    ...each(['', 'شنو', 'شنو هو', 'شكد', 'شكد هو', 'كم', 'كم هو', 'ما', 'ما هو', 'انطوني', 'اعطوني',
      'اريد', 'احتاج', 'عدكم', 'عندكم', 'تعرفون', 'بلا زحمة'], NUMBERS_AR),
    ...each(NUMBERS_AR, ['شكد', 'كم', 'شنو', 'شنو هو', 'كم هو', 'ما هو', 'رجاء', 'بسرعة', 'بسرعه']),
    ...each(['شلون', 'كيف', 'اشلون', 'وين', 'شون'], ['اتصل', 'اخابر', 'اصيح', 'اطلب', 'ادك', 'ادق',
      'احجي ويه'], ['بالشرطة', 'الشرطة', 'بالاسعاف', 'الاسعاف', 'بالطوارئ', 'الطوارئ', 'بالنجدة', 'النجدة',
      'على الشرطة', 'على الاسعاف', 'للاسعاف', 'للشرطة']),
    ...each(['بمن', 'بمنو', 'على منو', 'منو', 'يا رقم', 'اي رقم', 'شنو الرقم الي', 'على يا رقم'], ['اتصل',
      'اخابر', 'ادك', 'ادق', 'اتصل بيه', 'اتصل عليه']),
    ...each(['', 'تکایە'], ['ژمارەی پۆلیس', 'ژمارەی ئەمبولانس', 'ژمارەی فریاکەوتن', 'ژمارەی ئاسایش',
      'ژمارا پۆلیسان', 'ژمارا پۆلیسی', 'ژمارا ئەمبولانسێ'], ['', 'چەندە', 'چییە', 'چەند', 'چیە',
      'چەندە تکایە', 'چەنە']),
    ...each(['چۆن'], ['پەیوەندی بە', 'زەنگ بۆ', 'تەلەفۆن بۆ'], ['پۆلیس', 'پۆلیسەوە', 'ئەمبولانس',
      'ئەمبولانسەوە', 'فریاکەوتن'], ['بکەم', 'بدەم', 'لێ بدەم']),
    ...each(['زەنگ بۆ', 'تەلەفۆن بۆ', 'پەیوەندی بە'], ['کێ', 'کێوە', 'کام ژمارە'], ['بدەم', 'بکەم',
      'لێ بدەم']), 'چ ژمارەیەک لێ بدەم', 'زەنگ لە کێ بدەم',
    ...each(
      ['', 'what is', 'whats', "what's", 'give me', 'tell me', 'i need', 'do you have', 'do you know',
        'please give me'],
      ['the', 'a', ''],
      ['police number', 'ambulance number', 'emergency number', 'number of the police',
        'number of the ambulance', 'number of an ambulance', 'number for the police',
        'number for an ambulance', 'number for the ambulance', 'phone number of the police',
        'number to call'],
    ),
    ...each(['what number', 'which number', 'who', 'whom'], ['do i call', 'should i call', 'can i call',
      'do i ring', 'should i ring', 'to call', 'do i dial', 'should i dial']),
    ...each(['how do i', 'how can i', 'how to', 'how should i'], ['call', 'get', 'ring', 'reach'],
      ['an ambulance', 'the ambulance', 'ambulance', 'the police', 'police']),
    ...each(['', 'shnu', 'shnw', 'shgad'], ['raqm el shurta', 'raqam el shurta', 'rqm el shurta',
      'raqm alshurta', 'raqm el is3af', 'raqam el is3af', 'raqm el isaaf'], ['', 'shgad', 'shnu', 'kam']),
    ...each(['shlon', 'shloun'], ['attasil', 'atasil', 'akhabir', 'asi7'], ['bilshurta', 'el shurta',
      'bil is3af', 'el is3af']),
    ...each(['zhmaray', 'zhmarai', 'jmaray'], ['polis', 'ambulans'], ['', 'chanda', 'chande', 'chiya']),
  ],
}
