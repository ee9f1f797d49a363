import { describe, expect, test } from 'vitest'
import type { CaseCode, EvidenceId } from '../../../../core/base/ids.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const noor = agent('Noor')
const reem = agent('Reem')

const opened = async (): Promise<{ stage: Stage; person: Person; code: CaseCode }> => {
  const stage = await openStage()
  const person = stage.person('1001')
  await reachStory(person)
  await person.says('He says he will send my photos to my family tomorrow')
  return { stage, person, code: await person.code() }
}

const version = async (person: Person): Promise<number> => (await person.book()).state.version

describe('taking a case over', () => {
  test('assigns it, tells the person who is there, and silences the bot, all in one entry', async () => {
    const { stage, person, code } = await opened()
    expect(await stage.desk.claim(code, noor)).toMatchObject({ status: 'done' })
    await stage.sendAll()
    expect((await person.book()).state.hands).toMatchObject({
      status: 'agent',
      agent: noor.id,
      alias: 'Noor',
    })
    expect(person.hears()).toContain('Noor')
    const before = person.heard().length
    await person.says('are you a person?')
    await person.says('skip')
    expect(person.heard().length).toBe(before)
  })

  test('takes back what the bot was about to say', async () => {
    const { stage, person, code } = await opened()
    await stage.sink.put([person.inbound({ kind: 'text', text: 'done' as never })])
    await stage.receiveAll()
    await stage.desk.claim(code, noor)
    const before = person.heard().length
    await stage.sendAll()
    expect(person.heard().slice(before)).toHaveLength(1)
    expect(person.hears()).toContain('Noor')
  })

  test('is refused to a second agent, who learns who has it', async () => {
    const { stage, code } = await opened()
    await stage.desk.claim(code, noor)
    expect(await stage.desk.claim(code, reem)).toEqual({ status: 'held', by: noor.id, alias: 'Noor' })
  })

  test('has one winner of many who claim at once', async () => {
    const { stage, code } = await opened()
    const agents = Array.from({ length: 20 }, (_, i) => agent(`A${i}`))
    const outcomes = await Promise.all(agents.map((one) => stage.desk.claim(code, one)))
    expect(outcomes.filter((outcome) => outcome.status === 'done')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome.status === 'held')).toHaveLength(19)
  })

  test('again by its holder changes nothing', async () => {
    const { stage, person, code } = await opened()
    await stage.desk.claim(code, noor)
    const { seq } = (await person.book()).state
    expect(await stage.desk.claim(code, noor)).toMatchObject({ status: 'done', seq })
  })
})

describe('speaking as an agent', () => {
  test('reaches the person, and is shown as delivered', async () => {
    const { stage, person, code } = await opened()
    await stage.desk.claim(code, noor)
    expect(await stage.desk.say(code, noor, 'I am here with you.', await version(person))).toMatchObject({
      status: 'done',
    })
    await stage.sendAll()
    expect(person.hears()).toBe('I am here with you.')
    const book = await person.book()
    const line = book.lines.findLast((one) => one.from === 'agent')
    expect(line?.from === 'agent' ? book.delivery.get(`${line.seq}.${line.row}`) : undefined).toBe('sent')
  })

  test('needs nothing read anew that they did themselves: whoever had read it and takes it may answer at once', async () => {
    const { stage, person, code } = await opened()
    const seen = await version(person)
    await stage.desk.claim(code, noor)
    expect(await stage.desk.say(code, noor, 'I am here with you.', seen)).toMatchObject({ status: 'done' })
  })

  test('is refused where the program said more before they took it: that stands in the chat, unread', async () => {
    const { stage, person, code } = await opened()
    const seen = await version(person)
    const heard = person.heard().length
    await person.says('who are you?')
    expect(person.heard().length).toBeGreaterThan(heard)
    await stage.desk.claim(code, noor)
    expect(await stage.desk.say(code, noor, 'Hello.', seen)).toMatchObject({ status: 'moved' })
  })

  test('is refused where the person wrote meanwhile, and says the new version', async () => {
    const { stage, person, code } = await opened()
    await stage.desk.claim(code, noor)
    const seen = await version(person)
    await person.says('wait, something new happened')
    expect(await stage.desk.say(code, noor, 'What do they want?', seen)).toEqual({
      status: 'moved',
      version: await version(person),
    })
  })

  test('is not hindered by what the system does meanwhile', async () => {
    const { stage, person, code } = await opened()
    await stage.desk.claim(code, noor)
    const seen = await version(person)
    await stage.workAll()
    expect(await stage.desk.say(code, noor, 'Hello.', seen)).toMatchObject({ status: 'done' })
  })

  test('with the same key twice says it once', async () => {
    const { stage, person, code } = await opened()
    await stage.desk.claim(code, noor)
    const seen = await version(person)
    await stage.desk.say(code, noor, 'Once.', seen, { key: 'key-1' })
    expect(await stage.desk.say(code, noor, 'Once.', seen, { key: 'key-1' })).toMatchObject({
      status: 'done',
    })
    await stage.sendAll()
    expect(person.heard().filter((text) => text === 'Once.')).toHaveLength(1)
  })

  test('belongs to the holder alone', async () => {
    const { stage, person, code } = await opened()
    expect(await stage.desk.say(code, noor, 'Hello.', await version(person))).toEqual({ status: 'not_yours' })
    await stage.desk.claim(code, noor)
    expect(await stage.desk.say(code, reem, 'Hello.', await version(person))).toEqual({ status: 'not_yours' })
  })

  test('is refused while the person has blocked us', async () => {
    const { stage, person, code } = await opened()
    await stage.desk.claim(code, noor)
    await person.sends({ kind: 'blocked' })
    expect(await stage.desk.say(code, noor, 'Hello.', await version(person))).toEqual({
      status: 'refused',
      why: 'blocked',
    })
  })

  test('that may or may not have arrived is not sent twice, and is shown as not confirmed', async () => {
    const { stage, person, code } = await opened()
    await stage.desk.claim(code, noor)
    await stage.sendAll()
    await stage.desk.say(code, noor, 'Only once.', await version(person))
    stage.channel.outcomes.push({ status: 'unclear' })
    await stage.sendAll()
    await stage.sendAll()
    expect(person.heard().filter((text) => text === 'Only once.')).toHaveLength(1)
    expect([...(await person.book()).delivery.values()].at(-1)).toBe('unclear')
  })
})

