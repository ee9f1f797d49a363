import { assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { content } from '../../../../bots/content.ts'
import { runs } from '../../../property/runs.ts'

const labelsOf = (text: string, hard?: boolean): readonly string[] =>
  content.crisis
    .read(text, 2026)
    .filter((hit) => hard === undefined || hit.hard === hard)
    .map(({ label }) => label)

/** Ways to say that one will end one's life: who, how it is begun, "myself", the verb. */
const ARABIC_LETTERS = {
  begins: ['', 'ئەز ', 'ئەز دێ ', 'دێ ', 'ئەزێ ', 'من دڤێت ', 'دخوازم ', 'من بڕیار دایە ', 'ئیشەڤ ئەز دێ '],
  self: ['خۆ', 'خوە', 'خو'],
  verbs: ['کوژم', 'بکوژم', 'دکوژم', 'خەندقینم', 'هەلاویسم', 'بسۆژم'],
}
const LATIN_LETTERS = {
  begins: ['', 'ez ', 'ez dê ', 'de ', 'ezê ', 'min divêt ', 'mn dvet ', 'ez dixwazim ', 'min biryar da '],
  self: ['xo', 'xwe', 'kho'],
  verbs: [
    'bikujim',
    'kujim',
    'kujm',
    'bkuzhm',
    'kuzhim',
    'dikujim',
    'daliqînim',
    'bixeniqînim',
    'bişewitînim',
  ],
}

describe('a wish to die in Badini', () => {
  test.each([
    ['Arabic letters', ARABIC_LETTERS],
    ['Latin letters', LATIN_LETTERS],
  ])('is surely heard however it is begun, spelled and conjugated (%s)', (_, { begins, self, verbs }) => {
    assert(
      property(constantFrom(...begins), constantFrom(...self), constantFrom(...verbs), (begin, own, verb) =>
        labelsOf(`${begin}${own} ${verb}`, true).includes('self_harm'),
      ),
      runs(100),
    )
  })

  test.each([
    'ئەز دێ خۆ کوژم',
    'دێ خۆ کوژم',
    'دێخۆ کوژم',
    'من دڤێت خۆ بکوژم',
    'ئەز دێ خۆ هاڤێمە خابووری',
    'ez dê xwe bavêjim avê',
    'xokujm',
    'نەڤێت بژیم',
    'من ناڤێت بژیم',
    'ناخوازم بژیم',
    'ئەز نەشێم ئێدی بژیم',
    'من ژیان ناڤێت',
    'namewet bjim',
    'min navêt bijîm',
    'ez êdî naxwazim bijîm',
    'naxwazm bzhim',
    'من دڤێت بمرم',
    'دخوازم بمرم',
    'حەز دکەم بمرم',
    'خوزی ئەز بمرم',
    'ez dixwazim bimirim',
    'min dvet bmrm',
    'مرن ژ ڤێ ژیانێ خۆشترە',
    'mirin ji vê jiyanê çêtir e',
  ])('is surely heard: «%s»', (text) => {
    expect(labelsOf(text, true)).toContain('self_harm')
  })

  test.each([
    'ئەز ژ ژیانێ بێزار بوویم',
    'ئەز ژ ژیانا خۆ بێزارم',
    'ez ji jiyanê westiyam',
    'ez ji jiyanê bêzar im',
    'حەز ناکەم سوبەهی ژ خەو ڕابم',
    'خوزی سپێدێ رانەبم',
    'ez nebim baştir e',
  ])('that may be one is at least asked about: «%s»', (text) => {
    expect(labelsOf(text)).toContain('self_harm')
  })

  test.each([
    'ئەز خۆ ناکوژم',
    'من ناڤێت کەس بزانیت',
    'ez naxwazim bimirim',
    'ez ji kenê mirim',
    'ez mirm ji birsa',
    'ئەز بمرم بۆ تە',
    'ئەز ژ ڤی کاری بێزار بوویم',
    'ez ji kar westiyam',
    'خۆ نەکوژە',
    'ئەز دێ خۆ پاقژ کەم',
    'ناخوازم ل ڤێرە بژیم',
  ])('is not heard in what only sounds like it: «%s»', (text) => {
    expect(labelsOf(text)).not.toContain('self_harm')
  })

  test.each([
    'هەڤالا من دبێژیت دێ خۆ کوژم',
    'هەڤالێ من گۆت ئەز دێ خۆ کوژم',
    'برایێ من دێ خۆ کوژیت',
    'birayê min dê xwe bikuje',
    'ez ditirsim ku ew xwe bikuje',
    'ستران دبێژیت دێ خۆ کوژم',
  ])("is never surely the writer's where it is another's or a song's: «%s»", (text) => {
    const own = content.crisis.read(text, 2026).filter(({ hard, about }) => hard && about === 'self')
    expect(own.map(({ label }) => label)).not.toContain('self_harm')
  })

  test.each(['ناخوازم کو خۆ بکوژم', 'ez xwe nakujim', 'ez xo nakujm'])(
    'is asked about at most where it is denied: «%s»',
    (text) => {
      expect(labelsOf(text, true)).not.toContain('self_harm')
    },
  )

  test.each([
    'ئەو دبێژیت دێ تە کوژم',
    'ew dibêje ez dê te bikujim',
    'دێ من کوژن',
    'bavê min dê min bikuje',
    'برایێ من دێ من کوژیت',
  ])('is none where somebody else threatens to kill, which is heard as violence: «%s»', (text) => {
    expect(labelsOf(text)).toContain('violence')
    expect(labelsOf(text)).not.toContain('self_harm')
  })
})

describe('a wish not to wake', () => {
  test.each([
    'احسن لو ما صحيت باجر',
    'ما اريد اصحى',
    'ماريد اصحى',
    'ما اريد اگعد بعد',
    'يا ريت ما اصحى',
    'ياريتني ما صحيت',
    'لو ما صحيت احسن',
    'انام وما اگعد',
    'يارب ما اصحى باجر',
    'ما ابي اصحى',
    'ما اغيد اصحى',
    'a7san law ma s7et bachir',
    'ahsan law ma sa7et bacher',
    'ma areed as7a',
    'yareet ma as7a',
    'خۆزگە بەیانی هەڵنەستم',
    'نامەوێت هەستم',
    'namawe bayani halsm',
    "it would be better if I didn't wake up",
    'better if I had not woken up',
    'i hope i dont wake up tomorrow',
  ])('is asked about at least: «%s»', (text) => {
    expect(labelsOf(text)).toContain('self_harm')
  })

  test.each([
    'ما اريد اصحى بدري',
    'ما اريد اصحى عالمنبه',
    'ما صحيت الا الظهر',
    'نمت وما صحيت على التلفون',
    'ما اريد اكعد هنا',
    'ما اريد اكوم للدوام',
    'ma areed as7a badri',
    'نامەوێت زوو هەستم',
    "I wish I didn't wake up early for work",
    "hope I didn't wake you up",
  ])('is none where somebody only sleeps late or sits: «%s»', (text) => {
    expect(labelsOf(text)).toEqual([])
  })
})

test.each(['اغيد اموت', 'ما اغيد اعيش', 'اقتل غوحي', 'راح اچتل روحي', 'ابغى اموت'])(
  'a wish to die in the Arabic of Mosul and of Basra is surely heard: «%s»',
  (text) => {
    expect(labelsOf(text, true)).toContain('self_harm')
  },
)
