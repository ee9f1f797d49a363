import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAge } from '../../core/policy/conversation/age.ts'
import { readAges, yearOf } from '../../core/text/danger/ages.ts'
import { instant } from '../../core/base/units.ts'
import { BIRTHS, CALM, HALVES, SMALL, SOON } from '../build/ages-near.ts'
import {
  ADULTS,
  all,
  CHILDREN,
  CHILDREN_AGES,
  inScripts,
  SELF,
  spellings,
  TEENS,
} from '../build/ages-said.ts'
import { openStage } from '../build/stage.ts'
import { runs } from './runs.ts'
import { rules as crisis } from '../core/text/danger/lexicon-rules.ts'

/** The clock's own year: a birth year in here is told by how long ago it was. */
const NOW = instant(Date.now())
const YEAR = yearOf(NOW)

const minors = (text: string) =>
  crisis.read(text, YEAR).filter(({ label, hard }) => label === 'minor' && hard)

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
      runs(2),
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

  test('is told by the year of birth, in words, letters and digits of every kind, read against the year of now', () => {
    const wrong = BIRTHS.flatMap((line) =>
      [8, 12, 15, 16, 17, 22, 30].flatMap((years) =>
        inScripts(String(YEAR - years)).flatMap((born) => {
          const text = line.replace('Y', born)
          // Of an adult the birthday of this year may still come.
          const age = years < 18 ? years : years - 1
          const isMinor = minors(text).some(({ about }) => about === 'self')
          return readAge(text, NOW) === age && isMinor === years < 18 ? [] : [[text, readAge(text, NOW)]]
        }),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('is told by two digits, or in words, of the year of birth', () => {
    for (const text of [`مواليد ${(YEAR - 28) % 100}`, `born in ${(YEAR - 28) % 100}`])
      expect([text, readAge(text, NOW)]).toEqual([text, 27])
    for (const text of ['مواليد الفين وعشرة', 'مواليد الفين و عشره', 'لەدایکبووی دوو هەزار و دە'])
      expect([text, readAge(text, instant(Date.UTC(2027, 1, 1)))]).toEqual([text, 17])
  })

  test('is told by the year of birth of a child, too, and is then no age of who writes', () => {
    for (const text of [
      `بنتي مواليد ${YEAR - 12}`,
      `my son was born in ${YEAR - 9}`,
      `کچەکەم لەدایکبووی ${YEAR - 13}`,
    ]) {
      expect([text, minors(text).map(({ about }) => about)]).toEqual([text, ['other']])
      expect([text, readAge(text, NOW)]).toEqual([text, undefined])
    }
  })

  test('a year of birth whose birthday of this year decides is no age: the question stays', () =>
    expect(readAge(`مواليد ${YEAR - 18}`, NOW)).toBeUndefined())

  test('with half a year over is the age of the whole years, in every way of saying it', () => {
    const wrong = HALVES.flatMap(([way, lines]) =>
      lines.flatMap((line) =>
        [...TEENS, 22].flatMap((age) =>
          spellings(age, way).flatMap((said) => {
            const text = line.replace('N', said)
            const isMinor = minors(text).some(({ about }) => about === 'self')
            return readAge(text, NOW) === age && isMinor === age < 18 ? [] : [[text, readAge(text, NOW)]]
          }),
        ),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('of a small child is a minor as well: nobody is too young to be heard', () => {
    expect(
      all(SMALL, CHILDREN_AGES).filter(
        ({ text, age }) => readAge(text) !== age || !told(text).includes(`self ${age}`),
      ),
    ).toEqual([])
    expect(
      all(CHILDREN.slice(0, 3), CHILDREN_AGES).filter(
        ({ text, age }) => !told(text).includes(`other ${age}`),
      ),
    ).toEqual([])
    expect(told('تەمەنم هەشتە')).toContain('self 8')
  })

  test('of an age that comes soon is a year less', () => {
    const wrong = SOON.flatMap((line) =>
      [15, 16, 17, 18].flatMap((age) => {
        const text = line.replace('N', String(age))
        return readAge(text) === age - 1 && minors(text).length > 0 ? [] : [[text, readAge(text)]]
      }),
    )
    expect(wrong).toEqual([])
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
    expect(told('عمري 17 سنة')).toContain('self 17')
    expect([...minors('عمري 18 سنة'), ...minors('I am 18')]).toEqual([])
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
      runs(12),
    )
  })
})

describe('an answer to the question for the age', () => {
  test.each([
    '7 years',
    '15.5',
    '15½',
    '15 and a half',
    'fifteen and a half',
    '١٥ ونص',
    '١٥٫٥',
    'خمسطعش ونص',
    'پازدە و نیو',
  ])('of a child is one: "%s"', async (words) => {
    const stage = await openStage()
    const who = stage.person('her', 'en')
    await who.sends({ kind: 'start' })
    await who.says('continue')
    await who.says('A man I met online has my photos and he threatens me every day')
    await who.says('none')
    await who.says(words)
    await who.sendsFile(new Uint8Array([1, 2, 3, 4]))
    await stage.workAll()
    const { state } = await who.book()
    expect(state.conversation.answers['age']).toMatchObject({
      kind: 'choice',
      option: expect.stringMatching(/^me-(?:13-15|under-13)$/),
    })
    expect(stage.channel.downloads).toEqual([])
  })
})

describe('a number that is no age of now', () => {
  test.each(CALM)('"%s" makes nobody a minor and answers nothing', (line) => {
    for (const age of [9, 10, 12, 15, 17]) {
      const text = line.replaceAll('N', String(age))
      expect([text, readAge(text, NOW)]).toEqual([text, undefined])
      expect([text, minors(text)]).toEqual([text, []])
    }
  })

  test.each([
    'he did it in Y',
    'account from Y',
    'my car is a Y',
    'سنة Y تعرفت عليه',
    'من Y اعرفه',
    'لە Y ناسیم',
    'lady Y is her account',
    'Y dollars',
    'he wants Y',
    'the photos are from Y',
    'حولتله Y',
  ])('no year of "%s" is one of birth', (line) => {
    const text = line.replace('Y', String(YEAR - 15))
    expect([text, readAge(text, NOW), minors(text)]).toEqual([text, undefined, []])
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
      runs(100),
    )
  })
})
