import type { DatabaseSync } from 'node:sqlite'
import type { CaseId } from '../../core/base/ids.ts'
import { MOST_TOKENS, type Search, type Sharing } from '../../core/ports/store/search.ts'
import type { Moved } from '../../core/ports/store/transfer.ts'
import type { Writer } from './writer.ts'

/** Of one token; the same for all. */
const LENGTH = 11
/** Cases of the rarest token that are looked at, the newest: about 20 ms. */
const MOST_SEEN = 10_000
const PAGE = 500

export type SearchTable = {
  readonly port: Search
  /** Inside a change. */
  readonly put: (caseId: CaseId, tokens: readonly string[]) => void
  readonly remove: (caseId: CaseId) => void
  /** Sorted by case, for a move. */
  readonly all: () => AsyncIterable<Moved['words']>
}

type Stored = { readonly no: number; readonly tokens: string }

const listed = (tokens: string): readonly string[] =>
  Array.from({ length: tokens.length / LENGTH }, (_, i) => tokens.slice(i * LENGTH, (i + 1) * LENGTH))

export const makeSearch = (db: DatabaseSync, { write, read }: Writer): SearchTable => {
  const known = db.prepare('SELECT no, tokens FROM case_words WHERE case_id = ?')
  const begin = db.prepare('INSERT INTO case_words (case_id, tokens) VALUES (?, ?)')
  const change = db.prepare('UPDATE case_words SET tokens = ? WHERE no = ?')
  const drop = db.prepare('DELETE FROM case_words WHERE no = ?')
  const addWord = db.prepare('INSERT OR IGNORE INTO word (token, case_no) VALUES (?, ?)')
  const dropWord = db.prepare('DELETE FROM word WHERE token = ? AND case_no = ?')
  const clearCases = db.prepare('DELETE FROM case_words')
  const clearWords = db.prepare('DELETE FROM word')
  const common = db.prepare('SELECT count(*) AS count FROM (SELECT 1 FROM word WHERE token = ? LIMIT ?)')
  const holding = db.prepare(`
    SELECT case_id AS caseId FROM (SELECT case_no FROM word WHERE token = :rarest ORDER BY case_no DESC LIMIT ${MOST_SEEN}) AS found
    JOIN case_words ON no = case_no
    WHERE NOT EXISTS (
      SELECT 1 FROM json_each(:others) AS other WHERE NOT EXISTS (SELECT 1 FROM word WHERE token = other.value AND word.case_no = found.case_no))
    ORDER BY case_no DESC LIMIT :limit`)
  const sharing = db.prepare(`
    SELECT case_id AS caseId, common FROM (
      SELECT case_no, count(*) AS common FROM json_each(:tokens) AS asked JOIN word ON token = asked.value
      WHERE (SELECT count(*) FROM (SELECT 1 FROM word WHERE token = asked.value LIMIT :most + 1)) <= :most
      GROUP BY case_no HAVING common >= :least ORDER BY common DESC LIMIT :limit)
    JOIN case_words ON no = case_no ORDER BY common DESC`)
  const page = db.prepare(
    'SELECT case_id AS caseId, tokens FROM case_words WHERE case_id > ? ORDER BY case_id LIMIT ?',
  )

  const put = (caseId: CaseId, tokens: readonly string[]): void => {
    const there = known.get(caseId) as Stored | undefined
    const before = new Set(listed(there?.tokens ?? ''))
    const fresh = [...new Set(tokens)]
      .filter((token) => token.length === LENGTH && !before.has(token))
      .slice(0, MOST_TOKENS - before.size)
    if (fresh.length === 0) return
    const text = (there?.tokens ?? '') + fresh.join('')
    const no = there?.no ?? Number(begin.run(caseId, text).lastInsertRowid)
    if (there !== undefined) change.run(text, no)
    for (const token of fresh) addWord.run(token, no)
  }

  const remove = (caseId: CaseId): void => {
    const there = known.get(caseId) as Stored | undefined
    if (there === undefined) return
    for (const token of listed(there.tokens)) dropWord.run(token, there.no)
    drop.run(there.no)
  }

  const all = async function* (): AsyncIterable<Moved['words']> {
    for (let after = ''; ;) {
      const from = after
      const rows = await read(() => page.all(from, PAGE) as { caseId: CaseId; tokens: string }[])
      for (const { caseId, tokens } of rows) yield { caseId, tokens: listed(tokens).toSorted() }
      const last = rows.at(-1)
      if (last === undefined) return
      after = last.caseId
    }
  }

  const port: Search = {
    put: (caseId, tokens) => write(() => put(caseId, tokens)),
    find: (tokens, limit) =>
      read(() => {
        const counted = [...new Set(tokens)].map((token) => ({
          token,
          count: Number(common.get(token, MOST_SEEN + 1)?.['count']),
        }))
        const [rarest, ...others] = counted.sort((a, b) => a.count - b.count)
        if (rarest === undefined || rarest.count === 0) return { cases: [], whole: true }
        const found = holding.all({
          rarest: rarest.token,
          others: JSON.stringify(others.map(({ token }) => token)),
          limit: limit + 1,
        }) as { caseId: CaseId }[]
        return {
          cases: found.slice(0, limit).map(({ caseId }) => caseId),
          whole: found.length <= limit && rarest.count <= MOST_SEEN,
        }
      }),
    sharing: (tokens, bounds) =>
      read(() =>
        (sharing.all({ tokens: JSON.stringify([...new Set(tokens)]), ...bounds }) as Sharing[]).map(
          ({ caseId, common }) => ({ caseId, common }),
        ),
      ),
    remove: (caseId) => write(() => remove(caseId)),
    clear: () =>
      write(() => {
        clearWords.run()
        clearCases.run()
      }),
  }
  return { port, put, remove, all }
}
