import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import * as contract from '../../../adapters/console/contract/index.ts'
import { Message, MessagePage } from '../../../adapters/console/contract/messages.ts'
import { readCode } from '../../../adapters/console/server/cases/case-code.ts'
import { presentForward } from '../../../adapters/console/server/cases/forward.ts'
import { presentCase, presentRow } from '../../../adapters/console/server/cases/present-case.ts'
import { CustodyDetail, Examination } from '../../../adapters/console/contract/evidence.ts'
import { detailsOf } from '../../../adapters/console/server/evidence/present-custody.ts'
import { presentExamination } from '../../../adapters/console/server/evidence/present-examined.ts'
import { Brief } from '../../../adapters/console/contract/brief.ts'
import { presentBrief } from '../../../adapters/console/server/cases/present-brief.ts'
import { presentEvidence } from '../../../adapters/console/server/evidence/present-evidence.ts'
import { Timeline } from '../../../adapters/console/contract/shift.ts'
import { casesInTimeline, presentTimeline } from '../../../adapters/console/server/shift/present-work.ts'
import { presentMessages } from '../../../adapters/console/server/cases/present-messages.ts'
import type { CaseBook, Desk } from '../../../core/services/desk/desk.ts'
import { briefOf } from '../../../core/services/agents/brief.ts'
import { marksOf, consentList, contactOf, guidanceOf } from '../../../core/services/casebook/dossier.ts'
import { evolve } from '../../../core/model/evolve.ts'
import { emptyCase } from '../../../core/model/state.ts'
import { transcribe } from '../../../core/model/transcript.ts'
import { ASPECTS } from '../../../core/base/examination.ts'
import type { CaseEvent } from '../../../core/model/events.ts'
import { CRISIS_LABELS } from '../../../core/base/danger.ts'
import type { AgentId, CaseCode, CaseId, InboundId } from '../../../core/base/ids.ts'
import type { InboundBody } from '../../../core/base/message.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import type { CaseRow } from '../../../core/ports/store/views.ts'
import { content } from '../../../bots/content.ts'
import { openTexts } from '../../../bots/texts.ts'
import { bytes, instant } from '../../../core/base/units.ts'
import { aCase, openWorld, type World } from './world.ts'

type Operation = {
  readonly operationId?: string
  readonly summary?: string
  readonly description?: string
  readonly responses: Record<string, unknown>
}
type Description = {
  readonly openapi: string
  readonly paths: Record<string, Partial<Record<'get' | 'post', Operation>>>
  readonly components: { readonly schemas: Record<string, AnySchemaObject> }
}

