import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openGraph } from '../../../../adapters/channels/whatsapp-cloud/graph.ts'
import { judge } from '../../../../adapters/channels/whatsapp-cloud/verdict.ts'
import { isFailure } from '../../../../core/base/failure.ts'
import type { Button, OutboundContent, SendOutcome } from '../../../../core/ports/channel.ts'
import { hours, instant, ms, type Ms } from '../../../../core/base/units.ts'
import type { Fault } from '../../../fakes/whatsapp-cloud/faults.ts'
import type { Person } from '../../../fakes/whatsapp-cloud/person.ts'
import { makeCertificate } from '../../../fakes/whatsapp/certificate.ts'
import { makeRig, type Rig } from './rig.ts'

let rig: Rig
let person: Person
const start = async (...args: Parameters<typeof makeRig>): Promise<void> => {
  rig = await makeRig(...args)
  person = rig.fake.person()
  person.says('hello')
  await rig.settled()
}
beforeEach(() => start())
afterEach(async () => {
  await rig.stop()
  expect(rig.fake.violations).toEqual([])
})

const send = (content: OutboundContent, chat = person.user): Promise<SendOutcome> =>
  rig.cloud.channel.send(chat, content)
const say = (text: string, buttons?: readonly Button[]): Promise<SendOutcome> =>
  send({ kind: 'text', text, ...(buttons === undefined ? {} : { buttons }) })
const choices = (n: number, label = 'Choice'): readonly Button[] =>
  Array.from({ length: n }, (_, index) => ({
    label: `${label} ${index + 1}`,
    token: `4:which:o${index + 1}`,
  }))
const pass = (wait: Ms): void => rig.fake.clock.advance(wait)

describe('a text', () => {
  test('goes to the person as it is, and no link in it is fetched', async () => {
    const outcome = await say('سلام *bold* https://example.org')
    const [got] = person.inbox()
    expect(got).toMatchObject({
      type: 'text',
      text: 'سلام *bold* https://example.org',
      request: { text: { preview_url: false } },
    })
    expect(outcome).toEqual({ status: 'sent', message: got?.id, at: expect.any(Number) as number })
  })
  test('reaches somebody who hides their number by their id', async () => {
    const hidden = rig.fake.person({ username: 'h' })
    hidden.says('hi')
    await rig.settled()
    expect(await send({ kind: 'text', text: 'yes' }, hidden.user)).toMatchObject({ status: 'sent' })
    expect(hidden.inbox()[0]?.request).toMatchObject({ recipient: hidden.user })
    expect(hidden.inbox()[0]?.request).not.toHaveProperty('to')
  })
  test('that is too long goes in pieces that lose nothing, in order', async () => {
    const text = Array.from({ length: 2500 }, (_, n) => `w${n}`).join(' ')
    const outcome = await say(text)
    expect(person.inbox().length).toBeGreaterThan(2)
    expect(person.inbox().every((entry) => entry.text.length <= 4096)).toBe(true)
    expect(rig.fake.textsTo(person).join(' ')).toBe(text)
    expect(outcome.status === 'sent' && outcome.message?.split(',')).toEqual(
      person.inbox().map(({ id }) => id),
    )
  })
  test('over buttons that is too long for them leaves its last part to them', async () => {
    const text = Array.from({ length: 150 }, (_, n) => `paragraph ${n} of it`).join('\n\n')
    await say(text, choices(2))
    expect(person.inbox().map(({ type }) => type)).toEqual(['text', 'interactive'])
    expect(rig.fake.textsTo(person).join('\n\n')).toBe(text)
    expect(person.inbox()[1]?.text.length).toBeLessThanOrEqual(1024)
  })
  test('is cut between characters, not inside one', async () => {
    for (const buttons of [choices(1), undefined]) {
      const text = `x${'😀'.repeat(2500)}x`
      await say(text, buttons)
      expect(rig.fake.textsTo(person).slice(-2).join('')).toBe(text)
      expect(rig.fake.textsTo(person).every((piece) => piece.isWellFormed())).toBe(true)
    }
  })
  test('that asks for a place has the app’s own button for it under its last part', async () => {
    const text = Array.from({ length: 150 }, (_, n) => `paragraph ${n} of it`).join('\n\n')
    await send({ kind: 'text', text, place: 'Send where I am' })
    expect(person.inbox().map(({ type }) => type)).toEqual(['text', 'interactive'])
    expect(person.inbox()[1]?.request).toMatchObject({
      interactive: { type: 'location_request_message', action: { name: 'send_location' } },
    })
    expect(rig.fake.textsTo(person).join('\n\n')).toBe(text)
  })
  test('without words is refused here', async () => {
    expect(await say(' \n')).toEqual({ status: 'refused', why: 'invalid' })
    expect(rig.fake.count('messages')).toBe(0)
  })
  test('to an address that is none is refused here', async () => {
    for (const chat of ['', '../x', 'abc', 'IQ.', '12~2']) {
      expect(await send({ kind: 'text', text: 'x' }, chat)).toEqual({ status: 'refused', why: 'invalid' })
    }
    expect(rig.fake.count('messages')).toBe(0)
  })
})

