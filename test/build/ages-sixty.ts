/**
 * Sixty sentences by somebody who had not seen the reader: which tell of a child, and which only
 * look like it. They are frozen: a word list may grow, what these mean does not. `YEAR-n` stands
 * for the year that lies n years before the clock's, so that no birth year grows old in here.
 */
export type Said = readonly [text: string, meant: 'child' | 'no child']

export const ENGLISH: readonly Said[] = [
  ['hey i need help, im 15 and a guy on snap has my pics', 'child'],
  ['I turn 17 in two weeks and he says he will post everything', 'child'],
  ["I'm fifteen and a half, please don't tell my mum", 'child'],
  ['he started texting me, i am 15.5 yrs', 'child'],
  ['I was born in YEAR-14 and he knows where my school is', 'child'],
  ['my daughter is in grade 8 and he has her photos', 'child'],
  ['my little boy is 8 and somebody in a game asked him for pictures of himself', 'child'],
  ['Im almost 16 and scared', 'child'],
  ['she is only 7, my daughter, and a man sent her videos', 'child'],
  ["I'll be 18 next month, can you still help", 'child'],
  ["I'm 33 and my son is 4, a man threatens me with my pictures", 'no child'],
  ["my son is 10, I don't want him to see what this man has of me", 'no child'],
  ['he wants 15 dollars from me every day', 'no child'],
  ['he said he would post it at 7 tonight', 'no child'],
  ['this has been going on for 7 months', 'no child'],
  ['I was born in YEAR-29 and I work in a bank', 'no child'],
  ['I got 16 in the math exam and then his message came', 'no child'],
  ['he has 12 photos and 3 videos of me', 'no child'],
  ['we met on the 14th, he calls from 0770 123 1617', 'no child'],
  ['I turn 23 in two weeks', 'no child'],
]

export const ARABIC: readonly Said[] = [
  ['اني عمري ١٥ ونص وواحد ديهددني', 'child'],
  ['عمري خمسطعش سنة وخايف من اهلي', 'child'],
  ['مواليد YEAR-16 وهو عنده صوري', 'child'],
  ['اني مواليد الـYEAR-15', 'child'],
  ['بنتي عمرها ٨ سنين وواحد بلعبة طلب صورها', 'child'],
  ['ابني بالصف الثالث متوسط وديبتزوه بصوره', 'child'],
  ['بعد شهر اصير 17 وهو ديكول ينشر', 'child'],
  ['اختي الصغيرة عمرها ١٣ ويهددوها بصورها', 'child'],
  ['عندي ستطعش سنه شسوي', 'child'],
  ['بعدني ما كملت الـ18', 'child'],
  ['يريد صور اختي', 'no child'],
  ['اني عمري ٣٤ وابني عمره ٥، ويهددني بصوري', 'no child'],
  ['يريد 15 ورقة لو ينشر', 'no child'],
  ['كال انشر الساعة 8', 'no child'],
  ['صارله 7 اشهر يهددني', 'no child'],
  ['مواليد YEAR-31 وموظفة', 'no child'],
  ['دزلي ١٢ رسالة اليوم', 'no child'],
  ['صديقتي ١٦ وتحجي وياي، هو يهددني اني وعمري ٢٥', 'no child'],
  ['حولتله ١٤ الف بزين كاش', 'no child'],
  ['جبت ١٧ من ٢٠ بالامتحان', 'no child'],
]

export const KURDISH_AND_LATIN: readonly Said[] = [
  ['تەمەنم پازدە و نیوە و کەسێک هەڕەشەم لێدەکات', 'child'],
  ['من لەدایکبووی YEAR-16م', 'child'],
  ['تەمەنم ١٦ ساڵە تکایە یارمەتیم بدەن', 'child'],
  ['کچەکەم تەمەنی حەوت ساڵە و پیاوێک داوای وێنەی لێدەکات', 'child'],
  ['کوڕەکەم لە پۆلی هەشتە و وێنەکانی لای ئەوە', 'child'],
  ['دوو هەفتەی تر دەبم بە ١٧', 'child'],
  ['هێشتا نەبوومەتە ١٨ ساڵ', 'child'],
  ['من چواردە ساڵم', 'child'],
  ['تەمەنم ٣٠ ساڵە و کوڕەکەم ٤ ساڵە، هەڕەشە لە من دەکات', 'no child'],
  ['داوای ١٥ دۆلارم لێدەکات', 'no child'],
  ['سەعات ٨ بڵاوی دەکاتەوە', 'no child'],
  ['٧ مانگە هەڕەشەم لێدەکات', 'no child'],
  ['لەدایکبووی YEAR-28م و مامۆستام', 'no child'],
  ['omri 15 w wa7ed yhaddidni b sowari', 'child'],
  ['3omri 16 w nos', 'child'],
  ['mawaleed YEAR-15 w 5ayfa', 'child'],
  ['temenim 14 sala, wenekanm lay awa', 'child'],
  ['lady YEAR-16, tkaya yarmatim bdan', 'child'],
  ['yreed 15 waraqa lo ynshr', 'no child'],
  ['seat 8 blawi dakatawa', 'no child'],
]