describe('the description of the API', () => {
  let world: World
  let description: Description
  beforeAll(async () => {
    world = await openWorld()
    description = (await world.get('/api/v1/openapi.json')).json<Description>()
  })
  afterAll(() => world.close())

  test('names every call that operators were promised', () => {
    expect(description.openapi).toBe('3.1.0')
    const calls = Object.entries(description.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    )
    // That none is there which nobody knows of is for the table of rights (rights-table.ts).
    expect(calls).toEqual(
      expect.arrayContaining([
        'GET /api/v1/agents/{id}/sessions',
        'GET /api/v1/audit',
        'GET /api/v1/audit.csv',
        'GET /api/v1/keys',
        'GET /api/v1/me/sessions',
        'GET /api/v1/statistics',
        'GET /api/v1/statistics.csv',
        'POST /api/v1/agents/{id}/rights',
        'POST /api/v1/agents/{id}/second-factor/reset',
        'POST /api/v1/agents/{id}/sessions/end',
        'POST /api/v1/agents/{id}/unlock',
        'POST /api/v1/keys',
        'POST /api/v1/keys/{key}/end',
        'POST /api/v1/me/sessions/end-others',
        'POST /api/v1/me/sessions/{session}/end',
        'GET /api/v1/agents',
        'GET /api/v1/cases',
        'GET /api/v1/cases/{code}',
        'GET /api/v1/cases/{code}/custody',
        'GET /api/v1/cases/{code}/evidence',
        'GET /api/v1/cases/{code}/evidence/{id}/derived/{n}',
        'GET /api/v1/cases/{code}/evidence/{id}/examination',
        'GET /api/v1/cases/{code}/evidence/{id}/original',
        'GET /api/v1/cases/{code}/evidence/{id}/place',
        'GET /api/v1/cases/{code}/evidence/{id}/preview',
        'GET /api/v1/cases/{code}/exports',
        'GET /api/v1/cases/{code}/exports/{request}',
        'GET /api/v1/cases/{code}/messages',
        'GET /api/v1/colleagues',
        'GET /api/v1/counts',
        'GET /api/v1/custody/checkpoints',
        'GET /api/v1/events',
        'GET /api/v1/me',
        'GET /api/v1/setup',
        'GET /api/v1/views/{ticket}',
        'GET /api/v1/whatsapp',
        'POST /api/v1/agents',
        'POST /api/v1/agents/{id}/disable',
        'POST /api/v1/agents/{id}/invitation',
        'POST /api/v1/cases',
        'POST /api/v1/cases/{code}/claim',
        'POST /api/v1/cases/{code}/close',
        'POST /api/v1/cases/{code}/evidence/{id}/reveal',
        'POST /api/v1/cases/{code}/exports',
        'POST /api/v1/cases/{code}/exports/{request}/approve',
        'POST /api/v1/cases/{code}/exports/{request}/refuse',
        'POST /api/v1/cases/{code}/hold',
        'POST /api/v1/cases/{code}/hold/lift',
        'POST /api/v1/cases/{code}/messages',
        'POST /api/v1/cases/{code}/notes',
        'POST /api/v1/cases/{code}/release',
        'POST /api/v1/cases/{code}/severity',
        'POST /api/v1/cases/{code}/transfer',
        'POST /api/v1/next',
        'POST /api/v1/cases/{code}/team',
        'POST /api/v1/cases/{code}/snooze',
        'POST /api/v1/cases/{code}/wake',
        'POST /api/v1/cases/{code}/reopen',
        'POST /api/v1/cases/{code}/tasks',
        'POST /api/v1/cases/{code}/tasks/{task}',
        'GET /api/v1/cases/{code}/answers/{step}',
        'POST /api/v1/cases/{code}/answers/{step}',
        'POST /api/v1/cases/{code}/identifiers/owner',
        'POST /api/v1/cases/{code}/help',
        'POST /api/v1/cases/{code}/help/done',
        'GET /api/v1/cases/{code}/timeline',
        'GET /api/v1/me/shift',
        'POST /api/v1/me/shift/end',
        'POST /api/v1/invitations/accept',
        'POST /api/v1/setup',
        'POST /api/v1/whatsapp/connect',
        'POST /api/v1/whatsapp/look',
        'POST /api/v1/whatsapp/pairing',
        'POST /api/v1/whatsapp/pairing/cancel',
        'POST /api/v1/whatsapp/unlink',
      ]),
    )
  })

  test('explains each of them, and what they refuse', () => {
    for (const item of Object.values(description.paths))
      for (const operation of Object.values(item)) {
        expect(operation.summary).toBeTruthy()
        expect(operation.description).toBeTruthy()
        expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['4XX', '5XX']))
      }
  })

  test('holds together: every reference leads somewhere and every schema is one', () => {
    const text = JSON.stringify(description)
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(description.components.schemas).toHaveProperty([name!])
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'amin', ...description })
    for (const name of Object.keys(description.components.schemas))
      expect(() => ajv.compile({ $ref: `amin#/components/schemas/${name}` })).not.toThrow()
  })
})

// ---- what is sent has the contract's shape and nothing besides

