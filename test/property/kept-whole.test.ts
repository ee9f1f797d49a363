import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { flow } from '../../bots/amin/flow.ts'
import { BESIDE_NO, NO, YES } from '../../bots/amin/yes-no.ts'
import { findStep, optionsOf } from '../../core/policy/conversation/steps.ts'
import { talk, type Talk } from '../core/policy/conversation/talk.ts'
import { runs } from './runs.ts'

/** Open questions with options at which words may tell more than an answer. */
const STEPS = ['danger', 'demand', 'worry-self-harm', 'device', 'review'] as const

const heads = [
  ...NO,
  ...YES,
  ...BESIDE_NO,
  ...STEPS.flatMap((id) => optionsOf(findStep(flow, id)!).flatMap(({ words }) => words)),
  '1',
  '2',
  '7',
  '٧',
]
// prettier-ignore
const tails = [
  'تكولون', 'لاهلي', 'صوري', 'الله', 'يخليكم', 'وحدي', 'يعرف', 'بيتي', 'شسوي', 'مەڵێن', 'بە', 'باوکم', 'ماڵەکەم', 'دەزانێت', 'تکایە',
  'please', "don't", 'tell', 'my', 'father', 'he', 'knows', 'where', 'I', 'live', 'days', 'one', 'helps', 'malen', 'tgolon', 'l', 'ahli',
]

const message = fc
  .tuple(
    fc.constantFrom(...heads),
    fc.constantFrom(' ', ', ', '، ', '. ', ' - '),
    fc.array(fc.constantFrom(...tails), { maxLength: 9 }),
  )
  .map(([head, mark, words]) => (words.length === 0 ? head : `${head}${mark}${words.join(' ')}`))

const storyOf = (chat: Talk): readonly string[] => {
  const { story } = chat.state().answers
  return story?.kind === 'text' ? story.text.split('\n') : []
}

const at = (step: string): Talk => {
  const chat = talk({ flow })
  chat.do({ kind: 'start' })
  chat.tap('consent', 'continue')
  chat.happen({ type: 'question_asked', step, asked: chat.state().asked + 1 })
  return chat
}

test('whatever of a message is kept as the story stands in it whole, from its first word', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...STEPS),
      fc.array(message, { minLength: 1, maxLength: 3 }),
      (step, texts) => {
        const chat = at(step)
        for (const text of texts) chat.write(text)
        expect(storyOf(chat).filter((line) => !texts.includes(line))).toEqual([])
      },
    ),
    runs(100),
  )
})
