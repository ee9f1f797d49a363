import { expect, test } from 'vitest'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { hours } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory } from '../../../build/stage.ts'
import { submit } from '../access/people.ts'

const NOOR = agent('Noor')
const STORY =
  'Haider wants money for my photos, his number is 07712223344, my mother has 07713334455 and my number is 07701112233'

test('nobody but the person is ever written to: not family, school or work that was named, not the other side, from the first word to the erasing', async () => {
  const stage = await openStage()
  const person = stage.person('her')
  await submit(person, STORY)
  await person.sends({ kind: 'contact', name: untrusted('Mama'), phone: untrusted('+9647713334455') })
  await person.sends({ kind: 'contact', name: untrusted('My teacher'), phone: untrusted('+9647714445566') })
  await person.says('my school is on t.me/mansur_school, my boss is boss@work.example, 07715556677')
  await person.says('he is at the door, he will kill me')
  const code = await person.code()
  await stage.desk.claim(code, NOOR)
  const book = await person.book()
  await stage.desk.say(code, NOOR, 'I am with you.', book.state.version)
  await stage.desk.close(code, NOOR, 'resolved')
  await stage.passTime(hours(24 * 8))
  await person.says('erase')
  await person.says('yes')
  await stage.workAll()
  await stage.sendAll()
  expect(stage.channel.sent.length).toBeGreaterThan(20)
  expect(new Set(stage.channel.sent.map(({ chat }) => chat))).toEqual(new Set(['her']))
})

test('only what is sent is kept: every message and every file of a case is one that the person sent, and nothing else was fetched', async () => {
  const stage = await openStage()
  const person = stage.person('her')
  const sent: string[] = []
  const teller = {
    ...person,
    says: async (text: string) => {
      const item = await person.says(text)
      sent.push(item.message)
      return item
    },
  }
  await reachStory(teller)
  await teller.says(STORY)
  stage.channel.files.set('never-sent', new Uint8Array([9]))
  const file = await person.sendsFile(new Uint8Array([1, 2, 3]))
  sent.push(file.message)
  await stage.workAll()
  const { events, state } = await person.book()
  const kept = events.flatMap(({ event }) =>
    event.type === 'message_received' && event.message.body.kind !== 'start' ? [event.message.message] : [],
  )
  expect(kept).toEqual(sent)
  const heard = new Set(
    events.flatMap(({ event }) => (event.type === 'message_received' ? [event.inbound] : [])),
  )
  expect(Object.values(state.evidence).every(({ inbound }) => heard.has(inbound))).toBe(true)
  expect(
    stage.channel.downloads.every((ref) => ref === (file.body.kind === 'media' ? file.body.media.ref : '')),
  ).toBe(true)
})

test('the chat stays open: whoever writes after the case was closed is answered, and the case is there again', async () => {
  const stage = await openStage()
  const person = stage.person('her')
  await submit(person, STORY)
  const code = await person.code()
  await stage.desk.claim(code, NOOR)
  await stage.desk.close(code, NOOR, 'resolved')
  await stage.passTime(hours(24))
  const before = person.heard().length
  await person.says('he wrote to me again')
  expect(person.heard().length).toBeGreaterThan(before)
  expect(await person.code()).toBe(code)
  expect((await person.book()).state.hands.status).not.toBe('closed')
})

test('her own number is looked for in no other case, and finds none, though another names the same', async () => {
  const stage = await openStage()
  const [her, other] = [stage.person('her'), stage.person('other')]
  await submit(her, STORY)
  await submit(other, 'Somebody threatens me from the number 07701112233')
  await stage.workAll()
  const own = (await her.book()).state.identifiers.find(({ normal }) => normal.endsWith('7701112233'))
  expect(own).toMatchObject({ owner: 'self', keys: [] })
  const theirs = (await other.book()).state.identifiers.find(({ normal }) => normal.endsWith('7701112233'))
  expect(theirs?.keys.length).toBeGreaterThan(0)
  for (const one of [her, other])
    expect((await one.book()).events.some(({ event }) => event.type === 'case_linked')).toBe(false)
})

