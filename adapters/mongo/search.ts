import type { CaseId } from '../../core/base/ids.ts'
import { MOST_TOKENS, type Search } from '../../core/ports/store/search.ts'
import type { WordDoc } from './shapes.ts'
import type { Tables } from './table.ts'

/** Cases of the rarest token that are looked at. */
const MOST_SEEN = 10_000
const PAGE = 500
/** Tokens of one text that are asked for at the same time. */
const AT_ONCE = 50

export type SearchTable = {
  readonly port: Search
  /** As `put`; takes back what came late to a case that was erased meanwhile. */
  readonly add: (caseId: CaseId, tokens: readonly string[]) => Promise<void>
  readonly remove: (caseId: CaseId) => Promise<void>
}

const docOf = (caseId: CaseId, token: string): WordDoc => ({ _id: `${token}.${caseId}`, token, caseId })

export const makeSearch = ({ word, case: cases }: Pick<Tables, 'word' | 'case'>): SearchTable => {
  const put = async (caseId: CaseId, tokens: readonly string[]): Promise<void> => {
    if (tokens.length === 0) return
    // How many there are is not asked inside the insert: two that write to one case at once may go
    // over by what one of them brings.
    const room = MOST_TOKENS - (await word.count({ caseId }))
    const docs = [...new Set(tokens)].map((token) => docOf(caseId, token))
    const there = docs.length <= room ? [] : await word.find({ caseId }, { fields: [] })
    const known = new Set(there.map(({ _id }) => _id))
    await word.insert(docs.filter(({ _id }) => !known.has(_id)).slice(0, Math.max(0, room)))
  }
  const remove = async (caseId: CaseId): Promise<void> => void (await word.dropWhere({ caseId }))

  const count = async (token: string): Promise<number> =>
    (await word.find({ token }, { fields: [], limit: MOST_SEEN + 1 })).length

  /** Of these cases, those that have every token. */
  const having = async (found: readonly CaseId[], tokens: readonly string[]): Promise<readonly CaseId[]> => {
    const holding = await Promise.all(
      tokens.map(
        async (token) =>
          new Set(
            (await word.find({ token, caseId: { $in: found } }, { fields: ['caseId'] })).map(
              ({ caseId }) => caseId,
            ),
          ),
      ),
    )
    return found.filter((caseId) => holding.every((cases) => cases.has(caseId)))
  }

  const port: Search = {
    put,
    find: async (tokens, limit) => {
      const unlike = [...new Set(tokens)]
      const counts = unlike.length === 1 ? [0] : await Promise.all(unlike.map(count))
      const sorted = unlike.toSorted(
        (a, b) => (counts[unlike.indexOf(a)] ?? 0) - (counts[unlike.indexOf(b)] ?? 0),
      )
      const [rarest, ...others] = sorted
      const cases: CaseId[] = []
      let seen = 0
      if (rarest === undefined) return { cases, whole: true }
      for (let after = ''; seen < MOST_SEEN;) {
        const page = await word.find(
          { token: rarest, caseId: { $gt: after } },
          { fields: ['caseId'], sort: { caseId: 1 }, limit: PAGE },
        )
        const ids = page.map(({ caseId }) => caseId)
        cases.push(...(others.length === 0 ? ids : await having(ids, others)))
        if (cases.length > limit) return { cases: cases.slice(0, limit), whole: false }
        if (page.length < PAGE) return { cases, whole: true }
        seen += page.length
        after = ids.at(-1) ?? ''
      }
      return { cases, whole: false }
    },
    sharing: async (tokens, { least, most, limit }) => {
      const common = new Map<CaseId, number>()
      const unlike = [...new Set(tokens)]
      for (let from = 0; from < unlike.length; from += AT_ONCE) {
        const found = await Promise.all(
          unlike
            .slice(from, from + AT_ONCE)
            .map((token) => word.find({ token }, { fields: ['caseId'], limit: most + 1 })),
        )
        for (const docs of found)
          if (docs.length <= most)
            for (const { caseId } of docs) common.set(caseId, (common.get(caseId) ?? 0) + 1)
      }
      return [...common]
        .flatMap(([caseId, count]) => (count < least ? [] : [{ caseId, common: count }]))
        .toSorted((a, b) => b.common - a.common)
        .slice(0, limit)
    },
    remove,
    clear: async () => void (await word.dropWhere({})),
  }
  return {
    port,
    remove,
    add: async (caseId, tokens) => {
      await put(caseId, tokens)
      const row = tokens.length === 0 ? undefined : await cases.byId(caseId)
      if (row?.row.status === 'erased') await remove(caseId)
    },
  }
}
