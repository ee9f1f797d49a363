import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crisisLexicon } from '../../bots/amin/crisis/lexicon.ts'
import { readAge } from '../../core/policy/conversation/age.ts'
import { readAges } from '../../core/text/danger/ages.ts'
import { compileCrisis } from '../../core/text/danger/rules.ts'
import { instant } from '../../core/base/units.ts'
import { openStage } from '../build/stage.ts'

const crisis = compileCrisis(crisisLexicon)
const YEAR = 2026
const NOW = instant(Date.UTC(YEAR, 10, 27))

const minors = (text: string) =>
  crisis.read(text, YEAR).filter(({ label, hard }) => label === 'minor' && hard)

const eastern = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
const persian = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(0x6f0 + Number(digit)))

/** How an age is written in each way of writing: digits of three scripts, and words. */
const WORDS = {
  ar: {
    12: 'اثنعش',
    13: 'ثلاثطعش',
    14: 'اربعطعش',
    15: 'خمسطعش',
    16: 'ستطعش',
    17: 'سبعطعش',
    18: 'ثمنطعش',
    19: 'تسعطعش',
    22: 'اثنين وعشرين',
    27: 'سبعة وعشرين',
    35: 'خمسه وثلاثين',
  },
  ckb: {
    12: 'دوازدە',
    13: 'سێزدە',
    14: 'چواردە',
    15: 'پازدە',
    16: 'شازدە',
    17: 'هەڤدە',
    18: 'هەژدە',
    19: 'نۆزدە',
    22: 'بیست و دوو',
    27: 'بیست و حەوت',
    35: 'سی و پێنج',
  },
  en: {
    12: 'twelve',
    13: 'thirteen',
    14: 'fourteen',
    15: 'fifteen',
    16: 'sixteen',
    17: 'seventeen',
    18: 'eighteen',
    19: 'nineteen',
    22: 'twenty two',
    27: 'twenty-seven',
    35: 'thirty five',
  },
  lat: { 13: 'talatta3ash', 14: 'arba3ta3ash', 15: 'khamsta3ash', 16: 'sitta3ash', 17: 'sab3ta3ash' },
  latckb: { 13: 'sezda', 14: 'chwarda', 15: 'pazda', 16: 'shazda', 17: 'havda' },
} as const
type Way = keyof typeof WORDS

const TEENS = [12, 13, 14, 15, 16, 17]
const ADULTS = [18, 19, 22, 27, 35, 41]

const spellings = (age: number, way: Way): readonly string[] => {
  const word = (WORDS[way] as Readonly<Record<number, string>>)[age]
  const script =
    way === 'ar' ? [eastern(String(age))] : way === 'ckb' ? [eastern(String(age)), persian(String(age))] : []
  return [String(age), ...script, ...(word === undefined ? [] : [word])]
}

