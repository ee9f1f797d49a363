import { describe, expect, test } from 'vitest'
import { shortFlow as flow } from './short-flow.ts'
import { describeAnswer } from '../../../../core/policy/conversation/describe.ts'
import { renderSay } from '../../../../core/policy/conversation/render.ts'
import { readToken, writeToken } from '../../../../core/policy/conversation/token.ts'
import type { Token } from '../../../../core/policy/conversation/token.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { LANGUAGES } from '../../../../core/base/language.ts'
import { fullFlow } from './full-flow.ts'
import { phrases, talk, textOnly, withButtons } from './talk.ts'

const danger = () => {
  const chat = talk()
  chat.do({ kind: 'start' })
  chat.tap('consent', 'continue')
  return chat.tap('device', 'mine').says[0]!
}

describe('a question takes the form its channel has', () => {
  test('buttons where there are buttons, and nothing of them in the text', () => {
    const { text, buttons } = renderSay(phrases, 'en', withButtons, danger())
    expect(buttons?.map((button) => button.label)).toEqual([
      'Someone may hurt me',
      'Thoughts of ending life',
      'Deadline within 24 h',
      'Told to meet someone',
      'Sexual abuse continues',
      'None',
      'Skip',
      'Back',
      'Talk to a person',
    ])
    expect(text).not.toContain('1. ')
  })

  test('a numbered list and a line of words where there are none', () => {
    const { text, buttons } = renderSay(phrases, 'en', textOnly, danger())
    expect(buttons).toBeUndefined()
    expect(text).toContain('1. Someone may hurt me\n2. Thoughts of ending life\n')
    expect(
      text
        .replace(/[\u2068\u2069]/g, '')
        .split('\n\n')
        .slice(-2),
    ).toEqual(['Or write: «Skip» · «Back» · «Talk to a person»', '(3 of 6)'])
  })

  test('answers as buttons and the rest as words where only the answers fit', () => {
    const { text, buttons } = renderSay(phrases, 'en', { ...withButtons, maxButtons: 6 }, danger())
    expect(buttons?.length).toBe(6)
    expect(text).toContain('«Skip»')
    expect(text).not.toContain('1. ')
  })

  test('a numbered list where not even the answers fit: half a list of buttons would hide the others', () => {
    const { text, buttons } = renderSay(phrases, 'en', { ...withButtons, maxButtons: 3 }, danger())
    expect(buttons).toBeUndefined()
    expect(text).toContain('6. None')
  })

  test('the list and the buttons where the question was not understood', () => {
    const { text, buttons } = renderSay(phrases, 'en', withButtons, { ...danger(), numbered: true })
    expect(text).toContain('6. None')
    expect(buttons?.length).toBe(9)
  })

  test('ways on alone become buttons as far as they go', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    for (const step of [
      ['consent', 'continue'],
      ['device', 'mine'],
      ['danger', 'none'],
      ['age', 'me-18'],
    ] as const)
      chat.tap(step[0], step[1])
    const [story] = chat.shown({ ...withButtons, maxButtons: 2 })
    expect(story?.buttons?.map((button) => button.label)).toEqual(['Skip', "I don't know"])
    expect(story?.text).toContain('«Talk to a person»')
  })
})

test('a person’s words are shortened between words: half a handle would be another one', () => {
  const told = `${'pay me or else '.repeat(5)}@bad_one_77`
  const shown = (text: string) => describeAnswer('story', { kind: 'text', text: untrusted(text) })
  expect(shown(told)).toEqual({ kind: 'words', text: `${'pay me or else '.repeat(5).trim()}…` })
  expect(shown('x'.repeat(200))).toEqual({ kind: 'words', text: `${'x'.repeat(80)}…` })
  expect(shown(`${'x'.repeat(80)} y`)).toEqual({ kind: 'words', text: `${'x'.repeat(80)}…` })
})

test('every token of every question is ASCII, at most 64 bytes, and reads back as it was written', () => {
  for (const one of [flow, fullFlow])
    for (const step of one.steps)
      for (const what of [
        'options' in step ? step.options.map((option) => option.id) : [],
        ['!skip', '!edit'],
      ].flat()) {
        const token = `999999999:${step.id}:${what}`
        expect(token).toMatch(/^[\x21-\x7e]{1,64}$/)
        expect(writeToken(readToken(token)!)).toBe(token)
      }
})

test.each<Token>([
  { kind: 'option', asked: 3, step: 'age', option: 'me-18' },
  { kind: 'control', asked: 3, step: 'age', control: 'skip' },
  { kind: 'edit', asked: 3, step: 'age' },
  ...LANGUAGES.map((language) => ({ kind: 'language' as const, language })),
])('a token of kind $kind comes back', (token) => {
  expect(readToken(writeToken(token))).toEqual(token)
})
