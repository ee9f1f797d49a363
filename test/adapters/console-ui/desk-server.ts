import { readFile } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import webpush from 'web-push'
import { z } from 'zod'
import {
  CaseFile,
  CasePage,
  CaseQuery,
  Custody,
  Done,
  EvidenceList,
  FeedEvent,
  Problem,
  Reason,
  RevealTicket,
  type Status,
} from '../../../adapters/console/contract/index.ts'
import { MessagePage, MessageQuery, type Message } from '../../../adapters/console/contract/messages.ts'
import {
  Close,
  NewCase,
  NewNote,
  Release,
  Say,
  SetSeverity,
  Transfer,
} from '../../../adapters/console/contract/commands.ts'
import { ModelKept, ModelState, ModelTried } from '../../../adapters/console/contract/model.ts'
import { keptOf, sayOfModel } from './model-world.ts'
import { judged, WORDS } from './reading-world.ts'
import {
  Examination,
  NewCodeJudgement,
  PictureWords,
  Place,
} from '../../../adapters/console/contract/evidence.ts'
import { Erased } from '../../../adapters/console/contract/erasure.ts'
import { DossierAsked, DossierState } from '../../../adapters/console/contract/dossiers.ts'
import { ExportState } from '../../../adapters/console/contract/exports.ts'
import { Beat, Presence } from '../../../adapters/console/contract/presence.ts'
import { Call, Calls } from '../../../adapters/console/contract/phone.ts'
import { SearchPage } from '../../../adapters/console/contract/search.ts'
import { OwnReplies, Replies, TeamReplies } from '../../../adapters/console/contract/replies.ts'
import { HealthState } from '../../../adapters/console/contract/health.ts'
import { CalledHotline, OperatorState } from '../../../adapters/console/contract/operator.ts'
import { BotTexts } from '../../../adapters/console/contract/texts.ts'
import { Brief } from '../../../adapters/console/contract/brief.ts'
import { CaseTies, CommonTexts } from '../../../adapters/console/contract/ties.ts'
import { COMMON_TEXTS, tiesOf } from './ties-world.ts'
import {
  ConfirmNetwork,
  NetworkAct,
  NetworkDone,
  NetworkList,
  NetworkPage,
} from '../../../adapters/console/contract/networks.ts'
import { CONFIRMED, networkPageOf, NETWORKS } from './networks-world.ts'
import { Audit } from '../../../adapters/console/contract/audit.ts'
import {
  KeyList,
  MadeKey,
  NewKey,
  SessionList,
  Acceptance,
  AgentList,
  Colleagues,
  Invitation,
  Me,
  NewAgent,
  Setup,
  SetupState,
} from '../../../adapters/console/contract/people.ts'
import { NoticeList, NoticesSeen, type Notice } from '../../../adapters/console/contract/notices.ts'
import { NewProof } from '../../../adapters/console/contract/proof.ts'
import { EndPush, NewPush, PushState } from '../../../adapters/console/contract/push.ts'
import {
  EndShift,
  MyShift,
  NextCase,
  Question,
  ShiftEnd,
  Taken,
  Timeline,
} from '../../../adapters/console/contract/shift.ts'
import { Counts, MonthlyQuery, Statistics } from '../../../adapters/console/contract/statistics.ts'
import { cellOf, hideSmall, type Cell } from '../../../core/services/statistics/cells.ts'
import { CaseColleagues } from '../../../adapters/console/contract/mentions.ts'
import { WantedList, type WantedLine } from '../../../adapters/console/contract/wanted.ts'
import { TelegramLook, TelegramState, TelegramTest } from '../../../adapters/console/contract/telegram.ts'
import { WebhooksState, WebhookTest } from '../../../adapters/console/contract/webhooks.ts'
import { makeWebhooksWorld, type WebhooksWorld } from './webhooks-world.ts'
import { makeTelegramWorld, type TelegramWorld } from './telegram-world.ts'
import { WhatsappAccount } from '../../../adapters/console/contract/whatsapp.ts'
import { answerCall, beginCall, showCall, takePin, type HeldCall } from './phone-world.ts'
import { searchIn } from './search-world.ts'
import { OperatorFile, SettingsPreview, SettingsState } from '../../../adapters/console/contract/settings.ts'
import { makeSettingsWorld, type SettingsWorld } from './settings-world.ts'
import { BOT_TEXTS, describeCalled, HEALTH, OPERATOR } from './administration-world.ts'
import { instant } from '../../../core/base/units.ts'
import { AUDIT, KEYS, SESSIONS } from './people-world.ts'
import { actOnWork, questionOf, TIMELINE } from './shift-world.ts'
import { changeTeamReplies, makeTeamReplies } from './replies-world.ts'
import { makeMacrosWorld, type MacrosWorld } from './macros-world.ts'
import { makeViewsWorld, type ViewsWorld } from './views-world.ts'
import { statisticsIn } from './statistics-world.ts'
import { actOnErasure, actOnHold } from './erasure-world.ts'
import { actOnDossier, makeDossierState } from './dossiers-world.ts'
import { actOnExports, makeExportState } from './exports-world.ts'
import { AGENTS, COLLEAGUE, makeCase, makeMe, ME, NOW, RESULTS, type HeldCase, type Person } from './world.ts'

/** The strict policy the product serves its pages under. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}
const PUSH_KEY = webpush.generateVAPIDKeys().publicKey
export const PASSWORD = 'four words are enough'
export const CODE = '123456'

export type Pictures = { readonly blurred: Buffer; readonly clear: Buffer; readonly sound: Buffer }

/**
 * A console server with scripted data: real HTTP, real cookies, real stream, no product code but
 * the contract, by which it checks everything that it takes and gives.
 */
