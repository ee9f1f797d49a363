import type { Feed, FeedItem } from '../../core/ports/store/feed.ts'

export type AddToFeed = (item: Omit<FeedItem, 'position'>) => void

export const makeFeed = (): {
  readonly port: Feed
  readonly add: AddToFeed
  readonly restart: (above: number) => void
} => {
  const items: FeedItem[] = []
  let head = 0
  const listeners = new Set<() => void>()

  const add: AddToFeed = (item) => {
    items.push({ ...item, position: ++head })
    for (const wake of listeners) void Promise.resolve().then(wake)
  }

  const port: Feed = {
    read: async (after, limit) => items.filter((item) => item.position > after).slice(0, limit),
    head: async () => head,
    floor: async () => (items[0]?.position ?? head + 1) - 1,
    subscribe: (wake) => {
      const listener = (): void => wake()
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    prune: async (before) => {
      const kept = items.findIndex((item) => item.at >= before)
      items.splice(0, kept === -1 ? items.length : kept)
    },
  }
  const restart = (above: number): void => {
    items.length = 0
    head = Math.max(head, above) + 1
  }
  return { port, add, restart }
}
