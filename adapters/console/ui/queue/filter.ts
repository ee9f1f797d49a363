import type { Filter } from '../api/search.ts'

const NONE: Filter = {}
export const noFilter = NONE

export const countFilter = (filter: Filter): number =>
  Object.values(filter).filter((value) => value !== undefined && value.length > 0).length