describe('choices', () => {
  test.each([
    [1, 'button'],
    [3, 'button'],
    [4, 'list'],
    [10, 'list'],
  ])('%i of them are a %s with our tokens', async (n, type) => {
    await say('Which?', choices(n))
    const [got] = person.inbox()
    expect(got?.request).toMatchObject({ interactive: { type } })
    expect(got?.choices).toEqual(choices(n).map(({ label, token }) => ({ id: token, title: label })))
  })
  test('more than ten are numbered in the text', async () => {
    await say('Which?', choices(12))
    expect(person.inbox()[0]).toMatchObject({ type: 'text', choices: [] })
    expect(rig.fake.textsTo(person)[0]).toMatch(
      /^Which\?\n\n1\. Choice 1\n2\. Choice 2\n[\s\S]*\n12\. Choice 12$/,
    )
  })
  test('with labels that a button has no room for are a list that shows them whole', async () => {
    const long = 'Yes, but only the pictures that I sent you'
    await say('Which?', [
      { label: 'A label of 21 letters', token: 'a' },
      { label: long, token: 'b' },
    ])
    const [first, second] = person.inbox()[0]?.choices ?? []
    expect(first).toEqual({ id: 'a', title: 'A label of 21 letters' })
    expect(second).toMatchObject({ id: 'b', description: long })
    expect(second?.title).toMatch(/^Yes, but only.*…$/)
  })
  test('with a label that nothing has room for are numbered', async () => {
    await say('Which?', [{ label: 'x'.repeat(73), token: 'a' }])
    expect(person.inbox()[0]).toMatchObject({ type: 'text', text: `Which?\n\n1. ${'x'.repeat(73)}` })
  })
  test('that look alike are a list, which the platform allows', async () => {
    await say('Which?', [
      { label: 'Same', token: 'a' },
      { label: 'Same', token: 'b' },
    ])
    expect(person.inbox()[0]?.request).toMatchObject({ interactive: { type: 'list' } })
  })
  test('are shortened between characters, not inside one', async () => {
    await say('Which?', [{ label: '👩‍👩‍👧‍👦'.repeat(5), token: 'a' }])
    expect(person.inbox()[0]?.choices[0]?.title).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦…')
  })
  test('that mean the same or nothing are refused here', async () => {
    expect(await say('W', [choices(1)[0], choices(1)[0]] as Button[])).toEqual({
      status: 'refused',
      why: 'invalid',
    })
    expect(await say('W', [{ label: ' ', token: 'a' }])).toEqual({ status: 'refused', why: 'invalid' })
    expect(await say('W', [{ label: 'A', token: '' }])).toEqual({ status: 'refused', why: 'invalid' })
    expect(await say('W', [{ label: 'A', token: 'ع'.repeat(101) }])).toEqual({
      status: 'refused',
      why: 'invalid',
    })
    expect(rig.fake.count('messages')).toBe(0)
  })
  test('of a list open under the words that we were given, or under a sign', async () => {
    const menuOf = () => {
      const request = person.inbox().at(-1)?.request
      return request?.type === 'interactive' && request.interactive.type === 'list'
        ? request.interactive.action.button
        : undefined
    }
    await say('Which?', choices(5))
    expect(menuOf()).toBe('☰')
    await rig.stop()
    await start({ menu: ({ text }) => (text === 'long' ? 'x'.repeat(21) : 'اختاري') })
    await say('Which?', choices(5))
    expect(menuOf()).toBe('اختاري')
    await say('long', choices(5))
    expect(menuOf()).toBe('☰')
  })
})