/** Said of oneself. */
const SELF: ReadonlyArray<readonly [Way, readonly string[]]> = [
  [
    'en',
    [
      'I am N and someone has my photos',
      "I'm N and he wants nudes",
      'im N, please help me',
      'Im only N',
      'hi i am just N and scared',
      "I'm N years old",
      'i am a N year old girl and a man threatens me',
      'my age is N',
      'age: N',
      'age:N',
      'a guy from snapchat has my picture and I am N',
      'he has my pictures. I am N. what can i do',
      'I just turned N',
      'N years old',
      'N yo girl',
      'N year old boy here, please help',
      'I’m N but he does not believe me',
      'im a student N years old',
      'I am a pupil, N',
    ],
  ],
  [
    'ar',
    [
      'عمري N',
      'عمري N سنة',
      'عمري N و واحد عنده صوري',
      'عمري N واحد هددني',
      'اني عمري N سنه واريد مساعده',
      'اني N',
      'انا N سنة',
      'آني بنت N سنة وخايفة',
      'عندي N سنة',
      'عندي N وخايفة',
      'هددني واحد بصوري واني N سنة',
      'N سنة',
      'عمري بس N',
      'العمر N',
      'عمري:N',
      'العمر/N',
      'صار عمري N سنة',
      'عمري هسه N واحد ياخذ مني فلوس',
      'اني طالبة N سنة',
    ],
  ],
  [
    'ckb',
    [
      'تەمەنم N',
      'تەمەنم:N',
      'تەمەنم N ساڵە',
      'ڕاستییەکەی N ساڵم',
      'لە تەمەنی N ساڵیدام',
      'من N ساڵم',
      'تەمەنم N ساڵە و کەسێک وێنەم هەیە',
      'من تەمەنم N ساڵە',
      'تەمەنی من N ساڵە',
      'N ساڵم و دەترسم',
      'ژیێ من N سالە',
      'ئەز N سالیمە',
      'من قوتابیم و تەمەنم N ساڵە',
      'قوتابیم N ساڵە',
      'من کچم N ساڵم',
      'من کچم N ساڵە',
      'ئەز قوتابیا مەکتەبێ مە ژیێ من N سالە',
    ],
  ],
  [
    'lat',
    [
      '3umri N',
      '3omri N sana',
      'ani N sana',
      'ani 3umri N w wahid yhadidni',
      'umri N w khayfa',
      '3indi N sana',
    ],
  ],
  ['latckb', ['tamanm N sala', 'min N salm', 'temenm N sala u kasek wenam haya', 'tamanm N']],
]

/** Said of one's child, or of whoever somebody looks after. */
const CHILDREN: ReadonlyArray<readonly [Way, readonly string[]]> = [
  [
    'en',
    [
      'my daughter is N',
      'my son is N and someone has his photos',
      'my N year old daughter is being blackmailed',
      'my little brother is N',
      'my daughter, N, sent a photo',
      'my sister is only N years old',
      'I am a teacher and a pupil of mine is N',
      "I'm a teacher, one of my students is N and someone threatens her",
      'a student of mine is N',
      'I have a pupil who is N',
      'a child I teach is N',
      'a girl in my class is N',
    ],
  ],
  [
    'ar',
    [
      'بنتي عمرها N',
      'ابني عمره N سنة',
      'اخوي الصغير N',
      'اختي الصغيرة عمرها N وواحد هددها',
      'بنتي N سنة',
      'واحد هدد بنتي وعمرها N',
      'طالبة عندي عمرها N',
      'طالبة عندي N سنة',
      'اني معلمة وعندي طالبة N سنة',
      'طالبتي N سنة يبتزها واحد',
      'وحدة من طالباتي N سنة',
      'طالبة بصفي عمرها N',
      'بنت عمي N سنة',
      'ابن اختي N سنة',
    ],
  ],
  [
    'ckb',
    [
      'کچەکەم N ساڵە',
      'کوڕەکەم تەمەنی N ساڵە',
      'خوشکەکەم N ساڵە و کەسێک هەڕەشەی لێ دەکات',
      'من مامۆستام و قوتابییەکم N ساڵە و هەڕەشەی لێ دەکرێت',
      'قوتابییەکەم تەمەنی N ساڵە',
      'خوێندکارەکەم N ساڵە',
      'خوێندکارێکم N ساڵە',
      'خوێندکارێکی من N ساڵە',
      'براکەم N ساڵە',
      'کچی من N ساڵە',
      'کچی مامم N ساڵە',
      'کچی خاڵم تەمەنی N ساڵە',
      'کوڕی پوورم N ساڵە',
      'کچی دراوسێمان N ساڵە',
      'کچەزاکەم N ساڵە',
      'زڕکچەکەم N ساڵە',
      'هاوڕێکەم N ساڵە',
      'دەزگیرانەکەم N ساڵە',
      'کچێک دەناسم N ساڵە',
      'منداڵێکم N ساڵە',
      'قوتابیا من N سالییە',
      'ئەز مامۆستا مە و شاگردێ من N سالیە',
      'کچا من N سالیە',
    ],
  ],
  ['lat', ['binti 3umrha N', 'ukhti 3umrha N sana', 'ibni 3umra N']],
  ['latckb', ['kchakam N sala', 'xushkm N sala', 'mn mamostam xwendkarekm N sala', 'keça min N salî ye']],
]

