import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../../fakes/botpress/faults.ts'
import type { FakePerson } from '../../../fakes/botpress/person.ts'
import { openRig, type Rig } from './rig.ts'

let rig: Rig
let sara: FakePerson

beforeEach(async () => {
  rig = await openRig()
  rig.bot.texts = { ...rig.bot.texts, handoff: 'NULL', assigned: 'NULL' }
  sara = rig.bot.person('Sara')
  await sara.handOver()
})
afterEach(() => rig.stop())

const say = (text: string, row: string, alias?: string) =>
  rig.send(rig.items[0]!, { kind: 'text', text, ...(alias === undefined ? {} : { alias }) }, row)
const shown = () => sara.screen.map(({ name, text }) => (name === undefined ? text : `${name}: ${text}`))

describe('what is said', () => {
  test('by an agent stands under their name, by the bot under ours', async () => {
    await say('We are here.', 'row-1')
    await say('I am Noor.', 'row-2', 'Noor')
    expect(shown()).toEqual(['Amin: We are here.', 'Noor: I am Noor.'])
  })

  test.each<Fault>(['lost', 'reset', 'gateway', 'internal'])(
    'and cut (%s) is sent again, and read once',
    async (fault) => {
      await say('first', 'row-1')
      rig.fake.api.faults.push(...(fault === 'lost' ? ([undefined, fault] as unknown as Fault[]) : [fault]))
      // Of the two calls it is the message itself that breaks off.
      const outcome = await say('second', 'row-2')
      expect(outcome.status).toBe('later')
      expect((await say('second', 'row-2')).status).toBe('sent')
      expect(shown()).toEqual(['Amin: first', 'Amin: second'])
    },
  )

  test('and is longer than apps show goes out in parts, each once', async () => {
    const long = `${'word '.repeat(1500)}end`
    await say(long, 'row-1')
    await say(long, 'row-1')
    expect(shown()).toHaveLength(2)
    expect(sara.screen.every(({ text }) => text.length <= 4096)).toBe(true)
  })

  test('too fast waits, and the whole account with it', async () => {
    rig.fake.api.faults.push('rate')
    expect(await say('x', 'row-1')).toEqual({ status: 'later', wait: 5000, everyone: true })
  })

  test('with a token that is not taken any more puts the channel down until one is', async () => {
    rig.fake.api.faults.push('unauthorised')
    expect(await say('x', 'row-1')).toEqual({ status: 'unauthorised' })
    expect(rig.botpress.health()).toMatchObject({ status: 'down', reason: 'unauthorised' })
    await say('x', 'row-1')
    expect(rig.botpress.health().status).toBe('ready')
  })

  test('beyond the allowance of the workspace puts it down as well, and waits', async () => {
    rig.fake.api.faults.push('quota')
    expect(await say('x', 'row-1')).toMatchObject({ status: 'later', everyone: true })
    expect(rig.botpress.health().status).toBe('down')
  })

  test('leaves no token, key or word in what is logged, whatever went wrong', async () => {
    for (const fault of ['reset', 'gateway', 'rate', 'unauthorised', 'quota'] as const) {
      rig.fake.api.faults.push(fault)
      await say('canaryWORD', `row-${fault}`)
    }
    const written = JSON.stringify(rig.lines)
    expect(rig.lines.length).toBeGreaterThan(0)
    for (const secret of [rig.fake.token, 'canaryWORD', 'Bad gateway', 'Bearer', sara.user() ?? '-'])
      expect(written).not.toContain(secret)
  })
})

describe('who has the case', () => {
  test('is told once, before their words, also where the row comes again', async () => {
    const assigned = { kind: 'assigned', session: '1', alias: 'Noor' } as const
    rig.bot.texts = { ...rig.bot.texts, assigned: 'Somebody is here.' }
    await rig.send(rig.items[0]!, assigned, 'row-1')
    await rig.send(rig.items[0]!, assigned, 'row-1')
    await say('Hello', 'row-2', 'Noor')
    expect(shown()).toEqual(['Somebody is here.', 'Noor: Hello'])
    expect(rig.fake.world.events.map(({ type }) => type)).toEqual(['hitlAssigned'])
  })

  test('and that they closed it ends the session once; a new one is not ended by an old row', async () => {
    const ended = { kind: 'ended', session: '1' } as const
    await rig.send(rig.items[0]!, ended, 'row-1')
    expect(sara.isActive()).toBe(false)
    await sara.handOver()
    await rig.send(rig.items[0]!, ended, 'row-1')
    expect(sara.isActive()).toBe(true)
    expect(rig.fake.world.events.map(({ type }) => type)).toEqual(['hitlStopped'])
    expect((await say('again', 'row-3')).status).toBe('sent')
  })
})
