import { queryOptions } from '@tanstack/react-query'
import type {
  NewOwnViews,
  NewSharedViews,
  OwnViews,
  SavedView,
  SavedViews,
  SharedViews,
} from '../../contract/saved-views.ts'
import { call } from './call.ts'

/** What was saved; nothing is counted. */
export const savedViewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => call<SavedViews>('GET', '/api/v1/queue/views', { signal }),
})

/**
 * How many cases a view has, or each of them (`*`). Counted anew with the queue, which costs: asked
 * for only while it is shown.
 */
export const viewCountsQuery = (of: string) =>
  queryOptions({
    queryKey: ['queue', 'view-counts', of],
    queryFn: async ({ signal }) =>
      (await call<SavedViews>('GET', `/api/v1/queue/views?count=${encodeURIComponent(of)}`, { signal }))
        .counts,
  })

/** A view that can be chosen, as it stands in a list: the team's first. */
export type ShownView = SavedView & { readonly shared: boolean; readonly count: string }

export const shownViews = (
  views: SavedViews | undefined,
  counts: SavedViews['counts'] = {},
): readonly ShownView[] => {
  if (views === undefined) return []
  const shown = (view: SavedView, shared: boolean): ShownView => {
    const counted = counts[view.id]
    const more = counted?.more === true ? '+' : ''
    return { ...view, shared, count: counted === undefined ? '' : `${counted.count}${more}` }
  }
  return [
    ...views.shared.views.map((view) => shown(view, true)),
    ...views.own.views.map((view) => shown(view, false)),
  ]
}

/** Throws ApiFault; `outdated` where they were changed since `version`. */
export const keepOwnViews = (list: NewOwnViews): Promise<OwnViews> =>
  call<OwnViews>('PUT', '/api/v1/me/views', { body: list })

export const keepSharedViews = ({ version, views }: NewSharedViews): Promise<SharedViews> =>
  call<SharedViews>('PUT', '/api/v1/queue/views', { body: { version, views } })
