import { describe, expect, test } from 'vitest'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { agent, openStage, reachStory, type Person } from '../../../build/stage.ts'

const HERE = { kind: 'location', latitude: 33.31, longitude: 44.36 } as const
const THERE = { kind: 'location', latitude: 36.335, longitude: 43.119 } as const
const BAGHDAD = { kind: 'text', text: '33.3100, 44.3600 · ≈ Baghdad' }
const MOSUL = { kind: 'text', text: '36.3350, 43.1190 · ≈ Mosul' }
const ASKS = /Are you there now\?/

const where = async (person: Person) => (await person.book()).state.conversation.answers['fast-where']

/** In danger, at the first of the urgent questions. */
const inDanger = async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await person.sends({ kind: 'start' })
  for (const text of ['continue', 'my brother will kill me tonight']) await person.says(text)
  return { stage, person, code: await person.code() }
}

describe('a place that nobody asked for', () => {
  test('of who is in danger asks in one line whether they are there, and a yes is where', async () => {
    const { person } = await inDanger()
    const open = (await person.book()).state.conversation.open?.step
    const before = person.heard().length
    await person.sends(HERE)
    expect(person.heard().slice(before)).toHaveLength(1)
    expect(person.hears()).toMatch(/we see the place: near .?Baghdad/)
    expect(person.hears()).toMatch(ASKS)
    expect(await where(person)).toBeUndefined()
    await person.presses('Yes, there')
    expect(await where(person)).toEqual(BAGHDAD)
    const { conversation } = (await person.book()).state
    expect(conversation.answers['governorate']).toEqual({ kind: 'choice', option: 'baghdad' })
    // The question that waited waits still.
    expect(conversation.open?.step).toBe(open)
    expect(person.heard().slice(before).join('\n')).toMatch(/it is noted/)
  })

  test.each(['yes', '1', 'نعم', 'بەڵێ'])('«%s» is the tap where there are no buttons', async (word) => {
    const { person } = await inDanger()
    await person.sends(HERE)
    await person.says(word)
    expect(await where(person)).toEqual(BAGHDAD)
  })

  test('a no concludes nothing, and of another place it is asked anew', async () => {
    const { person } = await inDanger()
    await person.sends(HERE)
    await person.presses('No')
    expect(await where(person)).toBeUndefined()
    await person.sends(THERE)
    expect(await where(person)).toBeUndefined()
    expect(person.heard().filter((text) => ASKS.test(text))).toHaveLength(2)
    expect(person.heard().at(-1)).toMatch(/we see the place: near .?Mosul/)
    await person.presses('Yes, there')
    expect(await where(person)).toEqual(MOSUL)
  })

  test('another one, where they were told to come to, takes the place of none without a yes', async () => {
    const { person } = await inDanger()
    await person.sends(HERE)
    await person.presses('Yes, there')
    await person.sends(THERE)
    expect(await where(person)).toEqual(BAGHDAD)
    expect(person.hears()).toMatch(ASKS)
    await person.says('no')
    expect(await where(person)).toEqual(BAGHDAD)
    await person.sends(THERE)
    await person.says('yes')
    expect(await where(person)).toEqual(MOSUL)
  })

  test('the same one once more asks nothing', async () => {
    const { person } = await inDanger()
    await person.sends(HERE)
    await person.presses('Yes, there')
    await person.sends(HERE)
    expect(person.heard().filter((text) => ASKS.test(text))).toHaveLength(1)
  })

  test('each tap is of the place under whose question it stands, however old; the word is of the last', async () => {
    const { stage, person } = await inDanger()
    await person.sends(HERE)
    await person.sends(THERE)
    const [first, second] = stage.channel.sent.flatMap(({ content }) =>
      content.kind === 'text'
        ? (content.buttons ?? []).flatMap(({ label, token }) => (label === 'Yes, there' ? [token] : []))
        : [],
    )
    await person.sends({ kind: 'press', token: first! })
    expect(await where(person)).toEqual(BAGHDAD)
    await person.sends({ kind: 'press', token: second! })
    expect(await where(person)).toEqual(MOSUL)
    await person.sends({ kind: 'press', token: first! })
    expect(await where(person)).toEqual(BAGHDAD)
    await person.sends({ ...HERE, latitude: 33.4 })
    await person.says('yes')
    expect(await where(person)).toMatchObject({ text: expect.stringMatching(/^33.4000/) as string })
  })

  test('one that moves while it is asked about is meant as it is when it is answered', async () => {
    const { person } = await inDanger()
    const { message } = await person.sends({ ...HERE, live: true })
    await person.sends({ ...THERE, live: true }, { message, edit: 1_767_225_700 })
    await person.presses('Yes, there')
    expect(await where(person)).toEqual(MOSUL)
  })

  test('one that moves takes the answer with it', async () => {
    const { person } = await inDanger()
    const { message } = await person.sends({ ...HERE, live: true })
    await person.presses('Yes, there')
    await person.sends({ ...THERE, live: true }, { message, edit: 1_767_225_700 })
    expect(await where(person)).toEqual(MOSUL)
  })

  test('what was said in words stays where help must come', async () => {
    const { person } = await inDanger()
    for (const text of ['no', 'he is on his way', 'Basra, near the old bridge']) await person.says(text)
    await person.sends(HERE)
    expect(await where(person)).toMatchObject({ text: 'Basra, near the old bridge' })
    expect(person.heard().join('\n')).not.toMatch(ASKS)
  })

  test('of who may be in danger is asked about, too: once a sign of it was read', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('He says he will come to my house and I am afraid of him')
    expect((await person.book()).state.conversation.crisis.length).toBeGreaterThan(0)
    await person.sends(HERE)
    expect(person.heard().join('\n')).toMatch(ASKS)
  })

  test('of who is in no danger is kept with one warm line, and nothing is asked', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.sends(HERE)
    expect(person.hears()).toMatch(/we see the place: near .?Baghdad/)
    expect(person.heard().join('\n')).not.toMatch(ASKS)
  })

  test('is never hers where it was forwarded', async () => {
    const { person } = await inDanger()
    await person.sends(HERE, { forward: untrusted('{"type":"user","name":"Haider"}') })
    expect(person.heard().join('\n')).not.toMatch(ASKS)
    expect((await person.book()).state.conversation.place).toBeUndefined()
  })

  test('is answered by nobody but the agent who has the case, and a tap on the old question still counts', async () => {
    const { stage, person, code } = await inDanger()
    await person.sends(HERE)
    await stage.desk.claim(code, agent('Noor'))
    await stage.sendAll()
    const before = person.heard().length
    await person.presses('Yes, there')
    expect(await where(person)).toEqual(BAGHDAD)
    await person.sends(THERE)
    expect(await where(person)).toEqual(BAGHDAD)
    expect(person.heard().slice(before)).toEqual([])
  })

  test('of whoever came back by a word alone is kept as a message: where they are stays what was told before', async () => {
    for (const told of [true, false]) {
      const { person } = await inDanger()
      await person.sends(HERE)
      if (told) await person.presses('Yes, there')
      await person.says('0')
      await person.says('continue')
      expect((await person.book()).state.conversation.unproven).toBe(true)
      const { answers, place } = (await person.book()).state.conversation
      const before = person.heard().length
      await person.sends(THERE)
      await person.says('yes')
      const now = (await person.book()).state.conversation
      expect([now.answers['fast-where'], now.answers['governorate'], now.place]).toEqual([
        answers['fast-where'],
        answers['governorate'],
        place,
      ])
      expect(person.heard().slice(before).join('\n')).not.toMatch(ASKS)
      // A cry brings the urgent questions, and no place for another.
      await person.says('he is at the door and will kill me')
      await person.sends(THERE)
      if (told) expect(person.heard().slice(before).join('\n')).not.toMatch(ASKS)
      if (told) expect(await where(person)).toEqual(BAGHDAD)
    }
  })

  test('asks nothing in a chat that was left, nor of who wants nobody to come', async () => {
    const { person } = await inDanger()
    await person.says('0')
    const before = person.heard().length
    await person.sends(HERE)
    expect(person.heard().slice(before)).toEqual([])
    const stage = await openStage()
    const other = stage.person('1')
    for (const text of ['my brother will kill me', 'no']) await other.says(text)
    await other.sends(HERE)
    expect(other.heard().join('\n')).not.toMatch(ASKS)
  })
})