const text = fc.string({ maxLength: 30 }).map(untrusted)
const id = fc.constantFrom('E1', 'E2', 'E3') as fc.Arbitrary<never>
const media = fc.record({
  kind: fc.constantFrom('photo' as const, 'voice' as const),
  capture: fc.constant('as_sent' as const),
  ref: fc.string(),
})
const body: fc.Arbitrary<InboundBody> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('press' as const), token: fc.string() }),
  fc.record({ kind: fc.constant('media' as const), media }),
  fc.record({ kind: fc.constant('contact' as const), name: text, phone: text }),
  fc.record({
    kind: fc.constant('location' as const),
    latitude: fc.double({ noNaN: true }),
    longitude: fc.double({ noNaN: true }),
  }),
  fc.record({ kind: fc.constantFrom('start' as const, 'blocked' as const, 'unblocked' as const) }),
  fc.record({
    kind: fc.constant('command' as const),
    command: fc.constantFrom('exit' as const, 'help' as const),
  }),
  fc.record({ kind: fc.constant('unsupported' as const), what: fc.string() }),
)
const message = fc
  .tuple(
    body,
    fc.constantFrom('m1', 'm2'),
    fc.option(text, { nil: undefined }),
    fc.option(fc.json().map(untrusted), { nil: undefined }),
  )
  .map(([each, name, author, forward]) => ({
    v: 1 as const,
    channel: 'telegram' as const,
    account: 'bot',
    chat: 'the chat',
    message: name,
    edit: 0,
    sentAt: instant(0),
    from: author === undefined ? {} : { name: author, handle: untrusted('the_handle') },
    body: each,
    raw: untrusted('the raw message'),
    ...(forward === undefined ? {} : { forward }),
  }))
