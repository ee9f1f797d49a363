import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseFile, CasePage } from '../../../adapters/console/contract/index.ts'
import type { MyShift, Question, Timeline } from '../../../adapters/console/contract/shift.ts'
import { readHeader } from '../../../core/model/entry.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { hours, minutes } from '../../../core/base/units.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

let world: World
let me: { readonly id: string; readonly cookie: string }
let item: BuiltCase
beforeEach(async () => {
  world = await openWorld({ exposurePerShift: 3 })
  me = await world.member('noor')
  item = await aCase(world)
})
afterEach(() => world.close())

const at = (offset: number): string => new Date(world.clock.now() + offset).toISOString()
const post = (path: string, body: unknown = {}, as = me) =>
  world.post(`/api/v1/cases/${item.code}${path}`, body, { cookie: as.cookie })
const read = async <T>(url: string, as = me): Promise<T> => {
  const answer = await world.get(url, { cookie: as.cookie })
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  return answer.json<T>()
}
const file = (as = me) => read<CaseFile>(`/api/v1/cases/${item.code}?lang=en`, as)
const shift = (as = me) => read<MyShift>('/api/v1/me/shift', as)
/** From the ledger itself: who reads the chain by its page leaves a trace as well. */
const kinds = async (): Promise<readonly string[]> =>
  (await world.ports.store.ledger.read(item.id)).flatMap(
    ({ header }) => readHeader(world.ports.hasher, header)?.kinds ?? [],
  )

describe('the next case', () => {
  test('is taken, of a team where one is named, and none where nobody waits', async () => {
    expect((await world.post('/api/v1/next', { team: 'minors' }, me)).json()).toEqual({})
    expect((await world.post('/api/v1/next', {}, me)).json()).toEqual({ code: item.code })
    expect((await world.post('/api/v1/next', {}, me)).json()).toEqual({})
    expect(await file()).toMatchObject({ mine: true })
  })

  test('goes to one of two who ask at once', async () => {
    const reem = await world.member('reem')
    const taken = await Promise.all([me, reem].map((as) => world.post('/api/v1/next', {}, as)))
    expect(taken.flatMap((answer) => answer.json<{ code?: string }>().code ?? [])).toEqual([item.code])
  })
})

describe('a case that waits', () => {
  test('is sent to another team by who does not hold it, and waits on', async () => {
    const before = await file()
    expect((await post('/team', { team: 'nowhere' })).statusCode).toBe(404)
    world.clock.advance(minutes(3))
    expect((await post('/team', { team: 'minors' })).statusCode).toBe(200)
    expect(await file()).toMatchObject({
      team: 'minors',
      status: 'waiting',
      waitingSince: before.waitingSince,
      burdens: ['minor'],
    })
    expect((await post('/team', { team: 'minors' })).json()).toMatchObject({ code: 'already' })
  })

  test('is closed as part of another one without being taken over', async () => {
    expect((await post('/close', { outcome: 'resolved' })).json()).toMatchObject({ code: 'not_yours' })
    expect((await post('/close', { outcome: 'duplicate' })).statusCode).toBe(200)
    expect((await file()).status).toBe('closed')
  })
})

describe('setting aside', () => {
  test('stands in the file and the list, with what was promised, until it is ended', async () => {
    await post('/claim')
    const until = at(hours(2))
    expect((await post('/snooze', { until, promise: 'We write at six.' })).statusCode).toBe(200)
    expect(await file()).toMatchObject({
      snoozedUntil: until,
      snooze: { until, promise: 'We write at six.' },
    })
    const { rows } = await read<CasePage>('/api/v1/cases?assignee=me')
    expect(rows[0]).toMatchObject({ code: item.code, snoozedUntil: until })
    expect((await shift()).held).toEqual([
      { code: item.code, severity: rows[0]?.severity, unread: 0, snoozedUntil: until },
    ])
    expect((await post('/wake')).statusCode).toBe(200)
    expect(await file()).not.toHaveProperty('snooze')
    expect((await post('/wake')).json()).toMatchObject({ code: 'already' })
  })

  test.each([
    ['a time that is over', () => at(-1000), 'time_invalid'],
    ['more than a month', () => at(hours(24 * 32)), 'time_invalid'],
    ['no time', () => 'tomorrow', 'invalid'],
  ])('refuses %s', async (_what, until, code) => {
    await post('/claim')
    expect((await post('/snooze', { until: until() })).json()).toMatchObject({ status: 400, code })
  })
})

