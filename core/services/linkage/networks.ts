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
  readonly told: readonly Omit<NetworkNode, 'bonds'>[]
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

/**
 * Networks of these cases and of no others, the largest first: what hangs together through a case that is
 * not among them falls apart.
 */
export const networksOf = (
  rows: readonly CaseRow[],
  nodes: ReadonlyMap<CaseId, NetworkNode>,
): readonly Network[] => {
  const seen = new Map(rows.map((row) => [row.caseId, row]))
  const groups = makeGroups()
  const bonds = new Map<CaseId, Map<CaseId, Set<Bond>>>()
  const note = (one: CaseId, other: CaseId, by: Bond): void => {
    const of = bonds.get(one) ?? new Map<CaseId, Set<Bond>>()
    bonds.set(one, of.set(other, (of.get(other) ?? new Set()).add(by)))
  }
  for (const { caseId } of rows)
    for (const [other, kinds] of nodes.get(caseId)?.bonds ?? [])
      if (seen.has(other)) {
        groups.join(caseId, other)
        // Either side may be told a moment before the other.
        for (const by of kinds) {
          note(caseId, other, by)
          note(other, caseId, by)
        }
      }
  const members = Map.groupBy([...bonds.keys()], (caseId) => groups.root(caseId))
  return [...members.values()]
    .map((cases): Network => {
      const list = cases
        .flatMap((caseId): readonly Member[] => {
          const row = seen.get(caseId)
          const to = [...(bonds.get(caseId) ?? [])].map(([other, by]) => ({
            to: other,
            by: BONDS.filter((bond) => by.has(bond)),
          }))
          return row === undefined ? [] : [{ row, bonds: to }]
        })
        .toSorted((a, b) => a.row.openedAt - b.row.openedAt || (a.row.code < b.row.code ? -1 : 1))
      const all = new Set(list.flatMap((one) => one.bonds.flatMap(({ by }) => by)))
      return {
        members: list,
        bonds: BONDS.filter((bond) => all.has(bond)),
        told: list.flatMap(({ row }) => {
          const node = nodes.get(row.caseId)
          return node === undefined ? [] : [{ figures: node.figures, services: node.services }]
        }),
      }
    })
    .toSorted(
      (a, b) =>
        b.members.length - a.members.length ||
        ((a.members[0]?.row.code ?? '') < (b.members[0]?.row.code ?? '') ? -1 : 1),
    )
}

type Hidden = (reader: DeskAgent | undefined, row: CaseRow) => Promise<boolean>

/**
 * What binds cases is sealed with them, so it is kept in memory only: read from the ledgers at the first
 * question, and kept current by the feed. Where the feed was cut off meanwhile it is read anew. A network is
 * made of the cases that the reader may see, when they ask.
 */
export const makeNetworks = (
  ports: Pick<CasePorts, 'store' | 'flow'>,
  casebook: Casebook,
  isHiddenRow: Hidden,
): ((reader: DeskAgent | undefined) => Promise<readonly Network[]>) => {
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

  return async (reader) => {
    const mine = turn.then(current)
    turn = mine.catch(() => undefined)
    const known = await mine
    const rows: CaseRow[] = []
    for (const row of await ports.store.views.byIds([...known.keys()]))
      if (row.status !== 'erased' && !(await isHiddenRow(reader, row))) rows.push(row)
    return networksOf(rows, known)
  }
}
