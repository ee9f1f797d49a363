import type { CaseId } from '../../base/ids.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { CaseState } from '../../model/state.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import { isNameType, isPhoneType } from '../../text/identifiers/identifier.ts'
import { figuresOf, type Figures } from '../../policy/figures.ts'
import { stateOfRow } from '../agents/queue.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { makeGroups } from './things.ts'

/** What binds two cases; `said`: a member of the team did. A picture alone binds nobody. */
export const BONDS = ['identifier', 'script', 'voice', 'said'] as const
export type Bond = (typeof BONDS)[number]

/** What a case brings into a network: nothing that a person worded. */
export type NetworkNode = {
  readonly bonds: ReadonlyMap<CaseId, ReadonlySet<Bond>>
  readonly figures: Pick<Figures, 'governorate' | 'demanded' | 'paidSum'>
  /** Services on which the other side writes. */
  readonly services: readonly string[]
}

export type Member = { readonly row: CaseRow; readonly bonds: readonly { to: CaseId; by: readonly Bond[] }[] }
/** Cases that hang together; the one opened first names it. */
export type Network = {
  readonly members: readonly Member[]
  readonly bonds: readonly Bond[]
  /** What each case brings in, but for whom it is bound to. */
  readonly told: readonly ({ readonly caseId: CaseId } & Omit<NetworkNode, 'bonds'>)[]
}

const PAGE = 200
const FEED_PAGE = 500

export const nodeOf = ({ roles }: CasePorts['flow'], state: CaseState): NetworkNode => {
  const bonds = new Map<CaseId, Set<Bond>>()
  const bind = (others: readonly CaseId[], by: Bond): void => {
    for (const other of others)
      if (state.apart[other] === undefined) bonds.set(other, (bonds.get(other) ?? new Set()).add(by))
  }
  bind(state.links, 'identifier')
  bind(state.sameScript, 'script')
  bind(state.sameSound, 'voice')
  bind(
    Object.entries(state.verdicts).flatMap(([other, { verdict }]) =>
      verdict === 'same' ? [other as CaseId] : [],
    ),
    'said',
  )
  const services = state.identifiers.flatMap(({ owner, type }) =>
    owner === 'perpetrator' && (isNameType(type) || isPhoneType(type)) && type !== 'phone' ? [type] : [],
  )
  return { bonds, figures: figuresOf(roles, state), services: [...new Set(services)] }
}

/** Cases that one reader may see, and what binds each of them to which others of them. */
export type Seen = {
  readonly rows: ReadonlyMap<CaseId, CaseRow>
  readonly nodes: ReadonlyMap<CaseId, NetworkNode>
  readonly bonds: ReadonlyMap<CaseId, ReadonlyMap<CaseId, ReadonlySet<Bond>>>
}

/** Either side may be told a moment before the other, so a bond counts for both. */
export const seenOf = (rows: readonly CaseRow[], nodes: ReadonlyMap<CaseId, NetworkNode>): Seen => {
  const seen = new Map(rows.map((row) => [row.caseId, row]))
  const bonds = new Map<CaseId, Map<CaseId, Set<Bond>>>()
  const note = (one: CaseId, other: CaseId, by: Bond): void => {
    const of = bonds.get(one) ?? new Map<CaseId, Set<Bond>>()
    bonds.set(one, of.set(other, (of.get(other) ?? new Set()).add(by)))
  }
  for (const { caseId } of rows)
    for (const [other, kinds] of nodes.get(caseId)?.bonds ?? [])
      if (seen.has(other))
        for (const by of kinds) {
          note(caseId, other, by)
          note(other, caseId, by)
        }
  return { rows: seen, nodes, bonds }
}

/** These cases as one network, whatever binds them among themselves; those opened first first. */
export const networkAmong = ({ rows, nodes, bonds }: Seen, cases: readonly CaseId[]): Network => {
  const among = new Set(cases)
  const members = cases
    .flatMap((caseId): readonly Member[] => {
      const row = rows.get(caseId)
      const to = [...(bonds.get(caseId) ?? [])].flatMap(([other, by]) =>
        among.has(other) ? [{ to: other, by: BONDS.filter((bond) => by.has(bond)) }] : [],
      )
      return row === undefined ? [] : [{ row, bonds: to }]
    })
    .toSorted((a, b) => a.row.openedAt - b.row.openedAt || (a.row.code < b.row.code ? -1 : 1))
  const all = new Set(members.flatMap((one) => one.bonds.flatMap(({ by }) => by)))
  return {
    members,
    bonds: BONDS.filter((bond) => all.has(bond)),
    told: members.flatMap(({ row }) => {
      const node = nodes.get(row.caseId)
      const { caseId } = row
      return node === undefined ? [] : [{ caseId, figures: node.figures, services: node.services }]
    }),
  }
}

