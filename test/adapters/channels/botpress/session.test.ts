import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Failure } from '../../../../core/base/failure.ts'
import { openRig, type Rig } from './rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await openRig()
})
afterEach(() => rig.stop())

const kinds = (): readonly string[] => rig.items.map(({ body }) => body.kind)

describe('a person is handed over', () => {
  test('with what was said before, each as whose it is, marked as told elsewhere', async () => {
    const sara = rig.bot.person('Sara')
    sara.botSays('How can I help?')
    await sara.says('هناك من يهددني')
    await sara.handOver('Blackmail')
    const [start, bot, own] = rig.items
    expect(start).toMatchObject({
      body: { kind: 'handed_over', session: '1', texts: 'theirs', title: 'Blackmail' },
      from: { name: 'Sara', language: 'ar' },
    })
    expect(bot).toMatchObject({ by: 'bot', body: { kind: 'text', text: 'How can I help?' } })
    expect(bot).not.toHaveProperty('elsewhere')
    expect(own).toMatchObject({ elsewhere: true, body: { kind: 'text', text: 'هناك من يهددني' } })
    expect(own).not.toHaveProperty('by')
  })

  test('whose bot lets us speak: a person is wanted at once', async () => {
    rig.bot.settings.textsAreOurs = true
    await rig.bot.person('Sara').handOver()
    expect(rig.items.map(({ body }) => body)).toEqual([
      { kind: 'handed_over', session: '1', texts: 'ours', title: 'Blackmail' },
      { kind: 'command', command: 'human' },
    ])
  })

  test('twice and at the same time: one conversation, nothing stored twice', async () => {
    const sara = rig.bot.person('Sara')
    await sara.says('help')
    await sara.handOver()
    const count = rig.items.length
    const body = {
      type: 'startHitl',
      input: {
        userId: sara.user(),
        messageHistory: [
          { source: { type: 'user', userId: sara.user() }, type: 'text', payload: { text: 'help' } },
        ],
      },
    }
    const again = await Promise.all(
      Array.from({ length: 8 }, () => rig.bot.operation('action_triggered', body)),
    )
    for (const { body: said } of again)
      expect(JSON.parse(said)).toMatchObject({ output: { conversationId: sara.conversation() } })
    expect(rig.items).toHaveLength(count)
    expect(rig.fake.world.conversations.size).toBe(1)
  })

  test('again after the end: a new conversation of the same chat, and history that came before adds nothing', async () => {
    const sara = rig.bot.person('Sara')
    await sara.says('help')
    await sara.handOver()
    const first = sara.conversation()
    await sara.leaves()
    await sara.handOver()
    expect(sara.conversation()).not.toBe(first)
    expect(new Set(rig.items.map(({ chat }) => chat)).size).toBe(1)
    expect(kinds()).toEqual(['handed_over', 'text', 'text', 'ended', 'handed_over'])
    expect(rig.items.flatMap(({ body }) => ('session' in body ? [body.session] : []))).toEqual([
      '1',
      '1',
      '2',
    ])
  })

  test('while the store is down: 503, and after the repeat all of it is there, once', async () => {
    let down = true
    rig.before = () => {
      if (down) throw new Failure('store_unavailable')
    }
    rig.bot.repeats = false
    const sara = rig.bot.person('Sara')
    await expect(sara.handOver()).rejects.toThrow('503')
    expect(rig.items).toEqual([])
    expect(rig.botpress.health().status).toBe('degraded')
    down = false
    await sara.handOver()
    expect((await sara.says('after'))?.status).toBe(200)
    expect(kinds()).toEqual(['handed_over', 'text'])
    expect(rig.fake.world.conversations.size).toBe(1)
    expect(rig.botpress.health().status).toBe('ready')
  })

  test('the same user of the plugin is made once, also when asked for again', async () => {
    const input = { name: 'Sara', email: 'u1@bot.botpress.invalid' }
    const made = await Promise.all(
      [1, 2, 3].map(() => rig.bot.operation('action_triggered', { type: 'createUser', input })),
    )
    expect(new Set(made.map(({ body }) => body)).size).toBe(1)
    expect(JSON.stringify([...rig.fake.world.users.values()])).not.toContain('u1@bot')
  })
})

