import { describe, expect, test } from 'vitest'
import { WHATSAPP_CLOUD_CAPABILITIES } from '../../../../adapters/channels/whatsapp-cloud/capabilities.ts'
import { WHATSAPP_CAPABILITIES } from '../../../../adapters/channels/whatsapp/capabilities.ts'
import type { Inbound } from '../../../../core/base/message.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { hours, instant, minutes, type Ms } from '../../../../core/base/units.ts'
import { agent, openStage, openStageOn, reachStory, type Person, type Stage } from '../../../build/stage.ts'
import { submit } from '../access/people.ts'

const NOOR = agent('Noor')

const fromPhone = (person: Person, text: string, more: Partial<Inbound> = {}): Promise<Inbound> =>
  person.sends({ kind: 'text', text: untrusted(text) }, { by: 'phone', from: {}, ...more })

const calls = (person: Person): Promise<Inbound> => person.sends({ kind: 'call' })

const rowOf = async (stage: Stage, person: Person) => stage.store.views.byCode(await person.code())

describe('what a member of the team writes on the linked phone', () => {
  test('stands in the case as theirs, and never as what the person told', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await fromPhone(person, 'I am Layla, please do not pay')
    const { lines, state } = await person.book()
    expect(lines.findLast(({ from }) => from === 'phone')).toMatchObject({
      message: { body: { text: 'I am Layla, please do not pay' } },
    })
    expect(lines.filter((line) => line.from === 'person' && JSON.stringify(line).includes('Layla'))).toEqual(
      [],
    )
    expect(state.conversation.answers['story']).toBeUndefined()
  })

  test('silences the bot: what the person answers is no answer of its questions, and it says nothing to it', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await fromPhone(person, 'I am Layla, please do not pay')
    const said = person.heard().length
    await person.says('thank you Layla, what should I do now? he says he will publish it tonight')
    await stage.passTime(hours(2))
    expect(person.heard()).toHaveLength(said)
    expect((await person.book()).state.conversation.answers['story']).toBeUndefined()
  })

  test('takes away what the bot was about to say: nothing of it comes after their words', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const said = person.heard().length
    await stage.sink.put([person.inbound({ kind: 'text', text: untrusted('skip') })])
    await stage.receiveAll()
    await stage.sink.put([
      person.inbound({ kind: 'text', text: untrusted('I am Layla, wait for me') }, { by: 'phone', from: {} }),
    ])
    await stage.receiveAll()
    await stage.sendAll()
    expect(person.heard()).toHaveLength(said)
  })

  test('asks who it was: the case waits for whoever takes it over, and from then on it is theirs', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await fromPhone(person, 'I am Layla')
    await fromPhone(person, 'wait for me')
    const asked = (await person.book()).lines.filter(
      (line) => line.from === 'event' && line.event.type === 'handoff_requested',
    )
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({ event: { why: 'phone' } })
    expect(await rowOf(stage, person)).toMatchObject({ status: 'waiting' })
    await stage.desk.claim(await person.code(), NOOR)
    expect((await person.book()).state).toMatchObject({
      onPhone: false,
      hands: { status: 'agent', agent: NOOR.id },
    })
  })

  test('leaves the bot free again once the case is handed back to it', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await fromPhone(person, 'I am Layla')
    await stage.desk.claim(await person.code(), NOOR)
    await stage.desk.release(await person.code(), NOOR, 'bot')
    const said = person.heard().length
    await person.says('hello')
    expect(person.heard().length).toBeGreaterThan(said)
  })

  test('asks nobody where a colleague has the case already', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await stage.desk.claim(await person.code(), NOOR)
    await fromPhone(person, 'I am Layla')
    const { lines, state } = await person.book()
    expect(lines.at(-1)).toMatchObject({ from: 'phone' })
    expect(state).toMatchObject({ onPhone: false, hands: { status: 'agent', agent: NOOR.id } })
  })

  test('opens no case for somebody who never wrote to us, and is not kept', async () => {
    const stage = await openStage()
    await fromPhone(stage.person('1'), 'mum, I come home late')
    expect((await stage.store.views.list({}, { limit: 10 })).rows).toEqual([])
    expect((await stage.store.inbox.depth()).waiting).toBe(0)
  })

  test('goes into no case that was erased', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('erase')
    await person.says('yes')
    await stage.workAll()
    await fromPhone(person, 'are you still there?')
    expect((await stage.store.views.list({}, { limit: 10 })).rows).toMatchObject([{ status: 'erased' }])
    expect((await stage.store.inbox.depth()).waiting).toBe(0)
  })
})

