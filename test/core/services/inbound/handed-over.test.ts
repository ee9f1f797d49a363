import { beforeEach, describe, expect, test } from 'vitest'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { agent, openStage, type Person, type Stage } from '../../../build/stage.ts'

const noor = agent('Noor')
const reem = agent('Reem')

let stage: Stage
let person: Person
beforeEach(async () => {
  stage = await openStage()
  person = stage.person('1')
})

const handOver = (texts: 'ours' | 'theirs' = 'theirs', session = '1') =>
  person.sends(
    { kind: 'handed_over', session, texts, title: untrusted('Blackmail') },
    { message: `start:${session}` },
  )
const end = (session = '1') => person.sends({ kind: 'ended', session }, { message: `end:${session}` })
const before = (text: string) => person.says(text, { elsewhere: true })
const told = () =>
  stage.channel.sent.map(({ content }) =>
    content.kind === 'text' ? 'text' : content.kind === 'assigned' ? content.alias : content.kind,
  )
const say = async (text: string) => {
  const code = await person.code()
  const outcome = await stage.desk.say(code, noor, text, (await person.book()).state.version)
  await stage.sendAll()
  return outcome
}

describe('a chat that another bot hands over', () => {
  test('stands in the queue at once, with nothing said', async () => {
    await handOver()
    const { state, row } = await person.book()
    expect(row.status).toBe('waiting')
    expect(state.hands).toMatchObject({ status: 'waiting', why: 'person' })
    expect(stage.channel.sent).toEqual([])
  })

  test('whose bot speaks for itself hears no word of ours before somebody of the team comes, not even in danger', async () => {
    await handOver()
    for (const words of ['hello', 'he will kill me tonight', 'human', 'help']) await person.says(words)
    await stage.passTime(3_600_000 as never)
    expect(person.heard()).toEqual([])
    await stage.desk.claim(await person.code(), noor)
    await stage.sendAll()
    expect(told().slice(0, 2)).toEqual(['Noor', 'text'])
  })

  test('that lets us speak is greeted and asked like anybody', async () => {
    await handOver('ours')
    await person.sends({ kind: 'command', command: 'human' })
    expect(person.heard().length).toBeGreaterThan(0)
    expect((await person.book()).row.status).toBe('waiting')
  })

  test('keeps what was told before as told elsewhere: danger in it counts, and it answers no question of ours', async () => {
    await handOver()
    await before('my brother will kill me tonight if I do not pay')
    const { state, lines } = await person.book()
    expect(state.severity).toBe('P1')
    expect(Object.keys(state.conversation.answers)).toEqual([])
    expect(lines.filter((line) => line.from === 'person' && line.message.elsewhere === true)).toHaveLength(1)
  })

  test('hears nothing as a command in what was told before: "0" there leaves nothing', async () => {
    await handOver('ours')
    await before('0')
    expect((await person.book()).state.exited).toBe(false)
  })

  test('finds who blackmails in what was told before', async () => {
    await handOver()
    await before('his telegram is @haider_love_77')
    expect((await person.book()).state.identifiers).toMatchObject([{ type: 'telegram' }])
  })

  test('fetches no file of before while nobody knows how old the person is', async () => {
    await handOver()
    stage.channel.files.set('ref', new Uint8Array(10))
    await person.sends(
      { kind: 'media', media: { kind: 'photo', capture: 'unknown', ref: 'ref' } },
      { elsewhere: true },
    )
    await stage.workAll()
    expect(stage.channel.downloads).toEqual([])
    expect((await person.book()).state.waiting).toHaveLength(1)
  })

  test('keeps what the other bot says apart: no evidence, no danger, no case of its own', async () => {
    const stranger = stage.person('2')
    await stranger.says('he will kill me', { by: 'bot' })
    await expect(stranger.code()).rejects.toThrow()
    await handOver()
    await person.says('If he will kill you, call the police', { by: 'bot' })
    const { state, lines } = await person.book()
    expect(state.severity).not.toBe('P1')
    expect(state.lastWords).toBe('')
    expect(lines.filter((line) => line.from === 'other')).toHaveLength(1)
  })
})

describe('who has the case', () => {
  test('is told to the other bot before their words, again where another takes it over, and not where the same one speaks', async () => {
    await handOver()
    const code = await person.code()
    await stage.desk.claim(code, noor)
    await stage.sendAll()
    await say('Hello')
    await stage.desk.transfer(code, noor, { agent: reem })
    await stage.sendAll()
    expect(told()).toEqual(['Noor', 'text', 'text', 'Reem', 'text'])
  })

  test('closes it with a last word, and then the other bot has the person again', async () => {
    await handOver()
    const code = await person.code()
    await stage.desk.claim(code, noor)
    await stage.desk.close(code, noor, 'resolved')
    await stage.sendAll()
    expect(told()).toEqual(['Noor', 'text', 'text', 'ended'])
    expect((await person.book()).state.relay?.open).toBe(false)
  })

  test('hands back to the bot: to the other one where ours does not speak, to ours where it does', async () => {
    await handOver()
    const code = await person.code()
    await stage.desk.claim(code, noor)
    await stage.desk.release(code, noor, 'bot')
    await stage.sendAll()
    expect(told().at(-1)).toBe('ended')

    person = stage.person('3')
    await handOver('ours')
    const other = await person.code()
    await stage.desk.claim(other, noor)
    await stage.desk.release(other, noor, 'bot')
    await stage.sendAll()
    expect(told().at(-1)).toBe('text')
    expect((await person.book()).state.relay?.open).toBe(true)
  })
})

describe('the other bot takes the chat back', () => {
  test('nothing that is said here reaches the person, and whoever writes is told so', async () => {
    await handOver()
    const code = await person.code()
    await stage.desk.claim(code, noor)
    await stage.sendAll()
    await end()
    const count = stage.channel.sent.length
    expect(await say('are you there?')).toMatchObject({ status: 'refused', why: 'no_chat' })
    await stage.desk.close(code, noor, 'unreachable')
    await stage.sendAll()
    expect(stage.channel.sent).toHaveLength(count)
    expect(
      (await person.book()).lines.some((line) => line.from === 'event' && line.event.type === 'chat_ended'),
    ).toBe(true)
  })

  test('once: the end of an earlier session changes nothing', async () => {
    await handOver()
    await handOver('theirs', '2')
    await end('1')
    expect((await person.book()).state.relay).toMatchObject({ session: '2', open: true })
  })

  test('and hands over again: the same case goes on, reopened where it was closed', async () => {
    await handOver()
    const code = await person.code()
    await stage.desk.claim(code, noor)
    await stage.desk.close(code, noor, 'resolved')
    await handOver('theirs', '2')
    expect(await person.code()).toBe(code)
    expect((await person.book()).row.status).toBe('waiting')
    await stage.desk.claim(code, noor)
    expect((await say('Welcome back')).status).toBe('done')
  })
})
