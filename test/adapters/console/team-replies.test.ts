import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Audit } from '../../../adapters/console/contract/audit.ts'
import { TeamReplies, type KeptReply, type Replies } from '../../../adapters/console/contract/replies.ts'
import { replies as built } from '../../../bots/amin/replies/set.ts'
import { openReplyTexts } from '../../../bots/texts.ts'
import { aCase, openWorld, type World } from './world.ts'

describe('the team’s ready texts', () => {
  let world: World
  let lead: string
  beforeEach(async () => {
    world = await openWorld()
    lead = (await world.member('noor', 'supervisor')).cookie
  })
  afterEach(() => world.close())

  const read = async (): Promise<TeamReplies> =>
    TeamReplies.strict().parse((await world.get('/api/v1/replies', { cookie: lead })).json())
  const put = (version: number, replies: readonly KeptReply[]) =>
    world.server.app.inject({
      method: 'PUT',
      url: '/api/v1/replies',
      headers: {
        'content-type': 'application/json',
        'x-amin': '1',
        origin: 'http://127.0.0.1:8080',
        cookie: lead,
      },
      payload: JSON.stringify({ version, replies }),
    })
  const offered = async (cookie: string, lang = 'ar') => {
    const { code } = await aCase(world)
    return {
      code,
      replies: (await world.get(`/api/v1/cases/${code}/replies?lang=${lang}`, { cookie })).json<Replies>()
        .replies,
    }
  }
  const ours = (texts: Partial<Record<'ar' | 'ckb' | 'en', string>>, id = 'ours'): KeptReply => ({
    id,
    off: false,
    words: { names: { ar: 'العطلة' }, texts },
  })

  test('are those that came with the program until somebody changes them, with their variables as one writes them', async () => {
    const { version, replies } = await read()
    expect(version).toBe(0)
    expect(replies.map(({ id }) => id)).toEqual(built)
    expect(replies.every((each) => each.built && !each.changed && !each.off)).toBe(true)
    const next = replies.find(({ id }) => id === 'next-word')
    expect(next?.names.ar).toBe(openReplyTexts().say('ar', 'next-word-name'))
    for (const language of ['ar', 'ckb', 'en'] as const)
      expect(next?.texts[language]).toMatch(/(?<!\u2068)\{hours\}(?!\u2069)/)
  })

  test('change for every agent at once: in other words, off, added, and in another order', async () => {
    const { cookie } = await world.member('sara')
    const added = ours({ en: 'We are back on Sunday' })
    const hello: KeptReply = {
      id: 'hello',
      off: false,
      words: { names: { en: 'Greeting' }, texts: { en: 'I am {agent}, case {code}, within {hours} hours' } },
    }
    const answer = await put(0, [added, { id: 'goodbye', off: true }, hello])
    expect(answer.json()).toMatchObject({ version: 1 })
    expect((await read()).replies.slice(0, 3)).toMatchObject([
      { id: 'ours', built: false, changed: false },
      { id: 'goodbye', built: true, changed: false, off: true },
      { id: 'hello', built: true, changed: true },
    ])
    const { code, replies } = await offered(cookie)
    expect(replies.slice(0, 2)).toEqual([
      { id: 'ours', name: 'العطلة', text: 'We are back on Sunday', language: 'en', own: false },
      {
        id: 'hello',
        name: 'Greeting',
        text: `I am sara, case ${code}, within 24 hours`,
        language: 'en',
        own: false,
        fill: '24',
      },
    ])
    expect(replies.map(({ id }) => id)).not.toContain('goodbye')
    expect(replies).toHaveLength(built.length)
  })

  test('go back to how they came when their words are left out', async () => {
    const before = (await read()).replies.find(({ id }) => id === 'hello')
    await put(0, [{ id: 'hello', off: false, words: { names: { en: 'x' }, texts: { en: 'y' } } }])
    await put(1, [{ id: 'hello', off: false }])
    expect((await read()).replies[0]).toEqual(before)
  })

  test('of two who change them from the same list the second is told, and nothing of the first is lost', async () => {
    const [one, other] = await Promise.all([
      put(0, [ours({ en: 'one' }, 'one')]),
      put(0, [ours({ en: 'other' }, 'other')]),
    ])
    expect([one.statusCode, other.statusCode].toSorted((a, b) => a - b)).toEqual([200, 409])
    expect([one, other].find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
      code: 'outdated',
    })
    expect((await put(1, [ours({ en: 'third' })])).statusCode).toBe(200)
    expect((await put(1, [ours({ en: 'late' })])).statusCode).toBe(409)
    expect((await read()).replies[0]?.texts).toEqual({ en: 'third' })
  })

  test('say when and by whom they were last changed', async () => {
    expect((await read()).changed).toBeUndefined()
    await put(0, [ours({ en: 'x' })])
    expect((await read()).changed).toEqual({
      at: new Date(world.clock.now()).toISOString(),
      by: { id: expect.any(String), name: 'noor' },
    })
  })

  test.each<[string, readonly KeptReply[]]>([
    ['a variable that nothing would be filled into', [ours({ en: 'your code is {cod}' })]],
    ['no words in any language', [ours({})]],
    ['one id twice', [ours({ en: 'a' }), ours({ en: 'b' })]],
    ['no words for what did not come with the program', [{ id: 'ours', off: false }]],
  ])('%s is refused, and nothing is kept', async (_, replies) => {
    expect((await put(0, replies)).statusCode).toBe(400)
    expect((await read()).version).toBe(0)
  })

  test('lie sealed in the database, and who changed them stands in the log without a word of them', async () => {
    await put(0, [ours({ en: 'CANARYTEXT' })])
    await put(1, [ours({ en: 'CANARYTEXT again' }), { id: 'hello', off: true }])
    expect(JSON.stringify(world.database.prepare('SELECT * FROM teamReplies').all())).not.toMatch(/CANARY/)
    const { cookie } = await world.member('nadia', 'auditor')
    const today = new Date(world.clock.now()).toISOString().slice(0, 10)
    const audit = (await world.get(`/api/v1/audit?from=${today}&to=${today}`, { cookie })).json<Audit>()
    expect(audit.deeds.filter(({ kind }) => kind === 'replies_changed')).toMatchObject([
      { by: { name: 'noor' }, detail: { changed: 'ours,hello' } },
      { by: { name: 'noor' }, detail: { added: 'ours' } },
    ])
    expect(JSON.stringify(audit)).not.toMatch(/CANARY/)
  })
})
