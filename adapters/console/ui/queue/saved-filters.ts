import type { Filter } from '../api/search.ts'

/** More than anybody tells apart by name. */
const MOST = 20
const LONGEST_NAME = 40

type SavedFilter = { readonly name: string; readonly filter: Filter }

const placeOf = (agent: string): string => `amin-filters-${agent}`

const isSaved = (value: unknown): value is SavedFilter =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'filter' in value &&
  typeof value.filter === 'object' &&
  value.filter !== null

/**
 * Of one agent, in this browser. Only what is chosen from lists and dates: no word that anybody
 * searched for.
 */
export const readFilters = (agent: string): readonly SavedFilter[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(agent)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isSaved).slice(0, MOST) : []
  } catch {
    return []
  }
}

const keep = (agent: string, filters: readonly SavedFilter[]): readonly SavedFilter[] => {
  try {
    localStorage.setItem(placeOf(agent), JSON.stringify(filters))
  } catch {
    // A browser that keeps nothing keeps them as long as the page.
  }
  return filters
}

/** A name that is there already gets the new filters. */
export const saveFilter = (
  agent: string,
  before: readonly SavedFilter[],
  name: string,
  filter: Filter,
): readonly SavedFilter[] => {
  const short = name.trim().slice(0, LONGEST_NAME)
  return keep(
    agent,
    [{ name: short, filter }, ...before.filter((each) => each.name !== short)].slice(0, MOST),
  )
}

export const forgetFilter = (
  agent: string,
  before: readonly SavedFilter[],
  name: string,
): readonly SavedFilter[] =>
  keep(
    agent,
    before.filter((each) => each.name !== name),
  )
