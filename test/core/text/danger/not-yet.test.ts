import { describe, expect, test } from 'vitest'
import { readAge, readOwnMinorAge } from '../../../../core/policy/conversation/age.ts'
import { readAges } from '../../../../core/text/danger/ages.ts'
import { tellsOfChildPictures } from '../../../../core/text/danger/past-pictures.ts'
import { openStage } from '../../../build/stage.ts'

const NOT_YET = [
  'I turn 18 next month',
  'not 18 yet',
  'im almost 18',
  '17 turning 18',
  '18 in two months',
  'I am 18 in two months',
  'im almost 18 and a guy has my nudes',
  'im not 18 yet',
  'I will be 18 in march',
  'I am not really 18',
  'عمري اقل من ١٨',
  'مو ١٨',
  'بعدني ما كملت ١٨',
  'اني ما كملت ١٨ بعد',
  'اصير ١٨ بعد شهرين',
  'باقيلي سنة واصير ١٨',
  'تقريبا ١٨',
  'عمري 18 بعد شهرين',
  'جذبت اني مو ١٨',
  'عمري تقريبا ١٨ واكو واحد عنده صوري',
  'mo 18',
  'ma kamalit 18',
  '١٨ ساڵ نیم',
  'نزیکەی ١٨ ساڵم',
  'مانگی داهاتوو دەبمە ١٨',
  'هێشتا نەبوومەتە ١٨',
  'درۆم کرد، هێشتا ١٨م تەواو نەکردووە',
  'من تەمەنم لە خوار ١٨ ساڵە',
  'نزیکەی ١٨ ساڵم و کەسێک وێنەکانمی لایە',
  // The time that it comes stands before it, or the word for becoming it is another's form.
  "I'm soon 18",
  "I haven't turned 18",
  'havent turned 18 yet',
  "I'm 18 in like 2 months",
  "i'm 18 in about a month",
  "I'm not 18 until march",
  'turning eighteen soon',
  'عمري راح يصير 18',
  'يصير عمري 18 بعد شهر',
  'الشهر الجاي عمري 18',
  'السنة الجاية عمري ١٨',
  'عمري 18 بالشهر الجاي',
  'عمري 18 بشهر 3',
  'سيكون عمري 18 الشهر القادم',
  'شهرين واصير 18',
  'ظل شهر واصير 18',
  'داخل على ال18',
  'مو مكمل 18',
  'هێشتا نەبووم بە 18',
  '18 ساڵم تەواو نەکردووە',
  'ساڵی داهاتوو ١٨ ساڵم تەواو دەبێت',
  'مانگێکی تر 18 ساڵ تەواو دەکەم',
  'مانگی داهاتوو 18 ساڵ پڕ دەکەمەوە',
  'مانگی داهاتوو تەمەنم دەبێتە 18',
  'تەمەنم دەبێت بە ١٨',
  'نزیکە ببمە ١٨',
  'خەریکە ببمە 18',
  'تەمەنم 18 نییە',
  'ba3d shahar ysir 3umri 18',
  'alshahar aljay y9eer 3umri 18',
  '3umri 18 ba3ad isbo3',
  'baqi shahar wasir 18',
  'tamanm dabeta 18',
  'mangi dahatw dabm ba 18',
  '18 salm tawaw nakrdwa',
]

/** Somebody who is asked for the age. */
const asked = async (stage: Awaited<ReturnType<typeof openStage>>) => {
  const who = stage.person('1')
  await who.sends({ kind: 'start' })
  for (const said of ['continue', 'A man I met online has my photos and he threatens me every day', 'none'])
    await who.says(said)
  expect((await who.book()).state.conversation.open?.step).toBe('age')
  return who
}

