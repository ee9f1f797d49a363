import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { crisisLexicon } from '../../../../bots/amin/crisis/lexicon.ts'
import { CRISIS_LABELS } from '../../../../core/base/danger.ts'
import { messagesOf } from './messages.ts'

type Line = {
  readonly id: string
  readonly text: string
  readonly form: string
  readonly label: string
  readonly also?: readonly string[]
  readonly span?: string
  readonly talk?: string
  readonly n?: number
  readonly whole?: string
}
type Author = { readonly author: string; readonly part: string; readonly voices: string }

const FOLDER = new URL('../../../vectors/crisis/voices/', import.meta.url)
const FORMS = ['ar-IQ', 'ar', 'ckb', 'ckb-Latn', 'bad', 'en', 'ar-Latn', 'mixed']
const PARTS = ['training', 'calibration', 'sealed']
/** A phrase of the rules as short as this stands in sentences of anybody. */
const SHORT = 25

const authors = JSON.parse(readFileSync(new URL('authors.json', FOLDER), 'utf8')) as readonly Author[]
const linesOf = (author: string): readonly Line[] =>
  readFileSync(new URL(`${author}.jsonl`, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)

describe.each(authors)('the messages of author $author', ({ author, part }) => {
  const lines = linesOf(author)

  test('say each what it is, in which form, and where a danger is said', () => {
    expect(PARTS).toContain(part)
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
    for (const { id, text, form, label, also = [], span } of lines) {
      expect([id, FORMS.includes(form), text.trim() !== '']).toEqual([id, true, true])
      expect([
        id,
        [label, ...also].every(
          (each) => each === 'none' || (CRISIS_LABELS as readonly string[]).includes(each),
        ),
      ]).toEqual([id, true])
      expect([id, label === 'none' ? span === undefined : text.includes(span ?? '\0')]).toEqual([id, true])
    }
  })

  test('end each talk with what it means as a whole', () => {
    for (const [, talk] of Map.groupBy(
      lines.filter(({ talk }) => talk !== undefined),
      ({ talk }) => talk,
    )) {
      const last = talk.toSorted((a, b) => (a.n ?? 0) - (b.n ?? 0)).at(-1)
      expect([last?.id, last?.whole !== undefined]).toEqual([last?.id, true])
    }
  })
})

test('no sealed message stands in the rules, in the other sets, or among those that are learnt from', () => {
  const sealed = authors.filter(({ part }) => part === 'sealed').flatMap(({ author }) => linesOf(author))
  const learnt = authors.filter(({ part }) => part !== 'sealed').flatMap(({ author }) => linesOf(author))
  const known = new Set([
    ...learnt.map(({ text }) => text),
    ...(['tuning', 'oblique', 'ordinary', 'held', 'fresh', 'unseen'] as const).flatMap((set) =>
      messagesOf(set).map(({ text }) => text),
    ),
  ])
  const rules = JSON.stringify(crisisLexicon)
  const found = sealed.filter(
    ({ text, talk }) =>
      talk === undefined && (known.has(text) || (text.length > SHORT && rules.includes(text))),
  )
  expect(found.map(({ id }) => id)).toEqual([])
})
