import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CaseFile } from '../../../adapters/console/contract/index.ts'
import type { AgentRow, Invitation } from '../../../adapters/console/contract/people.ts'
import type { ExportState } from '../../../adapters/console/contract/exports.ts'
import type { Notice } from '../../../adapters/console/contract/notices.ts'
import { hours } from '../../../core/base/units.ts'
import { aCase, cookiesOf, enrol, openWorld, PASSWORD, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({}, {}, { rule: { twoPersons: true } })
})
afterEach(async () => {
  vi.useRealTimers()
  await world.close()
})

const tokenOf = (link: string): string => new URL(link).hash.slice(1)
const minutesLater = (count: number): void =>
  void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + count * 60_000 })
const codeOf = (answer: { json: () => unknown }): string => (answer.json() as { code: string }).code

type Somebody = { readonly id: string; readonly cookie: string }
/** As a browser does it: invited in the console, the link opened, signed in. */
const invited = async (
  by: Somebody,
  name: string,
  role = 'supervisor',
  from = '10.1.1.1',
): Promise<Somebody> => {
  const answer = await world.post(
    '/api/v1/agents',
    { email: `${name}@amin.example`, name, role, teams: null },
    { cookie: by.cookie },
  )
  expect(answer.statusCode).toBe(201)
  const { agent, link } = answer.json<Invitation>()
  await world.post('/api/v1/invitations/accept', { token: tokenOf(link), password: PASSWORD })
  return { id: agent.id, cookie: cookiesOf(await world.signIn(`${name}@amin.example`, PASSWORD, from)) }
}
const askErasure = async (by: Somebody, code: string): Promise<number> => {
  const asked = await world.post(
    `/api/v1/cases/${code}/erasure`,
    { ground: 'other', reason: 'to be rid of it' },
    { cookie: by.cookie },
  )
  expect(asked.statusCode).toBe(201)
  return asked.json<{ seq: number }>().seq
}
const approve = (by: Somebody, code: string, request: number) =>
  world.post(`/api/v1/cases/${code}/erasure/${request}/approve`, {}, { cookie: by.cookie })
const erasureOf = async (by: Somebody, code: string) =>
  (await world.get(`/api/v1/cases/${code}`, { cookie: by.cookie })).json<CaseFile>().erasure