const agent = fc.constantFrom('a1', 'a2') as fc.Arbitrary<never>
const event: fc.Arbitrary<CaseEvent> = fc.oneof(
  fc.record({
    type: fc.constantFrom('message_received' as const, 'message_edited' as const),
    inbound: id,
    message,
  }),
  fc.record({
    type: fc.constant('bot_said' as const),
    n: fc.nat(2),
    key: fc.string(),
    text: fc.string(),
    buttons: fc.array(fc.record({ label: fc.string(), token: fc.string() })),
  }),
  fc.record({
    type: fc.constant('agent_said' as const),
    n: fc.nat(2),
    agent,
    alias: fc.string(),
    text: fc.string(),
  }),
  fc.record({ type: fc.constant('note_added' as const), agent, alias: fc.string(), text: fc.string() }),
  fc.record({ type: fc.constant('case_claimed' as const), agent, alias: fc.string() }),
  fc.record({
    type: fc.constant('case_released' as const),
    agent,
    to: fc.constantFrom('bot' as const, 'queue' as const),
  }),
  fc.record({ type: fc.constant('case_closed' as const), agent, outcome: fc.constant('resolved' as const) }),
  fc.record({ type: fc.constant('case_transferred' as const), agent, to: fc.record({ team: fc.string() }) }),
  fc.record({
    type: fc.constantFrom(
      'person_blocked' as const,
      'person_exited' as const,
      'case_submitted' as const,
      'case_reopened' as const,
    ),
  }),
  fc.record({
    type: fc.constant('answer_given' as const),
    step: fc.string(),
    answer: fc.oneof(
      fc.record({ kind: fc.constant('choices' as const), options: fc.array(fc.string()) }),
      fc.record({ kind: fc.constant('text' as const), text }),
      fc.record({ kind: fc.constant('media' as const), evidence: fc.array(id) }),
    ),
  }),
  fc.record({
    type: fc.constant('step_skipped' as const),
    step: fc.string(),
    how: fc.constant('unknown' as const),
  }),
  fc.record({
    type: fc.constant('severity_judged' as const),
    severity: fc.constant('P2' as const),
    ruled: fc.constant('P2' as const),
    reasons: fc.array(fc.string()),
  }),
  fc.record({
    type: fc.constant('evidence_announced' as const),
    evidence: id,
    inbound: id,
    kind: fc.constantFrom('photo' as const, 'statement' as const),
    capture: fc.constant('as_sent' as const),
    forwarded: fc.boolean(),
    sentAt: fc.constant(instant(0)),
    fileName: text,
    facts: fc.constant({ fact: 'a platform fact' }),
  }),
  fc.record({
    type: fc.constant('evidence_received' as const),
    evidence: id,
    object: id,
    sha256: fc.constant('0'.repeat(64) as never),
    size: fc.nat().map(bytes),
    mime: fc.string(),
  }),
  fc.record({
    type: fc.constant('crisis_found' as const),
    inbound: id,
    hits: fc.array(
      fc.record({
        label: fc.constantFrom('violence' as const, 'minor' as const),
        hard: fc.boolean(),
        rule: fc.string(),
        start: fc.nat(),
        end: fc.nat(),
        about: fc.constantFrom('self' as const, 'other' as const),
        detail: fc.constant({ age: 12 }),
      }),
    ),
    sentences: fc.array(text),
  }),
  fc.record({
    type: fc.constantFrom('duress_used' as const, 'decoy_used' as const, 'return_refused' as const),
    channel: fc.constant('webchat' as const),
  }),
  fc.record({
    type: fc.constant('person_returned' as const),
    channel: fc.constant('webchat' as const),
    from: id,
  }),
  fc.record({
    type: fc.constantFrom('consent_given' as const, 'consent_withdrawn' as const),
    scope: fc.constantFrom('contact-me' as const, 'share-ngo' as const),
    version: fc.string(),
    language: fc.constant('ar' as const),
  }),
  fc.record({ type: fc.constant('check_shown' as const), words: fc.string() }),
  fc.record({
    type: fc.constant('agent_said' as const),
    n: fc.nat(2),
    agent,
    alias: fc.string(),
    text: fc.string(),
    held: fc.constant(true as const),
  }),
  fc.record({
    type: fc.constant('paged' as const),
    step: fc.nat(),
    to: fc.constantFrom('team' as const, 'external' as const),
    severity: fc.constant('P1' as const),
  }),
  fc.record({
    type: fc.constant('evidence_examined' as const),
    evidence: id,
    results: fc.array(
      fc.record({
        aspect: fc.constantFrom(...ASPECTS),
        found: fc.constantFrom('found' as const, 'broken' as const, 'none' as const, 'not_computed' as const),
        tool: fc.string(),
        facts: fc.dictionary(
          fc.constantFrom(
            'pdq',
            'quality',
            'pages',
            'durationMs',
            'width',
            'peaks',
            'trailingBytes',
            'x.tool',
            'ifd0.Make',
            'gps.latitude',
          ),
          fc.oneof(fc.string(), fc.maxSafeInteger()),
        ),
      }),
    ),
    derived: fc.constant([]),
    marks: fc.constant(['a keyed mark']),
  }),
  fc.record({
    type: fc.constant('evidence_viewed' as const),
    evidence: id,
    agent,
    what: fc.constantFrom('reveal' as const, 'original' as const),
    reason: fc.string(),
  }),
  fc.record({
    type: fc.constant('evidence_failed' as const),
    evidence: id,
    why: fc.constant('gone' as const),
  }),
  fc.record(
    {
      type: fc.constant('case_snoozed' as const),
      agent,
      until: fc.constant(instant(99_000)),
      promise: fc.string(),
    },
    { requiredKeys: ['type', 'agent', 'until'] },
  ),
  fc.record(
    {
      type: fc.constant('task_added' as const),
      agent,
      alias: fc.string(),
      text: fc.string(),
      dueAt: fc.constant(instant(99_000)),
    },
    { requiredKeys: ['type', 'agent', 'alias', 'text'] },
  ),
  fc.record({
    type: fc.constantFrom('task_done' as const, 'task_reopened' as const),
    agent,
    task: fc.constantFrom('2.0', '3.0', '4.0'),
  }),
  fc.record({
    type: fc.constant('answer_corrected' as const),
    agent,
    step: fc.string(),
    answer: fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text }),
      fc.record({
        kind: fc.constant('amount' as const),
        amount: fc.nat(),
        currency: fc.constant('USD'),
        raw: fc.constant(untrusted('')),
      }),
    ),
    reason: fc.string(),
  }),
  fc.record({
    type: fc.constant('danger_reviewed' as const),
    agent,
    inbound: fc.constant('in-1' as InboundId),
    label: fc.constantFrom(...CRISIS_LABELS),
    verdict: fc.constantFrom('danger' as const, 'none' as const),
  }),
  fc.record({
    type: fc.constant('identifier_judged' as const),
    agent,
    normal: fc.string(),
    owner: fc.constantFrom('self' as const, 'other' as const),
    reason: fc.string(),
  }),
  fc.record({
    type: fc.constant('link_judged' as const),
    agent,
    alias: fc.string(),
    to: fc.constant('another' as CaseId),
    wrong: fc.boolean(),
    reason: fc.string(),
    shared: fc.constant([]),
  }),
  fc.record({ type: fc.constant('help_asked' as const), agent, alias: fc.string(), text: fc.string() }),
  fc.record({
    type: fc.constant('case_viewed' as const),
    agent,
    as: fc.constantFrom('member' as const, 'watch' as const),
  }),
  fc.record(
    {
      type: fc.constant('case_transferred' as const),
      agent,
      to: fc.record({ agent, alias: fc.string() }),
      note: fc.string(),
    },
    { requiredKeys: ['type', 'agent', 'to'] },
  ),
  fc.record({
    type: fc.constant('evidence_refused' as const),
    inbound: id,
    why: fc.constant('age' as const),
  }),
)

