import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { SEVERITIES } from '../../core/base/severity.ts'
import type { CaseId } from '../../core/base/ids.ts'
import type { CaseRow, CaseStatus, Sight, Views } from '../../core/ports/store/views.ts'
import type { Writer } from './writer.ts'

export type ViewTable = {
  readonly port: Views
  /** Inside a change: keeps `row` unless one of a higher seq is there. */
  readonly put: (row: CaseRow) => void
}

const STATUSES = ['bot', 'waiting', 'agent', 'closed', 'erased'] as const satisfies readonly CaseStatus[]

/** Where a case stands in the queue; compared part by part. */
type Place = readonly [severity: string, idle: number, place: number, caseId: string]
const NOWHERE = [-1, 0, ''] as const
const FIRST: Place = ['', ...NOWHERE]

type Counted = { readonly status: CaseStatus; readonly count: number }
type Placed = {
  readonly severity: string
  readonly idle: number
  readonly place: number
  readonly caseId: string
}

type Nullable<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K]
}
type Stored = Nullable<Omit<CaseRow, 'copies' | 'marks'>> & {
  readonly copies: string
  readonly marks: string
}

const COLUMNS = `case_id AS caseId, code, seq, hash, status, severity, team, copies, marks, assignee, language, channel, opened_at AS openedAt,
  waiting_since AS waitingSince, due_at AS dueAt, last_at AS lastAt, unread, evidence, sealed`
const PLACE = 'severity, idle, place, case_id AS caseId'
const QUEUE = 'ORDER BY idle, place, case_id LIMIT :limit'
const OPEN = `status IN ('bot', 'waiting', 'agent')`
const OF_TEAM = `(:team IS NULL OR team = :team OR (copies <> '[]' AND EXISTS (SELECT 1 FROM json_each(copies) WHERE value = :team)))`
const OF_TEAMS = `(
    (team IN (SELECT value FROM json_each(:teams)) OR (copies <> '[]' AND EXISTS (SELECT 1 FROM json_each(copies) WHERE value IN (SELECT value FROM json_each(:teams)))))
    AND team NOT IN (SELECT value FROM json_each(:without))
    AND (copies = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(copies) WHERE value IN (SELECT value FROM json_each(:without)))))`
const IN_SIGHT = `(:teams IS NULL OR assignee = :agent OR ${OF_TEAMS})`
/**
 * `:end`: those who do not wait stand with the newest first, so what comes after it is too old to
 * be asked for.
 */
const WANTED = `status = :status AND severity = :severity AND (idle, place, case_id) > (:idle, :place, :caseId) AND (idle, place) <= (1, :end)
  AND ${OF_TEAM}
  AND (:assignee IS NULL OR assignee = :assignee)
  AND (:language IS NULL OR language = :language)
  AND (:from IS NULL OR last_at >= :from)
  AND (:to IS NULL OR opened_at < :to)
  AND ${IN_SIGHT}`

const listed = (text: string): readonly string[] =>
  text === '[]' ? [] : (JSON.parse(text) as readonly string[])

/** Name by name: a search reads five hundred of them for one page. */
const fromStored = (row: Stored): CaseRow => ({
  caseId: row.caseId,
  code: row.code,
  seq: row.seq,
  hash: row.hash,
  status: row.status,
  severity: row.severity,
  team: row.team,
  copies: listed(row.copies),
  marks: listed(row.marks),
  language: row.language,
  channel: row.channel,
  openedAt: row.openedAt,
  lastAt: row.lastAt,
  unread: row.unread,
  evidence: row.evidence,
  sealed: row.sealed,
  ...(row.assignee === null ? {} : { assignee: row.assignee }),
  ...(row.waitingSince === null ? {} : { waitingSince: row.waitingSince }),
  ...(row.dueAt === null ? {} : { dueAt: row.dueAt }),
})

const placeOf = (row: CaseRow): Place =>
  row.waitingSince === undefined
    ? [row.severity, 1, 0 - row.lastAt, row.caseId]
    : [row.severity, 0, row.waitingSince, row.caseId]

const comparePlaces = (a: Place, b: Place): number => {
  for (const [i, part] of a.entries()) {
    const other = b[i] ?? ''
    if (part !== other) return part < other ? -1 : 1
  }
  return 0
}

