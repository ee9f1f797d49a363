import {
  ERASURE_LASTS,
  hindersErasure,
  judgeErasureAnswer,
  openErasure,
} from '../../../../core/model/erasure-request.ts'
import type { CaseState } from '../../../../core/model/state.ts'
import { after } from '../../../../core/base/units.ts'
import { may } from '../identity/caller.ts'
import type { ErasureState } from '../../contract/erasure.ts'
import { isoOf } from '../http/iso.ts'
import { presentBarred } from '../cases/present-barred.ts'
import { mayAsk, type Asking } from './present-exports.ts'

/**
 * Who may ask and agree that the case be erased, and what was asked; nothing where the caller may
 * not ask and nobody did.
 */
export const presentErasure = (
  state: CaseState,
  { caller, names, now, barred }: Omit<Asking, 'rule'>,
): ErasureState | undefined => {
  const asks = mayAsk(state, caller) && state.hold === undefined
  const open = openErasure(state, now)
  if (open === undefined) return asks ? { mayAsk: asks } : undefined
  const { seq, by, at, ground, reason } = open
  const hindered = hindersErasure(state)
  return {
    mayAsk: asks,
    request: {
      request: seq,
      by: { id: by, name: names.get(by) ?? by },
      at: isoOf(at),
      until: isoOf(after(at, ERASURE_LASTS)),
      ground,
      reason,
      ...(hindered === undefined ? {} : { hindered }),
      ...presentBarred(barred),
      mayAnswer: may(caller, 'approve') && judgeErasureAnswer(state, seq, caller.id, now) === undefined,
    },
  }
}
