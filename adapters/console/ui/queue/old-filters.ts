import type { SavedView } from '../../contract/saved-views.ts'

const placeOf = (agent: string): string => `amin-filters-${agent}`

const isOld = (value: unknown): value is Pick<SavedView, 'name' | 'filter'> =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'filter' in value &&
  typeof value.filter === 'object' &&
  value.filter !== null

/** Filters that an agent saved while this browser alone kept them. */
export const oldFilters = (agent: string): readonly SavedView[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(agent)) ?? '[]')
    return Array.isArray(kept)
      ? kept.filter(isOld).map(({ name, filter }) => ({ id: crypto.randomUUID(), name, filter }))
      : []
  } catch {
    return []
  }
}

export const forgetOldFilters = (agent: string): void => {
  try {
    localStorage.removeItem(placeOf(agent))
  } catch {
    return
  }
}