const seenBy = (sight: Sight | undefined) => ({
  teams: sight === undefined ? null : JSON.stringify(sight.teams),
  without: JSON.stringify(sight?.without ?? []),
  agent: sight?.agent ?? null,
})

const toCursor = (place: Place): string => place.join('.')

const fromCursor = (cursor: string): Place | undefined => {
  const parts = /^(P\d)\.([01])\.(-?\d{1,15})\.(\w+)$/.exec(cursor)
  return parts === null ? undefined : [parts[1] ?? '', Number(parts[2]), Number(parts[3]), parts[4] ?? '']
}

export const makeViews = (db: DatabaseSync, { write, read }: Writer): ViewTable => {
  const upsert = db.prepare(`
    INSERT INTO case_row (case_id, code, seq, hash, status, severity, team, copies, marks, assignee, language, channel, opened_at,
      waiting_since, due_at, last_at, unread, evidence, idle, place, sealed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (case_id) DO UPDATE SET code = excluded.code, seq = excluded.seq, hash = excluded.hash, status = excluded.status,
      severity = excluded.severity, team = excluded.team, copies = excluded.copies, marks = excluded.marks, assignee = excluded.assignee,
      language = excluded.language, channel = excluded.channel, opened_at = excluded.opened_at,
      waiting_since = excluded.waiting_since, due_at = excluded.due_at, last_at = excluded.last_at, unread = excluded.unread, evidence = excluded.evidence, idle = excluded.idle, place = excluded.place, sealed = excluded.sealed
    WHERE excluded.seq >= case_row.seq`)
  // One status and severity at a time: then the index gives the queue's order, however many cases
  // are closed. Places only, which all stand in the index: of those of several statuses most are
  // not on the page.
  const queue = db.prepare(`SELECT ${PLACE} FROM case_row INDEXED BY case_row_queue WHERE ${WANTED} ${QUEUE}`)
  const queueOfCode = db.prepare(
    `SELECT ${PLACE} FROM case_row INDEXED BY case_row_code WHERE code >= :code AND code < :codeEnd AND ${WANTED} ${QUEUE}`,
  )
  const queueOfHolder = db.prepare(
    `SELECT ${PLACE} FROM case_row INDEXED BY case_row_holder WHERE assignee = :agent AND ${WANTED} ${QUEUE}`,
  )
  const byCode = db.prepare(
    `SELECT ${COLUMNS} FROM case_row WHERE code = ? ORDER BY opened_at, case_id LIMIT 1`,
  )
  const byId = db.prepare(`SELECT ${COLUMNS} FROM case_row WHERE case_id = ?`)
  const byIds = db.prepare(
    `SELECT ${COLUMNS} FROM json_each(?) AS asked CROSS JOIN case_row ON case_id = asked.value`,
  )
  // Counted as they change (migration 5): fifty agents ask for these numbers with every list.
  const counts = db.prepare('SELECT status, sum(count) AS count FROM team_count GROUP BY status')
  const countsOfTeams = db.prepare(
    `SELECT status, sum(count) AS count FROM team_count WHERE count > 0 AND ${OF_TEAM} AND (:teams IS NULL OR ${OF_TEAMS}) GROUP BY status`,
  )
  const heldBesides = db.prepare(`
    SELECT status, count(*) AS count FROM case_row INDEXED BY case_row_holder
    WHERE assignee = :agent AND ${OPEN} AND ${OF_TEAM} AND NOT ${OF_TEAMS} GROUP BY status`)
  const clear = db.prepare('DELETE FROM case_row')
  const clearMarks = db.prepare('DELETE FROM case_mark')
  const known = db.prepare('SELECT seq, marks FROM case_row WHERE case_id = ?')
  const dropMarks = db.prepare('DELETE FROM case_mark WHERE case_id = ?')
  const addMark = db.prepare('INSERT OR IGNORE INTO case_mark (mark, case_id) VALUES (?, ?)')
  const byMarks = db.prepare(
    'SELECT DISTINCT case_id AS caseId FROM case_mark WHERE mark IN (SELECT value FROM json_each(?)) LIMIT ?',
  )

  const put = (row: CaseRow): void => {
    const [severity, idle, place] = placeOf(row)
    const marks = JSON.stringify(row.marks)
    const before = known.get(row.caseId) as { seq: number; marks: string } | undefined
    if ((before?.seq ?? 0) <= row.seq && (before?.marks ?? '[]') !== marks) {
      dropMarks.run(row.caseId)
      for (const mark of row.marks) addMark.run(mark, row.caseId)
    }
    upsert.run(
      row.caseId,
      row.code,
      row.seq,
      row.hash,
      row.status,
      severity,
      row.team,
      JSON.stringify(row.copies),
      marks,
      row.assignee ?? null,
      row.language,
      row.channel,
      row.openedAt,
      row.waitingSince ?? null,
      row.dueAt ?? null,
      row.lastAt,
      row.unread,
      row.evidence,
      idle,
      place,
      row.sealed,
    )
  }

  const one = (row: unknown): CaseRow | undefined =>
    row === undefined ? undefined : fromStored(row as Stored)

  const port: Views = {
    list: (filter, { limit, cursor }) =>
      read(() => {
        const after = cursor === undefined ? FIRST : fromCursor(cursor)
        if (after === undefined) return { rows: [], stray: true }
        const [first, ...rest] = after
        const { code, sight } = filter
        const { agent, ...teams } = { team: filter.team ?? null, ...seenBy(sight) }
        const wanted = {
          ...teams,
          agent,
          assignee: filter.assignee ?? null,
          language: filter.language ?? null,
          from: filter.from ?? null,
          to: filter.to ?? null,
          end: filter.from === undefined ? Number.MAX_SAFE_INTEGER : 0 - filter.from,
          limit: limit + 1,
          // No code has a character above '~'.
          ...(code === undefined ? {} : { code, codeEnd: `${code}~` }),
        }
        const reached = new Set((countsOfTeams.all(teams) as Counted[]).map(({ status }) => status))
        // Where their teams have none, a member may still hold some.
        const queueOf = (status: CaseStatus): StatementSync | undefined => {
          if (code !== undefined) return queueOfCode
          if (reached.has(status)) return queue
          return sight === undefined ? undefined : queueOfHolder
        }
        const statuses = [...new Set(filter.status ?? STATUSES)]
        const places: Place[] = []
        for (const severity of SEVERITIES.filter(
          (one) => one >= first && (filter.severity?.includes(one) ?? true),
        )) {
          const [idle, place, caseId] = severity === first ? rest : NOWHERE
          const found = statuses.flatMap(
            (status) =>
              (queueOf(status)?.all({ ...wanted, status, severity, idle, place, caseId }) ?? []) as Placed[],
          )
          places.push(
            ...found
              .map((each): Place => [each.severity, each.idle, each.place, each.caseId])
              .sort(comparePlaces),
          )
          if (places.length > limit) break
        }
        const page = places.slice(0, limit)
        const last = page.at(-1)
        const rows = page.flatMap(([, , , caseId]) => one(byId.get(caseId)) ?? [])
        return last === undefined || places.length <= limit ? { rows } : { rows, cursor: toCursor(last) }
      }),
    byCode: (code) => read(() => one(byCode.get(code))),
    byId: (caseId) => read(() => one(byId.get(caseId))),
    byIds: (cases) =>
      read(() => (byIds.all(JSON.stringify([...new Set(cases)])) as Stored[]).map(fromStored)),
    counts: () =>
      read(() => {
        const all: Record<CaseStatus, number> = { bot: 0, waiting: 0, agent: 0, closed: 0, erased: 0 }
        for (const { status, count } of counts.all() as Counted[]) all[status] = count
        return all
      }),
    openCounts: (of) =>
      read(() => {
        const all = { bot: 0, waiting: 0, agent: 0 }
        const { agent, ...teams } = { team: of.team ?? null, ...seenBy(of.sight) }
        const counted = [
          ...countsOfTeams.all(teams),
          ...(of.sight === undefined ? [] : heldBesides.all({ ...teams, agent })),
        ] as Counted[]
        for (const { status, count } of counted) if (status in all) all[status as keyof typeof all] += count
        return all
      }),
    marked: (marks, limit) =>
      read(() =>
        (byMarks.all(JSON.stringify(marks), limit) as { caseId: CaseId }[]).map(({ caseId }) => caseId),
      ),
    clear: () =>
      write(() => {
        clear.run()
        clearMarks.run()
      }),
    put: (row) => write(() => put(row)),
  }
  return { port, put }
}
