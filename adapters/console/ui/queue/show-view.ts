import type { SavedView } from '../../contract/saved-views.ts'
import type { Filter } from '../api/search.ts'
import { useChangePreferences } from '../browser/preferences.tsx'
import type { QueueState } from './queue.tsx'

/** What the queue shows of a view; its rows become as dense as the view says. */
export const useShowView = (): ((view: SavedView) => Partial<QueueState>) => {
  const change = useChangePreferences()
  return ({ id, filter, density }) => {
    if (density !== undefined) change({ density })
    // Parts that are absent come as nothing from the contract's types.
    return { filter: filter as Filter, saved: id, search: '', asked: '', offset: 0 }
  }
}
