import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { DeskRow } from '../agents/queue.ts'
import type { DeskAgent } from '../../base/member.ts'
import { fitsFilter } from '../agents/filter.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { showRow } from '../agents/queue.ts'
import { sightOf } from '../../policy/visibility/sight.ts'
import { isFailure } from '../../base/failure.ts'
import { findIdentifiers } from '../../text/identifiers/extract.ts'
import { matchKeys } from '../../text/identifiers/identifier.ts'
import type { CaseId } from '../../base/ids.ts'
import type { CaseFilter, CaseRow } from '../../ports/store/views.ts'
import { excerptOf } from './excerpt.ts'
import { stemsIn, tokenOf } from '../../model/search-words.ts'

/** Who finds more than this has to say more: nobody reads so many. */
const MOST_FOUND = 500
/** More words than anybody types to find a case. */
const MOST_WORDS = 12

/** By what a case was found; the surest first. */
const FOUND_BY = ['code', 'identifier', 'words', 'filter'] as const
type FoundBy = (typeof FOUND_BY)[number]

/** `text`: as it was typed. `code`: what can be read of it as the beginning of a code. */
type Asked = { readonly text: string; readonly code?: string; readonly filter: CaseFilter }

/** `sentence`: where the words stand, or the number or name as it was written. */
type FoundRow = DeskRow & { readonly by: FoundBy; readonly sentence?: string }

/**
 * Not `whole`: there are more than were looked through. `by` tells what the question was read as,
 * for the log of searches.
 */
type Found = {
  readonly rows: readonly FoundRow[]
  readonly cursor?: string
  /** The cursor that was given cannot be read. */
  readonly stray?: true
  readonly whole: boolean
  readonly by: readonly FoundBy[]
}

export type Finder = (
  asked: Asked,
  page: { readonly limit: number; readonly cursor?: string },
  reader?: DeskAgent,
) => Promise<Found>

type Candidate = { readonly row: CaseRow; readonly by: FoundBy }

const NOTHING: Found = { rows: [], whole: true, by: [] }

/** Surest first, then the newest; names nobody. */
const placeOf = ({ row, by }: Candidate): string =>
  `${FOUND_BY.indexOf(by)}.${String(Number.MAX_SAFE_INTEGER - row.lastAt).padStart(16, '0')}.${row.caseId}`

const PLACE = /^\d\.\d{16}\.\w{1,64}$/

/**
 * Finds cases by code, by what names somebody in them, and by words. `isHidden`: whether a declared
 * conflict or a team keeps the case from the reader.
 */
export const makeFinder = (
  ports: Pick<CasePorts, 'store' | 'sealer' | 'access' | 'flow' | 'hasher' | 'checks'>,
  casebook: Casebook,
  isHidden: (reader: DeskAgent | undefined, row: CaseRow) => Promise<boolean>,
): Finder => {
  const { views, search } = ports.store

  const marksIn = (text: string): readonly string[] => [
    ...new Set(
      findIdentifiers(text, ports.checks, true)
        .flatMap((one) => (one.secret === undefined ? one.keys : matchKeys(one)))
        .map((key) => ports.hasher.keyed('identifier', key)),
    ),
  ]

  const sentenceOf = async (
    { row, by }: Candidate,
    marks: readonly string[],
    stems: readonly string[],
  ): Promise<string | undefined> => {
    try {
      if (by === 'identifier') {
        const state = await casebook.load(row.caseId, row.seq)
        const normal = marks.map((mark) => state.marks[mark]).find((one) => one !== undefined)
        return state.identifiers.find((one) => one.normal === normal)?.raw ?? normal
      }
      return by === 'words' ? excerptOf((await casebook.recall(row.caseId)).events.flat(), stems) : undefined
    } catch (error) {
      if (isErased(error) || isFailure(error, 'seal_broken') || isFailure(error, 'keys_missing'))
        return undefined
      throw error
    }
  }

  return async ({ text, code, filter: wanted }, { limit, cursor }, reader) => {
    const sight = sightOf(reader)
    const filter = sight === undefined ? wanted : { ...wanted, sight }
    const marks = marksIn(text)
    const stems = stemsIn(text).slice(0, MOST_WORDS)
    if (text.trim() === '') {
      const page = await views.list(filter, { limit, ...(cursor === undefined ? {} : { cursor }) })
      const hidden = await Promise.all(page.rows.map((row) => isHidden(reader, row)))
      const rows = await Promise.all(
        page.rows.filter((_, i) => hidden[i] === false).map((row) => showRow(ports, casebook, row)),
      )
      return {
        ...page,
        rows: rows.map((row) => ({ ...row, by: 'filter' as const })),
        whole: true,
        by: ['filter'],
      }
    }
    if (cursor !== undefined && !PLACE.test(cursor)) return { ...NOTHING, stray: true }
    if (code === undefined && marks.length + stems.length === 0) return NOTHING

    const [coded, marked, worded] = await Promise.all([
      code === undefined ? { rows: [] } : views.list({ ...filter, code }, { limit: MOST_FOUND }),
      marks.length === 0 ? [] : views.marked(marks, MOST_FOUND),
      stems.length === 0
        ? { cases: [], whole: true }
        : search.find(
            stems.map((stem) => tokenOf(ports.hasher, stem)),
            MOST_FOUND,
          ),
    ])
    const by = new Map<CaseId, FoundBy>([
      ...worded.cases.map((caseId) => [caseId, 'words'] as const),
      ...marked.map((caseId) => [caseId, 'identifier'] as const),
    ])
    const rows = await views.byIds([...by.keys()])
    const candidates = new Map<CaseId, Candidate>([
      ...rows
        .filter((row) => row.status !== 'erased' && fitsFilter(row, filter))
        .map((row) => [row.caseId, { row, by: by.get(row.caseId) ?? 'words' }] as const),
      ...coded.rows.map((row) => [row.caseId, { row, by: 'code' }] as const),
    ])
    const sorted = [...candidates.values()]
      .map((candidate) => ({ candidate, place: placeOf(candidate) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .filter(({ place }) => cursor === undefined || place > cursor)

    const shown: { readonly candidate: Candidate; readonly place: string }[] = []
    for (const each of sorted) {
      if (shown.length > limit) break
      if (!(await isHidden(reader, each.candidate.row))) shown.push(each)
    }
    const page = shown.slice(0, limit)
    const found = await Promise.all(
      page.map(async ({ candidate }): Promise<FoundRow> => {
        const [row, sentence] = await Promise.all([
          showRow(ports, casebook, candidate.row),
          sentenceOf(candidate, marks, stems),
        ])
        return { ...row, by: candidate.by, ...(sentence === undefined ? {} : { sentence }) }
      }),
    )
    const last = page.at(-1)
    return {
      rows: found,
      ...(last === undefined || shown.length <= limit ? {} : { cursor: last.place }),
      whole: worded.whole && marked.length < MOST_FOUND,
      by: [
        ...(code === undefined ? [] : ['code' as const]),
        ...(marks.length === 0 ? [] : ['identifier' as const]),
        ...(stems.length === 0 ? [] : ['words' as const]),
      ],
    }
  }
}
