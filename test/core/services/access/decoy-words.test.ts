import { expect, test } from 'vitest'
import { openStage, reachStory } from '../../../build/stage.ts'
import { setSecrets } from './people.ts'

const PIN = '483917'
const STORY = 'He calls himself Kolkwitzia and wants money for my photos'

const keysOf = async (who: ReturnType<Awaited<ReturnType<typeof openStage>>['person']>) =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

test.each(['erase', 'return', 'امسح', 'عودة', 'سڕینەوە', 'کۆدم هەیە'])(
  'the harmless chat tells nobody that another PIN or a code opens more: «%s»',
  async (word) => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.says(STORY)
    await setSecrets(who, { pin: PIN, decoy: 'quetzalli' })
    await who.says('0')
    await who.says('quetzalli')
    const before = (await keysOf(who)).length
    await who.says(word)
    expect((await keysOf(who)).slice(before)).toEqual(['decoy-welcome'])
    expect((await who.book()).state.access.asking).toBeUndefined()
    await who.says(PIN)
    expect((await who.book()).state.conversation.exited).toBe(false)
  },
)

test.each([
  'I am alone now',
  "it's safe now",
  'انا وحدي',
  'هسه وحدي',
  'تەنیام',
  'ئێستا تەنیام',
  'hassa wa7di',
])(
  'in a chat that was stopped because somebody watches «%s» is asked whether it is safe, and opens nothing',
  async (words) => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.says(STORY)
    for (const text of ['someone sees this phone', 'being watched']) await who.says(text)
    const before = (await keysOf(who)).length
    await who.says(words)
    expect((await keysOf(who)).slice(before)).toEqual(['watched-ask'])
    expect((await who.book()).state.conversation.paused).toBe('word')
    await who.says('yes')
    expect((await keysOf(who)).slice(before + 1)).toContain('resumed')
  },
)
