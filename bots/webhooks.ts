import { post, type Answer, type Endpoint, type Message } from '../adapters/webhook/index.ts'
import { jobContext } from '../core/services/casebook/envelope.ts'
import type { CasePorts } from '../core/services/casebook/ports.ts'
import type { WebhookJob } from '../core/model/webhook-news.ts'
import type { Webhooks } from '../core/ports/webhooks.ts'
import type { JobRow } from '../core/ports/store/jobs.ts'
import { after, hours, ms, seconds, type Instant, type Ms } from '../core/base/units.ts'
import { keepTest, readStanding, withLoss, withTry, writeStanding, type Standing } from './webhook-log.ts'

/** Until it is tried again: as long as it is old, within these. */
const PAUSE = { least: seconds(5), most: hours(4) }
/** Given up when it is older, and was tried so often: a machine that stood still tries as well. */
const GIVEN_UP = { after: hours(28), tries: 8 }
/** While an endpoint is switched off; it may be switched on again before the message is too old. */
const OFF_PAUSE = hours(1)
/** Messages to one endpoint at the same time, and until one that found no room is tried. */
const AT_ONCE = 2
const CROWDED = seconds(2)

type Parts = Pick<CasePorts, 'store' | 'sealer' | 'clock' | 'log'> & {
  readonly endpoints: readonly Endpoint[]
  readonly dataDir: string
  readonly patience?: Ms
}

export type WebhookWork = {
  /** Does a job of kind `webhook`. Throws what the store throws. */
  readonly deliver: (job: JobRow) => Promise<void>
}

export const makeWants = (endpoints: readonly Endpoint[]): Webhooks => ({
  wants: (type) => endpoints.filter(({ events }) => events.includes(type)).map(({ id }) => id),
})

/** Full stops part what is signed, so none may stand in the id. */
const idOf = (jobId: string): string => `msg_${jobId.replaceAll('.', '_')}`

const bodyOf = ({ type, at, data }: Pick<WebhookJob, 'type' | 'at'> & { readonly data: object }): string =>
  JSON.stringify({ type, timestamp: new Date(at).toISOString(), data })

const pauseAt = (age: number): Ms => ms(Math.min(PAUSE.most, Math.max(PAUSE.least, age)))

/**
 * Delivers what programs of the agency are told, at least once: a job goes when the other side said
 * that it has it, and a process that dies before that leaves it to be tried again under the same
 * id. Each message waits about as long again as it has waited so far, so one is tried some twenty
 * times in a day and a bit before it is given up.
 */
export const makeWebhookWork = (parts: Parts): WebhookWork => {
  const { store, sealer, clock, log, dataDir, endpoints, patience } = parts
  const underWay = new Map<string, number>()

  const keep = (endpoint: string, standing: Standing): void => {
    try {
      writeStanding(dataDir, endpoint, standing)
    } catch (error) {
      log.warn('what became of a webhook cannot be written down', { error })
    }
  }

  const keepTry = (endpoint: string, tried: Parameters<typeof withTry>[1]): void => {
    const before = readStanding(dataDir, endpoint)
    const standing = withTry(before, tried)
    if (standing.off !== undefined && before.off === undefined)
      log.error('a webhook took nothing for three days and is switched off: amin webhooks test ID', {
        role: endpoint,
      })
    keep(endpoint, standing)
  }

  const isOver = (job: JobRow, at: Instant, now: Instant): boolean =>
    now - at >= GIVEN_UP.after && job.attempts >= GIVEN_UP.tries

  const settle = async (job: JobRow, told: WebhookJob, answer: Answer): Promise<void> => {
    const { endpoint, type, at } = told
    const now = clock.now()
    const tried = { id: idOf(job.id), type, at, triedAt: now }
    if (answer.ok) {
      keepTry(endpoint, { ...tried, status: 'delivered' })
      return store.jobs.finish(job.id)
    }
    if (isOver(job, at, now)) {
      log.error('a message to a webhook is given up', { jobId: job.id, role: endpoint })
      keepTry(endpoint, { ...tried, status: 'given-up', fault: answer.fault })
      return store.jobs.finish(job.id)
    }
    const next = after(now, pauseAt(now - at))
    keepTry(endpoint, { ...tried, status: 'waits', fault: answer.fault, next })
    return store.jobs.postpone(job.id, next)
  }

  const send = async (job: JobRow, told: WebhookJob, to: Endpoint): Promise<void> => {
    const now = clock.now()
    const standing = readStanding(dataDir, to.id)
    if (standing.off !== undefined) {
      if (!isOver(job, told.at, now)) return store.jobs.postpone(job.id, after(now, OFF_PAUSE))
      keep(to.id, withLoss(standing, { id: idOf(job.id), type: told.type, at: told.at, now }))
      return store.jobs.finish(job.id)
    }
    const busy = underWay.get(to.id) ?? 0
    if (busy >= AT_ONCE) return store.jobs.postpone(job.id, after(now, CROWDED))
    underWay.set(to.id, busy + 1)
    try {
      const message: Message = { id: idOf(job.id), body: bodyOf(told) }
      await settle(
        job,
        told,
        await post(to, message, { now, ...(patience === undefined ? {} : { patience }) }),
      )
    } finally {
      underWay.set(to.id, (underWay.get(to.id) ?? 1) - 1)
    }
  }

  return {
    deliver: async (job) => {
      const told = sealer.transit.open(jobContext(job.id), job.sealed) as WebhookJob
      const to = endpoints.find(({ id }) => id === told.endpoint)
      // The operator file does not name it any more.
      if (to === undefined) return store.jobs.finish(job.id)
      await send(job, told, to)
    },
  }
}

/** Sends a message that is about no case. One that is taken switches the endpoint on again. */
export const sendTest = async (
  { dataDir, id, now }: { readonly dataDir: string; readonly id: string; readonly now: Instant },
  to: Endpoint,
): Promise<Answer> => {
  const body = JSON.stringify({ type: 'amin.test', timestamp: new Date(now).toISOString(), data: {} })
  const answer = await post(to, { id: `msg_${id}`, body }, { now })
  if (answer.ok) keepTest(dataDir, to.id, now)
  return answer
}

export type WebhookTrouble = { readonly id: string; readonly off: boolean; readonly says: string }

/** For `amin doctor` and `/readyz`: the endpoints that take nothing, and since when. */
export const describeWebhooks = (
  dataDir: string,
  endpoints: readonly Pick<Endpoint, 'id'>[],
): readonly WebhookTrouble[] =>
  endpoints.flatMap(({ id }): readonly WebhookTrouble[] => {
    const { failingSince, off } = readStanding(dataDir, id)
    if (off !== undefined)
      return [
        {
          id,
          off: true,
          says: `switched off since ${new Date(off).toISOString()}: it took nothing for three days`,
        },
      ]
    if (failingSince === undefined) return []
    return [{ id, off: false, says: `takes nothing since ${new Date(failingSince).toISOString()}` }]
  })