describe('handing back', () => {
  test('to the bot goes on with the question that stood', async () => {
    const { stage, person, code } = await opened()
    await person.says('no')
    const question = person.hears()
    await stage.desk.claim(code, noor)
    await person.says('thank you')
    expect(await stage.desk.release(code, noor, 'bot')).toMatchObject({ status: 'done' })
    await stage.sendAll()
    expect((await person.book()).state.hands.status).toBe('bot')
    expect(person.hears()).toContain(question.split('\n')[0])
    const open = (await person.book()).state.conversation.open?.step ?? ''
    await person.says('skip')
    expect((await person.book()).state.conversation.skipped).toHaveProperty([open])
  })

  test('to the queue makes the person wait again, and says so', async () => {
    const { stage, person, code } = await opened()
    await stage.desk.claim(code, noor)
    const before = person.heard().length
    await stage.desk.release(code, noor, 'queue')
    await stage.sendAll()
    expect((await person.book()).state.hands.status).toBe('waiting')
    expect(person.heard().length).toBe(before + 2)
    expect(await stage.desk.claim(code, reem)).toMatchObject({ status: 'done' })
  })

  test('to a colleague moves the case and tells the person the new name', async () => {
    const { stage, person, code } = await opened()
    await stage.desk.claim(code, noor)
    await stage.desk.transfer(code, noor, { agent: reem })
    await stage.sendAll()
    expect((await person.book()).state.hands).toMatchObject({ status: 'agent', agent: reem.id })
    expect(person.hears()).toContain('Reem')
  })

  test('is for the holder, or for a supervisor who moves what others hold', async () => {
    const { stage, code } = await opened()
    await stage.desk.claim(code, noor)
    expect(await stage.desk.transfer(code, reem, { agent: reem })).toEqual({ status: 'not_yours' })
    expect(await stage.desk.transfer(code, reem, { agent: reem }, true, 'her shift is over')).toMatchObject({
      status: 'done',
    })
  })

  test('by closing keeps the outcome; who writes again is back in the queue', async () => {
    const { stage, person, code } = await opened()
    await stage.desk.claim(code, noor)
    await stage.desk.close(code, noor, 'resolved')
    expect((await person.book()).state.hands).toMatchObject({ status: 'closed', outcome: 'resolved' })
    await person.says('he wrote again')
    expect(await person.code()).toBe(code)
    expect((await person.book()).state.hands.status).toBe('waiting')
  })
})

describe('severity', () => {
  test('is raised without a word and lowered only with a reason', async () => {
    const { stage, person, code } = await opened()
    await person.says('no')
    expect(await stage.desk.setSeverity(code, noor, 'P1', '')).toMatchObject({ status: 'done' })
    expect(await stage.desk.setSeverity(code, noor, 'P3', ' ')).toEqual({
      status: 'refused',
      why: 'reason_required',
    })
    expect(await stage.desk.setSeverity(code, noor, 'P4', 'spoke to her, she is safe')).toMatchObject({
      status: 'done',
    })
    expect((await person.book()).state.severity).toBe('P4')
    // What was known when a person lowered it does not raise it again; something new does.
    await person.says('nothing new')
    expect((await person.book()).state.severity).toBe('P4')
    await person.says('urgent')
    expect((await person.book()).state.severity).toBe('P2')
  })

  test('is raised by the rules, and never lowered by them', async () => {
    const stage = await openStage()
    const person = stage.person('1002')
    await person.sends({ kind: 'start' })
    await person.says('continue')
    await person.says('skip')
    await person.says('someone may hurt me')
    const { state } = await person.book()
    expect(state.severity).toBe('P1')
    expect(state.hands.status).toBe('waiting')
    expect((await stage.desk.list({ status: ['waiting'] }, { limit: 10 })).rows[0]).toMatchObject({
      severity: 'P1',
      code: state.code,
    })
  })
})

test('a note stays inside', async () => {
  const { stage, person, code } = await opened()
  const before = person.heard().length
  await stage.desk.note(code, noor, 'call the school tomorrow')
  await stage.sendAll()
  expect(person.heard().length).toBe(before)
  expect((await person.book()).lines.at(-1)).toMatchObject({
    from: 'note',
    text: 'call the school tomorrow',
    alias: 'Noor',
  })
})

test('who looks at evidence, at what and why, stands in the chain before the bytes are given', async () => {
  const { stage, person, code } = await opened()
  await stage.workAll()
  const book = await person.book()
  const [id] = Object.keys(book.state.evidence) as EvidenceId[]
  const seen = await stage.desk.view(code, id!, noor, 'reveal', 'to see the threat')
  expect(seen.status).toBe('open')
  expect((await person.book()).events.at(-1)?.event).toMatchObject({
    type: 'evidence_viewed',
    agent: noor.id,
    reason: 'to see the threat',
  })
})

test('a case that nobody has is unknown, not an error', async () => {
  const stage = await openStage()
  expect(await stage.desk.claim('ZZZZZZZZ' as CaseCode, noor)).toEqual({ status: 'unknown' })
  expect(await stage.desk.open('ZZZZZZZZ' as CaseCode)).toBeUndefined()
})
