import Fastify from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import { BOTPRESS_CAPABILITIES } from '../../../../adapters/channels/botpress/capabilities.ts'
import { WHATSAPP_CLOUD_CAPABILITIES } from '../../../../adapters/channels/whatsapp-cloud/capabilities.ts'
import { WHATSAPP_CAPABILITIES } from '../../../../adapters/channels/whatsapp/capabilities.ts'
import { makeSecretPages } from '../../../../adapters/channels/webchat/secret-link.ts'
import { openWebchat } from '../../../../adapters/channels/webchat/index.ts'
import { makeSecretDoor } from '../../../../core/services/access/page.ts'
import { makeCasebook } from '../../../../core/services/casebook/casebook.ts'
import { makeChatHistory } from '../../../../core/services/access/history.ts'
import { makeSpool } from '../../../../core/services/evidence/spool.ts'
import type { Capabilities } from '../../../../core/ports/channel.ts'
import { minutes } from '../../../../core/base/units.ts'
import { openStageOn, type Person, type Stage } from '../../../build/stage.ts'
import { everythingKept, submit } from './people.ts'

const PIN = '483917'
const URL_OF_CHAT = 'https://amin.example.org/chat'
const LINK = /https:\/\/amin\.example\.org\/chat\/once\/en#([0-9A-Z]{52})/

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

type Form = { readonly text: string; readonly code?: string }
type Phone = Stage & {
  readonly person: Stage['person']
  /** What the page's server answers, and what the person is told in the chat after it. */
  readonly post: (token: string, form: Form) => Promise<number>
  readonly look: (token: string) => Promise<number>
}

/**
 * A chat that keeps what is written in it, and a web chat that phones reach; `asked` by another
 * process than the ones that receive.
 */
const onWhatsapp = async (
  capabilities: Capabilities = WHATSAPP_CAPABILITIES,
  reachable = true,
): Promise<Phone> => {
  const stage = await openStageOn(capabilities)
  const { ports } = stage
  if (reachable)
    Object.assign(ports, {
      secretPages: makeSecretPages({ hasher: ports.hasher, random: ports.random, url: URL_OF_CHAT }),
    })
  const server = Fastify()
  const webchat = openWebchat({
    ...ports,
    sink: stage.sink,
    history: makeChatHistory(ports, stage.casebook),
    spool: makeSpool(ports),
    secrets: makeSecretDoor(ports, makeCasebook(ports)),
  })
  await server.register(webchat.routes, { prefix: '/chat' })
  ends.push(() => server.close())
  const ask = async (path: string, payload: object): Promise<number> => {
    const headers = { 'sec-fetch-site': 'same-origin', 'x-chat': '1' }
    const { statusCode } = await server.inject({ method: 'POST', url: `/chat/api/${path}`, headers, payload })
    await stage.receiveAll()
    await stage.workAll()
    await stage.sendAll()
    return statusCode
  }
  return {
    ...stage,
    post: (token, form) => ask('once', { token, ...form }),
    look: (token) => ask('once/look', { token }),
  }
}

/** The newest link of a chat. */
const linkIn = (person: Person): string =>
  LINK.exec(person.heard().findLast((text) => LINK.test(text)) ?? '')?.[1] ?? ''
const since = (person: Person): (() => string) => {
  const before = person.heard().length
  return () => person.heard().slice(before).join('\n---\n')
}

const KEEPING = [WHATSAPP_CAPABILITIES, WHATSAPP_CLOUD_CAPABILITIES, BOTPRESS_CAPABILITIES].map(
  (each) => [each.app, each] as const,
)

