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

/** Counted anew with the queue. */
export const savedViewsQuery = queryOptions({
  queryKey: ['queue', 'views'],
  queryFn: ({ signal }) => call<SavedViews>('GET', '/api/v1/queue/views', { signal }),
})

/** A view that can be chosen, as it stands in a list: the team's first. */
export type ShownView = SavedView & { readonly shared: boolean; readonly count: string }

export const shownViews = (views: SavedViews | undefined): readonly ShownView[] => {
  if (views === undefined) return []
  const shown = (view: SavedView, shared: boolean): ShownView => {
    const counted = views.counts[view.id]
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
