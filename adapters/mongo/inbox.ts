import type { ChatKey, InboundId } from '../../core/base/ids.ts'
import type { Inbox, InboxRow, NewInboxRow } from '../../core/ports/store/inbox.ts'
import type { Instant } from '../../core/base/units.ts'
import type { Claims } from './claims.ts'
import type { Mongo } from './connection.ts'
import { makeGroup, makeTurns } from './group.ts'
import { endsOf, type Stamp } from './order.ts'
import { inRounds } from './rounds.ts'
import type { WaitingDoc } from './shapes.ts'
import type { Tables } from './table.ts'

export type InboxTable = {
  readonly port: Inbox
  /** Marks rows handled, empties them; unknown ones are passed over. */
  readonly handle: (ids: readonly InboundId[]) => Promise<void>
}

const GROUP_MAX = 128
/** Rows looked at for chats to claim. */
const WINDOW = 1000
const PRUNE_PAGE = 1000

type Claimed = { readonly chatKey: ChatKey; readonly rows: readonly InboxRow[] }

const toRow = ({ _id, chatKey, receivedAt, sealed, attempts }: WaitingDoc): InboxRow => ({
  id: _id as InboundId,
  chatKey,
  receivedAt,
  sealed,
  attempts,
})

/**
 * A row waits as long as its document is there. To handle it is to insert its id under `handled`,
 * then to remove it; a row that a late write brought back, or a crash left, is known by that id and
 * never given out.
 */
export const makeInbox = (
  mongo: Mongo,
  { waiting, handled }: Tables,
  claims: Claims,
  stamp: Stamp,
  sweep: () => Promise<void>,
): InboxTable => {
  const inTurn = makeTurns()

  const putTogether = async (puts: readonly (readonly NewInboxRow[])[]): Promise<readonly number[]> => {
    const rows = new Map<InboundId, NewInboxRow>()
    for (const row of puts.flat()) if (!rows.has(row.id)) rows.set(row.id, row)
    const chatKeys = [...rows.values()].map(({ chatKey }) => chatKey)
    const [lasts, known] = await Promise.all([
      endsOf(mongo, waiting, [...new Set(chatKeys)], { end: 'last', count: 1 }),
      handled.byIds([...rows.keys()], []),
    ])
    for (const { order } of [...lasts.values()].flat()) stamp.raise(order)
    const docs = [...rows.values()]
      .filter(({ id }) => !known.has(id))
      .map(({ id, ...row }): WaitingDoc => ({ _id: id, ...row, order: stamp.next(), attempts: 0 }))
    const refused = await waiting.insert(docs)
    const fresh = new Set(docs.map(({ _id }) => _id).filter((id) => !refused.has(id)))
    return puts.map((put) => put.filter(({ id }) => fresh.delete(id)).length)
  }
  const puts = makeGroup(putTogether, { max: GROUP_MAX })

  const handle = async (ids: readonly InboundId[]): Promise<void> => {
    const found = await waiting.byIds(ids, ['receivedAt'])
    await handled.insert([...found.values()].map(({ _id, receivedAt }) => ({ _id, receivedAt })))
    if (found.size > 0) await waiting.drop([...found.keys()])
  }
  const handles = makeGroup(
    async (lists: readonly (readonly InboundId[])[]): Promise<readonly true[]> => {
      await handle([...new Set(lists.flat())])
      return lists.map(() => true)
    },
    { max: GROUP_MAX },
  )

  /** The first rows of chats that we hold. */
  const rowsOf = async (
    chatKeys: readonly ChatKey[],
    perChat: number,
    owner: string,
  ): Promise<readonly Claimed[]> => {
    const firsts = await endsOf(mongo, waiting, chatKeys, { end: 'first', count: perChat })
    const ids = [...firsts.values()].flat().map(({ _id }) => _id)
    const [docs, over] = await Promise.all([waiting.byIds(ids), handled.byIds(ids)])
    if (over.size > 0) await waiting.drop([...over.keys()])
    const claimed = chatKeys.map((chatKey): Claimed => {
      const rows = (firsts.get(chatKey) ?? []).flatMap(({ _id }) =>
        over.has(_id) ? [] : (docs.get(_id) ?? []),
      )
      return { chatKey, rows: rows.map(toRow) }
    })
    const empty = claimed.filter(({ rows }) => rows.length === 0 && perChat > 0).map(({ chatKey }) => chatKey)
    await claims.release('chat', empty, owner)
    return claimed.filter(({ rows }) => rows.length > 0 || perChat === 0)
  }

  const claim: Inbox['claim'] = async (claim, { chats, perChat }) => {
    await sweep()
    await claims.recover()
    const held = await claims.held('chat')
    const passed = new Set<string>([...held.keys()].filter((key) => (held.get(key) ?? 0) > claim.now))
    return inRounds(chats, async (room) => {
      const looks = { fields: ['chatKey', 'order'], sort: { order: 1 }, limit: WINDOW } as const
      const firsts = await waiting.find(passed.size === 0 ? {} : { chatKey: { $nin: [...passed] } }, looks)
      const keys = [...new Set(firsts.map(({ chatKey }) => chatKey))].slice(0, room)
      if (keys.length === 0) return undefined
      for (const key of keys) passed.add(key)
      return claims.begin(
        'chat',
        keys.map((key) => ({ key })),
        claim,
        (ours) =>
          rowsOf(
            keys.filter((key) => ours.has(key)),
            perChat,
            claim.owner,
          ),
      )
    })
  }

  const prune = async (before: Instant): Promise<number> => {
    let forgotten = 0
    for (;;) {
      const page = await handled.find({ receivedAt: { $lt: before } }, { fields: [], limit: PRUNE_PAGE })
      if (page.length === 0) return forgotten
      forgotten += await handled.dropWhere({ _id: { $in: page.map(({ _id }) => _id) } })
    }
  }

  const port: Inbox = {
    put: (rows) => puts.ask(rows),
    claim: (asked, limits) => inTurn(() => claim(asked, limits)),
    release: (chatKeys, owner) => claims.release('chat', chatKeys, owner),
    settle: async (ids) => void (await handles.ask(ids)),
    failed: (id) => waiting.change(id, { $inc: { attempts: 1 } }),
    depth: async () => {
      const [count, [first]] = await Promise.all([
        waiting.count(),
        waiting.find({}, { fields: ['receivedAt'], sort: { receivedAt: 1 }, limit: 1 }),
      ])
      return first === undefined ? { waiting: 0 } : { waiting: count, oldest: first.receivedAt }
    },
    prune: async (before) => {
      const forgotten = await prune(before)
      await claims.prune('chat', before)
      return forgotten
    },
  }
  return { port, handle: async (ids) => void (ids.length > 0 && (await handles.ask(ids))) }
}