const bookOf = (events: readonly CaseEvent[]): CaseBook => {
  const opened: CaseEvent = {
    type: 'case_opened',
    code: 'ABCDEFGH' as CaseCode,
    channel: 'telegram',
    language: 'ckb',
  }
  const placed = [opened, ...events].map((each, i) => ({
    event: each,
    seq: i + 1,
    n: 0,
    at: instant(i * 1000),
  }))
  const state = placed.reduce(
    (before, place) => evolve(before, place.event, place),
    emptyCase('C1' as CaseId),
  )
  const row: CaseRow = {
    caseId: 'the case id' as CaseId,
    code: state.code,
    seq: placed.length,
    hash: '0'.repeat(64) as never,
    status: state.hands.status,
    severity: state.severity,
    team: state.team,
    copies: state.copies,
    marks: Object.keys(state.marks),
    language: state.language,
    channel: state.channel,
    openedAt: state.openedAt,
    lastAt: state.lastAt,
    unread: state.unread,
    evidence: Object.keys(state.evidence).length,
    sealed: new Uint8Array([1, 2, 3]),
  }
  return {
    row,
    state,
    marks: marksOf(content.flow.roles, state),
    lines: transcribe(placed),
    events: placed,
    delivery: new Map([['2.0', 'sent']]),
    marked: new Map(),
    sends: { photo: bytes(10) },
    links: ['JKMNPQRS' as CaseCode],
    sameFile: ['TVWXYZ02' as CaseCode],
    alike: ['TVWXYZ01' as CaseCode],
    sameScript: ['TVWXYZ04' as CaseCode],
    sameSound: ['TVWXYZ05' as CaseCode],
    apart: [
      { code: 'TVWXYZ03' as CaseCode, agent: 'a' as AgentId, reason: 'a shop’s number', at: instant(1) },
    ],
    consents: consentList(content.flow, state, placed),
    guidance: guidanceOf(content.flow, placed),
    contact: contactOf(content, state, instant(99_000)),
    brief: briefOf(content.flow, state, placed),
  }
}
const exact = (schema: z.ZodObject, value: unknown): void => {
  const through: unknown = schema.parse(value)
  // Zod drops what a schema does not name: nothing may have been dropped.
  expect(value).toEqual(through)
}

