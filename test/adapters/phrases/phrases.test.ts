import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openPhrases } from '../../../adapters/phrases/index.ts'
import { formatDate } from '../../../adapters/phrases/time.ts'
import { instant } from '../../../core/base/units.ts'

const en = `
hello = Hello
claimed = { $name } is with you.
-team = Amin
from-team = From { -team }.
files =
    { $count ->
        [one] One file
       *[other] { $count } files
    }
`
const ar = `
hello = أهلاً
claimed = { $name } معك الآن.
-team = أمين
from-team = من { -team }.
files =
    { $count ->
        [zero] لا ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $count } ملفات
        [many] { $count } ملفاً
       *[other] { $count } ملف
    }
`
const ckb = `
hello = سڵاو
claimed = { $name } لەگەڵتە.
-team = ئەمین
from-team = لە { -team }.
files =
    { $count ->
        [one] یەک فایل
       *[other] { $count } فایل
    }
`
const resources = { ar: [ar], ckb: [ckb], en: [en] }
const isolated = (text: string): string => `\u2068${text}\u2069`

describe('phrases', () => {
  const phrases = openPhrases({ resources })

  test('say a text without arguments as it stands, fit for a button', () => {
    expect(phrases.say('en', 'hello')).toBe('Hello')
    expect(phrases.say('ar', 'hello')).toBe('أهلاً')
    expect(phrases.say('ckb', 'hello')).toBe('سڵاو')
  })

  test('set an argument apart, so that a Latin name does not turn Arabic around it', () => {
    expect(phrases.say('ar', 'claimed', { name: 'Sara' })).toBe(`${isolated('Sara')} معك الآن.`)
  })

  test('let no argument reach out of its place by marks of direction', () => {
    expect(phrases.say('en', 'claimed', { name: 'Sa\u202era\u2069\u2066' })).toBe(
      `${isolated('Sara')} is with you.`,
    )
  })

  test('do not read an argument as text with arguments', () => {
    expect(phrases.say('en', 'claimed', { name: '{ -team } { $name }' })).toBe(
      `${isolated('{ -team } { $name }')} is with you.`,
    )
  })

  test('count by the rules of the language, in Latin digits', () => {
    const say = (language: 'ar' | 'ckb' | 'en', count: number): string =>
      phrases.say(language, 'files', { count }).replace(/[\u2068\u2069]/g, '')
    expect([0, 1, 2, 3, 11, 100].map((count) => say('ar', count))).toEqual([
      'لا ملفات',
      'ملف واحد',
      'ملفان',
      '3 ملفات',
      '11 ملفاً',
      '100 ملف',
    ])
    expect([1, 12].map((count) => say('ckb', count))).toEqual(['یەک فایل', '12 فایل'])
    expect([1, 12].map((count) => say('en', count))).toEqual(['One file', '12 files'])
  })

  test('refuse a key that is not there, a term, and a missing argument', () => {
    for (const [key, args] of [
      ['nothing', {}],
      ['-team', {}],
      ['claimed', undefined],
      ['claimed', { other: 'x' }],
      ['files', {}],
    ] as const) {
      expect(() => phrases.say('en', key, args)).toThrow(expect.objectContaining({ code: 'text_missing' }))
    }
  })

  test('refuse to open where a language lacks a key, or a text cannot be read or stands twice', () => {
    const open = (more: string) => () => openPhrases({ resources: { ...resources, ckb: [ckb, more] } })
    expect(() => openPhrases({ resources: { ...resources, ar: [ar.replace(/^hello.*$/m, '')] } })).toThrow(
      'ar hello',
    )
    expect(open('hello = again')).toThrow('twice')
    const everywhere = (more: string) => () =>
      openPhrases({ resources: { ar: [ar, more], ckb: [ckb, more], en: [en, more] } })
    expect(everywhere('fine = { $name }')).not.toThrow()
    expect(everywhere('broken = { $name')).toThrow('broken cannot be read')
    expect(open('new = not elsewhere')).toThrow('new')
  })

  test('are read from a folder with a file for each language', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'amin-phrases-'))
    try {
      expect(() => openPhrases({ resources: folder })).toThrow(
        expect.objectContaining({ code: 'text_missing' }),
      )
      await Promise.all(
        Object.entries({ ar, ckb, en }).map(([language, text]) =>
          writeFile(join(folder, `${language}.ftl`), text),
        ),
      )
      expect(openPhrases({ resources: folder }).say('en', 'from-team')).toBe(`From ${isolated('Amin')}.`)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('tell the time of Baghdad, the same in every language', () => {
    expect(phrases.time(instant(Date.UTC(2026, 10, 24, 11, 5)))).toBe('14:05')
    expect(phrases.time(instant(Date.UTC(2026, 10, 24, 21, 0)))).toBe('00:00')
    expect(formatDate(instant(Date.UTC(2026, 10, 24, 21, 0)))).toBe('2026-11-25')
  })
})
