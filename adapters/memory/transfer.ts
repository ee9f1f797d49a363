import type { CaseId, ChatKey, InboundId, JobId, NetworkId, OutboxId } from '../../core/base/ids.ts'
import type { NetworkRow } from '../../core/ports/store/networks.ts'
import type { Setting } from '../../core/ports/store/settings.ts'
import type { CaseRow } from '../../core/ports/store/views.ts'
import { isOpen, settledStatus, type NewOutboxRow } from '../../core/ports/store/outbox.ts'
import type { Entry } from '../../core/ports/store/ledger.ts'
import {
  movedKey,
  type Delivery,
  type Head,
  type Moved,
  type MovedKind,
  type OpenRow,
  type Transfer,
} from '../../core/ports/store/transfer.ts'
import { instant, type Instant } from '../../core/base/units.ts'
import type { KeptLog } from './store-custody.ts'
import type { KeptInbox } from './store-inbox.ts'
import type { KeptJob } from './store-jobs.ts'
import type { KeptRow } from './store-outbox.ts'
import type { KeptSearch } from './store-search.ts'

type Kept = {
  readonly inbox: {
    readonly rows: Map<InboundId, KeptInbox>
    readonly claims: () => readonly { readonly until: Instant }[]
  }
  readonly outbox: { readonly rows: Map<OutboxId, KeptRow> }
  readonly jobs: { readonly jobs: Map<JobId, KeptJob> }
  readonly views: { readonly rows: Map<CaseId, CaseRow>; readonly put: (row: CaseRow) => void }
  readonly search: KeptSearch
  readonly networks: {
    readonly rows: Map<NetworkId, NetworkRow>
    readonly put: (row: NetworkRow) => void
  }
  readonly settings: { readonly rows: Map<string, Setting> }
  readonly feed: { readonly restart: (above: number) => void }
  readonly chains: Map<CaseId, Entry[]>
  readonly causes: Set<string>
  readonly bound: Map<ChatKey, CaseId>
  readonly held: Map<string, { readonly owner: string; readonly until: Instant }>
  readonly log: KeptLog
}

const NOTHING = new Uint8Array()

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])
const same = (a: Entry, b: Entry): boolean =>
  a.header === b.header && a.prev === b.prev && a.hash === b.hash && sameBytes(a.sealed, b.sealed)

const compareKeys = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

const toDelivery = ({
  row: { id, caseId, seq, n, speaker },
  status,
  attempts,
  receipt,
}: KeptRow): readonly Delivery[] =>
  status === 'queued' || status === 'sending'
    ? []
    : [{ id, caseId, seq, n, speaker, status, attempts, ...(receipt === undefined ? {} : { receipt }) }]

const toOpenRow = ({ row, status, attempts }: KeptRow): readonly OpenRow[] =>
  status === 'queued' || status === 'sending' ? [{ ...row, status, attempts }] : []

/** Of what was said only how it ended is moved. */
const endedRow = ({ id, caseId, seq, n, speaker }: Delivery): NewOutboxRow => ({
  id,
  caseId,
  seq,
  n,
  speaker,
  chatKey: '' as ChatKey,
  channel: 'telegram',
  account: '',
  repeatable: false,
  dueAt: instant(0),
  sealed: NOTHING,
})

