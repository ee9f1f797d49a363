import { afterEach, describe, expect, test } from 'vitest'
import { DossierState } from '../../../adapters/console/contract/dossiers.ts'
import { NetworkDone, NetworkPage } from '../../../adapters/console/contract/networks.ts'
import type { RoleName } from '../../../adapters/console/contract/rights.ts'
import type { CaseEvent } from '../../../core/model/events.ts'
import { hours } from '../../../core/base/units.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
const REASON = { reason: 'the court of Karkh asked for it' }
const AGREED = {
  type: 'consent_given',
  scope: 'share-investigators',
  version: '1',
  language: 'en',
} as const satisfies CaseEvent

let world: World
afterEach(() => world.close())

type Member = Awaited<ReturnType<World['member']>>
type Reply = Awaited<ReturnType<World['get']>>
const codeOf = (reply: Reply): string => (reply.statusCode < 300 ? 'ok' : reply.json<{ code: string }>().code)
const seqOf = (reply: Reply): number => reply.json<{ seq: number }>().seq
const caseThat = async (...events: readonly CaseEvent[]): Promise<BuiltCase> => {
  const it = await aCase(world)
  if (events.length > 0) await it.append(...events)
  return it
}
const member = (name: string, role: RoleName = 'supervisor', teams?: readonly string[]): Promise<Member> =>
  world.member(name, role, teams)
const confirm = async (who: Member, ...cases: readonly BuiltCase[]): Promise<string> => {
  const body = { codes: cases.map(({ code }) => code), reason: 'the same number' }
  return NetworkDone.parse((await world.post('/api/v1/networks', body, who)).json()).key
}
const path = (key: string, rest = ''): string => `/api/v1/networks/${key}/dossier${rest}`
const ask = (who: Member, key: string, body: object = REASON) => world.post(path(key), body, who)
const answer = (who: Member, key: string, request: number, how: 'approve' | 'refuse') =>
  world.post(path(key, `/${request}/${how}`), REASON, who)
const fetch = (who: Member, key: string, request: number) => world.get(path(key, `/${request}`), who)
const state = async (who: Member, key: string): Promise<DossierState> =>
  DossierState.strict().parse((await world.get(path(key), who)).json())
const kindsIn = async (it: BuiltCase): Promise<readonly string[]> =>
  (await world.casebook.read(it.id)).events.flat().map(({ type }) => type)

