import { describe, expect, test } from 'vitest'
import { openChecks } from '../../../../adapters/identifiers/index.ts'
import type { ReadCharacter, ReadLine } from '../../../../core/ports/picture-reader.ts'
import { readChat, readText } from '../../../../core/text/reading/read-codes.ts'

const checks = openChecks()

/** A line as it was read; `doubts` names, for a place, how likely its letter is and what else it may be. */
const line = (
  text: string,
  second?: string,
  doubts: Readonly<Record<number, Partial<ReadCharacter>>> = {},
): ReadLine => ({
  characters: Array.from(text, (character, at) => ({
    character,
    likelihood: 0.999,
    others: [],
    ...doubts[at],
  })),
  ...(second === undefined ? {} : { second }),
})
const codesOf = (lines: readonly ReadLine[], side: 'me' | 'them' = 'them') =>
  readText(lines, side, checks).identifiers.map(({ type, normal, owner, sure }) => ({
    type,
    normal,
    owner,
    sure,
  }))

const BITCOIN = '12qNzvUhymt7KZDjCX2YA7mEc2HLYcCW5v'
const IBAN = 'IQ32RAFB850360173516069'

describe('a wallet', () => {
  test('that was cut by the end of a line is one again', () => {
    const cut = [line('pay'), line(BITCOIN.slice(0, 28)), line(BITCOIN.slice(28))]
    expect(readText(cut, 'them', checks).text).toBe(`pay ${BITCOIN}`)
    expect(codesOf(cut)).toEqual([{ type: 'btc', normal: BITCOIN, owner: 'perpetrator', sure: true }])
  })

  test('is not joined to the next words where it is whole', () => {
    expect(readText([line(BITCOIN), line('before tonight')], 'them', checks).text).toBe(
      `${BITCOIN} before tonight`,
    )
  })

  test('with a letter misread is put right by its check sum, and never shown where nothing fits', () => {
    const misread = BITCOIN.replace('K', 'k')
    expect(
      codesOf([line(misread, undefined, { [BITCOIN.indexOf('K')]: { likelihood: 0.6, others: ['K'] } })]),
    ).toMatchObject([{ normal: BITCOIN, sure: true }])
    expect(codesOf([line(BITCOIN.replace('KZD', 'www'))])).toEqual([])
  })

  test('of Ethereum in one case has no check sum, so that two looks have to agree', () => {
    const ethereum = '0xc5b39eea9771c6ad39c1f3b96f24a9c1fee51f34'
    expect(codesOf([line(ethereum, ethereum)])).toMatchObject([{ type: 'eth', sure: true }])
    expect(codesOf([line(ethereum, ethereum.replace('c6ad', 'c8ad'))])).toMatchObject([
      { type: 'eth', sure: false },
    ])
  })
})

describe('an account number', () => {
  test('has letters and digits where they belong', () => {
    expect(codesOf([line('lQ32RAFB8503601735I6O69')])).toMatchObject([
      { type: 'iban', normal: IBAN, sure: true },
    ])
  })

  test('with a guessed digit is shown and not sure, for its check sum is weak', () => {
    const at = IBAN.indexOf('9')
    const wrong = `${IBAN.slice(0, at - 1)}86${IBAN.slice(at + 1)}`
    expect(
      codesOf([
        line(wrong, undefined, {
          [at - 1]: { likelihood: 0.7, others: ['6'] },
          [at]: { likelihood: 0.7, others: ['9'] },
        }),
      ]).every(({ sure }) => !sure),
    ).toBe(true)
    const one = `${IBAN.slice(0, at)}6${IBAN.slice(at + 1)}`
    expect(codesOf([line(one, undefined, { [at]: { likelihood: 0.7, others: ['9'] } })])).toMatchObject([
      { normal: IBAN, sure: false },
    ])
  })
})

describe('whose a code is', () => {
  test("is said by its bubble: \"my number\" in the blackmailer's is theirs and matches other cases, in one's own it is one's own", () => {
    const words = line('my number is 07701234567', 'my number is 07701234567')
    expect(codesOf([words], 'them')).toMatchObject([
      { normal: '+9647701234567', owner: 'perpetrator', sure: true },
    ])
    expect(readText([words], 'them', checks).identifiers[0]?.keys).toEqual(['phone:+9647701234567'])
    expect(codesOf([words], 'me')).toMatchObject([{ owner: 'self' }])
  })
})

test('a number that two looks read differently is not sure, nor one with a doubtful digit', () => {
  const number = 'number 07701234567'
  expect(codesOf([line(number, 'number 07701234561')])).toMatchObject([{ sure: false }])
  expect(codesOf([line(number, number, { 12: { likelihood: 0.5 } })])).toMatchObject([{ sure: false }])
})

test('an account name at the head of the screen is a code though nothing says so; a name of a person is none', () => {
  const bubbles = [
    { side: 'them' as const, box: { left: 0, top: 0, right: 9, bottom: 9 }, lines: [line('hello')] },
  ]
  const chat = (header: ReadLine) =>
    readChat(
      { status: 'read', tool: 't', size: { width: 100, height: 200 }, direction: 'ltr', header, bubbles },
      checks,
    ).identifiers
  expect(chat(line('king_vip059', 'king_vip059'))).toMatchObject([
    { type: 'instagram', normal: 'king_vip059', sure: true },
  ])
  expect(chat(line('Ahmed S.', 'Ahmed S.'))).toEqual([])
})