describe('one administrator alone', () => {
  test('does not erase a case with a supervisor of their own making: not at once, nor after the 72 hours', async () => {
    const amal = await world.member('amal', 'admin')
    const { code } = await aCase(world)
    const puppet = await invited(amal, 'puppet')
    const request = await askErasure(amal, code)
    expect((await erasureOf(puppet, code))?.request).toMatchObject({
      mayAnswer: true,
      barred: { why: 'made_by_asker' },
    })
    expect((await approve(puppet, code, request)).json()).toMatchObject({
      status: 403,
      code: 'made_by_asker',
    })
    world.clock.advance(hours(73))
    const again = await askErasure(amal, code)
    expect((await approve(puppet, code, again)).json()).toMatchObject({ status: 403, code: 'made_by_asker' })
    expect((await world.get(`/api/v1/cases/${code}`, { cookie: amal.cookie })).statusCode).toBe(200)
  })

  test('does not do it the other way round either: what the new one asks for, the maker does not approve before 72 hours', async () => {
    const amal = await world.member('amal', 'admin')
    const { code } = await aCase(world)
    const puppet = await invited(amal, 'puppet')
    const request = await askErasure(puppet, code)
    const refused = await approve(amal, code, request)
    expect(refused.json()).toMatchObject({ status: 403, code: 'asker_too_new' })
    expect(Date.parse(refused.json<{ until: string }>().until) - world.clock.now()).toBe(hours(72))
    world.clock.advance(hours(72))
    expect((await approve(amal, code, await askErasure(puppet, code))).statusCode).toBe(200)
  })

  test('does not take over a supervisor and approve as that one: by a new link, by a reset factor, by a role', async () => {
    const amal = await world.member('amal', 'admin')
    const samer = await world.member('samer', 'supervisor')
    const sami = await world.member('sami', 'supervisor')
    const hala = await world.member('hala', 'agent')
    const { code } = await aCase(world)
    const by = { cookie: amal.cookie }
    const link = (await world.post(`/api/v1/agents/${samer.id}/invitation`, {}, by)).json<Invitation>().link
    await world.post('/api/v1/invitations/accept', {
      token: tokenOf(link),
      password: 'taken over by somebody',
    })
    const taken = {
      id: samer.id,
      cookie: cookiesOf(await world.signIn(samer.email, 'taken over by somebody', '10.2.2.2')),
    }
    expect((await world.post(`/api/v1/agents/${sami.id}/second-factor/reset`, {}, by)).statusCode).toBe(200)
    const reset = { id: sami.id, cookie: cookiesOf(await world.signIn(sami.email, PASSWORD, '10.2.2.3')) }
    expect(
      (await world.post(`/api/v1/agents/${hala.id}/rights`, { role: 'supervisor' }, by)).statusCode,
    ).toBe(200)
    const request = await askErasure(amal, code)
    expect(codeOf(await approve(taken, code, request))).toBe('made_by_asker')
    expect(codeOf(await approve(reset, code, request))).toBe('made_by_asker')
    expect(codeOf(await approve(hala, code, request))).toBe('too_new')
    // Somebody else who asks does not help before the 72 hours are over.
    const nour = await world.member('nour', 'supervisor')
    const theirs = await askErasure(nour, code)
    for (const each of [taken, reset, hala]) expect(codeOf(await approve(each, code, theirs))).toBe('too_new')
    world.clock.advance(hours(72))
    expect((await approve(taken, code, await askErasure(nour, code))).statusCode).toBe(200)
  })

  test('approves no bundle of their own with such a one, and such a one lifts no hold', async () => {
    const amal = await world.member('amal', 'admin')
    const built = await aCase(world)
    await built.append({
      type: 'consent_given',
      scope: 'share-investigators',
      textHash: 'x' as never,
      language: 'en',
    } as never)
    const puppet = await invited(amal, 'puppet')
    const asked = await world.post(
      `/api/v1/cases/${built.code}/exports`,
      { reason: 'for myself' },
      { cookie: amal.cookie },
    )
    expect(asked.statusCode).toBe(201)
    const { seq } = asked.json<{ seq: number }>()
    const state = (
      await world.get(`/api/v1/cases/${built.code}/exports`, { cookie: puppet.cookie })
    ).json<ExportState>()
    expect(state.request).toMatchObject({ barred: { why: 'made_by_asker' } })
    const path = `/api/v1/cases/${built.code}/exports/${seq}`
    expect(
      codeOf(await world.post(`${path}/approve`, { reason: 'as I wish' }, { cookie: puppet.cookie })),
    ).toBe('made_by_asker')
    expect((await world.get(path, { cookie: amal.cookie })).json()).toMatchObject({ code: 'two_persons' })
    await world.post(`/api/v1/cases/${built.code}/hold`, { reason: 'a court asked' }, { cookie: amal.cookie })
    const lifted = await world.post(
      `/api/v1/cases/${built.code}/hold/lift`,
      { reason: 'not any more' },
      { cookie: puppet.cookie },
    )
    expect(lifted.json()).toMatchObject({ status: 403, code: 'too_new' })
    world.clock.advance(hours(72))
    expect(
      (
        await world.post(
          `/api/v1/cases/${built.code}/hold/lift`,
          { reason: 'not any more' },
          { cookie: puppet.cookie },
        )
      ).statusCode,
    ).toBe(200)
  })

  test('is told since when each member agrees to what others ask for', async () => {
    const amal = await world.member('amal', 'admin')
    const puppet = await invited(amal, 'puppet')
    const agent = await invited(amal, 'agent', 'agent', '10.3.3.3')
    const { agents } = (await world.get('/api/v1/agents', { cookie: amal.cookie })).json<{
      agents: AgentRow[]
    }>()
    const from = (id: string) => agents.find((each) => each.id === id)?.agreesFrom
    expect(Date.parse(from(puppet.id) ?? '') - world.clock.now()).toBe(hours(72))
    expect([from(agent.id), from(amal.id)]).toEqual([undefined, undefined])
  })

  test('makes nobody wait whom the operator’s own command line invited: who has the server could erase there as well', async () => {
    const first = await world.member('samer', 'supervisor')
    const second = await world.member('sami', 'supervisor')
    const { code } = await aCase(world)
    expect((await approve(second, code, await askErasure(first, code))).statusCode).toBe(200)
  })

  test('does not begin the 72 hours of somebody anew by saving the same role with other teams', async () => {
    const amal = await world.member('amal', 'admin')
    const first = await world.member('samer', 'supervisor')
    const second = await world.member('sami', 'supervisor')
    const { code } = await aCase(world)
    const rights = { role: 'supervisor', teams: null }
    expect(
      (await world.post(`/api/v1/agents/${second.id}/rights`, rights, { cookie: amal.cookie })).statusCode,
    ).toBe(200)
    expect((await approve(second, code, await askErasure(first, code))).statusCode).toBe(200)
  })
})

