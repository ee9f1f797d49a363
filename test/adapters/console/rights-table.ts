import type { Right } from '../../../adapters/console/contract/rights.ts'

/** Who may call: everybody, whoever is signed in in a browser, or who has one of these rights. */
type May = 'open' | 'signed-in' | readonly Right[]

export type RouteRow = {
  readonly may: May
  /** A call that is well formed, so that nothing but rights refuses it. */
  readonly body?: unknown
  readonly query?: string
  /** What it is about is not there in these calls: 404 is an answer of somebody who was let in. */
  readonly absent?: true
  /** No program may, whatever its key is for. */
  readonly people?: true
  /** The body is a file and not JSON. */
  readonly file?: true
  /** All of these rights are asked together, not one of them. */
  readonly all?: true
  /** Never ends by itself. */
  readonly stream?: true
}

const reason = { reason: 'to test rights' }
const week = '?from=2026-03-02&to=2026-03-08'
const command = (body: unknown = {}): RouteRow => ({ may: ['work'], body })
const operate = (body?: unknown): RouteRow => ({
  may: ['operate'],
  absent: true,
  ...(body === undefined ? {} : { body }),
})
const administer = (body?: unknown): RouteRow => ({
  may: ['administer'],
  absent: true,
  ...(body === undefined ? {} : { body }),
})

