import type { HealthState } from '../adapters/console/contract/health.ts'
import type { Standing } from '../core/custody/standing.ts'
import { CHANNELS, type ChannelName } from '../core/base/message.ts'
import type { Examiner } from '../core/ports/examiner.ts'
import type { SentenceReader } from '../core/ports/sentence-reader.ts'
import { hours, instant, type Bytes, type Instant, type Ms } from '../core/base/units.ts'
import type { ChannelSettings } from './channels/channel.ts'
import type { Channels } from './channels/index.ts'
import { CHANNEL } from './channels/registry.ts'
import type { Config } from './config.ts'
import type { Foundation } from './foundation.ts'
import type { Maintenance } from './maintenance.ts'
import type { Confinement } from '../adapters/confine/index.ts'
import { missingPrograms } from './readers.ts'

type ConditionParts = {
  readonly config: ChannelSettings & Pick<Config, 'roles' | 'store' | 'readsPictures'>
  readonly ports: Pick<Foundation['ports'], 'store' | 'vault' | 'clock' | 'log'>
  readonly channels: Pick<Channels, 'health' | 'heard'>
  readonly keeping: () => Maintenance
  readonly standing: () => Promise<Standing>
  /** Nothing where a worker of another process reads files. */
  readonly examiner: Pick<Examiner, 'tools'> | undefined
  readonly confine: Confinement
  /** Nothing where it is switched off. */
  readonly sentences: Pick<SentenceReader, 'state'> | undefined
  readonly page: HealthState['page']
  /** 0 where no copy was ever made whole. */
  readonly lastBackup: () => number
  readonly reserve: Bytes
  readonly scrubEvery: Ms
}

const iso = (at: Instant): string => new Date(at).toISOString()
const wholeSeconds = (length: number): number => Math.max(0, Math.round(length / 1000))

/** An authority that was late for more than twice its time is missed, not slow. */
const LATE = 2

const isUsable = async (
  name: string,
  probe: () => Promise<void>,
  log: ConditionParts['ports']['log'],
): Promise<'ready' | 'down'> => {
  try {
    await probe()
    return 'ready'
  } catch (error) {
    log.error('a part is not usable', { role: name, error })
    return 'down'
  }
}

/** Asked of the examiner once: starting its process for a look costs what reading a file costs. */
const makeToolbox = ({ examiner, ports: { log } }: ConditionParts): (() => HealthState['tools']) => {
  if (examiner === undefined) return () => ({ status: 'elsewhere', list: [] })
  let tools: HealthState['tools'] | undefined
  const ask = async (): Promise<void> => {
    try {
      tools = { status: 'known', list: (await examiner.tools()).map((tool) => ({ ...tool })) }
    } catch (error) {
      log.warn('the tools that read files could not be asked', { error })
      tools = { status: 'failed', list: [] }
    }
  }
  return () => {
    if (tools === undefined) {
      tools = { status: 'asking', list: [] }
      void ask()
    }
    return tools
  }
}

const channelOf = (
  { config, channels }: ConditionParts,
  name: ChannelName,
  now: Instant,
): HealthState['channels'][number] => {
  const from = CHANNEL[name].from?.(config)
  const said = from === undefined ? {} : { from }
  const here = channels.health().find((channel) => channel.name === name)?.health
  if (here === undefined) {
    const isSet = CHANNEL[name].setting(config) !== 'off'
    const isElsewhere = isSet && !config.roles.includes(name)
    return { name, status: isElsewhere ? 'elsewhere' : 'off', ...(isElsewhere ? said : {}) }
  }
  const heard = channels.heard(name)
  return {
    name,
    status: here.status,
    ...said,
    since: iso(here.since),
    ...(here.reason === undefined ? {} : { reason: here.reason }),
    ...(heard === undefined ? {} : { silentSeconds: wholeSeconds(now - heard) }),
  }
}

