import './cheap-passwords.ts'
import { openConfinement } from '../../../adapters/confine/index.ts'
import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { LightMyRequestResponse } from 'fastify'
import { generate } from 'otplib'
import { makeStatistics } from '../../../core/services/statistics/desk.ts'
import { makeMonthly } from '../../../core/services/statistics/monthly-desk.ts'
import { openReport } from '../../../adapters/report/index.ts'
import { openConsole, type Console } from '../../../adapters/console/index.ts'
import type { ConsoleParts } from '../../../adapters/console/server/parts.ts'
import type { RoleName } from '../../../adapters/console/contract/rights.ts'
import { openHttpServer, type HttpServer } from '../../../adapters/console/server/http/server.ts'
import { openBundles } from '../../../adapters/bundle/index.ts'
import { openCheckpointKey } from '../../../adapters/crypto/checkpoint-key.ts'
import { makeHasher } from '../../../adapters/crypto/hasher.ts'
import { deriveSecrets } from '../../../adapters/crypto/secrets.ts'
import { makePins } from '../../../adapters/crypto/pins.ts'
import { makeRandom } from '../../../adapters/crypto/random.ts'
import { openSealer } from '../../../adapters/crypto/sealer.ts'
import { openImages } from '../../../adapters/imaging/index.ts'
import { MEMORY_CAPABILITIES } from '../../../adapters/memory/channel.ts'
import { makeMemoryClock, type MemoryClock } from '../../../adapters/memory/clock.ts'
import { makeMemoryKeys } from '../../../adapters/memory/keys.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { makeMemoryStore } from '../../../adapters/memory/store.ts'
import { makeMemoryVault } from '../../../adapters/memory/vault.ts'
import { content } from '../../../bots/content.ts'
import { makeHealth } from '../../../bots/health.ts'
import type { Endpoint } from '../../../adapters/webhook/index.ts'
import { openWebhookDesk } from '../../../bots/webhook-desk.ts'
import { describeOperator } from '../../../bots/operator-state.ts'
import type { Operator } from '../../../bots/operator.ts'
import { openSettings } from '../../../bots/settings.ts'
import { openTelegramDesk } from '../../../bots/channels/telegram/desk.ts'
import { openTelegramToken, withToken, type TelegramToken } from '../../../bots/channels/telegram/token.ts'
import { previewTexts } from '../../../bots/text-samples.ts'
import { pictureReplies, replies } from '../../../bots/amin/replies/set.ts'
import { openBundleTexts, openReplyTexts, openReportTexts, openTexts } from '../../../bots/texts.ts'
import { makeDossiers } from '../../../core/custody/bundle/dossier-orders.ts'
import { makeExports } from '../../../core/custody/bundle/export.ts'
import type { ExportRule } from '../../../core/custody/bundle/request.ts'
import { makeCasebook, type Casebook } from '../../../core/services/casebook/casebook.ts'
import type { Desk } from '../../../core/services/desk/desk.ts'
import { makeDesk } from '../../../core/services/desk/make-desk.ts'
import type { CasePorts } from '../../../core/services/casebook/ports.ts'
import { makeNetworkBook } from '../../../core/services/networks/book.ts'
import { makeCertify } from '../../../core/custody/certify.ts'
import { writePublicKey } from '../../../core/custody/note.ts'
import { makeProofs, makeSign } from '../../../core/custody/proof.ts'
import { makeStanding } from '../../../core/custody/standing.ts'
import type { CaseEvent } from '../../../core/model/events.ts'
import type { ReadPicture } from '../../../core/model/reading-events.ts'
import type { Derived, Examination } from '../../../core/base/examination.ts'
import type { CaseCode, CaseId, EvidenceId, InboundId, ObjectId, Sha256Hex } from '../../../core/base/ids.ts'
import type { Inbound, InboundBody, MediaKind } from '../../../core/base/message.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import type { Log } from '../../../core/ports/log.ts'
import type { Roster } from '../../../core/ports/roster.ts'
import type { Vault } from '../../../core/ports/vault.ts'
import { bytes, hours, instant, mebibytes } from '../../../core/base/units.ts'

export const PUBLIC_URL = 'http://127.0.0.1:8080'
const IN_FORCE = { teams: ['minors'], secondFactor: 'optional' } as const
export const PASSWORD = 'correct horse battery'

type Call = {
  readonly cookie?: string
  readonly key?: string
  readonly headers?: Record<string, string>
  readonly from?: string
}