test('typing marks what the person wrote as read and shows that somebody writes', async () => {
  expect(await send({ kind: 'typing' })).toMatchObject({ status: 'sent' })
  expect(rig.fake.sent).toMatchObject([
    { kind: 'read', to: person.phone, typing: true, message: [...person.state.inbound][0] },
  ])
})

test('typing that the platform will not show is no loss, and is not repeated', async () => {
  rig.fake.fault({ fault: { kind: 'error', says: 'value' }, place: 'typing', nth: 1 })
  expect(await send({ kind: 'typing' })).toMatchObject({ status: 'sent' })
  rig.fake.fault({ fault: { kind: 'error', says: 'unavailable' }, place: 'typing', nth: 1 })
  expect(await send({ kind: 'typing' })).toEqual({ status: 'unclear' })
})

test('a press needs no answer, and nothing can be taken back', async () => {
  expect(await send({ kind: 'pressed', press: 'x' })).toMatchObject({ status: 'sent' })
  expect(await send({ kind: 'wipe', messages: ['a'] })).toEqual({ status: 'refused', why: 'invalid' })
  expect(rig.cloud.channel.capabilities).toMatchObject({
    takesBack: 'nothing',
    buttons: true,
    maxButtons: 10,
  })
  expect(rig.fake.calls).toEqual([])
})

describe('what the platform answers', () => {
  const error = (says: Extract<Fault, { kind: 'error' }>['says'], retryAfter?: number): Fault => ({
    kind: 'error',
    says,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  })
  test.each<[string, Fault, SendOutcome]>([
    ['undeliverable', error('undeliverable'), { status: 'refused', why: 'gone' }],
    ['a wrong parameter', error('value'), { status: 'refused', why: 'invalid' }],
    ['too many to one person', error('pair'), { status: 'later' }],
    ['too many of the number', error('throughput'), { status: 'later', wait: ms(5000), everyone: true }],
    ['too many, with a time', error('throughput', 3), { status: 'later', wait: ms(3000), everyone: true }],
    ['too many of the account', error('accountLimit'), { status: 'later', wait: ms(60_000), everyone: true }],
    ['too many of the app', error('appLimit'), { status: 'later', wait: ms(60_000), everyone: true }],
    ['spam', error('spam'), { status: 'later', wait: hours(1), everyone: true }],
    ['a locked account', error('locked'), { status: 'unauthorised' }],
    ['a token that is refused', error('unauthorised'), { status: 'unauthorised' }],
    ['a right that is missing', error('noPermission'), { status: 'unauthorised' }],
    ['another right', { kind: 'code', http: 403, code: 230 }, { status: 'unauthorised' }],
    ['something wrong', error('wrong'), { status: 'unclear' }],
    ['unavailable', error('unavailable'), { status: 'later' }],
    [
      'a passing trouble without a name',
      { kind: 'code', http: 400, code: 777, transient: true },
      { status: 'later' },
    ],
    ['an unknown code', { kind: 'code', http: 400, code: 777 }, { status: 'refused', why: 'invalid' }],
    ['an unknown code of a server error', { kind: 'code', http: 500, code: 777 }, { status: 'unclear' }],
    ['a page of 502', { kind: 'html', http: 502 }, { status: 'unclear' }],
    [
      'a page of 429',
      { kind: 'html', http: 429, retryAfter: 2 },
      { status: 'later', wait: ms(2000), everyone: true },
    ],
    ['a page of a proxy', { kind: 'html', http: 407 }, { status: 'later' }],
    ['an answer that is no JSON', { kind: 'garbled' }, { status: 'unclear' }],
    ['an answer cut off', { kind: 'cut' }, { status: 'unclear' }],
    ['a connection broken before', { kind: 'reset_before' }, { status: 'unclear' }],
    ['a connection broken after', { kind: 'reset_after' }, { status: 'unclear' }],
  ])('%s', async (_name, fault, outcome) => {
    rig.fake.fault({ fault, place: 'messages' })
    expect(await say('x')).toEqual(outcome)
    expect(rig.cloud.health().status).toBe(outcome.status === 'unauthorised' ? 'down' : 'starting')
  })
  test('a slow answer that comes whole counts', async () => {
    rig.fake.fault({ fault: { kind: 'drip' }, place: 'messages' })
    expect(await say('x')).toMatchObject({ status: 'sent', message: person.inbox()[0]?.id })
  })
  test('no answer at all is unclear once the time is over', async () => {
    await rig.stop()
    await start({ timing: { call: ms(2000) } })
    rig.fake.fault({ fault: { kind: 'hang', done: true }, place: 'messages' })
    expect(await say('x')).toEqual({ status: 'unclear' })
    expect(person.inbox()).toHaveLength(1)
  })
  test('where no connection stands nothing was done, and it is tried later', async () => {
    await rig.fake.down()
    expect(await say('x')).toEqual({ status: 'later' })
    await rig.fake.up()
    expect(await say('x')).toMatchObject({ status: 'sent' })
  })
  test('a part that fails after others went out is not said again', async () => {
    const text = 'word '.repeat(1500)
    for (const says of ['throughput', 'unavailable', 'window'] as const) {
      const fault = rig.fake.fault({ fault: error(says), place: 'messages', nth: 2 })
      expect(await say(text)).toEqual({ status: 'unclear' })
      fault.clear()
    }
  })
  test('while the account must pause nothing is asked of the platform', async () => {
    rig.fake.fault({ fault: error('throughput'), place: 'messages', nth: 1 })
    await say('x')
    const calls = rig.fake.count('messages')
    expect(await say('y')).toMatchObject({ status: 'later', everyone: true })
    expect(await send({ kind: 'typing' })).toEqual({ status: 'unclear' })
    expect(rig.fake.calls).toHaveLength(calls)
    pass(ms(5001))
    expect(await say('y')).toMatchObject({ status: 'sent' })
  })
  test('a token that is revoked stops the channel until it is good again', async () => {
    await rig.cloud.start()
    await rig.until(() => rig.cloud.health().status === 'ready')
    rig.fake.revoke()
    expect(await say('x')).toEqual({ status: 'unauthorised' })
    expect(rig.cloud.health()).toMatchObject({ status: 'down', reason: 'unauthorised' })
    rig.fake.revoke(false)
    await rig.cloud.look()
    expect(rig.cloud.health().status).toBe('ready')
  })
})

