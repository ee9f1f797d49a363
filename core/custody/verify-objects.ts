import type { CaseEvent } from '../model/events.ts'
import { isFailure } from '../base/failure.ts'
import type { CaseId, ObjectId, Sha256Hex } from '../base/ids.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { CaseSealer, KeyStore, Sealer } from '../ports/sealer.ts'
import type { CaseRow } from '../ports/store/views.ts'
import type { Outbox } from '../ports/store/outbox.ts'
import type { Entry } from '../ports/store/ledger.ts'
import type { Vault } from '../ports/vault.ts'
import { readHeader } from '../model/entry.ts'
import { openEvents } from '../services/casebook/payload.ts'
import { evolve } from '../model/evolve.ts'
import { emptyCase, type CaseState } from '../model/state.ts'
import { isOfBefore, openSummary } from '../services/casebook/summary.ts'
import type { StoreFault } from './store-fault.ts'

export type DeepPorts = {
  readonly sealer: Pick<Sealer, 'forCase'>
  readonly keys: Pick<KeyStore, 'get'>
  readonly vault: Vault
  readonly hasher: Hasher
  /** Whether every row of what was said is there; left out where it is not given. */
  readonly outbox?: Pick<Outbox, 'ofCase'>
  /** The row that a state gives; see Casebook. */
  readonly viewRow: (state: CaseState) => Promise<CaseRow>
}

/** What entries say about the plain bytes of objects. */
const sealedIn = (event: CaseEvent): readonly { readonly object: ObjectId; readonly sha256: Sha256Hex }[] => {
  switch (event.type) {
    case 'evidence_received':
    case 'preview_made':
      return [event]
    case 'evidence_examined':
      return event.derived
    case 'agent_said':
      return event.file === undefined ? [] : [event.file]
    default:
      return []
  }
}

/**
 * `sealed` is another seal each time, `dueAt` hangs on the operator's targets of today: both are
 * compared elsewhere or not at all.
 */
const comparable = (row: CaseRow): object =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'sealed' && name !== 'dueAt'))

/**
 * What needs the key of a case: that every entry opens, and that the queue shows what the ledger
 * says; with `objects`, that each object opens to the bytes whose SHA-256 its entry states. Of an
 * erased case nothing of this can be asked.
 */
export const verifyDeep = (ports: DeepPorts, objects: boolean) =>
  async function* (
    caseId: CaseId,
    chain: readonly Entry[],
    row: CaseRow | undefined,
  ): AsyncIterable<StoreFault> {
    const key = await ports.keys.get(caseId)
    // Told by whoever looks at keys; asking the sealer would make a new one.
    if (key === undefined || key === 'destroyed') return
    let sealer: CaseSealer
    try {
      sealer = await ports.sealer.forCase(caseId)
    } catch (error) {
      if (!isFailure(error, 'seal_broken')) throw error
      return yield { what: 'key', caseId, fault: 'missing' }
    }
    let state: CaseState | undefined = emptyCase(caseId)
    const rows = new Set((await ports.outbox?.ofCase(caseId))?.map(({ seq, n }) => `${seq}.${n}`))
    for (const entry of chain) {
      const events = openOrNothing(sealer, entry)
      const at = readHeader(ports.hasher, entry.header)?.at
      if (events === undefined || at === undefined) {
        yield { what: 'seal', caseId, seq: entry.seq }
        state = undefined
        continue
      }
      for (const event of events) {
        for (const { object, sha256 } of objects ? sealedIn(event) : []) {
          const fault = await readPlain(ports, sealer, object, sha256)
          if (fault !== undefined) yield { what: 'object', caseId, seq: entry.seq, object, fault }
        }
        if (state !== undefined) state = evolve(state, event, { seq: entry.seq, at })
      }
      if (state !== undefined) state = { ...state, seq: entry.seq, hash: entry.hash }
      if (ports.outbox !== undefined && state?.address !== undefined)
        for (const n of rowsOf(events))
          if (!rows.has(`${entry.seq}.${n}`)) yield { what: 'outbox', caseId, seq: entry.seq, n }
    }
    const fault =
      state === undefined || row === undefined ? undefined : await faultOf(ports, sealer, row, state)
    if (fault !== undefined) yield { what: 'head', caseId, fault }
  }

/**
 * The places of rows that an entry's events name: what the bot and agents said in it, and what was
 * held before and said in it.
 */
const rowsOf = (events: readonly CaseEvent[]): readonly number[] =>
  events.flatMap((event) => {
    switch (event.type) {
      case 'bot_said':
      case 'agent_said':
        return event.held === true ? [] : [event.n]
      case 'words_released':
        return event.lines.map(({ row }) => row)
      default:
        return []
    }
  })

const openOrNothing = (sealer: CaseSealer, entry: Entry): readonly CaseEvent[] | undefined => {
  try {
    return openEvents(sealer, entry)
  } catch {
    return undefined
  }
}

const readPlain = async (
  { vault, hasher }: DeepPorts,
  sealer: CaseSealer,
  object: ObjectId,
  sha256: Sha256Hex,
): Promise<'seal_broken' | 'plain_differs' | undefined> => {
  const source = await vault.open(object)
  // Told by whoever reads the sealed bytes.
  if (source === undefined) return undefined
  try {
    const hash = hasher.stream()
    for await (const chunk of sealer.openStream(object, source)) hash.update(chunk)
    return hash.digest() === sha256 ? undefined : 'plain_differs'
  } catch (error) {
    if (!isFailure(error)) throw error
    return 'seal_broken'
  } finally {
    await source.close()
  }
}

/** What is wrong with a row; where it is of an earlier version, that is the likeliest cause. */
const faultOf = async (
  { hasher, viewRow }: DeepPorts,
  sealer: CaseSealer,
  row: CaseRow,
  state: CaseState,
): Promise<'view_differs' | 'view_old' | undefined> => {
  try {
    const summary = openSummary(row, sealer)
    const same = hasher.canonical(comparable(row)) === hasher.canonical(comparable(await viewRow(state)))
    if (same && summary.lastWords === state.lastWords) return undefined
    return isOfBefore(summary) ? 'view_old' : 'view_differs'
  } catch {
    // The sealed words of the row do not open, or the row holds what no row can hold.
    return 'view_differs'
  }
}