/** As if the reader saw every case that is named. */
const codesOf = (book: CaseBook): ReadonlyMap<CaseId, CaseCode> =>
  new Map(casesInTimeline(book).map((caseId) => [caseId, 'ABCD2345' as CaseCode]))

test('a presented case has the contract’s shape and no field besides, whatever happened in it', () => {
  const reader = {
    id: 'a1' as never,
    language: 'ckb' as const,
    names: new Map([['a1', 'Noor']]),
    phrases: openTexts(),
    now: instant(99_000),
    watches: true,
    watchShown: true,
    isCorrectable: () => true,
  }
  fc.assert(
    fc.property(fc.array(event, { maxLength: 25 }), fc.integer({ min: 1, max: 5 }), (events, limit) => {
      const book = bookOf(events)
      exact(contract.CaseFile, presentCase(book, reader))
      exact(contract.CaseRow, presentRow(book.row, reader.names))
      exact(contract.EvidenceList, presentEvidence(book))
      exact(Timeline, presentTimeline(book, { ...reader, codes: codesOf(book) }))
      exact(Brief, presentBrief(book, reader))
      for (const item of Object.values(book.state.evidence))
        exact(Examination, presentExamination(item, true))
      for (const details of detailsOf(book).values())
        for (const detail of details) exact(CustodyDetail, detail)
      const page = presentMessages(book, reader.names, { before: undefined, limit })
      exact(MessagePage, page)
      expect(JSON.stringify([page, presentCase(book, reader)])).not.toMatch(
        /the raw message|the_handle|the chat|the case id|a platform fact/,
      )
    }),
    { numRuns: 300 },
  )
})

test('pages of messages put together are the whole conversation, whatever the page size', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 25 }), fc.integer({ min: 1, max: 7 }), (events, limit) => {
      const book = bookOf(events)
      const whole = presentMessages(book, new Map(), { before: undefined, limit: 1000 })
      const parts = []
      let page = presentMessages(book, new Map(), { before: undefined, limit })
      for (;;) {
        expect(page.messages.length).toBeLessThanOrEqual(limit)
        parts.unshift(...page.messages)
        if (page.older === undefined) break
        const [seq, n] = page.older.split('.').map(Number)
        page = presentMessages(book, new Map(), { before: { seq: seq!, n: n! }, limit })
      }
      expect(parts).toEqual(whole.messages)
      expect(whole.older).toBeUndefined()
    }),
    { numRuns: 200 },
  )
})

test('what the core adds to its own shapes is not sent until the contract names it', async () => {
  const world = await openWorld()
  const item = await aCase(world)
  await item.receive({ kind: 'text', text: untrusted('hello') })
  await item.seal(new Uint8Array([1]))
  const { cookie } = await world.member('noor')
  const leaky: Desk = {
    ...world.desk,
    list: async (filter, page) => {
      const listed = await world.desk.list(filter, page)
      return { ...listed, leak: 'leak', rows: listed.rows.map((row) => ({ ...row, leak: 'leak' })) }
    },
    open: async (code) => {
      const book = await world.desk.open(code)
      return book === undefined || book === 'erased'
        ? book
        : { ...book, leak: 'leak', state: { ...book.state, leak: 'leak' } }
    },
    claim: async (code, agent) => ({ ...(await world.desk.claim(code, agent)), leak: 'leak' }),
  }
  const again = await openWorld({ desk: leaky, agentsDb: world.database, feed: world.ports.store.feed })
  const keys = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]) => [key, ...keys(inner)])
  for (const path of [
    '',
    `/${item.code}`,
    `/${item.code}/messages`,
    `/${item.code}/evidence`,
    `/${item.code}/custody`,
  ]) {
    const answer = await again.get(`/api/v1/cases${path}`, { cookie })
    expect(answer.statusCode).toBe(200)
    expect(keys(answer.json())).not.toContain('leak')
    expect(answer.body).not.toMatch(new RegExp(`${item.id}|sealed":\\[|"address"`))
  }
  expect(
    keys((await again.post(`/api/v1/cases/${item.code}/claim`, {}, { cookie })).json()).toSorted(),
  ).toEqual(['code', 'seq', 'version'])
  await again.server.close()
  await world.close()
})