test('the account says no more in a second than the platform takes, and loses nothing', async () => {
  await rig.stop()
  const now = instant(Date.now())
  await start({ clock: { now: () => now } })
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => say('x')))
  expect(outcomes.filter(({ status }) => status === 'sent')).toHaveLength(70)
  expect(outcomes.filter(({ status }) => status === 'later')).toHaveLength(30)
})

test('nothing is sent once the channel is stopped', async () => {
  await rig.cloud.stop()
  expect(await say('x')).toEqual({ status: 'later' })
  expect(rig.fake.count('messages')).toBe(0)
})

describe('24 hours after the person wrote', () => {
  const templates = (): number => person.inbox().filter(({ type }) => type === 'template').length

  test('the discreet template goes out once, and the text waits until they write', async () => {
    pass(hours(25))
    expect(await say('news of your case')).toEqual({ status: 'later', wait: ms(300_000) })
    expect(rig.fake.textsTo(person)).toEqual(['[continue]'])
    pass(hours(1))
    expect(await say('news of your case')).toEqual({ status: 'later', wait: ms(300_000) })
    expect(templates()).toBe(1)
    expect(rig.reachable).toEqual([])
    person.says('yes?')
    await rig.settled()
    expect(rig.reachable).toEqual([person.user])
    expect(await say('news of your case')).toMatchObject({ status: 'sent' })
    expect(rig.fake.textsTo(person)).toEqual(['[continue]', 'news of your case'])
  })
  test('the words of the text are in no template', async () => {
    pass(hours(25))
    await say('canarywords')
    expect(JSON.stringify(rig.fake.calls)).not.toContain('canarywords')
    expect(person.inbox()[0]?.request).toMatchObject({
      template: { name: 'continue', language: { code: 'en' } },
    })
  })
  test('the next silence is asked about again', async () => {
    pass(hours(25))
    await say('a')
    person.says('back')
    await rig.settled()
    await say('a')
    pass(hours(25))
    await say('b')
    expect(templates()).toBe(2)
  })
  test('a reaction counts as writing', async () => {
    pass(hours(25))
    await say('a')
    person.reacts('wamid.x')
    await rig.settled()
    expect(await say('a')).toMatchObject({ status: 'sent' })
  })
  test('a message that says it comes from the future holds the window no longer open', async () => {
    person.says('later', { ago: -3 * 24 * 3600 })
    await rig.settled()
    pass(hours(25))
    expect(await say('a')).toMatchObject({ status: 'later' })
  })
  test('without a template the text waits in silence', async () => {
    await rig.stop()
    await start({ template: undefined as never })
    pass(hours(25))
    expect(await say('a')).toMatchObject({ status: 'later' })
    expect(person.inbox()).toEqual([])
  })
  test('just before, it goes out', async () => {
    pass(hours(23.9))
    expect(await say('a')).toMatchObject({ status: 'sent' })
  })
  test('a window that the platform says is closed is closed, whatever our clock says', async () => {
    person.state.wroteAt = 0
    expect(await say('a')).toMatchObject({ status: 'later' })
    expect(rig.fake.textsTo(person)).toEqual(['[continue]'])
    expect(await say('a')).toMatchObject({ status: 'later' })
    // Not even asked.
    expect(rig.fake.count('messages')).toBe(2)
  })
  test('and one that it only says so of afterwards is closed for the next text', async () => {
    rig.fake.world.errors = 'status'
    person.state.wroteAt = 0
    expect(await say('a')).toMatchObject({ status: 'sent' })
    await rig.settled()
    expect(rig.reports).toMatchObject([{ status: 'failed', error: { code: 131_047 } }])
    expect(await say('b')).toMatchObject({ status: 'later' })
    expect(templates()).toBe(1)
  })
  test('a template that is not accepted is said to the operator and tried again', async () => {
    rig.fake.world.templates.clear()
    pass(hours(25))
    expect(await say('a')).toMatchObject({ status: 'later' })
    expect(rig.lines.some(({ level, fields }) => level === 'error' && fields.code === 'template')).toBe(true)
    rig.fake.world.templates.add('continue/en')
    await say('a')
    expect(templates()).toBe(1)
  })
  test('a person who cannot be reached at all is gone', async () => {
    person.state.unreachable = true
    pass(hours(25))
    expect(await say('a')).toEqual({ status: 'refused', why: 'gone' })
  })
  test('a template that perhaps went out is not sent again', async () => {
    pass(hours(25))
    rig.fake.fault({ fault: { kind: 'reset_after' }, place: 'messages', nth: 1 })
    await say('a')
    await say('a')
    expect(templates()).toBe(1)
  })
  test('no sign of typing is shown', async () => {
    pass(hours(25))
    expect(await send({ kind: 'typing' })).toMatchObject({ status: 'sent' })
    expect(rig.fake.calls).toEqual([])
  })
})

