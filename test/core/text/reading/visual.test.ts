import { describe, expect, test } from 'vitest'
import {
  directionOf,
  endsForeign,
  logicalOrder,
  written,
  type Direction,
} from '../../../../core/text/reading/visual.ts'

const read = (shown: string, direction: Direction, broken = false): string => {
  const characters = Array.from(shown)
  return logicalOrder(characters, direction, broken)
    .map((place) => written(characters[place.at] ?? '', place))
    .join('')
}

const backwards = (text: string): string => Array.from(text).toReversed().join('')

describe('what stands on a screen from left to right comes back in the order in which it was written:', () => {
  test('Arabic words', () => {
    expect(read(backwards('راح انشر الصور'), 'rtl')).toBe('راح انشر الصور')
  })

  test('an account name whose sign stands on its right', () => {
    expect(read(`dark_baghdad17@ ${backwards('حسابي')}`, 'rtl')).toBe('حسابي @dark_baghdad17')
  })

  test('a telephone number whose groups run from the right, and one in a single piece', () => {
    expect(read(`4415 736 790 964+ ${backwards('رقم')}`, 'rtl')).toBe('رقم +964 790 736 4415')
    expect(read(`07709376020 ${backwards('على')}`, 'rtl')).toBe('على 07709376020')
  })

  test('an account number in groups, which its letters hold together', () => {
    expect(read(`IQ27 CBIQ 8506 9778 ${backwards('حولي')}`, 'rtl')).toBe('حولي IQ27 CBIQ 8506 9778')
  })

  test('the rest of such a number on the next line, which has no letters of its own', () => {
    expect(read('6516 724', 'rtl', true)).toBe('6516 724')
    expect(read('6516 724', 'rtl', false)).toBe('724 6516')
  })

  test('brackets, which are painted the other way round', () => {
    expect(read(backwards('كلام )مهم('), 'rtl')).toBe('كلام (مهم)')
  })

  test('Arabic words inside an English line', () => {
    expect(read(`call it ${backwards('زين كاش')} now`, 'ltr')).toBe('call it زين كاش now')
  })
})

describe('the direction of a line', () => {
  test('is that of its words, though a wallet in it has more letters', () => {
    expect(directionOf('ادفعي بتكوين 12qNzvUhymt7')).toBe('rtl')
    expect(directionOf('pay to 12qNzvUhymt7')).toBe('ltr')
    expect(directionOf('0770 123')).toBeUndefined()
  })

  test('goes on in a foreign word only where the line ends in one', () => {
    expect(endsForeign('حولي IQ27 CBIQ 8506 9778')).toBe(true)
    expect(endsForeign('IQ27 الى الحساب')).toBe(false)
  })
})
