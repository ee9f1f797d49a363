import type { Instant } from '../../../../core/base/units.ts'
import { isoOf } from '../http/iso.ts'
import type { Names } from '../cases/present-case.ts'

/** When and by whom a list of the team's was last changed; nothing where nobody ever did. */
export const changedBy = (
  names: Names,
  changed: { readonly at: Instant; readonly by: string } | undefined,
): {
  readonly changed?: { readonly at: string; readonly by: { readonly id: string; readonly name: string } }
} =>
  changed === undefined
    ? {}
    : { changed: { at: isoOf(changed.at), by: { id: changed.by, name: names.get(changed.by) ?? '' } } }
