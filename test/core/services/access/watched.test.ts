import { describe, expect, test } from 'vitest'
import { TELEGRAM_CAPABILITIES } from '../../../../adapters/channels/telegram/capabilities.ts'
import { WEBCHAT_CAPABILITIES } from '../../../../adapters/channels/webchat/limits.ts'
import { WHATSAPP_CAPABILITIES } from '../../../../adapters/channels/whatsapp/capabilities.ts'
import { WHATSAPP_CLOUD_CAPABILITIES } from '../../../../adapters/channels/whatsapp-cloud/capabilities.ts'
import { LANGUAGES } from '../../../../core/base/language.ts'
import { makeChatHistory } from '../../../../core/services/access/history.ts'
import type { Capabilities } from '../../../../core/ports/channel.ts'
import { openStage, reachStory, phrases } from '../../../build/stage.ts'
import { setSecrets } from './people.ts'

const PIN = '483917'
const STORY = 'He calls himself Kolkwitzia and wants money for my photos'
const OF_THE_CASE = /kolkwitzia|photos|money|what happened|this is what|case|return code/i

const CHANNELS: ReadonlyArray<readonly [string, Capabilities]> = [
  ['telegram', TELEGRAM_CAPABILITIES],
  ['whatsapp', WHATSAPP_CAPABILITIES],
  ['whatsapp-cloud', WHATSAPP_CLOUD_CAPABILITIES],
  ['webchat', WEBCHAT_CAPABILITIES],
]

/** Told their story, and said then that somebody looks at the phone now. */
const watched = async (capabilities: Capabilities, pin?: string) => {
  const stage = await openStage()
  Object.assign(stage.ports, { capabilities: () => capabilities })
  const person = stage.person('1')
  await reachStory(person)
  await person.says(STORY)
  if (pin !== undefined) await setSecrets(person, { pin, decoy: 'quetzalli' })
  for (const text of ['someone sees this phone', 'being watched']) await person.says(text)
  expect((await person.book()).state.conversation.paused).toBe('word')
  const said = person.heard().length
  return { stage, person, after: () => person.heard().slice(said) }
}

describe.each(CHANNELS)('a chat that was stopped because somebody watches, on %s', (_, capabilities) => {
  test('shows nothing of the case to any word, and goes on only once it is said that it is safe', async () => {
    const { person, after } = await watched(capabilities)
    for (const text of ['continue', 'summary', 'what is this?', 'code', 'no', '1', 'status', 'back'])
      await person.says(text)
    await person.sends({ kind: 'start' })
    await person.sends({ kind: 'start' })
    expect(after().join('\n')).not.toMatch(OF_THE_CASE)
  })

  test('a yes to the question whether it is safe goes on with what waits', async () => {
    const { person, after } = await watched(capabilities)
    await person.says('1')
    expect(after().at(-1)).toMatch(/is it safe now/)
    expect((await person.book()).state.conversation.paused).toBe('word')
    await person.says('yes')
    expect((await person.book()).state.conversation.paused).toBeUndefined()
    expect(after().join('\n')).toMatch(/We go on where we stopped/)
  })

  test('erases nothing to a word of whoever watches: first it is asked whether it is safe, or for the PIN', async () => {
    for (const pin of [undefined, PIN]) {
      const { person, after } = await watched(capabilities, pin)
      for (const text of ['erase', 'no', 'erase', 'erase everything']) await person.says(text)
      expect(after().join('\n')).not.toMatch(/cannot be undone/)
      const { state } = await person.book()
      expect(state.conversation.answers['story']?.kind).toBe('text')
      expect(state.access.erasing).toBe(false)
    }
    const { person, after } = await watched(capabilities)
    for (const text of ['erase', 'yes', 'erase']) await person.says(text)
    expect(after().at(-1)).toMatch(/cannot be undone/)
  })

  test('with a PIN nothing goes on without it, and with it all does', async () => {
    const { person, after } = await watched(capabilities, PIN)
    await person.says('continue')
    for (const text of ['yes', '1', 'summary', 'continue']) await person.says(text)
    expect(after().join('\n')).not.toMatch(/kolkwitzia|We go on where/i)
    await person.says(PIN)
    expect((await person.book()).state.conversation.paused).toBeUndefined()
    expect((await person.book()).state.conversation.locked).toBeUndefined()
    expect(after().join('\n')).toMatch(/We go on where we stopped/)
  })
})

test('the page shows only that it was stopped, until it is said that it is safe; then all of it', async () => {
  const { stage, person } = await watched(WEBCHAT_CAPABILITIES)
  const history = makeChatHistory(stage.ports, stage.casebook)
  const { address } = (await person.book()).state
  const view = await history.read(address!)
  expect(view.lines.map(({ from, text }) => [from, text?.slice(0, 30)])).toEqual([
    ['bot', 'All right, we stop here and se'],
  ])
  expect(view).toMatchObject({ mode: 'bot', media: 'consent' })
  await person.says('1')
  await person.says('yes')
  expect(JSON.stringify((await history.read(address!)).lines)).toContain('Kolkwitzia')
})

test('the page shows nothing from before while the PIN is asked for', async () => {
  const { stage, person } = await watched(WEBCHAT_CAPABILITIES, PIN)
  const history = makeChatHistory(stage.ports, stage.casebook)
  const { address } = (await person.book()).state
  await person.says('continue')
  expect(JSON.stringify((await history.read(address!)).lines)).not.toMatch(/kolkwitzia/i)
  await person.says(PIN)
  expect(JSON.stringify((await history.read(address!)).lines)).toContain('Kolkwitzia')
})

test.each(LANGUAGES)('the question whether it is safe names no case, in %s', (language) => {
  expect(phrases.say(language, 'watched-ask')).not.toMatch(/case|قضي|حالة|کەیس/i)
})
