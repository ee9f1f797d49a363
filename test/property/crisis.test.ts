import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crisisLexicon } from '../../bots/amin/crisis/lexicon.ts'
import { compileCrisis } from '../../core/text/danger/rules.ts'
import { messagesOf } from '../core/text/danger/messages.ts'
import { runs } from './runs.ts'
import { rules as crisis } from '../core/text/danger/lexicon-rules.ts'

const messages = [...messagesOf('sample'), ...messagesOf('tuning')]
const dangers = messages
  .filter(({ text }) => crisis.read(text).some((hit) => hit.hard))
  .map(({ text }) => text)

/** Sentences that say nothing of danger, denials, time or other people. */
const HARMLESS = ['شكرا الكم.', 'السلام عليكم.', 'سوپاس.', 'hello there.', 'salam.', '👍', 'سلام!']
const harmless = fc.array(fc.constantFrom(...HARMLESS), { maxLength: 6 }).map((parts) => parts.join('\n'))

const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...dangers),
  fc.constantFrom(
    'ا',
    '\u064b',
    '\u202e',
    '\u200c',
    '0',
    '.',
    ' ',
    '@',
    'http://',
    '\ud83d',
    'والله ',
    'kill me ',
    'ﷺ',
    '١٥',
  ),
)
const anyText = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''))

describe('any text', () => {
  test('is read without a throw, and each hit lies within it and holds something', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const hit of crisis.read(text)) {
          expect(hit.start).toBeGreaterThanOrEqual(0)
          expect(hit.start).toBeLessThan(hit.end)
          expect(hit.end).toBeLessThanOrEqual(text.length)
          expect(text.slice(hit.start, hit.end).trim()).not.toBe('')
        }
      }),
      runs(100),
    )
  })

  test('is read alike each time: nothing of one text stays for the next', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const first = crisis.read(one)
        crisis.read(other)
        expect(crisis.read(one)).toEqual(first)
      }),
      runs(50),
    )
  })
})

describe('a danger', () => {
  test('stays when harmless sentences come before and after it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dangers), harmless, harmless, (text, before, after) => {
        const hard = (of: string) => new Set(crisis.read(of).flatMap((hit) => (hit.hard ? [hit.rule] : [])))
        const around = hard(`${before}\n${text}\n${after}`)
        for (const rule of hard(text)) expect(around).toContain(rule)
      }),
      runs(100),
    )
  })

  const VARIANTS: ReadonlyArray<readonly [string, (text: string) => string]> = [
    ['with vowel signs', (text) => text.replace(/[بتسم]/g, '$&\u064e')],
    ['with tatweel', (text) => text.replace(/([بتسم])(?=[بتسم])/g, '$1ـ')],
    ['with letters of another keyboard', (text) => text.replaceAll('ك', 'ک').replaceAll('ي', 'ی')],
    [
      'with other digits',
      (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
    ],
    ['with marks of direction', (text) => text.replace(/ /g, '\u200f \u202b')],
    ['with lengthened letters', (text) => text.replace(/[اوي]/g, '$&$&$&')],
    ['in capitals', (text) => text.toUpperCase()],
  ]
  test.each(VARIANTS)('is the same %s', (_, change) => {
    const rules = (text: string) => crisis.read(text).map((hit) => `${hit.rule} ${hit.hard} ${hit.about}`)
    for (const text of dangers) expect(rules(change(text)), text).toEqual(rules(text))
  })
})

describe('cost', () => {
  let steps = 0
  const counted = compileCrisis(crisisLexicon, () => {
    steps += 1
  })
  const costOf = (text: string): number => {
    steps = 0
    counted.read(text)
    return steps
  }
  const HOSTILE = [
    'ا',
    'k',
    'ا\u064b',
    '\u202e',
    'kill me ',
    'والله اريد ',
    'يذبحني ما ',
    'killme',
    'اريداموت',
    'لحد باجر ينشر ',
    '.',
    '@',
    'تعالي وحدج ',
    '5 ',
  ]

  test.each(HOSTILE)('of "%s" over and over grows with the length, no faster', (unit) => {
    const of = (length: number) => costOf(unit.repeat(length / unit.length))
    // Twice the text is at most twice the steps, and a little for the first word.
    expect(of(16_000)).toBeLessThanOrEqual(of(8_000) * 2.2 + 200)
  })

  test.each(HOSTILE)('of "%s" has a bound, however long the text is', (unit) => {
    const of = (length: number) => costOf(unit.repeat(length / unit.length))
    expect(of(100_000)).toBeLessThanOrEqual(of(22_000) * 1.2 + 200)
  })
})
