import type { BetterAuthPluginDBSchema, DBAdapter } from 'better-auth'
import type { AgentId } from '../../../../core/base/ids.ts'
import type { Language } from '../../../../core/base/language.ts'
import type { Clock } from '../../../../core/ports/clock.ts'
import type { Instant } from '../../../../core/base/units.ts'

const MODEL = 'pushBrowser'
/** More than anybody uses; the oldest make room. */
const MOST_BROWSERS = 5
const MOST = 5_000
/** Refused so often in a row, a browser is not asked again. */
const TRIES = 5

/**
 * A member's browser that wants to be woken. `key`: the server key that it subscribed with; another
 * one cannot wake it.
 */
export type PushBrowser = {
  readonly id: string
  readonly member: AgentId
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
  readonly key: string
  readonly language: Language
  readonly failures: number
  readonly at: Instant
}
type Database = Pick<DBAdapter, 'create' | 'findMany' | 'deleteMany' | 'update'>

/**
 * Kept with people: it goes when they take it back, when the browser forgot it, or when its service
 * failed too often.
 */
export type PushBook = {
  readonly add: (browser: Omit<PushBrowser, 'id' | 'failures' | 'at'>) => Promise<void>
  readonly remove: (member: AgentId, endpoint: string) => Promise<void>
  readonly count: (member: AgentId) => Promise<number>
  /** All of one server key. */
  readonly all: (key: string) => Promise<readonly PushBrowser[]>
  readonly any: () => Promise<boolean>
  /** What came of waking it. True where it was dropped. */
  readonly settle: (browser: PushBrowser, outcome: 'taken' | 'gone' | 'failed') => Promise<boolean>
}

export const pushSchema: BetterAuthPluginDBSchema = {
  [MODEL]: {
    fields: {
      member: { type: 'string', required: true, index: true },
      endpoint: { type: 'string', required: true },
      p256dh: { type: 'string', required: true },
      auth: { type: 'string', required: true },
      key: { type: 'string', required: true },
      language: { type: 'string', required: true },
      failures: { type: 'number', required: true },
      at: { type: 'number', required: true, bigint: true },
    },
  },
}

export const makePushBook = (database: () => Promise<Database>, clock: Clock): PushBook => {
  const where = (field: string, value: string) => [{ field, value }]
  const of = async (field: string, value: string): Promise<readonly PushBrowser[]> =>
    (await database()).findMany<PushBrowser>({
      model: MODEL,
      where: where(field, value),
      sortBy: { field: 'at', direction: 'desc' },
      limit: MOST,
    })
  const drop = async (field: string, value: string): Promise<void> =>
    void (await (await database()).deleteMany({ model: MODEL, where: where(field, value) }))

  return {
    add: async (browser) => {
      // The same browser, perhaps of the colleague who sat here before.
      await drop('endpoint', browser.endpoint)
      await (await database()).create({ model: MODEL, data: { ...browser, failures: 0, at: clock.now() } })
      for (const { id } of (await of('member', browser.member)).slice(MOST_BROWSERS)) await drop('id', id)
    },
    remove: async (member, endpoint) => {
      if ((await of('member', member)).some((browser) => browser.endpoint === endpoint))
        await drop('endpoint', endpoint)
    },
    count: async (member) => (await of('member', member)).length,
    all: (key) => of('key', key),
    any: async () => (await (await database()).findMany({ model: MODEL, limit: 1 })).length > 0,
    settle: async ({ id, failures }, outcome) => {
      if (outcome === 'gone' || (outcome === 'failed' && failures + 1 >= TRIES)) {
        await drop('id', id)
        return true
      }
      const now = outcome === 'taken' ? 0 : failures + 1
      if (now !== failures)
        await (await database()).update({ model: MODEL, where: where('id', id), update: { failures: now } })
      return false
    },
  }
}
