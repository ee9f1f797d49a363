import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Brief } from '../../../adapters/console/contract/brief.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import type { AgentId, InboundId } from '../../../core/base/ids.ts'
import { after, hours } from '../../../core/base/units.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

describe('the case in short', () => {
  let world: World
  let item: BuiltCase
  let cookie: string
  beforeEach(async () => {
    world = await openWorld()
    item = await aCase(world)
    cookie = (await world.member('sara')).cookie
  })
  afterEach(() => world.close())

  const brief = async (lang = 'en'): Promise<Brief> =>
    Brief.strict().parse(
      (await world.get(`/api/v1/cases/${item.code}/brief?lang=${lang}`, { cookie })).json(),
    )

  test('of a case in which nothing was said says nothing', async () => {
    expect(await brief()).toMatchObject({
      answers: [],
      left: [],
      identifiers: [],
      promises: [],
      guidance: [],
      held: [],
    })
  })

  test('tells what was answered in the order of the questions, and what was asked without an answer; of course it leaves out the consent', async () => {
    await item.append(
      { type: 'answer_given', step: 'consent', answer: { kind: 'choice', option: 'continue' } },
      { type: 'question_asked', step: 'story', asked: 1 },
      {
        type: 'answer_given',
        step: 'story',
        answer: { kind: 'text', text: untrusted('he has my pictures') },
      },
      { type: 'answer_given', step: 'danger', answer: { kind: 'choices', options: ['deadline'] } },
      { type: 'step_skipped', step: 'age', how: 'skip' },
      { type: 'step_skipped', step: 'amount', how: 'unknown' },
      { type: 'question_asked', step: 'relation', asked: 2 },
    )
    const { answers, left } = await brief()
    expect(answers.map(({ title }) => title)).toEqual(['What happened', 'Danger now'])
    expect(answers[0]?.answer).toBe('he has my pictures')
    expect(left).toEqual([
      { title: 'Age', how: 'skip' },
      { title: 'Amount', how: 'unknown' },
      { title: 'Known to you', how: 'silent' },
    ])
    expect((await brief('ar')).answers[0]?.title).not.toBe('What happened')
  })

  test('a correction by the team stands in place of what the bot understood', async () => {
    await item.append(
      { type: 'answer_given', step: 'age', answer: { kind: 'choice', option: 'me-18' } },
      {
        type: 'answer_corrected',
        agent: 'a' as AgentId,
        step: 'age',
        answer: { kind: 'choice', option: 'me-16-17' },
        reason: 'she said so',
      },
    )
    expect((await brief()).answers).toMatchObject([{ title: 'Age', answer: expect.stringContaining('16') }])
  })

  test('names who does it but never the person’s own number', async () => {
    const found = (raw: string, normal: string, owner: 'perpetrator' | 'self') =>
      ({ type: 'phone', raw: untrusted(raw), normal, owner, marks: [] }) as never
    await item.append({
      type: 'identifiers_found',
      inbound: 'm' as InboundId,
      identifiers: [
        found('+9647701234412', '+9647701234412', 'perpetrator'),
        found('+9647509998877', '+9647509998877', 'self'),
      ],
    })
    expect((await brief()).identifiers.map(({ value }) => value)).toEqual(['+9647701234412'])
  })

  test('tells what was promised, which guidance was given, who had the case, and whether the person is safe', async () => {
    const until = after(world.clock.now(), hours(4))
    const card = { type: 'bot_said', n: 0, key: 'card-money', text: 'Do not pay' } as const
    await item.append(
      card,
      { ...card, n: 1 },
      { type: 'bot_said', n: 2, key: 'queue-returned', text: 'x' },
      { type: 'case_claimed', agent: 'gone' as AgentId, alias: 'Noor' },
      { type: 'case_snoozed', agent: 'gone' as AgentId, until, promise: 'I write tonight' },
      { type: 'case_released', agent: 'gone' as AgentId, to: 'queue' },
      { type: 'answer_given', step: 'fast-safe', answer: { kind: 'choice', option: 'no' } },
    )
    const told = await brief()
    expect(told.promises).toEqual([
      { text: 'I write tonight', at: expect.any(String), until: new Date(until).toISOString() },
    ])
    expect(told.guidance).toHaveLength(1)
    expect(told.guidance[0]?.title.length).toBeGreaterThan(3)
    expect(told.held).toEqual([{ name: 'Noor', at: expect.any(String) }])
    expect(told.safe).toEqual({
      title: 'Are you safe for the next few minutes?',
      answer: 'No',
      at: expect.any(String),
    })
  })

  test('that they were safe is told as earlier where a danger was heard since, unless the team found it to be none', async () => {
    const agent = 'a' as AgentId
    const inbound = 'm' as InboundId
    await item.append({ type: 'answer_given', step: 'fast-safe', answer: { kind: 'choice', option: 'yes' } })
    expect((await brief()).safe).not.toHaveProperty('dangerAt')
    world.clock.advance(hours(1))
    const hit = { rule: 'violence/kill-kin', label: 'violence', hard: true, about: 'self', start: 0, end: 4 }
    await item.append({
      type: 'crisis_found',
      inbound,
      hits: [hit],
      sentences: [untrusted('he comes')],
    } as never)
    const dangerAt = new Date(world.clock.now()).toISOString()
    expect((await brief()).safe).toMatchObject({ answer: 'Yes', dangerAt })
    const judged = { type: 'danger_reviewed', agent, alias: 'Noor', inbound, label: 'violence' } as const
    await item.append({ ...judged, verdict: 'none' } as never)
    expect((await brief()).safe).not.toHaveProperty('dangerAt')
    await item.append({ ...judged, verdict: 'danger' } as never)
    world.clock.advance(hours(1))
    expect((await brief()).safe).toMatchObject({ dangerAt })
    await item.append({ type: 'answer_given', step: 'fast-safe', answer: { kind: 'choice', option: 'yes' } })
    expect((await brief()).safe).not.toHaveProperty('dangerAt')
  })

  test('an amount is told as it was understood, without the story that it was read out of', async () => {
    const story = `pay me 500 dollars or ${'all of them see it '.repeat(5)}`
    const amount = (raw: string) =>
      ({ kind: 'amount', amount: 1_000_000, currency: 'IQD', raw: untrusted(raw) }) as const
    await item.append({ type: 'answer_given', step: 'amount', answer: amount(story) })
    expect((await brief()).answers[0]?.answer).toBe('1,000,000 IQD')
    await item.append({ type: 'answer_given', step: 'amount', answer: amount('مليون') })
    expect((await brief()).answers[0]?.answer).toBe('1,000,000 IQD (مليون)')
  })

  test('a very long story is cut, without a sign being cut in two', async () => {
    await item.append({
      type: 'answer_given',
      step: 'story',
      answer: { kind: 'text', text: untrusted('🙂'.repeat(2000)) },
    })
    const [story] = (await brief()).answers
    expect(Array.from(story!.answer)).toHaveLength(400)
    expect(story!.answer.isWellFormed()).toBe(true)
  })
})
