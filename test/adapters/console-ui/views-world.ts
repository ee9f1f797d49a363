import type { z } from 'zod'
import {
  NewOwnViews,
  NewSharedViews,
  OwnViews,
  SavedViews,
  SharedViews,
  type SavedView,
} from '../../../adapters/console/contract/saved-views.ts'

export type ViewsWorld = {
  own: z.input<typeof OwnViews>
  shared: z.input<typeof SharedViews>
  /** What was counted: `*` for all of them. */
  readonly counted: string[]
  /** What a call is answered with; the newer list where a change is to an older one. */
  readonly answer: (
    method: string,
    own: boolean,
    body: unknown,
    count: string | null,
  ) => SavedViews | OwnViews | SharedViews | { readonly newer: unknown }
}

/** `countOf`: how many cases a query has. Nobody has saved anything yet. */
export const makeViewsWorld = (countOf: (query: URLSearchParams) => number): ViewsWorld => {
  const counted = ({ id, filter }: SavedView): [string, { count: number }] => {
    const { from: _, to: __, ...rest } = filter
    const query = new URLSearchParams(
      Object.entries(rest).flatMap(([name, value]) =>
        [value ?? []].flat().map((each): [string, string] => [name, each]),
      ),
    )
    return [id, { count: countOf(query) }]
  }
  const world: ViewsWorld = {
    own: { version: 0, views: [] },
    shared: { version: 0, views: [] },
    counted: [],
    answer: (method, own, body, count) => {
      if (method === 'GET') {
        if (count !== null) world.counted.push(count)
        return SavedViews.parse({
          own: world.own,
          shared: world.shared,
          counts: Object.fromEntries(
            [...world.own.views, ...world.shared.views]
              .filter(({ id }) => count === '*' || count === id)
              .map(counted),
          ),
        })
      }
      const now = own ? world.own : world.shared
      const next = (own ? NewOwnViews : NewSharedViews).parse(body)
      if (next.version !== now.version) return { newer: now }
      if (own) return (world.own = OwnViews.parse({ ...next, version: next.version + 1 }))
      return (world.shared = SharedViews.parse({ ...next, version: next.version + 1 }))
    },
  }
  return world
}

/** What a team might share, and an agent save. */
export const NIGHT: SavedView = {
  id: 'night',
  name: 'ليل: عاجل ومنتظر',
  filter: { status: ['waiting'], severity: ['P1', 'P2'], order: 'longest' },
}
export const MINE: SavedView = {
  id: 'mine-dense',
  name: 'My closed cases (USDT-TRC20)',
  filter: { status: ['closed'], from: '2026-11-01' },
  density: 'dense',
}
