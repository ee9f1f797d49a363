import { isNetworkId, networkIdOf, type CaseId, type NetworkId } from '../../base/ids.ts'
import { Failure } from '../../base/failure.ts'
import { makeEntry, type Actor, type EntryHeader } from '../../model/entry.ts'
import { emptyNetwork, evolveNetwork, isLive, type NetworkState } from '../../model/network.ts'
import type { NetworkEvent } from '../../model/network-events.ts'
import type { CaseSealer } from '../../ports/sealer.ts'
import type { Entry } from '../../ports/store/ledger.ts'
import type { NetworkRow } from '../../ports/store/networks.ts'
import { headerOf } from '../casebook/commit.ts'
import type { CasePorts } from '../casebook/ports.ts'

/** What an entry of a network seals. */
type Payload = { readonly v: 1; readonly events: readonly NetworkEvent[] }

export type NetworkDeed = { readonly actor: Actor; readonly events: readonly NetworkEvent[] }

/** `live`: the cases in it that are not erased. */
export type NetworkRead = { readonly state: NetworkState; readonly live: readonly CaseId[] }

export type NetworkBook = {
  /** Every network that has a ledger, what a crash left between two of them finished. */
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
  /** A new network; the same again where it is there changes nothing. */
  readonly open: (networkId: NetworkId, deed: NetworkDeed) => Promise<void>
  readonly freshId: () => NetworkId
  /** Drops the rows and makes them again from the ledgers (law 2). */
  readonly rebuild: () => Promise<number>
}

export type NetworkPorts = Pick<CasePorts, 'store' | 'sealer' | 'hasher' | 'clock' | 'random'>

/** Losing the race for a seq this often means that the store lies. */
const MAX_CONFLICTS = 50
const CACHED = 2_000

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
    const header: EntryHeader = {
      v: 1,
      case: networkId,
      seq,
      at,
      actor,
      kinds: events.map(({ type }) => type),
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
    if (state.seq === 0) await write(state, deed)
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
    for (const { other, reason } of state.merged)
      if (isLive(await read(other, 1)))
        mended =
          (await append(other, (there) =>
            isLive(there)
              ? { actor: 'system', events: [{ type: 'network_went_over', into: state.networkId, reason }] }
              : undefined,
          )) !== undefined || mended
    if (!isLive(state) || live.length > 1) return mended
    await append(state.networkId, (there) =>
      isLive(there) ? { actor: 'system', events: [{ type: 'network_emptied' }] } : undefined,
    )
    return true
  }

  const readRows = (rows: readonly NetworkRow[]): Promise<readonly NetworkRead[]> =>
    Promise.all(
      rows.map(async ({ networkId, seq, members }) => ({
        state: await read(networkId, seq),
        live: members,
      })),
    )

  const all = async (): Promise<readonly NetworkRead[]> => {
    const found = await readRows(await store.networks.list())
    let mended = false
    for (const one of found) mended = (await settle(one)) || mended
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
    freshId: () => networkIdOf(ports.random.id()),
    rebuild: async () => {
      await store.networks.clear()
      let count = 0
      for await (const id of store.ledger.cases())
        if (isNetworkId(id)) {
          cache.delete(id)
          await store.networks.put(rowOf(await read(id)))
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
