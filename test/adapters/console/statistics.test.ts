import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AgentId } from '../../../core/base/ids.ts'
import { minutes } from '../../../core/base/units.ts'
import type { CasePage } from '../../../adapters/console/contract/index.ts'
import type { Counts, Statistics } from '../../../adapters/console/contract/statistics.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { aCase, openWorld, type World } from './world.ts'

let world: World
let cookie: string
beforeEach(async () => {
  world = await openWorld()
  cookie = (await world.member('counts', 'analyst')).cookie
})
afterEach(() => world.close())

const today = (): string => new Date(world.clock.now()).toISOString().slice(0, 10)
const read = async (query = `from=${today()}&to=${today()}&lang=en`): Promise<Statistics> =>
  (await world.get(`/api/v1/statistics?${query}`, { cookie })).json<Statistics>()

const basra = {
  type: 'answer_given',
  step: 'governorate',
  answer: { kind: 'choice', option: 'basra' },
} as const
const erbil = {
  type: 'answer_given',
  step: 'governorate',
  answer: { kind: 'choice', option: 'erbil' },
} as const

test('an analyst, who may not read a case, sees how many there are of each kind, and never one to four', async () => {
  for (let i = 0; i < 6; i += 1) await (await aCase(world)).append(basra)
  await (await aCase(world)).append(erbil)
  const { by, cases } = await read()
  expect(cases).toBe(7)
  expect(by.governorate).toEqual([
    { key: 'basra', name: world.ports.phrases.say('en', 'option-governorate-basra'), cases: 'few' },
    { key: 'erbil', name: world.ports.phrases.say('en', 'option-governorate-erbil'), cases: 'few' },
  ])
  expect(by.channel).toEqual([{ key: 'telegram', name: 'telegram', cases: 7 }])
  expect(by.week[0]?.name).toMatch(/^\d{4}-\d\d-\d\d$/)
})

test('what was paid is added up beside what was demanded, of who paid alone', async () => {
  const sum = (step: string, amount: number) =>
    ({
      type: 'answer_given',
      step,
      answer: { kind: 'amount', amount, currency: 'USD', raw: untrusted('') },
    }) as const
  const paid = (option: string) =>
    ({ type: 'answer_given', step: 'paid', answer: { kind: 'choice', option } }) as const
  for (let i = 0; i < 5; i += 1)
    await (await aCase(world)).append(sum('amount', 900), paid('again'), sum('paid-amount', 200.5))
  // Put right since: nothing was paid after all.
  await (await aCase(world)).append(paid('yes'), sum('paid-amount', 70), paid('no'))
  expect(await read()).toMatchObject({
    money: [{ currency: 'USD', hundredths: 4_500_00, cases: 5 }],
    moneyPaid: [{ currency: 'USD', hundredths: 1_002_50, cases: 5 }],
  })
  const { body } = await world.get(`/api/v1/statistics.csv?from=${today()}&to=${today()}&lang=en`, { cookie })
  expect(body).toContain('demanded,USD,4500,5\r\npaidSum,USD,1002.5,5')
})

test('how soon a person answered is told by urgency, the same on the page and in the table', async () => {
  const agent = 'a1' as AgentId
  const asked = [
    ...(await Promise.all(Array.from({ length: 6 }, () => aCase(world)))).map(({ append }) => ({
      append,
      severity: 'P1' as const,
    })),
    ...(await Promise.all(Array.from({ length: 5 }, () => aCase(world)))).map(({ append }) => ({
      append,
      severity: 'P4' as const,
    })),
  ]
  for (const { append, severity } of asked)
    await append({ type: 'severity_set', severity, agent, why: 'told so' })
  world.clock.advance(minutes(20))
  for (const { append } of asked)
    await append({ type: 'agent_said', n: 1, agent, alias: 'Noor', text: 'I am here' })
  expect((await read()).firstReplyBy).toEqual([
    { key: 'P1', of: 6, medianSeconds: 1_200, p90Seconds: 1_200, within: 0 },
    { key: 'P4', of: 5, medianSeconds: 1_200, p90Seconds: 1_200, within: 5 },
  ])
  const { body } = await world.get(`/api/v1/statistics.csv?from=${today()}&to=${today()}&lang=en`, { cookie })
  expect(body).toContain('firstReplyP1,of,,6\r\nfirstReplyP1,medianSeconds,,1200\r\n')
  expect(body).toContain('firstReplyP4,within,,5\r\n')
})

test('how many cases stand where hides the same small numbers, also which of them are erased', async () => {
  const all = await Promise.all(Array.from({ length: 7 }, () => aCase(world)))
  await aCase(world, { status: 'bot' })
  await world.desk.erase(all[0]!.code, 'test', 'the person asked')
  const { counts } = (await world.get('/api/v1/counts', { cookie })).json<Counts>()
  expect(counts).toEqual({ bot: 'few', waiting: 'few', agent: 0, closed: 0, erased: 'few' })
})

test('who is of a team, and counts its cases exactly, learns no small number of another team', async () => {
  const noor = (await world.member('noor', 'agent', ['violence'])).cookie
  const ofTeam = async (team: string): Promise<void> => {
    const { append } = await aCase(world)
    await append(basra)
    await append({ type: 'case_transferred', agent: 'somebody' as never, to: { team } })
  }
  for (let i = 0; i < 9; i += 1) await ofTeam('violence')
  for (let i = 0; i < 2; i += 1) await ofTeam('minors')
  const seen = (await world.get('/api/v1/cases', { cookie: noor })).json<CasePage>()
  expect(seen.counts.waiting).toBe(9)
  const { counts } = (await world.get('/api/v1/counts', { cookie: noor })).json<Counts>()
  expect(counts.waiting).toBe('few')
  const query = `from=${today()}&to=${today()}&lang=en`
  const { cases, by } = (await world.get(`/api/v1/statistics?${query}`, { cookie: noor })).json<Statistics>()
  expect([cases, by.governorate[0]?.cases, by.severity[0]?.cases]).toEqual(['few', 'few', 'few'])
  // Who sees no case has nothing to take from the total.
  expect([(await read()).cases, (await read()).by.governorate[0]?.cases]).toEqual([11, 11])
})

test('an erased case counts nowhere', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => aCase(world)))
  await world.desk.erase(all[0]!.code, 'test', 'the person asked')
  expect((await read()).cases).toBe(5)
})

test('the table of the same says the same, opens as UTF-8 and holds no formula', async () => {
  for (let i = 0; i < 5; i += 1) await (await aCase(world)).append(basra)
  const answer = await world.get(`/api/v1/statistics.csv?from=${today()}&to=${today()}&lang=ar`, { cookie })
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(answer.headers['content-disposition']).toContain('amin-statistics.csv')
  expect(answer.body.startsWith('\uFEFFtable,key,name,cases\r\n')).toBe(true)
  expect(answer.body).toContain(
    `governorate,basra,${world.ports.phrases.say('ar', 'option-governorate-basra')},5\r\n`,
  )
  for (const line of answer.body.split('\r\n'))
    for (const cell of line.split(',')) expect(cell).not.toMatch(/^[=+@-]/)
})

test.each([
  ['ends before it begins', 'from=2026-11-24&to=2026-11-01'],
  ['is longer than five years', 'from=2016-11-24&to=2026-11-01'],
  ['is no day', 'from=yesterday&to=today'],
  ['is missing', ''],
])('a span that %s is refused', async (_, query) => {
  const answer = await world.get(`/api/v1/statistics?${query}`, { cookie })
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'invalid'])
})