describe('what people write', () => {
  test.each(['هەڕەشەم لێ دەکەن و پارەم لێ داوا دەکەن', 'يهددونني بنشر صوري، ماذا أفعل؟ 🆘'])(
    '%s arrives whole, letter by letter',
    async (text) => {
      const sara = rig.bot.person('Sara')
      await sara.handOver()
      rig.bot.byByte = true
      expect((await sara.says(text))?.status).toBe(200)
      expect(rig.items.at(-1)?.body).toEqual({ kind: 'text', text })
    },
  )

  test('counts once, however often it is told', async () => {
    rig.bot.twice = true
    const sara = rig.bot.person('Sara')
    await sara.handOver()
    await sara.says('one')
    await sara.says('two')
    expect(kinds()).toEqual(['handed_over', 'text', 'text'])
  })

  test('is never mistaken for a notice of the other bot', async () => {
    const sara = rig.bot.person('Sara')
    await sara.handOver()
    await sara.notice('( The user has ended the session. )')
    expect(rig.items.at(-1)).toMatchObject({ by: 'bot' })
    await sara.says('I said that')
    expect(rig.items.at(-1)).not.toHaveProperty('by')
  })

  test('of all kinds is kept: a block as its pieces, what cannot be read by its name', async () => {
    const sara = rig.bot.person('Sara')
    await sara.handOver()
    const file = 'https://files.example.org/a?token=abc'
    await sara.sends('image', { imageUrl: file })
    await sara.sends('file', { fileUrl: file, title: 'proof.pdf' })
    await sara.sends('bloc', {
      items: [
        { type: 'text', payload: { text: 'look' } },
        { type: 'audio', payload: { audioUrl: file } },
        { type: 'hologram', payload: {} },
      ],
    })
    const bodies = rig.items.slice(1).map(({ body }) => body)
    expect(bodies).toMatchObject([
      { kind: 'media', media: { kind: 'photo', capture: 'unknown', ref: file } },
      { kind: 'media', media: { kind: 'document', fileName: 'proof.pdf' } },
      { kind: 'text', text: 'look' },
      { kind: 'media', media: { kind: 'audio' } },
      { kind: 'unsupported', what: 'hologram' },
    ])
    expect(new Set(rig.items.map(({ message }) => message)).size).toBe(rig.items.length)
  })

  test('of a kind that nobody knows yet is kept by its name, and the SDK prints nothing of it', async () => {
    const printed = vi.spyOn(console, 'error')
    const sara = rig.bot.person('Sara')
    await sara.handOver()
    const conversation = {
      id: sara.conversation(),
      channel: 'hitl',
      tags: { person: sara.user(), session: '1' },
    }
    const message = {
      type: 'sticker',
      payload: { userId: sara.user(), canary: 'x' },
      conversation,
      message: { id: 'msg_99' },
      user: {},
    }
    expect((await rig.bot.operation('message_created', message)).status).toBe(200)
    expect(rig.items.at(-1)).toMatchObject({
      message: 'msg_99',
      body: { kind: 'unsupported', what: 'sticker' },
    })
    expect(rig.items.at(-1)).not.toHaveProperty('by')
    expect(printed).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })

  test.each([
    ['text', { text: 'a' }, 'text'],
    ['markdown', { markdown: 'a' }, 'text'],
    ['image', { imageUrl: 'https://a.example/1' }, 'media'],
    ['audio', { audioUrl: 'https://a.example/1' }, 'media'],
    ['video', { videoUrl: 'https://a.example/1' }, 'media'],
    ['file', { fileUrl: 'https://a.example/1' }, 'media'],
    ['location', { latitude: 33.3, longitude: 44.4 }, 'location'],
    ['card', { title: 'a', actions: [] }, 'text'],
    ['carousel', { items: [{ title: 'a' }] }, 'text'],
    ['choice', { text: 'a', options: [{ label: 'b', value: 'b' }] }, 'text'],
    ['dropdown', { text: 'a', options: [] }, 'text'],
    ['bloc', { items: [{ type: 'text', payload: { text: 'a' } }] }, 'text'],
  ])('before, as %s, can be read', async (type, payload, kind) => {
    const sara = rig.bot.person('Sara')
    await sara.sends(type, payload)
    await sara.handOver()
    expect(rig.items[1]).toMatchObject({ elsewhere: true, body: { kind } })
  })
})

describe('the end', () => {
  test('of a session that is none of ours is refused', async () => {
    const answered = await rig.bot.operation('action_triggered', {
      type: 'stopHitl',
      input: { conversationId: 'conv_00009999' },
    })
    expect(answered.status).toBe(400)
  })

  test('by the person: a notice, then the end, and what is said later is told as gone', async () => {
    const sara = rig.bot.person('Sara')
    await sara.handOver()
    await sara.leaves()
    expect(kinds()).toEqual(['handed_over', 'text', 'ended'])
    expect(await rig.send(rig.items[0]!, { kind: 'text', text: 'are you there?' }, 'row-9')).toEqual({
      status: 'refused',
      why: 'gone',
    })
    expect(sara.swallowed).toEqual([])
  })
})

test('messages that the platform tells in another order than they were written are kept once each', async () => {
  const sara = rig.bot.person('Sara')
  await sara.handOver()
  rig.bot.reorders = true
  rig.bot.twice = true
  await Promise.all(Array.from({ length: 6 }, (_, n) => sara.says(`part ${n}`)))
  const parts = rig.items.filter(({ body }) => body.kind === 'text')
  const texts = parts.map(({ body }) => (body.kind === 'text' ? String(body.text) : ''))
  expect(texts).not.toEqual(texts.toSorted())
  expect(texts.toSorted()).toEqual(['part 0', 'part 1', 'part 2', 'part 3', 'part 4', 'part 5'])
  expect(new Set(parts.map(({ message }) => message)).size).toBe(6)
})

test('a message that is told only after its session ended is kept, and opens no other session', async () => {
  const sara = rig.bot.person('Sara')
  await sara.handOver()
  rig.bot.reorders = true
  const late = sara.says('wait')
  rig.bot.reorders = false
  await sara.leaves()
  rig.bot.reorders = true
  await Promise.all([late, rig.bot.deliver('message_created', {})])
  expect(kinds()).toEqual(['handed_over', 'text', 'ended', 'text'])
  expect(rig.fake.world.conversations.size).toBe(1)
})