test('what was not sent can be read by who is on duty, and stands in line for a reply once it is sent', async () => {
  const stage = await openStage()
  const person = stage.person('her')
  await reachStory(person)
  await person.says(STORY)
  const code = await person.code()
  expect((await person.book()).state.hands.status).toBe('bot')
  const read = await stage.desk.open(code, NOOR)
  expect(JSON.stringify(read)).toContain('Haider wants money')
  await submit(person, STORY)
  expect((await person.book()).state.hands.status).toBe('waiting')
})

test('whoever wants nobody in the chat is told that the team sees it, and the team does', async () => {
  const stage = await openStage()
  const person = stage.person('her')
  for (const text of ['i want to kill myself', 'no']) await person.says(text)
  expect(person.heard().join('\n')).toMatch(/Our team sees that you want nobody in this chat now/)
  const { state } = await person.book()
  expect(state.conversation.answers['join']).toEqual({ kind: 'choice', option: 'no' })
  expect(person.heard().join('\n')).not.toMatch(/nobody writes to you/)
})

test('whoever reads advice to its end makes no report: nothing is asked of them, nothing stands in line, nobody is called, and what they opened stands in this chat', async () => {
  const stage = await openStage()
  const person = stage.person('her')
  await person.says('I only want advice')
  expect(person.hears()).toMatch(/without making a report; what you open stands in this chat/)
  const read: string[] = []
  for (const text of ['1', '1', '1', 'next', 'next', 'advice', '4', '1', '1']) {
    await person.says(text)
    read.push(person.hears())
  }
  expect(new Set(read).size).toBeGreaterThan(4)
  const { state, events } = await person.book()
  expect(state.conversation).toMatchObject({ submitted: false, called: { danger: false, person: false } })
  expect(state.conversation.answers).toEqual({})
  expect(state.hands.status).toBe('bot')
  expect(events.some(({ event }) => event.type === 'paged' || event.type === 'handoff_requested')).toBe(false)
  const { rows } = await stage.desk.list({ status: ['waiting'] }, { limit: 10 }, NOOR)
  expect(rows).toEqual([])
})

test.each(['not now', 'no, do not send'])(
  'what is not sent at the card («%s») stays where it is: nobody is called, «send» passes it on, and «erase» deletes it',
  async (words) => {
    const atCard = async () => {
      const stage = await openStage()
      const person = stage.person('her')
      await reachStory(person)
      await person.says(STORY)
      for (let n = 0; n < 20 && (await person.book()).state.conversation.open?.step !== 'review'; n += 1)
        await person.says('skip')
      await person.says(words)
      expect(person.heard().at(-1)).toMatch(/nothing is sent now/)
      const { state } = await person.book()
      expect([state.hands.status, state.conversation.submitted]).toEqual(['bot', false])
      return { stage, person }
    }
    const kept = await atCard()
    await kept.stage.passTime(hours(1))
    expect((await kept.person.book()).state.hands.status).toBe('bot')
    await kept.person.says('send')
    const { state } = await kept.person.book()
    expect([state.hands.status, state.conversation.submitted]).toEqual(['waiting', true])
    expect(JSON.stringify(await kept.stage.desk.open(await kept.person.code(), NOOR))).toContain(
      'Haider wants money',
    )

    const gone = await atCard()
    const code = await gone.person.code()
    for (const text of ['erase', 'yes']) await gone.person.says(text)
    await gone.stage.workAll()
    expect(await gone.stage.desk.open(code, NOOR)).toBe('erased')
  },
)

test('whoever asks whether this is us is told the one account that the operator named for this channel, and no other', async () => {
  const stage = await openStage()
  Object.assign(stage.ports, {
    official: (channel: string) => (channel === 'telegram' ? '@amin_real' : '@amin_elsewhere'),
  })
  const person = stage.person('her')
  await person.sends({ kind: 'start' })
  await person.says('who are you')
  const said = person
    .heard()
    .join('\n')
    .replaceAll(/[\u2066-\u2069]/g, '')
  expect(said).toContain('The only official account is @amin_real')
  expect(said).not.toContain('@amin_elsewhere')
})
