import { readFile, readdir } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openBook } from '../../../adapters/phrases/book.ts'
import { TEXTS } from '../../../bots/texts.ts'
import type { Message, MessagePage } from '../../../adapters/console/contract/messages.ts'
import { joinNewest, joinOlder, type Thread } from '../../../adapters/console/ui/api/thread.ts'
import { stretchesOf } from '../../../adapters/console/ui/chat/stretches.ts'
import { makeQr } from '../../../adapters/console/ui/entry/qr.ts'
import { makeFrameReader, type Frame } from '../../../adapters/console/ui/feed/frames.ts'
import { textGroupKey } from '../../../adapters/console/ui/admin/text-group.ts'
import { cutByDirection, directionOf, searchClass } from '../../../adapters/console/ui/language/bidi.ts'
import { LANGUAGES, makeTranslate } from '../../../adapters/console/ui/language/bundles.ts'
import { makeClock, spanSince } from '../../../adapters/console/ui/language/clock.ts'
import { sourceOf } from './texts.ts'

const UI = new URL('../../../adapters/console/ui/', import.meta.url).pathname

test('what a push and a notification say holds no name, number or code that a lock screen could turn about', async () => {
  for (const language of LANGUAGES)
    for (const key of ['alert-note', 'alert-account']) {
      const line = (await sourceOf(language)).split('\n').find((one) => one.startsWith(`${key} = `)) ?? ''
      expect(line.slice(key.length + 3), `${language} ${key}`).toMatch(/^[\p{L}\p{M}\u200c:،, ]+$/u)
    }
})

describe('left-to-right stretches in right-to-left text', () => {
  const ltr = (text: string) => cutByDirection(text).flatMap((stretch) => (stretch.ltr ? [stretch.text] : []))
  test.each([
    ['حسابه @real.user_99 هنا', ['@real.user_99']],
    ['رقمه +964 770 123 4412 فقط', ['+964 770 123 4412']],
    ['مقنّع +964 770 ••• 4412', ['+964 770 ••• 4412']],
    ['المحفظة (USDT-TRC20) الآن', ['(USDT-TRC20)']],
    ['إلى TQ5xJ8kLmN2pR7sT9fK2، اليوم', ['TQ5xJ8kLmN2pR7sT9fK2']],
    ['الرابط https://t.me/joinchat/AbC_12?x=1 احذفه', ['https://t.me/joinchat/AbC_12?x=1']],
    ['افتح https://amin.example/chat. ثم اكتب', ['https://amin.example/chat']],
    ['هل فتحت https://amin.example/chat؟', ['https://amin.example/chat']],
    ['https://amin.example/?a=1!؛ وهذا', ['https://amin.example/?a=1']],
    ['بريده a.b-c@example.org.', ['a.b-c@example.org']],
    ['يوم 2026-11-20 في 22:00', ['2026-11-20', '22:00']],
    ['دفعت $500 أمس', ['$500']],
    ['اسمه Real User هناك', ['Real User']],
    ['ملف (chat-export).pdf', ['(chat-export).pdf']],
    ['عندي 3 صور', []],
    ['داوای ٥٠٠ دۆلار', []],
    ['no Arabic here @at_all', []],
  ])('%s', (text, expected) => {
    expect(ltr(text)).toEqual(expected)
  })

  test.each([
    // What is left outside of every stretch says to the browser which way the line runs.
    ['Instagram حسابي مسروق', 'rtl', [' حسابي مسروق']],
    ['WhatsApp: @haider.77 يهددني', 'rtl', [' يهددني']],
    ['he said حرام عليك and left', 'ltr', ['he said ', ' and left']],
    ['حرام he said to me', 'rtl', ['حرام ']],
    ['ئینستاگرام Instagram', 'rtl', ['ئینستاگرام ']],
    ['please help me quickly\nحسابي مسروق', 'ltr', ['please help me quickly\n', 'حسابي مسروق']],
    ['1', 'auto', ['1']],
  ] as const)('"%s" runs %s, whichever word begins it', (text, way, outside) => {
    expect(directionOf(text)).toBe(way)
    const stretches = cutByDirection(text)
    expect(stretches.map((one) => one.text).join('')).toBe(text)
    expect(stretches.flatMap((one) => (one.ltr || one.rtl ? [] : [one.text]))).toEqual(outside)
  })

  test('a piece without a right-to-left letter is cut as the text that it is a piece of', () => {
    const number = '+964 750 000 1177'
    expect(cutByDirection(` ${number}`, `رقمه هذا: ${number}`)).toEqual([
      { text: ' ', ltr: false },
      { text: number, ltr: true },
    ])
    expect(cutByDirection(number, `call ${number}`)).toEqual([{ text: number, ltr: false }])
  })

  test('nothing is lost or changed, whatever the text', () => {
    const sign = fc.constantFrom(
      'ا',
      'ب',
      ' ',
      '@',
      '(',
      ')',
      '[',
      '+',
      '9',
      '-',
      '.',
      'a',
      'Z',
      '•',
      '\n',
      '؟',
      '🙂',
      '/',
    )
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: sign, maxLength: 60 }), fc.string({ unit: 'grapheme' })),
        (text) => {
          expect(
            cutByDirection(text)
              .map((stretch) => stretch.text)
              .join(''),
          ).toBe(text)
        },
      ),
    )
  })

  test('a long hostile text is cut in time that grows with its length', () => {
    // What makes a pattern with nested repeats explode; the test's own time limit is the judge.
    for (const piece of ['a-', '1 ', '(a', 'a.', '+1•', 'a@', 'A '])
      cutByDirection(`ا${piece.repeat(50_000)}!`)
  })
})

