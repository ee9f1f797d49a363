import { expect, test } from 'vitest'
import { openTexts } from '../../../../bots/texts.ts'
import { openStage, reachStory } from '../../../build/stage.ts'

const say = (key: string): string => openTexts().say('en', key)

test.each([
  ['view_once', 'nothing-arrived'],
  ['unreadable', 'nothing-arrived'],
  ['unavailable', 'nothing-arrived'],
  ['poll', 'unsupported'],
])(
  'of a message that came as %s it is said what can be done (%s), before and during the questions',
  async (what, key) => {
    const stage = await openStage()
    const person = stage.person('one')
    await person.sends({ kind: 'unsupported', what })
    expect(person.heard().some((text) => text.includes(say(key)))).toBe(true)
    const other = stage.person('two')
    await reachStory(other)
    await other.sends({ kind: 'unsupported', what })
    expect(other.hears()).toContain(say(key))
  },
)
