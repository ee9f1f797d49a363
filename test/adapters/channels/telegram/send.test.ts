import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keyboardOf } from '../../../../adapters/channels/telegram/keyboard.ts'
import type { Channel } from '../../../../core/ports/channel.ts'
import { hours, ms } from '../../../../core/base/units.ts'
import type { Person } from '../../../fakes/telegram/people.ts'
import { makeRig, type Rig } from './rig.ts'

let rig: Rig
let person: Person
let chat: string
let channel: Channel

beforeEach(async () => {
  rig = await makeRig({ timing: { call: ms(3000) } })
  person = rig.fake.person()
  person.starts()
  chat = String(person.id)
  channel = rig.telegram.channel
})
afterEach(async () => {
  await rig.stop()
  expect(rig.fake.violations).toEqual([])
})

const say = (text: string) => channel.send(chat, { kind: 'text', text })

describe('texts', () => {
  test('a text arrives as it is written: no markup is read into it, no link is fetched, nobody can forward it', async () => {
    const text = '<b>*[x](y)_`\nhttps://example.org'
    const outcome = await say(text)
    const [message] = person.received()
    expect(outcome).toEqual({ status: 'sent', message: String(message!.message_id), at: rig.clock.now() })
    expect(message).toMatchObject({
      text,
      has_protected_content: true,
      link_preview_options: { is_disabled: true },
    })
    expect(message).not.toHaveProperty('entities')
    expect(rig.fake.calls.at(-1)?.payload).not.toHaveProperty('parse_mode')
  })

  test('what follows another message of the same moment rings no second time, nor do the later pieces of a long one', async () => {
    const rang = (): readonly boolean[] =>
      rig.fake.calls
        .filter(({ method }) => method === 'sendMessage')
        .map(({ payload }) => payload['disable_notification'] !== true)
    await say('first')
    await channel.send(chat, { kind: 'text', text: 'second', silent: true })
    expect(rang()).toEqual([true, false])
    await say(Array.from({ length: 30 }, (_, n) => `${n} ${'كلمة '.repeat(40).trim()}`).join('\n\n'))
    expect(rang()).toEqual([true, false, true, false])
  })

  test('buttons carry their tokens', async () => {
    await channel.send(chat, {
      kind: 'text',
      text: 'q',
      buttons: [
        { label: 'نعم', token: '3:yes' },
        { label: 'لا', token: '3:no' },
      ],
    })
    expect(person.buttons()).toEqual([
      { text: 'نعم', data: '3:yes' },
      { text: 'لا', data: '3:no' },
    ])
  })

  test('a text that is too long comes in pieces, the buttons under the last, and both ids are known', async () => {
    const paragraphs = Array.from({ length: 30 }, (_, n) => `${n} ${'كلمة '.repeat(40).trim()}`)
    const outcome = await channel.send(chat, {
      kind: 'text',
      text: paragraphs.join('\n\n'),
      buttons: [{ label: 'ok', token: '1:ok' }],
    })
    const received = person.received()
    expect(received.length).toBe(2)
    expect(received.map(({ text }) => text!.split('\n\n')).flat()).toEqual(paragraphs)
    expect(received.map((message) => message.reply_markup === undefined)).toEqual([true, false])
    expect(outcome).toMatchObject({ message: received.map(({ message_id }) => message_id).join(',') })
    expect(
      await channel.send(chat, { kind: 'wipe', messages: [(outcome as { message: string }).message] }),
    ).toMatchObject({
      status: 'sent',
    })
    expect(person.received()).toEqual([])
  })

  test('a long text whose second piece fails is not said to be undelivered', async () => {
    rig.fake.fault({ fault: { kind: '429' }, method: 'sendMessage', nth: 2 })
    expect(await say('x'.repeat(5000))).toEqual({ status: 'unclear' })
  })

  const markups = (): readonly unknown[] =>
    rig.fake.calls
      .filter(({ method }) => method === 'sendMessage')
      .map(({ payload }) => payload['reply_markup'])

  test('where a place is asked for the app has a key of its own for it, and it goes away with the words that say so', async () => {
    await channel.send(chat, { kind: 'text', text: 'where?', place: 'Send where I am' })
    await channel.send(chat, { kind: 'text', text: 'we see it', placeOver: true })
    expect(markups()).toEqual([
      {
        keyboard: [[{ text: 'Send where I am', request_location: true }]],
        resize_keyboard: true,
        one_time_keyboard: true,
      },
      { remove_keyboard: true },
    ])
  })

  test('where the key goes away with a question that has buttons a sign goes before it, and the question is still settled in place', async () => {
    const buttons = [{ label: 'Skip', token: '3:skip' }]
    const outcome = await channel.send(chat, { kind: 'text', text: 'who?', buttons, placeOver: true })
    expect(person.received().map(({ text }) => text)).toEqual(['✓', 'who?'])
    expect(markups()).toEqual([{ remove_keyboard: true }, keyboardOf(buttons)])
    const { message } = outcome as { readonly message: string }
    await channel.send(chat, { kind: 'settle', of: 'case.1.0' as never, message, text: 'who?\n\n✓ skipped' })
    expect(person.received().map(({ text }) => text)).toEqual(['✓', 'who?\n\n✓ skipped'])
    await channel.send(chat, { kind: 'wipe', messages: [message] })
    expect(person.received()).toEqual([])
  })

  test.each([
    ['nothing to say', { kind: 'text', text: ' \n ' }],
    [
      'a token that is too long',
      { kind: 'text', text: 'x', buttons: [{ label: 'a', token: 'x'.repeat(65) }] },
    ],
    [
      'a token of too many bytes',
      { kind: 'text', text: 'x', buttons: [{ label: 'a', token: 'ب'.repeat(33) }] },
    ],
    ['a button without a label', { kind: 'text', text: 'x', buttons: [{ label: ' ', token: '1:a' }] }],
  ] as const)('%s is refused before it is sent', async (_, content) => {
    expect(await channel.send(chat, content)).toEqual({ status: 'refused', why: 'invalid' })
    expect(rig.fake.count('sendMessage')).toBe(0)
  })

  test.each(['', 'x', '1.5', '0', '1e99'])('%j is no chat', async (address) => {
    expect(await channel.send(address, { kind: 'text', text: 'x' })).toEqual({
      status: 'refused',
      why: 'invalid',
    })
  })
})