describe('a key of scope admin', () => {
  test('makes no key, invites, changes, resets and lists nobody, and so comes to no case', async () => {
    const noor = await world.member('noor', 'supervisor')
    const { key } = await world.console.agents.createKey({ name: 'machine', scopes: ['admin'], teams: null })
    const refused = [
      await world.post('/api/v1/keys', { name: 'more', scopes: ['read', 'write', 'evidence'] }, { key }),
      await world.get('/api/v1/keys', { key }),
      await world.post('/api/v1/keys/K1/end', {}, { key }),
      await world.get('/api/v1/agents', { key }),
      await world.post(
        '/api/v1/agents',
        { email: 'own@amin.example', name: 'own', role: 'supervisor' },
        { key },
      ),
      ...(await Promise.all(
        ['invitation', 'second-factor/reset', 'sessions/end', 'unlock', 'disable', 'rights'].map((act) =>
          world.post(`/api/v1/agents/${noor.id}/${act}`, act === 'rights' ? { role: 'admin' } : {}, { key }),
        ),
      )),
    ]
    expect(refused.map((answer) => [answer.statusCode, codeOf(answer)])).toEqual(
      refused.map(() => [403, 'forbidden']),
    )
    expect((await world.get('/api/v1/me', { cookie: noor.cookie })).json()).toMatchObject({
      role: 'supervisor',
    })
    // What is left of it: the installation.
    for (const path of ['operator', 'texts', 'health', 'custody/checkpoints', 'replies'])
      expect([path, (await world.get(`/api/v1/${path}`, { key })).statusCode]).toEqual([path, 200])
  })
})