const storageOf = async ({
  config,
  ports,
  keeping,
  reserve,
  scrubEvery,
}: ConditionParts): Promise<HealthState['storage']> => {
  const { scrub, low } = keeping()
  const [store, vault] = [
    await isUsable('store', ports.store.probe, ports.log),
    await isUsable('vault', ports.vault.probe, ports.log),
  ]
  const room = vault === 'ready' ? await ports.vault.room() : undefined
  const counts = new Map<string, number>()
  for (const { fault } of scrub?.faults ?? []) counts.set(fault, (counts.get(fault) ?? 0) + 1)
  return {
    engine: config.store.engine,
    store,
    vault,
    ...(room === undefined ? {} : { roomBytes: room }),
    reserveBytes: reserve,
    ...(low === undefined ? {} : { fullSince: iso(low.since) }),
    faults: [...counts].map(([fault, count]) => ({ fault, count })),
    ...(scrub === undefined
      ? {}
      : {
          scrub: {
            began: iso(scrub.began),
            ...(scrub.ended === undefined ? {} : { ended: iso(scrub.ended) }),
            everyDays: scrubEvery / hours(24),
            underWay: scrub.after !== undefined,
          },
        }),
  }
}

const backupOf = ({ config, lastBackup }: ConditionParts): Pick<HealthState, 'backup'> => {
  if (config.store.engine !== 'sqlite') return {}
  const at = lastBackup()
  return { backup: at === 0 ? {} : { lastAt: iso(instant(at)) } }
}

const checkpointsOf = async (
  { standing, ports }: ConditionParts,
  now: Instant,
): Promise<HealthState['checkpoints']> => {
  try {
    const { latest, anchors } = await standing()
    return {
      ...(latest === undefined
        ? {}
        : { latest: { at: iso(latest.at), ageSeconds: wholeSeconds(now - latest.at), size: latest.size } }),
      anchors: anchors.map(({ id, every, last }) => ({
        id,
        everyHours: every / hours(1),
        ...(last === undefined ? {} : { lastAt: iso(last.at) }),
        late: last === undefined || now - last.at > LATE * every,
      })),
    }
  } catch (error) {
    ports.log.error('checkpoints could not be looked at', { error })
    return undefined
  }
}

/** Messages are read where the worker runs. */
const sentencesOf = ({ config, sentences }: ConditionParts): HealthState['sentences'] => {
  if (sentences === undefined) return 'off'
  return config.roles.includes('worker') ? sentences.state() : 'elsewhere'
}

/** How the parts are, for administrators. Throws what the store throws where its queues cannot be counted. */
export const makeHealth = (parts: ConditionParts): (() => Promise<HealthState>) => {
  const toolbox = makeToolbox(parts)
  const { store, clock } = parts.ports
  return async () => {
    const now = clock.now()
    const [inbox, outbox, jobs] = await Promise.all([
      store.inbox.depth(),
      store.outbox.depth(),
      store.jobs.depth(),
    ])
    const depth = ({ waiting, oldest }: typeof inbox) => ({
      waiting,
      oldestSeconds: oldest === undefined ? 0 : wholeSeconds(now - oldest),
    })
    const checkpoints = await checkpointsOf(parts, now)
    return {
      at: iso(now),
      channels: CHANNELS.map((name) => channelOf(parts, name, now)),
      queues: { inbox: depth(inbox), outbox: depth(outbox), jobs: depth(jobs) },
      storage: await storageOf(parts),
      ...backupOf(parts),
      ...(checkpoints === undefined ? {} : { checkpoints }),
      tools: toolbox(),
      readers: { ...(await parts.confine()).held, missing: [...missingPrograms()] },
      pictures: parts.examiner === undefined ? 'elsewhere' : parts.config.readsPictures ? 'read' : 'off',
      sentences: sentencesOf(parts),
      page: parts.page,
      process: {
        node: process.version,
        upSeconds: Math.round(process.uptime()),
        memoryBytes: process.memoryUsage.rss(),
        roles: [...parts.config.roles],
      },
    }
  }
}
