import { describe, expect, test } from 'vitest'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { instant } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const SOS = '🆘'

/** The platform's id of the newest message of ours that holds these words. */
const ours = ({ channel }: Stage, words: string): string => {
  const place = channel.sent.findLastIndex(
    ({ content }) => content.kind === 'text' && content.text.includes(words),
  )
  if (place < 0) throw new Error(`never said: ${words}`)
  return `ours-${place + 1}`
}
const newest = (stage: Stage, person: Person): string => ours(stage, person.hears())

const marks = (person: Person, of: string, emoji: string, sentAt?: number) =>
  person.sends({ kind: 'reaction', emoji, of }, sentAt === undefined ? {} : { sentAt: instant(sentAt) })

const conversationOf = async (person: Person) => (await person.book()).state.conversation
const lastLine = async (person: Person) =>
  (await person.book()).lines.findLast((line) => line.from === 'person')

/** An adult in danger, who is asked whether they are safe: yes or no. */
const openUrgent = async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  const before = newest(stage, person)
  await person.says('urgent')
  expect((await conversationOf(person)).open).toMatchObject({ step: 'fast-safe' })
  return { stage, person, before }
}

describe('a mark under the open question', () => {
  test.each([
    ['👍', 'yes'],
    ['👍🏽', 'yes'],
    ['❤️', 'yes'],
    ['✅', 'yes'],
    ['👎', 'no'],
    ['❌', 'no'],
  ])('%s answers it with %s', async (emoji, option) => {
    const { stage, person } = await openUrgent()
    await marks(person, newest(stage, person), emoji)
    expect((await conversationOf(person)).answers['fast-safe']).toEqual({ kind: 'choice', option })
    expect(await lastLine(person)).toMatchObject({ message: { body: { kind: 'reaction', emoji } } })
  })

  test.each(['😢', ''])(
    'says nothing where it is another one or was taken back ("%s"), and is kept',
    async (emoji) => {
      const { stage, person } = await openUrgent()
      const heard = person.heard().length
      await marks(person, newest(stage, person), emoji)
      expect(person.heard()).toHaveLength(heard)
      expect((await conversationOf(person)).answers['fast-safe']).toBeUndefined()
      expect(await lastLine(person)).toMatchObject({ message: { body: { kind: 'reaction', emoji } } })
    },
  )

  test('counts once, however often the platform repeats it', async () => {
    const { stage, person } = await openUrgent()
    const item = await marks(person, newest(stage, person), '👍')
    const heard = person.heard().length
    await stage.sink.put([item, item])
    await stage.receiveAll()
    await stage.sendAll()
    expect(person.heard()).toHaveLength(heard)
    expect(
      (await person.book()).events.filter(
        ({ event }) => event.type === 'answer_given' && event.step === 'fast-safe',
      ),
    ).toHaveLength(1)
  })

  test('answers nothing where the question wants words, and is no story', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const { open, answers } = await conversationOf(person)
    const heard = person.heard().length
    await marks(person, newest(stage, person), '👍')
    expect(await conversationOf(person)).toMatchObject({ open, answers })
    expect(person.heard()).toHaveLength(heard)
  })

  test('changes no language: a yes of somebody who writes Arabic is answered in Arabic', async () => {
    const stage = await openStage()
    const person = stage.person('1', 'ar')
    await person.sends({ kind: 'start' })
    await marks(person, newest(stage, person), '👍')
    expect((await person.book()).state).toMatchObject({
      language: 'ar',
      conversation: { answers: { consent: { option: 'continue' } } },
    })
  })
})

