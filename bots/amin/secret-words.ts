import type { AccessRules } from '../../core/model/access-rules.ts'

/**
 * How people refuse a PIN or ask what it is: Arabic of all kinds, Sorani and Badini, English, and Arabic and
 * Kurdish in Latin letters.
 */
// prettier-ignore
export const secretWords: AccessRules['secretWords'] = {
  refusals: [
    'ما اريد', 'لا اريد', 'لا أريد', 'ما اريده', 'ما اريدها', 'لا اريده', 'ماريد', 'ما ابي', 'مابي', 'ما احتاج', 'لا احتاج', 'ما احتاجه', 'ما يحتاج', 'مو لازم', 'مو ضروري', 'ماكو داعي', 'ماله داعي', 'لا داعي', 'بدون', 'بلا', 'بعدين', 'مو هسه', 'ليس الآن', 'لاحقا', 'ما اكدر', 'لا استطيع', 'ما يهمني',
    'نامەوێت', 'نامەوێ', 'ناوێت', 'ناوێ', 'نامەوێ', 'پێویست ناکات', 'پێویستم نییە', 'پێویستم نیە', 'پێویستم پێی نییە', 'پێویست نییە', 'ئێستا نا', 'دواتر', 'بەبێ', 'ناتوانم',
    'ناڤێت', 'نەڤێت', 'من ناڤێت', 'من نەڤێت', 'ناخوازم', 'نەپێدڤیە', 'نە پێدڤییە', 'پێدڤی ناکەت', 'نوکە نە', 'پاشی',
    "don't want", 'do not want', 'dont want', "don't need", 'do not need', 'no need', 'not needed', 'not now', 'later', 'without', 'rather not', "i'd rather not", 'prefer not', 'no pin', 'i refuse', "can't", 'cannot', 'not interested', 'never mind', 'forget it', 'leave it',
    'ma areed', 'ma arid', 'ma ared', 'mareed', 'la areed', 'la ared', 'ma a7taj', 'ma ahtaj', 'ma yi7taj', 'mo lazim', 'mu lazim', 'ba3deen', 'badeen', 'mo hassa',
    'namawe', 'namawet', 'namewe', 'namewet', 'nawet', 'nawe', 'pewist naka', 'pewist nakat', 'pewistm niya', 'esta na', 'dwatr', 'navet', 'min navet', 'naxwazim', 'nexwazim', 'nakhwazim',
  ],
  beside: [
    'رقم', 'رقما', 'الرقم', 'رقمي', 'سري', 'السري', 'رمز', 'رمزا', 'الرمز', 'كلمة', 'الكلمة', 'كلمة سر', 'باسورد', 'ثاني', 'ثانية', 'كلمة خطر', 'كلمة للخطر', 'كلمة الخطر', 'للخطر', 'هذا', 'هذه', 'هاي', 'هسه', 'الان', 'اسوي', 'احط', 'اكتب', 'اختار', 'اني', 'انا', 'اي', 'هيج', 'شي', 'له', 'اله', 'الها', 'حاليا',
    'من', 'ژمارە', 'ژمارەم', 'ژمارەی', 'ژمارەیەک', 'ژمارەیەکم', 'ژمارەکەم', 'نهێنی', 'نهێنیم', 'نهێنیی', 'وشە', 'وشەم', 'وشەی', 'وشەیەک', 'وشەیەکم', 'وشەی مەترسی', 'پین', 'پینم', 'کۆد', 'کۆدم', 'دووەم', 'ئێستا', 'ئەوە', 'ئەمە', 'ئەوەم', 'ئەمەم', 'ژمارەک', 'پەیڤ', 'پەیڤەک', 'ڤێ', 'ئەڤە',
    'i', 'a', 'an', 'any', 'the', 'one', 'another', 'second', 'secret', 'pin', 'pins', 'code', 'codes', 'word', 'words', 'number', 'numbers', 'password', 'danger word', 'word for danger', 'decoy', 'this', 'that', 'it', 'to', 'set', 'write', 'make', 'choose', 'have', 'need', 'now', 'right now', 'really', 'for', 'me', 'do', 'thats ok', 'ok', 'okay', 'sorry',
    'raqm', 'raqam', 'raqem', 'ramz', 'siri', 'serri', 'kilma', 'hassa', 'ani', 'zhmara', 'jmara', 'zhmaram', 'jmaram', 'hejmar', 'zimare', 'wsha', 'wshe', 'min', 'kod',
  ],
  questions: [
    'شلون', 'كيف', 'شلون اسويه', 'شلون اسوي', 'ما اعرف شلون', 'لا اعرف شلون', 'ما اعرف كيف', 'چۆن', 'نازانم چۆن', 'چۆن دایبنێم', 'چەوا', 'نزانم چەوا', 'how', 'how do i do that', 'how do i do it', 'i dont know how', "i don't know how", 'i do not know how', 'shlon', 'ma a3ruf shlon', 'chon', 'nazanm chon',
    'شنو', 'شنو هذا', 'شنو هاي', 'شنو هو', 'شنو هي', 'شنو يعني', 'يعني شنو', 'شنو معناه', 'شنو معناها', 'شنو فايدته', 'شنو فايدتها', 'شنو فائدته', 'ليش', 'ليش لازم', 'لويش', 'ليش احتاجه', 'ليش احتاجها', 'لازم', 'ضروري', 'هل هو ضروري', 'ما هذا', 'ما هذه', 'ما هو', 'ما معنى هذا', 'ماذا يعني', 'لماذا', 'شنو اكتب', 'شكتب', 'ماذا اكتب',
    'چی', 'چییە', 'ئەمە چییە', 'ئەوە چییە', 'ئەمە یانی چی', 'یانی چی', 'واتە چی', 'مانای چییە', 'سوودی چییە', 'بۆچی', 'بۆ چی', 'بۆ چییە', 'بۆچییە', 'پێویستە', 'چی بنووسم', 'ئەڤە چیە', 'ئەڤ چیە', 'ئەڤە چییە', 'بۆچ', 'بۆ چ', 'چ بنڤیسم',
    'what', 'what is this', 'what is that', "what's this", "what's that", 'what is it', 'what for', 'what is it for', 'what is this for', 'what is that for', 'why', 'why that', 'why this', 'why do i need it', 'why do i need that', 'why do i need this', 'do i need it', 'do i need this', 'do i have to', 'must i', 'is it needed', 'is it necessary', 'what do i write', 'what should i write', 'what does that mean', 'what does it mean', 'meaning',
    'shnu', 'shno', 'shnu haza', 'shnu hatha', 'shinu hay', 'shnu ya3ni', 'ya3ni shnu', 'lesh', 'leish', 'lazim', 'chi', 'chia', 'chiya', 'ama chia', 'ama chiya', 'yani chi', 'bochi', 'bo chi', 'eve chiye',
  ],
  lost: [
    'ضاع', 'ضاعت', 'ضيعته', 'ضيعتها', 'ضاع مني', 'ضاعت مني', 'نسيت', 'نسيته', 'نسيتها', 'ناسي', 'ناسية', 'ناسيه', 'ما اتذكره', 'ما اتذكر', 'ما أتذكر', 'لا اتذكر', 'لا أتذكره', 'ما متذكر', 'ما متذكرة', 'راح مني', 'مو عندي', 'ما عندي', 'ما عندي رمز', 'ليس عندي', 'ليس لدي', 'ماكو عندي', 'فقدته', 'فقدت الرمز', 'نسيت الرمز', 'ضاع الرمز', 'ضيعت الرمز',
    'لەبیرم چوو', 'لە بیرم چوو', 'بیرم چوو', 'لەبیرم چووە', 'لەبیرم کرد', 'لەبیرم کردووە', 'لەبیرم نییە', 'لەبیرم نیە', 'بیرم نایەت', 'نایەتەوە بیرم', 'ونم کرد', 'ونم کردووە', 'ون بوو', 'ون بووە', 'نیمە', 'کۆدم نییە', 'کۆدم نیە', 'لام نییە', 'لام نیە', 'من ژ بیر کر', 'من ژبیرکر', 'ژ بیرا من چوو', 'ژبیرا من چوو', 'من بەرزە کر', 'بەرزە بوو', 'من نینە', 'ل نک من نینە',
    'lost', 'lost it', 'i lost it', 'i have lost it', "i've lost it", 'ive lost it', 'it is lost', "it's lost", 'its lost', 'it is gone', "it's gone", 'its gone', 'i forgot', 'forgot', 'forgot it', 'i forgot it', 'i have forgotten', 'i have forgotten it', "i've forgotten it", 'i forgot the code', 'i lost the code', 'i lost my code', 'i cannot remember', "i can't remember", 'cant remember', "i can't remember it", 'i dont remember', "i don't remember", 'i do not remember', 'dont remember', "don't remember it", "i don't remember it", 'i dont remember it', "i don't have it", 'i dont have it', 'i do not have it', "i don't have one", 'i dont have one', "i don't have a code", 'i dont have a code', 'i have no code', 'no code', "don't have it", 'dont have it', "i can't find it", 'i cant find it', 'cant find it', 'i cannot find it', 'i deleted it',
    'nsit', 'nseet', 'nsiteh', 'nsita', 'nsayta', 'dha3', 'tha3', 'daya3ta', 'dayya3ta', 'ma atdhakar', 'ma 3indi', 'labirm chu', 'labirm chw', 'la birm chu', 'birm chu', 'labirm chwa', 'wnm krd', 'wn bu', 'nima', 'min ji bir kir', 'ji bira min chu',
  ],
  names: [
    'رقم سري', 'الرقم السري', 'رقم', 'الرقم', 'كلمة سر', 'كلمة للخطر', 'كلمة الخطر', 'رمز', 'الرمز', 'باسورد',
    'ژمارەی نهێنی', 'ژمارە نهێنییەکە', 'نهێنی', 'پین', 'کۆد', 'کۆدەکە', 'وشەی مەترسی', 'ژمارەیا نهێنی',
    'pin', 'a pin', 'the pin', 'code', 'decoy', 'secret', 'danger word', 'word for danger', 'digits', 'forget it', 'if i forget',
    'raqm', 'raqam', 'ramz', 'kod',
  ],
}
