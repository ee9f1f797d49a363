import { expect, test } from 'vitest'
import { openTexts } from '../../../../bots/texts.ts'
import { openStage, reachStory } from '../../../build/stage.ts'

const STORY = 'He calls himself Kolkwitzia and wants money for my photos'
const OF_THE_CASE = /kolkwitzia|photo|money|what happened|what we have|case|code|our team|in line|sent/i
const WHETHER = openTexts().say('en', 'ask-device').split('\n')[0] ?? ''
/** What somebody else who reads along would write to learn what this is. */
const NOSY = [
  'summary',
  'show me what you have',
  'status',
  'code',
  'menu',
  'help',
  'back',
  'correct',
  'consents',
  'erase',
  'what did i say',
  'advice',

  'hello',
]

/** A case of which nobody knows yet who looks on; `sent`: as it stands once the team has it. */
const lookedOn = async (words: string, sent: boolean) => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  await person.says(STORY)
  if (sent) {
    for (let n = 0; n < 12; n += 1) await person.says('skip')
    await person.says('send')
    expect((await person.book()).state.conversation.submitted).toBe(true)
  }
  const said = person.heard().length
  await person.says(words)
  return { person, after: () => person.heard().slice(said) }
}

test.each([
  ['someone is watching me', false],
  ['someone is watching me', true],
  ['he reads my messages on my phone', false],
  ['اكو احد يراقبني', true],
  ['کەسێک سەیرم دەکات', true],
] as const)(
  'who says %s (sent: %s) is asked whether it is safe, and until that is answered nothing else is shown',
  async (words, sent) => {
    const { person, after } = await lookedOn(words, sent)
    for (const asked of NOSY) {
      await person.says(asked)
      expect(after().join('\n'), asked).not.toMatch(OF_THE_CASE)
    }
    expect(after().at(0)).toContain(WHETHER)
    expect((await person.book()).state.access.erasing).toBe(false)
    await person.says('yes, only mine')
    await person.says('summary')
    expect(after().join('\n')).toMatch(/kolkwitzia/i)
  },
)

test('danger is answered whoever looks on, and somebody is called', async () => {
  const { person, after } = await lookedOn('someone is watching me', true)
  await person.says('he will kill me tonight')
  expect((await person.book()).state.conversation.urgent).toBe(true)
  expect(after().at(-1)).not.toContain(WHETHER)
})