test('a closed case is opened again by whoever takes it', async () => {
  await post('/claim')
  expect((await post('/reopen')).json()).toMatchObject({ code: 'already' })
  await post('/close', { outcome: 'resolved' })
  expect((await post('/reopen')).statusCode).toBe(200)
  expect(await file()).toMatchObject({ mine: true, status: 'agent' })
})

test('a note goes with a case that is passed on, and stays until it is given back or closed', async () => {
  const reem = await world.member('reem')
  await post('/claim')
  await post('/transfer', { agent: reem.id, note: 'her sister knows' })
  expect((await file(reem)).passedOn).toMatchObject({ by: 'noor', note: 'her sister knows' })
  await post('/close', { outcome: 'resolved' }, reem)
  expect(await file(reem)).not.toHaveProperty('passedOn')
})

describe('tasks', () => {
  test('are added, ticked and opened again', async () => {
    expect((await post('/tasks', { text: '  ' })).statusCode).toBe(400)
    await post('/tasks', { text: 'call the bank', dueAt: at(hours(5)) })
    const [task] = (await file()).todo
    expect(task).toMatchObject({ text: 'call the bank', by: 'noor', dueAt: at(hours(5)) })
    expect((await post(`/tasks/${task?.id}`, { done: true })).statusCode).toBe(200)
    expect((await file()).todo[0]).toHaveProperty('doneAt')
    expect((await post(`/tasks/${task?.id}`, { done: true })).json()).toMatchObject({ code: 'already' })
    expect((await post(`/tasks/${task?.id}`, { done: false })).statusCode).toBe(200)
    expect((await post('/tasks/9.9', { done: true })).statusCode).toBe(404)
    expect((await post('/tasks/x', { done: true })).statusCode).toBe(400)
  })
})

describe('an answer', () => {
  test('names the message it was said in, and can be put right with a reason', async () => {
    const inbound = await item.receive({ kind: 'text', text: untrusted('he wants 500') })
    await item.append(
      {
        type: 'answer_given',
        step: 'story',
        answer: { kind: 'text', text: untrusted('he wants 500') },
        inbound,
      },
      { type: 'answer_given', step: 'age', answer: { kind: 'choice', option: 'me-18' } },
    )
    const line = (await file()).answers.find(({ step }) => step === 'story')
    const { messages } = await read<{ messages: { id: string; text?: string }[] }>(
      `/api/v1/cases/${item.code}/messages`,
    )
    expect(line?.message).toBe(messages.find(({ text }) => text === 'he wants 500')?.id)
    const asked = await read<Question>(`/api/v1/cases/${item.code}/answers/age?lang=en`)
    expect(asked).toMatchObject({
      kind: 'choice',
      chosen: ['me-18'],
      options: expect.arrayContaining([{ id: 'me-16-17', label: expect.any(String) }]),
    })
    expect((await post('/answers/age', { options: ['me-16-17'] })).json()).toMatchObject({
      status: 400,
      code: 'reason_required',
    })
    expect((await post('/answers/age', { options: ['nobody'], reason: 'x' })).json()).toMatchObject({
      status: 400,
      code: 'answer_invalid',
    })
    expect(
      (await post('/answers/age', { options: ['me-16-17'], reason: 'she said so on the phone' })).statusCode,
    ).toBe(200)
    await post('/answers/amount', { amount: { amount: 500, currency: 'USD' }, reason: 'as she wrote' })
    const { answers, burdens } = await file()
    expect(answers.find(({ step }) => step === 'age')).toMatchObject({
      correctable: true,
      corrected: { by: 'noor', reason: 'she said so on the phone' },
    })
    expect(answers.find(({ step }) => step === 'amount')?.answer).toBe('500 USD')
    expect(burdens).toContain('minor')
    await post('/answers/story', { text: 'he wants 900', reason: 'a slip' })
    expect((await file()).answers.find(({ step }) => step === 'story')).toMatchObject({
      answer: 'he wants 900',
      message: line?.message,
    })
    expect((await world.get(`/api/v1/cases/${item.code}/answers/evidence`, me)).statusCode).toBe(404)
  })
})

test('how much was paid stands open once somebody paid, until a member of the team notes what they were told', async () => {
  const line = async () => (await file()).answers.find(({ step }) => step === 'paid-amount')
  expect(await line()).toBeUndefined()
  await item.append({ type: 'answer_given', step: 'paid', answer: { kind: 'choice', option: 'again' } })
  expect(await line()).toMatchObject({
    skipped: true,
    how: 'untold',
    correctable: true,
    question: 'Amount paid',
  })
  const noted = { amount: { amount: 300, currency: 'USD' }, reason: 'told on the phone' }
  expect((await post('/answers/paid-amount', noted)).statusCode).toBe(200)
  expect(await line()).toMatchObject({
    skipped: false,
    answer: '300 USD',
    corrected: { by: 'noor', reason: 'told on the phone' },
  })
})

