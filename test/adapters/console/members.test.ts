import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Audit } from '../../../adapters/console/contract/audit.ts'
import type { KeyRow, MadeKey, SessionRow, AgentRow } from '../../../adapters/console/contract/people.ts'
import { deviceOf, shorten } from '../../../adapters/console/server/identity/sessions.ts'
import { aCase, aroundNow, cookiesOf, enrol, openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(async () => {
  vi.useRealTimers()
  await world.close()
})

const audit = async (cookie: string, more = ''): Promise<Audit> =>
  (await world.get(`/api/v1/audit?${aroundNow()}${more}`, { cookie })).json<Audit>()

describe('a second factor that is required', () => {
  beforeEach(async () => {
    await world.close()
    world = await openWorld({ secondFactor: 'required' })
  })

  test('lets nobody do anything but set one up, and then everything', async () => {
    const { cookie } = await world.member('noor')
    expect((await world.get('/api/v1/me', { cookie })).json()).toMatchObject({
      secondFactorRequired: true,
      rights: [],
    })
    for (const path of ['cases', 'counts', 'colleagues', 'events'])
      expect((await world.get(`/api/v1/${path}`, { cookie })).json()).toMatchObject({
        status: 403,
        code: 'second_factor_required',
      })
    expect((await world.post('/api/v1/cases', {}, { cookie })).json()).toMatchObject({
      code: 'second_factor_required',
    })
    const { cookie: fresh } = await enrol(world, cookie)
    expect((await world.get('/api/v1/cases', { cookie: fresh })).statusCode).toBe(200)
    expect((await world.get('/api/v1/me', { cookie: fresh })).json()).toMatchObject({
      secondFactorRequired: false,
      secondFactor: true,
    })
  })

  test('is none of a program', async () => {
    const { key } = await world.console.agents.createKey({ name: 'hotline', scopes: ['read'], teams: null })
    expect((await world.get('/api/v1/cases', { key })).statusCode).toBe(200)
  })

  test('is required where others than this machine reach the console, if nobody says otherwise', async () => {
    const https = await openWorld({ publicUrl: 'https://desk.example' })
    await https.console.agents.createFirstAdmin({
      email: 'a@amin.example',
      password: 'correct horse battery',
    })
    const headers = { origin: 'https://desk.example' }
    const signedIn = await https.post(
      '/api/auth/sign-in/email',
      { email: 'a@amin.example', password: 'correct horse battery' },
      { headers },
    )
    expect((await https.get('/api/v1/cases', { cookie: cookiesOf(signedIn) })).json()).toMatchObject({
      code: 'second_factor_required',
    })
    await https.close()
  })

  test('that an administrator takes away ends every session, and is asked for anew', async () => {
    const amal = await world.member('amal', 'admin')
    const admin = (await enrol(world, amal.cookie)).cookie
    const noor = await world.member('noor')
    const { cookie } = await enrol(world, noor.cookie)
    expect(
      (await world.post(`/api/v1/agents/${noor.id}/second-factor/reset`, {}, { cookie: admin })).statusCode,
    ).toBe(200)
    expect((await world.get('/api/v1/me', { cookie })).statusCode).toBe(401)
    const again = cookiesOf(await world.signIn(noor.email))
    expect((await world.get('/api/v1/me', { cookie: again })).json()).toMatchObject({
      secondFactorRequired: true,
    })
  })
})

test('a password alone lets nobody in who has a passkey and no codes', async () => {
  const { id, email, cookie } = await world.member('noor')
  world.database
    .prepare(
      'insert into passkey (id, name, publicKey, userId, credentialID, counter, deviceType, backedUp) values (?, ?, ?, ?, ?, 0, ?, 0)',
    )
    .run('p1', 'phone', 'x', id, 'c1', 'singleDevice')
  const refused = await world.signIn(email)
  expect([refused.statusCode, refused.json()]).toMatchObject([403, { code: 'PASSKEY_REQUIRED' }])
  expect(cookiesOf(refused)).not.toMatch(/session_token=[^;]/)
  expect(world.database.prepare('select count(*) as n from session where userId = ?').get(id)).toEqual({
    n: 1,
  })
  expect((await world.get('/api/v1/me', { cookie })).json()).toMatchObject({ secondFactor: true })
})

describe('sessions', () => {
  const mine = async (cookie: string): Promise<readonly SessionRow[]> =>
    (await world.get('/api/v1/me/sessions', { cookie })).json<{ sessions: SessionRow[] }>().sessions

  test('are listed to their member without a token and without the whole address', async () => {
    const { cookie, email } = await world.member('noor')
    await world.signIn(email, undefined, '203.0.113.77')
    const answer = await world.get('/api/v1/me/sessions', { cookie })
    expect(answer.body).not.toContain('203.0.113.77')
    expect(answer.body).not.toMatch(/token/)
    const sessions = await mine(cookie)
    expect(sessions).toHaveLength(2)
    expect(sessions.filter(({ current }) => current)).toHaveLength(1)
    expect(sessions.map(({ address }) => address)).toContain('203.0.113.*')
  })

  test('are ended one by one, or all but this one, and none of somebody else’s', async () => {
    const { cookie, email } = await world.member('noor')
    const other = cookiesOf(await world.signIn(email))
    const third = cookiesOf(await world.signIn(email))
    const reem = await world.member('reem')
    const [theirs] = await mine(reem.cookie)
    expect((await world.post(`/api/v1/me/sessions/${theirs?.id}/end`, {}, { cookie })).statusCode).toBe(404)
    expect((await world.get('/api/v1/me', { cookie: reem.cookie })).statusCode).toBe(200)
    const own = (await mine(other)).find(({ current }) => current)
    expect((await world.post(`/api/v1/me/sessions/${own?.id}/end`, {}, { cookie })).statusCode).toBe(200)
    expect((await world.get('/api/v1/me', { cookie: other })).statusCode).toBe(401)
    expect((await world.get('/api/v1/me', { cookie: third })).statusCode).toBe(200)
    expect((await world.post('/api/v1/me/sessions/end-others', {}, { cookie })).statusCode).toBe(200)
    expect((await world.get('/api/v1/me', { cookie: third })).statusCode).toBe(401)
    expect((await world.get('/api/v1/me', { cookie })).statusCode).toBe(200)
  })

  test('of a member are ended by an administrator, with the stream that is open', async () => {
    const amal = await world.member('amal', 'admin')
    const noor = await world.member('noor')
    const { port } = await world.server.listen()
    const stream = await fetch(`http://127.0.0.1:${port}/api/v1/events`, { headers: { cookie: noor.cookie } })
    const reader = stream.body!.getReader()
    await reader.read()
    const listed = (await world.get(`/api/v1/agents/${noor.id}/sessions`, { cookie: amal.cookie })).json<{
      sessions: SessionRow[]
    }>()
    expect(listed.sessions).toMatchObject([{ current: false }])
    expect(
      (await world.post(`/api/v1/agents/${noor.id}/sessions/end`, {}, { cookie: amal.cookie })).statusCode,
    ).toBe(200)
    while (!(await reader.read()).done);
    expect((await world.get('/api/v1/me', { cookie: noor.cookie })).statusCode).toBe(401)
  })

  test('are seen again at most every five minutes', async () => {
    const { cookie } = await world.member('noor')
    const before = (await mine(cookie))[0]?.lastSeen
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * 60_000 })
    await world.get('/api/v1/me', { cookie })
    expect(Date.parse((await mine(cookie))[0]?.lastSeen ?? '') - Date.parse(before ?? '')).toBeGreaterThan(
      5 * 60_000,
    )
  })

  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36 Edg/156.0',
      'Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
    ['<script>alert(1)</script>', '', ''],
  ])('tell of a device by fixed words: %s', (text, browser, system) =>
    expect(deviceOf(text)).toEqual({ browser, system }),
  )

  test.each([
    ['203.0.113.77', '203.0.113.*'],
    ['::ffff:203.0.113.77', '203.0.113.*'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:*'],
    ['', ''],
    ['nonsense', ''],
  ])('tell of the address %s as %s', (address, shown) => expect(shorten(address)).toBe(shown))
})

