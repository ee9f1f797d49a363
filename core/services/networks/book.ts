import { isNetworkId, networkIdOf, type CaseId, type NetworkId } from '../../base/ids.ts'
import { Failure, isFailure, type FailureCode } from '../../base/failure.ts'
import { commitTo, makeEntry, type Actor, type EntryHeader } from '../../model/entry.ts'
import { emptyNetwork, evolveNetwork, goesOver, isLive, type NetworkState } from '../../model/network.ts'
import type { NetworkEvent } from '../../model/network-events.ts'
import type { CaseSealer } from '../../ports/sealer.ts'
import type { Entry } from '../../ports/store/ledger.ts'
import type { NetworkRow } from '../../ports/store/networks.ts'
import { headerOf } from '../casebook/commit.ts'
import { caseIdOf } from '../casebook/idempotency.ts'
import type { CasePorts } from '../casebook/ports.ts'

/** What an entry of a network seals. */
type Payload = { readonly v: 1; readonly events: readonly NetworkEvent[] }

export type NetworkDeed = { readonly actor: Actor; readonly events: readonly NetworkEvent[] }

/** `live`: the cases in it that are not erased. */
export type NetworkRead = { readonly state: NetworkState; readonly live: readonly CaseId[] }

export type NetworkBook = {
  /**
   * Every network that has a ledger, what a crash left between two of them finished. Here and in what
   * follows, one that does not open is passed over and written into the log: the others, and the cases in it,
   * must not stand still for that.
   */
  readonly all: () => Promise<readonly NetworkRead[]>
  readonly load: (networkId: NetworkId) => Promise<NetworkRead | undefined>
  /** Every entry with what it seals. */
  readonly read: (networkId: NetworkId) => Promise<{
    readonly entries: readonly Entry[]
    readonly events: readonly (readonly NetworkEvent[])[]
  }>
  /** Those that have one of these cases in them. */
  readonly having: (cases: readonly CaseId[]) => Promise<readonly NetworkRead[]>
  /**
   * Decides on the newest state and appends; on conflict reloads and decides again (law 3). Nothing where
   * there is no such network, or nothing was decided. `decide` may run more than once.
   */
  readonly append: (
    networkId: NetworkId,
    decide: (state: NetworkState) => NetworkDeed | undefined,
  ) => Promise<NetworkState | undefined>
  /** A new network; where it is there already nothing changes. How it stands then. */
  readonly open: (networkId: NetworkId, deed: NetworkDeed) => Promise<NetworkState>
  /**
   * The second half of a merger, whose first half stands in `into`: `other` is no more, and cases that came to
   * it meanwhile come as well. May be done again. Whether anything was written.
   */
  readonly takeOver: (
    into: NetworkId,
    half: { readonly other: NetworkId; readonly reason: string; readonly actor: Actor },
  ) => Promise<boolean>
  readonly freshId: () => NetworkId
  /** The id under which these cases are confirmed for the nth time: two who confirm them at once open one. */
  readonly idOf: (cases: readonly CaseId[], nth: number) => NetworkId
  /** Drops the rows and makes them again from the ledgers (law 2). */
  readonly rebuild: () => Promise<number>
}

export type NetworkPorts = Pick<CasePorts, 'store' | 'sealer' | 'hasher' | 'clock' | 'random' | 'log'>

/** Losing the race for a seq this often means that the store lies. */
const MAX_CONFLICTS = 50
const CACHED = 2_000

/** Its key is gone, or what is sealed was changed, or is of a newer version. */
const UNOPENED: readonly FailureCode[] = ['keys_missing', 'key_destroyed', 'seal_broken', 'store_broken']

const context = (networkId: NetworkId, seq: number): string => `entry:${networkId}:${seq}`

const openEntry = (sealer: CaseSealer, { caseId, seq, sealed }: Entry): readonly NetworkEvent[] => {
  const payload = sealer.open(context(caseId as NetworkId, seq), sealed) as Payload
  if (payload.v !== 1) throw new Failure('store_broken', 'an entry was written by a newer version of Amin')
  return payload.events
}

