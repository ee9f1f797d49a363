import type { ReportOrigin } from '../../core/custody/bundle/report-input.ts'
import type { Value } from './part.ts'
import type { Writer } from './writer.ts'

/** Who wrote it first: what kind of account, its name, and by what the platform finds it again. */
export const originValues = (
  w: Writer,
  { kind, name, handle, id, link, at }: ReportOrigin,
): readonly Value[] => [
  w.asValue(w.one('origin', kind)),
  ...(name === undefined ? [] : [w.run(name)]),
  ...(handle === undefined ? [] : [w.typed(`@${handle}`)]),
  ...(id === undefined ? [] : [w.typed(`id ${id}`)]),
  ...(link === undefined ? [] : [w.typed(link)]),
  ...(at === undefined ? [] : [w.stampInLine(at)]),
]
