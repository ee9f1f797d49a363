import type { CaseId } from '../../core/base/ids.ts'
import type { CaseFilter, CaseRow, CaseStatus, Sight, Views } from '../../core/ports/store/views.ts'
import type { Stamp } from './order.ts'
import type { CaseDoc } from './shapes.ts'
import type { Table } from './table.ts'

export type ViewTable = {
  readonly port: Views
  /** Keeps each row unless one of a higher seq, or a later one of the same seq, is there. */
  readonly keep: (rows: readonly { readonly row: CaseRow; readonly stamp: number }[]) => Promise<void>
}

/**
 * Times are shifted by this, so that negative ones too are 16 digits: the queue's order is that of
 * one text.
 */
const SHIFT = 1e15

const digits = (time: number): string => String(SHIFT + time).padStart(16, '0')

/** Severity, then those who wait, longest first, then the others, newest first, then the id. */
const orderOf = ({ severity, waitingSince, lastAt, caseId }: CaseRow): string =>
  waitingSince === undefined
    ? `${severity}.1.${digits(0 - lastAt)}.${caseId}`
    : `${severity}.0.${digits(waitingSince)}.${caseId}`
const CURSOR = /^P\d\.[01]\.\d{16}\.\w+$/

/** Seq and stamp first: `$max` compares the fields in their order. */
export const toStored = ({ caseId, seq, ...row }: CaseRow, stamp: number): CaseDoc['row'] => ({
  seq,
  stamp,
  order: orderOf({ caseId, seq, ...row }),
  ...row,
})

export const fromStored = ({ _id, row: { stamp: _stamp, order: _order, ...row } }: CaseDoc): CaseRow => ({
  caseId: _id as CaseId,
  ...row,
})

/** What a member holds, or what is of their teams and of none that is kept from them. */
const seenBy = ({ teams, without, agent }: Sight): Record<string, unknown> => {
  const mine = { 'row.assignee': agent }
  const ofTeams = { $or: [{ 'row.team': { $in: teams } }, { 'row.copies': { $in: teams } }] }
  const kept = { 'row.team': { $nin: without }, 'row.copies': { $nin: without } }
  return { $or: [mine, { ...ofTeams, ...kept }] }
}

const wanted = (
  { status, severity, team, assignee, sight, code, language, from, to }: CaseFilter,
  after: string | undefined,
): Record<string, unknown> => ({
  ...(status === undefined ? {} : { 'row.status': { $in: status } }),
  ...(severity === undefined ? {} : { 'row.severity': { $in: severity } }),
  ...(team === undefined ? {} : { $or: [{ 'row.team': team }, { 'row.copies': team }] }),
  ...(sight === undefined ? {} : { $and: [seenBy(sight)] }),
  ...(assignee === undefined ? {} : { 'row.assignee': assignee }),
  ...(language === undefined ? {} : { 'row.language': language }),
  ...(from === undefined ? {} : { 'row.lastAt': { $gte: from } }),
  ...(to === undefined ? {} : { 'row.openedAt': { $lt: to } }),
  // No code has a character above '~'.
  ...(code === undefined ? {} : { 'row.code': { $gte: code, $lt: `${code}~` } }),
  ...(after === undefined ? {} : { 'row.order': { $gt: after } }),
})

export const makeViews = (table: Table<CaseDoc>, stamp: Stamp): ViewTable => {
  const keep: ViewTable['keep'] = async (rows) => {
    const docs = rows.map(({ row, stamp: made }) => ({ _id: row.caseId as string, row: toStored(row, made) }))
    // A new case is an insert, which goes together with others; only where that is refused there is
    // something to compare.
    const fresh = docs.filter(({ row }) => row.seq === 1)
    const refused = await table.insert(fresh)
    const others = docs.filter(({ _id, row }) => row.seq !== 1 || refused.has(_id))
    await table.changeMany(
      others.map(({ _id, row }) => ({ id: _id, change: { $max: { row } } })),
      { upsert: true },
    )
  }

  const port: Views = {
    list: async (filter, { limit, cursor }) => {
      if (cursor !== undefined && !CURSOR.test(cursor)) return { rows: [], stray: true }
      const docs = await table.find(wanted(filter, cursor), { sort: { 'row.order': 1 }, limit: limit + 1 })
      const page = docs.slice(0, limit)
      const last = page.at(-1)
      const rows = page.map(fromStored)
      return last === undefined || docs.length <= limit ? { rows } : { rows, cursor: last.row.order }
    },
    byCode: async (code) => {
      const [doc] = await table.find({ 'row.code': code }, { sort: { 'row.openedAt': 1, _id: 1 }, limit: 1 })
      return doc === undefined ? undefined : fromStored(doc)
    },
    byId: async (caseId) => {
      const doc = await table.byId(caseId)
      return doc === undefined ? undefined : fromStored(doc)
    },
    byIds: async (cases) => [...(await table.byIds(cases)).values()].map(fromStored),
    counts: async () => {
      const found = await table.countBy('row.status')
      const of = (status: CaseStatus): number => found.get(status) ?? 0
      return {
        bot: of('bot'),
        waiting: of('waiting'),
        agent: of('agent'),
        closed: of('closed'),
        erased: of('erased'),
      }
    },
    openCounts: async ({ team, sight }) => {
      const of = {
        status: ['bot', 'waiting', 'agent'] as const,
        ...(team === undefined ? {} : { team }),
        ...(sight === undefined ? {} : { sight }),
      }
      const found = await table.countBy('row.status', wanted(of, undefined))
      return {
        bot: found.get('bot') ?? 0,
        waiting: found.get('waiting') ?? 0,
        agent: found.get('agent') ?? 0,
      }
    },
    marked: async (marks, limit) =>
      limit <= 0 || marks.length === 0
        ? []
        : (await table.find({ 'row.marks': { $in: marks } }, { fields: [], limit })).map(
            ({ _id }) => _id as CaseId,
          ),
    clear: async () => void (await table.dropWhere({})),
    put: (row) =>
      table.changeMany([{ id: row.caseId, change: { $max: { row: toStored(row, stamp.next()) } } }], {
        upsert: true,
      }),
  }
  return { port, keep }
}
