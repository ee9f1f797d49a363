import type { CaseId, ChatKey } from '../../core/base/ids.ts'
import type { Store } from '../../core/ports/store/store.ts'
import type { Leases } from '../../core/ports/store/leases.ts'
import type { Chats } from '../../core/ports/store/chats.ts'
import type { Commit, Entry, Ledger } from '../../core/ports/store/ledger.ts'
import type { Instant } from '../../core/base/units.ts'
import { makeCustodyLog, type KeptLog } from './store-custody.ts'
import { makeFeed } from './store-feed.ts'
import { makeInbox } from './store-inbox.ts'
import { makeJobs } from './store-jobs.ts'
import { makeNetworks } from './store-networks.ts'
import { makeOutbox } from './store-outbox.ts'
import { makeSearch } from './store-search.ts'
import { makeSettings } from './store-settings.ts'
import { makeViews } from './store-views.ts'
import { makeTransfer } from './transfer.ts'

/**
 * The store port in its simplest form: for tests, and to read what an engine must do. Durable as
 * long as the object lives.
 */
export const makeMemoryStore = (): Store => {
  const feed = makeFeed()
  const inbox = makeInbox()
  const outbox = makeOutbox(feed.add)
  const jobs = makeJobs()
  const views = makeViews()
  const search = makeSearch()
  const settings = makeSettings()
  const networks = makeNetworks((caseId) => views.rows.get(caseId)?.status === 'erased')

  const chains = new Map<CaseId, Entry[]>()
  const causes = new Set<string>()

  const handle = ({ handles }: Commit): void => {
    if (handles?.inbound !== undefined) inbox.handle(handles.inbound)
    if (handles?.job !== undefined) jobs.remove(handles.job)
  }

  const ledger: Ledger = {
    commit: async (commit) => {
      const { entry, cause } = commit
      if (cause !== undefined && causes.has(cause)) {
        handle(commit)
        return 'repeated'
      }
      const chain = chains.get(entry.caseId) ?? []
      if (chain.length !== entry.seq - 1) return 'conflict'
      chains.set(entry.caseId, [...chain, entry])
      if (cause !== undefined) causes.add(cause)
      if (commit.silence === true) outbox.silence(entry.caseId)
      commit.outbox.forEach(outbox.add)
      commit.jobs.forEach(jobs.add)
      if (commit.view === undefined) networks.put(commit.network)
      else views.put(commit.view)
      search.put(entry.caseId, commit.words ?? [])
      if (commit.kinds.includes('case_erased')) {
        search.words.delete(entry.caseId)
        networks.leave(entry.caseId)
      }
      if (commit.view !== undefined)
        feed.add({ at: commit.at, kinds: commit.kinds, caseId: entry.caseId, seq: entry.seq })
      handle(commit)
      return 'done'
    },
    read: async (caseId, afterSeq = 0) => (chains.get(caseId) ?? []).slice(afterSeq),
    cases: async function* () {
      yield* chains.keys()
    },
  }

  const log: KeptLog = { leaves: [], checkpoints: [] }
  const bound = new Map<ChatKey, CaseId>()
  const chats: Chats = {
    find: async (chatKey) => bound.get(chatKey),
    bind: async (chatKey, caseId, instead) => {
      const now = bound.get(chatKey)
      const winner = now === undefined || now === instead ? caseId : now
      bound.set(chatKey, winner)
      return winner
    },
  }

  const held = new Map<string, { readonly owner: string; readonly until: Instant }>()
  const leases: Leases = {
    take: async (name, { owner, now, until }) => {
      const holder = held.get(name)
      const free = holder === undefined || holder.owner === owner || holder.until <= now
      if (free) held.set(name, { owner, until })
      return free
    },
    release: async (name, owner) => {
      if (held.get(name)?.owner === owner) held.delete(name)
    },
    forfeit: async (owner) => {
      for (const [name, holder] of held) if (holder.owner === owner) held.delete(name)
      for (const part of [inbox, outbox, jobs]) part.forfeit(owner)
    },
  }

  return {
    inbox: inbox.port,
    ledger,
    outbox: outbox.port,
    jobs: jobs.port,
    views: views.port,
    search: search.port,
    networks: networks.port,
    chats,
    leases,
    settings: settings.port,
    feed: feed.port,
    custody: makeCustodyLog(chains, log),
    transfer: makeTransfer({
      inbox,
      outbox,
      jobs,
      views,
      search,
      networks,
      settings,
      feed,
      chains,
      causes,
      bound,
      held,
      log,
    }),
    guards: async () => [],
    probe: async () => {},
    close: async () => {},
  }
}
