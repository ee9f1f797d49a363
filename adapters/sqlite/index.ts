import type { Log } from '../../core/ports/log.ts'
import type { Store } from '../../core/ports/store/store.ts'
import { makeChats } from './chats.ts'
import { makeCustody } from './custody.ts'
import { openDatabase, readGuards, type Schema } from './database.ts'
import { makeFeed, makeFeedTable } from './feed.ts'
import { makeInbox } from './inbox.ts'
import { makeJobs } from './jobs.ts'
import { makeLeases } from './leases.ts'
import { makeLedger } from './ledger.ts'
import { makeNetworks } from './networks.ts'
import { makeOutbox } from './outbox.ts'
import { makeScrubber } from './scrub.ts'
import { makeSearch } from './search.ts'
import { makeSettings } from './settings.ts'
import { makeTransfer } from './transfer.ts'
import { makeViews } from './views.ts'
import { makeWriter } from './writer.ts'

/**
 * synchronous FULL: a commit is on the disk before anybody sees it. secure_delete: what is emptied
 * is overwritten. cache: 32 MiB. The log is folded back at 8,000 pages (32 MiB) instead of SQLite's
 * 1,000, so that pages that change often are written once: median 49 instead of 60 us of processor
 * time a commit over four interleaved runs of the store bench; 4,000 and 16,000 could not be told
 * from it. A fold stops the event loop.
 */
const SCHEMA: Schema = {
  application: 0x416d696e, // 'Amin'
  migrations: [1, 2, 3, 4, 5, 6, 7].map((no) => `store-00${no}.sql`),
  pragmas: `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -32768;
    PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY`,
}

/**
 * Opens the store in `file`, made (mode 0600) where it is not there; the folder must be. Several
 * processes may open one file; claims and leases hold between them. Throws `data_unwritable`,
 * `disk_full`, `store_broken`, `store_busy`.
 */
export const openSqliteStore = async ({
  file,
  log,
}: {
  readonly file: string
  readonly log?: Log
}): Promise<Store> => {
  const db = await openDatabase(file, SCHEMA, log)
  const scrubber = makeScrubber(db)
  const committed = (): void => {
    scrubber.committed()
    feed.committed()
  }
  const writer = makeWriter(db, { log, committed })
  const feed = makeFeed(db, writer)
  const feedTable = makeFeedTable(db)
  const inbox = makeInbox(db, writer)
  const outbox = makeOutbox(db, writer, feedTable)
  const jobs = makeJobs(db, writer)
  const views = makeViews(db, writer)
  const search = makeSearch(db, writer)
  const networks = makeNetworks(db, writer)
  const settings = makeSettings(db, writer, scrubber.want)
  const custody = makeCustody(db, writer)
  const probe = db.prepare('UPDATE probe SET count = count + 1')

  return {
    inbox: inbox.port,
    ledger: makeLedger(
      db,
      writer,
      { inbox, outbox, jobs, views, search, networks, feed: feedTable },
      scrubber.want,
    ),
    outbox: outbox.port,
    jobs: jobs.port,
    views: views.port,
    search: search.port,
    networks: networks.port,
    chats: makeChats(db, writer),
    leases: makeLeases(db, writer, [inbox.forfeit, outbox.forfeit, jobs.forfeit]),
    settings: settings.port,
    feed: feed.port,
    custody: custody.port,
    transfer: makeTransfer(db, writer, {
      byId: views.port.byId,
      put: views.put,
      search,
      networks,
      settings,
      custody,
    }),
    guards: () => writer.read(() => readGuards(db, SCHEMA)),
    probe: () => writer.write(() => void probe.run()),
    close: async () => {
      feed.close()
      await writer.close()
    },
  }
}
