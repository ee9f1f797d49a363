import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../adapters/console/contract/index.ts'
import type { MessagePage } from '../../../adapters/console/contract/messages.ts'
import { aCase, openWorld, type World } from './world.ts'

describe('a case that a colleague holds', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.close())

  const file = async (code: string, cookie: string): Promise<CaseFile> =>
    (await world.get(`/api/v1/cases/${code}`, { cookie })).json()

  test('asking for it leaves it where it is, writes a note and a word, and is told to every open console', async () => {
    const [sara, omar] = [await world.member('sara'), await world.member('omar')]
    const { code } = await aCase(world)
    await world.post(`/api/v1/cases/${code}/claim`, {}, { cookie: sara.cookie })
    const head = await world.ports.store.feed.head()
    const asked = await world.post(
      `/api/v1/cases/${code}/ask`,
      { text: 'I know her' },
      { cookie: omar.cookie },
    )
    expect(asked.statusCode).toBe(200)
    const after = await file(code, omar.cookie)
    expect(after).toMatchObject({
      status: 'agent',
      assignee: { id: sara.id },
      mine: false,
      heldSince: expect.any(String),
    })
    expect(after.notes).toMatchObject([{ author: 'omar', text: 'I know her' }])
    const { messages } = (
      await world.get(`/api/v1/cases/${code}/messages`, { cookie: sara.cookie })
    ).json<MessagePage>()
    expect(messages.at(-1)).toMatchObject({ from: 'event', event: 'asked', author: 'omar' })
    expect((await world.ports.store.feed.read(head, 10)).flatMap(({ kinds }) => kinds)).toContain(
      'case_asked',
    )
    // The holder's next words are not refused for it: nothing was said to the person.
    const said = await world.post(
      `/api/v1/cases/${code}/messages`,
      { text: 'still here', expectedVersion: after.version },
      { cookie: sara.cookie },
    )
    expect(said.statusCode).toBe(200)
  })

  test('nobody asks for what nobody holds, or for their own', async () => {
    const sara = await world.member('sara')
    const { code } = await aCase(world)
    const ask = () => world.post(`/api/v1/cases/${code}/ask`, { text: 'mine?' }, { cookie: sara.cookie })
    expect((await ask()).json()).toMatchObject({ code: 'already' })
    await world.post(`/api/v1/cases/${code}/claim`, {}, { cookie: sara.cookie })
    expect((await ask()).json()).toMatchObject({ code: 'already' })
    expect((await file(code, sara.cookie)).notes).toEqual([])
  })

  test('a supervisor takes it with a reason and not without one; an agent cannot', async () => {
    const [sara, omar, boss] = [
      await world.member('sara'),
      await world.member('omar'),
      await world.member('boss', 'supervisor'),
    ]
    const { code } = await aCase(world)
    await world.post(`/api/v1/cases/${code}/claim`, {}, { cookie: sara.cookie })
    const take = (who: { readonly id: string; readonly cookie: string }, note?: string) =>
      world.post(
        `/api/v1/cases/${code}/transfer`,
        { agent: who.id, ...(note === undefined ? {} : { note }) },
        { cookie: who.cookie },
      )
    expect((await take(omar, 'quicker')).json()).toMatchObject({ code: 'not_yours' })
    expect((await take(boss)).json()).toMatchObject({ code: 'reason_required' })
    expect((await take(boss, ' ')).json()).toMatchObject({ code: 'reason_required' })
    expect((await take(boss, 'her shift is over')).statusCode).toBe(200)
    expect(await file(code, boss.cookie)).toMatchObject({ mine: true })
  })
})
