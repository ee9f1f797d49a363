import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseFile, Custody } from '../../../adapters/console/contract/index.ts'
import type { MessagePage } from '../../../adapters/console/contract/messages.ts'
import type { Audit } from '../../../adapters/console/contract/audit.ts'
import type { Erased } from '../../../adapters/console/contract/erasure.ts'
import type { Timeline } from '../../../adapters/console/contract/shift.ts'
import type { RoleName } from '../../../adapters/console/contract/rights.ts'
import { hours } from '../../../core/base/units.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

const TEAMS = ['violence', 'account'].map((id) => ({ id, name: `team-${id}` as const }))
const WHY = 'Zahra came to the counter on Monday'
const ASKED = { ground: 'person', reason: WHY }

type Member = Awaited<ReturnType<World['member']>>
type Reply = Awaited<ReturnType<World['get']>>

let world: World
let it: BuiltCase
let holder: Member
let boss: Member
beforeEach(async () => {
  world = await openWorld({ teams: TEAMS })
  it = await aCase(world)
  await it.receive({ kind: 'text', text: 'he wants money' as never })
  await it.seal(new Uint8Array(10))
  holder = await world.member('noor')
  boss = await world.member('salma', 'supervisor')
  await world.post(`/api/v1/cases/${it.code}/claim`, {}, holder)
})
afterEach(() => world.close())

const at = (path: string): string => `/api/v1/cases/${it.code}${path}`
const ask = (who: Member, body: object = ASKED) => world.post(at('/erasure'), body, who)
const approve = (who: Member, request: number) => world.post(at(`/erasure/${request}/approve`), {}, who)
const refuse = (who: Member, request: number, body: object = { reason: 'nobody showed a letter' }) =>
  world.post(at(`/erasure/${request}/refuse`), body, who)
const file = async (who: Member): Promise<CaseFile> => (await world.get(at(''), who)).json<CaseFile>()
const said = (reply: Reply): string =>
  reply.statusCode < 300 ? 'ok' : `${reply.statusCode} ${reply.json<{ code: string }>().code}`
const seqOf = (reply: Reply): number => reply.json<{ seq: number }>().seq

