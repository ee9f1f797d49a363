import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ExportState } from '../../../adapters/console/contract/exports.ts'
import type { RoleName } from '../../../adapters/console/contract/rights.ts'
import { hours } from '../../../core/base/units.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
const REASON = { reason: 'the court asked for it' }

let world: World
let it: BuiltCase
const open = async (rule: Parameters<typeof openWorld>[2] = {}): Promise<void> => {
  world = await openWorld({}, {}, rule)
  it = await aCase(world)
  await it.append({ type: 'consent_given', scope: 'share-investigators', version: '1', language: 'en' })
  await it.receive({ kind: 'text', text: 'he wants money' as never })
}
afterEach(() => world.close())

type Member = Awaited<ReturnType<World['member']>>
const member = (name: string, role: RoleName = 'agent'): Promise<Member> => world.member(name, role)
const claim = (who: Member) => world.post(`/api/v1/cases/${it.code}/claim`, {}, who)
const ask = (who: Member, body: object = REASON) => world.post(`/api/v1/cases/${it.code}/exports`, body, who)
const fetch = (who: Member, request: number) => world.get(`/api/v1/cases/${it.code}/exports/${request}`, who)
const answer = (who: Member, request: number, how: 'approve' | 'refuse') =>
  world.post(`/api/v1/cases/${it.code}/exports/${request}/${how}`, REASON, who)
const state = async (who: Member): Promise<ExportState> =>
  (await world.get(`/api/v1/cases/${it.code}/exports`, who)).json<ExportState>()
const codeOf = (reply: Awaited<ReturnType<World['get']>>): string =>
  reply.statusCode < 300 ? 'ok' : reply.json<{ code: string }>().code
const seqOf = (reply: Awaited<ReturnType<World['get']>>): number => reply.json<{ seq: number }>().seq

