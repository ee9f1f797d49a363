import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Done, Problem } from '../../../adapters/console/contract/index.ts'
import type { OwnReplies, Replies } from '../../../adapters/console/contract/replies.ts'
import { replies } from '../../../bots/amin/replies/set.ts'
import { openReplyTexts } from '../../../bots/texts.ts'
import { aCase, openWorld, type World } from './world.ts'

describe('ready texts', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.close())

  const put = (body: unknown, cookie: string) =>
    world.server.app.inject({
      method: 'PUT',
      url: '/api/v1/me/replies',
      headers: { 'content-type': 'application/json', 'x-amin': '1', origin: 'http://127.0.0.1:8080', cookie },
      payload: JSON.stringify(body),
    })
  const forCase = async (code: string, cookie: string, lang = 'ar') =>
    (await world.get(`/api/v1/cases/${code}/replies?lang=${lang}`, { cookie })).json<Replies>().replies
  const mine = {
    id: 'r1',
    name: 'قريب',
    texts: { en: 'I am {agent}, your case is {code}, within {hours} hours {other}' },
  }

  test('come in the person’s language, named in the reader’s, with code and name filled in and the proposal marked', async () => {
    const sara = await world.member('sara')
    const { code } = await aCase(world)
    const texts = await forCase(code, sara.cookie)
    expect(texts.map(({ id }) => id)).toEqual(replies)
    const of = (id: string) => texts.find((each) => each.id === id)
    expect(of('hello')).toMatchObject({
      language: 'en',
      own: false,
      name: openReplyTexts().say('ar', 'hello-name'),
    })
    expect(of('hello')?.text).toContain('sara')
    expect(of('come-back')?.text).toContain(code)
    expect(of('next-word')).toMatchObject({ fill: '24', text: expect.stringContaining('24') })
    expect(texts.filter(({ missing }) => missing !== undefined)).toMatchObject([
      { id: 'report-account', missing: ['platform'], text: expect.stringContaining('{platform}') },
      { id: 'call-number', missing: ['hotline'], text: expect.stringContaining('{hotline}') },
    ])
    expect(texts.filter(({ fill }) => fill !== undefined).map(({ id }) => id)).toEqual(['next-word'])
  })

  test.each(['me-under-13', 'me-13-15', 'me-16-17', 'other-minor'])(
    'none that asks for pictures is offered in the case of a child: %s',
    async (age) => {
      const sara = await world.member('sara')
      const child = await aCase(world)
      await child.append({ type: 'answer_given', step: 'age', answer: { kind: 'choice', option: age } })
      expect((await forCase(child.code, sara.cookie)).map(({ id }) => id)).toEqual(
        replies.filter((id) => id !== 'screenshots'),
      )
    },
  )

  test('one’s own stand first, are filled in, and are nobody else’s', async () => {
    const [sara, omar] = [await world.member('sara'), await world.member('omar')]
    const { code } = await aCase(world)
    expect((await put({ replies: [mine] }, sara.cookie)).json()).toEqual({ replies: [mine] })
    const [first] = await forCase(code, sara.cookie)
    expect(first).toEqual({
      id: 'r1',
      name: 'قريب',
      text: `I am sara, your case is ${code}, within 24 hours {other}`,
      language: 'en',
      own: true,
      fill: '24',
    })
    expect((await forCase(code, omar.cookie)).some(({ own }) => own)).toBe(false)
    expect((await world.get('/api/v1/me/replies', { cookie: omar.cookie })).json<OwnReplies>()).toEqual({
      replies: [],
    })
    await put({ replies: [] }, sara.cookie)
    expect((await world.get('/api/v1/me/replies', { cookie: sara.cookie })).json<OwnReplies>()).toEqual({
      replies: [],
    })
  })

  test('a text that nobody wrote in the person’s language is named without a text, and no other language takes its place', async () => {
    const sara = await world.member('sara')
    const { code } = await aCase(world)
    await put({ replies: [{ id: 'r1', name: 'قريب', texts: { ar: 'أنا هنا' } }] }, sara.cookie)
    expect((await forCase(code, sara.cookie))[0]).toEqual({
      id: 'r1',
      name: 'قريب',
      language: 'en',
      own: true,
    })
  })

  test('a placeholder that nothing was filled into is refused, as words and as a promise, and the person is told nothing', async () => {
    const sara = await world.member('sara')
    const { code } = await aCase(world)
    const { version } = (await world.post(`/api/v1/cases/${code}/claim`, {}, sara)).json<Done>()
    for (const text of ['Call {hotline}.', 'Your code: {cod}', 'اتصل على {رقم الخط}'])
      expect(
        (
          await world.post(`/api/v1/cases/${code}/messages`, { text, expectedVersion: version }, sara)
        ).json<Problem>(),
      ).toMatchObject({ status: 400, code: 'placeholder' })
    const until = new Date(world.clock.now() + 3_600_000).toISOString()
    expect(
      (await world.post(`/api/v1/cases/${code}/snooze`, { until, promise: 'By {until}.' }, sara)).json(),
    ).toMatchObject({ code: 'placeholder' })
    const page = await world.get(`/api/v1/cases/${code}/messages`, sara)
    expect(page.body).not.toMatch(/hotline|cod\}|until\}/)
    // What stays inside may name whatever it likes.
    expect((await world.post(`/api/v1/cases/${code}/notes`, { text: '{hotline}' }, sara)).statusCode).toBe(
      200,
    )
  })

  test('what a member wrote lies sealed in the database', async () => {
    const sara = await world.member('sara')
    await put(
      { replies: [{ id: 'r1', name: 'CANARYNAME', texts: { en: 'CANARYTEXT of mine' } }] },
      sara.cookie,
    )
    const rows = world.database.prepare('SELECT * FROM ownReplies').all()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/CANARY/)
  })

  test('a list without any text, too long, or from who does not work on cases is refused', async () => {
    const [sara, auditor] = [await world.member('sara'), await world.member('nadia', 'auditor')]
    expect((await put({ replies: [{ id: 'r1', name: 'x', texts: {} }] }, sara.cookie)).statusCode).toBe(400)
    expect(
      (await put({ replies: Array.from({ length: 51 }, (_, i) => ({ ...mine, id: `r${i}` })) }, sara.cookie))
        .statusCode,
    ).toBe(400)
    expect((await put({ replies: [mine] }, auditor.cookie)).statusCode).toBe(403)
    expect((await world.get('/api/v1/cases/ZZZZZZZZ/replies', { cookie: sara.cookie })).statusCode).toBe(404)
  })
})