/** Every route of the API. One without a row here fails the test. */
export const ROUTES: Readonly<Record<string, RouteRow>> = {
  'GET /api/v1/cases': { may: ['read'] },
  'POST /api/v1/cases': command({ story: 'x' }),
  'POST /api/v1/next': command(),
  'POST /api/v1/cases/{code}/team': command({ team: 'account' }),
  'POST /api/v1/cases/{code}/snooze': command({ until: '2099-01-01T00:00:00.000Z' }),
  'POST /api/v1/cases/{code}/wake': command(),
  'POST /api/v1/cases/{code}/reopen': command(),
  'POST /api/v1/cases/{code}/tasks': command({ text: 'x' }),
  // The task is not there.
  'POST /api/v1/cases/{code}/tasks/{task}': { ...command({ done: true }), absent: true },
  'GET /api/v1/cases/{code}/answers/{step}': { may: ['read'] },
  'POST /api/v1/cases/{code}/answers/{step}': command({ text: 'x', reason: 'y' }),
  'POST /api/v1/cases/{code}/identifiers/owner': {
    ...command({ place: 0, value: 'x', owner: 'self' }),
    absent: true,
  },
  'POST /api/v1/cases/{code}/links': {
    ...command({ code: 'ZZZZZZZZ', wrong: true, reason: 'x' }),
    absent: true,
  },
  'POST /api/v1/cases/{code}/help': command(),
  'POST /api/v1/cases/{code}/help/done': command(),
  'GET /api/v1/cases/{code}/timeline': { may: ['read'] },
  'GET /api/v1/me/shift': { may: ['work'], people: true },
  'POST /api/v1/me/shift/end': { may: ['work'], people: true },
  'GET /api/v1/me/wanted': { may: ['read'] },
  'GET /api/v1/counts': { may: ['count'] },
  'GET /api/v1/cases/{code}': { may: ['read'] },
  'GET /api/v1/cases/{code}/messages': { may: ['read'] },
  'POST /api/v1/cases/{code}/files': { may: ['work'], file: true, query: '?expectedVersion=0' },
  // The message is not there.
  'GET /api/v1/cases/{code}/files/{line}': { may: ['read'], absent: true },
  'POST /api/v1/cases/{code}/messages': command({ text: 'x', expectedVersion: 0 }),
  'GET /api/v1/cases/{code}/evidence': { may: ['read'] },
  'GET /api/v1/cases/{code}/custody': { may: ['read', 'audit'] },
  'POST /api/v1/cases/{code}/claim': command(),
  'POST /api/v1/cases/{code}/release': command({ to: 'queue' }),
  'POST /api/v1/cases/{code}/release/undo': command(),
  'POST /api/v1/cases/{code}/transfer': command({ team: 'violence' }),
  'POST /api/v1/cases/{code}/close': command({ outcome: 'resolved' }),
  'POST /api/v1/cases/{code}/notes': command({ text: 'x' }),
  'POST /api/v1/cases/{code}/notes/{note}/seen': { may: ['read'], body: {} },
  'GET /api/v1/cases/{code}/colleagues': { may: ['read', 'work'], all: true },
  'POST /api/v1/cases/{code}/severity': command({ severity: 'P1' }),
  'PUT /api/v1/cases/{code}/presence': { may: ['read'], body: { state: 'viewing' }, people: true },
  'POST /api/v1/cases/{code}/hold': { may: ['supervise'], body: reason },
  'POST /api/v1/cases/{code}/hold/lift': { may: ['supervise'], body: reason },
  'POST /api/v1/cases/{code}/erasure': { may: ['export'], body: { ...reason, ground: 'other' } },
  'POST /api/v1/cases/{code}/erasure/{request}/approve': { may: ['approve'], absent: true },
  'POST /api/v1/cases/{code}/erasure/{request}/refuse': { may: ['approve'], body: reason, absent: true },
  'GET /api/v1/cases/{code}/evidence/{id}/preview': { may: ['read'] },
  'GET /api/v1/cases/{code}/evidence/{id}/derived/{n}': { may: ['read'] },
  'GET /api/v1/cases/{code}/evidence/{id}/examination': { may: ['read'] },
  'GET /api/v1/cases/{code}/evidence/{id}/place': { may: ['evidence'] },
  'GET /api/v1/cases/{code}/evidence/{id}/reading': { may: ['evidence'] },
  'POST /api/v1/cases/{code}/evidence/{id}/codes/{place}': {
    may: ['evidence'],
    body: { verdict: 'wrong' },
  },
  'POST /api/v1/cases/{code}/evidence/{id}/reveal': { may: ['evidence'], body: reason },
  'GET /api/v1/cases/{code}/evidence/{id}/original': { may: ['evidence'] },
  'GET /api/v1/views/{ticket}': { may: ['evidence'], absent: true },
  'GET /api/v1/cases/{code}/exports': { may: ['read'] },
  'POST /api/v1/cases/{code}/exports': { may: ['export'], body: reason },
  'POST /api/v1/cases/{code}/exports/{request}/approve': { may: ['approve'], body: reason, absent: true },
  'POST /api/v1/cases/{code}/exports/{request}/refuse': { may: ['approve'], body: reason, absent: true },
  'GET /api/v1/cases/{code}/exports/{request}': { may: ['export'], absent: true },
  'GET /api/v1/cases/{code}/brief': { may: ['read'] },
  'GET /api/v1/cases/{code}/ties': { may: ['read'] },
  'GET /api/v1/networks/{network}': { may: ['networks'], absent: true },
  'POST /api/v1/networks': {
    may: ['networks'],
    body: { codes: ['ZZZZZZZZ', 'YYYYYYYY'], reason: 'x' },
    absent: true,
  },
  'POST /api/v1/networks/{network}': { may: ['networks'], body: { do: 'lead', mine: true }, absent: true },
  'GET /api/v1/networks/{network}/dossier': { may: ['networks'], absent: true },
  'POST /api/v1/networks/{network}/dossier': { may: ['networks'], body: reason, absent: true },
  'GET /api/v1/networks/{network}/dossier/{request}': { may: ['networks'], absent: true },
  'POST /api/v1/networks/{network}/dossier/{request}/approve': {
    may: ['approve'],
    body: reason,
    absent: true,
  },
  'POST /api/v1/networks/{network}/dossier/{request}/refuse': {
    may: ['approve'],
    body: reason,
    absent: true,
  },
  'GET /api/v1/cases/{code}/ties/{other}/texts': { may: ['read'], absent: true },
  'GET /api/v1/model': { may: ['read', 'operate'] },
  'POST /api/v1/model/try': { ...operate({}), absent: true },
  'GET /api/v1/cases/{code}/model': { may: ['read'] },
  'POST /api/v1/cases/{code}/model/summary': { may: ['work'], body: {} },
  'POST /api/v1/cases/{code}/model/reply': { may: ['work'], body: {} },
  'POST /api/v1/cases/{code}/model/facts': { may: ['work'], body: {} },
  'POST /api/v1/cases/{code}/model/translate': { may: ['work'], body: { message: '2.0', into: 'en' } },
  'GET /api/v1/cases/{code}/alike': { may: ['work'] },
  'GET /api/v1/cases/{code}/replies': { may: ['work'] },
  'GET /api/v1/me/replies': { may: ['work'] },
  'PUT /api/v1/me/replies': { may: ['work'], body: { replies: [] } },
  'GET /api/v1/replies': { may: ['supervise', 'operate'] },
  'PUT /api/v1/replies': { may: ['supervise', 'operate'], body: { version: 0, replies: [] } },
  'GET /api/v1/macros': { may: ['supervise', 'operate'] },
  'PUT /api/v1/macros': { may: ['supervise', 'operate'], body: { version: 0, macros: [] } },
  'GET /api/v1/cases/{code}/macros': { may: ['work'] },
  // The macro is not there.
  'POST /api/v1/cases/{code}/macros/{macro}': {
    ...command({ version: 0, at: '2026-01-01T00:00:00Z', plan: '', severity: 'P4', expectedVersion: 0 }),
    absent: true,
  },
  'GET /api/v1/queue/views': { may: ['read'], people: true },
  'PUT /api/v1/me/views': { may: ['read'], body: { version: 0, views: [] }, people: true },
  'PUT /api/v1/queue/views': { may: ['supervise'], body: { version: 0, views: [] } },
  'POST /api/v1/cases/{code}/ask': command({ text: 'x' }),
  'POST /api/v1/cases/{code}/dangers': {
    ...command({ message: '2.0', label: 'self_harm', verdict: 'none' }),
    absent: true,
  },
  'POST /api/v1/cases/{code}/safety': command(),
  'POST /api/v1/cases/{code}/age': command(),
  'POST /api/v1/cases/{code}/safe-times': command({ from: '18:00', to: '22:00' }),
  'POST /api/v1/cases/{code}/safe-times/clear': command(),
  'POST /api/v1/search': { may: ['read'], body: { q: '' } },
  'GET /api/v1/calls': { may: ['work'] },
  'GET /api/v1/cases/{code}/call': { may: ['work'] },
  'POST /api/v1/cases/{code}/answers': command({
    step: 'story',
    expectedVersion: 0,
    answer: { kind: 'words', text: 'x' },
  }),
  'POST /api/v1/cases/{code}/pin': command({ pin: '493817' }),
  'GET /api/v1/custody/checkpoints': { may: ['operate', 'audit'] },
  'GET /api/v1/me/push': { may: 'signed-in' },
  'POST /api/v1/me/push': {
    may: 'signed-in',
    body: {
      endpoint: 'https://push.example/x',
      keys: { p256dh: 'x'.repeat(87), auth: 'x'.repeat(22) },
      language: 'en',
    },
    absent: true,
  },
  'POST /api/v1/me/push/end': { may: 'signed-in', body: { endpoint: 'https://push.example/x' } },
  'GET /api/v1/operator': operate(),
  'GET /api/v1/settings': operate(),
  'PUT /api/v1/settings/{section}': { ...administer({ version: 0, value: null }), people: true },
  'GET /api/v1/telegram': operate(),
  'PUT /api/v1/telegram': { ...administer({ version: 0, token: null }), people: true },
  'POST /api/v1/telegram/look': operate({}),
  'POST /api/v1/telegram/test': operate({}),
  'POST /api/v1/settings/preview': operate({ file: {} }),
  'POST /api/v1/operator/hotlines/{id}/confirm': {
    ...operate({ number: '104', name: { ar: 'x', ckb: 'x', en: 'x' } }),
    people: true,
  },
  'GET /api/v1/webhooks': operate(),
  'POST /api/v1/webhooks/{id}/test': operate({}),
  'GET /api/v1/texts': operate(),
  'GET /api/v1/health': operate(),
  'GET /api/v1/events': { may: ['read'], stream: true },
  'GET /api/v1/networks': { may: ['networks'] },
  'GET /api/v1/statistics': { may: ['count'], query: week },
  'GET /api/v1/statistics.csv': { may: ['count'], query: week },
  'GET /api/v1/statistics.pdf': { may: ['count'], query: '?month=2020-03' },
  'GET /api/v1/me': { may: 'signed-in' },
  'GET /api/v1/me/sessions': { may: 'signed-in' },
  'POST /api/v1/me/sessions/{session}/end': { may: 'signed-in', absent: true },
  'POST /api/v1/me/active': { may: 'signed-in' },
  'POST /api/v1/me/sessions/end-others': { may: 'signed-in' },
  // The password is wrong, and the passkey none: what is refused is not the right.
  'POST /api/v1/me/proof': { may: 'signed-in', body: { password: 'x' } },
  'POST /api/v1/me/proof/passkey': { may: 'signed-in', body: { response: {} } },
  'GET /api/v1/me/notices': { may: 'signed-in' },
  'POST /api/v1/me/notices/seen': { may: 'signed-in', body: { no: 0 } },
  'GET /api/v1/colleagues': { may: ['read'] },
  'GET /api/v1/agents': { may: ['administer'] },
  'POST /api/v1/agents': administer({ email: 'somebody@amin.example', name: 'x', role: 'agent' }),
  'POST /api/v1/agents/{id}/invitation': administer(),
  'POST /api/v1/agents/{id}/disable': administer(),
  'POST /api/v1/agents/{id}/rights': administer({ teams: null }),
  'POST /api/v1/agents/{id}/unlock': administer(),
  'POST /api/v1/agents/{id}/second-factor/reset': administer(),
  'POST /api/v1/agents/{id}/sessions/end': administer(),
  'GET /api/v1/agents/{id}/sessions': administer(),
  'GET /api/v1/keys': { may: ['administer'] },
  'POST /api/v1/keys': administer({ name: 'x', scopes: ['read'] }),
  'POST /api/v1/keys/{key}/end': administer(),
  'GET /api/v1/audit': { may: ['audit'], query: week },
  'GET /api/v1/audit.csv': { may: ['audit'], query: week },
  'GET /api/v1/setup': { may: 'open' },
  'POST /api/v1/setup': {
    may: 'open',
    body: { token: 'x', email: 'a@amin.example', name: 'x', password: 'a long password' },
  },
  'POST /api/v1/invitations/accept': { may: 'open', body: { token: 'x', password: 'a long password' } },
  'GET /api/v1/whatsapp': { may: ['operate'] },
  'POST /api/v1/whatsapp/look': operate(),
  'POST /api/v1/whatsapp/connect': operate(),
  'POST /api/v1/whatsapp/unlink': operate(),
  'POST /api/v1/whatsapp/pairing/cancel': operate(),
  'POST /api/v1/whatsapp/pairing': operate({ ownNumber: true, phone: '9647701234567' }),
}

