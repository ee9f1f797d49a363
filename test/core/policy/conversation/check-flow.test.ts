import { describe, expect, test } from 'vitest'
import { shortFlow as flow } from './short-flow.ts'
import { checkFlow } from '../../../../core/policy/conversation/check-flow.ts'
import type { Flow, Option, Step } from '../../../../core/model/flow.ts'
import { isFailure } from '../../../../core/base/failure.ts'
import { fullFlow } from './full-flow.ts'

const faultOf = (broken: Flow): string => {
  try {
    checkFlow(broken)
    return 'none'
  } catch (error) {
    return isFailure(error, 'flow_invalid') ? error.message : 'another error'
  }
}

const withStep = (id: string, change: (step: Step) => Step): Flow => ({
  ...flow,
  steps: flow.steps.map((step) => (step.id === id ? change(step) : step)),
})

const withOption = (step: string, id: string, change: Partial<Option>): Flow =>
  withStep(step, (one) =>
    'options' in one
      ? {
          ...one,
          options: one.options.map((option) => (option.id === id ? { ...option, ...change } : option)),
        }
      : one,
  )

const optional = (step: Step): Step => {
  const { required, ...rest } = step
  return required === true ? rest : step
}

describe('a flow that contradicts itself is refused, and the fault is named', () => {
  test.each<[string, Flow, string]>([
    [
      'a step twice',
      { ...flow, steps: [...flow.steps.slice(0, 2), ...flow.steps.slice(1)] },
      'device stands twice',
    ],
    ['no review at the end', { ...flow, steps: flow.steps.slice(0, -1) }, 'the review is the last step'],
    [
      'a review that submits nothing',
      withOption('review', 'send', { effects: [] }),
      'the review does not submit',
    ],
    [
      'a submit outside the review',
      withOption('device', 'mine', { effects: [{ do: 'submit' }] }),
      'outside the review',
    ],
    [
      'a condition on a later step',
      withStep('device', (step) => ({ ...step, when: { step: 'age', is: ['me-18'] } })),
      'not asked before it',
    ],
    [
      'a condition on itself',
      withStep('age', (step) => ({ ...step, when: { step: 'age', answered: true } })),
      'not asked before it',
    ],
    [
      'a condition on no option',
      withStep('story', (step) => ({ ...step, when: { not: { step: 'age', is: ['adult'] } } })),
      'an option that age does not have',
    ],
    [
      'a prompt on no step',
      withStep('story', (step) => ({ ...step, prompts: [{ when: { step: 'x', skipped: true }, key: 'k' }] })),
      'depends on x',
    ],
    ['two options of one word', withOption('device', 'shared', { words: ['YES'] }), 'share a word'],
    ['an option without words', withOption('device', 'shared', { words: [] }), 'has no words'],
    ['an option of marks', withOption('device', 'shared', { words: ['!!!'] }), 'nobody can type'],
    ['an option of a number', withOption('device', 'shared', { words: ['٢'] }), 'numbers count the options'],
    [
      'an option whose id no button carries',
      withOption('device', 'shared', { id: 'x'.repeat(27) }),
      'no id of an option',
    ],
    ['an id that is not ASCII', withStep('story', (step) => ({ ...step, id: 'قصة' })), 'no id of a step'],
    [
      'an id that hides a member',
      withStep('device', (step) => ({ ...step, id: 'constructor' })),
      'no id of a step',
    ],
    ['a door that nothing opens', { ...flow, adult: { ...flow.adult, options: [] } }, 'opens a door'],
    [
      'a consent that reading more gives',
      { ...flow, consent: { step: 'consent', option: 'more' } },
      'opens a door',
    ],
    ['a consent that can be skipped', withStep('consent', optional), 'first question and required'],
    [
      'a consent that is not first',
      { ...flow, consent: { step: 'device', option: 'mine' } },
      'first question and required',
    ],
    ['a story that is no words', { ...flow, story: { ...flow.story, step: 'age' } }, 'no step of words'],
    [
      'files as a duty',
      withStep('evidence', (step) => ({ ...step, required: true })),
      'nobody has to send any',
    ],
    ['an empty step', withStep('device', (step) => ({ ...step, options: [] }) as Step), 'has no options'],
    ['no steps', { ...flow, steps: [] }, 'asks nothing'],
    ['"none" where one is taken', withOption('device', 'mine', { alone: true }), 'stands alone'],
    ['an open option of several', withOption('danger', 'hurt', { open: true }), 'is open'],
    [
      'an open option that does nothing',
      withOption('consent', 'leave', { effects: undefined as never }),
      'neither answers',
    ],
    ['a range upside down', withOption('age', 'me-18', { range: [20, 18] }), 'ends before it begins'],
    ['a silence of nothing', { ...flow, resumeAfterHours: 0 }, 'silence'],
    ['a story of nothing', { ...flow, story: { ...flow.story, minWords: 0 } }, 'length'],
    [
      'a command of two meanings',
      { ...flow, words: { ...flow.words, commands: { ...flow.words.commands, skip: ['stop'] } } },
      'share a word',
    ],
  ])('%s', (_, broken, fault) => {
    expect(faultOf(broken)).toContain(fault)
  })

  test('all faults are named at once', () => {
    const broken = { ...withOption('device', 'shared', { words: [] }), resumeAfterHours: -1 }
    expect(faultOf(broken)).toMatch(/has no words.*silence/)
  })

  test('the flows that are used have none', () => {
    expect([faultOf(flow), faultOf(fullFlow)]).toEqual(['none', 'none'])
  })
})
