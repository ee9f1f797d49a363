import { expect, test } from 'vitest'
import { openStage, reachStory } from '../../../build/stage.ts'

/** An adult about whom a case is, and what they write then. */
const says = async (language: string, age: string, words: string) => {
  const stage = await openStage()
  const who = stage.person('1', language)
  await reachStory(who)
  await who.says('A man wants money for my photos')
  for (const text of ['none of these', age]) await who.says(text)
  const before = (await who.book()).state
  await who.says(words)
  await stage.fallQuiet()
  return { before, after: (await who.book()).state }
}

test.each([
  ['en', 'me, 18 or older', 'my little sister saw it'],
  ['en', 'me, 18 or older', 'my little brother knows and helps me'],
  ['en', 'me, 18 or older', 'my sister is 15'],
  ['en', 'me, 18 or older', 'اختي الصغيره يمي تساعدني'],
  ['en', 'me, 18 or older', 'خوشکە بچووکەکەم بینیویەتی'],
])(
  'a child of whom an adult tells makes no case graver without people being called (%s, %s: «%s»)',
  async (...told) => {
    const { before, after } = await says(...told)
    expect([before.severity, before.hands.status]).not.toContain('P1')
    expect(after.severity).toBe('P1')
    expect(after.hands.status).toBe('waiting')
    expect(after.conversation.called.danger).toBe(true)
  },
)

test.each(['my sister is 25', 'my brother helps me', 'my friend is beside me'])(
  'a grown one calls nobody and changes nothing: «%s»',
  async (words) => {
    const { before, after } = await says('en', 'me, 18 or older', words)
    expect([after.severity, after.hands.status]).toEqual([before.severity, 'bot'])
  },
)
