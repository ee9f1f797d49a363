import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeMemoryStore } from '../../../../adapters/memory/store.ts'
import { readCode } from '../../../../core/policy/access/code.ts'
import { mayTry } from '../../../../core/services/access/limit.ts'
import { after, hours, instant, minutes, seconds } from '../../../../core/base/units.ts'
import { runs } from '../../../property/runs.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a code', () => {
  test('is read however it is written', () => {
    const code = fc.array(fc.constantFrom(...Array.from(ALPHABET)), { minLength: 8, maxLength: 8 })
    const between = fc.array(fc.constantFrom('', ' ', '-', '–', '\u200f', '_'), {
      minLength: 9,
      maxLength: 9,
    })
    fc.assert(
      fc.property(
        code,
        between,
        fc.boolean(),
        fc.constantFrom('0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'),
        (letters, gaps, lower, digits) => {
          const typed =
            letters
              .map((letter, n) => `${gaps[n]}${/\d/.test(letter) ? digits.charAt(Number(letter)) : letter}`)
              .join('') + gaps.slice(8).join('')
          expect(readCode(lower ? typed.toLowerCase() : typed)).toBe(letters.join(''))
        },
      ),
      runs(100),
    )
  })

  test.each([
    ['letters that look like digits', 'ILOilo23', '11011023'],
    ['wide letters', 'ＡＢＣＤ２３４５', 'ABCD2345'],
  ])('forgives %s', (_, typed, code) => expect(readCode(typed)).toBe(code))

  test.each([
    '',
    'ABCD234',
    'ABCD23456',
    'UUUUUUUU',
    'he has my photos',
    'A'.repeat(5000),
    '💛💛💛💛💛💛💛💛',
  ])('is not «%s»', (text) => expect(readCode(text)).toBeUndefined())

  test('nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void readCode(text)),
      runs(100),
    )
  })
})

describe('tries', () => {
  const START = instant(1_767_225_600_000)
  const open = () => {
    const { leases } = makeMemoryStore()
    let now = START
    let count = 0
    return {
      leases,
      wait: (by: number) => {
        now = after(now, by as never)
      },
      tries: () => mayTry(leases, 'x', `try-${(count += 1)}`, now),
      again: () => mayTry(leases, 'x', `try-${count}`, now),
    }
  }

  test('are free three times, then each makes the next wait longer', async () => {
    const { tries, wait } = open()
    for (let n = 0; n < 3; n += 1) expect(await tries()).toBe(true)
    expect(await tries()).toBe(false)
    wait(minutes(1))
    expect(await tries()).toBe(true)
    wait(minutes(2))
    expect(await tries()).toBe(false)
    wait(minutes(4))
    expect(await tries()).toBe(true)
    wait(minutes(10))
    expect(await tries()).toBe(false)
  })

  test('are never more than ten a day, however patient somebody is, and the day passes', async () => {
    const { tries, wait } = open()
    let allowed = 0
    for (let minute = 0; minute < 24 * 60 - 1; minute += 1) {
      if (await tries()) allowed += 1
      wait(minutes(1))
    }
    expect(allowed).toBeLessThanOrEqual(10)
    wait(hours(24))
    expect(await tries()).toBe(true)
  })

  test('count once, however often the same one is asked about', async () => {
    const { tries, again } = open()
    for (let n = 0; n < 2; n += 1) expect(await tries()).toBe(true)
    for (let n = 0; n < 5; n += 1) expect(await again()).toBe(true)
    expect(await tries()).toBe(true)
    expect(await tries()).toBe(false)
  })

  test('of many at once are one', async () => {
    const { leases } = open()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => mayTry(leases, 'x', `try-${n}`, START)),
    )
    expect(outcomes.filter(Boolean).length).toBeLessThanOrEqual(5)
  })

  test('that a crash cut off stand in the way for a minute at most', async () => {
    const { leases, tries, wait } = open()
    await leases.take('x:gate', { owner: 'cut', now: START, until: after(START, minutes(1)) })
    expect(await tries()).toBe(false)
    wait(seconds(60))
    expect(await tries()).toBe(true)
  })
})
