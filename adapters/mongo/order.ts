import type { ChatKey } from '../../core/base/ids.ts'
import type { Mongo } from './connection.ts'
import type { Table } from './table.ts'

/**
 * Order within a chat: numbers that rise, from the process's clock in microseconds, and above every
 * number that was given before. What was given before by other processes is learned where a row is
 * added (of the inbox from the rows of its chat, of the outbox from the feed), so what was there
 * before comes before whatever the clocks say. Between rows that are added at the same time, and
 * between chats, the clocks decide: which is fairness only.
 */
export type Stamp = {
  /** Rises with every call. */
  readonly next: () => number
  /** Whatever comes next is above this. */
  readonly raise: (above: number) => void
}

export const makeStamp = (): Stamp => {
  let last = 0
  return {
    next: () => (last = Math.max(last + 1, Date.now() * 1000)),
    raise: (above) => {
      last = Math.max(last, above)
    },
  }
}

type InChat = { readonly _id: string; readonly chatKey: ChatKey; readonly order: number }

/**
 * The first (or last) `count` documents of each chat, in this direction, with `fields` besides. An
 * index gives them chat by chat; without one all chats are looked for at once.
 */
export const endsOf = async <T extends InChat>(
  { server }: Mongo,
  table: Table<T>,
  chatKeys: readonly ChatKey[],
  {
    end,
    count,
    fields = [],
  }: {
    readonly end: 'first' | 'last'
    readonly count: number
    readonly fields?: readonly (keyof T & string)[]
  },
): Promise<ReadonlyMap<ChatKey, readonly T[]>> => {
  if (chatKeys.length === 0 || count === 0) return new Map()
  const looks = {
    fields: ['chatKey', 'order', ...fields] as (keyof T & string)[],
    sort: { order: end === 'first' ? 1 : -1 } as const,
  }
  const found = server.indexed
    ? await Promise.all(chatKeys.map((chatKey) => table.find({ chatKey }, { ...looks, limit: count })))
    : [await table.find({ chatKey: { $in: chatKeys } }, looks)]
  const grouped = Map.groupBy(found.flat(), ({ chatKey }) => chatKey)
  return new Map([...grouped].map(([chatKey, docs]) => [chatKey, docs.slice(0, count)]))
}
