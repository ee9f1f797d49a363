import { useEffect } from 'react'
import { makeStore, useStore } from '../browser/store.ts'
import type { QueueState } from './queue.tsx'

/** What the queue is to show, asked for by somebody outside of it; nothing once it does. */
export const queueAsked = makeStore<Partial<QueueState> | undefined>(undefined)

/** Shows what was asked for, on the page that has the queue. */
export const useQueueAsked = (change: (next: (before: QueueState) => QueueState) => void): void => {
  const asked = useStore(queueAsked)
  useEffect(() => {
    if (asked === undefined) return
    queueAsked.set(undefined)
    change((before) => ({ ...before, offset: 0, search: '', asked: '', filter: {}, saved: '', ...asked }))
  }, [asked, change])
}
