import { describe, expect, test } from 'vitest'
import { anotherIn, kinIn } from '../../../../core/text/danger/kin.ts'

describe('words that tell of what is done to somebody of the writer’s', () => {
  test.each([
    'اني ابو علي وعمري ٤٨، ابني واحد ياخذ منه فلوس على تصوير',
    'I am 47. My boy is being squeezed for money over a video',
    'عمري ٣٥ وخويه الزغير واحد ماسك عليه فيديو',
    'اني ام احمد عمري ٥٢ وبنتي الجبيره واحد ياخذ منها فلوس كل شهر',
    'someone is threatening my daughter',
    'واحد ديهدد ابني بفيديو مال ابني',
    'he has pictures of my little sister and wants money',
    'my son was filmed by a man',
    'my boy got blackmailed',
    'a cousin of mine is being extorted',
    'بنت خالتي واحد يهددها',
    'دەستگیرانەکەم هەڕەشەی لێ دەکرێت',
    'کوڕەکەم کەسێک ڤیدیۆیەکی گرتووە',
    'براکەم یەکێک پارەی لێ دەسەنێت',
    'هەڕەشە لە کچەکەم دەکەن',
    'کوڕێ من گەفا لێ دهێتە کرن',
    'ibni wahid yhaddida',
    'ukhti akku wahid 3inda suwarha',
  ])('name that person: %s', (text) => {
    expect(kinIn(text).told).toBe('target')
  })

  test.each([
    'my daughter sent pictures to a man',
    'my son told me that a man has a video of him',
    'it is about my son',
    'ابني خايف وما يحجي',
    'کچەکەم دەگری و هیچ ناڵێت',
  ])('or somebody of theirs who may be a child, and nothing of the writer’s own: %s', (text) => {
    expect(kinIn(text).told).toBe('named')
  })

  test.each([
    'my brother filmed me',
    'my brother has my photos',
    'he will send my pictures to my brother',
    'he threatens to tell my sister',
    'he threatens me. I am afraid of my brother',
    'my brother will kill me if he sees it',
    'my friend has my photos and blackmails me',
    'my brother is threatening me',
    'my boyfriend has my photos',
    'my ex sent my sister my nudes',
    'he is threatening me and threatening her',
    'I am 47 and it is about me',
    'a boy threatens me',
    'اخويه سجلني',
    'خايفه من اخوي',
    'يدز صوري لاخوي',
    'اذا عرف اخوي يذبحني',
    'ابن عمي عنده صوري ويهددني',
    'اني بنت وواحد يهددني',
    'برام ڤیدیۆی منی گرت',
    'لە براکەم دەترسم',
    'وێنەکانم بۆ براکەم دەنێرێت',
    'یارمەتی! کچم، تەمەنم ٢٠ ساڵە',
  ])('are none where kin does it, or only hears of it, and it is the writer’s own: %s', (text) => {
    expect(kinIn(text).told).toBeUndefined()
  })
})

test.each([
  'يريد صور امي',
  'ديهدد مرتي هم',
  'يهدد صديقتي هم وعمرها ٢٤',
  'هاي صورة بنتي عمرها ٢١',
  'وێنەی دایکم دەوێت',
  'he threatens my wife too',
  'he threatens my cousin too, she is 26',
  'my friend is blackmailed too',
  'يهدد صديقتي هم',
  'هاوڕێکەم هەڕەشەی لێ دەکرێت',
])('What is done to an adult brings up nobody who may be a child: %s', (text) => {
  expect(anotherIn(text).too).toBe(false)
})

test.each([
  'my sister is blackmailed too',
  'he threatens my little friend too',
  'يهدد اختي هم',
  'صديقتي هم نفس المشكلة وهاي صورها',
])('and one who may be a child is brought up: %s', (text) => {
  expect(anotherIn(text).too).toBe(true)
})