describe('a mark under another message', () => {
  test('of an older question answers nothing', async () => {
    const { stage, person, before } = await openUrgent()
    const heard = person.heard().length
    await marks(person, before, '👍')
    // What was said just before it, in the same breath.
    await marks(person, ours(stage, person.heard().at(-2) ?? ''), '👍')
    expect(person.heard()).toHaveLength(heard)
    expect((await conversationOf(person)).answers['fast-safe']).toBeUndefined()
  })

  test('of their own answers nothing', async () => {
    const { person } = await openUrgent()
    const { message } = await person.says('https://example.com')
    await marks(person, message, '👍')
    expect((await conversationOf(person)).answers['fast-safe']).toBeUndefined()
  })

  test('that was written on the linked phone answers nothing', async () => {
    const { stage, person } = await openUrgent()
    await person.sends(
      { kind: 'text', text: untrusted('I am Layla') },
      { by: 'phone', message: 'from-phone' },
    )
    await marks(person, 'from-phone', '👍', stage.clock.now())
    expect((await conversationOf(person)).answers['fast-safe']).toBeUndefined()
  })

  test('that no receipt names counts only where it was set after the question was asked', async () => {
    const { stage, person } = await openUrgent()
    await marks(person, 'somewhere', '👍', stage.clock.now() - 3_600_000)
    expect((await conversationOf(person)).answers['fast-safe']).toBeUndefined()
    await marks(person, 'somewhere', '👍', stage.clock.now())
    expect((await conversationOf(person)).answers['fast-safe']).toEqual({ kind: 'choice', option: 'yes' })
  })

  test('of an agent answers no question of the bot', async () => {
    const { stage, person } = await openUrgent()
    await stage.desk.claim(await person.code(), agent('Noor'))
    const { state } = await person.book()
    await stage.desk.say(state.code, agent('Noor'), 'I am here with you', state.version)
    await stage.sendAll()
    await marks(person, ours(stage, 'I am here with you'), '👍')
    expect((await conversationOf(person)).answers['fast-safe']).toBeUndefined()
    expect(await lastLine(person)).toMatchObject({ message: { body: { kind: 'reaction' } } })
  })
})

describe('a cry for help by a mark', () => {
  test('under any message calls people as the word does', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await marks(person, 'ours-1', SOS)
    expect((await person.book()).state).toMatchObject({
      hands: { status: 'waiting' },
      conversation: { urgent: true, called: { danger: true } },
    })
  })

  test('in a hidden chat calls people, and nothing of the case is shown', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('exit')
    const heard = person.heard().length
    await marks(person, 'ours-1', '👍')
    expect(person.heard()).toHaveLength(heard)
    await marks(person, 'ours-1', SOS)
    const { state } = await person.book()
    expect(state.conversation).toMatchObject({ locked: true, called: { danger: true } })
    expect(person.heard().slice(heard)).toEqual([
      stage.ports.phrases.say('en', 'hidden-called', { emergency: 'none' }),
    ])
  })

  test('any other mark is no sign that who left the chat is back', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('exit')
    const { state: left } = await person.book()
    await marks(person, 'ours-1', '👍')
    const { state } = await person.book()
    expect(state).toMatchObject({ exited: left.exited, access: { heardAt: left.access.heardAt } })
  })

  test('begins a case where there is none; any other mark begins nothing', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await marks(person, 'ours-1', '👍')
    await expect(person.code()).rejects.toThrow('no case of that chat')
    expect((await stage.store.inbox.depth()).waiting).toBe(0)
    expect(person.heard()).toEqual([])
    await marks(person, 'ours-1', SOS)
    expect((await person.book()).state.conversation.called.danger).toBe(true)
  })
})

test('the team sees which of our messages a mark is under', async () => {
  const { stage, person } = await openUrgent()
  const question = person.hears()
  const of = newest(stage, person)
  await marks(person, of, '😢')
  expect((await person.book()).marked.get(of)).toMatchObject({ from: 'bot', text: question })
})

test('a mark under a goodbye does not open the case again', async () => {
  const { stage, person } = await openUrgent()
  const question = newest(stage, person)
  await stage.desk.claim(await person.code(), agent('Noor'))
  const { state } = await person.book()
  await stage.desk.close(state.code, agent('Noor'), 'resolved')
  await stage.sendAll()
  const heard = person.heard().length
  await marks(person, question, '👍')
  expect((await person.book()).state.hands.status).toBe('closed')
  expect(person.heard()).toHaveLength(heard)
})

test('a chat that is emptied is not asked to take back marks, which are no messages', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  const { message } = await marks(person, 'ours-1', '😢')
  await person.says('exit')
  await stage.workAll()
  await stage.sendAll()
  const wiped = stage.channel.sent.flatMap(({ content }) => (content.kind === 'wipe' ? content.messages : []))
  expect(wiped.length).toBeGreaterThan(0)
  expect(wiped).not.toContain(message)
})
