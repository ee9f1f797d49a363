import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseFile, CasePage, Done } from '../../../adapters/console/contract/index.ts'
import type { MessagePage } from '../../../adapters/console/contract/messages.ts'
import type { Call, Calls, GivenAnswer } from '../../../adapters/console/contract/phone.ts'
import { aCase, openWorld, type World } from './world.ts'

let world: World
let cookie: string
beforeEach(async () => {
  world = await openWorld()
  cookie = (await world.member('noor')).cookie
})
afterEach(() => world.close())

const open = async (language = 'en'): Promise<string> => {
  const answer = await world.post('/api/v1/cases', { language, story: '', note: '' }, { cookie })
  expect(answer.statusCode).toBe(201)
  return answer.json<Done>().code
}
const read = async (code: string, lang = 'en'): Promise<Call> => {
  const answer = await world.get(`/api/v1/cases/${code}/call?lang=${lang}`, { cookie })
  expect(answer.statusCode).toBe(200)
  return answer.json<Call>()
}
const post = (code: string, given: GivenAnswer, as = cookie) =>
  world.post(`/api/v1/cases/${code}/answers?lang=en`, given, { cookie: as })
const answer = async (call: Call, given: GivenAnswer['answer']): Promise<Call> => {
  const sent = await post(call.code, {
    step: call.question?.step ?? '',
    expectedVersion: call.version,
    answer: given,
  })
  expect(sent.statusCode, sent.body).toBe(200)
  return sent.json<Call>()
}
const pick = (...options: string[]): GivenAnswer['answer'] => ({ kind: 'pick', options })
const words = (text: string): GivenAnswer['answer'] => ({ kind: 'words', text })
const skip = { kind: 'pass', how: 'skip' } as const
const file = async (code: string): Promise<CaseFile> =>
  (await world.get(`/api/v1/cases/${code}`, { cookie })).json<CaseFile>()

const toStory = async (code: string): Promise<Call> => answer(await read(code), pick('continue'))

