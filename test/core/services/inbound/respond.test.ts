import { describe, expect, test } from 'vitest'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { bytes, hours, mebibytes, minutes } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory } from '../../../build/stage.ts'

const picture = new Uint8Array([1, 2, 3, 4])

describe('what a person sends', () => {
  test('opens a case in the language of their phone', async () => {
    const stage = await openStage()
    const person = stage.person('1', 'ar')
    await person.sends({ kind: 'start' })
    expect((await person.book()).state).toMatchObject({ language: 'ar', seq: 1, hands: { status: 'bot' } })
    expect(person.heard()).toHaveLength(1)
  })

  test('counts once, however often the platform repeats it', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    const item = await person.sends({ kind: 'start' })
    await stage.sink.put([item, item])
    await stage.receiveAll()
    await stage.sendAll()
    expect((await person.book()).state.seq).toBe(1)
    expect(person.heard()).toHaveLength(1)
  })

  test('keeps every version of an edited message, and an edit does not move the conversation', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.sends({ kind: 'start' })
    const { message } = await person.says('hello')
    const said = person.heard().length
    await person.says('continue', { message, edit: 1_767_225_700 })
    const book = await person.book()
    expect(person.heard()).toHaveLength(said)
    expect(book.state.conversation.answers).toEqual({})
    expect(book.lines.findLast((line) => line.from === 'person')).toMatchObject({
      message: { body: { text: 'hello' } },
      edits: [{ message: { body: { text: 'continue' } } }],
    })
  })

  test('that cannot be read is answered kindly and kept', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const before = person.heard().length
    await person.sends({ kind: 'unsupported', what: 'story' }, { raw: untrusted('{"story":{}}') })
    expect(person.heard().length).toBeGreaterThan(before)
    expect((await person.book()).lines.findLast((line) => line.from === 'person')).toMatchObject({
      message: { raw: '{"story":{}}' },
    })
  })
})

describe('a file', () => {
  test.each([
    ['before consent', async () => undefined],
    [
      'before the age is known',
      async (person: { says: (text: string) => Promise<unknown> }) => void (await person.says('continue')),
    ],
  ])('is not downloaded %s, and it is said that it waits', async (_, prepare) => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.sends({ kind: 'start' })
    await prepare(person)
    await person.sendsFile(picture)
    await stage.workAll()
    expect(stage.channel.downloads).toEqual([])
    expect((await person.book()).state).toMatchObject({ evidence: {}, waiting: [{ kind: 'photo' }] })
    expect(person.hears()).toContain('Your file waits, unopened')
  })

  test.each(['me, 16-17', 'me, 13-15', 'me, under 13', 'someone under 18', 'prefer not to say'])(
    'of somebody whose age is "%s" is never downloaded',
    async (age) => {
      const stage = await openStage()
      const person = stage.person('1')
      await person.sends({ kind: 'start' })
      for (const text of ['continue', 'skip', 'none', age]) await person.says(text)
      await person.sendsFile(picture)
      await person.sendsFile(picture, { kind: 'voice', capture: 'as_sent' })
      await stage.workAll()
      expect(stage.channel.downloads).toEqual([])
      expect(
        (await person.book()).events.filter(({ event }) => event.type === 'evidence_refused'),
      ).toHaveLength(2)
    },
  )

  test('of an adult is announced at once, fetched, sealed and receipted', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('a story that is long enough to be told')
    await person.sendsFile(picture)
    await stage.workAll()
    await stage.sendAll()
    const { state } = await person.book()
    const photo = Object.values(state.evidence).find((item) => item.kind === 'photo')
    expect(photo).toMatchObject({ status: 'sealed', size: 4, sha256: stage.ports.hasher.sha256(picture) })
  })

  test('over the size that the channel hands out is refused before anything is fetched', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.sendsFile(picture, { size: bytes(mebibytes(20) + 1) })
    await stage.workAll()
    expect(stage.channel.downloads).toEqual([])
    expect(person.heard().some((text) => text.includes('20'))).toBe(true)
  })

  test('is taken while an agent has the case, without a word of the bot', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await stage.desk.claim(await person.code(), agent('Noor'))
    await stage.sendAll()
    const before = person.heard().length
    await person.sendsFile(picture)
    await stage.workAll()
    await stage.sendAll()
    expect(Object.values((await person.book()).state.evidence)).toMatchObject([{ status: 'sealed' }])
    expect(person.heard()).toHaveLength(before)
  })

  test('of an album gets one receipt for all', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('a story that is long enough to be told')
    for (let i = 0; i < 10; i += 1) {
      const ref = `album-${i}`
      stage.channel.files.set(ref, new Uint8Array([i]))
      await stage.sink.put([
        person.inbound({ kind: 'media', media: { kind: 'photo', capture: 'recompressed', ref }, album: 'a' }),
      ])
    }
    await stage.receiveAll()
    await stage.workAll()
    await stage.sendAll()
    const book = await person.book()
    expect(book.events.filter(({ event }) => event.type === 'receipt_given')).toHaveLength(1)
    expect(
      Object.values(book.state.evidence).filter((item) => item.status === 'sealed' && item.kind === 'photo'),
    ).toHaveLength(10)
  })

  test('that is gone at the platform is said to be gone, and the receipt does not wait for it', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('a story that is long enough to be told')
    await person.sends({ kind: 'media', media: { kind: 'photo', capture: 'recompressed', ref: 'nowhere' } })
    await stage.workAll()
    expect(
      Object.values((await person.book()).state.evidence).find((item) => item.kind === 'photo'),
    ).toMatchObject({
      status: 'failed',
      why: 'gone',
    })
  })
})

