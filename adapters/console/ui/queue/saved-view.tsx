import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { savedViewsQuery, shownViews, viewCountsQuery } from '../api/saved-views.ts'
import { Words } from '../language/words.tsx'
import '../styles/views.css'

/** The saved view that the queue shows, beside the views that everybody has. */
export const SavedView = ({
  id,
  disabled,
}: {
  readonly id: string
  readonly disabled: boolean
}): ReactNode => {
  const { data } = useQuery(savedViewsQuery)
  const { data: counts } = useQuery(viewCountsQuery(id))
  const shown = shownViews(data, counts).find((each) => each.id === id)
  return (
    <label data-chosen="true">
      <input type="radio" name="queue-view" checked readOnly disabled={disabled} />
      <bdi className="view-saved">
        <Words text={shown?.name ?? ''} />
      </bdi>
      <span className="view-count">{shown?.count}</span>
    </label>
  )
}