test('whose a number is can be changed while it stands where the caller saw it', async () => {
  await item.append({
    type: 'identifiers_found',
    inbound: 'I1' as never,
    identifiers: [
      {
        type: 'phone',
        raw: untrusted('0770 123 4412'),
        normal: '+9647701234412',
        keys: ['phone:+9647701234412'],
        owner: 'perpetrator',
        marks: ['m'],
      } as never,
    ],
  })
  const [one] = (await file()).identifiers
  const body = { place: 0, value: one?.value, owner: 'other', reason: 'her brother’s' }
  expect((await post('/identifiers/owner', { ...body, place: 1 })).statusCode).toBe(404)
  expect((await post('/identifiers/owner', { ...body, value: 'something else' })).statusCode).toBe(404)
  expect((await post('/identifiers/owner', { ...body, reason: ' ' })).json()).toMatchObject({
    code: 'reason_required',
  })
  expect((await post('/identifiers/owner', body)).statusCode).toBe(200)
  expect((await file()).identifiers[0]?.owner).toBe('other')
})

test('help is called, seen in the list, and given', async () => {
  const boss = await world.member('amal', 'supervisor')
  expect((await post('/help', { text: 'x' })).json()).toMatchObject({ code: 'not_yours' })
  await post('/claim')
  await post('/help', { text: 'she wants to meet him' })
  expect((await read<CasePage>('/api/v1/cases', boss)).rows[0]).toMatchObject({ helpAsked: true })
  expect((await file(boss)).help).toMatchObject({ by: 'noor', text: 'she wants to meet him' })
  expect((await post('/help/done', {}, boss)).statusCode).toBe(200)
  expect(await file(boss)).not.toHaveProperty('help')
})

test('that people were called for a danger stands once an episode in what happened', async () => {
  await post('/claim')
  for (let n = 0; n < 3; n += 1) {
    await item.append({ type: 'handoff_requested', why: 'danger' })
    world.clock.advance(minutes(10))
  }
  const { entries } = await read<Timeline>(`/api/v1/cases/${item.code}/timeline`)
  expect(
    entries.filter(({ kind, detail }) => kind === 'handoff_requested' && detail === 'danger'),
  ).toHaveLength(1)
})

