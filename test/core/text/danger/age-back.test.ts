import { expect, test } from 'vitest'
import { takesAgeBack } from '../../../../core/text/danger/age-back.ts'

test.each([
  'actually I lied my age',
  'I lied about my age',
  'i wasn’t honest about my age',
  'sorry, the age I gave is wrong',
  'my age is not true',
  "that's not my real age",
  "I'm younger than I said",
  'I said I am 18 but I lied',
  "I didn't tell you the truth about my age",
  'بصراحة جذبت عليكم بالعمر',
  'العمر اللي كلته مو صحيح',
  'كذبت بعمري',
  'كتبت العمر غلط',
  'عمري الحقيقي أقل',
  'ما كلت الصدك عن عمري',
  'اني اصغر من الي كلته',
  'ڕاستت پێ بڵێم درۆم لە تەمەنم کرد',
  'تەمەنم ڕاست نییە',
  'ئەو تەمەنەی کە وتم هەڵەیە',
  'بچووکترم لەوەی وتم',
  'من درەو د ژیێ خۆ دا کر',
  'ژیێ من خەلەت بوو',
  'kithabit 3alaykum b3umri',
  'drom krd la tamanm',
])('An age is taken back by words that give no other: %s', (text) => {
  expect(takesAgeBack(text)).toBe(true)
})

test.each([
  'I did not lie about my age',
  'I never lied about my age',
  'he lied about his age',
  'he says I lied about my age',
  'my age is 25',
  'my age is right',
  'I lied to my family',
  'he wants my real name and age',
  'I am 25 and what he says is not true',
  'the age of consent is 18',
  'ما جذبت عليكم بالعمر',
  'هو جذب بعمره',
  'جذب علي وخلاني ادز صور',
  'عمري ٢٥ ومو متزوجة',
  'عمري ٢٢ وهو مو صادق',
  'عمري ما سويت شي غلط',
  'ما عمري سويت غلط',
  'يا عمري مو صحيح',
  'ژیانم هەڵەیە',
  'ژیان هەڵەیە و من ماندووم',
  'درۆم لە تەمەنم نەکرد',
  'ئەو درۆی لە تەمەنی خۆی کرد',
  'تەمەنم ٢٥ ساڵە و ئەو درۆ دەکات',
])('Words of another lie take nothing back: %s', (text) => {
  expect(takesAgeBack(text)).toBe(false)
})
