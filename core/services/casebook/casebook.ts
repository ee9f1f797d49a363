import { Failure, isFailure } from '../../base/failure.ts'
import type { CaseCode, CaseId } from '../../base/ids.ts'
import type { CaseSealer } from '../../ports/sealer.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import type { Entry } from '../../ports/store/ledger.ts'
import { openEvents } from './payload.ts'
import type { CasePorts } from './ports.ts'
import { emptyCase, type CaseState } from '../../model/state.ts'
import { applyEntry, buildCommit, headerOf } from './commit.ts'
import { makeRecall, type Opened, type Recall } from './event-cache.ts'
import { sealSummary, type SealedSummary } from './summary.ts'
import { rowOf } from './view.ts'
import type { Decision } from './decision.ts'

export type Appended =
  | { readonly status: 'done'; readonly state: CaseState }
  /** The decision was to do nothing, or the same cause has been written before. */
  | { readonly status: 'nothing' | 'repeated'; readonly state: CaseState }

/**
 * Least recently used states fall out; a case that is worked on stays. Bounds memory
 * (scripts/deploy/README.md).
 */
const CACHED_CASES = 2_000
/** Losing the race for a seq this often means that the store lies. */
const MAX_CONFLICTS = 50

export type Casebook = {
  /**
   * The state after the newest entry, whichever process wrote it; with `atLeast`, after that entry
   * or a later one, which is not read again where this process knows it. Throws `key_destroyed` for
   * an erased case.
   */
  readonly load: (caseId: CaseId, atLeast?: number) => Promise<CaseState>
  /**
   * Decides on the newest state and appends; on conflict reloads and decides again (law 3), as it
   * does before there is `nothing` to do. `decide` may run more than once.
   */
  readonly append: (
    caseId: CaseId,
    decide: (state: CaseState) => Decision | undefined | Promise<Decision | undefined>,
  ) => Promise<Appended>
  /**
   * Every event, with its place; only of entries after `afterSeq`, where that is given. Throws
   * `key_destroyed`.
   */
  readonly read: (caseId: CaseId, afterSeq?: number) => Promise<Opened>
  /** As `read`, for showing: see core/services/casebook/event-cache. */
  readonly recall: Recall['recall']
  /**
   * What `recall` gives, and the state after its last entry: of what this process does not know yet
   * each entry is opened once for both.
   */
  readonly show: (caseId: CaseId) => Promise<{ readonly opened: Opened; readonly state: CaseState }>
  /** Whether a cause counts already. Nothing is written. */
  readonly wasDone: (caseId: CaseId, cause: string) => Promise<boolean>
  readonly viewRow: (state: CaseState) => Promise<CaseRow>
  readonly forget: (caseId: CaseId) => void
}

export const makeCasebook = (ports: CasePorts): Casebook => {
  const cache = new Map<CaseId, CaseState>()
  const summaries = new Map<CaseId, SealedSummary>()
  const { retention } = ports.access

  const drop = (caseId: CaseId): void => {
    cache.delete(caseId)
    summaries.delete(caseId)
  }
  const forget = (caseId: CaseId): void => {
    drop(caseId)
    opened.forget(caseId)
  }

  const remember = (state: CaseState): CaseState => {
    if ((cache.get(state.caseId)?.seq ?? 0) > state.seq) return state
    cache.delete(state.caseId)
    cache.set(state.caseId, state)
    if (cache.size > CACHED_CASES) {
      const [oldest] = cache.keys()
      if (oldest !== undefined) drop(oldest)
    }
    return state
  }

  /**
   * After a tombstone the key is gone everywhere, also where this process still held it: another
   * one may have erased.
   */
  const sealerOf = async (caseId: CaseId, entries: readonly Entry[]): Promise<CaseSealer> => {
    if (entries.some((entry) => headerOf(entry).kinds.includes('case_erased'))) {
      await ports.sealer.destroy(caseId)
      throw new Failure('key_destroyed')
    }
    return ports.sealer.forCase(caseId)
  }

  const load = async (caseId: CaseId, atLeast = Infinity): Promise<CaseState> => {
    const from = cache.get(caseId) ?? emptyCase(caseId)
    if (from.seq >= atLeast) return from
    const entries = await ports.store.ledger.read(caseId, from.seq)
    if (entries.length === 0) return from
    const sealer = await sealerOf(caseId, entries)
    return remember(
      entries.reduce((state, entry) => applyEntry(state, entry, openEvents(sealer, entry)), from),
    )
  }

  const viewRow = async (state: CaseState): Promise<CaseRow> => {
    const sealer = await ports.sealer.forCase(state.caseId)
    return rowOf(
      state,
      ports.triage.targets,
      sealSummary(state, { sealer, hasher: ports.hasher, retention, flow: ports.flow }),
    )
  }

  const append: Casebook['append'] = async (caseId, decide) => {
    for (let conflicts = 0; ; conflicts += 1) {
      // What this process remembers will do for trying: had another written since, the store would refuse.
      const state = cache.get(caseId) ?? (await load(caseId))
      const decision = await decide(state)
      if (decision === undefined) {
        if ((await load(caseId)).seq === state.seq) return { status: 'nothing', state }
        continue
      }
      const built = await buildCommit(ports, state, decision, summaries.get(caseId))
      const outcome = await ports.store.ledger.commit(built.commit)
      if (outcome === 'done') {
        summaries.set(caseId, built.summary)
        return { status: 'done', state: remember(built.state) }
      }
      drop(caseId)
      if (outcome === 'repeated') return { status: 'repeated', state: await load(caseId) }
      if (conflicts > MAX_CONFLICTS)
        throw new Error('a case could not be appended to: its seq is taken again and again')
    }
  }

  const read = async (caseId: CaseId, afterSeq = 0): Promise<Opened> => {
    const entries = await ports.store.ledger.read(caseId, afterSeq)
    const sealer = await sealerOf(caseId, entries)
    return { entries, events: entries.map((entry) => openEvents(sealer, entry)) }
  }
  const opened = makeRecall(read)

  const show: Casebook['show'] = async (caseId) => {
    const whole = await opened.recall(caseId)
    const { entries, events } = whole
    const known = cache.get(caseId)
    const from =
      known !== undefined && entries[known.seq - 1]?.hash === known.hash ? known : emptyCase(caseId)
    const state = entries
      .slice(from.seq)
      .reduce((before, entry) => applyEntry(before, entry, events[entry.seq - 1] ?? []), from)
    return { opened: whole, state: remember(state) }
  }

  /** The case's first entry, offered again: its place is taken, so the store can but tell of the cause. */
  const wasDone: Casebook['wasDone'] = async (caseId, cause) => {
    const [entry] = (await opened.recall(caseId)).entries
    if (entry === undefined) return false
    const { at } = headerOf(entry)
    const view = await viewRow(await load(caseId))
    const commit = { entry, cause, at, view, outbox: [], jobs: [], kinds: [] }
    return (await ports.store.ledger.commit(commit)) === 'repeated'
  }

  return { load, append, wasDone, viewRow, read, recall: opened.recall, show, forget }
}

/** A fresh code that no case has. */
export const freshCode = async (ports: Pick<CasePorts, 'random' | 'store'>): Promise<CaseCode> => {
  for (;;) {
    const code = ports.random.code(8) as CaseCode
    if ((await ports.store.views.byCode(code)) === undefined) return code
  }
}

/** Whether the case's key is gone. */
export const isErased = (error: unknown): boolean => isFailure(error, 'key_destroyed')
