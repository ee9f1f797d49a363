import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { guidance } from '../../../../bots/amin/guidance/library.ts'
import { isFailure } from '../../../../core/base/failure.ts'
import type { Condition } from '../../../../core/model/condition.ts'
import type { Guide, Guidance } from '../../../../core/model/guidance.ts'
import { checkGuidance } from '../../../../core/policy/conversation/check-guidance.ts'
import type { Phrases } from '../../../../core/ports/phrases.ts'
import { phrases } from './talk.ts'

const faultOf = (changed: Guidance, say: Phrases['say'] = phrases.say): string => {
  try {
    checkGuidance({ ...flow, guidance: changed }, { say })
    return 'none'
  } catch (error) {
    return isFailure(error, 'flow_invalid') ? error.message : 'another error'
  }
}

const withGuide = (id: string, change: Partial<Guide>): Guidance => ({
  ...guidance,
  guides: guidance.guides.map((guide) => (guide.id === id ? { ...guide, ...change } : guide)),
})
const when = (condition: Condition): Guidance => withGuide('family', { when: condition })

describe('guidance that does not hold together is refused, and the fault is named', () => {
  test.each<[string, Guidance, string]>([
    [
      'a guide twice',
      { ...guidance, guides: [...guidance.guides, ...guidance.guides.slice(0, 1)] },
      'zaincash stands twice',
    ],
    ['a guide about no subject', withGuide('family', { topic: 'garden' }), 'family is about no subject'],
    ['a subject without a guide', withGuide('family', { topic: 'school' }), 'family holds nothing'],
    [
      'a group without a subject',
      { ...guidance, groups: [...guidance.groups, 'garden'] },
      'garden holds nothing',
    ],
    ['an id that no button carries', withGuide('family', { id: 'x'.repeat(27) }), 'is no id of guidance'],
    ['the id that means all of it', withGuide('family', { id: 'all' }), 'all is no id of guidance'],
    ['no step', withGuide('family', { steps: 0 }), 'no small number of steps'],
    ['ten steps', withGuide('family', { steps: 10 }), 'no small number of steps'],
    [
      'no source',
      withGuide('family', { source: { name: 'X', address: ' ' } }),
      'family does not say where it comes from',
    ],
    [
      'no day of its check',
      withGuide('family', { checked: 'November' }),
      'family does not say when it was checked',
    ],
    [
      'a day that no month has',
      withGuide('family', { checked: '2026-11-31' }),
      'family does not say when it was checked',
    ],
    ['a condition on no step', when({ step: 'weather', answered: true }), 'family depends on weather'],
    ['a condition on no option', when({ step: 'spread', is: ['moon'] }), 'family depends on spread/moon'],
    [
      'a condition on two answers of one question at once',
      when({
        all: [
          { step: 'age', is: ['me-18'] },
          { step: 'age', is: ['me-16-17'] },
        ],
      }),
      'its condition never holds',
    ],
    [
      'a condition on an answer and its opposite',
      when({ all: [{ fact: ['urgent'] }, { not: { fact: ['urgent'] } }] }),
      'its condition never holds',
    ],
  ])('%s', (_, changed, fault) => {
    expect(faultOf(changed)).toContain(fault)
  })

  test('a text that one language lacks', () => {
    const lacking: Phrases['say'] = (language, key, args) => {
      if (language === 'ckb' && key === 'guide-family-3') throw new Error('none')
      return phrases.say(language, key, args)
    }
    expect(faultOf(guidance, lacking)).toContain('guide-family-3 is missing in ckb')
  })

  test('a text that is empty in one language', () => {
    const empty: Phrases['say'] = (language, key, args) =>
      language === 'ar' && key === 'guide-family-share' ? ' ' : phrases.say(language, key, args)
    expect(faultOf(guidance, empty)).toContain('guide-family-share is empty in ar')
  })
})

test('a condition on several choices of one question can hold, and so can one on a question that was passed over', () => {
  expect(
    faultOf(
      when({
        all: [
          { step: 'app', is: ['x'] },
          { step: 'app', is: ['viber'] },
        ],
      }),
    ),
  ).toBe('none')
  expect(
    faultOf(when({ all: [{ step: 'story', skipped: true }, { not: { step: 'age', answered: true } }] })),
  ).toBe('none')
})
