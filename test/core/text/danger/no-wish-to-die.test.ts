import { describe, expect, test } from 'vitest'
import { rules as crisis } from './lexicon-rules.ts'

const isSelfHarm = (text: string): boolean =>
  crisis.read(text, 2026).some(({ label }) => label === 'self_harm')

describe('what holds the words for living and waking', () => {
  test.each([
    'no, I live alone',
    'no i live with my mom',
    'yes I live in Basra',
    'ما اريد اكول عمري',
    'ما اريد اكلك عمري',
    'ما احب احجي عن عمري',
    'he took a full box of gold from us',
    'مع السلامة',
  ])('and says how somebody lives, or not how old they are, is no wish to die: %s', (text) => {
    expect(isSelfHarm(text)).toBe(false)
  })

  test.each([
    'no, I dont want to live',
    'I have no reason to live alone like this',
    'ما اريد عمري',
    'ما اريد اعيش',
    'I dont want to wake up',
    'I never want to wake up again',
    'ما اريد اكول عمري، ما اريد اعيش',
    'ما اريد احجي عمري خلص',
    'ما اريد اكتب عمري انتهى',
    'why go on? no i live in hell',
    'do you have someone to live for? no i live alone',
    'i took the whole box already',
    '30 paracetamol an hour ago',
    'ودعتكم',
  ])('and says so is heard: %s', (text) => {
    expect(isSelfHarm(text)).toBe(true)
  })
})