describe('an age that is not reached yet', () => {
  test.each(NOT_YET)('is a year younger: «%s»', (text) => {
    expect(readAge(text)).toBe(17)
    expect(readOwnMinorAge(text)).toBe(17)
  })

  test.each([
    'I am 18',
    'I am 18, not a kid',
    'عمري ١٨',
    'عمري 18 سنة',
    '١٨ ساڵم',
    'I just turned 18',
    'I am 18 now',
    'im 22',
    'I am 18, in june he wrote to me',
    'I am 19, next month is my wedding',
    'عمري 25 وما كملت الجامعة',
    'لا عمري ١٩',
    'I am 18 and he says he will come next month',
    'عمري 22 وبعد شهر عرسي',
    "i'm 18 and he said next month he will post it",
    'عمري 18 وراح ينشر صوري الشهر الجاي',
    'عمري 18، باقي يومين على المهلة',
    'تەمەنم 18 ساڵە و مانگی داهاتوو هاوسەرگیری دەکەم',
    '18 ساڵم و نازانم چی بکەم',
    '3umri 18 w ma a3ruf shasawi',
  ])('and one that is reached is what it says: «%s»', (text) => {
    expect(readAge(text)).toBeGreaterThanOrEqual(18)
    expect(readOwnMinorAge(text)).toBeUndefined()
  })

  test.each([
    'not 18 people',
    'he wants 18 million',
    'almost 18 messages a day',
    'less than 18 hours',
    'she is almost 18',
    'he will be 18 next month',
    'مو ١٨ مليون',
    'باقي ١٨ ساعة',
    'ظل 18 ساعة ويصير',
    'راح يصير 18 يوم',
    'دەبێت بە 18',
    'خۆی دەبێتە 18',
    'مانگی داهاتوو 18 دۆلار',
  ])('counts and other people are none of the writer: «%s»', (text) => {
    expect(readAge(text)).toBeUndefined()
  })

  test.each([
    'my brother will be 18 in two weeks',
    'my sister is almost 18',
    'اختي راح تصير 18 الشهر الجاي',
    'بنتي تصير 18 بعد شهر',
    'خوشکەکەم مانگی داهاتوو دەبێتە ١٨',
  ])('of one of the family is theirs: «%s»', (text) => {
    expect(readAges(text).ages).toMatchObject([{ age: 17, about: 'other' }])
    expect(readAge(text)).toBeUndefined()
  })

  test.each([
    '18 soon',
    'soon 18',
    'less than 18',
    'not 18 yet',
    'مو ١٨',
    '١٨ ساڵ نیم',
    'mo 18',
    '17 in two weeks',
    'my 18th birthday is in two weeks',
    "two weeks until I'm 18",
    'a month to 18',
    'عيد ميلادي الـ18 بعد اسبوعين',
    'عيد ميلادي 18 الشهر الجاي',
    'راح اطب بال18',
    'کەمێکی ماوە بۆ 18',
    'دەچمە ساڵی 18',
    'rah aseer 18 shahar eljay',
    'heshta nabum ba 18',
  ])(
    'answers the question for the age as a child’s, and no byte of a file is fetched: «%s»',
    async (text) => {
      const stage = await openStage()
      const who = await asked(stage)
      await who.says(text)
      await who.sendsFile(new Uint8Array([1, 2, 3, 4]))
      await stage.workAll()
      expect((await who.book()).state.conversation.answers['age']).toMatchObject({ option: 'me-16-17' })
      expect(stage.channel.downloads).toEqual([])
    },
  )

  test.each([
    '18 minus one month',
    'almost my big 18',
    'اكمل الثمنطعش بعد شهر',
    '3omri ysir 18 shahar jay',
    'هێشتا ماومە بگەم بە ساڵی 18م',
  ])('said in no way that is known, is asked again, and no byte of a file is fetched: «%s»', async (text) => {
    const stage = await openStage()
    const who = await asked(stage)
    await who.says(text)
    await who.sendsFile(new Uint8Array([1, 2, 3, 4]))
    await stage.workAll()
    expect((await who.book()).state.conversation.answers['age']).not.toMatchObject({ option: 'me-18' })
    expect(stage.channel.downloads).toEqual([])
  })

  test.each([
    'I turned 18 last month',
    'صرت 18 الاسبوع الماضي',
    'كملت 18 الشهر الماضي',
    'تازە بووم بە 18',
    'مانگی پێشوو بووم بە 18',
    '18',
    '18+',
    'over 18',
    'اكثر من 18',
  ])('that was reached answers the question as an adult’s: «%s»', async (text) => {
    const who = await asked(await openStage())
    await who.says(text)
    expect((await who.book()).state.conversation.answers['age']).toMatchObject({ option: 'me-18' })
  })
})

test.each(['١٨ بس بالصور جنت ١٦', '١٨ بەڵام لە وێنەکاندا ١٦ بووم', 'I am 18 but in the photos I was 16'])(
  'who was younger in the pictures tells of a child’s: «%s»',
  (text) => {
    expect(tellsOfChildPictures(text)).toBe(true)
  },
)
