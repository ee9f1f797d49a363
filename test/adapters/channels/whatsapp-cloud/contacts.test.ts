import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openContacts, type Contacts } from '../../../../adapters/channels/whatsapp-cloud/contacts.ts'
import { isFailure } from '../../../../core/base/failure.ts'
import { instant } from '../../../../core/base/units.ts'
import { makeRig, makeSeals, type Rig } from './rig.ts'

let dir: string
let contacts: Contacts
const open = async (): Promise<Contacts> =>
  openContacts({ file: join(dir, 'sub', 'contacts.db'), account: '123456', ...(await makeSeals()) })
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'amin-contacts-'))
  contacts = await open()
})
afterEach(() => {
  contacts.end()
  rmSync(dir, { recursive: true })
})

const A = { user: 'IQ.100', phone: '9647701111111' }
const B = { user: 'IQ.200', phone: '9647702222222' }

describe('who is who', () => {
  test('a person keeps their chat under each of their names', () => {
    expect(contacts.meet(A)).toBe(A.user)
    for (const names of [A, { user: A.user }, { phone: A.phone }]) expect(contacts.meet(names)).toBe(A.user)
    expect(contacts.meet(B)).toBe(B.user)
  })
  test('who was known by their number alone keeps that chat once Meta gives them an id', () => {
    expect(contacts.meet({ phone: A.phone })).toBe(A.phone)
    expect(contacts.meet(A)).toBe(A.phone)
    expect(contacts.meet({ user: A.user })).toBe(A.phone)
    expect(contacts.find(A.phone)).toMatchObject(A)
  })
  test('a number that passed on to a stranger does not open the case of who had it before', () => {
    contacts.meet(A)
    const stranger = { user: 'IQ.300', phone: A.phone }
    expect(contacts.meet(stranger)).toBe('IQ.300')
    expect(contacts.meet({ phone: A.phone })).toBe('IQ.300')
    // And what is still to be said to the first is not said to the second.
    expect(contacts.find(A.user)).toEqual({ v: 1, chat: A.user, user: A.user })
    expect(contacts.meet({ user: A.user })).toBe(A.user)
  })
  test('not even where the number itself was the chat’s address', () => {
    expect(contacts.meet({ phone: A.phone })).toBe(A.phone)
    expect(contacts.meet(A)).toBe(A.phone)
    expect(contacts.rename(A, { user: 'IQ.101', phone: '9647703333333' })).toBe('renamed')
    expect(contacts.meet({ phone: A.phone })).toBe(`${A.phone}~2`)
    expect(contacts.find(A.phone)).toMatchObject({ phone: '9647703333333' })
  })
  test('a number changed within the platform takes the chat along', () => {
    contacts.meet(A)
    const moved = { user: 'IQ.101', phone: '9647703333333' }
    expect(contacts.rename(A, moved)).toBe('renamed')
    expect(contacts.meet(moved)).toBe(A.user)
    expect(contacts.meet({ user: A.user })).toBe(A.user)
    expect(contacts.find(A.user)).toMatchObject(moved)
    expect(contacts.meet({ user: 'IQ.999', phone: A.phone })).toBe('IQ.999')
  })
  test('news that come late or again change nothing back', () => {
    contacts.meet(A)
    const second = { user: 'IQ.101', phone: '9647703333333' }
    const third = { user: 'IQ.102', phone: '9647704444444' }
    contacts.rename(A, second)
    contacts.rename(second, third)
    expect(contacts.rename(A, second)).toBe('renamed')
    expect(contacts.meet(A)).toBe(A.user)
    expect(contacts.meet(second)).toBe(A.user)
    expect(contacts.find(A.user)).toMatchObject(third)
    expect(contacts.recall({ phone: A.phone })).toBeUndefined()
  })
  test('nobody is renamed into somebody who is known already, and the unknown are not met by it', () => {
    contacts.meet(A)
    contacts.meet(B)
    expect(contacts.rename(A, B)).toBe('taken')
    expect(contacts.find(A.user)).toMatchObject(A)
    expect(contacts.rename({ user: 'IQ.7' }, { user: 'IQ.8' })).toBe('unknown')
    expect(contacts.recall({ user: 'IQ.8' })).toBeUndefined()
  })
  test('another person’s id is another person, whatever number they share', () => {
    contacts.meet(A)
    expect(contacts.meet({ user: B.user })).not.toBe(contacts.meet({ user: A.user }))
  })
})

