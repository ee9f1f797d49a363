import type { z } from 'zod'
import type { CaseFile } from '../../../adapters/console/contract/index.ts'
import { SearchAsked, type SearchPage } from '../../../adapters/console/contract/search.ts'

/**
 * As the real search answers, by plain comparing: a word anywhere in the last words. `many` makes
 * it say that there are more.
 */
export const searchIn = (files: readonly CaseFile[], body: unknown): z.input<typeof SearchPage> => {
  const asked = SearchAsked.parse(body)
  const q = asked.q.toLowerCase()
  const rows = files
    .filter((file) => asked.status === undefined || asked.status.includes(file.status))
    .filter((file) => asked.severity === undefined || asked.severity.includes(file.severity))
    .filter((file) => asked.team === undefined || file.team === asked.team)
    .filter((file) => asked.assignee === undefined || file.assignee?.id === asked.assignee)
    .filter((file) => asked.language === undefined || file.language === asked.language)
    .filter(
      (file) =>
        q === '' ||
        file.code.toLowerCase().startsWith(q) ||
        (file.preview ?? '').toLowerCase().includes(q) ||
        q === 'many',
    )
  const from = Number(asked.cursor ?? 0)
  const page = rows.slice(from, from + asked.limit)
  return {
    rows: page.map((row) => ({
      ...row,
      by: q === '' ? 'filter' : 'words',
      ...(q === '' ? {} : { sentence: `…${row.preview ?? ''}` }),
    })),
    ...(from + page.length < rows.length ? { cursor: String(from + page.length) } : {}),
    whole: q !== 'many',
  }
}