export const makeNetworkBook = (ports: NetworkPorts): NetworkBook => {
  const { store, hasher, clock } = ports
  const cache = new Map<NetworkId, NetworkState>()

  const applied = (state: NetworkState, entry: Entry, events: readonly NetworkEvent[]): NetworkState => {
    const { at, actor } = headerOf(entry)
    const next = events.reduce((before, event) => evolveNetwork(before, event, { at, actor }), state)
    return { ...next, seq: entry.seq, hash: entry.hash }
  }

  const reported = new Set<NetworkId>()
  const unlessBroken = async <T>(networkId: NetworkId, run: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await run()
    } catch (error) {
      if (!UNOPENED.some((code) => isFailure(error, code))) throw error
      if (!reported.has(networkId)) ports.log.error('a network does not open', { caseId: networkId, error })
      reported.add(networkId)
      return undefined
    }
  }

  const remember = (state: NetworkState): NetworkState => {
    cache.delete(state.networkId)
    cache.set(state.networkId, state)
    const [oldest] = cache.keys()
    if (cache.size > CACHED && oldest !== undefined) cache.delete(oldest)
    return state
  }

  const read = async (networkId: NetworkId, atLeast = Infinity): Promise<NetworkState> => {
    const from = cache.get(networkId) ?? emptyNetwork(networkId)
    if (from.seq >= atLeast) return from
    const entries = await store.ledger.read(networkId, from.seq)
    if (entries.length === 0) return from
    const sealer = await ports.sealer.forCase(networkId)
    return remember(entries.reduce((state, entry) => applied(state, entry, openEntry(sealer, entry)), from))
  }

  const write = async (state: NetworkState, { actor, events }: NetworkDeed): Promise<boolean> => {
    const { networkId } = state
    const at = clock.now()
    const seq = state.seq + 1
    const sealer = await ports.sealer.forCase(networkId)
    const run = events.map((event) => ('linking' in event ? event.linking : undefined)).find(Boolean)
    const header: EntryHeader = {
      v: 1,
      case: networkId,
      seq,
      at,
      actor,
      kinds: events.map(({ type }) => type),
      ...(run === undefined ? {} : { run: commitTo(hasher, run.salt, run.sha256) }),
    }
    const sealed = sealer.seal(context(networkId, seq), { v: 1, events } satisfies Payload)
    const entry = makeEntry(hasher, state.hash, header, sealed)
    const next = applied(state, entry, events)
    const done = await store.ledger.commit({
      entry,
      outbox: [],
      jobs: [],
      network: rowOf(next),
      kinds: header.kinds,
      at,
    })
    if (done === 'done') remember(next)
    return done === 'done'
  }

  const append: NetworkBook['append'] = async (networkId, decide) => {
    for (let conflicts = 0; conflicts <= MAX_CONFLICTS; conflicts += 1) {
      const state = await read(networkId)
      if (state.seq === 0) return undefined
      const deed = decide(state)
      if (deed === undefined) return undefined
      if (await write(state, deed)) return read(networkId, state.seq + 1)
      cache.delete(networkId)
    }
    throw new Error('a network could not be appended to: its seq is taken again and again')
  }

  const open: NetworkBook['open'] = async (networkId, deed) => {
    const state = await read(networkId)
    if (state.seq > 0) return state
    await write(state, deed)
    return read(networkId, 1)
  }

  const takeOver: NetworkBook['takeOver'] = async (into, { other, reason, actor }) => {
    const lateIn = (state: NetworkState, there: NetworkState): readonly CaseId[] =>
      there.into === into
        ? there.members.filter((one) => ![...state.members, ...state.removed].includes(one))
        : []
    const [known, there] = [await read(into, 1), await read(other, 1)]
    const isDone = !isLive(there) && lateIn(known, there).length === 0
    if (isDone || !isLive(known) || !isLive(await read(into))) return false
    const gone = await append(other, (state) =>
      goesOver(state, into) ? { actor, events: [{ type: 'network_went_over', into, reason }] } : undefined,
    )
    const left = gone ?? (await read(other))
    const whole = await append(into, (state) => {
      const cases = isLive(state) ? lateIn(state, left) : []
      return cases.length === 0
        ? undefined
        : { actor, events: [{ type: 'network_merged', other, cases, reason }] }
    })
    return gone !== undefined || whole !== undefined
  }

  /**
   * What is written into two networks is written into one first, which names the other: whoever finds the
   * second half missing writes it. A network of one is dissolved.
   */
  const settle = async ({ state, live }: NetworkRead): Promise<boolean> => {
    let mended = false
    for (const { into, cases, reason } of state.splits)
      if ((await read(into, 1)).seq === 0) {
        const event = { type: 'network_split_off', cases, from: state.networkId, reason } as const
        await open(into, { actor: 'system', events: [event] })
        mended = true
      }
    for (const taken of state.merged)
      mended = (await takeOver(state.networkId, { ...taken, actor: 'system' })) || mended
    if (!isLive(state) || live.length > 1) return mended
    await append(state.networkId, (there) =>
      isLive(there) ? { actor: 'system', events: [{ type: 'network_emptied' }] } : undefined,
    )
    return true
  }

  const readRows = async (rows: readonly NetworkRow[]): Promise<readonly NetworkRead[]> => {
    const found = rows.map(({ networkId, seq, members }) =>
      unlessBroken(networkId, async () => ({ state: await read(networkId, seq), live: members })),
    )
    return (await Promise.all(found)).filter((one) => one !== undefined)
  }

  const all = async (): Promise<readonly NetworkRead[]> => {
    const found = await readRows(await store.networks.list())
    let mended = false
    for (const one of found)
      mended = (await unlessBroken(one.state.networkId, () => settle(one))) === true || mended
    return mended ? readRows(await store.networks.list()) : found
  }

  return {
    all,
    load: async (networkId) => {
      const row = await store.networks.byId(networkId)
      return row === undefined ? undefined : (await readRows([row]))[0]
    },
    read: async (networkId) => {
      const entries = await store.ledger.read(networkId)
      const sealer = await ports.sealer.forCase(networkId)
      return { entries, events: entries.map((entry) => openEntry(sealer, entry)) }
    },
    having: async (cases) => readRows(await store.networks.having(cases)),
    append,
    open,
    takeOver,
    idOf: (cases, nth) => networkIdOf(caseIdOf(hasher, ['network', ...cases.toSorted(), nth].join(' '))),
    freshId: () => networkIdOf(ports.random.id()),
    rebuild: async () => {
      await store.networks.clear()
      let count = 0
      for await (const id of store.ledger.cases())
        if (isNetworkId(id)) {
          cache.delete(id)
          const state = await unlessBroken(id, () => read(id))
          if (state === undefined) continue
          await store.networks.put(rowOf(state))
          count += 1
        }
      return count
    },
  }
}

const rowOf = ({ networkId, seq, hash, members, standing }: NetworkState): NetworkRow => ({
  networkId,
  seq,
  hash,
  members: standing === 'over' ? [] : members,
})