export const makeTransfer = ({
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
}: Kept): Transfer => {
  const all: { readonly [K in MovedKind]: () => readonly Moved[K][] } = {
    cause: () => [...causes],
    handled: () =>
      [...inbox.rows.values()].flatMap(({ row: { id, receivedAt }, waiting }) =>
        waiting ? [] : [{ id, receivedAt }],
      ),
    delivery: () => [...outbox.rows.values()].flatMap(toDelivery),
    chat: () => [...bound].map(([chatKey, caseId]) => ({ chatKey, caseId })),
    view: () => [...views.rows.values()],
    network: () => [...networks.rows.values()],
    words: () => [...search.words].map(([caseId, tokens]) => ({ caseId, tokens: [...tokens].sort() })),
    lease: () => [...held].map(([name, turn]) => ({ name, ...turn })),
    setting: () => [...settings.rows.values()],
    leaf: () => log.leaves,
    checkpoint: () => log.checkpoints,
    waiting: () => [...inbox.rows.values()].flatMap(({ row, waiting }) => (waiting ? [row] : [])),
    outbox: () => [...outbox.rows.values()].flatMap(toOpenRow),
    job: () => [...jobs.jobs.values()].map(({ job }) => job),
  }

  const settle = (ended: Delivery): void => {
    const { id, status, attempts, receipt } = ended
    const there = outbox.rows.get(id)
    if (there !== undefined && settledStatus(there.status, status) !== status) return
    outbox.rows.set(id, {
      row: there === undefined ? endedRow(ended) : { ...there.row, sealed: NOTHING },
      status,
      attempts,
      receipt,
    })
  }
  const open = ({ status, attempts, ...row }: OpenRow): void => {
    if (!outbox.rows.has(row.id)) outbox.rows.set(row.id, { row, status, attempts })
  }

  const one: { readonly [K in MovedKind]: (record: Moved[K]) => void } = {
    cause: (cause) => void causes.add(cause),
    handled: ({ id, receivedAt }) => {
      const row = inbox.rows.get(id)?.row ?? { id, chatKey: '' as ChatKey, attempts: 0 }
      inbox.rows.set(id, { row: { ...row, receivedAt, sealed: NOTHING }, waiting: false })
    },
    delivery: settle,
    chat: ({ chatKey, caseId }) => void bound.set(chatKey, caseId),
    view: views.put,
    network: networks.put,
    words: ({ caseId, tokens }) => void search.words.set(caseId, new Set(tokens)),
    lease: ({ name, ...turn }) => void held.set(name, turn),
    setting: (setting) => void settings.rows.set(setting.name, setting),
    leaf: (leaf) => void (log.leaves[leaf.index] ??= leaf),
    checkpoint: (checkpoint) => void (log.checkpoints[checkpoint.no] ??= checkpoint),
    waiting: (row) => {
      if (!inbox.rows.has(row.id)) inbox.rows.set(row.id, { row, waiting: true })
    },
    outbox: open,
    job: (job) => void jobs.jobs.set(job.id, { job }),
  }

  const reach = (caseId: CaseId, chain: readonly Entry[]): Head => ({
    caseId,
    seq: chain.length,
    entries: chain.length,
  })

  return {
    heads: async function* () {
      for (const caseId of [...chains.keys()].sort(compareKeys)) yield reach(caseId, chains.get(caseId) ?? [])
    },
    readEntries: async function* (spans) {
      for (const { caseId, after, to } of spans) yield* (chains.get(caseId) ?? []).slice(after, to)
    },
    writeEntries: async (entries) =>
      entries.filter((entry) => {
        const chain = chains.get(entry.caseId) ?? []
        const there = chain[entry.seq - 1]
        if (there === undefined) chains.set(entry.caseId, [...chain, entry])
        return there !== undefined && !same(there, entry)
      }),
    read: async function* (kind) {
      const records = [...all[kind]()]
      yield* kind === 'waiting' || kind === 'outbox'
        ? records
        : records.sort((a, b) => compareKeys(movedKey(kind, a), movedKey(kind, b)))
    },
    write: async (kind, records) => records.forEach(one[kind]),
    remove: async (kind, keys) => {
      for (const key of keys) {
        if (kind === 'view') views.rows.delete(key as CaseId)
        else if (kind === 'network') networks.rows.delete(key as NetworkId)
        else if (kind === 'words') search.words.delete(key as CaseId)
        else if (kind === 'lease') held.delete(key)
        else if (inbox.rows.get(key as InboundId)?.waiting === false) inbox.rows.delete(key as InboundId)
      }
    },
    clear: async (kind) => {
      if (kind === 'job') jobs.jobs.clear()
      else if (kind === 'waiting') for (const { id } of all.waiting()) inbox.rows.delete(id)
      else for (const [id, { status }] of outbox.rows) if (isOpen(status)) outbox.rows.delete(id)
    },
    claimed: async (now) => {
      const turns = [...outbox.rows.values(), ...jobs.jobs.values()].flatMap(({ claim }) => claim ?? [])
      return [...inbox.claims(), ...turns].some(({ until }) => until > now)
    },
    restartFeed: async (above) => feed.restart(above),
  }
}
