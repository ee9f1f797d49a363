import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import learnt from '../../../../bots/amin/crisis/leaning.json' with { type: 'json' }
import { crisisLexicon } from '../../../../bots/amin/crisis/lexicon.ts'
import { makeLeaning, withLeaning } from '../../../../core/text/danger/leaning.ts'
import { compileCrisis } from '../../../../core/text/danger/rules.ts'
import { messagesOf } from './messages.ts'

const rules = compileCrisis(crisisLexicon)
const leaning = makeLeaning({ ...learnt, weights: new Int8Array(Buffer.from(learnt.weights, 'base64')) })
const both = withLeaning(rules, leaning)

/** Danger told by its circumstances: no rule names it. Of those that were learnt from. */
const OBLIQUE = 'كالولي البسي نوديج لبيت خالتج بس اني شفت الرشاشه والمسحاه بصندوك السياره'

describe('of messages that nobody learnt from', () => {
  /** Measured when it was first whole; of `unseen` no message was ever read by those who made the rules. */
  test.each([
    { set: 'held', seen: 71, crises: 71, asked: 2, calm: 40 },
    { set: 'fresh', seen: 51, crises: 58, asked: 4, calm: 24 },
    { set: 'unseen', seen: 66, crises: 75, asked: 10, calm: 45 },
  ] as const)('$set: as many in danger are found or asked, and no more calm ones asked, than were measured', ({ set, seen, asked }) => {
    const messages = messagesOf(set)
    const crises = messages.filter(({ crisis, soft }) => crisis !== 'none' && soft !== true)
    const calm = messages.filter(({ crisis }) => crisis === 'none')
    const reads = (text: string) => both.read(text)
    const total = {
      set,
      crises: crises.length,
      sure: crises.filter(({ text }) => reads(text).some(({ hard }) => hard)).length,
      seen: crises.filter(({ text }) => reads(text).length > 0).length,
      calm: calm.length,
      asked: calm.filter(({ text }) => reads(text).length > 0 && !reads(text).some(({ hard }) => hard)).length,
    }
    process.stdout.write(`${JSON.stringify(total)}\n`)
    expect(total.seen).toBeGreaterThanOrEqual(seen)
    expect(total.asked).toBeLessThanOrEqual(asked)
  })

  test('none stands among those that were', () => {
    const known = new Set([...messagesOf('tuning'), ...messagesOf('oblique'), ...messagesOf('ordinary')].map(({ text }) => text))
    for (const set of ['held', 'fresh', 'unseen'] as const) expect(messagesOf(set).filter(({ text }) => known.has(text))).toEqual([])
  })
})

test('what was learnt is of the messages that lie beside the tests: whoever changes them learns anew (npm run learn)', () => {
  const texts = ['tuning', 'oblique', 'ordinary'].map((set) =>
    readFileSync(new URL(`../../../vectors/crisis/${set}.json`, import.meta.url), 'utf8'),
  )
  expect(learnt.learntFrom).toBe(createHash('sha256').update(texts.join('')).digest('hex'))
})

test('it only asks: no hit is sure, none is added where a rule found anything, and each shows the words it is about', () => {
  for (const { text } of messagesOf('tuning')) {
    const found = rules.read(text)
    if (found.length > 0) expect(both.read(text)).toEqual(found)
    const hit = leaning(text)
    if (hit === undefined) continue
    expect(hit).toMatchObject({ hard: false, about: 'self' })
    expect(text.slice(hit.start, hit.end).trim()).not.toBe('')
  }
})

test.each([
  'He writes to me from +964 750 123 4567',
  'He writes to me from 0750 123 4567',
  'this is the account he uses 0770 12 34 567',
  'هو يراسلني من هذا الرقم 0770 123 45 67',
  'لەم ژمارەیەوە نامەم بۆ دەنێرێت 0750 123 4567',
  'da yrasilni mn hatha el raqm 0780 123 4567',
])('a telephone number in pieces says nothing of an age or a deadline: %s', (text) => {
  expect(both.read(text)).toEqual([])
})

test('a danger in the middle of a long calm story is asked about, and the words that are shown hold it', () => {
  const calm = 'مرحبا شلونكم اريد اسأل عن الخدمة مالتكم وشنو الاوراق اللي تحتاجوها مني حتى اسجل '.repeat(6)
  expect(both.read(calm)).toEqual([])
  const text = `${calm}${OBLIQUE} ${calm}`
  const [hit] = both.read(text)
  expect(hit?.hard).toBe(false)
  expect(text.slice(hit?.start, hit?.end)).toContain('الرشاشه والمسحاه')
})

test('law: any text is read without a throw, and what is shown lies in it', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 400 }), (text) => {
      const hit = leaning(text)
      if (hit !== undefined) expect([hit.start >= 0, hit.start < hit.end, hit.end <= text.length]).toEqual([true, true, true])
    }),
  )
})