describe('the dossier of a network, where two people have to agree', () => {
  const open = async () => {
    world = await openWorld({}, {}, { rule: { twoPersons: true } })
    const [mona, omar] = [await member('mona'), await member('omar')]
    const cases = [await caseThat(AGREED), await caseThat(AGREED), await caseThat()] as const
    return { mona, omar, cases, key: await confirm(mona, ...cases) }
  }

  test('one asks, somebody else agrees, both fetch; each step stands in the network, and in the cases that they left', async () => {
    const { mona, omar, cases, key } = await open()
    expect(await state(mona, key)).toMatchObject({
      scopes: [
        { scope: 'share-investigators', named: 2, unnamed: 1 },
        { scope: 'share-ngo', named: 0, unnamed: 3 },
      ],
      mayAsk: true,
    })
    const asked = await ask(mona, key, { ...REASON, recipients: [KEY] })
    expect(asked.statusCode).toBe(201)
    const request = seqOf(asked)
    expect(codeOf(await fetch(mona, key, request))).toBe('two_persons')
    expect(codeOf(await answer(mona, key, request, 'approve'))).toBe('same_person')
    const { request: shown } = await state(omar, key)
    expect(shown?.cases.toSorted()).toEqual(cases.map(({ code }) => code).toSorted())
    expect(shown).toMatchObject({
      by: { name: 'mona' },
      ...REASON,
      status: 'waiting',
      mayAnswer: true,
      mayFetch: false,
    })
    expect(codeOf(await answer(omar, key, request, 'approve'))).toBe('ok')
    for (const who of [mona, omar]) {
      const dossier = await fetch(who, key, request)
      expect(dossier.headers['content-disposition']).toMatch(/amin-N\w{6}\.zip\.age/)
      expect(dossier.rawPayload.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    }
    expect(codeOf(await fetch(await member('layla'), key, request))).toBe('forbidden')
    const page = NetworkPage.parse((await world.get(`/api/v1/networks/${key}`, mona)).json())
    expect(page.steps.map(({ kind, by }) => [kind, by])).toEqual([
      ['confirmed', 'mona'],
      ['dossier_requested', 'mona'],
      ['dossier_approved', 'omar'],
      ['dossier_made', 'mona'],
      ['dossier_made', 'omar'],
    ])
    const [one, other, silent] = cases
    for (const it of [one, other])
      expect((await world.casebook.read(it.id)).events.flat()).toContainEqual(
        expect.objectContaining({ type: 'case_exported', by: omar.id, recipients: [KEY] }),
      )
    expect(await kindsIn(silent)).not.toContain('case_exported')
  })

  test('a network analyst asks for it and fetches it after the yes of a supervisor, and says yes to none', async () => {
    const { mona, omar, key } = await open()
    const dana = await member('dana', 'network-analyst')
    const request = seqOf(await ask(dana, key))
    expect((await state(dana, key)).request).toMatchObject({ by: { name: 'dana' }, mayAnswer: false })
    expect(codeOf(await fetch(dana, key, request))).toBe('two_persons')
    expect(codeOf(await answer(omar, key, request, 'approve'))).toBe('ok')
    expect(codeOf(await fetch(dana, key, request))).toBe('ok')
    const other = seqOf(await ask(mona, key))
    expect(codeOf(await answer(dana, key, other, 'approve'))).toBe('forbidden')
    expect(codeOf(await fetch(await member('numbers', 'analyst'), key, other))).toBe('forbidden')
  })

  test('what was refused is fetched by nobody, and an answer counts once', async () => {
    const { mona, omar, key } = await open()
    const request = seqOf(await ask(mona, key))
    expect(codeOf(await answer(omar, key, request, 'refuse'))).toBe('ok')
    expect(codeOf(await answer(omar, key, request, 'approve'))).toBe('already')
    expect(codeOf(await fetch(mona, key, request))).toBe('export_refused')
    const again = seqOf(await ask(mona, key))
    expect(codeOf(await answer(omar, key, request, 'approve'))).toBe('superseded')
    await answer(omar, key, again, 'approve')
    world.clock.advance(hours(25))
    expect(codeOf(await fetch(await member('mona2'), key, again))).toBe('export_over')
  })

  test('a case that came since they agreed is not in it, and one that was taken out is not either', async () => {
    const { mona, omar, cases, key } = await open()
    const request = seqOf(await ask(mona, key))
    await answer(omar, key, request, 'approve')
    const late = await caseThat(AGREED)
    await world.post(`/api/v1/networks/${key}`, { do: 'add', code: late.code, ...REASON }, mona)
    expect((await fetch(mona, key, request)).statusCode).toBe(200)
    expect(await kindsIn(late)).not.toContain('case_exported')
    await world.post(`/api/v1/networks/${key}`, { do: 'remove', code: cases[0].code, ...REASON }, mona)
    expect(codeOf(await fetch(mona, key, request))).toBe('few_agreed')
  })

  test('who does not see every case of it is not told of it, and does not agree to it', async () => {
    const { mona, cases, key } = await open()
    for (const it of cases.slice(0, 2))
      await it.append({ type: 'case_transferred', agent: 'somebody' as never, to: { team: 'account' } })
    await cases[2].append({
      type: 'case_transferred',
      agent: 'somebody' as never,
      to: { team: 'violence' },
    })
    const request = seqOf(await ask(mona, key))
    const layla = await member('layla', 'supervisor', ['account'])
    expect(await state(layla, key)).not.toHaveProperty('request')
    expect((await state(layla, key)).scopes[0]).toEqual({
      scope: 'share-investigators',
      named: 2,
      unnamed: 0,
    })
    expect(codeOf(await answer(layla, key, request, 'approve'))).toBe('not_found')
    expect(codeOf(await fetch(layla, key, request))).toBe('not_found')
  })
})

describe('where one person is enough', () => {
  test('they fetch what they asked for at once; with too few who agreed there is nothing to ask for', async () => {
    world = await openWorld()
    const mona = await member('mona')
    const [one, other] = [await caseThat(AGREED), await caseThat(AGREED)]
    const key = await confirm(mona, one, other)
    expect(codeOf(await ask(mona, key, { ...REASON, scope: 'share-ngo' }))).toBe('few_agreed')
    expect(codeOf(await ask(mona, key, { ...REASON, scope: 'person' }))).toBe('invalid')
    const request = seqOf(await ask(mona, key))
    const dossier = await fetch(mona, key, request)
    expect(dossier.rawPayload.subarray(0, 2).toString()).toBe('PK')
    await other.append({ ...AGREED, type: 'consent_withdrawn' })
    expect(codeOf(await fetch(mona, key, request))).toBe('few_agreed')
    expect((await state(mona, key)).mayAsk).toBe(false)
  })

  test('nobody who does not answer for networks, no program, and nothing of one that was dissolved', async () => {
    world = await openWorld()
    const mona = await member('mona')
    const key = await confirm(mona, await caseThat(AGREED), await caseThat(AGREED))
    const robot = await world.console.agents.createKey({
      name: 'robot',
      scopes: ['read', 'write', 'admin'],
      teams: null,
    })
    for (const who of [await member('noor', 'agent'), { key: robot.key } as never])
      expect(codeOf(await ask(who, key))).toBe('forbidden')
    const request = seqOf(await ask(mona, key))
    await world.post(`/api/v1/networks/${key}`, { do: 'dissolve', ...REASON }, mona)
    expect(codeOf(await fetch(mona, key, request))).toBe('ended')
    expect(codeOf(await ask(mona, key))).toBe('ended')
  })
})