test('hearing opens the window and says whether something waited; the past does not close it', () => {
  contacts.meet(A)
  expect(contacts.hear(A.user, instant(1000), 'm1')).toBe(false)
  expect(contacts.hear(A.user, instant(500), 'm0')).toBe(false)
  expect(contacts.find(A.user)).toMatchObject({ heardAt: 1000, heard: 'm1' })
  contacts.close(A.user)
  expect(contacts.find(A.user)).toMatchObject({ closed: true })
  expect(contacts.hear(A.user, instant(2000), 'm2')).toBe(true)
  expect(contacts.find(A.user)).not.toHaveProperty('closed')
  contacts.invite(A.user, instant(3000))
  expect(contacts.find(A.user)).toMatchObject({ closed: true, invitedAt: 3000 })
  expect(contacts.hear(A.user, instant(4000))).toBe(true)
  expect(contacts.find(A.user)).toEqual({ v: 1, chat: A.user, ...A, heardAt: 4000, heard: 'm2' })
})

test('a change that fails in the middle leaves nothing', () => {
  expect(() =>
    contacts.commit(() => {
      contacts.meet(A)
      throw new Error('in the middle')
    }),
  ).toThrow()
  expect(contacts.find(A.user)).toBeUndefined()
})

test('what was known is known to the next process, and to nobody without the key', async () => {
  contacts.meet(A)
  contacts.hear(A.user, instant(1000), 'wamid.canary')
  contacts.end()
  contacts = await open()
  expect(contacts.find(A.user)).toMatchObject({ ...A, heard: 'wamid.canary' })
  const folder = join(dir, 'sub')
  const raw = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('')
  for (const canary of [A.user, A.phone, 'wamid.canary']) expect(raw).not.toContain(canary)
  expect(statSync(join(folder, 'contacts.db')).mode & 0o077).toBe(0)
})

test('who is forgotten is met anew, and leaves no byte behind', () => {
  contacts.meet(A)
  contacts.meet(B)
  contacts.forget(A.user)
  expect(contacts.find(A.user)).toBeUndefined()
  expect(contacts.recall({ phone: A.phone })).toBeUndefined()
  expect(contacts.find(B.user)).toBeDefined()
  expect(contacts.meet(A)).toBe(A.user)
})

test('a file of another program and a closed one are said in our own words', async () => {
  contacts.end()
  for (const act of [() => contacts.meet(A), () => contacts.find(A.user)]) {
    let thrown: unknown
    try {
      act()
    } catch (error) {
      thrown = error
    }
    expect(isFailure(thrown)).toBe(true)
  }
  const file = join(dir, 'other.db')
  writeFileSync(file, 'this is no database, and long enough to be looked at')
  const seals = await makeSeals()
  expect(() => openContacts({ file, account: '123456', ...seals })).toThrow(/store|read/)
})

describe('over the webhook', () => {
  let rig: Rig
  beforeEach(async () => {
    rig = await makeRig()
  })
  afterEach(() => rig.stop())
  const chats = (): readonly string[] => rig.sink.items.map(({ chat }) => chat)

  test.each(['number', 'id'] as const)(
    'a person who changes their %s stays in their chat and is answered there',
    async (tell) => {
      const person = rig.fake.person()
      person.says('before')
      await rig.settled()
      const chat = person.user
      person.changesNumber('9647709999999', tell)
      person.says('after')
      await rig.settled()
      expect(person.user).not.toBe(chat)
      expect(chats()).toEqual([chat, chat])
      expect(await rig.cloud.channel.send(chat, { kind: 'text', text: 'hello' })).toMatchObject({
        status: 'sent',
      })
      expect(rig.fake.textsTo(person)).toEqual(['hello'])
    },
  )
  test('a person without a number that we know, whose id is all there is, is answered', async () => {
    const first = rig.fake.person()
    first.says('mine')
    await rig.settled()
    const chat = first.user
    const { phone } = first
    first.state.phone = '9647700000000'
    rig.fake.person({ phone }).says('the number is mine now')
    await rig.settled()
    expect(new Set(chats()).size).toBe(2)
    await rig.cloud.channel.send(chat, { kind: 'text', text: 'secret' })
    expect(rig.fake.textsTo(first)).toEqual(['secret'])
  })
  test('a book that was lost does not silence those who are known by their address', async () => {
    const person = rig.fake.person()
    person.says('hello')
    await rig.settled()
    rig.contacts.forget(person.user)
    expect(await rig.cloud.channel.send(person.user, { kind: 'text', text: 'x' })).toMatchObject({
      status: 'sent',
    })
    expect(person.inbox()[0]?.request).toMatchObject({ recipient: person.user })
  })
  test('a book that cannot be written is a 503, and the message is brought again', async () => {
    const person = rig.fake.person()
    rig.contacts.end()
    person.says('hello')
    await rig.until(() => (rig.fake.hook.calls[0]?.tries ?? 0) >= 2)
    expect(rig.fake.hook.calls[0]?.status).toBe(503)
    expect(rig.sink.items).toEqual([])
  })
})