describe('outcomes', () => {
  test.each([
    ['a reset before the request was read', { kind: 'reset_before' }, { status: 'unclear' }, 0],
    ['a reset after the message was taken', { kind: 'reset_after' }, { status: 'unclear' }, 1],
    ['an answer cut in its JSON', { kind: 'cut' }, { status: 'unclear' }, 1],
    ['500', { kind: '500' }, { status: 'unclear' }, 0],
    ['a page from a proxy', { kind: '502_html' }, { status: 'unclear' }, 0],
    ['no answer at all', { kind: 'hang' }, { status: 'unclear' }, 0],
    ['no answer to a message that was taken', { kind: 'hang', done: true }, { status: 'unclear' }, 1],
    ['401', { kind: '401' }, { status: 'unauthorised' }, 0],
    ['403', { kind: '403' }, { status: 'refused', why: 'blocked' }, 0],
    [
      '400',
      { kind: 'error', code: 400, description: 'Bad Request: something' },
      { status: 'refused', why: 'invalid' },
      0,
    ],
    ['429', { kind: '429', retry_after: 7 }, { status: 'later', wait: 7000, everyone: true }, 0],
  ] as const)('%s', async (_, fault, outcome, arrived) => {
    rig.fake.fault({ fault, method: 'sendMessage', times: 1 })
    expect(await say('once')).toEqual(outcome)
    expect(person.received()).toHaveLength(arrived)
  })

  test('a server that nobody reaches certainly did nothing', async () => {
    await rig.fake.down()
    expect(await say('x')).toEqual({ status: 'later' })
  })

  test('an answer that comes drop by drop is still an answer', async () => {
    rig.fake.fault({ fault: { kind: 'drip' }, method: 'sendMessage', times: 1 })
    expect(await say('x')).toMatchObject({ status: 'sent' })
  })

  test('whoever blocked the bot is told apart from whoever left', async () => {
    person.blocks()
    expect(await say('x')).toEqual({ status: 'refused', why: 'blocked' })
    person.unblocks()
    person.deletesAccount()
    expect(await say('x')).toEqual({ status: 'refused', why: 'gone' })
    expect(await channel.send('999999', { kind: 'text', text: 'x' })).toEqual({
      status: 'refused',
      why: 'gone',
    })
  })

  test('after a 429 nothing of the kind is asked until its time is over', async () => {
    rig.fake.fault({ fault: { kind: '429', retry_after: 5 }, method: 'sendMessage', times: 1 })
    await say('one')
    rig.clock.advance(ms(2000))
    expect(await say('two')).toEqual({ status: 'later', wait: 3000, everyone: true })
    expect(rig.fake.count('sendMessage')).toBe(1)
    expect(await channel.send(chat, { kind: 'typing' })).toMatchObject({ status: 'sent' })
    rig.clock.advance(ms(3000))
    expect(await say('three')).toMatchObject({ status: 'sent' })
  })

  test('after a stop nothing is sent, and what was being sent comes to its end', async () => {
    rig.fake.latency['sendMessage'] = 50
    const last = say('last')
    await rig.until(() => rig.fake.count('sendMessage') === 1)
    await rig.telegram.stop()
    expect(await last).toMatchObject({ status: 'sent' })
    expect(await say('too late')).toEqual({ status: 'later' })
  })

  test('a signal that is aborted already sends nothing', async () => {
    expect(await channel.send(chat, { kind: 'text', text: 'x' }, AbortSignal.abort())).toEqual({
      status: 'later',
    })
  })
})