describe('who opens a case they do not hold', () => {
  const looks = async (as = me) =>
    (await read<Timeline>(`/api/v1/cases/${item.code}/timeline`, as)).entries.flatMap(
      ({ kind, by, detail }) => (kind === 'case_viewed' ? [[by, detail]] : []),
    )

  test('stands in the chain once a shift, however often they look and in how many tabs', async () => {
    await Promise.all([file(), file(), file()])
    await file()
    expect(await looks()).toEqual([['noor', 'member']])
    await post('/claim')
    await file()
    expect(await looks()).toHaveLength(1)
  })

  test.each([
    '/messages',
    '/brief',
    '/timeline',
    '/evidence',
    '/exports',
    '/answers/age',
    '/evidence/none/preview',
    '/evidence/none/examination',
  ])(
    'stands in the chain when only %s is read, by whichever program: once a shift of a member, once a day of a key',
    async (path) => {
      const reem = await world.member('reem')
      const { key } = await world.console.agents.createKey({
        name: 'a program',
        scopes: ['read'],
        teams: null,
      })
      const url = `/api/v1/cases/${item.code}${path}`
      const views = async () => (await kinds()).filter((kind) => kind === 'case_viewed').length
      const before = await views()
      for (let n = 0; n < 3; n += 1)
        expect((await world.get(url, { cookie: reem.cookie })).statusCode).not.toBe(401)
      expect((await views()) - before).toBe(1)
      for (let n = 0; n < 3; n += 1) expect((await world.get(url, { key })).statusCode).not.toBe(401)
      expect((await views()) - before).toBe(2)
      world.clock.advance(hours(25))
      await world.get(url, { key })
      expect((await views()) - before).toBe(3)
    },
  )

  test('is written down after they let a case go that they held', async () => {
    await post('/claim')
    await file()
    expect(await kinds()).not.toContain('case_viewed')
    await post('/release', { to: 'queue' })
    await file()
    expect((await kinds()).filter((kind) => kind === 'case_viewed')).toHaveLength(1)
  })

  test('again after a night', async () => {
    await file()
    world.clock.advance(hours(9))
    await file()
    expect(await looks()).toHaveLength(2)
  })

  test('watches where a supervisor looks over a colleague’s shoulder, who is not told unless the operator says so', async () => {
    const boss = await world.member('amal', 'supervisor')
    const reem = await world.member('reem')
    await post('/claim')
    expect((await file(boss)).watching).toEqual({ shown: false })
    expect(await file(reem)).not.toHaveProperty('watching')
    expect(await looks(boss)).toEqual([
      ['reem', 'member'],
      ['amal', 'watch'],
    ])
    expect(await looks()).toEqual([['reem', 'member']])
    expect((await kinds()).filter((kind) => kind === 'case_viewed')).toHaveLength(2)
    expect(await file()).not.toHaveProperty('watchers')
    const presence = await world.server.app.inject({
      method: 'PUT',
      url: `/api/v1/cases/${item.code}/presence`,
      headers: {
        cookie: boss.cookie,
        'x-amin': '1',
        origin: 'http://127.0.0.1:8080',
        'content-type': 'application/json',
      },
      payload: JSON.stringify({ state: 'viewing' }),
    })
    expect(presence.json()).toMatchObject({ agents: [] })
  })

  test('is shown to who holds the case where the operator wants it, while they look and no longer', async () => {
    const open = await openWorld({ watchShown: true })
    const [agent, boss] = [await open.member('noor'), await open.member('amal', 'supervisor')]
    const { code } = await aCase(open)
    await open.post(`/api/v1/cases/${code}/claim`, {}, agent)
    const of = async (as: { cookie: string }) =>
      (await open.get(`/api/v1/cases/${code}`, as)).json<CaseFile>()
    expect((await of(boss)).watching).toEqual({ shown: true })
    const says = (state: string) =>
      open.server.app.inject({
        method: 'PUT',
        url: `/api/v1/cases/${code}/presence`,
        headers: {
          cookie: boss.cookie,
          'x-amin': '1',
          origin: 'http://127.0.0.1:8080',
          'content-type': 'application/json',
        },
        payload: JSON.stringify({ state }),
      })
    await says('viewing')
    expect((await of(agent)).watchers).toEqual(['amal'])
    await says('left')
    expect(await of(agent)).not.toHaveProperty('watchers')
    await open.close()
  })

  test('leaves nothing behind where they may not see it', async () => {
    const stranger = await world.member('omar', 'agent', ['deepfake'])
    await item.append({ type: 'case_transferred', agent: 'x' as never, to: { team: 'minors' } })
    expect((await world.get(`/api/v1/cases/${item.code}`, stranger)).statusCode).toBe(404)
    expect(await kinds()).not.toContain('case_viewed')
  })
})

describe('a shift', () => {
  const reveal = async (as = me) => {
    const evidence = await item.seal(new TextEncoder().encode('words'), { kind: 'statement' })
    const answer = await world.post(
      `/api/v1/cases/${item.code}/evidence/${evidence}/reveal`,
      { reason: 'to see it' },
      as,
    )
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }

  test('begins with the first act, and counts what was opened in it, also beyond what is good', async () => {
    expect(await shift()).toEqual({ held: [], exposure: { seen: 0, of: 3 } })
    const begun = at(0)
    for (let i = 0; i < 4; i += 1) await reveal()
    world.clock.advance(hours(3))
    expect(await shift()).toMatchObject({ since: begun, exposure: { seen: 4, of: 3 } })
  })

  test('keeps what was revealed open for a quarter of an hour, for who revealed it', async () => {
    const reem = await world.member('reem')
    await reveal()
    const openFor = async (as = me) =>
      (
        await read<{ evidence: { openUntil?: string }[] }>(`/api/v1/cases/${item.code}/evidence`, as)
      ).evidence.at(-1)?.openUntil
    expect(await openFor()).toBe(at(minutes(15)))
    expect(await openFor(reem)).toBeUndefined()
    world.clock.advance(minutes(16))
    expect(await openFor()).toBeUndefined()
  })

  test('goes on over a long break, and a new one begins after eight hours without an act, with nothing counted', async () => {
    await reveal()
    world.clock.advance(hours(7))
    await reveal()
    world.clock.advance(hours(7))
    expect((await shift()).exposure.seen).toBe(2)
    world.clock.advance(hours(2))
    expect(await shift()).toEqual({ held: [], exposure: { seen: 0, of: 3 } })
    await reveal()
    expect(await shift()).toMatchObject({ since: at(0), exposure: { seen: 1, of: 3 } })
  })

  test('is each agent’s own, and none of a program', async () => {
    const reem = await world.member('reem')
    await reveal()
    expect((await shift(reem)).exposure.seen).toBe(0)
    const { key } = await world.console.agents.createKey({
      name: 'hotline',
      scopes: ['read', 'write'],
      teams: null,
    })
    expect((await world.get('/api/v1/me/shift', { key })).statusCode).toBe(403)
    expect((await world.post('/api/v1/me/shift/end', {}, { key })).statusCode).toBe(403)
  })

  test('is the same for two processes', async () => {
    const other = await openWorld({
      agentsDb: world.database,
      desk: world.desk,
      clock: world.clock,
      exposurePerShift: 3,
    })
    await reveal()
    expect((await other.get('/api/v1/me/shift', me)).json()).toMatchObject({ exposure: { seen: 1 } })
    await other.server.close()
  })

  test('ends with everything handed over, with the note', async () => {
    const second = await aCase(world)
    await post('/claim')
    await world.post(`/api/v1/cases/${second.code}/claim`, {}, me)
    const { handedOver } = (await world.post('/api/v1/me/shift/end', { note: 'all calm' }, me)).json<{
      handedOver: string[]
    }>()
    expect(new Set(handedOver)).toEqual(new Set([item.code, second.code]))
    expect(await file()).toMatchObject({ status: 'waiting', passedOn: { by: 'noor', note: 'all calm' } })
    expect((await shift()).held).toEqual([])
    expect((await world.post('/api/v1/me/shift/end', {}, me)).json()).toEqual({ handedOver: [] })
  })
})