export type DeskServer = {
  readonly url: string
  readonly cases: Map<string, HeldCase>
  /** Everything asked of the API, as `METHOD path`. */
  readonly asked: string[]
  /** What the queue was asked for, as the queries of its address. */
  readonly listed: string[]
  readonly bodies: { readonly path: string; readonly body: unknown; readonly key: string | undefined }[]
  readonly reveals: string[]
  /** The language model; none is switched on to begin with. */
  model: ModelState
  /** What was read in every picture. */
  words: PictureWords
  /** What the agent has opened in their shift. */
  exposure: { seen: number; of: number }
  /** What the page said of its agent's presence, as `CODE state`. */
  readonly beats: string[]
  /** What waits for the agent's own answer. */
  wanted: WantedLine[]
  whatsapp: WhatsappAccount
  /** Colleagues who must not know of any case. */
  unseeing: readonly { readonly id: string; readonly name: string }[]
  ownReplies: z.infer<typeof OwnReplies>['replies']
  teamReplies: z.input<typeof TeamReplies>
  readonly views: ViewsWorld
  readonly macros: MacrosWorld
  readonly settings: SettingsWorld
  readonly telegram: TelegramWorld
  readonly webhooks: WebhooksWorld
  /** Numbers that somebody said they called, by the id of the line. */
  readonly called: Map<string, CalledHotline>
  /** Of every case alike. */
  exports: z.input<typeof ExportState>
  /** What others changed of the agent's account. */
  notices: Notice[]
  /** Of every network alike. */
  dossier: z.input<typeof DossierState>
  /** What was decided of networks. */
  decided: unknown[]
  /** Browsers that asked to be woken. */
  woken: z.infer<typeof NewPush>[]
  streams: number
  me: Person
  totp: boolean
  signedIn: boolean
  /** Nobody is an administrator yet. */
  needed: boolean
  /** Answers the next matching call (`METHOD path`) with this status and code, once. */
  failNext:
    | {
        readonly call: RegExp
        readonly status: number
        readonly code: string
        readonly holder?: string
        readonly until?: string
      }
    | undefined
  /** Runs before the next matching call is answered, once. */
  beforeNext: { readonly call: RegExp; readonly act: () => void } | undefined
  readonly say: (code: string, message: Omit<Message, 'id' | 'at'>) => void
  readonly change: (code: string, patch: Partial<HeldCase['file']>, kinds?: string[]) => void
  /** Says on every stream who is at a case. */
  readonly presence: (told: Presence) => void
  readonly cutStreams: () => void
  readonly stop: () => Promise<void>
}

/** `port`: any that is free where none is named. */
export const listen = async (port = 0): Promise<Server> => {
  const http = createServer()
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  return http
}

