import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openChecks } from '../../../../adapters/identifiers/index.ts'
import {
  extractIdentifiers,
  findIdentifiers,
  withoutCards,
} from '../../../../core/text/identifiers/extract.ts'
import { matchKeys, mergeIdentifiers, sealable } from '../../../../core/text/identifiers/identifier.ts'
import type { Identifier } from '../../../../core/text/identifiers/identifier.ts'
import { labelOf, valueOf } from '../../../../core/text/identifiers/label.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'

type Labelled = {
  readonly id: string
  readonly text: string
  readonly identifiers: readonly { readonly type: string; readonly value: string }[]
}

const vectors = (name: string): readonly Labelled[] =>
  JSON.parse(readFileSync(new URL(`../../../vectors/${name}.json`, import.meta.url), 'utf8')) as Labelled[]

const checks = openChecks()
const extract = (text: string): readonly Identifier[] => extractIdentifiers(text, checks)
const found = (text: string): readonly string[] =>
  extract(text).map((one) => `${labelOf(one)} ${valueOf(one)}`)
const byText = (a: string, b: string): number => (a < b ? -1 : 1)

/**
 * `before` was written before the rules, `fresh` from outside of them and `tuned` beside them;
 * `crisis/sample` is a set of labelled messages from outside.
 */
describe.each(['crisis/sample', 'identifiers/before', 'identifiers/fresh', 'identifiers/tuned'])(
  'labelled messages of %s',
  (name) => {
    test.each(vectors(name).map((one) => [one.id, one] as const))(
      '%s names what its label says, and nothing else',
      (_, { text, identifiers }) => {
        expect(found(text).toSorted(byText)).toEqual(
          identifiers.map(({ type, value }) => `${type} ${value}`).toSorted(byText),
        )
      },
    )
  },
)

test.each(['crisis/held', 'crisis/fresh', 'crisis/tuning'])(
  'nothing is found in the messages of %s, which name nobody',
  (name) => {
    for (const { text, identifiers } of vectors(name))
      if (identifiers.length === 0) expect(found(text)).toEqual([])
  },
)

test('a day beside a mobile is no part of it, and one that a mobile is cut into is', () => {
  const mobile = ['+9647701234567']
  const normals = (text: string): readonly string[] => extract(text).map(({ normal }) => normal)
  expect(normals('07701234567 5.1.2026')).toEqual(mobile)
  expect(normals('من يوم 5.1.2026 رقمه 0770 123 4567')).toEqual(mobile)
  expect(normals('+964 770 123 4567 بتاريخ 7/8/2026')).toEqual(mobile)
  expect(normals('0770 12 5.1.2026')).toEqual([])
  expect(normals('00964 74 5.1.1901 49')).toEqual(['+9647451190149'])
  expect(normals('0 7-7/8/2026 123')).toEqual(['+9647782026123'])
})

describe('a mobile of Iraq is one number in every spelling', () => {
  test.each([
    '07701234567',
    '7701234567',
    '+9647701234567',
    '009647701234567',
    '9647701234567',
    '+964 0770 123 4567',
    '0770 123 4567',
    '0770-123-4567',
    '٠٧٧٠١٢٣٤٥٦٧',
    '۰۷۷۰ ۱۲۳ ۴۵۶۷',
    'رقمه07701234567وهدد',
    'https://t.me/+9647701234567',
    'صفر سبعة سبعة صفر واحد اثنين ثلاثة اربعة خمسة ستة سبعة',
    'سفر حەوت حەوت سفر یەک دوو سێ چوار پێنج شەش حەوت',
    'zero seven seven zero one two three four five six seven',
    'zero double seven zero 123 forty five sixty seven',
    'صفر سبعمية وسبعين مية وثلاثة وعشرين خمسة واربعين سبعة وستين',
  ])('%s', (text) => {
    expect(found(text)).toEqual(['phone +9647701234567'])
  })
})