describe('where a chat keeps what is written in it, a secret', () => {
  test.each(KEEPING)(
    'is asked for on a page of its own, is kept from there, and the chat holds nothing of it (%s)',
    async (_, capabilities) => {
      const phone = await onWhatsapp(capabilities)
      const person = phone.person('1')
      await submit(person)
      await person.says('code')
      const first = linkIn(person)
      const said = since(person)
      expect(await phone.post(first, { text: PIN })).toBe(202)
      expect(said()).toMatch(/^Kept\./)
      expect(said()).toMatch(/it stands nowhere in this chat/)
      expect(said()).not.toMatch(/hold the message/)
      expect((await person.book()).state.access.secrets.pin).toBeDefined()
      // The next question has a page of its own.
      expect(linkIn(person)).not.toBe(first)
      expect(await phone.post(linkIn(person), { text: 'quetzalli' })).toBe(202)
      expect(await phone.post(linkIn(person), { text: 'zinnober' })).toBe(202)
      expect(Object.keys((await person.book()).state.access.secrets).toSorted()).toEqual([
        'decoy',
        'duress',
        'pin',
      ])
      const kept = await everythingKept(phone)
      for (const secret of [PIN, 'quetzalli', 'zinnober', first]) expect(kept).not.toContain(secret)
      expect(kept).toContain('(…)')
    },
  )

  test('comes with its code from one page when somebody returns on another phone, right, decoy or wrong', async () => {
    const phone = await onWhatsapp()
    const person = phone.person('1')
    await submit(person)
    await person.says('code')
    await phone.post(linkIn(person), { text: PIN })
    await phone.post(linkIn(person), { text: 'quetzalli' })
    await person.says('skip')
    const code = await person.code()
    const [other, forced] = [phone.person('2'), phone.person('3')]
    await other.says('return')
    expect(await phone.post(linkIn(other), { text: PIN })).toBe(400)
    expect(await phone.post(linkIn(other), { text: '593815', code })).toBe(202)
    expect(other.hears()).toMatch(/opens nothing here/)
    expect(await phone.post(linkIn(other), { text: PIN, code: code.toLowerCase() })).toBe(202)
    expect(other.heard().join('\n')).toMatch(/Welcome back/)
    expect((await phone.casebook.load((await other.book()).state.caseId)).address?.chat).toBe('2')
    await forced.says('return')
    expect(await phone.post(linkIn(forced), { text: 'quetzalli', code })).toBe(202)
    expect(forced.hears()).toMatch(/^Hello. Here are tips/)
    expect(await everythingKept(phone)).not.toContain(PIN)
  })

  test('opens a chat that was left, and a word for danger on the page ends it and calls people', async () => {
    const phone = await onWhatsapp()
    const person = phone.person('1')
    await submit(person)
    await person.says('code')
    await phone.post(linkIn(person), { text: PIN })
    await person.says('skip')
    await phone.post(linkIn(person), { text: 'zinnober' })
    const code = await person.code()
    await person.says('0')
    await phone.workAll()
    await person.says('return')
    await phone.post(linkIn(person), { text: PIN, code })
    expect((await person.book()).state.conversation.exited).toBe(false)
    await person.says('summary')
    await phone.post(linkIn(person), { text: 'zinnober' })
    const { state } = await person.book()
    expect(state.conversation.exited).toBe(true)
    expect(state.access.duress).toBe(true)
    expect(state.hands.status).toBe('waiting')
  })

  test.each(KEEPING)(
    'is taken once on %s: used, the link opens nothing for whoever finds it, and looking at it uses nothing up',
    async (_, capabilities) => {
      const phone = await onWhatsapp(capabilities)
      const person = phone.person('1')
      await submit(person)
      await person.says('code')
      const link = linkIn(person)
      for (let n = 0; n < 5; n += 1) expect(await phone.look(link)).toBe(200)
      expect(await phone.post(link, { text: PIN })).toBe(202)
      const said = since(person)
      expect(await phone.look(link)).toBe(404)
      expect(await phone.post(link, { text: '593815' })).toBe(404)
      expect(said()).toBe('')
      expect((await person.book()).state.access.asking?.what).toBe('decoy')
    },
  )

  test('sent twice before the first was heard counts once, and the second is never read as something else', async () => {
    const phone = await onWhatsapp()
    const person = phone.person('1')
    await submit(person)
    await person.says('code')
    const token = linkIn(person)
    const { link: mark = '' } = (await person.book()).state.access.asking ?? {}
    const item = (text: string) =>
      person.inbound({ kind: 'text', text: text as never }, { message: `page-${mark}`, page: { mark } })
    await phone.sink.put([item(PIN)])
    await phone.sink.put([item('593815')])
    await phone.receiveAll()
    await phone.sendAll()
    expect(await phone.look(token)).toBe(404)
    const { access } = (await person.book()).state
    expect(access.asking?.what).toBe('decoy')
    expect(access.secrets.decoy).toBeUndefined()
  })

  test.each([
    ['the question is too old', async (phone: Phone) => phone.clock.advance(minutes(16))],
    [
      'something else was written in the chat',
      async (_: Phone, person: Person) => void (await person.says('I have to tell you more')),
    ],
    ['a newer link was asked for', async (_: Phone, person: Person) => void (await person.says('code'))],
    [
      'the case was erased',
      async (_: Phone, person: Person) => {
        await person.says('erase')
        await person.says('yes')
      },
    ],
  ])('is not taken where %s', async (_, happens) => {
    const phone = await onWhatsapp()
    const person = phone.person('1')
    await submit(person)
    await person.says('code')
    const link = linkIn(person)
    await happens(phone, person)
    await phone.workAll()
    await phone.sendAll()
    const said = since(person)
    expect(await phone.look(link)).toBe(404)
    expect(await phone.post(link, { text: PIN })).toBe(404)
    expect(said()).toBe('')
    expect(await everythingKept(phone)).not.toContain(PIN)
  })

  test('that was on its way when the case was erased opens no case and is kept nowhere', async () => {
    const phone = await onWhatsapp()
    const person = phone.person('1')
    await submit(person)
    await person.says('code')
    const mark = (await person.book()).state.access.asking?.link ?? ''
    await person.says('erase')
    await person.says('yes')
    await phone.workAll()
    await phone.sendAll()
    const said = since(person)
    const cases = async (): Promise<number> => (await phone.store.views.list({}, { limit: 10 })).rows.length
    const before = await cases()
    await phone.sink.put([
      person.inbound({ kind: 'text', text: PIN as never }, { message: `page-${mark}`, page: { mark } }),
    ])
    await phone.receiveAll()
    await phone.sendAll()
    expect(await cases()).toBe(before)
    expect(said()).toBe('')
    expect(await everythingKept(phone)).not.toContain(PIN)
  })

  test('that does not fit is refused in the chat with a new link, whatever it would mean there', async () => {
    const phone = await onWhatsapp()
    const person = phone.person('1')
    await submit(person)
    await person.says('code')
    for (const [text, answer] of [
      ['1234', /among the first/],
      ['two words', /does not fit/],
    ] as const) {
      expect(await phone.post(linkIn(person), { text })).toBe(202)
      expect(person.hears()).toMatch(answer)
      expect(person.hears()).toMatch(LINK)
    }
    expect(await phone.post(linkIn(person), { text: 'erase' })).toBe(202)
    expect((await person.book()).state.access.asking?.what).not.toBe('erase')
  })

  test.each(KEEPING.slice(0, 2))(
    'that is typed into the chat all the same is kept, and the person is told how to take it out of there (%s)',
    async (_, capabilities) => {
      const phone = await onWhatsapp(capabilities)
      const person = phone.person('1')
      const says = (text: string) => person.says(text, { channel: 'whatsapp' })
      await submit({ ...person, says, sends: (body) => person.sends(body, { channel: 'whatsapp' }) })
      for (const text of ['code', PIN, 'quetzalli', 'skip', 'summary', PIN]) await says(text)
      const { events, state } = await person.book()
      const keys = events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
      expect(keys.slice(keys.indexOf('pin-ask'))).toEqual([
        'pin-ask',
        'secret-kept',
        'stays-whatsapp',
        'decoy-ask',
        'secret-kept',
        'secret-typed',
        'duress-ask',
        'secrets-done',
        'show-pin-ask',
        'secret-typed',
        'have',
      ])
      expect(Object.keys(state.access.secrets)).toEqual(['pin', 'decoy'])
    },
  )

  test('is asked for in the chat where no page can be reached, and first it is said that it stays', async () => {
    const phone = await onWhatsapp(WHATSAPP_CAPABILITIES, false)
    const person = phone.person('1')
    await submit(person)
    const said = since(person)
    await person.says('code')
    expect(said()).not.toMatch(/https:/)
    expect(said()).toMatch(/WhatsApp keeps what you write here[\s\S]*Write one now/)
  })

  test('is held against guessing as in the chat: three wrong ones, and the fourth waits', async () => {
    const phone = await onWhatsapp()
    const person = phone.person('1')
    await submit(person)
    await person.says('code')
    await phone.post(linkIn(person), { text: PIN })
    const code = await person.code()
    const stranger = phone.person('2')
    await stranger.says('return')
    for (let n = 0; n < 3; n += 1) await phone.post(linkIn(stranger), { text: `59381${n}`, code })
    await phone.post(linkIn(stranger), { text: PIN, code })
    expect(stranger.hears()).toMatch(/several tries/)
    expect((await person.book()).state.address?.chat).toBe('1')
  })
})

test('a link tells nobody which case it is for, and one that was not made here opens nothing', async () => {
  const phone = await onWhatsapp()
  const person = phone.person('1')
  await submit(person)
  await person.says('code')
  const { state } = await person.book()
  expect(linkIn(person)).not.toContain(state.caseId)
  const [first = ''] = linkIn(person)
  const others = [
    `${first === 'A' ? 'B' : 'A'}${linkIn(person).slice(1)}`,
    linkIn(person).slice(0, -1),
    `${state.caseId}${state.caseId}`,
    '',
  ]
  for (const other of others) expect(await phone.look(other)).toBe(404)
})