describe('a call', () => {
  test('begins with consent, worded for the ear, in both languages', async () => {
    const call = await read(await open('ar'))
    expect(call).toMatchObject({ language: 'ar', submitted: false, hasPin: false, urgent: false, echo: [] })
    expect(call.question).toMatchObject({ step: 'consent', kind: 'one', ways: [] })
    expect(call.question?.question.spoken).toContain('قناة مساعدة')
    expect(call.question?.question.own).toContain('help')
    expect(call.question?.options.find(({ id }) => id === 'continue')).toMatchObject({
      own: 'Yes, I want to talk',
    })
  })

  test('walks the same questions as the bot to the end, and is judged and searchable at once', async () => {
    const code = await open()
    let call = await toStory(code)
    expect(call.question).toMatchObject({ step: 'story', kind: 'words', ways: ['skip', 'unknown', 'back'] })
    call = await answer(
      call,
      words(
        'A stranger I met online has private photos of me and wants 500 dollars. He writes from 0770 123 4567.',
      ),
    )
    const steps: string[] = []
    while (call.question !== undefined && call.question.kind !== 'end') {
      steps.push(`${call.question.step} ${call.question.kind}`)
      call = await answer(
        call,
        call.question.step === 'danger'
          ? pick('none')
          : call.question.options.length > 0
            ? pick(call.question.options[0]?.id ?? '')
            : skip,
      )
    }
    // What was told is not asked: material, demand, the number.
    expect(steps).toEqual(['danger several', 'age one'])
    expect(call.question?.question.own).toContain('500 dollars')
    expect(call.question?.options.map(({ id }) => id)).toEqual(['woman', 'man', 'send'])
    call = await answer(call, pick('woman'))
    expect(call).toMatchObject({ submitted: true })
    expect(call.question).toBeUndefined()
    const seen = await file(code)
    expect(seen).toMatchObject({ status: 'agent', mine: true, unread: 0, wish: 'woman' })
    expect(seen.identifiers).toMatchObject([{ type: 'phone' }])
    expect(seen.answers.find(({ step }) => step === 'story')?.answer).toContain('500 dollars')
    expect(seen.severity).not.toBe('P4')
    const found = await world.post('/api/v1/search', { q: 'stranger photos' }, { cookie })
    expect(found.json<CasePage>().rows.map((row) => row.code)).toEqual([code])
  })

  test('is no web chat: case, queue and numbers say that it came by phone', async () => {
    const code = await open()
    expect(await file(code)).toMatchObject({ channel: 'phone' })
    const { rows } = (await world.get('/api/v1/cases?status=agent', { cookie })).json<CasePage>()
    expect(rows.find((row) => row.code === code)).toMatchObject({ channel: 'phone' })
  })

  test('what was said stands in the conversation as the person’s, and no row waits to be sent', async () => {
    const code = await open()
    await answer(await toStory(code), words('He has my pictures'))
    const { messages } = (await world.get(`/api/v1/cases/${code}/messages`, { cookie })).json<MessagePage>()
    expect(messages.filter(({ from }) => from === 'person').map(({ text }) => text)).toContain(
      'He has my pictures',
    )
    const row = await world.ports.store.views.byCode(code as never)
    expect(await world.ports.store.outbox.ofCase(row!.caseId)).toEqual([])
    expect((await world.ports.store.outbox.depth()).waiting).toBe(0)
  })

  test('danger in what is typed is found, makes the case urgent, and after the urgent questions the others follow', async () => {
    const code = await open()
    let call = await answer(await toStory(code), words('My brother will kill me tonight, he has a knife'))
    expect(call).toMatchObject({ severity: 'P1', urgent: true })
    expect((await file(code)).dangers).not.toEqual([])
    const lane: string[] = []
    while (
      call.question !== undefined &&
      ['crisis-now', 'fast-safe', 'fast-what', 'fast-where', 'fast-id', 'join'].includes(call.question.step)
    ) {
      lane.push(call.question.step)
      call = await answer(call, call.question.options.length > 0 ? pick('yes') : words('Karrada, Baghdad'))
    }
    expect(lane).toContain('fast-safe')
    expect(call.question?.step).toBeDefined()
    expect(call.submitted).toBe(false)
    let rounds = 0
    const seen: string[] = []
    while (call.question !== undefined && rounds++ < 20 && seen.push(call.question.step))
      call = await answer(
        call,
        call.question.kind === 'end'
          ? pick('send')
          : call.question.options.length > 0
            ? pick(call.question.options[0]?.id ?? '')
            : skip,
      )
    expect(call.submitted, seen.join(' ')).toBe(true)
  })

  test('somebody who is watched, and a child, are asked on: a call does not fall silent', async () => {
    const code = await open()
    let call = await answer(await read(code), pick('continue'))
    call = await answer(call, skip)
    call = await answer(call, pick('phone'))
    call = await answer(call, pick('watched'))
    expect(call.question?.step).toBe('age')
    call = await answer(call, pick('me-13-15'))
    expect(call.question?.step).toBe('material')
    expect(call.echo.length).toBeGreaterThan(0)
    expect(await file(code)).toMatchObject({ team: 'minors', status: 'agent' })
  })

  test.each(['my sister is being blackmailed and I am 30', 'my son is 14, I am 40'])(
    'the own age of who calls for somebody else is not that of the other: «%s»',
    async (text) => {
      const code = await open()
      let call = await answer(await toStory(code), skip)
      call = await answer(call, pick('none'))
      expect(call.question?.step).toBe('age')
      await post(code, { step: 'age', expectedVersion: call.version, answer: words(text) })
      const age = (await file(code)).answers.find(({ step }) => step === 'age')?.answer ?? 'nothing'
      expect(age).not.toContain('أنا')
    },
  )

  test('several answers of one question are one answer, and one can go back and change it', async () => {
    const code = await open()
    let call = await answer(await read(code), pick('continue'))
    call = await answer(call, skip)
    call = await answer(call, pick('none'))
    call = await answer(call, { kind: 'back' })
    expect(call.question).toMatchObject({ step: 'danger', picked: ['none'] })
    call = await answer(call, pick('deadline', 'meeting'))
    expect((await file(code)).answers.find(({ step }) => step === 'danger')?.answer).toBe(
      'مهلة خلال 24 ساعة، يُطلب مني لقاء أحد',
    )
  })

  test('a word that is a command of the chat is an answer here', async () => {
    const code = await open()
    const call = await answer(await toStory(code), words('stop'))
    expect(call.question?.step).not.toBe('story')
    expect((await file(code)).answers.find(({ step }) => step === 'story')?.answer).toBe('stop')
  })

  test('a call that broke off is kept, and goes on where it stood', async () => {
    const code = await open()
    const before = await toStory(code)
    const { calls } = (await world.get('/api/v1/calls?lang=en', { cookie })).json<Calls>()
    expect(calls).toMatchObject([{ code }])
    expect(calls[0]?.title).toBeTypeOf('string')
    expect(await read(code)).toEqual({ ...before, echo: [] })
  })
})

