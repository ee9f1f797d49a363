import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Audit } from '../../../adapters/console/contract/audit.ts'
import type { CasePage } from '../../../adapters/console/contract/index.ts'
import type { Counts, Statistics } from '../../../adapters/console/contract/statistics.ts'
import type { AgentId } from '../../../core/base/ids.ts'
import { Failure } from '../../../core/base/failure.ts'
import { monthsUntil, spanOf, writeMonth } from '../../../core/services/statistics/month.ts'
import { hours, instant, minutes } from '../../../core/base/units.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { aCase, openWorld, type World } from './world.ts'
import { run as runTool } from '../report/reading.ts'

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
  const { by, cases, map } = await read()
  expect(cases).toBe(7)
  expect(by.governorate).toEqual([
    { key: 'basra', name: world.ports.phrases.say('en', 'option-governorate-basra'), cases: 'few' },
    { key: 'erbil', name: world.ports.phrases.say('en', 'option-governorate-erbil'), cases: 'few' },
  ])
  expect(map).toHaveLength(19)
  expect(map).toContainEqual({ key: 'basra', name: by.governorate[0]?.name, row: 6, column: 4 })
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

describe('the report of a month', () => {
  const october = { year: 2026, month: 10 }
  const folder = mkdtempSync(join(tmpdir(), 'amin-month-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const deedsOf = async (): Promise<Audit['deeds']> => {
    const { cookie: auditor } = await world.member('audits', 'auditor')
    return (await world.get(`/api/v1/audit?from=${today()}&to=${today()}`, { cookie: auditor }))
      .json<Audit>()
      .deeds.filter(({ kind }) => kind === 'month_reported')
  }
  const fill = async (): Promise<void> => {
    world.clock.set(instant(spanOf(october).from + hours(24 * 9)))
    for (let i = 0; i < 8; i += 1) await (await aCase(world)).append(basra)
    for (let i = 0; i < 6; i += 1)
      await (await aCase(world)).append({ ...basra, answer: { kind: 'choice', option: 'najaf' } })
    await (await aCase(world)).append(erbil)
    await (await aCase(world)).append({ ...basra, answer: { kind: 'choice', option: 'wasit' } })
    world.clock.set(instant(spanOf(october).to + hours(24 * 3 + 9)))
  }
  const textOf = (pdf: Buffer): string => {
    const file = join(folder, 'month.pdf')
    writeFileSync(file, pdf)
    return runTool('pdftotext', '-layout', file, '-').replaceAll(/[^\S\n]+/g, ' ')
  }

  test('says in the asked language what the table of the same weeks says, and hides what that hides', async () => {
    await fill()
    const answer = await world.get('/api/v1/statistics.pdf?month=2026-10&lang=en', { cookie })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="amin-2026-10-en.pdf"')
    expect(answer.headers['cache-control']).toBe('no-store')
    const text = textOf(answer.rawPayload)
    const table = (
      await world.get('/api/v1/statistics.csv?from=2026-10-01&to=2026-11-01&lang=en', { cookie })
    ).body
    const lines = table.split('\r\n').flatMap((line) => {
      const [dimension, , name = '', cases = ''] = line.split(',')
      return dimension === 'governorate' ? [{ name, cases }] : []
    })
    expect(lines.map(({ cases }) => cases)).toEqual(['8', 'few', 'few', 'few'])
    for (const { name, cases } of lines)
      expect(text).toMatch(new RegExp(`${name} ${cases === 'few' ? 'not shown' : cases}\\b`))
    expect(text).toContain('16 cases opened')
  })

  test('hides from who sees some cases what hides on their page, and not from who sees none', async () => {
    const noor = (await world.member('noor', 'agent', ['violence'])).cookie
    for (const [team, count] of [
      ['violence', 9],
      ['minors', 2],
    ] as const)
      for (let i = 0; i < count; i += 1)
        await (
          await aCase(world)
        ).append({ type: 'case_transferred', agent: 'somebody' as AgentId, to: { team } })
    const month = monthsUntil(world.clock.now(), 1).map(writeMonth).join()
    const sheetOf = async (as: string) =>
      textOf((await world.get(`/api/v1/statistics.pdf?month=${month}&lang=en`, { cookie: as })).rawPayload)
    expect(await sheetOf(cookie)).toContain('11 cases opened')
    expect(await sheetOf(noor)).toContain('not shown cases opened')
  })

  test('is in the log of administrators: who took which month, in which language', async () => {
    await world.get('/api/v1/statistics.pdf?month=2020-03&lang=ckb', { cookie })
    expect(await deedsOf()).toMatchObject([
      { by: { name: 'counts' }, kind: 'month_reported', detail: { month: '2020-03', language: 'ckb' } },
    ])
  })

  test.each([
    ['is to come', 'month=2098-01', 400, 'month_ahead'],
    ['is none', 'month=2026-13', 400, 'invalid'],
    ['is missing', '', 400, 'invalid'],
    ['is asked for in another language', 'month=2020-03&lang=fr', 400, 'invalid'],
  ])('of a month that %s is refused, and stands in no log', async (_, query, status, code) => {
    const answer = await world.get(`/api/v1/statistics.pdf?${query}`, { cookie })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
    if (code === 'month_ahead')
      expect(answer.json<{ until: string }>().until).toBe('2097-12-30T00:00:00.000Z')
    expect(await deedsOf()).toEqual([])
  })

  test('of two at once both are made; a third is told to wait', async () => {
    const ask = () => world.get('/api/v1/statistics.pdf?month=2020-03&lang=en', { cookie })
    const answers = await Promise.all([ask(), ask(), ask()])
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 200, 429])
    expect((await ask()).statusCode).toBe(200)
  })

  test('that cannot be typeset is refused as what may pass, tells where the numbers are, and stands in no log', async () => {
    const failing = await openWorld({
      monthly: {
        make: () => Promise.reject(new Failure('part_unavailable', 'the process that makes reports')),
      },
    })
    try {
      const { cookie: other } = await failing.member('counts', 'analyst')
      const answer = await failing.get('/api/v1/statistics.pdf?month=2020-03', { cookie: other })
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'report_unset'])
      // What was under way is over: the next is not told to wait.
      expect((await failing.get('/api/v1/statistics.pdf?month=2020-03', { cookie: other })).statusCode).toBe(
        503,
      )
      expect((await failing.get('/api/v1/statistics.pdf?month=2020-03', { cookie: other })).statusCode).toBe(
        503,
      )
    } finally {
      await failing.close()
    }
  })
})
