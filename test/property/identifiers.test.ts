import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openChecks } from '../../adapters/identifiers/index.ts'
import { findAmounts, readAmount } from '../../core/policy/conversation/amount.ts'
import { extractIdentifiers, findIdentifiers, withoutCards } from '../../core/text/identifiers/extract.ts'
import { bare as nameOf, mergeIdentifiers } from '../../core/text/identifiers/identifier.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { runs } from './runs.ts'

const checks = openChecks()
const extract = (text: string) => extractIdentifiers(text, checks)

const SCRIPTS: ReadonlyArray<readonly string[]> = [
  Array.from('0123456789'),
  Array.from('٠١٢٣٤٥٦٧٨٩'),
  Array.from('۰۱۲۳۴۵۶۷۸۹'),
  Array.from('０１２３４５６７８９'),
  Array.from('0123456789').map((digit) => `${digit}\uFE0F\u20E3`),
]
const SPOKEN: ReadonlyArray<readonly string[]> = [
  'صفر واحد اثنين ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة'.split(' '),
  'سفر یەک دوو سێ چوار پێنج شەش حەوت هەشت نۆ'.split(' '),
  'zero one two three four five six seven eight nine'.split(' '),
]
const national = fc
  .tuple(fc.constantFrom('3', '4', '5', '6', '7', '8', '9'), fc.stringMatching(/^\d{8}$/))
  .map(([b, rest]) => `7${b}${rest}`)
const gap = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  '-',
  '.',
  ' - ',
  '/',
  '_',
  '\u00a0',
  '\n',
  '🔥',
  '👩‍👧',
  '\u200f',
  '·',
  '\u202d',
)
/** With a nought or the country before it a number may be cut anywhere. */
const lead = fc.constantFrom('0', '+964', '+964 ', '00964', '964', '+9640', '+964 (0)', '(+964) ', '9640')
const written = fc
  .tuple(national, lead, fc.array(gap, { minLength: 10, maxLength: 10 }), fc.constantFrom(...SCRIPTS))
  .map(([digits, before, gaps, script]) => {
    const plain = Array.from(digits)
      .map((digit, i) => digit + (i < 9 ? gaps[i] : ''))
      .join('')
    return { digits, text: (before + plain).replace(/\d/g, (digit) => script[Number(digit)] ?? '') }
  })
const spoken = fc
  .tuple(national, fc.constantFrom(...SPOKEN), fc.constantFrom(' ', ', ', ' - ', '\n'))
  .map(([digits, words, between]) => ({
    digits,
    text: Array.from(`0${digits}`)
      .map((digit) => words[Number(digit)])
      .join(between),
  }))
const bare = fc
  .tuple(national, fc.constantFrom('', ' ', '-'), fc.constantFrom(...SCRIPTS))
  .map(([digits, sep, script]) => ({
    digits,
    text: [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)]
      .join(sep)
      .replace(/\d/g, (digit) => script[Number(digit)] ?? ''),
  }))

/** Pieces that patterns look for, put together in any order. */
// prettier-ignore
const PIECES = [
  '@', '@a_b', 't.me/', 'https://', 'www.', 'instagram.com/x', 'a@b.com', '07701234567', '0770 123 ', '+964', '00', '4111 1111 1111 1111', '٠٧٧',
  'IQ98NBIQ850123456789012', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', '0x', 'bc1', 'رقمي', 'رقمه', 'انستا', 'تلي ', 'username ', 'حوالة', 'ببجي ايدي 5123456789',
  'صفر', 'سبعة', 'double', 'و', 'الف', 'مليون', 'ونص', '$', 'ورقة', '\uE000', '\u0001', '\u202e', '\u0301', 'ﷺ', '\ud83d', '👩‍👧', '.', '/', ' ', '\n', '(', ')', '?', '&', '%', '1/2/2026',
]
const piece = fc.constantFrom(...PIECES)
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 40 })
    .map((all) => all.join('')),
  fc.array(piece, { maxLength: 40 }).map((all) => all.join(' ')),
)

describe('a mobile of Iraq', () => {
  test('has one normal form, however it is cut, in whatever digits, and in words of three languages', () => {
    fc.assert(
      fc.property(
        fc.oneof(written, spoken, bare),
        fc.constantFrom('', 'هددني من ', 'he wrote from ', 'لە ', 'من'),
        ({ digits, text }, before) => {
          expect(extract(before + text).map(({ type, normal }) => [type, normal])).toEqual([
            ['phone', `+964${digits}`],
          ])
        },
      ),
      runs(600),
    )
  })

  test('that lacks a digit or has one too many is none', () => {
    fc.assert(
      fc.property(national, fc.constantFrom('0', '+964', '00964'), fc.boolean(), (digits, before, longer) => {
        const text = before + (longer ? `${digits}5` : digits.slice(0, -1))
        expect(extract(text).filter(({ normal }) => normal.startsWith('+9647'))).toEqual([])
      }),
      runs(250),
    )
  })
})

