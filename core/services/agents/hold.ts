import type { Hasher } from '../../ports/hasher.ts'
import type { Entry } from '../../ports/store/ledger.ts'
import type { Instant } from '../../base/units.ts'
import type { Decision } from '../casebook/decision.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import { unansweredWish } from '../../model/held-wish.ts'
import { readHeader } from '../../model/entry.ts'
import type { CaseState } from '../../model/state.ts'

/** Stands in a hold that was set or lifted on the command line: the operator's own hand. */
export const COMMAND_LINE = 'command-line'

/**
 * Whether a hold stands, from the open part of the entries alone: so it protects a case whose seals
 * no longer open as well.
 */
export const isHeld = (hasher: Hasher, entries: readonly Entry[]): boolean => {
  let held = false
  for (const entry of entries)
    for (const kind of readHeader(hasher, entry.header)?.kinds ?? [])
      if (kind === 'hold_set' || kind === 'hold_lifted') held = kind === 'hold_set'
  return held
}

/**
 * Sets or lifts a hold. A wish to erase that the person had meanwhile is carried out once the hold
 * is lifted; until somebody says what becomes of the wish, a hold that stands may be set anew. `who`: nobody where the operator's own command line does it.
 */
export const decideHold = (
  state: CaseState,
  type: 'hold_set' | 'hold_lifted',
  {
    who,
    reason,
    now,
  }: { readonly who: DeskAgent | undefined; readonly reason: string; readonly now: Instant },
): Decision | DeskOutcome => {
  if (reason.trim() === '') return { status: 'refused', why: 'reason_required' }
  const stands = state.hold !== undefined && unansweredWish(state) === undefined
  const isNeedless = type === 'hold_set' ? stands : state.hold === undefined
  if (isNeedless) return { status: 'refused', why: 'already' }
  const payload: EraseJob = { after: 'hold' }
  return {
    actor: who === undefined ? 'system' : `agent:${who.id}`,
    events: [{ type, by: who?.id ?? COMMAND_LINE, reason: reason.trim() }],
    jobs: type === 'hold_lifted' && state.access.erasing ? [{ kind: 'erase', dueAt: now, payload }] : [],
  }
}

/**
 * What a job of kind `erase` holds. `after`: a hold was lifted, and nobody waits at the phone for
 * an answer any more. `certificate`: the person wants to see it, once.
 */
export type EraseJob = { readonly after?: 'hold'; readonly certificate?: true }