describe('what is refused', () => {
  test('an answer to another question, or to a case that moved on, answers nothing', async () => {
    const code = await open()
    const first = await read(code)
    const given = { step: 'consent', expectedVersion: first.version, answer: pick('continue') }
    expect((await post(code, { ...given, step: 'age', answer: pick('me-18') })).json()).toMatchObject({
      code: 'moved',
    })
    expect((await post(code, given)).statusCode).toBe(200)
    // The same again: a line that broke after the answer was kept.
    expect((await post(code, given)).json()).toMatchObject({ code: 'moved' })
    expect((await read(code)).question?.step).toBe('story')
  })

  test.each([pick('nothing-like-it'), words('   x '), skip, pick('continue', 'leave')])(
    'what is no answer to consent (%o) is refused and kept nowhere',
    async (given) => {
      const code = await open()
      const { version } = await read(code)
      const sent = await post(code, { step: 'consent', expectedVersion: version, answer: given })
      expect(sent.json()).toMatchObject({ code: 'answer_invalid' })
      expect(await read(code)).toMatchObject({ version, question: { step: 'consent' } })
    },
  )

  test('only who holds the case asks, a case with a chat is asked there, and other teams’ cases do not exist', async () => {
    const code = await open()
    const other = await world.member('omar')
    const { version } = await read(code)
    expect(
      (
        await post(
          code,
          { step: 'consent', expectedVersion: version, answer: pick('continue') },
          other.cookie,
        )
      ).json(),
    ).toMatchObject({
      code: 'not_yours',
    })
    const chat = await aCase(world)
    await world.post(`/api/v1/cases/${chat.code}/claim`, {}, { cookie })
    expect((await world.get(`/api/v1/cases/${chat.code}/call`, { cookie })).json()).toMatchObject({
      code: 'already',
    })
    const outside = await world.member('dana', 'agent', ['legal'])
    let call = await answer(await read(code), pick('continue'))
    call = await answer(call, skip)
    for (const option of ['none', 'me-13-15']) call = await answer(call, pick(option))
    expect((await world.get(`/api/v1/cases/${code}/call`, { cookie: outside.cookie })).statusCode).toBe(404)
    expect(
      (await world.post(`/api/v1/cases/${code}/pin`, { pin: '493817' }, { cookie: outside.cookie }))
        .statusCode,
    ).toBe(404)
    expect((await world.get('/api/v1/calls', { cookie: outside.cookie })).json()).toEqual({ calls: [] })
  })

  test('an auditor and an analyst take no calls', async () => {
    for (const role of ['auditor', 'analyst'] as const) {
      const member = await world.member(role, role)
      expect((await world.get('/api/v1/calls', { cookie: member.cookie })).statusCode).toBe(403)
    }
  })
})

describe('the PIN', () => {
  const pin = (code: string, value: string) =>
    world.post(`/api/v1/cases/${code}/pin`, { pin: value }, { cookie })

  test('is kept as a seal only, once, and stands nowhere else', async () => {
    const code = await open()
    expect((await pin(code, '493 817')).statusCode).toBe(200)
    expect((await read(code)).hasPin).toBe(true)
    expect((await pin(code, '407193')).json()).toMatchObject({ code: 'already' })
    const row = (await world.ports.store.views.byCode(code as never))!
    const { access } = await world.casebook.load(row.caseId)
    expect(access.secrets.pin).toBe(await world.ports.pins.hash('493817', access.salt ?? ''))
    expect(JSON.stringify([await world.casebook.read(row.caseId), world.log])).not.toContain('493817')
  })

  test.each(['12', '!!', 'two words', 'stop', '1234', '123123', '1999'])(
    'is refused where it is none or the first that anybody would try (%s)',
    async (value) => {
      const code = await open()
      expect((await pin(code, value)).json()).toMatchObject({ code: 'pin_unfit' })
      expect((await read(code)).hasPin).toBe(false)
    },
  )

  test('is refused where it was said in clear during the call', async () => {
    const code = await open()
    await answer(await toStory(code), words('he said 493817 is my number'))
    expect((await pin(code, '493817')).json()).toMatchObject({ code: 'pin_unfit' })
  })

  test('the farewell names the code in the caller’s language', async () => {
    const code = await open('ckb')
    const { farewell } = await read(code)
    expect(farewell.spoken).toContain(code)
    expect(farewell.spoken).toContain('کۆدی گەڕانەوەت')
    expect(farewell.own).toContain('return code')
  })
})