describe('typing and presses', () => {
  test('typing shows, and is not repeated where it did not', async () => {
    expect(await channel.send(chat, { kind: 'typing' })).toMatchObject({ status: 'sent' })
    expect(person.sawTyping()).toBe(true)
    rig.fake.fault({ fault: { kind: '429' }, method: 'sendChatAction' })
    expect(await channel.send(chat, { kind: 'typing' })).toEqual({ status: 'unclear' })
  })

  test('a press is answered, and one that is out of date counts as answered', async () => {
    await channel.send(chat, { kind: 'text', text: 'q', buttons: [{ label: 'Yes', token: '1:yes' }] })
    const press = person.presses('Yes')
    expect(await channel.send(chat, { kind: 'pressed', press: `cb:${press}` })).toMatchObject({
      status: 'sent',
    })
    expect(person.pressAnswered(press)).toBe(true)
    const stale = person.presses('Yes', { stale: true })
    expect(await channel.send(chat, { kind: 'pressed', press: `cb:${stale}` })).toMatchObject({
      status: 'sent',
    })
    expect(person.pressAnswered(stale)).toBe(false)
    expect(await channel.send(chat, { kind: 'pressed', press: '17' })).toEqual({
      status: 'refused',
      why: 'invalid',
    })
  })
})

describe('taking back', () => {
  const wipe = (messages: readonly string[]) => channel.send(chat, { kind: 'wipe', messages })
  const shown = (): string[] => person.sees().map(({ id }) => String(id))

  test('both sides vanish, a hundred at a time', async () => {
    for (let n = 0; n < 130; n += 1) person.says(`mine ${n}`)
    await say('ours')
    expect(await wipe(shown())).toMatchObject({ status: 'sent' })
    expect(person.sees()).toEqual([])
    expect(
      rig.fake.calls
        .filter(({ method }) => method === 'deleteMessages')
        .map(({ payload }) => (payload['message_ids'] as []).length),
    ).toEqual([100, 32])
  })

  test('what is older than 48 hours stays, and does not keep the rest', async () => {
    for (let n = 0; n < 230; n += 1) person.says(`old ${n}`)
    rig.fake.clock.advance(hours(49))
    for (let n = 0; n < 70; n += 1) person.says(`new ${n}`)
    expect(await wipe(shown())).toMatchObject({ status: 'sent' })
    expect(person.sees().filter(({ text }) => text.startsWith('new'))).toEqual([])
    expect(person.sees()).toHaveLength(231)
    expect(rig.fake.count('deleteMessages')).toBeLessThan(40)
  })

  test('a thrown die, which cannot be taken back on its day, keeps nothing older on the screen', async () => {
    for (let n = 0; n < 20; n += 1) person.says(`before ${n}`)
    person.throwsDie()
    person.says('after')
    await wipe(shown())
    expect(person.sees().map(({ message }) => message.dice?.value)).toEqual([4])
  })

  test('presses, unknown numbers and repeats do no harm', async () => {
    const message = person.says('x')
    const all = [`${message.message_id}`, `${message.message_id}`, 'cb:77', 'member:5:kicked', '4040404', 'x']
    expect(await wipe(all)).toMatchObject({ status: 'sent' })
    expect(await wipe(all)).toMatchObject({ status: 'sent' })
    expect(await wipe([])).toMatchObject({ status: 'sent' })
    expect(person.sees().map(({ text }) => text)).toEqual(['/start'])
  })

  test('what is not certain to be gone is taken back again', async () => {
    person.says('x')
    rig.fake.fault({ fault: { kind: '500' }, method: 'deleteMessages', times: 1 })
    expect(await wipe(shown())).toEqual({ status: 'later' })
    rig.fake.fault({ fault: { kind: '429', retry_after: 2 }, method: 'deleteMessages', times: 1 })
    expect(await wipe(shown())).toEqual({ status: 'later', wait: 2000, everyone: false })
    rig.clock.advance(ms(2000))
    expect(await wipe(shown())).toMatchObject({ status: 'sent' })
    expect(person.sees()).toEqual([])
  })
})

