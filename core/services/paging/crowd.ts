import type { CaseCode } from '../../base/ids.ts'
import type { CaseFilter, CaseRow } from '../../ports/store/views.ts'
import { seconds, type Instant } from '../../base/units.ts'
import { groupsOfAlike, type Likeness } from './alike.ts'
import { isErased } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { openSummary } from '../casebook/summary.ts'

/** Rows that are looked at: those that wait longest, of the gravest first. */
export const MOST_WAITING = 1000
/** So many alike are a crowd, and no accident. */
export const CROWD = 5
/** Opening a thousand summaries costs a tenth of a second; a flood asks for them all the time. */
const FRESH = seconds(5)

export type Alike = { readonly by: 'words' | 'origin'; readonly codes: readonly CaseCode[] }

/** Cases that wait, as far as they are alike. */
export type Crowd = {
  readonly waiting: readonly CaseRow[]
  /** The lists that the case stands in, itself included. */
  readonly of: (code: CaseCode) => readonly Alike[]
}

export type Crowds = (filter?: Omit<CaseFilter, 'status'>) => Promise<Crowd>

export const makeCrowds = ({
  store,
  sealer,
  clock,
}: Pick<CasePorts, 'store' | 'sealer' | 'clock'>): Crowds => {
  const known = new Map<string, { readonly at: Instant; readonly crowd: Promise<Crowd> }>()

  const likenessOf = async (row: CaseRow): Promise<Likeness<CaseCode>> => {
    try {
      const summary = openSummary(row, await sealer.forCase(row.caseId))
      const origin = summary.v === undefined ? undefined : summary.origin
      return { code: row.code, words: summary.lastWords, ...(origin === undefined ? {} : { origin }) }
    } catch (error) {
      if (isErased(error)) return { code: row.code }
      throw error
    }
  }

  const look = async (filter: Omit<CaseFilter, 'status'>): Promise<Crowd> => {
    const { rows } = await store.views.list({ ...filter, status: ['waiting'] }, { limit: MOST_WAITING })
    const { words, origin } = groupsOfAlike(await Promise.all(rows.map(likenessOf)))
    const lists = new Map<CaseCode, Alike[]>()
    const add = (by: Alike['by'], codes: readonly CaseCode[]): void => {
      for (const code of codes) lists.set(code, [...(lists.get(code) ?? []), { by, codes }])
    }
    for (const codes of words) add('words', codes)
    for (const codes of origin) add('origin', codes)
    return { waiting: rows, of: (code) => lists.get(code) ?? [] }
  }

  return (filter = {}) => {
    const now = clock.now()
    const key = JSON.stringify(filter)
    const before = known.get(key)
    if (before !== undefined && now >= before.at && now - before.at < FRESH) return before.crowd
    const crowd = look(filter)
    for (const [old, { at }] of known) if (now - at >= FRESH || now < at) known.delete(old)
    known.set(key, { at: now, crowd })
    // What could not be read is read anew by the next.
    crowd.catch(() => known.delete(key))
    return crowd
  }
}
