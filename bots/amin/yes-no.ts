/**
 * "Yes" and "no" wherever they are asked: Arabic of all kinds, Sorani and Badini, English, and
 * Arabic and Kurdish in Latin letters. Compared folded and as whole messages, so a short one ("la",
 * "na") means it only where it is all that was written.
 */
// prettier-ignore
export const YES: readonly string[] = [
  'نعم', 'اي', 'إي', 'ايه', 'اي نعم', 'اي والله', 'ايوه', 'ايوا', 'بلي', 'بلى', 'اكيد', 'أكيد', 'اها',
  'بەڵێ', 'بەلێ', 'بەڵی', 'ئا', 'ئەرێ', 'ئێ', 'بەلی', 'ئەری',
  'yes', 'yeah', 'yea', 'yep', 'yup', 'yes please', 'sure', 'of course',
  'na3am', 'naam', 'na3m', 'n3m', 'n3am', 'ee', 'eee', 'eeh', 'eh', 'ii', 'iy', 'ay', 'aywa', 'eywa', 'aiwa', 'akid', 'bali', 'bala',
  'bale', 'bele', 'balle', 'belê', 'balê', 'ere', 'erê',
]

// prettier-ignore
export const NO: readonly string[] = [
  'لا', 'كلا', 'لا والله', 'لأ', 'لع',
  'نەخێر', 'نەخیر', 'نا', 'نە',
  'no', 'nope', 'nah', 'no no',
  'la', 'laa', 'la2', 'la la', 'kala', 'kalla', 'la wallah',
  'na', 'naa', 'naxer', 'naxeir', 'naxêr', 'nakher', 'nexer', 'nexêr', 'nakhair',
]
