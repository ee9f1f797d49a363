import { openConsole } from '../adapters/console/index.ts'
import { reachRoutes } from '../adapters/console/server/http/reach.ts'
import { openHttpServer } from '../adapters/console/server/http/server.ts'
import { openFilesLimit } from '../adapters/system/open-files.ts'
import { teamKey } from '../core/model/keys.ts'
import { makeCertify } from '../core/custody/certify.ts'
import { writePublicKey } from '../core/custody/note.ts'
import { describeBehind, lookBehind } from '../core/custody/mark.ts'
import { makeStanding, type Standing } from '../core/custody/standing.ts'
import type { ChatAddress } from '../core/base/message.ts'
import { chatKeyOf } from '../core/model/chat-key.ts'
import type { Examiner } from '../core/ports/examiner.ts'
import type { Images } from '../core/ports/images.ts'
import { Failure } from '../core/base/failure.ts'
import { minutes } from '../core/base/units.ts'
import type { Log } from '../core/ports/log.ts'
import { openAdministration } from './administration.ts'
import { pictureReplies, replies } from './amin/replies/set.ts'
import { teams } from './amin/teams.ts'
import type { Channels } from './channels/index.ts'
import { describeStanding } from './checkpoints.ts'
import { describeWebhooks } from './webhooks.ts'
import type { Config } from './config.ts'
import type { Foundation } from './foundation.ts'
import { watchKeys, type KeyState } from './keyless.ts'
import { describeKeyless } from '../core/services/erasure/keyless.ts'
import { describeMaintenance, readMaintenance, vaultFigures, type Maintenance } from './maintenance.ts'
import { makeMetrics } from './metrics.ts'
import { openStatistics } from './monthly.ts'
import { describeHelp, type Helping } from './helping.ts'
import type { Operator } from './operator.ts'
import { teamsOf } from './operator-rules.ts'
import { describeHeld, describeSentences, missingPrograms } from './readers.ts'
import type { Confinement } from '../adapters/confine/index.ts'
import { lookAtPage, PAGE_SAYS, UI } from './built-page.ts'
import { openPushLine } from './push.ts'
import { readLastBackup } from './last-backup.ts'
import { openTeam } from './team.ts'
import { openTelegramDesk } from './channels/telegram/desk.ts'
import { openReplyTexts } from './texts.ts'
import { makeWatch } from './watch.ts'

export type Http = {
  /** How this machine's own browser reaches it. */
  readonly url: string
  readonly port: number
  /** The one-time link for the first administrator; nothing where there is one already. */
  readonly setupLink: () => Promise<string | undefined>
  readonly stop: () => Promise<void>
}

export type HttpParts = {
  readonly config: Config
  readonly operator: Operator
  readonly foundation: Foundation
  readonly channels: Channels
  readonly images: Images
  /** Nothing where a worker of another process reads files. */
  readonly examiner: Examiner | undefined
  /** Where what reads files runs in this process. */
  readonly confine: Confinement
  /** Nothing where no language model is switched on. */
  readonly helping: Helping | undefined
  readonly log: Log
}

/** Open files that are no connections. */
const FILES_KEPT = 256