export type World = {
  readonly console: Console
  readonly server: HttpServer
  readonly desk: Desk
  readonly casebook: Casebook
  readonly ports: CasePorts & { readonly vault: Vault }
  readonly clock: MemoryClock
  readonly log: ReturnType<typeof makeMemoryLog>
  /** The token that an administrator set. */
  readonly telegram: TelegramToken
  readonly database: DatabaseSync
  readonly get: (url: string, call?: Call) => Promise<LightMyRequestResponse>
  readonly post: (url: string, body: unknown, call?: Call) => Promise<LightMyRequestResponse>
  readonly put: World['post']
  /** A member with a password, of every team where none is named, and the cookie of a fresh session. */
  readonly member: (
    name: string,
    role?: RoleName,
    teams?: readonly string[] | null,
  ) => Promise<{ readonly id: string; readonly email: string; readonly cookie: string }>
  readonly signIn: (email: string, password?: string, from?: string) => Promise<LightMyRequestResponse>
  readonly close: () => Promise<void>
}

/** What a browser would keep of an answer's cookies. */
export const cookiesOf = (answer: LightMyRequestResponse): string => {
  const set = answer.headers['set-cookie']
  const all = set === undefined ? [] : Array.isArray(set) ? set : [set]
  return all
    .filter((cookie) => !/max-age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

export const openWorld = async (
  parts: Partial<ConsoleParts> = {},
  server: { readonly trustProxy?: boolean; readonly log?: Log } = {},
  stated: {
    readonly roster?: Roster
    readonly rule?: Partial<ExportRule>
    readonly operator?: Operator
    /** Where Telegram is asked; nobody listens there where nothing is said. */
    readonly telegramRoot?: string
    /** A token of the environment. */
    readonly telegramToken?: string
    /** Programs that are told of cases; none where nothing is said. */
    readonly hooked?: { readonly endpoints: readonly Endpoint[]; readonly dataDir: string }
  } = {},
): Promise<World> => {
  const kept = makeMemoryLog()
  const log = server.log ?? kept
  // Noon in Baghdad, at whatever hour the suite is run: no test here crosses a midnight it did not ask for.
  const clock = makeMemoryClock(instant(Math.floor(Date.now() / hours(24)) * hours(24) + hours(9)))
  const masterKey = createSecretKey(randomBytes(32))
  const hasher = makeHasher(deriveSecrets(masterKey))
  const random = makeRandom()
  const caseKeys = makeMemoryKeys()
  const sealer = await openSealer({ masterKey, keys: caseKeys })
  const store = makeMemoryStore()
  const vault = makeMemoryVault((data) => hasher.sha256(data))
  const phrases = openTexts()
  const ports = {
    store,
    vault,
    sealer,
    log,
    hasher,
    clock,
    random,
    phrases,
    ...content,
    ...stated,
    emergency: () => undefined,
    pins: makePins(deriveSecrets(masterKey)),
    official: () => undefined,
    capabilities: () => MEMORY_CAPABILITIES,
  }
  const casebook = makeCasebook(ports)
  const desk = makeDesk(ports, casebook)
  const keys = mkdtempSync(join(tmpdir(), 'amin-console-'))
  const custody = {
    store,
    hasher,
    clock,
    log,
    signer: await openCheckpointKey(join(keys, 'checkpoint.key')),
    anchors: [],
  }
  const leaving = {
    ...ports,
    bundles: openBundles(),
    texts: openBundleTexts(),
    proofs: makeProofs(custody),
    sign: makeSign(custody),
    statement: { software: 'Amin test' },
    rule: { twoPersons: false, onlySealed: false, ...stated.rule },
  }
  const settings = await openSettings(store.settings, stated.operator ?? { official: {} }, log)
  const telegramRoot = stated.telegramRoot ?? 'http://127.0.0.1:9'
  const given = {
    telegramRoot,
    ...(stated.telegramToken === undefined
      ? {}
      : { telegram: { token: stated.telegramToken, apiRoot: telegramRoot, from: 'environment' as const } }),
  }
  const telegram = openTelegramToken({ config: given, settings, sealer, log })
  const confine = openConfinement()
  const images = openImages({ confine })
  const report = openReport({ phrases: openReportTexts(), log })
  const statistics = makeStatistics(ports, casebook, () => desk.networks.list(undefined))
  const database = new DatabaseSync(':memory:')
  const http = openHttpServer({ host: '127.0.0.1', port: 0, log, trustProxy: server.trustProxy ?? false })
  const opened = await openConsole({
    agentsDb: database,
    authSecret: 'a secret of forty characters for testing',
    publicUrl: PUBLIC_URL,
    desk,
    exports: makeExports(leaving, casebook),
    dossiers: makeDossiers(leaving, casebook, makeNetworkBook(ports)),
    certify: makeCertify({ ...ports, keys: caseKeys }, custody),
    statistics,
    monthly: makeMonthly(ports, statistics, report, { software: 'Amin test', practice: () => false }),
    feed: store.feed,
    phrases,
    replies: { ids: replies, notOfChild: pictureReplies, phrases: openReplyTexts() },
    images,
    clock,
    random,
    hasher,
    log,
    checkpoints: {
      standing: makeStanding(custody),
      publicKey: writePublicKey(hasher, custody.signer.publicKey),
    },
    uiDir: '/nowhere',
    idle: hours(12),
    readiness: async () => ({ ok: true, parts: { store: 'ok' } }),
    metrics: http.metrics,
    settings,
    telegram: openTelegramDesk({ config: withToken(given, telegram), settings, telegram, ports }),
    administration: {
      operator: async () =>
        describeOperator(
          { official: {} },
          { ...IN_FORCE, targets: ports.triage.targets, retention: ports.access.retention },
          phrases,
          clock.now(),
        ),
      hotline: () => undefined,
      texts: () => previewTexts(phrases),
      webhooks: openWebhookDesk({ ...(stated.hooked ?? { endpoints: [], dataDir: '/nowhere' }), clock }),
      health: makeHealth({
        config: { roles: ['console'], readsPictures: true, store: { engine: 'sqlite', file: ':memory:' } },
        ports,
        channels: { health: () => [], heard: () => undefined },
        keeping: () => ({ v: 1 }),
        standing: makeStanding(custody),
        lastBackup: () => 0,
        examiner: undefined,
        confine,
        sentences: undefined,
        reserve: mebibytes(200),
        page: 'current',
        scrubEvery: hours(24 * 30),
      }),
    },
    teams: [{ id: 'minors', name: 'team-minors' }],
    ...parts,
  })
  await http.app.register(opened.routes)
  await http.app.ready()

  const headersOf = (call: Call): Record<string, string> => ({
    ...(call.cookie === undefined ? {} : { cookie: call.cookie }),
    ...(call.key === undefined ? {} : { authorization: `Bearer ${call.key}` }),
    ...call.headers,
  })
  const get: World['get'] = async (url, call = {}) =>
    http.app.inject({ method: 'GET', url, headers: headersOf(call), remoteAddress: call.from ?? '127.0.0.1' })
  const write =
    (method: 'POST' | 'PUT'): World['post'] =>
    async (url, body, call = {}) =>
      http.app.inject({
        method,
        url,
        headers: {
          'content-type': 'application/json',
          'x-amin': '1',
          origin: PUBLIC_URL,
          ...headersOf(call),
        },
        payload: JSON.stringify(body),
        remoteAddress: call.from ?? '127.0.0.1',
      })
  const post = write('POST')
  const signIn: World['signIn'] = (email, password = PASSWORD, from = '127.0.0.1') =>
    post('/api/auth/sign-in/email', { email, password }, { from })

  let addresses = 0
  return {
    console: opened,
    server: http,
    desk,
    casebook,
    ports,
    clock,
    log: kept,
    telegram,
    database,
    get,
    post,
    put: write('PUT'),
    signIn,
    member: async (name, role = 'agent', teams = null) => {
      const email = `${name}@amin.example`
      const invited = await opened.agents.invite({ email, name, role, teams })
      if (invited.status !== 'invited') throw new Error('the test invites somebody twice')
      await opened.agents.accept(new URL(invited.link).hash.slice(1), PASSWORD)
      addresses += 1
      const answer = await signIn(email, PASSWORD, `10.9.${addresses >> 8}.${addresses & 255}`)
      if (answer.statusCode !== 200) throw new Error(`the test cannot sign in: ${answer.statusCode}`)
      return { id: invited.member.id, email, cookie: cookiesOf(answer) }
    },
    close: async () => {
      await http.close()
      await opened.stop()
      await images.close()
      await report.close()
      database.close()
      rmSync(keys, { recursive: true, force: true })
    },
  }
}

/** Turns the second factor on; gives the secret, the backup codes and the session that was made for it. */
export const enrol = async (
  world: World,
  cookie: string,
): Promise<{ readonly secret: string; readonly backupCodes: string[]; readonly cookie: string }> => {
  const enabled = await world.post('/api/auth/two-factor/enable', { password: PASSWORD }, { cookie })
  const { totpURI, backupCodes } = enabled.json<{ totpURI: string; backupCodes: string[] }>()
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  // The half minute before this one: the code of this one stays unused.
  const code = await generate({ secret, epoch: Math.floor(Date.now() / 1000) - 30 })
  const verified = await world.post('/api/auth/two-factor/verify-totp', { code }, { cookie })
  if (verified.statusCode !== 200) throw new Error(`the test cannot enrol: ${verified.statusCode}`)
  return { secret, backupCodes, cookie: cookiesOf(verified) }
}

export type BuiltCase = {
  readonly id: CaseId
  readonly code: CaseCode
  /** Appends what the person did. */
  readonly append: (...events: readonly CaseEvent[]) => Promise<void>
  readonly receive: (body: InboundBody, named?: Partial<Inbound>) => Promise<InboundId>
  /** Announces and seals a file. */
  readonly seal: (
    content: Uint8Array,
    named?: { readonly kind?: MediaKind | 'statement'; readonly mime?: string; readonly fileName?: string },
  ) => Promise<EvidenceId>
  /** Seals a preview of an item. */
  readonly preview: (evidence: EvidenceId, content: Uint8Array) => Promise<void>
  /** Says what was read off an item, and seals pictures made of it. */
  readonly examine: (
    evidence: EvidenceId,
    results: readonly Examination[],
    pictures?: readonly { readonly what: Derived['what']; readonly content: Uint8Array }[],
    read?: ReadPicture,
  ) => Promise<void>
}

/** A case with a chat on a fake Telegram, waiting in the queue. */
export const aCase = async (
  world: World,
  named: { readonly name?: string; readonly status?: 'bot' | 'waiting' } = {},
): Promise<BuiltCase> => {
  const { casebook, ports } = world
  const id = ports.random.id() as CaseId
  const code = ports.random.code(8) as CaseCode
  const address = { channel: 'telegram', account: 'bot', chat: `chat of ${id}` } as const
  let messages = 0
  const append = async (...events: readonly CaseEvent[]): Promise<void> => {
    await casebook.append(id, () => ({ actor: 'person', events }))
  }
  const sealObject = async (content: Uint8Array) => {
    const object = ports.random.id() as ObjectId
    const sealer = await ports.sealer.forCase(id)
    const put = await ports.vault.put(
      object,
      sealer.sealStream(
        object,
        (async function* () {
          yield content
        })(),
      ),
    )
    return { object, put }
  }
  await append(
    { type: 'case_opened', code, channel: 'telegram', language: 'en' },
    { type: 'chat_attached', address, ...(named.name === undefined ? {} : { name: untrusted(named.name) }) },
    ...(named.status === 'bot' ? [] : ([{ type: 'handoff_requested', why: 'person' }] as const)),
  )
  const inbound = (body: InboundBody, more: Partial<Inbound>): Inbound => {
    messages += 1
    return {
      ...address,
      v: 1,
      message: `m${messages}`,
      edit: 0,
      sentAt: ports.clock.now(),
      from: {},
      body,
      ...more,
    }
  }
  return {
    id,
    code,
    append,
    receive: async (body, more = {}) => {
      const message = inbound(body, more)
      const inboundId = ports.random.id() as InboundId
      await append(
        message.edit === 0
          ? { type: 'message_received', inbound: inboundId, message }
          : { type: 'message_edited', inbound: inboundId, message },
      )
      return inboundId
    },
    seal: async (content, { kind = 'photo', mime, fileName } = {}) => {
      const evidence = ports.random.id() as EvidenceId
      const inboundId = ports.random.id() as InboundId
      await append({
        type: 'evidence_announced',
        evidence,
        inbound: inboundId,
        kind,
        capture: 'recompressed',
        forwarded: false,
        sentAt: ports.clock.now(),
        ...(fileName === undefined ? {} : { fileName: untrusted(fileName) }),
      })
      const { object } = await sealObject(content)
      const sha256: Sha256Hex = ports.hasher.sha256(content)
      await append({
        type: 'evidence_received',
        evidence,
        object,
        sha256,
        size: bytes(content.length),
        ...(mime === undefined ? {} : { mime }),
      })
      return evidence
    },
    examine: async (evidence, results, pictures = [], read) => {
      const derived: Derived[] = []
      for (const [index, { what, content }] of pictures.entries()) {
        const { object, put } = await sealObject(content)
        derived.push({
          what,
          index,
          object,
          sha256: put.sha256,
          size: put.size,
          mime: 'image/webp',
          width: 4,
          height: 4,
          tool: 'test',
        })
      }
      await append({
        type: 'evidence_examined',
        evidence,
        results,
        derived,
        ...(read === undefined ? {} : { read }),
      })
    },
    preview: async (evidence, content) => {
      const { object, put } = await sealObject(content)
      await append({
        type: 'preview_made',
        evidence,
        object,
        sha256: put.sha256,
        size: put.size,
        width: 1,
        height: 1,
        tool: 'test',
      })
    },
  }
}

const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** A query for the days around now: what a test did is within, also where midnight fell into it. */
export const aroundNow = (): string =>
  `from=${dayAt(Date.now() - 86_400_000)}&to=${dayAt(Date.now() + 86_400_000)}`