/** Every template with every age in every spelling. */
const all = (templates: ReadonlyArray<readonly [Way, readonly string[]]>, ages: readonly number[]) =>
  templates.flatMap(([way, lines]) =>
    lines.flatMap((line) =>
      ages.flatMap((age) => spellings(age, way).map((said) => ({ text: line.replace('N', said), age }))),
    ),
  )

const AROUND = ['', 'السلام عليكم. ', 'hello!\n', 'سڵاو. ', 'please help me. ']

const told = (text: string) => minors(text).map(({ about, detail }) => `${about} ${detail?.age}`)

describe('an age that is said', () => {
  test('under 18 of oneself is a minor, with the age, wherever it stands and however it is written; the question for the age reads the same', () => {
    const said = all(SELF, TEENS)
    fc.assert(
      fc.property(
        fc.constantFrom(...AROUND),
        fc.constantFrom('', ' ', '.', '!!', '\nthank you', '\nشكرا'),
        (before, after) => {
          const texts = said.map(({ text, age }) => ({ text: `${before}${text}${after}`, age }))
          expect(
            texts.filter(({ text, age }) => !told(text).includes(`self ${age}`) || readAge(text) !== age),
          ).toEqual([])
        },
      ),
      { numRuns: 6 },
    )
  })

  test('under 18 of a child is a minor that is not the writer, and no answer about the writer', () => {
    const wrong = all(CHILDREN, TEENS).filter(
      ({ text, age }) =>
        !told(text).includes(`other ${age}`) ||
        minors(text).some(({ about }) => about === 'self') ||
        readAge(text) !== undefined,
    )
    expect(wrong).toEqual([])
  })

  test('of 18 or more answers the question for the age and is no minor', () => {
    expect(
      all(SELF, ADULTS).filter(({ text, age }) => readAge(text) !== age || minors(text).length > 0),
    ).toEqual([])
    expect(all(CHILDREN, ADULTS).filter(({ text }) => readAge(text) !== undefined)).toEqual([])
  })

  test.each([
    ['مواليد 2010', 16],
    ['اني مواليد ٢٠١٢ وواحد هددني', 14],
    ['born in 2010', 16],
    ['I was born in 2011 and he has my photos', 15],
    ['مواليد 2003', 22],
    ['born in 1990', 35],
    ['مواليد 98', 27],
  ])('"%s" is told by the year of birth, read against the year of now', (text, age) => {
    expect(readAge(text, NOW)).toBe(age)
    expect(minors(text).length > 0).toBe(age < 18)
  })

  test('a year of birth whose birthday of this year decides is no age: the question stays', () => {
    expect(readAge('مواليد 2008', NOW)).toBeUndefined()
  })

  test.each(['I will be 16 in may', 'i will be 16'])(
    '"%s" is told of an age that is not there yet, by who is a minor',
    (text) => {
      expect(minors(text)).not.toEqual([])
      expect(readAge(text)).toBe(15)
    },
  )

  test.each([
    'he started at 9:15',
    'open 24/7',
    'https://t.me/15',
    'the price will be 16 in may',
    'I paid under 15 in total',
    'page:15',
  ])('no number of "%s" is an age', (text) => {
    expect([minors(text), readAge(text)]).toEqual([[], undefined])
  })

  test('of an adult who tells of a girl of the family is theirs, in Sorani too', () => {
    const text = 'I am 22 and کچی مامم ١٤ ساڵە'
    expect(readAge(text)).toBe(22)
    expect(minors(text).every(({ about }) => about === 'other')).toBe(true)
  })

  test.each(['15f', 'f15', '15yo', 'hi 15f here', '15 y/o girl from basra'])('"%s" is a minor', (text) => {
    expect(minors(text)).not.toEqual([])
    expect(readAge(text)).toBe(15)
  })

  test('17 is a minor and 18 is none', () => {
    expect(minors('عمري 17 سنة').map(({ detail }) => detail?.age)).toContain(17)
    expect(minors('عمري 18 سنة')).toEqual([])
    expect(minors('I am 18')).toEqual([])
  })

  test('of two people each keeps their own', () => {
    for (const text of [
      'I am 35 and my daughter is 13',
      'عمري 35 وبنتي عمرها 13',
      'تەمەنم ٣٥ ساڵە و کچەکەم ١٣ ساڵە',
    ]) {
      expect([text, readAge(text)]).toEqual([text, 35])
      expect([text, minors(text).map(({ about }) => about)]).toEqual([text, minors(text).map(() => 'other')])
      expect(minors(text)).not.toEqual([])
    }
  })
})