describe('what is kept of an identifier', () => {
  test('its words as they were written, and where they stood', () => {
    const text = 'رقمه ٠٧٧٠ ١٢٣ ٤٥٦٧ هذا'
    const [one] = extract(text)
    expect(one?.raw).toBe('٠٧٧٠ ١٢٣ ٤٥٦٧')
    expect(text.slice(one?.start).startsWith('٠٧٧٠ ١٢٣')).toBe(true)
  })

  test('the trailing full stop of a sentence is none of a name, a link or a mail', () => {
    expect(extract('@bad.guy. t.me/badguy_1! a.b@example.com.').map(({ raw }) => raw)).toEqual([
      '@bad.guy',
      't.me/badguy_1',
      'a.b@example.com',
    ])
  })

  test('services on one number share its key', () => {
    const keys = [
      '07701234567',
      'زين كاش 07701234567',
      'wa.me/9647701234567',
      'فاستپەی 0770 123 4567',
    ].flatMap((text) => extract(text)[0]?.keys ?? [])
    expect(new Set(keys)).toEqual(new Set(['phone:+9647701234567']))
    expect(keys).toHaveLength(4)
  })

  test('spellings of one mail box share a key, other boxes do not', () => {
    const keysOf = (text: string): readonly string[] => extract(text)[0]?.keys ?? []
    expect(keysOf('B.a.d+new@Gmail.com')).toEqual(['email:b.a.d+new@gmail.com', 'email:bad@gmail.com'])
    expect(keysOf('bad@googlemail.com')).toContain('email:bad@gmail.com')
    expect(keysOf('b.ad@hotmail.com')).toEqual(['email:b.ad@hotmail.com'])
  })

  test('one name on two services shares the key of the name, and each has one of its own service', () => {
    const [a, b] = extract('انستا @same_demo وتلي @same_demo')
    expect(a?.keys).toEqual(['instagram:same_demo', 'handle:same_demo'])
    expect(b?.keys).toEqual(['telegram:u:same_demo', 'handle:same_demo'])
    for (const text of [
      '@same_demo',
      'same_demo on Insta',
      't.me/same_demo',
      'https://snapchat.com/add/same_demo',
      'telegram: same_demo',
    ])
      expect(extract(text)[0]?.keys, text).toContain('handle:same_demo')
    expect(extract('telegram id 2500001')[0]?.keys).toEqual(['telegram:id:2500001'])
  })

  test('one number in two games is two players', () => {
    expect(extract('ببجي ايدي 5123456789')[0]?.keys).not.toEqual(extract('فري فاير ايدي 5123456789')[0]?.keys)
  })

  test.each([
    'https://vm.tiktok.com/ZMabc/',
    'https://www.facebook.com/share/1AbC/',
    'https://fb.watch/abc/',
    'https://bit.ly/3abc',
    'https://wa.me/message/ABCDEF',
    'https://www.snapchat.com/t/AbC',
  ])('%s is flagged as a link whose account is not known', (text) => {
    expect(extract(text)).toMatchObject([{ unresolved: true }])
  })

  test('a link that names its account is not flagged', () => {
    expect(extract('https://www.tiktok.com/@x.demo')[0]).not.toHaveProperty('unresolved')
  })

  test('what is the person’s own has no key', () => {
    expect(
      extract('رقمي 07900000188 وحسابي بالانستا me_demo_1 وايميلي me@hotmail.com').map(({ owner, keys }) => [
        owner,
        keys,
      ]),
    ).toEqual([
      ['self', []],
      ['self', []],
      ['self', []],
    ])
  })
})

describe('a card', () => {
  const text = untrusted('بطاقته ٥٥٥٥-5555 ５５５５ 4444 ورقمه 07701234567، 5555555555554444')

  test('is never stored whole, in no field and no key', () => {
    const kept = JSON.stringify(extract(text))
    expect(extract(text)[0]).toMatchObject({
      type: 'card',
      raw: '555555******4444',
      normal: '555555******4444',
      keys: [],
    })
    expect(kept.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) % 16))).not.toMatch(
      /5555\D{0,3}5555\D{0,3}5555/,
    )
  })

  test('is matched by all its digits, in the moment it is read only', () => {
    const [card] = findIdentifiers(text, checks)
    expect(card === undefined ? [] : matchKeys(card)).toEqual(['card:5555555555554444'])
    expect(card === undefined ? {} : sealable(card)).not.toHaveProperty('secret')
    const [own] = findIdentifiers('بطاقتي 5555 5555 5555 4444', checks)
    expect(own === undefined ? ['none'] : matchKeys(own)).toEqual([])
  })

  test('has stars in the words that are kept beside the answer, wherever it stands', () => {
    expect(withoutCards(text, checks)).toBe('بطاقته 555555******4444 ورقمه 07701234567، 555555******4444')
    expect(withoutCards(untrusted('no card 0770 123 4567'), checks)).toBe('no card 0770 123 4567')
  })
})

