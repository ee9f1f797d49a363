import type {
  AgentId,
  CaseCode,
  CaseId,
  ChatKey,
  InboundId,
  NetworkId,
  Sha256Hex,
} from '../../core/base/ids.ts'
import { jobId, networkIdOf, outboxId } from '../../core/base/ids.ts'
import type { Store } from '../../core/ports/store/store.ts'
import type { Claim } from '../../core/ports/store/claim.ts'
import type { CaseRow } from '../../core/ports/store/views.ts'
import type { NewJob } from '../../core/ports/store/jobs.ts'
import type { NewOutboxRow } from '../../core/ports/store/outbox.ts'
import type { Commit, Entry } from '../../core/ports/store/ledger.ts'
import type { NetworkRow } from '../../core/ports/store/networks.ts'
import type { NewInboxRow } from '../../core/ports/store/inbox.ts'
import { instant, type Instant } from '../../core/base/units.ts'

/** What a suite gets for one test: an empty store, and the same data opened again as after a restart. */
export type StoreWorld = {
  readonly store: Store
  /** Closes the store and opens what it kept. */
  readonly reopen: () => Promise<Store>
  readonly close: () => Promise<void>
  /** Everything of the settings as it lies, older versions too. */
  readonly settingsAsTheyLie: () => Promise<string>
}

/** Milliseconds after 2026-01-01T00:00:00Z. Time is always given, nothing here waits. */
export const at = (ms: number): Instant => instant(1_767_225_600_000 + ms)
export const claim = (owner: string, now: number, until = now + 1000): Claim => ({
  owner,
  now: at(now),
  until: at(until),
})

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const textOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes)

export const aCase = (name: string): CaseId => name.toUpperCase().padEnd(26, '0') as CaseId
export const aChat = (name: string): ChatKey => name.padEnd(43, '_') as ChatKey
export const anInbound = (name: string): InboundId => name.padEnd(43, '-') as InboundId
export const anAgent = (name: string): AgentId => name as AgentId
const hashOf = (caseId: CaseId, seq: number): Sha256Hex =>
  `${caseId}${seq}`
    .replaceAll(/[^0-9a-f]/gi, 'd')
    .toLowerCase()
    .padEnd(64, '0') as Sha256Hex

export const anInboxRow = (name: string, chat: string, receivedAt = 0): NewInboxRow => ({
  id: anInbound(name),
  chatKey: aChat(chat),
  receivedAt: at(receivedAt),
  sealed: bytesOf(`sealed ${name}`),
})

export const anEntry = (caseId: CaseId, seq: number): Entry => ({
  caseId,
  seq,
  header: JSON.stringify({ case: caseId, seq, v: 1 }),
  sealed: bytesOf(`events ${caseId} ${seq}`),
  prev: seq === 1 ? ('0'.repeat(64) as Sha256Hex) : hashOf(caseId, seq - 1),
  hash: hashOf(caseId, seq),
})

export const aCaseRow = (caseId: CaseId, seq: number, named: Partial<CaseRow> = {}): CaseRow => ({
  caseId,
  code: caseId.slice(0, 8) as CaseCode,
  seq,
  hash: hashOf(caseId, seq),
  status: 'bot',
  severity: 'P3',
  team: 'first',
  copies: [],
  marks: [],
  language: 'ar',
  channel: 'telegram',
  openedAt: at(0),
  lastAt: at(seq),
  unread: seq,
  evidence: 0,
  sealed: bytesOf(`last words ${seq}`),
  ...named,
})

type Named = {
  readonly outbox?: readonly Partial<NewOutboxRow>[]
  readonly jobs?: readonly Partial<NewJob>[]
  readonly view?: Partial<CaseRow>
} & Partial<Pick<Commit, 'cause' | 'handles' | 'silence' | 'kinds' | 'at' | 'words'>>

/**
 * A commit of `caseId`; what is not named is ordinary. Its rows go to the case's own chat and are
 * due at once.
 */
export const aCommit = (
  caseId: CaseId,
  seq: number,
  { outbox = [], jobs = [], view, ...named }: Named = {},
): Commit & { readonly view: CaseRow } => ({
  entry: anEntry(caseId, seq),
  outbox: outbox.map((row, n) => ({
    id: outboxId(caseId, seq, n),
    caseId,
    seq,
    n,
    chatKey: aChat(`chat of ${caseId}`),
    channel: 'telegram',
    account: 'bot1',
    speaker: 'bot',
    repeatable: false,
    dueAt: at(0),
    sealed: bytesOf(`say ${caseId} ${seq} ${n}`),
    ...row,
  })),
  jobs: jobs.map((job, n) => ({
    id: jobId(caseId, seq, n),
    kind: 'fetch',
    caseId,
    dueAt: at(0),
    sealed: bytesOf(`do ${caseId} ${seq} ${n}`),
    ...job,
  })),
  view: aCaseRow(caseId, seq, view),
  kinds: ['message_received'],
  at: at(seq),
  ...named,
})

export const aNetwork = (name: string): NetworkId => networkIdOf(aCase(`0${name}`))

export const aNetworkRow = (networkId: NetworkId, seq: number, members: readonly CaseId[]): NetworkRow => ({
  networkId,
  seq,
  hash: hashOf(networkId, seq),
  members,
})

/** A commit of a network that has these cases in it from then on. */
export const aNetworkCommit = (networkId: NetworkId, seq: number, members: readonly CaseId[]): Commit => ({
  entry: anEntry(networkId, seq),
  outbox: [],
  jobs: [],
  network: aNetworkRow(networkId, seq, members),
  kinds: ['network_confirmed'],
  at: at(seq),
})

export const TELEGRAM = { channel: 'telegram', account: 'bot1', limit: 100 } as const

export const collect = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