/** `size`: how many cases there are. `at`: a port, or an address that stays when this desk stops. */
export const openDeskServer = async (
  dist: string,
  pictures: Pictures,
  size = 12,
  at: number | Server = 0,
): Promise<DeskServer> => {
  const cases = new Map(
    Array.from({ length: size }, (_, n) => makeCase(n, n === 3 ? 180 : 0)).map((held) => [
      held.file.code,
      held,
    ]),
  )
  const feed: { position: number; frame: string }[] = []
  const lines = new Set<ServerResponse>()
  let position = 100
  let serial = 1000

  const publish = (code: string, kinds: string[]): void => {
    position += 1
    const data = FeedEvent.parse({ code, seq: cases.get(code)?.file.seq ?? 0, kinds })
    const frame = `id: ${position}\nevent: change\ndata: ${JSON.stringify(data)}\n\n`
    feed.push({ position, frame })
    for (const line of lines) line.write(frame)
  }
  const bump = (held: HeldCase, kinds: string[]): void => {
    held.file.version += 1
    held.file.seq += 1
    publish(held.file.code, kinds)
  }
  const add = (held: HeldCase, message: Omit<Message, 'id' | 'at'>): void => {
    serial += 1
    held.messages.push({ id: `${serial}.0`, at: new Date(NOW + serial * 1000).toISOString(), ...message })
  }
  const fileOf = (held: HeldCase): CaseFile => ({
    ...held.file,
    mine: held.file.status === 'agent' && held.file.assignee?.id === server.me.id,
  })
  const counts = (): Record<Status, number> => {
    const all: Record<Status, number> = { bot: 0, waiting: 0, agent: 0, closed: 0, erased: 0 }
    for (const { file } of cases.values()) all[file.status] += 1
    return all
  }
  const hidden = (): Record<Status, Cell> => {
    const { erased, ...rest } = counts()
    const shown = hideSmall(new Map(Object.entries(rest))).map(({ key, cases }) => [key, cases])
    return {
      ...(Object.fromEntries(shown) as Record<Exclude<Status, 'erased'>, Cell>),
      erased: cellOf(erased),
    }
  }
  const without = (held: HeldCase): void => {
    delete held.file.assignee
    delete held.file.waitingSince
    delete held.file.dueAt
  }

  const send = (reply: ServerResponse, status: number, body: unknown): void => {
    reply
      .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      .end(JSON.stringify(body))
  }
  const give = <T extends z.ZodType>(reply: ServerResponse, shape: T, body: z.input<T>, status = 200): void =>
    send(reply, status, shape.parse(body))
  const refuse = (
    reply: ServerResponse,
    status: number,
    code: string,
    more: Partial<Omit<Problem, 'type' | 'title' | 'status' | 'code'>> = {},
  ): void => give(reply, Problem, { type: 'about:blank', title: code, status, code, ...more }, status)
  const bytes = (
    reply: ServerResponse,
    type: string,
    body: Buffer,
    headers: Record<string, string> = {},
  ): void => {
    reply.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(body)
  }

  const list = (query: URLSearchParams): z.input<typeof CasePage> => {
    server.listed.push(query.toString())
    const asked = CaseQuery.parse(
      Object.fromEntries(
        [...new Set(query.keys())].map((key) => [
          key,
          query.getAll(key).length > 1 ? query.getAll(key) : query.get(key),
        ]),
      ),
    )
    const statuses = asked.status === undefined ? undefined : [asked.status].flat()
    const rows = [...cases.values()]
      .map(fileOf)
      .filter((row) => statuses === undefined || statuses.includes(row.status))
      .filter((row) => asked.team === undefined || row.team === asked.team || row.copies.includes(asked.team))
      .filter(
        (row) =>
          asked.assignee === undefined ||
          row.assignee?.id === (asked.assignee === 'me' ? server.me.id : asked.assignee),
      )
      .filter((row) => asked.severity === undefined || [asked.severity].flat().includes(row.severity))
      .filter((row) => asked.language === undefined || row.language === asked.language)
      .filter((row) => asked.from === undefined || row.lastAt >= asked.from)
      .filter((row) => asked.to === undefined || row.openedAt < asked.to)
      .filter((row) => asked.q === undefined || row.code.startsWith(asked.q))
      .sort(
        (a, b) =>
          (asked.order === 'newest' ? b.lastAt.localeCompare(a.lastAt) : 0) ||
          (asked.order === undefined ? a.severity.localeCompare(b.severity) : 0) ||
          (a.waitingSince ?? a.lastAt).localeCompare(b.waitingSince ?? b.lastAt),
      )
    const from = Number(asked.cursor ?? 0)
    const page = rows.slice(from, from + asked.limit)
    return {
      rows: page,
      counts: counts(),
      position,
      ...(from + page.length < rows.length ? { cursor: String(from + page.length) } : {}),
    }
  }

  const messages = (held: HeldCase, query: URLSearchParams): z.input<typeof MessagePage> => {
    const { before, limit } = MessageQuery.parse(Object.fromEntries(query))
    const to =
      before === undefined
        ? held.messages.length
        : held.messages.findIndex((message) => message.id === before)
    const from = Math.max(0, to - limit)
    const page = held.messages.slice(from, to)
    return {
      messages: page,
      version: held.file.version,
      ...(from > 0 && page[0] !== undefined ? { older: page[0].id } : {}),
    }
  }

  /** What agents do, with the rules that the app has to cope with. */
  const command = (held: HeldCase, verb: string, body: unknown, reply: ServerResponse): void => {
    const { file } = held
    const done = (): void => give(reply, Done, { code: file.code, version: file.version, seq: file.seq })
    const mine = fileOf(held).mine
    if (verb === 'claim') {
      if (file.status === 'agent' && !mine)
        return refuse(reply, 409, 'held', { holder: file.assignee?.name ?? '' })
      without(held)
      Object.assign(file, { status: 'agent', assignee: ME, unread: 0 })
      add(held, { from: 'event', event: 'claimed', author: ME.name })
      bump(held, ['case_claimed'])
      return done()
    }
    if (verb === 'notes') {
      const { text } = NewNote.parse(body)
      const unseen = server.unseeing.find(({ name }) => text.includes(`@${name}`))
      if (unseen !== undefined) return refuse(reply, 409, 'unseen', { holder: unseen.name })
      file.notes.push({ id: `n${file.seq}`, at: new Date(NOW).toISOString(), author: ME.name, text })
      file.seq += 1
      publish(file.code, ['note_added'])
      return done()
    }
    if (verb === 'ask') {
      const { text } = NewNote.parse(body)
      file.notes.push({ id: `n${file.seq}`, at: new Date(NOW).toISOString(), author: server.me.name, text })
      add(held, { from: 'event', event: 'asked', author: server.me.name })
      bump(held, ['note_added', 'case_asked'])
      return done()
    }
    if (verb === 'transfer' && file.assignee?.id !== server.me.id && server.me.rights.includes('supervise')) {
      const { agent, note = '' } = Transfer.parse(body)
      if (note === '') return refuse(reply, 400, 'reason_required')
      if (agent === server.me.id) file.assignee = { id: server.me.id, name: server.me.name }
      bump(held, ['case_transferred'])
      return done()
    }
    if (verb === 'severity') {
      const { severity, reason } = SetSeverity.parse(body)
      if (severity > file.severity && reason === '') return refuse(reply, 400, 'reason_required')
      file.severity = severity
      bump(held, ['severity_set'])
      return done()
    }
    const duplicate =
      verb === 'close' &&
      file.status === 'waiting' &&
      file.severity !== 'P1' &&
      Close.parse(body).outcome === 'duplicate'
    if (!mine && !duplicate)
      return file.status === 'agent'
        ? refuse(reply, 409, 'held', { holder: file.assignee?.name ?? '' })
        : refuse(reply, 403, 'not_yours')
    if (verb === 'safety') {
      if (file.signals.waits === 'yes') return refuse(reply, 409, 'quiet')
      add(held, { from: 'event', event: 'safe-asked', author: server.me.name })
      add(held, {
        from: 'bot',
        text: 'هل الدقائق القادمة آمنة لك؟',
        buttons: ['نعم', 'لا', 'لا أستطيع القول'],
        delivery: 'sent',
      })
      bump(held, ['question_asked', 'bot_said'])
    } else if (verb === 'age') {
      if (file.signals.waits === 'yes') return refuse(reply, 409, 'quiet')
      add(held, {
        from: 'bot',
        text: 'مَن الذي حدث له هذا؟',
        buttons: ['أنا، 18 فأكثر', 'أنا، 16-17'],
        delivery: 'sent',
      })
      bump(held, ['question_asked', 'bot_said'])
    } else if (verb === 'messages') {
      const { text, expectedVersion } = Say.parse(body)
      if (expectedVersion !== file.version) return refuse(reply, 409, 'moved', { version: file.version })
      add(held, { from: 'agent', author: ME.name, text, delivery: 'sent' })
      bump(held, ['agent_said'])
    } else if (verb === 'release') {
      const { to, undo } = Release.parse(body)
      if (undo) {
        file.leaving = { to, at: new Date(NOW + 10_000).toISOString() }
        bump(held, ['release_planned'])
        return done()
      }
      without(held)
      Object.assign(
        file,
        to === 'bot' ? { status: 'bot' } : { status: 'waiting', waitingSince: new Date(NOW).toISOString() },
      )
      bump(held, ['case_released'])
    } else if (verb === 'transfer') {
      const to = Transfer.parse(body)
      without(held)
      Object.assign(
        file,
        to.agent === undefined
          ? { status: 'waiting', team: to.team, waitingSince: new Date(NOW).toISOString() }
          : { assignee: COLLEAGUE },
      )
      bump(held, ['case_transferred'])
    } else if (verb === 'close') {
      Close.parse(body)
      without(held)
      file.status = 'closed'
      bump(held, ['case_closed'])
    } else return refuse(reply, 404, 'not_found')
    return done()
  }

  const openStream = (request: IncomingMessage, query: URLSearchParams, reply: ServerResponse): void => {
    reply.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    const after = Number(request.headers['last-event-id'] ?? query.get('after') ?? position)
    reply.write(`id: ${after}\nevent: hello\ndata: {}\n\n`)
    for (const item of feed) if (item.position > after) reply.write(item.frame)
    lines.add(reply)
    server.streams = lines.size
    reply.on('close', () => {
      lines.delete(reply)
      server.streams = lines.size
    })
  }

  const evidence = (held: HeldCase, rest: readonly string[], body: unknown, reply: ServerResponse): void => {
    const [id = '', what] = rest
    const item = held.evidence.find((each) => each.id === id)
    if (item === undefined) return refuse(reply, 404, 'not_found')
    if (what === 'preview' || what === 'derived') return bytes(reply, 'image/webp', pictures.blurred)
    if (what === 'examination') return give(reply, Examination, RESULTS)
    if (what === 'reveal') {
      const { reason } = Reason.parse(body)
      server.reveals.push(reason)
      server.exposure.seen += 1
      return give(reply, RevealTicket, {
        url: `/api/v1/views/${item.kind}`,
        expiresAt: new Date(NOW + 60_000).toISOString(),
      })
    }
    if (server.reveals.length === 0) return refuse(reply, 403, 'reveal_first')
    if (what === 'reading') return give(reply, PictureWords, server.words)
    if (what === 'codes') {
      server.words = judged(server.words, Number(rest[2]), NewCodeJudgement.parse(body), ME.name)
      bump(held, ['reading_confirmed'])
      const { version, seq } = held.file
      return give(reply, Done, { code: held.file.code, version, seq })
    }
    if (what === 'place') return give(reply, Place, { latitude: '33.312805', longitude: '44.361488' })
    bytes(reply, 'application/octet-stream', pictures.clear, {
      'content-disposition': 'attachment; filename="evidence.jpg"',
    })
  }
  const view = (kind: string | undefined, reply: ServerResponse): void => {
    if (kind === 'photo') return bytes(reply, 'image/webp', pictures.clear)
    if (kind === 'voice') return bytes(reply, 'audio/wav', pictures.sound)
    if (kind === 'statement')
      return bytes(
        reply,
        'text/plain; charset=utf-8',
        Buffer.from('هددني @real.user_99 يوم 2026-11-20 (USDT-TRC20)'),
      )
    refuse(reply, 415, 'no_view')
  }

  const calls = new Map<string, HeldCall>()
  const onCall = (code: string, what: string, body: unknown, reply: ServerResponse): void => {
    const call = calls.get(code) ?? beginCall()
    calls.set(code, call)
    const why = what === 'answers' ? answerCall(call, body) : what === 'pin' ? takePin(call, body) : undefined
    if (why !== undefined) return refuse(reply, why === 'moved' ? 409 : 400, why)
    if (what === 'pin') return give(reply, Done, { code, version: call.version, seq: 1 })
    give(reply, Call, showCall(code, call))
  }

  const ofCase = (
    method: string,
    rest: readonly string[],
    query: URLSearchParams,
    body: unknown,
    reply: ServerResponse,
  ): void => {
    const [code = '', what = '', ...more] = rest
    const held = cases.get(code)
    if (held === undefined) return refuse(reply, 404, 'not_found')
    if (what === 'call' || (what === 'answers' && more.length === 0) || what === 'pin')
      return onCall(code, what, body, reply)
    if (what === 'model' && more[0] === undefined) return give(reply, ModelKept, keptOf(server.model))
    if (what === 'model') {
      const message = held.messages.find(({ from }) => from === 'person')?.id ?? ''
      return send(reply, 200, sayOfModel(more[0], message))
    }
    if (what === 'custody') return give(reply, Custody, held.custody)
    if (what === 'ties' && more.length > 0) return give(reply, CommonTexts, COMMON_TEXTS)
    if (what === 'ties') return give(reply, CaseTies, tiesOf(held.file, held.evidence[0]?.id))
    if (what === 'brief')
      return give(reply, Brief, {
        severity: held.file.severity,
        reasons: held.file.reasons,
        answers: held.file.answers.flatMap(({ question, answer }) =>
          answer === '' ? [] : [{ title: question, answer }],
        ),
        left: [
          { title: 'العمر', how: 'skip' },
          { title: 'المبلغ', how: 'unknown' },
        ],
        identifiers: held.file.identifiers.filter(({ owner }) => owner !== 'self'),
        promises: [
          {
            text: 'سأكتب لك الليلة قبل 22:00',
            at: new Date(NOW - 3_600_000).toISOString(),
            until: new Date(NOW + 3_600_000).toISOString(),
          },
        ],
        guidance: [{ title: 'لا تدفع', at: new Date(NOW - 7_200_000).toISOString() }],
        held: [{ name: COLLEAGUE.name, at: new Date(NOW - 3_600_000).toISOString() }],
        safe: {
          title: 'الأمان الآن',
          answer: 'نعم',
          at: new Date(NOW - 1_800_000).toISOString(),
          dangerAt: new Date(NOW - 360_000).toISOString(),
        },
      })
    if (what === 'macros' && method === 'GET') return send(reply, 200, server.macros.plan(held))
    if (what === 'macros') {
      const ran = server.macros.run(held, more[0] ?? '', body)
      if ('code' in ran)
        return refuse(reply, ran.status, ran.code, ran.step === undefined ? {} : { step: ran.step })
      bump(held, ran.kinds)
      return give(reply, Done, { code, version: held.file.version, seq: held.file.seq })
    }
    if (what === 'replies')
      return give(reply, Replies, {
        replies: [
          ...server.ownReplies.map(({ id, name, texts }) => ({
            id,
            name,
            text: texts.ar ?? '',
            language: 'ar' as const,
            own: true,
          })),
          { id: 'hello', name: 'تحية', text: 'مرحباً، أنا معك الآن.', language: 'ar', own: false },
          {
            id: 'next-word',
            name: 'متى أكتب ثانية',
            text: `سأكتب لك خلال \u206824\u2069 ساعة. ${code}`,
            language: 'ar',
            own: false,
            fill: '24',
          },
          { id: 'safe-place', name: 'Safe place?', text: 'هل المكان آمنٌ الآن؟', language: 'ar', own: false },
          {
            id: 'call-number',
            name: 'رقم للاتصال',
            text: 'هذا رقم يمكن الاتصال به: \u2068{hotline}\u2069.',
            language: 'ar',
            own: false,
            missing: ['hotline'],
          },
          { id: 'holiday', name: 'العطلة', language: 'ar', own: false },
        ],
      })
    if (what === 'presence') {
      server.beats.push(`${code} ${Beat.parse(body).state}`)
      return give(reply, Presence, { code, agents: [] })
    }
    if (held.file.status === 'erased') return refuse(reply, 410, 'erased')
    if (method === 'GET' && what === '') return give(reply, CaseFile, fileOf(held))
    if (method === 'GET' && what === 'messages') return give(reply, MessagePage, messages(held, query))
    if (method === 'GET' && what === 'evidence' && more.length === 0)
      return give(reply, EvidenceList, { evidence: held.evidence })
    if (what === 'timeline') return give(reply, Timeline, TIMELINE)
    if (what === 'answers' && method === 'GET') {
      const asked = questionOf(held, more[0] ?? '')
      return asked === undefined ? refuse(reply, 404, 'not_found') : give(reply, Question, asked)
    }
    const worked = actOnWork(held, [what, ...more], body)
    if (worked !== undefined && 'refused' in worked) return refuse(reply, ...worked.refused)
    if (worked !== undefined) {
      bump(held, worked.kinds)
      return give(reply, Done, { code, version: held.file.version, seq: held.file.seq })
    }
    if (what === 'evidence') return evidence(held, more, body, reply)
    if (what === 'hold') {
      bump(held, [...actOnHold(held, [what, ...more], body)])
      return give(reply, Done, { code, version: held.file.version, seq: held.file.seq })
    }
    if (what === 'erasure') {
      const outcome = actOnErasure(held, more, body)
      bump(held, 'kinds' in outcome ? outcome.kinds : ['erasure_approved', 'case_erased'])
      if ('erased' in outcome) return give(reply, Erased, outcome.erased)
      return give(
        reply,
        Done,
        { code, version: held.file.version, seq: held.file.seq },
        more.length === 0 ? 201 : 200,
      )
    }
    if (what === 'exports' && method === 'GET' && more.length === 1)
      return bytes(reply, 'application/octet-stream', pictures.clear, {
        'content-disposition': `attachment; filename="amin-${code}.zip"`,
      })
    if (what === 'exports') {
      if (method === 'GET') return give(reply, ExportState, server.exports)
      server.exports = actOnExports(server.exports, more, body)
      held.file.seq += 1
      publish(code, ['export_requested'])
      return give(
        reply,
        Done,
        { code, version: held.file.version, seq: held.file.seq },
        more.length === 0 ? 201 : 200,
      )
    }
    if (what === 'colleagues')
      return give(reply, CaseColleagues, {
        colleagues: [COLLEAGUE],
      })
    if (what === 'notes' && more[1] === 'seen') {
      server.wanted = server.wanted.filter(({ note }) => note !== more[0])
      publish(code, ['mention_seen'])
      return give(reply, Done, { code, version: held.file.version, seq: held.file.seq })
    }
    command(held, what, body, reply)
  }

  let codes = false
  const auth = (path: string, body: unknown, reply: ServerResponse): void => {
    const given = z
      .object({ email: z.string(), password: z.string(), code: z.string() })
      .partial()
      .parse(body ?? {})
    const admit = (): void => {
      server.signedIn = true
      send(reply, 200, { user: { id: server.me.id } })
    }
    if (path === 'sign-in/email') {
      if (given.password !== PASSWORD) return send(reply, 401, { code: 'INVALID_EMAIL_OR_PASSWORD' })
      if (server.totp) return send(reply, 200, { twoFactorRedirect: true })
      return admit()
    }
    if (path === 'two-factor/verify-totp') {
      if (given.code !== CODE) return send(reply, 401, { code: 'INVALID_CODE' })
      server.me.secondFactor = true
      codes = true
      return admit()
    }
    if (path === 'two-factor/verify-backup-code')
      return given.code === 'AAAA-1111' ? admit() : send(reply, 401, { code: 'INVALID_BACKUP_CODE' })
    if (path === 'two-factor/enable') {
      if (given.password !== PASSWORD) return send(reply, 400, { code: 'INVALID_PASSWORD' })
      return send(reply, 200, {
        totpURI:
          'otpauth://totp/Amin:agent7%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Amin&digits=6&period=30',
        backupCodes: Array.from(
          { length: 10 },
          (_, i) => `${String.fromCharCode(65 + i).repeat(4)}-${String(i).repeat(4)}`,
        ),
      })
    }
    if (path === 'passkey/list-user-passkeys')
      return send(reply, 200, [{ id: 'PK1', name: 'هاتف العمل', createdAt: new Date(NOW).toISOString() }])
    if (path === 'get-session') return send(reply, 200, { user: { twoFactorEnabled: codes } })
    if (path === 'sign-out') {
      server.signedIn = false
      return send(reply, 200, { success: true })
    }
    refuse(reply, 404, 'not_found')
  }

  /** A server that wakes: the key is one of P-256, and what browsers subscribed with is kept. */
  const push = (method: string, what: string | undefined, body: unknown, reply: ServerResponse): void => {
    if (method === 'GET')
      return give(reply, PushState, { publicKey: PUSH_KEY, browsers: server.woken.length })
    if (what === 'end') {
      const { endpoint } = EndPush.parse(body)
      server.woken = server.woken.filter((each) => each.endpoint !== endpoint)
    } else server.woken.push(NewPush.parse(body))
    send(reply, 200, {})
  }

  const api = (request: IncomingMessage, address: URL, body: unknown, reply: ServerResponse): void => {
    const method = request.method ?? 'GET'
    const rest = address.pathname.split('/').slice(3)
    if (method === 'POST' && request.headers['x-amin'] !== '1') return refuse(reply, 403, 'wrong_origin')
    if (rest[0] === 'setup' && method === 'GET') return give(reply, SetupState, { needed: server.needed })
    if (rest[0] === 'setup') {
      Setup.parse(body)
      return send(reply, 200, {})
    }
    if (rest[0] === 'invitations')
      return Acceptance.parse(body).token === 'spent'
        ? refuse(reply, 403, 'token_spent')
        : send(reply, 200, {})
    if (!server.signedIn) return refuse(reply, 401, 'unauthenticated')
    if (rest[0] === 'me' && rest[1] === 'replies') {
      if (method === 'PUT') server.ownReplies = OwnReplies.parse(body).replies
      return give(reply, OwnReplies, { replies: server.ownReplies })
    }
    if (rest.join('/') === 'queue/views' || rest.join('/') === 'me/views') {
      const answer = server.views.answer(method, rest[0] === 'me', body, address.searchParams.get('count'))
      if ('newer' in answer) return refuse(reply, 409, 'outdated', answer)
      return send(reply, 200, answer)
    }
    if (rest[0] === 'macros') {
      const answer = server.macros.keep(method, body)
      if ('newer' in answer) return refuse(reply, 409, 'outdated', answer)
      return send(reply, 200, answer)
    }
    if (rest[0] === 'model')
      return rest[1] === 'try'
        ? give(reply, ModelTried, { text: 'مرحبا', model: 'a-model', milliseconds: 12 })
        : give(reply, ModelState, server.model)
    if (rest[0] === 'me' && rest[1] === 'wanted') return give(reply, WantedList, { wanted: server.wanted })
    if (rest[0] === 'me' && rest[1] === 'shift') {
      const held = [...cases.values()].filter((each) => fileOf(each).mine)
      if (rest[2] === undefined)
        return give(reply, MyShift, {
          held: held.map(({ file: { code, severity, unread, answerSince, snoozedUntil } }) => ({
            code,
            severity,
            unread,
            ...(answerSince === undefined ? {} : { answerSince }),
            ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
          })),
          exposure: server.exposure,
        })
      const { note } = EndShift.parse(body)
      for (const each of held) {
        without(each)
        Object.assign(each.file, { status: 'waiting', waitingSince: new Date(NOW).toISOString() })
        if (note !== '') each.file.passedOn = { by: ME.name, note, at: new Date(NOW).toISOString() }
        bump(each, ['case_transferred'])
      }
      return give(reply, ShiftEnd, { handedOver: held.map(({ file }) => file.code) })
    }
    if (rest[0] === 'next') {
      const { team } = NextCase.parse(body)
      const first = list(new URLSearchParams({ status: 'waiting', ...(team === undefined ? {} : { team }) }))
        .rows[0]
      const next = first === undefined ? undefined : cases.get(first.code)
      if (next === undefined) return give(reply, Taken, {})
      without(next)
      Object.assign(next.file, { status: 'agent', assignee: ME, unread: 0 })
      bump(next, ['case_claimed'])
      return give(reply, Taken, { code: next.file.code })
    }
    if (rest[0] === 'me' && rest[1] === 'sessions')
      return method === 'GET' ? give(reply, SessionList, { sessions: SESSIONS }) : send(reply, 200, {})
    if (rest[0] === 'me' && rest[1] === 'push') return push(method, rest[2], body, reply)
    if (rest[0] === 'me' && rest[1] === 'notices') {
      if (method === 'GET') return give(reply, NoticeList, { notices: server.notices })
      const { no } = NoticesSeen.parse(body)
      server.notices = server.notices.filter((notice) => notice.no > no)
      return send(reply, 200, {})
    }
    if (rest[0] === 'me' && rest[1] === 'proof') {
      const { password, code } = NewProof.parse(body)
      if (password !== PASSWORD) return refuse(reply, 403, 'invalid_password')
      return codes && code !== CODE ? refuse(reply, 403, 'invalid_code') : send(reply, 200, {})
    }
    if (rest[0] === 'me') return give(reply, Me, server.me)
    if (rest[0] === 'audit') return give(reply, Audit, AUDIT)
    if (rest[0] === 'keys' && method === 'GET') return give(reply, KeyList, { keys: KEYS })
    if (rest[0] === 'keys') {
      NewKey.parse(body)
      return give(reply, MadeKey, { id: 'K3', key: `amin_${'aB3'.repeat(16)}` }, 201)
    }
    if (rest[0] === 'agents' && rest[2] === 'sessions' && method === 'GET')
      return give(reply, SessionList, { sessions: SESSIONS.slice(1) })
    if (
      rest[0] === 'agents' &&
      ['rights', 'unlock', 'sessions', 'second-factor', 'disable'].includes(rest[2] ?? '')
    )
      return send(reply, 200, {})
    if (rest[0] === 'networks' && rest[2] === 'dossier') {
      if (method === 'GET' && rest[3] !== undefined)
        return bytes(reply, 'application/octet-stream', pictures.clear, {
          'content-disposition': 'attachment; filename="amin-N4F7K2M.zip"',
        })
      if (method === 'GET') return give(reply, DossierState, server.dossier)
      server.dossier = actOnDossier(server.dossier, rest.slice(3), body)
      return give(reply, DossierAsked, { key: rest[1] ?? '', seq: 40 }, rest[3] === undefined ? 201 : 200)
    }
    if (rest[0] === 'networks' && method === 'POST') {
      server.decided.push(rest[1] === undefined ? ConfirmNetwork.parse(body) : NetworkAct.parse(body))
      return give(reply, NetworkDone, { key: rest[1] ?? CONFIRMED })
    }
    if (rest[0] === 'networks' && rest[1] !== undefined) {
      const page = networkPageOf(rest[1])
      return page === undefined ? refuse(reply, 404, 'not_found') : give(reply, NetworkPage, page)
    }
    if (rest[0] === 'networks') return give(reply, NetworkList, NETWORKS)
    if (rest[0] === 'statistics')
      return give(reply, Statistics, statisticsIn(address.searchParams.get('lang')))
    if (rest[0] === 'statistics.pdf') {
      MonthlyQuery.parse(Object.fromEntries(address.searchParams))
      return bytes(reply, 'application/pdf', Buffer.from('%PDF-1.4\n%%EOF\n'))
    }
    if (rest[0] === 'whatsapp') return give(reply, WhatsappAccount, server.whatsapp)
    if (rest[0] === 'telegram' && rest[1] === 'look') return give(reply, TelegramLook, server.telegram.look())
    if (rest[0] === 'telegram' && rest[1] === 'test') return give(reply, TelegramTest, server.telegram.test())
    if (rest[0] === 'telegram') {
      const refused = method === 'PUT' ? server.telegram.put(body) : undefined
      return refused === undefined
        ? give(reply, TelegramState, server.telegram.state)
        : refuse(reply, refused.status, refused.code, refused.more)
    }
    if (rest[0] === 'operator') {
      const [, , id = ''] = rest
      if (method === 'POST') server.called.set(id, CalledHotline.parse(body))
      const by = { at: instant(NOW), by: ME.id }
      const calls = {
        of: (line: { readonly id: string }) => (server.called.has(line.id) ? by : undefined),
        nameOf: () => ME.name,
      }
      const state = describeCalled(calls, server.settings.operator())
      return give(reply, OperatorState, state)
    }
    if (rest[0] === 'settings' && rest[1] === 'preview')
      return give(reply, SettingsPreview, server.settings.preview(OperatorFile.parse(body).file))
    if (rest[0] === 'settings') {
      const refused = method === 'PUT' ? server.settings.put(rest[1], body) : undefined
      return refused === undefined
        ? give(reply, SettingsState, server.settings.state())
        : refuse(reply, refused.status, refused.code, refused.more)
    }
    if (rest[0] === 'webhooks' && !server.me.rights.includes('operate'))
      return refuse(reply, 403, 'forbidden')
    if (rest[0] === 'webhooks')
      return method === 'GET'
        ? give(reply, WebhooksState, server.webhooks.state)
        : give(reply, WebhookTest, server.webhooks.test(rest[1]))
    if (rest[0] === 'texts') return give(reply, BotTexts, BOT_TEXTS)
    if (rest[0] === 'replies') {
      const next = method === 'GET' ? server.teamReplies : changeTeamReplies(server.teamReplies, body)
      if (next === undefined) return refuse(reply, 409, 'outdated')
      server.teamReplies = next
      return give(reply, TeamReplies, next)
    }
    if (rest[0] === 'health')
      return give(reply, HealthState, {
        ...HEALTH,
        channels: HEALTH.channels.map((each) =>
          each.name === 'telegram' ? server.telegram.channel(each) : each,
        ),
      })
    if (rest[0] === 'counts') return give(reply, Counts, { counts: hidden() })
    if (rest[0] === 'events') return openStream(request, address.searchParams, reply)
    if (rest[0] === 'views') return view(rest[1], reply)
    if (rest[0] === 'colleagues')
      return give(reply, Colleagues, {
        agents: [ME, COLLEAGUE],
        teams: [
          { id: 'women_family', name: 'النساء والأسرة' },
          { id: 'minors', name: 'القاصرون' },
          { id: 'financial', name: 'الأموال' },
        ],
      })
    if (rest[0] === 'agents' && method === 'GET') return give(reply, AgentList, { agents: AGENTS })
    if (rest[0] === 'agents') {
      const { name } = NewAgent.parse(body)
      return give(
        reply,
        Invitation,
        { agent: { id: 'a-9', name }, link: `${server.url}/join#one-time-token-for-a-new-agent` },
        201,
      )
    }
    if (rest[0] === 'calls')
      return give(reply, Calls, {
        calls: [...calls.keys()].map((code) => ({
          code,
          openedAt: new Date(NOW - 600_000).toISOString(),
          title: 'Danger now',
        })),
      })
    if (rest[0] === 'search') return give(reply, SearchPage, searchIn([...cases.values()].map(fileOf), body))
    if (rest[0] !== 'cases') return refuse(reply, 404, 'not_found')
    if (rest.length === 1 && method === 'GET')
      return server.me.role === 'analyst'
        ? refuse(reply, 403, 'forbidden')
        : give(reply, CasePage, list(address.searchParams))
    if (rest.length === 1) {
      NewCase.parse(body)
      const held = makeCase(3)
      const file = { ...held.file, code: 'PH0NE123' }
      cases.set(file.code, { ...held, file, messages: [] })
      return give(reply, Done, { code: file.code, version: 1, seq: 1 }, 201)
    }
    ofCase(method, rest.slice(1), address.searchParams, body, reply)
  }

  const page = async (address: URL, reply: ServerResponse): Promise<void> => {
    const headers = {
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      // As the real server says it: what has its hash in its name is compiled once and not for each page.
      'cache-control': address.pathname.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-store',
    }
    const path = extname(address.pathname) === '' ? '/index.html' : normalize(address.pathname)
    const file = await readFile(join(dist, path)).catch(() => undefined)
    if (file === undefined) reply.writeHead(404, headers).end()
    else
      reply
        .writeHead(200, { ...headers, 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
        .end(file)
  }

  const answer = async (request: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const address = new URL(request.url ?? '/', 'http://desk')
    // For who shows the page in a browser whose clock it may not set.
    if (address.pathname === '/scripted-now') return void reply.end(String(NOW))
    if (!address.pathname.startsWith('/api/')) return page(address, reply)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body: unknown = chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString())
    const asked = `${request.method} ${address.pathname}`
    server.asked.push(asked)
    const key = request.headers['idempotency-key']
    if (request.method === 'POST')
      server.bodies.push({ path: address.pathname, body, key: typeof key === 'string' ? key : undefined })
    const { beforeNext, failNext } = server
    if (beforeNext?.call.test(asked) === true) {
      server.beforeNext = undefined
      beforeNext.act()
    }
    if (failNext?.call.test(asked) === true) {
      server.failNext = undefined
      const { status, code, call: _, ...more } = failNext
      return refuse(reply, status, code, more)
    }
    if (address.pathname.startsWith('/api/auth/'))
      return auth(address.pathname.slice('/api/auth/'.length), body, reply)
    api(request, address, body, reply)
  }

  const broken: unknown[] = []
  const serve = (request: IncomingMessage, reply: ServerResponse): void => {
    answer(request, reply).catch((error: unknown) => {
      broken.push(error)
      reply.writeHead(500).end()
    })
  }
  const http = typeof at === 'number' ? await listen(at) : at
  http.on('request', serve)
  const address = http.address()
  const server: DeskServer = {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    cases,
    asked: [],
    listed: [],
    bodies: [],
    reveals: [],
    model: { uses: [] },
    words: WORDS,
    exposure: { seen: 3, of: 20 },
    beats: [],
    wanted: [],
    whatsapp: { by: 'elsewhere' },
    unseeing: [],
    ownReplies: [],
    teamReplies: makeTeamReplies(),
    macros: makeMacrosWorld(),
    views: makeViewsWorld((filter) => list(filter).rows.length),
    settings: makeSettingsWorld(OPERATOR),
    telegram: makeTelegramWorld(),
    webhooks: makeWebhooksWorld(),
    called: new Map(),
    exports: makeExportState(),
    dossier: makeDossierState(),
    notices: [],
    decided: [],
    woken: [],
    streams: 0,
    me: makeMe(),
    totp: false,
    signedIn: true,
    needed: false,
    failNext: undefined,
    beforeNext: undefined,
    say: (code, message) => {
      const held = cases.get(code)!
      add(held, message)
      bump(held, ['message_received'])
    },
    change: (code, patch, kinds = ['case_claimed']) => {
      const held = cases.get(code)!
      Object.assign(held.file, patch)
      bump(held, kinds)
    },
    presence: (told) => {
      for (const line of lines)
        line.write(`event: presence\ndata: ${JSON.stringify(Presence.parse(told))}\n\n`)
    },
    cutStreams: () => {
      for (const line of lines) line.destroy()
    },
    stop: async () => {
      http.off('request', serve)
      if (http === at) await Promise.all([...lines].map((line) => once(line, 'close')))
      else {
        const closed = new Promise((resolve) => http.close(resolve))
        http.closeAllConnections()
        await closed
      }
      // What the app sent against the contract, or this server against its own shapes.
      if (broken.length > 0) throw new AggregateError(broken, 'the scripted server broke')
    },
  }
  return server
}
