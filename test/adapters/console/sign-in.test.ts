import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { generate } from 'otplib'
import { minutes, seconds } from '../../../core/base/units.ts'
import { openMongo } from '../../../adapters/mongo/connection.ts'
import { openMongoPeople } from '../../../adapters/mongo/people.ts'
import { mongoAvailable } from '../../build/ferretdb.ts'
import { startMongo, type MongoServer } from '../../build/mongo-server.ts'
import { aCase, aroundNow, cookiesOf, enrol, openWorld, PASSWORD, type World } from './world.ts'

const SERVERS = ['sqlite', ...(mongoAvailable() ? ['mongo'] : [])] as const

describe.each(SERVERS)('people in %s', (engine) => {
  let server: MongoServer | undefined
  const ends: (() => Promise<void>)[] = []
  beforeAll(async () => {
    server = engine === 'mongo' ? await startMongo() : undefined
  })
  afterAll(() => server?.stop())

  /** A console of its own, with a database of its own. */
  const openDesk = async (parts: Parameters<typeof openWorld>[0] = {}): Promise<World> => {
    if (server === undefined) return openWorld(parts)
    const mongo = await openMongo({ uri: server.uri() })
    ends.push(async () => {
      await mongo.db().dropDatabase()
      await mongo.close()
    })
    return openWorld({ agentsDb: (await openMongoPeople(mongo)).agentsDb, ...parts })
  }

  let world: World
  beforeEach(async () => {
    world = await openDesk()
  })
  afterEach(async () => {
    vi.useRealTimers()
    await world.close()
    for (const end of ends.splice(0)) await end()
  })

  const me = (cookie: string) => world.get('/api/v1/me', { cookie })
  const codeOf = (secret: string, ahead = 0): Promise<string> =>
    generate({ secret, epoch: Math.floor(Date.now() / 1000) + ahead })

  describe('rights', () => {
    test('of a member, keys and what administrators did are kept, whatever comes at once', async () => {
      const { cookie } = await world.member('amal', 'admin')
      const noor = await world.member('noor', 'agent', ['minors'])
      expect((await me(noor.cookie)).json()).toMatchObject({ teams: ['minors'] })
      const change = (teams: readonly string[] | null) =>
        world.post(`/api/v1/agents/${noor.id}/rights`, { teams }, { cookie })
      expect((await change([])).statusCode).toBe(200)
      expect((await me(noor.cookie)).json()).toMatchObject({ teams: [] })
      expect((await change(null)).statusCode).toBe(200)
      expect((await me(noor.cookie)).json()).not.toHaveProperty('teams')
      const made = await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          world.post('/api/v1/keys', { name: `k${i}`, scopes: ['read'], days: 3 }, { cookie }),
        ),
      )
      const { key, id } = made[0]!.json<{ key: string; id: string }>()
      expect((await world.get('/api/v1/counts', { key })).statusCode).toBe(200)
      expect((await world.post(`/api/v1/keys/${id}/end`, {}, { cookie })).statusCode).toBe(200)
      expect((await world.get('/api/v1/counts', { key })).statusCode).toBe(401)
      const { deeds, log } = (await world.get(`/api/v1/audit?${aroundNow()}`, { cookie })).json<{
        deeds: { kind: string }[]
        log: { intact: boolean }
      }>()
      expect(log.intact).toBe(true)
      expect(deeds.filter(({ kind }) => kind === 'key_made')).toHaveLength(6)
      expect(deeds.slice(0, 1)).toMatchObject([{ kind: 'key_ended', subject: { id } }])
    })

    test('offer a passkey only to who signed in a moment ago, and none to who did not', async () => {
      const { cookie } = await world.member('noor')
      const options = await world.get('/api/auth/passkey/generate-register-options', { cookie })
      expect(options.json()).toMatchObject({
        rp: { id: 'localhost' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      expect((await world.get('/api/auth/passkey/generate-register-options')).statusCode).toBe(401)
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16 * 60_000 })
      expect((await world.get('/api/auth/passkey/generate-register-options', { cookie })).statusCode).toBe(
        403,
      )
    })
  })

  describe('signing in', () => {
    test('gives a strict, unreadable cookie and tells who it is', async () => {
      const { email } = await world.member('noor')
      const answer = await world.signIn(email)
      expect(answer.statusCode).toBe(200)
      expect(String(answer.headers['set-cookie'])).toMatch(/amin\.session_token=.*HttpOnly.*SameSite=Strict/i)
      const self = await me(cookiesOf(answer))
      expect(self.json()).toMatchObject({ email, name: 'noor', role: 'agent', secondFactor: false })
    })

    test('gives cookies for this host alone where agents come by https', async () => {
      const https = await openDesk({ publicUrl: 'https://desk.example' })
      await https.console.agents.createFirstAdmin({ email: 'a@amin.example', password: PASSWORD })
      const answer = await https.post(
        '/api/auth/sign-in/email',
        { email: 'a@amin.example', password: PASSWORD },
        { headers: { origin: 'https://desk.example' } },
      )
      // `__Host-` is taken by a browser only with these: no neighbouring host can set it.
      const set = [answer.headers['set-cookie']].flat().map(String)
      for (const cookie of set)
        expect(cookie).toMatch(/^__Host-amin\.\w+=[^;]+;(?=.*Path=\/(?:;|$))(?=.*Secure)(?!.*Domain)/)
      expect(set.some((cookie) => cookie.startsWith('__Host-amin.session_token='))).toBe(true)
      await https.close()
    })

    test('is refused from a foreign page, cookie or not', async () => {
      const { email, cookie } = await world.member('noor')
      const evil = { origin: 'https://evil.example' }
      const body = { email, password: PASSWORD }
      expect((await world.post('/api/auth/sign-in/email', body, { headers: evil })).statusCode).toBe(403)
      expect((await world.post('/api/auth/sign-out', {}, { cookie, headers: evil })).statusCode).toBe(403)
      expect((await me(cookie)).statusCode).toBe(200)
    })

    test('ends at once when signing out, and after twelve hours at the latest', async () => {
      const { cookie } = await world.member('noor')
      const { cookie: other } = await world.member('reem')
      await world.post('/api/auth/sign-out', {}, { cookie })
      expect((await me(cookie)).statusCode).toBe(401)
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 3_600_000 })
      expect((await me(other)).statusCode).toBe(200)
      vi.setSystemTime(Date.now() + 2 * 3_600_000)
      expect((await me(other)).statusCode).toBe(401)
    })

    test.each([
      '/api/auth/sign-up/email',
      '/api/auth/admin/create-user',
      '/api/auth/admin/impersonate-user',
      '/api/auth/admin/set-role',
      '/api/auth/api-key/create',
      '/api/auth/update-user',
      '/api/auth/two-factor/send-otp',
      '/api/auth/sign-in/%65mail/',
    ])('has no address %s', async (url) => {
      const { cookie } = await world.member('amal', 'admin')
      expect(
        (await world.post(url, { email: 'x@amin.example', name: 'x', password: PASSWORD }, { cookie }))
          .statusCode,
      ).toBe(404)
    })

    test('is one address however it is spelled', async () => {
      const { email } = await world.member('noor')
      const answers = []
      for (let i = 0; i < 6; i += 1)
        answers.push(
          (
            await world.post(i % 2 ? '/api/auth/sign-in/email' : '/api/auth/sign-in/%65mail', {
              email,
              password: 'wrong wrong wrong',
            })
          ).statusCode,
        )
      expect(answers).toEqual([401, 401, 401, 401, 401, 429])
    })
  })

  describe('guessing a password', () => {
    const wrong = (email: string, from: string) => world.signIn(email, 'wrong wrong wrong', from)
    const statusOf = async (answer: Promise<{ statusCode: number }>): Promise<number> =>
      (await answer).statusCode

    test('is stopped at the sixth try from one network, and slowed at the eleventh from anywhere', async () => {
      const { email } = await world.member('noor')
      const one = []
      for (let i = 0; i < 6; i += 1) one.push(await statusOf(wrong(email, `2001:db8:1:2::${i}`)))
      expect(one).toEqual([401, 401, 401, 401, 401, 429])
      const many = []
      for (let i = 0; i < 7; i += 1) many.push(await statusOf(wrong(email, `9.9.9.${i}`)))
      expect(many).toEqual([401, 401, 401, 401, 401, 429, 429])
      const right = await world.signIn(email, PASSWORD, '8.8.8.8')
      expect(right.statusCode).toBe(429)
      expect(Number(right.headers['retry-after'])).toBeGreaterThan(0)
      expect(Number(right.headers['retry-after'])).toBeLessThanOrEqual(90)
      world.clock.advance(seconds(90))
      expect((await world.signIn(email, PASSWORD, '8.8.8.8')).statusCode).toBe(200)
    })

    test('by strangers does not keep a member out of a browser that was signed in before, and no browser lends that to another account', async () => {
      const { email } = await world.member('noor')
      const { email: other } = await world.member('reem')
      const known = cookiesOf(await world.signIn(email, PASSWORD, '8.8.8.8'))
      for (let i = 0; i < 12; i += 1) for (const each of [email, other]) await wrong(each, `9.9.9.${i}`)
      const inThatBrowser = (who: string, password = PASSWORD) =>
        world.post('/api/auth/sign-in/email', { email: who, password }, { cookie: known, from: '8.8.8.8' })
      expect((await inThatBrowser(other)).statusCode).toBe(429)
      expect((await inThatBrowser(email)).statusCode).toBe(200)
      for (let i = 0; i < 12; i += 1) await wrong(email, `9.9.8.${i}`)
      const own = []
      for (let i = 0; i < 6; i += 1) own.push(await statusOf(inThatBrowser(email, 'wrong wrong wrong')))
      expect(own).toEqual([401, 401, 401, 401, 401, 429])
    })

    test('is stopped although all tries come at the same time', async () => {
      const { email } = await world.member('noor')
      const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => wrong(email, `9.9.9.${i}`)))
      expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(10)
    })

    test('counts unknown accounts alike, so that nobody learns who works here', async () => {
      const answers = []
      for (let i = 0; i < 11; i += 1)
        answers.push(
          (await world.signIn('nobody@amin.example', 'wrong wrong wrong', `9.9.9.${i}`)).statusCode,
        )
      expect(answers.at(-1)).toBe(429)
    })

    test('starts anew after a right one', async () => {
      const { email } = await world.member('noor')
      for (let round = 0; round < 3; round += 1) {
        for (let i = 0; i < 4; i += 1) await world.signIn(email, 'wrong wrong wrong', `9.${round}.9.${i}`)
        expect((await world.signIn(email, PASSWORD, `8.8.8.${round}`)).statusCode).toBe(200)
      }
    })

    test('is stopped inside a stolen session too', async () => {
      const { cookie } = await world.member('noor')
      const answers = []
      for (let i = 0; i < 6; i += 1)
        answers.push(
          (
            await world.post(
              '/api/auth/two-factor/enable',
              { password: 'wrong wrong wrong' },
              { cookie, from: `9.9.9.${i}` },
            )
          ).statusCode,
        )
      expect(answers).toEqual([400, 400, 400, 400, 400, 429])
    })

    test('from one address is limited over all accounts', async () => {
      const answers = []
      for (let i = 0; i < 22; i += 1)
        answers.push(
          (await world.signIn(`nobody${i}@amin.example`, 'wrong wrong wrong', '7.7.7.7')).statusCode,
        )
      expect(answers.slice(-2)).toEqual([429, 429])
    })

    test('cannot hide behind an address that the client made up', async () => {
      const answers = []
      for (let i = 0; i < 22; i += 1)
        answers.push(
          (
            await world.post(
              '/api/auth/sign-in/email',
              { email: `nobody${i}@amin.example`, password: 'wrong wrong wrong' },
              { from: '7.7.7.7', headers: { 'x-real-ip': `1.1.1.${i}`, 'x-forwarded-for': `1.1.2.${i}` } },
            )
          ).statusCode,
        )
      expect(answers.at(-1)).toBe(429)
    })
  })

  describe('a session in which nothing is done', () => {
    const HOUR = 3_600_000
    const at = (begun: number, after: number): void => void vi.setSystemTime(begun + after)

    test('ends after the idle time though its page reads on, says who is there and keeps its stream; what is done keeps it', async () => {
      const desk = await openDesk({ idle: minutes(60) })
      const begun = Date.now()
      vi.useFakeTimers({ toFake: ['Date'], now: begun })
      const [noor, dana] = [await desk.member('noor'), await desk.member('dana')]
      const { code } = await aCase(desk)
      for (let minute = 5; minute < 60; minute += 5) {
        at(begun, minute * 60_000)
        for (const { cookie } of [noor, dana]) {
          expect((await desk.get('/api/v1/cases', { cookie })).statusCode).toBe(200)
          expect(
            (await desk.put(`/api/v1/cases/${code}/presence`, { state: 'viewing' }, { cookie })).statusCode,
          ).toBe(200)
        }
        if (minute === 30)
          expect((await desk.post('/api/v1/me/active', {}, { cookie: dana.cookie })).statusCode).toBe(200)
      }
      at(begun, HOUR)
      expect((await desk.get('/api/v1/me', { cookie: noor.cookie })).statusCode).toBe(401)
      expect((await desk.get('/api/v1/me', { cookie: dana.cookie })).json()).toMatchObject({
        idleMinutes: 60,
      })
      // It is gone, and not only refused: going back in time brings nothing back.
      at(begun, 0)
      expect((await desk.get('/api/v1/me', { cookie: noor.cookie })).statusCode).toBe(401)
      at(begun, 1.5 * HOUR)
      expect((await desk.get('/api/v1/me', { cookie: dana.cookie })).statusCode).toBe(401)
      await desk.close()
    })
  })

  describe('the log of administrators', () => {
    type Line = {
      kind: string
      subject: { id: string }
      by?: { id: string }
      how?: string
      detail: Record<string, string>
    }
    const linesOf = async (cookie: string): Promise<readonly Line[]> => {
      const { deeds } = (await world.get(`/api/v1/audit?${aroundNow()}`, { cookie })).json<{
        deeds: Line[]
      }>()
      return deeds.filter(({ kind }) => kind.startsWith('sign'))
    }

    test('tells who signed in, from a browser known or new, who failed to and who was held up; by ids, without any address', async () => {
      const amal = await world.member('amal', 'admin')
      const noor = await world.member('noor')
      const known = cookiesOf(await world.signIn(noor.email, PASSWORD, '203.0.113.7'))
      await world.post(
        '/api/auth/sign-in/email',
        { email: noor.email, password: PASSWORD },
        { cookie: known, from: '203.0.113.7' },
      )
      for (let i = 0; i < 12; i += 1) await world.signIn(noor.email, 'wrong wrong wrong', `198.51.100.${i}`)
      const lines = (await linesOf(amal.cookie)).filter(({ subject }) => subject.id === noor.id).toReversed()
      expect(lines.slice(0, 3).map(({ kind, by, detail }) => [kind, by?.id, detail])).toEqual([
        ['signed_in', noor.id, { how: 'password', browser: 'new' }],
        ['signed_in', noor.id, { how: 'password', browser: 'new' }],
        ['signed_in', noor.id, { how: 'password', browser: 'known' }],
      ])
      expect(lines.slice(3).map(({ kind, how }) => [kind, how])).toEqual([
        ...Array.from({ length: 10 }, () => ['sign_in_failed', 'stranger']),
        ['sign_in_held_up', 'stranger'],
      ])
      expect(JSON.stringify(await linesOf(amal.cookie))).not.toMatch(/203\.0|198\.51|@/)
    })

    test('tells of the second step, right and wrong', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 30_000) * 30_000 + 15_000 })
      const amal = await world.member('amal', 'admin')
      const noor = await world.member('noor')
      const { secret } = await enrol(world, noor.cookie)
      const challenge = cookiesOf(await world.signIn(noor.email, PASSWORD, '2.2.2.2'))
      await world.post('/api/auth/two-factor/verify-totp', { code: '000000' }, { cookie: challenge })
      await world.post(
        '/api/auth/two-factor/verify-totp',
        { code: await codeOf(secret) },
        { cookie: challenge },
      )
      const lines = (await linesOf(amal.cookie)).filter(({ subject }) => subject.id === noor.id)
      expect(lines.slice(0, 2).map(({ kind, detail }) => [kind, detail['how']])).toEqual([
        ['signed_in', 'code'],
        ['sign_in_failed', 'code'],
      ])
      expect(lines.filter(({ kind }) => kind === 'signed_in')).toHaveLength(2)
    })

    test('counts failures at addresses that nobody here has, and names none of them', async () => {
      const amal = await world.member('amal', 'admin')
      for (let i = 0; i < 5; i += 1)
        await world.signIn(`nobody${i}@amin.example`, 'wrong wrong wrong', `9.9.9.${i}`)
      world.clock.advance(seconds(900))
      await world.signIn('nobody@amin.example', 'wrong wrong wrong', '9.9.9.9')
      expect(
        (await linesOf(amal.cookie))
          .filter(({ kind }) => kind === 'sign_in_failed')
          .map(({ detail }) => detail),
      ).toEqual([{ count: '5' }, { count: '1' }])
    })
  })

  describe('a password that is tried first', () => {
    test.each([
      'passwordpassword',
      '123456789012',
      'aaaaaaaaaaaa',
      'qwertyuiopas',
      'noor@amin.example',
      'aminaminamin2026',
      'Kurdistan2026',
    ])('is not taken: %s; the link stays good for another', async (password) => {
      const invited = await world.console.agents.invite({
        email: 'noor@amin.example',
        name: 'Noor',
        role: 'agent',
      })
      if (invited.status !== 'invited') throw new Error('not invited')
      const token = new URL(invited.link).hash.slice(1)
      const accept = (chosen: string) => world.post('/api/v1/invitations/accept', { token, password: chosen })
      expect((await accept(password)).json()).toMatchObject({ status: 400, code: 'password_weak' })
      expect((await accept('seven green lamps tonight')).statusCode).toBe(200)
    })

    test('is taken neither for the first administrator nor in place of another, nor from the settings', async () => {
      const token = new URL((await world.console.agents.setupLink()) ?? '').hash.slice(1)
      const first = { email: 'first@amin.example', name: 'First', password: 'passwordpassword' }
      expect((await world.post('/api/v1/setup', { ...first, token })).json()).toMatchObject({
        code: 'password_weak',
      })
      expect(await world.console.agents.createFirstAdmin(first)).toBe('weak')
      const { cookie } = await world.member('noor')
      const change = { currentPassword: PASSWORD, newPassword: 'passwordpassword' }
      expect((await world.post('/api/auth/change-password', change, { cookie })).json()).toMatchObject({
        code: 'PASSWORD_WEAK',
      })
      expect((await world.post('/api/v1/setup', { ...first, token, password: PASSWORD })).statusCode).toBe(
        201,
      )
    })
  })

  describe('the second factor', () => {
    // In the middle of a half minute, so that no test begins in one and ends in the next.
    beforeEach(
      () =>
        void vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 30_000) * 30_000 + 15_000 }),
    )

    test('is asked for after the password, and nothing is open before it', async () => {
      const { email, cookie } = await world.member('noor')
      const { secret } = await enrol(world, cookie)
      const first = await world.signIn(email, PASSWORD, '2.2.2.2')
      expect(first.json()).toMatchObject({ twoFactorRedirect: true })
      expect((await me(cookiesOf(first))).statusCode).toBe(401)
      const wrong = await world.post(
        '/api/auth/two-factor/verify-totp',
        { code: '000000' },
        { cookie: cookiesOf(first) },
      )
      expect(wrong.statusCode).toBe(401)
      const second = await world.post(
        '/api/auth/two-factor/verify-totp',
        { code: await codeOf(secret) },
        { cookie: cookiesOf(first) },
      )
      expect(second.statusCode).toBe(200)
      expect((await me(cookiesOf(second))).json()).toMatchObject({ secondFactor: true })
    })

    test('takes a code once: the second use gets no cookie at all', async () => {
      const { email, cookie } = await world.member('noor')
      const { secret } = await enrol(world, cookie)
      const code = await codeOf(secret)
      const use = async (from: string) => {
        const challenge = await world.signIn(email, PASSWORD, from)
        return world.post(
          '/api/auth/two-factor/verify-totp',
          { code },
          { cookie: cookiesOf(challenge), from },
        )
      }
      expect((await use('2.2.2.2')).statusCode).toBe(200)
      const replay = await use('3.3.3.3')
      expect(replay.statusCode).toBe(401)
      expect(replay.json()).toMatchObject({ code: 'INVALID_CODE' })
      expect(cookiesOf(replay)).toBe('')
    })

    test('takes a code once also from two at the same time', async () => {
      const { email, cookie } = await world.member('noor')
      const { secret } = await enrol(world, cookie)
      const code = await codeOf(secret)
      const challenges = await Promise.all(
        ['2.2.2.2', '3.3.3.3', '4.4.4.4'].map((from) => world.signIn(email, PASSWORD, from)),
      )
      const uses = await Promise.all(
        challenges.map((challenge, i) =>
          world.post(
            '/api/auth/two-factor/verify-totp',
            { code },
            { cookie: cookiesOf(challenge), from: `5.5.5.${i}` },
          ),
        ),
      )
      expect(uses.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
      expect(uses.filter(({ statusCode }) => statusCode === 401)).toHaveLength(2)
    })

    test('does not let a browser skip it next time', async () => {
      const { email, cookie } = await world.member('noor')
      const { secret } = await enrol(world, cookie)
      const challenge = await world.signIn(email, PASSWORD, '2.2.2.2')
      const answer = await world.post(
        '/api/auth/two-factor/verify-totp',
        { code: await codeOf(secret), trustDevice: true },
        { cookie: cookiesOf(challenge) },
      )
      expect(answer.statusCode).toBe(200)
      expect(String(answer.headers['set-cookie'])).not.toContain('trust')
    })

    test('has backup codes, each good once', async () => {
      const { email, cookie } = await world.member('noor')
      const { backupCodes } = await enrol(world, cookie)
      const use = async (from: string) => {
        const challenge = await world.signIn(email, PASSWORD, from)
        return world.post(
          '/api/auth/two-factor/verify-backup-code',
          { code: backupCodes[0] },
          { cookie: cookiesOf(challenge), from },
        )
      }
      expect((await use('2.2.2.2')).statusCode).toBe(200)
      expect((await use('3.3.3.3')).statusCode).toBe(401)
    })
  })

  test('nobody can act as somebody else, not even from inside the program', async () => {
    const { openAuth } = await import('../../../adapters/console/server/identity/auth.ts')
    const { cookie } = await world.member('amal', 'admin')
    const { id } = await world.member('noor')
    const { hasher } = world.ports
    const auth = await openAuth({
      agentsDb: world.database,
      authSecret: 'a secret of forty characters for testing',
      publicUrl: 'http://127.0.0.1:8080',
      clock: world.clock,
      hasher,
      log: world.log,
    })
    await expect(
      auth.api.impersonateUser({ body: { userId: id }, headers: new Headers({ cookie }) }),
    ).rejects.toMatchObject({
      body: { code: 'IMPERSONATION_DISABLED' },
    })
  })
})