describe('no byte of a file', () => {
  test('is fetched after any usual way of saying an age under 18 of oneself, whatever was tapped before', async () => {
    const said = all(SELF, TEENS).map(({ text }) => text)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...said),
        fc.constantFrom('1', '6', '8', undefined),
        fc.integer({ min: 0, max: 3 }),
        async (words, tapped, questions) => {
          const stage = await openStage()
          const who = stage.person('her', 'en')
          await who.sends({ kind: 'start' })
          await who.says('continue')
          await who.says('A man I met online has my photos and he threatens me every day')
          await who.says('none')
          if (tapped !== undefined) await who.says(tapped)
          for (let n = 0; n < questions; n += 1) await who.says('skip')
          await who.says(words)
          await who.sendsFile(new Uint8Array([1, 2, 3, 4]))
          await stage.workAll()
          expect([words, stage.channel.downloads]).toEqual([words, []])
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('a number that is no age of now', () => {
  const CALM = [
    'my phone is N years old',
    'he wants N dollars',
    "I'm N minutes late",
    'he sent N photos to N people',
    'since I was N',
    'I was N when it began',
    'we have been together for N years',
    'N years ago',
    'I am N weeks pregnant',
    'I am at home until N',
    'he has my photo, N of them',
    'عندي N صورة',
    'من N سنة اعرفه',
    'قبل N سنين',
    'كنت N سنة',
    'من كان عمري N',
    'اريد N دولار',
    'اني N يوم ما نمت',
    'دز N فيديو',
    'عندي N سنوات خبرة',
    'N ڕۆژ',
    'N دۆلار دەوێت',
    'N ساڵە دەیناسم',
    'yreed N alf',
    'I called N times',
    'he is N% sure',
    'room N/12',
    'N:30',
  ]
  test.each(CALM)('"%s" makes nobody a minor and answers nothing', (line) => {
    for (const age of [9, 10, 12, 15, 17]) {
      const text = line.replaceAll('N', String(age))
      expect([text, readAge(text, NOW)]).toEqual([text, undefined])
      expect([text, minors(text)]).toEqual([text, []])
    }
  })

  test('one’s own age of now stands beside a count', () => {
    expect(readAge('عمري 22 وعندي 15 صورة')).toBe(22)
    expect(minors('عمري 22 وعندي 15 صورة')).toEqual([])
    expect(minors('I am 24 and he sent 16 videos')).toEqual([])
  })
})

describe('any text', () => {
  test('is read without a throw, and each age lies within it', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('I am ', '15', ' سنة', 'عمري ', '١٥', ' and ', 'مواليد ', '2010', ' ', '.', 'و'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
        const text = parts.join('')
        for (const { age, start, end } of readAges(text, YEAR).ages) {
          expect(age).toBeGreaterThan(0)
          expect(age).toBeLessThan(100)
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
