import { useQueryClient } from '@tanstack/react-query'
import type { OwnViews, SavedView } from '../../contract/saved-views.ts'
import { isFault } from '../api/fault.ts'
import { keepOwnViews, keepSharedViews, savedViewsQuery } from '../api/saved-views.ts'

type Own = Omit<OwnViews, 'version'>

/**
 * Changes lists of views as they are now, not as they were when a dialog was opened. Throws ApiFault;
 * where somebody was faster theirs are read, and the same again keeps both.
 */
export const useKeepViews = (): {
  readonly own: (next: (own: Own) => Own) => Promise<void>
  readonly shared: (next: (views: readonly SavedView[]) => readonly SavedView[]) => Promise<void>
} => {
  const queries = useQueryClient()
  const again = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: savedViewsQuery.queryKey })
    void queries.invalidateQueries({ queryKey: ['queue', 'view-counts'] })
  }
  const at = async (act: () => Promise<unknown>): Promise<void> => {
    try {
      await act()
      await again()
    } catch (error) {
      if (isFault(error, 'outdated')) await again()
      throw error
    }
  }
  const now = () => queries.ensureQueryData(savedViewsQuery)
  return {
    own: (next) =>
      at(async () => {
        const { version, ...own } = (await now()).own
        await keepOwnViews({ version, ...next(own) })
      }),
    shared: (next) =>
      at(async () => {
        const { version, views } = (await now()).shared
        await keepSharedViews({ version, views: [...next(views)] })
      }),
  }
}