describe('where a forwarded message came from', () => {
  const date = 1_700_000_000
  const at = '2023-11-14T22:13:20.000Z'
  const of = (json: string, channel: 'telegram' | 'whatsapp' = 'telegram') =>
    presentForward({ channel, forward: untrusted(json) })
  test.each([
    [
      {
        type: 'user',
        date,
        sender_user: { id: 7, first_name: 'Ali', last_name: 'Hasan', username: 'ali_h' },
      },
      { from: 'Ali Hasan (@ali_h)', id: '7', hidden: false, attested: true, at },
    ],
    [
      { type: 'user', date, sender_user: { id: 7 } },
      { id: '7', hidden: false, attested: true, at },
    ],
    [
      { type: 'hidden_user', date, sender_user_name: 'Shadow' },
      { from: 'Shadow', hidden: true, attested: false, at },
    ],
    [
      { type: 'chat', date, sender_chat: { title: 'Group' }, author_signature: 'boss' },
      { from: 'Group, boss', hidden: false, attested: false, at },
    ],
    [
      { type: 'channel', date, chat: { id: -1001234567890, title: 'News', username: 'news' }, message_id: 3 },
      {
        from: 'News (@news)',
        id: '1234567890',
        link: 'https://t.me/news/3',
        hidden: false,
        attested: true,
        at,
      },
    ],
    [
      { type: 'hologram', date },
      { hidden: true, attested: false, at },
    ],
    [
      { type: 'user', date: 9e15, sender_user: { first_name: 'Ali' } },
      { from: 'Ali', hidden: false, attested: false },
    ],
    [[], { hidden: true, attested: false }],
    ['text', { hidden: true, attested: false }],
    [null, { hidden: true, attested: false }],
  ])('is read from %j', (origin, expected) => {
    expect(of(JSON.stringify(origin))).toEqual(expected)
  })

  test('is only claimed where an app wrote it, as of WhatsApp, and nothing where it was not forwarded', () => {
    const channel = {
      forwardedNewsletterMessageInfo: { newsletterJid: '120363@newsletter', newsletterName: 'News' },
    }
    expect(of(JSON.stringify(channel), 'whatsapp')).toEqual({
      from: 'News',
      id: '120363@newsletter',
      hidden: false,
      attested: false,
    })
    expect(presentForward({ channel: 'telegram' })).toBeUndefined()
  })

  test('is read from anything without breaking', () => {
    const Forwarded = Message.shape.forwarded
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (json) => void Forwarded.parse(of(json))))
    const types = fc.constantFrom('user', 'hidden_user', 'chat', 'channel')
    const junk = fc.record({
      type: types,
      date: fc.anything(),
      sender_user: fc.anything(),
      sender_chat: fc.anything(),
      chat: fc.anything(),
      author_signature: fc.anything(),
    })
    fc.assert(
      fc.property(
        junk,
        (origin) =>
          void Forwarded.parse(
            of(JSON.stringify(origin, (_key, value: unknown) => (typeof value === 'bigint' ? 0 : value))),
          ),
      ),
    )
  })
})

test.each([
  ['abcd efgh', 'ABCDEFGH'],
  ['AB-CD', 'ABCD'],
  ['o0iIlL', '001111'],
  ['', undefined],
  ['ABCDEFGHJ', undefined],
  ['سلام', undefined],
  ['U', undefined],
])('a code typed as %j is looked for as %j', (typed, code) => {
  expect(readCode(typed)).toBe(code)
})