describe('a lockout', () => {
  test('shows in the list of members, and an administrator lifts it', async () => {
    const { cookie } = await world.member('amal', 'admin')
    const noor = await world.member('noor')
    for (let i = 0; i < 11; i += 1) await world.signIn(noor.email, 'a wrong password', `10.0.0.${i}`)
    const row = async () =>
      (await world.get('/api/v1/agents', { cookie }))
        .json<{ agents: AgentRow[] }>()
        .agents.find(({ id }) => id === noor.id)
    expect((await row())?.lockedUntil).toMatch(/^\d{4}-/)
    expect((await world.signIn(noor.email)).statusCode).toBe(429)
    expect((await world.post(`/api/v1/agents/${noor.id}/unlock`, {}, { cookie })).statusCode).toBe(200)
    expect((await row())?.lockedUntil).toBeUndefined()
    expect((await world.signIn(noor.email)).statusCode).toBe(200)
  })
})

describe('rights', () => {
  test('of the last administrator cannot be lowered', async () => {
    const amal = await world.member('amal', 'admin')
    const lower = () =>
      world.post(`/api/v1/agents/${amal.id}/rights`, { role: 'agent' }, { cookie: amal.cookie })
    expect((await lower()).json()).toMatchObject({ status: 409, code: 'last_admin' })
    await world.member('second', 'admin')
    expect((await lower()).statusCode).toBe(200)
    expect((await world.get('/api/v1/agents', { cookie: amal.cookie })).statusCode).toBe(403)
  })

  test.each([{}, { role: 'machine' }, { role: 'owner' }, { teams: ['no such team'] }, { teams: 'minors' }])(
    'are not changed to %j',
    async (body) => {
      const { cookie } = await world.member('amal', 'admin')
      const noor = await world.member('noor')
      expect((await world.post(`/api/v1/agents/${noor.id}/rights`, body, { cookie })).statusCode).toBe(400)
    },
  )
})

