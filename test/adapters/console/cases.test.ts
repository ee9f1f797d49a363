import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseFile, CasePage, Custody, Evidence } from '../../../adapters/console/contract/index.ts'
import type { MessagePage } from '../../../adapters/console/contract/messages.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { aCase, openWorld, PUBLIC_URL, type BuiltCase, type World } from './world.ts'

let world: World
let cookie: string
let me: string
let item: BuiltCase
beforeEach(async () => {
  world = await openWorld()
  const member = await world.member('noor')
  cookie = member.cookie
  me = member.id
  item = await aCase(world)
})
afterEach(() => world.close())

const read = async <T>(url: string): Promise<T> => (await world.get(url, { cookie })).json<T>()
const file = () => read<CaseFile>(`/api/v1/cases/${item.code}`)
const post = (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  world.post(`/api/v1/cases/${item.code}/${path}`, body, { cookie, headers })

describe('the queue', () => {
  test('shows what waits with its last words, and where the feed stood', async () => {
    await item.receive({ kind: 'text', text: untrusted('they have my pictures') })
    const page = await read<CasePage>('/api/v1/cases?status=waiting')
    expect(page.rows).toMatchObject([
      {
        code: item.code,
        status: 'waiting',
        preview: 'they have my pictures',
        unread: 1,
        channel: 'telegram',
      },
    ])
    expect(page.counts).toMatchObject({ waiting: 1, bot: 0 })
    expect(page.position).toBe(await world.ports.store.feed.head())
  })

  test('says what a case is about in the reader’s language, and nothing of it that the person worded', async () => {
    await item.append(
      {
        type: 'answer_given',
        step: 'amount',
        answer: { kind: 'amount', amount: 500, currency: 'USD', raw: untrusted('canary: five hundred') },
      },
      { type: 'answer_given', step: 'demand', answer: { kind: 'choices', options: ['money', 'photos'] } },
      { type: 'answer_given', step: 'spread', answer: { kind: 'choices', options: ['family'] } },
      { type: 'answer_given', step: 'governorate', answer: { kind: 'choice', option: 'basra' } },
    )
    const factsIn = async (lang: string) =>
      (await read<CasePage>(`/api/v1/cases?status=waiting&lang=${lang}`)).rows[0]?.facts
    expect(await factsIn('en')).toEqual([
      { is: 'wants', amount: 500, currency: 'USD' },
      { is: 'wants', text: 'More photos' },
      { is: 'weighs', text: 'Reached the family' },
      { is: 'region', text: 'Basra' },
    ])
    expect((await factsIn('ckb'))?.at(-1)).toEqual({ is: 'region', text: 'بەسرە' })
    expect(JSON.stringify(await factsIn('ar'))).not.toContain('canary')
    const found = await world.post('/api/v1/search', { q: item.code }, { cookie })
    expect(found.json<CasePage>().rows[0]?.facts).toHaveLength(4)
  })

  test('filters by state, several at once, by assignee and by the beginning of a code however it is typed', async () => {
    const other = await aCase(world, { status: 'bot' })
    await post('claim')
    const codes = async (query: string) =>
      (await read<CasePage>(`/api/v1/cases?${query}`)).rows.map(({ code }) => code)
    expect(await codes('status=bot')).toEqual([other.code])
    expect((await codes('status=bot&status=agent')).toSorted()).toEqual([item.code, other.code].toSorted())
    expect(await codes('assignee=me')).toEqual([item.code])
    expect(await codes(`assignee=${me}`)).toEqual([item.code])
    const typed = ` ${item.code.slice(0, 4)}-${item.code.slice(4)}`
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'l')
    expect(await codes(`q=${encodeURIComponent(typed)}`)).toEqual([item.code])
    expect(await codes('q=%D8%B3')).toEqual([])
  })

  test('pages by cursor without gap or repeat', async () => {
    for (let i = 0; i < 6; i += 1) await aCase(world)
    const seen: string[] = []
    let cursor = ''
    do {
      const page: CasePage = await read(
        `/api/v1/cases?limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      )
      seen.push(...page.rows.map(({ code }) => code))
      cursor = page.cursor ?? ''
    } while (cursor !== '')
    expect(new Set(seen).size).toBe(7)
    expect(seen).toHaveLength(7)
  })

  test.each(['status=asleep', 'limit=0', 'limit=201', 'limit=x', 'severity=P9'])(
    'refuses %s and says where it is wrong',
    async (query) => {
      const answer = await world.get(`/api/v1/cases?${query}`, { cookie })
      expect(answer.statusCode).toBe(400)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.json()).toMatchObject({
        code: 'invalid',
        fields: [expect.stringMatching(/^\/querystring\/(status|limit|severity)/)],
      })
    },
  )
})

describe('the case file', () => {
  test('words answers and reasons in the language that is asked for', async () => {
    await item.append(
      { type: 'answer_given', step: 'danger', answer: { kind: 'choice', option: 'yes' } },
      {
        type: 'answer_given',
        step: 'story',
        answer: { kind: 'text', text: untrusted('words of the person') },
      },
      { type: 'step_skipped', step: 'age', how: 'unknown' },
    )
    const english = await read<CaseFile>(`/api/v1/cases/${item.code}?lang=en`)
    const arabic = (
      await world.get(`/api/v1/cases/${item.code}`, {
        cookie,
        headers: { 'accept-language': 'ar-IQ,en;q=0.5' },
      })
    ).json<CaseFile>()
    expect(english.answers.map(({ step }) => step)).toEqual(['danger', 'story', 'age'])
    expect(english.answers[1]).toMatchObject({ answer: 'words of the person', skipped: false })
    expect(english.answers[2]).toMatchObject({ answer: '', skipped: true, how: 'unknown' })
    expect(english.answers[0]?.question).not.toBe(arabic.answers[0]?.question)
    expect(arabic.answers[0]?.question).toMatch(/[\u0600-\u06ff]/)
  })

  test('knows whose it is, its notes and its version', async () => {
    expect(await file()).toMatchObject({ mine: false, status: 'waiting', notes: [] })
    await post('claim')
    await post('notes', { text: 'call her sister' })
    const now = await file()
    expect(now).toMatchObject({
      mine: true,
      status: 'agent',
      assignee: { id: me, name: 'noor' },
      notes: [{ author: 'noor', text: 'call her sister' }],
    })
    expect(now.version).toBeLessThan(now.seq)
  })

  test('of no case is 404, of a malformed code 400, of an erased case 410 while its chain can still be read', async () => {
    expect((await world.get('/api/v1/cases/00000000', { cookie })).statusCode).toBe(404)
    expect((await world.get('/api/v1/cases/nocode', { cookie })).statusCode).toBe(400)
    await world.desk.erase(item.code, 'agent:x', 'asked for')
    for (const path of ['', '/messages', '/evidence']) {
      const answer = await world.get(`/api/v1/cases/${item.code}${path}`, { cookie })
      expect(answer.statusCode).toBe(410)
      expect(answer.json()).toMatchObject({ code: 'erased' })
    }
    expect((await post('claim')).statusCode).toBe(410)
    const custody = await read<Custody>(`/api/v1/cases/${item.code}/custody`)
    expect(custody.intact).toBe(true)
    expect(custody.entries.at(-1)?.kinds).toContain('case_erased')
  })
})

describe('messages', () => {
  const page = (query = '') => read<MessagePage>(`/api/v1/cases/${item.code}/messages${query}`)

  test('page from the newest to the oldest without gap or repeat', async () => {
    for (let i = 0; i < 7; i += 1) await item.receive({ kind: 'text', text: untrusted(`line ${i}`) })
    const texts: string[] = []
    let before = ''
    do {
      const got: MessagePage = await page(`?limit=3${before}`)
      texts.unshift(...got.messages.map((message) => message.text ?? message.event ?? ''))
      before = got.older === undefined ? '' : `&before=${got.older}`
    } while (before !== '')
    expect(texts).toEqual(['handoff', ...Array.from({ length: 7 }, (_, i) => `line ${i}`)])
  })

  test('keep every version of an edited one', async () => {
    await item.receive({ kind: 'text', text: untrusted('first') }, { message: 'edited' })
    await item.receive({ kind: 'text', text: untrusted('second') }, { message: 'edited', edit: 1 })
    await item.receive({ kind: 'text', text: untrusted('third') }, { message: 'edited', edit: 2 })
    expect((await page()).messages.at(-1)).toMatchObject({
      text: 'first',
      edits: [{ text: 'second' }, { text: 'third' }],
    })
  })

  test('show who said it first, what was pressed, where a file stands and how delivery goes', async () => {
    await item.receive(
      { kind: 'text', text: untrusted('pay or I post it') },
      {
        forward: untrusted(
          JSON.stringify({ type: 'hidden_user', sender_user_name: 'Shadow', date: 1_700_000_000 }),
        ),
      },
    )
    await post('claim')
    const { version } = await file()
    expect((await post('messages', { text: 'I am here', expectedVersion: version })).statusCode).toBe(200)
    const { messages } = await page()
    expect(messages.find((message) => message.text === 'pay or I post it')).toMatchObject({
      from: 'person',
      forwarded: { from: 'Shadow', hidden: true, attested: false, at: '2023-11-14T22:13:20.000Z' },
    })
    expect(messages.at(-1)).toMatchObject({
      from: 'agent',
      author: 'noor',
      text: 'I am here',
      delivery: 'queued',
    })
    expect(messages.find((message) => message.event === 'claimed')).toMatchObject({
      from: 'event',
      author: 'noor',
    })
  })

  test('hold no note, and tell the version that a reply must carry', async () => {
    await post('claim')
    await post('notes', { text: 'an aside' })
    const got = await page()
    expect(JSON.stringify(got)).not.toContain('an aside')
    expect(got.version).toBe((await file()).version)
  })

  test('before a place that is none is 400', async () => {
    expect((await world.get(`/api/v1/cases/${item.code}/messages?before=x`, { cookie })).statusCode).toBe(400)
  })
})

describe('commands', () => {
  test('claim names who holds it, and is the same twice for the same agent', async () => {
    expect((await post('claim')).json()).toMatchObject({ code: item.code })
    expect((await post('claim')).statusCode).toBe(200)
    const other = await world.member('reem')
    const refused = await world.post(`/api/v1/cases/${item.code}/claim`, {}, { cookie: other.cookie })
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toEqual(
      expect.objectContaining({ type: 'about:blank', status: 409, code: 'held', holder: 'noor' }),
    )
  })

  test('claimed by ten at once has one holder', async () => {
    const others = await Promise.all(Array.from({ length: 9 }, (_, i) => world.member(`agent${i}`)))
    const outcomes = await Promise.all(
      [cookie, ...others.map((other) => other.cookie)].map((each) =>
        world.post(`/api/v1/cases/${item.code}/claim`, {}, { cookie: each }),
      ),
    )
    expect(outcomes.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    expect(outcomes.filter(({ statusCode }) => statusCode === 409)).toHaveLength(9)
  })

  test('a message is refused where something was said since, and where the case is not held', async () => {
    const { version } = await file()
    expect((await post('messages', { text: 'hello', expectedVersion: version })).json()).toMatchObject({
      status: 403,
      code: 'not_yours',
    })
    await post('claim')
    const seen = (await file()).version
    await item.receive({ kind: 'text', text: untrusted('wait') })
    const refused = await post('messages', { text: 'hello', expectedVersion: seen })
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({ code: 'moved', version: (await file()).version })
  })

  test('a message repeated with its key is said once', async () => {
    await post('claim')
    const { version } = await file()
    const body = { text: 'only once', expectedVersion: version }
    const key = { 'idempotency-key': 'k-1' }
    const [first, second] = [await post('messages', body, key), await post('messages', body, key)]
    expect([first.statusCode, second.statusCode]).toEqual([200, 200])
    const { messages } = await read<MessagePage>(`/api/v1/cases/${item.code}/messages`)
    expect(messages.filter(({ text }) => text === 'only once')).toHaveLength(1)
  })

  test('a note and a new case repeated with their keys are made once', async () => {
    const key = { 'idempotency-key': 'k-1' }
    await Promise.all([post('notes', { text: 'twice' }, key), post('notes', { text: 'twice' }, key)])
    expect((await file()).notes).toHaveLength(1)
    const open = () =>
      world.post('/api/v1/cases', { language: 'en', story: 'by phone', note: '' }, { cookie, headers: key })
    const [first, second] = [await open(), await open()]
    expect(first.statusCode).toBe(201)
    expect(first.json()).toEqual(second.json())
  })

  test('other words under a key that was used are 422 with a code, never 200 and gone', async () => {
    const key = { 'idempotency-key': 'k-1' }
    await post('claim')
    const { version } = await file()
    const say = (text: string) => post('messages', { text, expectedVersion: version }, key)
    const open = (story: string) =>
      world.post('/api/v1/cases', { language: 'en', story, note: '' }, { cookie, headers: key })
    expect(
      [await say('one'), await post('notes', { text: 'one' }, key), await open('one')].map(
        ({ statusCode }) => statusCode,
      ),
    ).toEqual([200, 200, 201])
    for (const answer of [
      await say('OTHER'),
      await post('notes', { text: 'OTHER' }, key),
      await open('OTHER'),
    ]) {
      expect(answer.statusCode).toBe(422)
      expect(answer.json()).toMatchObject({ code: 'key_reused' })
    }
  })

  test('a cursor that nobody gave is 400, in the queue, in a search and in the stream', async () => {
    for (const address of ['/api/v1/cases?cursor=garbage', '/api/v1/cases?q=%3F%3F&cursor=garbage']) {
      const answer = await world.get(address, { cookie })
      expect([address, answer.statusCode, answer.json()]).toMatchObject([
        address,
        400,
        { code: 'invalid', fields: ['/querystring/cursor'] },
      ])
    }
    for (const q of ['', 'money', '+9647701234567'])
      expect((await world.post('/api/v1/search', { q, cursor: 'garbage' }, { cookie })).json()).toMatchObject(
        {
          status: 400,
          fields: ['/body/cursor'],
        },
      )
    for (const headers of [{ 'last-event-id': 'garbage' }, { 'last-event-id': '-1' }])
      expect((await world.get('/api/v1/events', { cookie, headers })).json()).toMatchObject({
        status: 400,
        fields: ['/headers/last-event-id'],
      })
    expect((await world.get('/api/v1/events?after=garbage', { cookie })).statusCode).toBe(400)
    expect(
      (await world.get(`/api/v1/cases/${item.code}/messages?before=garbage`, { cookie })).statusCode,
    ).toBe(400)
  })

  test('a message to somebody who blocked us, and to a case without a chat, says so', async () => {
    await post('claim')
    await item.append({ type: 'person_blocked' })
    const { version } = await file()
    expect((await post('messages', { text: 'hello', expectedVersion: version })).json()).toMatchObject({
      status: 409,
      code: 'blocked',
    })
    const opened = (await world.post('/api/v1/cases', { story: 'by phone' }, { cookie })).json<{
      code: string
      version: number
    }>()
    const answer = await world.post(
      `/api/v1/cases/${opened.code}/messages`,
      { text: 'hello', expectedVersion: opened.version },
      { cookie },
    )
    expect(answer.json()).toMatchObject({ status: 409, code: 'no_chat' })
  })

  test('lowering the severity needs a reason', async () => {
    await post('severity', { severity: 'P1' })
    expect((await post('severity', { severity: 'P2' })).json()).toMatchObject({
      status: 400,
      code: 'reason_required',
    })
    expect((await post('severity', { severity: 'P2', reason: 'she is safe now' })).statusCode).toBe(200)
    expect((await file()).severity).toBe('P2')
  })

  test('release, transfer and close need the case, and close it once', async () => {
    for (const [path, body] of [
      ['release', { to: 'bot' }],
      ['close', { outcome: 'resolved' }],
      ['transfer', { team: 'minors' }],
    ] as const)
      expect((await post(path, body)).json()).toMatchObject({ code: 'not_yours' })
    await post('claim')
    expect((await post('release', { to: 'queue' })).statusCode).toBe(200)
    expect((await file()).status).toBe('waiting')
    await post('claim')
    expect((await post('close', { outcome: 'resolved' })).statusCode).toBe(200)
    expect((await post('close', { outcome: 'resolved' })).json()).toMatchObject({
      status: 409,
      code: 'already',
    })
  })

  test('transfer goes to one who can work, or to a team that there is', async () => {
    const reem = await world.member('reem')
    const analyst = await world.member('dana', 'analyst')
    await post('claim')
    expect((await post('transfer', { agent: 'nobody' })).statusCode).toBe(404)
    expect((await post('transfer', { agent: analyst.id })).statusCode).toBe(404)
    expect((await post('transfer', { team: 'nowhere' })).statusCode).toBe(404)
    expect((await post('transfer', {})).statusCode).toBe(400)
    expect((await post('transfer', { team: 'minors', agent: reem.id })).statusCode).toBe(400)
    expect((await post('transfer', { agent: reem.id })).statusCode).toBe(200)
    expect(await file()).toMatchObject({ mine: false, assignee: { name: 'reem' } })
  })

  test.each([
    ['messages', { text: '', expectedVersion: 0 }],
    ['messages', { text: 'x'.repeat(4001), expectedVersion: 0 }],
    ['messages', { text: 'x' }],
    ['release', { to: 'moon' }],
    ['close', { outcome: 'won' }],
    ['notes', { text: '   ' }],
    ['severity', { severity: 'P0' }],
  ])('%s refuses what has another shape', async (path, body) => {
    expect((await post(path, body)).statusCode).toBe(400)
  })

  test('refuses what is no JSON, what is too large and what is of another type', async () => {
    const send = (payload: string, type = 'application/json') =>
      world.server.app.inject({
        method: 'POST',
        url: `/api/v1/cases/${item.code}/notes`,
        headers: { cookie, 'x-amin': '1', origin: 'http://127.0.0.1:8080', 'content-type': type },
        payload,
      })
    expect((await send('{')).json()).toMatchObject({ status: 400, code: 'invalid' })
    expect((await send(JSON.stringify({ text: 'x'.repeat(1_100_000) }))).json()).toMatchObject({
      status: 413,
      code: 'too_large',
    })
    expect((await send('<a/>', 'application/xml')).json()).toMatchObject({
      status: 415,
      code: 'unsupported_type',
    })
  })
})

describe('evidence and custody', () => {
  test('list what arrived with its hash, and every entry with who made it', async () => {
    const content = new TextEncoder().encode('bytes')
    const evidence = await item.seal(content, { kind: 'document', mime: 'text/plain', fileName: 'proof.txt' })
    const { evidence: list } = await read<{ evidence: Evidence[] }>(`/api/v1/cases/${item.code}/evidence`)
    expect(list).toMatchObject([
      {
        id: evidence,
        kind: 'document',
        state: 'sealed',
        sha256: world.ports.hasher.sha256(content),
        size: 5,
        fileName: 'proof.txt',
        preview: 'pending',
      },
    ])
    await post('claim')
    const custody = await read<Custody>(`/api/v1/cases/${item.code}/custody`)
    expect(custody.intact).toBe(true)
    expect(custody.entries.at(-1)).toMatchObject({
      actor: `agent:${me}`,
      agent: { id: me, name: 'noor' },
      kinds: expect.arrayContaining(['case_claimed']),
    })
    expect((await world.get('/api/v1/cases/00000000/custody', { cookie })).statusCode).toBe(404)
  })

  test('a failed and a pending file say so', async () => {
    await item.append(
      ...(['E1', 'E2'] as const).map(
        (id) =>
          ({
            type: 'evidence_announced',
            evidence: id as never,
            inbound: id as never,
            kind: 'photo',
            capture: 'recompressed',
            forwarded: true,
            sentAt: world.clock.now(),
          }) as const,
      ),
      { type: 'evidence_failed', evidence: 'E1' as never, why: 'gone' },
    )
    const { evidence: list } = await read<{ evidence: Evidence[] }>(`/api/v1/cases/${item.code}/evidence`)
    expect(list).toMatchObject([
      { id: 'E1', state: 'failed', why: 'gone', preview: 'none' },
      { id: 'E2', state: 'pending', preview: 'pending', forwarded: true },
    ])
  })
})

describe('a file to the person', () => {
  const send = (body: Buffer, version: number, headers: Record<string, string> = {}) =>
    world.server.app.inject({
      method: 'POST',
      url: `/api/v1/cases/${item.code}/files?expectedVersion=${version}`,
      payload: body,
      headers: {
        cookie,
        origin: PUBLIC_URL,
        'x-amin': '1',
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent('خطة.pdf'),
        ...headers,
      },
    })
  const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

  test('is sent once under its key, told in the conversation and the case file, and read back by who may see the case', async () => {
    await post('claim')
    const { version, sends } = await file()
    expect(sends).toMatchObject({ photo: expect.any(Number) as number })
    for (const _ of [1, 2])
      expect((await send(PDF, version, { 'idempotency-key': 'file-1' })).statusCode).toBe(200)
    const { messages } = await read<MessagePage>(`/api/v1/cases/${item.code}/messages`)
    const sent = messages.filter((message) => message.file !== undefined)
    expect(sent).toMatchObject([
      {
        from: 'agent',
        file: { kind: 'document', name: 'خطة.pdf', mime: 'application/pdf', size: PDF.length },
      },
    ])
    const back = await world.get(`/api/v1/cases/${item.code}/files/${sent[0]!.id}`, { cookie })
    expect(back.rawPayload.equals(PDF)).toBe(true)
    expect(back.headers['content-disposition']).toMatch(/^attachment/)
  })

  test('that is no picture, PDF or recording is refused, and so is one to a case that somebody else holds', async () => {
    expect((await send(PDF, 0)).json()).toMatchObject({ code: 'not_yours' })
    await post('claim')
    const { version } = await file()
    expect((await send(Buffer.from('hello'), version)).json()).toMatchObject({ code: 'file_type' })
    expect((await send(PDF, version + 7)).json()).toMatchObject({ code: 'moved' })
  })
})