describe('whatever a text is', () => {
  test('nothing throws, and what was found is cut out of it where it is said to stand', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, asked) => {
        for (const one of extractIdentifiers(text, checks, asked)) {
          if (one.type !== 'card') expect(text.slice(one.start, one.start + one.raw.length)).toBe(one.raw)
          expect(one.raw).not.toBe('')
          expect(one.normal).not.toBe('')
          expect(one.keys.length > 0).toBe(one.owner !== 'self' && one.type !== 'card')
          for (const key of one.keys) expect(key).toMatch(/^[a-z_]+:./)
        }
        for (const amount of findAmounts(text, 'IQD')) {
          expect(text.slice(amount.start, amount.start + amount.raw.length)).toBe(amount.raw)
          expect(amount.amount > 0 && Number.isFinite(amount.amount)).toBe(true)
        }
        readAmount(text, 'IQD', true)
      }),
      runs(800),
    )
  })

  test('what was found stands in order, each value once, and reading again finds the same', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const found = extract(text)
        expect(found.map(({ start }) => start)).toEqual(
          found.map(({ start }) => start).toSorted((a, b) => a - b),
        )
        expect(new Set(found.map(({ type, normal }) => `${type} ${normal}`)).size).toBe(found.length)
        expect(extract(text)).toEqual(found)
      }),
      runs(300),
    )
  })

  test('merging again changes nothing, and loses no value', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const merged = mergeIdentifiers(extract(a), extract(b))
        expect(mergeIdentifiers(merged, merged)).toEqual(merged)
        expect(mergeIdentifiers([], merged)).toEqual(merged)
        expect(mergeIdentifiers(merged, extract(a)).map(({ normal }) => normal)).toEqual(
          merged.map(({ normal }) => normal),
        )
        // By its bare name: it may have learnt its service from the other text.
        for (const own of extract(b))
          if (own.owner === 'self')
            expect(merged.find((one) => nameOf(one) === nameOf(own))?.owner).toBe('self')
      }),
      runs(300),
    )
  })

  test('no card number comes out of it whole', () => {
    const card = fc.stringMatching(/^[3-6]\d{14}$/).map((head) => {
      const sum = Array.from(head).reduce(
        (all, digit, i) =>
          all +
          (i % 2 === 0 ? (Number(digit) * 2 > 9 ? Number(digit) * 2 - 9 : Number(digit) * 2) : Number(digit)),
        0,
      )
      return head + String((10 - (sum % 10)) % 10)
    })
    fc.assert(
      fc.property(
        card,
        fc.constantFrom('', ' ', '-', ' - '),
        fc.constantFrom(...SCRIPTS),
        hostile,
        (digits, sep, script, around) => {
          const text = (digits.match(/\d{4}/g) ?? [])
            .join(sep)
            .replace(/\d/g, (digit) => script[Number(digit)] ?? '')
          const whole = untrusted(`بطاقة ${text} . ${around}`)
          const found = findIdentifiers(whole, checks).find(({ type }) => type === 'card')
          expect(found?.secret).toBe(digits)
          expect(JSON.stringify(extract(whole))).not.toContain(digits)
          expect(withoutCards(whole, checks)).not.toContain(text)
        },
      ),
      runs(150),
    )
  })
})

describe('a text of a hundred thousand characters', () => {
  const fill = (unit: string, length: number): string =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
  const spent = (text: string): number => {
    const times = [1, 2, 3].map(() => {
      const before = process.cpuUsage()
      extract(text)
      findAmounts(text, 'IQD')
      const { user, system } = process.cpuUsage(before)
      return user + system
    })
    return Math.min(...times)
  }

  // prettier-ignore
  test.each([
    'a', '0', '0 ', '7 ', '@a', 'a.', 'a@', 't.me/', 'http://', '0770 ', '+1', 'صفر ', 'سبعة وسبعين ', 'و', '1 000 ', '1,000', 'م\u064b', '\u202e', 'ﷺ',
    'IQ98 ', '4111 1111 1111 1112 ', 'انستا a_b_', 'username ', '_', 'a-', '🔥', '0👩‍👧', '\ud800', '(', 'مليون ', '1/', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed ',
  ])('of «%s» costs no more than its length', (unit) => {
    spent(fill(unit, 10_000))
    // Ten times the length; a cost that grew with its square would be a hundred times. The first
    // microseconds belong to the clock.
    expect(spent(fill(unit, 100_000))).toBeLessThan(40 * Math.max(spent(fill(unit, 10_000)), 1500))
  })
})
