import { describe, expect, test } from 'vitest'
import { readAge, readOwnMinorAge } from '../../../../core/policy/conversation/age.ts'
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
]

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
  ])('counts and other people are none of the writer: «%s»', (text) => {
    expect(readAge(text)).toBeUndefined()
  })

  test.each(['18 soon', 'less than 18', 'not 18 yet', 'مو ١٨', '١٨ ساڵ نیم', 'mo 18'])(
    'answers the question for the age as a child’s, and no byte of a file is fetched: «%s»',
    async (text) => {
      const stage = await openStage()
      const who = stage.person('1')
      await who.sends({ kind: 'start' })
      for (const said of [
        'continue',
        'A man I met online has my photos and he threatens me every day',
        'none',
      ])
        await who.says(said)
      expect((await who.book()).state.conversation.open?.step).toBe('age')
      await who.says(text)
      await who.sendsFile(new Uint8Array([1, 2, 3, 4]))
      await stage.workAll()
      expect((await who.book()).state.conversation.answers['age']).toMatchObject({ option: 'me-16-17' })
      expect(stage.channel.downloads).toEqual([])
    },
  )
})

test.each(['١٨ بس بالصور جنت ١٦', '١٨ بەڵام لە وێنەکاندا ١٦ بووم', 'I am 18 but in the photos I was 16'])(
  'who was younger in the pictures tells of a child’s: «%s»',
  (text) => {
    expect(tellsOfChildPictures(text)).toBe(true)
  },
)