describe('one person is enough', () => {
  beforeEach(() => open())

  test('who holds the case asks and fetches; who does not, does neither; a supervisor may', async () => {
    const [holder, other, boss] = [
      await member('noor'),
      await member('dana'),
      await member('boss', 'supervisor'),
    ]
    await claim(holder)
    expect(codeOf(await ask(other))).toBe('not_yours')
    const asked = await ask(holder)
    expect(asked.statusCode).toBe(201)
    expect(codeOf(await fetch(other, seqOf(asked)))).toBe('forbidden')
    const bundle = await fetch(holder, seqOf(asked))
    expect(bundle.statusCode).toBe(200)
    expect(bundle.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="amin-${it.code}.zip"`,
      'content-length': String(bundle.rawPayload.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(bundle.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const events = (await world.casebook.read(it.id)).events.flat()
    expect(events.findLast(({ type }) => type === 'case_exported')).toMatchObject({
      by: holder.id,
      sha256: createHash('sha256').update(bundle.rawPayload).digest('hex'),
      size: bundle.rawPayload.length,
    })
    expect((await ask(boss)).statusCode).toBe(201)
  })

  test('a machine and an analyst get nothing', async () => {
    const key = await world.console.agents.createKey({
      name: 'robot',
      scopes: ['read', 'write', 'evidence', 'admin'],
      teams: null,
    })
    const robot = { key: key.key }
    expect(codeOf(await world.post(`/api/v1/cases/${it.code}/exports`, REASON, robot))).toBe('forbidden')
    expect(codeOf(await world.get(`/api/v1/cases/${it.code}/exports/1`, robot))).toBe('forbidden')
    expect(codeOf(await world.get(`/api/v1/cases/${it.code}/exports`, await member('ana', 'analyst')))).toBe(
      'forbidden',
    )
  })

  test('tells what consent covers and what is missing', async () => {
    const holder = await member('noor')
    await claim(holder)
    await it.seal(new Uint8Array(10))
    expect(await state(holder)).toMatchObject({
      rule: { twoPersons: false, onlySealed: false },
      scopes: [
        { scope: 'person' },
        { scope: 'share-investigators' },
        { scope: 'share-ngo', forbidden: 'consent' },
      ],
      items: 1,
      leftOut: 0,
      mayAsk: true,
    })
    expect(codeOf(await ask(holder, { ...REASON, scope: 'share-ngo' }))).toBe('consent')
    await it.append({ type: 'consent_withdrawn', scope: 'share-investigators', version: '1', language: 'en' })
    expect(codeOf(await ask(holder))).toBe('consent')
    expect(codeOf(await ask(holder, { ...REASON, scope: 'person' }))).toBe('ok')
  })

  test('seals to keys, and refuses what is none', async () => {
    const holder = await member('noor')
    await claim(holder)
    expect(codeOf(await ask(holder, { ...REASON, recipients: ['age1nonsense'] }))).toBe('recipient_invalid')
    expect(codeOf(await ask(holder, { reason: 'x' }))).toBe('invalid')
    const bundle = await fetch(holder, seqOf(await ask(holder, { ...REASON, recipients: [KEY] })))
    expect(bundle.headers['content-disposition']).toContain('.zip.age')
    expect(bundle.rawPayload.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  })

  test('says no before a byte leaves where an original is gone, and writes nothing into the chain', async () => {
    const holder = await member('noor')
    await claim(holder)
    const evidence = await it.seal(new Uint8Array(10))
    const kept = (await world.casebook.load(it.id)).evidence[evidence]
    if (kept?.status === 'sealed') await world.ports.vault.remove(kept.object)
    const asked = seqOf(await ask(holder))
    expect((await fetch(holder, asked)).statusCode).toBe(500)
    expect(
      (await world.casebook.read(it.id)).events.flat().some(({ type }) => type === 'case_exported'),
    ).toBe(false)
  })

  test('a day later it has to be asked for again; an erased case is gone', async () => {
    const holder = await member('noor')
    await claim(holder)
    const asked = seqOf(await ask(holder))
    world.clock.advance(hours(24))
    expect(codeOf(await fetch(holder, asked))).toBe('export_over')
    expect((await state(holder)).request).toMatchObject({ status: 'over', mayFetch: false })
    await world.desk.erase(it.code, 'test', 'to see')
    expect(codeOf(await fetch(holder, asked))).toBe('erased')
    expect(codeOf(await ask(holder))).toBe('erased')
  })
})

describe('two people', () => {
  beforeEach(() => open({ rule: { twoPersons: true } }))

  test.each<readonly [string, RoleName, 'self' | 'other', string]>([
    ['an agent may not agree', 'agent', 'other', 'forbidden'],
    ['an analyst may not', 'analyst', 'other', 'forbidden'],
    ['a supervisor may', 'supervisor', 'other', 'ok'],
    ['an administrator may', 'admin', 'other', 'ok'],
    ['not to what they asked for themselves', 'supervisor', 'self', 'same_person'],
    ['nor may an administrator', 'admin', 'self', 'same_person'],
  ])('%s', async (_what, role, whose, comes) => {
    const holder = await member('noor')
    await claim(holder)
    const second = await member('second', role)
    const request = seqOf(await ask(whose === 'self' ? second : holder))
    expect(codeOf(await fetch(holder, request))).toMatch(/two_persons/)
    expect(codeOf(await answer(second, request, 'approve'))).toBe(comes)
    if (comes === 'ok') expect((await fetch(holder, request)).statusCode).toBe(200)
    else expect(codeOf(await fetch(whose === 'self' ? second : holder, request))).not.toBe('ok')
  })

  test('a refused request needs a new one', async () => {
    const [holder, boss] = [await member('noor'), await member('boss', 'supervisor')]
    await claim(holder)
    const first = seqOf(await ask(holder))
    expect((await state(boss)).request).toMatchObject({
      request: first,
      status: 'waiting',
      mayAnswer: true,
      by: { name: 'noor' },
    })
    expect((await state(holder)).request).toMatchObject({ mayAnswer: false, mayFetch: false })
    expect(codeOf(await answer(boss, first, 'refuse'))).toBe('ok')
    expect(codeOf(await fetch(holder, first))).toBe('export_refused')
    expect(codeOf(await answer(boss, first, 'approve'))).toBe('already')
    const second = seqOf(await ask(holder))
    expect(codeOf(await answer(boss, first, 'approve'))).toBe('superseded')
    expect(codeOf(await answer(boss, second, 'approve'))).toBe('ok')
    expect((await state(holder)).request).toMatchObject({
      status: 'ready',
      mayFetch: true,
      answer: { by: { name: 'boss' } },
    })
  })
})
