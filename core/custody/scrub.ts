import type { CaseId, ObjectId } from '../base/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { Store } from '../ports/store/store.ts'
import type { Vault } from '../ports/vault.ts'
import { after, mebibytes, type Instant, type Ms } from '../base/units.ts'
import { readHeader } from '../model/entry.ts'
import { verifyObject } from './verify-case.ts'
import type { StoreFault } from './store-fault.ts'

type ObjectFault = Extract<StoreFault, { what: 'object' }>

/** An object that is not as it was written. `told`: the line outside has it. */
export type VaultFault = {
  readonly caseId: CaseId
  readonly seq: number
  readonly object: ObjectId
  readonly fault: ObjectFault['fault']
  readonly at: Instant
  readonly told: boolean
}

/** How far a round came; kept between turns and over restarts. `after`: the case that was read last. */
export type ScrubNote = {
  readonly v: 1
  readonly began: Instant
  readonly after?: CaseId
  /** When the round before this one ended. */
  readonly ended?: Instant
  readonly faults: readonly VaultFault[]
}

export type ScrubPorts = {
  readonly store: Pick<Store, 'ledger'>
  readonly vault: Vault
  readonly hasher: Hasher
  readonly clock: Clock
}

export type Scrub = {
  /** Reads as much as is due by now, and looks again at what was at fault. Nothing before the first round. */
  readonly turn: (note: ScrubNote | undefined) => Promise<ScrubNote>
}

/**
 * Read in one turn at most: with a turn a minute 4 MiB a second, which no disk feels. What is
 * behind is caught up with at that pace.
 */
const TURN_BYTES = mebibytes(256)
/** Above this the vault is gone as a whole and no list of objects helps anybody. */
const MOST_FAULTS = 1_000
/** Looked at again in one turn. */
const AGAIN = 20

/**
 * Reads every sealed object once in `every` against what its entry commits to, a little at a time,
 * in the order of case ids. Needs no key.
 */
export const makeScrub = ({ store, vault, hasher, clock }: ScrubPorts, every: Ms): Scrub => {
  /** Ids of a round, listed once; new cases have their turn in the next one. */
  let listed: { readonly began: Instant; readonly ids: readonly CaseId[] } | undefined

  const idsOf = async (began: Instant): Promise<readonly CaseId[]> => {
    if (listed?.began !== began) {
      const ids: CaseId[] = []
      for await (const caseId of store.ledger.cases()) ids.push(caseId)
      listed = { began, ids: ids.sort() }
    }
    return listed.ids
  }

  const objectsOf = async (caseId: CaseId) => {
    const headers = (await store.ledger.read(caseId)).map(({ seq, header }) => ({
      seq,
      header: readHeader(hasher, header),
    }))
    if (headers.at(-1)?.header?.kinds.includes('case_erased') === true) return []
    return headers.flatMap(({ seq, header }) => (header?.objects ?? []).map((object) => ({ seq, object })))
  }

  /** Faults of a case that stand: of one that was erased meanwhile there are none. */
  const check = async (
    caseId: CaseId,
  ): Promise<{ readonly faults: readonly VaultFault[]; readonly bytes: number }> => {
    const faults: VaultFault[] = []
    let bytes = 0
    for (const { seq, object } of await objectsOf(caseId)) {
      bytes += object.size
      for await (const { fault } of verifyObject({ vault, hasher }, caseId, seq, object))
        faults.push({ caseId, seq, object: object.id, fault, at: clock.now(), told: false })
    }
    return { faults: faults.length > 0 && (await objectsOf(caseId)).length === 0 ? [] : faults, bytes }
  }

  const merge = (
    known: readonly VaultFault[],
    caseId: CaseId,
    found: readonly VaultFault[],
  ): readonly VaultFault[] => [
    ...known.filter((fault) => fault.caseId !== caseId),
    ...found.map(
      (fault) =>
        known.find(({ object, fault: what }) => object === fault.object && what === fault.fault) ?? fault,
    ),
  ]

  return {
    turn: async (note) => {
      const now = clock.now()
      let faults = note?.faults ?? []
      for (const caseId of new Set(faults.slice(0, AGAIN).map((fault) => fault.caseId)))
        faults = merge(faults, caseId, (await check(caseId)).faults)

      const rest = { faults, ...(note?.ended === undefined ? {} : { ended: note.ended }) }
      const fresh = note === undefined || now >= after(note.began, every) || now < note.began
      const isOver =
        note !== undefined &&
        (await idsOf(note.began)).every((caseId) => note.after !== undefined && caseId <= note.after)
      if (isOver && !fresh) return { ...note, faults }
      let current: ScrubNote =
        note === undefined || (fresh && isOver) ? { v: 1, began: now, ...rest } : { ...note, faults }
      const ids = await idsOf(current.began)
      const due = Math.ceil((ids.length * Math.max(0, now - current.began)) / every)
      let read = 0
      const { after: last } = current
      const first = last === undefined ? 0 : ids.filter((caseId) => caseId <= last).length
      // The first case at once: a round that never came to one is told from one that has nothing to read.
      for (const caseId of ids.slice(first, Math.max(due, 1))) {
        const { faults: found, bytes } = await check(caseId)
        current = {
          ...current,
          after: caseId,
          faults: merge(current.faults, caseId, found).slice(0, MOST_FAULTS),
        }
        read += bytes
        if (read >= TURN_BYTES) break
      }
      return current.after === ids.at(-1) && current.after !== last
        ? { ...current, ended: clock.now() }
        : current
    },
  }
}