describe('a call', () => {
  const CALLS = /^We cannot answer calls here/

  test.each([WHATSAPP_CAPABILITIES, WHATSAPP_CLOUD_CAPABILITIES].map((each) => [each.app, each] as const))(
    'is an entry of the case, gets a kind text, and brings the person into the line (%s)',
    async (_, capabilities) => {
      const stage = await openStageOn(capabilities)
      const person = stage.person('1')
      await reachStory(person)
      await calls(person)
      expect(person.hears()).toMatch(CALLS)
      expect(await rowOf(stage, person)).toMatchObject({ status: 'waiting', severity: 'P2' })
      expect((await person.book()).lines.findLast(({ from }) => from === 'person')).toMatchObject({
        message: { body: { kind: 'call' } },
      })
    },
  )

  test('raises one who waits already', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('talk to a person')
    expect(await rowOf(stage, person)).toMatchObject({ status: 'waiting', severity: 'P3' })
    await calls(person)
    expect(await rowOf(stage, person)).toMatchObject({ status: 'waiting', severity: 'P2' })
  })

  test('is answered once in half an hour, however often they call', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const answers = (): number => person.heard().filter((text) => CALLS.test(text)).length
    await calls(person)
    await calls(person)
    expect(answers()).toBe(1)
    stage.clock.advance(minutes(31))
    await calls(person)
    // The same words stand last in the chat: it is said that they still hold.
    expect(answers()).toBe(1)
    expect(person.hears()).toMatch(/still stands/)
  })

  test('as the first thing of all opens a case and asks no question', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await calls(person)
    expect(person.heard()).toEqual([expect.stringMatching(CALLS)])
    expect(await rowOf(stage, person)).toMatchObject({ status: 'waiting' })
  })

  test.each<readonly [string, (stage: Stage, person: Person) => Promise<unknown>]>([
    ['that was hidden', (_, person) => person.says('0')],
    ['that an agent has', async (stage, person) => stage.desk.claim(await person.code(), NOOR)],
    ['in which the team writes on the phone', (_, person) => fromPhone(person, 'I am here')],
  ])('is kept and says nothing in a chat %s', async (_, reach) => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await reach(stage, person)
    await stage.workAll()
    await stage.sendAll()
    const said = person.heard().length
    await calls(person)
    expect(person.heard()).toHaveLength(said)
    expect(JSON.stringify((await person.book()).lines)).toContain('"kind":"call"')
  })
})

describe('a first message that lay somewhere for more than a day', () => {
  const old = (stage: Stage, by: Ms): Partial<Inbound> => ({ sentAt: instant(stage.clock.now() - by) })

  test('is kept, and answered by one kind line without a question, however many came', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.says('somebody has my pictures', old(stage, hours(48)))
    await person.says('please answer me', old(stage, hours(47)))
    expect(person.heard()).toEqual([expect.stringMatching(/only reached us now/)])
    expect(JSON.stringify((await person.book()).lines)).toContain('please answer me')
  })

  test('begins as always with the next word', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.says('hello?', old(stage, hours(48)))
    await person.says('I am here')
    expect(person.hears()).toMatch(/Shall we go on\?/)
  })

  test('is heard at once where it tells of danger', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.says('I want to kill myself', old(stage, hours(48)))
    expect(person.hears()).not.toMatch(/only reached us now/)
    expect(await rowOf(stage, person)).toMatchObject({ severity: 'P1' })
  })
})