describe('a change of what was said', () => {
  const buttons = [{ label: 'Yes', token: '1:yes' }]
  const ask = async (text = 'q') => {
    const outcome = await channel.send(chat, { kind: 'text', text, buttons })
    return (outcome as { message: string }).message
  }
  const settle = (message: string, text: string, left: typeof buttons = []) =>
    channel.send(chat, {
      kind: 'settle',
      of: 'row' as never,
      message,
      text,
      ...(left.length === 0 ? {} : { buttons: left }),
    })

  test('puts the answer under the question and takes its buttons away', async () => {
    expect(await settle(await ask(), 'q\n\n✓ Yes')).toMatchObject({ status: 'sent' })
    expect(person.buttons()).toEqual([])
    expect(rig.fake.sentTo(person.id).at(-1)).toMatchObject({ kind: 'edit', text: 'q\n\n✓ Yes' })
  })

  test('that is made already is done', async () => {
    const message = await ask()
    await settle(message, 'q ✓')
    expect(await settle(message, 'q ✓')).toMatchObject({ status: 'sent' })
  })

  test('of a message that is gone, or was never ours, is done: there is nothing to change', async () => {
    expect(await settle('999999', 'x')).toMatchObject({ status: 'sent' })
  })

  test('of a text in pieces changes the last one, which has the buttons', async () => {
    const text = Array.from({ length: 30 }, (_, n) => `${n} ${'word '.repeat(40).trim()}`).join('\n\n')
    const message = await ask(text)
    expect(message).toContain(',')
    expect(await settle(message, `${text}\n\n✓ Yes`)).toMatchObject({ status: 'sent' })
    expect(person.buttons()).toEqual([])
  })
})