describe('having a case erased', () => {
  test('is asked for by one and agreed to by another; then nothing of it opens', async () => {
    const asked = await ask(holder)
    expect(asked.statusCode).toBe(201)
    const agreed = await approve(boss, seqOf(asked))
    expect(agreed.statusCode).toBe(200)
    const { code, certificate } = agreed.json<Erased>()
    expect(code).toBe(it.code)
    expect(certificate).toMatchObject({
      case: it.code,
      asked: holder.id,
      by: boss.id,
      reason: 'person',
      objects: { named: 0, left: 0 },
      key: 'destroyed',
      inclusion: { hash: certificate.tombstone.hash },
    })
    expect(certificate.note).toMatch(/^amin-erasure\/1\n\{.*"asked":/)
    for (const path of ['', '/messages', '/evidence', '/timeline', '/exports'])
      expect(said(await world.get(at(path), boss))).toBe('410 erased')
    for (const write of [ask(holder), ask(boss), refuse(boss, seqOf(asked))])
      expect(said(await write)).toBe('410 erased')
    expect((await approve(boss, seqOf(asked))).json<Erased>().certificate.tombstone).toEqual(
      certificate.tombstone,
    )
    const ada = await world.member('ada', 'admin')
    expect(said(await approve(ada, seqOf(asked)))).toBe('410 erased')
    const found = await world.post('/api/v1/search', { q: 'money' }, boss)
    expect(found.json<{ rows: unknown[] }>().rows).toEqual([])
    await expect(world.ports.sealer.forCase(it.id)).rejects.toMatchObject({ code: 'key_destroyed' })
  })

  test('leaves to the auditor who asked and who agreed, and no word', async () => {
    const auditor = await world.member('ana', 'auditor')
    await approve(boss, seqOf(await ask(holder)))
    const chain = (await world.get(at('/custody'), auditor)).json<Custody>()
    expect(chain.intact).toBe(true)
    expect(chain.entries.slice(-2).map(({ agent, kinds }) => [agent?.name, ...kinds])).toEqual([
      ['noor', 'erasure_requested'],
      ['salma', 'erasure_approved', 'case_erased'],
    ])
    const day = new Date(world.clock.now()).toISOString().slice(0, 10)
    const audit = await world.get(`/api/v1/audit?from=${day}&to=${day}&code=${it.code}`, auditor)
    expect(
      audit
        .json<Audit>()
        .acts.slice(0, 2)
        .map(({ by, kinds }) => [by?.name, ...kinds]),
    ).toEqual([
      ['salma', 'erasure_approved', 'case_erased'],
      ['noor', 'erasure_requested'],
    ])
    expect(audit.body + JSON.stringify(chain)).not.toContain('Zahra')
  })

  test('shows in the file who asks, why and until when, and who may answer', async () => {
    const asked = seqOf(await ask(holder))
    const request = { request: asked, by: { id: holder.id, name: 'noor' }, ground: 'person', reason: WHY }
    expect((await file(holder)).erasure).toMatchObject({
      mayAsk: true,
      request: { ...request, mayAnswer: false },
    })
    expect((await file(boss)).erasure).toMatchObject({
      mayAsk: true,
      request: { ...request, mayAnswer: true },
    })
    const other = await file(await world.member('dana'))
    expect(other.erasure).toMatchObject({ mayAsk: false, request: { ...request, mayAnswer: false } })
    const { at: from, until } = other.erasure!.request!
    expect(Date.parse(until) - Date.parse(from)).toBe(hours(24))
    const messages = (await world.get(at('/messages'), boss)).json<MessagePage>().messages
    expect(messages.at(-1)).toMatchObject({ from: 'event', event: 'erasure-requested', author: 'noor' })
    const { entries } = (await world.get(at('/timeline'), boss)).json<Timeline>()
    expect(entries.find(({ kind }) => kind === 'erasure_requested')).toMatchObject({ by: 'noor' })
  })

  test('is nothing to see for who may not ask, where nobody did', async () => {
    expect((await file(await world.member('dana'))).erasure).toBeUndefined()
    expect((await file(boss)).erasure).toEqual({ mayAsk: true })
  })

  test('may be asked for by who holds the case and by a supervisor, not by a colleague or a machine', async () => {
    expect(said(await ask(await world.member('dana')))).toBe('403 not_yours')
    expect(said(await ask(boss))).toBe('ok')
    const { key } = await world.console.agents.createKey({
      name: 'robot',
      scopes: ['read', 'write', 'evidence', 'admin'],
      teams: null,
    })
    expect(said(await world.post(at('/erasure'), ASKED, { key }))).toBe('403 forbidden')
    expect(said(await world.post(at('/erasure/1/approve'), {}, { key }))).toBe('403 forbidden')
  })

  test.each([
    { ground: 'person' },
    { reason: WHY },
    { ground: 'revenge', reason: WHY },
    { ground: 'other', reason: ' x ' },
    { ground: 'other', reason: 'x'.repeat(501) },
  ])('needs one of the grounds and a reason: %j', async (body) => {
    expect(said(await ask(holder, body))).toBe('400 invalid')
  })

  test.each<readonly [string, RoleName, 'self' | 'other', string]>([
    ['an agent may not agree', 'agent', 'other', '403 forbidden'],
    ['an auditor may not', 'auditor', 'other', '403 forbidden'],
    ['a supervisor may', 'supervisor', 'other', 'ok'],
    ['an administrator may', 'admin', 'other', 'ok'],
    ['not to what they asked for themselves', 'supervisor', 'self', '403 same_person'],
    ['nor may an administrator', 'admin', 'self', '403 same_person'],
  ])('%s', async (_what, role, whose, comes) => {
    const second = await world.member('second', role)
    const request = seqOf(await ask(whose === 'self' ? second : holder))
    expect(said(await approve(second, request))).toBe(comes)
    expect((await world.get(at(''), boss)).statusCode).toBe(comes === 'ok' ? 410 : 200)
  })
})

describe('a request to erase', () => {
  test('that was refused needs a new one, and the old one counts for nothing', async () => {
    const first = seqOf(await ask(holder))
    expect(said(await refuse(boss, first, {}))).toBe('400 invalid')
    expect(said(await refuse(holder, first))).toBe('403 forbidden')
    expect(said(await refuse(boss, first))).toBe('ok')
    expect((await file(boss)).erasure).toEqual({ mayAsk: true })
    expect(said(await approve(boss, first))).toBe('409 already')
    const second = seqOf(await ask(holder))
    expect(said(await approve(boss, first))).toBe('409 superseded')
    expect(said(await approve(boss, second + 5))).toBe('404 not_found')
    expect(said(await approve(boss, second))).toBe('ok')
  })

  test('lapses after 24 hours and is shown no more', async () => {
    const request = seqOf(await ask(holder))
    world.clock.advance(hours(24))
    expect(said(await approve(boss, request))).toBe('409 lapsed')
    expect(said(await refuse(boss, request))).toBe('409 lapsed')
    expect((await file(boss)).erasure).toEqual({ mayAsk: true })
  })

  test('stands back behind a hold', async () => {
    const request = seqOf(await ask(holder))
    await world.post(at('/hold'), { reason: 'letter 114' }, boss)
    expect(said(await approve(boss, request))).toBe('409 hold')
    expect(said(await ask(holder))).toBe('409 hold')
    expect((await file(boss)).erasure).toMatchObject({
      mayAsk: false,
      request: { hindered: 'hold', mayAnswer: true },
    })
    await world.post(at('/hold/lift'), { reason: 'closed' }, boss)
    expect(said(await approve(boss, request))).toBe('ok')
  })

  test('is void where the person wrote since', async () => {
    const request = seqOf(await ask(holder))
    await it.receive({ kind: 'text', text: 'he found me' as never })
    expect((await file(boss)).erasure).toMatchObject({
      request: { hindered: 'written_since', mayAnswer: true },
    })
    expect(said(await approve(boss, request))).toBe('409 written_since')
    expect((await world.get(at(''), boss)).statusCode).toBe(200)
    expect(said(await approve(boss, seqOf(await ask(holder))))).toBe('ok')
  })

  test('of a case of another team is of no case at all', async () => {
    await it.append({ type: 'case_transferred', agent: 'somebody' as never, to: { team: 'violence' } })
    await world.post(at('/claim'), {}, holder)
    const request = seqOf(await ask(holder))
    const stranger = await world.member('stranger', 'supervisor', ['account'])
    for (const reply of [ask(stranger), approve(stranger, request), refuse(stranger, request)])
      expect(said(await reply)).toBe('404 not_found')
    expect(said(await approve(boss, request))).toBe('ok')
    expect(said(await approve(stranger, request))).toBe('404 not_found')
  })

  test('agreed to by two at once erases once', async () => {
    const ada = await world.member('ada', 'admin')
    const request = seqOf(await ask(holder))
    const both = await Promise.all([approve(boss, request), approve(ada, request)])
    expect(both.map(said).toSorted()).toEqual(['410 erased', 'ok'])
    const entries = await world.ports.store.ledger.read(it.id)
    expect(entries.filter(({ header }) => header.includes('case_erased'))).toHaveLength(1)
  })
})
