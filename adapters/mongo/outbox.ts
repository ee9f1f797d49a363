import type { CaseId, ChatKey } from '../../core/base/ids.ts'
import type { Claim } from '../../core/ports/store/claim.ts'
import type { NewOutboxRow, Outbox, OutboxRow } from '../../core/ports/store/outbox.ts'
import type { Instant } from '../../core/base/units.ts'
import type { Claims } from './claims.ts'
import type { Mongo } from './connection.ts'
import { makeDeliveries } from './deliveries.ts'
import type { FeedTable } from './feed.ts'
import { makeTurns } from './group.ts'
import { endsOf, type Stamp } from './order.ts'
import { keyOf, outboxIdOf } from './place.ts'
import { inRounds } from './rounds.ts'
import type { OutboxDoc } from './shapes.ts'
import type { Tables } from './table.ts'

export type OutboxTable = {
  readonly port: Outbox
  /** Adds rows behind all that were added by commits that are done. */
  readonly add: (rows: readonly NewOutboxRow[]) => Promise<void>
  /** Refuses what the bot was about to say by entries of the case before `seq`. */
  readonly silence: (caseId: CaseId, seq: number, at: Instant) => Promise<void>
  /** Makes rows ready at their due time, whatever claim they were under. */
  readonly free: (keys: readonly string[]) => Promise<void>
}

/** Rows looked at for chats to claim, and for the next due time. */
const WINDOW = 500

type Head = Pick<OutboxDoc, '_id' | 'chatKey' | 'order' | 'readyAt'>

const byReady = (a: Head, b: Head): number => a.readyAt - b.readyAt || a.order - b.order

const toRow = ({
  _id,
  order: _order,
  readyAt: _readyAt,
  sending,
  attempts,
  ...row
}: OutboxDoc): OutboxRow => ({
  id: outboxIdOf(row),
  ...row,
  status: 'sending',
  attempts: attempts + 1,
  interrupted: sending,
})

/**
 * A row is open as long as its document is there. To settle it is to insert how it ended under
 * `delivery`, then to remove it; a row that a late write brought back, or a crash left, is known by
 * that and never sent.
 */
