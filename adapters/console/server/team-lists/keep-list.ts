import type { SectionChanges } from '../../contract/settings.ts'
import { changesOf, detailOf } from '../administration/section-changes.ts'
import type { Deeds } from '../administration/deeds.ts'
import type { Instant } from '../../../../core/base/units.ts'
import type { TeamDocument } from './team-document.ts'

type Line = { readonly id: string }

/** The place of the first line that must not be kept: its id stood before it, or `isWrong` says so. */
export const wrongIn = <T extends Line>(
  list: readonly T[],
  isWrong: (line: T) => boolean = () => false,
): number =>
  list.findIndex((line, place) => list.findIndex(({ id }) => id === line.id) !== place || isWrong(line))

/** What the log of administrators calls it. */
type Named = {
  readonly kind: 'macros_changed' | 'replies_changed' | 'views_changed'
  readonly subject: string
}

/**
 * Keeps a whole list of the team's, and writes into the log of administrators which lines became others, by
 * their ids alone. `as`: the lines as they are compared. False where somebody else changed it since `version`.
 */
export const keepList = async <T extends Line>(
  { deeds, ...kept }: { readonly deeds: Pick<Deeds, 'append'>; readonly by: string; readonly at: Instant },
  store: TeamDocument<T>,
  { version, list }: { readonly version: number; readonly list: readonly T[] },
  { kind, subject }: Named,
  as: (list: readonly T[]) => readonly Line[] = (lines) => lines,
): Promise<boolean> => {
  const { list: before } = await store.read()
  if ((await store.keep(version, list, kept)) === undefined) return false
  const changes: SectionChanges = changesOf(as(before), as(list))
  await deeds.append({ by: kept.by, kind, subject, detail: detailOf(changes) })
  return true
}
