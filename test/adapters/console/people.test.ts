import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AgentRow, Invitation, MadeKey } from '../../../adapters/console/contract/people.ts'
import { aCase, cookiesOf, openWorld, PASSWORD, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(async () => {
  vi.useRealTimers()
  await world.close()
})

const HOUR = 3_600_000
const later = (by: number): void => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + by })
const tokenOf = (link: string | undefined): string => new URL(link ?? '').hash.slice(1)
const setUp = (token: string, email = 'first@amin.example') =>
  world.post('/api/v1/setup', { token, email, name: 'First', password: PASSWORD })
const accept = (token: string, password = 'another long password') =>
  world.post('/api/v1/invitations/accept', { token, password })

describe('the first administrator', () => {
  test('is made through a link that works once', async () => {
    expect((await world.get('/api/v1/setup')).json()).toEqual({ needed: true })
    const link = await world.console.agents.setupLink()
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:8080\/setup#[0-9A-Z]{26}$/)
    expect((await setUp('WRONG')).json()).toMatchObject({ status: 403, code: 'token_spent' })
    expect((await setUp(tokenOf(link))).statusCode).toBe(201)
    expect((await setUp(tokenOf(link), 'second@amin.example')).statusCode).toBe(403)
    expect((await world.get('/api/v1/setup')).json()).toEqual({ needed: false })
    expect(await world.console.agents.setupLink()).toBeUndefined()
    const cookie = cookiesOf(await world.signIn('FIRST@amin.example'))
    expect((await world.get('/api/v1/me', { cookie })).json()).toMatchObject({ role: 'admin', name: 'First' })
  })

  test('is one, although several come with the link at the same time', async () => {
    const token = tokenOf(await world.console.agents.setupLink())
    const answers = await Promise.all(Array.from({ length: 5 }, (_, i) => setUp(token, `a${i}@amin.example`)))
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
    expect(await world.console.agents.list()).toHaveLength(1)
  })

  test('cannot be made with a link of yesterday, nor with the one before a newer one', async () => {
    const old = tokenOf(await world.console.agents.setupLink())
    const newer = tokenOf(await world.console.agents.setupLink())
    expect((await setUp(old)).statusCode).toBe(403)
    later(24 * HOUR + 1)
    expect((await setUp(newer)).statusCode).toBe(403)
  })

  test('can come from the settings, but only while there is none', async () => {
    const first = { email: 'a@amin.example', password: PASSWORD, name: 'A' }
    expect(await world.console.agents.createFirstAdmin(first)).toBe('created')
    expect(await world.console.agents.createFirstAdmin({ ...first, email: 'b@amin.example' })).toBe('exists')
    expect(await world.console.agents.list()).toMatchObject([
      { email: 'a@amin.example', role: 'admin', state: 'active' },
    ])
  })

  test('needs a password of twelve characters and our own page', async () => {
    const token = tokenOf(await world.console.agents.setupLink())
    const short = await world.post('/api/v1/setup', {
      token,
      email: 'a@amin.example',
      name: 'A',
      password: 'short',
    })
    expect(short.json()).toMatchObject({ status: 400, fields: ['/body/password'] })
    const foreign = await world.post('/api/v1/setup', {}, { headers: { origin: 'https://evil.example' } })
    expect(foreign.statusCode).toBe(403)
    expect((await setUp(token)).statusCode).toBe(201)
  })
})