/** Of these cases those that hang together, also through others of them; each case stands in one list. */
export const groupsAmong = (
  { bonds }: Pick<Seen, 'bonds'>,
  cases: Iterable<CaseId>,
): readonly (readonly CaseId[])[] => {
  const among = new Set(cases)
  const groups = makeGroups()
  for (const one of among)
    for (const other of bonds.get(one)?.keys() ?? []) if (among.has(other)) groups.join(one, other)
  return [...Map.groupBy(among, (one) => groups.root(one)).values()]
}

/** Largest first. */
export const bySize = (a: Network, b: Network): number =>
  b.members.length - a.members.length ||
  ((a.members[0]?.row.code ?? '') < (b.members[0]?.row.code ?? '') ? -1 : 1)

/**
 * Networks of these cases and of no others, the largest first: what hangs together through a case that is
 * not among them falls apart.
 */
export const networksOf = (
  rows: readonly CaseRow[],
  nodes: ReadonlyMap<CaseId, NetworkNode>,
): readonly Network[] => {
  const seen = seenOf(rows, nodes)
  return groupsAmong(seen, seen.bonds.keys())
    .map((cases) => networkAmong(seen, cases))
    .toSorted(bySize)
}

type Hidden = (reader: DeskAgent | undefined, row: CaseRow) => Promise<boolean>

/** What a reader sees of cases that are bound to others, and of these others of which they ask. */
export type SeeBound = (reader: DeskAgent | undefined, also: readonly CaseId[]) => Promise<Seen>

/**
 * What binds cases is sealed with them, so it is kept in memory only: read from the ledgers at the first
 * question, and kept current by the feed. Where the feed was cut off meanwhile it is read anew. What is out
 * of the reader's sight when they ask is left out before anything is counted.
 */
export const makeBound = (
  ports: Pick<CasePorts, 'store' | 'flow'>,
  casebook: Casebook,
  isHiddenRow: Hidden,
): SeeBound => {
  let nodes: Map<CaseId, NetworkNode> | undefined
  let position = 0
  let turn: Promise<unknown> = Promise.resolve()

  const read = async (into: Map<CaseId, NetworkNode>, row: CaseRow): Promise<void> => {
    const state = row.status === 'erased' ? undefined : await stateOfRow(casebook, row)
    const node = typeof state === 'object' ? nodeOf(ports.flow, state) : undefined
    if (node === undefined || node.bonds.size === 0) into.delete(row.caseId)
    else into.set(row.caseId, node)
  }

  const build = async (): Promise<Map<CaseId, NetworkNode>> => {
    const made = new Map<CaseId, NetworkNode>()
    // What happens while the list is read is told by the feed afterwards. Where reading fails on the
    // way, what is known stays, and is read anew at the next question.
    const head = await ports.store.feed.head()
    for (let cursor: string | undefined; ;) {
      const page = await ports.store.views.list(
        {},
        { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
      )
      for (const row of page.rows) await read(made, row)
      if (page.cursor === undefined) {
        position = head
        return made
      }
      cursor = page.cursor
    }
  }

  const current = async (): Promise<ReadonlyMap<CaseId, NetworkNode>> => {
    if (nodes === undefined || (await ports.store.feed.floor()) > position) nodes = await build()
    for (;;) {
      const items = await ports.store.feed.read(position, FEED_PAGE)
      const changed = [...new Set(items.map(({ caseId }) => caseId))]
      for (const row of await ports.store.views.byIds(changed)) await read(nodes, row)
      position = items.at(-1)?.position ?? position
      if (items.length < FEED_PAGE) return nodes
    }
  }

  return async (reader, also) => {
    const mine = turn.then(current)
    turn = mine.catch(() => undefined)
    const known = new Map(await mine)
    const rows: CaseRow[] = []
    for (const row of await ports.store.views.byIds([...new Set([...known.keys(), ...also])])) {
      if (row.status === 'erased' || (await isHiddenRow(reader, row))) continue
      rows.push(row)
      if (known.has(row.caseId)) continue
      const state = await stateOfRow(casebook, row)
      if (typeof state === 'object') known.set(row.caseId, nodeOf(ports.flow, state))
    }
    return seenOf(rows, known)
  }
}