describe('an answer to the question for identifiers', () => {
  test('may be a name alone, on a line of its own', () => {
    expect(
      extractIdentifiers('dark_demo77\nwolf.demo', checks, true).map(({ type, normal }) => [type, normal]),
    ).toEqual([
      ['handle', 'dark_demo77'],
      ['handle', 'wolf.demo'],
    ])
    expect(found('dark_demo77')).toEqual([])
  })

  test.each(['done', 'I do not know', '2 hours', '500usd', 'photo_12.jpg', 'ok.', 'ما اعرف'])(
    '«%s» names nobody',
    (text) => {
      expect(extractIdentifiers(text, checks, true)).toEqual([])
    },
  )
})

describe('merging', () => {
  const merge = (...texts: readonly string[]): readonly Identifier[] =>
    texts.map(extract).reduce((a, b) => mergeIdentifiers(a, b), [])

  test('counts the same thing in two spellings once, and the first one stays', () => {
    expect(merge('07701234567', '+964 770 123 4567 @x_y').map((one) => one.raw)).toEqual([
      '07701234567',
      '@x_y',
    ])
  })

  test('makes a number that turns out to be the person’s own theirs, whichever message says so', () => {
    const told = merge('07701234567', 'رقمي 07701234567')
    expect(told).toMatchObject([{ owner: 'self', keys: [] }])
    expect(merge('رقمي 07701234567', '07701234567')).toMatchObject([{ owner: 'self', keys: [] }])
  })

  test('learns the service that a later message names, and keeps the first of two', () => {
    expect(merge('07701234567', 'زين كاش 07701234567').map(labelOf)).toEqual(['zaincash'])
    expect(merge('واتساب 07701234567', 'زين كاش 07701234567').map(labelOf)).toEqual(['whatsapp'])
    expect(merge('@bad_demo', 'انستا bad_demo').map(labelOf)).toEqual(['instagram'])
    expect(merge('انستا bad_demo', '@bad_demo', 'تلي bad_demo').map(labelOf)).toEqual([
      'instagram',
      'telegram',
    ])
  })
})

describe('a flood', () => {
  test('of names leaves fifty', () => {
    expect(extract(Array.from({ length: 500 }, (_, i) => `@user${i}`).join(' '))).toHaveLength(50)
  })

  test('of anything is asked about a bounded number of times', () => {
    for (const one of [
      (i: number) => `0770${1_000_000 + i}`,
      (i: number) => `+1415${1_000_000 + i}`,
      (i: number) => `a${i}@b${i}.com`,
      (i: number) => `TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjL${100 + (i % 800)}`.replaceAll('0', 'z'),
      (i: number) => `IQ98NBIQ8501234567${10_000 + i}`,
      (i: number) => `site${i}.com/x`,
    ]) {
      let asked = 0
      const counted = Object.fromEntries(
        Object.entries(checks).map(([name, check]) => [
          name,
          (...args: [never, never]) => {
            asked += 1
            return (check as (...all: unknown[]) => unknown)(...args)
          },
        ]),
      ) as typeof checks
      extractIdentifiers(Array.from({ length: 4000 }, (_, i) => one(i)).join(' '), counted)
      expect(asked).toBeGreaterThan(20)
      expect(asked).toBeLessThanOrEqual(500)
    }
  })

  test('hides nothing that stands before it, and nothing behind 20,000 characters is looked for', () => {
    expect(found(`07701234567 ${'x '.repeat(50_000)} 07801234567`)).toEqual(['phone +9647701234567'])
  })
})

test.each([
  'he wants 250000 on telegram',
  'يريد 250000 على تلكرام',
  'I paid him 1500000 over telegram',
  'داوای 750000 دەکات لە تێلێگرام',
])('a sum beside the name of a service is no account that links strangers: %s', (text) => {
  expect(extract(text).filter(({ normal }) => normal.startsWith('id:'))).toEqual([])
})

test('a number that is called an id beside the name of a service is its account', () => {
  expect(extract('his telegram id 2500001').map(({ type, normal }) => [type, normal])).toContainEqual([
    'telegram',
    'id:2500001',
  ])
})