describe('members', () => {
  const invite = async (cookie: string, email = 'reem@amin.example', role = 'agent') =>
    world.post('/api/v1/agents', { email, name: 'Reem', role }, { cookie })

  test('are invited by a link with which they choose a password, once', async () => {
    const { cookie } = await world.member('amal', 'admin')
    const invited = await invite(cookie)
    expect(invited.statusCode).toBe(201)
    const { agent, link } = invited.json<Invitation>()
    const state = async () =>
      (await world.get('/api/v1/agents', { cookie }))
        .json<{ agents: AgentRow[] }>()
        .agents.find(({ id }) => id === agent.id)?.state
    expect(await state()).toBe('invited')
    expect((await world.signIn('reem@amin.example')).statusCode).toBe(401)
    expect((await accept(tokenOf(link))).statusCode).toBe(200)
    expect((await accept(tokenOf(link), 'a third long password')).json()).toMatchObject({
      status: 403,
      code: 'token_spent',
    })
    expect(await state()).toBe('active')
    expect((await world.signIn('reem@amin.example', 'another long password')).statusCode).toBe(200)
    expect((await invite(cookie, 'REEM@amin.example')).json()).toMatchObject({ status: 409, code: 'exists' })
  })

  test('see no case of a team that nobody named when they were invited, nor does a key', async () => {
    const { cookie } = await world.member('amal', 'admin')
    await aCase(world)
    const { agent, link } = (await invite(cookie)).json<Invitation>()
    await accept(tokenOf(link))
    const reem = cookiesOf(await world.signIn('reem@amin.example', 'another long password'))
    const made = await world.post('/api/v1/keys', { name: 'a program', scopes: ['read'] }, { cookie })
    const { key } = made.json<MadeKey>()
    const seen = async (as: { readonly cookie: string } | { readonly key: string }) =>
      (await world.get('/api/v1/cases', as)).json<{ rows: readonly unknown[] }>().rows.length
    expect([await seen({ cookie }), await seen({ cookie: reem }), await seen({ key })]).toEqual([1, 0, 0])
    await world.post(`/api/v1/agents/${agent.id}/rights`, { teams: null }, { cookie })
    expect(await seen({ cookie: reem })).toBe(1)
  })

  test('cannot come in by a link of last week', async () => {
    const { cookie } = await world.member('amal', 'admin')
    const { link } = (await invite(cookie)).json<Invitation>()
    later(72 * HOUR + 1)
    expect((await accept(tokenOf(link))).statusCode).toBe(403)
  })

  test('who lost their password get a new link, which ends the old one and all their sessions', async () => {
    const { cookie } = await world.member('amal', 'admin')
    const noor = await world.member('noor')
    const first = (
      await world.post(`/api/v1/agents/${noor.id}/invitation`, {}, { cookie })
    ).json<Invitation>()
    const second = (
      await world.post(`/api/v1/agents/${noor.id}/invitation`, {}, { cookie })
    ).json<Invitation>()
    expect((await accept(tokenOf(first.link))).statusCode).toBe(403)
    expect((await accept(tokenOf(second.link))).statusCode).toBe(200)
    expect((await world.get('/api/v1/me', { cookie: noor.cookie })).statusCode).toBe(401)
    expect((await world.signIn(noor.email, PASSWORD)).statusCode).toBe(401)
    expect((await world.signIn(noor.email, 'another long password')).statusCode).toBe(200)
    expect((await world.post('/api/v1/agents/nobody/invitation', {}, { cookie })).statusCode).toBe(404)
  })

  test('who are disabled are out at once and stay out', async () => {
    const { cookie } = await world.member('amal', 'admin')
    const noor = await world.member('noor')
    const pending = (
      await world.post(`/api/v1/agents/${noor.id}/invitation`, {}, { cookie })
    ).json<Invitation>()
    expect((await world.post(`/api/v1/agents/${noor.id}/disable`, {}, { cookie })).statusCode).toBe(200)
    expect((await world.get('/api/v1/me', { cookie: noor.cookie })).statusCode).toBe(401)
    expect((await world.signIn(noor.email)).statusCode).toBe(403)
    expect((await accept(tokenOf(pending.link))).statusCode).toBe(403)
    const { agents } = (await world.get('/api/v1/colleagues', { cookie })).json<{
      agents: { name: string }[]
    }>()
    expect(agents.map(({ name }) => name)).toEqual(['amal'])
    expect((await world.post('/api/v1/agents/nobody/disable', {}, { cookie })).statusCode).toBe(404)
  })

  test('who were disabled are out though a session or a key of theirs is still there, as after a restore', async () => {
    const noor = await world.member('noor')
    const { key } = await world.console.agents.createKey({ name: 'hotline', scopes: ['read'], teams: null })
    const machine = (await world.console.agents.list()).find(({ role }) => role === 'machine')?.id ?? ''
    const answers = async () => [
      (await world.get('/api/v1/me', { cookie: noor.cookie })).statusCode,
      (await world.get('/api/v1/cases', { key })).statusCode,
    ]
    expect(await answers()).toEqual([200, 200])
    for (const id of [noor.id, machine])
      world.database.prepare('update user set banned = 1 where id = ?').run(id)
    expect(await answers()).toEqual([401, 401])
  })

  test('always have an administrator among them', async () => {
    const amal = await world.member('amal', 'admin')
    await world.console.agents.invite({ email: 'never-came@amin.example', name: 'x', role: 'admin' })
    const answer = await world.post(`/api/v1/agents/${amal.id}/disable`, {}, { cookie: amal.cookie })
    expect(answer.json()).toMatchObject({ status: 409, code: 'last_admin' })
    expect((await world.get('/api/v1/me', { cookie: amal.cookie })).statusCode).toBe(200)
  })

  test('can be disabled by their address, as the command line does', async () => {
    await world.member('noor')
    expect((await world.console.agents.disable('Noor@amin.example')).status).toBe('done')
    expect((await world.console.agents.disable('nobody@amin.example')).status).toBe('unknown')
  })

  test('are colleagues in the language of who asks', async () => {
    const { cookie } = await world.member('noor')
    await world.member('dana', 'analyst')
    const english = (await world.get('/api/v1/colleagues?lang=en', { cookie })).json<{
      agents: unknown[]
      teams: { id: string; name: string }[]
    }>()
    const arabic = (await world.get('/api/v1/colleagues?lang=ar', { cookie })).json<typeof english>()
    expect(english.agents).toHaveLength(1)
    expect(english.teams[0]?.id).toBe('minors')
    expect(english.teams[0]?.name).not.toBe(arabic.teams[0]?.name)
  })

  test.each([
    { email: 'no address', name: 'x', role: 'agent' },
    { email: 'a@amin.example', name: ' ', role: 'agent' },
    { email: 'a@amin.example', name: 'x', role: 'owner' },
    { email: 'a@amin.example', name: 'x', role: 'machine' },
  ])('are not invited as $email, $name, $role', async (body) => {
    const { cookie } = await world.member('amal', 'admin')
    expect((await world.post('/api/v1/agents', body, { cookie })).statusCode).toBe(400)
  })
})

test('no secret of a link stands in the database', async () => {
  const setup = tokenOf(await world.console.agents.setupLink())
  const invited = await world.console.agents.invite({ email: 'a@amin.example', name: 'A', role: 'agent' })
  const dump = JSON.stringify(world.database.prepare('select * from verification').all())
  expect(dump).not.toContain(setup)
  expect(invited.status === 'invited' && dump.includes(tokenOf(invited.link))).toBe(false)
})
