import type { CaseId } from '../../core/base/ids.ts'
import { MOST_TOKENS, type Search } from '../../core/ports/store/search.ts'

export type KeptSearch = {
  readonly port: Search
  readonly words: Map<CaseId, Set<string>>
  readonly put: (caseId: CaseId, tokens: readonly string[]) => void
}

export const makeSearch = (): KeptSearch => {
  const words = new Map<CaseId, Set<string>>()
  const put = (caseId: CaseId, tokens: readonly string[]): void => {
    if (tokens.length > 0)
      words.set(
        caseId,
        new Set([...new Set([...(words.get(caseId) ?? []), ...tokens])].slice(0, MOST_TOKENS)),
      )
  }
  const port: Search = {
    put: async (caseId, tokens) => put(caseId, tokens),
    find: async (tokens, limit) => {
      const holds = (known: ReadonlySet<string>): boolean =>
        tokens.length > 0 && tokens.every((token) => known.has(token))
      const found = [...words].flatMap(([caseId, known]) => (holds(known) ? [caseId] : [])).toReversed()
      return { cases: found.slice(0, limit), whole: found.length <= limit }
    },
    sharing: async (tokens, { least, most, limit }) => {
      const rare = [...new Set(tokens)].filter(
        (token) => [...words.values()].filter((known) => known.has(token)).length <= most,
      )
      return [...words]
        .map(([caseId, known]) => ({ caseId, common: rare.filter((token) => known.has(token)).length }))
        .filter(({ common }) => common >= least)
        .toSorted((a, b) => b.common - a.common)
        .slice(0, limit)
    },
    remove: async (caseId) => void words.delete(caseId),
    clear: async () => words.clear(),
  }
  return { port, words, put }
}