test.each([
  ['', ''],
  ['+964 770 123', 'reads-ltr'],
  ['agent-', 'reads-ltr'],
  ['سارة', ''],
  ['سارة +964', ''],
])('what is searched for, %j, has the class %j', (text, name) => {
  expect(searchClass(text)).toBe(name)
})

describe('the thread', () => {
  const message = (n: number): Message => ({
    id: `${n}.0`,
    at: '2026-11-24T11:00:00.000Z',
    from: 'person',
    text: String(n),
  })
  const all = Array.from({ length: 300 }, (_, n) => message(n))
  const pageBefore = (end: number, limit: number, version = end): MessagePage => {
    const from = Math.max(0, end - limit)
    return { messages: all.slice(from, end), version, ...(from > 0 ? { older: `${from}.0` } : {}) }
  }
  const numbers = (thread: Thread) => thread.messages.map((each) => Number.parseInt(each.id, 10))

  test('reading back and new messages in any order leave no gap and no double', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant('older' as const), fc.integer({ min: 0, max: 120 })), {
          maxLength: 12,
        }),
        (steps) => {
          let end = 100
          let thread = joinNewest(undefined, pageBefore(end, 50))
          for (const step of steps) {
            if (step === 'older') {
              if (thread.older !== undefined)
                thread = joinOlder(thread, pageBefore(Number.parseInt(thread.older, 10), 50))
            } else {
              end = Math.min(all.length, end + step)
              thread = joinNewest(thread, pageBefore(end, 50))
            }
            const shown = numbers(thread)
            expect(shown).toEqual(Array.from({ length: shown.length }, (_, i) => end - shown.length + i))
            expect(thread.version).toBe(end)
            expect(thread.older).toBe(shown[0] === 0 ? undefined : `${shown[0]}.0`)
          }
        },
      ),
    )
  })

  test('a newer version of a message replaces the one that is shown', () => {
    const before = joinNewest(undefined, pageBefore(100, 50))
    const edited = { ...message(80), edits: [{ at: '2026-11-24T11:01:00.000Z', text: 'changed' }] }
    const page = pageBefore(100, 50, 101)
    const after = joinNewest(before, {
      ...page,
      messages: page.messages.map((each) => (each.id === '80.0' ? edited : each)),
    })
    expect(after.messages.find((each) => each.id === '80.0')).toEqual(edited)
  })

  test('what did not change stays the same object, through older ones before it and new ones after it', () => {
    const fetched = (end: number): MessagePage => structuredClone(pageBefore(end, 50))
    const first = joinNewest(undefined, fetched(100))
    const later = joinNewest(joinOlder(first, fetched(Number.parseInt(first.older ?? '', 10))), fetched(110))
    for (const each of first.messages) expect(later.messages.find(({ id }) => id === each.id)).toBe(each)
  })

  test('is drawn in stretches that older and newer messages leave as they were', () => {
    fc.assert(
      fc.property(fc.nat({ max: 150 }), fc.nat({ max: 150 }), fc.nat({ max: 150 }), (a, b, c) => {
        const [from, middle, to] = [a, b, c].sort((x, y) => x - y) as [number, number, number]
        const shown = stretchesOf(all.slice(from, to))
        expect(shown.flatMap(({ messages }) => messages)).toEqual(all.slice(from, to))
        expect(shown.map(({ start }) => start)).toEqual(
          shown.map((_, n) => shown.slice(0, n).flatMap(({ messages }) => messages).length),
        )
        // All but the ones at the two ends hold the same messages under the same key, whatever part
        // of the conversation is there.
        const inner = stretchesOf(all.slice(middle, to)).slice(1)
        for (const { key, messages } of inner)
          expect(shown.find((each) => each.key === key)?.messages).toEqual(messages)
      }),
    )
  })
})