export type Actor = {
  readonly name: string
  readonly as: 'nobody' | 'session' | 'key'
  readonly rights: readonly Right[]
  /** Teams of the cases that they may know of; `all` where nothing limits them. */
  readonly sees: readonly ('violence' | 'minors')[]
} & (
  | { readonly as: 'nobody' }
  | { readonly as: 'session'; readonly role: string; readonly teams?: readonly string[] }
  | { readonly as: 'key'; readonly scope: string }
)

const EVERY = ['violence', 'minors'] as const
const AGENT = ['count', 'read', 'work', 'evidence', 'export'] as const
const SUPERVISOR = [...AGENT, 'networks', 'supervise', 'approve'] as const
const ALL = [...SUPERVISOR, 'audit', 'operate', 'administer'] as const

export const ACTORS: readonly Actor[] = [
  { name: 'nobody', as: 'nobody', rights: [], sees: [] },
  { name: 'analyst', as: 'session', role: 'analyst', rights: ['count'], sees: EVERY },
  {
    name: 'network analyst',
    as: 'session',
    role: 'network-analyst',
    rights: ['count', 'networks'],
    sees: EVERY,
  },
  {
    name: 'network analyst of another team',
    as: 'session',
    role: 'network-analyst',
    teams: ['account'],
    rights: ['count', 'networks'],
    sees: [],
  },
  { name: 'auditor', as: 'session', role: 'auditor', rights: ['count', 'audit'], sees: EVERY },
  {
    name: 'auditor of another team',
    as: 'session',
    role: 'auditor',
    teams: ['account'],
    rights: ['count', 'audit'],
    sees: [],
  },
  { name: 'agent without teams', as: 'session', role: 'agent', rights: AGENT, sees: EVERY },
  {
    name: 'agent of the team',
    as: 'session',
    role: 'agent',
    teams: ['violence'],
    rights: AGENT,
    sees: ['violence'],
  },
  {
    name: 'agent of another team',
    as: 'session',
    role: 'agent',
    teams: ['account'],
    rights: AGENT,
    sees: [],
  },
  { name: 'agent of no team', as: 'session', role: 'agent', teams: [], rights: AGENT, sees: [] },
  {
    name: 'minors desk',
    as: 'session',
    role: 'minors-desk',
    teams: ['account'],
    rights: AGENT,
    sees: ['minors'],
  },
  {
    name: 'supervisor of the team',
    as: 'session',
    role: 'supervisor',
    teams: ['violence'],
    rights: SUPERVISOR,
    sees: ['violence'],
  },
  {
    name: 'supervisor of another team',
    as: 'session',
    role: 'supervisor',
    teams: ['account'],
    rights: SUPERVISOR,
    sees: [],
  },
  { name: 'administrator', as: 'session', role: 'admin', rights: ALL, sees: EVERY },
  {
    name: 'administrator of another team',
    as: 'session',
    role: 'admin',
    teams: ['account'],
    rights: ALL,
    sees: [],
  },
  { name: 'key to read', as: 'key', scope: 'read', rights: ['count', 'read'], sees: EVERY },
  { name: 'key to write', as: 'key', scope: 'write', rights: ['work'], sees: EVERY },
  { name: 'key to evidence', as: 'key', scope: 'evidence', rights: ['evidence'], sees: EVERY },
  { name: 'key to administer', as: 'key', scope: 'admin', rights: ['operate'], sees: EVERY },
]
