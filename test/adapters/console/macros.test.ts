import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Audit } from '../../../adapters/console/contract/audit.ts'
import {
  Macros,
  PlannedMacros,
  type Macro,
  type RunMacro,
} from '../../../adapters/console/contract/macros.ts'
import type { CaseState } from '../../../core/model/state.ts'
import { hours, minutes, ms } from '../../../core/base/units.ts'
import { aCase, openWorld, type World } from './world.ts'

let world: World
let lead: string
let agent: string
beforeEach(async () => {
  world = await openWorld({
    teams: [{ id: 'account', name: { ar: 'الحسابات', ckb: 'هەژمار', en: 'Accounts' } }],
  })
  // Noon in Baghdad: a day that ends within the hour makes another plan of one that names a time.
  const day = hours(24)
  world.clock.advance(ms((hours(9) - (world.clock.now() % day) + day) % day))
  lead = (await world.member('noor', 'supervisor')).cookie
  agent = (await world.member('sara')).cookie
})
afterEach(() => world.close())

const macro = (steps: Macro['steps'], id = 'calm'): Macro => ({
  id,
  names: { ar: 'تهدئة', en: 'Calm' },
  steps,
  off: false,
})
const keep = (version: number, macros: readonly Macro[], cookie = lead) =>
  world.put('/api/v1/macros', { version, macros }, { cookie })
const read = async (): Promise<Macros> =>
  Macros.strict().parse((await world.get('/api/v1/macros', { cookie: lead })).json())
const held = async (): Promise<string> => {
  const { code } = await aCase(world)
  await world.post(`/api/v1/cases/${code}/claim`, {}, { cookie: agent })
  return code
}
const planOf = async (code: string): Promise<PlannedMacros> => {
  const answer = await world.get(`/api/v1/cases/${code}/macros?lang=ar`, { cookie: agent })
  return PlannedMacros.strict().parse(answer.json())
}
const run = (code: string, body: RunMacro, cookie = agent, key = 'one') =>
  world.post(`/api/v1/cases/${code}/macros/calm`, body, { cookie, headers: { 'idempotency-key': key } })
const runNow = async (code: string, text?: string, more: Partial<RunMacro> = {}): Promise<RunMacro> => {
  const { version, conversation, severity, at, macros } = await planOf(code)
  const plan = macros.find(({ id }) => id === 'calm')?.plan ?? ''
  const words = text === undefined ? {} : { text }
  return { version, at, plan, severity, expectedVersion: conversation, ...words, ...more }
}

describe('macros of the team', () => {
  test('are kept by supervisors and by no agent; of two who change them the second gets the newer', async () => {
    expect((await keep(0, [macro([{ do: 'note', text: 'x' }])], agent)).statusCode).toBe(403)
    const [one, other] = await Promise.all([
      keep(0, [macro([{ do: 'note', text: 'one' }])]),
      keep(0, [macro([{ do: 'note', text: 'other' }])]),
    ])
    expect([one.statusCode, other.statusCode].toSorted((a, b) => a - b)).toEqual([200, 409])
    const late = [one, other].find(({ statusCode }) => statusCode === 409)
    expect(late?.json()).toMatchObject({ code: 'outdated', newer: await read() })
    expect(await read()).toMatchObject({ version: 1, changed: { by: { name: 'noor' } } })
  })

  test('are offered in the order in which they were put; who puts them in order from an older list gets the newer', async () => {
    const [calm, later] = [macro([{ do: 'note', text: 'x' }]), macro([{ do: 'note', text: 'y' }], 'later')]
    await keep(0, [calm, later])
    await keep(1, [later, calm])
    const late = await keep(1, [calm, later])
    expect(late.statusCode).toBe(409)
    expect(late.json()).toMatchObject({ newer: { version: 2, macros: [{ id: 'later' }, { id: 'calm' }] } })
    expect((await planOf(await held())).macros.map(({ id }) => id)).toEqual(['later', 'calm'])
  })

  test.each<[string, Macro['steps']]>([
    ['no step', []],
    [
      'two replies',
      [
        { do: 'reply', reply: 'hello' },
        { do: 'reply', reply: 'goodbye' },
      ],
    ],
    [
      'a time beside a team',
      [
        { do: 'snooze', hours: 2 },
        { do: 'team', team: 'account' },
      ],
    ],
    ['a variable that nothing is filled into', [{ do: 'note', text: '{cod}' }]],
    ['a severity without a reason', [{ do: 'severity', severity: 'P4', reason: ' ' }]],
  ])('with %s are refused, and nothing is kept', async (_, steps) => {
    expect((await keep(0, [macro(steps)])).statusCode).toBe(400)
    expect((await read()).version).toBe(0)
  })

  test('lie sealed, and who changed them stands in the log without a word of them', async () => {
    await keep(0, [macro([{ do: 'note', text: 'CANARYWORDS' }])])
    expect(JSON.stringify(world.database.prepare('SELECT * FROM teamReplies').all())).not.toMatch(/CANARY/)
    const { cookie } = await world.member('nadia', 'auditor')
    const today = new Date(world.clock.now()).toISOString().slice(0, 10)
    const audit = (await world.get(`/api/v1/audit?from=${today}&to=${today}`, { cookie })).json<Audit>()
    expect(audit.deeds.filter(({ kind }) => kind === 'macros_changed')).toMatchObject([
      { by: { name: 'noor' }, detail: { added: 'calm' } },
    ])
    expect(JSON.stringify(audit)).not.toMatch(/CANARY/)
  })
})