describe('the stream reader', () => {
  const text =
    ': \n\nid: 7\nevent: change\ndata: {"a":1}\n\nevent: reset\nid: 9\ndata: {}\n\ndata: one\ndata: two\n\n'
  const expected: Frame[] = [
    { event: 'change', id: '7', data: '{"a":1}' },
    { event: 'reset', id: '9', data: '{}' },
    { event: 'message', data: 'one\ntwo' },
  ]
  test.each([
    ['line feeds', text],
    ['carriage returns and line feeds', text.replaceAll('\n', '\r\n')],
  ])('finds the same frames wherever the line is cut, with %s', (_, stream) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 80 }), (cuts) => {
        const frames: Frame[] = []
        const take = makeFrameReader((frame) => frames.push(frame))
        let from = 0
        for (const cut of cuts) {
          take(stream.slice(from, from + cut))
          from += cut
        }
        take(stream.slice(from))
        expect(frames).toEqual(expected)
      }),
    )
  })
})

describe('dates', () => {
  const at = new Date(2026, 10, 24, 14, 5, 9)
  test.each([
    ['ar', '24 تشرين الثاني 2026، 14:05:09', /الثلاثاء/],
    ['ckb', '24ی تشرینی دووەمی 2026، 14:05:09', /سێشەممە/],
    ['en', '24 November 2026, 14:05:09', /Tuesday/],
  ] as const)('in %s are written with Iraqi names and Latin digits', (language, whole, day) => {
    const clock = makeClock(language)
    expect(clock.whole(at)).toBe(whole)
    expect(clock.day(at)).toMatch(day)
  })

  test.each([
    [-5, 'now', 0],
    [0.9, 'now', 0],
    [1, 'minutes', 1],
    [59.9, 'minutes', 59],
    [60, 'hours', 1],
    [47 * 60, 'hours', 47],
    [48 * 60, 'days', 2],
  ] as const)('%f minutes ago read as %s %i', (minutes, unit, count) => {
    expect(spanSince(new Date(at.getTime() - minutes * 60_000), at)).toEqual({ unit, count })
  })
})