describe('a keyboard', () => {
  const of = (role: 'control' | undefined, ...labels: string[]) =>
    keyboardOf(
      labels.map((label) => ({ label, token: label, ...(role === undefined ? {} : { role }) })),
    ).inline_keyboard.map((row) => row.length)

  test('ways on share a row where they are short, and none is lost', () => {
    expect(of('control', 'Yes', 'No', '?', 'Skip')).toEqual([3, 1])
    expect(of('control', 'Under 18', 'Over 18')).toEqual([2])
    expect(of('control', 'I would rather not say', 'No')).toEqual([1, 1])
  })

  test('answers stand one below the other, so that whoever reads from the right meets the first one first; ways on follow them', () => {
    expect(of(undefined, '16-17', '18+')).toEqual([1, 1])
    const keys = keyboardOf([
      { label: 'تجاوز', token: 's', role: 'control' },
      { label: 'نعم', token: 'y' },
      { label: 'لا', token: 'n' },
    ]).inline_keyboard
    expect(keys.flat().map(({ text }) => text)).toEqual(['نعم', 'لا', 'تجاوز'])
  })

  test('one of several shows whether it is picked', () => {
    const keys = keyboardOf([
      { label: 'Family', token: 'f', role: 'several' },
      { label: 'Work', token: 'w', role: 'several', picked: true },
    ]).inline_keyboard
    expect(keys.flat().map(({ text }) => text)).toEqual(['☐ Family', '☑ Work'])
  })
})

describe('a card that is shown again', () => {
  const card = (text: string, message?: string) =>
    channel.send(chat, {
      kind: 'text',
      text,
      buttons: [{ label: 'Send', token: '4:send' }],
      ...(message === undefined ? {} : { instead: { of: 'case.1.0' as never, message } }),
    })
  const idOf = (outcome: Awaited<ReturnType<typeof card>>): string =>
    (outcome as { readonly message?: string }).message ?? ''

  test('is the message that stands there: changed in its place, with its new buttons, and known by the same id', async () => {
    const message = idOf(await card('Amount: 100'))
    await say('which line?')
    expect(idOf(await card('Amount: 200', message))).toBe(message)
    expect(person.received().map(({ text }) => text)).toEqual(['Amount: 200', 'which line?'])
    expect(person.buttons()).toEqual([{ text: 'Send', data: '4:send' }])
    expect(idOf(await card('Amount: 200', message))).toBe(message)
  })

  test('is a new message where the one that stands there was deleted', async () => {
    const message = idOf(await card('Amount: 100'))
    await channel.send(chat, { kind: 'wipe', messages: [message] })
    const fresh = idOf(await card('Amount: 200', message))
    expect(fresh).not.toBe(message)
    expect(person.received()).toMatchObject([{ text: 'Amount: 200' }])
    expect(person.buttons()).toEqual([{ text: 'Send', data: '4:send' }])
  })

  test('is a new message where the platform says that the one that stands there can no longer be changed', async () => {
    // "message can't be edited": what it says of one that is too old, and of one that is not ours.
    const message = String(person.says('hello').message_id)
    const fresh = idOf(await card('Amount: 200', message))
    expect(fresh).not.toBe(message)
    expect(person.received().at(-1)).toMatchObject({ text: 'Amount: 200' })
  })

  test('is a new message where the one that stands there went out in pieces, whose buttons go', async () => {
    const message = idOf(await card('One line of it. '.repeat(400)))
    expect(message).toContain(',')
    const fresh = idOf(await card('Amount: 200', message))
    expect(message.split(',')).not.toContain(fresh)
    expect(person.received().at(-1)).toMatchObject({ text: 'Amount: 200' })
    const old = person.received().at(-2)
    expect(old?.reply_markup?.inline_keyboard ?? []).toEqual([])
  })

  test('waits where the platform slows us down, and is not said twice', async () => {
    const message = idOf(await card('Amount: 100'))
    rig.fake.fault({ fault: { kind: '429' }, method: 'editMessageText' })
    expect((await card('Amount: 200', message)).status).toBe('later')
    expect(person.received()).toHaveLength(1)
  })
})