/** The one address of this process: console, web chat, API, health and metrics, as its roles say. */
export const startHttp = async ({
  config,
  operator,
  foundation,
  channels,
  images,
  examiner,
  confine,
  helping,
  log,
}: HttpParts): Promise<Http> => {
  const { ports, desk, exports } = foundation
  const https = config.publicUrl.startsWith('https:')
  const files = openFilesLimit()
  // The rest is for the store, the vault and what is read.
  const limits = files === undefined ? {} : { connections: Math.max(64, files - FILES_KEPT) }
  const server = openHttpServer({
    host: config.host,
    port: config.port,
    log,
    trustProxy: config.proxy,
    https,
    limits,
  })
  const team = await openTeam(config, foundation)
  const standing = makeStanding(foundation.custody)
  const page = lookAtPage()
  if (page !== 'current' && config.roles.includes('console')) log.warn(PAGE_SAYS[page])
  const readiness = makeReadiness(
    foundation,
    channels,
    standing,
    () => readMaintenance(config.dataDir),
    watchKeys(config, foundation),
    confine,
  )
  const metrics = makeMetrics(ports.store, ports.clock.now, channels.health, () =>
    vaultFigures(config.dataDir, ports.vault),
  )
  const watch = makeWatch({
    store: ports.store,
    now: ports.clock.now,
    operator,
    confirmed: foundation.confirmations.of,
    standing,
    lastBackup: () => (config.store.engine === 'sqlite' ? readLastBackup(config.dataDir) : undefined),
  })
  const console = await openConsole({
    ...team.parts,
    desk,
    exports,
    dossiers: foundation.dossiers,
    certify: makeCertify({ ...ports, keys: foundation.keys }, foundation.custody),
    ...openStatistics(foundation),
    images,
    readiness: async () => withModel(await readiness(), helping),
    checkpoints: {
      standing,
      publicKey: writePublicKey(foundation.custody.hasher, foundation.custody.signer.publicKey),
    },
    feed: ports.store.feed,
    phrases: ports.phrases,
    replies: { ids: replies, notOfChild: pictureReplies, phrases: openReplyTexts() },
    random: ports.random,
    uiDir: UI,
    idle: minutes(config.idleMinutes),
    ...(operator.secondFactor === undefined ? {} : { secondFactor: operator.secondFactor }),
    ...(operator.exposurePerShift === undefined ? {} : { exposurePerShift: operator.exposurePerShift }),
    ...(operator.watchShown === undefined ? {} : { watchShown: operator.watchShown }),
    ...(operator.practice === undefined ? {} : { practice: operator.practice }),
    ...(config.whatsapp === undefined
      ? {}
      : { whatsapp: channels.running.find(({ desk }) => desk !== undefined)?.desk ?? 'elsewhere' }),
    ...(helping?.desk === undefined ? {} : { help: helping.desk }),
    settings: foundation.settings,
    telegram: openTelegramDesk(foundation),
    push: openPushLine({ config, ports }),
    administration: openAdministration({
      config,
      operator,
      foundation,
      channels,
      examiner,
      standing,
      confine,
      page,
    }),
    metrics: async () => `${await metrics()}${await watch()}${server.metrics()}${helping?.metrics() ?? ''}`,
    // As they are switched on now, under the operator's own names.
    get teams() {
      return teamsOf(operator, teams).map((id) => ({
        id,
        name: operator.teams?.find((team) => team.id === id)?.name ?? teamKey(id),
      }))
    },
  })
  if (
    config.firstAdmin !== undefined &&
    (await console.agents.createFirstAdmin(config.firstAdmin)) === 'weak'
  )
    throw new Failure(
      'settings_invalid',
      'AMIN_ADMIN_PASSWORD is among the passwords that are tried first; four unrelated words are enough',
    )
  const opens = (key: string): Promise<boolean> => console.agents.keys.opens(key, 'handover')
  for (const { address } of channels.running)
    if (address !== undefined) await server.app.register(address.routes(opens), { prefix: address.prefix })
  await server.app.register(reachRoutes(ports.hasher, ports.clock.now))
  await server.app.register(console.routes)
  // Told to the agent who has the case, and to nobody before there is one.
  const tellTyping = async (address: ChatAddress): Promise<void> => {
    const caseId = await ports.store.chats.find(chatKeyOf(ports.hasher, address))
    const row = caseId === undefined ? undefined : await ports.store.views.byId(caseId)
    if (row?.status === 'agent') await console.personTypes(row.code)
  }
  for (const { hearTyping } of channels.running)
    hearTyping?.(
      (address) =>
        void tellTyping(address).catch((error: unknown) => log.debug('typing could not be told', { error })),
    )
  const stop = async (): Promise<void> => {
    await console.stop()
    await server.close()
    team.close()
  }
  try {
    const { port } = await server.listen()
    const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
      port,
      setupLink: console.agents.setupLink,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A model that is away makes nothing less ready: it is shown, and nobody waits for it. */
const withModel = <T extends { readonly parts: Record<string, string> }>(
  state: T,
  helping: Helping | undefined,
): T =>
  helping === undefined
    ? state
    : { ...state, parts: { ...state.parts, model: describeHelp(helping.health()) } }

const makeReadiness =
  (
    { ports, custody, sentences, operator, config }: Foundation,
    channels: Channels,
    standing: () => Promise<Standing>,
    keeping: () => Maintenance,
    keyState: () => Promise<KeyState>,
    confine: Confinement,
  ) =>
  async () => {
    const parts: Record<string, string> = {}
    let ok = true
    for (const [name, probe] of [
      ['store', ports.store.probe],
      ['vault', ports.vault.probe],
    ] as const) {
      try {
        await probe()
        parts[name] = 'ready'
      } catch (error) {
        ports.log.error('a part is not usable', { role: name, error })
        parts[name] = 'down'
        ok = false
      }
    }
    // Who cannot open a case can neither hear nor answer the person in it.
    try {
      const { missing } = await keyState()
      parts['keys'] = missing.cases.length === 0 ? 'ready' : describeKeyless(missing)
      if (missing.cases.length > 0) ok = false
    } catch (error) {
      ports.log.error('a part is not usable', { role: 'keys', error })
      parts['keys'] = 'down'
      ok = false
    }
    // Evidence is sealed all the same; what it is, is read later.
    try {
      const missing = missingPrograms()
      parts['readers'] = describeHeld((await confine()).held)
      if (missing.length > 0) parts['tools'] = `missing: ${missing.join(', ')}`
    } catch (error) {
      ports.log.error('a part is not usable', { role: 'readers', error })
      parts['readers'] = 'down'
    }
    // Danger is heard all the same, by the first reader alone.
    parts['sentences'] = describeSentences(sentences)
    // Of no effect on what people get: shown, and never a reason to send them elsewhere.
    Object.assign(parts, describeMaintenance(keeping()))
    for (const { id, says } of describeWebhooks(config.dataDir, operator.webhooks ?? []))
      parts[`webhook ${id}`] = says
    try {
      Object.assign(parts, describeStanding(await standing()))
      const behind = await lookBehind(custody)
      if (behind.length > 0) parts['witness'] = behind.map(describeBehind).join('; ')
    } catch (error) {
      ports.log.error('checkpoints could not be looked at', { error })
      parts['checkpoints'] = 'down'
    }
    // A channel that is down is alarmed and shown; it must not take the web chat and the console with it.
    for (const { name, health } of channels.health())
      parts[name] = health.reason === undefined ? health.status : `${health.status}: ${health.reason}`
    return { ok, parts }
  }
