import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutByDirection as cutInConsole } from '../../adapters/console/ui/language/bidi.ts'
import { splitName } from '../../adapters/channels/webchat/page/names.ts'
import { splitTokens } from '../../adapters/channels/webchat/page/tokens.ts'
import { cutByDirection, isolateRuns } from '../../core/base/bidi.ts'
import { runs } from './runs.ts'

/** Names of accounts, files, wallets, links: Latin letters and digits with marks between them. */
const part = fc.string({
  unit: fc.constantFrom(...'a b c d X Y Z 0 1 2 3 4 5 6 7 8 9'.split(' ')),
  minLength: 1,
  maxLength: 8,
})
const token = fc
  .tuple(
    fc.constantFrom('', '@', '_'),
    part,
    fc.array(fc.tuple(fc.constantFrom('_', '.', '-', '@', '/', ':', '+'), part), { maxLength: 4 }),
  )
  .map(([first, start, rest]) => first + start + rest.map(([mark, more]) => mark + more).join(''))
  .filter((text) => /[A-Za-z]/.test(text) && text.length > 1)

const AROUND: ReadonlyArray<readonly [string, string]> = [
  ['حسابه ', ' على انستغرام'],
  ['ناوی ', ' ە'],
  ['اسمه ', ''],
  ['', ' هذا حسابه'],
  ['(', ') حسابه'],
  ['حسابه: ', '، وهددني'],
]

/** Latin letters alone keep their order by themselves; everything else has to be set apart. */
const needs = (text: string): boolean => /[\d_@/:+-]/.test(text)

const whole = (
  pieces: readonly { readonly text: string; readonly apart: boolean }[],
  text: string,
): boolean => pieces.some((piece) => piece.apart && piece.text.includes(text))

const CUTS = [
  [
    'in the web chat',
    (text: string) => splitTokens(text).map((piece) => ({ text: piece.text, apart: piece.token })),
  ],
  [
    'in the report',
    (text: string) => cutByDirection(text).map((piece) => ({ text: piece.text, apart: piece.ltr })),
  ],
  [
    'in the console',
    (text: string) => cutInConsole(text).map((piece) => ({ text: piece.text, apart: piece.ltr })),
  ],
  [
    'in messages',
    (text: string) =>
      isolateRuns(text)
        .split(/(\u2068[^\u2069]*\u2069)/)
        .map((piece) => ({ text: piece, apart: piece.startsWith('\u2068') })),
  ],
] as const

/** Links as people paste them: with a path, a query. */
const link = fc
  .tuple(
    fc.constantFrom('https://amin.example', 'http://t.me', 'https://t.me/joinchat'),
    fc.array(fc.tuple(fc.constantFrom('/', '?a=', '&b=', '-', '_', '.', '#'), part), {
      maxLength: 3,
    }),
  )
  .map(([host, rest]) => host + rest.map(([mark, more]) => mark + more).join(''))

test.each(CUTS)(
  'what ends the sentence after a link, or closes a bracket around it, stands outside its run %s',
  (_, cut) => {
    fc.assert(
      fc.property(
        link,
        fc.constantFrom('.', '،', '؟', '!', ':', '؛', '...', ')', ').', '!؟', '"', '».'),
        fc.constantFrom('', ' ثم اكتب', ' بعدها'),
        (text, mark, after) => {
          const before = mark.includes(')') ? 'الرابط (' : 'الرابط '
          const run = cut(before + text + mark + after).find(({ apart }) => apart)
          // A pair of brackets around all of a run belongs to it.
          expect([text, `(${text})`]).toContain(run?.text.replaceAll(/[\u2068\u2069]/g, ''))
        },
      ),
      runs(200),
    )
  },
)

test('a bracket that was opened within a link closes within it', () => {
  const address = 'https://amin.example/x_(y)'
  for (const cut of [cutByDirection, cutInConsole])
    expect(cut(`الرابط ${address}.`)).toContainEqual({ text: address, ltr: true })
})

describe('a name, number or link in Arabic or Kurdish words is one run from left to right', () => {
  test.each(CUTS)('%s', (_, cut) => {
    fc.assert(
      fc.property(token, fc.constantFrom(...AROUND), (text, [before, after]) => {
        const pieces = cut(before + text + after)
        expect(pieces.map((piece) => piece.text.replaceAll(/[\u2068\u2069]/g, '')).join('')).toBe(
          before + text + after,
        )
        if (needs(text)) expect([text, pieces, whole(pieces, text)]).toEqual([text, pieces, true])
      }),
      runs(200),
    )
  })

  test.each([
    'haider_love_77',
    '77_haider',
    'rebaz_k99',
    '@haider.77',
    'user-1_x',
    'a.b_2@c.d',
    'IMG_2026-11.jpg',
    't.me/x_1',
  ])('%s', (name) => {
    for (const text of [`حسابه ${name} على`, `ئەکاونتی ${name} ە`]) {
      expect(splitTokens(text)).toContainEqual({ text: name, token: true })
      expect(isolateRuns(text)).toContain(`\u2068${name}\u2069`)
    }
  })

  test("in a file's name", () => {
    fc.assert(
      fc.property(
        token,
        fc.constantFrom(
          ['', ''],
          ['صورة ', ''],
          ['لقطة_', '.png'],
          ['وێنەی (', ').png'],
          ['', ' محادثة.pdf'],
          ['حسابه - ', ' - نسخة'],
        ),
        (text, [before, after]) => {
          const pieces = splitName(before + text + after)
          expect(pieces.map((piece) => piece.text).join('')).toBe(before + text + after)
          // A mark beside an Arabic letter belongs to neither.
          expect(pieces.some((piece) => piece.token && piece.text.includes(text.replace(/^_/, '')))).toBe(
            true,
          )
        },
      ),
      runs(200),
    )
    expect(splitName('شاشة.png')).toEqual([
      { text: 'شاشة', token: false },
      { text: '.', token: false },
      { text: 'png', token: true },
    ])
    expect(splitName('محادثة (chat مع حيدر).pdf').filter((piece) => piece.token)).toEqual([
      { text: 'chat', token: true },
      { text: 'pdf', token: true },
    ])
  })

  test('what is set apart already is not set apart twice, and text without Arabic letters stays as it is', () => {
    expect(isolateRuns('حسابه \u2068haider_77\u2069 هنا')).toBe('حسابه \u2068haider_77\u2069 هنا')
    expect(isolateRuns('his account is haider_77')).toBe('his account is haider_77')
  })

  test('words that were filled in hold runs as well: each is set apart inside of them, once, however often the text is looked through', () => {
    const once = isolateRuns('الاسم: \u2068حسابه 77_haider هنا\u2069.')
    expect(once).toBe('الاسم: \u2068حسابه \u206877_haider\u2069 هنا\u2069.')
    expect(isolateRuns(once)).toBe(once)
  })

  test('an isolate around whole lines, which would hold nothing, goes: each line then runs as its own letters do', () => {
    const text = isolateRuns(
      'هذا ما سجّلناه:\n\n\u2068القصة: حسابه 77_haider\nالرقم: +964 770 123 4567 هنا\u2069',
    )
    expect(text).toBe(
      'هذا ما سجّلناه:\n\nالقصة: حسابه \u206877_haider\u2069\nالرقم: \u2068+964 770 123 4567\u2069 هنا',
    )
    expect(isolateRuns('سطر\n\u2068نعم 77_x\u2069\nسطر')).toBe('سطر\nنعم \u206877_x\u2069\nسطر')
  })
})
