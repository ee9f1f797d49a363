import type { CaseId } from '../../core/base/ids.ts'
import {
  settledStatus,
  type DeliveryStatus,
  type Outbox,
  type Settlement,
  type Speaker,
} from '../../core/ports/store/outbox.ts'
import type { Instant } from '../../core/base/units.ts'
import type { Claims } from './claims.ts'
import type { FeedTable, News } from './feed.ts'
import { makeGroup } from './group.ts'
import { keyOf, outboxIdOf, placeOf } from './place.ts'
import type { DeliveryDoc, OutboxDoc } from './shapes.ts'
import type { Tables } from './table.ts'

/**
 * How rows end. What is known first of a row lies under the row's key, what is known later under
 * the key and one of these.
 */
const LATER = ['sent', 'delivered', 'read'] as const satisfies readonly DeliveryStatus[]

const GROUP_MAX = 64

type Final = Exclude<Settlement['status'], 'again'>
type Settled = { readonly key: string; readonly settlement: Settlement; readonly at: Instant }
type Ended = { readonly key: string; readonly doc: DeliveryDoc }
type Shown = Awaited<ReturnType<Outbox['ofCase']>>[number]

export type Deliveries = Pick<Outbox, 'settle' | 'ofCase'> & {
  /** Refuses open rows that nothing was tried for. */
  readonly refuse: (keys: readonly string[], at: Instant) => Promise<void>
  /** Does what is left to do for rows that have ended: tells of it, once, and removes what was open. */
  readonly finish: (docs: readonly DeliveryDoc[]) => Promise<void>
}

const rowOf = (id: string): string => id.replace(/\.[a-z]+$/, '')
const keysOf = (key: string): readonly string[] => [key, ...LATER.map((status) => `${key}.${status}`)]
/** The highest of what is known of a row, whatever came first. */
const risen = ([first, ...others]: readonly DeliveryDoc[]): DeliveryDoc | undefined =>
  first === undefined
    ? undefined
    : others.reduce(
        (best, doc) => (settledStatus(best.status, doc.status as Final) === best.status ? best : doc),
        first,
      )

