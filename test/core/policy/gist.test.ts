import { describe, expect, test } from 'vitest'
import { flow } from '../../../bots/amin/flow.ts'
import type { Answer } from '../../../core/model/answer.ts'
import { gistOf } from '../../../core/policy/gist.ts'
import { aKnown, NOW } from '../services/casebook/known.ts'

const choice = (option: string): Answer => ({ kind: 'choice', option })
const choices = (...options: string[]): Answer => ({ kind: 'choices', options })
const sum = (amount: number, currency: string): Answer => ({
  kind: 'amount',
  amount,
  currency,
  raw: 'five hundred he said' as never,
})

const gist = (answers: Record<string, Answer>) => gistOf(flow, aKnown(answers))

describe('what a case is about', () => {
  test('is said by the roles of its answers, whatever the steps are called', () => {
    expect(
      gist({
        material: choices('private', 'chats'),
        demand: choices('money', 'photos'),
        amount: sum(500, 'USD'),
        paid: choice('again'),
        spread: choices('family'),
        relation: choice('powerful'),
        governorate: choice('basra'),
      }),
    ).toEqual({
      material: { step: 'material', options: ['private', 'chats'] },
      sum: { hundredths: 50_000, currency: 'USD' },
      // Money is said by its sum, and not once more.
      demand: { step: 'demand', options: ['photos'] },
      paid: 'again',
      weighs: [
        { step: 'spread', options: ['family'] },
        { step: 'relation', options: ['powerful'] },
      ],
      region: { step: 'governorate', options: ['basra'] },
    })
    const renamed = { ...flow, roles: { material: 'what-they-hold' } }
    const known = aKnown({ 'what-they-hold': choice('x'), material: choice('private') })
    expect(gistOf(renamed, known)).toEqual({ material: { step: 'what-they-hold', options: ['x'] } })
  })

  test('names the moment where one was named, and otherwise what was chosen and its nearest end', () => {
    const at = (NOW + 8 * 3_600_000) as never
    expect(gist({ deadline: { kind: 'time', at, raw: 'tonight at ten' as never } })).toEqual({
      ends: { at, exact: true },
    })
    expect(gist({ deadline: choice('hours') })).toEqual({
      ends: { at: NOW + 2 * 3_600_000, exact: false },
      limit: { step: 'deadline', options: ['hours'] },
    })
  })

  test('holds nothing that a person worded, no name, no number and no other case', () => {
    const told = gist({
      story: { kind: 'text', text: 'canary words' as never },
      amount: { kind: 'amount', amount: 3, currency: 'USD', raw: 'canary sum' as never },
      ids: { kind: 'identifiers', identifiers: [], raw: 'canary id' as never },
      deadline: { kind: 'time', at: NOW, raw: 'canary time' as never },
    })
    expect(JSON.stringify(told)).not.toContain('canary')
  })

  test('is empty where nothing is known, and a no is no fact', () => {
    expect(gist({})).toEqual({})
    expect(gist({ paid: choice('no'), deadline: choice('none'), relation: choice('stranger') })).toEqual({})
  })
})
