import type { Log } from '../../core/ports/log.ts'
import type { Store } from '../../core/ports/store/store.ts'
import { makeChats } from './chats.ts'
import { makeClaims } from './claims.ts'
import type { Mongo } from './connection.ts'
import { makeCustody } from './custody.ts'
import { makeFeed } from './feed.ts'
import { makeFinisher, type Finisher, type FinisherOptions } from './finisher.ts'
import { makeInbox } from './inbox.ts'
import { makeJobs } from './jobs.ts'
import { makeLeases } from './leases.ts'
import { makeLedger } from './ledger.ts'
import { makeStamp } from './order.ts'
import { makeNetworks } from './networks.ts'
import { makeOutbox } from './outbox.ts'
import { ensureMongoSchema } from './schema.ts'
import { makeSearch } from './search.ts'
import { makeSettings } from './settings.ts'
import { makeSpread } from './spread.ts'
import { openTables } from './table.ts'
import { makeTransfer } from './transfer.ts'
import { makeViews } from './views.ts'
import { makeWalk } from './walk.ts'

type Options = { readonly log?: Log | undefined } & FinisherOptions

/**
 * The store in a MongoDB database, for many processes on many machines. It needs no multi-document
 * transactions. Makes or updates the schema, and finishes what processes that died had left undone.
 * `graceMs`, `sweepMs`: see finisher.ts. Closing ends the store, not the connection. Throws
 * `store_unavailable`, `store_broken`.
 */
export const openMongoStore = async (mongo: Mongo, { log, ...options }: Options = {}): Promise<Store> => {
  await ensureMongoSchema(mongo, { log })
  let open = true
  const tables = openTables(mongo, () => open)
  const stamp = makeStamp()
  const claims = makeClaims(tables.claim)
  const sweep = (): Promise<void> => finisher.sweepIfDue()
  const feed = makeFeed(mongo, tables.feed, stamp)
  const inbox = makeInbox(mongo, tables, claims, stamp, sweep)
  const outbox = makeOutbox(mongo, tables, { claims, feed, stamp, sweep })
  const jobs = makeJobs(tables, claims, stamp, sweep)
  const views = makeViews(tables.case, stamp)
  const search = makeSearch(tables)
  const networks = makeNetworks(tables)
  const parts = { inbox, outbox, jobs, views, search, networks, feed }
  const spread = makeSpread(parts)
  const finisher: Finisher = makeFinisher(tables, { spread, feed }, { ...options, log })
  const ledger = makeLedger(mongo, tables, { parts, spread, finisher, stamp, log })
  await feed.catchUp()
  await finisher.sweep()
  const chats = makeChats(mongo, tables.chat)
  const custody = makeCustody(mongo, tables, makeWalk(mongo))

  return {
    inbox: inbox.port,
    ledger: ledger.port,
    outbox: outbox.port,
    jobs: jobs.port,
    views: views.port,
    search: search.port,
    networks: networks.port,
    chats,
    leases: makeLeases(claims, { outbox, jobs }),
    settings: makeSettings(tables.setting),
    feed: feed.port,
    custody,
    transfer: makeTransfer(mongo, tables, { finisher, chats, custody, stamp }),
    // Its guards are indexes, which opening makes again (schema.ts); that nothing in the ledger is
    // changed, its chains alone say.
    guards: async () => [],
    probe: async () => {
      await tables.meta.change('probe', { $inc: { count: 1 } }, { upsert: true })
      await tables.meta.byId('schema')
    },
    close: async () => {
      await ledger.idle()
      await finisher.close()
      await feed.close()
      open = false
    },
  }
}
