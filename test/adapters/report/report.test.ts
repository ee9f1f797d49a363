import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { untrusted } from '../../../core/base/untrusted.ts'
import { aLine, anItem, aReport, hashOf, stampAt } from '../../build/report-input.ts'
import { infoOf, openReading, pagesOf, run, textOf } from './reading.ts'

const reading = openReading()
afterAll(() => reading.close())

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '')

describe('a report of a case in Arabic', () => {
  let file = ''
  let text = ''
  beforeAll(async () => {
    file = await reading.keep(aReport('ar'))
    text = textOf(file)
  })

  test('is a whole PDF of a few pages, tagged, in Arabic, with a title that names the case and nobody', () => {
    expect(() => run('qpdf', '--check', file)).not.toThrow()
    expect(infoOf(file, 'Tagged')).toBe('yes')
    expect(infoOf(file, 'Title')).toBe('تقرير حالة وأدلة رقمية K7Q2M9XD')
    expect(pagesOf(file)).toBeGreaterThan(8)
    expect(pagesOf(file)).toBeLessThan(18)
    const objects = run('qpdf', '--qdf', '--object-streams=disable', file, '-')
    expect(objects).toContain('/Lang (ar)')
    expect(objects).toMatch(/pdfaid:part>2</)
    expect(objects).toMatch(/pdfaid:conformance>A</)
  })

  test('is dated by its preparation, not by the machine', () => {
    expect(run('pdfinfo', '-isodates', file)).toMatch(/CreationDate: +2026-11-24T15:05:00/)
  })

  test('speaks Arabic first and English second', () => {
    for (const word of [
      'الخلاصة',
      'المحادثة',
      'شهادة الإعداد',
      'سلسلة الحيازة',
      'عضو الفريق',
      'Summary',
      'Chain of custody',
      'Checking by hand',
    ])
      expect(text).toContain(word)
    expect(text.indexOf('تقرير حالة')).toBeLessThan(text.indexOf('Case report'))
  })

  test('says of a code that a machine read in a picture who confirmed it', () => {
    expect(text).toContain('amin chat reader 1')
    expect(squeezed(text)).toContain(squeezed('read by a machine in a picture, confirmed by the person'))
  })

  test("holds the person's own words, each number, name and link in its order", () => {
    for (const words of [
      'اني من البصره',
      'كلشي عندي',
      '@dark_demo_iq77',
      '0770 000 0145',
      '+9647700000145',
      '$200 USDT-TRC20',
      '2026-11-23',
    ])
      expect(text).toContain(words)
    expect(squeezed(text)).toContain('https://www.facebook.com/profile.php?id=100000000000123')
    expect(text).toContain('+964 790 000 0188')
  })

  test('holds whole hashes, without a space in them', () => {
    for (const n of [1, 2, 3]) expect(text).toContain(hashOf(n))
    expect(text).toContain(hashOf(120))
    expect(text).toContain(hashOf(55))
    expect(text).toContain(hashOf(104).slice(0, 16))
  })

  test('names local time and UTC, pages, and the key in short', () => {
    expect(text).toContain('2026-11-24 13:05')
    expect(text).toContain('2026-11-24 10:05:00Z')
    expect(text).toContain(`3 / ${pagesOf(file)}`)
    expect(text).toContain('amin/0f1e2d3c4b5a6978')
  })

  test('says in three honest states what was read off a file', () => {
    for (const words of ['none found (proves nothing)', 'found, but broken', 'the tool is not installed'])
      expect(text).toContain(words)
  })

  test('certifies nothing, and follows as guidance', () => {
    expect(text).toContain('followed as guidance')
    expect(text).not.toMatch(/\bcertified\b/i)
  })

  test('prints commands as they are typed', () => {
    for (const command of [
      'sha256sum -c manifest-sha256.txt',
      `sed '/^$/,$d' data/custody/checkpoint.txt > note.txt`,
      'openssl ts -verify',
    ])
      expect(text).toContain(command)
  })
})

test('a report for a Kurdish speaker has Kurdish words, in letters that can be searched', async () => {
  const text = textOf(await reading.keep(aReport('ckb')))
  for (const words of ['پوختە', 'گفتوگۆ', 'تشرینی دووەم', 'هەڕەشەم لێ دەکات', '@user_one', '0750 000 0145'])
    expect(text).toContain(words)
  expect(text).not.toContain('Summary')
})

test('a report shows an answer as it was given, and what the team put right, by whom, when and why', async () => {
  const label = (words: string) => ({ kind: 'label', label: { ar: words, ckb: words, en: words } }) as const
  const words = (text: string) => ({ ar: text, ckb: text, en: text })
  const text = textOf(
    await reading.keep(
      aReport('en', {
        answers: [
          {
            step: 'material',
            question: words('What they hold'),
            answer: label('Chats or secrets'),
            at: stampAt(5),
            corrected: [
              {
                answer: label('Private photo or video'),
                by: 'Noor',
                at: stampAt(7),
                reason: 'said by phone',
              },
            ],
          },
        ],
      }),
    ),
  )
  for (const one of [
    'Chats or secrets',
    'Corrected by the team',
    'Noor',
    'Private photo or video',
    'said by phone',
  ])
    expect(text).toContain(one)
  expect(text).toContain(stampAt(7).local)
})

test('a report tells who wrote a forwarded message first, at the message and at the file: account, address of the post and its own time', async () => {
  const origin = {
    kind: 'channel',
    name: untrusted('Scandals'),
    handle: untrusted('scandal_bgd'),
    id: '1234567890',
    link: 'https://t.me/scandal_bgd/77',
    at: stampAt(5),
  } as const
  const text = textOf(
    await reading.keep(
      aReport('en', {
        messages: [aLine(1, 'pay, or the pictures stay here', { forwarded: true, origin })],
        evidence: [anItem(1, { origin })],
      }),
    ),
  )
  for (const [said, times] of [
    ['@scandal_bgd', 2],
    ['id 1234567890', 2],
    ['https://t.me/scandal_bgd/77', 2],
    ['Scandals', 2],
    ['as the platform says', 2],
    [stampAt(5).local, 2],
  ] as const)
    expect(text.split(said).length - 1, said).toBeGreaterThanOrEqual(times)
})

test('the same input gives the same bytes, and another moment other ones', async () => {
  const input = aReport('ckb')
  const first = await reading.render(input)
  expect(Buffer.compare(Buffer.from(first), Buffer.from(await reading.render(structuredClone(input))))).toBe(
    0,
  )
  const later = { ...input, header: { ...input.header, preparedAt: input.header.openedAt } }
  expect(Buffer.compare(Buffer.from(first), Buffer.from(await reading.render(later)))).not.toBe(0)
})

test('an empty case has a report', async () => {
  const empty = {
    narrative: [],
    answers: [],
    timeline: [],
    identifiers: [],
    evidence: [],
    leftOut: [],
    messages: [],
    consents: [],
  }
  const text = textOf(
    await reading.keep(aReport('ar', { ...empty, custody: { entries: 0, hash: hashOf(1), steps: [] } })),
  )
  for (const words of ['Nothing was left out.', 'Nothing was said.', 'The bundle holds no files.'])
    expect(text).toContain(words)
})
