import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Claim } from '../../core/ports/store/claim.ts'
import type { Instant } from '../../core/base/units.ts'
import type { ClaimDoc, ClaimKind } from './shapes.ts'
import type { Table } from './table.ts'

/**
 * Exclusion without a conditional update. Who wants a key inserts a document that says so, and only
 * then looks who else does: of two that want it at the same time at least the later one sees the
 * other. Where both see each other both step back and try again after a short random pause; where
 * the other is still there at the second look, it holds the key. A claim ends by being removed, or
 * for everybody else when their `now` passes `until`: with clocks that differ by d, a claim must be
 * longer than the work by d.
 */
export type Claims = {
  /** The keys of a kind that are claimed, with the end of the claim; also those whose end has passed. */
  readonly held: (kind: ClaimKind) => Promise<ReadonlyMap<string, Instant>>
  /**
   * Returns the keys that are ours now. `shared`: claims of the same owner do not count against it,
   * and are replaced.
   */
  readonly take: (
    kind: ClaimKind,
    wanted: readonly Wanted[],
    claim: Claim,
    options?: { readonly shared?: boolean },
  ) => Promise<ReadonlySet<string>>
  /**
   * Takes keys and begins to work on those that are ours now. Where that fails nobody works on
   * them: they are given back by `recover`, after `undo`.
   */
  readonly begin: <T>(
    kind: ClaimKind,
    wanted: readonly Wanted[],
    claim: Claim,
    work: (ours: ReadonlySet<string>) => Promise<T>,
    undo?: (ours: ReadonlySet<string>) => Promise<void>,
  ) => Promise<T>
  /**
   * Gives back what we may hold though nobody works on it, for the server went away in between.
   * Asked before each claim.
   */
  readonly recover: () => Promise<void>
  readonly release: (kind: ClaimKind, keys: readonly string[], owner: string) => Promise<void>
  /** Whosever they are. */
  readonly end: (kind: ClaimKind, keys: readonly string[]) => Promise<void>
  readonly endRows: (rows: readonly string[]) => Promise<void>
  readonly ofRows: (rows: readonly string[], now: Instant) => Promise<ReadonlySet<string>>
  /** What an owner has claimed, of all kinds. */
  readonly ofOwner: (owner: string) => Promise<readonly ClaimDoc[]>
  readonly drop: (claims: readonly ClaimDoc[]) => Promise<void>
  /**
   * Forgets claims of a kind that ended before. Those of rows and jobs stay until these are claimed
   * again or end: a forfeit must find them.
   */
  readonly prune: (kind: 'chat', before: Instant) => Promise<void>
}

type Wanted = { readonly key: string; readonly row?: string }

type Attempt = { readonly won: readonly string[]; readonly rivals: ReadonlyMap<string, readonly ClaimDoc[]> }

const ATTEMPTS = 6
const PAUSE_MS = 6

const pause = (attempt: number): Promise<void> => setTimeout(Math.random() * PAUSE_MS * attempt)

export const makeClaims = (table: Table<ClaimDoc>): Claims => {
  /** What is to be given back once the server answers. */
  const debts = new Set<() => Promise<void>>()

  const recover = async (): Promise<void> => {
    for (const debt of debts) {
      debts.delete(debt)
      try {
        await debt()
      } catch (error) {
        debts.add(debt)
        throw error
      }
    }
  }

  /** Who else wants what we want, once we have said so. */
  const attempt = async (
    wanted: readonly ClaimDoc[],
    { owner, now }: Claim,
    shared: boolean,
  ): Promise<Attempt> => {
    await table.insert(wanted)
    const mine = new Set(wanted.map(({ _id }) => _id))
    const kind = wanted[0]?.kind
    const others = (await table.find({ kind, key: { $in: wanted.map(({ key }) => key) } })).filter(
      ({ _id }) => !mine.has(_id),
    )
    const same = (other: ClaimDoc): boolean => shared && other.owner === owner
    const rivals = Map.groupBy(
      others.filter((other) => other.until > now && !same(other)),
      ({ key }) => key,
    )
    const lost = wanted.filter(({ key }) => rivals.has(key))
    const over = others.filter((other) => other.until <= now || (same(other) && !rivals.has(other.key)))
    await table.drop([...lost, ...over].map(({ _id }) => _id))
    return { won: wanted.filter(({ key }) => !rivals.has(key)).map(({ key }) => key), rivals }
  }

  /** Every claim that was written on the way is in `mine`, the lost ones too. */
  const win = async (
    kind: ClaimKind,
    wanted: readonly Wanted[],
    claim: Claim,
    shared: boolean,
    mine: string[],
  ): Promise<Set<string>> => {
    const ours = new Set<string>()
    const seen = new Set<string>()
    let open = wanted
    for (let count = 1; open.length > 0; count++) {
      const docs = open.map((each): ClaimDoc => ({
        _id: randomBytes(12).toString('hex'),
        kind,
        ...each,
        owner: claim.owner,
        until: claim.until,
      }))
      mine.push(...docs.map(({ _id }) => _id))
      const { won, rivals } = await attempt(docs, claim, shared)
      for (const key of won) ours.add(key)
      const settled = (key: string): boolean => rivals.get(key)?.some(({ _id }) => seen.has(_id)) ?? true
      open = open.filter(({ key }) => !settled(key))
      if (count === ATTEMPTS) return ours
      for (const docs of rivals.values()) for (const { _id } of docs) seen.add(_id)
      if (open.length > 0) await pause(count)
    }
    return ours
  }

  return {
    held: async (kind) => {
      const held = new Map<string, Instant>()
      for (const { key, until } of await table.find({ kind }, { fields: ['key', 'until'] }))
        if (until > (held.get(key) ?? 0)) held.set(key, until)
      return held
    },
    take: async (kind, wanted, claim, { shared = false } = {}) => {
      await recover()
      const mine: string[] = []
      try {
        return await win(kind, wanted, claim, shared, mine)
      } catch (error) {
        debts.add(() => table.drop(mine))
        throw error
      }
    },
    begin: async (kind, wanted, claim, work, undo) => {
      const mine: string[] = []
      let ours: ReadonlySet<string> = new Set()
      try {
        ours = await win(kind, wanted, claim, false, mine)
        return await work(ours)
      } catch (error) {
        debts.add(async () => {
          await undo?.(ours)
          await table.drop(mine)
        })
        throw error
      }
    },
    recover,
    release: async (kind, keys, owner) => {
      if (keys.length > 0) await table.dropWhere({ kind, key: { $in: keys }, owner })
    },
    end: async (kind, keys) => {
      if (keys.length > 0) await table.dropWhere({ kind, key: { $in: keys } })
    },
    endRows: async (rows) => {
      if (rows.length > 0) await table.dropWhere({ row: { $in: rows } })
    },
    ofRows: async (rows, now) => {
      if (rows.length === 0) return new Set()
      const docs = await table.find({ row: { $in: rows } }, { fields: ['row', 'until'] })
      return new Set(docs.flatMap(({ row, until }) => (row !== undefined && until > now ? [row] : [])))
    },
    ofOwner: (owner) => table.find({ owner }),
    drop: (docs) => table.drop(docs.map(({ _id }) => _id)),
    prune: async (kind, before) => void (await table.dropWhere({ kind, until: { $lt: before } })),
  }
}
