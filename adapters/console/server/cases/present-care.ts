import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import type { AgentId } from '../../../../core/base/ids.ts'
import type { CaseFile } from '../../contract/index.ts'
import type { Task } from '../../contract/shift.ts'
import { isoOf } from '../http/iso.ts'

const tasksOf = ({ state }: CaseBook): Task[] =>
  state.work.tasks.map(({ id, text, by, at, dueAt, doneAt }) => ({
    id,
    text,
    by,
    at: isoOf(at),
    ...(dueAt === undefined ? {} : { dueAt: isoOf(dueAt) }),
    ...(doneAt === undefined ? {} : { doneAt: isoOf(doneAt) }),
  }))

/** The note of the last change of hands, where it left one and the case is still worked on. */
const passedOn = ({ events }: CaseBook, names: ReadonlyMap<string, string>): CaseFile['passedOn'] => {
  const last = events.findLast(({ event }) =>
    ['case_transferred', 'case_released', 'case_closed'].includes(event.type),
  )
  if (last?.event.type !== 'case_transferred' || last.event.note === undefined) return undefined
  return { by: names.get(last.event.agent) ?? last.event.agent, note: last.event.note, at: isoOf(last.at) }
}

/**
 * Who looks over the holder's shoulder: their page said so a moment ago, and the chain that they
 * read it since the holder has the case.
 */
const watchersOf = (
  { state }: CaseBook,
  names: ReadonlyMap<string, string>,
  here: ReadonlySet<string>,
): readonly string[] => {
  const { hands } = state
  if (hands.status !== 'agent') return []
  return state.work.viewed.flatMap(({ agent, as, at }) =>
    as === 'watch' && at >= hands.since && here.has(agent) ? [names.get(agent) ?? agent] : [],
  )
}

type Looker = {
  readonly id: AgentId
  readonly names: ReadonlyMap<string, string>
  readonly watches?: boolean
  readonly watchShown?: boolean
  /** Who has the case open now. */
  readonly here?: ReadonlySet<string>
}
type Care = Pick<
  CaseFile,
  'snooze' | 'help' | 'todo' | 'passedOn' | 'watching' | 'watchers' | 'filesWait' | 'leaving'
>

/** What the team has to do in the case, and who looks at whom. */
export const careOf = (
  book: CaseBook,
  { id, names, watches = false, watchShown = false, here = new Set() }: Looker,
): Care => {
  const { hands, work } = book.state
  const passed = passedOn(book, names)
  const isHolder = hands.status === 'agent' && hands.agent === id
  const watchers = isHolder && watchShown ? watchersOf(book, names, here) : []
  const { snooze, help, leaving } = work
  return {
    todo: tasksOf(book),
    ...(book.filesWait === undefined ? {} : { filesWait: book.filesWait }),
    ...(snooze === undefined
      ? {}
      : {
          snooze: {
            until: isoOf(snooze.until),
            ...(snooze.promise === undefined ? {} : { promise: snooze.promise }),
          },
        }),
    ...(leaving === undefined ? {} : { leaving: { to: leaving.to, at: isoOf(leaving.at) } }),
    ...(help === undefined ? {} : { help: { by: help.alias, text: help.text, at: isoOf(help.at) } }),
    ...(passed === undefined ? {} : { passedOn: passed }),
    ...(watches && hands.status === 'agent' && !isHolder ? { watching: { shown: watchShown } } : {}),
    ...(watchers.length === 0 ? {} : { watchers: [...watchers] }),
  }
}