export const makeOutbox = (
  mongo: Mongo,
  { outbox, delivery }: Tables,
  {
    claims,
    feed,
    stamp,
    sweep,
  }: {
    readonly claims: Claims
    readonly feed: FeedTable
    readonly stamp: Stamp
    readonly sweep: () => Promise<void>
  },
): OutboxTable => {
  const inTurn = makeTurns()
  const deliveries = makeDeliveries({ outbox, delivery }, claims, feed)

  /** The first open row of each chat. */
  const headsOf = async (chatKeys: readonly ChatKey[]): Promise<readonly Head[]> =>
    [
      ...(
        await endsOf<OutboxDoc>(mongo, outbox, chatKeys, { end: 'first', count: 1, fields: ['readyAt'] })
      ).values(),
    ].flat()

  /**
   * Of rows whose chats we hold, those that are still to be sent: durably `sending`, with this
   * attempt counted.
   */
  const begin = async (
    heads: readonly Head[],
    { owner, now, until }: Claim,
  ): Promise<readonly OutboxRow[]> => {
    const keys = heads.map(({ _id }) => _id)
    const [docs, over] = await Promise.all([outbox.byIds(keys), delivery.byIds(keys)])
    if (over.size > 0) await deliveries.finish([...over.values()])
    const due = keys
      .flatMap((key) => (over.has(key) ? [] : (docs.get(key) ?? [])))
      .filter(({ readyAt }) => readyAt <= now)
    const begun = new Set(due.map(({ _id }) => _id))
    const left = heads.filter(({ _id }) => !begun.has(_id)).map(({ chatKey }) => chatKey)
    const change = { $set: { sending: true, readyAt: until }, $inc: { attempts: 1 } }
    await Promise.all([
      outbox.changeMany(due.map(({ _id }) => ({ id: _id, change }))),
      claims.release('send', left, owner),
    ])
    return due.map(toRow)
  }

  const free = async (keys: readonly string[]): Promise<void> => {
    const docs = await outbox.byIds(keys, ['dueAt'])
    await outbox.changeMany(
      [...docs.values()].map(({ _id, dueAt }) => ({ id: _id, change: { $set: { readyAt: dueAt } } })),
    )
  }

  const claim: Outbox['claim'] = async (claim, { channel, account, limit }) => {
    await sweep()
    await claims.recover()
    const passed = new Set<string>()
    return inRounds(limit, async (room) => {
      const unseen = passed.size === 0 ? {} : { chatKey: { $nin: [...passed] } }
      const filter = { channel, account, readyAt: { $lte: claim.now }, ...unseen }
      const ready = await outbox.find(filter, {
        fields: ['chatKey'],
        sort: { readyAt: 1, order: 1 },
        limit: WINDOW,
      })
      if (ready.length === 0) return undefined
      const heads = (await headsOf([...new Set(ready.map(({ chatKey }) => chatKey))])).toSorted(byReady)
      const wanted = heads.filter(({ readyAt }) => readyAt <= claim.now).slice(0, room)
      const held = heads.filter(({ readyAt }) => readyAt > claim.now)
      for (const { chatKey } of [...held, ...wanted]) passed.add(chatKey)
      const taken = (ours: ReadonlySet<string>) => wanted.filter(({ chatKey }) => ours.has(chatKey))
      return claims.begin(
        'send',
        wanted.map(({ chatKey, _id }) => ({ key: chatKey, row: _id })),
        claim,
        (ours) => begin(taken(ours), claim),
        (ours) => free(taken(ours).map(({ _id }) => _id)),
      )
    })
  }

  const nextDue: Outbox['nextDue'] = async ({ channel, account }) => {
    const held = await claims.held('send')
    let best: Instant | undefined
    const seen = new Set<ChatKey>()
    // By the time they are ready: what comes after the best that is known cannot be better.
    for (;;) {
      const filter = { channel, account, ...(seen.size === 0 ? {} : { chatKey: { $nin: [...seen] } }) }
      const ready = await outbox.find(filter, {
        fields: ['chatKey', 'readyAt'],
        sort: { readyAt: 1 },
        limit: WINDOW,
      })
      for (const { chatKey, readyAt } of await headsOf([...new Set(ready.map(({ chatKey }) => chatKey))])) {
        seen.add(chatKey)
        // A claim whose taker died before it was written in the row holds it all the same.
        const time = Math.max(readyAt, held.get(chatKey) ?? 0) as Instant
        if (best === undefined || time < best) best = time
      }
      const last = ready.at(-1)
      if (last === undefined || ready.length < WINDOW || (best !== undefined && last.readyAt >= best))
        return best
    }
  }

  const silence: OutboxTable['silence'] = async (caseId, seq, at) => {
    const filter = { caseId, speaker: 'bot', sending: false, attempts: 0, seq: { $lt: seq } }
    const keys = (await outbox.find(filter, { fields: [] })).map(({ _id }) => _id)
    const claimed = await claims.ofRows(keys, at)
    await deliveries.refuse(
      keys.filter((key) => !claimed.has(key)),
      at,
    )
  }

  const port: Outbox = {
    claim: (asked, of) => inTurn(() => claim(asked, of)),
    settle: deliveries.settle,
    ofCase: deliveries.ofCase,
    nextDue,
    depth: async () => {
      const [count, [first]] = await Promise.all([
        outbox.count(),
        outbox.find({}, { fields: ['dueAt'], sort: { dueAt: 1 }, limit: 1 }),
      ])
      return first === undefined ? { waiting: 0 } : { waiting: count, oldest: first.dueAt }
    },
  }

  return {
    port,
    add: async (rows) => {
      if (rows.length === 0) return
      await outbox.insert(
        rows.flatMap(({ id, ...row }) => {
          const key = keyOf(id)
          return key === undefined
            ? []
            : [{ _id: key, ...row, order: stamp.next(), readyAt: row.dueAt, attempts: 0, sending: false }]
        }),
      )
    },
    silence,
    free,
  }
}