describe('keys', () => {
  test('are made with scopes and an end, listed without themselves, and ended at once', async () => {
    const { cookie } = await world.member('amal', 'admin')
    const made = await world.post('/api/v1/keys', { name: 'hotline', scopes: ['read'], days: 30 }, { cookie })
    expect(made.statusCode).toBe(201)
    const { id, key } = made.json<MadeKey>()
    expect((await world.get('/api/v1/cases', { key })).statusCode).toBe(200)
    const listed = await world.get('/api/v1/keys', { cookie })
    expect(listed.body).not.toContain(key)
    expect(listed.json<{ keys: KeyRow[] }>().keys).toMatchObject([{ id, name: 'hotline', scopes: ['read'] }])
    expect((await world.post(`/api/v1/keys/${id}/end`, {}, { cookie })).statusCode).toBe(200)
    expect((await world.get('/api/v1/cases', { key })).statusCode).toBe(401)
    expect((await world.post(`/api/v1/keys/${id}/end`, {}, { cookie })).statusCode).toBe(404)
  })

  test('end by themselves after their days', async () => {
    const { cookie } = await world.member('amal', 'admin')
    const { key } = (
      await world.post('/api/v1/keys', { name: 'hotline', scopes: ['read'], days: 1 }, { cookie })
    ).json<MadeKey>()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 3_600_000 })
    expect((await world.get('/api/v1/cases', { key })).statusCode).toBe(401)
  })

  test.each([
    { name: '', scopes: ['read'] },
    { name: 'x', scopes: [] },
    { name: 'x', scopes: ['all'] },
    { name: 'x', scopes: ['read', 'read'] },
    { name: 'x', scopes: ['read'], days: 0 },
  ])('are not made of %j', async (body) => {
    const { cookie } = await world.member('amal', 'admin')
    expect((await world.post('/api/v1/keys', body, { cookie })).statusCode).toBe(400)
  })
})