describe('a statement', () => {
  test('is sealed as the very bytes that were written', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const story = 'يهددني بنشر صوري إذا لم أدفع له المال غداً'
    await person.says(story)
    await stage.workAll()
    expect(Object.values((await person.book()).state.evidence)).toMatchObject([
      { kind: 'statement', status: 'sealed', sha256: stage.ports.hasher.sha256(story) },
    ])
  })

  test('that came before consent is kept and becomes the story once there is consent', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    const story = 'A man I met online threatens to publish my photos unless I pay him'
    await person.says(story)
    for (const text of ['continue', 'I am 22']) await person.says(text)
    await stage.workAll()
    expect(Object.values((await person.book()).state.evidence)).toMatchObject([
      { kind: 'statement', status: 'sealed', sha256: stage.ports.hasher.sha256(story) },
    ])
  })

  test('that came before consent is sealed as of the message that told it, whatever is sent or forwarded when it is', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    const first = await person.says('A man I met online threatens to publish my photos unless I pay him')
    stage.clock.advance(minutes(5))
    const second = await person.says('He is asking for five hundred dollars until tomorrow')
    stage.clock.advance(minutes(5))
    await person.says('continue')
    stage.clock.advance(minutes(5))
    await person.says('pay or else', {
      forward: untrusted('{"type":"hidden_user","sender_user_name":"X","date":1700000000}'),
    })
    await stage.workAll()
    const { events } = await person.book()
    const inbounds = events.flatMap(({ event }) => (event.type === 'message_received' ? [event] : []))
    const inboundOf = (message: string) => inbounds.find((one) => one.message.message === message)?.inbound
    const statements = events.flatMap(({ event }) =>
      event.type === 'evidence_announced' && event.kind === 'statement' ? [event] : [],
    )
    for (const { message, sentAt } of [first, second])
      expect(statements.find(({ inbound }) => inbound === inboundOf(message))).toMatchObject({
        sentAt,
        forwarded: false,
      })
  })

  test('that was forwarded keeps its origin whole', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const origin = '{"type":"hidden_user","sender_user_name":"X","date":1700000000}'
    await person.says('pay or else', { forward: untrusted(origin) })
    const book = await person.book()
    expect(book.events.find(({ event }) => event.type === 'evidence_announced')?.event).toMatchObject({
      kind: 'statement',
      forwarded: true,
    })
    expect(book.lines.findLast((line) => line.from === 'person')).toMatchObject({
      message: { forward: origin },
    })
  })
})

describe('leaving by quick exit', () => {
  test('answers with something harmless and takes back what both sides said, the exit word included', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const ours = stage.channel.sent.filter((one) => one.content.kind === 'text').length
    await person.says('0')
    await stage.workAll()
    await stage.sendAll()
    const wiped = stage.channel.sent.flatMap((one) =>
      one.content.kind === 'wipe' ? one.content.messages : [],
    )
    expect(wiped.length).toBe(ours + 5)
    expect(person.hears()).not.toMatch(/amin|blackmail|case/i)
  })

  test('works while an agent has the case, and the case stays', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const code = await person.code()
    await stage.desk.claim(code, agent('Noor'))
    await person.says('exit')
    expect((await person.book()).state).toMatchObject({ exited: true, hands: { status: 'agent' } })
  })

  test('does not try what the platform no longer allows', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.sends({ kind: 'start' })
    stage.clock.advance(hours(49))
    await person.says('0')
    await stage.workAll()
    await stage.sendAll()
    const wiped = stage.channel.sent.flatMap((one) =>
      one.content.kind === 'wipe' ? [one.content.messages] : [],
    )
    expect(wiped).toEqual([['2']])
  })
})

test('who blocks us is sent nothing more, and agents see it', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  stage.channel.outcomes.push({ status: 'refused', why: 'blocked' })
  await person.says('hello?')
  expect((await person.book()).state.blocked).toBe(true)
})

describe('waiting for a person', () => {
  test('who writes meanwhile learns once that they are in line, and it reaches the case', async () => {
    const stage = await openStage()
    const first = stage.person('1')
    await reachStory(first)
    await first.says('talk to a person')
    const person = stage.person('2')
    await reachStory(person)
    await person.says('talk to a person')
    await person.says('are you there, I am afraid of what he may do')
    const said = person.heard().length
    await person.says('skip')
    await person.says('will you tell my family?')
    await person.says('please hurry')
    const book = await person.book()
    const told = book.lines.filter((line) => line.from === 'bot' && line.text.includes('in line'))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ text: expect.stringMatching(/cannot be said right now/) })
    expect(person.heard().length).toBeGreaterThan(said)
    expect(book.lines.findLast((line) => line.from === 'person')).toMatchObject({
      message: { body: { text: 'please hurry' } },
    })
  })
})

test('while a large file is fetched the bot shows that it is at work', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  await person.sendsFile(new Uint8Array(2_000_000))
  await stage.workAll()
  expect(stage.channel.sent.map((one) => one.content.kind)).toContain('typing')
})
