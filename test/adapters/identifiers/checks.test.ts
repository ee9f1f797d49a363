import { describe, expect, test } from 'vitest'
import { openChecks } from '../../../adapters/identifiers/index.ts'

const checks = openChecks()

describe('telephone numbers', () => {
  test.each([
    ['07701234567', '+9647701234567'],
    ['7701234567', '+9647701234567'],
    ['+9647701234567', '+9647701234567'],
    ['+96407701234567', '+9647701234567'],
    ['009647701234567', '+9647701234567'],
    ['+964 (0) 770 123 4567', '+9647701234567'],
    ['017191234', '+96417191234'],
    ['+905321234567', '+905321234567'],
    ['+14155550132', '+14155550132'],
  ])('%s is %s', (raw, e164) => {
    expect(checks.phone(raw, 'IQ')).toBe(e164)
  })

  test.each([
    '066106',
    '911',
    '07111111111',
    '0770123456',
    '077012345678',
    '+999123456789',
    '+',
    '',
    'abc',
    '0'.repeat(5000),
  ])('«%s» is none', (raw) => {
    expect(checks.phone(raw, 'IQ')).toBeUndefined()
  })
})

/**
 * Addresses of public documentation: BIP 173 and 350, EIP-55, the token contract of USDT on Tron,
 * the first block of Bitcoin.
 */
const WALLETS: ReadonlyArray<readonly [raw: string, chain: string, normal: string]> = [
  ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'btc', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
  ['3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', 'btc', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
  ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'btc', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', 'btc', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  [
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    'btc',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
  ],
  ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'eth', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'],
  ['0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359', 'eth', '0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359'],
  ['0xdbf03b407c01e7cd3cbea99509d93f8dddc8c6fb', 'eth', '0xdbf03b407c01e7cd3cbea99509d93f8dddc8c6fb'],
  ['0x52908400098527886E0F7030069857D2E4169EE7', 'eth', '0x52908400098527886e0f7030069857d2e4169ee7'],
  ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'tron', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
]

describe('wallets', () => {
  test.each(WALLETS)('%s is one on %s', (raw, chain, normal) => {
    expect(checks.wallet(raw)).toEqual({ chain, normal })
  })

  test.each(WALLETS.map(([raw]) => raw))('%s with one character changed is none', (raw) => {
    for (let i = 2; i < raw.length; i += 1) {
      const letter = raw[i] ?? ''
      const other =
        letter === 'q'
          ? 'p'
          : letter === '9'
            ? '8'
            : letter === 'Q'
              ? 'P'
              : /\d/.test(letter)
                ? '9'
                : /[A-Z]/.test(letter)
                  ? 'Q'
                  : 'q'
      // All lower and all upper case carry no check sum in Ethereum.
      if (!raw.startsWith('0x') && other !== letter)
        expect(checks.wallet(raw.slice(0, i) + other + raw.slice(i + 1))).toBeUndefined()
    }
  })

  test('the check sum of Ethereum is in the case of its letters', () => {
    const raw = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'
    for (let i = 2; i < raw.length; i += 1) {
      const letter = raw[i] ?? ''
      const turned = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
      if (turned !== letter)
        expect(checks.wallet(raw.slice(0, i) + turned + raw.slice(i + 1))).toBeUndefined()
    }
  })

  test.each([
    // BIP 350: version 1 with the old check sum, version 0 with the new one; BIP 173: a program of
    // a wrong length; another network.
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
    'bc1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyut',
    'bc1rw5uspcuh',
    'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx',
    'mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn',
    '5Kb8kLf9zgWQnogidDA76MzPL6TsZZY36hWXMssSzNydYXYB9KF',
    'bc1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
    '',
    '0x',
    'T',
    '1'.repeat(34),
    'bc1'.repeat(30),
  ])('«%s» is none', (raw) => {
    expect(checks.wallet(raw)).toBeUndefined()
  })
})

test.each([
  ['IQ98NBIQ850123456789012', 'IQ98NBIQ850123456789012'],
  ['iq98 nbiq 8501 2345 6789 012', 'IQ98NBIQ850123456789012'],
  ['GB82-WEST-1234-5698-7654-32', 'GB82WEST12345698765432'],
  ['IQ98NBIQ850123456789013', undefined],
  ['IQ98NBIQ85012345678901', undefined],
  ['ZZ98NBIQ850123456789012', undefined],
  ['', undefined],
  ['I'.repeat(10_000), undefined],
])('IBAN «%s» is %s', (raw, normal) => {
  expect(checks.iban(raw)).toBe(normal)
})

test.each([
  ['a.B.example.co.uk', 'example.co.uk'],
  ['leak-demo.com', 'leak-demo.com'],
  ['x.iq', 'x.iq'],
  ['someone.github.io', 'github.io'],
  ['word.word', undefined],
  ['com', undefined],
  ['192.168.1.1', undefined],
  ['a..b', undefined],
  ['', undefined],
  [`${'a.'.repeat(5000)}com`, undefined],
])('the domain of «%s» is %s', (host, domain) => {
  expect(checks.domain(host)).toBe(domain)
})
