import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { reconcileErased } from '../core/services/erasure/reconcile.ts'
import { tryRaise } from '../core/custody/mark.ts'
import { CHANNELS } from '../core/base/message.ts'
import type { Log } from '../core/ports/log.ts'
import { seconds } from '../core/base/units.ts'
import { openFoundation, type Foundation } from './foundation.ts'
import { startHeartbeat } from './heartbeat.ts'
import { holdProcessLock } from '../adapters/sqlite/process-lock.ts'
import type { Config, Role } from './config.ts'
import type { Operator } from './operator.ts'
import { startRefresh } from './refresh.ts'
import { startCheckpoints } from './checkpoints.ts'
import { startChannels, type Channels } from './channels/index.ts'
import { CHANNEL } from './channels/registry.ts'
import type { Http } from './http.ts'
import { openHelping } from './helping.ts'
import { openReaders } from './readers.ts'
import { startMaintenance } from './maintenance.ts'
import { refuseKeyless } from './keyless.ts'
import { makeTestMessages } from './channels/telegram/test-message.ts'
import { newConversationsOf, scrubEvery } from './operator-rules.ts'
import { startWorker } from './worker.ts'
import { makeWebhookWork } from './webhooks.ts'
import { openExaminer } from '../adapters/examination/index.ts'
import { openPictureReader } from '../adapters/ocr/index.ts'
import { openImages } from '../adapters/imaging/index.ts'
import { makeInboundSink } from '../core/services/inbound/sink.ts'

export type App = {
  readonly foundation: Foundation
  readonly channels: Channels
  /** Nothing where no role of this process serves HTTP. */
  readonly http: Http | undefined
  readonly stop: () => Promise<void>
}

/**
 * The roles of one data folder that run in this process; the same roles cannot be started twice
 * beside it.
 */
export const startApp = async (config: Config, operator: Operator, log: Log): Promise<App> => {
  const stops: (() => Promise<void> | void)[] = []
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).toReversed()) {
      try {
        await end()
      } catch (error) {
        log.error('a part did not stop cleanly', { error })
      }
    }
  }
  try {
    return { ...(await startParts(config, operator, log, stops)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const runs = (config: Config, ...roles: readonly Role[]): boolean =>
  roles.some((role) => config.roles.includes(role))

/** Whoever calls one of its channels needs an address as much as a browser does. */
const serves = (config: Config): boolean =>
  runs(config, 'console') || CHANNELS.some((name) => runs(config, name) && CHANNEL[name].isCalled(config))

/**
 * The name under which this process claims work. On one machine a lock in the data folder, which
 * dies with its holder, keeps two of the same name apart, so that whoever holds it may take back at
 * once what its predecessor had claimed. Over a server any number may run, on any machine: each has
 * a name of its own, and what a dead one had claimed falls due by itself.
 */
const takeName = async (
  config: Config,
  { ports }: Foundation,
  stops: (() => Promise<void> | void)[],
): Promise<string> => {
  const name = `${hostname()}:${config.roles.join('+')}`
  if (config.store.engine === 'mongo') {
    const own = `${name}:${randomUUID()}`
    stops.push((await startHeartbeat(ports, own)).stop)
    return own
  }
  for (const role of config.roles)
    stops.push(holdProcessLock(join(config.dataDir, 'run', `${role}.lock`)).release)
  await ports.store.leases.forfeit(name)
  return name
}

/**
 * Whoever writes first after a start need not wait until what reads messages is compiled: that is
 * done once nothing else is to do.
 */
const READ_AHEAD = seconds(1)

const readAhead = (crisis: Foundation['ports']['crisis'], stops: (() => void)[]): void => {
  const timer = setTimeout(() => void crisis.read(''), READ_AHEAD)
  stops.push(() => clearTimeout(timer))
}

/**
 * Before anybody can ask for a case: what an older copy of the store or of the keys brought back is
 * erased again.
 */
const keepErased = async ({ ports, casebook, keys, custody }: Foundation): Promise<void> => {
  const { destroyed, buried, listed } = await reconcileErased(ports, casebook, keys)
  if (listed > 0)
    ports.log.error(
      'older copies of store and keys had brought erased cases back; they were erased again by the list of erasures',
      {
        count: listed,
      },
    )
  if (destroyed.length > 0)
    ports.log.warn('keys of erased cases were there again, and were destroyed', { count: destroyed.length })
  if (buried.length > 0)
    ports.log.warn('cases whose keys were destroyed were there again, and were erased', {
      count: buried.length,
    })
  await tryRaise(custody, ports.log)
}

const startParts = async (
  given: Config,
  stated: Operator,
  log: Log,
  stops: (() => Promise<void> | void)[],
): Promise<Omit<App, 'stop'>> => {
  const foundation = await openFoundation(given, log, stated)
  stops.push(foundation.close)
  const { ports, casebook, operator, config } = foundation
  await refuseKeyless(config, foundation)
  await keepErased(foundation)
  const owner = await takeName(config, foundation, stops)
  // Between the opening and this nobody could tell that this process runs.
  await foundation.confirmKey()

  // Before the first word is answered: a text of danger names the number that was called this morning.
  stops.push((await foundation.confirmations.watch()).stop)
  stops.push(foundation.settings.watch().stop)
  if (ports.emergency(ports.clock.now()) === undefined)
    log.warn(
      'no emergency number is shown: danger to life is answered with the local police and ambulance alone; state one and confirm it',
    )

  let arrived = (): void => undefined
  const keep = makeInboundSink({ ...ports, inbox: ports.store.inbox })
  const sink: typeof keep = {
    put: async (items) => {
      await keep.put(items)
      arrived()
    },
  }

  const channels = await startChannels({ config, operator, foundation, sink, owner, log })
  stops.push(channels.stop)
  const confine = openReaders(config, log)
  const images = openImages({ log, confine })
  stops.push(images.close)
  const examiner = runs(config, 'worker') ? openExaminer({ log, confine }) : undefined
  const helping = openHelping(config, foundation, log)
  const withHelping = helping === undefined ? {} : { helping }
  if (examiner !== undefined) {
    const pictures = config.readsPictures ? openPictureReader({ log, confine }) : undefined
    if (pictures !== undefined) stops.push(pictures.close)
    const hooks =
      stated.webhooks === undefined
        ? undefined
        : makeWebhookWork({ ...ports, dataDir: config.dataDir, endpoints: stated.webhooks })
    const worker = startWorker(
      {
        ...ports,
        images,
        examiner,
        ...(pictures === undefined ? {} : { pictures }),
        channel: channels.of,
        tests: makeTestMessages({ ...ports, settings: foundation.settings, channel: channels.of }),
        ...withHelping,
        ...(hooks === undefined ? {} : { hooks }),
      },
      casebook,
      owner,
      newConversationsOf(operator),
    )
    stops.push(worker.stop)
    arrived = worker.inbox.beat
    stops.push(
      startMaintenance({ foundation, dataDir: config.dataDir, every: scrubEvery(operator), owner }).stop,
    )
    stops.push(startRefresh({ foundation, owner }).stop)
    stops.push(startCheckpoints(foundation.custody, ports.store.leases, owner).stop)
  }
  // Before the worker is waited for: a server that does not answer must not hold up the end.
  if (helping !== undefined) stops.push(helping.stop)
  const http = serves(config)
    ? await (
        await import('./http.ts')
      ).startHttp({ config, operator, foundation, channels, images, examiner, confine, helping, log })
    : undefined
  if (http !== undefined) stops.push(http.stop)
  if (examiner !== undefined) readAhead(ports.crisis, stops)
  return { foundation, channels, http }
}
