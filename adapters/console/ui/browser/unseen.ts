import type { CaseRow } from '../../contract/index.ts'

type Waiting = Pick<CaseRow, 'code' | 'severity'>

/**
 * The waiting cases as they were looked at last, and which of the gravest nobody at this browser
 * has noticed yet.
 */
export type Watched = {
  readonly known: ReadonlyMap<string, Waiting['severity']>
  readonly unseen: ReadonlySet<string>
}

/**
 * What is new among the waiting: cases that were not there, or that became graver. `rings`: the
 * gravest of them; nothing at the first look, when all is new. A P1 stays unseen until somebody
 * sees it or it waits no longer.
 */
export const watch = (
  before: Watched | undefined,
  rows: readonly Waiting[],
): { readonly next: Watched; readonly rings: Waiting['severity'] | undefined } => {
  const known = new Map(rows.map(({ code, severity }) => [code, severity]))
  const fresh =
    before === undefined
      ? []
      : rows.filter(({ code, severity }) => severity < (before.known.get(code) ?? 'P9'))
  const stillUnseen = [...(before?.unseen ?? [])].filter((code) => known.get(code) === 'P1')
  const unseen = new Set([
    ...stillUnseen,
    ...fresh.filter(({ severity }) => severity === 'P1').map(({ code }) => code),
  ])
  const rings = fresh.map(({ severity }) => severity).toSorted()[0]
  return { next: { known, unseen }, rings }
}