describe('texts', () => {
  const keysOf = (text: string) =>
    [...text.matchAll(/^([a-zA-Z][\w-]*) =/gm)].flatMap((match) => match[1] ?? [])
  const placesOf = (text: string) =>
    Object.fromEntries(
      text.split(/^(?=[a-zA-Z][\w-]* =)/m).flatMap((entry) => {
        const key = keysOf(entry)[0]
        return key === undefined
          ? []
          : [
              [
                key,
                [...new Set([...entry.matchAll(/\{ ?\$(\w+)/g)].map((match) => match[1] ?? ''))].toSorted(
                  (a, b) => a.localeCompare(b),
                ),
              ],
            ]
      }),
    )

  test('every language has the same texts with the same places to fill', async () => {
    const english = await sourceOf('en')
    for (const language of LANGUAGES) {
      const text = await sourceOf(language)
      expect(keysOf(text).toSorted(), language).toEqual(keysOf(english).toSorted())
      expect(new Set(keysOf(text)).size, language).toBe(keysOf(text).length)
      expect(placesOf(text), language).toEqual(placesOf(english))
    }
  })

  test('every text the app asks for exists, and every text is asked for', async () => {
    const files = (await readdir(UI, { recursive: true })).filter(
      (name) => /\.tsx?$/.test(name) && !name.startsWith('dist'),
    )
    const code = (await Promise.all(files.map((name) => readFile(join(UI, name), 'utf8')))).join('\n')
    const keys = new Set(keysOf(await sourceOf('en')))
    const asked = [...code.matchAll(/\bt\(\s*'([\w-]+)'/g)].flatMap((match) => match[1] ?? [])
    expect(asked.filter((key) => !keys.has(key))).toEqual([])
    const quoted = new Set([...code.matchAll(/'([\w-]+)'/g)].flatMap((match) => match[1] ?? []))
    const prefixes = [...code.matchAll(/`([a-z]+(?:-[a-z]+)*-)\$\{/g)].flatMap((match) => match[1] ?? [])
    expect(prefixes.length).toBeGreaterThan(10)
    // "`${of}-teams-note`", "`${says}-${way}`": begun with a name that is said elsewhere.
    const tails = [...code.matchAll(/`\$\{\w+\}-(?:([\w-]+)|\$\{way\})`/g)].flatMap(([, tail]) =>
      tail === undefined ? ['up', 'down'] : [tail],
    )
    const isMade = (key: string): boolean =>
      tails.some((tail) => key.endsWith(`-${tail}`) && quoted.has(key.slice(0, -tail.length - 1)))
    expect(
      [...keys].filter(
        (key) => !quoted.has(key) && !isMade(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
      ),
    ).toEqual([])
  })

  /** Rooms that bring texts of their own, and the folders that only they open. */
  const ROOMS = {
    admin: ['admin/', 'networks/', 'statistics/'],
    entry: ['entry/'],
    file: ['file/'],
    kinds: ['file/'],
  } as const
  test('what only some pages bring along is asked for by those pages alone', async () => {
    const files = (await readdir(UI, { recursive: true })).filter(
      (name) => /\.tsx?$/.test(name) && !name.startsWith('dist'),
    )
    for (const [room, folders] of Object.entries(ROOMS)) {
      const keys = keysOf(await readFile(join(UI, 'locales', room, 'en.ftl'), 'utf8'))
      expect(keys.length).toBeGreaterThan(20)
      for (const name of files.filter((one) => !folders.some((folder) => one.startsWith(folder)))) {
        const code = await readFile(join(UI, name), 'utf8')
        if (code.includes(`of="${room}"`)) continue
        const quoted = new Set([...code.matchAll(/'([\w-]+)'/g)].map((match) => match[1] ?? ''))
        const prefixes = [...code.matchAll(/`([a-z]+(?:-[a-z]+)*-)\$\{/g)].map((match) => match[1] ?? '')
        const asked = keys.filter(
          (key) => quoted.has(key) || prefixes.some((prefix) => key.startsWith(prefix)),
        )
        expect(asked, `${name} asks for texts of ${room}`).toEqual([])
      }
    }
  })

  test("every heading of the bot's texts stands in the language of the page", async () => {
    const titles = TEXTS.flatMap(openBook).map(({ title }) => title)
    expect(titles.length).toBeGreaterThan(10)
    for (const language of LANGUAGES) {
      const keys = keysOf(await sourceOf(language))
      expect(titles.filter((title) => !keys.includes(textGroupKey(title)))).toEqual([])
    }
  })

  test('how long ago is said as it is spoken', async () => {
    const past = async (
      language: (typeof LANGUAGES)[number],
      unit: string,
      count: number,
    ): Promise<string> => {
      const t = makeTranslate(language, await sourceOf(language))
      return t('ago', { span: t(`ago-${unit}`, { count }) }).replaceAll(/[\u2066-\u2069]/g, '')
    }
    expect(await past('en', 'minutes', 1)).toBe('1 minute ago')
    expect(await past('ar', 'hours', 2)).toBe('قبل ساعتين')
    expect(await past('ar', 'days', 11)).toBe('قبل 11 يوماً')
    expect(await past('ckb', 'minutes', 7)).toBe('پێش 7 خولەک')
  })

  test('Arabic counts take all their forms', async () => {
    const t = makeTranslate('ar', await sourceOf('ar'))
    expect(
      [0, 1, 2, 3, 11, 100].map((count) => t('queue-waiting', { count }).replace(/[\u2066-\u2069]/g, '')),
    ).toEqual([
      'لا أحد ينتظر',
      'حالة واحدة تنتظر',
      'حالتان تنتظران',
      '3 حالات تنتظر',
      '11 حالة تنتظر',
      '100 حالة تنتظر',
    ])
  })
})

test('the QR code of an address is the one that was checked with a reader', () => {
  // 412 texts of 1 to 412 bytes were decoded by an independent reader when this was written; the
  // digest keeps what it saw.
  const rows = makeQr('otpauth://totp/Amin:agent%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Amin')
  const picture = rows?.map((row) => row.map(Number).join('')).join('\n') ?? ''
  expect(rows?.length).toBe(rows?.[0]?.length)
  expect(createHash('sha256').update(picture).digest('hex')).toBe(
    'b3b5636456a2e32fd67cf23162f0b37c17d001bbe932eac5de6afbc44513f82b',
  )
  expect(makeQr('x'.repeat(413))).toBeUndefined()
})