export const makeDeliveries = (
  { outbox, delivery }: Pick<Tables, 'outbox' | 'delivery'>,
  claims: Claims,
  feed: FeedTable,
): Deliveries => {
  const newsOf = ({ key, doc }: Ended): readonly News[] => {
    const place = placeOf(key)
    const shown = doc.speaker === 'agent' || doc.status === 'refused' || doc.status === 'unclear'
    if (!shown || place === undefined) return []
    return [
      {
        key: `${key}.${doc.status}`,
        items: [{ at: doc.at, kinds: ['delivery'], caseId: place.caseId, seq: place.seq }],
      },
    ]
  }

  const close = async (keys: readonly string[]): Promise<void> => {
    if (keys.length > 0) await Promise.all([outbox.drop(keys), claims.endRows(keys)])
  }

  const finish = async (ended: readonly Ended[]): Promise<void> => {
    for (const news of ended.flatMap(newsOf)) await feed.tell(news)
    await close(ended.map(({ key }) => key))
  }

  const docOf = (
    id: string,
    { settlement, at }: Settled,
    speaker: Speaker,
    attempts: number,
  ): DeliveryDoc => ({
    _id: id,
    status: settlement.status as Final,
    speaker,
    attempts,
    at,
    ...('receipt' in settlement && settlement.receipt !== undefined ? { receipt: settlement.receipt } : {}),
  })

  /**
   * Rows that are open: what is said now is the first that is known of them. Returns those of which
   * something is known already.
   */
  const settleOpen = async (
    settled: readonly Settled[],
    open: ReadonlyMap<string, OutboxDoc>,
  ): Promise<readonly Settled[]> => {
    const docs = settled.flatMap((each) => {
      const row = open.get(each.key)
      return row === undefined ? [] : [docOf(each.key, each, row.speaker, row.attempts)]
    })
    const refused = await delivery.insert(docs)
    await finish(docs.filter(({ _id }) => !refused.has(_id)).map((doc) => ({ key: doc._id, doc })))
    return settled.filter(({ key }) => !open.has(key) || refused.has(key))
  }

  /** Rows that have ended, and unknown ones. */
  const settleLater = async (
    settled: readonly Settled[],
    open: ReadonlyMap<string, OutboxDoc>,
  ): Promise<void> => {
    if (settled.length === 0) return
    const known = Map.groupBy(
      (await delivery.byIds(settled.flatMap(({ key }) => keysOf(key)))).values(),
      ({ _id }) => rowOf(_id),
    )
    const fresh: Ended[] = []
    const repeated: Ended[] = []
    for (const each of settled) {
      const { key, settlement } = each
      const now = risen(known.get(key) ?? [])
      if (now === undefined) continue
      const status = settledStatus(now.status, settlement.status)
      if (status !== now.status)
        fresh.push({ key, doc: docOf(`${key}.${status}`, each, now.speaker, now.attempts) })
      // Whoever said it before may not have come to telling of it, or to removing the row.
      else if (status === settlement.status || open.has(key)) repeated.push({ key, doc: now })
    }
    await delivery.insert(fresh.map(({ doc }) => doc))
    await finish([...fresh, ...repeated])
  }

  /** Each row at most once. */
  const settleRound = async (settled: readonly Settled[]): Promise<void> => {
    const open = await outbox.byIds(settled.map(({ key }) => key))
    const again = settled.flatMap(({ key, settlement }) =>
      settlement.status === 'again' && open.has(key)
        ? [
            {
              id: key,
              change: { $set: { dueAt: settlement.dueAt, readyAt: settlement.dueAt, sending: false } },
            },
          ]
        : [],
    )
    await outbox.changeMany(again)
    await claims.endRows(again.map(({ id }) => id))
    const finals = settled.filter(({ settlement }) => settlement.status !== 'again')
    await settleLater(await settleOpen(finals, open), open)
  }

  const settleTogether = async (lists: readonly (readonly Settled[])[]): Promise<readonly true[]> => {
    let left = lists.flat()
    while (left.length > 0) {
      const round = new Map<string, Settled>()
      for (const each of left) if (!round.has(each.key)) round.set(each.key, each)
      await settleRound([...round.values()])
      const done = new Set(round.values())
      left = left.filter((each) => !done.has(each))
    }
    return lists.map(() => true)
  }
  const group = makeGroup(settleTogether, { max: GROUP_MAX })

  const ofCase = async (caseId: CaseId): Promise<readonly Shown[]> => {
    // Open ones first: a row that ends meanwhile is in both, and what has ended counts.
    const open = await outbox.find({ caseId }, { fields: ['speaker', 'attempts', 'sending'] })
    const known = await delivery.find({ _id: { $gte: `${caseId}.`, $lt: `${caseId}/` } })
    const shown = new Map<string, Omit<Shown, 'id' | 'seq' | 'n'>>()
    for (const { _id, speaker, attempts, sending } of open)
      shown.set(_id, { speaker, attempts, status: sending ? 'sending' : 'queued' })
    for (const [key, docs] of Map.groupBy(known, ({ _id }) => rowOf(_id))) {
      const now = risen(docs)
      if (now === undefined) continue
      const receipt = risen(docs.filter((doc) => doc.receipt !== undefined))?.receipt
      shown.set(key, {
        speaker: now.speaker,
        attempts: now.attempts,
        status: now.status,
        ...(receipt === undefined ? {} : { receipt }),
      })
    }
    return [...shown.keys()].sort().flatMap((key) => {
      const place = placeOf(key)
      const row = shown.get(key)
      return place === undefined || row === undefined
        ? []
        : [{ id: outboxIdOf(place), seq: place.seq, n: place.n, ...row }]
    })
  }

  return {
    settle: async (settlements, at) => {
      const settled = settlements.flatMap(({ id, ...settlement }) => {
        const key = keyOf(id)
        return key === undefined ? [] : [{ key, settlement, at }]
      })
      if (settled.length > 0) await group.ask(settled)
    },
    ofCase,
    refuse: async (keys, at) => {
      await delivery.insert(
        keys.map((key): DeliveryDoc => ({ _id: key, status: 'refused', speaker: 'bot', attempts: 0, at })),
      )
      await close(keys)
    },
    finish: (docs) => finish(docs.map((doc) => ({ key: rowOf(doc._id), doc }))),
  }
}