test('a server whose certificate nobody vouches for gets nothing', async () => {
  const seen: string[] = []
  const server = createServer({ ...makeCertificate() }, (request, response) => {
    seen.push(request.url ?? '')
    response.end('{}')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  const graph = openGraph({
    token: 'EAAtoken1',
    apiRoot: `https://127.0.0.1:${port}`,
    version: 'v26.0',
    timeout: ms(5000),
    maxSockets: 1,
  })
  const reply = await graph.post('1/messages', { text: 'x' })
  expect(reply).toMatchObject({ status: 'broken', reached: false })
  expect(judge(reply)).toEqual({ status: 'later' })
  expect(seen).toEqual([])
  graph.close()
  await new Promise((resolve) => void server.close(resolve))
})

test('settings that cannot be are said without their values', () => {
  const attempt = (token: string, version: string): unknown => {
    try {
      openGraph({ token, apiRoot: 'https://graph.facebook.com', version, timeout: ms(1), maxSockets: 1 })
    } catch (error) {
      return error
    }
    return undefined
  }
  for (const error of [
    attempt('EAAsecret\nvalue', 'v26.0'),
    attempt('', 'v26.0'),
    attempt('EAAsecretvalue', '26'),
  ]) {
    expect(isFailure(error, 'settings_invalid')).toBe(true)
    expect(String(error)).not.toContain('secret')
  }
})