describe('a session that nobody proved for a quarter of an hour', () => {
  const ACTS = (id: string): readonly (readonly [string, unknown])[] => [
    ['/api/v1/agents', { email: 'own@amin.example', name: 'own', role: 'supervisor' }],
    [`/api/v1/agents/${id}/invitation`, {}],
    [`/api/v1/agents/${id}/second-factor/reset`, {}],
    [`/api/v1/agents/${id}/rights`, { role: 'admin' }],
    [`/api/v1/agents/${id}/disable`, {}],
    ['/api/v1/keys', { name: 'more', scopes: ['read'] }],
  ]

  test('invites, resets, raises, keeps out nobody and makes no key, and does so again once it was proved', async () => {
    const amal = await world.member('amal', 'admin')
    const noor = await world.member('noor')
    minutesLater(16)
    for (const [path, body] of ACTS(noor.id))
      expect([path, codeOf(await world.post(path, body, { cookie: amal.cookie }))]).toEqual([
        path,
        'proof_required',
      ])
    const prove = (password: string) => world.post('/api/v1/me/proof', { password }, { cookie: amal.cookie })
    expect((await prove('not the password')).json()).toMatchObject({ status: 403, code: 'invalid_password' })
    expect((await prove(PASSWORD)).statusCode).toBe(200)
    for (const [path, body] of ACTS(noor.id))
      expect((await world.post(path, body, { cookie: amal.cookie })).statusCode).toBeLessThan(300)
    minutesLater(16)
    expect(
      codeOf(await world.post('/api/v1/keys', { name: 'more', scopes: ['read'] }, { cookie: amal.cookie })),
    ).toBe('proof_required')
  })

  test('is proved with password and code by who has codes, each code once, and not by guessing', async () => {
    const amal = await world.member('amal', 'admin')
    const { cookie, secret, backupCodes } = await enrol(world, amal.cookie)
    minutesLater(16)
    const { generate } = await import('otplib')
    const prove = (more: object, password = PASSWORD) =>
      world.post('/api/v1/me/proof', { password, ...more }, { cookie })
    expect(codeOf(await prove({}))).toBe('code_required')
    expect(codeOf(await prove({ code: '000000' }))).toBe('invalid_code')
    const code = await generate({ secret, epoch: Math.floor(Date.now() / 1000) })
    expect(codeOf(await prove({ code }, 'not the password'))).toBe('invalid_password')
    expect((await prove({ code })).statusCode).toBe(200)
    expect(codeOf(await prove({ code }))).toBe('invalid_code')
    expect((await prove({ backup: backupCodes[0] })).statusCode).toBe(200)
    expect(codeOf(await prove({ backup: backupCodes[0] }))).toBe('invalid_code')
    for (let i = 0; i < 4; i += 1) await prove({ code: `00000${i}` })
    const late = await prove({ code: '000009' })
    expect(late.statusCode).toBe(429)
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0)
  })

  test('takes no second factor away and makes no new codes with the password alone', async () => {
    const amal = await world.member('amal', 'admin')
    const { cookie } = await enrol(world, amal.cookie)
    minutesLater(16)
    for (const path of ['disable', 'generate-backup-codes', 'enable'])
      expect(
        codeOf(await world.post(`/api/auth/two-factor/${path}`, { password: PASSWORD }, { cookie })),
      ).toBe('PROOF_REQUIRED')
    const changed = { currentPassword: PASSWORD, newPassword: 'another long password here' }
    expect(codeOf(await world.post('/api/auth/change-password', changed, { cookie }))).toBe('PROOF_REQUIRED')
  })
})

describe('a member', () => {
  const noticesOf = async ({ cookie }: { readonly cookie: string }) =>
    (await world.get('/api/v1/me/notices', { cookie })).json<{ notices: Notice[] }>().notices

  test('is told of a new link, a reset factor and another role, by whom, until they say that they read it', async () => {
    const amal = await world.member('amal', 'admin')
    const noor = await world.member('noor')
    expect(await noticesOf(noor)).toEqual([])
    const by = { cookie: amal.cookie }
    await world.post(`/api/v1/agents/${noor.id}/invitation`, {}, by)
    await world.post(`/api/v1/agents/${noor.id}/rights`, { role: 'supervisor', teams: ['minors'] }, by)
    await world.post(`/api/v1/agents/${noor.id}/second-factor/reset`, {}, by)
    await world.console.agents.inviteAgain(noor.id)
    const again = { cookie: cookiesOf(await world.signIn(noor.email)) }
    const told = await noticesOf(again)
    expect(told.map(({ kind, by: who, detail }) => [kind, who, detail])).toEqual([
      ['member_invited_again', undefined, {}],
      ['factor_reset', 'amal', {}],
      ['member_changed', 'amal', { role: 'supervisor', teams: 'minors' }],
      ['member_invited_again', 'amal', {}],
    ])
    expect(await noticesOf(again)).toHaveLength(4)
    await world.post('/api/v1/me/notices/seen', { no: told[0]!.no }, again)
    expect(await noticesOf(again)).toEqual([])
    expect(await noticesOf(amal)).toEqual([])
  })
})
