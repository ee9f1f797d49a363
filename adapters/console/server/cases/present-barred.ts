import type { Barred } from '../../../../core/services/agents/second-person.ts'
import type { Barred as Shown } from '../../contract/barred.ts'
import { isoOf } from '../http/iso.ts'

export const presentBarred = (barred: Barred | undefined): { readonly barred?: Shown } => {
  if (barred === undefined) return {}
  return {
    barred:
      barred.why === 'made_by_asker' ? { why: barred.why } : { why: barred.why, until: isoOf(barred.until) },
  }
}
