import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../adapters/console/contract/index.ts'
import type { MessagePage } from '../../../adapters/console/contract/messages.ts'
import type { InboundBody } from '../../../core/base/message.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { agent, openStage, reachStory } from '../../build/stage.ts'
import { presentMessages } from '../../../adapters/console/server/cases/present-messages.ts'
import { aCase, openWorld, type World } from './world.ts'

let world: World
let cookie: string
beforeAll(async () => {
  world = await openWorld()
  ;({ cookie } = await world.member('noor'))
})
afterAll(() => world.close())

const MOSUL: InboundBody = { kind: 'location', latitude: 36.33512, longitude: 43.11931 }

const pageOf = async (code: string): Promise<MessagePage['messages']> =>
  (await world.get(`/api/v1/cases/${code}/messages`, { cookie })).json<MessagePage>().messages

describe('a place that was shared, for whoever works on the case,', () => {
  test('is a place: its coordinates as they came, what it is called, and the town it is near in three languages', async () => {
    const built = await aCase(world)
    await built.receive({ ...MOSUL, name: untrusted('مقهى الزهور'), address: untrusted('شارع النبي يونس') })
    expect((await pageOf(built.code)).at(-1)).toMatchObject({
      from: 'person',
      text: '36.33512, 43.11931',
      place: {
        latitude: 36.33512,
        longitude: 43.11931,
        moves: false,
        name: 'مقهى الزهور',
        address: 'شارع النبي يونس',
        near: { ar: 'الموصل', ckb: expect.any(String) as string, en: 'Mosul' },
      },
    })
  })

  test('that moves is where they are now, with the time it came, and keeps where they were', async () => {
    const built = await aCase(world)
    const live = { ...MOSUL, live: true } as const
    await built.receive(live, { message: 'moving' })
    await built.receive(
      { kind: 'location', latitude: 33.31, longitude: 44.36, live: true },
      { message: 'moving', edit: 1_767_225_700 },
    )
    const moved = (await pageOf(built.code)).filter(({ place }) => place !== undefined)
    expect(moved).toHaveLength(1)
    expect(moved[0]).toMatchObject({
      text: '36.33512, 43.11931',
      edits: [{ text: '33.31, 44.36' }],
      place: { latitude: 33.31, longitude: 44.36, moves: true, near: { en: 'Baghdad' } },
    })
    expect(moved[0]?.place?.at).toBe(moved[0]?.edits?.[0]?.at)
  })

  test('far from every town of the list names none, and one that was forwarded says whose it is', async () => {
    const built = await aCase(world)
    await built.receive(
      { kind: 'location', latitude: 52.52, longitude: 13.405 },
      {
        forward: untrusted(
          JSON.stringify({ type: 'hidden_user', sender_user_name: 'Shadow', date: 1_700_000_000 }),
        ),
      },
    )
    const last = (await pageOf(built.code)).at(-1)
    expect(last).toMatchObject({ place: { latitude: 52.52 }, forwarded: { from: 'Shadow' } })
    expect(last?.place).not.toHaveProperty('near')
  })

  test('that answered where help must be sent stands among the answers, under its question', async () => {
    const built = await aCase(world)
    await built.append({
      type: 'answer_given',
      step: 'fast-where',
      answer: { kind: 'text', text: untrusted('36.3351, 43.1193 · ≈ Mosul') },
    })
    const file = (await world.get(`/api/v1/cases/${built.code}`, { cookie })).json<CaseFile>()
    expect(file.answers).toContainEqual(
      expect.objectContaining({ step: 'fast-where', answer: '36.3351, 43.1193 · ≈ Mosul', skipped: false }),
    )
  })

  test('comes to them while they hold the case, too, and the bot says nothing over them', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    for (const text of ['he is at the door, he will kill me', 'yes']) await person.says(text)
    const code = await person.code()
    const noor = agent('Noor')
    await stage.desk.claim(code, noor)
    await stage.sendAll()
    const before = person.heard().length
    await person.sends(MOSUL)
    await stage.sendAll()
    expect(person.heard()).toHaveLength(before)
    const book = await stage.desk.open(code, noor)
    if (book === undefined || book === 'erased') throw new Error('no case')
    const { messages } = presentMessages(book, new Map(), { before: undefined, limit: 5 })
    expect(messages.at(-1)?.place).toMatchObject({ near: { en: 'Mosul' }, moves: false })
  })
})

describe('a contact card that was shared, for whoever works on the case,', () => {
  test('is a card: who it names, its number, and the item that was sealed of it', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.sends({
      kind: 'contact',
      name: untrusted('Kestrelby'),
      phone: untrusted('+964 770 000 0000'),
    })
    await stage.workAll()
    const book = await stage.desk.open(await person.code(), agent('Noor'))
    if (book === undefined || book === 'erased') throw new Error('no case')
    const { messages } = presentMessages(book, new Map(), { before: undefined, limit: 50 })
    const [sealed] = Object.keys(book.state.evidence)
    expect(messages.find(({ media }) => media !== undefined)).toMatchObject({
      from: 'person',
      text: 'Kestrelby +964 770 000 0000',
      evidence: sealed,
      media: { kind: 'contact', state: 'sealed' },
    })
  })
})
