import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import learnt from '../../../../bots/amin/guidance/subjects.json' with { type: 'json' }
import { flow } from '../../../../bots/amin/flow.ts'
import { namedInQuestion } from '../../../../core/policy/conversation/guide-asked.ts'
import { packKinds, unpackKinds } from '../../../../core/text/sayings/packed.ts'
import { makeSubjectReader } from '../../../../core/text/subjects/reader.ts'
import { learnSubjects, questionsHash, trainingQuestions } from '../../../../scripts/learn/subjects.ts'
import { runs } from '../../../property/runs.ts'

const bytes = readFileSync(new URL('../../../../bots/amin/guidance/subjects.bin', import.meta.url))
const read = makeSubjectReader(unpackKinds(bytes, learnt.kinds))
const sure = (text: string): string | undefined => {
  const asked = read(text, namedInQuestion(flow, text))
  return asked !== undefined && asked.score >= learnt.sure ? asked.subject : undefined
}

describe('the reader of subjects', () => {
  test('is what npm run learn makes of the labelled questions that lie in the repository', () => {
    expect(learnt.learntFrom).toBe(questionsHash())
    expect(learnt.reader).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('is the same for the same questions, byte for byte, and another for others', () => {
    const some = trainingQuestions().slice(0, 20)
    const once = packKinds(learnSubjects(some))
    expect(Buffer.from(packKinds(learnSubjects(some))).equals(once)).toBe(true)
    expect(Buffer.from(packKinds(learnSubjects(some.slice(2)))).equals(once)).toBe(false)
  }, 60_000)

  test('knows each subject that has a question of its own, and each is a subject of the guidance', () => {
    const ids = flow.guidance?.topics.map(({ id }) => id) ?? []
    expect(learnt.kinds.filter((kind) => kind !== 'none' && !ids.includes(kind))).toEqual([])
    expect(ids.filter((id) => !learnt.kinds.includes(id))).toEqual([])
  })

  test('hears what is asked about in words that no subject lists', () => {
    expect(namedInQuestion(flow, 'the 6 digit code, I gave it away and now I am logged out')).toEqual([])
    expect(sure('the nude photo is edited, it is not my body, how do I prove it')).toBe('ai-images')
    expect(sure('شلون افاتح امي بالموضوع')).toBe('family')
    expect(sure('پێش ئەوەی بلۆکی بکەم چی لای خۆم هەڵبگرم')).toBe('evidence')
  })

  test('a subject that is named in the text is likelier than one that is not', () => {
    const text = 'somebody logged into my viber account'
    expect(read(text, ['viber'])?.subject).toBe('viber')
    const of = (named: readonly string[]): number => read(text, named)?.score ?? 0
    expect(of(['viber'])).toBeGreaterThan(of([]))
    // No app is told apart by words that are the same for all of them.
    expect(sure('somebody logged into my account')).toBeUndefined()
  })

  test('what it may be about is told in the order of likelihood, and how likely it is one of them', () => {
    for (const { text } of trainingQuestions().slice(0, 200)) {
      const asked = read(text, [])
      if (asked === undefined) continue
      expect(asked.nearest[0]).toBe(asked.subject)
      expect(new Set(asked.nearest).size).toBe(3)
      expect(asked.nearest).not.toContain('none')
      // Three are likelier than the likeliest of them.
      expect(asked.nearness).toBeGreaterThanOrEqual(asked.score)
    }
  })

  test.each([
    'I am so scared',
    'hello',
    'he wants 500 dollars by tonight',
    'شكد سعر الدولار اليوم',
    'زۆر دەترسم',
    'who reads what I write here',
  ])('«%s» asks about none', (text) => {
    expect(sure(text)).toBeUndefined()
  })

  test('whatever the text, the score is a number and the subject one that it knows', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (text) => {
        const asked = read(text, [])
        expect(
          asked === undefined || (Number.isFinite(asked.score) && learnt.kinds.includes(asked.subject)),
        ).toBe(true)
      }),
      runs(100),
    )
  })

  test('nothing is read of a word or two, nor of more than a question has', () => {
    for (const text of ['...', 'what', 'شنو هذا']) expect(read(text, ['instagram'])).toBeUndefined()
    expect(read('how do I report him '.repeat(20), [])).toBeUndefined()
  })
})