describe('a macro in a case', () => {
  test('is planned in order, filled in, the reply in the person’s language and the team in the reader’s; nothing is done', async () => {
    await keep(0, [
      macro([
        { do: 'team', team: 'account' },
        { do: 'reply', reply: 'hello' },
        { do: 'task', text: 'Ask {agent}', hours: 2 },
        { do: 'note', text: 'Case {code}' },
      ]),
      { ...macro([{ do: 'note', text: 'off' }], 'off'), off: true },
    ])
    const code = await held()
    const before = (await world.desk.open(code as never)) as { readonly state: CaseState }
    const { macros, conversation, severity } = await planOf(code)
    expect(macros).toMatchObject([
      {
        name: 'تهدئة',
        steps: [
          { do: 'note', text: `Case ${code}` },
          {
            do: 'task',
            text: 'Ask sara',
            dueAt: new Date(world.clock.now() + 2 * 3_600_000).toISOString(),
          },
          { do: 'reply', language: 'en', text: expect.stringContaining('sara') },
          { do: 'team', name: 'الحسابات' },
        ],
      },
    ])
    expect({ conversation, severity }).toEqual({
      conversation: before.state.version,
      severity: before.state.severity,
    })
    const after = (await world.desk.open(code as never)) as { readonly state: CaseState }
    expect(after.state.seq).toBe(before.state.seq)
  })

  test('asks no child for pictures: a reply that does is none of it there', async () => {
    await keep(0, [macro([{ do: 'reply', reply: 'screenshots' }])])
    const { code, append } = await aCase(world)
    await world.post(`/api/v1/cases/${code}/claim`, {}, { cookie: agent })
    const steps = async () => (await planOf(code)).macros[0]?.steps
    expect(await steps()).toMatchObject([{ do: 'reply', text: expect.any(String) }])
    await append({ type: 'answer_given', step: 'age', answer: { kind: 'choice', option: 'me-13-15' } })
    expect(await steps()).toEqual([{ do: 'reply', language: 'en', gone: true }])
  })

  test('is run as one, once for a double press, in the name of who pressed; somebody else’s case is left alone', async () => {
    await keep(0, [
      macro([
        { do: 'note', text: 'Noted' },
        { do: 'task', text: 'Call' },
        { do: 'reply', reply: 'hello' },
        { do: 'team', team: 'account' },
      ]),
    ])
    const code = await held()
    const body = await runNow(code, 'I am here')
    expect((await run(code, body, lead)).json()).toMatchObject({ code: 'held', holder: 'sara' })
    const twice = await Promise.all([run(code, body), run(code, body)])
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    const file = (await world.get(`/api/v1/cases/${code}`, { cookie: lead })).json()
    expect(file).toMatchObject({
      status: 'waiting',
      team: 'account',
      notes: [{ author: 'sara', text: 'Noted' }],
      tasks: 1,
    })
    const { messages } = (await world.get(`/api/v1/cases/${code}/messages`, { cookie: lead })).json<{
      messages: readonly { readonly from: string; readonly text?: string }[]
    }>()
    expect(messages.filter(({ from, text }) => from === 'agent' && text === 'I am here')).toHaveLength(1)
  })

  test('whose answer was lost is not done a second time under its key, from a plan read anew or after the macros were changed', async () => {
    const steps: Macro['steps'] = [
      { do: 'note', text: 'Noted' },
      { do: 'reply', reply: 'hello' },
    ]
    await keep(0, [macro(steps)])
    const code = await held()
    const first = await runNow(code, 'I am here')
    expect((await run(code, first)).statusCode).toBe(200)
    expect((await run(code, await runNow(code, 'I am here'))).statusCode).toBe(200)
    await keep(1, [])
    expect((await run(code, first)).statusCode).toBe(200)
    expect((await run(code, first, agent, 'other')).json()).toMatchObject({ code: 'outdated' })
    const file = (await world.get(`/api/v1/cases/${code}`, { cookie: agent })).json()
    expect(file).toMatchObject({ notes: [{ text: 'Noted' }] })
  })

  test('is done as it was shown, at the times that were shown; what would be other by now is outdated', async () => {
    await keep(0, [
      macro([
        { do: 'task', text: 'Call', hours: 2 },
        { do: 'snooze', hours: 4 },
      ]),
    ])
    const code = await held()
    const body = await runNow(code)
    world.clock.advance(minutes(50))
    expect((await run(code, { ...body, plan: 'other' })).json()).toMatchObject({ code: 'outdated' })
    expect((await run(code, body)).statusCode).toBe(200)
    const until = new Date(Date.parse(body.at) + hours(4)).toISOString()
    const file = (await world.get(`/api/v1/cases/${code}`, { cookie: agent })).json()
    expect(file).toMatchObject({ snooze: { until } })
    const late = await runNow(code)
    world.clock.advance(minutes(61))
    expect((await run(code, late, agent, 'two')).json()).toMatchObject({ code: 'outdated' })
  })

  test('says that a severity falls, and lowers none that was not shown or for no reason of the agent’s own', async () => {
    await keep(0, [macro([{ do: 'severity', severity: 'P4', reason: 'As always' }])])
    const code = await held()
    const set = (severity: string) =>
      world.post(`/api/v1/cases/${code}/severity`, { severity, reason: 'seen' }, { cookie: lead })
    await set('P2')
    const body = await runNow(code, undefined, { reason: 'She is safe' })
    expect((await planOf(code)).macros).toMatchObject([{ steps: [{ severity: 'P4', falls: true }] }])
    expect((await run(code, await runNow(code))).json()).toMatchObject({
      code: 'reason_required',
      step: 'severity',
    })
    await set('P1')
    expect((await run(code, body)).json()).toMatchObject({ code: 'moved', step: 'severity' })
    expect((await run(code, { ...body, severity: 'P1' })).statusCode).toBe(200)
    const { severity } = await planOf(code)
    expect(severity).toBe('P4')
  })

  test('keeps a reply that names the time until then as the promise; the agent may take it out', async () => {
    const hello = { ar: 'أهلاً', ckb: 'سڵاو', en: 'Back' }
    await world.put(
      '/api/v1/replies',
      {
        version: 0,
        replies: [{ id: 'back', off: false, words: { names: hello, texts: { en: 'I write at {until}.' } } }],
      },
      { cookie: lead },
    )
    await keep(0, [
      macro([
        { do: 'reply', reply: 'back' },
        { do: 'snooze', hours: 4 },
      ]),
    ])
    const code = await held()
    const promised = async () =>
      (await world.get(`/api/v1/cases/${code}`, { cookie: agent })).json<{ snooze?: unknown }>().snooze
    const [planned] = (await planOf(code)).macros
    const text = planned?.steps.find((step) => step.do === 'reply')?.text ?? ''
    expect(text).toMatch(/at .*\d/)
    expect((await run(code, await runNow(code, text))).statusCode).toBe(200)
    expect(await promised()).toMatchObject({ promise: text })
    expect((await run(code, await runNow(code, 'Soon.'), agent, 'two')).statusCode).toBe(200)
    expect(await promised()).not.toHaveProperty('promise')
  })

  test('tells a colleague whom its note names, as a note does', async () => {
    const { cookie } = await world.member('reem')
    await keep(0, [macro([{ do: 'note', text: '@reem please call' }])])
    const code = await held()
    expect((await run(code, await runNow(code))).statusCode).toBe(200)
    const wanted = (await world.get('/api/v1/me/wanted', { cookie })).json<{ wanted: unknown[] }>().wanted
    expect(wanted).toMatchObject([{ kind: 'mention', code, by: 'sara' }])
  })

  test('names the step that failed and does nothing of it: words that came meanwhile, a gap, a team that is gone', async () => {
    const steps: Macro['steps'] = [
      { do: 'note', text: 'Noted' },
      { do: 'reply', reply: 'hello' },
    ]
    await keep(0, [macro(steps)])
    const code = await held()
    const body = await runNow(code, 'I am here')
    const notes = async () =>
      (await world.get(`/api/v1/cases/${code}`, { cookie: agent })).json<{ notes: unknown[] }>().notes
    const moved = await run(code, { ...body, expectedVersion: body.expectedVersion - 1 })
    expect(moved.json()).toMatchObject({ code: 'moved', step: 'reply' })
    expect((await run(code, { ...body, text: 'Call {hotline}' })).json()).toMatchObject({
      code: 'placeholder',
      step: 'reply',
    })
    await keep(1, [macro([...steps, { do: 'team', team: 'nowhere' }])])
    expect((await run(code, body)).json()).toMatchObject({ code: 'outdated' })
    const gone = await run(code, await runNow(code, 'I am here'))
    expect(gone.json()).toMatchObject({ code: 'not_found', step: 'team' })
    expect(await notes()).toEqual([])
  })
})