describe('the audit', () => {
  test('tells who did what to which case, without a word, and after erasure too', async () => {
    const auditor = await world.member('sara', 'auditor')
    const noor = await world.member('noor')
    const reem = await world.member('reem')
    const first = await aCase(world)
    const second = await aCase(world)
    await world.post(`/api/v1/cases/${first.code}/claim`, {}, { cookie: noor.cookie })
    await world.post(`/api/v1/cases/${first.code}/notes`, { text: 'canary words' }, { cookie: noor.cookie })
    await world.post(`/api/v1/cases/${second.code}/claim`, {}, { cookie: reem.cookie })
    const all = await audit(auditor.cookie)
    expect(all.acts.map(({ code, by, kinds }) => [code, by?.name, kinds[0]])).toEqual(
      expect.arrayContaining([
        [first.code, 'noor', 'case_claimed'],
        [first.code, 'noor', 'note_added'],
        [second.code, 'reem', 'case_claimed'],
      ]),
    )
    expect(JSON.stringify(all)).not.toContain('canary')
    expect((await audit(auditor.cookie, `&member=${reem.id}`)).acts.map(({ code }) => code)).toEqual([
      second.code,
    ])
    expect(
      (await audit(auditor.cookie, `&code=${second.code.toLowerCase()}`)).acts.map(({ code }) => code),
    ).toEqual([second.code])
    await world.desk.erase(first.code, 'the operator', 'to test')
    const after = await audit(auditor.cookie, `&code=${first.code}`)
    expect(after.acts.map(({ kinds }) => kinds[0])).toEqual(['case_erased', 'note_added', 'case_claimed'])
  })

  test('tells of a custody chain to an auditor no word that stands in it', async () => {
    const auditor = await world.member('sara', 'auditor')
    const noor = await world.member('noor')
    const built = await aCase(world)
    const evidence = await built.seal(Buffer.from('x'), { mime: 'image/png' })
    await world.post(
      `/api/v1/cases/${built.code}/evidence/${evidence}/reveal`,
      { reason: 'canary reason' },
      { cookie: noor.cookie },
    )
    expect((await world.get(`/api/v1/cases/${built.code}/custody`, { cookie: noor.cookie })).body).toContain(
      'canary',
    )
    const chain = await world.get(`/api/v1/cases/${built.code}/custody`, { cookie: auditor.cookie })
    expect(chain.json()).toMatchObject({ intact: true })
    expect(chain.body).not.toContain('canary')
  })

  test('tells what administrators did to people and keys, by ids and fixed words', async () => {
    const { cookie, id } = await world.member('amal', 'admin')
    const noor = await world.member('noor')
    await world.post(
      `/api/v1/agents/${noor.id}/rights`,
      { role: 'supervisor', teams: ['minors'] },
      { cookie },
    )
    await world.post('/api/v1/keys', { name: 'hotline', scopes: ['read', 'write'] }, { cookie })
    await world.post(`/api/v1/agents/${noor.id}/disable`, {}, { cookie })
    const { deeds, log } = await audit(cookie)
    expect(
      deeds
        .filter(({ by, kind }) => by?.id === id && kind !== 'signed_in')
        .map(({ kind, subject, detail }) => [kind, subject.name, detail]),
    ).toEqual([
      ['member_disabled', 'noor', {}],
      ['key_made', '', { scopes: 'read,write', teams: '' }],
      ['member_changed', 'noor', { role: 'supervisor', teams: 'minors' }],
      ['member_joined', 'amal', {}],
    ])
    expect(deeds.filter(({ how }) => how === 'command').map(({ kind }) => kind)).toEqual([
      'member_invited',
      'member_invited',
    ])
    expect(log).toMatchObject({ intact: true, count: deeds.length })
    expect(JSON.stringify(world.database.prepare('select body from deed').all())).not.toMatch(
      /amal|noor|hotline|@/,
    )
  })

  test('says so when the log of administrators was changed, shortened in the middle or reordered', async () => {
    const { cookie } = await world.member('amal', 'admin')
    await world.member('noor')
    const isIntact = async () => (await audit(cookie)).log.intact
    expect(await isIntact()).toBe(true)
    const rows = world.database.prepare('select * from deed order by no').all() as {
      no: number
      body: string
      at: number
    }[]
    world.database
      .prepare('update deed set body = ? where no = 1')
      .run(rows[0]!.body.replace('command', 'setup'))
    expect(await isIntact()).toBe(false)
    world.database.prepare('update deed set body = ? where no = 1').run(rows[0]!.body)
    expect(await isIntact()).toBe(true)
    world.database.prepare('update deed set at = at + 1 where no = 3').run()
    expect(await isIntact()).toBe(false)
    world.database.prepare('update deed set at = at - 1 where no = 3').run()
    world.database.prepare('delete from deed where no = 2').run()
    expect(await isIntact()).toBe(false)
  })

  test('keeps every line although many are written at once', async () => {
    const { cookie } = await world.member('amal', 'admin')
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        world.post('/api/v1/keys', { name: `key ${i}`, scopes: ['read'] }, { cookie }),
      ),
    )
    const { deeds, log } = await audit(cookie)
    expect(deeds.filter(({ kind }) => kind === 'key_made')).toHaveLength(12)
    expect(log.intact).toBe(true)
  })

  test('comes as a table too, and refuses a time that is none', async () => {
    const { cookie } = await world.member('amal', 'admin')
    const csv = await world.get(`/api/v1/audit.csv?${aroundNow()}`, { cookie })
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.body).toContain('member_invited')
    for (const query of [
      '',
      '?from=2026-03-02&to=2026-03-01',
      '?from=2020-01-01&to=2026-01-01',
      `?${aroundNow()}&code=!!`,
    ])
      expect((await world.get(`/api/v1/audit${query}`, { cookie })).statusCode).toBe(400)
  })
})

test('where the operator says that it is practice, whoever signs in is told so; elsewhere nobody is', async () => {
  const meOf = async (at: World): Promise<unknown> =>
    (await at.get('/api/v1/me', { cookie: (await at.member('noor')).cookie })).json()
  const practising = await openWorld({ practice: true })
  expect(await meOf(practising)).toMatchObject({ practice: true })
  expect(await meOf(world)).not.toHaveProperty('practice')
  await practising.close()
})