test('the timeline tells what happened, newest first, without what was said, and what the bot told the person to do', async () => {
  const inbound = await item.receive({ kind: 'text', text: untrusted('secret words') })
  await item.append({
    type: 'crisis_found',
    inbound,
    hits: [{ label: 'violence', hard: true, rule: 'r', start: 0, end: 1, about: 'self' } as never],
    sentences: [untrusted('secret words')],
  })
  await item.append({ type: 'bot_said', n: 0, key: 'card-first', text: 'Pay nothing.\nKeep everything.' })
  await item.append({ type: 'bot_said', n: 1, key: 'greeting', text: 'hello' })
  await post('/claim')
  await post('/notes', { text: 'an aside' })
  await post('/close', { outcome: 'referred' })
  const { entries, guidance } = await read<Timeline>(`/api/v1/cases/${item.code}/timeline`)
  // Who reads a case that they do not hold any more is written down first.
  expect(entries[0]).toMatchObject({ kind: 'case_viewed', by: 'noor' })
  expect(entries[1]).toMatchObject({ kind: 'case_closed', by: 'noor', detail: 'referred' })
  expect(entries.at(-1)).toMatchObject({ kind: 'case_opened', detail: 'telegram' })
  expect(entries.find(({ kind }) => kind === 'crisis_found')).toMatchObject({
    detail: 'violence',
    message: expect.any(String),
  })
  expect(JSON.stringify(entries)).not.toMatch(/secret words|an aside/)
  expect(guidance.map(({ title }) => title)).toEqual(['Pay nothing.'])
})

describe('a link to another case', () => {
  test('is judged wrong with a reason, by whoever sees both, and the file says who did it and why', async () => {
    const other = await aCase(world)
    await item.append({ type: 'case_linked', to: [other.id] })
    const judge = (wrong: boolean, reason: string) => post('/links', { code: other.code, wrong, reason })
    expect((await file()).links).toEqual([other.code])
    expect((await judge(true, '')).json()).toMatchObject({ code: 'reason_required' })
    expect((await judge(true, 'the number of a shop')).statusCode).toBe(200)
    expect((await judge(true, 'the number of a shop')).json()).toMatchObject({ code: 'already' })
    expect(await file()).toMatchObject({
      links: [],
      apart: [{ code: other.code, by: 'noor', reason: 'the number of a shop' }],
    })
    const { entries } = await read<Timeline>(`/api/v1/cases/${item.code}/timeline`)
    expect(entries.find(({ kind }) => kind === 'link_judged')).toMatchObject({
      by: 'noor',
      detail: 'wrong',
      words: 'the number of a shop',
    })
    expect((await judge(false, 'it is him')).statusCode).toBe(200)
    expect(await file()).toMatchObject({ links: [other.code], apart: [] })
    expect((await post('/links', { code: 'ZZZZZZZZ', wrong: true, reason: 'x' })).statusCode).toBe(404)
  })
})
